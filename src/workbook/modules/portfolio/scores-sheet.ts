import type { Agreement, Ask } from "../../../core/agreement";
import { columnLetters } from "../../address";
import { calc, columnsOf, line, link, table, type BlockSpec, type ChartSpec, type ConditionSpec, type SheetSpec } from "../../spec";
import type { PortfolioData } from "./customers-sheet";
import { asksScored, edges, parameters } from "./fit-columns";
import { nativeColumns } from "./scores-columns";
import { best, cohorts, colours, counts, fitInvest, fromInputs, totals } from "./scores-totals";

/** How well each customer plays the role, what each is worth, and what follows: every row one customer, every column one formula. */
export function scoresSheet(agreement: Agreement, { customers }: PortfolioData): SheetSpec {
  const asks = asksScored(agreement);
  const columns = nativeColumns(asks);
  const rows = Array.from({ length: customers.count }, (_, row) => row);
  return {
    id: "scores", name: "Scores", sheetClass: "calculation",
    title: "Scores",
    purpose: "Fit, value and verdict of each customer. A verdict is a proposal for somebody to decide on, never a decision",
    widths: columns.map(({ width }) => width),
    blocks: [
      totals(twice), counts, cohorts, best, chartArea, threshold, constants, parameters(asks, columns),
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

/** How often an id stands twice is counted over all ids. */
const twice = "SUMPRODUCT((COUNTIF([scores.id], [scores.id]) > 1) * 1)";

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

const constants: BlockSpec = {
  id: "constants",
  bands: [{ title: "Taken from other sheets", tone: "ask", from: "A" }],
  rows: [
    line("asOf", { label: "Looked at on", unit: "date", source: "Customers" }, { E: link("[customers/in_as_of]", "date") }),
    fromInputs("rate", "Discount rate", "% per {period}", "in_rate", "percent"),
    line("periods", { label: "Horizon, 0 = no end", unit: "{period}s", source: "Inputs" }, { E: link("N([inputs/in_periods])", "money") }),
    line("unlimited", { label: "No end", unit: "flag", source: "Inputs" }, { E: link("(COUNT([inputs/in_periods]) = 0) * 1", "flag") }),
    line("horizon", { label: "Exponent of the closed form", unit: "{period}s", source: "Lines above" },
      { E: calc("[$periods] + [$unlimited]", "money") }),
    fromInputs("costGrowth", "Cost inflation of commitments", "% per {period}", "in_cost_growth", "percent"),
    fromInputs("type", "Timing", "0 end to 1 begin", "in_type", "decimal"),
    line("atRisk", { label: "First period at risk", unit: "flag", source: "Inputs" }, { E: link("[inputs/in_at_risk] * 1", "flag") }),
    line("oneReferral", { label: "Value of one referral", unit: "{currency}", source: "Stakes" },
      { E: link("[stakes/out_one_referral]", "money") }),
    line("deserve", { label: "Cost to deserve", unit: "{currency}/{period}", source: "Commitments" },
      { E: link("[commitments/out_deserve_cost]", "money") }),
    fromInputs("tolQ", "Growth factor counts as 1 within", "factor", "chk_tol_q", "level"),
    fromInputs("days", "Days in the year", "days", "in_days", "money"),
    fromInputs("mode", "Relationship or single sale", "R or T", "in_mode", "words"),
    fromInputs("minCov", "Least coverage for a verdict", "% of weight", "in_min_cov", "percent"),
    fitInvest(),
    line("bestAsked", { label: "Lines for the best are drawn", unit: "flag", source: "Inputs" },
      { E: link("(COUNT([inputs/in_best_fit], [inputs/in_best_value]) > 0) * 1", "flag") }),
    line("bestFit", { label: "Best: fit at least, blank = 0", unit: "% of fit", source: "Inputs" },
      { E: link("N([inputs/in_best_fit])", "percent") }),
    line("bestValued", { label: "Best: a value is asked for", unit: "flag", source: "Inputs" },
      { E: link("COUNT([inputs/in_best_value])", "flag") }),
    line("bestValue", { label: "Best: net value at least", unit: "{currency}", source: "Inputs" },
      { E: link("N([inputs/in_best_value])", "money") }),
    fromInputs("mustCap", "Fit left when a must is broken", "% of fit", "in_must_cap", "percent"),
    fromInputs("loyal", "Loyal from", "% per {period}", "in_loyal", "percent"),
  ],
};

const conditions = (asks: readonly Ask[]): ConditionSpec[] => [
  ...colours,
  { on: `parameters.${asks[0]?.id}:${asks.at(-1)?.id}`, when: `[active] = 0`, look: "off" },
];
