import type { Histories } from "../../../src/core/history/groups";

/** Uniform numbers on 0..1 from a seed (mulberry32): the same on every machine. */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** Draws from the distributions the models are made of. */
export function draws(seed: number) {
  const uniform = seeded(seed);
  const exponential = (rate: number) => -Math.log(1 - uniform()) / rate;
  const normal = () => Math.sqrt(-2 * Math.log(1 - uniform())) * Math.cos(2 * Math.PI * uniform());
  /** Gamma with rate 1: Marsaglia and Tsang (2000). */
  function gamma(shape: number): number {
    if (shape < 1) return gamma(shape + 1) * (1 - uniform()) ** (1 / shape);
    const d = shape - 1 / 3;
    const c = 1 / Math.sqrt(9 * d);
    for (;;) {
      const z = normal();
      const v = (1 + c * z) ** 3;
      if (v > 0 && Math.log(1 - uniform()) < 0.5 * z * z + d - d * v + d * Math.log(v)) return d * v;
    }
  }
  const beta = (a: number, b: number) => {
    const left = gamma(a);
    return left / (left + gamma(b));
  };
  return { uniform, exponential, normal, gamma, beta };
}

type Draws = ReturnType<typeof draws>;

/** How long customers are watched (T from `least` to `most`, in weeks) and whether only whole days are seen. */
export interface Watch { n: number; seed: number; least?: number; most?: number; days?: boolean }

/** Histories of customers whose purchase times come from `buy`, which calls `at` for each repeat purchase until it returns false. */
function watch({ n, seed, least = 27, most = 39, days = false }: Watch, buy: (draw: Draws, at: (time: number) => boolean) => void): Histories {
  const draw = draws(seed);
  const customers = { frequency: new Float64Array(n), recency: new Float64Array(n), T: new Float64Array(n) };
  for (let i = 0; i < n; i++) {
    const T = days ? Math.floor(7 * (least + (most - least) * draw.uniform())) / 7 : least + (most - least) * draw.uniform();
    let [x, last] = [0, 0];
    buy(draw, (time) => {
      const seen = days ? Math.ceil(7 * time) / 7 : time;
      if (seen > T) return false;
      if (seen > last) x++;
      last = seen;
      return true;
    });
    customers.frequency[i] = x;
    customers.recency[i] = last;
    customers.T[i] = T;
  }
  return customers;
}

/** Customers of a BG/NBD (or, with a chance to drop out at once, of an MBG/NBD). */
export function simulateBgNbd([r, alpha, a, b]: readonly number[], settings: Watch, atOnce = false): Histories {
  return watch(settings, (draw, at) => {
    const rate = draw.gamma(r!) / alpha!;
    const p = draw.beta(a!, b!);
    if (atOnce && draw.uniform() < p) return;
    for (let time = draw.exponential(rate); at(time); time += draw.exponential(rate)) if (draw.uniform() < p) return;
  });
}

/** Customers of a Pareto/NBD. */
export function simulateParetoNbd([r, alpha, s, beta]: readonly number[], settings: Watch): Histories {
  return watch(settings, (draw, at) => {
    const rate = draw.gamma(r!) / alpha!;
    const end = draw.exponential(draw.gamma(s!) / beta!);
    for (let time = draw.exponential(rate); time <= end && at(time); time += draw.exponential(rate));
  });
}

/** Mean spend of x orders of a gamma-gamma customer. */
export function simulateSpend([p, q, gamma]: readonly number[], frequency: Float64Array, seed: number): Float64Array {
  const draw = draws(seed);
  return frequency.map((x) => (x === 0 ? NaN : draw.gamma(p! * x) / (draw.gamma(q!) / gamma!) / x));
}

/** Histories given as rows of x, t_x, T. */
export const rows = (...given: readonly (readonly number[])[]): Histories => ({
  frequency: Float64Array.from(given, (row) => row[0]!),
  recency: Float64Array.from(given, (row) => row[1]!),
  T: Float64Array.from(given, (row) => row[2]!),
});

/** The same customers the other way round. */
export const reversed = ({ frequency, recency, T }: Histories): Histories =>
  ({ frequency: frequency.slice().reverse(), recency: recency.slice().reverse(), T: T.slice().reverse() });
