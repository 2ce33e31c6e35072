import type { Agreement, Ask } from "../../../core/agreement";
import { consents, conversationHeadings, enough, type Conversation } from "../../../core/portfolio/dialogue";
import {
  calc, columnsOf, line, link, note, table, total, totalLine, type BlockSpec, type CellSpec, type Content, type EntrySpec, type SheetSpec,
  type TableColumn,
} from "../../spec";
import type { FormatName } from "../../workbook-plan";

/** The log of what customers said, and above it what it adds up to. */
export function dialogueSheet({ asks }: Agreement, log: readonly Conversation[]): SheetSpec {
  const columns = logColumns(log);
  const rows = Array.from({ length: Math.max(2, log.length) }, (_, row) => row);
  return {
    id: "dialogue", name: "Dialogue", sheetClass: "input",
    title: "Dialogue", purpose: "What customers say about the role: one row for each answer to one clause; nobody is asked in secret",
    widths: columns.map(({ width }) => width),
    firstRow: 3,
    blocks: [
      findings,
      table("byAsk", askColumns, asks, ({ id }) => `heard${id}`, {
        bands: [{ title: "Will they go along? Ask by ask", tone: "ask", from: "A" }], headHeight: 33, close: true,
      }),
      sums,
      table("said", columns, rows, (row) => `said${row + 1}`, {
        bands: [{ title: "What was said", tone: "ask", from: "A", aside: "Levels as people say them: 8 for 8%" }],
        table: "tblDialogue", headHeight: 33,
      }),
    ],
    entries: columns.flatMap(({ key, rule }) => (rule ? [{ on: `said.${key}`, optional: true, ...rule }] : [])),
    conditions: [
      { on: "said.accepts", when: '[@accepts] = "yes"', look: "good" },
      { on: "said.accepts", when: '[@accepts] = "no"', look: "warning" },
      { on: "said.clause", when: "[@unknown] = 1", look: "warning" },
      { on: "byAsk.id:no", when: "[@$use] = 0", look: "off" },
    ],
    names: { rng_said: "said.clause:times" },
    freeze: { rows: 3, columns: 2 },
    printTo: "N",
  };
}

// --- what it adds up to

const findings: BlockSpec = {
  id: "findings",
  bands: [{ title: "What the conversations add up to", tone: "ask", from: "A" }],
  rows: [
    line("customers", { label: "Customers asked", unit: "customers", source: "Below" },
      { E: total("SUM([said.first])", "flag", { name: "out_customers_asked" }) }),
    line("enough", { label: "Enough to call the role validated", unit: "customers", source: "Rule" }, { E: note(enough, { format: "flag", align: "right" }) }),
    line("validated", { label: "Is the role validated?", unit: "word", source: "Lines above" },
      { E: total('IF([$customers] >= [$enough], "validated", "not yet")', "words", { name: "out_validated" }) }),
    line("answers", { label: "Answers", unit: "answers", source: "Below" }, { E: calc('COUNTIF([said.clause], "?*")', "flag") }),
    line("unknown", { label: "Of them to a clause that the role does not have", unit: "answers", source: "Below" },
      { E: calc("SUM([said.unknown])", "flag") }),
    line("closed", { label: "Loops closed: the customer knows what became of it", unit: "answers", source: "Below" },
      { E: calc("COUNT([said.closed])", "flag") }),
    line("others", { label: "Expectation gaps: another level than ours", unit: "answers", source: "Below" },
      { E: calc('SUMPRODUCT([said.named], (ABS([said.gap]) > [$near]) * 1)', "flag") }),
    line("near", { label: "Levels are equal within", unit: "as the clause", source: "Inputs" }, { E: link("[inputs/chk_tol_q]", "level") }),
    line("changed", { label: "Clauses changed because of customers", unit: "answers", source: "Below" }, { E: calc("SUM([said.met])", "flag") }),
    line("expectedNow", { label: "Expected value, as the role assumes", unit: "{currency}", source: "Stakes" },
      { E: total("[heardSums.expected]", "money", { name: "out_expected" }) }),
    line("expectedShare", { label: "Share of all gaps", unit: "% of gaps", source: "Lines above" },
      { E: calc("IF([heardSums.gap] = 0, 0, [$expectedNow] / [heardSums.gap])", "percent") }),
    line("expectedTold", { label: "Expected value, as customers answered", unit: "{currency}", source: "Below" },
      { E: total("[heardSums.told]", "money", { name: "out_expected_told" }) }),
  ],
};

// --- ask by ask

type AskColumn = TableColumn<Ask>;
const numeric = (key: string, head: string, cell: CellSpec, width = 12): AskColumn => ({ key, head, width, align: "right", cell: () => cell });
const fromStakes = (column: string) => `INDEX([stakes/asks.${column}], MATCH([@id], [stakes/asks.id], 0))`;
const mean = (column: string, count: string, otherwise: string) =>
  `IF([@${count}] = 0, ${otherwise}, SUMIFS([said.${column}], [said.clause], [@id]) / MAX(1, [@${count}]))`;
const saying = (word: string) => calc(`COUNTIFS([said.clause], [@id], [said.accepts], "${word}")`, "flag");

const askColumns: readonly AskColumn[] = [
  { key: "id", head: "Id", width: 9, cell: ({ id }) => note(id) },
  { key: "label", head: "Ask", width: 0, cell: () => ({ ...link(fromStakes("label"), "general"), align: "left" }) },
  { key: "unit", head: "Unit", width: 0, cell: () => note("probability, {currency}") },
  { key: "source", head: "Source", width: 0, cell: () => note("Stakes, below") },
  numeric("assumed", "Will cooperate, as assumed", link(fromStakes("cooperate"), "percent")),
  numeric("answers", "Answers", calc('COUNTIFS([said.clause], [@id], [said.probability], ">=0")', "flag")),
  numeric("probability", "As customers answered", calc(mean("probability", "answers", "[@assumed]"), "percent")),
  numeric("gap", "Gap stake", link(fromStakes("gap"), "money")),
  numeric("expected", "Expected, as assumed", calc("[@gap] * [@assumed]", "money")),
  numeric("told", "Expected, as answered", calc("[@gap] * [@probability]", "money")),
  numeric("yes", "Yes", saying(consents[0])),
  numeric("changes", "With changes", saying(consents[1])),
  numeric("no", "No", saying(consents[2])),
  numeric("use", "In use", link(fromStakes("use"), "flag")),
];

const sums: BlockSpec = {
  id: "sums",
  columns: columnsOf(askColumns),
  rows: [totalLine("heardSums", { label: "All asks", unit: "{currency}" }, "use", {
    answers: total("SUM([byAsk.answers])", "flag"), gap: total("SUM([byAsk.gap])", "money"), expected: total("SUM([byAsk.expected])", "money"),
    told: total("SUM([byAsk.told])", "money"), yes: total("SUM([byAsk.yes])", "flag"), changes: total("SUM([byAsk.changes])", "flag"),
    no: total("SUM([byAsk.no])", "flag"),
  })],
};

// --- the log

type WithoutPlace<Entry> = Entry extends unknown ? Omit<Entry, "on" | "optional"> : never;
type Rule = WithoutPlace<EntrySpec>;
interface LogColumn extends TableColumn<number> { readonly rule?: Rule }

/** Every row has a unit, even one that waits to be filled. */
const waiting: Partial<Record<keyof Conversation, string>> = { unit: "as the clause" };
const filled = (value: string | number | null | undefined): Content => (value === "" || value === undefined ? null : value);
const worked = (key: string, head: string, width: number, cell: CellSpec): LogColumn =>
  ({ key, head, width, align: "right", cell: () => cell });
const words = (title: string, message: string, max = 255): Rule => ({ kind: "length", max, title, message });
const day = (title: string, message: string): Rule => ({ kind: "whole", min: 36526, max: 73050, title, message });

function logColumns(log: readonly Conversation[]): LogColumn[] {
  const typed = (key: string, width: number, of: keyof Conversation, format: FormatName, rule: Rule): LogColumn => ({
    key, head: conversationHeadings[of], width, rule, align: format === "general" ? undefined : "right",
    cell: (row) => ({ content: filled(log[row] ? log[row][of] : waiting[of]), style: "input", format, ...(format === "general" && { align: "left" as const }) }),
  });
  return [
    typed("clause", 9, "clause", "general", words("Clause", "Id of an ask or of a commitment, such as A13 or K2.", 10)),
    typed("words", 50, "words", "general", words("In their words", "What was said, as it was said.")),
    typed("unit", 24, "unit", "general", words("Unit", "What the level is counted in, such as % discount or days late.")),
    typed("customer", 22, "customer", "general", words("Customer", "Whom we asked.")),
    typed("who", 22, "who", "general", words("Spoken with", "Name or role. No more of a person than is needed.")),
    typed("on", 12, "on", "date", day("On", "The day of the conversation.")),
    typed("level", 12, "level", "level", { kind: "decimal", title: "Expects", message: "The level the customer finds right, as it is said: 8 for 8%." }),
    typed("accepts", 14, "accepts", "general", { kind: "list", source: [...consents], title: "Accepts", message: "Yes, with changes, or no." }),
    typed("probability", 12, "probability", "inputPercent",
      { kind: "decimal", min: 0, max: 1, title: "Will cooperate", message: "How likely the customer goes along, 0 to 100%." }),
    typed("closed", 12, "closedOn", "date", day("Loop closed on", "The day we told the customer what became of it.")),
    worked("ours", "Our level", 12, calc("[@asked] * [@times] + [@given]", "level")),
    worked("gap", "Expects more or less", 12, calc("[@named] * (N([@level]) - [@ours])", "level")),
    worked("named", "Level named", 9, calc('([@clause] <> "") * COUNT([@level])', "flag")),
    worked("met", "Met by now", 9, calc('([@accepts] = "with changes") * [@named] * (ABS([@gap]) <= [$near])', "flag")),
    worked("first", "First of this customer", 11, calc('([@customer] <> "") * (COUNTIF([said.customer:@], [@customer]) = 1)', "flag")),
    worked("asked", "Target of the ask", 12, link("SUMIF([role/asks.id], [@clause], [role/asks.target])", "level")),
    worked("given", "Level committed", 12, link("SUMIF([commitments/commitments.id], [@clause], [commitments/commitments.committed])", "level")),
    worked("unknown", "No such clause", 9, link('([@clause] <> "") * (COUNTIF([role/asks.id], [@clause]) '
      + "+ COUNTIF([commitments/commitments.id], [@clause]) = 0)", "flag")),
    worked("times", "Said as %: times", 9, calc('IF(LEFT([@unit], 1) = "%", 100, 1)', "flag")),
  ];
}
