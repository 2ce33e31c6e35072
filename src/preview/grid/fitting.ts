import type { Book, Fitting } from "./book";

/** Pixels that a line of text takes in a font. */
export type Measure = (text: string, font: { family: string; size: number; bold: boolean }) => number;

const AUTO_HEIGHT = "sheet.mutation.set-worksheet-row-auto-height";
/** The grid's code for text that breaks into lines. */
const WRAP = 3;
const POINTS_TO_PIXELS = 4 / 3;
const LINE_HEIGHT = 1.2;
const CELL_PADDING = 6;
/** Mean width of a character of Calibri by its size, for where nothing can be drawn. */
const MEAN_CHARACTER = 0.52;

const estimate: Measure = (text, { size, bold }) => text.length * size * POINTS_TO_PIXELS * MEAN_CHARACTER * (bold ? 1.06 : 1);

/** Measures on a canvas where there is a page, else by estimate. */
function createMeasure(): Measure {
  const pen = typeof document === "undefined" ? null : document.createElement("canvas").getContext("2d");
  if (!pen) return estimate;
  return (text, { family, size, bold }) => {
    pen.font = `${bold ? "bold " : ""}${size * POINTS_TO_PIXELS}px "${family}", sans-serif`;
    return pen.measureText(text).width;
  };
}

/**
 * Belief: a row whose height was never set is as high as its largest font and its wrapped text need.
 */
export function createFitting(book: Book, measure: Measure = createMeasure()): Fitting {
  const cellAt = (sheetId: string, row: number, column: number) => {
    const text = book.text(sheetId, row, column);
    const style = text ? book.styleOf(sheetId, row, column) : {};
    const font = { family: style.ff ?? "Calibri", size: style.fs ?? 11, bold: style.bl === 1 };
    return { text, font, isWrapped: style.tb === WRAP, indent: style.pd?.l ?? 0 };
  };

  const heightOf = (sheetId: string, row: number): number => {
    const sheet = book.inner(sheetId);
    const used = Object.keys(sheet.getCellMatrix().getRow(row) ?? {}).map(Number);
    const heights = used.map((column) => {
      const { text, font, isWrapped, indent } = cellAt(sheetId, row, column);
      if (!text) return 0;
      const width = sheet.getColumnWidth(column) - CELL_PADDING - indent;
      const lines = isWrapped ? countLines(text, width, (part) => measure(part, font)) : 1;
      return lines * font.size * POINTS_TO_PIXELS * LINE_HEIGHT + 2;
    });
    return Math.ceil(Math.max(sheet.getConfig().defaultRowHeight, ...heights));
  };

  const wrapsIn = (sheetId: string, row: number) => {
    const styles = book.workbook.getWorkbook().getStyles();
    const cells = book.inner(sheetId).getCellMatrix().getRow(row) ?? {};
    return Object.values<any>(cells).some((cell) => cell?.s && styles.getStyleByCell(cell)?.tb === WRAP);
  };

  return {
    wrapped(sheetId, rows) {
      const wrapped = rows.filter((row) => wrapsIn(sheetId, row));
      if (wrapped.length) this.rows(sheetId, wrapped);
    },
    rows(sheetId, rows) {
      const manager = book.inner(sheetId).getRowManager();
      const automatic = rows.filter((row) => manager.getRow(row)?.ia !== 0);
      const rowsAutoHeightInfo = automatic.map((row) => ({ row, autoHeight: heightOf(sheetId, row) }));
      book.mutate(AUTO_HEIGHT, sheetId, { rowsAutoHeightInfo });
    },
    columns(sheetId, columns) {
      const used = book.used(sheetId, true);
      const rows = used ? Array.from({ length: used.rows }, (_, i) => used.row + i) : [];
      for (const column of columns) {
        const texts = rows.map((row) => cellAt(sheetId, row, column)).filter(({ text }) => text);
        if (!texts.length) continue;
        const width = Math.max(...texts.map(({ text, font, indent }) => measure(text, font) + indent)) + 2 * CELL_PADDING;
        const ranges = [{ startRow: 0, endRow: 0, startColumn: column, endColumn: column }];
        book.mutate("sheet.mutation.set-worksheet-col-width", sheetId, { ranges, colWidth: Math.ceil(width) });
      }
    },
  };
}

/** Makes our fitting the only one: the grid's own makes room for the arrow of every list cell, which Excel does not. */
export function ownRowHeights(book: Book): void {
  book.commands.beforeCommandExecuted(({ id, params }: any) => {
    if (id === AUTO_HEIGHT && !book.writing) params.rowsAutoHeightInfo = [];
  });
  book.commands.onCommandExecuted(({ id, params }: any, options: any) => {
    const isTyped = id === "sheet.mutation.set-range-values" && !book.writing && !options?.fromFormula && !options?.onlyLocal;
    if (isTyped && params.unitId === book.unit) book.fit.wrapped(params.subUnitId, Object.keys(params.cellValue ?? {}).map(Number));
  });
}

/** Lines that words of a text fill when they break at a width. */
function countLines(text: string, width: number, measure: (text: string) => number): number {
  return text.split("\n").reduce((lines, paragraph) => lines + linesOf(paragraph, width, measure), 0);
}

function linesOf(paragraph: string, width: number, measure: (text: string) => number): number {
  const space = measure(" ");
  let lines = 1;
  let filled = 0;
  for (const word of paragraph.split(" ")) {
    const length = measure(word);
    if (filled > 0 && filled + space + length > width) {
      lines++;
      filled = length;
    } else filled += (filled ? space : 0) + length;
  }
  return lines;
}
