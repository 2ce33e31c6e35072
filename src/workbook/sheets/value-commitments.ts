import type { Agreement } from "../../core/agreement";
import {
  calc, fixed, head, line, link, note, remark, total, totalLine, type BlockSpec, type ChartSpec, type RowSpec,
} from "../spec";
import type { FormatName } from "../workbook-plan";

/** What every commitment must bring to pay for itself, and what more of a promised share of times would cost. */
export const commitmentBlocks = (agreement: Agreement): readonly BlockSpec[] => [ingredients, each(agreement), chosen, curve];

const fromStakes = (id: string, label: string, unit: string, from: string, format: FormatName): RowSpec =>
  line(id, { label, unit, source: "Stakes" }, { E: link(`[stakes/${from}]`, format) });

const ingredients: BlockSpec = {
  id: "bringing",
  bands: [{ title: "What must each commitment bring? What it takes to say so", tone: "give", from: "A" }],
  rows: [
    fromStakes("bOrders", "Bring: list value of orders", "{currency}/{period}", "listValue.role", "money"),
    fromStakes("bReferral", "Bring: value of one referral", "{currency}", "oneReferral", "money"),
    fromStakes("bContribution", "Bring: annuity of contribution", "factor", "sContribution.role", "factor"),
    fromStakes("bReferrals", "Bring: annuity of referrals", "factor", "sReferrals.role", "factor"),
    fromStakes("bCommitments", "Bring: annuity of commitments", "factor", "sCommitments.role", "factor"),
    line("bFinite", { label: "Bring: every case has a finite value", unit: "flag", source: "Stakes" },
      { E: link("([stakes/endless] = 0) * 1", "flag") }),
  ],
};

/** Both sides last as long as the customer, so what is needed each period is the cost times the ratio of the two annuities. */
const each = ({ commitments }: Agreement): BlockSpec => ({
  id: "bring",
  columns: {
    lineOf: "E", cost: "F", contribution: "G", points: "H", referrals: "I", retention: "J", level: "K", worst: "L", percent: "M", curved: "N",
  },
  bands: [{ title: "What each commitment must bring to pay for itself", tone: "give", from: "A" }],
  heads: {
    A: head("Id"), B: head("Commitment"), C: head("Unit"), D: head("Source"), lineOf: head("Line there", "right"), cost: head("Cost", "right"),
    contribution: head("Must bring", "right"), points: head("or points of price", "right"), referrals: head("or referrals", "right"),
    retention: head("or keep, from", "right"),
    level: head("Level", "right"), worst: head("Worst", "right"), percent: head("Told in %", "right"), curved: head("Has a curve", "right"),
  },
  headHeight: 33,
  rows: commitments.map(({ id }) => ({ id: `bring${id}`, cells: {
    A: note(id),
    B: { ...ofCommitment("label", "general"), align: "left" },
    C: note("{currency}/{period}"), D: note("Commitments"),
    lineOf: calc("MATCH([@A], [commitments/commitments.id], 0)", "flag"),
    cost: ofCommitment("cost", "money"),
    contribution: calc('IF([$bFinite] = 0, "", [@cost] * [$bCommitments] / [$bContribution])', "money"),
    points: calc('IF([$bOrders] * COUNT([@contribution]) = 0, "", N([@contribution]) / [$bOrders])', "percent"),
    referrals: calc('IF([$bFinite] * ([$bReferral] > 0) = 0, "", [@cost] * [$bCommitments] / [$bReferrals] / [$bReferral])', "factor"),
    retention: calc('IF([$bFinite] * ([@cost] > 0) = 0, "", [alone.found@])', "percent"),
    level: ofCommitment("committed", "level"),
    worst: ofCommitment("worst", "level"),
    percent: link('(LEFT(INDEX([commitments/commitments.unit], [@lineOf]), 1) = "%") * 1', "flag"),
    curved: calc("[@percent] * ([@cost] > 0) * ([@level] > [@worst]) * ([@level] >= 100 * [$level1]) * ([@level] < 100 * [$level15])", "flag"),
  } })),
});

const ofCommitment = (column: string, format: FormatName) => link(`INDEX([commitments/commitments.${column}], [@lineOf])`, format);

/** Shares of times at which the curve is drawn, closer where it rises faster. */
const levels = [0.8, 0.82, 0.84, 0.86, 0.88, 0.9, 0.92, 0.94, 0.95, 0.96, 0.97, 0.98, 0.99, 0.995, 0.999];
const none = "SUM([bring.curved]) = 0";
const ofDrawn = (column: string) => `INDEX([bring.${column}], MATCH(1, [bring.curved], 0))`;

/** The first commitment that is told as a share of times: its cost at its level tells what every other level costs. */
const chosen: BlockSpec = {
  id: "perfection",
  bands: [{ title: "The cost of perfection", tone: "give", from: "A" }],
  rows: [
    remark("More of a share of times costs ever more, in the shape of safety stock, and perfection has no price. Drawn from your own cost.", "B"),
    line("drawn", { label: "Drawn for", unit: "text", source: "Lines above" },
      { E: calc(`IF(${none}, "no commitment is told in %", ${ofDrawn("B")})`, "general", { align: "left" }) }),
    line("drawnLevel", { label: "Level that it promises", unit: "% kept", source: "Lines above" },
      { E: calc(`IF(${none}, "", ${ofDrawn("level")} / 100)`, "percent") }),
    line("drawnCost", { label: "What it costs there", unit: "{currency}/{period}", source: "Lines above" },
      { E: calc(`IF(${none}, "", ${ofDrawn("cost")})`, "money") }),
    line("perSafety", { label: "What one unit of safety costs", unit: "{currency}/{period}" },
      { E: calc('IF(COUNT([$drawnLevel]) = 0, "", [$drawnCost] / NORMSINV([$drawnLevel]))', "money") }),
    line("nextLevel", { label: "One more point, halfway near the end", unit: "% kept" },
      { E: calc('IF(COUNT([$drawnLevel]) = 0, "", MIN([$drawnLevel] + 1 / 100, AVERAGE([$drawnLevel], 1)))', "percent") }),
    totalLine("morePoint", { label: "What that point costs", unit: "{currency}/{period}" }, "E",
      { E: total('IF(COUNT([$nextLevel]) = 0, "", [$perSafety] * NORMSINV([$nextLevel]) - [$drawnCost])', "money") }),
  ],
};

const curve: BlockSpec = {
  id: "curve",
  columns: { level: "E", safety: "F", cost: "G" },
  heads: {
    A: head("Line"), B: head("Level"), C: head("Unit"), D: head(null), level: head("Level", "right"), safety: head("Safety", "right"),
    cost: head("Cost", "right"),
  },
  rows: levels.map((level, index): RowSpec => ({ id: `level${index + 1}`, cells: {
    B: { content: `Kept to ${Math.round(level * 1000) / 10}%`, style: "label" }, C: note("{currency}/{period}"),
    level: fixed(level, "percent"),
    safety: calc("NORMSINV([@level])", "factor"),
    cost: calc('IF(COUNT([$perSafety]) = 0, "", [$perSafety] * [@safety])', "money"),
  } })),
};

export const perfectionChart: ChartSpec = {
  name: "Cost of perfection",
  kind: "scatter",
  altText: "Curve: what each level of the promised share of times costs, rising ever faster towards 100%. Point: the level that is promised.",
  place: "curve.I:P",
  series: [
    { name: "Cost of the level", values: "curve.cost", categories: "curve.level", look: "give", as: "line" },
    { name: "Promised", values: "drawnCost.E", categories: "drawnLevel.E", look: "ask" },
  ],
};
