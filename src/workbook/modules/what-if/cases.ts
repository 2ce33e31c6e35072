import { drivers } from "../../../core/value/drivers";
import { levelFormat } from "../../sheets/inputs";
import { yearRows } from "../../sheets/one-year";
import { across, calc, line, link, total, totalLine, type BlockSpec, type CellSpec, type RowSpec } from "../../spec";
import type { FormatName } from "../../workbook-plan";

/**
 * The closed form of Stakes over columns of our own: column E holds the role as asked, every further column one case of it. A
 * level or an input that a case moves stands in the case's column; whatever never moves stands in column E alone.
 */
export interface Cases {
  /** Letters of the columns beside E. */
  readonly columns: readonly string[];
  /** What a case makes of a level, or of an input that moves, given the id of the line. */
  readonly moved: (id: string) => string;
}

const asked = "INDEX([inputs/measures.E], MATCH([@B], [inputs/measures.B], 0))";
const perPeriod = "{currency}/{period}";

/** Levels, what moves with them and what does not, one period, and the lifetime: four blocks. */
export function caseBlocks({ columns, moved }: Cases): BlockSpec[] {
  const all = ["E", ...columns];
  const row = (id: string, label: string, unit: string, formula: string, format: FormatName): RowSpec =>
    line(id, { label, unit }, across(all, () => calc(formula, format)));
  const sum = (id: string, label: string, unit: string, formula: string): RowSpec =>
    totalLine(id, { label, unit }, columns.at(-1)!, across(all, () => total(formula, "money")));
  const moving = (id: string, label: string, unit: string, base: CellSpec, format: FormatName): RowSpec =>
    line(id, { label, unit, source: id }, { E: base, ...across(columns, () => calc(moved(id), format)) });
  const fetched = (id: string, label: string, unit: string, formula: string, format: FormatName): RowSpec =>
    moving(id, label, unit, link(formula, format), format);
  const fixed = (id: string, label: string, unit: string, formula: string, format: FormatName, source = "Inputs"): RowSpec =>
    line(id, { label, unit, source }, { E: link(formula, format) });
  return [
    {
      id: "levels",
      bands: [{ title: "What the customer does, case by case", tone: "ask", from: "A" }],
      rows: drivers.map(({ id, label, unit, kind }) => fetched(id, label, unit, asked, levelFormat[kind])),
    },
    {
      id: "economics",
      bands: [{ title: "Time, prices and costs", tone: "ask", from: "A" }],
      rows: [
        fetched("rate", "Discount rate", "% per {period}", "[inputs/in_rate]", "percent"),
        fetched("periods", "Horizon, 0 = no end", "{period}s", "N([inputs/in_periods])", "money"),
        fetched("margin", "Margin at list", "% of list value", "[inputs/in_margin]", "percent"),
        fetched("serve", "Standard cost to serve", perPeriod, "[inputs/in_serve]", "money"),
        fetched("deserve", "Cost to deserve", perPeriod, "[commitments/out_deserve_cost]", "money"),
        fetched("ac", "Acquisition cost", "{currency}", "[inputs/in_ac]", "money"),
        fixed("unlimited", "No end", "flag", "(COUNT([inputs/in_periods]) = 0) * 1", "flag"),
        fixed("costGrowth", "Cost inflation of commitments", "% per {period}", "[inputs/in_cost_growth]", "percent"),
        fixed("type", "Timing", "0 end to 1 begin", "[inputs/in_type]", "decimal"),
        fixed("atRisk", "First period at risk", "flag", "[inputs/in_at_risk] * 1", "flag"),
        fixed("accValue", "Accessory margin at full take-up", perPeriod, "[inputs/in_acc_used]", "money"),
        fixed("upgMargin", "Upgrade margin", perPeriod, "[inputs/in_upg_margin]", "money"),
        fixed("insightValue", "Value of an insight session", "{currency}", "[inputs/in_insight]", "money"),
        fixed("wacc", "Cost of capital for receivables", "% per year", "[inputs/in_wacc]", "percent"),
        fixed("days", "Days in the year", "days", "[inputs/in_days]", "money"),
        fixed("badDebt", "Bad debt", "% of revenue", "[inputs/in_bad_debt]", "percent"),
        fixed("incidents", "Incidents", "incidents/{period}", "[inputs/in_incidents]", "decimal"),
        fixed("recoveryCost", "Recovery cost of an incident", "{currency}", "[inputs/in_recovery]", "money"),
        fixed("loss", "Loss if a mistake is not forgiven", "{currency}", "[inputs/in_loss]", "money"),
        fixed("contactsStd", "Standard contacts", "contacts/{period}", "[inputs/in_contacts_std]", "money"),
        fixed("contactCost", "Cost of a contact above standard", "{currency}", "[inputs/in_contact_cost]", "money"),
        fixed("oneReferral", "Value of one referral", "{currency}", "[stakes/out_one_referral]", "money", "Stakes"),
        fixed("tolQ", "Growth factor counts as 1 within", "factor", "[inputs/chk_tol_q]", "level"),
      ],
    },
    {
      id: "oneYear",
      bands: [{ title: "One {period}", tone: "ask", from: "A" }],
      rows: [
        ...yearRows(row, sum, { margin: "[margin]", serve: "[serve]" }),
      ],
    },
    {
      id: "lifetime",
      bands: [{ title: "One lifetime, in closed form", tone: "ask", from: "A" }],
      rows: [
        row("qContribution", "Growth factor q of contribution", "factor", "[retention] * (1 + [growth]) / (1 + [rate])", "factor"),
        row("qReferrals", "Growth factor q of referrals", "factor", "[retention] / (1 + [rate])", "factor"),
        row("qCommitments", "Growth factor q of commitments", "factor", "[retention] * (1 + [$costGrowth]) / (1 + [rate])", "factor"),
        row("sContribution", "Annuity of contribution", "factor", annuity("qContribution"), "factor"),
        row("sReferrals", "Annuity of referrals", "factor", annuity("qReferrals"), "factor"),
        row("sCommitments", "Annuity of commitments", "factor", annuity("qCommitments"), "factor"),
        row("first", "First-payment factor", "factor", "(1 - [$atRisk] * (1 - [retention])) * (1 + [rate]) ^ -(1 - [$type])", "factor"),
        row("endless", "Grows without end", "flag", "[$unlimited] * (MAX([qContribution]:[qCommitments]) >= 1)", "flag"),
        row("pvContribution", "Present value of contribution", "{currency}", "[annual] * [first] * [sContribution]", "money"),
        row("pvReferrals", "Present value of referrals", "{currency}", "[referralValue] * [first] * [sReferrals]", "money"),
        row("pvCommitments", "Present value of commitments", "{currency}", "-1 * [deserve] * [first] * [sCommitments]", "money"),
        row("acquisition", "Acquisition", "{currency}", "-1 * [ac]", "money"),
        sum("net", "Net lifetime value", "{currency}", 'IF([endless] = 1, "", SUM([pvContribution]:[acquisition]))'),
      ],
    },
  ];
}

const annuity = (q: string) =>
  `IF(ABS([${q}] - 1) < [$tolQ], [periods], (1 - (1 - [$unlimited]) * [${q}] ^ ([periods] + [$unlimited])) / (1 - [${q}]))`;
