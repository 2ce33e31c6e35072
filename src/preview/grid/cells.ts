import { Dimension } from "@univerjs/core";
import { boundingBox, intersection, sameBox, type Box } from "./address";
import type { Area } from "./area";
import type { Book, Value } from "./book";

// What can be done to whole blocks of cells, beyond writing values and styles.

/** Empties the cells that exist in the area, at once. */
export function clearCells(area: Area, what: { contents: boolean; formats: boolean }): void {
  const { book, sheetId } = area;
  const noContents = what.contents && { v: null, f: null, si: null, p: null, t: null };
  const cleared = { ...noContents, ...(what.formats && { s: null, custom: null }) };
  const { row, column, rows, columns } = area.clipped;
  const cellValue: Record<number, Record<number, object>> = {};
  book.flush();
  area.sheet.getSheet().getCellMatrix().forValue((r: number, c: number) => {
    if (r >= row && r < row + rows && c >= column && c < column + columns) (cellValue[r] ??= {})[c] = { ...cleared };
  });
  book.mutate("sheet.mutation.set-range-values", sheetId, { cellValue });
}

export type Shift = "insertRows" | "insertColumns" | "deleteRows" | "deleteColumns";

/** Inserts or deletes whole rows or columns; formulas, names and rules follow. */
export function shiftCells(book: Book, kind: Shift, sheetId: string, { row, column, rows, columns }: Box): void {
  book.flush();
  const [first, count] = kind.endsWith("Rows") ? [row, rows] : [column, columns];
  asActive(book, sheetId, () => book.own(() => book.sheet(sheetId)[kind](first, count)));
}

/** Moves the cells below an area up over it, or the cells from the area on down, within its columns only. */
export function shiftPart(area: Area, kind: "delete" | "insert"): void {
  const { book, sheetId, clipped: { row, column, rows, columns } } = area;
  book.flush();
  const cells = book.sheet(sheetId).getRange(row, column, rows, columns);
  const lines = Dimension.ROWS;
  asActive(book, sheetId, () => book.own(() => (kind === "delete" ? cells.deleteCells(lines) : cells.insertCells(lines))));
}

/** Univer lets formulas and names follow as if rows were always moved on the active sheet, so this one poses as it meanwhile. */
function asActive(book: Book, sheetId: string, work: () => void): void {
  const core = book.workbook.getWorkbook();
  core.getActiveSheet = () => core.getSheetBySheetId(sheetId);
  try {
    work();
  } finally {
    delete core.getActiveSheet;
  }
}

/** Belief: a source of one cell fills the whole target; relative references move along. */
export function copyCells(source: Area, target: Area, what: string): void {
  const { book } = source;
  book.flush();
  const from = source.clipped;
  const to = target.box;
  const moves = Array.from({ length: Math.max(from.rows, to.rows) }, (_, r) =>
    Array.from({ length: Math.max(from.columns, to.columns) }, (__, c) => ({
      source: [from.row + (r % from.rows), from.column + (c % from.columns)] as const, target: [to.row + r, to.column + c] as const,
    }))).flat();
  const taken = moves.map(({ source: [r, c], target: [row, column] }) => ({
    place: [row, column] as const, style: book.styleOf(source.sheetId, r, c),
    content: what === "Values"
      ? { v: book.value(source.sheetId, r, c) as string, f: null }
      : book.content(source.sheetId, r, c, { rows: row - r, columns: column - c }),
  }));
  for (const { place, style, content } of taken) {
    if (what === "All" || what === "Formats") book.style(target.sheetId, ...place, style);
    if (what !== "Formats") book.put(target.sheetId, ...place, content);
  }
}

export interface SortKey {
  /** Column of the area, from 0. */
  column: number;
  isDescending: boolean;
}

/** Sorts whole rows of the area by their values; formulas move along with their rows. Empty cells come last, as in Excel. */
export function sortRows({ book, sheetId, clipped }: Area, keys: readonly SortKey[], matchCase: boolean): void {
  const { row, column, rows, columns } = clipped;
  const keyed = Array.from({ length: rows }, (_, i) => ({
    row: row + i, values: keys.map((key) => book.value(sheetId, row + i, column + key.column)),
  }));
  const order = [...keyed].sort((a, b) => keys.reduce((sign, { isDescending }, i) =>
    sign || compare(a.values[i]!, b.values[i]!, isDescending, matchCase), 0));
  const moved = order.flatMap((from, i) => Array.from({ length: columns }, (_, c) => ({
    place: [row + i, column + c] as const,
    content: book.content(sheetId, from.row, column + c, { rows: row + i - from.row, columns: 0 }),
  })));
  for (const { place, content } of moved) book.put(sheetId, ...place, content);
}

const KIND_ORDER = ["number", "string", "boolean"];

/** Belief: numbers before text before truth values, empty cells last in either direction. */
function compare(a: Value, b: Value, isDescending: boolean, matchCase: boolean): number {
  if (a === "" || b === "") return Number(a === "") - Number(b === "");
  const sign = isDescending ? -1 : 1;
  if (typeof a !== typeof b) return sign * (KIND_ORDER.indexOf(typeof a) - KIND_ORDER.indexOf(typeof b));
  if (typeof a === "string") return sign * a.localeCompare(String(b), "en", { sensitivity: matchCase ? "variant" : "accent" });
  return sign * (Number(a) - Number(b));
}

/** Rows and columns left in sight above and beside a cell that is scrolled to. */
const MARGIN = 3;

/** Shows the sheet and selects the box on it. */
export function selectCells(book: Book, sheetId: string, box: Box): void {
  book.own(() => {
    book.workbook.setActiveSheet(sheetId);
    book.sheet(sheetId).getRange(box.row, box.column, box.rows, box.columns).activate();
    bringIntoSight(book, sheetId, box);
  });
}

/** Scrolls as far as needed to show the first cell of a box; a workbook without a page has nothing to scroll. */
export function bringIntoSight(book: Book, sheetId: string, { row, column }: Box): void {
  const sheet = book.sheet(sheetId);
  const seen = sheet.getVisibleRange?.();
  if (!seen || (isWithin(row, seen.startRow, seen.endRow) && isWithin(column, seen.startColumn, seen.endColumn))) return;
  sheet.scrollToCell(Math.max(0, row - MARGIN), Math.max(0, column - MARGIN));
}

/** The last row or column in sight is often cut off, so it does not count. */
const isWithin = (index: number, first: number, last: number) => index >= first && index < last;

/** Pixels from the sheet's corner to where this row or column begins; hidden ones count nothing. */
export function offsetOf(book: Book, sheetId: string, kind: "row" | "column", index: number): number {
  const sheet = book.inner(sheetId);
  const height = (row: number) => (sheet.getRowVisible(row) ? sheet.getRowHeight(row) : 0);
  const width = (column: number) => (sheet.getColVisible(column) ? sheet.getColumnWidth(column) : 0);
  const size = kind === "row" ? height : width;
  return Array.from({ length: index }, (_, i) => size(i)).reduce((pixels, one) => pixels + one, 0);
}

/** The block of filled cells around a box, bounded by empty rows and columns. */
export function regionAround(book: Book, sheetId: string, box: Box): Box {
  let region = box;
  for (;;) {
    const row = Math.max(0, region.row - 1);
    const column = Math.max(0, region.column - 1);
    const ring = { row, column, rows: region.rows + region.row - row + 1, columns: region.columns + region.column - column + 1 };
    const used = book.used(sheetId, true, ring);
    const grown = used ? boundingBox(region, used) : region;
    if (sameBox(grown, region) || !intersection(grown, ring)) return region;
    region = grown;
  }
}
