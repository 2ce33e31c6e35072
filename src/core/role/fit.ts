import { Fault, atLeast, within } from "../fault";
import { checkCap, checkSpan, share, type Actual } from "./attainment";

/** How one ask is measured: the level that earns everything, the one that earns nothing, and its weight. */
export interface Scale {
  target: number;
  worst: number;
  /** 0 or more. */
  weight: number;
  /** The level that must be kept; null or undefined = none. It counts also at weight 0. */
  must?: number | null | undefined;
  /** Most attainment an ask can earn, above 0 and at most 1.5. Default 1 (0 also means 1). */
  cap?: number | undefined;
}

/** One ask of one customer, measured. */
export interface Criterion extends Scale {
  actual: Actual;
}

/** What became of a must. */
export type MustState = "kept" | "broken" | "unknown" | "";

/** The score of one customer. */
export interface Fit {
  /** Weighted attainment of the asks that are known, 0 to the largest cap; null if nothing is known. */
  fit: number | null;
  /** Known share of the applicable weight, 0 to 1. */
  coverage: number;
  /** Fit if every missing ask turned out at its worst; null if nothing applies. */
  low: number | null;
  /** Fit if every missing ask turned out at its cap; null if nothing applies. */
  high: number | null;
  mustsKept: boolean;
}

/** The state of the must of one ask; a missing actual never breaks one. */
export function mustState(actual: Actual, scale: Scale): MustState {
  if (scale.must === undefined || scale.must === null) return "";
  if (typeof actual !== "number") return "unknown";
  return breaksMust(actual, scale) ? "broken" : "kept";
}

/** Whether a level lies on the wrong side of the must, if there is one. */
const breaksMust = (actual: number, { target, worst, must }: Scale) =>
  must !== undefined && must !== null && Math.sign(target - worst) * (actual - must) < 0;

/** Refuses scales outside the domain and gives them back with their caps read. */
export function checkScales<S extends Scale>(scales: readonly S[]): (S & { cap: number })[] {
  return scales.map((scale) => ({ ...scale, weight: atLeast("weights", scale.weight, 0), cap: checkCap(scale.cap ?? 1) }));
}

/**
 * Scores one row of actuals on scales that were checked before; the inner loop of every score.
 * @throws undefined-here if an ask that applies and carries weight has target = worst
 */
export function score(actuals: readonly Actual[], scales: readonly (Scale & { cap: number })[], mustCap: number): Fit {
  let points = 0, known = 0, applicable = 0, missing = 0;
  let mustsKept = true;
  for (let i = 0; i < scales.length; i++) {
    const actual = actuals[i] as Actual;
    if (actual === "n/a") continue;
    const scale = scales[i]!;
    const { target, worst, weight, cap } = scale;
    applicable += weight;
    if (weight > 0 && target === worst) checkSpan(target, worst);
    if (actual === null) {
      missing += weight * cap;
      continue;
    }
    known += weight;
    if (weight > 0) points += weight * share(actual, target, worst, cap);
    if (breaksMust(actual, scale)) mustsKept = false;
  }
  // Not a function of its own: one that closes over mustsKept would make this loop half as fast.
  const most = mustsKept ? Infinity : mustCap;
  return {
    fit: known > 0 ? Math.min(points / known, most) : null,
    coverage: applicable > 0 ? known / applicable : 0,
    low: applicable > 0 ? Math.min(points / applicable, most) : null,
    high: applicable > 0 ? Math.min((points + missing) / applicable, most) : null,
    mustsKept,
  };
}

/**
 * How well a customer plays its role, or we ours: weighted attainment with coverage, a band for what is missing, and musts.
 * A broken must cuts fit, low and high to mustCap; asks that do not apply leave every sum.
 * @param criteria the asks, each with its actual
 * @param options mustCap 0 to 1, default 0: the most a customer can score with a broken must
 * @throws out-of-range if a weight < 0, a cap or mustCap is outside its domain; undefined-here if target = worst
 * @example scoreFit([{ actual: 18, target: 5, worst: 45, weight: 15 }]).fit is 0.675
 */
export function scoreFit(criteria: readonly Criterion[], { mustCap = 0 }: { mustCap?: number } = {}): Fit {
  const scales = checkScales(criteria);
  return score(criteria.map(({ actual }) => actual), scales, within("mustCap", mustCap, 0, 1));
}

/** Rules for a fit in one number. */
export interface FitRules {
  mustCap?: number | undefined;
  /** What a missing actual does: 0 it is left out (default), 1 it earns nothing. */
  missing?: number | undefined;
  /** Least coverage at which a fit is given, 0 to 1. Default 0. */
  minCoverage?: number | undefined;
}

/**
 * The fit as one number, or a Fault that says why there is none.
 * @throws undefined-here if no weight applies; missing if nothing is known or coverage is below minCoverage
 */
export function requireFit(criteria: readonly Criterion[], { mustCap = 0, missing = 0, minCoverage = 0 }: FitRules = {}): number {
  if (missing !== 0 && missing !== 1) throw new Fault("out-of-range", `missing must be 0 or 1, not ${missing}.`, "missing");
  within("minCoverage", minCoverage, 0, 1);
  const { fit, low, coverage } = scoreFit(criteria, { mustCap });
  if (low === null) throw new Fault("undefined-here", "No ask that applies carries any weight.", "weights");
  if (fit === null) throw new Fault("missing", "None of the actuals is known.", "actuals");
  if (coverage < minCoverage) {
    const percent = (share: number) => `${Math.round(share * 1000) / 10} %`;
    throw new Fault("missing", `Only ${percent(coverage)} of the weight is known; at least ${percent(minCoverage)} is asked for.`, "actuals");
  }
  return missing === 1 ? low : fit;
}
