import { ltv, type Ltv } from "../value/ltv";

/**
 * What it costs to hand a customer over after the sale: the lifetime value lost because fewer stay.
 * @param given contribution less commitments, with the retention under one owner
 * @param after the retention after a handover
 * @throws out-of-range outside the domain
 * @example handoverCost({ rate: 0.1, retention: 0.9, margin: 13956, growth: 0.03, periods: 7 }, 0.86) is 5471.84
 */
export const handoverCost = (given: Ltv, after: number): number => ltv(given) - ltv({ ...given, retention: after });
