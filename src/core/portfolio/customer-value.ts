import { Fault } from "../fault";
import { referralValuePerYear } from "../value/contribution";
import type { Inputs } from "../value/inputs";
import { annuity, firstMargin } from "../value/ltv";

/** What one referral is worth under this agreement. */
export const valueOfReferral = ({ refConv, refIncr, refValue, refSaved, refCost }: Inputs) => referralValuePerYear({
  referrals: 1, conversion: refConv, incremental: refIncr, newValue: refValue, savedCost: refSaved, cost: refCost,
});

/** What a customer brings and costs in a period. */
export interface Flows {
  contribution: number;
  retention: number;
  growth: number;
  referrals: number;
  deserveCost: number;
}

/**
 * Forward values of customers under one agreement: contribution + referrals - commitments; what winning them cost is spent.
 * The value is NaN where a number is unknown, outside its domain, or endless.
 */
export function valuer(inputs: Inputs): (flows: Flows) => number {
  const { rate, type, atRisk, costGrowth } = inputs;
  const periods = inputs.periods ?? undefined;
  const oneReferral = valueOfReferral(inputs);
  const flow = (amount: number, growth: number, retention: number) =>
    (amount === 0 ? 0 : amount * annuity({ rate, retention, growth, periods }));
  const value = ({ contribution, retention, growth, referrals, deserveCost }: Flows) => firstMargin({ rate, retention, type, atRisk })
    * (flow(contribution, growth, retention) + flow(referrals * oneReferral, 0, retention) - flow(deserveCost, costGrowth, retention));
  return (flows) => {
    if (!(flows.retention >= 0 && flows.retention <= 1 && flows.growth >= -1)) return NaN;
    try {
      return value(flows);
    } catch (error) {
      if (error instanceof Fault) return NaN;
      throw error;
    }
  };
}
