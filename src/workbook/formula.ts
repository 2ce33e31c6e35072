import { boxAddress, cellAddress, columnLetters, quoted } from "./address";
import type { Box } from "./workbook-plan";

/** Names that columns have in a block, with their letters. */
export type ColumnNames = Readonly<Record<string, string>>;

/** Where the rows of an id stand on a sheet, and the names its columns have there. */
export interface Span {
  readonly row: number;
  readonly rows: number;
  readonly columns: ColumnNames;
}

/** One laid-out sheet: its ids and where they stand. */
export interface SheetMap {
  readonly name: string;
  readonly spans: ReadonlyMap<string, Span>;
}

/** All sheets by id. */
export type Atlas = ReadonlyMap<string, SheetMap>;

/** The cell a formula stands in; `blockRow` counts from the first row of its block. */
export interface Place {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
  readonly columns: ColumnNames;
  readonly blockRow: number;
}

/** Constants, and the results of single lines, stand in column E. */
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
  return partsOf(formula).map((part) => (typeof part === "string" ? part : writeReference(part, at, atlas))).join("");
}

interface Reference { readonly sheet?: string; readonly form: Form; readonly groups: readonly (string | undefined)[] }

function writeReference({ sheet, form, groups }: Reference, at: Place, atlas: Atlas): string {
  const map = sheetMap(atlas, sheet ?? at.sheet);
  const written = form.write(groups, at, (id) => spanOf(id, map));
  return sheet === undefined || sheet === at.sheet ? written : `${quoted(map.name)}!${written}`;
}

/** A formula is taken apart once, though it is written into dozens of cells. */
const known = new Map<string, readonly (string | Reference)[]>();

function partsOf(formula: string): readonly (string | Reference)[] {
  const parts = known.get(formula) ?? formula.split(/(\[[^\]]+\])/).filter(Boolean)
    .map((part) => (part.startsWith("[") ? referenceIn(part, formula) : part));
  known.set(formula, parts);
  return parts;
}

function referenceIn(part: string, formula: string): Reference {
  const [, sheet, body] = /^\[(?:(\w+)\/)?(.+)\]$/.exec(part)!;
  const named = sheet !== undefined && /^\w+$/.test(body!) ? `$${body}` : body!;
  for (const form of forms) {
    const match = form.pattern.exec(named);
    if (match) return { ...(sheet !== undefined && { sheet }), form, groups: match.slice(1) };
  }
  throw new Error(`${part} in "${formula}" is no reference.`);
}

interface Form {
  readonly pattern: RegExp;
  readonly write: (parts: readonly (string | undefined)[], at: Place, span: (id: string) => Span) => string;
}

/** Every way to point at cells, as documented above. */
const forms: readonly Form[] = [
  { pattern: /^(\w+)$/, write: ([id], at, span) => inColumn(span(id!), at.column) },
  { pattern: /^(\w+)\.@$/, write: ([id], at, span) => inColumn(span(id!), at.column) },
  { pattern: /^<(\w+)$/, write: ([id], at, span) => inColumn(span(id!), at.column - 1) },
  { pattern: /^(\w+)\$$/, write: ([id], at, span) => `${columnLetters(at.column)}$${span(id!).row + 1}` },
  { pattern: /^\$(\w+)$/, write: ([id], _, span) => anchored(boxIn(span(id!), constantColumn)) },
  { pattern: /^(\w+)\.(\w+)(?::(\w+))?$/, write: ([id, from, to], _, span) => anchored(boxIn(span(id!), from!, to)) },
  { pattern: /^(\w+)\.(\w+)@$/, write: ([id, column], at, span) => samePlace(span(id!), column!, at) },
  {
    pattern: /^(\w+)\.(\w+):@$/,
    write: ([id, column], at, span) => {
      const { row, columns } = span(id!);
      return `${columnLetters(columnIndex(column!, columns))}$${row + 1}:${samePlace(span(id!), column!, at)}`;
    },
  },
  { pattern: /^\^(\w+)$/, write: ([column], at) => cellAddress(at.row - 1, columnIndex(column!, at.columns)) },
  { pattern: /^@(\$?)(\w+)$/, write: ([fix, column], at) => inRow(fix!, column!, at) },
  {
    pattern: /^@(\$?)(\w+):(\$?)(\w+)$/,
    write: ([fixFrom, from, fixTo, to], at) => `${inRow(fixFrom!, from!, at)}:${inRow(fixTo!, to!, at)}`,
  },
];

const inColumn = ({ row, rows }: Span, column: number) => boxAddress({ row, rows, column, columns: 1 });
const inRow = (fix: string, column: string, at: Place) => `${fix}${columnLetters(columnIndex(column, at.columns))}${at.row + 1}`;
const samePlace = ({ row, columns }: Span, column: string, at: Place) => cellAddress(row + at.blockRow, columnIndex(column, columns));

/** The address of cells that stays when a formula is copied: $E$12. */
export const anchored = (box: Box): string => boxAddress(box).replace(/([A-Z]+)(\d+)/g, "$$$1$$$2");

function boxIn({ row, rows, columns }: Span, from: string, to = from): Box {
  const column = columnIndex(from, columns);
  return { row, rows, column, columns: columnIndex(to, columns) - column + 1 };
}

/** The cells that a reference such as "asks.target:must" names on a sheet. */
export function boxOf(reference: string, sheet: string, atlas: Atlas): Box {
  const [, id, from, to] = /^(\w+)\.(\w+)(?::(\w+))?$/.exec(reference) ?? [];
  if (id === undefined) throw new Error(`${reference} on ${sheet} names no cells.`);
  return boxIn(spanOf(id, sheetMap(atlas, sheet)), from!, to);
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

const indexOf = new Map<string, number>();

/** Index of a column, given by a name of the block or by letters. */
export function columnIndex(column: string, names: ColumnNames): number {
  const letters = names[column] ?? column;
  const index = indexOf.get(letters) ?? indexIn(letters);
  indexOf.set(letters, index);
  return index;
}

function indexIn(letters: string): number {
  if (!/^[A-Z]{1,2}$/.test(letters)) throw new Error(`There is no column ${letters}.`);
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}
