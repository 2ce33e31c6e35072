import { Fault } from "../fault";
import { betaExpectation } from "./expectation";
import { fitOf, practicallyInfinite, practicallyZero, shapes, type Fit, type Limit } from "./fit";
import { maximise, type Derivatives } from "./optimise";

type Parameters = readonly number[];

/** Customers seen at n opportunities (years, campaigns): x purchases, the last one at opportunity t_x. */
export interface Opportunities {
  readonly frequency: readonly number[];
  readonly recency: readonly number[];
  readonly n: readonly number[];
}

/** One x, t_x, n and how many customers have it. */
interface Row { readonly x: number; readonly tx: number; readonly n: number; count: number }

const limits: readonly Limit[] = [
  { reached: ([alpha, beta]) => alpha! / beta! < practicallyZero, sentence: "nobody buys: the purchase probability goes to 0" },
  {
    reached: ([alpha, beta]) => Math.max(alpha!, beta!) > practicallyInfinite && alpha! / beta! >= practicallyZero,
    sentence: "buying does not differ between customers: one probability alpha / (alpha + beta) for all",
  },
  { reached: ([, , gamma, delta]) => gamma! / delta! < practicallyZero, sentence: "no drop-out detected: reduces to beta-binomial" },
  {
    reached: ([, , gamma, delta]) => Math.max(gamma!, delta!) > practicallyInfinite && gamma! / delta! >= practicallyZero,
    sentence: "drop-out does not differ between customers: one probability gamma / (gamma + delta) for all",
  },
];

/**
 * BG/BB: Fader, Hardie & Shang (2010), Marketing Science 29(6). Parameters alpha, beta, gamma, delta: while alive a customer buys at
 * each opportunity with probability p ~ Beta(alpha, beta); before each one he drops out with probability θ ~ Beta(gamma, delta).
 * @param data Histories, and how many customers have each
 */
export function fitOpportunities(data: Opportunities & { readonly count: readonly number[] }): Fit {
  const rows = groupRows(data);
  const box = { low: Array<number>(4).fill(shapes.low), high: Array<number>(4).fill(shapes.high) };
  return fitOf("BGBB", maximise((parameters) => logLikelihood(parameters, rows), [1, 1, 1, 1], box), limits);
}

function groupRows(data: Opportunities & { readonly count: readonly number[] }): Row[] {
  const rows = new Map<string, Row>();
  checkOpportunities(data);
  data.frequency.forEach((x, i) => {
    const [tx, n] = [data.recency[i]!, data.n[i]!];
    const customers = data.count[i]!;
    if (!(customers >= 0 && customers < Infinity)) throw new Fault("out-of-range", `Row ${i + 1}: count must be 0 or more.`, "count");
    const key = `${x} ${tx} ${n}`;
    const known = rows.get(key);
    if (known) known.count += customers;
    else if (customers > 0 && n > 0) rows.set(key, { x, tx, n, count: customers });
  });
  if (rows.size === 0) throw new Fault("missing", "There is nothing to fit: no customer had an opportunity to buy.");
  return [...rows.values()].sort((a, b) => a.n - b.n || a.x - b.x || a.tx - b.tx);
}

function checkOpportunities({ frequency, recency, n }: Opportunities): void {
  if (recency.length !== frequency.length || n.length !== frequency.length) {
    throw new Fault("wrong-shape", `x, t_x and n must be equally long, not ${frequency.length}, ${recency.length} and ${n.length}.`);
  }
  frequency.forEach((x, i) => {
    const [tx, seen] = [recency[i]!, n[i]!];
    const isHistory = [x, tx, seen].every(Number.isInteger) && x >= 0 && x <= tx && tx <= seen && (x === 0) === (tx === 0) && seen <= 1e5;
    if (isHistory) return;
    const rule = "all whole, 0 <= x <= t_x <= n <= 100,000, and t_x is 0 if and only if x is 0";
    throw new Fault("out-of-range", `Row ${i + 1}: x = ${x}, t_x = ${tx}, n = ${seen} cannot be: ${rule}.`, "x");
  });
}

/** ln a(a+1)...(a+k-1) = ln Γ(a+k) - ln Γ(a), with its first and second derivative by a, for k = 0, 1, 2, ... */
interface Rising { readonly ln: Float64Array; readonly slope: Float64Array; readonly curve: Float64Array }

function rising(a: number, upTo: number): Rising {
  const [ln, slope, curve] = [new Float64Array(upTo + 1), new Float64Array(upTo + 1), new Float64Array(upTo + 1)];
  for (let k = 0; k < upTo; k++) {
    ln[k + 1] = ln[k]! + Math.log(a + k);
    slope[k + 1] = slope[k]! + 1 / (a + k);
    curve[k + 1] = curve[k]! - 1 / (a + k) ** 2;
  }
  return { ln, slope, curve };
}

/** The six rising factorials all terms are made of. */
function factors([alpha, beta, gamma, delta]: Parameters, upTo: number) {
  return {
    a: rising(alpha!, upTo), b: rising(beta!, upTo), ab: rising(alpha! + beta!, upTo),
    d: rising(delta!, upTo), gd: rising(gamma! + delta!, upTo), gamma: gamma!,
  };
}

/**
 * ln of one term of the likelihood: x purchases at the m opportunities lived through, and then gone before the next
 * one, or alive after all n. Γ only occurs as Γ(a+k)/Γ(a), so a delta of 10,000 costs no digits and nothing overflows.
 */
function lnTerm({ a, b, ab, d, gd, gamma }: ReturnType<typeof factors>, x: number, m: number, isAlive: boolean): number {
  const purchases = a.ln[x]! + b.ln[m - x]! - ab.ln[m]!;
  return purchases + (isAlive ? d.ln[m]! - gd.ln[m]! : Math.log(gamma) + d.ln[m]! - gd.ln[m + 1]!);
}

/** ln likelihood of all customers with its derivatives by alpha, beta, gamma and delta. */
export function logLikelihood(parameters: Parameters, rows: readonly Row[]): Derivatives {
  const most = rows.reduce((largest, { n }) => Math.max(largest, n), 0);
  const known = factors(parameters, most + 1);
  const total = { value: 0, gradient: [0, 0, 0, 0], hessian: [[0, 0, 0, 0], [0, 0, 0, 0], [0, 0, 0, 0], [0, 0, 0, 0]] };
  for (const row of rows) addRow(total, row, known);
  return total;
}

/** Adds one row: with φ the slopes of a term's logarithm and E the mean over the terms, E[φ] and E[φ φᵀ + φ'] - E[φ] E[φ]ᵀ. */
function addRow(total: Derivatives, { x, tx, n, count }: Row, known: ReturnType<typeof factors>): void {
  const { a, b, ab, d, gd, gamma } = known;
  const lnTerms = Float64Array.from({ length: n - tx + 1 }, (_, i) => lnTerm(known, x, tx + i, tx + i === n));
  const largest = lnTerms.reduce((most, term) => Math.max(most, term), -Infinity);
  const sum = lnTerms.reduce((all, term) => all + Math.exp(term - largest), 0);
  const mean = [0, 0, 0, 0];
  total.value += count * (largest + Math.log(sum));
  lnTerms.forEach((term, i) => {
    const m = tx + i;
    const weight = Math.exp(term - largest) / sum;
    const [isGone, left] = m === n ? [0, m] : [1, m + 1];
    const slopes = [
      a.slope[x]! - ab.slope[m]!, b.slope[m - x]! - ab.slope[m]!, isGone / gamma - gd.slope[left]!, d.slope[m]! - gd.slope[left]!,
    ];
    const curves = [
      [a.curve[x]! - ab.curve[m]!], [-ab.curve[m]!, b.curve[m - x]! - ab.curve[m]!],
      [0, 0, -isGone / gamma ** 2 - gd.curve[left]!], [0, 0, -gd.curve[left]!, d.curve[m]! - gd.curve[left]!],
    ];
    curves.forEach((row, k) => {
      mean[k]! += weight * slopes[k]!;
      row.forEach((curve, l) => (total.hessian[k]![l]! += count * weight * (curve + slopes[k]! * slopes[l]!)));
    });
  });
  mean.forEach((slope, k) => {
    total.gradient[k]! += count * slope;
    for (let l = 0; l <= k; l++) total.hessian[k]![l]! -= count * slope * mean[l]!;
  });
}

/** P(alive through opportunity n | x, t_x, n): the share of the last term in the likelihood. */
function aliveThrough(known: ReturnType<typeof factors>, x: number, tx: number, n: number): number {
  const alive = lnTerm(known, x, n, true);
  let gone = 0;
  for (let m = tx; m < n; m++) gone += Math.exp(lnTerm(known, x, m, false) - alive);
  return 1 / (1 + gone);
}

/** A value for every row, worked out once per different history from P(alive through n), x and n. */
function perRow(parameters: Parameters, data: Opportunities, value: (alive: number, x: number, n: number) => number): number[] {
  checkOpportunities(data);
  const known = factors(parameters, data.n.reduce((most, n) => Math.max(most, n), 0) + 1);
  const values = new Map<string, number>();
  return data.frequency.map((x, i) => {
    const [tx, n] = [data.recency[i]!, data.n[i]!];
    const key = `${x} ${tx} ${n}`;
    if (!values.has(key)) values.set(key, value(aliveThrough(known, x, tx, n), x, n));
    return values.get(key)!;
  });
}

/** P(alive for opportunity n + 1) of every row. */
export function aliveForNext(parameters: Parameters, data: Opportunities): number[] {
  const [, , gamma, delta] = parameters as [number, number, number, number];
  return perRow(parameters, data, (alive, _, n) => (alive * (delta + n)) / (gamma + delta + n));
}

/** Expected purchases at the next `horizon` opportunities (whole) of every row, summed opportunity by opportunity. */
export function purchasesAtNext(parameters: Parameters, data: Opportunities, horizon: number): number[] {
  const [alpha, beta, gamma, delta] = parameters as [number, number, number, number];
  const lives = new Map<number, number>();
  return perRow(parameters, data, (alive, x, n) => {
    if (!lives.has(n)) lives.set(n, opportunitiesAlive(gamma, delta + n, horizon));
    return ((alive * (alpha + x)) / (alpha + beta + n)) * lives.get(n)!;
  });
}

/** Expected number of the next `horizon` opportunities lived through if θ ~ Beta(gamma, delta). */
function opportunitiesAlive(gamma: number, delta: number, horizon: number): number {
  let [survival, sum] = [1, 0];
  for (let i = 0; i < horizon; i++) sum += survival *= (delta + i) / (gamma + delta + i);
  return sum;
}

/**
 * Discounted expected residual transactions (DERT) of every row at `rate` > 0 per opportunity; the next one is
 * discounted once. The paper's 2F1 is the expectation of (1-θ)/(rate+θ) over the θ ~ Beta(gamma, delta+n) of a survivor.
 */
export function discountedAtNext(parameters: Parameters, data: Opportunities, rate: number): number[] {
  const [alpha, beta, gamma, delta] = parameters as [number, number, number, number];
  const lives = new Map<number, number>();
  return perRow(parameters, data, (alive, x, n) => {
    if (!lives.has(n)) lives.set(n, betaExpectation(gamma, delta + n, (theta) => (1 - theta) / (rate + theta)));
    return ((alive * (alpha + x)) / (alpha + beta + n)) * lives.get(n)!;
  });
}
