import { isBlank, plain, readCell, wrongShape, type Cells, type Name } from "../range";
import type { Orders } from "./rfm";

/**
 * One row or one column of numbers as a typed column: the reader for lists of a million cells, where an array per row would cost
 * more than the calculation. Same rules as numberList.
 * @param ifMissing what a missing cell stands for; without it a missing cell is refused
 */
export function numberColumn(argument: string, cells: Cells, ifMissing?: number): Float64Array {
  const at = columnOf(argument, cells);
  const column = new Float64Array(at.length);
  for (let i = 0; i < column.length; i++) {
    const cell = at.cell(i);
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

/** Access to one row or one column by position. */
function columnOf(argument: string, cells: Cells): { length: number; cell: (i: number) => unknown } {
  const width = cells[0]?.length ?? 0;
  if (cells.length > 1 && width > 1) throw wrongShape(argument, `one row or one column is due here, not ${cells.length} x ${width} cells.`);
  return cells.length === 1 ? { length: width, cell: (i) => cells[0]![i] } : { length: cells.length, cell: (i) => cells[i]![0] };
}

/** Reads an order list. Fully blank rows are left out; a cell missing in any other row is refused with its place. */
export function readOrders(customers: Cells, dates: Cells, amounts: Cells): Orders {
  const [ids, days, sums] = [columnOf("customerIds", customers), columnOf("dates", dates), columnOf("amounts", amounts)];
  if (days.length !== ids.length) throw wrongShape("dates", `${days.length} items, but customer ids has ${ids.length}.`);
  if (sums.length !== ids.length) throw wrongShape("amounts", `${sums.length} items, but customer ids has ${ids.length}.`);
  const customer: Name[] = [];
  const [date, amount] = [new Float64Array(ids.length), new Float64Array(ids.length)];
  for (let i = 0; i < ids.length; i++) {
    const [id, day, sum] = [plain(ids.cell(i)), days.cell(i), sums.cell(i)];
    if (isBlank(id) && isBlank(plain(day)) && isBlank(plain(sum))) continue;
    date[customer.length] = typeof day === "number" ? day : numberAt("dates", day, i);
    amount[customer.length] = typeof sum === "number" ? sum : numberAt("amounts", sum, i);
    if (isBlank(id) || typeof id === "object") throw wrongShape("customerIds", "a customer is missing.", `, item ${i + 1}`);
    customer.push(id as Name);
  }
  return { customer, date: date.subarray(0, customer.length), amount: amount.subarray(0, customer.length) };
}
