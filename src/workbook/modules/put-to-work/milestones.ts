import { stepHeadings, type Step } from "../../../core/portfolio/ladder";
import { calc, columnsOf, line, table, type BlockSpec, type ConditionSpec, type EntrySpec, type TableColumn } from "../../spec";
import type { FormatName } from "../../workbook-plan";
import { day, decimal, same, share, typed, word, worked, words } from "./cells";

/** How many milestones are passed, next and locked; the words by which the table says it. */
export const states: BlockSpec = {
  id: "states",
  bands: [{ title: "Sales: milestones by state", tone: "ask", from: "A" }],
  rows: ["Passed", "Next", "Locked"].map((state) =>
    line(`state${state}`, { label: state, unit: "milestones", source: "Below" }, { E: calc("COUNTIF([milestones.state], [@B])", "flag") })),
};

/** A row without a name waits to be filled: it bars nobody's way. */
const isMet = "((N([@realised]) >= N([@needed]) * N([@committed])) * (COUNT([@committed]) = 1) + COUNTBLANK([@label]) > 0) * 1";

function stepColumns(steps: readonly Step[]): TableColumn<number>[] {
  const text = (key: "id" | "label" | "test"): TableColumn<number> =>
    ({ key, head: stepHeadings[key], width: 12, cell: (row) => typed(steps[row]![key]) });
  const number = (key: keyof Step, format: FormatName): TableColumn<number> =>
    ({ key, head: stepHeadings[key], width: 12, align: "right", cell: (row) => typed(steps[row]![key], format) });
  return [
    text("id"), text("label"), same("unit", "Unit", "as headed"), same("source", "Source", "Typed"),
    worked("expected", "Expected value", "N([@probability]) * N([@value]) * (1 + [$rate]) ^ -N([@years])", "money"),
    word("state", "State", 'IF(COUNTBLANK([@label]) = 1, "", INDEX([states.B], MATCH(1, [@passed:locked], 0)))'),
    worked("success", "Value success", 'IF(N([@committed]) = 0, "", [@realised] / [@committed])', "percent"),
    text("test"), number("committed", "inputMoney"), number("realised", "inputMoney"), number("needed", "inputPercent"), number("due", "date"),
    number("value", "inputMoney"), number("probability", "inputPercent"), number("years", "inputDecimal"),
    worked("met", "Test met", isMet, "flag"),
    worked("passed", "Passed", "MIN([milestones.met:@])", "flag"),
    worked("next", "Next", "(1 - [@passed]) * (COUNTIF([milestones.passed:@], 0) = 1)", "flag"),
    worked("locked", "Locked", "1 - [@passed] - [@next]", "flag"),
    worked("late", "Late", "(1 - [@passed]) * (COUNT([@due]) = 1) * (N([@due]) < [$asOf])", "flag"),
    worked("lacking", "Without test or date", "(1 - COUNTBLANK([@label])) * (COUNTBLANK([@test]) + COUNTBLANK([@due]) > 0)", "flag"),
  ];
}

/** The ladder of sales: a step opens when the customer has had the value of the steps before. */
export function milestones(steps: readonly Step[]): BlockSpec {
  const columns = stepColumns(steps);
  return table("milestones", columns, steps.map((_, row) => row), (row) => `step${row + 1}`, {
    bands: [{ title: "Milestone by milestone, in their order", tone: "ask", from: "A" }], headHeight: 33, table: "tblMilestones", columns: columnsOf(columns),
  });
}

export const milestoneConditions: readonly ConditionSpec[] = [
  { on: "milestones.state", when: '[@state] = "Passed"', look: "good" },
  { on: "milestones.state", when: '[@state] = "Next"', look: "warning" },
  { on: "milestones.state", when: '[@state] = "Locked"', look: "off" },
  { on: "milestones.late", when: "[@late] > 0", look: "warning" },
  { on: "milestones.lacking", when: "[@lacking] > 0", look: "warning" },
];

export const milestoneEntries: readonly EntrySpec[] = [
  words("milestones.id", "Id"), words("milestones.label", "Milestone"), words("milestones.test", "Test"), day("milestones.due", "Due"),
  decimal("milestones.committed:realised", "Value for the customer", "Promised and realised, both in the unit of the test.", { min: 0 }),
  decimal("milestones.needed", "Needed share", "Share of the promised value that opens the gate, often 100 %.", { min: 0 }),
  decimal("milestones.value", "Additional business", "What the step brings, in money."),
  decimal("milestones.probability", "Probability", "0 to 100 %, already multiplied along the ladder.", share),
  decimal("milestones.years", "Years from now", "0 or more.", { min: 0 }),
];
