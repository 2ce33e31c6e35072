import { isCopy, shapeOf, type Shape } from "./shape";
import type { SheetSnapshot, WorkbookSnapshot } from "./snapshot";

export interface FormulaCell { readonly row: number; readonly column: number; readonly shape: Shape }

/** A sheet with its formulas read. */
export interface BookSheet {
  readonly snapshot: SheetSnapshot;
  readonly name: string;
  /** Place of its tab, from 0. */
  readonly tab: number;
  /** Built by us, and audited by our own rules too. */
  readonly ours: boolean;
  readonly formulas: readonly FormulaCell[];
  readonly shapes: ReadonlyMap<Shape, readonly FormulaCell[]>;
  /** First row and column after the used ones. */
  readonly bottom: number;
  readonly right: number;
  shapeAt(row: number, column: number): Shape | undefined;
  /** What is typed in a cell: undefined where it is empty or holds a formula. */
  typedAt(row: number, column: number): string | number | boolean | undefined;
}

/** A workbook ready for the rules. */
export interface Book {
  readonly snapshot: WorkbookSnapshot;
  readonly ours: boolean;
  readonly sheets: readonly BookSheet[];
}

/** So many cells are read between two steps: a few milliseconds. */
const cellsPerStep = 2_000;

/**
 * Reads all formulas of a snapshot. The generator yields the number of cells read since the last step and returns the book.
 * `ours` says whether sheets that we built (those with an id) are held to our own rules as well.
 */
export function* readBook(snapshot: WorkbookSnapshot, ours: boolean): Generator<number, Book> {
  const known = new Map<string, Shape>();
  const sheets: BookSheet[] = [];
  for (const [tab, sheet] of snapshot.sheets.entries()) sheets.push(yield* readSheet(sheet, tab, ours && sheet.id !== undefined, known));
  return { snapshot, ours, sheets };
}

function* readSheet(snapshot: SheetSnapshot, tab: number, ours: boolean, known: Map<string, Shape>): Generator<number, BookSheet> {
  const { row: top, column: left, formulas: contents, values } = snapshot;
  const formulas: FormulaCell[] = [];
  const grid: (Shape | undefined)[][] = [];
  let sinceStep = 0;
  for (const [i, line] of contents.entries()) {
    const shapes: (Shape | undefined)[] = [];
    for (let j = 0; j < line.length; j++) {
      const content = line[j];
      if (!isFormula(content, values[i]?.[j])) continue;
      const shape = copied(content, top + i, left + j, grid[i - 1]?.[j], shapes[j - 1]) ?? shapeOf(content, top + i, left + j, known);
      shapes[j] = shape;
      formulas.push({ row: top + i, column: left + j, shape });
    }
    grid.push(shapes);
    sinceStep += line.length;
    if (sinceStep >= cellsPerStep) {
      yield sinceStep;
      sinceStep = 0;
    }
  }
  yield sinceStep;
  const shapeAt = (row: number, column: number) => grid[row - top]?.[column - left];
  return {
    snapshot, name: snapshot.name, tab, ours, formulas, shapes: byShape(formulas), shapeAt,
    bottom: top + contents.length, right: left + Math.max(0, ...contents.slice(0, 1).map((line) => line.length)),
    typedAt: (row, column) => {
      const content = contents[row - top]?.[column - left];
      return content === "" || content === undefined || shapeAt(row, column) ? undefined : content as string | number | boolean;
    },
  };
}

/** Most formulas are copies of the one above or to the left: to see that is far quicker than to take a formula apart. */
const copied = (formula: string, row: number, column: number, above: Shape | undefined, before: Shape | undefined): Shape | undefined =>
  [above, before].find((shape) => shape && isCopy(formula, row, column, shape));

/** A text that begins with an equals sign is its own value; a formula is not. */
const isFormula = (content: unknown, value: unknown): content is string =>
  typeof content === "string" && content.length > 1 && content.startsWith("=") && content !== value;

function byShape(formulas: readonly FormulaCell[]): Map<Shape, FormulaCell[]> {
  const found = new Map<Shape, FormulaCell[]>();
  for (const cell of formulas) {
    const cells = found.get(cell.shape);
    if (cells) cells.push(cell);
    else found.set(cell.shape, [cell]);
  }
  return found;
}

/** Sheet of a name, as Excel compares names. */
export const sheetCalled = ({ sheets }: Book, name: string): BookSheet | undefined =>
  sheets.find((sheet) => sheet.name.toLowerCase() === name.toLowerCase());

/** One of our sheets by its id in the plan. */
export const ourSheet = ({ sheets }: Book, id: string): BookSheet | undefined =>
  sheets.find((sheet) => sheet.ours && sheet.snapshot.id === id);

/** The value a cell shows: what is typed, or the result; undefined for nothing, and for a formula nobody has calculated. */
export function valueAt({ snapshot: { values, row: top, column: left } }: BookSheet, row: number, column: number): unknown {
  const value = values[row - top]?.[column - left];
  return value === "" ? undefined : value;
}

/** The words that begin a cell's row: what the line is called. Empty when there are none. */
export function lineLabel(sheet: BookSheet, row: number, column: number): string {
  for (let c = sheet.snapshot.column; c < column; c++) {
    const value = valueAt(sheet, row, c);
    if (typeof value === "string" && /\p{L}{2}/u.test(value)) return value.trim();
  }
  return "";
}
