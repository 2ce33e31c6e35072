const { abs, log, log1p } = Math;

/**
 * The special functions of the history models, good to about 1e-15: below 9 an argument is raised by the recurrence
 * f(x + 1) = f(x) + ..., from 9 on the asymptotic series needs seven terms.
 */
const seriesFrom = 9;
const halfLogTwoPi = 0.9189385332046728;

/** What ln Γ(x) has beyond Stirling's (x - 1/2) ln x - x + ln(2π)/2, for x of 9 or more. */
function stirlingRemainder(x: number): number {
  const z = 1 / (x * x);
  return (1 / 12 - z * (1 / 360 - z * (1 / 1260 - z * (1 / 1680 - z * (1 / 1188 - z * (691 / 360360 - z / 156)))))) / x;
}

/** ln Γ(x) for x > 0. @example lnGamma(5) is ln 24 */
export function lnGamma(x: number): number {
  let product = 1;
  for (; x < seriesFrom; x++) product *= x;
  return (x - 0.5) * log(x) - x + halfLogTwoPi + stirlingRemainder(x) - log(product);
}

/**
 * ln Γ(a + x) - ln Γ(a) for a > 0, x >= 0, without the difference of two large logarithms:
 * with a of 10,000 that difference alone would cost the last five digits.
 * @example lnGammaRatio(1, 4) is ln 24
 */
export function lnGammaRatio(a: number, x: number): number {
  if (a < seriesFrom) return lnGamma(a + x) - lnGamma(a);
  return (a - 0.5) * log1p(x / a) + x * (log(a + x) - 1) + stirlingRemainder(a + x) - stirlingRemainder(a);
}

/** ln B(a, b) for a, b > 0. */
export function lnBeta(a: number, b: number): number {
  const [small, large] = a < b ? [a, b] : [b, a];
  return lnGamma(small) - lnGammaRatio(large, small);
}

/** ψ(x), the first derivative of ln Γ, for x > 0. @example digamma(1) is -0.5772156649 */
export function digamma(x: number): number {
  let raised = 0;
  for (; x < seriesFrom; x++) raised += 1 / x;
  const z = 1 / (x * x);
  return log(x) - 0.5 / x - raised
    - z * (1 / 12 - z * (1 / 120 - z * (1 / 252 - z * (1 / 240 - z * (1 / 132 - z * (691 / 32760 - z / 12))))));
}

/** ψ'(x), the second derivative of ln Γ, for x > 0. @example trigamma(1) is π²/6 */
export function trigamma(x: number): number {
  let raised = 0;
  for (; x < seriesFrom; x++) raised += 1 / (x * x);
  const z = 1 / (x * x);
  return raised + 1 / x + 0.5 * z
    + (z / x) * (1 / 6 - z * (1 / 30 - z * (1 / 42 - z * (1 / 30 - z * (5 / 66 - z * (691 / 2730 - z * 7 / 6))))));
}

/**
 * (c / b) (2F1(a, b; c; z) - 1) for 0 <= z < 1, summed as a z Σ (a+1)_n (b+1)_n / ((c+1)_n (2)_n) zⁿ.
 * In this form b = 0 and c = 0 need no guard. NaN where the series would not give ten digits, because its terms
 * cancel (a far below 0) or do not end (z near 1): the caller then takes the expectation the series stands for.
 */
export function gaussSeries(a: number, b: number, c: number, z: number): number {
  let term = 1;
  let sum = 1;
  let largest = 1;
  for (let n = 1; n < 400; n++) {
    term *= ((a + n) * (b + n) * z) / ((c + n) * (n + 1));
    sum += term;
    const size = abs(term);
    if (size > largest) largest = size;
    if (size < 1e-17 * abs(sum)) return largest < 1e5 * abs(sum) ? a * z * sum : NaN;
  }
  return NaN;
}
