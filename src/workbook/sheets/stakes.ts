import type { Agreement } from "../../core/agreement";
import { drivers, groups } from "../../core/value/drivers";
import { columnLetters } from "../address";
import {
  across, calc, check, fixed, head, line, link, remark, total, totalLine, type BlockSpec, type CellSpec, type RowSpec, type SheetSpec,
} from "../spec";
import type { FormatName } from "../workbook-plan";
import { levelFormat } from "./inputs";
import { fromInputs, yearInputs, yearRows } from "./one-year";
import { askBlocks, askWidths, paretoChart } from "./stakes-asks";

/** Every case is a column: three of the whole, then one per driver group fallen to as is (gap), then to its worst (swing). */
interface Case {
  readonly title: string;
  readonly group: string;
  /** Level the group falls to: 0 as asked, 1 as is, 2 worst, 3 without commitments. */
  readonly pick: 0 | 1 | 2 | 3;
  readonly all: 0 | 1;
  readonly commitments: 0 | 1;
}

const cases: readonly Case[] = [
  { title: "Role: as asked", group: "none", pick: 0, all: 0, commitments: 1 },
  { title: "As is", group: "all", pick: 1, all: 1, commitments: 1 },
  { title: "Without", group: "all", pick: 3, all: 1, commitments: 0 },
  ...groups.map(({ id, label }): Case => ({ title: `Gap: ${label}`, group: id, pick: 1, all: 0, commitments: 1 })),
  ...groups.map(({ id, label }): Case => ({ title: `Swing: ${label}`, group: id, pick: 2, all: 0, commitments: 1 })),
];

const firstCase = 8;
const caseColumns = cases.map((_, index) => columnLetters(firstCase + index));
const [role, asIs, without] = caseColumns as [string, string, string];
const gapFrom = caseColumns[3]!, gapTo = caseColumns[2 + groups.length]!;
const swingFrom = caseColumns[3 + groups.length]!, swingTo = caseColumns.at(-1)!;

/** What each ask is worth: one year and one lifetime for every case, and the stakes that follow. */
export function stakesSheet(agreement: Agreement): SheetSpec {
  return {
    id: "stakes", name: "Stakes", sheetClass: "calculation",
    title: "Stakes", purpose: "What each ask is worth: every case is a column, every row one formula from column I to the last case",
    columns: { role, asIs, without, gapFrom, gapTo, swingFrom, swingTo, lastCase: swingTo },
    widths: cases.reduce<number[]>((widths) => [...widths, 13], askWidths),
    heads: {
      A: head("Line"), B: head("Label"), C: head("Unit"), D: head("Source or driver"), E: head("As asked", "right"),
      F: head("As is", "right"),
      G: head("Worst", "right"), H: head("Without", "right"), ...across(caseColumns, (_, index) => head(cases[index]!.title, "right")),
    },
    headHeight: 46,
    blocks: [switches, constants, levels, oneYear, lifetime, stakes, beyond, ...askBlocks(agreement)],
    names: {
      rng_stakes: "asks.id:broken", out_one_referral: "oneReferral.E",
      out_contribution_role: "annual.role", out_accessories_role: "fromAccessories.role", out_upgrades_role: "fromUpgrades.role",
    },
    charts: [paretoChart],
    freeze: { columns: 2 },
    numbered: true,
  };
}

const inCases = (cell: (index: number) => CellSpec) => across(caseColumns, (_, index) => cell(index));
const row = (id: string, label: string, unit: string, formula: string, format: FormatName, source = ""): RowSpec =>
  line(id, { label, unit, source }, inCases(() => calc(formula, format)));
const sum = (id: string, label: string, unit: string, formula: string): RowSpec =>
  totalLine(id, { label, unit }, swingTo, inCases(() => total(formula, "money")));

const switches: BlockSpec = {
  id: "switches",
  bands: [{ title: "The cases", tone: "ask", from: "A" }],
  rows: [
    line("group", { label: "Driver group that moves", unit: "group" }, inCases((i) => fixed(cases[i]!.group, "words"))),
    line("pick", { label: "To which level: 0 asked, 1 as is, 2 worst, 3 without", unit: "column" },
      inCases((i) => fixed(cases[i]!.pick, "flag"))),
    line("all", { label: "All drivers move", unit: "flag" }, inCases((i) => fixed(cases[i]!.all, "flag"))),
    line("commitments", { label: "Commitments are paid", unit: "flag" }, inCases((i) => fixed(cases[i]!.commitments, "flag"))),
  ],
};

const worked = (id: string, label: string, unit: string, formula: string, format: FormatName, source = "Inputs"): RowSpec =>
  line(id, { label, unit, source }, { E: calc(formula, format) });

/** Every number that comes from another sheet stands here once, so that the cases below refer to this sheet alone. */
const constants: BlockSpec = {
  id: "constants",
  bands: [{ title: "Taken from other sheets", tone: "ask", from: "A" }],
  rows: [
    fromInputs("rate", "Discount rate", "% per {period}", "in_rate", "percent"),
    worked("periods", "Horizon, 0 = no end", "{period}s", "N([inputs/in_periods])", "money"),
    worked("unlimited", "No end", "flag", "(COUNT([inputs/in_periods]) = 0) * 1", "flag"),
    line("shown", { label: "Periods shown on Value", unit: "{period}s", source: "Columns H to V" }, { E: fixed(15, "money") }),
    worked("horizon", "Periods counted on Value", "{period}s", "[$periods] + [$unlimited] * [$shown]", "money", "Lines above"),
    fromInputs("costGrowth", "Cost inflation of commitments", "% per {period}", "in_cost_growth", "percent"),
    fromInputs("type", "Timing", "0 end to 1 begin", "in_type", "decimal"),
    worked("atRisk", "First period at risk", "flag", "[inputs/in_at_risk] * 1", "flag"),
    fromInputs("ac", "Acquisition cost", "{currency}", "in_ac", "money"),
    ...yearInputs,
    fromInputs("refConv", "Referrals that become customers", "% of referrals", "in_ref_conv", "percent"),
    fromInputs("refIncr", "Of these, would not have come anyway", "% of new customers", "in_ref_incr", "percent"),
    fromInputs("refValue", "Value of a new customer", "{currency}", "in_ref_value", "money"),
    fromInputs("refSaved", "Acquisition cost saved", "{currency}", "in_ref_saved", "money"),
    fromInputs("refCost", "Cost of a referral", "{currency}", "in_ref_cost", "money"),
    worked("oneReferral", "Value of one referral", "{currency}",
      "[$refConv] * ([$refIncr] * [$refValue] + (1 - [$refIncr]) * [$refSaved]) - [$refCost]", "money", "Lines above"),
    line("deserve", { label: "Cost to deserve", unit: "{currency}/{period}", source: "Commitments" },
      { E: link("[commitments/total.cost]", "money") }),
    fromInputs("mode", "Relationship or single sale", "R or T", "in_mode", "words"),
    fromInputs("blend", "Share of money in the weights", "% money", "in_blend", "percent"),
    fromInputs("mustCap", "Fit left when a must is broken", "% of fit", "in_must_cap", "percent"),
    fromInputs("tolQ", "Growth factor counts as 1 within", "factor", "chk_tol_q", "level"),
  ],
};

/** The case's level of each driver: as asked, unless the case moves its group or all of them. */
const levels: BlockSpec = {
  id: "levels",
  bands: [{ title: "What the customer does, case by case", tone: "ask", from: "A" }],
  rows: drivers.map(({ id, label, unit, group, kind }) => line(id, { label, unit, source: group }, {
    ...across(["E", "F", "G", "H"], () => link(`[inputs/${id}.@]`, levelFormat[kind])),
    ...inCases(() => calc("INDEX([@$E:$H], 1 + (([@$D] = [group$]) + [all$] > 0) * [pick$])", levelFormat[kind])),
  })),
};

const perPeriod = "{currency}/{period}";
const oneYear: BlockSpec = {
  id: "oneYear",
  bands: [{ title: "One {period}", tone: "ask", from: "A" }],
  rows: [
    ...yearRows(row, sum, { margin: "[$margin]", serve: "[$serve]" }),
    row("cost", "Commitments", perPeriod, "[commitments] * [$deserve]", "money"),
  ],
};

const annuity = (q: string) =>
  `IF(ABS([${q}] - 1) < [$tolQ], [$periods], (1 - (1 - [$unlimited]) * [${q}] ^ [$horizon]) / (1 - [${q}]))`;

const isEndless = "([$unlimited] * (([qContribution] >= 1) * ([annual] <> 0) + ([qReferrals] >= 1) * ([referralValue] <> 0) "
  + "+ ([qCommitments] >= 1) * ([cost] <> 0)) > 0) * 1";

const lifetime: BlockSpec = {
  id: "lifetime",
  bands: [{ title: "One lifetime, in closed form", tone: "ask", from: "A" }],
  rows: [
    row("qContribution", "Growth factor q of contribution", "factor", "[retention] * (1 + [growth]) / (1 + [$rate])", "factor"),
    row("qReferrals", "Growth factor q of referrals", "factor", "[retention] / (1 + [$rate])", "factor"),
    row("qCommitments", "Growth factor q of commitments", "factor", "[retention] * (1 + [$costGrowth]) / (1 + [$rate])", "factor"),
    row("sContribution", "Annuity of contribution", "factor", annuity("qContribution"), "factor"),
    row("sReferrals", "Annuity of referrals", "factor", annuity("qReferrals"), "factor"),
    row("sCommitments", "Annuity of commitments", "factor", annuity("qCommitments"), "factor"),
    row("first", "First-payment factor", "factor", "(1 - [$atRisk] * (1 - [retention])) * (1 + [$rate]) ^ -(1 - [$type])", "factor"),
    row("pvContribution", "Present value of contribution", "{currency}", "[annual] * [first] * [sContribution]", "money"),
    row("pvReferrals", "Present value of referrals", "{currency}", "[referralValue] * [first] * [sReferrals]", "money"),
    row("pvCommitments", "Present value of commitments", "{currency}", "-1 * [cost] * [first] * [sCommitments]", "money"),
    row("acquisition", "Acquisition", "{currency}", "-1 * [$ac]", "money"),
    sum("net", "Net lifetime value", "{currency}", "SUM([pvContribution]:[acquisition])"),
    row("forward", "Forward value, acquisition already spent", "{currency}", "[net] + [$ac]", "money"),
    line("endless", { label: "No finite value: growth without end", unit: "0/1" }, {
      E: check("SUM([endless.role:lastCase])"), ...inCases(() => check(isEndless)),
    }),
  ],
};

const stakes: BlockSpec = {
  id: "stakes",
  bands: [{ title: "Stakes: what is lost against the role", tone: "ask", from: "A" }],
  rows: [
    sum("stake", "Stake against the role", "{currency}", "[net.role] - [net]"),
    line("near", { label: "Gaps are equal within", unit: "{currency}" }, { E: calc("[$tolQ] * MAX(0, [stake.gapFrom:gapTo])", "factor") }),
    line("carried", { label: "Driver share that the asks carry", unit: "% of the driver" }, across(
      caseColumns.slice(3, 3 + groups.length), () => calc("SUMPRODUCT(([asks.driver] = [group$]) * [asks.use] * [asks.share])",
        "share"))),
  ],
};

const beyond: BlockSpec = {
  id: "beyond",
  bands: [{ title: "Beyond the periods shown on Value", tone: "ask", from: "A" }],
  rows: [
    row("tailContribution", "Tail of contribution", "{currency}", "[$unlimited] * [pvContribution] * [qContribution] ^ [$shown]",
      "money"),
    row("tailReferrals", "Tail of referrals", "{currency}", "[$unlimited] * [pvReferrals] * [qReferrals] ^ [$shown]", "money"),
    row("tailCommitments", "Tail of commitments", "{currency}", "[$unlimited] * [pvCommitments] * [qCommitments] ^ [$shown]", "money"),
    remark("q ^ n of an unlimited value is its tail after n periods."),
  ],
};
