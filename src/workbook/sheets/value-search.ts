import { calc, head, line, link, note, remark, total, totalLine, type BlockSpec, type CellSpec, type RowSpec } from "../spec";
import type { FormatName } from "../workbook-plan";

/**
 * The retention from which the commitments pay has no closed form with growth, so it is searched by halving: 40 rows, one
 * formula per column, each row half as wide as the one above. 2 ^ -40 of a retention is far below what anybody can measure.
 */
const stepCount = 40;

const constant = (id: string, label: string, unit: string, from: string, format: FormatName): RowSpec =>
  line(`s${id}`, { label: `Search: ${label}`, unit, source: "Stakes" }, { E: link(`[stakes/${from}]`, format) });

const ingredients: BlockSpec = {
  id: "ingredients",
  bands: [{ title: "From which retention do the commitments pay? What the search needs", tone: "give", from: "A" }],
  rows: [
    constant("Annual", "annual contribution", "{currency}/{period}", "annual.role", "money"),
    constant("Referrals", "value of referrals", "{currency}/{period}", "referralValue.role", "money"),
    constant("Cost", "commitments", "{currency}/{period}", "cost.role", "money"),
    constant("Growth", "growth of margin", "% per {period}", "growth.role", "percent"),
    constant("CostGrowth", "cost inflation", "% per {period}", "costGrowth", "percent"),
    constant("Rate", "discount rate", "% per {period}", "rate", "percent"),
    constant("Periods", "horizon, 0 = no end", "{period}s", "periods", "money"),
    constant("Unlimited", "no end", "flag", "unlimited", "flag"),
    constant("Horizon", "periods counted", "{period}s", "horizon", "money"),
    constant("Type", "timing", "0 to 1", "type", "decimal"),
    constant("AtRisk", "first period at risk", "flag", "atRisk", "flag"),
    constant("Ac", "acquisition", "{currency}", "ac", "money"),
    constant("TolQ", "q counts as 1 within", "factor", "tolQ", "level"),
    constant("Target", "net value without", "{currency}", "net.without", "money"),
    line("sFastest", { label: "Search: fastest growth of a flow", unit: "% per {period}", source: "Lines above" }, {
      E: calc("MAX(([$sAnnual] <> 0) * [$sGrowth], 0, ([$sCost] <> 0) * [$sCostGrowth])", "percent"),
    }),
  ],
};

const columns = {
  low: "E", high: "F", tested: "G", qContribution: "H", qReferrals: "I", qCommitments: "J",
  sContribution: "K", sReferrals: "L", sCommitments: "M", first: "N", value: "O", missed: "P",
};

const annuity = (q: string) =>
  `IF(ABS([@${q}] - 1) < [$sTolQ], [$sPeriods], (1 - (1 - [$sUnlimited]) * [@${q}] ^ [$sHorizon]) / (1 - [@${q}]))`;

/** The value of the role at the retention tested in this row, with all its commitments. */
const valued: Readonly<Record<string, CellSpec>> = {
  qContribution: calc("[@tested] * (1 + [$sGrowth]) / (1 + [$sRate])", "factor"),
  qReferrals: calc("[@tested] / (1 + [$sRate])", "factor"),
  qCommitments: calc("[@tested] * (1 + [$sCostGrowth]) / (1 + [$sRate])", "factor"),
  sContribution: calc(annuity("qContribution"), "factor"),
  sReferrals: calc(annuity("qReferrals"), "factor"),
  sCommitments: calc(annuity("qCommitments"), "factor"),
  first: calc("(1 - [$sAtRisk] * (1 - [@tested])) * (1 + [$sRate]) ^ -(1 - [$sType])", "factor"),
  value: calc("[@first] * ([$sAnnual] * [@sContribution] + [$sReferrals] * [@sReferrals] - [$sCost] * [@sCommitments]) - [$sAc]",
    "money"),
  missed: calc("[@value] - [$sTarget]", "money"),
};

const searchLine = (id: string, label: string, cells: Readonly<Record<string, CellSpec>>): RowSpec =>
  ({ id, cells: { B: { content: label, style: "label" }, C: note("% per {period}"), ...cells, ...valued } });

/** Without end, retention can go only so far that every flow still has a finite value, well clear of where q counts as 1. */
const limit = "IF([$sUnlimited] = 1, MIN(1, (1 + [$sRate]) / (1 + [$sFastest]) * (1 - 100 * [$sTolQ])), 1)";
const sameSide = "[^missed] * [atZero.missed] > 0";

const search: BlockSpec = {
  id: "search",
  columns,
  heads: {
    A: head("Line"), B: head("Step"), C: head("Unit"), D: head(null), low: head("Low", "right"), high: head("High", "right"),
    tested: head("Tested", "right"),
    qContribution: head("q contrib.", "right"), qReferrals: head("q referr.", "right"), qCommitments: head("q commit.", "right"),
    sContribution: head("Annuity contrib.", "right"), sReferrals: head("Annuity referr.", "right"),
    sCommitments: head("Annuity commit.", "right"),
    first: head("First payment", "right"), value: head("Net value", "right"), missed: head("Above target", "right"),
  },
  headHeight: 33,
  rows: [
    searchLine("atZero", "At the least retention", { tested: { content: 0, style: "calc", format: "factor" } }),
    searchLine("atMost", "At the most retention", { tested: calc(limit, "factor") }),
    searchLine("step1", "Halving 1", { low: calc("[atZero.tested]", "factor"), high: calc("[atMost.tested]", "factor"),
      tested: calc("AVERAGE([@low:high])", "factor") }),
    ...Array.from({ length: stepCount - 1 }, (_, index) => searchLine(`step${index + 2}`, `Halving ${index + 2}`, {
      low: calc(`IF(${sameSide}, [^tested], [^low])`, "factor"),
      high: calc(`IF(${sameSide}, [^high], [^tested])`, "factor"),
      tested: calc("AVERAGE([@low:high])", "factor"),
    })),
  ],
};

const result: BlockSpec = {
  id: "result",
  bands: [{ title: "From which retention the commitments pay", tone: "give", from: "A" }],
  rows: [
    totalLine("breakEven", { label: "Retention that pays for them", unit: "% per {period}" }, "E", {
      E: total(`IF([atZero.missed] * [atMost.missed] > 0, "none", [step${stepCount}.tested])`, "percent", { name: "out_break_even" }),
    }),
    line("leftOver", { label: "What the search left over", unit: "{currency}" },
      { E: calc(`COUNT([breakEven]) * [step${stepCount}.missed]`, "money") }),
    remark("There the role with its commitments is worth as much as without them. Where no retention does it, the cell says none.", "B"),
  ],
};

/** What the search needs, the search, and what it found. */
export const searchBlocks: readonly BlockSpec[] = [ingredients, search, result];
