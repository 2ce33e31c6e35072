import type { Area } from "../grid/area";
import { fail } from "../protocol/errors";
import { HostObject } from "../protocol/host-object";
import { EventType, WORKBOOK_TARGET, type Context, type Permission } from "./context";

const LARGEST_CHECK = 10_000;

const DEFAULTS = {
  allowAutoFilter: false, allowDeleteColumns: false, allowDeleteRows: false, allowEditObjects: false, allowEditScenarios: false,
  allowFormatCells: false, allowFormatColumns: false, allowFormatRows: false, allowInsertColumns: false, allowInsertHyperlinks: false,
  allowInsertRows: false, allowPivotTables: false, allowSort: false, selectionMode: "Normal",
};

/** Protection of one sheet against changes, by people and by the add-in. */
export class WorksheetProtection extends HostObject {
  static override scalars = ["Options", "Protected"];

  constructor(private readonly context: Context, private readonly sheetId: string) {
    super();
  }
  private get state() { return this.context.sheetState(this.sheetId); }

  get Protected() { return this.state.protection !== null; }
  get Options() { return this.state.protection?.options ?? null; }

  /** Belief: protecting a protected sheet is refused. */
  Protect(options: Record<string, unknown> = {}, password?: string) {
    if (this.state.protection) throw fail.operation("the sheet is protected already");
    this.state.protection = { options: { ...DEFAULTS, ...options }, ...(password && { password }) };
    this.tell(true);
  }
  /** Belief: a wrong password is an invalid argument, and unprotecting an unprotected sheet does nothing. */
  Unprotect(password?: string) {
    if (!this.state.protection) return;
    if (this.state.protection.password && this.state.protection.password !== password) throw fail.invalid("wrong password");
    this.state.protection = null;
    this.tell(false);
  }
  private tell(isProtected: boolean) {
    const message = { worksheetId: this.sheetId, isProtected, source: "Local", triggerSource: "ThisLocalAddin" };
    for (const target of [this.sheetId, WORKBOOK_TARGET]) this.context.raise(EventType.protectionChanged, target, message);
  }
}

/** Whether the sheet is protected and the cell locked. */
export function isLocked(context: Context, sheetId: string, row: number, column: number): boolean {
  return context.sheetState(sheetId).protection !== null && !context.book.styleOf(sheetId, row, column).unlocked;
}

/** Belief: a protected sheet refuses a change of any locked cell, and a change of format unless the protection allows it. */
export function checkProtection(context: Context, area: Area, permission: Permission): void {
  const { sheetId, clipped } = area;
  const { protection } = context.sheetState(sheetId);
  if (!protection || protection.options[permission]) return;
  if (permission !== "edit") throw fail.denied("the sheet is protected");
  if (clipped.rows * clipped.columns > LARGEST_CHECK) throw fail.denied("the sheet is protected");
  area.each((row, column) => {
    if (isLocked(context, sheetId, row, column)) throw fail.denied("the sheet is protected and the cell is locked");
  });
}
