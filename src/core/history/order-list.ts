import { isBlank, plain, type Name } from "../range";
import { customerDays, type Orders } from "./rfm";

/** The three parts of an order, as a column of a table each. */
export type OrderPart = "customer" | "date" | "amount";
export const orderParts: readonly OrderPart[] = ["customer", "date", "amount"];

/** The cells of an order table by part, one per row, as a spreadsheet hands them over. */
export type OrderCells = Readonly<Record<OrderPart, readonly unknown[]>>;

/** A cell that could not be read: its row, counted from 0 below the headings, and what stands there. */
export interface Unreadable { readonly row: number; readonly part: OrderPart; readonly text: string }

/** The orders that could be read, and what became of the other rows. */
export interface OrderList {
  readonly orders: Orders;
  /** Fully blank rows. */
  readonly blank: number;
  /** Rows in which a part is missing or no date or number; they are left out. */
  readonly unreadable: number;
  readonly first?: Unreadable;
}

/**
 * Reads the rows of an order table one by one. A row that cannot be read is left out and counted, and the first such cell is named:
 * an export of 100,000 rows is not refused for one of them.
 * @example readOrderList({ customer: ["Ann", ""], date: [45292, ""], amount: [120, ""] }) has 1 order and 1 blank row
 */
export function readOrderList(cells: OrderCells): OrderList {
  const size = cells.customer.length;
  const customer: Name[] = [];
  const [date, amount] = [new Float64Array(size), new Float64Array(size)];
  let [blank, unreadable] = [0, 0];
  let first: Unreadable | undefined;
  for (let row = 0; row < size; row++) {
    const order = { customer: plain(cells.customer[row]), date: plain(cells.date[row]), amount: plain(cells.amount[row]) };
    const wrong = orderParts.find((part) => !isReadable[part](order[part]));
    if (wrong === undefined) {
      date[customer.length] = order.date as number;
      amount[customer.length] = order.amount as number;
      customer.push(order.customer as Name);
    } else if (orderParts.every((part) => isBlank(order[part]))) {
      blank++;
    } else {
      unreadable++;
      first ??= { row, part: wrong, text: String(order[wrong] ?? "").slice(0, 40) };
    }
  }
  const n = customer.length;
  return { orders: { customer, date: date.subarray(0, n), amount: amount.subarray(0, n) }, blank, unreadable, ...(first && { first }) };
}

const isNumber = (cell: unknown) => typeof cell === "number" && Number.isFinite(cell);
/** Errors of a cell arrive as texts that begin with a hash: no customer is called #N/A. */
const isName = (cell: unknown) => isNumber(cell) || (typeof cell === "string" && !isBlank(cell) && !/^#[A-Z0-9/]+[!?A]$/.test(cell));

const isReadable: Readonly<Record<OrderPart, (cell: unknown) => boolean>> = {
  customer: isName, date: (cell) => isNumber(cell) && (cell as number) > 0, amount: isNumber,
};

/** What an order list comes to, before anything is made of it: every order is counted once. */
export interface Tally {
  readonly orders: number;
  /** Orders after the as-of date, left out. */
  readonly later: number;
  /** Orders added to another one of the same customer on the same day. */
  readonly merged: number;
  /** Customer-days left out because refunds ate up what was bought, or nothing was paid. */
  readonly dropped: number;
  /** Customer-days with a purchase: what counts as one order from here on. */
  readonly days: number;
  readonly customers: number;
  readonly repeatCustomers: number;
  /** First and last purchase day; the as-of date where there is none. */
  readonly firstDay: number;
  readonly lastDay: number;
}

/** Counts what merging by customer and day leaves of an order list up to a day. */
export function tallyOrders(orders: Orders, asOf: number): Tally {
  const { customer, start, day, dropped } = customerDays(orders, asOf);
  const later = orders.date.reduce((count, date) => count + Number(Math.floor(date) > asOf), 0);
  const days = day.length;
  return {
    orders: orders.date.length, later, merged: orders.date.length - later - dropped - days, dropped, days,
    customers: customer.length,
    repeatCustomers: start.subarray(1).reduce((count, end, i) => count + Number(end - start[i]! > 1), 0),
    firstDay: day.reduce((first, each) => Math.min(first, each), asOf),
    lastDay: days === 0 ? asOf : day.reduce((last, each) => Math.max(last, each), -Infinity),
  };
}
