import { line, link, type RowSpec } from "../spec";
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

/** One input, fetched once to the sheet that works with it. */
export const fromInputs = (id: string, label: string, unit: string, name: string, format: FormatName): RowSpec =>
  line(id, { label, unit, source: "Inputs" }, { E: link(`[inputs/${name}]`, format) });

/** The prices and costs that the lines of one period refer to. */
export const yearInputs: readonly RowSpec[] = [
  fromInputs("margin", "Margin at list", "% of list value", "in_margin", "percent"),
  fromInputs("serve", "Standard cost to serve", "{currency}/{period}", "in_serve", "money"),
  fromInputs("accValue", "Accessory margin at full take-up", "{currency}/{period}", "in_acc_used", "money"),
  fromInputs("upgMargin", "Upgrade margin", "{currency}/{period}", "in_upg_margin", "money"),
  fromInputs("insightValue", "Value of an insight session", "{currency}", "in_insight", "money"),
  fromInputs("wacc", "Cost of capital for receivables", "% per year", "in_wacc", "percent"),
  fromInputs("days", "Days in the year", "days", "in_days", "money"),
  fromInputs("badDebt", "Bad debt", "% of revenue", "in_bad_debt", "percent"),
  fromInputs("incidents", "Incidents", "incidents/{period}", "in_incidents", "decimal"),
  fromInputs("recoveryCost", "Recovery cost of an incident", "{currency}", "in_recovery", "money"),
  fromInputs("loss", "Loss if a mistake is not forgiven", "{currency}", "in_loss", "money"),
  fromInputs("contactsStd", "Standard contacts", "contacts/{period}", "in_contacts_std", "money"),
  fromInputs("contactCost", "Cost of a contact above standard", "{currency}", "in_contact_cost", "money"),
];
