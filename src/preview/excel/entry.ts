import { SheetDataValidationModel, SheetsDataValidationValidatorService } from "@univerjs/sheets-data-validation";
import { toUniverRange } from "../grid/address";
import { Area } from "../grid/area";
import type { CellPlace } from "../grid/book";
import { parseEntry } from "../grid/input";
import type { Context } from "./context";

const STOP = 1;
const VALID = "valid";

/**
 * What typing into a cell and pressing Enter does; undoable, and heard as a person's change.
 * Throws AccessDenied on a locked cell of a protected sheet, and the rule's message when a validation stops the entry.
 */
export async function enterText(context: Context, address: string, text: string): Promise<void> {
  const { book } = context;
  const place = book.locate(address);
  const { sheetId, row, column } = place;
  book.flush();
  context.guard(new Area(book, sheetId, { row, column, rows: 1, columns: 1 }), "edit");
  const pattern = book.patternOf(sheetId, row, column);
  const entry = parseEntry(text, pattern === "@");
  await checkValidation(context, place, entry.patch);
  const takesPattern = entry.pattern && pattern === "General";
  const style = takesPattern ? { s: { ...book.styleOf(sheetId, row, column), n: { pattern: entry.pattern } } } : {};
  const range = toUniverRange({ row, column, rows: 1, columns: 1 });
  book.reach(sheetId, { row, column, rows: 1, columns: 1 });
  const isDone = book.commands.syncExecuteCommand("sheet.command.set-range-values", {
    unitId: book.unit, subUnitId: sheetId, range, value: [[{ ...entry.patch, ...style }]],
  });
  if (!isDone) throw new Error(`The grid did not take the entry into ${address}.`);
  await book.settle();
}

/** The grid's validators judge what stands in the cell, so the entry stands there while they look. */
async function checkValidation({ book }: Context, { sheetId, row, column }: CellPlace, patch: object) {
  const rule = book.injector.get(SheetDataValidationModel).getRuleByLocation(book.unit, sheetId, row, column);
  if (!rule || rule.errorStyle !== STOP || rule.showErrorMessage === false) return;
  const before = { v: null, f: null, si: null, t: null, ...book.cell(sheetId, row, column) };
  const put = async (cell: object) => {
    book.mutate("sheet.mutation.set-range-values", sheetId, { cellValue: { [row]: { [column]: cell } } });
    await book.settle();
  };
  await put(patch);
  const status = await book.injector.get(SheetsDataValidationValidatorService).validatorCell(book.unit, sheetId, row, column);
  await put({ v: before.v, f: before.f, si: before.si, t: before.t });
  if (status !== VALID) throw new Error(rule.error || "This value doesn't match the data validation restrictions defined for this cell.");
}
