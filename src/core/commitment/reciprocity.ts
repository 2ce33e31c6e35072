import { Fault, above, atLeast, within } from "../fault";
import { zip } from "../range";

const sumProduct = (a: readonly number[], b: readonly number[]) => a.reduce((sum, item, i) => sum + item * (b[i] ?? 0), 0);

/**
 * How far one ask is earned by funded commitments: MIN(1, sum of link x funded share / full).
 * @param links strength from each commitment to the ask: 9 strong, 3 medium, 1 weak, 0 none
 * @param funded funded share of each commitment, 0 to 1
 * @param full the strength that earns an ask completely, above 0, default 9
 * @example cover([9, 3, 0, 1, 0], [1, 0.6, 0, 1, 0.5]) is 1
 */
export function cover(links: readonly number[], funded: readonly number[], full = 9): number {
  return Math.min(1, sumProduct(links, funded) / full);
}

/** What we ask (weights) against what we give (links from funded commitments). */
export interface Balance {
  /** Weight of each ask, 0 or more. */
  weights: readonly number[];
  /** One row per ask, one column per commitment. */
  links: readonly (readonly number[])[];
  /** Funded share of each commitment, 0 to 1. */
  funded: readonly number[];
  full?: number | undefined;
}

/** Cover of every ask; refuses a balance whose shape or numbers are wrong. */
export function covers({ weights, links, funded, full = 9 }: Balance): number[] {
  if (links.length !== weights.length || links.some((row) => row.length !== funded.length)) {
    throw new Fault("wrong-shape",
      `links must have ${weights.length} rows (asks) and ${funded.length} columns (commitments), `
      + `not ${links.length} x ${links[0]?.length ?? 0}.`, "links");
  }
  weights.forEach((weight) => atLeast("weights", weight, 0));
  links.forEach((row) => row.forEach((link) => atLeast("links", link, 0)));
  funded.forEach((share) => within("funded", share, 0, 1));
  above("full", full, 0);
  return links.map((row) => cover(row, funded, full));
}

/**
 * Reciprocity coverage: the share of what we ask that our funded commitments earn.
 * @throws wrong-shape, out-of-range; undefined-here if the weights sum to 0
 * @example reciprocity({ weights: [20, 15], links: [[9, 0], [0, 9]], funded: [1, 0] }) is 0.5714
 */
export function reciprocity(balance: Balance): number {
  const earned = covers(balance);
  const asked = balance.weights.reduce((sum, weight) => sum + weight, 0);
  if (asked === 0) throw new Fault("undefined-here", "The weights sum to 0: nothing is asked.", "weights");
  return sumProduct(balance.weights, earned) / asked;
}

/** Whether an ask is earned: below nakedBelow it is naked. */
export type CoverStatus = "naked" | "partly" | "earned";

/** The word for a cover: naked below the threshold (0 to 1, default 10 %), earned at 100 %, else partly. */
export function coverStatus(earned: number, nakedBelow = 0.1): CoverStatus {
  if (earned < nakedBelow) return "naked";
  return earned < 1 ? "partly" : "earned";
}

/** How one ask stands. */
export interface AskCover<Label> {
  label: Label;
  cover: number;
  /** weight x (1 - cover) */
  uncovered: number;
  status: CoverStatus;
}

/**
 * The asks by the weight that nothing of ours earns, largest first.
 * @param nakedBelow cover below which an ask is naked, 0 to 1, default 10 %
 * @throws wrong-shape, out-of-range
 * @example the first row of the seven-ask example is Pay on time: 0, 15, naked
 */
export function explainReciprocity<Label>(balance: Balance & { labels: readonly Label[] }, nakedBelow = 0.1): AskCover<Label>[] {
  const { labels, weights } = balance;
  const asks = zip({ weights, labels });
  const earned = covers(balance);
  within("nakedBelow", nakedBelow, 0, 1);
  return asks
    .map((ask, i) => {
      const share = earned[i]!;
      return { label: ask.labels, cover: share, uncovered: ask.weights * (1 - share), status: coverStatus(share, nakedBelow) };
    })
    .sort((a, b) => b.uncovered - a.uncovered);
}
