import { atLeast, finite } from "../fault";
import { checkRelationship, flowValue, type Ltv } from "./ltv";

/** A relationship with all its flows of money, each an amount per period. */
export interface NetLtv extends Ltv {
  /** What our commitments to the customer cost, entered positive. Default 0. */
  deserveCost?: number | undefined;
  /** What the customer's referrals are worth; they do not grow. Default 0. */
  referralValue?: number | undefined;
  /** Inflation of the cost of our commitments, at least -1. Default 0. */
  costGrowth?: number | undefined;
}

/** A net lifetime value taken apart; the four parts are signed and sum to the total. */
export interface NetLtvParts {
  total: number;
  contribution: number;
  referrals: number;
  commitments: number;
  acquisition: number;
}

/** The parts without a look at the domain, for searches that stay inside it. */
export function netLtvParts(given: NetLtv): NetLtvParts {
  const { margin, deserveCost = 0, referralValue = 0, growth = 0, costGrowth = 0, acquisitionCost = 0, ...relationship } = given;
  const contribution = flowValue(margin, growth, relationship);
  const referrals = flowValue(referralValue, 0, relationship);
  const commitments = 0 - flowValue(deserveCost, costGrowth, relationship);
  const acquisition = 0 - acquisitionCost;
  return { total: contribution + referrals + commitments + acquisition, contribution, referrals, commitments, acquisition };
}

/** Refuses a net lifetime value outside its domain; gives it back with a truly whole number of periods. */
export function checkNetLtv(given: NetLtv): NetLtv {
  atLeast("growth", given.growth ?? 0, -1);
  atLeast("costGrowth", given.costGrowth ?? 0, -1);
  return { ...given, ...checkRelationship(given) };
}

/**
 * Lifetime value of a customer after what we give to deserve it: contribution + referrals - commitments - acquisition.
 * The three flows share rate, retention, horizon and timing; a flow of 0 is worth 0 whatever its growth.
 * @throws out-of-range outside the domain, or if unlimited and a flow that is not 0 grows faster than it is discounted
 * @example netLtv({ rate: 0.1, retention: 0.85, margin: 1200, deserveCost: 150, acquisitionCost: 500 }).total is 3700
 */
export function netLtv(given: NetLtv): NetLtvParts {
  const parts = netLtvParts(checkNetLtv(given));
  finite(parts.total);
  return parts;
}
