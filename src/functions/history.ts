import { bgNbd } from "../core/history/bg-nbd";
import { aliveForNext, discountedAtNext, fitOpportunities, purchasesAtNext } from "../core/history/bg-bb";
import { numberColumn, readHistories, readOpportunities, readOrders, readSpend, readSpendingHistories } from "../core/history/column";
import { expectedSpend, fitSpend } from "../core/history/gamma-gamma";
import { historyLtv as valuesOfHistories, purchaseModels } from "../core/history/history-ltv";
import { mbgNbd } from "../core/history/mbg-nbd";
import { readParameters, type ModelName } from "../core/history/parameters";
import { discountedResidual, paretoNbd } from "../core/history/pareto-nbd";
import { expectedPurchases } from "../core/history/purchase-model";
import { lastDay, summarise } from "../core/history/rfm";
import { discountedResidualLifetime, fitBdw, fitSbg, retention, survival } from "../core/history/sbg";
import { columnTable, fitTable, historyTable } from "../core/history/table";
import { above, atLeast, whole } from "../core/fault";
import { answer, cellsOf, optional, optionalLists, required, switches, unlessZero } from "./excel";

/**
 * Purchase history of every customer from a list of orders: the input of all models below.
 * @customfunction HISTORY
 * @helpurl https://localhost:3000/help/functions.html#HISTORY
 * @purpose Turn an order export of any length into one row per customer: how often, until when, for how long, and for how much they
 * bought.
 * @param customer_ids Whose order it is: text or numbers, one row or column; fully blank rows are ignored
 * @param dates Day of the order as an Excel date; a time of day is cut off
 * @param amounts Value of the order in currency; refunds negative
 * @param [as_of=latest date] Day on which the history ends; later orders are left out
 * @param [unit_days=7] Days per unit of time, above 0: 7 counts in weeks, 1 in days
 * @param [headers=TRUE] FALSE to leave out the row of headings
 * @returns One row per customer in order of first appearance: Customer, Frequency (x), Recency (t_x), Age (T), Monetary value (m); a last
 * row Dropped with the number of customer-days left out
 * @formula the orders of one customer on one day are one purchase, refunds netted; days of 0 or less are dropped; x = purchase days after
 * the first; t_x = first to last purchase day; T = first purchase day to as_of; m = mean of the x repeat days; times in units
 * @errors #VALUE! the lists differ in length, a customer is missing, or a date or an amount is no number. #NUM! unit_days is 0 or less.
 * #N/A no order of a positive amount is left
 * @source P. Fader, B. Hardie and K. L. Lee (2005): frequency, recency, T; monetary value as in their gamma-gamma note (2013)
 * @example =INDEX(ROLE.HISTORY({"Ann";"Bob";"Ann";"Ann"}, {45292;45299;45320;45350}, {100;50;80;120}), 2, 2) is 2
 * @example =INDEX(ROLE.HISTORY({"Ann";"Bob";"Ann";"Ann"}, {45292;45299;45320;45350}, {100;50;80;120}), 2, 3) is 8.2857
 * @example =INDEX(ROLE.HISTORY({"Ann";"Bob";"Ann";"Ann"}, {45292;45299;45320;45350}, {100;50;80;120}, 45362, 1), 2, 4) is 70
 * @example =INDEX(ROLE.HISTORY({"Ann";"Bob";"Ann";"Ann"}, {45292;45299;45320;45350}, {100;50;80;120}), 2, 5) is 100
 */
export function history(customer_ids: any[][], dates: any[][], amounts: any[][], as_of: any, unit_days: any, headers: any): any[][] {
  return answer(() => {
    const orders = readOrders(cellsOf("customerIds", customer_ids), cellsOf("dates", dates), cellsOf("amounts", amounts));
    const { asOf, unitDays } = { ...unlessZero({ as_of }, lastDay(orders)), ...optional({ unit_days }, 7) };
    return historyTable(summarise(orders, asOf, above("unitDays", unitDays, 0)), switches({ headers }, true).headers);
  });
}

/**
 * Fits the BG/NBD model of repeat purchases to customers' histories.
 * @customfunction BGNBD.FIT
 * @helpurl https://localhost:3000/help/functions.html#BGNBD.FIT
 * @purpose Learn from order history how often customers buy and how silently they leave, where a customer can drop out only after a
 * repeat purchase. The fit lives in cells and feeds the functions below.
 * @param x Repeat purchases (days with a purchase after the first), whole, 0 or more, one row or column
 * @param t_x Time from the first to the last purchase, one per customer; 0 if and only if x is 0
 * @param T Time from the first purchase to today, in the unit of t_x, one per customer or one for all
 * @param [detail=FALSE] TRUE for log-likelihood, standard errors, iterations and a note on the search
 * @returns "BGNBD", r, alpha, a, b in one row; with detail the log-likelihood beside them, a row of standard errors, and a row with
 * iterations and note
 * @formula maximum likelihood; standard errors from the observed information; where the data have no finite best value the note names the
 * simpler model
 * @errors #VALUE! a list is missing, holds text, or the lists differ in length. #NUM! x is not whole, t_x is not from 0 to T, or t_x is 0
 * while x is not. #N/A no customer was watched for any time
 * @source P. Fader, B. Hardie and K. L. Lee, "Counting Your Customers the Easy Way" (Marketing Science, 2005)
 * @example =INDEX(ROLE.BGNBD.FIT({3,2,0,1,6,0,0,2,4,1,0,1}, {25,12,0,3,30,0,0,18,26,8,0,2}, {39,39,38,38,38,37,36,36,35,35,34,33}), 1, 1)
 * is "BGNBD"
 * @example =INDEX(ROLE.BGNBD.FIT({3,2,0,1,6,0,0,2,4,1,0,1}, {25,12,0,3,30,0,0,18,26,8,0,2}, {39,39,38,38,38,37,36,36,35,35,34,33}), 1, 2)
 * is 0.9128
 * @example =INDEX(ROLE.BGNBD.FIT({3,2,0,1,6,0,0,2,4,1,0,1}, {25,12,0,3,30,0,0,18,26,8,0,2}, {39,39,38,38,38,37,36,36,35,35,34,33}, TRUE),
 * 3, 3) is "converged"
 */
export function bgNbdFit(x: any[][], t_x: any[][], T: any[][], detail: any): any[][] {
  return answer(() => fitTable(bgNbd.fit(histories(x, t_x, T)), switches({ detail }, false).detail));
}

/**
 * Expected purchases of every customer in the time ahead.
 * @customfunction BGNBD.PURCHASES
 * @helpurl https://localhost:3000/help/functions.html#BGNBD.PURCHASES
 * @purpose Plan orders, stock and visits per customer, and see whose target in the role is a wish.
 * @param params The row BGNBD.FIT spills, or the bare numbers r, alpha, a, b, each above 0
 * @param x Repeat purchases (days with a purchase after the first), whole, 0 or more, one row or column
 * @param t_x Time from the first to the last purchase, one per customer; 0 if and only if x is 0
 * @param T Time from the first purchase to today, in the unit of t_x, one per customer or one for all
 * @param horizon Time ahead in the unit of T, 0 or more
 * @returns Expected purchases in (T, T + horizon], one row per customer
 * @formula P(alive) x purchases expected of a customer who is alive at T
 * @errors #VALUE! a list is missing, holds text, the lists differ in length, or params are not those of BGNBD. #NUM! x is not whole, t_x
 * is not from 0 to T, or t_x is 0 while x is not, or horizon is below 0
 * @source P. Fader, B. Hardie and K. L. Lee, "Counting Your Customers the Easy Way" (Marketing Science, 2005)
 * @example =ROLE.BGNBD.PURCHASES({"BGNBD",0.243,4.414,0.793,2.426}, 2, 30.43, 38.86, 39) is 1.226
 */
export function bgNbdPurchases(params: any[][], x: any[][], t_x: any[][], T: any[][], horizon: any): any[][] {
  return answer(() => columnTable(expectedPurchases(bgNbd, parametersOf(params, "BGNBD"), histories(x, t_x, T), ahead(horizon))));
}

/**
 * Probability that a customer is still one.
 * @customfunction BGNBD.ALIVE
 * @helpurl https://localhost:3000/help/functions.html#BGNBD.ALIVE
 * @purpose Notice who has silently left, before the next campaign is sent or the next visit planned.
 * @param params The row BGNBD.FIT spills, or the bare numbers r, alpha, a, b, each above 0
 * @param x Repeat purchases (days with a purchase after the first), whole, 0 or more, one row or column
 * @param t_x Time from the first to the last purchase, one per customer; 0 if and only if x is 0
 * @param T Time from the first purchase to today, in the unit of t_x, one per customer or one for all
 * @returns P(alive at T), 0 to 1, one row per customer
 * @formula 1 / (1 + a / (b + x - 1) x ((alpha + T) / (alpha + t_x))^(r + x)); 1 at x = 0
 * @errors #VALUE! a list is missing, holds text, the lists differ in length, or params are not those of BGNBD. #NUM! x is not whole, t_x
 * is not from 0 to T, or t_x is 0 while x is not
 * @source P. Fader, B. Hardie and K. L. Lee, "Counting Your Customers the Easy Way" (Marketing Science, 2005)
 * @example =ROLE.BGNBD.ALIVE({"BGNBD",0.243,4.414,0.793,2.426}, 2, 30.43, 38.86) is 0.7266
 */
export function bgNbdAlive(params: any[][], x: any[][], t_x: any[][], T: any[][]): any[][] {
  return answer(() => columnTable(bgNbd.probabilityAlive(parametersOf(params, "BGNBD"), histories(x, t_x, T))));
}

/**
 * Expected repeat purchases of a new customer.
 * @customfunction BGNBD.NEW
 * @helpurl https://localhost:3000/help/functions.html#BGNBD.NEW
 * @purpose Say what a newly won customer will order, before there is any history of his own.
 * @param params The row BGNBD.FIT spills, or the bare numbers r, alpha, a, b, each above 0
 * @param horizon Time after the first purchase, in the unit of the fit, 0 or more
 * @returns Expected repeat purchases in (0, horizon]
 * @formula E[X(t)] of the paper, equation 9
 * @errors #VALUE! params are not those of BGNBD. #NUM! horizon is below 0
 * @source P. Fader, B. Hardie and K. L. Lee, "Counting Your Customers the Easy Way" (Marketing Science, 2005)
 * @example =ROLE.BGNBD.NEW({0.2425967,4.413659,0.7929869,2.426164}, 52) is 1.444
 */
export function bgNbdNew(params: any[][], horizon: any): number {
  return answer(() => bgNbd.purchasesOfNew(parametersOf(params, "BGNBD"), ahead(horizon)));
}

/**
 * Fits the MBG/NBD model of repeat purchases to customers' histories.
 * @customfunction MBGNBD.FIT
 * @helpurl https://localhost:3000/help/functions.html#MBGNBD.FIT
 * @purpose Learn from order history how often customers buy and how silently they leave, where a customer can drop out after any
 * purchase, also the first. The fit lives in cells and feeds the functions below.
 * @param x Repeat purchases (days with a purchase after the first), whole, 0 or more, one row or column
 * @param t_x Time from the first to the last purchase, one per customer; 0 if and only if x is 0
 * @param T Time from the first purchase to today, in the unit of t_x, one per customer or one for all
 * @param [detail=FALSE] TRUE for log-likelihood, standard errors, iterations and a note on the search
 * @returns "MBGNBD", r, alpha, a, b in one row; with detail the log-likelihood beside them, a row of standard errors, and a row with
 * iterations and note
 * @formula maximum likelihood; standard errors from the observed information; where the data have no finite best value the note names the
 * simpler model
 * @errors #VALUE! a list is missing, holds text, or the lists differ in length. #NUM! x is not whole, t_x is not from 0 to T, or t_x is 0
 * while x is not. #N/A no customer was watched for any time
 * @source E. P. Batislam, M. Denizel and A. Filiztekin, "Empirical Validation and Comparison of Models for Customer Base Analysis" (2007)
 * @example =INDEX(ROLE.MBGNBD.FIT({3,2,0,1,6,0,0,2,4,1,0,1}, {25,12,0,3,30,0,0,18,26,8,0,2}, {39,39,38,38,38,37,36,36,35,35,34,33}), 1,
 * 1) is "MBGNBD"
 * @example =INDEX(ROLE.MBGNBD.FIT({3,2,0,1,6,0,0,2,4,1,0,1}, {25,12,0,3,30,0,0,18,26,8,0,2}, {39,39,38,38,38,37,36,36,35,35,34,33},
 * TRUE), 1, 6) is -76.44
 */
export function mbgNbdFit(x: any[][], t_x: any[][], T: any[][], detail: any): any[][] {
  return answer(() => fitTable(mbgNbd.fit(histories(x, t_x, T)), switches({ detail }, false).detail));
}

/**
 * Expected purchases of every customer in the time ahead.
 * @customfunction MBGNBD.PURCHASES
 * @helpurl https://localhost:3000/help/functions.html#MBGNBD.PURCHASES
 * @purpose Plan orders, stock and visits per customer, and see whose target in the role is a wish.
 * @param params The row MBGNBD.FIT spills, or the bare numbers r, alpha, a, b, each above 0
 * @param x Repeat purchases (days with a purchase after the first), whole, 0 or more, one row or column
 * @param t_x Time from the first to the last purchase, one per customer; 0 if and only if x is 0
 * @param T Time from the first purchase to today, in the unit of t_x, one per customer or one for all
 * @param horizon Time ahead in the unit of T, 0 or more
 * @returns Expected purchases in (T, T + horizon], one row per customer
 * @formula P(alive) x purchases expected of a customer who is alive at T
 * @errors #VALUE! a list is missing, holds text, the lists differ in length, or params are not those of MBGNBD. #NUM! x is not whole, t_x
 * is not from 0 to T, or t_x is 0 while x is not, or horizon is below 0
 * @source E. P. Batislam, M. Denizel and A. Filiztekin, "Empirical Validation and Comparison of Models for Customer Base Analysis" (2007)
 * @example =ROLE.MBGNBD.PURCHASES({"MBGNBD",0.525,6.183,0.891,1.614}, 2, 30.43, 38.86, 39) is 1.263
 */
export function mbgNbdPurchases(params: any[][], x: any[][], t_x: any[][], T: any[][], horizon: any): any[][] {
  return answer(() => columnTable(expectedPurchases(mbgNbd, parametersOf(params, "MBGNBD"), histories(x, t_x, T), ahead(horizon))));
}

/**
 * Probability that a customer is still one.
 * @customfunction MBGNBD.ALIVE
 * @helpurl https://localhost:3000/help/functions.html#MBGNBD.ALIVE
 * @purpose Notice who has silently left, before the next campaign is sent or the next visit planned.
 * @param params The row MBGNBD.FIT spills, or the bare numbers r, alpha, a, b, each above 0
 * @param x Repeat purchases (days with a purchase after the first), whole, 0 or more, one row or column
 * @param t_x Time from the first to the last purchase, one per customer; 0 if and only if x is 0
 * @param T Time from the first purchase to today, in the unit of t_x, one per customer or one for all
 * @returns P(alive at T), 0 to 1, one row per customer
 * @formula 1 / (1 + a / (b + x) x ((alpha + T) / (alpha + t_x))^(r + x))
 * @errors #VALUE! a list is missing, holds text, the lists differ in length, or params are not those of MBGNBD. #NUM! x is not whole, t_x
 * is not from 0 to T, or t_x is 0 while x is not
 * @source E. P. Batislam, M. Denizel and A. Filiztekin, "Empirical Validation and Comparison of Models for Customer Base Analysis" (2007)
 * @example =ROLE.MBGNBD.ALIVE({"MBGNBD",0.525,6.183,0.891,1.614}, 0, 0, 38.86) is 0.3897
 */
export function mbgNbdAlive(params: any[][], x: any[][], t_x: any[][], T: any[][]): any[][] {
  return answer(() => columnTable(mbgNbd.probabilityAlive(parametersOf(params, "MBGNBD"), histories(x, t_x, T))));
}

/**
 * Expected repeat purchases of a new customer.
 * @customfunction MBGNBD.NEW
 * @helpurl https://localhost:3000/help/functions.html#MBGNBD.NEW
 * @purpose Say what a newly won customer will order, before there is any history of his own.
 * @param params The row MBGNBD.FIT spills, or the bare numbers r, alpha, a, b, each above 0
 * @param horizon Time after the first purchase, in the unit of the fit, 0 or more
 * @returns Expected repeat purchases in (0, horizon]
 * @formula as for a customer alive at 0, times b / (a + b) for surviving the first chance to drop out
 * @errors #VALUE! params are not those of MBGNBD. #NUM! horizon is below 0
 * @source E. P. Batislam, M. Denizel and A. Filiztekin, "Empirical Validation and Comparison of Models for Customer Base Analysis" (2007)
 * @example =ROLE.MBGNBD.NEW({"MBGNBD",0.525,6.183,0.891,1.614}, 52) is 1.4197
 */
export function mbgNbdNew(params: any[][], horizon: any): number {
  return answer(() => mbgNbd.purchasesOfNew(parametersOf(params, "MBGNBD"), ahead(horizon)));
}

/**
 * Fits the Pareto/NBD model of repeat purchases to customers' histories.
 * @customfunction PARETONBD.FIT
 * @helpurl https://localhost:3000/help/functions.html#PARETONBD.FIT
 * @purpose Learn from order history how often customers buy and how silently they leave, where a customer can drop out at any time. The
 * fit lives in cells and feeds the functions below.
 * @param x Repeat purchases (days with a purchase after the first), whole, 0 or more, one row or column
 * @param t_x Time from the first to the last purchase, one per customer; 0 if and only if x is 0
 * @param T Time from the first purchase to today, in the unit of t_x, one per customer or one for all
 * @param [detail=FALSE] TRUE for log-likelihood, standard errors, iterations and a note on the search
 * @returns "PARETONBD", r, alpha, s, beta in one row; with detail the log-likelihood beside them, a row of standard errors, and a row
 * with iterations and note
 * @formula maximum likelihood; standard errors from the observed information; where the data have no finite best value the note names the
 * simpler model
 * @errors #VALUE! a list is missing, holds text, or the lists differ in length. #NUM! x is not whole, t_x is not from 0 to T, or t_x is 0
 * while x is not. #N/A no customer was watched for any time
 * @source D. Schmittlein, D. Morrison and R. Colombo, "Counting Your Customers" (Management Science, 1987)
 * @example =INDEX(ROLE.PARETONBD.FIT({3,2,0,1,6,0,0,2,4,1,0,1}, {25,12,0,3,30,0,0,18,26,8,0,2}, {39,39,38,38,38,37,36,36,35,35,34,33}),
 * 1, 1) is "PARETONBD"
 * @example =INDEX(ROLE.PARETONBD.FIT({3,2,0,1,6,0,0,2,4,1,0,1}, {25,12,0,3,30,0,0,18,26,8,0,2}, {39,39,38,38,38,37,36,36,35,35,34,33},
 * TRUE), 1, 6) is -76.44
 * @example =INDEX(ROLE.PARETONBD.FIT({2;2;2}, {20;20;20}, 39, TRUE), 3, 3) is "purchase rates do not differ: one rate r / alpha for all
 * (Poisson); no drop-out detected: reduces to NBD"
 */
export function paretoNbdFit(x: any[][], t_x: any[][], T: any[][], detail: any): any[][] {
  return answer(() => fitTable(paretoNbd.fit(histories(x, t_x, T)), switches({ detail }, false).detail));
}

/**
 * Expected purchases of every customer in the time ahead.
 * @customfunction PARETONBD.PURCHASES
 * @helpurl https://localhost:3000/help/functions.html#PARETONBD.PURCHASES
 * @purpose Plan orders, stock and visits per customer, and see whose target in the role is a wish.
 * @param params The row PARETONBD.FIT spills, or the bare numbers r, alpha, s, beta, each above 0
 * @param x Repeat purchases (days with a purchase after the first), whole, 0 or more, one row or column
 * @param t_x Time from the first to the last purchase, one per customer; 0 if and only if x is 0
 * @param T Time from the first purchase to today, in the unit of t_x, one per customer or one for all
 * @param horizon Time ahead in the unit of T, 0 or more
 * @returns Expected purchases in (T, T + horizon], one row per customer
 * @formula P(alive) x purchases expected of a customer who is alive at T
 * @errors #VALUE! a list is missing, holds text, the lists differ in length, or params are not those of PARETONBD. #NUM! x is not whole,
 * t_x is not from 0 to T, or t_x is 0 while x is not, or horizon is below 0
 * @source D. Schmittlein, D. Morrison and R. Colombo, "Counting Your Customers" (Management Science, 1987)
 * @example =ROLE.PARETONBD.PURCHASES({"PARETONBD",0.5534,10.5802,0.6061,11.6562}, 26, 30.857, 31, 52) is 25.45
 */
export function paretoNbdPurchases(params: any[][], x: any[][], t_x: any[][], T: any[][], horizon: any): any[][] {
  return answer(() => columnTable(expectedPurchases(paretoNbd, parametersOf(params, "PARETONBD"), histories(x, t_x, T), ahead(horizon))));
}

/**
 * Probability that a customer is still one.
 * @customfunction PARETONBD.ALIVE
 * @helpurl https://localhost:3000/help/functions.html#PARETONBD.ALIVE
 * @purpose Notice who has silently left, before the next campaign is sent or the next visit planned.
 * @param params The row PARETONBD.FIT spills, or the bare numbers r, alpha, s, beta, each above 0
 * @param x Repeat purchases (days with a purchase after the first), whole, 0 or more, one row or column
 * @param t_x Time from the first to the last purchase, one per customer; 0 if and only if x is 0
 * @param T Time from the first purchase to today, in the unit of t_x, one per customer or one for all
 * @returns P(alive at T), 0 to 1, one row per customer
 * @formula alive / (alive + gone), the two terms of the likelihood: still alive at T, or gone at some time between t_x and T
 * @errors #VALUE! a list is missing, holds text, the lists differ in length, or params are not those of PARETONBD. #NUM! x is not whole,
 * t_x is not from 0 to T, or t_x is 0 while x is not
 * @source D. Schmittlein, D. Morrison and R. Colombo, "Counting Your Customers" (Management Science, 1987)
 * @example =ROLE.PARETONBD.ALIVE({"PARETONBD",0.5534,10.5802,0.6061,11.6562}, 0, 0, 39) is 0.2941
 */
export function paretoNbdAlive(params: any[][], x: any[][], t_x: any[][], T: any[][]): any[][] {
  return answer(() => columnTable(paretoNbd.probabilityAlive(parametersOf(params, "PARETONBD"), histories(x, t_x, T))));
}

/**
 * Expected repeat purchases of a new customer.
 * @customfunction PARETONBD.NEW
 * @helpurl https://localhost:3000/help/functions.html#PARETONBD.NEW
 * @purpose Say what a newly won customer will order, before there is any history of his own.
 * @param params The row PARETONBD.FIT spills, or the bare numbers r, alpha, s, beta, each above 0
 * @param horizon Time after the first purchase, in the unit of the fit, 0 or more
 * @returns Expected repeat purchases in (0, horizon]
 * @formula (r / alpha) x beta / (s - 1) x (1 - (beta / (beta + horizon))^(s - 1))
 * @errors #VALUE! params are not those of PARETONBD. #NUM! horizon is below 0
 * @source D. Schmittlein, D. Morrison and R. Colombo, "Counting Your Customers" (Management Science, 1987)
 * @example =ROLE.PARETONBD.NEW({"PARETONBD",0.5534,10.5802,0.6061,11.6562}, 52) is 1.4731
 */
export function paretoNbdNew(params: any[][], horizon: any): number {
  return answer(() => paretoNbd.purchasesOfNew(parametersOf(params, "PARETONBD"), ahead(horizon)));
}

/**
 * Expected purchases of a customer's whole remaining life, discounted (DERT).
 * @customfunction PARETONBD.DERT
 * @helpurl https://localhost:3000/help/functions.html#PARETONBD.DERT
 * @purpose Value a customer base by purchases instead of years: times spend per order and margin it is residual lifetime value.
 * @param params The row PARETONBD.FIT spills, or the bare numbers r, alpha, s, beta, each above 0
 * @param x Repeat purchases (days with a purchase after the first), whole, 0 or more, one row or column
 * @param t_x Time from the first to the last purchase, one per customer; 0 if and only if x is 0
 * @param T Time from the first purchase to today, in the unit of t_x, one per customer or one for all
 * @param rate Continuous discount rate per unit of time, above 0: LN(1 + yearly rate) / 52 for weeks
 * @returns Discounted expected residual transactions, one row per customer
 * @formula P(alive) x (r + x) / (alpha + T) x E[1 / (rate + mu)], mu the drop-out rate of a customer alive at T
 * @errors #VALUE! a list is missing, holds text, the lists differ in length, or params are not those of PARETONBD. #NUM! x is not whole,
 * t_x is not from 0 to T, or t_x is 0 while x is not, or rate is 0 or less
 * @source P. Fader, B. Hardie and K. L. Lee, "RFM and CLV: Using Iso-Value Curves for Customer Base Analysis" (Journal of Marketing
 * Research, 2005)
 * @example =ROLE.PARETONBD.DERT({"PARETONBD",0.5534,10.5802,0.6061,11.6562}, 26, 30.857, 31, 0.0027) is 86.03
 */
export function paretoNbdDert(params: any[][], x: any[][], t_x: any[][], T: any[][], rate: any): any[][] {
  return answer(() => columnTable(discountedResidual(parametersOf(params, "PARETONBD"), histories(x, t_x, T), discount(rate))));
}

/**
 * Fits the BG/BB model of purchases at fixed opportunities.
 * @customfunction BGBB.FIT
 * @helpurl https://localhost:3000/help/functions.html#BGBB.FIT
 * @purpose Learn how customers behave who can buy once per period: yearly orders, donations, campaigns.
 * @param x Purchases so far, whole, 0 or more, one row or column
 * @param t_x Opportunity of the last purchase, whole, x to n; 0 if x is 0
 * @param n Opportunities so far, whole, one per customer or one for all
 * @param [count=1] Customers with this history, 0 or more, one per row or one for all
 * @param [detail=FALSE] TRUE for log-likelihood, standard errors, iterations and a note on the search
 * @returns "BGBB", alpha, beta, gamma, delta in one row; with detail also log-likelihood, standard errors, iterations and note
 * @formula maximum likelihood over buying with probability p ~ Beta(alpha, beta) and dropping out with probability theta ~ Beta(gamma,
 * delta)
 * @errors #VALUE! a list is missing, holds text, or the lists differ in length. #NUM! not all whole with 0 <= x <= t_x <= n, or count is
 * negative. #N/A nobody had an opportunity
 * @source P. Fader, B. Hardie and J. Shang, "Customer-Base Analysis in a Discrete-Time Noncontractual Setting" (Marketing Science, 2010)
 * @example =INDEX(ROLE.BGBB.FIT({6;5;4;3;2;1;5;4;3;2;1;4;3;2;1;3;2;1;2;1;1;0}, {6;6;6;6;6;6;5;5;5;5;5;4;4;4;4;3;3;3;2;2;1;0}, 6,
 * {1203;728;512;357;234;129;335;284;225;173;119;240;181;155;78;322;255;129;613;277;1091;3464}), 1, 2) is 1.2035
 * @example =INDEX(ROLE.BGBB.FIT({6;5;4;3;2;1;5;4;3;2;1;4;3;2;1;3;2;1;2;1;1;0}, {6;6;6;6;6;6;5;5;5;5;5;4;4;4;4;3;3;3;2;2;1;0}, 6,
 * {1203;728;512;357;234;129;335;284;225;173;119;240;181;155;78;322;255;129;613;277;1091;3464}, TRUE), 1, 6) is -33225.6
 */
export function bgBbFit(x: any[][], t_x: any[][], n: any[][], count: any[][], detail: any): any[][] {
  return answer(() => fitTable(fitOpportunities(opportunities(x, t_x, n, count)), switches({ detail }, false).detail));
}

/**
 * Expected purchases of every customer at the next opportunities.
 * @customfunction BGBB.PURCHASES
 * @helpurl https://localhost:3000/help/functions.html#BGBB.PURCHASES
 * @purpose Plan the next campaigns or yearly orders per customer.
 * @param params The row BGBB.FIT spills, or the bare numbers alpha, beta, gamma, delta, each above 0
 * @param x Purchases so far, whole, 0 or more, one row or column
 * @param t_x Opportunity of the last purchase, whole, x to n; 0 if x is 0
 * @param n Opportunities so far, whole, one per customer or one for all
 * @param horizon Opportunities ahead, whole, 0 to 1,000,000
 * @returns Expected purchases at the next horizon opportunities, one row per customer
 * @formula P(alive) x (alpha + x) / (alpha + beta + n) x expected opportunities lived through
 * @errors #VALUE! a list is missing, holds text, the lists differ in length, or params are not those of BGBB. #NUM! not all whole with 0
 * <= x <= t_x <= n, or horizon is not whole
 * @source P. Fader, B. Hardie and J. Shang, "Customer-Base Analysis in a Discrete-Time Noncontractual Setting" (Marketing Science, 2010)
 * @example =ROLE.BGBB.PURCHASES({"BGBB",1.204,0.75,0.657,2.783}, 6, 6, 6, 5) is 3.7521
 */
export function bgBbPurchases(params: any[][], x: any[][], t_x: any[][], n: any[][], horizon: any): any[][] {
  return answer(() => {
    const next = whole("horizon", ahead(horizon), 0, 1e6);
    return columnTable(purchasesAtNext(parametersOf(params, "BGBB"), opportunities(x, t_x, n, null), next));
  });
}

/**
 * Probability that a customer is alive for the next opportunity.
 * @customfunction BGBB.ALIVE
 * @helpurl https://localhost:3000/help/functions.html#BGBB.ALIVE
 * @purpose Notice who has silently left.
 * @param params The row BGBB.FIT spills, or the bare numbers alpha, beta, gamma, delta, each above 0
 * @param x Purchases so far, whole, 0 or more, one row or column
 * @param t_x Opportunity of the last purchase, whole, x to n; 0 if x is 0
 * @param n Opportunities so far, whole, one per customer or one for all
 * @returns P(alive for opportunity n + 1), 0 to 1, one row per customer
 * @formula share of the likelihood in which the customer is alive through n, times (delta + n) / (gamma + delta + n)
 * @errors #VALUE! a list is missing, holds text, the lists differ in length, or params are not those of BGBB. #NUM! not all whole with 0
 * <= x <= t_x <= n
 * @source P. Fader, B. Hardie and J. Shang, "Customer-Base Analysis in a Discrete-Time Noncontractual Setting" (Marketing Science, 2010)
 * @example =ROLE.BGBB.ALIVE({"BGBB",1.204,0.75,0.657,2.783}, 6, 6, 6) is 0.9304
 */
export function bgBbAlive(params: any[][], x: any[][], t_x: any[][], n: any[][]): any[][] {
  return answer(() => columnTable(aliveForNext(parametersOf(params, "BGBB"), opportunities(x, t_x, n, null))));
}

/**
 * Expected purchases of a customer's whole remaining life, discounted (DERT).
 * @customfunction BGBB.DERT
 * @helpurl https://localhost:3000/help/functions.html#BGBB.DERT
 * @purpose Value donors or yearly buyers by what they will still give.
 * @param params The row BGBB.FIT spills, or the bare numbers alpha, beta, gamma, delta, each above 0
 * @param x Purchases so far, whole, 0 or more, one row or column
 * @param t_x Opportunity of the last purchase, whole, x to n; 0 if x is 0
 * @param n Opportunities so far, whole, one per customer or one for all
 * @param rate Discount rate per opportunity, above 0
 * @returns Discounted expected residual transactions, one row per customer; the next opportunity is discounted once
 * @formula P(alive) x (alpha + x) / (alpha + beta + n) x E[(1 - theta) / (rate + theta)], theta the drop-out probability of a survivor
 * @errors #VALUE! a list is missing, holds text, the lists differ in length, or params are not those of BGBB. #NUM! not all whole with 0
 * <= x <= t_x <= n, or rate is 0 or less
 * @source P. Fader, B. Hardie and J. Shang, "Customer-Base Analysis in a Discrete-Time Noncontractual Setting" (Marketing Science, 2010)
 * @example =ROLE.BGBB.DERT({"BGBB",1.204,0.75,0.657,2.783}, 6, 6, 6, 10%) is 5.9087
 */
export function bgBbDert(params: any[][], x: any[][], t_x: any[][], n: any[][], rate: any): any[][] {
  return answer(() => columnTable(discountedAtNext(parametersOf(params, "BGBB"), opportunities(x, t_x, n, null), discount(rate))));
}

/**
 * Fits the gamma-gamma model of spend per order.
 * @customfunction GAMMAGAMMA.FIT
 * @helpurl https://localhost:3000/help/functions.html#GAMMAGAMMA.FIT
 * @purpose Learn how much of a customer's mean order value is his own and how much is luck of few orders.
 * @param x Repeat orders the mean is taken over, whole, 0 or more, one row or column; rows with 0 are left out
 * @param m Mean value of these orders, in currency, above 0, one per customer; may be empty where x is 0
 * @param [detail=FALSE] TRUE for log-likelihood, standard errors, iterations and a note on the search
 * @returns "GAMMAGAMMA", p, q, gamma in one row; with detail also log-likelihood, standard errors, iterations and note
 * @formula maximum likelihood over orders worth Gamma(p, nu) with nu ~ Gamma(q, gamma)
 * @errors #VALUE! a list is missing, holds text, or the lists differ in length. #NUM! x is not whole or m is not above 0. #N/A no
 * customer has a repeat order
 * @source P. Fader and B. Hardie, "The Gamma-Gamma Model of Monetary Value" (note 025, 2013)
 * @example =INDEX(ROLE.GAMMAGAMMA.FIT({2,1,0,4,3,1,2,5}, {30,55,"",12,41,8,35,90}), 1, 1) is "GAMMAGAMMA"
 * @example =INDEX(ROLE.GAMMAGAMMA.FIT({2,1,0,4,3,1,2,5}, {30,55,"",12,41,8,35,90}), 1, 3) is 3.2924
 */
export function gammaGammaFit(x: any[][], m: any[][], detail: any): any[][] {
  return answer(() => {
    const { frequency, monetaryValue } = readSpend(cellsOf("x", x), cellsOf("m", m));
    return fitTable(fitSpend(frequency, monetaryValue), switches({ detail }, false).detail);
  });
}

/**
 * Expected value of an order of every customer.
 * @customfunction GAMMAGAMMA.SPEND
 * @helpurl https://localhost:3000/help/functions.html#GAMMAGAMMA.SPEND
 * @purpose Do not take two lucky orders for a customer's worth: his mean is drawn towards everybody's, the more so the fewer orders he
 * made.
 * @param params The row GAMMAGAMMA.FIT spills, or the bare numbers p, q, gamma, each above 0
 * @param x Repeat orders the mean is taken over, whole, 0 or more, one row or column
 * @param m Mean value of these orders, in currency, one per customer; may be empty where x is 0
 * @returns Expected value per order in the currency of m, one row per customer; the population mean at x = 0
 * @formula p x (gamma + x m) / (p x + q - 1)
 * @errors #VALUE! the lists differ in length or params are not those of GAMMAGAMMA. #NUM! x is not whole or m is not above 0. #N/A at x =
 * 0 with q of 1 or less: no mean exists
 * @source P. Fader and B. Hardie, "The Gamma-Gamma Model of Monetary Value" (note 025, 2013)
 * @example =ROLE.GAMMAGAMMA.SPEND({"GAMMAGAMMA",6.25,3.74,15.44}, 0, "") is 35.22
 * @example =ROLE.GAMMAGAMMA.SPEND({"GAMMAGAMMA",6.25,3.74,15.44}, 2, 50) is 47.34
 * @example =ROLE.GAMMAGAMMA.SPEND({6.25,0.9,15.44}, 0, "") is #N/A
 */
export function gammaGammaSpend(params: any[][], x: any[][], m: any[][]): any[][] {
  return answer(() => {
    const { frequency, monetaryValue } = readSpend(cellsOf("x", x), cellsOf("m", m));
    return columnTable(expectedSpend(parametersOf(params, "GAMMAGAMMA"), frequency, monetaryValue));
  });
}

/**
 * Fits the shifted-beta-geometric model of contract renewal to a survival curve.
 * @customfunction SBG.FIT
 * @helpurl https://localhost:3000/help/functions.html#SBG.FIT
 * @purpose Project retention beyond the years you have seen. Retention rises with tenure because those who leave easily leave first, not
 * because customers change.
 * @param survivors Customers still there at periods 0, 1, 2, ..., not rising, one row or column
 * @param [detail=FALSE] TRUE for log-likelihood, standard errors, iterations and a note on the search
 * @returns "SBG", alpha, beta in one row; with detail also log-likelihood, standard errors, iterations and note
 * @formula maximum likelihood; survival S(t) = B(alpha, beta + t) / B(alpha, beta)
 * @errors #VALUE! a cell is missing or holds text. #NUM! survivors are negative or rise. #N/A fewer than 3 periods, or nobody at the
 * start
 * @source P. Fader and B. Hardie, "How to Project Customer Retention" (Journal of Interactive Marketing, 2007)
 * @example =INDEX(ROLE.SBG.FIT({1000,869,743,653,593,551,517,491}), 1, 2) is 0.6681
 * @example =INDEX(ROLE.SBG.FIT({1000,869,743,653,593,551,517,491}), 1, 3) is 3.8061
 * @example =INDEX(ROLE.SBG.FIT({1000,869,743,653,593,551,517,491}, TRUE), 1, 4) is -1611.2
 */
export function sbgFit(survivors: any[][], detail: any): any[][] {
  return answer(() => fitTable(fitSbg(numbers({ survivors })), switches({ detail }, false).detail));
}

/**
 * Share of customers still there after some renewals.
 * @customfunction SBG.SURVIVAL
 * @helpurl https://localhost:3000/help/functions.html#SBG.SURVIVAL
 * @purpose Draw the survival curve, and read the years a contract will last.
 * @param params The row SBG.FIT spills, or the bare numbers alpha, beta, each above 0
 * @param periods Renewals, whole, 0 or more, one or a list
 * @returns S(t), 0 to 1, one row per item
 * @formula S(t) = B(alpha, beta + t) / B(alpha, beta)
 * @errors #VALUE! params are not those of SBG or periods is missing. #NUM! periods is not whole or negative
 * @source P. Fader and B. Hardie, "How to Project Customer Retention" (Journal of Interactive Marketing, 2007)
 * @example =ROLE.SBG.SURVIVAL({0.668,3.806}, 7) is 0.4889
 * @example =INDEX(ROLE.SBG.SURVIVAL({1,1}, {0,1,2}), 2, 1) is 0.5
 */
export function sbgSurvival(params: any[][], periods: any[][]): any[][] {
  return answer(() => columnTable(numbers({ periods }).map((t) => survival(parametersOf(params, "SBG"), whole("periods", t, 0, 1e6)))));
}

/**
 * Share of customers up for a renewal who renew.
 * @customfunction SBG.RETENTION
 * @helpurl https://localhost:3000/help/functions.html#SBG.RETENTION
 * @purpose Replace the one retention rate of a plan by the rate of each year of tenure.
 * @param params The row SBG.FIT spills, or the bare numbers alpha, beta, each above 0
 * @param periods Which renewal, whole, 1 or more, one or a list
 * @returns S(t) / S(t - 1), 0 to 1, one row per item
 * @formula (beta + t - 1) / (alpha + beta + t - 1)
 * @errors #VALUE! params are not those of SBG or periods is missing. #NUM! periods is not whole or below 1
 * @source P. Fader and B. Hardie, "How to Project Customer Retention" (Journal of Interactive Marketing, 2007)
 * @example =ROLE.SBG.RETENTION({0.668,3.806}, 1) is 0.8507
 */
export function sbgRetention(params: any[][], periods: any[][]): any[][] {
  return answer(() => columnTable(numbers({ periods }).map((t) => retention(parametersOf(params, "SBG"), whole("periods", t, 1, 1e6)))));
}

/**
 * Discounted expected residual lifetime of a contract customer (DERL).
 * @customfunction SBG.DERL
 * @helpurl https://localhost:3000/help/functions.html#SBG.DERL
 * @purpose Value the contracts you already hold: a long-standing customer is worth more years than a new one.
 * @param params The row SBG.FIT spills, or the bare numbers alpha, beta, each above 0
 * @param renewals Renewals already made, whole, 0 or more
 * @param rate Discount rate per period, above 0
 * @returns Value of 1 per period over the remaining life, seen just before the next renewal, whose payment is not discounted
 * @formula sum over t = 1, 2, ... of S(renewals + t) / S(renewals) x (1 + rate)^-(t - 1)
 * @errors #VALUE! params are not those of SBG. #NUM! renewals is not whole or rate is 0 or less
 * @source P. Fader and B. Hardie, "Customer-Base Valuation in a Contractual Setting" (Marketing Science, 2010)
 * @example =ROLE.SBG.DERL({3.8,15.2}, 0, 10%) is 3.3098
 * @example =ROLE.SBG.DERL({3.8,15.2}, 4, 10%) is 3.8421
 */
export function sbgDerl(params: any[][], renewals: any, rate: any): number {
  return answer(() => {
    const made = whole("renewals", required({ renewals }).renewals, 0, 1e6);
    return discountedResidualLifetime(parametersOf(params, "SBG"), made, discount(rate));
  });
}

/**
 * Fits the beta-discrete-Weibull model of contract renewal to a survival curve.
 * @customfunction BDW.FIT
 * @helpurl https://localhost:3000/help/functions.html#BDW.FIT
 * @purpose As SBG.FIT, where a customer's own inclination to leave falls (c below 1) or rises (c above 1) with tenure.
 * @param survivors Customers still there at periods 0, 1, 2, ..., not rising, one row or column
 * @param [detail=FALSE] TRUE for log-likelihood, standard errors, iterations and a note on the search
 * @returns "BDW", alpha, beta, c in one row; with detail also log-likelihood, standard errors, iterations and note
 * @formula maximum likelihood; survival S(t) = B(alpha, beta + t^c) / B(alpha, beta)
 * @errors #VALUE! a cell is missing or holds text. #NUM! survivors are negative or rise. #N/A fewer than 4 periods, or nobody at the
 * start
 * @source P. Fader, B. Hardie, Y. Liu, J. Davin and T. Steenburgh, "How to Project Customer Retention Revisited" (Journal of Interactive
 * Marketing, 2018)
 * @example =INDEX(ROLE.BDW.FIT({1000,869,743,653,593,551,517,491}), 1, 4) is 1.7236
 */
export function bdwFit(survivors: any[][], detail: any): any[][] {
  return answer(() => fitTable(fitBdw(numbers({ survivors })), switches({ detail }, false).detail));
}

/**
 * Share of customers still there after some renewals.
 * @customfunction BDW.SURVIVAL
 * @helpurl https://localhost:3000/help/functions.html#BDW.SURVIVAL
 * @purpose Draw the survival curve, and read the years a contract will last.
 * @param params The row BDW.FIT spills, or the bare numbers alpha, beta, c, each above 0
 * @param periods Renewals, whole, 0 or more, one or a list
 * @returns S(t), 0 to 1, one row per item
 * @formula S(t) = B(alpha, beta + t^c) / B(alpha, beta)
 * @errors #VALUE! params are not those of BDW or periods is missing. #NUM! periods is not whole or negative
 * @source P. Fader, B. Hardie, Y. Liu, J. Davin and T. Steenburgh, "How to Project Customer Retention Revisited" (Journal of Interactive
 * Marketing, 2018)
 * @example =ROLE.BDW.SURVIVAL({"BDW",0.668,3.806,1}, 7) is 0.4889
 * @example =ROLE.BDW.SURVIVAL({0.259,1.722,1.584}, 12) is 0.3894
 */
export function bdwSurvival(params: any[][], periods: any[][]): any[][] {
  return answer(() => columnTable(numbers({ periods }).map((t) => survival(parametersOf(params, "BDW"), whole("periods", t, 0, 1e6)))));
}

/**
 * Share of customers up for a renewal who renew.
 * @customfunction BDW.RETENTION
 * @helpurl https://localhost:3000/help/functions.html#BDW.RETENTION
 * @purpose Replace the one retention rate of a plan by the rate of each year of tenure.
 * @param params The row BDW.FIT spills, or the bare numbers alpha, beta, c, each above 0
 * @param periods Which renewal, whole, 1 or more, one or a list
 * @returns S(t) / S(t - 1), 0 to 1, one row per item
 * @formula S(t) / S(t - 1) with S(t) = B(alpha, beta + t^c) / B(alpha, beta)
 * @errors #VALUE! params are not those of BDW or periods is missing. #NUM! periods is not whole or below 1
 * @source P. Fader, B. Hardie, Y. Liu, J. Davin and T. Steenburgh, "How to Project Customer Retention Revisited" (Journal of Interactive
 * Marketing, 2018)
 * @example =ROLE.BDW.RETENTION({0.259,1.722,1.584}, 2) is 0.8538
 */
export function bdwRetention(params: any[][], periods: any[][]): any[][] {
  return answer(() => columnTable(numbers({ periods }).map((t) => retention(parametersOf(params, "BDW"), whole("periods", t, 1, 1e6)))));
}

/**
 * Discounted expected residual lifetime of a contract customer (DERL).
 * @customfunction BDW.DERL
 * @helpurl https://localhost:3000/help/functions.html#BDW.DERL
 * @purpose Value the contracts you already hold: a long-standing customer is worth more years than a new one.
 * @param params The row BDW.FIT spills, or the bare numbers alpha, beta, c, each above 0
 * @param renewals Renewals already made, whole, 0 or more
 * @param rate Discount rate per period, above 0
 * @returns Value of 1 per period over the remaining life, seen just before the next renewal, whose payment is not discounted
 * @formula sum over t = 1, 2, ... of S(renewals + t) / S(renewals) x (1 + rate)^-(t - 1)
 * @errors #VALUE! params are not those of BDW. #NUM! renewals is not whole or rate is 0 or less
 * @source P. Fader and B. Hardie, "Customer-Base Valuation in a Contractual Setting" (Marketing Science, 2010)
 * @example =ROLE.BDW.DERL({3.8,15.2,1}, 0, 10%) is 3.3098
 * @example =ROLE.BDW.DERL({0.259,1.722,1.584}, 4, 10%) is 7.3218
 */
export function bdwDerl(params: any[][], renewals: any, rate: any): number {
  return answer(() => {
    const made = whole("renewals", required({ renewals }).renewals, 0, 1e6);
    return discountedResidualLifetime(parametersOf(params, "BDW"), made, discount(rate));
  });
}

/**
 * Lifetime value of every customer from his own history.
 * @customfunction HISTORYLTV
 * @helpurl https://localhost:3000/help/functions.html#HISTORYLTV
 * @purpose Put money on each customer you already have, from what he did and not from what the role hopes for.
 * @param params The row BGNBD.FIT, MBGNBD.FIT or PARETONBD.FIT spills; bare numbers are read as BGNBD
 * @param spend_params The row GAMMAGAMMA.FIT spills, or the bare numbers p, q, gamma
 * @param x Repeat purchases (days with a purchase after the first), whole, 0 or more, one row or column
 * @param t_x Time from the first to the last purchase, one per customer; 0 if and only if x is 0
 * @param T Time from the first purchase to today, in the unit of t_x, one per customer or one for all
 * @param m Mean value of the repeat orders, in currency, one per customer; may be empty where x is 0
 * @param margin_rate Margin as a share of spend; may be negative
 * @param rate Discount rate per unit of time, above -1
 * @param horizon Units of time ahead, whole, 1 to 1,000
 * @returns Present value of the margin expected within the horizon, in the currency of m, one row per customer
 * @formula sum over units t = 1..horizon of (PURCHASES(t) - PURCHASES(t - 1)) x SPEND x margin_rate x (1 + rate)^-t
 * @errors #VALUE! the lists differ in length, or the params are those of another model. #NUM! rate is -1 or less, horizon is not whole or
 * not 1 to 1,000, or a history cannot be. #N/A no expected spend exists
 * @source P. Fader, B. Hardie and K. L. Lee, "RFM and CLV" (Journal of Marketing Research, 2005)
 * @example =ROLE.HISTORYLTV({"BGNBD",0.243,4.414,0.793,2.426}, {"GAMMAGAMMA",6.25,3.74,15.44}, 2, 30.43, 38.86, 35, 40%, 0.2%, 52) is
 * 20.81
 * @example =ROLE.HISTORYLTV({"PARETONBD",0.5534,10.5802,0.6061,11.6562}, {"GAMMAGAMMA",6.25,3.74,15.44}, 0, 0, 38.86, "", 40%, 0.2%, 52)
 * is 1.8264
 */
export function historyLtv(params: any[][], spend_params: any[][], x: any[][], t_x: any[][], T: any[][], m: any[][], margin_rate: any,
  rate: any, horizon: any): any[][] {
  return answer(() => {
    const { model, parameters } = readParameters("params", cellsOf("params", params), ["BGNBD", "MBGNBD", "PARETONBD"]);
    const spend = readParameters("spendParams", cellsOf("spendParams", spend_params), ["GAMMAGAMMA"]).parameters;
    const customers = readSpendingHistories(cellsOf("x", x), cellsOf("t_x", t_x), cellsOf("T", T), cellsOf("m", m));
    const terms = required({ margin_rate, rate, horizon });
    return columnTable(valuesOfHistories(purchaseModels[model], parameters, spend, customers, {
      ...terms, rate: above("rate", terms.rate, -1), horizon: whole("horizon", terms.horizon, 1, 1000),
    }));
  });
}

const parametersOf = (params: any[][], model: ModelName) => readParameters("params", cellsOf("params", params), [model]).parameters;

const histories = (x: any[][], t_x: any[][], T: any[][]) => readHistories(cellsOf("x", x), cellsOf("t_x", t_x), cellsOf("T", T));

const opportunities = (x: any[][], t_x: any[][], n: any[][], count: any[][] | null) =>
  readOpportunities(cellsOf("x", x), cellsOf("t_x", t_x), cellsOf("n", n), optionalLists({ count }).count);

const discount = (rate: any) => above("rate", required({ rate }).rate, 0);

const ahead = (horizon: any) => atLeast("horizon", required({ horizon }).horizon, 0);

const numbers = (given: Record<string, any[][]>): number[] =>
  Object.entries(given).flatMap(([argument, cells]) => Array.from(numberColumn(argument, cellsOf(argument, cells))));
