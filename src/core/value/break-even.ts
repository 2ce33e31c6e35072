import { Fault } from "../fault";
import { checkNetLtv, netLtvParts, type NetLtv } from "./net-value";

/** Everything of a net lifetime value but the retention, and the value it is to reach. */
export type BreakEven = Omit<NetLtv, "retention"> & { targetValue: number };

const steps = 1000;
/** How close to the retention at which a value becomes endless the search goes. */
const closest = 1e-12;

/** The largest retention at which every flow that is not 0 has a value. */
function largestRetention({ rate, margin, periods, growth = 0, costGrowth = 0, referralValue = 0, deserveCost = 0 }: NetLtv): number {
  if (periods !== undefined) return 1;
  const fastest = Math.max(
    ...([[margin, growth], [referralValue, 0], [deserveCost, costGrowth]] as const).map(([amount, speed]) => (amount === 0 ? -1 : speed)));
  const limit = (1 + rate) / (1 + fastest);
  return limit > 1 ? 1 : limit * (1 - closest);
}

/**
 * The smallest retention at which the net lifetime value equals a target. To price a commitment, take the value
 * without it as the target: it pays if it lifts retention at least to the answer.
 * @throws out-of-range outside the domain; not-converged if no retention reaches the target
 * @example breakEvenRetention({ rate: 0.1, margin: 1200, targetValue: 4800, deserveCost: 150 }) is 0.88125
 */
export function breakEvenRetention({ targetValue, ...flows }: BreakEven): number {
  const given = checkNetLtv({ ...flows, retention: 0 });
  const missedBy = (retention: number) => netLtvParts({ ...given, retention }).total - targetValue;
  const largest = largestRetention(given);
  let low = 0;
  let atLow = missedBy(low);
  for (let step = 1; step <= steps && atLow !== 0; step++) {
    const high = (largest * step) / steps;
    const atHigh = missedBy(high);
    if (Math.sign(atLow) * Math.sign(atHigh) < 0) return bisect(missedBy, low, high);
    [low, atLow] = [high, atHigh];
  }
  if (atLow === 0) return low;
  throw new Fault("not-converged", `No retention up to ${Math.round(largest * 1000) / 10} % gives a value of ${targetValue}.`, "targetValue");
}

/** Halves the bracket until no number lies between its ends. */
function bisect(f: (x: number) => number, low: number, high: number): number {
  const signAtLow = Math.sign(f(low));
  for (let middle = (low + high) / 2; middle > low && middle < high; middle = (low + high) / 2) {
    if (Math.sign(f(middle)) === signAtLow) low = middle;
    else high = middle;
  }
  return high;
}
