import type { Inputs } from "./inputs";

/** The inputs that say what the customer's best alternative is like. */
export const alternativeNames = ["altBenefit", "altWorth", "altPrice", "altEffort"] as const;

/**
 * What the customer would keep each period with the best alternative: benefit and worth of what is promised there, less price and
 * effort. Null while one of the four is not known: a blank is no 0.
 * @example 66,000 + 0 - 55,500 - 400 leave 10,100
 */
export function alternativeSurplus({ altBenefit, altWorth, altPrice, altEffort }: Inputs): number | null {
  if (altBenefit === null || altWorth === null || altPrice === null || altEffort === null) return null;
  return altBenefit + altWorth - altPrice - altEffort;
}
