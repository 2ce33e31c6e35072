import { bonusPaidOnLoss } from "../core/portfolio/bonus";
import { judgeLead } from "../core/portfolio/good-business";
import { valueMilestones } from "../core/portfolio/milestone";
import { verdict } from "../core/portfolio/verdict";
import { rankByProfit } from "../core/portfolio/whale";
import { zip } from "../core/range";
import { answer, lists, optional, optionalLists, optionalNames, required, spill, switches, unlessZero } from "./excel";

/**
 * What to do with a customer: Find out, Invest, Develop, Renegotiate or Let go.
 * @customfunction CUSTOMERVERDICT
 * @helpurl https://localhost:3000/help/functions.html#CUSTOMERVERDICT
 * @purpose Sort a customer table into decisions that everybody can recompute. A verdict is a proposal for a human decision, never the decision.
 * @param net_value Forward value now, in currency; one cell or one per customer
 * @param potential_value Forward value if the customer plays the role, in currency; empty = net_value
 * @param fit Fit of ROLEFIT or SCORETABLE; empty = 0
 * @param coverage Known share of the weight, 0 to 1; empty = 0
 * @param [must_ok=TRUE] Whether every must is kept; empty = TRUE
 * @param [fit_threshold=0.75] Fit from which a customer is worth investing in, 0 to 1
 * @param [min_coverage=0.6] Coverage below which there is no verdict, 0 to 1
 * @returns One word per customer
 * @formula first that applies: coverage < min_coverage: Find out; net_value >= 0, musts kept, fit >= fit_threshold: Invest; net_value >= 0,
 * musts kept: Develop; net_value or potential_value >= 0: Renegotiate; else Let go
 * @errors #VALUE! net_value is missing, a cell holds text, or the lists differ in length. #NUM! coverage or a threshold is outside 0 to 1
 * @source L. Arussy, "Shall We Dance?" (2007): keep the relationship that pays for both sides, and let go of the other
 * @example =ROLE.CUSTOMERVERDICT(11958.23, 63319.78, 55.5%, 100%) is "Develop"
 * @example =ROLE.CUSTOMERVERDICT(4189.25, 14352.19, 0, 100%, FALSE) is "Renegotiate"
 * @example =ROLE.CUSTOMERVERDICT(-13999.59, -4201.61, 21.7%, 100%) is "Let go"
 * @example =ROLE.CUSTOMERVERDICT(1354.31, 10299.53, 50.5%, 44.2%) is "Find out"
 */
export function customerVerdict(net_value: any[][], potential_value: any[][], fit: any[][], coverage: any[][], must_ok: any[][],
  fit_threshold: any, min_coverage: any): any[][] {
  return answer(() => {
    const customers = zip({
      ...lists({ net_value }), ...optionalLists({ potential_value, fit, coverage }, null), ...optionalLists({ must_ok }, 1),
    }, ["netValue", "potentialValue", "fit", "coverage", "mustOk"]);
    const rules = optional({ fit_threshold, min_coverage }, undefined);
    return customers.map((customer) => [verdict({ ...customer, ...rules, mustOk: customer.mustOk !== 0 })]);
  });
}

/**
 * Is this good business? Verdict on a quote or on a list of leads: Find out, Pursue, Renegotiate or Drop.
 * @customfunction GOODBUSINESS
 * @helpurl https://localhost:3000/help/functions.html#GOODBUSINESS
 * @purpose Decide on a deal by the lifetime value it starts, before anybody is paid a bonus for winning it.
 * @param rate Discount rate per period, above -1 (10 % = 0.1)
 * @param retention Probability that the customer stays into the next period, 0 to 1; one cell or one per lead
 * @param margin Contribution of the first period, in currency; one cell or one per lead
 * @param [deserve_cost=0] Cost of our commitments per period, in currency, entered positive
 * @param [acquisition_cost=0] Money spent to win the customer, in currency, entered positive
 * @param [fit=1] Fit of the lead; one cell or one per lead; empty cells of a list = 0
 * @param [coverage=1] Known share of the weight, 0 to 1; one cell or one per lead; empty cells of a list = 0
 * @param [periods=unlimited] Number of periods, whole, 1 to 1,000; blank or 0 = unlimited
 * @param [detail=FALSE] TRUE for net lifetime value and maximum acquisition spend beside the verdict
 * @param [fit_threshold=0.75] Fit from which a lead is worth pursuing as it is, 0 to 1
 * @param [min_coverage=0.6] Coverage below which there is no verdict, 0 to 1
 * @param [ratio=3] Lifetime value asked for per unit of money spent on winning, above 0
 * @returns One word per lead; with detail three columns: verdict, net lifetime value, maximum acquisition spend
 * @formula first that applies: coverage < min_coverage: Find out; net >= 0 and fit >= fit_threshold: Pursue; net >= 0 or LTV(margin) >= 0:
 * Renegotiate; else Drop. Maximum spend = MAX(0, net before acquisition) / ratio
 * @errors #VALUE! a value is missing or the lists differ in length. #NUM! an argument is outside its range, or periods is left out and
 * retention is not below 1 + rate
 * @source L. Arussy, "Defining the role of the customer" (2004): not every customer with money is a target
 * @example =ROLE.GOODBUSINESS(10%, 70%, -600, 2340, 900, 33%, 85%) is "Drop"
 * @example =INDEX(ROLE.GOODBUSINESS(10%, 85%, 1200, 150, 500, 80%, 90%, , TRUE), 1, 2) is 3700
 * @example =INDEX(ROLE.GOODBUSINESS(10%, 85%, 1200, 150, 500, 80%, 90%, , TRUE), 1, 3) is 1400
 * @example =ROLE.GOODBUSINESS(10%, 85%, 1200, 150, 500, 60%, 90%) is "Renegotiate"
 * @example =ROLE.GOODBUSINESS(10%, 85%, 1200, 150, 500, 80%, 50%) is "Find out"
 */
export function goodBusiness(rate: any, retention: any[][], margin: any[][], deserve_cost: any, acquisition_cost: any, fit: any[][],
  coverage: any[][], periods: any, detail: any, fit_threshold: any, min_coverage: any, ratio: any): any[][] {
  return answer(() => {
    const leads = zip({ ...lists({ retention, margin }), ...lists({ fit: fit ?? 1, coverage: coverage ?? 1 }, 0) },
      ["retention", "margin", "fit", "coverage"]);
    const common = {
      ...required({ rate }), ...optional({ deserve_cost, acquisition_cost }, 0), ...unlessZero({ periods }, undefined),
    };
    const rules = optional({ fit_threshold, min_coverage, ratio }, undefined);
    const more = switches({ detail }, false).detail && { "Net value": "netValue", "Maximum spend": "maximumAcquisition" };
    return spill({ headers: false }, { Verdict: "verdict", ...more }, leads.map((lead) => judgeLead({ ...common, ...lead }, rules)));
  });
}

/**
 * The part of a sales bonus that is paid on value that is not there.
 * @customfunction BONUSONLOSS
 * @helpurl https://localhost:3000/help/functions.html#BONUSONLOSS
 * @purpose Find the bonuses that reward unprofitable deals, and what they add up to.
 * @param value Value of the customer before the bonus, in currency
 * @param bonus Bonus paid, in currency, 0 or more
 * @returns The part of the bonus on loss, in currency, 0 to bonus
 * @formula MAX(0, MIN(bonus, bonus - value))
 * @errors #NUM! bonus is negative
 * @source L. Arussy, "Defining the role of the customer" (2004), on bonuses for unprofitable customers
 * @example =ROLE.BONUSONLOSS(-3000, 1000) is 1000
 * @example =ROLE.BONUSONLOSS(400, 1000) is 600
 * @example =ROLE.BONUSONLOSS(5000, 1000) is 0
 */
export function bonusOnLoss(value: any, bonus: any): number {
  return answer(() => {
    const given = required({ value, bonus });
    return bonusPaidOnLoss(given.value, given.bonus);
  });
}

/**
 * Expected present value of a ladder of sales milestones.
 * @customfunction MILESTONEVALUE
 * @helpurl https://localhost:3000/help/functions.html#MILESTONEVALUE
 * @purpose Value an account that grows in steps: pilot, roll-out, second site.
 * @param rate Discount rate per year, above -1 (10 % = 0.1)
 * @param probabilities Probability that each milestone is reached at all, 0 to 1: already multiplied along the ladder
 * @param values Value of each milestone, in currency, as many as probabilities
 * @param years Years from now, 0 or more, need not be whole, as many as probabilities
 * @returns Expected value today, in currency
 * @formula sum of probability x value x (1 + rate)^-years
 * @errors #VALUE! a cell is empty or text, or the lists differ in length. #NUM! an argument is outside its range
 * @source Expected net present value
 * @example =ROLE.MILESTONEVALUE(10%, {0.6,0.45,0.35}, {3200,9000,1800}, {1,2,3}) is 5565.89
 */
export function milestoneValue(rate: any, probabilities: any[][], values: any[][], years: any[][]): number {
  return answer(() => {
    const steps = zip(lists({ probabilities, values, years }));
    return valueMilestones(required({ rate }).rate,
      steps.map((step) => ({ probability: step.probabilities, value: step.values, years: step.years })));
  });
}

/**
 * The whale curve: customers from the most to the least profitable, and what they add up to.
 * @customfunction WHALECURVE
 * @helpurl https://localhost:3000/help/functions.html#WHALECURVE
 * @purpose Show how few customers earn the profit and how many give part of it back. Chart Share of profit over Share of customers.
 * @param profits Profit of each customer, in currency, one row or column; empty cells are left out
 * @param [names] Names of the customers, as many as profits; left out = their position in the list
 * @param [headers=TRUE] FALSE to leave out the row of headings
 * @returns One row per customer: Rank, Customer, Profit, Cumulative, Share of customers, Share of profit; sorted by profit, largest first
 * @formula Cumulative = profits from rank 1 to this one; Share of profit = Cumulative / total, "" if the total is not above 0
 * @errors #VALUE! a cell holds text, a name is missing or the lists differ in length. #N/A no profit is known
 * @source Customer profitability analysis (R. Kaplan and R. Cooper, Cost and Effect, 1998)
 * @example =INDEX(ROLE.WHALECURVE({-20,100,30}, {"Larch","Amber","Birch"}), 2, 2) is "Amber"
 * @example =INDEX(ROLE.WHALECURVE({-20,100,30}, {"Larch","Amber","Birch"}), 3, 4) is 130
 */
export function whaleCurve(profits: any[][], names: any[][], headers: any): any[][] {
  return answer(() => {
    const known = lists({ profits }, null).profits;
    const named = optionalNames({ names }, (index) => known[index] !== null).names;
    return spill(switches({ headers }, true), {
      Rank: "rank", Customer: "name", Profit: "profit", Cumulative: "cumulative", "Share of customers": "shareOfCustomers",
      "Share of profit": "shareOfProfit",
    }, rankByProfit(known, named));
  });
}
