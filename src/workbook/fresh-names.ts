import { quoted, unquoted } from "./address";
import type { CellPlan, ConditionPlan, SheetPlan, ValidationPlan, WorkbookPlan } from "./workbook-plan";

/** Names that this workbook already uses; a build may not touch what they stand for. */
export interface Taken { readonly sheets: readonly string[]; readonly names: readonly string[] }

/** New names by planned name, in small letters, for those that had to differ. Tables and defined names share one list, as in Excel. */
export interface Renaming { readonly sheets: ReadonlyMap<string, string>; readonly names: ReadonlyMap<string, string> }

/** Excel takes sheet names of at most 31 characters. */
const LONGEST_SHEET_NAME = 31;

/** The new names a plan needs in this workbook: "Inputs" becomes "Inputs 2", in_rate becomes in_rate_2. */
export function freshNames(plan: WorkbookPlan, taken: Taken): Renaming {
  const names = plan.sheets.flatMap((sheet) => [...sheet.names, ...sheet.tables].map(({ name }) => name));
  return {
    sheets: freed(plan.sheets.map(({ name }) => name), taken.sheets, numberedSheet),
    names: freed(names, taken.names, numberedName),
  };
}

/** "Inputs 2", in_rate_2. */
export const numberedSheet = (name: string, n: number) => `${name.slice(0, LONGEST_SHEET_NAME - 3)} ${n}`;
export const numberedName = (name: string, n: number) => `${name}_${n}`;

/** New names by name in small letters, for those of `wanted` that are taken; each gets the first number that is free. */
export function freed(wanted: readonly string[], taken: readonly string[], numbered: (name: string, n: number) => string): Map<string, string> {
  const used = new Set(taken.map((name) => name.toLowerCase()));
  const planned = new Set(wanted.map((name) => name.toLowerCase()));
  const fresh = new Map<string, string>();
  for (const name of wanted.filter((each) => used.has(each.toLowerCase()))) {
    let n = 2;
    while ([used, planned].some((set) => set.has(numbered(name, n).toLowerCase()))) n++;
    used.add(numbered(name, n).toLowerCase());
    fresh.set(name.toLowerCase(), numbered(name, n));
  }
  return fresh;
}

/** The name a sheet, table or defined name of the plan has in this workbook. */
export const nameIn = (renamed: ReadonlyMap<string, string>, planned: string): string => renamed.get(planned.toLowerCase()) ?? planned;

/**
 * What a formula is made of, as far as names go: text and column headings are passed over, then sheets (before their
 * exclamation mark), then names and tables (functions are told by the bracket after them).
 */
const parts = new RegExp([
  /"(?:[^"]|"")*"/,
  /\[(?:[^[\]]|\[[^\]]*\])*\]/,
  /(?<sheet>'(?:[^']|'')+'|[\p{L}_][\p{L}\p{N}_.]*)!/u,
  /(?<name>[\p{L}_\\][\p{L}\p{N}_.\\]*)(?![\p{L}\p{N}_.\\(])/u,
].map(({ source }) => source).join("|"), "gu");

/** The same formula with the sheets, names and tables it refers to under their new names. */
export function renameInFormula(formula: string, { sheets, names }: Renaming): string {
  return formula.replace(parts, (part, ...rest) => {
    const { sheet, name } = rest.at(-1) as { sheet?: string; name?: string };
    if (sheet !== undefined) {
      const fresh = sheets.get(unquoted(sheet).toLowerCase());
      return fresh === undefined ? part : `${quoted(fresh)}!`;
    }
    return name === undefined ? part : nameIn(names, name);
  });
}

/** The plan under names that are free in this workbook: every sheet, table, name and formula agrees on them. */
export function renamePlan(plan: WorkbookPlan, renaming: Renaming): WorkbookPlan {
  if (renaming.sheets.size + renaming.names.size === 0) return plan;
  return { ...plan, sheets: plan.sheets.map((sheet) => renameSheet(sheet, renaming)) };
}

function renameSheet(sheet: SheetPlan, renaming: Renaming): SheetPlan {
  const formula = (text: string) => renameInFormula(text, renaming);
  const cell = (plan: CellPlan): CellPlan =>
    plan.content.kind === "formula" ? { ...plan, content: { kind: "formula", formula: formula(plan.content.formula) } } : plan;
  const validation = (plan: ValidationPlan): ValidationPlan =>
    plan.kind === "list" && typeof plan.source === "string" ? { ...plan, source: formula(plan.source) } : plan;
  const condition = (plan: ConditionPlan): ConditionPlan => ({ ...plan, formula: formula(plan.formula) });
  return {
    ...sheet,
    name: nameIn(renaming.sheets, sheet.name),
    cells: sheet.cells.map(cell),
    validations: sheet.validations.map(validation),
    conditions: sheet.conditions.map(condition),
    tables: sheet.tables.map((table) => ({ ...table, name: nameIn(renaming.names, table.name) })),
    names: sheet.names.map((name) => ({ ...name, name: nameIn(renaming.names, name.name), sheet: nameIn(renaming.sheets, name.sheet) })),
  };
}
