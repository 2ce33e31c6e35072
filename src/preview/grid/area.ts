import { fail } from "../protocol/errors";
import { MAX_COLUMNS, MAX_ROWS, type Box } from "./address";
import type { Book } from "./book";

const LARGEST_READ = 5_000_000;

/** Cells of one sheet, and the ways to walk over them. */
export class Area {
  constructor(readonly book: Book, readonly sheetId: string, readonly box: Box) {
    const { row, column, rows, columns } = box;
    const fits = row >= 0 && column >= 0 && rows >= 1 && columns >= 1 && row + rows <= MAX_ROWS && column + columns <= MAX_COLUMNS;
    if (!fits) throw fail.invalid("the range lies outside the sheet");
  }

  get sheet(): any {
    const sheet = this.book.sheet(this.sheetId);
    if (!sheet) throw fail.notFound("the worksheet was deleted");
    return sheet;
  }

  get isWholeColumns() {
    return this.box.rows === MAX_ROWS;
  }

  get isWholeRows() {
    return this.box.columns === MAX_COLUMNS;
  }

  /** Whole columns and rows as far as the grid reaches; an area further out makes the grid no larger. */
  get clipped(): Box {
    const { row, column, rows, columns } = this.box;
    if (!this.isWholeColumns && !this.isWholeRows) return this.box;
    const { sheet } = this;
    return {
      row, column,
      rows: this.isWholeColumns ? Math.max(1, sheet.getMaxRows() - row) : rows,
      columns: this.isWholeRows ? Math.max(1, sheet.getMaxColumns() - column) : columns,
    };
  }

  each(visit: (row: number, column: number) => void) {
    const { row, column, rows, columns } = this.clipped;
    for (let r = row; r < row + rows; r++) for (let c = column; c < column + columns; c++) visit(r, c);
  }

  map<T>(read: (row: number, column: number) => T): T[][] {
    const { row, column, rows, columns } = this.clipped;
    if (rows * columns > LARGEST_READ) throw fail.invalid("the range is too large to read at once");
    return Array.from({ length: rows }, (_, r) => Array.from({ length: columns }, (__, c) => read(row + r, column + c)));
  }

  /** Belief: a scalar fills the range, null leaves a cell alone, an array must have the exact shape. */
  fill(values: unknown, write: (row: number, column: number, value: unknown) => void) {
    if (!Array.isArray(values)) return this.each((r, c) => write(r, c, values));
    const { row, column, rows, columns } = this.box;
    if (values.length !== rows || values.some((line) => !Array.isArray(line) || line.length !== columns)) {
      throw fail.invalid("The number of rows or columns in the input array doesn't match the size or dimensions of the range.");
    }
    values.forEach((line: unknown[], r) => line.forEach((value, c) => { if (value !== null) write(row + r, column + c, value); }));
  }

  /** The value all cells share, or null when they differ, as Excel answers. */
  common<T>(read: (row: number, column: number) => T): T | null {
    let first: T | undefined;
    let isMixed = false;
    let isFirst = true;
    this.each((r, c) => {
      if (isMixed) return;
      const value = read(r, c);
      if (isFirst) first = value;
      else if (value !== first) isMixed = true;
      isFirst = false;
    });
    return isMixed ? null : first ?? null;
  }
}
