import type { Box } from "./workbook-plan";

/** A rectangle on a named sheet; rows and columns count from 0. */
export interface Reference { readonly sheet: string; readonly box: Box }

/** Letters of a column: 0 is "A", 26 is "AA". */
export function columnLetters(column: number): string {
  return (column >= 26 ? columnLetters(Math.floor(column / 26) - 1) : "") + String.fromCharCode(65 + (column % 26));
}

/** Address of a cell, both counted from 0: cellAddress(4, 1) is "B5". */
export const cellAddress = (row: number, column: number): string => `${columnLetters(column)}${row + 1}`;

/** Address of a rectangle: "B5" for one cell, "B5:C9" for more. */
export function boxAddress({ row, column, rows, columns }: Box): string {
  const first = cellAddress(row, column);
  return rows * columns === 1 ? first : `${first}:${cellAddress(row + rows - 1, column + columns - 1)}`;
}

/** A sheet name as formulas write it: in quotes unless it is one plain word that cannot be taken for a cell, e.g. 'Role Definition'. */
export function quoted(sheet: string): string {
  const plain = /^[\p{L}_][\p{L}\p{N}_.]*$/u.test(sheet) && !/^([a-z]{1,3}\d+|r\d*c?\d*|c\d*)$/i.test(sheet);
  return plain ? sheet : `'${sheet.replaceAll("'", "''")}'`;
}

/** The sheet name inside a quoted or plain reference, without its exclamation mark. */
export const unquoted = (sheet: string): string => (sheet.startsWith("'") ? sheet.slice(1, -1).replaceAll("''", "'") : sheet);

const columnOf = (letters: string) => [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;

/**
 * Where a defined name points, from its formula: "='My Sheet'!$A$1:$B$2". Undefined when it points to nothing
 * (its cells or its sheet were deleted) or is not a plain reference.
 */
export function parseReference(formula: string): Reference | undefined {
  const parts = /^=?('(?:[^']|'')+'|[^'!]+)!\$?([A-Z]+)\$?(\d+)(?::\$?([A-Z]+)\$?(\d+))?$/.exec(formula);
  if (!parts) return undefined;
  const [, sheet, left, top, right = left, bottom = top] = parts as unknown as [string, string, string, string, string?, string?];
  const row = Number(top) - 1;
  const column = columnOf(left);
  return { sheet: unquoted(sheet), box: { row, column, rows: Number(bottom) - row, columns: columnOf(right!) - column + 1 } };
}

/** Whether a rectangle covers a cell. */
export const covers = ({ row, column, rows, columns }: Box, r: number, c: number): boolean =>
  r >= row && r < row + rows && c >= column && c < column + columns;
