import { verdicts } from "../../../core/portfolio/verdict";
import { calc, check, head, line, link, total, type BlockSpec, type ConditionSpec, type RowSpec } from "../../spec";
import type { FormatName } from "../../workbook-plan";

// What stands above the customers, whether their scores are formulas or values: all of it is worked out from the table.

const sumOf = (id: string, label: string, unit: string, formula: string, format: FormatName, name?: string): RowSpec =>
  line(id, { label, unit, source: "Below" }, { E: total(formula, format, name ? { name } : {}) });

/** What all customers add up to; how ids that stand twice are counted differs. */
export const totals = (idsTwice: string): BlockSpec => ({
  id: "totals",
  bands: [{ title: "What the portfolio adds up to", tone: "ask", from: "A" }],
  rows: [
    sumOf("customers", "Customers", "customers", 'COUNTIF([scores.id], "?*")', "flag"),
    sumOf("equity", "Customer equity now", "{currency}", "SUM([scores.net])", "money", "out_equity"),
    sumOf("equityWithout", "Customer equity without those to let go", "{currency}",
      'SUM([scores.net]) - SUMIF([scores.verdict], "Let go", [scores.net])', "money", "out_equity_without"),
    sumOf("equityPotential", "Customer equity if everybody plays the role", "{currency}", "SUM([scores.potential])", "money",
      "out_equity_potential"),
    sumOf("recoverable", "Value that is negative: what could be recovered", "{currency}", '-1 * SUMIF([scores.net], "<0")', "money"),
    sumOf("profit", "Profit a {period}", "{currency}/{period}", "SUM([scores.profit])", "money", "out_profit"),
    sumOf("bonus", "Bonus", "{currency}", "SUM([scores.bonus])", "money"),
    sumOf("bonusOnLoss", "Of it on value that is not there", "{currency}", "SUM([scores.bonusOnLoss])", "money",
      "out_bonus_on_loss"),
    sumOf("loyalLossMakers", "Loyal loss-makers", "customers", "SUM([scores.loyalLossMaker])", "flag"),
    sumOf("noValue", "Customers without a value", "customers", "[$customers] - SUM([scores.valued])", "flag"),
    sumOf("overrides", "Overrides", "customers", 'COUNTIF([scores.override], "?*")', "flag"),
    sumOf("unfinished", "Overrides without reason, owner or end, or past it", "customers", "[$overrides] - SUM([scores.standing])", "flag"),
    sumOf("price", "Price of all overrides", "{currency}/{period}", "SUM([scores.price])", "money"),
    sumOf("twice", "Customer ids that stand twice", "customers", idsTwice, "flag"),
    sumOf("agreedFirst", "Agreed with us before the first order", "% of customers",
      "IF([$customers] = 0, 0, SUM([scores.agreedFirst]) / [$customers])", "percent"),
    sumOf("tenure", "Years with the same owner, on average", "years",
      'IF(COUNT([scores.tenure]) = 0, "", AVERAGE([scores.tenure]))', "decimal"),
  ],
});

/** How many customers each verdict proposes something for. */
export const counts: BlockSpec = {
  id: "counts",
  bands: [{ title: "Customers by verdict, before overrides", tone: "ask", from: "A" }],
  rows: verdicts.map((word, index): RowSpec => line(`count${index + 1}`, { label: word, unit: "customers", source: "Below" }, {
    E: calc("COUNTIF([scores.verdict], [@B])", "flag"),
  })),
};

/** Customers of whom `which` is true and whose retention is known: how many, what share stays, and for how long. */
function cohort(id: string, label: string, which: string): RowSpec {
  return line(id, { label, unit: "as headed", source: "Below" }, {
    E: calc(`COUNTIFS(${which}, [scores.keeps], 1)`, "flag"),
    F: calc(`IF([@E] = 0, "", SUMIFS([scores.retention], ${which}, [scores.keeps], 1) / [@E])`, "percent"),
    G: calc('IF(COUNT([@F]) * (N([@F]) < 1) = 0, "", 1 / (1 - [@F]))', "decimal"),
  });
}

/** Two comparisons, as in core/portfolio/cohorts.ts. */
export const cohorts: BlockSpec = {
  id: "cohorts",
  bands: [{ title: "Do the right customers stay longer, and those with whom all was agreed before?", tone: "ask", from: "A" }],
  heads: { B: head("Customers whose retention is known"), C: head("Unit"), D: head("Source"), E: head("Customers", "right"),
    F: head("Retention", "right"), G: head("Expected {period}s", "right") },
  rows: [
    cohort("fitting", "Fit enough to invest", '[scores.fit], ">=" & [$fitInvest]'),
    cohort("unfitting", "Less fit than that", '[scores.fit], "<" & [$fitInvest]'),
    cohort("agreedBefore", "Agreed before the first order", "[scores.agreedFirst], 1"),
    cohort("agreedLater", "Agreed later, never, or on a day nobody knows", "[scores.agreedFirst], 0"),
  ],
};

const forTheBest = '([commitments/commitments.tier] = "best") * ([commitments/commitments.on] = "Y") '
  + "* [commitments/commitments.eligible]";

/** How many are among the best, beside the share for whom what is for the best only is budgeted. */
export const best: BlockSpec = {
  id: "best",
  bands: [{ title: "Who gets what is for the best only", tone: "give", from: "A" }],
  rows: [
    sumOf("bestCount", "Customers at or above the lines for the best", "customers", "SUM([scores.best])", "flag"),
    line("bestShare", { label: "As a share of all", unit: "% of customers", source: "Lines above" },
      { E: calc("IF([$customers] = 0, 0, [$bestCount] / [$customers])", "percent") }),
    line("entitled", { label: "Largest share that is budgeted for", unit: "% of customers", source: "Commitments" },
      { E: link(`SUMPRODUCT(MAX(${forTheBest}))`, "percent") }),
    line("tooMany", { label: "More than are budgeted for", unit: "0 = no", source: "Lines above" },
      { E: check("([$entitled] > 0) * ([$bestShare] > [$entitled])", "look") }),
  ],
};

/** The counts in words, for Summary: "3 Invest, 3 Develop". */
export const countsInWords = [2, 3, 4, 5, 1]
  .map((place) => `[scores/count${place}] & " ${verdicts[place - 1]!.toLowerCase()}"`).join(' & ", " & ');

/** The line between enough and too little fit. */
export const fitInvest = (): RowSpec => fromInputs("fitInvest", "Fit from which we invest", "% of weight", "in_fit_invest", "percent");

/** A number of Inputs, fetched once. */
export const fromInputs = (id: string, label: string, unit: string, name: string, format: FormatName): RowSpec =>
  line(id, { label, unit, source: "Inputs" }, { E: link(`[inputs/${name}]`, format) });

/** Words in the colour of their care. */
export const colours: readonly ConditionSpec[] = [
  ...(["decision", "verdict"] as const).flatMap((column): ConditionSpec[] => [
    { on: `scores.${column}`, when: `[@${column}] = "Invest"`, look: "good" },
    { on: `scores.${column}`, when: `([@${column}] = "Renegotiate") + ([@${column}] = "Let go") > 0`, look: "warning" },
    { on: `scores.${column}`, when: `[@${column}] = "Find out"`, look: "off" },
  ]),
  { on: "scores.broken", when: "[@broken] > 0", look: "warning" },
  { on: "scores.loyalLossMaker", when: "[@loyalLossMaker] = 1", look: "warning" },
  { on: "scores.override", when: '([@override] <> "") * ([@standing] = 0) > 0', look: "warning" },
];
