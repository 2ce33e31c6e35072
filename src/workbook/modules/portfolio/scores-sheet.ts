import type { Agreement, Ask } from "../../../core/agreement";
import { verdicts } from "../../../core/portfolio/verdict";
import { columnLetters } from "../../address";
import { levelFormat } from "../../sheets/inputs";
import { askById } from "../../../core/role/asks";
import {
  calc, columnsOf, head, line, link, note, table, total, type BlockSpec, type ChartSpec, type ConditionSpec, type RowSpec, type SheetSpec,
} from "../../spec";
import type { FormatName } from "../../workbook-plan";
import type { PortfolioData } from "./customers-sheet";
import {
  asksScored, capped, each, edges, factor, flag, money, numeric, parameters, share, sums, words, type Column,
} from "./fit-columns";

/** How well each customer plays the role, what each is worth, and what follows: every row one customer, every column one formula. */
export function scoresSheet(agreement: Agreement, { customers }: PortfolioData): SheetSpec {
  const asks = asksScored(agreement);
  const columns = columnsHere(asks);
  const rows = Array.from({ length: customers.count }, (_, row) => row);
  return {
    id: "scores", name: "Scores", sheetClass: "calculation",
    title: "Scores", purpose: "Fit, value and verdict of each customer. A verdict is a proposal for somebody to decide on, never a decision",
    widths: columns.map(({ width }) => width),
    blocks: [
      totals, counts, cohorts, chartArea, threshold, constants, parameters(asks, columns),
      table("scores", columns, rows, (row) => `score${row + 1}`, {
        bands: [{ title: "Customer by customer", tone: "ask", from: "A" }], headHeight: 46, table: "tblScores",
        columns: { ...columnsOf(columns), ...edges(asks, columns) },
      }),
    ],
    conditions: conditions(asks),
    charts: [fitAgainstValue],
    freeze: { columns: 2 },
    names: { rng_verdicts: "counts.E" },
    printTo: columnLetters(columns.findIndex(({ key }) => key === "bonusOnLoss")),
  };
}

// --- the table

/** What stands in the same row of Customers. */
const given = (column: string) => `[customers/customers.${column}@]`;
const orElse = (column: string, otherwise: string) => `IF(COUNT(${given(column)}) = 0, ${otherwise}, ${given(column)})`;
const fetched = (key: string, title: string, formula: string, format: FormatName): Column => numeric(key, title, link(formula, format));

function columnsHere(asks: readonly Ask[]): Column[] {
  return [...results, ...observations(asks), ...sums(asks), ...flows, ...lifetimes("", "now"), ...lifetimes("pot", "potential"), ...judgement, ...each(asks)];
}

/** What a reader came for stands first; what it follows from stands to the right. */
const results: readonly Column[] = [
  { key: "id", head: "Id", width: 9, cell: () => ({ ...link(`${given("id")} & ""`, "general"), align: "left" }) },
  words("name", "Customer", link(`IF(${given("name")} = "", ${given("id")}, ${given("name")}) & ""`, "general"), 24),
  { key: "unit", head: "Unit", width: 14, cell: () => note("as headed") },
  { key: "source", head: "Source", width: 11, cell: () => note("Customers") },
  words("decision", "Decision", calc("IF([@standing] = 1, [@override], [@verdict])", "general"), 14),
  words("verdict", "Verdict", calc("INDEX([lists/lst_verdict.B], MATCH(1, [@find:letGo], 0))", "general"), 14),
  share("fit", "Fit", 'IF([@known] = 0, "", MIN([@ceiling], [@raw]))'),
  share("low", "Fit at least", capped("[@points] / [@applicable]")),
  share("high", "Fit at most", capped("([@points] + [@open]) / [@applicable]")),
  share("coverage", "Coverage", "IF([@applicable] = 0, 0, [@known] / [@applicable])"),
  flag("broken", "Musts broken", "SUMPRODUCT([@appliesFirst:appliesLast], [@mustFirst:mustLast])"),
  money("profit", "Profit a period", 'IF([@hasMargin] = 0, "", [@contribution] - [@deserve])'),
  money("net", "Net value now", 'IF([@valued] = 0, "", [@first] * [@flows])'),
  money("potential", "Potential value", 'IF([@potValued] = 0, "", [@potFirst] * [@potFlows])'),
  money("upside", "Upside", 'IF([@valued] * [@potValued] = 0, "", [@potential] - [@net])'),
  flag("loyalLossMaker", "Loyal loss-maker", "(N([@profit]) < 0) * ([@retention] >= [$loyal])"),
  fetched("bonus", "Bonus", `N(${given("bonus")})`, "money"),
  money("bonusOnLoss", "Bonus on loss", 'IF([@valued] = 0, "", MAX(0, MIN([@bonus], [@bonus] - [@net])))'),
  flag("rank", "Rank by profit", 'IF([@hasMargin] = 1, RANK([@profit], [scores.profit], 0) + COUNTIF([scores.profit:@], [@profit]) - 1, '
    + "COUNT([scores.profit]) + ROWS([scores.profit:@]) - COUNT([scores.profit:@]))"),
];

/** What Customers says of each ask. */
const observations = (asks: readonly Ask[]): Column[] => [
  words("mode", "Mode", link(`IF(${given("mode")} = "", [$mode], ${given("mode")})`, "general"), 8),
  ...asks.map(({ id }): Column => numeric(id, `${id} observed`, link(`IF(${given(id)} = "", "", ${given(id)})`, levelFormat[askById.get(id)!.kind]))),
];

/** What the customer brings and costs in a period, now and if the role is played; blanks mean what Customers says they mean. */
const flows: readonly Column[] = [
  fetched("hasMargin", "Margin known", `COUNT(${given("contribution")})`, "flag"),
  fetched("hasRetention", "Retention known", `COUNT(${given("retention")})`, "flag"),
  fetched("contribution", "Contribution", `N(${given("contribution")})`, "money"),
  fetched("referralValue", "Referrals in money", `N(${given("referrals")}) * [$oneReferral]`, "money"),
  fetched("deserve", "Cost to deserve", orElse("deserveCost", "[$deserve]"), "money"),
  fetched("retention", "Retention", `N(${given("retention")})`, "percent"),
  fetched("growth", "Growth", `N(${given("growth")})`, "percent"),
  fetched("potContribution", "Potential contribution", orElse("potContribution", "[@contribution]"), "money"),
  numeric("potReferralValue", "Potential referrals in money", link(`IF(COUNT(${given("potReferrals")}) = 0, [@referralValue], `
    + `${given("potReferrals")} * [$oneReferral])`, "money")),
  money("potDeserve", "Potential cost to deserve", "[@deserve]"),
  fetched("potRetention", "Potential retention", orElse("potRetention", "[@retention]"), "percent"),
  fetched("potGrowth", "Potential growth", orElse("potGrowth", "[@growth]"), "percent"),
];

const annuity = (q: string) =>
  `IF(ABS([@${q}] - 1) < [$tolQ], [$periods], (1 - (1 - [$unlimited]) * [@${q}] ^ [$horizon]) / (1 - [@${q}]))`;

/** The closed form of Stakes for one customer: `pot` or nothing before the names of its columns. */
function lifetimes(prefix: "" | "pot", when: string): Column[] {
  const named = (name: string) => (prefix === "" ? name : prefix + name[0]!.toUpperCase() + name.slice(1));
  const [contribution, referralValue, deserve, retention, growth] = ["contribution", "referralValue", "deserve", "retention", "growth"].map(named);
  const [qC, qR, qD, sC, sR, sD, endless, valued, first, sum] =
    ["qContribution", "qReferrals", "qDeserve", "sContribution", "sReferrals", "sDeserve", "endless", "valued", "first", "flows"].map(named);
  return [
    factor(qC!, `q of contribution, ${when}`, `[@${retention}] * (1 + [@${growth}]) / (1 + [$rate])`),
    factor(qR!, `q of referrals, ${when}`, `[@${retention}] / (1 + [$rate])`),
    factor(qD!, `q of commitments, ${when}`, `[@${retention}] * (1 + [$costGrowth]) / (1 + [$rate])`),
    factor(sC!, `Annuity of contribution, ${when}`, annuity(qC!)),
    factor(sR!, `Annuity of referrals, ${when}`, annuity(qR!)),
    factor(sD!, `Annuity of commitments, ${when}`, annuity(qD!)),
    flag(endless!, `Grows without end, ${when}`,
      `[$unlimited] * (SUMPRODUCT(([@${qC}:${qD}] >= 1) * ([@${contribution}:${deserve}] <> 0)) > 0)`),
    flag(valued!, `Has a value, ${when}`, `[@hasMargin] * [@hasRetention] * ([@${retention}] >= 0) * ([@${retention}] <= 1) * ([@${growth}] >= -1) `
      + `* (1 - [@${endless}])`),
    factor(first!, `First-payment factor, ${when}`, `(1 - [$atRisk] * (1 - [@${retention}])) * (1 + [$rate]) ^ -(1 - [$type])`),
    money(sum!, `Flows before timing, ${when}`, `[@${contribution}] * [@${sC}] + [@${referralValue}] * [@${sR}] - [@${deserve}] * [@${sD}]`),
  ];
}

/** The verdicts in the order of the rule: the first that holds is it. */
const judgement: readonly Column[] = [
  flag("find", "Find out", "(([@coverage] < [$minCov]) + (1 - [@valued]) > 0) * 1"),
  flag("invest", "Invest", "(1 - [@find]) * (N([@net]) >= 0) * ([@broken] = 0) * (N([@fit]) >= [$fitInvest])"),
  flag("develop", "Develop", "(1 - [@find]) * (N([@net]) >= 0) * ([@broken] = 0) * (1 - [@invest])"),
  flag("renegotiate", "Renegotiate", "(1 - [@find]) * (1 - [@invest]) * (1 - [@develop]) * (MAX([@net], [@potential]) >= 0)"),
  flag("letGo", "Let go", "1 - SUM([@find:renegotiate])"),
  words("override", "Override", link(`${given("override")} & ""`, "general"), 14),
  fetched("complete", "Override with reason, owner and end",
    `(COUNTBLANK(${given("override")}) + COUNTBLANK(${given("reason")}) + COUNTBLANK(${given("overrideOwner")}) = 0) * COUNT(${given("until")})`, "flag"),
  fetched("standing", "Override stands", `[@complete] * (N(${given("until")}) >= [$asOf])`, "flag"),
  money("price", "Price of the override a period", '([@override] <> "") * -1 * N([@profit])'),
  factor("fitShown", "Fit, for the chart", "N([@fit])"),
  money("netShown", "Net value, for the chart", "N([@net])"),
  fetched("tenure", "Years with the same owner", `IF(COUNT(${given("ownerSince")}) = 0, "", ([$asOf] - ${given("ownerSince")}) / [$days])`, "decimal"),
  fetched("agreedFirst", "Agreed before the first order",
    `COUNT(${given("agreedOn")}) * (N(${given("agreedOn")}) <= N(${given("firstOrder")}))`, "flag"),
  flag("keeps", "Retention from 0 to 100%", "[@hasRetention] * ([@retention] >= 0) * ([@retention] <= 1)"),
];

// --- above the table

const sumOf = (id: string, label: string, unit: string, formula: string, format: FormatName, name?: string): RowSpec =>
  line(id, { label, unit, source: "Below" }, { E: total(formula, format, name ? { name } : {}) });

const totals: BlockSpec = {
  id: "totals",
  bands: [{ title: "What the portfolio adds up to", tone: "ask", from: "A" }],
  rows: [
    sumOf("customers", "Customers", "customers", 'COUNTIF([scores.id], "?*")', "flag"),
    sumOf("equity", "Customer equity now", "{currency}", "SUM([scores.net])", "money", "out_equity"),
    sumOf("equityWithout", "Customer equity without those to let go", "{currency}", 'SUM([scores.net]) - SUMIF([scores.verdict], "Let go", [scores.net])',
      "money", "out_equity_without"),
    sumOf("equityPotential", "Customer equity if everybody plays the role", "{currency}", "SUM([scores.potential])", "money", "out_equity_potential"),
    sumOf("recoverable", "Value that is negative: what could be recovered", "{currency}", '-1 * SUMIF([scores.net], "<0")', "money"),
    sumOf("profit", "Profit a {period}", "{currency}/{period}", "SUM([scores.profit])", "money", "out_profit"),
    sumOf("bonus", "Bonus", "{currency}", "SUM([scores.bonus])", "money"),
    sumOf("bonusOnLoss", "Of it on value that is not there", "{currency}", "SUM([scores.bonusOnLoss])", "money", "out_bonus_on_loss"),
    sumOf("loyalLossMakers", "Loyal loss-makers", "customers", "SUM([scores.loyalLossMaker])", "flag"),
    sumOf("noValue", "Customers without a value", "customers", "[$customers] - SUM([scores.valued])", "flag"),
    sumOf("overrides", "Overrides", "customers", 'COUNTIF([scores.override], "?*")', "flag"),
    sumOf("unfinished", "Overrides without reason, owner or end, or past it", "customers", "[$overrides] - SUM([scores.standing])", "flag"),
    sumOf("price", "Price of all overrides", "{currency}/{period}", "SUM([scores.price])", "money"),
    sumOf("twice", "Customer ids that stand twice", "customers", "SUMPRODUCT((COUNTIF([scores.id], [scores.id]) > 1) * 1)", "flag"),
    sumOf("agreedFirst", "Agreed with us before the first order", "% of customers", "IF([$customers] = 0, 0, SUM([scores.agreedFirst]) / [$customers])",
      "percent"),
    sumOf("tenure", "Years with the same owner, on average", "years", 'IF(COUNT([scores.tenure]) = 0, "", AVERAGE([scores.tenure]))', "decimal"),
  ],
};

const counts: BlockSpec = {
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

const cohorts: BlockSpec = {
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

/** The counts in words, for Summary: "3 Invest, 3 Develop". */
export const countsInWords = [2, 3, 4, 5, 1].map((place) => `[scores/count${place}] & " " & LOWER("${verdicts[place - 1]}")`).join(' & ", " & ');

const chartArea: BlockSpec = {
  id: "chartArea",
  bands: [{ title: "Fit (across) against net value (up): right of the line and above zero we invest", tone: "ask", from: "A" }],
  rows: Array.from({ length: 16 }, () => ({ cells: {} })),
};

/** The two ends of the line from which we invest. */
const threshold: BlockSpec = {
  id: "threshold",
  rows: [
    line("lineFrom", { label: "Line of the chart, lower end: fit", unit: "% of weight", source: "Below" }, {
      E: calc("[$fitInvest]", "percent"), F: calc("MIN(0, MIN([scores.net]))", "money"),
    }),
    line("lineTo", { label: "Line of the chart, upper end: fit", unit: "% of weight", source: "Below" }, {
      E: calc("[$fitInvest]", "percent"), F: calc("MAX(0, MAX([scores.net]))", "money"),
    }),
  ],
};

const fitAgainstValue: ChartSpec = {
  name: "Fit against value", kind: "scatter", place: "chartArea.C:K",
  altText: "One point for each customer: fit across, net value up; an upright line stands where the fit is enough to invest.",
  series: [
    { name: "Customers", values: "scores.netShown", categories: "scores.fitShown", look: "ask" },
    { name: "Fit from which we invest", values: "threshold.F", categories: "threshold.E", look: "inkDashed", as: "line" },
  ],
};

const fromInputs = (id: string, label: string, unit: string, name: string, format: FormatName): RowSpec =>
  line(id, { label, unit, source: "Inputs" }, { E: link(`[inputs/${name}]`, format) });

const constants: BlockSpec = {
  id: "constants",
  bands: [{ title: "Taken from other sheets", tone: "ask", from: "A" }],
  rows: [
    line("asOf", { label: "Looked at on", unit: "date", source: "Customers" }, { E: link("[customers/in_as_of]", "date") }),
    fromInputs("rate", "Discount rate", "% per {period}", "in_rate", "percent"),
    line("periods", { label: "Horizon, 0 = no end", unit: "{period}s", source: "Inputs" }, { E: link("N([inputs/in_periods])", "money") }),
    line("unlimited", { label: "No end", unit: "flag", source: "Inputs" }, { E: link("(COUNT([inputs/in_periods]) = 0) * 1", "flag") }),
    line("horizon", { label: "Exponent of the closed form", unit: "{period}s", source: "Lines above" }, { E: calc("[$periods] + [$unlimited]", "money") }),
    fromInputs("costGrowth", "Cost inflation of commitments", "% per {period}", "in_cost_growth", "percent"),
    fromInputs("type", "Timing", "0 end to 1 begin", "in_type", "decimal"),
    line("atRisk", { label: "First period at risk", unit: "flag", source: "Inputs" }, { E: link("[inputs/in_at_risk] * 1", "flag") }),
    line("oneReferral", { label: "Value of one referral", unit: "{currency}", source: "Stakes" }, { E: link("[stakes/out_one_referral]", "money") }),
    line("deserve", { label: "Cost to deserve", unit: "{currency}/{period}", source: "Commitments" }, { E: link("[commitments/out_deserve_cost]", "money") }),
    fromInputs("tolQ", "Growth factor counts as 1 within", "factor", "chk_tol_q", "level"),
    fromInputs("days", "Days in the year", "days", "in_days", "money"),
    fromInputs("mode", "Relationship or single sale", "R or T", "in_mode", "words"),
    fromInputs("minCov", "Least coverage for a verdict", "% of weight", "in_min_cov", "percent"),
    fromInputs("fitInvest", "Fit from which we invest", "% of weight", "in_fit_invest", "percent"),
    fromInputs("mustCap", "Fit left when a must is broken", "% of fit", "in_must_cap", "percent"),
    fromInputs("loyal", "Loyal from", "% per {period}", "in_loyal", "percent"),
  ],
};

const conditions = (asks: readonly Ask[]): ConditionSpec[] => [
  ...(["decision", "verdict"] as const).flatMap((column): ConditionSpec[] => [
    { on: `scores.${column}`, when: `[@${column}] = "Invest"`, look: "good" },
    { on: `scores.${column}`, when: `([@${column}] = "Renegotiate") + ([@${column}] = "Let go") > 0`, look: "warning" },
    { on: `scores.${column}`, when: `[@${column}] = "Find out"`, look: "off" },
  ]),
  { on: "scores.broken", when: "[@broken] > 0", look: "warning" },
  { on: "scores.loyalLossMaker", when: "[@loyalLossMaker] = 1", look: "warning" },
  { on: "scores.override", when: '([@override] <> "") * ([@standing] = 0) > 0', look: "warning" },
  { on: `parameters.${asks[0]?.id}:${asks.at(-1)?.id}`, when: `[active] = 0`, look: "off" },
];
