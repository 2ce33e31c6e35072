import type { Area } from "../grid/area";
import { fail } from "../protocol/errors";
import { HostCollection, HostObject } from "../protocol/host-object";
import {
  blankLine, blankSeries, chartData, seriesName, type ChartModel, type ChartSource, type PointModel, type SeriesModel,
} from "./chart-model";
import { ChartDataLabels, ChartFill, ChartLineFormat, ChartPointFormat, windowOn, type Changed } from "./chart-parts";
import type { Context } from "./context";

export const sourceOf = ({ sheetId, box }: Area): ChartSource => ({ sheetId, box: { ...box } });

export class ChartSeriesCollection extends HostCollection<ChartSeries> {
  static override scalars = ["Count"];

  constructor(private readonly context: Context, private readonly chart: ChartModel, private readonly changed: Changed) {
    super();
  }
  get Count() { return this.chart.series.length; }
  items() {
    return this.chart.series.map((series) => new ChartSeries(series, this.changed, this.context, this.chart));
  }
  Add(name = "", index?: number) {
    const series = { ...blankSeries(), name };
    this.chart.series.splice(index ?? this.Count, 0, series);
    this.changed();
    return new ChartSeries(series, this.changed, this.context, this.chart);
  }
  GetItemAt(index: number) {
    const series = this.items()[index];
    if (!series) throw fail.invalid(`index ${index}`);
    return series;
  }
  /** The client reaches a series by its position, which is its Id. */
  GetItem(index: number) { return this.GetItemAt(index); }
  GetCount() { return this.Count; }
}

export class ChartSeries extends windowOn<SeriesModel>([
  "axisGroup", "doughnutHoleSize", "filtered", "gapWidth", "hasDataLabels", "invertIfNegative", "markerBackgroundColor",
  "markerForegroundColor", "markerSize", "markerStyle", "overlap", "smooth", "varyByCategories",
]) {
  constructor(model: SeriesModel, changed: Changed, private readonly context: Context, private readonly chart: ChartModel) {
    super(model, changed);
  }
  private get index() { return this.chart.series.indexOf(this.model); }

  get Name() { return seriesName(this.context.book, this.model, this.index); }
  set Name(name: string) { this.set({ name }); }
  get ChartType() { return this.model.chartType ?? this.chart.chartType; }
  set ChartType(chartType: string) { this.set({ chartType }); }
  get PlotOrder() { return this.index; }
  get Format() { return new ChartSeriesFormat(this.model, this.changed); }
  get DataLabels() { return new ChartDataLabels(this.model.labels, this.changed); }
  get Points() { return new ChartPointsCollection(this.context, this.chart, this.model, this.changed); }
  SetValues(range: unknown) { this.set({ values: sourceOf(this.context.cells(range, this.chart.sheetId)) }); }
  SetXAxisValues(range: unknown) { this.set({ categories: sourceOf(this.context.cells(range, this.chart.sheetId)) }); }
  SetBubbleSizes(range: unknown) { this.set({ bubbleSizes: sourceOf(this.context.cells(range, this.chart.sheetId)) }); }
  Delete() {
    this.chart.series.splice(this.index, 1);
    this.changed();
  }
  private set(part: Partial<SeriesModel>) {
    Object.assign(this.model, part);
    this.changed();
  }
}

export class ChartSeriesFormat extends HostObject {
  constructor(private readonly model: SeriesModel, private readonly changed: Changed) {
    super();
  }
  get Fill() { return new ChartFill(this.model, this.changed); }
  get Line() { return new ChartLineFormat(this.model.line, this.changed); }
}

export class ChartPointsCollection extends HostCollection<ChartPoint> {
  static override scalars = ["Count"];
  constructor(
    private readonly context: Context, private readonly chart: ChartModel, private readonly series: SeriesModel,
    private readonly changed: Changed,
  ) {
    super();
  }
  private get values() { return chartData(this.context.book, this.chart)[this.chart.series.indexOf(this.series)]?.values ?? []; }
  get Count() { return this.values.length; }
  items() {
    return this.values.map((_, index) => this.GetItemAt(index));
  }
  GetItemAt(index: number) {
    const value = this.values[index];
    if (value === undefined) throw fail.invalid(`index ${index}`);
    const point = (this.series.points[index] ??= { fill: undefined, border: blankLine(false) });
    return new ChartPoint(point, this.changed, value);
  }
  GetCount() { return this.Count; }
}

export class ChartPoint extends HostObject {
  static override scalars = ["Value"];
  constructor(private readonly model: PointModel, private readonly changed: Changed, readonly Value: number | null) {
    super();
  }
  get Format() { return new ChartPointFormat(this.model, this.changed); }
}
