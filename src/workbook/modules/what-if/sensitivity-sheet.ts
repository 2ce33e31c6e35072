import type { Move } from "../../../core/portfolio/scenarios";
import { swings, type Swing } from "../../../core/portfolio/tornado";
import { columnLetters } from "../../address";
import {
  across, calc, head, label, line, note, remark, total, type BlockSpec, type CellSpec, type ChartSpec, type EntrySpec, type RowSpec, type SheetSpec,
} from "../../spec";
import type { Module } from "../module";
import { caseBlocks } from "./cases";

/** Which single number moves the value most, and how two of them move it together. */
export const sensitivity: Module<null> = {
  id: "sensitivity",
  title: "Sensitivity",
  purpose: "Which number moves the value most, and how retention and discount move it together",
  needs: [],
  sheets: () => [sensitivitySheet()],
  blank: () => null,
  example: () => null,
};

/** One column for each side of each swing, the lower first. */
const sides = swings.flatMap((swing) => (["low", "high"] as const).map((side) => ({ swing, side })));
const caseColumns = sides.map((_, index) => columnLetters(5 + index));
const gridColumns = caseColumns.slice(0, 7);

const sensitivitySheet = (): SheetSpec => ({
  id: "sensitivity", name: "Sensitivity", sheetClass: "calculation",
  title: "Sensitivity", purpose: "Every case moves one number of the role and leaves the others as asked",
  widths: [7, 44, 22, 18, 16, ...caseColumns.map(() => 13)],
  heads: {
    A: head("Line"), B: head("Label"), C: head("Unit"), D: head("Source or driver"), E: head("As asked", "right"),
    ...across(caseColumns, (_, i) => head(`${nameOf(sides[i]!.swing)}: ${sides[i]!.side}`, "right")),
  },
  headHeight: 33,
  blocks: [
    tornado, chartArea, steps, switches,
    ...caseBlocks({ columns: caseColumns, moved }), gridTop, grid,
    { id: "remarks", rows: [remark("A swing that has no finite value is left blank. A horizon without end is not swung.")] },
  ],
  entries: [...gridEntries, {
    on: `steps.E:F`, kind: "decimal", title: "How far it is swung", message: "By a share of itself, or by so much. See the column Unit.", optional: false,
  } satisfies EntrySpec],
  charts: [chart],
  names: { rng_tornado: "tornado.E:G", rng_grid: `grid.E:${gridColumns.at(-1)}` },
  freeze: { columns: 2 },
  numbered: true,
  printTo: "L",
});

/** The line of the case blocks that a swing moves. */
const lineOf = ({ of }: Swing): string => {
  if (of === "retention") return "retention";
  if (of === "commitments") return "deserve";
  return "driver" in of ? of.driver : of.input;
};
/** What is swung, without how far. */
const nameOf = ({ label: words }: Swing) => words.split(",")[0]!;
const isTimes = ({ low }: Swing) => "by" in low;
const step = (move: Move) => ("by" in move ? Math.round((move.by - 1) * 1e10) / 1e10 : "plus" in move ? move.plus : 0);

/** A line that the case moves is multiplied and added to; retention stays a share, a horizon lasts at least one period. */
function moved(id: string): string {
  const free = "[@$E] * (1 + ([@$D] = [what$]) * [times$]) + ([@$D] = [what$]) * [plus$]";
  if (id === "retention") return `MEDIAN(0, 1, ${free})`;
  return id === "periods" ? `IF([$unlimited] = 1, 0, MAX(1, ${free}))` : free;
}

/** The bars, in the order of the list: the lower and the higher value, and how far they lie apart. */
const tornado: BlockSpec = {
  id: "tornado",
  bands: [{ title: "Which number moves the value most", tone: "ask", from: "A" }],
  heads: { A: head(null), B: head("What is swung"), C: head("Unit"), D: head(null), E: head("Low", "right"), F: head("High", "right"), G: head("Apart", "right"), H: head("Base", "right"),
    I: head("Bar", "right") },
  rows: swings.map((swing, i): RowSpec => ({ id: `bar${swing.id}`, cells: {
    B: label(swing.label), C: note("{currency}"), D: note("Below"),
    E: total(`[net.${caseColumns[2 * i]}]`, "money"), F: total(`[net.${caseColumns[2 * i + 1]}]`, "money"),
    G: calc('IF(COUNT([@E:F]) < COLUMNS([@E:F]), "", ABS([@F] - [@E]))', "money"),
    H: calc("MAX(0, MIN([@E:F]))", "money"), I: calc("N([@G])", "money"),
  } })),
};

const chartArea: BlockSpec = { id: "chartArea", rows: Array.from({ length: 16 }, () => ({ cells: {} })) };
const chart: ChartSpec = {
  name: "Tornado", kind: "barStacked", gapWidth: 40, place: "chartArea.C:I",
  altText: "Bars from the lower to the higher value of the role for each number that is swung. The table above holds the numbers.",
  series: [
    { name: "Base", values: "tornado.H", categories: "tornado.B", look: "invisible" },
    { name: "From low to high", values: "tornado.I", categories: "tornado.B", look: "ask" },
  ],
};

const gridEntries: readonly EntrySpec[] = [
  { on: "gridMiddle.E", kind: "whole", min: 1, max: 7, title: "Place of the role in the grid", message: "1 to 7; 4 is the middle.", optional: false },
  { on: "gridDiscountStep.E", kind: "decimal", min: 0, max: 1, title: "Step of the discount", message: "Points of list value, 2%.", optional: false },
  { on: "gridRetentionStep.E", kind: "decimal", min: 0, max: 1, title: "Step of the retention", message: "Points per period, 2%.", optional: false },
];

const unitOf = ({ id }: Swing) => (id === "horizon" ? "{period}s" : id === "days" ? "days" : "points per {period}");

const stepCell = (content: number, format: CellSpec["format"]): CellSpec => ({ content, style: "input", format });

const steps: BlockSpec = {
  id: "steps",
  bands: [{ title: "How far each is swung", tone: "ask", from: "A" }],
  heads: { A: head(null), B: head("Number"), C: head("Unit"), D: head(null), E: head("Towards low", "right"), F: head("Towards high", "right") },
  rows: swings.map((swing): RowSpec => {
    const format = isTimes(swing) || /rate|growth|retention/.test(swing.id) ? "inputPercent" as const : "inputMoney" as const;
    return { id: `step${swing.id}`, cells: {
      B: label(`${nameOf(swing)} by`), C: note(isTimes(swing) ? "% of itself" : unitOf(swing)), D: note("Typed"),
      E: stepCell(step(swing.low), format), F: stepCell(step(swing.high), format),
    } };
  }),
};

const switchCell = ({ swing, side }: (typeof sides)[number], times: boolean): CellSpec =>
  calc(`[step${swing.id}.${side === "low" ? "E" : "F"}] * ${isTimes(swing) === times ? 1 : 0}`, times ? "percent" : "level");

const switches: BlockSpec = {
  id: "switches",
  bands: [{ title: "The cases", tone: "ask", from: "A" }],
  rows: [
    line("what", { label: "Line that moves", unit: "line" }, across(caseColumns, (_, i) => note(lineOf(sides[i]!.swing), { align: "right" }))),
    line("times", { label: "By a share of itself", unit: "%" }, across(caseColumns, (_, i) => switchCell(sides[i]!, true))),
    line("plus", { label: "By so much", unit: "as the line" }, across(caseColumns, (_, i) => switchCell(sides[i]!, false))),
  ],
};

const gridInput = (id: string, words: string, unit: string, content: number, format: CellSpec["format"]): RowSpec =>
  line(id, { label: words, unit, source: "Typed" }, { E: { content, style: "input", format } });

/** What the grid is made of: where the role stands in it, and the contribution at every discount. */
const gridTop: BlockSpec = {
  id: "gridTop",
  bands: [{ title: "Retention and discount together", tone: "ask", from: "A" }],
  rows: [
    gridInput("gridMiddle", "Place of the role in the grid", "no.", 4, "inputMoney"),
    gridInput("gridDiscountStep", "From one discount to the next", "points of list value", 0.02, "inputPercent"),
    gridInput("gridRetentionStep", "From one retention to the next", "points per {period}", 0.02, "inputPercent"),
    line("gridLate", { label: "Cost of late payment, bad debt and claims", unit: "% of revenue" },
      { E: calc("[$daysLate] / [$days] * [$wacc] + [$badDebt] + [$abuse]", "percent") }),
    line("gridDiscount", { label: "Discount in this column", unit: "% of list value" }, across(gridColumns, (column) =>
      calc(`MEDIAN(0, 1, [$discount] + (COLUMNS([@$F:${column}]) - [$gridMiddle]) * [$gridDiscountStep])`, "percent"))),
    line("gridContribution", { label: "Annual contribution at this discount", unit: "{currency}/{period}" }, across(gridColumns, () =>
      calc("[$annual] + [$listValue] * ([$discount] - [gridDiscount]) * (1 - [$gridLate])", "money"))),
  ],
};

const factors = { qC: "M", qR: "N", qD: "O", fC: "P", fR: "Q", fD: "R", first: "S", fine: "T", others: "U" } as const;
const annuity = (q: string) => "IF(ABS([@q] - 1) < [$tolQ], [$periods], (1 - (1 - [$unlimited]) * [@q] ^ ([$periods] + [$unlimited])) / (1 - [@q]))"
  .replaceAll("@q", `@${q}`);

/** Each row a retention; the annuities stand to the right, because they depend on nothing else. */
const grid: BlockSpec = {
  id: "grid",
  columns: factors,
  heads: {
    A: head(null), B: head("Net lifetime value"), C: head("Unit"), D: head(null), E: head("Retention", "right"), ...across(gridColumns, () => head({ formula: "TEXT([gridDiscount], \"0%\")" }, "right")),
    qC: head("q of contribution", "right"), qR: head("q of referrals", "right"), qD: head("q of commitments", "right"),
    fC: head("Annuity of contribution", "right"), fR: head("Annuity of referrals", "right"), fD: head("Annuity of commitments", "right"),
    first: head("First-payment factor", "right"), fine: head("Has an end", "right"), others: head("Referrals less commitments", "right"),
  },
  headHeight: 33,
  rows: Array.from({ length: gridColumns.length }, (_, i): RowSpec => ({ id: `gridRow${i + 1}`, cells: {
    B: label(`Line ${i + 1} of the grid`), C: note("{currency}"), D: note("Lines above"),
    E: calc("MEDIAN(0, 1, [$retention] + (ROWS([grid.C:@]) - [$gridMiddle]) * [$gridRetentionStep])", "percent"),
    ...across(gridColumns, () => calc('IF([@$fine] = 0, "", [@$first] * ([gridContribution$] * [@$fC] + [@$others]) - [$ac])', "money")),
    qC: calc("[@E] * (1 + [$growth]) / (1 + [$rate])", "factor"),
    qR: calc("[@E] / (1 + [$rate])", "factor"),
    qD: calc("[@E] * (1 + [$costGrowth]) / (1 + [$rate])", "factor"),
    fC: calc(annuity("qC"), "factor"), fR: calc(annuity("qR"), "factor"), fD: calc(annuity("qD"), "factor"),
    first: calc("(1 - [$atRisk] * (1 - [@E])) * (1 + [$rate]) ^ -(1 - [$type])", "factor"),
    fine: calc("1 - [$unlimited] * (MAX([@qC:qD]) >= 1)", "flag"),
    others: calc("[$referralValue] * [@fR] - [$deserve] * [@fD]", "money"),
  } })),
};
