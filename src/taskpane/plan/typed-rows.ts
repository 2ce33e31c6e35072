import { dayOf, faultOf, serialOf, type FieldValue, type Rule } from "../../core/field";
import type { CellValue, TableChange, TableNow } from "../../workbook";

/** A column of a table of ours that a person fills in: where it stands, how it is called here, and what is legal in it. */
export interface TypedColumn extends Rule { readonly heading: string; readonly label: string; readonly unit?: string }

/** A row as it stands in its table, from 0, with its cells. */
export interface RowNow { readonly row: number; readonly address: string; readonly cell: (heading: string) => CellValue }

export const rowsNow = ({ headings, rows }: TableNow): RowNow[] => rows.map(({ address, values }, row) =>
  ({ row, address, cell: (heading) => values[headings.indexOf(heading)] ?? "" }));

/** What a cell holds, as a field does: nothing is null, a day is written out. */
export function fieldValueOf({ kind }: Rule, cell: CellValue): FieldValue {
  if (cell === "") return null;
  return kind === "date" && typeof cell === "number" ? dayOf(cell) ?? null : cell;
}

/** The same the other way round. */
export const cellValueOf = ({ kind }: Rule, value: FieldValue): CellValue =>
  (value === null ? "" : kind === "date" ? serialOf(String(value)) : value);

export const textIn = ({ cell }: RowNow, heading: string): string => String(cell(heading)).trim();

/** The number in a cell; not a number where none stands, or none that is legal. */
export function numberIn({ cell }: RowNow, column: TypedColumn): number {
  const held = cell(column.heading);
  return typeof held === "number" && faultOf(column, fieldValueOf(column, held)) === undefined ? held : NaN;
}

/** What every row of a table says alike. */
const alike = ["Unit", "Source"] as const;

/** How a new row comes into a table: into the first that waits, else as a new one, with the same unit and source as the others. */
export function adding(table: TableNow, isWaiting: (row: RowNow) => boolean, cells: Readonly<Record<string, CellValue>>): TableChange {
  const rows = rowsNow(table);
  const waiting = rows.find(isWaiting);
  if (!waiting) return { append: [{ ...Object.fromEntries(alike.map((heading) => [heading, rows[0]?.cell(heading) ?? ""])), ...cells }] };
  return { set: Object.entries(cells).map(([heading, value]) => ({ row: waiting.row, heading, value })) };
}

/** How many rows of a list stand before the one that comes in next. */
export function placeOfNew(table: TableNow, isWaiting: (row: RowNow) => boolean): number {
  const rows = rowsNow(table);
  const waiting = rows.findIndex(isWaiting);
  return rows.slice(0, waiting < 0 ? rows.length : waiting).filter((row) => !isWaiting(row)).length;
}

/** How a row goes. A table that has only two keeps them, for it grows between its rows: the row then waits, empty. */
export function removing(table: TableNow, row: number, columns: readonly TypedColumn[]): TableChange {
  if (table.rows.length > 2) return { remove: [row] };
  return { set: columns.map(({ heading }) => ({ row, heading, value: "" })) };
}

/** The first id of a letter and a number that no row has: M4 after M1 to M3. */
export function freeId(letter: string, rows: readonly RowNow[]): string {
  const taken = new Set(rows.map((row) => textIn(row, "Id").toUpperCase()));
  return Array.from({ length: rows.length + 1 }, (_, i) => `${letter}${i + 1}`).find((id) => !taken.has(id))!;
}
