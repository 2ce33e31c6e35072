import { words } from "../fault";
import { isBlank, plain, readCell, wrongShape, type Cells, type Name } from "../range";
import type { Opportunities } from "./bg-bb";
import { checkHistories, type Histories } from "./groups";
import type { Orders } from "./rfm";

/**
 * One row or one column of numbers as a typed column: the reader for lists of a million cells, where an array per row would cost
 * more than the calculation. Same rules as numberList.
 * @param ifMissing what a missing cell stands for; without it a missing cell is refused
 */
export function numberColumn(argument: string, cells: Cells, ifMissing?: number): Float64Array {
  const column = new Float64Array(lengthOf(argument, cells));
  for (let i = 0; i < column.length; i++) {
    const cell = cellAt(cells, i);
    column[i] = typeof cell === "number" && Number.isFinite(cell) ? cell : numberAt(argument, cell, i, ifMissing);
  }
  return column;
}

function numberAt(argument: string, cell: unknown, i: number, ifMissing?: number): number {
  const where = () => `, item ${i + 1}`;
  const reading = readCell(argument, cell, where);
  if (typeof reading === "number") return reading;
  if (reading === null && ifMissing !== undefined) return ifMissing;
  throw wrongShape(argument, reading === null ? "a number is missing." : "n/a is allowed for actual levels only.", where());
}

/** How many cells one row or one column has. */
function lengthOf(argument: string, cells: Cells): number {
  const width = cells[0]?.length ?? 0;
  if (cells.length > 1 && width > 1) throw wrongShape(argument, `one row or one column is due here, not ${cells.length} x ${width} cells.`);
  return cells.length === 1 ? width : cells.length;
}

const cellAt = (cells: Cells, i: number): unknown => (cells.length === 1 ? cells[0]![i] : cells[i]![0]);

/**
 * Columns of equal length, in the order of the arguments; a single cell stands for every item of the others.
 * @throws wrong-shape if the lengths differ
 */
export function alignColumns(columns: Readonly<Record<string, Float64Array>>): Float64Array[] {
  const given = Object.entries(columns);
  const [first, model] = given.find(([, column]) => column.length !== 1) ?? given[0]!;
  return given.map(([argument, column]) => {
    if (column.length === model.length) return column;
    if (column.length === 1) return new Float64Array(model.length).fill(column[0]!);
    throw wrongShape(argument, `${column.length} items, but ${words(first)} has ${model.length}.`);
  });
}

/** Reads purchase histories of a continuous-time model. */
export function readHistories(x: Cells, tx: Cells, T: Cells): Histories {
  const [frequency, recency, age] = alignColumns({ x: numberColumn("x", x), t_x: numberColumn("t_x", tx), T: numberColumn("T", T) });
  const histories = { frequency: frequency!, recency: recency!, T: age! };
  checkHistories(histories);
  return histories;
}

/** Reads histories with mean spend m, which may be missing where x is 0. */
export function readSpendingHistories(x: Cells, tx: Cells, T: Cells, m: Cells): Histories & { readonly monetaryValue: Float64Array } {
  const histories = readHistories(x, tx, T);
  const [, monetaryValue] = alignColumns({ x: histories.frequency, m: numberColumn("m", m, NaN) });
  return { ...histories, monetaryValue: monetaryValue! };
}

/** Reads x and m alone. */
export function readSpend(x: Cells, m: Cells): { frequency: Float64Array; monetaryValue: Float64Array } {
  const [frequency, monetaryValue] = alignColumns({ x: numberColumn("x", x), m: numberColumn("m", m, NaN) });
  return { frequency: frequency!, monetaryValue: monetaryValue! };
}

/** Reads histories of a discrete-time model; without `count` each is one customer's. */
export function readOpportunities(
  x: Cells, tx: Cells, n: Cells, count: readonly number[] = [1],
): Opportunities & { readonly count: readonly number[] } {
  const columns = { x: numberColumn("x", x), t_x: numberColumn("t_x", tx), n: numberColumn("n", n) };
  const aligned = alignColumns({ ...columns, count: Float64Array.from(count) }).map((column) => Array.from(column));
  const [frequency, recency, seen, counts] = aligned;
  return { frequency: frequency!, recency: recency!, n: seen!, count: counts! };
}

/** Reads an order list. Fully blank rows are left out; a cell missing in any other row is refused with its place. */
export function readOrders(customers: Cells, dates: Cells, amounts: Cells): Orders {
  const n = lengthOf("customerIds", customers);
  for (const [argument, cells] of Object.entries({ dates, amounts })) {
    const items = lengthOf(argument, cells);
    if (items !== n) throw wrongShape(argument, `${items} items, but customer ids has ${n}.`);
  }
  const customer: Name[] = [];
  const [date, amount] = [new Float64Array(n), new Float64Array(n)];
  for (let i = 0; i < n; i++) {
    const id = cellAt(customers, i);
    const day = cellAt(dates, i);
    const sum = cellAt(amounts, i);
    if (isEmpty(id) && isEmpty(day) && isEmpty(sum)) continue;
    date[customer.length] = typeof day === "number" ? day : numberAt("dates", day, i);
    amount[customer.length] = typeof sum === "number" ? sum : numberAt("amounts", sum, i);
    customer.push(nameAt(id, i));
  }
  return { customer, date: date.subarray(0, customer.length), amount: amount.subarray(0, customer.length) };
}

/** As isBlank, but without a look at the end of every text: a million ids start with a letter. */
const isEmpty = (cell: unknown) =>
  typeof cell !== "number" && !(typeof cell === "string" && cell.charCodeAt(0) > 32) && isBlank(plain(cell));

function nameAt(cell: unknown, i: number): Name {
  if (typeof cell === "number") return cell;
  const id = plain(cell);
  if (!isEmpty(id) && (typeof id === "string" || typeof id === "number" || typeof id === "boolean")) return id;
  throw wrongShape("customerIds", "a customer is missing.", `, item ${i + 1}`);
}
