import type { Histories } from "./groups";
import { paretoNbd } from "./pareto-nbd";
import { summarise, type CustomerDays, type Orders } from "./rfm";
import { lnGammaRatio } from "./special";

type Parameters = readonly number[];

/** Customers with this many repeat purchases (the last row: this many or more), as counted and as the model expects. */
export interface FrequencyRow { readonly frequency: number; readonly actual: number; readonly expected: number }

/** Repeat purchases up to a day, of the customers won before the holdout: as counted, and as the fit before the holdout expects. */
export interface TrackingRow { readonly day: number; readonly actual: number; readonly expected: number; readonly isHoldout: boolean }

const mostShown = 7;

/** Does the model make as many one-time, twice, ... buyers as there are? Its parameters are those of a Pareto/NBD. */
export function compareByFrequency(parameters: Parameters, { frequency, T }: Histories): FrequencyRow[] {
  const [actual, expected] = [new Float64Array(mostShown + 1), new Float64Array(mostShown + 1)];
  const ages = new Map<number, number>();
  frequency.forEach((x, i) => {
    actual[Math.min(x, mostShown)]!++;
    ages.set(T[i]!, (ages.get(T[i]!) ?? 0) + 1);
  });
  const sorted = [...ages].sort(([a], [b]) => a - b);
  for (let x = 0; x < mostShown; x++) expected[x] = expectedWith(x, parameters, sorted);
  expected[mostShown] = frequency.length - expected.reduce((sum, each) => sum + each, 0);
  return Array.from(actual, (count, x) => ({ frequency: x, actual: count, expected: expected[x]! }));
}

/**
 * Expected customers with exactly x repeat purchases: those alive at T with x purchases until T, and those gone at some y before
 * with x until y. The integral over y is carried from age to age, in steps that are short where y is.
 */
function expectedWith(x: number, [r, alpha, s, beta]: Parameters, ages: readonly (readonly [number, number])[]): number {
  const lnWays = lnGammaRatio(r!, x) - lnGammaRatio(1, x);
  const bought = (y: number) => Math.exp(lnWays + r! * Math.log(alpha! / (alpha! + y))) * (x === 0 ? 1 : (y / (alpha! + y)) ** x);
  const alive = (y: number) => (beta! / (beta! + y)) ** s!;
  let [customers, gone, from] = [0, 0, 0];
  for (const [T, count] of ages) {
    while (from < T) {
      const to = Math.min(T, from + 0.05 * (Math.min(alpha!, beta!) + from));
      // Who leaves between from and to has bought as often as at the ends and the middle, weighted by the share that leaves.
      const middle = (from + to) / 2;
      const [left, right] = [alive(from) - alive(middle), alive(middle) - alive(to)];
      gone += (left * (bought(from) + bought(middle))) / 2 + (right * (bought(middle) + bought(to))) / 2;
      from = to;
    }
    customers += count * (bought(T) * alive(T) + gone);
  }
  return customers;
}

/** The model is fitted to the first two thirds of the days, and then has to tell the rest. */
const calibrationShare = 2 / 3;
const mostPoints = 60;

/** Cumulative repeat purchases over time, with a holdout; empty if too few customers came before it. */
export function trackPurchases(orders: Orders, days: CustomerDays, asOf: number, unitDays: number): TrackingRow[] {
  const firstDays = days.customer.map((_, i) => days.day[days.start[i]!]!);
  const first = firstDays.reduce((least, day) => Math.min(least, day), Infinity);
  const split = Math.floor(first + calibrationShare * (asOf - first));
  const early = firstDays.map((day, i) => ({ day, customer: i })).filter(({ day }) => day < split);
  if (early.length < 10) return [];
  const { parameters } = paretoNbd.fit(summarise(orders, split, unitDays));
  const repeats = early.flatMap(({ customer }) => [...days.day.subarray(days.start[customer]! + 1, days.start[customer + 1]!)]);
  repeats.sort((a, b) => a - b);
  const wonOn = new Map<number, number>();
  for (const { day } of early) wonOn.set(day, (wonOn.get(day) ?? 0) + 1);
  const step = Math.max(unitDays, Math.ceil((asOf - first) / mostPoints / unitDays) * unitDays);
  const points = Array.from({ length: Math.floor((asOf - first) / step) }, (_, k) => first + (k + 1) * step);
  let counted = 0;
  return points.map((day) => {
    while (counted < repeats.length && repeats[counted]! <= day) counted++;
    let expected = 0;
    for (const [won, customers] of wonOn) {
      if (won < day) expected += customers * paretoNbd.purchasesOfNew(parameters, (day - won) / unitDays);
    }
    return { day, actual: counted, expected, isHoldout: day > split };
  });
}
