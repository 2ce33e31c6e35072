import { atLeast, finite, within } from "../fault";
import { costOfLatePayment, costOfRecovery } from "./consequences";

/** What a customer does in a year: the drivers of its value. */
export interface Drivers {
  orders: number;
  /** List value of one order. */
  orderValue: number;
  /** Discount on list value, 0 to 1. */
  discount: number;
  /** Days after the due date; early payment is negative. */
  daysLate: number;
  /** Take-up of accessories, 0 to 1. */
  accessories: number;
  /** Probability of an upgrade, 0 to 1. */
  upgrades: number;
  referrals: number;
  /** Feedback sessions. */
  insight: number;
  /** Share of our incidents that the customer forgives, 0 to 1. */
  forgiveness: number;
  contacts: number;
  /** Invalid claims as a share of net revenue, 0 to 1. */
  abuse: number;
  /** Probability that the customer stays another year, 0 to 1. */
  retention: number;
  /** Growth of the contribution per year, at least -1. */
  growth: number;
}

/** What a driver is worth to us: prices and costs, entered positive, per year. */
export interface Economics {
  /** Contribution margin at list price, as a share of list value. */
  margin: number;
  /** Standard cost to serve. */
  serve: number;
  /** Margin of accessories at full take-up. */
  accessoryValue: number;
  upgradeMargin: number;
  /** Value of one feedback session. */
  insightValue: number;
  /** Incidents that are our fault. */
  incidents: number;
  /** Cost of putting one incident right. */
  recovery: number;
  /** Loss on an incident that is not forgiven. */
  loss: number;
  /** Contacts included in the standard cost to serve. */
  contactsStandard: number;
  contactCost: number;
  costOfCapital: number;
  daysInYear: number;
  /** Share of net revenue never paid, 0 to 1. */
  badDebt: number;
}

/** The lines of a year, each signed as it counts; total is their sum. */
export interface AnnualContribution {
  contributionAfterDiscount: number;
  accessories: number;
  upgrades: number;
  insight: number;
  costToServe: number;
  latePayment: number;
  recovery: number;
  excessContacts: number;
  abuse: number;
  total: number;
}

/**
 * What a customer contributes in a year after the cost of its behaviour.
 * @example the role customer of the sample workbook contributes 16295.73
 */
export function annualContribution(drivers: Drivers, economics: Economics): AnnualContribution {
  const listValue = drivers.orders * drivers.orderValue;
  const netRevenue = listValue * (1 - drivers.discount);
  const { daysInYear, costOfCapital, badDebt, incidents, recovery, loss, contactsStandard, contactCost } = economics;
  const lines = {
    contributionAfterDiscount: listValue * (economics.margin - drivers.discount),
    accessories: drivers.accessories * economics.accessoryValue,
    upgrades: drivers.upgrades * economics.upgradeMargin,
    insight: drivers.insight * economics.insightValue,
    costToServe: 0 - economics.serve,
    latePayment: 0 - costOfLatePayment({ rate: costOfCapital, revenue: netRevenue, daysLate: drivers.daysLate, badDebt, basis: daysInYear }),
    recovery: 0 - costOfRecovery({ incidents, cost: recovery, forgiveness: drivers.forgiveness, loss }),
    excessContacts: 0 - Math.max(0, drivers.contacts - contactsStandard) * contactCost,
    abuse: 0 - netRevenue * drivers.abuse,
  };
  return { ...lines, total: finite(sum(Object.values(lines))) };
}

/** A year in few words, for a cell: the rest of annualContribution comes in as sums. */
export interface YearInBrief {
  purchases: number;
  /** List value of one purchase. */
  value: number;
  /** Contribution margin at list price, any sign. */
  marginRate: number;
  costToServe?: number | undefined;
  /** Discount on list value, 0 to 1. */
  discount?: number | undefined;
  extras?: readonly number[] | undefined;
  /** Entered positive. */
  behaviourCosts?: readonly number[] | undefined;
}

const sum = (items: readonly number[]) => items.reduce((total, item) => total + item, 0);

/**
 * Contribution of a customer in one year: purchases x value x (margin rate - discount) - cost to serve + extras - behaviour costs.
 * @throws out-of-range if discount is outside 0 to 1
 * @example contributionOfYear({ purchases: 12, value: 5000, marginRate: 0.32, costToServe: 4800 }) is 14400
 */
export function contributionOfYear(year: YearInBrief): number {
  const { purchases, value, marginRate, costToServe = 0, discount = 0, extras = [], behaviourCosts = [] } = year;
  within("discount", discount, 0, 1);
  return finite(purchases * value * (marginRate - discount) - costToServe + sum(extras) - sum(behaviourCosts));
}

/** Referrals of a year and what becomes of them. */
export interface Referrals {
  referrals: number;
  /** Share of referrals that become customers, 0 to 1. */
  conversion: number;
  /** Lifetime value of a new customer. */
  newValue: number;
  /** Share of them that would not have come anyway, 0 to 1. Default 1. */
  incremental?: number | undefined;
  /** Acquisition cost saved on each of the others. Default 0. */
  savedCost?: number | undefined;
  /** Cost per referral, won or lost. Default 0. */
  cost?: number | undefined;
}

/**
 * What the referrals of one year are worth:
 * referrals x (conversion x (incremental x new value + (1 - incremental) x saved cost) - cost per referral).
 * @throws out-of-range if referrals < 0, or conversion or incremental outside 0 to 1
 * @example referralValuePerYear({ referrals: 1, conversion: 0.3, newValue: 10000, incremental: 0.6 }) is 1800
 */
export function referralValuePerYear(given: Referrals): number {
  const { referrals, conversion, newValue, incremental = 1, savedCost = 0, cost = 0 } = given;
  atLeast("referrals", referrals, 0);
  within("conversion", conversion, 0, 1);
  within("incremental", incremental, 0, 1);
  return finite(referrals * (conversion * (incremental * newValue + (1 - incremental) * savedCost) - cost));
}
