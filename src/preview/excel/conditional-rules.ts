import { formatAbsolute, formatAddress, type Box } from "../grid/address";
import { fail } from "../protocol/errors";
import { HostObject } from "../protocol/host-object";
import { comparisonFormula } from "./operators";
import type { ConditionalState } from "./state";
import { toColor } from "./style-pieces";

export const KINDS: readonly string[] = ["Custom", "CellValue", "DataBar", "ColorScale", "IconSet", "ContainsText"];

type Change = (parts: Record<string, unknown>) => void;

/** The half of a conditional format that depends on its type. */
export function detailsOf(type: string, state: ConditionalState, change: Change): HostObject {
  switch (type) {
    case "Custom": return new CustomConditionalFormat(state, change);
    case "CellValue": return new CellValueConditionalFormat(state, change);
    case "ContainsText": return new TextConditionalFormat(state, change);
    case "DataBar": return new DataBarConditionalFormat(state, change);
    case "ColorScale": return new ColorScaleConditionalFormat(state, change);
    case "IconSet": return new IconSetConditionalFormat(state, change);
    default: throw fail.missing(`conditional format "${type}"`);
  }
}

export class Details extends HostObject {
  constructor(protected readonly state: ConditionalState, protected readonly change: Change) {
    super();
  }
  get Format() { return new ConditionalRangeFormat(this.state, this.change); }
  protected get parts() { return this.state.parts; }
}

export class CustomConditionalFormat extends Details {
  get Rule() { return new ConditionalFormatRule(this.state, this.change); }
}

export class ConditionalFormatRule extends Details {
  static override scalars = ["Formula"];
  get Formula() { return this.parts.formula ?? ""; }
  set Formula(formula: string) { this.change({ formula }); }
}

export class CellValueConditionalFormat extends Details {
  static override scalars = ["Rule"];
  get Rule() { return this.parts.rule ?? {}; }
  set Rule(rule: object) { this.change({ rule }); }
}

export class TextConditionalFormat extends Details {
  static override scalars = ["Rule"];
  get Rule() { return this.parts.rule ?? {}; }
  set Rule(rule: object) { this.change({ rule }); }
}

export class DataBarConditionalFormat extends Details {
  static override scalars = ["ShowDataBarOnly", "LowerBoundRule", "UpperBoundRule", "BarDirection"];
  get ShowDataBarOnly() { return !!this.parts.barOnly; }
  set ShowDataBarOnly(barOnly: boolean) { this.change({ barOnly }); }
  get LowerBoundRule() { return this.parts.lower ?? { type: "Automatic" }; }
  set LowerBoundRule(lower: object) { this.change({ lower }); }
  get UpperBoundRule() { return this.parts.upper ?? { type: "Automatic" }; }
  set UpperBoundRule(upper: object) { this.change({ upper }); }
  get BarDirection() { return "Context"; }
  get PositiveFormat() { return new ConditionalDataBarPositiveFormat(this.state, this.change); }
  get NegativeFormat() { return new ConditionalDataBarNegativeFormat(this.state, this.change); }
}

export class ConditionalDataBarPositiveFormat extends Details {
  static override scalars = ["FillColor", "GradientFill"];
  get FillColor() { return this.parts.barColor ?? "#638EC6"; }
  set FillColor(color: string) { this.change({ barColor: toColor(color) }); }
  get GradientFill() { return this.parts.gradient ?? true; }
  set GradientFill(gradient: boolean) { this.change({ gradient }); }
}

export class ConditionalDataBarNegativeFormat extends Details {
  static override scalars = ["FillColor"];
  get FillColor() { return this.parts.negativeColor ?? "#FF0000"; }
  set FillColor(color: string) { this.change({ negativeColor: toColor(color) }); }
}

export class ColorScaleConditionalFormat extends Details {
  static override scalars = ["Criteria", "ThreeColorScale"];
  get Criteria() { return this.parts.criteria ?? {}; }
  set Criteria(criteria: object) { this.change({ criteria }); }
  get ThreeColorScale() { return !!this.parts.criteria?.midpoint; }
}

export class IconSetConditionalFormat extends Details {
  static override scalars = ["Criteria", "ReverseIconOrder", "ShowIconOnly", "Style"];
  get Criteria() { return this.parts.criteria ?? []; }
  set Criteria(criteria: object) { this.change({ criteria }); }
  get ReverseIconOrder() { return !!this.parts.reverse; }
  set ReverseIconOrder(reverse: boolean) { this.change({ reverse }); }
  get ShowIconOnly() { return !!this.parts.iconOnly; }
  set ShowIconOnly(iconOnly: boolean) { this.change({ iconOnly }); }
  get Style() { return this.parts.iconStyle ?? "ThreeTrafficLights1"; }
  set Style(iconStyle: string) {
    if (!ICONS[iconStyle]) throw fail.missing(`icon set "${iconStyle}" (known: ${Object.keys(ICONS).join(", ")})`);
    this.change({ iconStyle });
  }
}

export class ConditionalRangeFormat extends Details {
  get Fill() { return new ConditionalRangeFill(this.state, this.change); }
  get Font() { return new ConditionalRangeFont(this.state, this.change); }
}

export class ConditionalRangeFill extends Details {
  static override scalars = ["Color"];
  get Color() { return this.parts.fillColor ?? ""; }
  set Color(color: string) { this.change({ fillColor: toColor(color) }); }
  Clear() { this.change({ fillColor: undefined }); }
}

export class ConditionalRangeFont extends Details {
  static override scalars = ["Bold", "Color", "Italic", "Strikethrough"];
  get Color() { return this.parts.fontColor ?? ""; }
  set Color(color: string) { this.change({ fontColor: toColor(color) }); }
  get Bold() { return !!this.parts.bold; }
  set Bold(bold: boolean) { this.change({ bold }); }
  get Italic() { return !!this.parts.italic; }
  set Italic(italic: boolean) { this.change({ italic }); }
  get Strikethrough() { return !!this.parts.strikethrough; }
  set Strikethrough(strikethrough: boolean) { this.change({ strikethrough }); }
}

// --- into the grid's rules
const BOUNDS: Record<string, string> = {
  LowestValue: "min", HighestValue: "max", Number: "num", Percent: "percent", Percentile: "percentile", Formula: "formula",
};

/** Office icon sets by the grid's names, best icon first as the grid counts. */
const ICONS: Record<string, string> = {
  ThreeArrows: "3Arrows", ThreeArrowsGray: "3ArrowsGray", ThreeFlags: "3Flags", ThreeTrafficLights1: "3TrafficLights1",
  ThreeSigns: "3Signs", ThreeSymbols: "3Symbols", ThreeSymbols2: "3Symbols2", ThreeStars: "3Stars", ThreeTriangles: "3Triangles",
  FourArrows: "4Arrows", FourArrowsGray: "4ArrowsGray", FourRedToBlack: "4RedToBlack", FourRating: "4Rating",
  FourTrafficLights: "4TrafficLights", FiveArrows: "5Arrows", FiveArrowsGray: "5ArrowsGray", FiveRating: "5Rating",
  FiveQuarters: "5Quarters", FiveBoxes: "5Boxes",
};

/** The rule as the grid keeps it, or null while something essential is not set yet. */
export function gridRule({ type, parts }: ConditionalState, box: Box): any {
  const cell = formatAddress({ ...box, rows: 1, columns: 1 });
  const style = cellStyle(parts);
  switch (type) {
    case "Custom":
      return parts.formula ? { type: "highlightCell", subType: "formula", value: asFormula(parts.formula), style } : null;
    case "CellValue": // as a formula, because the grid's own comparison takes constants only
      return parts.rule ? { type: "highlightCell", subType: "formula", value: cellValueFormula(parts.rule, cell), style } : null;
    case "ContainsText":
      return parts.rule ? { type: "highlightCell", subType: "text", ...textCondition(parts.rule), style } : null;
    case "DataBar": return dataBar(parts, formatAbsolute(box));
    case "ColorScale": return parts.criteria ? colorScale(parts.criteria) : null;
    default: return iconSet(parts);
  }
}

const asFormula = (formula: string) => (formula.startsWith("=") ? formula : `=${formula}`);

const cellStyle = (parts: Record<string, any>) => ({
  ...(parts.fillColor && { bg: { rgb: parts.fillColor } }), ...(parts.fontColor && { cl: { rgb: parts.fontColor } }),
  ...(parts.bold !== undefined && { bl: parts.bold ? 1 : 0 }), ...(parts.italic && { it: 1 }),
  ...(parts.strikethrough && { st: { s: 1 } }),
});

/** Belief: an empty cell counts as 0 only for numbers, and text is never less than a number. */
const cellValueFormula = (rule: any, cell: string) =>
  comparisonFormula(cell, rule.operator, String(rule.formula1), rule.formula2 === undefined ? undefined : String(rule.formula2));

const TEXT_OPERATORS: Record<string, string> = {
  Contains: "containsText", NotContains: "notContainsText", BeginsWith: "beginsWith", EndsWith: "endsWith",
};

function textCondition(rule: any) {
  const operator = TEXT_OPERATORS[rule.operator];
  if (!operator) throw fail.invalid(`text operator "${rule.operator}"`);
  return { operator, value: String(rule.text).replace(/^="?|"$/g, "") };
}

function bound(criterion: any) {
  const type = BOUNDS[criterion.type];
  if (!type) throw fail.invalid(`criterion type "${criterion.type}"`);
  if (criterion.formula === undefined || criterion.formula === null) return { type };
  const text = String(criterion.formula);
  const number = Number(text.replace(/^=/, ""));
  return Number.isNaN(number) ? { type: "formula", value: asFormula(text) } : { type, value: number };
}

/** Belief: automatic bars begin at 0, or at the lowest value when that is below. */
function dataBar(parts: Record<string, any>, cells: string) {
  const isAutomatic = (rule: any) => !rule || rule.type === "Automatic";
  const min = isAutomatic(parts.lower) ? { type: "formula", value: `=MIN(0,${cells})` } : bound(parts.lower);
  const max = isAutomatic(parts.upper) ? { type: "max" } : bound(parts.upper);
  return {
    type: "dataBar", isShowValue: !parts.barOnly,
    config: {
      min, max, isGradient: parts.gradient ?? true,
      positiveColor: parts.barColor ?? "#638EC6", nativeColor: parts.negativeColor ?? "#FF0000",
    },
  };
}

function colorScale(criteria: any) {
  const stops = [criteria.minimum, criteria.midpoint, criteria.maximum].filter(Boolean);
  return { type: "colorScale", config: stops.map((stop, index) => ({ index, color: toColor(stop.color), value: bound(stop) })) };
}

/** Belief: the first criterion belongs to the worst icon and has no threshold; later ones go up. */
function iconSet(parts: Record<string, any>) {
  const iconType = ICONS[parts.iconStyle ?? "ThreeTrafficLights1"]!;
  const count = Number(iconType[0]);
  const given: any[] = parts.criteria ?? [];
  const rising = Array.from({ length: count }, (_, i) => given[i] ?? { type: "Percent", formula: `=${Math.round((100 * i) / count)}` });
  const config = rising.map((criterion, i) => ({
    iconType, iconId: String(parts.reverse ? i : count - 1 - i),
    operator: criterion.operator === "GreaterThan" ? "greaterThan" : "greaterThanOrEqual",
    value: i === 0 ? { type: "num", value: Number.MIN_SAFE_INTEGER } : bound(criterion),
  }));
  return { type: "iconSet", isShowValue: !parts.iconOnly, config: config.reverse() };
}
