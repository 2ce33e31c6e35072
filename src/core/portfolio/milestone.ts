import { above, atLeast, finite, within } from "../fault";

/** One step of a sales ladder. */
export interface Milestone {
  /** Probability that it is reached at all (already multiplied along the ladder), 0 to 1. */
  probability: number;
  /** Currency, any sign. */
  value: number;
  /** Years from now, 0 or more, need not be whole. */
  years: number;
}

/**
 * Expected present value of a ladder of milestones: sum of probability x value x (1 + rate)^-years.
 * @throws out-of-range if rate <= -1, a probability is outside 0 to 1 or years < 0
 * @example valueMilestones(0.1, [{ probability: 0.6, value: 3200, years: 1 }]) is 1745.45
 */
export function valueMilestones(rate: number, milestones: readonly Milestone[]): number {
  above("rate", rate, -1);
  return finite(milestones.reduce((sum, { probability, value, years }) =>
    sum + within("probabilities", probability, 0, 1) * value * (1 + rate) ** -atLeast("years", years, 0), 0));
}
