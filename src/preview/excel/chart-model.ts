import type { Box } from "../grid/address";
import type { Book, Value } from "../grid/book";

// Charts as plain data. The page draws them, the tests read them; nothing here knows how a chart looks.

/** Cells that a chart reads, live. Belief, and a limit: they do not move when rows are inserted above them. */
export interface ChartSource {
  sheetId: string;
  box: Box;
}

export interface FontModel {
  bold: boolean;
  italic: boolean;
  color: string;
  name: string;
  size: number;
  underline: string;
}

/** `color` undefined is the automatic one. */
export interface LineModel {
  visible: boolean;
  color?: string;
  weight: number;
  lineStyle: string;
}

/** undefined is the automatic fill, null is no fill, else "#RRGGBB". */
export type FillModel = string | null | undefined;

export interface AreaModel {
  fill: FillModel;
  border: LineModel;
  font: FontModel;
}

export interface TitleModel {
  visible: boolean;
  text: string;
  overlay: boolean;
  position: string;
  horizontalAlignment: string;
  format: AreaModel;
}

export interface LegendModel {
  visible: boolean;
  position: string;
  overlay: boolean;
  format: AreaModel;
}

export interface AxisModel {
  visible: boolean;
  minimum?: number;
  maximum?: number;
  majorUnit?: number;
  minorUnit?: number;
  numberFormat: string;
  linkNumberFormat: boolean;
  reversePlotOrder: boolean;
  scaleType: string;
  logBase: number;
  displayUnit: string;
  showDisplayUnitLabel: boolean;
  tickLabelPosition: string;
  tickLabelSpacing?: number;
  tickMarkSpacing: number;
  majorTickMark: string;
  minorTickMark: string;
  categoryType: string;
  position: string;
  textOrientation: number;
  offset: number;
  isBetweenCategories: boolean;
  title: { visible: boolean; text: string; font: FontModel };
  majorGridlines: { visible: boolean; line: LineModel };
  minorGridlines: { visible: boolean; line: LineModel };
  line: LineModel;
  font: FontModel;
}

export interface LabelsModel {
  showValue: boolean;
  showCategoryName: boolean;
  showSeriesName: boolean;
  showPercentage: boolean;
  showBubbleSize: boolean;
  showLegendKey: boolean;
  position: string;
  separator: string;
  numberFormat: string;
  linkNumberFormat: boolean;
  format: AreaModel;
}

export interface PointModel {
  fill: FillModel;
  border: LineModel;
}

export interface SeriesModel {
  name: string | ChartSource;
  values: ChartSource | null;
  categories: ChartSource | null;
  bubbleSizes: ChartSource | null;
  /** undefined: as the chart. */
  chartType?: string;
  axisGroup: string;
  fill: FillModel;
  line: LineModel;
  gapWidth: number;
  overlap: number;
  smooth: boolean;
  filtered: boolean;
  invertIfNegative: boolean;
  varyByCategories: boolean;
  markerStyle: string;
  markerSize: number;
  markerBackgroundColor?: string;
  markerForegroundColor?: string;
  doughnutHoleSize: number;
  hasDataLabels: boolean;
  labels: LabelsModel;
  /** By position in the series. */
  points: Record<number, PointModel>;
}

export interface ChartModel {
  readonly id: string;
  readonly sheetId: string;
  name: string;
  /** Excel.ChartType: "ColumnStacked", "Line", "XYScatter", "Bubble", ... */
  chartType: string;
  /** Points from the sheet's corner. */
  left: number;
  top: number;
  width: number;
  height: number;
  title: TitleModel;
  legend: LegendModel;
  axes: { category: AxisModel; value: AxisModel };
  secondaryAxes: { category: AxisModel; value: AxisModel };
  series: SeriesModel[];
  format: AreaModel;
  plotArea: { fill: FillModel; border: LineModel };
  displayBlanksAs: string;
  plotVisibleOnly: boolean;
}

export interface SeriesData {
  name: string;
  /** null for an empty cell, a text or an error. */
  values: (number | null)[];
  /** What stands on the category axis: display texts; numbers for a scatter or bubble chart are in `x`. */
  categories: string[];
  x: (number | null)[];
  sizes: (number | null)[];
  numberFormat: string;
  /** Of the numbers across a scatter or bubble chart. */
  xFormat: string;
}

/** What a chart shows now, read from its cells; filtered series are left out by whoever draws. */
export function chartData(book: Book, chart: ChartModel): SeriesData[] {
  return chart.series.map((series, index) => ({
    name: seriesName(book, series, index),
    values: numbersOf(book, series.values), categories: textsOf(book, series.categories),
    x: numbersOf(book, series.categories), sizes: numbersOf(book, series.bubbleSizes), numberFormat: formatOf(book, series.values),
    xFormat: formatOf(book, series.categories),
  }));
}

export function seriesName(book: Book, { name }: SeriesModel, index: number): string {
  if (typeof name === "string") return name || `Series${index + 1}`;
  return cellsOf(book, name).map((value) => String(value)).join(" ");
}

/** A deleted sheet leaves a chart with nothing to show. */
function cellsOf(book: Book, source: ChartSource | null): Value[] {
  if (!source || !book.sheet(source.sheetId)) return [];
  const { row, column, rows, columns } = source.box;
  return Array.from({ length: rows * columns }, (_, i) =>
    book.value(source.sheetId, row + Math.floor(i / columns), column + (i % columns)));
}

const numbersOf = (book: Book, source: ChartSource | null) =>
  cellsOf(book, source).map((value) => (typeof value === "number" ? value : null));

function textsOf(book: Book, source: ChartSource | null): string[] {
  if (!source || !book.sheet(source.sheetId)) return [];
  const { row, column, rows, columns } = source.box;
  return Array.from({ length: rows * columns }, (_, i) => book.text(source.sheetId, row + Math.floor(i / columns), column + (i % columns)));
}

const formatOf = (book: Book, source: ChartSource | null) =>
  (source && book.sheet(source.sheetId) ? book.patternOf(source.sheetId, source.box.row, source.box.column) : "General");

// --- how a new one begins. Belief: Excel's own beginnings.
export const blankFont = (size: number, bold = false): FontModel =>
  ({ bold, italic: false, color: "#595959", name: "Calibri", size, underline: "None" });

export const blankLine = (visible: boolean, color?: string): LineModel => ({ visible, color, weight: 0.75, lineStyle: "Continuous" });

export const blankArea = (size = 9): AreaModel => ({ fill: undefined, border: blankLine(false), font: blankFont(size) });

const blankAxis = (kind: "category" | "value", visible = true): AxisModel => ({
  visible, numberFormat: "General", linkNumberFormat: true, reversePlotOrder: false, scaleType: "Linear", logBase: 10, displayUnit: "None",
  showDisplayUnitLabel: false, tickLabelPosition: "NextToAxis", tickMarkSpacing: 1, majorTickMark: "None", minorTickMark: "None",
  categoryType: "Automatic", position: "Automatic", textOrientation: 0, offset: 100, isBetweenCategories: kind === "category",
  title: { visible: false, text: "", font: blankFont(10) },
  majorGridlines: { visible: kind === "value", line: blankLine(true, "#D9D9D9") },
  minorGridlines: { visible: false, line: blankLine(true, "#F2F2F2") },
  line: blankLine(kind === "category", "#D9D9D9"), font: blankFont(9),
});

export const blankAxes = (visible = true) => ({ category: blankAxis("category", visible), value: blankAxis("value", visible) });

export const blankLabels = (): LabelsModel => ({
  showValue: true, showCategoryName: false, showSeriesName: false, showPercentage: false, showBubbleSize: false, showLegendKey: false,
  position: "None", separator: ", ", numberFormat: "General", linkNumberFormat: true, format: blankArea(),
});

export const blankSeries = (): SeriesModel => ({
  name: "", values: null, categories: null, bubbleSizes: null, axisGroup: "Primary", fill: undefined,
  line: { ...blankLine(true), weight: 2.25 }, gapWidth: 150, overlap: 0, smooth: false, filtered: false, invertIfNegative: false,
  varyByCategories: false, markerStyle: "Automatic", markerSize: 5, doughnutHoleSize: 75, hasDataLabels: false, labels: blankLabels(),
  points: {},
});

const WIDTH = 360;
const HEIGHT = 216;

export function blankChart(id: string, sheetId: string, name: string, chartType: string): ChartModel {
  return {
    id, sheetId, name, chartType, left: WIDTH / 2, top: HEIGHT / 4, width: WIDTH, height: HEIGHT,
    title: { visible: true, text: "Chart Title", overlay: false, position: "Top", horizontalAlignment: "Center", format: blankArea(14) },
    legend: { visible: true, position: "Bottom", overlay: false, format: blankArea() },
    axes: blankAxes(), secondaryAxes: blankAxes(false), series: [],
    format: { ...blankArea(10), fill: "#FFFFFF", border: blankLine(true, "#D9D9D9") },
    plotArea: { fill: undefined, border: blankLine(false) },
    displayBlanksAs: "NotPlotted", plotVisibleOnly: true,
  };
}
