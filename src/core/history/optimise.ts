import { Fault } from "../fault";
import { eigenOf } from "./eigen";

/** A log-likelihood at one point with its first and second derivatives by the parameters as the paper names them. */
export interface Derivatives {
  value: number;
  gradient: number[];
  /** Symmetric; only the lower triangle (column <= row) is read. */
  hessian: number[][];
}

/** Where a likelihood is largest. */
export interface Maximum {
  parameters: number[];
  value: number;
  /** Covariance of the logarithms of the parameters from the observed information; 0 for a parameter that is held at its limit. */
  covariance: number[][];
  evaluations: number;
}

/** Limits between which the search stays, parameter by parameter. */
export interface Box { readonly low: readonly number[]; readonly high: readonly number[] }

const enough = 1e-10;
/** Two values closer than this are the same: a likelihood may hold integrals good to ten digits. */
const rounding = 1e-10;
/** On a ridge that rises no further rounding may keep the expected gain alive: three steps that gain nothing end the search too. */
const idleSteps = 3;
const nothing = (value: number) => 1e-7 + 1e-12 * Math.abs(value);
/** A step changes no direction by more than a factor of e². */
const longest = 2;
const mostEvaluations = 300;

/**
 * Largest value of a likelihood of positive parameters, by Newton's method in their logarithms, direction by direction: along
 * every principal axis of the surface the step is slope / |curvature|, so that a saddle is left uphill and a flat ridge does not
 * slow down the other directions. A step that does not rise is taken again at a quarter of its length. The search ends when another
 * step would gain less than 1e-10 of log-likelihood: that measure has no unit, so money in cents or time in days end at the same
 * customers. A parameter that reaches its limit is held there, and the others go on.
 * @throws not-converged after 300 evaluations
 */
export function maximise(likelihood: (parameters: number[]) => Derivatives, start: readonly number[], box: Box): Maximum {
  const limits = { low: box.low.map(Math.log), high: box.high.map(Math.log) };
  let theta = start.map((value, i) => Math.min(Math.max(Math.log(value), limits.low[i]!), limits.high[i]!));
  let here = inLogarithms(likelihood, theta);
  let [share, idle] = [1, 0];
  for (let evaluations = 1; evaluations < mostEvaluations; ) {
    const { step, held, gain } = stepWithin(limits, theta, here, share);
    const next = theta.map((value, i) => value + step[i]!);
    if ((gain < enough && share === 1) || idle >= idleSteps) {
      const { value, hessian } = here;
      return { parameters: next.map(Math.exp), value: value + gain, covariance: covarianceOf(hessian, held), evaluations };
    }
    const there = inLogarithms(likelihood, next);
    evaluations++;
    idle = Math.max(gain, there.value - here.value) < nothing(here.value) ? idle + 1 : 0;
    if (there.value >= here.value - rounding * Math.abs(here.value)) {
      [theta, here] = [next, there];
      share = Math.min(1, share * 4);
    } else {
      share /= 4;
    }
  }
  throw new Fault("not-converged", `No maximum of the likelihood was found in ${mostEvaluations} steps.`);
}

/** The chain rule of θ = ln p, once for all models. */
function inLogarithms(likelihood: (parameters: number[]) => Derivatives, theta: readonly number[]): Derivatives {
  const p = theta.map(Math.exp);
  const { value, gradient, hessian } = likelihood(p);
  const slope = gradient.map((g, i) => g * p[i]!);
  const curve = hessian.map((row, i) => row.map((h, j) => h * p[i]! * p[j]! + (i === j ? slope[i]! : 0)));
  return { value: Number.isFinite(value) ? value : -Infinity, gradient: slope, hessian: curve };
}

/** The next step and what it should gain. Parameters it would push over their limit are held, others stop at theirs. */
function stepWithin({ low, high }: Box, theta: readonly number[], here: Derivatives, share: number) {
  const held = theta.map(() => false);
  for (;;) {
    const step = newtonStep(here, held);
    const pushed = step.findIndex((move, i) => (move < 0 && theta[i]! <= low[i]!) || (move > 0 && theta[i]! >= high[i]!));
    if (pushed < 0) {
      const room = step.reduce((least, move, i) => Math.min(least, roomFor(move, theta[i]!, low[i]!, high[i]!)), share);
      const gain = room * step.reduce((sum, move, i) => sum + move * here.gradient[i]!, 0) / 2;
      return { step: step.map((move) => move * room), held, gain };
    }
    held[pushed] = true;
  }
}

/** Which share of a move ends at the limit. */
function roomFor(move: number, theta: number, low: number, high: number): number {
  return move === 0 ? 1 : ((move < 0 ? low : high) - theta) / move;
}

/** Slope over |curvature| along each principal axis of the free parameters. */
function newtonStep({ gradient, hessian }: Derivatives, held: readonly boolean[]): number[] {
  const { values, vectors } = eigenOf(freed(hessian, held));
  const step = gradient.map(() => 0);
  vectors.forEach((axis, k) => {
    const slope = axis.reduce((sum, part, i) => sum + (held[i] ? 0 : part * gradient[i]!), 0);
    const move = slope === 0 ? 0 : Math.max(-longest, Math.min(longest, slope / Math.abs(values[k]!)));
    axis.forEach((part, i) => (step[i]! += held[i] ? 0 : move * part));
  });
  return step;
}

/** The Hessian with held parameters cut loose from the others. */
function freed(hessian: readonly (readonly number[])[], held: readonly boolean[]): number[][] {
  return hessian.map((row, i) => row.map((h, j) => (held[i] || held[j] ? -Number(i === j) : h)));
}

/** (-H)⁻¹ over the free parameters, 0 for the held; a direction about which the data say nothing gets a vast variance. */
function covarianceOf(hessian: readonly (readonly number[])[], held: readonly boolean[]): number[][] {
  const { values, vectors } = eigenOf(freed(hessian, held));
  return hessian.map((_, i) => hessian.map((__, j) => (held[i] || held[j] ? 0 :
    vectors.reduce((sum, axis, k) => sum + (axis[i]! * axis[j]!) / Math.max(-values[k]!, 1e-12), 0))));
}
