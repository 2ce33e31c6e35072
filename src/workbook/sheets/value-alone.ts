import type { Agreement } from "../../core/agreement";
import { calc, head, line, link, note, type BlockSpec, type CellSpec, type RowSpec } from "../spec";
import type { FormatName } from "../workbook-plan";

/**
 * From which retention does each commitment alone pay for itself? What may be spent each period is a plain function of retention, so
 * it is the retention that is searched: five secants for each commitment, every one nearer to where the spending equals its cost.
 */
export const aloneBlocks = (agreement: Agreement): readonly BlockSpec[] => [ingredients, search(agreement)];

/**
 * What a flow is worth: its first amount times (1 - q ^ n) / (1 - q), where q = retention / discount, both sides times the discount.
 * Without an end the power is 0 ^ 1: neither Excel's own PV nor a power of very many periods can say "for ever".
 */
const worth = (amount: string, discount: string, retention: string) =>
  `[$${amount}] * (1 - (${retention} * [$${discount}Ends]) ^ [$aPeriods]) / ([$${discount}] - ${retention})`;
const bringing = (retention: string) => `${worth("aAnnual", "aContribution", retention)} + ${worth("aReferral", "aReferrals", retention)}`;
const spending = (brings: string, retention: string) =>
  `(${brings} - [$aNeed] / (1 - [$sAtRisk] * (1 - ${retention}))) * ([$aCommitments] - ${retention})`
  + ` / [$aCommitments] / (1 - (${retention} * [$aCommitmentsEnds]) ^ [$aPeriods])`;

/** The discount of a flow that grows; a flow that is gone after one period is discounted beyond all measure. */
const factor = (growth: string) => `(1 + [$sRate]) / MAX(1 + [$${growth}], [$sTolQ] * [$sTolQ])`;

const worked = (id: string, label: string, unit: string, formula: string, format: FormatName): RowSpec =>
  line(id, { label: `Alone: ${label}`, unit, source: "Lines above" }, { E: calc(formula, format) });

const ingredients: BlockSpec = {
  id: "aloneNeeds",
  bands: [{ title: "From which retention does each commitment alone pay? What the search needs", tone: "give", from: "A" }],
  rows: [
    worked("aNeed", "value to reach at the start", "{currency}", "([$sTarget] + [$sAc]) * (1 + [$sRate]) ^ (1 - [$sType])", "money"),
    worked("aPeriods", "periods, 1 without an end", "{period}s", "MAX(1, [$sPeriods])", "money"),
    worked("aContribution", "discount of contribution", "factor", factor("sGrowth"), "factor"),
    worked("aReferrals", "discount of referrals", "factor", "1 + [$sRate]", "factor"),
    worked("aCommitments", "discount of commitments", "factor", factor("sCostGrowth"), "factor"),
    worked("aContributionEnds", "1 / discount of contribution, 0 without an end", "factor", "(1 - [$sUnlimited]) / [$aContribution]", "factor"),
    worked("aReferralsEnds", "1 / discount of referrals, 0 without an end", "factor", "(1 - [$sUnlimited]) / [$aReferrals]", "factor"),
    worked("aCommitmentsEnds", "1 / discount of commitments, 0 without an end", "factor", "(1 - [$sUnlimited]) / [$aCommitments]", "factor"),
    worked("aAnnual", "contribution x its discount", "{currency}/{period}", "[$sAnnual] * [$aContribution]", "money"),
    worked("aReferral", "referrals x their discount", "{currency}/{period}", "[$sReferrals] * [$aReferrals]", "money"),
    worked("aMost", "most that is tried, short of 1 or no end", "% per {period}", "[atMost.tested] - [$sTolQ]", "percent"),
    worked("aLow", "start, nothing to spend", "% per {period}", "MEDIAN([$sTolQ], [$aMost], [$survivalWithout])", "percent"),
    worked("aHigh", "second start, halfway", "% per {period}", "AVERAGE([$aLow], [$aMost])", "percent"),
    worked("aHighContribution", "contribution at second start", "{currency}", worth("aAnnual", "aContribution", "[$aHigh]"), "money"),
    worked("aHighReferrals", "referrals at second start", "{currency}", worth("aReferral", "aReferrals", "[$aHigh]"), "money"),
    worked("aHighBrings", "brought at second start", "{currency}", "[$aHighContribution] + [$aHighReferrals]", "money"),
    worked("aHighCost", "to spend at second start", "{currency}/{period}", spending("[$aHighBrings]", "[$aHigh]"), "money"),
  ],
};

const tries = [1, 2, 3, 4, 5];
const letters = "FGHIJKLMNOPQRST";
const columns = {
  cost: "E", ...Object.fromEntries(tries.flatMap((n, i) => ["tried", "brings", "spent"].map((key, j) => [`${key}${n}`, letters[3 * i + j]!]))),
  missed: "U", found: "V",
};

/** One secant on: from the last two points to where their line meets the cost, within what a retention can be. */
function secant([laterAt, later]: Point, [earlierAt, earlier]: Point): string {
  const step = `IF(ABS(${later} - ${earlier}) < [$sTolQ], 0, ([@cost] - ${later}) * (${laterAt} - ${earlierAt}) / (${later} - ${earlier}))`;
  return `MEDIAN([$sTolQ], [$aMost], ${laterAt} + ${step})`;
}
type Point = readonly [at: string, spent: string];
const start: readonly Point[] = [["[$aLow]", "0"], ["[$aHigh]", "[$aHighCost]"]];
const points = [...start, ...tries.map((n): Point => [`[@tried${n}]`, `[@spent${n}]`])];

const tried = (n: number): Record<string, CellSpec> => ({
  [`tried${n}`]: calc(secant(points[n]!, points[n - 1]!), "factor"),
  [`brings${n}`]: calc(bringing(`[@tried${n}]`), "money"),
  [`spent${n}`]: calc(spending(`[@brings${n}]`, `[@tried${n}]`), "money"),
});

const search = ({ commitments }: Agreement): BlockSpec => ({
  id: "alone",
  columns,
  heads: {
    A: head("Id"), B: head("Commitment alone"), C: head("Unit"), D: head("Source"), cost: head("Cost", "right"),
    ...Object.fromEntries(tries.flatMap((n) => [
      [`tried${n}`, head(`Tried ${n}`, "right")], [`brings${n}`, head(`brings ${n}`, "right")], [`spent${n}`, head(`may cost ${n}`, "right")],
    ])),
    missed: head("Left over", "right"), found: head("Pays from", "right"),
  },
  rows: commitments.map(({ id }) => ({ id: `alone${id}`, cells: {
    A: note(id),
    B: { ...link(ofCommitment("label"), "general"), align: "left" },
    C: note("{currency}/{period}"), D: note("Commitments"),
    cost: link(ofCommitment("cost"), "money"),
    ...Object.assign({}, ...tries.map(tried)) as Record<string, CellSpec>,
    missed: calc("[@spent5] - [@cost]", "money"),
    found: calc('IF(ABS([@missed]) > [$agreeRole], "none found", [@tried5])', "percent"),
  } })),
});

const ofCommitment = (column: string) => `INDEX([commitments/commitments.${column}], MATCH([@A], [commitments/commitments.id], 0))`;
