import type ExcelJS from "exceljs";
import type { ConditionalState, ValidationState } from "./excel/state";
import { toArgb } from "./xlsx-style";

// Office's validations and conditional formats in ExcelJS's words. `spell` turns a formula into a file's spelling.

type Spell = (formula: string) => string;

const KINDS: Record<string, ExcelJS.DataValidation["type"]> = {
  list: "list", wholeNumber: "whole", decimal: "decimal", textLength: "textLength", date: "date", custom: "custom",
};
const OPERATORS: Record<string, ExcelJS.DataValidationOperator> = {
  Between: "between", NotBetween: "notBetween", EqualTo: "equal", NotEqualTo: "notEqual", GreaterThan: "greaterThan", LessThan: "lessThan",
  GreaterThanOrEqual: "greaterThanOrEqual", GreaterThanOrEqualTo: "greaterThanOrEqual",
  LessThanOrEqual: "lessThanOrEqual", LessThanOrEqualTo: "lessThanOrEqual",
};
const BOUNDS: Record<string, string> = {
  LowestValue: "min", HighestValue: "max", Automatic: "max", Number: "num", Percent: "percent",
  Percentile: "percentile", Formula: "formula",
};
const DIGITS: Record<string, string> = { Three: "3", Four: "4", Five: "5" };

/** One rule for what may be entered; undefined for a kind that the file writer lacks. */
export function toFileValidation(state: ValidationState, spell: Spell): ExcelJS.DataValidation | undefined {
  const { rule, errorAlert, prompt, ignoreBlanks } = state;
  const [kind = "", details] = Object.entries(rule)[0] ?? [];
  const type = KINDS[kind];
  if (!type) return undefined;
  const text = (value: unknown) => (value ? String(value) : undefined);
  return {
    type, formulae: validationFormulas(kind, details, spell), operator: OPERATORS[details.operator], allowBlank: ignoreBlanks,
    showErrorMessage: errorAlert.showAlert !== false, errorStyle: String(errorAlert.style ?? "Stop").toLowerCase(),
    errorTitle: text(errorAlert.title), error: text(errorAlert.message),
    showInputMessage: !!prompt.message, promptTitle: text(prompt.title), prompt: text(prompt.message),
  };
}

/** A list is text in quotes or a reference; other rules hold one formula or two bounds. */
function validationFormulas(kind: string, details: Record<string, any>, spell: Spell): string[] {
  if (kind === "custom") return [operand(details.formula, spell)];
  if (kind !== "list") return [details.formula1, details.formula2].filter(isGiven).map((formula) => operand(formula, spell));
  const source = String(details.source ?? "");
  return [source.startsWith("=") ? spell(source) : `"${source.replaceAll('"', '""')}"`];
}

/** One conditional format; undefined while it has no formula or criteria, or for a kind that the file writer lacks. */
export function toFileCondition(state: ConditionalState, priority: number, spell: Spell): ExcelJS.ConditionalFormattingRule | undefined {
  const details = conditions[state.type]?.(state.parts, spell);
  const shared = { priority, stopIfTrue: state.stopIfTrue, style: toConditionStyle(state.parts) };
  // ExcelJS's typings know fewer fields than it writes.
  return details && { ...shared, ...details } as unknown as ExcelJS.ConditionalFormattingRule;
}

type Parts = Record<string, any>;

const conditions: Record<string, (parts: Parts, spell: Spell) => object | undefined> = {
  Custom: ({ formula }, spell) => formula && { type: "expression", formulae: [spell(String(formula))] },
  CellValue: ({ rule }, spell) => rule && {
    type: "cellIs", operator: OPERATORS[rule.operator],
    formulae: [rule.formula1, rule.formula2].filter(isGiven).map((formula) => operand(formula, spell)),
  },
  ContainsText: ({ rule }) => (rule?.operator !== "Contains" ? undefined
    : { type: "containsText", operator: "containsText", text: String(rule.text).replace(/^="?|"$/g, "") }),
  DataBar: (parts, spell) => ({
    type: "dataBar", gradient: parts.gradient ?? true, showValue: !parts.barOnly, color: toArgb(parts.barColor ?? "#638EC6"),
    cfvo: [threshold(parts.lower, "min", spell), threshold(parts.upper, "max", spell)],
  }),
  ColorScale({ criteria }, spell) {
    const stops = [criteria?.minimum, criteria?.midpoint, criteria?.maximum].filter(Boolean);
    if (stops.length === 0) return undefined;
    return { type: "colorScale", cfvo: stops.map((stop) => threshold(stop, "num", spell)), color: stops.map((stop) => toArgb(stop.color)) };
  },
  IconSet({ iconStyle = "ThreeTrafficLights1", criteria = [], reverse, iconOnly }, spell) {
    const iconSet = String(iconStyle).replace(/^(Three|Four|Five)/, (word) => DIGITS[word]!).replace(/1$/, "");
    const count = Number(iconSet[0]);
    const even = (i: number) => ({ type: "percent", value: Math.round((100 * i) / count) });
    const cfvo = Array.from({ length: count }, (_, i) => (i > 0 && criteria[i] ? threshold(criteria[i], "percent", spell) : even(i)));
    return { type: "iconSet", iconSet, reverse: !!reverse, showValue: !iconOnly, cfvo };
  },
};

function threshold(criterion: Parts | undefined, otherwise: string, spell: Spell) {
  const type = BOUNDS[criterion?.type] ?? otherwise;
  if (!isGiven(criterion?.formula)) return { type };
  const text = operand(criterion?.formula, spell);
  return { type, value: Number.isFinite(Number(text)) ? Number(text) : text };
}

/** A formula in the file's spelling; a number or a text as it stands. */
function operand(value: unknown, spell: Spell): string {
  const text = String(value);
  return text.startsWith("=") ? spell(text) : text;
}

const isGiven = (formula: unknown) => formula !== undefined && formula !== null && formula !== "";

/** In a conditional format the background of a solid fill is its colour. */
function toConditionStyle({ fillColor, fontColor, bold, italic, strikethrough }: Parts): Partial<ExcelJS.Style> {
  const font = {
    ...(fontColor && { color: toArgb(fontColor) }), ...(bold && { bold }), ...(italic && { italic }),
    ...(strikethrough && { strike: true }),
  };
  return {
    ...(fillColor && { fill: { type: "pattern", pattern: "solid", bgColor: toArgb(fillColor) } }),
    ...(Object.keys(font).length > 0 && { font }),
  };
}
