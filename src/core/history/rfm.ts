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
  const { customer, index } = numberCustomers(orders.customer);
  const kept = daysUntil(orders.date, Math.floor(asOf));
  const byDay = countingSort(kept.rows, kept.rows.map((row) => Math.floor(orders.date[row]!) - kept.first), kept.last - kept.first + 1);
  const byCustomer = countingSort(byDay, byDay.map((row) => index[row]!), customer.length);
  return mergeDays(orders, customer, index, byCustomer);
}

/** Customers in order of first appearance, and the number of each order's customer. Ids keep their type: 7 is not "7". */
function numberCustomers(ids: readonly Name[]): { customer: Name[]; index: Int32Array } {
  const known = new Map<Name, number>();
  const index = new Int32Array(ids.length);
  for (let i = 0; i < ids.length; i++) {
    const id = ids[i]!;
    let number = known.get(id);
    if (number === undefined) known.set(id, (number = known.size));
    index[i] = number;
  }
  return { customer: [...known.keys()], index };
}

function daysUntil(date: Float64Array, asOf: number): { rows: Int32Array; first: number; last: number } {
  const rows = new Int32Array(date.length);
  let [size, first, last] = [0, Infinity, -Infinity];
  for (let row = 0; row < date.length; row++) {
    const day = Math.floor(date[row]!);
    if (day > asOf) continue;
    rows[size++] = row;
    if (day < first) first = day;
    if (day > last) last = day;
  }
  return { rows: rows.subarray(0, size), first, last: size === 0 ? first : last };
}

/** `items` in ascending order of their keys, which are whole and below `size`; equal keys keep their order. */
function countingSort(items: Int32Array, keys: Int32Array, size: number): Int32Array {
  if (items.length === 0) return items;
  const next = new Int32Array(size + 1);
  for (let i = 0; i < keys.length; i++) next[keys[i]! + 1]!++;
  for (let key = 0; key < size; key++) next[key + 1]! += next[key]!;
  const sorted = new Int32Array(items.length);
  for (let i = 0; i < items.length; i++) sorted[next[keys[i]!]!++] = items[i]!;
  return sorted;
}

function mergeDays({ date, amount }: Orders, ids: readonly Name[], index: Int32Array, sorted: Int32Array): CustomerDays {
  const [day, spend] = [new Int32Array(sorted.length), new Float64Array(sorted.length)];
  const customer: Name[] = [];
  const start: number[] = [0];
  let [size, dropped] = [0, 0];
  for (let i = 0; i < sorted.length; ) {
    const who = index[sorted[i]!]!;
    const firstOfCustomer = size;
    while (i < sorted.length && index[sorted[i]!] === who) {
      const today = Math.floor(date[sorted[i]!]!);
      let net = 0;
      for (; i < sorted.length && index[sorted[i]!] === who && Math.floor(date[sorted[i]!]!) === today; i++) net += amount[sorted[i]!]!;
      if (net > 0) {
        day[size] = today;
        spend[size++] = net;
      } else {
        dropped++;
      }
    }
    if (size === firstOfCustomer) continue;
    customer.push(ids[who]!);
    start.push(size);
  }
  return { customer, start: new Int32Array(start), day: day.subarray(0, size), spend: spend.subarray(0, size), dropped };
}
