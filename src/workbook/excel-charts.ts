import { boxAddress } from "./address";
import { seriesLooks } from "./style";
import type { Box, ChartPlan, ChartSeriesPlan } from "./workbook-plan";

const types = { columnStacked: "ColumnStacked", column: "ColumnClustered", bar: "BarClustered", line: "Line" } as const;

/**
 * Adds native charts. The section band above a chart is its title, so it has none of its own. Office.js offers no alternative
 * text for charts at the level of ExcelApi we ask for: the plan's sentence stands in a cell beside the chart and names it.
 */
export function writeCharts(worksheet: Excel.Worksheet, charts: readonly ChartPlan[]): void {
  for (const plan of charts) {
    const [first] = plan.series;
    const chart = worksheet.charts.add(types[plan.kind], range(worksheet, first!.values), "Columns");
    chart.name = plan.name;
    chart.title.visible = false;
    chart.legend.visible = false;
    chart.setPosition(corner(worksheet, plan.place.row, plan.place.column),
      corner(worksheet, plan.place.row + plan.place.rows - 1, plan.place.column + plan.place.columns - 1));
    plan.series.forEach((series, index) => {
      const added = index === 0 ? chart.series.getItemAt(0) : chart.series.add(series.name);
      writeSeries(worksheet, added, series, plan);
    });
  }
}

function writeSeries(worksheet: Excel.Worksheet, series: Excel.ChartSeries, plan: ChartSeriesPlan, chart: ChartPlan): void {
  series.name = plan.name;
  series.setValues(range(worksheet, plan.values));
  series.setXAxisValues(range(worksheet, plan.categories));
  if (plan.as === "line") series.chartType = "Line";
  if (chart.gapWidth !== undefined && plan.as !== "line" && chart.kind !== "line") series.gapWidth = chart.gapWidth;
  const { fill, line, width, dashed } = seriesLooks[plan.look];
  if (fill) series.format.fill.setSolidColor(fill);
  else series.format.fill.clear();
  if (line) {
    series.format.line.color = line;
    series.format.line.weight = width!;
    if (dashed) series.format.line.lineStyle = "Dash";
  }
  if (chart.dataLabels && plan.look !== "invisible") series.hasDataLabels = true;
}

const range = (worksheet: Excel.Worksheet, box: Box) => worksheet.getRange(boxAddress(box));
const corner = (worksheet: Excel.Worksheet, row: number, column: number) => range(worksheet, { row, column, rows: 1, columns: 1 });
