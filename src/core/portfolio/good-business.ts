import { above, within } from "../fault";
import { ltv } from "../value/ltv";
import { netLtv, type NetLtv } from "../value/net-value";
import { fitThresholdDefault, minCoverageDefault } from "./verdict";

/** What to do with a quote or a lead. */
export type LeadVerdict = "Find out" | "Pursue" | "Renegotiate" | "Drop";

/** A quote or a lead: its money, and how well it would play the role. */
export interface Lead extends NetLtv {
  /** Default 1. */
  fit?: number | undefined;
  /** Known share of the weight, 0 to 1. Default 1. */
  coverage?: number | undefined;
}

/** Where the lines are drawn. */
export interface LeadRules {
  /** 0 to 1, default 75 %. */
  fitThreshold?: number | undefined;
  /** 0 to 1, default 60 %. */
  minCoverage?: number | undefined;
  /** Lifetime value asked for per currency unit spent on winning, above 0, default 3. */
  ratio?: number | undefined;
}

/**
 * Is this good business? First rule that applies: coverage below the minimum -> Find out; net value >= 0 and fit >= threshold
 * -> Pursue; net value >= 0, or the bare margin is worth >= 0 -> Renegotiate; else Drop. A value on a threshold passes.
 * @returns the verdict, the net lifetime value and the most to spend on winning: MAX(0, net value before acquisition) / ratio
 * @throws out-of-range outside the domain of the arguments
 * @example judgeLead({ rate: 0.1, retention: 0.85, margin: 1200, deserveCost: 150, acquisitionCost: 500, fit: 0.8 }) is Pursue, 3700, 1400
 */
export function judgeLead(lead: Lead, { fitThreshold = fitThresholdDefault, minCoverage = minCoverageDefault, ratio = 3 }: LeadRules = {}) {
  const { fit = 1, coverage = 1, ...money } = lead;
  within("fitThreshold", fitThreshold, 0, 1);
  within("minCoverage", minCoverage, 0, 1);
  above("ratio", ratio, 0);
  within("coverage", coverage, 0, 1);
  const { total, acquisition } = netLtv(money);
  const bare = ltv({ ...money, acquisitionCost: 0 });
  const decide = (): LeadVerdict => {
    if (coverage < minCoverage) return "Find out";
    if (total >= 0 && fit >= fitThreshold) return "Pursue";
    return total >= 0 || bare >= 0 ? "Renegotiate" : "Drop";
  };
  return { verdict: decide(), netValue: total, maximumAcquisition: Math.max(0, total - acquisition) / ratio };
}
