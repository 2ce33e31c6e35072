import type ExcelJS from "exceljs";
import { boxAddress } from "./address";
import { looks } from "./style";
import type { ConditionPlan, ValidationPlan } from "./workbook-plan";
import { argb } from "./xlsx-style";

/** Excel's own limit on what a decimal rule compares with: "any number" is a rule between these. */
const LARGEST = "9.99E307";

/** Adds the rules for what may be entered, each with its sentence. */
export function writeValidations(worksheet: ExcelJS.Worksheet, validations: readonly ValidationPlan[]): void {
  // ExcelJS's typings lack the list of validations, which takes whole ranges.
  const { dataValidations } = worksheet as unknown as { dataValidations: { add(address: string, rule: ExcelJS.DataValidation): void } };
  for (const plan of validations) {
    dataValidations.add(boxAddress(plan.box), {
      ...ruleOf(plan), allowBlank: plan.optional,
      showErrorMessage: true, errorStyle: "stop", errorTitle: plan.title, error: plan.message,
      showInputMessage: true, promptTitle: plan.title, prompt: plan.message,
    });
  }
}

function ruleOf(plan: ValidationPlan): Pick<ExcelJS.DataValidation, "type" | "operator" | "formulae"> {
  switch (plan.kind) {
    case "list": return { type: "list", formulae: [sourceOf(plan.source)] };
    case "length": return { type: "textLength", operator: "lessThanOrEqual", formulae: [plan.max] };
    default: return { type: plan.kind, operator: "between", formulae: [plan.min ?? `-${LARGEST}`, plan.max ?? LARGEST] };
  }
}

/** A reference without its equals sign, or the words of the list in quotes. */
function sourceOf(source: readonly (string | number | boolean)[] | string): string {
  if (typeof source === "string") return source.replace(/^=/, "");
  const words = source.map((value) => (typeof value === "boolean" ? String(value).toUpperCase() : String(value)));
  return `"${words.join(",").replaceAll('"', '""')}"`;
}

/** Adds conditional formats. In Excel the format added last comes first, so the last of the plan has priority 1 here. */
export function writeConditions(worksheet: ExcelJS.Worksheet, conditions: readonly ConditionPlan[]): void {
  conditions.forEach(({ box, formula, look }, index) => {
    worksheet.addConditionalFormatting({
      ref: boxAddress(box),
      rules: [{ type: "expression", formulae: [formula.replace(/^=/, "")], priority: conditions.length - index, style: lookOf(look) }],
    });
  });
}

/** In a conditional format the background of a solid fill is its colour. */
function lookOf(look: ConditionPlan["look"]): Partial<ExcelJS.Style> {
  const { color, fill, bold } = looks[look];
  return {
    font: { color: argb(color), ...(bold && { bold }) },
    ...(fill && { fill: { type: "pattern", pattern: "solid", bgColor: argb(fill) } }),
  };
}
