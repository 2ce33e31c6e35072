import { fail } from "../protocol/errors";

export const MAX_ROWS = 1_048_576;
export const MAX_COLUMNS = 16_384;

/** A rectangle of cells, counted from 0. */
export interface Box {
  row: number;
  column: number;
  rows: number;
  columns: number;
}

/** 0 is "A", 26 is "AA". */
export function columnName(index: number): string {
  let name = "";
  for (let n = index + 1; n > 0; n = Math.floor((n - 1) / 26)) name = String.fromCharCode(65 + ((n - 1) % 26)) + name;
  return name;
}

const columnIndex = (name: string) => [...name.toUpperCase()].reduce((n, letter) => n * 26 + letter.charCodeAt(0) - 64, 0) - 1;

/** Belief: Excel quotes a sheet name unless it is one plain word that cannot be read as a cell address. */
export function quoteSheet(name: string): string {
  const plain = /^[\p{L}_][\p{L}\p{N}_.]*$/u.test(name) && !/^([A-Za-z]{1,3}\d+|[rc]\d*|r\d*c\d*)$/i.test(name);
  return plain ? name : `'${name.replace(/'/g, "''")}'`;
}

/** Reads "Sheet1!A1:B2", "A1", "A:C", "2:5" and the absolute forms; the sheet is null when none is named. */
export function parseAddress(text: string): { sheet: string | null; box: Box } {
  const bang = text.lastIndexOf("!");
  const sheet = bang < 0 ? null : text.slice(0, bang).replace(/^=/, "").replace(/^'|'$/g, "").replace(/''/g, "'");
  const [from = "", to = from] = text.slice(bang + 1).replace(/\$/g, "").split(":");
  const first = parseCorner(from, text);
  const last = parseCorner(to, text);
  const row = first.row ?? 0;
  const column = first.column ?? 0;
  const lastRow = last.row ?? MAX_ROWS - 1;
  const lastColumn = last.column ?? MAX_COLUMNS - 1;
  const box = {
    row: Math.min(row, lastRow), column: Math.min(column, lastColumn),
    rows: Math.abs(lastRow - row) + 1, columns: Math.abs(lastColumn - column) + 1,
  };
  return { sheet, box };
}

function parseCorner(part: string, text: string) {
  const match = /^([A-Za-z]{0,3})(\d*)$/.exec(part);
  if (!match || (!match[1] && !match[2])) throw fail.invalid(`address "${text}"`);
  const row = match[2] ? Number(match[2]) - 1 : null;
  const column = match[1] ? columnIndex(match[1]) : null;
  const isOnSheet = (row ?? 0) >= 0 && (row ?? 0) < MAX_ROWS && (column ?? 0) < MAX_COLUMNS;
  if (!isOnSheet) throw fail.invalid(`address "${text}"`);
  return { row, column };
}

/** "A1:B2"; whole columns are "A:B", whole rows "1:2". */
export function formatAddress({ row, column, rows, columns }: Box, dollar = ""): string {
  const letters = (index: number) => dollar + columnName(index);
  const digits = (index: number) => dollar + (index + 1);
  if (rows === MAX_ROWS && columns < MAX_COLUMNS) return `${letters(column)}:${letters(column + columns - 1)}`;
  if (columns === MAX_COLUMNS) return `${digits(row)}:${digits(row + rows - 1)}`;
  const first = letters(column) + digits(row);
  return rows * columns === 1 ? first : `${first}:${letters(column + columns - 1)}${digits(row + rows - 1)}`;
}

export const formatAbsolute = (box: Box) => formatAddress(box, "$");

export interface UniverRange {
  startRow: number;
  startColumn: number;
  endRow: number;
  endColumn: number;
}

export const toUniverRange = ({ row, column, rows, columns }: Box): UniverRange =>
  ({ startRow: row, startColumn: column, endRow: row + rows - 1, endColumn: column + columns - 1 });

export const fromUniverRange = ({ startRow, startColumn, endRow, endColumn }: UniverRange): Box =>
  ({ row: startRow, column: startColumn, rows: endRow - startRow + 1, columns: endColumn - startColumn + 1 });

export function intersection(a: Box, b: Box): Box | null {
  const row = Math.max(a.row, b.row);
  const column = Math.max(a.column, b.column);
  const rows = Math.min(a.row + a.rows, b.row + b.rows) - row;
  const columns = Math.min(a.column + a.columns, b.column + b.columns) - column;
  return rows > 0 && columns > 0 ? { row, column, rows, columns } : null;
}

export function boundingBox(a: Box, b: Box): Box {
  const row = Math.min(a.row, b.row);
  const column = Math.min(a.column, b.column);
  return {
    row, column,
    rows: Math.max(a.row + a.rows, b.row + b.rows) - row, columns: Math.max(a.column + a.columns, b.column + b.columns) - column,
  };
}

export const contains = (box: Box, row: number, column: number) =>
  row >= box.row && row < box.row + box.rows && column >= box.column && column < box.column + box.columns;

export const sameBox = (a: Box, b: Box) => a.row === b.row && a.column === b.column && a.rows === b.rows && a.columns === b.columns;
