import { costOfLatePayment, costOfRecovery, costOfServiceLevel } from "../core/value/consequences";
import { answer, optional, required, unlessZero } from "./excel";

/**
 * What late payment costs us in a year.
 * @customfunction LATEPAYCOST
 * @helpurl https://localhost:3000/help/functions.html#LATEPAYCOST
 * @purpose Put a price on the ask to pay on time, before it is granted away in a negotiation.
 * @param rate Cost of capital per year (9 % = 0.09), above -1
 * @param revenue Revenue per year that is paid late, in currency
 * @param days_late Days after the due date; early payment is negative and gives a gain
 * @param [bad_debt=0] Share of revenue that is never paid, 0 to 1
 * @param [basis=365] Days in a year, above 0 (360 or 365)
 * @returns Cost per year, in currency
 * @formula revenue x (days_late / basis x rate + bad_debt)
 * @errors #NUM! an argument is outside its range
 * @source Simple interest
 * @example =ROLE.LATEPAYCOST(9%, 250000, 27) is 1664.38
 * @example =ROLE.LATEPAYCOST(9%, 250000, 27, 0, 360) is 1687.50
 * @example =ROLE.LATEPAYCOST(9%, 250000, 27, 0.2%) is 2164.38
 */
export function latePayCost(rate: any, revenue: any, days_late: any, bad_debt: any, basis: any): number {
  return answer(() => costOfLatePayment({
    ...required({ rate, revenue, days_late }), ...optional({ bad_debt }, 0), ...unlessZero({ basis }, 365),
  }));
}

/**
 * What our own incidents cost us in a year, depending on how forgiving the customer is.
 * @customfunction RECOVERYCOST
 * @helpurl https://localhost:3000/help/functions.html#RECOVERYCOST
 * @purpose Put a price on forgiveness: the difference between two levels of it is what an honest apology may cost.
 * @param incidents Incidents per year that are our fault, 0 or more
 * @param cost Cost of putting one incident right, in currency
 * @param forgiveness Share of incidents that the customer forgives, 0 to 1
 * @param loss Loss on an incident that is not forgiven, in currency
 * @returns Cost per year, in currency
 * @formula incidents x (cost + (1 - forgiveness) x loss)
 * @errors #NUM! incidents is negative or forgiveness is outside 0 to 1
 * @source Expected cost
 * @example =ROLE.RECOVERYCOST(6, 180, 40%, 900) is 4320
 * @example =ROLE.RECOVERYCOST(6, 180, 90%, 900) is 1620
 */
export function recoveryCost(incidents: any, cost: any, forgiveness: any, loss: any): number {
  return answer(() => costOfRecovery(required({ incidents, cost, forgiveness, loss })));
}

/**
 * Yearly cost of the safety stock behind a service level.
 * @customfunction SERVICELEVELCOST
 * @helpurl https://localhost:3000/help/functions.html#SERVICELEVELCOST
 * @purpose Show a customer who expects perfection what the last percent costs.
 * @param level Share of periods without a stock-out, between 0 and 1 (98 % = 0.98)
 * @param sigma Standard deviation of demand over the lead time, in units, 0 or more
 * @param unit_cost Cost of one unit, in currency, 0 or more
 * @param carrying_rate Cost of carrying stock per year as a share of its cost (25 % = 0.25), above -1
 * @returns Cost per year, in currency
 * @formula NORM.S.INV(level) x sigma x unit_cost x carrying_rate
 * @errors #NUM! level is not between 0 and 1, or sigma or unit_cost is negative
 * @source Safety stock under normal demand; normal quantile by M. Wichura, Algorithm AS 241 (1988)
 * @example =ROLE.SERVICELEVELCOST(98%, 1000, 12, 25%) is 6161.25
 * @example =ROLE.SERVICELEVELCOST(99.5%, 1000, 12, 25%) is 7727.49
 */
export function serviceLevelCost(level: any, sigma: any, unit_cost: any, carrying_rate: any): number {
  return answer(() => costOfServiceLevel(required({ level, sigma, unit_cost, carrying_rate })));
}
