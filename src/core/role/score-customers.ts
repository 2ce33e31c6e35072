import { Fault, within } from "../fault";
import type { Actual } from "./attainment";
import { checkScales, score, type Fit, type Scale } from "./fit";

/**
 * Scores many customers on the same asks in one go.
 * @param actuals one row per customer, one column per ask; a single row or column of all asks is one customer
 * @param scales the asks, in the order of the columns
 * @param mustCap the most a customer can score with a broken must, 0 to 1
 * @throws wrong-shape if the columns are not the asks; out-of-range; undefined-here if target = worst
 * @example scoreCustomers([[18], [null]], [{ target: 5, worst: 45, weight: 1 }], 0)[0].fit is 0.675
 */
export function scoreCustomers(actuals: readonly (readonly Actual[])[], scales: readonly Scale[], mustCap = 0): Fit[] {
  const width = actuals[0]?.length ?? 0;
  const isOneColumn = width === 1 && actuals.length === scales.length;
  if (width !== scales.length && !isOneColumn) {
    throw new Fault("wrong-shape", `actuals has ${width} columns, but there are ${scales.length} targets.`, "actuals");
  }
  const checked = checkScales(scales);
  within("mustCap", mustCap, 0, 1);
  const customers = width === scales.length ? actuals : [actuals.flat()];
  return customers.map((row) => score(row, checked, mustCap));
}
