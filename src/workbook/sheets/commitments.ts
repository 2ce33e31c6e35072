import type { Agreement, Commitment } from "../../core/agreement";
import {
  calc, check, entry, line, link, note, remark, table, total, totalLine, type BlockSpec, type SheetSpec, type TableColumn,
} from "../spec";
import type { FormatName } from "../workbook-plan";
import { particularBlocks, particularConditions } from "./commitment-particulars";
import { digits, vagueWords } from "./role";

/** What we give, to deserve what we ask: eight questions, each with a level, a cost, a budget and an owner. */
export function commitmentsSheet(agreement: Agreement): SheetSpec {
  const columns = commitmentColumnsOf(agreement);
  return {
    id: "commitments", name: "Commitments", sheetClass: "input",
    title: "Commitments",
    purpose: "What we commit to, to deserve what we ask: eight questions, each with a level, a cost, a budget and an owner",
    widths: columns.map(({ width }) => width),
    blocks: [commitmentsTable(agreement, columns), sums, ...particularBlocks(agreement), doesItPay, giveForGet, remarks],
    conditions: [
      { on: "commitments.id:numbers", when: '[@$on] = "N"', look: "off" },
      { on: "commitments.feasible", when: '[@feasible] = "LOOK"', look: "warning" },
      { on: "commitments.feasible", when: '[@feasible] = "yes"', look: "good" },
      { on: "commitments.funded", when: '([@$on] = "Y") * ([@funded] < 1) > 0', look: "warning" },
      { on: "commitments.wording", when: '([@$on] = "Y") * ([@$show] = "Y") * ([@$vague] > 0) * ([@$numbers] = 0) > 0', look: "warning" },
      ...particularConditions,
    ],
    names: { rng_particulars: "particulars.id:on" },
    firstRow: 3,
    freeze: { rows: 5, columns: 2 },
    printTo: "R",
  };
}

type Column = TableColumn<Commitment>;

function commitmentColumnsOf(agreement: Agreement): Column[] {
  const entered = (key: keyof Commitment, head: string, width: number, align?: "right", format?: FormatName): Column =>
    ({ key, head, width, ...(align && { align }), cell: ({ id }) => entry(agreement, `commitments.${id}.${key}`, format) });
  return [
    { key: "id", head: "Id", width: 7, cell: ({ id }) => note(id) },
    entered("label", "Commitment", 34),
    entered("unit", "Unit", 18),
    entered("evidence", "Source", 13),
    entered("committed", "Committed", 11, "right", "level"),
    entered("worst", "Worst", 9, "right", "level"),
    entered("capability", "Proven", 9, "right", "level"),
    { key: "feasible", head: "Feasible", width: 10, align: "center", cell: () => calc(isFeasible, "general", { align: "center" }) },
    entered("costDriver", "Cost driver", 14),
    entered("quantity", "Quantity", 10, "right", "inputMoney"),
    entered("unitCost", "Unit cost", 10, "right"),
    entered("eligible", "Share", 9, "right", "share"),
    { key: "cost", head: "Cost/period", width: 12, align: "right", cell: () =>
      calc('([@on] = "Y") * [@quantity] * [@unitCost] * [@eligible]', "money") },
    entered("budget", "Budget", 10, "right"),
    { key: "funded", head: "Funded", width: 10, align: "right", cell: () =>
      calc('([@on] = "Y") * IF([@cost] = 0, 1, MIN(1, [@budget] / [@cost]))', "share") },
    entered("owner", "Owner", 12),
    entered("remedy", "Remedy if broken", 19),
    { key: "answers", head: "Question", width: 18, cell: () => link("INDEX([lists/question.B], [@question])", "general",
      { align: "left" }) },
    entered("question", "Answers no.", 12, "right"),
    entered("on", "In use", 8),
    entered("tier", "For whom", 10),
    entered("wording", "Charter wording (what the customer reads)", 47),
    entered("touchPoints", "Touch points", 20),
    entered("competitor", "Competitor level", 17),
    entered("show", "Show", 8),
    entered("kept", "Kept level", 11, "right", "level"),
    { key: "keptAttainment", head: "Kept to", width: 9, align: "right", cell: () => calc(keptAttainment, "share") },
    { key: "complete", head: "Complete", width: 10, align: "center", cell: () => check(isComplete) },
    { key: "vague", head: "Vague words", width: 12, align: "right", cell: () => calc(vagueWords("wording"), "flag") },
    { key: "numbers", head: "Digits", width: 9, align: "right", cell: () => calc(digits("wording"), "flag") },
  ];
}

/** Better than proven is no error of the model; the deal needs a look. */
const isFeasible = 'CHOOSE(1 + ([@on] = "Y") * (1 + COUNT([@capability]) * '
  + '(1 + (([@committed] - [@worst]) * ([@committed] - [@capability]) > 0))), "off", "unproven", "yes", "LOOK")';
const keptAttainment = 'IF(COUNT([@kept]) * ([@committed] <> [@worst]) * ([@on] = "Y") = 0, "", '
  + "MEDIAN(0, 1, ([@kept] - [@worst]) / ([@committed] - [@worst])))";
/** A commitment in use needs a name, a unit, an owner, and a level apart from the worst. */
const isComplete = 'IF([@on] = "Y", (COUNTBLANK([@label:unit]) + COUNTBLANK([@owner]) + ([@committed] = [@worst]) > 0) * 1, "off")';

function commitmentsTable({ commitments }: Agreement, columns: readonly Column[]): BlockSpec {
  return table("commitments", columns, commitments, ({ id }) => id, {
    bands: [{ title: "The eight questions, answered", tone: "give", from: "A", aside: "Cost per customer and period, {currency}" }],
    table: "tblCommitments",
    close: true,
  });
}

const sums: BlockSpec = {
  id: "sums",
  columns: { cost: "M", budget: "N", funded: "O", complete: "AB" },
  rows: [totalLine("total", { label: "Cost to deserve", unit: "{currency}/{period}" }, "R", {
    H: total('COUNTIF([commitments.feasible], "LOOK")', "flag", { align: "center" }),
    M: total("SUM([commitments.cost])", "money", { name: "out_deserve_cost" }),
    N: total('SUMIF([commitments.on], "Y", [commitments.budget])', "money"),
    O: total("IF([@cost] = 0, 1, SUMPRODUCT([commitments.cost], [commitments.funded]) / [@cost])", "share"),
    complete: check("SUM([commitments.complete])"),
  })],
};

const sentence = 'IF(ISNUMBER([$payFrom]), "The package must keep " & FIXED(100 * [$uplift], 1) & " more of 100 customers.", '
  + '"It never pays.")';
const counted = '"The role counts on " & FIXED(100 * ([$asked] - [$withoutThem]), 1) & "."';

const doesItPay: BlockSpec = {
  id: "doesItPay",
  bands: [{ title: "Does it pay for itself?", tone: "give", from: "A" }],
  rows: [
    line("netWithout", { label: "Net value without commitments", unit: "{currency}", source: "Value" }, {
      E: link("[value/shown.G]", "money"), G: { content: { formula: sentence }, style: "finding" },
    }),
    line("withoutThem", { label: "Retention without commitments", unit: "% per {period}", source: "Inputs" }, {
      E: link("[inputs/in_ret_without]", "percent"), G: { content: { formula: counted }, style: "finding" },
    }),
    line("payFrom", { label: "Retention from which they pay", unit: "% per {period}", source: "Value" },
      { E: link("[value/breakEven]", "percent") }),
    line("uplift", { label: "Uplift they must produce", unit: "points" }, { E: calc("N([$payFrom]) - [$withoutThem]", "percent") }),
    line("asked", { label: "Retention as asked", unit: "% per {period}", source: "Inputs" },
      { E: link("[inputs/in_retention]", "percent") }),
    totalLine("headroom", { label: "Headroom", unit: "points" }, "E", { E: total("[$asked] - N([$payFrom])", "percent") }),
  ],
};

const giveForGet: BlockSpec = {
  id: "giveForGet",
  bands: [{ title: "What it costs against what it earns", tone: "give", from: "A" }],
  rows: [
    line("pvGiven", { label: "Commitments, present value", unit: "{currency}", source: "Stakes" },
      { E: link("-1 * [stakes/pvCommitments.role]", "money") }),
    line("pvAsked", { label: "Asked of the customer, present value", unit: "{currency}", source: "Stakes" }, {
      E: link("[stakes/pvContribution.role] + [stakes/pvReferrals.role]", "money"),
    }),
    totalLine("giveGet", { label: "Give for each 100 asked", unit: "%" }, "E",
      { E: total("IF([$pvAsked] = 0, 0, [$pvGiven] / [$pvAsked])", "percent") }),
  ],
};

const remarks: BlockSpec = {
  id: "remarks",
  rows: [
    line("firstAbove", { label: "First commitment above what is proved", unit: "text" }, {
      E: calc('IF([total.H] = 0, "none", INDEX([commitments.label], MATCH("LOOK", [commitments.feasible], 0)))', "general",
        { align: "left" }),
    }),
    remark('"LOOK" means the commitment is better than what the last twelve months prove. Lower it, or fund the improvement first.'),
    remark("Surprises are budgeted here and never printed on the charter."),
    remark("Kept = how far the kept level has come from worst to committed. Grey rows are not in use and cost nothing; free lines are ready for more."),
  ],
};
