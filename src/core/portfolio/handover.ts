import { askedRetention, type Agreement } from "../agreement";
import { costToDeserve } from "../commitment/cost";
import { orNull } from "../fault";
import { yearAsAsked } from "../value/cases";
import { ltv, type Ltv } from "../value/ltv";

/**
 * What it costs to hand a customer over after the sale: the lifetime value lost because fewer stay.
 * @param given contribution less commitments, with the retention under one owner
 * @param after the retention after a handover
 * @throws out-of-range outside the domain
 * @example handoverCost({ rate: 0.1, retention: 0.9, margin: 13956, growth: 0.03, periods: 7 }, 0.86) is 5471.84
 */
export const handoverCost = (given: Ltv, after: number): number => ltv(given) - ltv({ ...given, retention: after });

/** What a handover costs a customer who plays the role, and what it is worked out from. */
export interface Handover {
  /** Contribution less commitments, of the first period. */
  readonly margin: number;
  readonly stays: number;
  readonly after: number;
  /** Null while nobody said how much retention a handover costs, and where a value has no end. */
  readonly cost: number | null;
}

/**
 * What handing over a customer of the role costs.
 * @example the sample's role loses 5,472 when 4 points of its 90 % retention go with the owner
 */
export function handoverOfRole(agreement: Agreement): Handover {
  const { inputs } = agreement;
  const margin = yearAsAsked(agreement).total - costToDeserve(agreement);
  const stays = askedRetention(inputs);
  const after = Math.max(0, stays - (inputs.handoverLoss ?? 0));
  const { rate, growth, type, atRisk } = inputs;
  const given = { rate, growth, type, atRisk, margin, retention: stays, periods: inputs.periods ?? undefined };
  return { margin, stays, after, cost: inputs.handoverLoss === null ? null : orNull(() => handoverCost(given, after)) };
}
