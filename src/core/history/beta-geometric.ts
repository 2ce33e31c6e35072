import { betaExpectation } from "./expectation";
import { fitHistories, practicallyInfinite, practicallyZero, type Limit } from "./fit";
import { timelineOf, type Block, type Groups, type Histories } from "./groups";
import type { Derivatives } from "./optimise";
import type { PurchaseModel } from "./purchase-model";
import { digamma, gaussSeries, lnGammaRatio, trigamma } from "./special";

const { abs, exp, expm1, log, log1p } = Math;

/**
 * What BG/NBD and MBG/NBD share. While alive a customer buys at a rate λ ~ Gamma(r, alpha); after each chance to drop out he is
 * gone with probability p ~ Beta(a, b). The models differ in one thing: with x repeat purchases a customer of the BG/NBD has had
 * j = x chances, one of the MBG/NBD j = x + 1, because the first purchase is a chance too. In the letters of Fader, Hardie & Lee
 * (2005, equation 6) the likelihood of one customer is A1 A2 (A3 + A4), the last term only for j > 0:
 *
 *   A1 = Γ(r+x) α^r / Γ(r)                 A3 = (α+T)^-(r+x)                      still alive
 *   A2 = B(a, b+j) / B(a, b)               A4 = a / (b+j-1) (α+t_x)^-(r+x)       gone after the last purchase
 */
export function betaGeometric(name: "BGNBD" | "MBGNBD", firstChances: FirstChances): PurchaseModel {
  const likelihoodOf = (groups: Groups) => (parameters: Parameters) => logLikelihood(firstChances, parameters, groups);
  const isTime = [false, true, false, false];
  return {
    name, parameters: ["r", "alpha", "a", "b"],
    fit: (histories) => fitHistories({ name, isTime, limits, likelihoodOf }, histories),
    probabilityAlive: (parameters, histories, timeline) => probabilityAlive(firstChances, parameters, histories, timeline),
    purchasesIfAlive: (parameters, x, T, horizon) => purchasesIfAlive(firstChances, parameters, x, T, horizon),
    purchasesOfNew: (parameters, horizon) => purchasesOfNew(firstChances, parameters, horizon),
  };
}

/** Chances to drop out before the first repeat purchase: 0 in the BG/NBD, 1 in the MBG/NBD. */
type FirstChances = 0 | 1;
type Parameters = readonly number[];

const limits: readonly Limit[] = [
  { reached: ([r, alpha], time) => (r! * time) / alpha! < practicallyZero, sentence: "nobody buys again: the purchase rate goes to 0" },
  { reached: ([r]) => r! > practicallyInfinite, sentence: "purchase rates do not differ: one rate r / alpha for all (Poisson)" },
  { reached: ([, , a, b]) => a! / b! < practicallyZero, sentence: "no drop-out detected: reduces to NBD" },
  { reached: ([, , a, b]) => b! / a! < practicallyZero, sentence: "every chance to drop out is taken" },
  {
    reached: ([, , a, b]) => Math.max(a!, b!) > practicallyInfinite && a! / b! >= practicallyZero && b! / a! >= practicallyZero,
    sentence: "drop-out does not differ between customers: one probability a / (a + b) for all",
  },
];

/** ln likelihood of all customers with its derivatives by r, alpha, a and b. */
export function logLikelihood(firstChances: FirstChances, parameters: Parameters, groups: Groups): Derivatives {
  const [r, alpha, a, b] = parameters as [number, number, number, number];
  const [lnAt, perAt] = logsAndReciprocals(groups.times, alpha);
  const total = { value: 0, gradient: [0, 0, 0, 0], hessian: [[0, 0, 0, 0], [0, 0, 0, 0], [0, 0, 0, 0], [0, 0, 0, 0]] };
  for (const block of groups.blocks) {
    const k = r + block.x;
    const j = block.x + firstChances;
    const [perA, perB] = j > 0 ? [1 / a, 1 / (b + j - 1)] : [0, 0];
    const { n, value, ln, per, perPer, gone, v, vLn, vPer, vLnLn, vLnPer, vPerPer } =
      sumRows(groups, block, k, j > 0 ? log(perB / perA) : -Infinity, lnAt, perAt);
    const [slopeA, slopeB] = [digamma(a + b) - digamma(a + b + j), digamma(b + j) - digamma(b)];
    const [curveA, curveB] = [trigamma(a + b) - trigamma(a + b + j), trigamma(b + j) - trigamma(b)];
    total.value += n * (lnGammaRatio(r, block.x) + r * log(alpha) + lnGammaRatio(b, j) - lnGammaRatio(a + b, j)) + value;
    add(total.gradient, [
      n * (digamma(k) - digamma(r) + log(alpha)) - ln,
      (n * r) / alpha - k * per,
      n * slopeA + gone * perA,
      n * (slopeA + slopeB) - gone * perB,
    ]);
    // ln(A3 + A4) curves by the mean curvature of the two logarithms plus the variance of their slopes.
    add(total.hessian[0]!, [n * (trigamma(k) - trigamma(r)) + vLnLn]);
    add(total.hessian[1]!, [n / alpha - per + k * vLnPer, (-n * r) / alpha ** 2 + k * perPer + k * k * vPerPer]);
    add(total.hessian[2]!, [vLn * perA, k * vPer * perA, n * curveA + (v - gone) * perA ** 2]);
    add(total.hessian[3]!, [-vLn * perB, -k * vPer * perB, n * curveA - v * perA * perB, n * (curveA + curveB) + (v + gone) * perB ** 2]);
  }
  return total;
}

function add(sums: number[], terms: readonly number[]): void {
  for (let i = 0; i < terms.length; i++) sums[i]! += terms[i]!;
}

/**
 * Sums over the rows of one x, with q the probability of being gone and v = q (1 - q) its variance. `ln` and `per` sum
 * ln(alpha + time) and 1 / (alpha + time) at T or, if gone, at t_x; the v-sums are of what these change between T and t_x.
 */
function sumRows({ recency, T, count }: Groups, { from, to }: Block, k: number, lnOdds: number, lnAt: Float64Array, perAt: Float64Array) {
  let [n, value, ln, per, perPer, gone] = [0, 0, 0, 0, 0, 0];
  let [v, vLn, vPer, vLnLn, vLnPer, vPerPer] = [0, 0, 0, 0, 0, 0];
  for (let row = from; row < to; row++) {
    const weight = count[row]!;
    const lnT = lnAt[T[row]!]!;
    const perT = perAt[T[row]!]!;
    const dLn = lnT - lnAt[recency[row]!]!;
    const dPer = perT - perAt[recency[row]!]!;
    const lnA4overA3 = lnOdds + k * dLn;
    const small = exp(-abs(lnA4overA3));
    const q = lnA4overA3 > 0 ? 1 / (1 + small) : small / (1 + small);
    const wq = weight * q;
    const wv = wq * (1 - q);
    n += weight;
    value += weight * (log1p(small) + (lnA4overA3 > 0 ? lnA4overA3 : 0) - k * lnT);
    ln += weight * lnT - wq * dLn;
    per += weight * perT - wq * dPer;
    perPer += weight * perT * perT - wq * dPer * (2 * perT - dPer);
    gone += wq;
    v += wv;
    vLn += wv * dLn;
    vPer += wv * dPer;
    vLnLn += wv * dLn * dLn;
    vLnPer += wv * dLn * dPer;
    vPerPer += wv * dPer * dPer;
  }
  return { n, value, ln, per, perPer, gone, v, vLn, vPer, vLnLn, vLnPer, vPerPer };
}

function logsAndReciprocals(times: Float64Array, alpha: number): [Float64Array, Float64Array] {
  return [times.map((time) => log(alpha + time)), times.map((time) => 1 / (alpha + time))];
}

function probabilityAlive(
  firstChances: FirstChances, [r, alpha, a, b]: Parameters, histories: Histories, timeline = timelineOf(histories),
): Float64Array {
  const { frequency } = histories;
  const { times, recency, T } = timeline;
  const [lnAt] = logsAndReciprocals(times, alpha!);
  const alive = new Float64Array(frequency.length);
  for (let i = 0; i < alive.length; i++) {
    const x = frequency[i]!;
    const j = x + firstChances;
    const goneToAlive = j === 0 ? 0 : (a! / (b! + j - 1)) * exp((r! + x) * (lnAt[T[i]!]! - lnAt[recency[i]!]!));
    alive[i] = 1 / (1 + goneToAlive);
  }
  return alive;
}

/** As for a customer alive at 0, if a first chance to drop out was survived. */
function purchasesOfNew(firstChances: FirstChances, parameters: Parameters, horizon: number): number {
  const [, , a, b] = parameters;
  const pastFirstChance = firstChances === 0 ? 1 : b! / (a! + b!);
  return pastFirstChance * purchasesIfAlive(firstChances, parameters, 0, 0, horizon);
}

/**
 * E[(1 - e^-λpt) / p] over the λ ~ Gamma(r+x, α+T) and p ~ Beta(a, b+j) of a customer alive at T after x purchases. As a series
 * (equation 10 after Euler's transformation) no exponent grows with x, and a < 1, a = 1 and a + b = 1 are ordinary points:
 *
 *   C/(a-1) (1 - (1-z)^(a-1) 2F1(A, a-1; C; z))      A = a+b+j-1-(r+x), C = a+b+j-1, z = t / (α+T+t)
 *
 * Where the series would lose digits (very large r, a or t) the expectation over p itself is taken.
 */
function purchasesIfAlive(firstChances: FirstChances, parameters: Parameters, x: number, T: number, t: number): number {
  const [r, alpha, a, b] = parameters as [number, number, number, number];
  const k = r + x;
  const j = x + firstChances;
  const C = a + b + j - 1;
  const z = t / (alpha + T + t);
  const lnLeft = -log1p(t / (alpha + T));
  const first = a === 1 ? -C * lnLeft : (-C * expm1((a - 1) * lnLeft)) / (a - 1);
  const second = exp((a - 1) * lnLeft) * gaussSeries(C - k, a - 1, C, z);
  const difference = first - second;
  if (abs(difference) > 1e-5 * abs(first)) return difference;
  const tau = t / (alpha + T);
  return betaExpectation(a, b + j, (p) => (p * tau < 1e-12 ? k * tau : -expm1(-k * log1p(p * tau)) / p));
}
