import { boxAddress } from "./address";
import { colors, fontName, seriesLooks } from "./style";
import type { Box, ChartPlan, ChartSeriesPlan } from "./workbook-plan";

const types = {
  columnStacked: "ColumnStacked", column: "ColumnClustered", bar: "BarClustered", barStacked: "BarStacked", line: "Line", scatter: "XYScatter",
} as const;

/**
 * Adds native charts, as quiet as the sheets: the section band above is the title, the labels say the numbers. Office.js knows no
 * alternative text for charts, so the plan's sentence stands in the cell under each.
 */
export function writeCharts(worksheet: Excel.Worksheet, charts: readonly ChartPlan[]): void {
  for (const plan of charts) {
    const first = plan.series[0]!.values;
    const chart = worksheet.charts.add(types[plan.kind], range(worksheet, first), first.rows === 1 ? "Rows" : "Columns");
    chart.name = plan.name;
    chart.title.visible = false;
    chart.legend.visible = false;
    chart.format.border.lineStyle = "None";
    chart.format.font.name = fontName;
    chart.format.font.size = 10;
    chart.setPosition(cell(worksheet, plan.place.row, plan.place.column),
      cell(worksheet, plan.place.row + plan.place.rows - 1, plan.place.column + plan.place.columns - 1));
    writeAxis(chart.axes.valueAxis, plan);
    nameAxis(chart.axes.valueAxis, plan.axes?.up);
    nameAxis(chart.axes.categoryAxis, plan.axes?.across);
    if (plan.kind === "barStacked") chart.axes.categoryAxis.reversePlotOrder = true;
    plan.series.forEach((series, index) => {
      const added = index === 0 ? chart.series.getItemAt(0) : chart.series.add(series.name);
      writeSeries(worksheet, added, series, plan);
    });
  }
}

/** Where every bar carries its number an axis would only repeat it. */
function writeAxis(axis: Excel.ChartAxis, { dataLabels }: ChartPlan): void {
  axis.visible = !dataLabels;
  axis.majorGridlines.visible = !dataLabels;
  if (!dataLabels) axis.majorGridlines.format.line.color = colors.line;
}

function nameAxis({ title }: Excel.ChartAxis, name: string | undefined): void {
  if (name === undefined) return;
  title.text = name;
  title.format.font.name = fontName;
  title.format.font.size = 10;
  title.format.font.bold = false;
}

function writeSeries(worksheet: Excel.Worksheet, series: Excel.ChartSeries, plan: ChartSeriesPlan, chart: ChartPlan): void {
  const isLine = plan.as === "line" || chart.kind === "line";
  series.name = plan.name;
  series.setValues(range(worksheet, plan.values));
  series.setXAxisValues(range(worksheet, plan.categories));
  if (plan.as === "line") series.chartType = chart.kind === "scatter" ? "XYScatterLinesNoMarkers" : "Line";
  if (chart.gapWidth !== undefined && !isLine) series.gapWidth = chart.gapWidth;
  const { fill, line, width, dashed, label } = seriesLooks[plan.look];
  if (chart.kind === "scatter" && !isLine) return writeMarkers(series, line);
  if (fill) series.format.fill.setSolidColor(fill);
  else series.format.fill.clear();
  if (line) {
    series.format.line.color = line;
    series.format.line.weight = width!;
    if (dashed) series.format.line.lineStyle = "Dash";
  }
  if (chart.dataLabels && plan.labelFormat !== undefined) {
    series.hasDataLabels = true;
    series.dataLabels.numberFormat = plan.labelFormat;
    if (label) series.dataLabels.format.font.color = label;
  }
}

/** Points of a scatter stand alone. */
function writeMarkers(series: Excel.ChartSeries, color: string | undefined): void {
  series.markerStyle = "Circle";
  series.markerSize = 8;
  if (color === undefined) return;
  series.markerBackgroundColor = color;
  series.markerForegroundColor = color;
}

const range = (worksheet: Excel.Worksheet, box: Box) => worksheet.getRange(boxAddress(box));
const cell = (worksheet: Excel.Worksheet, row: number, column: number) => range(worksheet, { row, column, rows: 1, columns: 1 });
