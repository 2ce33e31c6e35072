import { gammaExpectation } from "./expectation";
import { fitHistories, practicallyInfinite, practicallyZero, type Limit } from "./fit";
import { timelineOf, type Block, type Groups, type Histories } from "./groups";
import type { Derivatives } from "./optimise";
import { addProducts, integralsFrom, productCount } from "./pareto-integral";
import { timesAlive, type PurchaseModel } from "./purchase-model";
import { digamma, lnGammaRatio, trigamma } from "./special";

const { exp, expm1, log, log1p } = Math;

type Parameters = readonly number[];

/**
 * Pareto/NBD: Schmittlein, Morrison & Colombo (1987), Management Science 33(1), as derived by Fader & Hardie (2005), "A Note on
 * Deriving the Pareto/NBD Model". Parameters r, alpha, s, beta: a customer buys at a rate λ ~ Gamma(r, alpha) until he drops out,
 * at a rate μ ~ Gamma(s, beta). The likelihood of one customer, kept as the integral it comes from instead of two 2F1:
 *
 *   Γ(r+x)/Γ(r) α^r β^s [ (α+T)^-(r+x) (β+T)^-s  +  s ∫ (α+y)^-(r+x) (β+y)^-(s+1) dy from t_x to T ]
 *
 * still alive at T, or gone at some y before. Both terms are positive, and alpha = beta is an ordinary point.
 */
export const paretoNbd: PurchaseModel = {
  name: "PARETONBD", parameters: ["r", "alpha", "s", "beta"], probabilityAlive, purchasesIfAlive,
  fit: (histories) => fitHistories({ name: "PARETONBD", isTime: [false, true, false, true], limits, likelihoodOf }, histories),
  purchasesOfNew: (parameters, horizon) => purchasesIfAlive(parameters, 0, 0, horizon),
};

const limits: readonly Limit[] = [
  { reached: ([r, alpha], time) => (r! * time) / alpha! < practicallyZero, sentence: "nobody buys again: the purchase rate goes to 0" },
  { reached: ([r]) => r! > practicallyInfinite, sentence: "purchase rates do not differ: one rate r / alpha for all (Poisson)" },
  { reached: ([, , s, beta], time) => s! * log1p(time / beta!) < practicallyZero, sentence: "no drop-out detected: reduces to NBD" },
  {
    reached: ([, , s, beta], time) => s! > practicallyInfinite && s! * log1p(time / beta!) >= practicallyZero,
    sentence: "drop-out rates do not differ: one rate s / beta for all (exponential lifetimes)",
  },
];

export function likelihoodOf(groups: Groups): (parameters: Parameters) => Derivatives {
  const knots = groups.blocks.map((block) => knotsOf(block, groups));
  return (parameters) => logLikelihood(parameters, groups, knots);
}

/** The times one block uses, ascending, and where each of its rows finds t_x and T among them. */
interface Knots { readonly times: Float64Array; readonly recency: Int32Array; readonly T: Int32Array }

function knotsOf({ from, to }: Block, { times, recency, T }: Groups): Knots {
  const used = new Int32Array(new Set([...recency.subarray(from, to), ...T.subarray(from, to)])).sort();
  const knotOf = new Int32Array(used[used.length - 1]! + 1);
  used.forEach((tick, knot) => (knotOf[tick] = knot));
  return {
    times: Float64Array.from(used, (tick) => times[tick]!),
    recency: recency.subarray(from, to).map((tick) => knotOf[tick]!), T: T.subarray(from, to).map((tick) => knotOf[tick]!),
  };
}

/** ln likelihood of all customers with its derivatives by r, alpha, s and beta. */
function logLikelihood(parameters: Parameters, groups: Groups, knots: readonly Knots[]): Derivatives {
  const [r, alpha, s, beta] = parameters as [number, number, number, number];
  const total = { value: 0, gradient: [0, 0, 0, 0], hessian: [[0, 0, 0, 0], [0, 0, 0, 0], [0, 0, 0, 0], [0, 0, 0, 0]] };
  const { gradient, hessian } = total;
  groups.blocks.forEach(({ x, from, to }, i) => {
    const n = addBlock(total, groups.count.subarray(from, to), knots[i]!, parameters, x);
    total.value += n * (lnGammaRatio(r, x) + r * log(alpha) + s * log(beta));
    gradient[0]! += n * (digamma(r + x) - digamma(r) + log(alpha));
    gradient[1]! += (n * r) / alpha;
    gradient[2]! += n * log(beta);
    gradient[3]! += (n * s) / beta;
    hessian[0]![0]! += n * (trigamma(r + x) - trigamma(r));
    hessian[1]![0]! += n / alpha;
    hessian[1]![1]! -= (n * r) / alpha ** 2;
    hessian[3]![2]! += n / beta;
    hessian[3]![3]! -= (n * s) / beta ** 2;
  });
  return total;
}

/**
 * Adds ln [ alive + gone ] of the customers with x purchases and its derivatives; returns how many they are.
 * With φ the slopes of the logarithm of what is summed (alive) or integrated (gone), and E the mean over both, the gradient is
 * E[φ] and the Hessian E[φ φᵀ] + E[φ'] - E[φ] E[φ]ᵀ. All φ are multiples of u: -ln(alpha+y), -k/(alpha+y), -ln(beta+y) and
 * -s/(beta+y) alive, or 1/s - ln(beta+y) and -(s+1)/(beta+y) gone.
 */
function addBlock(total: Derivatives, count: Float64Array, knots: Knots, parameters: Parameters, x: number): number {
  const [r, , s] = parameters as [number, number, number, number];
  const k = r + x;
  const { n, value, alive, gone, meanSquares } = addRows(count, knots, parameters, k);
  const ifAlive = [-1, -k, -1, -s] as const;
  const ifGone = [-1, -k, -1, -(s + 1)] as const;
  const { gradient, hessian } = total;
  total.value += value;
  for (let i = 0, square = 0; i < 4; i++) {
    gradient[i]! += ifAlive[i]! * alive[first[i]!]! + ifGone[i]! * gone[first[i]!]!;
    for (let j = 0; j <= i; j++) {
      const product = first[i]! + 1 + j;
      hessian[i]![j]! += ifAlive[i]! * ifAlive[j]! * alive[product]! + ifGone[i]! * ifGone[j]! * gone[product]! - meanSquares[square++]!;
    }
  }
  gradient[2]! += gone[0]! / s;
  hessian[1]![0]! -= alive[first[1]]! + gone[first[1]]!;
  hessian[1]![1]! += k * (alive[first[1] + 2]! + gone[first[1] + 2]!);
  hessian[2]![0]! -= gone[first[0]]! / s;
  hessian[2]![1]! -= (k * gone[first[1]]!) / s;
  hessian[2]![2]! -= (2 * gone[first[2]]!) / s;
  hessian[3]![2]! -= alive[first[3]]! + gone[first[3]]! + ((s + 1) * gone[first[3]]!) / s;
  hessian[3]![3]! += s * alive[first[3] + 4]! + (s + 1) * gone[first[3] + 4]!;
  return n;
}

/** Where ln(alpha+y), 1/(alpha+y), ln(beta+y) and 1/(beta+y) themselves stand among the products; their products follow. */
const first = [1, 3, 6, 10] as const;

/**
 * Sums over the rows of one x, weighted by the probability of being alive or gone: the products of u, and the products of the
 * four mean slopes. But for these last, everything is linear, so a row only leaves its weight at its knots.
 */
function addRows(count: Float64Array, { times, recency, T }: Knots, parameters: Parameters, k: number) {
  const [, alpha, s, beta] = parameters as [number, number, number, number];
  const width = productCount;
  const { lnG, integrals } = integralsFrom(times, { alpha, k, beta, m: s + 1 }, width);
  const [lnA, lnB] = [times.map((t) => log(alpha + t)), times.map((t) => log(beta + t))];
  const [perA, perB] = [times.map((t) => 1 / (alpha + t)), times.map((t) => 1 / (beta + t))];
  const [aliveAt, goneAt] = [new Float64Array(times.length), new Float64Array(times.length)];
  const meanSquares = new Float64Array(10);
  const mean = new Float64Array(4);
  let [n, value] = [0, 0];
  for (let row = 0; row < count.length; row++) {
    const weight = count[row]!;
    const to = T[row]!;
    const fall = exp(lnG[to]! - lnG[recency[row]!]!);
    const at = recency[row]! * width;
    const end = to * width;
    const aliveTerm = fall * (beta + times[to]!);
    const integral = integrals[at]! - fall * integrals[end]!;
    const sum = aliveTerm + s * integral;
    const z = aliveTerm / sum;
    const perSum = s / sum;
    n += weight;
    value += weight * (lnG[recency[row]!]! + log(sum));
    aliveAt[to]! += weight * z;
    goneAt[recency[row]!]! += weight * perSum;
    goneAt[to]! -= weight * perSum * fall;
    mean[0] = z * lnA[to]! + perSum * (integrals[at + first[0]]! - fall * integrals[end + first[0]]!);
    mean[1] = k * (z * perA[to]! + perSum * (integrals[at + first[1]]! - fall * integrals[end + first[1]]!));
    mean[2] = z * lnB[to]! + perSum * (integrals[at + first[2]]! - fall * integrals[end + first[2]]! - integral / s);
    mean[3] = z * s * perB[to]! + perSum * (s + 1) * (integrals[at + first[3]]! - fall * integrals[end + first[3]]!);
    for (let i = 0, square = 0; i < 4; i++) {
      for (let j = 0; j <= i; j++) meanSquares[square++]! += weight * mean[i]! * mean[j]!;
    }
  }
  const [alive, gone] = [new Float64Array(width), new Float64Array(width)];
  for (let knot = 0; knot < times.length; knot++) {
    addProducts(alive, 0, aliveAt[knot]!, lnA[knot]!, perA[knot]!, lnB[knot]!, perB[knot]!);
    for (let i = 0; i < width; i++) gone[i]! += goneAt[knot]! * integrals[knot * width + i]!;
  }
  return { n, value, alive, gone, meanSquares };
}

/** P(alive at T | x, t_x, T): the share of the first term in the likelihood. */
function probabilityAlive(parameters: Parameters, histories: Histories, timeline = timelineOf(histories)): Float64Array {
  const { frequency } = histories;
  const { times, recency, T } = timeline;
  const shares: Shares[] = [];
  const probability = new Float64Array(frequency.length);
  for (let i = 0; i < probability.length; i++) {
    const { alive, gone, stretched } = (shares[frequency[i]!] ??= sharesOf(parameters, frequency[i]!, times));
    const term = alive[T[i]!]!;
    const since = Math.max(0, gone[recency[i]!]! - gone[T[i]!]!);
    probability[i] = term > leastNormal ? term / (term + since) : stretched(recency[i]!, T[i]!);
  }
  return probability;
}

/**
 * Both terms of the likelihood at every time for one x, as shares of g(0): alive at that time, and gone after it. Two look-ups and
 * a division are then all that a customer costs. Of a heavy buyer g falls beyond the range of a number: `stretched` is for him.
 */
interface Shares {
  readonly alive: Float64Array;
  readonly gone: Float64Array;
  readonly stretched: (recency: number, T: number) => number;
}
const leastNormal = 1e-280;

function sharesOf([r, alpha, s, beta]: Parameters, x: number, times: Float64Array): Shares {
  const { lnG, integrals } = integralsFrom(times, { alpha: alpha!, k: r! + x, beta: beta!, m: s! + 1 }, 1);
  return {
    alive: lnG.map((ln, t) => exp(ln - lnG[0]!) * (beta! + times[t]!)),
    gone: lnG.map((ln, t) => exp(ln - lnG[0]!) * s! * integrals[t]!),
    stretched(recency, T) {
      const fall = exp(lnG[T]! - lnG[recency]!);
      const alive = fall * (beta! + times[T]!);
      return alive / (alive + s! * Math.max(0, integrals[recency]! - fall * integrals[T]!));
    },
  };
}

/** Rate of buying (r+x)/(alpha+T) times the expected time alive within the horizon. */
function purchasesIfAlive([r, alpha, s, beta]: Parameters, x: number, T: number, horizon: number): number {
  return ((r! + x) / (alpha! + T)) * timeAlive(s!, beta! + T, horizon);
}

/** ∫ (1 + t/b)^-s dt from 0 to the horizon: expected time alive if μ ~ Gamma(s, b); s = 1 is an ordinary point. */
function timeAlive(s: number, b: number, horizon: number): number {
  const fall = -log1p(horizon / b);
  return s === 1 ? -b * fall : (-b * expm1((s - 1) * fall)) / (s - 1);
}

/**
 * Expected purchases of every customer's whole remaining life, each discounted continuously at `rate` > 0 per unit of time (DERT:
 * Fader, Hardie & Lee 2005, Journal of Marketing Research 42). Their Tricomi function is E[1 / (rate + μ)], μ ~ Gamma(s, beta+T).
 */
export function discountedResidual(parameters: Parameters, histories: Histories, rate: number): Float64Array {
  const [r, alpha, s, beta] = parameters as [number, number, number, number];
  const lifetimes = new Map<number, number>();
  return timesAlive(paretoNbd, parameters, histories, (x, T) => {
    if (!lifetimes.has(T)) lifetimes.set(T, gammaExpectation(s, beta + T, (mu) => 1 / (rate + mu)));
    return ((r + x) / (alpha + T)) * lifetimes.get(T)!;
  });
}
