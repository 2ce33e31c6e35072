import type { Agreement } from "../agreement";
import type { Scores } from "./portfolio";

/** Who gets what is for the best only. */
export interface BestCustomers {
  /** Whether each customer is one, 1 or 0, in the order of the scores. */
  readonly isBest: Uint8Array;
  readonly customers: number;
  /** As a share of all customers, 0 for nobody. */
  readonly share: number;
  /** The largest share that a commitment for the best is budgeted for; 0 where none is. */
  readonly entitled: number;
}

/** Holds a scored portfolio against the lines of the agreement; null where it draws none. A value on a line passes. */
export function bestOf(
  { count, fit, net }: Pick<Scores, "count" | "fit" | "net">, { inputs, commitments }: Agreement,
): BestCustomers | null {
  const { bestFit, bestValue } = inputs;
  if (bestFit === null && bestValue === null) return null;
  const isBest = Uint8Array.from({ length: count }, (_, row) =>
    Number((fit[row]! || 0) >= (bestFit ?? 0) && (bestValue === null || net[row]! >= bestValue)));
  const customers = isBest.reduce((sum, each) => sum + each, 0);
  const shares = commitments.filter(({ on, tier }) => on && tier === "best").map(({ eligible }) => eligible);
  return { isBest, customers, share: count === 0 ? 0 : customers / count, entitled: Math.max(0, ...shares) };
}
