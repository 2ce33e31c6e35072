import { fail } from "../protocol/errors";
import { HostObject } from "../protocol/host-object";
import type {
  AreaModel, AxisModel, ChartModel, FillModel, FontModel, LabelsModel, LegendModel, LineModel, PointModel, TitleModel,
} from "./chart-model";
import { toColor } from "./style-pieces";

// The parts of a chart: each is a window on a piece of its model.

/** Called after a change, so that the chart is drawn again. */
export type Changed = () => void;

/** A host object whose scalar properties are fields of a plain model, by the same names. */
export function windowOn<Model extends object>(fields: readonly (keyof Model & string)[]) {
  class Window extends HostObject {
    static override scalars = fields.map(wireName);
    constructor(protected readonly model: Model, protected readonly changed: Changed) {
      super();
    }
  }
  for (const field of fields) {
    Object.defineProperty(Window.prototype, wireName(field), {
      get(this: any) { return this.model[field] ?? null; },
      set(this: any, value: unknown) {
        this.model[field] = /color$/i.test(field) ? toColor(value) : value;
        // Belief: a number format of one's own ends the link to the format of the cells.
        if (field === "numberFormat" && "linkNumberFormat" in this.model) this.model.linkNumberFormat = false;
        this.changed();
      },
    });
  }
  return Window;
}

const wireName = (field: string) => field.charAt(0).toUpperCase() + field.slice(1);

// --- formats
export class ChartFont extends windowOn<FontModel>(["bold", "color", "italic", "name", "size", "underline"]) {}

export class ChartFill extends HostObject {
  constructor(private readonly owner: { fill: FillModel }, private readonly changed: Changed) {
    super();
  }
  SetSolidColor(color: string) {
    this.owner.fill = toColor(color);
    this.changed();
  }
  Clear() {
    this.owner.fill = null;
    this.changed();
  }
}

export class Line extends windowOn<LineModel>(["color", "lineStyle", "weight"]) {
  constructor(model: LineModel, changed: Changed) {
    super(model, () => {
      model.visible = model.lineStyle !== "None";
      changed();
    });
  }
  Clear() {
    this.model.lineStyle = "None";
    this.changed();
  }
}

export class ChartLineFormat extends Line {}
export class ChartBorder extends Line {}

export class AreaFormat extends HostObject {
  constructor(protected readonly model: AreaModel, protected readonly changed: Changed) {
    super();
  }
  get Fill() { return new ChartFill(this.model, this.changed); }
  get Font() { return new ChartFont(this.model.font, this.changed); }
  get Border() { return new ChartBorder(this.model.border, this.changed); }
}

export class ChartAreaFormat extends AreaFormat {}
export class ChartTitleFormat extends AreaFormat {}
export class ChartLegendFormat extends AreaFormat {}
export class ChartDataLabelFormat extends AreaFormat {}

export class ChartPlotAreaFormat extends HostObject {
  constructor(private readonly model: ChartModel["plotArea"], private readonly changed: Changed) {
    super();
  }
  get Fill() { return new ChartFill(this.model, this.changed); }
  get Border() { return new ChartBorder(this.model.border, this.changed); }
}

export class ChartPlotArea extends HostObject {
  constructor(private readonly model: ChartModel["plotArea"], private readonly changed: Changed) {
    super();
  }
  get Format() { return new ChartPlotAreaFormat(this.model, this.changed); }
}

// --- title, legend, labels
export class ChartTitle extends windowOn<TitleModel>(["horizontalAlignment", "overlay", "position", "text", "visible"]) {
  get Format() { return new ChartTitleFormat(this.model.format, this.changed); }
}

export class ChartLegend extends windowOn<LegendModel>(["overlay", "position", "visible"]) {
  get Format() { return new ChartLegendFormat(this.model.format, this.changed); }
}

export class ChartDataLabels extends windowOn<LabelsModel>([
  "linkNumberFormat", "numberFormat", "position", "separator", "showBubbleSize", "showCategoryName", "showLegendKey", "showPercentage",
  "showSeriesName", "showValue",
]) {
  get Format() { return new ChartDataLabelFormat(this.model.format, this.changed); }
}

export class ChartPointFormat extends HostObject {
  constructor(private readonly model: PointModel, private readonly changed: Changed) {
    super();
  }
  get Fill() { return new ChartFill(this.model, this.changed); }
  get Border() { return new ChartBorder(this.model.border, this.changed); }
}

// --- axes
export class ChartGridlinesFormat extends HostObject {
  constructor(private readonly model: { line: LineModel }, private readonly changed: Changed) {
    super();
  }
  get Line() { return new ChartLineFormat(this.model.line, this.changed); }
}

export class ChartGridlines extends windowOn<AxisModel["majorGridlines"]>(["visible"]) {
  get Format() { return new ChartGridlinesFormat(this.model, this.changed); }
}

export class ChartAxisTitleFormat extends HostObject {
  constructor(private readonly model: { font: FontModel }, private readonly changed: Changed) {
    super();
  }
  get Font() { return new ChartFont(this.model.font, this.changed); }
}

/** Belief: giving an axis title a text shows it. */
export class ChartAxisTitle extends windowOn<AxisModel["title"]>(["text", "visible"]) {
  constructor(model: AxisModel["title"], changed: Changed) {
    let before = model.text;
    super(model, () => {
      if (model.text !== before) model.visible = true;
      before = model.text;
      changed();
    });
  }
  get Format() { return new ChartAxisTitleFormat(this.model, this.changed); }
}

export class ChartAxisFormat extends HostObject {
  constructor(private readonly model: AxisModel, private readonly changed: Changed) {
    super();
  }
  get Font() { return new ChartFont(this.model.font, this.changed); }
  get Line() { return new ChartLineFormat(this.model.line, this.changed); }
}

export class ChartAxis extends windowOn<AxisModel>([
  "categoryType", "displayUnit", "isBetweenCategories", "linkNumberFormat", "logBase", "majorTickMark", "majorUnit", "maximum",
  "minimum", "minorTickMark", "minorUnit", "numberFormat", "offset", "position", "reversePlotOrder", "scaleType", "showDisplayUnitLabel",
  "textOrientation", "tickLabelPosition", "tickLabelSpacing", "tickMarkSpacing", "visible",
]) {
  get Format() { return new ChartAxisFormat(this.model, this.changed); }
  get MajorGridlines() { return new ChartGridlines(this.model.majorGridlines, this.changed); }
  get MinorGridlines() { return new ChartGridlines(this.model.minorGridlines, this.changed); }
  get Title() { return new ChartAxisTitle(this.model.title, this.changed); }
}

export class ChartAxes extends HostObject {
  constructor(private readonly chart: ChartModel, private readonly changed: Changed) {
    super();
  }
  get CategoryAxis() { return this.GetItem("Category"); }
  get ValueAxis() { return this.GetItem("Value"); }
  GetItem(type: string, group = "Primary") {
    const axes = group === "Secondary" ? this.chart.secondaryAxes : this.chart.axes;
    if (type === "Series") throw fail.missing("series axis of a chart");
    if (type !== "Category" && type !== "Value") throw fail.invalid(`axis "${type}"`);
    return new ChartAxis(axes[type === "Category" ? "category" : "value"], this.changed);
  }
}
