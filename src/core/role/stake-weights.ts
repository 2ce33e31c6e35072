import { Fault, atLeast, within } from "../fault";
import { zip } from "../range";

/** Shares of a whole; a sum of 0 has none. */
function shares(argument: string, parts: readonly number[]): number[] {
  const whole = parts.reduce((sum, part) => sum + part, 0);
  if (whole === 0) throw new Fault("undefined-here", `The sum of ${argument} is 0: there is nothing to share.`, argument);
  return parts.map((part) => part / whole);
}

/**
 * Weights of the asks, from the money that swings on each and, if wished, from judgement:
 * blend x MAX(0, stake) / sum of the positive stakes + (1 - blend) x judgement / sum of judgement.
 * @param stakes currency, any sign; a negative stake weighs 0
 * @param judgement points, 0 or more; needed only if blend < 1
 * @param blend share of money in the weight, 0 to 1, default 1
 * @throws wrong-shape if judgement is needed and absent; out-of-range; undefined-here if a needed sum is 0
 * @example stakeWeights([300, 100, -50]) is [0.75, 0.25, 0]
 */
export function stakeWeights(stakes: readonly number[], judgement?: readonly number[], blend = 1): number[] {
  if (judgement === undefined && blend < 1) {
    throw new Fault("wrong-shape", "judgement is needed because blend is below 1.", "judgement");
  }
  const asks = zip({ stakes, judgement });
  within("blend", blend, 0, 1);
  judgement?.forEach((points) => atLeast("judgement", points, 0));
  const none = stakes.map(() => 0);
  const money = blend > 0 ? shares("stakes", stakes.map((stake) => Math.max(0, stake))) : none;
  const judged = blend < 1 && judgement ? shares("judgement", judgement) : none;
  return asks.map((_, i) => blend * money[i]! + (1 - blend) * judged[i]!);
}
