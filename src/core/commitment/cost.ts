import type { Agreement, Commitment } from "../agreement";

/** What a commitment costs for one customer and period: quantity x unit cost x share entitled; nothing when it is switched off. */
export function annualCost({ on, quantity, unitCost, eligible }: Commitment): number {
  return on ? quantity * unitCost * eligible : 0;
}

/** Share of a commitment's cost that is budgeted, 0 to 1; a commitment without cost needs no budget. */
export function fundedShare(commitment: Commitment): number {
  if (!commitment.on) return 0;
  const cost = annualCost(commitment);
  return cost === 0 ? 1 : Math.min(1, commitment.budget / cost);
}

/** What all commitments in use cost for one customer and period: the cost to deserve. */
export function costToDeserve({ commitments }: Agreement): number {
  return commitments.reduce((sum, commitment) => sum + annualCost(commitment), 0);
}
