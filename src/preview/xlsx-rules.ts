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
  LowestValue: "min", HighestValue: "max", Number: "num", Percent: "percent", Percentile: "percentile", Formula: "formula", Automatic: "max",
};

/** A list is text in quotes or a reference; a number stands as it is. */
const operand = (value: unknown, spell: Spell) => {
  const text = String(value);
  return text.startsWith("=") ? spell(text) : text;
};

/** One rule for what may be entered; undefined for a kind that the file writer lacks. */
export function toFileValidation({ rule, errorAlert, prompt, ignoreBlanks }: ValidationState, spell: Spell): ExcelJS.DataValidation | undefined {
  const [kind, details] = Object.entries(rule)[0] ?? [];
  const type = KINDS[kind ?? ""];
  if (!type) return undefined;
  const source = String(details.source ?? "");
  const formulae = kind === "list" ? [source.startsWith("=") ? spell(source) : `"${source.replaceAll('"', '""')}"`]
    : kind === "custom" ? [operand(details.formula, spell)]
    : [details.formula1, details.formula2].filter((formula) => formula !== undefined && formula !== null && formula !== "")
      .map((formula) => operand(formula, spell));
  return {
    type, formulae, allowBlank: ignoreBlanks,
    ...(details.operator && { operator: OPERATORS[details.operator] }),
    showErrorMessage: errorAlert.showAlert !== false, errorStyle: String(errorAlert.style ?? "Stop").toLowerCase(),
    ...(errorAlert.title ? { errorTitle: String(errorAlert.title) } : {}), ...(errorAlert.message ? { error: String(errorAlert.message) } : {}),
    ...(prompt.message ? { showInputMessage: true, promptTitle: String(prompt.title ?? ""), prompt: String(prompt.message) } : {}),
  };
}

/** One conditional format; undefined while it has no formula or criteria, or for a kind that the file writer lacks. */
export function toFileCondition({ type, parts, stopIfTrue }: ConditionalState, priority: number, spell: Spell): ExcelJS.ConditionalFormattingRule | undefined {
  const shared = { priority, stopIfTrue, style: toConditionStyle(parts) };
  const threshold = (criterion: any, otherwise: string) => ({
    type: BOUNDS[criterion?.type] ?? otherwise,
    ...(criterion?.formula !== undefined && criterion.formula !== null && { value: number(operand(criterion.formula, spell)) }),
  });
  switch (type) {
    case "Custom": return parts.formula ? { ...shared, type: "expression", formulae: [operand(`=${String(parts.formula).replace(/^=/, "")}`, spell)] } : undefined;
    case "CellValue": return parts.rule ? {
      ...shared, type: "cellIs", operator: OPERATORS[parts.rule.operator],
      formulae: [parts.rule.formula1, parts.rule.formula2].filter((formula) => formula !== undefined).map((formula) => operand(formula, spell)),
    } as ExcelJS.ConditionalFormattingRule : undefined;
    case "ContainsText": return parts.rule?.operator === "Contains"
      ? { ...shared, type: "containsText", operator: "containsText", text: String(parts.rule.text).replace(/^="?|"$/g, "") } : undefined;
    case "DataBar": return {
      ...shared, type: "dataBar", gradient: parts.gradient ?? true, showValue: !parts.barOnly, color: toArgb(parts.barColor ?? "#638EC6"),
      cfvo: [threshold(parts.lower, "min"), threshold(parts.upper, "max")],
    } as unknown as ExcelJS.ConditionalFormattingRule;
    case "ColorScale": {
      const stops = [parts.criteria?.minimum, parts.criteria?.midpoint, parts.criteria?.maximum].filter(Boolean);
      return stops.length === 0 ? undefined : {
        ...shared, type: "colorScale", cfvo: stops.map((stop: any) => threshold(stop, "num")), color: stops.map((stop: any) => toArgb(stop.color)),
      } as unknown as ExcelJS.ConditionalFormattingRule;
    }
    case "IconSet": {
      const iconSet = String(parts.iconStyle ?? "ThreeTrafficLights1").replace(/^Three/, "3").replace(/^Four/, "4").replace(/^Five/, "5").replace(/1$/, "");
      const count = Number(iconSet[0]), given: any[] = parts.criteria ?? [];
      const cfvo = Array.from({ length: count }, (_, i) => (i === 0 ? { type: "percent", value: 0 }
        : given[i] ? threshold(given[i], "percent") : { type: "percent", value: Math.round((100 * i) / count) }));
      return { ...shared, type: "iconSet", iconSet, reverse: !!parts.reverse, showValue: !parts.iconOnly, cfvo } as unknown as ExcelJS.ConditionalFormattingRule;
    }
    default: return undefined;
  }
}

const number = (text: string) => (text !== "" && Number.isFinite(Number(text)) ? Number(text) : text);

/** In a conditional format the background of a solid fill is its colour. */
const toConditionStyle = (parts: Record<string, any>): Partial<ExcelJS.Style> => ({
  ...(parts.fillColor && { fill: { type: "pattern", pattern: "solid", bgColor: toArgb(parts.fillColor) } }),
  ...((parts.fontColor || parts.bold || parts.italic || parts.strikethrough) && { font: {
    ...(parts.fontColor && { color: toArgb(parts.fontColor) }), ...(parts.bold && { bold: true }), ...(parts.italic && { italic: true }),
    ...(parts.strikethrough && { strike: true }),
  } }),
});
