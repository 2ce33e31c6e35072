import { Fault } from "../fault";
import type { Name } from "../range";
import type { Histories } from "./groups";

/** Orders as columns: whose, on which day (Excel serial number, of either date system), and for how much (refunds negative). */
export interface Orders {
  readonly customer: readonly Name[];
  readonly date: Float64Array;
  readonly amount: Float64Array;
}

/** One purchase history per customer, in the order of first appearance; times in units of `unitDays` days. */
export interface Summary extends Histories {
  readonly customer: readonly Name[];
  /** Mean spend of the repeat days; NaN if there are none. */
  readonly monetaryValue: Float64Array;
  /** Customer-days left out because refunds ate up what was bought, or nothing was paid. */
  readonly dropped: number;
}

/** Net spend per customer and day: customers in order of first appearance, days ascending from start[customer] to start[customer+1]. */
export interface CustomerDays {
  readonly customer: readonly Name[];
  readonly start: Int32Array;
  readonly day: Int32Array;
  readonly spend: Float64Array;
  readonly dropped: number;
}

/** The last whole day on which anything was ordered. */
export function lastDay({ date }: Orders): number {
  let last = -Infinity;
  for (let i = 0; i < date.length; i++) if (date[i]! > last) last = date[i]!;
  return Math.floor(last);
}

/**
 * Frequency, recency, T and monetary value of every customer: x = days with a purchase after the first, t_x = first to last such
 * day, T = first day to `asOf`, m = mean spend of the x repeat days (the first day is left out). Orders after `asOf` are ignored.
 * @throws missing if no day with a positive net spend is left
 */
export function summarise(orders: Orders, asOf: number, unitDays: number): Summary {
  const { customer, start, day, spend, dropped } = customerDays(orders, asOf);
  const n = customer.length;
  if (n === 0) throw new Fault("missing", "There is no order of a positive amount on or before the as-of date.");
  const summary = {
    customer, dropped,
    frequency: new Float64Array(n), recency: new Float64Array(n), T: new Float64Array(n), monetaryValue: new Float64Array(n),
  };
  for (let i = 0; i < n; i++) {
    const [first, end] = [start[i]!, start[i + 1]!];
    let repeatSpend = 0;
    for (let d = first + 1; d < end; d++) repeatSpend += spend[d]!;
    const x = end - first - 1;
    summary.frequency[i] = x;
    summary.recency[i] = (day[end - 1]! - day[first]!) / unitDays;
    summary.T[i] = (asOf - day[first]!) / unitDays;
    summary.monetaryValue[i] = x === 0 ? NaN : repeatSpend / x;
  }
  return summary;
}

/**
 * Orders merged by customer and day. Days without a positive net spend are dropped and counted; customers without any other day
 * do not appear. Two stable counting sorts, by day and then by customer, leave every customer's orders together and in order.
 */
export function customerDays(orders: Orders, asOf: number): CustomerDays {
  const { ids, rows, days } = numberOrders(orders, Math.floor(asOf));
  const spare = rowsOf(rows.day.length, rows.firstDay);
  sortBy("day", days, rows, spare);
  sortBy("customer", ids.length, spare, rows);
  return mergeDays(ids, rows);
}

/** Orders with customers and days as small whole numbers: customers in order of first appearance, days from the first on. */
interface Rows { readonly customer: Int32Array; readonly day: Int32Array; readonly amount: Float64Array; readonly firstDay: number }

const rowsOf = (n: number, firstDay: number): Rows =>
  ({ customer: new Int32Array(n), day: new Int32Array(n), amount: new Float64Array(n), firstDay });

function numberOrders({ customer, date, amount }: Orders, asOf: number): { ids: Name[]; rows: Rows; days: number } {
  let [first, last, size] = [Infinity, -Infinity, 0];
  for (let i = 0; i < date.length; i++) {
    const day = Math.floor(date[i]!);
    if (day > asOf) continue;
    size++;
    if (day < first) first = day;
    if (day > last) last = day;
  }
  const rows = rowsOf(size, first);
  const numbers = new Map<Name, number>();
  for (let i = 0, row = 0; i < date.length; i++) {
    const day = Math.floor(date[i]!);
    if (day > asOf) continue;
    // Ids keep their type: to a Map 7 is not "7".
    let number = numbers.get(customer[i]!);
    if (number === undefined) numbers.set(customer[i]!, (number = numbers.size));
    rows.customer[row] = number;
    rows.day[row] = day - first;
    rows.amount[row++] = amount[i]!;
  }
  return { ids: [...numbers.keys()], rows, days: size === 0 ? 0 : last - first + 1 };
}

/** Puts the rows in ascending order of a column whose values are whole and below `size`; equal ones keep their order. */
function sortBy(column: "customer" | "day", size: number, rows: Rows, into: Rows): void {
  const keys = rows[column];
  const next = new Int32Array(size + 1);
  for (let i = 0; i < keys.length; i++) next[keys[i]! + 1]!++;
  for (let key = 0; key < size; key++) next[key + 1]! += next[key]!;
  for (let i = 0; i < keys.length; i++) {
    const place = next[keys[i]!]!++;
    into.customer[place] = rows.customer[i]!;
    into.day[place] = rows.day[i]!;
    into.amount[place] = rows.amount[i]!;
  }
}

/** Adds up sorted rows of the same customer and day, in place: what is merged never overtakes what is read. */
function mergeDays(ids: readonly Name[], { customer, day, amount, firstDay }: Rows): CustomerDays {
  const buyers: Name[] = [];
  const start: number[] = [0];
  let [size, dropped] = [0, 0];
  for (let i = 0; i < day.length; ) {
    const who = customer[i]!;
    const firstOfCustomer = size;
    while (i < day.length && customer[i] === who) {
      const today = day[i]!;
      let net = 0;
      for (; i < day.length && customer[i] === who && day[i] === today; i++) net += amount[i]!;
      if (net > 0) {
        day[size] = today + firstDay;
        amount[size++] = net;
      } else {
        dropped++;
      }
    }
    if (size === firstOfCustomer) continue;
    buyers.push(ids[who]!);
    start.push(size);
  }
  return { customer: buyers, start: new Int32Array(start), day: day.subarray(0, size), spend: amount.subarray(0, size), dropped };
}
