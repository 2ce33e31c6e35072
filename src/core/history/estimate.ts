import type { Fit } from "./fit";

/** A figure with the interval that covers the truth nine times out of ten; the interval is null where the data cannot bound it. */
export interface Estimate { readonly value: number; readonly low: number | null; readonly high: number | null }

/** 95 % quantile of the normal distribution: both tails of a 90 % interval. */
export const z90 = 1.6448536269514722;

/** On which scale a figure is close to normal, so that its interval stays where the figure can be. */
export interface Scale { to(value: number): number; from(scaled: number): number }

/** Amounts, rates and times: their ratios count. */
export const positive: Scale = { to: Math.log, from: Math.exp };
/** Complementary log-log: a share between 0 and 1, such as a retention rate. */
export const share: Scale = { to: (p) => -Math.log(-Math.log(p)), from: (scaled) => Math.exp(-Math.exp(-scaled)) };

/** A value and its standard error on a scale as an estimate. */
export function interval(value: number, standardError: number, scale: Scale): Estimate {
  const middle = scale.to(value);
  if (!Number.isFinite(middle) || !Number.isFinite(standardError)) return { value, low: null, high: null };
  return { value, low: scale.from(middle - z90 * standardError), high: scale.from(middle + z90 * standardError) };
}

/** A figure with more variance than this on its scale is not known at all. */
const unknown = 25;

/**
 * Any figure that follows from the parameters of a fit, by the delta method: its slopes by the logarithms of the parameters, taken
 * numerically, times their covariance. Parameters held at a limit count as known: the interval is that of the simpler model.
 */
export function estimate({ parameters, covariance }: Fit, figure: (parameters: readonly number[]) => number, scale: Scale): Estimate {
  const step = 1e-4;
  const moved = (k: number, by: number) => scale.to(figure(parameters.map((p, i) => (i === k ? p * Math.exp(by) : p))));
  const slopes = parameters.map((_, k) => (covariance[k]![k]! > 0 ? (moved(k, step) - moved(k, -step)) / (2 * step) : 0));
  const variance = slopes.reduce((sum, a, i) => sum + slopes.reduce((part, b, j) => part + a * b * covariance[i]![j]!, 0), 0);
  return interval(figure(parameters), variance < unknown ? Math.sqrt(variance) : NaN, scale);
}
