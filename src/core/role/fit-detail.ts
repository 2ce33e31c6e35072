import { attainment } from "./attainment";
import { checkScales, mustState, type Criterion, type MustState } from "./fit";

/** What one ask does to the score; null where a missing actual leaves nothing to say. */
export interface Contribution<Label> {
  label: Label;
  actual: number | null;
  attainment: number | null;
  weight: number;
  /** weight x attainment */
  points: number | null;
  /** weight x what is missing to the target; nothing is lost beyond it */
  lost: number | null;
  must: MustState;
}

/**
 * Why a score is what it is: the asks that apply, those that cost most first, those that are unknown last.
 * @throws out-of-range outside the domain; undefined-here if an ask that carries weight has target = worst
 * @example the first row of the seven-ask example is Share of wallet: 0.42, 0.55, 15, 8.25, 6.75
 */
export function explainFit<Label>(criteria: readonly (Criterion & { label: Label })[]): Contribution<Label>[] {
  const rows = checkScales(criteria).flatMap((criterion): Contribution<Label>[] => {
    const { label, actual, target, worst, weight, cap } = criterion;
    if (actual === "n/a") return [];
    const must = mustState(actual, criterion);
    // An ask without weight may lack a scale: there is nothing to earn on it.
    const earned = weight === 0 && target === worst ? null : attainment(actual ?? worst, target, worst, cap);
    if (actual === null) return [{ label, actual, attainment: null, weight, points: null, lost: null, must }];
    const [points, lost] = [weight * (earned ?? 0), weight * Math.max(0, 1 - (earned ?? 0))];
    return [{ label, actual, attainment: earned, weight, points, lost, must }];
  });
  return rows.sort((a, b) => (b.lost ?? -1) - (a.lost ?? -1));
}
