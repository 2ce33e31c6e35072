import type { Reference } from "./address";
import { planWorkbook } from "./plan";
import { referencesNow, type BuildRecord, type Inventory } from "./record";
import type { SheetCells, Snapshot } from "./snapshot";
import type { WorkbookPlan } from "./workbook-plan";

/** Keys of our two document settings. */
export const BUILD_SETTING = "customerRole.build";
export const DRAFT_SETTING = "customerRole.draft";

/** The templates, fetched when a workbook is first looked at: the pane's first screen shows without them. */
export const loadTemplates = () => import(/* webpackChunkName: "steps" */ "../core/templates");

/** A plan to know sheets and names by: they are the same for every agreement. */
export async function blueprint(): Promise<WorkbookPlan> {
  return (plannedOnce ??= planWorkbook((await loadTemplates()).sample.agreement));
}
let plannedOnce: WorkbookPlan | undefined;

/** Something asked for in the next request; calling it after the sync gives the answer. */
export type Asked<T> = () => T;

/** Asks what stands in the workbook: sheets, names, tables, cell styles and our settings. */
export function askInventory({ workbook }: Excel.RequestContext): Asked<Inventory> {
  const sheets = workbook.worksheets.load("items/id, items/name, items/visibility");
  const names = workbook.names.load("items/name, items/formula");
  const tables = workbook.tables.load("items/name");
  const styles = workbook.styles.load("items/name");
  const build = workbook.settings.getItemOrNullObject(BUILD_SETTING).load("value");
  const draft = workbook.settings.getItemOrNullObject(DRAFT_SETTING).load("value");
  return () => ({
    sheets: sheets.items.map(({ id, name, visibility }) => ({ id, name, visible: visibility === "Visible" })),
    names: names.items.map(({ name, formula }) => ({ name, formula: String(formula) })),
    tables: tables.items.map(({ name }) => name),
    styles: styles.items.map(({ name }) => name),
    build: build.isNullObject ? undefined : build.value,
    draft: draft.isNullObject ? undefined : draft.value,
  });
}

/** Asks for every used cell of our sheets and for the places of our tables: one request, however large they are. */
export function askSnapshot({ workbook }: Excel.RequestContext, build: BuildRecord, inventory: Inventory): Asked<Snapshot> {
  const now = new Map(inventory.sheets.map(({ id, name }) => [id, name]));
  const sheets = Object.entries(build.sheets).filter(([, worksheet]) => now.has(worksheet)).map(([id, worksheet]) => ({
    id, name: now.get(worksheet)!,
    used: workbook.worksheets.getItem(worksheet).getUsedRangeOrNullObject(true).load("rowIndex, columnIndex, values, valueTypes, formulas"),
  }));
  const existing = new Set(inventory.tables.map((name) => name.toLowerCase()));
  const tables = Object.entries(build.names).filter(([, actual]) => existing.has(actual.toLowerCase())).map(([planned, actual]) => {
    const table = workbook.tables.getItem(actual);
    return { planned, sheet: table.worksheet.load("name"), range: table.getRange().load("rowIndex, columnIndex, rowCount, columnCount") };
  });
  return () => ({
    sheets: sheets.map(({ id, name, used }) => sheetCells(id, name, used)),
    references: new Map<string, Reference>([
      ...referencesNow(build, inventory),
      ...tables.map(({ planned, sheet, range }): [string, Reference] => [planned, {
        sheet: sheet.name, box: { row: range.rowIndex, column: range.columnIndex, rows: range.rowCount, columns: range.columnCount },
      }]),
    ]),
  });
}

function sheetCells(id: string, name: string, used: Excel.Range): SheetCells {
  if (used.isNullObject) return { id, name, row: 0, column: 0, values: [], types: [], formulas: [] };
  const { rowIndex, columnIndex, values, valueTypes, formulas } = used;
  return { id, name, row: rowIndex, column: columnIndex, values, types: valueTypes, formulas };
}
