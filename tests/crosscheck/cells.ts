import { cellAddress } from "../../src/workbook/address";
import type { CellPlan, SheetPlan, WorkbookPlan } from "../../src/workbook";

export type Shown = string | number | boolean;

/** What a cell shows, by the name of its sheet and its place, both counted from 0; empty text for nothing. Errors are their word. */
export type Cells = (sheet: string, row: number, column: number) => Shown;

/** A cell on which two calculations disagree, in words. */
export interface Difference { readonly cell: string; readonly says: string }

/** How near two numbers must be: to a billionth of the value, or of 1 where the value is smaller. */
const NEAR = 1e-9;
/** Money and checks are often what is left of large numbers; rounding leaves no more of them than this, in currency. */
const NEAR_MONEY = 1e-6;

export function same(one: Shown, other: Shown, least = NEAR): boolean {
  if (typeof one !== "number" || typeof other !== "number") return one === other;
  return Math.abs(one - other) <= Math.max(least, NEAR * Math.abs(one), NEAR * Math.abs(other));
}

const nearFor = (sheet: SheetPlan, { format }: CellPlan) => (format === "money" || sheet.id === "checks" ? NEAR_MONEY : NEAR);

export const isError = (shown: Shown): boolean => typeof shown === "string" && /^#[A-Z/0]+[!?]?$/.test(shown);

/** Compares every formula cell of a plan; an error value is a fault even where both calculate it. */
export function compareFormulas(plan: WorkbookPlan, left: Cells, right: Cells): { compared: number; differences: Difference[] } {
  const formulas = plan.sheets.flatMap((sheet) => sheet.cells.flatMap((cell) => {
    const { row, column, content } = cell;
    return content.kind === "formula" ? [{ name: sheet.name, row, column, formula: content.formula, least: nearFor(sheet, cell) }] : [];
  }));
  const differences = formulas.flatMap(({ name, row, column, formula, least }) => {
    const [one, other] = [left(name, row, column), right(name, row, column)];
    if (same(one, other, least) && !isError(one)) return [];
    return [{ cell: `${name}!${cellAddress(row, column)}`, says: `${JSON.stringify(one)} and ${JSON.stringify(other)} for ${formula}` }];
  });
  return { compared: formulas.length, differences };
}
