import type { Customers } from "./customers";
import type { Scores } from "./portfolio";

/** Customers who have something in common, and how long they stay; only those whose retention is known are counted. */
export interface Cohort {
  readonly customers: number;
  /** The mean of their retention; null for nobody. */
  readonly retention: number | null;
  /** Expected periods at that retention, 1 / (1 - r); null for nobody, and for those who never leave. */
  readonly life: number | null;
}

/** Two questions to the own portfolio: do the right customers stay longer, and those with whom everything was clear beforehand? */
export interface Cohorts {
  /** Fit enough to invest, and less than that; whose fit is unknown is in neither. */
  readonly fitting: Cohort;
  readonly unfitting: Cohort;
  /** Agreed on the day of the first order or before it; and later, not at all, or nobody knows when. */
  readonly agreedBefore: Cohort;
  readonly others: Cohort;
}

/** Splits a scored portfolio in two, twice. */
export function cohortsOf({ fit }: Scores, { numbers }: Customers, fitThreshold: number): Cohorts {
  const { retention, agreedOn, firstOrder } = numbers;
  const cohort = (belongs: (row: number) => boolean) => cohortOf(retention.filter((kept, row) => kept >= 0 && kept <= 1 && belongs(row)));
  const isAgreed = (row: number) => agreedOn[row]! <= firstOrder[row]!;
  return {
    fitting: cohort((row) => fit[row]! >= fitThreshold), unfitting: cohort((row) => fit[row]! < fitThreshold),
    agreedBefore: cohort(isAgreed), others: cohort((row) => !isAgreed(row)),
  };
}

function cohortOf(kept: Float64Array): Cohort {
  const retention = kept.length === 0 ? null : kept.reduce((sum, each) => sum + each, 0) / kept.length;
  return { customers: kept.length, retention, life: retention === null || retention === 1 ? null : 1 / (1 - retention) };
}
