import { breakEvenRetention as retentionAt } from "../core/value/break-even";
import { contributionOfYear, referralValuePerYear } from "../core/value/contribution";
import { convertRate, convertRetention } from "../core/value/conversion";
import { expectedLife, ltv, schedule } from "../core/value/ltv";
import { netLtv as partsOfNetLtv } from "../core/value/net-value";
import { payback } from "../core/value/payback";
import { tornado } from "../core/value/sensitivity";
import { varyingLtv } from "../core/value/varying";
import { answer, keywords, lists, optional, optionalCells, required, spill, switches, unlessZero } from "./excel";

/**
 * Value today of a customer relationship under constant retention.
 * @customfunction CUSTOMERLTV
 * @helpurl https://localhost:3000/help/functions.html#CUSTOMERLTV
 * @purpose Price a customer, a segment or a contract before deciding what to spend on it. One function for the formulas that textbooks
 * disagree about: say with type when the money arrives, and with at_risk whether the first margin still needs a renewal.
 * @param rate Discount rate per period, above -1 (10 % = 0.1)
 * @param retention Probability that the customer stays into the next period, 0 to 1
 * @param margin Contribution margin of the first period after cost to serve, in currency; may be negative
 * @param [periods=unlimited] Number of periods, whole, 1 to 1,000; blank or 0 = unlimited
 * @param [growth=0] Growth of the margin per period, at least -1
 * @param [acquisition_cost=0] Money spent to win the customer, in currency, entered positive
 * @param [type=0] When in the period the money arrives, 0 to 1: 0 end (as in PV), 0.5 middle, 1 beginning
 * @param [at_risk=FALSE] TRUE if even the first margin needs a renewal
 * @returns Value today, in the currency of margin
 * @formula margin x retention^at_risk x (1 + rate)^(type - 1) x S - acquisition_cost, where q = retention x (1 + growth) / (1 + rate) and
 * S = 1 + q + q^2 + ... over the periods = (1 - q^periods) / (1 - q), or periods at q = 1, or 1 / (1 - q) if unlimited
 * @errors #NUM! rate is -1 or less; retention or type is outside 0 to 1; growth is below -1; periods is not whole or above 1,000;
 * or periods is left out and q is not below 1, so that the value would be endless
 * @source The textbook formulas it covers are compared in P. Fader and B. Hardie, "What's Wrong With This CLV Formula?"
 * @example =ROLE.CUSTOMERLTV(10%, 85%, 1200) is 4800
 * @example =ROLE.CUSTOMERLTV(10%, 85%, 1200, 5) is 3477.57
 * @example =ROLE.CUSTOMERLTV(10%, 85%, 1200, 5, 3%, 500) is 3138.02
 * @example =ROLE.CUSTOMERLTV(10%, 85%, 1200, , , , 1) is 5280
 * @example =ROLE.CUSTOMERLTV(10%, 85%, 1200, , , , 0, TRUE) is 4080
 * @example =ROLE.CUSTOMERLTV(10%, 85%, 1200, , 30%) is #NUM!
 */
export function customerLtv(rate: any, retention: any, margin: any, periods: any, growth: any, acquisition_cost: any, type: any,
  at_risk: any): number {
  return answer(() => ltv({
    ...required({ rate, retention, margin }), ...unlessZero({ periods }, undefined),
    ...optional({ growth, acquisition_cost, type }, 0), ...switches({ at_risk }, false),
  }));
}

/**
 * Period-by-period proof of a lifetime value: survival, margin, discount factor, present value, cumulative.
 * @customfunction LTVSCHEDULE
 * @helpurl https://localhost:3000/help/functions.html#LTVSCHEDULE
 * @purpose Show a controller or an auditor where a lifetime value comes from. The last cumulative equals CUSTOMERLTV of the same arguments.
 * @param rate Discount rate per period, above -1 (10 % = 0.1)
 * @param retention Probability that the customer stays into the next period, 0 to 1
 * @param margin Contribution margin of the first period, in currency
 * @param periods Number of periods, whole, 1 to 200
 * @param [growth=0] Growth of the margin per period, at least -1
 * @param [acquisition_cost=0] Money spent to win the customer, in currency, entered positive
 * @param [type=0] When in the period the money arrives, 0 to 1: 0 end, 0.5 middle, 1 beginning
 * @param [at_risk=FALSE] TRUE if even the first margin needs a renewal
 * @param [headers=TRUE] FALSE to leave out the row of headings
 * @returns One row per period: Period, Survival, Margin, Expected margin, Discount factor, Present value, Cumulative; period 0 holds the
 * acquisition cost
 * @formula survival = retention^(t - 1), at risk ^t; margin x (1 + growth)^(t - 1); discount factor = (1 + rate)^(type - t);
 * present value = survival x margin x discount factor
 * @errors #VALUE! periods is left out. #NUM! periods is not whole or not from 1 to 200, or another argument is outside its range
 * @source The kernel of CUSTOMERLTV, written out
 * @example =INDEX(ROLE.LTVSCHEDULE(10%, 85%, 1200, 5, 3%, 500), 7, 7) is 3138.02
 * @example =INDEX(ROLE.LTVSCHEDULE(10%, 85%, 1200, 5, 3%, 500), 3, 6) is 1090.91
 * @example =ROLE.LTVSCHEDULE(10%, 85%, 1200, 201) is #NUM!
 */
export function ltvSchedule(rate: any, retention: any, margin: any, periods: any, growth: any, acquisition_cost: any, type: any, at_risk: any,
  headers: any): any[][] {
  return answer(() => {
    const given = {
      ...required({ rate, retention, margin, ...unlessZero({ periods }, null) }),
      ...optional({ growth, acquisition_cost, type }, 0), ...switches({ at_risk }, false),
    };
    return spill(switches({ headers }, true), {
      Period: "period", Survival: "survival", Margin: "margin", "Expected margin": "expected", "Discount factor": "discountFactor",
      "Present value": "presentValue", Cumulative: "cumulative",
    }, [{ period: 0, cumulative: 0 - given.acquisitionCost }, ...schedule(given)]);
  });
}

/**
 * Value today of a customer whose retention and margin change from period to period.
 * @customfunction LTVVARYING
 * @helpurl https://localhost:3000/help/functions.html#LTVVARYING
 * @purpose Value a cohort whose early years differ from its later ones: high first-year churn, an introductory price, a planned price rise.
 * @param rate Discount rate per period, above -1 (10 % = 0.1)
 * @param retentions One probability per period, 0 to 1; the first applies to the first margin (1 = not at risk)
 * @param margins One margin per period, in currency, as many as retentions
 * @param [acquisition_cost=0] Money spent to win the customer, in currency, entered positive
 * @param [type=0] When in the period the money arrives, 0 to 1: 0 end, 0.5 middle, 1 beginning
 * @returns Value today, in the currency of margins
 * @formula sum of margin_t x (retention_1 x ... x retention_t) x (1 + rate)^(type - t) - acquisition_cost
 * @errors #VALUE! a cell is empty or text, or the lists differ in length. #NUM! an argument is outside its range
 * @source P. Fader and B. Hardie on retention that rises with tenure; here the rates are yours
 * @example =ROLE.LTVVARYING(10%, {1,0.7,0.85,0.9,0.92}, {800,1000,1200,1300,1350}, 500) is 2230.67
 */
export function ltvVarying(rate: any, retentions: any[][], margins: any[][], acquisition_cost: any, type: any): number {
  return answer(() => varyingLtv({ ...required({ rate }), ...lists({ retentions, margins }), ...optional({ acquisition_cost, type }, 0) }));
}

/**
 * Lifetime value of a customer after what we give to deserve it: contribution + referrals - commitments - acquisition.
 * @customfunction NETLTV
 * @helpurl https://localhost:3000/help/functions.html#NETLTV
 * @purpose Compare what a customer brings with what keeping our commitments costs. For an existing customer leave out acquisition_cost: it is
 * sunk, and the result is the forward value.
 * @param rate Discount rate per period, above -1 (10 % = 0.1)
 * @param retention Probability that the customer stays into the next period, 0 to 1
 * @param margin Contribution of the first period, in currency; may be negative
 * @param [deserve_cost=0] Cost of our commitments in the first period, in currency, entered positive
 * @param [referral_value=0] Value of the referrals of one period, in currency; does not grow
 * @param [periods=unlimited] Number of periods, whole, 1 to 1,000; blank or 0 = unlimited
 * @param [growth=0] Growth of the contribution per period, at least -1
 * @param [cost_growth=0] Inflation of the cost of our commitments per period, at least -1
 * @param [acquisition_cost=0] Money spent to win the customer, in currency, entered positive
 * @param [type=0] When in the period the money arrives, 0 to 1: 0 end, 0.5 middle, 1 beginning
 * @param [at_risk=FALSE] TRUE if even the first margin needs a renewal
 * @returns Net value today, in the currency of margin
 * @formula LTV(margin, growth) + LTV(referral_value, no growth) - LTV(deserve_cost, cost_growth) - acquisition_cost, each LTV as in CUSTOMERLTV
 * @errors #NUM! an argument is outside its range, or periods is left out and a flow that is not 0 grows as fast as it is discounted
 * @source The kernel of CUSTOMERLTV on three flows
 * @example =ROLE.NETLTV(10%, 85%, 1200, 150, , , 3%, 2%, 500) is 4201.43
 * @example =ROLE.NETLTV(10%, 90%, 16295.726, 2340, 1800, 7, 3%, 2%, 6000) is 57319.78
 * @example =ROLE.NETLTV(10%, 82%, 5269.301, 2340, 900, 7, 1%, 2%, 6000) is 5958.23
 */
export function netLtv(rate: any, retention: any, margin: any, deserve_cost: any, referral_value: any, periods: any, growth: any,
  cost_growth: any, acquisition_cost: any, type: any, at_risk: any): number {
  return answer(() => partsOfNetLtv({
    ...required({ rate, retention, margin }), ...unlessZero({ periods }, undefined),
    ...optional({ deserve_cost, referral_value, growth, cost_growth, acquisition_cost, type }, 0), ...switches({ at_risk }, false),
  }).total);
}

/**
 * Contribution of a customer in one year, after discount, cost to serve and the cost of its behaviour.
 * @customfunction ANNUALVALUE
 * @helpurl https://localhost:3000/help/functions.html#ANNUALVALUE
 * @purpose Turn orders, prices and habits into the yearly margin that CUSTOMERLTV and NETLTV start from.
 * @param purchases Purchases per year
 * @param value List value of one purchase, in currency
 * @param margin_rate Contribution margin at list price as a share of list value (37 % = 0.37), any sign
 * @param [cost_to_serve=0] Standard cost to serve per year, in currency, entered positive
 * @param [discount=0] Discount given on list value, 0 to 1
 * @param [extras] Any range of further gains per year, in currency; empty cells count 0
 * @param [behaviour_costs] Any range of costs of behaviour per year, in currency, entered positive; empty cells count 0
 * @returns Contribution per year, in currency
 * @formula purchases x value x (margin_rate - discount) - cost_to_serve + SUM(extras) - SUM(behaviour_costs)
 * @errors #VALUE! a cell holds text. #NUM! discount is outside 0 to 1
 * @source Customer profitability with one line per behaviour; see also LATEPAYCOST and RECOVERYCOST
 * @example =ROLE.ANNUALVALUE(12, 5000, 32%, 4800) is 14400
 * @example =ROLE.ANNUALVALUE(12, 5000, 37%, 4800, 5%, {1600,750,600}, {70.27,870,0,114}) is 16295.73
 */
export function annualValue(purchases: any, value: any, margin_rate: any, cost_to_serve: any, discount: any, extras: any[][],
  behaviour_costs: any[][]): number {
  return answer(() => contributionOfYear({
    ...required({ purchases, value, margin_rate }), ...optional({ cost_to_serve, discount }, 0),
    ...optionalCells({ extras, behaviour_costs }, 0),
  }));
}

/**
 * Value today of the customers that a customer sends us.
 * @customfunction REFERRALVALUE
 * @helpurl https://localhost:3000/help/functions.html#REFERRALVALUE
 * @purpose Decide what a reference programme may cost. Only referrals that would not have come anyway earn the value of a new customer;
 * the others save the cost of winning them.
 * @param rate Discount rate per period, above -1 (10 % = 0.1)
 * @param retention Probability that the referring customer stays into the next period, 0 to 1
 * @param referrals Referrals per period, 0 or more
 * @param conversion Share of referrals that become customers, 0 to 1
 * @param new_value Lifetime value of a new customer, in currency; an input, so that nothing is circular
 * @param [incremental=1] Share of them that would not have come anyway, 0 to 1
 * @param [saved_cost=0] Acquisition cost saved on each of the others, in currency
 * @param [cost=0] Cost per referral, in currency, won or lost
 * @param [periods=unlimited] Number of periods, whole, 1 to 1,000; blank or 0 = unlimited
 * @param [type=0] When in the period the money arrives, 0 to 1: 0 end, 0.5 middle, 1 beginning
 * @param [at_risk=FALSE] TRUE if even the first period needs a renewal
 * @returns Value today, in currency
 * @formula LTV, without growth, of referrals x (conversion x (incremental x new_value + (1 - incremental) x saved_cost) - cost)
 * @errors #NUM! an argument is outside its range, or periods is left out and retention is not below 1 + rate
 * @source After the customer referral value of V. Kumar, J. A. Petersen and R. Leone, "How Valuable Is Word of Mouth?" (2007)
 * @example =ROLE.REFERRALVALUE(10%, 85%, 2, 25%, 4800, 60%, 500, 50) is 5760
 * @example =ROLE.REFERRALVALUE(10%, 85%, 2, 25%, 4800, 60%, 500, 50, 5) is 4173.08
 * @example =ROLE.REFERRALVALUE(10%, 90%, 1, 30%, 10000, 60%, , , 7) is 6791.02
 */
export function referralValue(rate: any, retention: any, referrals: any, conversion: any, new_value: any, incremental: any, saved_cost: any,
  cost: any, periods: any, type: any, at_risk: any): number {
  return answer(() => {
    const relationship = {
      ...required({ rate, retention }), ...unlessZero({ periods }, undefined), ...optional({ type }, 0), ...switches({ at_risk }, false),
    };
    const perPeriod = {
      ...required({ referrals, conversion, new_value }), ...optional({ incremental }, 1), ...optional({ saved_cost, cost }, 0),
    };
    return ltv({ ...relationship, margin: referralValuePerYear(perPeriod) });
  });
}

/**
 * Number of margins to expect from a customer.
 * @customfunction CUSTOMERLIFE
 * @helpurl https://localhost:3000/help/functions.html#CUSTOMERLIFE
 * @purpose Say what a retention rate means in periods, and check it against the customers you have.
 * @param retention Probability that the customer stays into the next period, 0 to 1
 * @param [periods=unlimited] Number of periods counted, whole, 1 to 1,000; blank or 0 = unlimited
 * @returns Expected number of periods in which a margin is received
 * @formula (1 - retention^periods) / (1 - retention); periods at retention 1; 1 / (1 - retention) if unlimited
 * @errors #NUM! retention is outside 0 to 1, or is 1 and periods is left out
 * @source Mean of the geometric distribution
 * @example =ROLE.CUSTOMERLIFE(85%) is 6.667
 * @example =ROLE.CUSTOMERLIFE(85%, 5) is 3.709
 */
export function customerLife(retention: any, periods: any): number {
  return answer(() => {
    const given = { ...required({ retention }), ...unlessZero({ periods }, undefined) };
    return expectedLife(given.retention, given.periods);
  });
}

/**
 * Retention per period from a retention, a churn or an expected life, also for periods of another length.
 * @customfunction RETENTIONRATE
 * @helpurl https://localhost:3000/help/functions.html#RETENTIONRATE
 * @purpose Bring what you know (churn of 15 %, a life of seven years, yearly retention for a monthly model) into the form the value functions
 * need. Never divide a retention by 12.
 * @param value Retention or churn, 0 to 1; or expected life in periods, at least 1
 * @param [basis="retention"] What value is: "retention", "churn" or "life"
 * @param [from_per_year=1] Periods per year that value refers to, above 0
 * @param [to_per_year=1] Periods per year that are wanted, above 0 (12 for months)
 * @returns Retention per period, 0 to 1
 * @formula r^(from_per_year / to_per_year), where r = value, 1 - churn or 1 - 1 / life
 * @errors #VALUE! basis is another word. #NUM! value is outside its range, or a number per year is not above 0
 * @source Constant hazard; life as in CUSTOMERLIFE
 * @example =ROLE.RETENTIONRATE(15%, "churn") is 0.85
 * @example =ROLE.RETENTIONRATE(20, "life") is 0.95
 * @example =ROLE.RETENTIONRATE(85%, , 1, 12) is 0.986548
 * @example =ROLE.RETENTIONRATE(85%, "loyalty") is #VALUE!
 */
export function retentionRate(value: any, basis: any, from_per_year: any, to_per_year: any): number {
  return answer(() => {
    const given = { ...required({ value }), ...keywords({ basis }, "retention") };
    return convertRetention(given.value, given.basis, optional({ from_per_year, to_per_year }, 1));
  });
}

/**
 * A discount or growth rate per period of another length.
 * @customfunction PERIODRATE
 * @helpurl https://localhost:3000/help/functions.html#PERIODRATE
 * @purpose Bring a yearly discount rate into a monthly model, or back, without changing its worth.
 * @param rate Rate per period of the old length, above -1 (10 % = 0.1)
 * @param from_per_year Periods per year that rate refers to, above 0
 * @param to_per_year Periods per year that are wanted, above 0 (12 for months)
 * @returns Rate per period of the new length
 * @formula (1 + rate)^(from_per_year / to_per_year) - 1
 * @errors #NUM! rate is -1 or less, or a number per year is not above 0
 * @source Compound interest
 * @example =ROLE.PERIODRATE(10%, 1, 12) is 0.00797414
 */
export function periodRate(rate: any, from_per_year: any, to_per_year: any): number {
  return answer(() => {
    const given = required({ rate, from_per_year, to_per_year });
    return convertRate(given.rate, given);
  });
}

/**
 * Periods until the margins of a customer have paid back what it cost to win it, at present value.
 * @customfunction LTVPAYBACK
 * @helpurl https://localhost:3000/help/functions.html#LTVPAYBACK
 * @purpose Judge how long the money for winning a customer is at risk.
 * @param rate Discount rate per period, above -1 (10 % = 0.1)
 * @param retention Probability that the customer stays into the next period, 0 to 1
 * @param margin Contribution margin of the first period, in currency
 * @param acquisition_cost Money spent to win the customer, in currency, 0 or more
 * @param [growth=0] Growth of the margin per period, at least -1
 * @param [type=0] When in the period the money arrives, 0 to 1: 0 end, 0.5 middle, 1 beginning
 * @param [at_risk=FALSE] TRUE if even the first margin needs a renewal
 * @returns Periods, with part of the last one
 * @formula t - 1 + (acquisition_cost - present value before t) / present value of t, for the first t at which the sum reaches the cost
 * @errors #NUM! an argument is outside its range. #N/A the cost is never paid back, or not within 1,000 periods
 * @source Discounted payback on the kernel of CUSTOMERLTV
 * @example =ROLE.LTVPAYBACK(10%, 85%, 1200, 2000) is 2.1015
 * @example =ROLE.LTVPAYBACK(10%, 85%, 1200, 3000) is 3.8239
 * @example =ROLE.LTVPAYBACK(10%, 85%, 1200, 4800) is #N/A
 */
export function ltvPayback(rate: any, retention: any, margin: any, acquisition_cost: any, growth: any, type: any, at_risk: any): number {
  return answer(() => payback({
    ...required({ rate, retention, margin, acquisition_cost }), ...optional({ growth, type }, 0), ...switches({ at_risk }, false),
  }));
}

/**
 * The retention at which the net lifetime value reaches a target.
 * @customfunction BREAKEVENRETENTION
 * @helpurl https://localhost:3000/help/functions.html#BREAKEVENRETENTION
 * @purpose Find what a commitment must achieve: take the value without it as the target and its cost as deserve_cost. The answer less today's
 * retention is the lift that pays for it.
 * @param rate Discount rate per period, above -1 (10 % = 0.1)
 * @param margin Contribution of the first period, in currency
 * @param target_value Net lifetime value to reach, in currency
 * @param [deserve_cost=0] Cost of our commitments in the first period, in currency, entered positive
 * @param [referral_value=0] Value of the referrals of one period, in currency
 * @param [periods=unlimited] Number of periods, whole, 1 to 1,000; blank or 0 = unlimited
 * @param [growth=0] Growth of the contribution per period, at least -1
 * @param [cost_growth=0] Inflation of the cost of our commitments per period, at least -1
 * @param [acquisition_cost=0] Money spent to win the customer, in currency, entered positive
 * @param [type=0] When in the period the money arrives, 0 to 1: 0 end, 0.5 middle, 1 beginning
 * @param [at_risk=FALSE] TRUE if even the first margin needs a renewal
 * @returns Retention, 0 to 1; the smallest if several reach the target
 * @formula the first change of sign of NETLTV(retention) - target_value on 1,000 equal steps, then halving to 1e-12
 * @errors #NUM! an argument is outside its range. #N/A no retention reaches the target
 * @source Root of NETLTV; unlimited and with one flow, r = ((1 + rate) - margin / target) / (1 + growth)
 * @example =ROLE.BREAKEVENRETENTION(10%, 1200, 4000) is 0.80
 * @example =ROLE.BREAKEVENRETENTION(10%, 1200, 4800, 150) is 0.88125
 * @example =ROLE.BREAKEVENRETENTION(10%, 16295.726, 56351.96, 2340, 1800, 7, 3%, 2%, 6000) is 0.894027
 */
export function breakEvenRetention(rate: any, margin: any, target_value: any, deserve_cost: any, referral_value: any, periods: any, growth: any,
  cost_growth: any, acquisition_cost: any, type: any, at_risk: any): number {
  return answer(() => retentionAt({
    ...required({ rate, margin, target_value }), ...unlessZero({ periods }, undefined),
    ...optional({ deserve_cost, referral_value, growth, cost_growth, acquisition_cost, type }, 0), ...switches({ at_risk }, false),
  }));
}

/**
 * How the lifetime value answers to each input alone, widest first.
 * @customfunction LTVTORNADO
 * @helpurl https://localhost:3000/help/functions.html#LTVTORNADO
 * @purpose See which assumption deserves the most care before a value is believed. The spill feeds a bar chart directly.
 * @param rate Discount rate per period, above -1 (10 % = 0.1)
 * @param retention Probability that the customer stays into the next period, 0 to 1
 * @param margin Contribution margin of the first period, in currency
 * @param [periods=unlimited] Number of periods, whole, 1 to 1,000; blank or 0 = unlimited
 * @param [growth=0] Growth of the margin per period, at least -1
 * @param [acquisition_cost=0] Money spent to win the customer, in currency, entered positive
 * @param [swing=0.1] Share by which each input is lowered and raised, above 0 and below 1
 * @param [type=0] When in the period the money arrives, 0 to 1: 0 end, 0.5 middle, 1 beginning
 * @param [at_risk=FALSE] TRUE if even the first margin needs a renewal
 * @param [headers=TRUE] FALSE to leave out the row of headings
 * @returns Five rows: Driver, Low, High, Range; sorted by range, largest first
 * @formula CUSTOMERLTV with one input x (1 - swing) and x (1 + swing); retention stops at 1; Range = ABS(High - Low)
 * @errors #NUM! swing is not between 0 and 1, or an input leaves its range when it is swung, or the value becomes endless
 * @source One-at-a-time sensitivity
 * @example =INDEX(ROLE.LTVTORNADO(10%, 85%, 1200, , 3%, 500), 2, 1) is "Retention"
 * @example =INDEX(ROLE.LTVTORNADO(10%, 85%, 1200, , 3%, 500), 2, 3) is 8262.32
 * @example =INDEX(ROLE.LTVTORNADO(10%, 85%, 1200, , 3%, 500), 4, 2) is 5094.41
 */
export function ltvTornado(rate: any, retention: any, margin: any, periods: any, growth: any, acquisition_cost: any, swing: any, type: any,
  at_risk: any, headers: any): any[][] {
  return answer(() => {
    const given = {
      ...required({ rate, retention, margin }), ...unlessZero({ periods }, undefined),
      ...optional({ growth, acquisition_cost, type }, 0), ...switches({ at_risk }, false),
    };
    return spill(switches({ headers }, true), { Driver: "driver", Low: "low", High: "high", Range: "range" },
      tornado(given, optional({ swing }, 0.1).swing));
  });
}
