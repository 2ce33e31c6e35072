import type { Agreement } from "../../../core/agreement";
import { assess } from "../../../core/assessment";
import { bestOf } from "../../../core/portfolio/best";
import { filledIn } from "../../../core/portfolio/customers";
import { decisionsOf, overridesOf } from "../../../core/portfolio/overrides";
import { scorePortfolio } from "../../../core/portfolio/portfolio";
import { columnLetters } from "../../address";
import {
  check, columnsOf, line, link, note, type BlockSpec, type CellSpec, type ChartSpec, type Content, type SheetSpec,
} from "../../spec";
import { longTable, type PortfolioData } from "./customers-sheet";
import { asksScored, numeric, type Column } from "./fit-columns";
import { nativeColumns } from "./scores-columns";
import { best, cohorts, colours, counts, fitInvest, totals } from "./scores-totals";

/**
 * The scores of more customers than rows of formulas can hold: values that the panel worked out on a day, under the same headings,
 * with everything above them as formulas, and a check that asks to score again when customers or the role have changed since.
 */
export function datedScoresSheet(agreement: Agreement, data: PortfolioData): SheetSpec {
  const columns = datedColumns(agreement, data);
  return {
    id: "scores", name: "Scores", sheetClass: "calculation",
    title: "Scores",
    purpose: "Fit, value and verdict of each customer, as values of the day below. A verdict is a proposal, never a decision",
    widths: columns.map(({ width }) => width),
    blocks: [
      since(agreement, data), totals("SUM([scores.again])"), counts, cohorts, best, chartArea, constants,
      longTable("scores", columns, data.customers.count, (row) => `score${row + 1}`, {
        bands: [{ title: "Customer by customer", tone: "ask", from: "A" }], headHeight: 46, table: "tblScores", columns: columnsOf(columns),
      }),
    ],
    conditions: colours,
    charts: [byVerdict],
    freeze: { columns: 2 },
    names: { rng_verdicts: "counts.E" },
    printTo: columnLetters(columns.findIndex(({ key }) => key === "rank")),
  };
}

/** What the values were worked out from, beside what stands there now. */
function since(agreement: Agreement, { customers, asOf }: PortfolioData): BlockSpec {
  const then = (content: Content): CellSpec => note(content, { format: "money", align: "right" });
  const sum = customers.numbers.contribution.reduce((total, each) => total + (each || 0), 0);
  return {
    id: "since",
    bands: [{ title: "These scores are values", tone: "ask", from: "A" }],
    rows: [
      line("day", { label: "Worked out for", unit: "date", source: "Panel" }, { E: note(asOf, { format: "date", align: "right" }) }),
      line("wasSum", { label: "Contribution of all customers, then", unit: "{currency}/{period}", source: "Panel" }, { E: then(sum) }),
      line("isSum", { label: "Contribution of all customers, now", unit: "{currency}/{period}", source: "Customers" },
        { E: link("SUM([customers/customers.contribution])", "money") }),
      line("wasRole", { label: "Net value of the role as asked, then", unit: "{currency}", source: "Panel" },
        { E: then(assess(agreement).cases?.asked.value.total ?? 0) }),
      line("isRole", { label: "Net value of the role as asked, now", unit: "{currency}", source: "Summary" },
        { E: link("N([summary/out_netltv_role])", "money") }),
      line("changed", { label: "Changed since: bring the customers in again", unit: "0 = no", source: "Lines above" },
        { E: check("((ABS([$isSum] - [$wasSum]) > [$tol]) + (ABS([$isRole] - [$wasRole]) > [$tol]) > 0) * 1", "look") }),
    ],
  };
}

const constants: BlockSpec = {
  id: "constants",
  bands: [{ title: "Taken from other sheets", tone: "ask", from: "A" }],
  rows: [
    fitInvest(),
    line("tol", { label: "A difference counts above", unit: "{currency}", source: "Inputs" }, { E: link("[inputs/chk_tol]", "level") }),
  ],
};

const chartArea: BlockSpec = {
  id: "chartArea",
  bands: [{ title: "Customers by verdict", tone: "ask", from: "A" }],
  rows: Array.from({ length: 12 }, () => ({ cells: {} })),
};

const byVerdict: ChartSpec = {
  name: "Customers by verdict", kind: "bar", place: "chartArea.C:K", gapWidth: 40, dataLabels: true,
  altText: "One bar for each verdict: how many customers it is proposed for. The lines above hold the numbers.",
  series: [{ name: "Customers", values: "counts.E", categories: "counts.B", look: "ask", labelFormat: "#,##0" }],
};

// --- the table

/** The columns of the formulas that anything else reads, in their order, and what only values need. */
function datedColumns(agreement: Agreement, data: PortfolioData): Column[] {
  const valuesOf = readings(agreement, data);
  const native = nativeColumns(asksScored(agreement)).filter(({ key }) => key in valuesOf || key === "unit" || key === "source");
  return [...native, numeric("again", "Id stands above already", note(null, { format: "flag" }), 9)].map((column): Column => {
    const valueOf = valuesOf[column.key];
    if (!valueOf) return column;
    const { format, align = "right" } = column.cell(0);
    return { ...column, cell: (row) => note(known(valueOf(row)), { ...(format && { format }), align }) };
  });
}

const known = (value: string | number) => (value === "" || Number.isNaN(value) ? null : value);

/** What each column says of a customer. */
function readings(agreement: Agreement, { customers, asOf }: PortfolioData): Record<string, (row: number) => string | number> {
  const { texts, numbers } = filledIn(customers, agreement);
  const scores = scorePortfolio(agreement, customers);
  const decisions = decisionsOf(customers, scores, asOf);
  const overrides = new Map(overridesOf(customers, scores, asOf).map((override) => [override.row, override]));
  const isAgreed = (row: number) => Number(numbers.agreedOn[row]! <= numbers.firstOrder[row]!);
  const amongBest = bestOf(scores, agreement)?.isBest;
  const seen = new Set<string>();
  const again = texts.id.map((id) => Number(seen.has(id.toLowerCase()) || !seen.add(id.toLowerCase())));
  return {
    id: (row) => texts.id[row]!, name: (row) => texts.name[row]!,
    decision: (row) => decisions[row]!, verdict: (row) => scores.verdict[row]!,
    fit: (row) => scores.fit[row]!, low: (row) => scores.low[row]!, high: (row) => scores.high[row]!,
    coverage: (row) => scores.coverage[row]!,
    profit: (row) => scores.profit[row]!, net: (row) => scores.net[row]!, potential: (row) => scores.potential[row]!,
    upside: (row) => scores.upside[row]!, loyalLossMaker: (row) => scores.loyalLossMaker[row]!, bonus: (row) => numbers.bonus[row]!,
    bonusOnLoss: (row) => scores.bonusOnLoss[row]!, rank: (row) => scores.rank[row]!,
    broken: (row) => 1 - scores.mustsKept[row]!, retention: (row) => numbers.retention[row]!,
    valued: (row) => Number(!Number.isNaN(scores.net[row]!)),
    override: (row) => texts.override[row]!, standing: (row) => Number(overrides.get(row)?.problems.length === 0),
    price: (row) => overrides.get(row)?.price ?? 0,
    tenure: (row) => (asOf - numbers.ownerSince[row]!) / agreement.inputs.days, agreedFirst: isAgreed,
    best: (row) => amongBest?.[row] ?? 0,
    keeps: (row) => Number(numbers.retention[row]! >= 0 && numbers.retention[row]! <= 1), again: (row) => again[row]!,
  };
}
