import type { Step } from "../../core/portfolio/ladder";
import { dayOf } from "../../core/portfolio/sample-customers";
import { prompts } from "../../core/portfolio/service";
import {
  calc, columnsOf, line, link, note, table, total, type BlockSpec, type CellSpec, type EntrySpec, type RowSpec, type SheetSpec,
  type TableColumn,
} from "../spec";
import type { FormatName } from "../workbook-plan";
import type { Module } from "./module";

/** The sales ladder, and the day on which it is looked at, as Excel counts days. */
export interface PlanData { readonly steps: readonly Step[]; readonly asOf: number }

/** What sales and service do with the role: business that opens with value proven, and what to look for at every stage. */
export const plan: Module<PlanData> = {
  id: "plan",
  title: "Plan",
  purpose: "Milestones that open with value proven, service prompts, and what a handover costs",
  needs: [],
  sheets: (_, data) => [planSheet(data), promptsSheet()],
  // A table grows between its rows, so it starts with two.
  blank: () => ({ asOf: dayOf(2026, 1, 1), steps: ["M1", "M2"].map(unplanned) }),
  example: () => ({ asOf: dayOf(2026, 3, 31), steps: ladder }),
};

const unplanned = (id: string): Step =>
  ({ id, label: "", test: "", committed: NaN, realised: NaN, needed: 1, due: NaN, probability: NaN, value: NaN, years: NaN });

/** The worked ladder: 5,565.89 in all, of which one gate blocks 3,820.44. */
const ladder: readonly Step[] = [
  { id: "M1", label: "Pilot line", test: "Orders of a quarter complete and on time, as the customer counts them", committed: 12, realised: 12, needed: 1,
    due: dayOf(2026, 3, 1), probability: 0.6, value: 3200, years: 1 },
  { id: "M2", label: "Roll-out to all lines", test: "Waste saved in kg a month, confirmed by the customer", committed: 400, realised: 360, needed: 1,
    due: dayOf(2026, 9, 30), probability: 0.45, value: 9000, years: 2 },
  { id: "M3", label: "Second site", test: "Hours saved in packing a week, confirmed by the customer", committed: 20, realised: 20, needed: 1,
    due: dayOf(2027, 9, 30), probability: 0.35, value: 1800, years: 3 },
];

// --- the ladder

function planSheet({ steps, asOf }: PlanData): SheetSpec {
  const columns = stepColumns(steps);
  return {
    id: "plan", name: "Plan", sheetClass: "calculation",
    title: "Plan", purpose: "Additional business opens when the customer has had the value of the step before: first prove, then sell on",
    widths: columns.map(({ width }) => width),
    blocks: [
      results(asOf), states, handover,
      table("milestones", columns, steps.map((_, row) => row), (row) => `step${row + 1}`, {
        bands: [{ title: "Milestone by milestone, in their order", tone: "ask", from: "A" }], headHeight: 33, table: "tblMilestones",
        columns: columnsOf(columns),
      }),
    ],
    conditions: [
      { on: "milestones.state", when: '[@state] = "Passed"', look: "good" },
      { on: "milestones.state", when: '[@state] = "Next"', look: "warning" },
      { on: "milestones.state", when: '[@state] = "Locked"', look: "off" },
      { on: "milestones.late", when: "[@late] > 0", look: "warning" },
      { on: "milestones.lacking", when: "[@lacking] > 0", look: "warning" },
    ],
    entries,
    freeze: { columns: 2 },
  };
}

const typed = (content: CellSpec["content"], format: FormatName = "general"): CellSpec =>
  ({ content: content === "" || Number.isNaN(content) ? null : content, style: "input", format, ...(format === "general" && { align: "left" as const }) });
const worked = (key: string, head: string, formula: string, format: FormatName, width = 10): TableColumn<number> =>
  ({ key, head, width, align: "right", cell: () => calc(formula, format) });

function stepColumns(steps: readonly Step[]): TableColumn<number>[] {
  const text = (key: "id" | "label" | "test", head: string, width: number): TableColumn<number> =>
    ({ key, head, width, cell: (row) => typed(steps[row]![key]) });
  const number = (key: keyof Step, head: string, format: FormatName): TableColumn<number> =>
    ({ key, head, width: 12, align: "right", cell: (row) => typed(steps[row]![key], format) });
  return [
    text("id", "Id", 7), text("label", "Milestone", 48),
    { key: "unit", head: "Unit", width: 16, cell: () => note("as headed") },
    { key: "source", head: "Source", width: 13, cell: () => note("Typed") },
    worked("expected", "Expected value", "N([@probability]) * N([@value]) * (1 + [$rate]) ^ -N([@years])", "money", 14),
    { key: "state", head: "State", width: 10, cell: () => ({ ...calc("INDEX([states.B], MATCH(1, [@passed:locked], 0))", "general"), align: "left" }) },
    worked("success", "Value success", 'IF(N([@committed]) = 0, "", [@realised] / [@committed])', "percent"),
    text("test", "Test: what the customer has to have gained", 64),
    number("committed", "Promised", "inputMoney"), number("realised", "Realised", "inputMoney"), number("needed", "Needed share", "inputPercent"),
    number("due", "Due", "date"), number("value", "Additional business", "inputMoney"), number("probability", "Probability", "inputPercent"),
    number("years", "Years from now", "inputDecimal"),
    worked("met", "Test met", "(N([@realised]) >= [@needed] * N([@committed])) * (COUNT([@committed]) = 1)", "flag"),
    worked("passed", "Passed", "MIN([milestones.met:@])", "flag"),
    worked("next", "Next", "(1 - [@passed]) * (COUNTIF([milestones.passed:@], 0) = 1)", "flag"),
    worked("locked", "Locked", "1 - [@passed] - [@next]", "flag"),
    worked("late", "Late", "(1 - [@passed]) * (COUNT([@due]) = 1) * (N([@due]) < [$asOf])", "flag"),
    worked("lacking", "Without test or date", "(COUNTBLANK([@test]) + COUNTBLANK([@due]) > 0) * 1", "flag", 12),
  ];
}

const sumOf = (id: string, label: string, unit: string, formula: string, format: FormatName, name: string): RowSpec =>
  line(id, { label, unit, source: "Below" }, { E: total(formula, format, { name }) });

const results = (asOf: number): BlockSpec => ({
  id: "results",
  bands: [{ title: "What the ladder is worth", tone: "ask", from: "A" }],
  rows: [
    sumOf("worth", "Expected value of all milestones", "{currency}", "SUM([milestones.expected])", "money", "out_ladder"),
    sumOf("blocked", "Of it blocked until value is proven", "{currency}", "SUM([milestones.expected]) - SUMIF([milestones.passed], 1, [milestones.expected])",
      "money", "out_blocked"),
    sumOf("lackingAll", "Milestones without a test or a date", "milestones", "SUM([milestones.lacking])", "flag", "out_untested"),
    line("asOf", { label: "Looked at on", unit: "date", source: "Typed" }, { E: { ...typed(asOf, "date"), name: "in_plan_day" } }),
    line("rate", { label: "Discount rate", unit: "% per {period}", source: "Inputs" }, { E: link("[inputs/in_rate]", "percent") }),
  ],
});

const states: BlockSpec = {
  id: "states",
  bands: [{ title: "Milestones by state", tone: "ask", from: "A" }],
  rows: ["Passed", "Next", "Locked"].map((word) =>
    line(`state${word}`, { label: word, unit: "milestones", source: "Below" }, { E: calc("COUNTIF([milestones.state], [@B])", "flag") })),
};

/** One owner for the long haul: what fewer customers who stay would cost. */
const handover: BlockSpec = {
  id: "handover",
  bands: [{ title: "What handing a customer over after the sale costs", tone: "give", from: "A" }],
  rows: [
    line("margin", { label: "Contribution less commitments", unit: "{currency}/{period}", source: "Typed" }, { E: { ...typed(13956, "inputMoney"), name: "in_handover_margin" } }),
    line("growth", { label: "Growth of it", unit: "% per {period}", source: "Typed" }, { E: typed(0.03, "inputPercent") }),
    line("stays", { label: "Retention with one owner", unit: "% per {period}", source: "Typed" }, { E: typed(0.9, "inputPercent") }),
    line("after", { label: "Retention after a handover", unit: "% per {period}", source: "Typed" }, { E: typed(0.86, "inputPercent") }),
    line("years", { label: "Over", unit: "{period}s", source: "Typed" }, { E: typed(7, "inputMoney") }),
    line("qStays", { label: "Growth factor q with one owner", unit: "factor", source: "Lines above" }, { E: calc("[$stays] * (1 + [$growth]) / (1 + [$rate])", "factor") }),
    line("qAfter", { label: "Growth factor q after a handover", unit: "factor", source: "Lines above" }, { E: calc("[$after] * (1 + [$growth]) / (1 + [$rate])", "factor") }),
    line("worthStays", { label: "Value with one owner", unit: "{currency}", source: "Lines above" }, { E: calc(worthOf("qStays"), "money") }),
    line("worthAfter", { label: "Value after a handover", unit: "{currency}", source: "Lines above" }, { E: calc(worthOf("qAfter"), "money") }),
    line("lost", { label: "What the handover costs", unit: "{currency}", source: "Lines above" }, { E: total("[$worthStays] - [$worthAfter]", "money", { name: "out_handover" }) }),
  ],
};

function worthOf(q: string): string {
  return `[$margin] / (1 + [$rate]) * IF([$${q}] = 1, [$years], (1 - [$${q}] ^ [$years]) / (1 - [$${q}]))`;
}

const decimal = (on: string, title: string, message: string, limits: { min?: number; max?: number } = {}): EntrySpec =>
  ({ on, kind: "decimal", title, message, optional: true, ...limits });
const words = (on: string, title: string): EntrySpec => ({ on, kind: "length", max: 255, title, message: "Text of at most 255 characters.", optional: true });
const day = (on: string, title: string): EntrySpec => ({ on, kind: "whole", min: 36526, max: 73050, title, message: "A day, such as 2027-03-31.", optional: true });
const share = { min: 0, max: 1 };

const entries: readonly EntrySpec[] = [
  day("asOf.E", "Looked at on"), decimal("margin.E", "Contribution", "A number, less what commitments cost."),
  decimal("growth.E", "Growth", "A share per period.", { min: -1, max: 1 }), decimal("stays.E", "Retention", "0 to 100 %.", share),
  decimal("after.E", "Retention", "0 to 100 %.", share), { on: "years.E", kind: "whole", min: 1, max: 1000, title: "Over", message: "Whole periods.", optional: false },
  words("milestones.id", "Id"), words("milestones.label", "Milestone"), words("milestones.test", "Test"), day("milestones.due", "Due"),
  decimal("milestones.committed:realised", "Value for the customer", "Promised and realised, both in the unit of the test.", { min: 0 }),
  decimal("milestones.needed", "Needed share", "Share of the promised value that opens the gate, often 100 %.", { min: 0 }),
  decimal("milestones.value", "Additional business", "What the step brings, in money."),
  decimal("milestones.probability", "Probability", "0 to 100 %, already multiplied along the ladder.", share),
  decimal("milestones.years", "Years from now", "0 or more.", { min: 0 }),
];

// --- service

function promptsSheet(): SheetSpec {
  return {
    id: "service", name: "Service", sheetClass: "calculation",
    title: "Service", purpose: "What to check, offer and ask for at each stage; what rests on our word waits until we keep it",
    widths: promptColumns.map(({ width }) => width),
    blocks: [
      {
        id: "word",
        bands: [{ title: "Do we keep our word?", tone: "give", from: "A" }],
        rows: [
          line("deserve", { label: "Deserve score", unit: "% of weight", source: "Summary" }, { E: link("[summary/out_deserve]", "percent", { align: "right" }) }),
          line("least", { label: "Least that allows to ask for more", unit: "% of weight", source: "Inputs" }, { E: link("[inputs/in_deserve_min]", "percent", { align: "right" }) }),
          line("onHold", { label: "Asks on hold: we broke our word", unit: "asks", source: "Stakes" }, { E: link("SUM([stakes/asks.hold])", "flag") }),
          line("may", { label: "What rests on our word may be asked", unit: "flag", source: "Lines above" },
            { E: total("([$onHold] = 0) * (N([$deserve]) >= [$least])", "flag", { name: "out_may_ask" }) }),
        ],
      },
      table("prompts", promptColumns, prompts.map((_, row) => row), (row) => `prompt${row + 1}`, {
        bands: [{ title: "Stage by stage", tone: "give", from: "A" }], table: "tblPrompts",
      }),
    ],
    conditions: [{ on: "prompts.today", when: '[@today] <> "May be asked"', look: "warning" }],
    entries: [
      ...promptColumns.filter(({ key }) => ["stage", "check", "offer", "ask"].includes(key)).map(({ key, head }) => words(`prompts.${key}`, head)),
      { on: "prompts.kept", kind: "list", source: "[lists/lst_yes_no.B]", title: "Only if kept", message: "Y: waits until we keep our word.", optional: true },
    ],
    freeze: { columns: 2 },
  };
}

const promptColumns: readonly TableColumn<number>[] = [
  { key: "id", head: "Id", width: 7, cell: (row) => note(`P${String(row + 1).padStart(2, "0")}`) },
  { key: "stage", head: "Stage", width: 36, cell: (row) => typed(prompts[row]!.stage) },
  { key: "unit", head: "Unit", width: 14, cell: () => note("text") },
  { key: "source", head: "Source", width: 12, cell: () => note("Typed") },
  { key: "check", head: "Check", width: 52, cell: (row) => typed(prompts[row]!.check) },
  { key: "offer", head: "Offer", width: 52, cell: (row) => typed(prompts[row]!.offer) },
  { key: "ask", head: "Ask", width: 48, cell: (row) => typed(prompts[row]!.ask) },
  { key: "kept", head: "Only if kept", width: 11, cell: (row) => typed(prompts[row]!.onlyIfKept ? "Y" : "N") },
  { key: "today", head: "Today", width: 24, cell: () => ({ ...calc('IF(([@kept] = "Y") * (1 - [$may]) = 1, "First keep our word", "May be asked")', "general"), align: "left" }) },
];
