import type { Agreement } from "../../core/agreement";
import { columnLetters, quoted } from "../address";
import type { BookSheet } from "../audit/book";
import type { Token } from "../audit/formula-text";
import { resolverOf, type Area } from "../audit/references";
import { shapeOf } from "../audit/shape";
import type { TableSnapshot } from "../audit/snapshot";
import type { Layout } from "../layout";
import { cellAt, type CellNow, type SheetCells } from "../snapshot";
import { nameless, namerByWords, namerOf, type Named, type Namer } from "./lines";

/** A cell on a sheet by its present name; row and column count from 0. */
export interface Spot { readonly sheet: string; readonly row: number; readonly column: number }

/** What was read to explain a cell: our sheets whole, of others what its formula points at. Plain data, no Excel. */
export interface Sight {
  readonly sheets: readonly (SheetCells & { readonly tables: readonly TableSnapshot[] })[];
  readonly names: readonly { readonly name: string; readonly formula: string }[];
  /** Our sheets as they are planned, by id. */
  readonly layouts: ReadonlyMap<string, Layout>;
  readonly agreement?: Agreement;
}

/** A sight made ready: what any cell is called and holds, and which cells a formula means. */
export interface Scene {
  readonly sight: Sight;
  named(spot: Spot): Named;
  now(spot: Spot): CellNow;
  /** Cells that a word of the formula in a cell points at; none for another workbook. */
  areas(token: Token, spot: Spot): readonly Area[];
}

export function openScene(sight: Sight): Scene {
  const byName = new Map(sight.sheets.map((sheet) => [sheet.name.toLowerCase(), sheet]));
  const sheetOf = (name: string) => byName.get(name.toLowerCase());
  const namers = new Map<string, Namer>();
  const book = sight.sheets.map(inBook);
  const names = sight.names.map((name) => ({ ...name, visible: true }));
  const resolver = resolverOf({
    ours: false, sheets: book, snapshot: { sheets: book.map(({ snapshot }) => snapshot), names, calculated: true },
  });
  return {
    sight,
    named({ sheet, row, column }) {
      const cells = sheetOf(sheet);
      if (!cells) return nameless;
      const layout = sight.layouts.get(cells.id);
      const namer = namers.get(cells.name) ?? (layout ? namerOf(layout, cells) : namerByWords(cells));
      namers.set(cells.name, namer);
      return namer(row, column);
    },
    now({ sheet, row, column }) {
      const cells = sheetOf(sheet);
      return cells ? cellAt(cells, row, column) : { value: "", isError: false };
    },
    areas(token, { sheet, row, column }) {
      const on = book.find(({ name }) => name.toLowerCase() === sheet.toLowerCase());
      return on ? resolver.areasOf(token, shapeOf(`=${token.text}`, row, column, new Map()), on, row, column) : [];
    },
  };
}

/** Enough of a book's sheet to find cells on it: its name, its values, its tables. */
const inBook = (cells: Sight["sheets"][number], tab: number): BookSheet => ({
  snapshot: { ...cells, visibility: "visible" }, name: cells.name, tab, ours: false, formulas: [], shapes: new Map(),
  bottom: cells.row + cells.values.length, right: cells.column + (cells.values[0]?.length ?? 0),
  shapeAt: () => undefined, typedAt: () => undefined,
});

/** The first cell of an area. */
export const firstOf = ({ sheet, top, left }: Area): Spot => ({ sheet: sheet.name, row: top, column: left });
/** The last cell of an area that is used. */
export const lastOf = ({ sheet, bottom, right }: Area): Spot =>
  ({ sheet: sheet.name, row: Math.min(bottom, sheet.bottom - 1), column: Math.min(right, sheet.right - 1) });

export const isOneCell = ({ top, bottom, left, right }: Area): boolean => top === bottom && left === right;

/** "E5" or "E5:E9", as far as cells are used. */
export function addressOf(area: Area): string {
  const [from, to] = [firstOf(area), lastOf(area)];
  const first = `${columnLetters(from.column)}${from.row + 1}`;
  return to.row <= from.row && to.column <= from.column ? first : `${first}:${columnLetters(to.column)}${to.row + 1}`;
}

/** "Inputs!E5", to be read. */
export const spotInWords = ({ sheet, row, column }: Spot): string => `${quoted(sheet)}!${columnLetters(column)}${row + 1}`;

/** What stands in an area, row by row, as far as cells are used; undefined when that is more than was read. */
export function cellsIn({ now }: Scene, area: Area): CellNow[][] {
  const [from, to] = [firstOf(area), lastOf(area)];
  return Array.from({ length: Math.max(1, to.row - from.row + 1) }, (_, r) =>
    Array.from({ length: Math.max(1, to.column - from.column + 1) }, (_, c) =>
      now({ sheet: from.sheet, row: from.row + r, column: from.column + c })));
}
