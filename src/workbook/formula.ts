import { boxAddress, cellAddress, columnLetters, quoted } from "./address";
import type { Box } from "./workbook-plan";

/** Where the rows of an id stand on a sheet, and the names its columns have there. */
export interface Span { readonly row: number; readonly rows: number; readonly columns: Readonly<Record<string, string>> }

/** One laid-out sheet: its ids and where they stand. */
export interface SheetMap { readonly name: string; readonly spans: ReadonlyMap<string, Span> }

/** All sheets by id. */
export type Atlas = ReadonlyMap<string, SheetMap>;

/** The cell a formula stands in. */
export interface Place { readonly sheet: string; readonly row: number; readonly column: number; readonly columns: Readonly<Record<string, string>>; readonly blockRow: number }

/** Constants, totals of lines and every scalar input stand in column E. */
const constantColumn = "E";

/**
 * Writes a formula out: every [reference] to an id becomes an address. Formulas are thus said once, in words, and every cell of a
 * row or column gets the same formula in relative terms.
 *
 * - `[id]` same column, the row of id; with a sheet, `[sheet/id]`, its constant in column E
 * - `[id$]` same column, the row fixed; `[<id]` the column before
 * - `[$id]` the constant of a row: column E, fixed
 * - `[id.column]`, `[id.from:to]` fixed cells of a row or of a block's rows; both may name a sheet before a slash
 * - `[id.column@]` the row of that block at the same place as this one in its own; `[id.column:@]` from the first to that row
 * - `[id.@]` same column, relative, on another sheet
 * - `[@column]`, `[@$from:$to]` cells of this row; `[^column]` the cell above in a column
 * @throws Error on an unknown id or column: a mistake in the sheet, not of a person
 * @example "[orders] * [orderValue]" in column I is "I41 * I42"
 */
export function writeFormula(formula: string, at: Place, atlas: Atlas): string {
  return formula.replace(/\[(?:(\w+)\/)?([^\]]+)\]/g, (whole, sheet: string | undefined, body: string) => {
    const written = writeReference(body, at, sheetMap(atlas, sheet ?? at.sheet), sheet !== undefined);
    if (written === undefined) throw new Error(`${whole} in "${formula}" is no reference.`);
    return sheet === undefined || sheet === at.sheet ? written : `${quoted(sheetMap(atlas, sheet).name)}!${written}`;
  });
}

/** The cells a reference such as "asks.target:must" names on a sheet. */
export function boxOf(reference: string, sheet: string, atlas: Atlas): Box {
  const [, id, from, to = from] = /^(\w+)\.(\w+)(?::(\w+))?$/.exec(reference) ?? [];
  if (id === undefined) throw new Error(`${reference} on ${sheet} names no cells.`);
  const span = spanOf(id, sheetMap(atlas, sheet));
  const column = columnIndex(from!, span.columns);
  return { row: span.row, rows: span.rows, column, columns: columnIndex(to!, span.columns) - column + 1 };
}

function sheetMap(atlas: Atlas, sheet: string): SheetMap {
  const map = atlas.get(sheet);
  if (!map) throw new Error(`There is no sheet ${sheet}.`);
  return map;
}

function spanOf(id: string, { name, spans }: SheetMap): Span {
  const span = spans.get(id);
  if (!span) throw new Error(`There is no ${id} on ${name}.`);
  return span;
}

/** Index of a column, given by a name of the block or by letters. */
export function columnIndex(column: string, names: Readonly<Record<string, string>>): number {
  const letters = names[column] ?? column;
  if (!/^[A-Z]{1,2}$/.test(letters)) throw new Error(`There is no column ${column}.`);
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

const fixedAddress = (box: Box) => boxAddress(box).replace(/([A-Z]+)(\d+)/g, "$$$1$$$2");

function writeReference(body: string, at: Place, map: SheetMap, isElsewhere: boolean): string | undefined {
  const span = (id: string) => spanOf(id, map);
  const inColumn = (id: string, column: number) => boxAddress({ row: span(id).row, rows: span(id).rows, column, columns: 1 });
  let parts: RegExpExecArray | null;
  if ((parts = /^@(\$?)(\w+)(?::(\$?)(\w+))?$/.exec(body))) {
    const [, fix, from, fixTo, to] = parts;
    const cell = (dollar: string, column: string) => `${dollar}${columnLetters(columnIndex(column, at.columns))}${at.row + 1}`;
    return to === undefined ? cell(fix!, from!) : `${cell(fix!, from!)}:${cell(fixTo!, to)}`;
  }
  if ((parts = /^\^(\w+)$/.exec(body))) return cellAddress(at.row - 1, columnIndex(parts[1]!, at.columns));
  if ((parts = /^<(\w+)$/.exec(body))) return inColumn(parts[1]!, at.column - 1);
  if ((parts = /^\$(\w+)$/.exec(body))) return fixedConstant(span(parts[1]!));
  if ((parts = /^(\w+)$/.exec(body))) return isElsewhere ? fixedConstant(span(parts[1]!)) : inColumn(parts[1]!, at.column);
  if ((parts = /^(\w+)\$$/.exec(body))) return `${columnLetters(at.column)}$${span(parts[1]!).row + 1}`;
  if ((parts = /^(\w+)\.@$/.exec(body))) return inColumn(parts[1]!, at.column);
  if ((parts = /^(\w+)\.(\w+)(:?)@$/.exec(body))) {
    const { row, columns } = span(parts[1]!);
    const column = columnIndex(parts[2]!, columns);
    const here = cellAddress(row + at.blockRow, column);
    return parts[3] === "" ? here : `${columnLetters(column)}$${row + 1}:${here}`;
  }
  if ((parts = /^(\w+)\.(\w+)(?::(\w+))?$/.exec(body))) {
    const { row, rows, columns } = span(parts[1]!);
    const column = columnIndex(parts[2]!, columns);
    return fixedAddress({ row, rows, column, columns: columnIndex(parts[3] ?? parts[2]!, columns) - column + 1 });
  }
  return undefined;
}

const fixedConstant = ({ row, rows, columns }: Span) =>
  fixedAddress({ row, rows, column: columnIndex(constantColumn, columns), columns: 1 });
