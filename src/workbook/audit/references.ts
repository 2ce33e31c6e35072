import { covers, unquoted } from "../address";
import { sheetCalled, valueAt, type Book, type BookSheet } from "./book";
import { tokenize, type ReferenceWord, type Token } from "./formula-text";
import type { Shape } from "./shape";
import type { TableSnapshot } from "./snapshot";

/** Cells on a sheet of the book, both ends included. */
export interface Area {
  readonly sheet: BookSheet;
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

/** Turns what a formula refers to into cells. What lies in another workbook, or nowhere, gives none. */
export interface Resolver {
  /** Cells that a token of a shape names when the formula stands in this cell. */
  areasOf(token: Token, shape: Shape, sheet: BookSheet, row: number, column: number): readonly Area[];
  /** Sheets that a text before an exclamation mark names: one, several in a row ("Jan:Dec!"), or none of this workbook. */
  sheetsOf(prefix: string, own: BookSheet): readonly BookSheet[];
}

/** Whether a token leads out of the workbook: "[Prices.xlsx]Sheet1!A1". */
export const isExternal = (token: Token): boolean =>
  token.kind === "reference" ? token.prefix.includes("[") : token.kind === "name" && /\[[^\]]+\].*!/.test(token.text);

/** Makes a resolver for a book; it remembers every prefix, name and table it has met. */
export function resolverOf(book: Book): Resolver {
  const prefixes = new Map<string, readonly BookSheet[]>();
  const sheetsOf = (prefix: string, own: BookSheet) => {
    if (prefix === "") return [own];
    let found = prefixes.get(prefix);
    if (!found) prefixes.set(prefix, found = sheetsNamed(prefix, book));
    return found;
  };
  const names = new Map(book.snapshot.names.map(({ name, scope, formula }) => [nameKey(name, scope), tokenize(formula)]));
  const tables = new Map(book.sheets.flatMap((sheet) =>
    sheet.snapshot.tables.map((table) => [table.name.toLowerCase(), { table, sheet }] as const)));

  const ofName = (text: string, own: BookSheet): Area[] => {
    const [, sheetPart = "", name] = /^(.*!)?([^!]*)$/.exec(text)!;
    const scopes = sheetPart === "" ? [own] : sheetsOf(sheetPart, own);
    const tokens = scopes.map((sheet) => names.get(nameKey(name!, sheet.name))).find(Boolean) ?? names.get(nameKey(name!, undefined));
    return (tokens ?? []).flatMap((token) =>
      (token.kind === "reference" ? sheetsOf(token.prefix, own).map((sheet) => areaOf(token, sheet, 0, 0)) : []));
  };
  const ofTable = (text: string, own: BookSheet, row: number, column: number): Area[] => {
    const [, name, inner] = /^([^[]*)\[(.*)\]$/s.exec(text) ?? [];
    const around = () => [...tables.values()].find(({ table, sheet }) => sheet === own && covers(table.box, row, column));
    const found = name ? tables.get(name.toLowerCase()) : around();
    const area = found && tableArea(found.table, found.sheet, inner ?? "", row);
    return area ? [area] : [];
  };
  return {
    sheetsOf,
    areasOf(token, shape, sheet, row, column) {
      if (token.kind === "reference") {
        return sheetsOf(token.prefix, sheet).map((on) => areaOf(token, on, row - shape.row, column - shape.column));
      }
      if (token.kind === "structured") return ofTable(token.text, sheet, row, column);
      if (token.kind !== "name") return [];
      const table = tables.get(token.text.toLowerCase());
      return table ? ofTable(`${token.text}[]`, sheet, row, column) : ofName(token.text, sheet);
    },
  };
}

const nameKey = (name: string, scope: string | undefined) => `${scope?.toLowerCase() ?? ""}!${name.toLowerCase()}`;

function sheetsNamed(prefix: string, book: Book): BookSheet[] {
  const name = unquoted(prefix.slice(0, -1));
  if (name.includes("[")) return [];
  const single = sheetCalled(book, name);
  if (single) return [single];
  const [first, last] = name.split(":").map((each) => sheetCalled(book, each));
  return first && last ? book.sheets.slice(first.tab, last.tab + 1) : [];
}

function areaOf({ from, to }: ReferenceWord, sheet: BookSheet, down: number, across: number): Area {
  const r1 = from.rowFixed ? from.row : from.row + down;
  const r2 = to.rowFixed ? to.row : to.row + down;
  const c1 = from.columnFixed ? from.column : from.column + across;
  const c2 = to.columnFixed ? to.column : to.column + across;
  return { sheet, top: Math.min(r1, r2), bottom: Math.max(r1, r2), left: Math.min(c1, c2), right: Math.max(c1, c2) };
}

/** Cells of Table[...]: items such as #All and @ choose the rows, names the columns. */
function tableArea(table: TableSnapshot, sheet: BookSheet, inner: string, row: number): Area | undefined {
  const { box, hasHeads, hasTotals } = table;
  const whole: Area = { sheet, top: box.row, bottom: box.row + box.rows - 1, left: box.column, right: box.column + box.columns - 1 };
  const body = { top: whole.top + (hasHeads ? 1 : 0), bottom: whole.bottom - (hasTotals ? 1 : 0) };
  const heads = { top: whole.top, bottom: whole.top };
  const totals = { top: whole.bottom, bottom: whole.bottom };
  const here = { top: row, bottom: row };
  const items: Record<string, { top: number; bottom: number }> = {
    "#all": whole, "#data": body, "#headers": heads, "#totals": totals, "#this row": here,
  };
  const isHere = inner.startsWith("@");
  const parts = bracketed(isHere ? inner.slice(1) : inner);
  const rows = isHere ? here : parts.map((part) => items[part.toLowerCase()]).find(Boolean) ?? body;
  const columns = parts.filter((part) => part !== "" && !(part.toLowerCase() in items)).map((part) => columnCalled(part, whole));
  if (columns.includes(undefined)) return undefined;
  const found = columns as number[];
  const { top, bottom } = rows;
  return found.length === 0 ? { ...whole, top, bottom } : { sheet, top, bottom, left: Math.min(...found), right: Math.max(...found) };
}

/** "[#All],[Cost]:[Budget]" is its three parts, "Cost" is one; an apostrophe inside protects the sign after it. */
function bracketed(inner: string): string[] {
  const parts = inner.match(/\[(?:[^[\]']|'.)*\]/g)?.map((part) => part.slice(1, -1)) ?? [inner];
  return parts.map((part) => part.trim().replace(/'(.)/g, "$1"));
}

function columnCalled(name: string, { sheet, top, left, right }: Area): number | undefined {
  for (let column = left; column <= right; column++) {
    if (String(valueAt(sheet, top, column) ?? "").toLowerCase() === name.toLowerCase()) return column;
  }
  return undefined;
}
