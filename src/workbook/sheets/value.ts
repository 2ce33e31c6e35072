import type { Agreement } from "../../core/agreement";
import { columnLetters } from "../address";
import {
  across, calc, head, line, link, remark, total, totalLine, type BlockSpec, type CellSpec, type ChartSpec, type RowSpec,
  type SheetSpec,
} from "../spec";
import type { FormatName } from "../workbook-plan";
import { aloneBlocks } from "./value-alone";
import { commitmentBlocks, perfectionChart } from "./value-commitments";
import { searchBlocks } from "./value-search";

/** The three cases shown side by side, with the column of each on Stakes and here. */
interface Shown {
  readonly key: string;
  readonly title: string;
  readonly words: string;
  /** Keeps the labels of the three schedules apart. */
  readonly suffix: string;
  readonly on: "role" | "asIs" | "without";
  readonly column: string;
}
const shown: readonly Shown[] = [
  { key: "Role", title: "As asked", words: "as asked", suffix: "", on: "role", column: "E" },
  { key: "AsIs", title: "As is", words: "as is", suffix: ", as is", on: "asIs", column: "F" },
  { key: "Without", title: "Without", words: "without commitments", suffix: ", without", on: "without", column: "G" },
];

/** Periods 1 to 15 stand in columns H to V. */
const periods = Array.from({ length: 15 }, (_, index) => columnLetters(7 + index));
const money = "{currency}";
const perPeriod = "{currency}/{period}";

const lineHeads = { A: head("Line"), B: head("Label"), C: head("Unit"), D: head("Source") };
const caseHeads = { ...lineHeads, ...Object.fromEntries(shown.map(({ column, title }) => [column, head(title, "right")])) };

/** From one period to a lifetime: the schedule of three cases, the closed form, and the proof that both agree. */
export function valueSheet(agreement: Agreement): SheetSpec {
  return {
    id: "value", name: "Value", sheetClass: "calculation",
    title: "Value", purpose: "From one period to a lifetime: annual contribution, schedule, closed form, and the proof that they agree",
    widths: [7, 31, 11, 20, 11, 11, 12, ...periods.map(() => 10.5)],
    heads: caseHeads,
    blocks: [onePeriod, ...shown.map(schedule), chartArea, paidMarks, netValue, bridge, surplus, alternative, ...searchBlocks, ...aloneBlocks(agreement),
      ...commitmentBlocks(agreement)],
    conditions: [
      ...shown.map(({ key }) => ({ on: `schedule${key}.H:V`, when: `[inHorizon${key}$] = 0`, look: "beyond" as const })),
      ...["alone.A:found", "bring.A:curved"].map((on) => ({ on, when: "[@$cost] = 0", look: "off" as const })),
    ],
    charts: [cumulativeChart, perfectionChart],
    freeze: { columns: 2 },
    numbered: true,
  };
}

const fromStakes = (id: string, format: FormatName) => Object.fromEntries(shown.map(({ column, on }) =>
  [column, link(`[stakes/${id}.${on}]`, format)]));
const stakesLine = (id: string, label: string, unit: string): RowSpec =>
  line(id, { label, unit, source: "Stakes" }, fromStakes(id, "money"));
const inCases = (cell: (each: Shown) => CellSpec) => Object.fromEntries(shown.map((each) => [each.column, cell(each)]));

const onePeriod: BlockSpec = {
  id: "onePeriod",
  bands: [{ title: "One {period}", tone: "ask", from: "A" }],
  rows: [
    stakesLine("listValue", "List value of orders", perPeriod),
    stakesLine("afterDiscount", "Contribution after discount", perPeriod),
    stakesLine("fromAccessories", "Accessories", perPeriod),
    stakesLine("fromUpgrades", "Upgrades", perPeriod),
    stakesLine("fromInsight", "Insight", perPeriod),
    stakesLine("costToServe", "Cost to serve", perPeriod),
    stakesLine("latePayment", "Late payment", perPeriod),
    stakesLine("recovery", "Putting mistakes right", perPeriod),
    stakesLine("excessContacts", "Contacts above standard", perPeriod),
    stakesLine("abuseCost", "Claims without ground", perPeriod),
    totalLine("annual", { label: "Annual contribution", unit: perPeriod }, "G",
      inCases(() => total("SUM([afterDiscount]:[abuseCost])", "money"))),
    stakesLine("referralValue", "Referrals, per period", perPeriod),
    stakesLine("cost", "Commitments, per period", perPeriod),
  ],
};

/** The schedule of one case: each row one formula from period 1 to 15, constants in E, total in F, opening in G. */
function schedule({ key, words, suffix, on, column }: Shown): BlockSpec {
  const series = (id: string, label: string, unit: string, formula: string, format: FormatName, more: Record<string, CellSpec> = {},
    source = ""): RowSpec =>
    line(`${id}${key}`, { label: `${label}${suffix}`, unit, source },
      { ...more, ...across(periods, () => calc(formula.replaceAll("~", key), format)) });
  const stakes = (id: string, format: FormatName) => ({ E: link(`[stakes/${id}]`, format) });
  const ofCase = (id: string, format: FormatName) => ({ E: link(`[stakes/${id}.${on}]`, format) });
  const start = (value: number) => ({ G: { content: value, style: "calc" as const, format: "factor" as const } });
  const tail = (id: string, label: string) => line(`${id}${key}`,
    { label: `Beyond 15: ${label}${suffix}`, unit: money, source: "Stakes" }, { F: link(`[stakes/${id}.${on}]`, "money") });
  return {
    id: `schedule${key}`,
    bands: [{ title: `Period by period, ${words}`, tone: key === "Without" ? "give" : "ask", from: "A" }],
    heads: {
      ...lineHeads, E: head("Constant", "right"), F: head("Total", "right"), G: head("Opening", "right"),
      ...across(periods, () => head({ formula: `PROPER([inputs/in_period]) & " " & [period${key}]` }, "right")),
    },
    rows: [
      series("period", "Period", "no.", "[<period~] + 1", "flag", { G: { content: 0, style: "calc", format: "flag" } }),
      series("inHorizon", "In horizon", "flag", "([period~] <= [$inHorizon~]) * 1", "flag", stakes("horizon", "money"), "Stakes"),
      series("renewal", "Renewal needed", "flag", "(([period~] > 1) + [$renewal~] > 0) * 1", "flag", stakes("atRisk", "flag"), "Stakes"),
      series("survival", "Survival", "prob.", "[<survival~] * (1 - [renewal~] * (1 - [$survival~]))", "factor",
        { ...ofCase("retention", "percent"), ...start(1) }, "Stakes"),
      series("growthIndex", "Growth index", "x", "IF([<period~] = 0, 1, (1 + [$growthIndex~]) ^ [<period~])", "factor",
        ofCase("growth", "percent"), "Stakes"),
      series("costIndex", "Cost index", "x", "IF([<period~] = 0, 1, (1 + [$costIndex~]) ^ [<period~])", "factor",
        stakes("costGrowth", "percent"), "Stakes"),
      series("ifAlive", "Contribution if alive", money, "[$ifAlive~] * [growthIndex~]", "money",
        { E: calc(`[annual.${column}]`, "money") }, "One period"),
      series("referralsIfAlive", "Referral value if alive", money, "[$referralsIfAlive~]", "money",
        { E: calc(`[referralValue.${column}]`, "money") }, "One period"),
      series("costIfAlive", "Commitments if alive", money, "-1 * [$costIfAlive~] * [costIndex~]", "money",
        { E: calc(`[cost.${column}]`, "money") }, "One period"),
      series("expected", "Expected", money, "[inHorizon~] * [survival~] * SUM([ifAlive~]:[costIfAlive~])", "money"),
      line(`timing${key}`, { label: `Timing${suffix}`, unit: "0 to 1", source: "Stakes" }, stakes("type", "decimal")),
      series("discount", "Discount factor", "x", "(1 + [$discount~]) ^ -([period~] - [$timing~])", "factor", stakes("rate", "percent"),
        "Stakes"),
      { ...totalLine(`present${key}`, { label: `Present value${suffix}`, unit: money }, "V", {
        F: total(`SUM([present${key}.H:V])`, "money"), ...across(periods, () => total(`[expected${key}] * [discount${key}]`, "money")),
      }) },
      tail("tailContribution", "contribution"),
      tail("tailReferrals", "referrals"),
      tail("tailCommitments", "commitments"),
      series("cumulative", "Cumulative", money, "[<cumulative~] + [present~]", "money",
        { ...stakes("ac", "money"), G: calc(`-1 * [$cumulative${key}]`, "money") }, "Stakes"),
      totalLine(`bySchedule${key}`, { label: `By schedule${suffix}`, unit: money }, "G", {
        F: total(`SUM([present${key}.F]:[tailCommitments${key}.F]) + [cumulative${key}.G]`, "money"),
      }),
      line(`closed${key}`, { label: `Closed form${suffix}`, unit: money, source: "Stakes" }, { F: link(`[stakes/net.${on}]`, "money") }),
      line(`agree${key}`, { label: `They agree${suffix}`, unit: "0/1", source: "Inputs" }, {
        E: link("[inputs/chk_tol]", "level"),
        F: { ...calc(`(ABS([bySchedule${key}.F] - [closed${key}.F]) > [$agree${key}]) * 1`, "check"), style: "check" },
      }),
    ],
  };
}

/** Empty rows for the chart of the two running totals. */
const chartArea: BlockSpec = {
  id: "chartArea",
  bands: [{ title: "The money comes back: running total as asked and as is", tone: "ask", from: "A" }],
  rows: Array.from({ length: 14 }, () => ({ cells: {} })),
};

const drawn = shown.filter(({ key }) => key !== "Without");

/** When the cost of winning has come back, and where the chart marks it: at the end of a line that has not come back by then. */
const paidMarks: BlockSpec = {
  id: "paidMarks",
  heads: caseHeads,
  rows: [
    line("openBefore", { label: "Still open before it comes back", unit: money }, Object.fromEntries(drawn.map(({ key, column }) =>
      [column, calc(`INDEX([cumulative${key}.G:V], MAX(1, [paidBack]))`, "money")]))),
    line("comesIn", { label: "Present value of that period", unit: money }, Object.fromEntries(drawn.map(({ key, column }) =>
      [column, calc(`INDEX([present${key}.H:V], MAX(1, [paidBack]))`, "money")]))),
    line("payback", { label: "Paid back after", unit: "{period}s" }, Object.fromEntries(drawn.map(({ column }) =>
      [column, calc('IF([paidBack] = 0, "later", [paidBack] - 1 - [openBefore] / MAX([comesIn], [$sTolQ]))', "decimal")]))),
    line("markAt", { label: "Marked in the chart at", unit: "{period}s" }, Object.fromEntries(drawn.map(({ key, column }) =>
      [column, calc(`IF(COUNT([payback]) = 0, [period${key}.V], [payback])`, "decimal")]))),
    line("markHeight", { label: "Marked in the chart at a height of", unit: money }, Object.fromEntries(drawn.map(({ key, column }) =>
      [column, calc(`IF(COUNT([payback]) = 0, [cumulative${key}.V], 0)`, "money")]))),
  ],
};

const cumulativeChart: ChartSpec = {
  name: "Running total",
  kind: "scatter",
  altText: "Two lines over 15 periods: the running total of present value as asked and, dashed, as is. "
    + "The points mark where each crosses zero: the customer has paid back.",
  axes: { across: "Periods", up: "Present value, running total" },
  place: "chartArea.C:P",
  series: [
    { name: "As asked", values: "cumulativeRole.G:V", categories: "periodRole.G:V", look: "ask", as: "line" },
    { name: "As is", values: "cumulativeAsIs.G:V", categories: "periodAsIs.G:V", look: "lossDashed", as: "line" },
    { name: "Paid back as asked", values: "markHeight.E", categories: "markAt.E", look: "ask" },
    { name: "Paid back as is", values: "markHeight.F", categories: "markAt.F", look: "lossDashed" },
  ],
};

const netValue: BlockSpec = {
  id: "netValue",
  bands: [{ title: "Net lifetime value", tone: "ask", from: "A" }],
  heads: caseHeads,
  rows: [
    stakesLine("pvContribution", "Contribution", money),
    stakesLine("pvReferrals", "Referrals", money),
    stakesLine("pvCommitments", "Commitments", money),
    stakesLine("acquisition", "Cost of winning the customer", money),
    totalLine("net", { label: "Net lifetime value", unit: money }, "G",
      inCases(() => total("SUM([pvContribution]:[acquisition])", "money"))),
    line("shown", { label: "Net lifetime value, if finite", unit: money, source: "Stakes" }, inCases(({ column }) => ({
      ...calc('IF([stakes/endless] > 0, "no finite value", [net])', "money"),
      ...(column === "G" && { id: "out_netltv_without", name: "out_netltv_without" }),
    }))),
    line("forward", { label: "Forward value, winning is paid", unit: money, source: "Stakes" }, fromStakes("forward", "money")),
    line("lessGuess", { label: "Less the first guess", unit: money, source: "Inputs" }, {
      E: calc('IF(COUNT([shown]) * COUNT([inputs/firstGuess]) = 0, "", [shown] - [inputs/firstGuess])', "money"),
    }),
    line("giveGet", { label: "We give for what we ask", unit: "%" }, inCases(() =>
      calc("IF([pvContribution] + [pvReferrals] = 0, 0, -1 * [pvCommitments] / ([pvContribution] + [pvReferrals]))", "percent"))),
    line("growthFactor", { label: "Growth factor of contribution", unit: "factor", source: "Stakes" },
      fromStakes("qContribution", "factor")),
    line("counted", { label: "Periods counted", unit: "{period}s", source: "Stakes" }, inCases(() => link("[stakes/horizon]", "money"))),
    line("inside", { label: "Inside them, of an endless one", unit: "%" }, inCases(() =>
      calc('IF([growthFactor] < 1, 1 - [growthFactor] ^ [counted], "endless")', "percent"))),
    line("paidBack", { label: "Paid back in period, 0 = later", unit: "no." }, inCases(({ key }) =>
      calc(`(COUNTIF([cumulative${key}.H:V], ">=0") > 0) * (1 + COUNTIF([cumulative${key}.H:V], "<0"))`, "flag"))),
    line("wholeLife", { label: "A customer stays, if nothing ends it", unit: "{period}s" }, inCases(({ key }) =>
      calc(`IF([$survival${key}] < 1, 1 / (1 - [$survival${key}]), "for ever")`, "decimal"))),
    line("lives", { label: "Horizon in such lives", unit: "lives" }, inCases(({ key }) =>
      calc(`IF([$sUnlimited] = 1, "no end", [counted] * (1 - [$survival${key}]))`, "decimal"))),
    line("horizonOff", { label: "Horizon above 2 or below 1/2 of it", unit: "flag" }, inCases(() =>
      calc("(N([lives]) - 1 > 1 + [$sTolQ]) + COUNT([lives]) * (N([lives]) + [$sTolQ] < 1 - N([lives]))", "flag"))),
  ],
};

const bridgeStep = (id: string, label: CellSpec, source: string, amount: CellSpec, ends: CellSpec): RowSpec => ({
  id, cells: { B: { ...label, align: "left" }, C: { content: money, style: "note" }, D: { content: source, style: "note" }, E: amount,
    F: ends },
});
const words = (content: string): CellSpec => ({ content, style: "label" });
const running = calc("[^F] + [@E]", "money");

/** What several asks share is counted in each of them, so it is given back first; then the largest gaps are taken off. */
const bridge: BlockSpec = {
  id: "bridge",
  bands: [{ title: "From the customer we asked for to the one we have", tone: "ask", from: "A" }],
  heads: { A: head("Line"), B: head("Step"), C: head("Unit"), D: head("Source"), E: head("Amount", "right"),
    F: head("Ends at", "right") },
  rows: [
    bridgeStep("stepAsked", words("As asked"), "Above", calc("N([shown.E])", "money"), calc("[@E]", "money")),
    bridgeStep("stepTwice", words("Counted twice"), "Stakes", link("-1 * [stakes/interaction]", "money"), running),
    ...Array.from({ length: 5 }, (_, index) => bridgeStep(`stepGap${index + 1}`, link(`[stakes/rank${index + 1}.B]`, "general"), "Stakes",
      link(`-1 * [stakes/rank${index + 1}.E]`, "money"), running)),
    bridgeStep("stepOthers", words("All other asks"), "Stakes", link("-1 * ([stakes/sumOfGaps] - [stakes/rank5.F])", "money"), running),
    totalLine("stepAsIs", { label: "As is", unit: money }, "F", { E: total("N([shown.F])", "money"), F: total("[^F]", "money") }),
  ],
};

const fromInputs = (id: string, label: string, name: string): RowSpec =>
  line(id, { label, unit: perPeriod, source: "Inputs" }, { E: link(`[inputs/${name}]`, "money") });

const yearsPeriods = "INDEX([lists/periodsInYear.B], MATCH([inputs/in_period], [lists/period.B], 0))";

/** The hours of the asks are priced once somebody says what an hour costs; until then the amount entered stands. */
const effort: readonly RowSpec[] = [
  line("effortHours", { label: "Hours of the asks in use", unit: "hours/{period}", source: "Role Definition" },
    { E: link(`[role/total.N] / ${yearsPeriods}`, "decimal") }),
  line("effortRate", { label: "Cost of an hour", unit: "{currency}/hour", source: "Inputs" },
    { E: link('IF(COUNT([inputs/in_effort_rate]) = 0, "", [inputs/in_effort_rate])', "money") }),
  fromInputs("effortEntered", "Effort as entered", "in_effort"),
  line("effortPriced", { label: "Effort by the hours", unit: perPeriod }, { E: calc("[effortHours] * N([effortRate])", "money") }),
  line("effort", { label: "Effort of playing the role", unit: perPeriod, source: "By hours where priced" },
    { E: calc("INDEX([effortEntered]:[effortPriced], 1 + COUNT([effortRate]))", "money") }),
];

const surplus: BlockSpec = {
  id: "surplus",
  bands: [{ title: "The customer's side", tone: "give", from: "A" }],
  rows: [
    fromInputs("benefit", "Benefit the customer realises", "in_benefit"),
    fromInputs("worth", "Worth of our commitments", "in_worth"),
    fromInputs("price", "Price the customer pays", "in_price"),
    ...effort,
    totalLine("customerSurplus", { label: "Customer's surplus", unit: perPeriod }, "E", {
      E: total("[benefit] + [worth] - [price] - [effort]", "money", { name: "out_surplus" }),
    }),
    remark("Below the customer's best alternative the role does not last, however attractive it is for us.", "B"),
  ],
};

const known = (id: string, label: string, name: string): RowSpec => line(id, { label, unit: perPeriod, source: "Inputs" }, {
  E: link(`IF(COUNT([inputs/${name}]) = 0, "", [inputs/${name}])`, "money"),
});

/** Nothing is worked out while one of the four is blank. */
const ifKnown = (formula: string) => `IF(COUNT([altBenefit]:[altEffort]) < ROWS([altBenefit]:[altEffort]), "", ${formula})`;

const alternative: BlockSpec = {
  id: "alternative",
  bands: [{ title: "The customer's best alternative", tone: "give", from: "A" }],
  rows: [
    known("altBenefit", "Benefit with the alternative", "in_alt_benefit"),
    known("altWorth", "Worth of their commitments", "in_alt_worth"),
    known("altPrice", "Price of the alternative", "in_alt_price"),
    known("altEffort", "Effort with the alternative", "in_alt_effort"),
    line("altSurplus", { label: "Surplus with the alternative", unit: perPeriod },
      { E: calc(ifKnown("[altBenefit] + [altWorth] - [altPrice] - [altEffort]"), "money") }),
    totalLine("betterWithUs", { label: "Better with us by", unit: perPeriod }, "E", {
      E: total('IF(COUNT([altSurplus]) = 0, "", [customerSurplus] - [altSurplus])', "money", { name: "out_better_with_us" }),
    }),
    remark("Blank until all four are known on Inputs. Below 0 the customer is better off elsewhere.", "B"),
  ],
};
