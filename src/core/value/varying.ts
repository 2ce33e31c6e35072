import { above, finite, within } from "../fault";
import { zip } from "../range";

/** A relationship whose retention and margin change from period to period. */
export interface VaryingLtv {
  rate: number;
  /** 0 to 1 each; the first applies to the first margin (1 = not at risk). */
  retentions: readonly number[];
  /** As many as retentions, any sign. */
  margins: readonly number[];
  acquisitionCost?: number | undefined;
  /** When in the period the money arrives: 0 end, 1 beginning. Default 0. */
  type?: number | undefined;
}

/**
 * Value today of given margins under given retentions: sum of margin x survival x (1 + rate)^-(t - type) - acquisition cost.
 * @throws wrong-shape if the lists differ in length; out-of-range
 * @example varyingLtv({ rate: 0.1, retentions: [1, 0.8], margins: [1000, 1000] }) is 1570.25
 */
export function varyingLtv({ rate, retentions, margins, acquisitionCost = 0, type = 0 }: VaryingLtv): number {
  const periods = zip({ retentions, margins });
  above("rate", rate, -1);
  within("type", type, 0, 1);
  let survival = 1;
  return finite(periods.reduce((value, period, i) => {
    survival *= within("retentions", period.retentions, 0, 1);
    return value + period.margins * survival * (1 + rate) ** (type - i - 1);
  }, -acquisitionCost));
}
