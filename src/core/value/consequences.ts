import { above, atLeast, finite, within } from "../fault";
import { normalQuantile } from "../numeric";

/**
 * What late payment costs in a year: revenue x (days late / basis x rate + bad debt).
 * @throws out-of-range if rate <= -1, bad debt outside 0 to 1 or basis <= 0; negative days late give a gain
 * @example costOfLatePayment({ rate: 0.09, revenue: 250000, daysLate: 27 }) is 1664.38
 */
export function costOfLatePayment({ rate, revenue, daysLate, badDebt = 0, basis = 365 }:
  { rate: number; revenue: number; daysLate: number; badDebt?: number | undefined; basis?: number | undefined }): number {
  above("rate", rate, -1);
  within("badDebt", badDebt, 0, 1);
  above("basis", basis, 0);
  return finite(revenue * ((daysLate / basis) * rate + badDebt));
}

/**
 * What our own incidents cost in a year: incidents x (cost of putting one right + (1 - forgiveness) x loss).
 * @throws out-of-range if incidents < 0 or forgiveness outside 0 to 1
 * @example costOfRecovery({ incidents: 6, cost: 180, forgiveness: 0.4, loss: 900 }) is 4320
 */
export function costOfRecovery({ incidents, cost, forgiveness, loss }:
  { incidents: number; cost: number; forgiveness: number; loss: number }): number {
  atLeast("incidents", incidents, 0);
  within("forgiveness", forgiveness, 0, 1);
  return finite(incidents * (cost + (1 - forgiveness) * loss));
}

/**
 * Yearly cost of the safety stock behind a service level: normal quantile x sigma x unit cost x carrying rate.
 * @throws out-of-range if level is not between 0 and 1, sigma or unit cost < 0, or carrying rate <= -1
 * @example costOfServiceLevel({ level: 0.98, sigma: 1000, unitCost: 12, carryingRate: 0.25 }) is 6161.25
 */
export function costOfServiceLevel({ level, sigma, unitCost, carryingRate }:
  { level: number; sigma: number; unitCost: number; carryingRate: number }): number {
  atLeast("sigma", sigma, 0);
  atLeast("unitCost", unitCost, 0);
  above("carryingRate", carryingRate, -1);
  return finite(normalQuantile(level) * sigma * unitCost * carryingRate);
}
