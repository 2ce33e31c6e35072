import { Fault } from "../fault";

/** One customer on the whale curve. */
export interface Whale<Name> {
  rank: number;
  name: Name;
  profit: number;
  cumulative: number;
  shareOfCustomers: number;
  /** Cumulative profit as a share of the total; null if the total is not positive. */
  shareOfProfit: number | null;
}

/**
 * Customers from the most to the least profitable, with what they add up to; equal profits keep their order.
 * @throws missing if the list is empty
 * @example the portfolio of the sample peaks at 124.9 % of its profit with customer 9 of 12
 */
export function whaleCurve<Name>(customers: readonly { name: Name; profit: number }[]): Whale<Name>[] {
  if (customers.length === 0) throw new Fault("missing", "None of the profits is known.", "profits");
  const ranked = [...customers].sort((a, b) => b.profit - a.profit);
  const total = ranked.reduce((sum, { profit }) => sum + profit, 0);
  let cumulative = 0;
  return ranked.map(({ name, profit }, i) => {
    cumulative += profit;
    return {
      rank: i + 1, name, profit, cumulative,
      shareOfCustomers: (i + 1) / ranked.length,
      shareOfProfit: total > 0 ? cumulative / total : null,
    };
  });
}
