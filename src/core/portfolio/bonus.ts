import { atLeast } from "../fault";

/**
 * The part of a sales bonus that is paid on value that is not there: MAX(0, MIN(bonus, bonus - value)).
 * @param value value of the customer before the bonus, currency, any sign
 * @param bonus currency, 0 or more
 * @throws out-of-range if bonus < 0
 * @example bonusPaidOnLoss(400, 1000) is 600
 */
export function bonusPaidOnLoss(value: number, bonus: number): number {
  return Math.max(0, Math.min(atLeast("bonus", bonus, 0), bonus - value));
}
