import { driverLevels, type Agreement } from "../agreement";
import { atLeast, finite } from "../fault";

/**
 * Yearly value of the business that a customer gives to others: wallet x (target share - share today) x margin. Below 0 where the
 * customer gives us more than the share asked for.
 * @throws out-of-range if the wallet is below 0
 * @example whiteSpace({ wallet: 600000, target: 0.6, share: 0.42, margin: 0.28 }) is 30240
 */
export function whiteSpace({ wallet, target, share, margin }: { wallet: number; target: number; share: number; margin: number }): number {
  atLeast("wallet", wallet, 0);
  return finite(wallet * (target - share) * margin);
}

/** The white space of an agreement, with the two numbers in it that are worked out. */
export interface WhiteSpace {
  /** What the customer buys from us today, after discount, as a share of what it spends. */
  readonly share: number;
  /** Contribution of each unit of revenue as asked. */
  readonly margin: number;
  readonly value: number;
}

/** What is left of the customer's budget; null while the budget or the share we ask for is unknown. Nothing is entered twice. */
export function whiteSpaceOf(agreement: Agreement): WhiteSpace | null {
  const { wallet, walletTarget, margin } = agreement.inputs;
  const { orders, orderValue, discount } = driverLevels(agreement);
  if (!wallet || walletTarget === null) return null;
  const share = ((orders.actual ?? 0) * (orderValue.actual ?? 0) * (1 - (discount.actual ?? 0))) / wallet;
  const kept = 1 - discount.asked;
  const ofRevenue = kept === 0 ? 0 : (margin - discount.asked) / kept;
  return { share, margin: ofRevenue, value: whiteSpace({ wallet, target: walletTarget, share, margin: ofRevenue }) };
}
