import type { Area } from "../grid/area";
import { offsetOf } from "../grid/cells";
import { fail } from "../protocol/errors";
import { HostCollection, KeyedObject, NULL_OBJECT, type OrNull } from "../protocol/host-object";
import { blankChart, blankSeries, type ChartModel, type SeriesModel } from "./chart-model";
import { ChartAreaFormat, ChartAxes, ChartLegend, ChartPlotArea, ChartTitle } from "./chart-parts";
import { ChartSeriesCollection } from "./chart-series";
import { EventType, type Context } from "./context";
import { POINTS_TO_PIXELS } from "./range-format";

/** The types that the page can draw; Excel has about sixty more. */
const TYPES = [
  "ColumnClustered", "ColumnStacked", "ColumnStacked100", "BarClustered", "BarStacked", "BarStacked100", "Line", "LineMarkers",
  "LineStacked", "Area", "AreaStacked", "Pie", "Doughnut", "XYScatter", "XYScatterLines", "XYScatterLinesNoMarkers", "XYScatterSmooth",
  "XYScatterSmoothNoMarkers", "Bubble",
];

let nextChart = 1;

/** The charts of one sheet. */
export class ChartCollection extends HostCollection<Chart> {
  static override scalars = ["Count"];
  static override events = ["_RegisterAddedEvent", "_RegisterDeletedEvent"];

  constructor(private readonly context: Context, private readonly sheetId: string) {
    super();
  }
  private get models() { return this.context.state.charts.filter((chart) => chart.sheetId === this.sheetId); }
  get Count() { return this.models.length; }
  items() {
    return this.models.map((model) => new Chart(this.context, model.id));
  }

  Add(type: string, source: unknown, seriesBy = "Auto") {
    if (!TYPES.includes(type)) throw fail.missing(`chart type "${type}" (known: ${TYPES.join(", ")})`);
    const id = `{00000000-0000-0000-0000-${String(nextChart++).padStart(12, "0")}}`;
    const area = this.context.cells(source, this.sheetId);
    this.context.book.flush();
    const chart = blankChart(id, this.sheetId, `Chart ${this.Count + 1}`, type);
    chart.series = readSeries(area, seriesBy);
    this.context.state.charts.push(chart);
    this.context.chartsChanged();
    this.context.raise(EventType.chartAdded, this.sheetId, { chartId: id, worksheetId: this.sheetId, source: "Local" });
    return new Chart(this.context, id);
  }
  GetItemOrNullObject(name: string): OrNull<Chart> {
    const found = this.models.find((chart) => chart.id === name || chart.name === name);
    return found ? new Chart(this.context, found.id) : NULL_OBJECT;
  }
  GetItem(name: string) {
    const chart = this.GetItemOrNullObject(name);
    if (chart === NULL_OBJECT) throw fail.notFound(name);
    return chart;
  }
  GetItemAt(index: number) {
    const chart = this.items()[index];
    if (!chart) throw fail.invalid(`index ${index}`);
    return chart;
  }
  GetCount() { return this.Count; }
}

type Plain = "name" | "chartType" | "left" | "top" | "width" | "height" | "displayBlanksAs" | "plotVisibleOnly";

export class Chart extends KeyedObject {
  static override scalars = ["ChartType", "DisplayBlanksAs", "Height", "Id", "Left", "Name", "PlotVisibleOnly", "Top", "Width"];

  constructor(private readonly context: Context, readonly Id: string) {
    super();
  }
  private get model(): ChartModel {
    const model = this.context.state.charts.find((chart) => chart.id === this.Id);
    if (!model) throw fail.notFound("the chart was deleted");
    return model;
  }
  private readonly changed = () => this.context.chartsChanged();
  private set<K extends Plain>(key: K, value: ChartModel[K]) {
    this.model[key] = value;
    this.changed();
  }

  get Name() { return this.model.name; }
  set Name(name) { this.set("name", name); }
  get ChartType() { return this.model.chartType; }
  set ChartType(type) {
    if (!TYPES.includes(type)) throw fail.missing(`chart type "${type}"`);
    this.set("chartType", type);
  }
  get Left() { return this.model.left; }
  set Left(points) { this.set("left", points); }
  get Top() { return this.model.top; }
  set Top(points) { this.set("top", points); }
  get Width() { return this.model.width; }
  set Width(points) { this.set("width", points); }
  get Height() { return this.model.height; }
  set Height(points) { this.set("height", points); }
  get DisplayBlanksAs() { return this.model.displayBlanksAs; }
  set DisplayBlanksAs(how) { this.set("displayBlanksAs", how); }
  get PlotVisibleOnly() { return this.model.plotVisibleOnly; }
  set PlotVisibleOnly(on) { this.set("plotVisibleOnly", on); }

  get Axes() { return new ChartAxes(this.model, this.changed); }
  get Format() { return new ChartAreaFormat(this.model.format, this.changed); }
  get Legend() { return new ChartLegend(this.model.legend, this.changed); }
  get PlotArea() { return new ChartPlotArea(this.model.plotArea, this.changed); }
  get Series() { return new ChartSeriesCollection(this.context, this.model, this.changed); }
  get Title() { return new ChartTitle(this.model.title, this.changed); }
  get Worksheet() { return this.context.worksheet(this.model.sheetId); }

  SetData(source: unknown, seriesBy = "Auto") {
    this.context.book.flush();
    this.model.series = readSeries(this.context.cells(source, this.model.sheetId), seriesBy);
    this.changed();
  }
  /** From the top left corner of the first cell to the bottom right corner of the last. */
  SetPosition(start: unknown, end?: unknown) {
    const { book } = this.context;
    const { sheetId } = this.model;
    const first = this.context.cells(start, sheetId).box;
    const points = (kind: "row" | "column", index: number) => offsetOf(book, sheetId, kind, index) / POINTS_TO_PIXELS;
    book.flush();
    this.model.left = points("column", first.column);
    this.model.top = points("row", first.row);
    if (end !== undefined) {
      const last = this.context.cells(end, sheetId).box;
      this.model.width = points("column", last.column + last.columns) - this.model.left;
      this.model.height = points("row", last.row + last.rows) - this.model.top;
    }
    this.changed();
  }
  Delete() {
    const { charts } = this.context.state;
    const { sheetId } = this.model;
    charts.splice(charts.indexOf(this.model), 1);
    this.changed();
    this.context.raise(EventType.chartDeleted, sheetId, { chartId: this.Id, worksheetId: sheetId, source: "Local" });
  }
}

/**
 * Belief: each column is a series when the block is at least as high as wide, else each row; a first line of texts gives
 * the names, a first line across of texts the categories.
 */
function readSeries(area: Area, seriesBy: string): SeriesModel[] {
  const { row, column, rows, columns } = area.clipped;
  const byColumns = seriesBy === "Columns" || (seriesBy !== "Rows" && rows >= columns);
  const [length, count] = byColumns ? [rows, columns] : [columns, rows];
  const at = (series: number, point: number): [number, number] =>
    (byColumns ? [row + point, column + series] : [row + series, column + point]);
  const content = (series: number, point: number) => area.book.formula(area.sheetId, ...at(series, point));
  const isText = (value: unknown) => typeof value === "string" && !value.startsWith("=");
  const hasCategories = count > 1 && length > 1 && isText(content(0, length - 1)) && content(0, length - 1) !== "";
  const first = hasCategories ? 1 : 0;
  const hasNames = length > 1 && isText(content(count - 1, 0));
  const start = hasNames ? 1 : 0;
  const line = (series: number, from: number, to: number) => {
    const [r, c] = at(series, from);
    const size = to - from;
    return { sheetId: area.sheetId, box: { row: r, column: c, rows: byColumns ? size : 1, columns: byColumns ? 1 : size } };
  };
  return Array.from({ length: count - first }, (_, i) => ({
    ...blankSeries(), name: hasNames ? line(first + i, 0, 1) : "", values: line(first + i, start, length),
    categories: hasCategories ? line(0, start, length) : null,
  }));
}
