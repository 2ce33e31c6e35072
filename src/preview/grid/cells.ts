import { boundingBox, intersection, sameBox, type Box } from "./address";
import type { Area } from "./area";
import type { Book } from "./book";

// What can be done to whole blocks of cells, beyond writing values and styles.

/** Empties the cells that exist in the area, at once. */
export function clearCells(area: Area, what: { contents: boolean; formats: boolean }): void {
  const { book, sheetId } = area;
  const cleared = { ...(what.contents && { v: null, f: null, si: null, p: null, t: null }), ...(what.formats && { s: null, custom: null }) };
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
  const { row, column, rows, columns } = source.clipped;
  const { box } = target;
  const height = Math.max(rows, box.rows);
  const width = Math.max(columns, box.columns);
  for (let r = 0; r < height; r++) {
    for (let c = 0; c < width; c++) {
      const from = [row + (r % rows), column + (c % columns)] as const;
      const to = [box.row + r, box.column + c] as const;
      if (what === "All" || what === "Formats") book.style(target.sheetId, ...to, book.styleOf(source.sheetId, ...from));
      if (what === "Formats") continue;
      const content = what === "Values" ? book.value(source.sheetId, ...from) : book.formula(source.sheetId, ...from);
      book.input(target.sheetId, ...to, moved(book, content, to[0] - from[0], to[1] - from[1]));
    }
  }
}

const moved = (book: Book, content: unknown, rows: number, columns: number) =>
  typeof content === "string" && content.startsWith("=") ? book.moveFormula(content, rows, columns) : content;

/** Shows the sheet and selects the box on it. */
export function selectCells(book: Book, sheetId: string, { row, column, rows, columns }: Box): void {
  book.own(() => {
    book.workbook.setActiveSheet(sheetId);
    book.sheet(sheetId).getRange(row, column, rows, columns).activate();
  });
}

/** Pixels from the sheet's corner to where this row or column begins; hidden ones count nothing. */
export function offsetOf(book: Book, sheetId: string, kind: "row" | "column", index: number): number {
  const sheet = book.sheet(sheetId);
  const inner = sheet.getSheet();
  let pixels = 0;
  for (let i = 0; i < index; i++) {
    if (kind === "row" ? inner.getRowVisible(i) : inner.getColVisible(i)) pixels += kind === "row" ? sheet.getRowHeight(i) : sheet.getColumnWidth(i);
  }
  return pixels;
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
