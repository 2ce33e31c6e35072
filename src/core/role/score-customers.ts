import { Fault, within } from "../fault";
import type { Cells } from "../range";
import type { Actual } from "./attainment";
import { checkScales, score, type Fit, type Scale } from "./fit";

/**
 * A scorer of customers on the same asks, made once for all of them.
 * @param scales the asks, in the order in which a customer's actuals will come
 * @param mustCap the most a customer can score with a broken must, 0 to 1
 * @throws out-of-range; when used, undefined-here if target = worst
 * @example scorer([{ target: 5, worst: 45, weight: 1 }])([18]).fit is 0.675
 */
export function scorer(scales: readonly Scale[], mustCap = 0): (actuals: readonly Actual[]) => Fit {
  const checked = checkScales(scales);
  within("mustCap", mustCap, 0, 1);
  return (actuals) => score(actuals, checked, mustCap);
}

/**
 * Customers' actuals, one row per customer and one column per ask; a single column of all asks is one customer.
 * @throws wrong-shape if the columns are not the asks
 */
export function customerRows(actuals: Cells, asks: number): Cells {
  const width = actuals[0]?.length ?? 0;
  if (width === asks) return actuals;
  if (width === 1 && actuals.length === asks) return [actuals.flat()];
  throw new Fault("wrong-shape", `actuals has ${width} columns, but there are ${asks} targets.`, "actuals");
}
