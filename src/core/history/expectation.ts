import { lnBeta, lnGamma, trigamma } from "./special";

const { abs, exp, log, log1p, sqrt } = Math;

/**
 * E[f(p)] for p ~ Beta(a, b) and a monotone f, finite on 0 to 1: most hypergeometric functions of the papers are such an
 * expectation, and as one they can neither overflow nor cancel.
 * Trapezoidal rule over u = ln(p / (1 - p)), which for a smooth integrand that dies out at both ends gains digits
 * exponentially with the number of nodes.
 * @example betaExpectation(2, 3, (p) => p) is 0.4
 */
export function betaExpectation(a: number, b: number, f: (p: number) => number): number {
  // Below 1/2 a tail would be long, and almost all of it f(0) or f(1): that part is taken exactly.
  const [longLeft, longRight] = [a < 0.5, b < 0.5];
  const [atZero, atOne] = [longLeft ? f(0) : 0, longRight ? f(1) : 0];
  const most = Math.max(abs(f(0)), abs(f(1)));
  const lnB = lnBeta(a, b);
  const [shapeA, shapeB] = [longLeft ? a + 1 : a, longRight ? b + 1 : b];
  const rest = sumOverLine(log(shapeA / shapeB), sqrt(trigamma(shapeA) + trigamma(shapeB)), (u, isLeft) => {
    const p = 1 / (1 + exp(-u));
    const weight = exp(-a * log1p(exp(-u)) - b * log1p(exp(u)) - lnB);
    const value = f(p) - atZero / (1 + exp(u)) - atOne * p;
    return [weight * value, weight * ((isLeft ? longLeft : longRight) ? value : most)];
  });
  return (atZero * b + atOne * a) / (a + b) + rest;
}

/**
 * E[f(x)] for x ~ Gamma(shape, rate) and a falling f >= 0, finite at 0: see betaExpectation; here u = ln(rate x).
 * @example gammaExpectation(2, 4, (x) => exp(-4 * x)) is 0.25
 */
export function gammaExpectation(shape: number, rate: number, f: (x: number) => number): number {
  const longLeft = shape < 0.5;
  const atZero = longLeft ? f(0) : 0;
  const most = abs(f(0));
  const lnG = lnGamma(shape);
  const effective = longLeft ? shape + 1 : shape;
  const rest = sumOverLine(log(effective), sqrt(trigamma(effective)), (u, isLeft) => {
    const weight = exp(shape * u - exp(u) - lnG);
    const value = f(exp(u) / rate) - atZero;
    return [weight * value, weight * (isLeft && longLeft ? value : most)];
  });
  return atZero + rest;
}

/** ∫ over the whole line, outwards from the centre; `term` gives the integrand and a bound for what is still to come. */
function sumOverLine(centre: number, spread: number, term: (u: number, isLeft: boolean) => readonly [number, number]): number {
  const step = Math.min(0.2, 0.5 * spread);
  let sum = term(centre, true)[0];
  for (const direction of [-step, step]) {
    for (let n = 1; n < 20_000; n++) {
      const [value, bound] = term(centre + n * direction, direction < 0);
      sum += value;
      if (abs(bound) < 1e-18 * abs(sum) || bound === 0) break;
    }
  }
  return sum * step;
}
