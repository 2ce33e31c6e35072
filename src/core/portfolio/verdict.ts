import { within } from "../fault";

/** What to do with a customer; a proposal for a human decision. */
export type Verdict = (typeof verdicts)[number];
export const verdicts = ["Find out", "Invest", "Develop", "Renegotiate", "Let go"] as const;

/** The default threshold of fit from which a customer is worth investing in. */
export const fitThresholdDefault = 0.75;
/** The default coverage below which there is no verdict on ignorance. */
export const minCoverageDefault = 0.6;

/** What is known of one customer. */
export interface Standing {
  /** Forward value now, currency. */
  netValue: number;
  /** Forward value if the customer plays the role; missing = the value now. */
  potentialValue?: number | null | undefined;
  /** Missing = 0. */
  fit?: number | null | undefined;
  /** Known share of the weight, 0 to 1; missing = 0. */
  coverage?: number | null | undefined;
  /** Whether every must is kept. Default true. */
  mustOk?: boolean | undefined;
  fitThreshold?: number | undefined;
  minCoverage?: number | undefined;
}

/**
 * The verdict on a customer, first rule that applies: coverage below the minimum -> Find out; value >= 0, musts kept,
 * fit >= threshold -> Invest; value >= 0, musts kept -> Develop; value or potential >= 0 -> Renegotiate; else Let go.
 * A value on a threshold passes.
 * @throws out-of-range if coverage or a threshold is outside 0 to 1
 * @example verdict({ netValue: 11958.23, potentialValue: 63319.78, fit: 0.555, coverage: 1 }) is "Develop"
 */
export function verdict(standing: Standing): Verdict {
  const { netValue, mustOk = true } = standing;
  const fitThreshold = within("fitThreshold", standing.fitThreshold ?? fitThresholdDefault, 0, 1);
  const minCoverage = within("minCoverage", standing.minCoverage ?? minCoverageDefault, 0, 1);
  if (within("coverage", standing.coverage ?? 0, 0, 1) < minCoverage) return "Find out";
  if (netValue >= 0 && mustOk) return (standing.fit ?? 0) >= fitThreshold ? "Invest" : "Develop";
  return Math.max(netValue, standing.potentialValue ?? netValue) >= 0 ? "Renegotiate" : "Let go";
}
