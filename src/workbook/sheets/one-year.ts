import type { RowSpec } from "../spec";
import type { FormatName } from "../workbook-plan";

type Row = (id: string, label: string, unit: string, formula: string, format: FormatName) => RowSpec;
type Sum = (id: string, label: string, unit: string, formula: string) => RowSpec;

const perPeriod = "{currency}/{period}";

/**
 * What one period brings, line by line, from levels that stand in the same column: on Stakes and wherever other cases are worked out.
 * The margin at list and the cost to serve are referred to as the sheet has them: fixed, or in the case's own column.
 */
export const yearRows = (row: Row, sum: Sum, { margin, serve }: { margin: string; serve: string }): RowSpec[] => [
  row("listValue", "List value of orders", perPeriod, "[orders] * [orderValue]", "money"),
  row("netRevenue", "Net revenue", perPeriod, "[listValue] * (1 - [discount])", "money"),
  row("afterDiscount", "Contribution after discount", perPeriod, `[listValue] * (${margin} - [discount])`, "money"),
  row("fromAccessories", "Contribution of accessories", perPeriod, "[accessories] * [$accValue]", "money"),
  row("fromUpgrades", "Contribution of upgrades", perPeriod, "[upgrades] * [$upgMargin]", "money"),
  row("fromInsight", "Contribution of insight", perPeriod, "[insight] * [$insightValue]", "money"),
  row("costToServe", "Cost to serve", perPeriod, `-1 * ${serve}`, "money"),
  row("latePayment", "Late payment", perPeriod, "-1 * [netRevenue] * ([daysLate] / [$days] * [$wacc] + [$badDebt])", "money"),
  row("recovery", "Putting mistakes right", perPeriod, "-1 * [$incidents] * ([$recoveryCost] + (1 - [forgiveness]) * [$loss])",
    "money"),
  row("excessContacts", "Contacts above standard", perPeriod, "-1 * MAX(0, [contacts] - [$contactsStd]) * [$contactCost]", "money"),
  row("abuseCost", "Cost of claims without ground", perPeriod, "-1 * [netRevenue] * [abuse]", "money"),
  sum("annual", "Annual contribution", perPeriod, "SUM([afterDiscount]:[abuseCost])"),
  row("referralValue", "Value of referrals", perPeriod, "[referrals] * [$oneReferral]", "money"),
];
