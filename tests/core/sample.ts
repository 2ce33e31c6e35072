/**
 * The worked example of the model, section 1.4 to 1.8: the fictional Alder & Finch Packaging and its customer Fern Foods,
 * and the twelve customers of its portfolio.
 */
import { annualContribution, referralValuePerYear, type Drivers, type Economics } from "../../src/core/value/contribution";
import { netLtv } from "../../src/core/value/net-value";

export const economics: Economics = {
  margin: 0.37, serve: 4800, accessoryValue: 3200, upgradeMargin: 2500, insightValue: 150, incidents: 3, recovery: 200, loss: 900,
  contactsStandard: 30, contactCost: 22, costOfCapital: 0.09, daysInYear: 365, badDebt: 0,
};

/** What the role asks. */
export const asked: Drivers = {
  orders: 12, orderValue: 5000, discount: 0.05, daysLate: 5, accessories: 0.5, upgrades: 0.3, referrals: 1, insight: 4, forgiveness: 0.9,
  contacts: 30, abuse: 0.002, retention: 0.9, growth: 0.03,
};

/** What Fern Foods does. */
export const asIs: Drivers = {
  orders: 10, orderValue: 5200, discount: 0.12, daysLate: 18, accessories: 0.2, upgrades: 0.1, referrals: 0.5, insight: 0, forgiveness: 0.5,
  contacts: 85, abuse: 0.01, retention: 0.82, growth: 0.01,
};

/** The level of each driver that earns nothing. */
export const worst: Drivers = {
  orders: 6, orderValue: 4000, discount: 0.15, daysLate: 60, accessories: 0, upgrades: 0, referrals: 0, insight: 0, forgiveness: 0.3,
  contacts: 120, abuse: 0.02, retention: 0.7, growth: -0.02,
};

export const common = { rate: 0.1, periods: 7, costGrowth: 0.02, acquisitionCost: 6000, deserveCost: 2340 };

/** One referral, at 30 % conversion, 60 % incremental and 10,000 for a new customer. */
export const oneReferral = referralValuePerYear({ referrals: 1, conversion: 0.3, incremental: 0.6, newValue: 10000 });

/** Net lifetime value, in its parts, of a customer who behaves like this. */
export const valueOf = (drivers: Drivers, changes: Partial<Parameters<typeof netLtv>[0]> = {}) => netLtv({
  ...common, margin: annualContribution(drivers, economics).total, referralValue: drivers.referrals * oneReferral,
  retention: drivers.retention, growth: drivers.growth, ...changes,
});

/** The asks by the driver they move, in the order of their weight. */
export const groups: readonly (readonly (keyof Drivers)[])[] = [
  ["orders", "orderValue"], ["discount"], ["retention"], ["contacts"], ["growth"], ["referrals"], ["forgiveness"], ["accessories"], ["abuse"],
  ["daysLate"], ["upgrades"], ["insight"],
];

/** What the role loses when one ask alone falls to another level. */
export const stake = (group: readonly (keyof Drivers)[], level: Drivers) =>
  valueOf(asked).total - valueOf({ ...asked, ...Object.fromEntries(group.map((driver) => [driver, level[driver]])) }).total;

/** What the money says each ask weighs. */
export const swingStakes = groups.map((group) => stake(group, worst));

/** Purchases are measured as orders x order value, the other asks as they are. */
export const levels = (drivers: Drivers) => groups.map(([first, second]) => (second ? drivers[first!] * drivers[second] : drivers[first!]));

/** The portfolio: contribution, retention, growth and referrals now, the same if the role is played, and the bonus. */
export const portfolio: readonly [string, ...number[]][] = [
  ["Amber Dairy", 24500, 0.93, 0.03, 1, 26000, 0.94, 0.03, 1.2, 3000],
  ["Birch Bakeries", 18200, 0.9, 0.02, 0.8, 20300, 0.92, 0.03, 1, 2500],
  ["Cedar Meats", 15900, 0.88, 0.02, 0.6, 17300, 0.9, 0.02, 1, 2000],
  ["Delta Produce", 12400, 0.86, 0.02, 0.5, 17900, 0.9, 0.03, 1, 2000],
  ["Elm Snacks", 9800, 0.85, 0.01, 0.3, 14600, 0.9, 0.02, 0.8, 1500],
  ["Fern Foods", 5269.301, 0.82, 0.01, 0.5, 16295.726, 0.9, 0.03, 1, 1500],
  ["Grove Drinks", 4300, 0.8, 0.01, 0.2, 9400, 0.88, 0.02, 0.5, 1200],
  ["Hazel Catering", 2900, 0.78, 0, 0, 5100, 0.82, 0.01, 0.3, 2000],
  ["Iris Wholesale", 1200, 0.75, 0, 0, 7000, 0.85, 0.01, 0.3, 1500],
  ["Juniper Deli", 3600, 0.76, 0, 0.2, 6200, 0.82, 0.01, 0.4, 900],
  ["Kestrel Retail", -2500, 0.78, 0, 0, 1000, 0.85, 0, 0.1, 2500],
  ["Larch Discount", -6800, 0.85, 0, 0, 800, 0.85, 0, 0, 3500],
];

/** What is observed of them, in the order of the table of the design; percentages without the sign. */
export const observed: readonly (number | "?")[][] = [
  [66000, 6, 93, 36, 3, 1, 90, 45, 0.3, 6, 25, 3],
  [58000, 7, 90, 42, 2, 0.8, 80, 45, 0.4, 9, 25, "?"],
  [54000, 7, 88, 45, 2, 0.6, 80, 40, 0.5, 12, "?", 2],
  [48000, 8, 86, 60, 2, 0.5, 70, 30, 0.6, 15, 15, 1],
  [46000, 9, 85, 66, 1, 0.3, 60, 25, "?", 20, 10, 1],
  [52000, 12, 82, 85, 1, 0.5, 50, 20, 1.0, 18, 10, 0],
  [40000, 10, 80, 80, 1, 0.2, 50, 20, 1.0, 25, "?", "?"],
  [42000, "?", "?", "?", 0, "?", "?", 25, "?", 15, "?", "?"],
  [44000, 13, 75, 100, 0, 0, 40, 10, 1.4, 35, 5, 0],
  [36000, 10, 76, 75, 0, 0.2, 50, 15, 1.0, 52, 5, 0],
  [34000, 14, 78, 110, 0, 0, 30, 5, 1.8, 40, 0, 0],
  [30000, 15, 85, 120, 0, 0, 30, 0, 2.0, 44, 0, 0],
];
export const observedTarget = [60000, 5, 90, 30, 3, 1, 90, 50, 0.2, 5, 30, 4];
export const observedWorst = [24000, 15, 70, 120, -2, 0, 30, 0, 2, 60, 0, 0];
/** The only must: days late, 45. */
export const observedMust = ["", "", "", "", "", "", "", "", "", 45, "", ""];
