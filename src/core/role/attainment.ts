import { Fault } from "../fault";

/** One measured level: a number, null if unknown, "n/a" if the ask does not apply. */
export type Actual = number | null | "n/a";

/** A cap as the catalogue reads it: 0 means 1 (no credit beyond the target), else above 0 and at most 1.5. */
export function checkCap(cap: number): number {
  if (cap === 0) return 1;
  if (cap > 0 && cap <= 1.5) return cap;
  throw new Fault("out-of-range", `cap must be above 0 and at most 1.5, not ${cap}.`, "caps");
}

/** MEDIAN(0, cap, (actual - worst) / (target - worst)), for levels that were checked before. */
export const share = (actual: number, target: number, worst: number, cap: number) =>
  Math.min(cap, Math.max(0, (actual - worst) / (target - worst)));

/** Refuses a scale on which nothing can be measured. */
export function checkSpan(target: number, worst: number): void {
  if (target !== worst) return;
  throw new Fault("undefined-here", `Target and worst are both ${target}: nothing lies between them to measure.`, "targets");
}

/**
 * How far an actual level has come from worst (0) to target (1): MEDIAN(0, cap, (actual - worst) / (target - worst)).
 * The order of target and worst is the direction, so lower-is-better needs no flag.
 * @throws out-of-range if the cap is not above 0 and at most 1.5; undefined-here if target = worst; missing without an actual
 * @example attainment(18, 5, 45) is 0.675
 */
export function attainment(actual: Actual, target: number, worst: number, cap = 1): number {
  const most = checkCap(cap);
  checkSpan(target, worst);
  if (typeof actual !== "number") throw new Fault("missing", "There is no actual level to measure.", "actual");
  return share(actual, target, worst, most);
}
