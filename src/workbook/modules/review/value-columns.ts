import { asks } from "../../../core/role/asks";
import { groups, drivers, type GroupId } from "../../../core/value/drivers";
import { levelFormat } from "../../sheets/inputs";
import { fromInputs, yearInputs } from "../../sheets/one-year";
import { across, calc, line, link, note, type CellSpec, type RowSpec, type TableColumn } from "../../spec";
import type { FormatName } from "../../workbook-plan";

type Column = TableColumn<number>;
const numeric = (key: string, head: string, formula: string, format: FormatName): Column =>
  ({ key, head, width: 11, align: "right", cell: () => calc(formula, format) });
const money = (key: string, head: string, formula: string) => numeric(key, head, formula, "money");
const factor = (key: string, head: string, formula: string) => numeric(key, head, formula, "factor");

/** What moves the money: a group of drivers with the ask that measures it. */
export const measures = groups.map(({ id, label }) => ({
  id, label, ask: asks.find(({ driver, measured }) => measured && driver === id)!.id,
  format: id === "purchases" ? "inputMoney" : levelFormat[drivers.find(({ group }) => group === id)!.kind],
}));

/** Column of the level of a group, and of what its change moved. */
export const levelOf = (group: GroupId) => `at_${group}`;
export const driftOf = (group: GroupId) => `drift_${group}`;
/** First and last column of what each group moved. */
export const drifts = { driftFirst: driftOf(groups[0]!.id), driftLast: driftOf(groups.at(-1)!.id) };

/** The two results a reader came for: what a row is worth, and what it moved since the row before. */
export const worthColumns = (rows: string): readonly Column[] => [
  money("worth", "Worth", 'IF([@finite] = 0, "", [@first] * [@flows] - [$ac])'),
  money("drift", "Moved the value", `[@both] * (N([@worth]) - N(${before(rows)("worth")}))`),
];

/**
 * What a row of levels is worth, in the closed form of Stakes, and what each group alone moved since the row before: its change, times
 * what a unit of it was worth there. `rows` is the block whose rows are held against each other; `level` says what stands in a level, `share` how much of
 * a group's change counts.
 */
export const valueColumns = (rows: string, level: (group: GroupId) => CellSpec, share = (_: GroupId) => ""): readonly Column[] => [
  numeric("before", "Held against row", "MAX(1, [@line] - 1)", "flag"),
  ...measures.map(({ id, label }): Column => ({ key: levelOf(id), head: `${label}: level`, width: 11, align: "right", cell: () => level(id) })),
  ...year,
  ...lifetime(rows),
  ...sinceBefore(rows),
  ...retentionMoved(rows),
  ...measures.map(({ id, label }) => money(driftOf(id), `${label}: moved the value`, `[@both] * ${share(id)}${moved[id]}`)),
  money("interaction", "What several share", `[@drift] - SUM([@${drifts.driftFirst}:${drifts.driftLast}])`),
];

/** As far as an ask in use carries it. */
export const carried = (group: GroupId) => `[share.${driftOf(group)}] * `;
const before = (rows: string) => (column: string) => `INDEX([${rows}.${column}], [@before])`;

// --- one row

const year: readonly Column[] = [
  factor("lost", "Lost of net revenue", "[@at_daysLate] / [$days] * [$wacc] + [$badDebt] + [@at_abuse]"),
  factor("left", "Net of list value", "1 - [@at_discount]"),
  factor("perList", "Kept of list value", "[$margin] - [@at_discount] - [@left] * [@lost]"),
  numeric("over", "Contacts above standard", "MAX(0, [@at_contacts] - [$contactsStd])", "decimal"),
  money("extras", "Accessories, upgrades, insight", "[@at_accessories] * [$accValue] + [@at_upgrades] * [$upgMargin] + [@at_insight] * [$insightValue]"),
  money("costs", "Service, mistakes, contacts",
    "[$serve] + [$incidents] * ([$recoveryCost] + (1 - [@at_forgiveness]) * [$loss]) + [@over] * [$contactCost]"),
  money("annual", "Annual contribution", "[@at_purchases] * [@perList] + [@extras] - [@costs]"),
  money("referralValue", "Value of referrals", "[@at_referrals] * [$oneReferral]"),
];

const annuity = (q: string) =>
  `IF(ABS([@${q}] - 1) < [$tolQ], [$periods], (1 - (1 - [$unlimited]) * [@${q}] ^ [$horizon]) / (1 - [@${q}]))`;

const lifetime = (rows: string): readonly Column[] => [
  factor("qContribution", "q of contribution", "[@at_retention] * (1 + [@at_growth]) / (1 + [$rate])"),
  factor("qReferrals", "q of referrals", "[@at_retention] / (1 + [$rate])"),
  factor("qCommitments", "q of commitments", "[@at_retention] * (1 + [$costGrowth]) / (1 + [$rate])"),
  factor("sContribution", "Annuity of contribution", annuity("qContribution")),
  factor("sReferrals", "Annuity of referrals", annuity("qReferrals")),
  factor("sCommitments", "Annuity of commitments", annuity("qCommitments")),
  factor("first", "First-payment factor", "(1 - [$atRisk] * (1 - [@at_retention])) * (1 + [$rate]) ^ -(1 - [$type])"),
  money("flows", "Flows before timing", "[@annual] * [@sContribution] + [@referralValue] * [@sReferrals] - [$deserve] * [@sCommitments]"),
  numeric("finite", "Has a finite value", "1 - [$unlimited] * (([@qContribution] >= 1) * ([@annual] <> 0) "
    + "+ ([@qReferrals] >= 1) * ([@referralValue] <> 0) + ([@qCommitments] >= 1) * ([$deserve] <> 0) > 0)", "flag"),
  numeric("both", "Both have a finite value", `[@finite] * ${before(rows)("finite")}`, "flag"),
];

// --- against the row before

const changing = measures.filter(({ id }) => id !== "retention" && id !== "growth" && id !== "contacts");

const sinceBefore = (rows: string): readonly Column[] => [
  ...changing.map(({ id, label }) => numeric(`change_${id}`, `${label}: change`, `[@at_${id}] - ${before(rows)(`at_${id}`)}`, "factor")),
  factor("change_contacts", "Contacts above standard: change", `[@over] - ${before(rows)("over")}`),
  factor("perListBefore", "Kept of list value before", before(rows)("perList")),
  factor("keptBefore", "Kept of net revenue before", `1 - ${before(rows)("lost")}`),
  factor("aYear", "One a year was worth", `${before(rows)("first")} * ${before(rows)("sContribution")}`),
  money("list", "List value was worth", `[@aYear] * ${before(rows)("at_purchases")}`),
  money("net", "Net revenue was worth", `[@list] * ${before(rows)("left")}`),
  money("annualBefore", "Contribution before", before(rows)("annual")),
  money("referralsBefore", "Value of referrals before", before(rows)("referralValue")),
];

/** Retention and growth move every year to come, so the lifetime is worked out anew with one of them changed. */
const retentionMoved = (rows: string): readonly Column[] => [
  factor("qStay", "q with the new retention", `[@at_retention] * (1 + ${before(rows)("at_growth")}) / (1 + [$rate])`),
  factor("sStay", "Annuity with the new retention", annuity("qStay")),
  factor("qGrow", "q with the new growth", `${before(rows)("at_retention")} * (1 + [@at_growth]) / (1 + [$rate])`),
  factor("sGrow", "Annuity with the new growth", annuity("qGrow")),
  money("stayContribution", "Retention moved of contribution", "[@annualBefore] * ([@first] * [@sStay] - [@aYear])"),
  money("stayReferrals", "Retention moved of referrals",
    `[@referralsBefore] * ([@first] * [@sReferrals] - ${before(rows)("first")} * ${before(rows)("sReferrals")})`),
  money("stayCommitments", "Retention moved of commitments",
    `[$deserve] * ([@first] * [@sCommitments] - ${before(rows)("first")} * ${before(rows)("sCommitments")})`),
  money("growContribution", "Growth moved of contribution", `[@annualBefore] * (${before(rows)("first")} * [@sGrow] - [@aYear])`),
  money("referralsMoved", "Referrals moved", `[@change_referrals] * [$oneReferral] * ${before(rows)("first")} * ${before(rows)("sReferrals")}`),
];

/** Where a mixed case grows without end there is no value to compare. */
const ends = (q: string) => `([$unlimited] * ([@${q}] >= 1) = 0)`;

/** The change of each group in money, all others as they were before. */
const moved: Readonly<Record<GroupId, string>> = {
  purchases: "[@aYear] * [@change_purchases] * [@perListBefore]",
  discount: "-1 * [@list] * [@change_discount] * [@keptBefore]",
  daysLate: "-1 * [@net] * [@change_daysLate] / [$days] * [$wacc]",
  accessories: "[@aYear] * [@change_accessories] * [$accValue]",
  upgrades: "[@aYear] * [@change_upgrades] * [$upgMargin]",
  referrals: "[@referralsMoved]",
  insight: "[@aYear] * [@change_insight] * [$insightValue]",
  forgiveness: "[@aYear] * [@change_forgiveness] * [$incidents] * [$loss]",
  contacts: "-1 * [@aYear] * [@change_contacts] * [$contactCost]",
  abuse: "-1 * [@net] * [@change_abuse]",
  retention: `${ends("qStay")} * ([@stayContribution] + [@stayReferrals] - [@stayCommitments])`,
  growth: `${ends("qGrow")} * [@growContribution]`,
};

// --- what they are worked out with

/** Prices, costs and time, fetched once. */
export const valueConstants: readonly RowSpec[] = [
  fromInputs("rate", "Discount rate", "% per {period}", "in_rate", "percent"),
  line("horizonOr0", { label: "Horizon, 0 = no end", unit: "{period}s", source: "Inputs" }, { E: link("N([inputs/in_periods])", "money") }),
  line("unlimited", { label: "No end", unit: "flag", source: "Inputs" }, { E: link("(COUNT([inputs/in_periods]) = 0) * 1", "flag") }),
  line("horizon", { label: "Exponent of the closed form", unit: "{period}s", source: "Lines above" }, { E: calc("[$horizonOr0] + [$unlimited]", "money") }),
  fromInputs("costGrowth", "Cost inflation of commitments", "% per {period}", "in_cost_growth", "percent"),
  fromInputs("type", "Timing", "0 end to 1 begin", "in_type", "decimal"),
  line("atRisk", { label: "First period at risk", unit: "flag", source: "Inputs" }, { E: link("[inputs/in_at_risk] * 1", "flag") }),
  fromInputs("ac", "Acquisition cost", "{currency}", "in_ac", "money"),
  ...yearInputs,
  fromInputs("tolQ", "Growth factor counts as 1 within", "factor", "chk_tol_q", "level"),
  line("oneReferral", { label: "Value of one referral", unit: "{currency}", source: "Stakes" }, { E: link("[stakes/out_one_referral]", "money") }),
  line("deserve", { label: "Cost to deserve", unit: "{currency}/{period}", source: "Commitments" }, { E: link("[commitments/out_deserve_cost]", "money") }),
  line("asAsked", { label: "Net value as asked", unit: "{currency}", source: "Summary" }, { E: link("N([summary/out_netltv_role])", "money") }),
];

/** Levels as entered on Inputs, over the columns of the levels, and the share that an ask in use carries, over those of the drift. */
export function measureRows(): RowSpec[] {
  const [levels, moves] = [measures.map(({ id }) => levelOf(id)), measures.map(({ id }) => driftOf(id))];
  const place = (cell: (i: number) => CellSpec) => ({ ...across(levels, (_, i) => cell(i)), ...across(moves, (_, i) => cell(i)) });
  const stakes = (column: string) => `INDEX([stakes/asks.${column}], [measureLine])`;
  return [
    line("measure", { label: "Ask that measures it", unit: "id", source: "Role Definition" }, place((i) => note(measures[i]!.ask, { align: "right" }))),
    line("measureLine", { label: "Its line on Stakes", unit: "line", source: "Stakes" }, place(() => calc("MATCH([measure], [stakes/asks.id], 0)", "flag"))),
    line("driver", { label: "Group of drivers", unit: "name", source: "Stakes" }, across(moves, (_, i) => note(measures[i]!.id, { align: "right" }))),
    line("asIs", { label: "As is, while nobody has measured", unit: "as the measure", source: "Stakes" },
      across(levels, (_, i) => link(`N(${stakes("actual")})`, measures[i]!.format))),
    line("asked", { label: "As asked", unit: "as the measure", source: "Stakes" }, across(levels, (_, i) => link(`N(${stakes("target")})`, measures[i]!.format))),
    line("apart", { label: "Target and worst lie apart", unit: "flag", source: "Stakes" },
      across(moves, () => link(`(${stakes("target")} <> ${stakes("worst")}) * 1`, "flag"))),
    line("itsOwn", { label: "The ask is worth what this driver is worth", unit: "flag", source: "Stakes" },
      across(moves, () => link(`(${stakes("driver")} = [driver]) * 1`, "flag"))),
    line("share", { label: "Share of it that the ask carries", unit: "share", source: "Stakes" },
      across(moves, () => link(`[apart] * [itsOwn] * ${stakes("use")} * ${stakes("share")}`, "share"))),
  ];
}
