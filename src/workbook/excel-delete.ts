import { SHEET_MARK } from "./excel-write";
import type { Inventory } from "./record";

/** What is to go, by worksheet id and by name. */
export interface Doomed { readonly sheets: readonly string[]; readonly names: readonly string[]; readonly styles?: readonly string[] }

/** Queues the deletion of what exists of these; a workbook always keeps one sheet in sight. */
export function deleteAll({ workbook }: Excel.RequestContext, now: Inventory, { sheets, names, styles = [] }: Doomed): void {
  const existing = (wanted: readonly string[], all: readonly string[]) => all.filter((each) => wanted.includes(each));
  for (const name of existing(names, now.names.map((each) => each.name))) workbook.names.getItem(name).delete();
  const keepsOne = now.sheets.some(({ id, visible }) => visible && !sheets.includes(id));
  if (!keepsOne) workbook.worksheets.add();
  for (const id of existing(sheets, now.sheets.map((each) => each.id))) workbook.worksheets.getItem(id).delete();
  for (const style of existing(styles, now.styles)) workbook.styles.getItem(style).delete();
}

/** Those of the named sheets that carry our mark: somebody else may have taken a name meanwhile. One request. */
export async function markedSheets(context: Excel.RequestContext, now: Inventory, names: readonly string[]): Promise<Inventory["sheets"]> {
  const marks = now.sheets.filter(({ name }) => names.includes(name)).map((sheet) => ({
    sheet, mark: context.workbook.worksheets.getItem(sheet.id).customProperties.getItemOrNullObject(SHEET_MARK).load("key"),
  }));
  await context.sync();
  return marks.filter(({ mark }) => !mark.isNullObject).map(({ sheet }) => sheet);
}
