import { CanceledError } from "@univerjs/core";
import type { Context, Permission } from "./context";
import { isLocked } from "./protection";

/** Mutations by which a person changes the sheet's structure, and what must be allowed for them. */
const STRUCTURE: Record<string, Permission> = {
  "sheet.mutation.insert-row": "allowInsertRows", "sheet.mutation.remove-rows": "allowDeleteRows",
  "sheet.mutation.insert-col": "allowInsertColumns", "sheet.mutation.remove-col": "allowDeleteColumns",
};

/** Belief: Excel's own sentence, shortened. */
export const PROTECTED = "The cell you're trying to change is on a protected sheet. To make a change, unprotect the sheet.";

/** Keeps a person from changing what a sheet's protection forbids: typing, pasting, deleting, inserting. Returns the way to stop. */
export function guardSheets(context: Context, refused: (sentence: string) => void): () => void {
  const { book } = context;
  const listener = book.commands.beforeCommandExecuted((command: any, options: any) => {
    const { params } = command;
    if (book.writing || options?.fromFormula || options?.onlyLocal || (params?.unitId !== undefined && params.unitId !== book.unit)) return;
    if (!isForbidden(context, command.id, params)) return;
    refused(PROTECTED);
    throw new CanceledError();
  });
  return () => listener.dispose();
}

function isForbidden(context: Context, id: string, params: any): boolean {
  switch (id) {
    case "sheet.operation.set-cell-edit-visible": return params?.visible && isLockedAtCursor(context);
    case "sheet.mutation.set-range-values": return hasLockedCell(context, params.subUnitId, params.cellValue);
    default: {
      const protection = STRUCTURE[id] && context.sheetState(params.subUnitId).protection;
      return !!protection && !protection.options[STRUCTURE[id]!];
    }
  }
}

function isLockedAtCursor(context: Context): boolean {
  const { workbook } = context.book;
  const cell = workbook.getActiveCell();
  return !!cell && isLocked(context, workbook.getActiveSheet().getSheetId(), cell.getRow(), cell.getColumn());
}

function hasLockedCell(context: Context, sheetId: string, cells: Record<string, Record<string, unknown>> = {}): boolean {
  return Object.entries(cells).some(([row, line]) =>
    Object.keys(line ?? {}).some((column) => isLocked(context, sheetId, Number(row), Number(column))));
}
