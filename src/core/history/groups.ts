import { Fault } from "../fault";

/**
 * Purchase histories of n customers as three columns in one unit of time: x repeat purchases (`frequency`), t_x from the first
 * to the last purchase (`recency`), and T from the first purchase to today.
 */
export interface Histories {
  readonly frequency: Float64Array;
  readonly recency: Float64Array;
  readonly T: Float64Array;
}

/** Customers with the same x, t_x and T are one row with a count; rows of the same x are one block. Times are indices of `times`. */
export interface Groups {
  readonly times: Float64Array;
  readonly blocks: readonly Block[];
  readonly recency: Int32Array;
  readonly T: Int32Array;
  readonly count: Float64Array;
  /** Mean of T over the customers: the scale on which alpha and beta are searched. */
  readonly meanT: number;
}

/** Rows `from` up to but not including `to` have x repeat purchases. */
export interface Block { readonly x: number; readonly from: number; readonly to: number }

/** The customers' times as indices of the few different times there are. */
export interface Timeline { readonly times: Float64Array; readonly recency: Int32Array; readonly T: Int32Array }

const mostPurchases = 1e6;

/** Throws a Fault naming the first customer whose x, t_x and T cannot be. */
export function checkHistories({ frequency, recency, T }: Histories): void {
  const n = frequency.length;
  if (recency.length !== n || T.length !== n) {
    throw new Fault("wrong-shape", `x, t_x and T must be equally long, not ${n}, ${recency.length} and ${T.length}.`);
  }
  for (let i = 0; i < n; i++) {
    const x = frequency[i]!;
    const tx = recency[i]!;
    const age = T[i]!;
    const isCount = x >= 0 && x <= mostPurchases && x === Math.floor(x);
    const isHistory = isCount && tx >= 0 && tx <= age && (tx === 0) === (x === 0) && age < Infinity;
    if (!isHistory) throw impossible(i, x, tx, age);
  }
}

function impossible(i: number, x: number, tx: number, T: number): Fault {
  const where = `Customer ${i + 1}: x = ${x}, t_x = ${tx}, T = ${T}.`;
  if (!(x >= 0 && x <= mostPurchases) || x !== Math.floor(x)) {
    return new Fault("out-of-range", `${where} x must be a whole number from 0 to a million.`, "x");
  }
  if (!(T >= 0 && T < Infinity)) return new Fault("out-of-range", `${where} T must be 0 or more.`, "T");
  if ((tx === 0) !== (x === 0)) return new Fault("out-of-range", `${where} t_x is 0 if and only if x is 0.`, "t_x");
  return new Fault("out-of-range", `${where} t_x must be from 0 to T.`, "t_x");
}

/** Times as indices: multiples of one step (days, in whatever unit) where there is such a step, else their sorted list. */
export function timelineOf({ recency, T }: Histories): Timeline {
  const longest = largest(T);
  const steps = stepsWithin(longest, recency, T);
  return (steps > 0 && onGrid(recency, T, longest, steps)) || listed(recency, T);
}

/** A grid may have this many steps, and few customers need few: a list of their times is shorter. */
const finest = (customers: number) => Math.min(50_000, 1000 + 4 * customers);

/** How often a common step of the times fits into the longest: Euclid's algorithm on a sample, 0 if there is no such step. */
function stepsWithin(longest: number, recency: Float64Array, T: Float64Array): number {
  const stride = Math.max(1, Math.floor(T.length / 200));
  const most = finest(T.length);
  let step = longest;
  for (let i = 0; i < T.length; i += stride) {
    for (const time of [T[i]!, recency[i]!]) {
      for (let rest = time; rest > 1e-6 * step; ) [step, rest] = [rest, Math.abs(step - rest * Math.round(step / rest))];
    }
    if (!(step * most > longest)) return 0;
  }
  return Math.round(longest / step);
}

function onGrid(recency: Float64Array, T: Float64Array, longest: number, steps: number): Timeline | undefined {
  const recencyTicks = nearestTicks(recency, steps / longest);
  const ticks = recencyTicks && nearestTicks(T, steps / longest);
  const times = Float64Array.from({ length: steps + 1 }, (_, tick) => (tick * longest) / steps);
  return ticks && { times, recency: recencyTicks, T: ticks };
}

/** Undefined if a time lies beside the grid. */
function nearestTicks(times: Float64Array, perUnit: number): Int32Array | undefined {
  const ticks = new Int32Array(times.length);
  for (let i = 0; i < times.length; i++) {
    const exact = times[i]! * perUnit;
    const tick = (exact + 0.5) | 0;
    if (Math.abs(exact - tick) > 1e-5) return undefined;
    ticks[i] = tick;
  }
  return ticks;
}

function listed(recency: Float64Array, T: Float64Array): Timeline {
  const times = new Float64Array([0, ...new Set([...recency, ...T])]).sort().filter((time, i, all) => i === 0 || time > all[i - 1]!);
  const tickOf = new Map(Array.from(times, (time, tick) => [time, tick]));
  return { times, recency: Int32Array.from(recency, (time) => tickOf.get(time)!), T: Int32Array.from(T, (time) => tickOf.get(time)!) };
}

/** One value per customer, put in the order of x (a counting sort): values of x repeat purchases stand at start[x] to start[x + 1]. */
export function byFrequency(frequency: Float64Array, values: Float64Array): { start: Int32Array; values: Float64Array } {
  const most = largest(frequency);
  const start = new Int32Array(most + 2);
  for (let i = 0; i < frequency.length; i++) start[frequency[i]! + 1]!++;
  for (let x = 0; x <= most; x++) start[x + 1]! += start[x]!;
  const next = start.slice();
  const sorted = new Float64Array(values.length);
  for (let i = 0; i < frequency.length; i++) sorted[next[frequency[i]!]!++] = values[i]!;
  return { start, values: sorted };
}

/** Counts equal histories once. The result depends neither on the order of the customers nor on the unit of time. */
export function groupHistories(histories: Histories): Groups {
  const { times, recency, T } = timelineOf(histories);
  const key = new Float64Array(T.length);
  for (let i = 0; i < key.length; i++) key[i] = recency[i]! * times.length + T[i]!;
  const { start, values: keys } = byFrequency(histories.frequency, key);
  const tally = tallyOf(times.length ** 2);
  const blocks: Block[] = [];
  const rows = { key: [] as number[], count: [] as number[] };
  for (let x = 0; x + 1 < start.length; x++) {
    if (start[x] === start[x + 1]) continue;
    const from = rows.key.length;
    tally(keys.subarray(start[x], start[x + 1]), (each, count) => {
      rows.key.push(each);
      rows.count.push(count);
    });
    blocks.push({ x, from, to: rows.key.length });
  }
  return {
    times, blocks, meanT: sumOf(histories.T) / key.length, count: new Float64Array(rows.count),
    recency: new Int32Array(rows.key.map((each) => Math.floor(each / times.length))),
    T: new Int32Array(rows.key.map((each) => each % times.length)),
  };
}

/** Visits the different keys below `most` in ascending order with their counts. Many keys are counted, few are sorted. */
function tallyOf(most: number): (keys: Float64Array, visit: (key: number, count: number) => void) => void {
  const counts = most <= 4e6 ? new Int32Array(most) : undefined;
  return (keys, visit) => {
    if (counts && keys.length * 50 > most) {
      for (let i = 0; i < keys.length; i++) counts[keys[i]!]!++;
      for (let key = 0; key < most; key++) {
        if (counts[key] === 0) continue;
        visit(key, counts[key]!);
        counts[key] = 0;
      }
      return;
    }
    keys.sort();
    for (let i = 0, next = 0; i < keys.length; i = next) {
      while (next < keys.length && keys[next] === keys[i]) next++;
      visit(keys[i]!, next - i);
    }
  };
}

function sumOf(values: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += values[i]!;
  return sum;
}

function largest(values: Float64Array): number {
  let most = 0;
  for (let i = 0; i < values.length; i++) if (values[i]! > most) most = values[i]!;
  return most;
}

/**
 * The same customers with times rounded to about `parts` different ones: few rows, close enough to start a search from.
 * Time 0 stays, so that t_x = 0 still says x = 0.
 */
export function coarsen({ times, blocks, recency, T, count, meanT }: Groups, parts: number): Groups {
  const width = Math.ceil((times.length - 1) / parts);
  const bins = Math.ceil((times.length - 1) / width) + 1;
  const binTimes = Float64Array.from({ length: bins }, (_, bin) => {
    const members = bin === 0 ? times.subarray(0, 1) : times.subarray((bin - 1) * width + 1, bin * width + 1);
    return sumOf(members) / members.length;
  });
  const rows = { recency: [] as number[], T: [] as number[], count: [] as number[] };
  const coarse = blocks.map(({ x, from, to }) => {
    const start = rows.count.length;
    const table = new Float64Array(bins * bins);
    for (let row = from; row < to; row++) table[Math.ceil(recency[row]! / width) * bins + Math.ceil(T[row]! / width)]! += count[row]!;
    table.forEach((customers, cell) => {
      if (customers === 0) return;
      rows.recency.push(Math.floor(cell / bins));
      rows.T.push(cell % bins);
      rows.count.push(customers);
    });
    return { x, from: start, to: rows.count.length };
  });
  return {
    times: binTimes, blocks: coarse, meanT,
    recency: new Int32Array(rows.recency), T: new Int32Array(rows.T), count: new Float64Array(rows.count),
  };
}

/**
 * Multiplies one value per customer by a number of 0 or more that depends on x and T only: worked out once for each pair that
 * occurs, in a dense table while that stays small.
 */
export function multiplyByPair(
  values: Float64Array, { frequency }: Histories, { times, T }: Timeline, compute: (x: number, T: number) => number,
): void {
  const width = times.length;
  const size = (largest(frequency) + 1) * width;
  if (size > 1e7) return multiplySparsely(values, frequency, times, T, compute);
  const known = new Float64Array(size).fill(-1);
  for (let i = 0; i < values.length; i++) {
    const pair = frequency[i]! * width + T[i]!;
    if (known[pair]! < 0) known[pair] = compute(frequency[i]!, times[T[i]!]!);
    values[i]! *= known[pair]!;
  }
}

function multiplySparsely(
  values: Float64Array, frequency: Float64Array, times: Float64Array, T: Int32Array, compute: (x: number, T: number) => number,
): void {
  const known = new Map<number, number>();
  for (let i = 0; i < values.length; i++) {
    const pair = frequency[i]! * times.length + T[i]!;
    if (!known.has(pair)) known.set(pair, compute(frequency[i]!, times[T[i]!]!));
    values[i]! *= known.get(pair)!;
  }
}
