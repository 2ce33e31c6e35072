import { Fault } from "../fault";
import { fitOf, practicallyInfinite, shapes, type Fit, type Limit } from "./fit";
import { byFrequency } from "./groups";
import { maximise, type Derivatives } from "./optimise";
import { digamma, lnBeta, trigamma } from "./special";

type Parameters = readonly number[];

/**
 * Gamma-gamma model of spend: Fader & Hardie (2013), "The Gamma-Gamma Model of Monetary Value" (note 025). Parameters p, q, gamma:
 * each order of a customer is worth Gamma(p, ν), and ν ~ Gamma(q, gamma) differs between customers. x counts the repeat orders a
 * customer's mean value m (`monetaryValue`) is taken over; rows with x = 0 say nothing and are left out.
 */
export function fitSpend(frequency: Float64Array, monetaryValue: Float64Array): Fit {
  const { mean, likelihood } = likelihoodOfSpend(frequency, monetaryValue);
  const { low, high } = shapes;
  const box = { low: [low, low, low ** 2 * mean], high: [high, high, high ** 2 * mean] };
  return fitOf("GAMMAGAMMA", maximise(likelihood, [2, 3, mean], box), limits);
}

/** ln likelihood of the spend of all customers as a function of p, q and gamma, and the mean of m: the scale on which gamma is searched. */
export function likelihoodOfSpend(frequency: Float64Array, monetaryValue: Float64Array) {
  const spend = groupSpend(frequency, monetaryValue);
  return { mean: spend.mean, likelihood: (parameters: Parameters): Derivatives => logLikelihood(parameters, spend) };
}

const limits: readonly Limit[] = [
  { reached: ([p]) => p! > practicallyInfinite, sentence: "a customer's orders do not differ in value" },
  { reached: ([, q]) => q! > practicallyInfinite, sentence: "customers do not differ: everybody spends the population mean" },
  { reached: ([, q]) => q! <= 1, sentence: "q is 1 or less: the population mean does not exist" },
];

/** Total spend x m of the customers in the order of x, with what does not depend on the parameters. */
interface Spend {
  readonly start: Int32Array;
  readonly total: Float64Array;
  /** Σ ln (x m) of the customers with each x. */
  readonly lnTotal: Float64Array;
  /** Σ ln m over all. */
  readonly lnMean: number;
  /** Mean of m. */
  readonly mean: number;
}

function groupSpend(frequency: Float64Array, monetaryValue: Float64Array): Spend {
  checkSpend(frequency, monetaryValue);
  const { start, values } = byFrequency(frequency, monetaryValue);
  const lnTotal = new Float64Array(start.length);
  let [lnMean, sum] = [0, 0];
  for (let x = 1; x + 1 < start.length; x++) {
    const [from, to] = [start[x]!, start[x + 1]!];
    const lnM = sumOfLogs(values, from, to);
    lnMean += lnM;
    lnTotal[x] = lnM + (to - from) * Math.log(x);
    for (let i = from; i < to; i++) {
      sum += values[i]!;
      values[i]! *= x;
    }
  }
  const repeaters = values.length - start[1]!;
  if (repeaters === 0) throw new Fault("missing", "There is nothing to fit: no customer has a repeat order.");
  return { start, total: values, lnTotal, lnMean, mean: sum / repeaters };
}

/** Σ ln v. The logarithm of a product is the sum of the logarithms, so one serves as many factors as a number can hold. */
function sumOfLogs(values: Float64Array, from: number, to: number): number {
  let [ln, product] = [0, 1];
  for (let i = from; i < to; i++) {
    const v = values[i]!;
    if (v > 1e-30 && v < 1e30) product *= v;
    else ln += Math.log(v);
    if (product < 1e-270 || product > 1e270) {
      ln += Math.log(product);
      product = 1;
    }
  }
  return ln + Math.log(product);
}

function checkSpend(frequency: Float64Array, monetaryValue: Float64Array): void {
  if (frequency.length !== monetaryValue.length) {
    throw new Fault("wrong-shape", `x and m must be equally long, not ${frequency.length} and ${monetaryValue.length}.`);
  }
  for (let i = 0; i < frequency.length; i++) {
    const x = frequency[i]!;
    const m = monetaryValue[i]!;
    const isSpend = x === 0 || (x > 0 && x <= 1e6 && x === Math.floor(x) && m > 0 && m < Infinity);
    if (!isSpend) throw impossible(i, x, m);
  }
}

function impossible(i: number, x: number, m: number): Fault {
  if (!(x > 0 && x <= 1e6) || x !== Math.floor(x)) {
    return new Fault("out-of-range", `Customer ${i + 1}: x must be a whole number from 0 to a million, not ${x}.`, "x");
  }
  if (Number.isNaN(m)) return new Fault("wrong-shape", `m, item ${i + 1}: a number is missing.`, "m");
  return new Fault("out-of-range", `Customer ${i + 1}: m must be above 0, not ${m}.`, "m");
}

/** ln likelihood (note 025, equation 1a) of all customers with x > 0 and its derivatives by p, q and gamma. */
function logLikelihood(parameters: Parameters, { start, total, lnTotal, lnMean }: Spend): Derivatives {
  const [p, q, gamma] = parameters as [number, number, number];
  const lnGam = Math.log(gamma);
  const sums = { value: -lnMean, gradient: [0, 0, 0], hessian: [[0, 0, 0], [0, 0, 0], [0, 0, 0]] };
  const { gradient, hessian } = sums;
  for (let x = 1; x + 1 < start.length; x++) {
    const n = start[x + 1]! - start[x]!;
    if (n === 0) continue;
    const k = p * x + q;
    // Sums of ln(v / gamma), gamma / v and its square, for v = gamma + x m.
    const { ln, per, perPer } = addUp(total, start[x]!, start[x + 1]!, 1 / gamma);
    const [slope, curve] = [digamma(k), trigamma(k)];
    sums.value += p * x * (lnTotal[x]! - n * lnGam) - k * ln - n * lnBeta(p * x, q);
    gradient[0]! += n * x * (slope - digamma(p * x) - lnGam) + x * (lnTotal[x]! - ln);
    gradient[1]! += n * (slope - digamma(q)) - ln;
    gradient[2]! += (n * q - k * per) / gamma;
    hessian[0]![0]! += n * x * x * (curve - trigamma(p * x));
    hessian[1]![0]! += n * x * curve;
    hessian[1]![1]! += n * (curve - trigamma(q));
    hessian[2]![0]! -= (x * per) / gamma;
    hessian[2]![1]! += (n - per) / gamma;
    hessian[2]![2]! += (k * perPer - n * q) / gamma ** 2;
  }
  return sums;
}

/** Sums over some totals of ln w, 1/w and 1/w² with w = 1 + total/gamma; logarithms as in sumOfLogs, in the same pass. */
function addUp(total: Float64Array, from: number, to: number, perGamma: number): { ln: number; per: number; perPer: number } {
  let [ln, per, perPer, product] = [0, 0, 0, 1];
  for (let i = from; i < to; i++) {
    const w = 1 + total[i]! * perGamma;
    const inverse = 1 / w;
    per += inverse;
    perPer += inverse * inverse;
    if (w > 1e30) ln += Math.log(w);
    else product *= w;
    if (product > 1e270) {
      ln += Math.log(product);
      product = 1;
    }
  }
  return { ln: ln + Math.log(product), per, perPer };
}

/**
 * Expected value of an order of every customer (note 025, equation 5): between his own mean m and the population mean
 * p gamma / (q - 1), which is also what a customer without repeat orders gets.
 * @throws missing where the mean does not exist: p x + q - 1 is 0 or less
 */
export function expectedSpend([p, q, gamma]: Parameters, frequency: Float64Array, monetaryValue: Float64Array): Float64Array {
  checkSpend(frequency, monetaryValue);
  return frequency.map((x, i) => {
    const orders = p! * x + q! - 1;
    if (!(orders > 0)) {
      throw new Fault("missing", `Customer ${i + 1}: with q = ${q} and x = ${x} an expected spend does not exist.`, "params");
    }
    return (p! * (gamma! + (x === 0 ? 0 : x * monetaryValue[i]!))) / orders;
  });
}
