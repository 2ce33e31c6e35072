import { Fault, words } from "./fault";

/** A block of cells as a spreadsheet hands it over: rows of numbers, text, booleans, blanks and richer values. */
export type Cells = readonly (readonly unknown[])[];

/** What one cell says: a number, null if missing (empty, "" or ?), "n/a" if not applicable. */
export type Reading = number | null | "n/a";

/** Numbers with a rich format, and errors, arrive as objects that carry their plain value. */
export const plain = (cell: unknown): unknown =>
  typeof cell === "object" && cell !== null && "basicValue" in cell ? cell.basicValue : cell;

/** Whether a cell is empty, "" or, as text, only blanks. */
export const isBlank = (value: unknown) =>
  value === null || value === undefined || (typeof value === "string" && value.trim() === "");

const quoted = (value: unknown) => (typeof value === "string" ? `"${value.slice(0, 40)}"` : "this kind of value");

/** The complaint about one argument, or about one place in it. */
export const wrongShape = (argument: string, complaint: string, where = "") =>
  new Fault("wrong-shape", `${words(argument)}${where}: ${complaint}`, argument);

/**
 * Reads one cell: TRUE and FALSE are 1 and 0; a number stored as text is refused like any other text.
 * @throws wrong-shape, the message naming argument and place
 */
export function readCell(argument: string, cell: unknown, where = () => ""): Reading {
  const value = plain(cell);
  if (typeof value === "number" && Number.isFinite(value)) return value;
  if (typeof value === "boolean") return value ? 1 : 0;
  if (isBlank(value)) return null;
  const text = typeof value === "string" ? value.trim().toLowerCase() : "";
  if (text === "?") return null;
  if (text === "n/a") return "n/a";
  throw wrongShape(argument, `${quoted(value)} is not a number.`, where());
}

/** Where a cell stands, counted from 1: nothing for a single cell, its item in a list, its row and column in a table. */
function place(cells: Cells, row: number, column: number): string {
  const width = cells[0]?.length ?? 0;
  if (cells.length > 1 && width > 1) return `, row ${row + 1}, column ${column + 1}`;
  return cells.length * width > 1 ? `, item ${row + column + 1}` : "";
}

const isPlainNumber = (cell: unknown): cell is number => typeof cell === "number" && Number.isFinite(cell);

/** Reads every cell of a row; most are plain numbers, and only the others need to know where they stand. */
function readEvery<Missing>(cells: Cells, r: number, other: (cell: unknown, where: () => string) => Missing): (number | Missing)[] {
  return cells[r]!.map((cell, c) => (isPlainNumber(cell) ? cell : other(cell, () => place(cells, r, c))));
}

/** Refuses a table in which some cell is no reading, before any of it is read. */
export function checkReadings(argument: string, cells: Cells): void {
  for (const [r, row] of cells.entries()) {
    for (let c = 0; c < row.length; c++) if (!isPlainNumber(row[c])) readCell(argument, row[c], () => place(cells, r, c));
  }
}

/** Reads one row of a table. Whoever needs no row twice reads so: a copy of a large table costs more than its rows one by one. */
export function readRow(argument: string, cells: Cells, r: number): Reading[] {
  return readEvery<Reading>(cells, r, (cell, where) => readCell(argument, cell, where));
}

/** Reads a table, rows and columns as they are. */
export function readTable(argument: string, cells: Cells): Reading[][] {
  return cells.map((_, r) => readRow(argument, cells, r));
}

/** Reads a table of numbers; a missing cell counts as ifMissing, or is refused if that is undefined. */
export function numberTable<Missing = never>(argument: string, cells: Cells, ifMissing?: Missing): (number | Missing)[][] {
  return cells.map((_, r) => readEvery<number | Missing>(cells, r, (cell, where) => {
    const reading = readCell(argument, cell, where);
    if (typeof reading === "number") return reading;
    if (reading === null && ifMissing !== undefined) return ifMissing;
    throw wrongShape(argument, reading === null ? "a number is missing." : "n/a is allowed for actual levels only.", where());
  }));
}

/** The cells of one row or one column, left to right or top to bottom, unread. */
export function listCells(argument: string, cells: Cells): unknown[] {
  const width = cells[0]?.length ?? 0;
  if (cells.length > 1 && width > 1) throw wrongShape(argument, `one row or one column is due here, not ${cells.length} x ${width} cells.`);
  return cells.flat();
}

/** Reads one row or one column. */
export function readList(argument: string, cells: Cells): Reading[] {
  return listCells(argument, cells) && readTable(argument, cells).flat();
}

/** Reads one row or one column of numbers; a missing cell counts as ifMissing, or is refused if that is undefined. */
export function numberList<Missing = never>(argument: string, cells: Cells, ifMissing?: Missing): (number | Missing)[] {
  return listCells(argument, cells) && numberTable(argument, cells, ifMissing).flat();
}

/** A name of something: text as a rule, but ids are often numbers. */
export type Name = string | number | boolean;

/**
 * Reads one row or one column of names.
 * @param isNeeded whether the item at an index, counted from 0, must have one; the others may be blank
 */
export function nameList(argument: string, cells: Cells, isNeeded: (index: number) => boolean = () => true): Name[] {
  return listCells(argument, cells).map((cell, index) => {
    const name = plain(cell);
    if (isBlank(name) && !isNeeded(index)) return "";
    if (!isBlank(name) && (typeof name === "string" || typeof name === "number" || typeof name === "boolean")) return name;
    throw wrongShape(argument, "a name is missing.", place(cells, index, 0));
  });
}

/** Lists side by side, by the name of their argument; undefined where an optional one is omitted. */
type Lists = Record<string, readonly unknown[] | undefined>;
type Row<L extends Lists> = { [Name in keyof L]: Exclude<L[Name], undefined>[number] | (undefined extends L[Name] ? undefined : never) };

/**
 * The items of several lists side by side, one row per place; an omitted list gives undefined.
 * @param repeatable names of the lists that may be one item, used for every row
 * @throws wrong-shape if the lists differ in length
 * @example zip({ actuals: [1, 2], weights: [3, 4] }) is [{ actuals: 1, weights: 3 }, { actuals: 2, weights: 4 }]
 */
export function zip<L extends Lists>(lists: L, repeatable: readonly (keyof L)[] = []): Row<L>[] {
  const given = Object.entries(lists).filter((entry): entry is [string, readonly unknown[]] => entry[1] !== undefined);
  const isRepeated = ([name, list]: [string, readonly unknown[]]) => list.length === 1 && repeatable.includes(name);
  const [first, model] = given.find((entry) => !isRepeated(entry)) ?? given[0]!;
  const odd = given.find((entry) => entry[1].length !== model.length && !isRepeated(entry));
  if (odd) {
    throw new Fault("wrong-shape", `${words(odd[0])} has length ${odd[1].length}, but ${words(first)} has length ${model.length}.`, odd[0]);
  }
  return model.map((_, i) =>
    Object.fromEntries(given.map(([name, list]) => [name, list.length === 1 ? list[0] : list[i]])) as Row<L>);
}
