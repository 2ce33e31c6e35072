import { calc, head, line, link, note, total, type BlockSpec, type ChartSpec, type RowSpec, type SheetSpec } from "../../spec";

/** The whale curve: customers by profit, what they add up to, and the part that the last ones give back. */
export const whaleSheet = (count: number): SheetSpec => ({
  id: "whale", name: "Whale", sheetClass: "output",
  title: "Whale curve", purpose: "Customers from the most to the least profitable: where the sum falls, customers cost more than they bring",
  widths: [7, 34, 18, 18, 14, 14, 14, 14, 14, 14, 14],
  heads: {
    A: head("Rank"), B: head("Customer"), C: head("Unit"), D: head("Source"), E: head("Profit", "right"), F: head("Added up", "right"),
    G: head("Share of the total", "right"),
  },
  blocks: [findings, chartArea, curve(count)],
  charts: [whaleChart],
  names: { rng_whale: "curve.E:F" },
  freeze: { rows: 4 },
});

const findings: BlockSpec = {
  id: "findings",
  bands: [{ title: "What the curve says", tone: "ask", from: "A" }],
  rows: [
    line("total", { label: "Profit of all customers", unit: "{currency}/{period}", source: "Scores" }, { E: link("[scores/out_profit]", "money") }),
    line("last", { label: "Where the curve ends", unit: "{currency}/{period}", source: "Below" }, { E: calc("SUM([curve.E])", "money") }),
    line("peak", { label: "Peak of the curve", unit: "{currency}/{period}", source: "Below" }, { E: total("MAX([curve.F])", "money", { name: "out_peak" }) }),
    line("peakShare", { label: "Peak, as a share of the profit", unit: "% of profit", source: "Lines above" },
      { E: total('IF([$total] > 0, [$peak] / [$total], "")', "percent", { name: "out_peak_share" }) }),
    line("peakAt", { label: "Customers up to the peak", unit: "customers", source: "Below" }, { E: calc("MATCH([$peak], [curve.F], 0)", "flag") }),
    line("givenBack", { label: "Given back after it", unit: "{currency}/{period}", source: "Lines above" }, { E: calc("[$peak] - [$last]", "money") }),
  ],
};

const chartArea: BlockSpec = { id: "chartArea", rows: Array.from({ length: 16 }, () => ({ cells: {} })) };

const curve = (count: number): BlockSpec => ({
  id: "curve",
  bands: [{ title: "Customer by customer", tone: "ask", from: "A" }],
  rows: Array.from({ length: count }, (_, index): RowSpec => ({ id: `place${index + 1}`, cells: {
    A: calc("ROWS([curve.C:@])", "flag", { align: "left" }),
    B: { ...link("INDEX([scores/scores.name], MATCH([@A], [scores/scores.rank], 0))", "general"), align: "left" },
    C: note("{currency}/{period}"), D: note("Scores"),
    E: link("N(INDEX([scores/scores.profit], MATCH([@A], [scores/scores.rank], 0)))", "money"),
    F: calc("SUM([curve.E:@])", "money"),
    G: calc('IF([$total] > 0, [@F] / [$total], "")', "percent"),
  } })),
});

const whaleChart: ChartSpec = {
  name: "Whale curve",
  kind: "column",
  altText: "Line: profit added up from the most to the least profitable customer. Columns: the profit of each; below zero it is given back.",
  place: "chartArea.A:I",
  gapWidth: 60,
  series: [
    { name: "Profit", values: "curve.E", categories: "curve.A", look: "give" },
    { name: "Added up", values: "curve.F", categories: "curve.A", look: "ask", as: "line" },
  ],
};
