import type { Box } from "../grid/address";
import type { Area } from "../grid/area";
import type { Book } from "../grid/book";
import type { HostObject } from "../protocol/host-object";
import type { SheetState, WorkbookState } from "./state";

/** Numbers of the events that the client library listens for. */
export const EventType = {
  workbookSelection: 2, changed: 10, activated: 11, deactivated: 12, added: 13, selection: 14, deleted: 15, calculated: 16,
  protectionChanged: 24, nameChanged: 25, chartAdded: 50, chartDeleted: 53, tableChanged: 101, tableAdded: 102, tableDeleted: 103,
} as const;

/** The target id of events that concern the whole workbook. */
export const WORKBOOK_TARGET = "Workbook";

/** A host object that stands for cells. */
export interface CellsObject extends HostObject {
  readonly area: Area;
}

/** What every Excel object may ask of the workbook it belongs to. */
export interface Context {
  readonly book: Book;
  readonly state: WorkbookState;
  sheetState(sheetId: string): SheetState;
  range(sheetId: string, box: Box): CellsObject;
  worksheet(sheetId: string): HostObject;
  /** The id of the sheet with this name or id; throws ItemNotFound. */
  requireSheet(nameOrId: string): string;
  /** The cells that an argument means: a Range object, or an address (without a sheet, on the given one). */
  cells(argument: unknown, sheetId?: string): Area;
  raise(messageType: number, targetId: string, message: object): void;
  /** Throws AccessDenied when the sheet's protection forbids what is about to be done. */
  guard(area: Area, permission: Permission): void;
  contentWritten(area: Area): void;
  chartsChanged(): void;
  /** Files that the add-in wants to open as workbooks of their own, by the number of each. */
  readonly created: Uint8Array[];
  openFile(file: Uint8Array): void;
}

export type Permission = "edit" | "allowFormatCells" | "allowFormatColumns" | "allowFormatRows" | "allowInsertRows" | "allowInsertColumns"
  | "allowDeleteRows" | "allowDeleteColumns" | "allowEditObjects";
