import type { Customers } from "./customers";
import type { Scores } from "./portfolio";
import { verdicts, type Verdict } from "./verdict";

/** What a portfolio adds up to; a customer without a value adds nothing. */
export interface Totals {
  readonly customers: number;
  readonly counts: Readonly<Record<Verdict, number>>;
  readonly profit: number;
  /** Customer equity now, without those to let go, and if every customer played the role. */
  readonly equity: number;
  readonly equityWithoutLetGo: number;
  readonly potential: number;
  readonly upside: number;
  /** Sum of the negative values: what could be recovered. */
  readonly negative: number;
  readonly bonus: number;
  readonly bonusOnLoss: number;
  readonly loyalLossMakers: number;
  readonly withoutValue: number;
}

/** Adds a scored portfolio up. */
export function totalsOf(scores: Scores, customers: Customers): Totals {
  const { verdict: judged, profit, net, potential } = scores;
  const sum = (column: ArrayLike<number>, counts: (index: number) => boolean = () => true) => {
    let total = 0;
    for (let i = 0; i < column.length; i++) if (!Number.isNaN(column[i]!) && counts(i)) total += column[i]!;
    return total;
  };
  return {
    customers: scores.count,
    counts: Object.fromEntries(verdicts.map((word) => [word, judged.filter((each) => each === word).length])) as Record<Verdict, number>,
    profit: sum(profit), equity: sum(net), equityWithoutLetGo: sum(net, (i) => judged[i] !== "Let go"), potential: sum(potential),
    upside: sum(scores.upside), negative: sum(net, (i) => net[i]! < 0), bonus: sum(customers.numbers.bonus),
    bonusOnLoss: sum(scores.bonusOnLoss), loyalLossMakers: sum(scores.loyalLossMaker),
    withoutValue: net.reduce((without, value) => without + Number(Number.isNaN(value)), 0),
  };
}

/** The customers from the most to the least profitable, and where the profit they add up to is highest. */
export interface Curve {
  /** Rows of the customers, by rank. */
  readonly order: Uint32Array;
  readonly cumulative: Float64Array;
  readonly total: number;
  /** How many customers earn the most, how much, and as a share of the total; null if the total is not positive. */
  readonly peak: { readonly customers: number; readonly profit: number; readonly share: number | null };
  /** What the customers beyond the peak give back. */
  readonly givenBack: number;
}

/** The whale curve of a scored portfolio; unknown profits count as nothing at its end. */
export function whaleOf({ rank, profit }: Scores): Curve {
  const order = new Uint32Array(rank.length);
  rank.forEach((place, row) => { order[place - 1] = row; });
  const cumulative = new Float64Array(order.length);
  let [total, best] = [0, -1];
  order.forEach((row, i) => {
    total += profit[row]! || 0;
    cumulative[i] = total;
    if (best < 0 || total > cumulative[best]!) best = i;
  });
  const most = best < 0 ? 0 : cumulative[best]!;
  const peak = { customers: best + 1, profit: most, share: total > 0 ? most / total : null };
  return { order, cumulative, total, peak, givenBack: most - total };
}
