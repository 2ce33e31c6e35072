import { Fault } from "../fault";
import { estimate, interval, positive, share, z90, type Estimate } from "./estimate";
import type { Fit } from "./fit";
import { groupHistories, type Histories } from "./groups";
import { paretoNbd } from "./pareto-nbd";
import { customerDays, summarise, type CustomerDays, type Orders } from "./rfm";
import { compareByFrequency, trackPurchases, type FrequencyRow, type TrackingRow } from "./tracking";

/** What the order history of a customer base shows, beside which the wishes of a role can be held. Years are 365.25 days. */
export interface Reality {
  readonly customers: number;
  /** Customer-days with a purchase. */
  readonly orders: number;
  readonly repeatCustomers: number;
  readonly firstDay: number;
  readonly asOf: number;
  /** Purchase days a year of a customer while he is one. */
  readonly ordersPerYear: Estimate;
  /** Net spend per purchase day, in the currency of the orders. */
  readonly orderValue: Estimate;
  /** Probability that a customer who is still one stays for another year, over all of today's customers. */
  readonly retention: Estimate;
  /** Yearly growth of what one and the same customer spends per purchase day. */
  readonly growth: Estimate;
  /** Years a new customer stays, of the first ten. */
  readonly lifetime: Estimate;
  /** Retention in the first, second, ... year after the first purchase, as far as the history reaches. */
  readonly retentionByTenure: readonly Estimate[];
  readonly byFrequency: readonly FrequencyRow[];
  readonly tracking: readonly TrackingRow[];
  readonly fit: Fit;
  /** What to keep in mind when reading the figures. */
  readonly notes: readonly string[];
}

/** Times are counted in weeks. */
export const daysPerUnit = 7;
/** Units of time in a year. */
export const year = 365.25 / daysPerUnit;
/** Lifetimes are told of the first ten years: nobody has seen more. */
export const longestLife = 10 * year;
const fewestRepeats = 10;

/** What is being worked out, in the order of the work. */
export const studyStages = [
  "Merging the orders of a day", "Fitting how often customers buy and when they leave", "Working out retention",
  "Working out order value and growth", "Holding the model against the orders",
] as const;

/**
 * Reads orders a year, order value, retention, growth and lifetime, each with a 90 % interval, from an order list. Buying and
 * leaving are those of a Pareto/NBD, in which a customer may silently leave at any time; times are in weeks.
 * @param asOf Last day of the history; later orders are ignored
 * @throws missing if fewer than ten customers ever bought twice
 */
export function realityOf(orders: Orders, asOf: number): Reality {
  const study = studyOrders(orders, asOf);
  for (;;) {
    const { done, value } = study.next();
    if (done) return value;
  }
}

/** The same in stages: says before each, by its number, what comes next, so that whoever runs it can show it or stop. */
export function* studyOrders(orders: Orders, asOf: number): Generator<number, Reality> {
  yield 0;
  const days = customerDays(orders, asOf);
  const histories = summarise(orders, asOf, daysPerUnit);
  const repeatCustomers = histories.frequency.reduce((count, x) => count + Number(x > 0), 0);
  if (repeatCustomers < fewestRepeats) {
    throw new Fault("missing", `Only ${repeatCustomers} customers bought more than once: too few to tell what customers do.`);
  }
  yield 1;
  const fit = paretoNbd.fit(histories);
  yield 2;
  const watched = histories.T.reduce((most, T) => Math.max(most, T), 0);
  const retention = retentionOf(fit, histories);
  const retentionByTenure = Array.from({ length: Math.min(10, Math.max(1, Math.round(watched / year))) }, (_, k) =>
    estimate(fit, ([, , s, beta]) => stays(s!, beta! + k * year), share));
  yield 3;
  const [orderValue, growth] = [orderValueOf(days), growthOf(days)];
  yield 4;
  return {
    customers: days.customer.length, orders: days.day.length, repeatCustomers,
    firstDay: days.day.reduce((first, day) => Math.min(first, day), Infinity), asOf,
    ordersPerYear: estimate(fit, ([r, alpha]) => (r! / alpha!) * year, positive),
    orderValue, retention, growth,
    lifetime: estimate(fit, ([, , s, beta]) => timeAlive(s!, beta!, longestLife) / year, positive),
    retentionByTenure,
    byFrequency: compareByFrequency(fit.parameters, histories),
    tracking: trackPurchases(orders, days, asOf, daysPerUnit),
    fit,
    notes: notesOn(fit, watched),
  };
}

/** Probability of staying another year at a drop-out rate μ ~ Gamma(s, b). */
const stays = (s: number, b: number) => (b / (b + year)) ** s;

/** Expected time alive within a horizon: see the Pareto/NBD. */
const timeAlive = (s: number, beta: number, horizon: number) => paretoNbd.purchasesIfAlive([1, 1, s, beta], 0, 0, horizon);

/** Over today's customers, each weighted by the probability that he still is one. */
function retentionOf(fit: Fit, histories: Histories): Estimate {
  const { times, blocks, recency, T, count } = groupHistories(histories);
  const frequency = new Float64Array(count.length);
  for (const { x, from, to } of blocks) frequency.fill(x, from, to);
  const at = (ticks: Int32Array) => Float64Array.from(ticks, (tick) => times[tick]!);
  const rows = { frequency, recency: at(recency), T: at(T) };
  return estimate(fit, (parameters) => {
    const [, , s, beta] = parameters;
    let [alive, staying] = [0, 0];
    paretoNbd.probabilityAlive(parameters, rows).forEach((p, row) => {
      alive += p * count[row]!;
      staying += p * count[row]! * stays(s!, beta! + rows.T[row]!);
    });
    return staying / alive;
  }, share);
}

/** Total spend over total purchase days; customers, not days, are independent of each other. */
function orderValueOf({ start, spend }: CustomerDays): Estimate {
  const total = spend.reduce((sum, amount) => sum + amount, 0);
  const mean = total / spend.length;
  const customers = start.length - 1;
  let squares = 0;
  for (let i = 0; i < customers; i++) {
    let excess = 0;
    for (let d = start[i]!; d < start[i + 1]!; d++) excess += spend[d]! - mean;
    squares += excess * excess;
  }
  return interval(mean, Math.sqrt((squares * customers) / Math.max(1, customers - 1)) / total, positive);
}

/**
 * Slope of the logarithm of spend over time within customers: who buys more than others, or leaves early, does not bend it.
 * The standard error lets the orders of one customer depend on each other.
 */
function growthOf({ start, day, spend }: CustomerDays): Estimate {
  const perCustomer: { spread: number; slope: number }[] = [];
  for (let i = 0; i + 1 < start.length; i++) {
    const [from, to] = [start[i]!, start[i + 1]!];
    const meanDay = day.subarray(from, to).reduce((sum, each) => sum + each, 0) / (to - from);
    let [spread, slope] = [0, 0];
    for (let d = from; d < to; d++) {
      const years = (day[d]! - meanDay) / (year * daysPerUnit);
      spread += years * years;
      slope += years * Math.log(spend[d]!);
    }
    if (spread > 0) perCustomer.push({ spread, slope });
  }
  const spread = perCustomer.reduce((sum, each) => sum + each.spread, 0);
  const slope = perCustomer.reduce((sum, each) => sum + each.slope, 0) / spread;
  const squares = perCustomer.reduce((sum, each) => sum + (each.slope - slope * each.spread) ** 2, 0);
  const error = (z90 * Math.sqrt((squares * perCustomer.length) / Math.max(1, perCustomer.length - 1))) / spread;
  return { value: Math.expm1(slope), low: Math.expm1(slope - error), high: Math.expm1(slope + error) };
}

function notesOn({ message }: Fit, watched: number): string[] {
  const notes = message === "converged" ? [] : [`Model of the order history: ${message}.`];
  if (watched < year) notes.push("The history is shorter than a year: retention and lifetime reach beyond what was seen.");
  return notes;
}
