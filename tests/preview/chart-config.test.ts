import { chartConfig, formatNumber } from "../../src/preview/chart-config";
import { blankChart, blankSeries, type ChartModel, type SeriesData, type SeriesModel } from "../../src/preview/excel/chart-model";

const data = (values: (number | null)[], name = "Series"): SeriesData => ({
  name, values, categories: values.map((_, i) => `Step ${i + 1}`), x: values.map((_, i) => i), sizes: values.map(() => 1),
  numberFormat: "#,##0", xFormat: "0%",
});
const chart = (chartType: string, series: Partial<SeriesModel>[], change: Partial<ChartModel> = {}): ChartModel =>
  ({ ...blankChart("c", "s", "Bridge", chartType), series: series.map((part) => ({ ...blankSeries(), ...part })), ...change });
const drawn = (model: ChartModel, read: SeriesData[]): any => chartConfig(model, read);

test("a column without fill and line is invisible, so that a bridge can stand on it", () => {
  const bridge = chart("ColumnStacked", [
    { fill: null, line: { visible: false, weight: 1, lineStyle: "Continuous" } },
    { fill: "#FBE3D3", line: { visible: true, color: "#A8430F", weight: 1.5, lineStyle: "Continuous" } },
  ]);
  const [base, loss] = drawn(bridge, [data([10]), data([5])]).data.datasets;
  expect([base.backgroundColor[0], base.borderColor[0], base.borderWidth[0]]).toEqual(["transparent", "transparent", 0]);
  expect([loss.backgroundColor[0], loss.borderColor[0], loss.borderWidth[0]]).toEqual(["#FBE3D3", "#A8430F", 2]); // 1.5 points are 2 pixels
  expect(base.stack).toBe(loss.stack);
});

test("a point's own fill goes before its series'", () => {
  const own = { fill: "#0A6E66", border: { visible: false, weight: 1, lineStyle: "Continuous" } };
  const [series] = drawn(chart("ColumnClustered", [{ fill: "#1F2A44", points: { 1: own } }]), [data([1, 2, 3])]).data.datasets;
  expect(series.backgroundColor).toEqual(["#1F2A44", "#0A6E66", "#1F2A44"]);
});

test("a gap of 50 % leaves two thirds to one column, and three quarters of the room to three of 100 %", () => {
  const share = (columns: number, gapWidth: number) => {
    const times = <T>(thing: T) => Array.from({ length: columns }, () => thing);
    return drawn(chart("ColumnClustered", times({ gapWidth })), times(data([1]))).data.datasets[0].categoryPercentage;
  };
  expect(share(1, 50)).toBeCloseTo(1 / 1.5, 12);
  expect(share(3, 100)).toBeCloseTo(3 / 4, 12);
});

test("bars lie, lines run over columns, filtered series are left out, a second axis appears when it is used", () => {
  expect(drawn(chart("BarClustered", [{}]), [data([1])]).options.indexAxis).toBe("y");
  const mixed = chart("ColumnClustered", [{}, { chartType: "Line", axisGroup: "Secondary" }, { filtered: true }]);
  const pareto = drawn(mixed, [data([1]), data([0.5]), data([9])]);
  expect(pareto.data.datasets.map(({ type, yAxisID }: any) => [type, yAxisID])).toEqual([["bar", undefined], ["line", "secondary"]]);
  expect(Object.keys(pareto.options.scales)).toEqual(["x", "y", "secondary"]);
});

test("axes, gridlines, title and legend are drawn only where Excel would", () => {
  const model = chart("Line", [{}]);
  model.axes.value.majorGridlines.visible = false;
  model.axes.value.visible = false;
  model.title.visible = false;
  model.legend.visible = false;
  const { scales, plugins } = drawn(model, [data([1])]).options;
  expect([scales.y.display, scales.y.grid.display, plugins.title.display, plugins.legend.display]).toEqual([false, false, false, false]);
  expect(scales.x.display).toBe(true);
});

test("the value axis speaks the cells' number format, or its own", () => {
  const model = chart("Line", [{}]);
  expect(drawn(model, [data([1])]).options.scales.y.ticks.callback(12345)).toBe("12,345");
  Object.assign(model.axes.value, { linkNumberFormat: false, numberFormat: "0%" });
  expect(drawn(model, [data([1])]).options.scales.y.ticks.callback(0.5)).toBe("50%");
  expect(formatNumber('#,##0_);(#,##0);"-"_)', -16894)).toBe("(16,894)");
});

test("long category names are broken between words", () => {
  const model = chart("ColumnClustered", [{}], { width: 120 });
  const read = { ...data([1, 2]), categories: ["Not only for the price", "Leaving"] };
  expect(drawn(model, [read]).data.labels).toEqual([["Not only for", "the price"], "Leaving"]);
});

test("a bubble's area follows its size", () => {
  const [{ data: bubbles }] = drawn(chart("Bubble", [{}]), [{ ...data([1, 1]), sizes: [4, 1] }]).data.datasets;
  expect(bubbles[0].r / bubbles[1].r).toBeCloseTo(2, 12);
});

test("a scatter writes the numbers across in their own format, and a line without markers has none", () => {
  const { data: { datasets: [line] }, options } = drawn(chart("XYScatter", [{ chartType: "XYScatterLinesNoMarkers" }]), [data([1000])]);
  expect([options.scales.x.ticks.callback(0.8), options.scales.y.ticks.callback(1000)]).toEqual(["80%", "1,000"]);
  expect([line.pointRadius, line.showLine]).toEqual([0, true]);
});
