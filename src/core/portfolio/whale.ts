import { Fault } from "../fault";
import { zip, type Name } from "../range";

/** One customer on the whale curve. */
export interface Whale {
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
 * @param profits currency, any sign; null = unknown, left out
 * @param names as many as profits; without them the position in the list, from 1
 * @throws wrong-shape if the lists differ in length; missing if no profit is known
 * @example rankByProfit([-20, 100, 30])[1] is rank 2, name 3, profit 30, cumulative 130, 2/3 of customers, 118 % of profit
 */
export function rankByProfit(profits: readonly (number | null)[], names: readonly Name[] = profits.map((_, i) => i + 1)): Whale[] {
  const known = zip({ profits, names }).flatMap((row) => (row.profits === null ? [] : [{ name: row.names, profit: row.profits }]));
  if (known.length === 0) throw new Fault("missing", "None of the profits is known.", "profits");
  const ranked = known.sort((a, b) => b.profit - a.profit);
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
