/**
 * The one place where Excel's calls meet the core: what Excel hands over becomes arguments, what the core says becomes a cell.
 * Every parameter is declared `any`: for a typed one Excel would turn an empty cell into 0 and the text "5" into 5,
 * and here both are different from a number.
 */
import { Fault, type FaultKind } from "../core/fault";
import {
  checkReadings, isBlank, nameList, numberList, numberTable, plain, readCell, readList, wrongShape, type Cells, type Reading,
} from "../core/range";

type Camel<Name> = Name extends `${infer Head}_${infer Tail}` ? `${Head}${Capitalize<Camel<Tail>>}` : Name;
/** Arguments by their Excel names, as in { acquisition_cost }. */
type Named = Record<string, unknown>;
/** The same by the names of the core, as in { acquisitionCost: 500 }. */
type Read<A extends Named, T> = { [Name in keyof A as Camel<Name>]: T };

const cellErrors: Record<FaultKind, keyof typeof CustomFunctions.ErrorCode> = {
  "wrong-shape": "invalidValue",
  "out-of-range": "invalidNumber",
  "undefined-here": "divisionByZero",
  missing: "notAvailable",
  "not-converged": "notAvailable",
};

/**
 * Runs a calculation and hands Excel its result, or the cell error that the Fault stands for, with the message; the Fault itself
 * is its cause. A number that is not finite anywhere in the result is #NUM!.
 */
export function answer<T>(calculate: () => T): T {
  try {
    const result = calculate();
    if (isFiniteThroughout(result)) return result;
    throw new Fault("out-of-range", "The result is too large to be a number.");
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    const refusal = new CustomFunctions.Error(CustomFunctions.ErrorCode[cellErrors[error.kind]], error.message);
    throw Object.assign(refusal, { cause: error });
  }
}

const isFiniteThroughout = (result: unknown): boolean =>
  (Array.isArray(result) ? result.every(isFiniteThroughout) : typeof result !== "number" || Number.isFinite(result));

/**
 * A memory of the last few calls of one function over large ranges: Excel repeats identical calls at every recalculation.
 * @example const scores = memory<any[][]>(); ... answer(() => scores([actuals, targets], () => ...))
 */
export function memory<T>(size = 4): (given: ArrayLike<unknown>, calculate: () => T) => T {
  const calls: { given: unknown[]; result: T }[] = [];
  return (given, calculate) => {
    const values = Array.from(given);
    const known = calls.find((call) => isSame(call.given, values));
    if (known) return known.result;
    const result = calculate();
    calls.unshift({ given: values, result });
    calls.length = Math.min(calls.length, size);
    return result;
  };
}

const isSame = (a: unknown, b: unknown): boolean =>
  a === b || (Array.isArray(a) && Array.isArray(b) && a.length === b.length && a.every((item, i) => isSame(item, b[i])));

const camel = (name: string) => name.replace(/_(.)/g, (_, letter: string) => letter.toUpperCase());

/** Reads each of some arguments with the same rule. */
function each<A extends Named, T>(given: A, read: (argument: string, value: unknown) => T): Read<A, T> {
  return Object.fromEntries(Object.entries(given).map(([name, value]) => [camel(name), read(camel(name), value)])) as Read<A, T>;
}

/** The one cell of an argument that is no range. */
function single(argument: string, value: unknown): unknown {
  if (!Array.isArray(value)) return plain(value);
  const cells = value.flat();
  if (cells.length !== 1) throw wrongShape(argument, `one cell is due here, not ${cells.length}.`);
  return plain(cells[0]);
}

function number(argument: string, value: unknown): number {
  if (isBlank(value)) throw wrongShape(argument, "a number is missing.");
  const reading = readCell(argument, value);
  if (typeof reading === "number") return reading;
  throw wrongShape(argument, `"${String(value)}" is not a number.`);
}

/** Numbers that must be given. */
export const required = <A extends Named>(given: A) => each(given, (name, value) => number(name, single(name, value)));

/** Numbers that may be left out or blank. */
export const optional = <A extends Named, T = number>(given: A, ifOmitted: T) =>
  each(given, (name, value): number | T => {
    const cell = single(name, value);
    return isBlank(cell) ? ifOmitted : number(name, cell);
  });

/** One measured level: a number, null if missing, "n/a" if not applicable. */
export const measured = <A extends Named>(given: A) => each(given, (name, value): Reading => readCell(name, single(name, value)));

/** Numbers for which 0 has no meaning: 0 counts as left out, because some Excel builds hand over an empty cell as 0. */
export const unlessZero = <A extends Named, T = number>(given: A, ifOmitted: T) =>
  each(given, (name, value): number | T => optional({ [name]: value }, ifOmitted)[name] || ifOmitted);

/** Switches: TRUE or any number but 0 is on. */
export const switches = <A extends Named>(given: A, ifOmitted: boolean) =>
  each(given, (name, value) => optional({ [name]: value }, Number(ifOmitted))[name] !== 0);

/** Words that may be left out; a number is no word, and 0 is what some Excel builds make of an empty cell. */
export const keywords = <A extends Named>(given: A, ifOmitted: string) =>
  each(given, (name, value) => {
    const cell = single(name, value);
    if (isBlank(cell) || cell === 0) return ifOmitted;
    if (typeof cell === "string") return cell;
    throw wrongShape(name, "a word is due here.");
  });

/** Texts; a number or a switch counts as it is written, nothing as "". */
export const texts = <A extends Named>(given: A) =>
  each(given, (name, value) => {
    const cell = single(name, value);
    return typeof cell === "boolean" ? String(cell).toUpperCase() : String(cell ?? "");
  });

/** The cells of a range argument; a bare value is a range of one cell. */
export function cellsOf(argument: string, value: unknown): Cells {
  if (value === null || value === undefined) throw wrongShape(argument, "a range is missing.");
  return Array.isArray(value) ? (value as Cells) : [[value]];
}

/** One empty cell stands for no range at all. */
const isOmitted = (value: unknown) =>
  isBlank(Array.isArray(value) && value.length === 1 && value[0].length === 1 ? value[0][0] : value);

/** Lists of numbers that must be given; a missing cell counts as ifMissing, or is refused if that is not given. */
export const lists = <A extends Named, Missing = never>(given: A, ifMissing?: Missing) =>
  each(given, (name, value) => numberList(name, cellsOf(name, value), ifMissing));

/** Lists of numbers that may be left out; undefined if they are. */
export const optionalLists = <A extends Named, Missing = never>(given: A, ifMissing?: Missing) =>
  each(given, (name, value) => (isOmitted(value) ? undefined : numberList(name, cellsOf(name, value), ifMissing)));

/** Rows of measured levels, checked and then read one by one with readRow: of a large table no copy is kept. */
export function observedRows(argument: string, value: unknown): Cells {
  const cells = cellsOf(argument, value);
  checkReadings(argument, cells);
  return cells;
}

/** Lists of measured levels: a number, null if missing, "n/a" if not applicable. */
export const observed = <A extends Named>(given: A) => each(given, (name, value): Reading[] => readList(name, cellsOf(name, value)));

/** Tables of numbers that must be given; a missing cell counts as ifMissing. */
export const tables = <A extends Named>(given: A, ifMissing: number) =>
  each(given, (name, value) => numberTable(name, cellsOf(name, value), ifMissing));

/** The numbers of ranges of any shape that may be left out; a missing cell counts as ifMissing. */
export const optionalCells = <A extends Named>(given: A, ifMissing: number) =>
  each(given, (name, value) => (isOmitted(value) ? undefined : numberTable(name, cellsOf(name, value), ifMissing).flat()));

/** Lists of names that must be given; only an item that is not needed may be blank. */
export const names = <A extends Named>(given: A, isNeeded?: (index: number) => boolean) =>
  each(given, (name, value) => nameList(name, cellsOf(name, value), isNeeded));

/** The same, if they may be left out altogether; undefined if they are. */
export const optionalNames = <A extends Named>(given: A, isNeeded?: (index: number) => boolean) =>
  each(given, (name, value) => (isOmitted(value) ? undefined : nameList(name, cellsOf(name, value), isNeeded)));

/** A spill of records, one row each, under their headings if wanted; what a record lacks is shown as "". */
export const spill = (wish: { headers: boolean }, columns: Record<string, string>, records: readonly object[]): any[][] =>
  spillEach(wish, columns, records, (_, i) => records[i]!);

/** The same for records that are made of something one by one, and forgotten once they are a row. */
export function spillEach<From>(
  { headers }: { headers: boolean }, columns: Record<string, string>, all: readonly From[], record: (one: From, i: number) => object,
): any[][] {
  const keys = Object.values(columns);
  const rows = all.map((one, i) => {
    const made = record(one, i) as Record<string, unknown>;
    return keys.map((key) => made[key] ?? "");
  });
  return headers ? [Object.keys(columns), ...rows] : rows;
}

/** A list spilled the way a given list runs: along a row or down a column. */
export const inShapeOf = (range: unknown, items: readonly unknown[]): any[][] =>
  (Array.isArray(range) && range.length === 1 ? [[...items]] : items.map((item) => [item]));
