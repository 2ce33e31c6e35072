import { Fault } from "../fault";
import { betaExpectation } from "./expectation";
import { fitOf, practicallyInfinite, practicallyZero, shapes, type Fit, type Limit } from "./fit";
import { maximise, type Derivatives } from "./optimise";
import { digamma, lnGammaRatio, trigamma } from "./special";

/** alpha, beta and, in the Weibull extension, c; without it c is 1. */
type Parameters = readonly number[];

/**
 * Shifted-beta-geometric model of contractual retention: Fader & Hardie (2007), Journal of Interactive Marketing 21(1), and with a
 * third parameter its Weibull extension (beta-discrete-Weibull: Fader, Hardie, Liu, Davin & Steenburgh 2018, same journal 43).
 * At each renewal a customer churns with probability θ ~ Beta(alpha, beta); after t renewals there survive
 *
 *   S(t) = B(alpha, beta + t^c) / B(alpha, beta)
 *
 * @param survivors Customers at periods 0, 1, 2, ...: not rising, in any unit (heads or per cent)
 */
export const fitSbg = (survivors: readonly number[]): Fit => fitSurvivors("SBG", survivors, [1, 1]);
export const fitBdw = (survivors: readonly number[]): Fit => fitSurvivors("BDW", survivors, [1, 1, 1]);

const limits: readonly Limit[] = [
  { reached: ([alpha, beta]) => alpha! / beta! < practicallyZero, sentence: "no churn detected: everybody stays" },
  { reached: ([alpha, beta]) => beta! / alpha! < practicallyZero, sentence: "nobody renews even once" },
  {
    reached: ([alpha, beta]) =>
      Math.max(alpha!, beta!) > practicallyInfinite && alpha! / beta! >= practicallyZero && beta! / alpha! >= practicallyZero,
    sentence: "churn does not differ between customers: one probability alpha / (alpha + beta) for all",
  },
];

function fitSurvivors(model: string, survivors: readonly number[], start: readonly number[]): Fit {
  checkSurvivors(survivors, start.length);
  const box = { low: start.map((_, i) => (i === 2 ? 0.01 : shapes.low)), high: start.map((_, i) => (i === 2 ? 20 : shapes.high)) };
  return fitOf(model, maximise((parameters) => logLikelihood(parameters, survivors), start, box), limits);
}

function checkSurvivors(survivors: readonly number[], parameters: number): void {
  survivors.forEach((count, t) => {
    if (!(count >= 0)) throw new Fault("out-of-range", `Survivors at ${t} must be 0 or more, not ${count}.`, "survivors");
    if (count > (survivors[t - 1] ?? Infinity)) {
      throw new Fault("out-of-range", `Survivors may not rise: ${survivors[t - 1]} at ${t - 1}, ${count} at ${t}.`, "survivors");
    }
  });
  if (survivors.length <= parameters || !(survivors[0]! > 0)) {
    throw new Fault("missing", `There is too little to fit: survivors of at least ${parameters} renewals are needed, starting above 0.`);
  }
}

/** A function of the parameters with its derivatives; rows of `hessian` up to the diagonal. */
interface Logarithm { value: number; gradient: number[]; hessian: number[][] }

/** ln [B(alpha, beta + power) / B(alpha, beta)], by the shorter of two ways round. */
function lnKept(alpha: number, beta: number, power: number): number {
  if (power < alpha) return lnGammaRatio(beta, power) - lnGammaRatio(alpha + beta, power);
  return lnGammaRatio(beta, alpha) - lnGammaRatio(beta + power, alpha);
}

/** ln S(t) and its derivatives by alpha, beta and c. */
function lnSurvival([alpha, beta, c = 1]: Parameters, t: number): Logarithm {
  if (t === 0) return { value: 0, gradient: [0, 0, 0], hessian: [[0], [0, 0], [0, 0, 0]] };
  const [a, b, lnT] = [alpha!, beta!, Math.log(t)];
  const power = t ** c;
  const [slopeAB, slopeB] = [digamma(a + b + power) - digamma(a + b), digamma(b + power) - digamma(b)];
  const [curveAB, curveB] = [trigamma(a + b + power) - trigamma(a + b), trigamma(b + power) - trigamma(b)];
  const [slopePower, curvePower] = [digamma(b + power) - digamma(a + b + power), trigamma(b + power) - trigamma(a + b + power)];
  const powerByC = power * lnT;
  return {
    value: lnKept(a, b, power),
    gradient: [-slopeAB, slopeB - slopeAB, slopePower * powerByC],
    hessian: [
      [-curveAB], [-curveAB, curveB - curveAB],
      [-trigamma(a + b + power) * powerByC, curvePower * powerByC, (curvePower * powerByC + slopePower * lnT) * powerByC],
    ],
  };
}

/** Σ churned at t ln [S(t-1) - S(t)] + Σ still there at the end ln S(n), with derivatives. */
function logLikelihood(parameters: Parameters, survivors: readonly number[]): Derivatives {
  const size = parameters.length;
  const total = { value: 0, gradient: parameters.map(() => 0), hessian: parameters.map(() => parameters.map(() => 0)) };
  const add = (count: number, { value, gradient, hessian }: Logarithm) => {
    total.value += count * value;
    for (let i = 0; i < size; i++) {
      total.gradient[i]! += count * gradient[i]!;
      for (let j = 0; j <= i; j++) total.hessian[i]![j]! += count * hessian[i]![j]!;
    }
  };
  let before = lnSurvival(parameters, 0);
  for (let t = 1; t < survivors.length; t++) {
    const after = lnSurvival(parameters, t);
    const churned = survivors[t - 1]! - survivors[t]!;
    if (churned > 0) add(churned, lnDifference(before, after));
    before = after;
  }
  if (survivors[survivors.length - 1]! > 0) add(survivors[survivors.length - 1]!, before);
  return total;
}

/** ln (e^f - e^g) = f + ln (1 - e^(g-f)) for g < f, with derivatives. */
function lnDifference(f: Logarithm, g: Logarithm): Logarithm {
  const lost = -Math.expm1(g.value - f.value);
  const byDifference = -(1 - lost) / lost;
  const bend = byDifference / lost;
  const difference = g.gradient.map((slope, i) => slope - f.gradient[i]!);
  return {
    value: f.value + Math.log(lost),
    gradient: f.gradient.map((slope, i) => slope + byDifference * difference[i]!),
    hessian: f.hessian.map((row, i) => row.map((curve, j) =>
      curve + byDifference * (g.hessian[i]![j]! - curve) + bend * difference[i]! * difference[j]!)),
  };
}

/** S(t): share of customers who are still there after t renewals. @example survival([1, 1], 1) is 0.5 */
export function survival([alpha, beta, c = 1]: Parameters, t: number): number {
  return Math.exp(lnKept(alpha!, beta!, t ** c));
}

/** S(t) / S(t-1): share of those up for renewal t, t = 1, 2, ..., who renew. */
export function retention([alpha, beta, c = 1]: Parameters, t: number): number {
  if (c === 1) return (beta! + t - 1) / (alpha! + beta! + t - 1);
  const before = (t - 1) ** c;
  return Math.exp(lnKept(alpha!, beta! + before, t ** c - before));
}

/**
 * Discounted expected residual lifetime: value of 1 per period for a customer who renewed `renewals` times, seen just before the
 * next renewal, whose payment is not discounted (Fader & Hardie 2010, Marketing Science 29(1)): Σ over t = 1, 2, ... of
 * S(renewals + t) / S(renewals) (1 + rate)^-(t-1), rate > 0.
 * @example discountedResidualLifetime([3.8, 15.2], 0, 0.1) is 3.31
 */
export function discountedResidualLifetime(parameters: Parameters, renewals: number, rate: number): number {
  const [alpha, beta, c = 1] = parameters as [number, number, number?];
  // A survivor's θ ~ Beta(alpha, beta + renewals), and the paper's 2F1 is the mean of his discounted geometric lifetime.
  if (c === 1) return betaExpectation(alpha, beta + renewals, (theta) => ((1 - theta) * (1 + rate)) / (rate + theta));
  let [sum, term] = [0, 1];
  for (let t = 1; t < 1e7; t++) {
    term *= retention(parameters, renewals + t);
    sum += term;
    if (term < 1e-12) return sum;
    term /= 1 + rate;
  }
  throw new Fault("not-converged", `At a rate of ${rate} the residual lifetime is not reached within ten million periods.`, "rate");
}
