import { boxAddress } from "./address";
import type { BuildRecord, Inventory } from "./record";
import { fontName, looks, printing, styles, type Look } from "./style";
import type { Box, ConditionPlan, SheetPlan, StyleName, ValidationPlan } from "./workbook-plan";

/** Excel's own limit on what a decimal rule compares with: "any number" is a rule between these. */
const LARGEST = 9.99e307;

/** Names of our cell styles in this workbook, by the name of the look. */
export type StyleNames = ReadonlyMap<string, string>;

/** The named cell styles a build adds. */
export const namedLooks: readonly (Look & { named: string })[] =
  Object.values(styles).filter((look): look is Look & { named: string } => look.named !== undefined);

/** The build's cell styles by look, and those of them that this workbook lacks. */
export function stylesOf({ styles }: Pick<BuildRecord, "styles">, now: Inventory): { names: StyleNames; lacking: StyleNames } {
  const known = new Set(now.styles);
  const numbered = (named: string) => [...styles, ...now.styles].filter((style) => style.replace(/ \d+$/, "") === named && known.has(style));
  const names = new Map(namedLooks.map(({ named }) => [named, numbered(named)[0] ?? named]));
  return { names, lacking: new Map([...names].filter(([, style]) => !known.has(style))) };
}

/** Adds the named cell styles, so that a person can restyle every sheet at once from Home > Cell Styles. */
export function addStyles(collection: Excel.StyleCollection, names: StyleNames): void {
  for (const look of namedLooks) {
    const name = names.get(look.named);
    if (name === undefined) continue;
    collection.add(name);
    const style = collection.getItem(name);
    dress(style, look);
    style.locked = !look.unlocked;
  }
}

/** Gives cells a look: by its named style where it has one, else as plain formats, whose lines belong to every single row. */
export function applyLook(worksheet: Excel.Worksheet, key: StyleName, box: Box, names: StyleNames): void {
  const look = styles[key];
  if (look.named !== undefined) {
    worksheet.getRange(boxAddress(box)).style = names.get(look.named)!;
    return;
  }
  const lined = Object.keys(look.borders).length > 0;
  const parts = lined ? Array.from({ length: box.rows }, (_, i) => ({ ...box, row: box.row + i, rows: 1 })) : [box];
  for (const part of parts) dress(worksheet.getRange(boxAddress(part)).format, look);
}

const sides = { top: "EdgeTop", bottom: "EdgeBottom", left: "EdgeLeft", right: "EdgeRight" } as const;
const horizontals = { general: "General", left: "Left", center: "Center", right: "Right" } as const;
const verticals = { center: "Center", bottom: "Bottom" } as const;
const weights = { hair: "Hairline", thin: "Thin", medium: "Medium", thick: "Thick" } as const;

/** What a cell style and the format of a range have in common. */
type Dressable = Pick<Excel.Style, "font" | "fill" | "borders" | "horizontalAlignment" | "verticalAlignment" | "indentLevel" | "wrapText">;

function dress(target: Dressable, { size, bold, color, fill, borders, horizontal, vertical, indent, wrap }: Look): void {
  target.font.name = fontName;
  target.font.size = size;
  target.font.bold = bold;
  target.font.color = color;
  if (fill) target.fill.color = fill;
  for (const side of Object.keys(borders) as (keyof typeof sides)[]) {
    const border = target.borders.getItem(sides[side]);
    border.style = "Continuous";
    border.weight = weights[borders[side]!.style];
    border.color = borders[side]!.color;
  }
  target.horizontalAlignment = horizontals[horizontal];
  target.verticalAlignment = verticals[vertical];
  target.indentLevel = indent;
  target.wrapText = wrap;
}

/** Adds the rule for what may be entered, with the sentence that is shown when it is not. */
export function writeValidations(worksheet: Excel.Worksheet, validations: readonly ValidationPlan[]): void {
  for (const plan of validations) {
    const { dataValidation } = worksheet.getRange(boxAddress(plan.box));
    dataValidation.rule = ruleOf(plan);
    dataValidation.ignoreBlanks = plan.optional;
    dataValidation.errorAlert = { showAlert: true, style: "Stop", title: plan.title, message: plan.message };
    dataValidation.prompt = { showPrompt: true, title: plan.title, message: plan.message };
  }
}

function ruleOf(plan: ValidationPlan): Excel.DataValidationRule {
  switch (plan.kind) {
    case "list":
      return { list: { inCellDropDown: true, source: listSource(plan.source) } };
    case "length":
      return { textLength: { formula1: plan.max, operator: "LessThanOrEqualTo" } };
    default:
      return { [plan.kind === "whole" ? "wholeNumber" : "decimal"]: {
        formula1: plan.min ?? -LARGEST, formula2: plan.max ?? LARGEST, operator: "Between",
      } };
  }
}

/** A reference, or the items themselves with commas; a truth value is the word Excel shows for it. */
const listSource = (source: string | readonly (string | number | boolean)[]): string =>
  (typeof source === "string" ? source : source.map((item) => (typeof item === "boolean" ? String(item).toUpperCase() : item)).join(","));

/** Adds conditional formats; each is a formula relative to the first cell of its box. */
export function writeConditions(worksheet: Excel.Worksheet, conditions: readonly ConditionPlan[]): void {
  for (const { box, formula, look } of conditions) {
    const { custom } = worksheet.getRange(boxAddress(box)).conditionalFormats.add("Custom");
    custom.rule.formula = formula;
    const { color, fill, bold } = looks[look];
    custom.format.font.color = color;
    if (bold) custom.format.font.bold = true;
    if (fill) custom.format.fill.color = fill;
  }
}

const MILLIMETRE = 72 / 25.4;

/** One page wide, heading rows on every page; file and tab above, page and date below, in small quiet letters. */
export function writePage(worksheet: Excel.Worksheet, { print }: SheetPlan): void {
  const { pageLayout } = worksheet;
  const { letter } = print;
  pageLayout.orientation = print.landscape ? "Landscape" : "Portrait";
  pageLayout.zoom = { horizontalFitToPages: 1, ...(print.onePage && { verticalFitToPages: 1 }) };
  pageLayout.setPrintArea(boxAddress(print.area));
  if (print.titleRows > 0) pageLayout.setPrintTitleRows(`$1:$${print.titleRows}`);
  const [side, edge] = letter ? [printing.letter, printing.letter] : [printing.side, printing.topAndBottom];
  pageLayout.leftMargin = side * MILLIMETRE;
  pageLayout.rightMargin = side * MILLIMETRE;
  pageLayout.topMargin = edge * MILLIMETRE;
  pageLayout.bottomMargin = edge * MILLIMETRE;
  if (letter?.secondPage !== undefined) worksheet.horizontalPageBreaks.add(`A${letter.secondPage + 1}`);
  const small = `&${printing.size}&K${printing.color.slice(1)}`;
  const { defaultForAllPages } = pageLayout.headersFooters;
  if (letter) {
    defaultForAllPages.leftFooter = `${small}${letter.footer}`;
    defaultForAllPages.rightFooter = `${small}Page &P of &N`;
    return;
  }
  defaultForAllPages.leftHeader = `${small}&F - &A`;
  defaultForAllPages.centerFooter = `${small}Page &P of &N`;
  defaultForAllPages.rightFooter = `${small}&D`;
}
