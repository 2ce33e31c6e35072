import {
  calc, head, line, link, note, total, type BlockSpec, type CellSpec, type ChartSpec, type RowSpec, type SheetSpec,
} from "../../spec";
import { mostNative } from "../most-native";

/** A curve of more customers is drawn in this many steps. */
const steps = 100;

/**
 * The whale curve: customers by profit, what they add up to, and the part that the last ones give back. Where every customer has no
 * formulas of its own, each line stands for a hundredth of them.
 */
export const whaleSheet = (count: number): SheetSpec => ({
  id: "whale", name: "Whale", sheetClass: "output",
  title: "Whale curve",
  purpose: "Customers from the most to the least profitable: where the sum falls, customers cost more than they bring",
  widths: [7, 34, 18, 18, 14, 14, 14, 14, 14, 14, 14],
  heads: {
    A: head(count > mostNative ? "Up to" : "Rank"), B: head("Customer"), C: head("Unit"), D: head("Source"),
    E: head("Profit", "right"), F: head("Added up", "right"),
    G: head("Share of the total", "right"), ...(count > mostNative && { H: head("Above rank", "right") }),
  },
  blocks: [findings, chartArea, count > mostNative ? curveOf(steps, byHundredth) : curveOf(count, oneByOne)],
  charts: [whaleChart],
  names: { rng_whale: "curve.E:F" },
  freeze: { rows: 4 },
});

const findings: BlockSpec = {
  id: "findings",
  bands: [{ title: "What the curve says", tone: "ask", from: "A" }],
  rows: [
    line("total", { label: "Profit of all customers", unit: "{currency}/{period}", source: "Scores" },
      { E: link("[scores/out_profit]", "money") }),
    line("last", { label: "Where the curve ends", unit: "{currency}/{period}", source: "Below" }, { E: calc("SUM([curve.E])", "money") }),
    line("peak", { label: "Peak of the curve", unit: "{currency}/{period}", source: "Below" },
      { E: total("MAX([curve.F])", "money", { name: "out_peak" }) }),
    line("peakShare", { label: "Peak, as a share of the profit", unit: "% of profit", source: "Lines above" },
      { E: total('IF([$total] > 0, [$peak] / [$total], "")', "percent", { name: "out_peak_share" }) }),
    line("peakAt", { label: "Customers up to the peak", unit: "customers", source: "Below" },
      { E: calc("INDEX([curve.A], MATCH([$peak], [curve.F], 0))", "flag") }),
    line("givenBack", { label: "Given back after it", unit: "{currency}/{period}", source: "Lines above" },
      { E: calc("[$peak] - [$last]", "money") }),
  ],
};

const chartArea: BlockSpec = { id: "chartArea", rows: Array.from({ length: 16 }, () => ({ cells: {} })) };

/** What a line of the curve stands for: up to which rank, under which name, the profit it adds, and what else it needs to know. */
interface Line {
  readonly title: string;
  readonly rank: string;
  readonly name: CellSpec;
  readonly profit: string;
  readonly more?: RowSpec["cells"];
}

const oneByOne: Line = {
  title: "Customer by customer", rank: "ROWS([curve.C:@])",
  name: link("INDEX([scores/scores.name], MATCH([@A], [scores/scores.rank], 0))", "general"),
  profit: "N(INDEX([scores/scores.profit], MATCH([@A], [scores/scores.rank], 0)))",
};

const byHundredth: Line = {
  title: "Hundredth by hundredth of all customers",
  rank: `ROWS([curve.C:@]) * ROWS([scores/scores.rank]) / ${steps}`,
  name: calc('"First " & ROWS([curve.C:@]) & " of 100"', "general"),
  profit: 'SUMIFS([scores/scores.profit], [scores/scores.rank], ">" & [@H], [scores/scores.rank], "<=" & [@A])',
  more: { H: calc(`(ROWS([curve.C:@]) - 1) * ROWS([scores/scores.rank]) / ${steps}`, "flag") },
};

const curveOf = (lines: number, { title, rank, name, profit, more = {} }: Line): BlockSpec => ({
  id: "curve",
  bands: [{ title, tone: "ask", from: "A" }],
  rows: Array.from({ length: lines }, (_, index): RowSpec => ({ id: `place${index + 1}`, cells: {
    A: calc(rank, "flag", { align: "left" }),
    B: { ...name, align: "left" },
    C: note("{currency}/{period}"), D: note("Scores"),
    E: link(profit, "money"),
    F: calc("SUM([curve.E:@])", "money"),
    G: calc('IF([$total] > 0, [@F] / [$total], "")', "percent"), ...more,
  } })),
});

const whaleChart: ChartSpec = {
  name: "Whale curve",
  kind: "column",
  altText: "Line: profit added up from the most to the least profitable customer. "
    + "Columns: the profit of each; below zero it is given back.",
  place: "chartArea.A:I",
  gapWidth: 60,
  series: [
    { name: "Profit", values: "curve.E", categories: "curve.A", look: "give" },
    { name: "Added up", values: "curve.F", categories: "curve.A", look: "ask", as: "line" },
  ],
};
