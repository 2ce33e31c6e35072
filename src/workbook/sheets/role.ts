import type { Agreement, Ask } from "../../core/agreement";
import { askById } from "../../core/role/asks";
import { issues, type Issue } from "../../core/role/issues";
import { driverById } from "../../core/value/drivers";
import {
  calc, check, entry, head, line, link, note, remark, table, total, totalLine, type BlockSpec, type CellSpec, type RowSpec,
  type SheetSpec, type TableColumn,
} from "../spec";
import type { FormatName } from "../workbook-plan";
import { levelFormat } from "./inputs";
import { goalBlocks, goalConditions } from "./role-goals";

/** What we ask: the nine numbers that define a role, then the asks with unit, target and source. */
export function roleSheet(agreement: Agreement): SheetSpec {
  const columns = askColumnsOf(agreement);
  return {
    id: "role", name: "Role Definition", sheetClass: "input",
    title: "Role definition", purpose: "What we ask of the customer: nine numbers, then the asks with unit, target and source",
    widths: columns.map(({ width }) => width),
    heads: { A: head("Id"), B: head("Label"), C: head("Unit"), D: head("Source"), E: head("As asked", "right"),
      F: head("As is", "right") },
    blocks: [nineNumbers(), ...goalBlocks(agreement), asksTable(agreement, columns), sums, remarks],
    conditions: [
      { on: "asks.id:numbers", when: '[@$on] = "N"', look: "off" },
      { on: "asks.wording", when: '([@$on] = "Y") * ([@$vague] > 0) * ([@$numbers] = 0) > 0', look: "warning" },
      ...goalConditions,
    ],
    names: { rng_goals: "goals.id:asks" },
    freeze: { columns: 2 },
    printTo: "O",
  };
}

// --- the nine numbers, and beside them the legend

function nineNumbers(): BlockSpec {
  return {
    id: "nine",
    bands: [{ title: "The nine numbers", tone: "ask", from: "A", aside: "Yellow cells are yours to change" }],
    rows: issues.map((issue, index) => ({ ...issueLine(issue), cells: { ...issueLine(issue).cells, ...legend[index] } })),
  };
}

function issueLine({ number, label, from }: Issue): RowSpec {
  const { unit, source, cells } = issueNumbers(from);
  return line(`issue${number}`, { label, unit, source }, { A: { ...note(number), format: "general", align: "left" }, ...cells });
}

function issueNumbers(from: Issue["from"]): { unit: string; source: string; cells: Record<string, CellSpec> } {
  if ("input" in from) {
    const horizon = link('IF(COUNT([inputs/in_periods]) = 0, "no end", [inputs/in_periods])', "money");
    return { unit: "{period}s", source: "Inputs", cells: { E: horizon, F: horizon } };
  }
  if ("driver" in from) {
    const { unit, kind } = driverById.get(from.driver)!;
    const level = (column: string) => link(`[inputs/${from.driver}.${column}]`, levelFormat[kind]);
    return { unit, source: "Inputs", cells: { E: level("E"), F: level("F"), ...(from.driver === "insight" && { G: insightKind }) } };
  }
  const [row, unit] = from.worked === "lifetime" ? ["shown", "{currency}"] : ["annual", "{currency}/{period}"];
  const worth = (column: string) => link(`[value/${row}.${column}]`, "money");
  return { unit, source: "Value", cells: { E: worth("E"), F: worth("F") } };
}

/** What the customer is to teach us stands beside how often. */
const insightKind: CellSpec = { content: { formula: '[inputs/in_insight_kind] & ""' }, style: "note" };

const legendHead = (words: string | null): CellSpec => ({ content: words, style: "head" });
const sampleOf = (style: CellSpec["style"], format: FormatName, content: number): CellSpec => ({ content, style, format });

/** One cell of each kind with what it means, for the first six of the nine lines. */
const legend: readonly Readonly<Record<string, CellSpec>>[] = [
  { H: legendHead("Legend"), I: legendHead(null), J: legendHead(null) },
  { H: sampleOf("input", "inputMoney", 1234), I: note("Input: yellow, blue digits, thin frame") },
  { H: sampleOf("calc", "money", 1234), I: note("Calculated: black") },
  { H: sampleOf("link", "money", 1234), I: note("From another sheet: green, source named in D") },
  { H: sampleOf("total", "money", 1234), I: note("Total: bold between two lines") },
  { H: sampleOf("check", "check", 0), I: note("Check: OK, LOOK or ERROR, in words") },
];

// --- the asks

type AskColumn = TableColumn<Ask>;

function askColumnsOf(agreement: Agreement): AskColumn[] {
  const kindFormat = ({ id }: Ask) => levelFormat[askById.get(id)!.kind];
  const entered = (key: keyof Ask, title: string, width: number, align?: "right", format?: FormatName): AskColumn =>
    ({ key, head: title, width, ...(align && { align }), cell: ({ id }) => entry(agreement, `asks.${id}.${key}`, format) });
  const measure = (column: string) => (ask: Ask) => link(`INDEX([inputs/measures.${column}], MATCH([@id], [inputs/measures.A], 0))`,
    kindFormat(ask));
  const worked = (column: string, format: FormatName) => () => link(`INDEX([stakes/asks.${column}], MATCH([@id], [stakes/asks.id], 0))`,
    format);
  return [
    { key: "id", head: "Id", width: 7, cell: ({ id }) => note(id) },
    entered("label", "Ask", 28),
    entered("unit", "Unit", 15),
    entered("source", "Source", 14),
    { key: "target", head: "Target", width: 11, align: "right", cell: measure("E") },
    { key: "worst", head: "Worst", width: 11, align: "right", cell: measure("G") },
    { key: "must", head: "Must", width: 9, align: "right", cell: (ask) => entry(agreement, `asks.${ask.id}.must`, kindFormat(ask)) },
    { key: "weight", head: "Weight", width: 9.5, align: "right", cell: worked("weight", "percent") },
    { key: "worth", head: "Worth", width: 12, align: "right", cell: worked("swing", "money") },
    entered("condition", "Counts only if", 15),
    entered("wording", "Charter wording (what the customer reads)", 47),
    entered("owner", "Owner", 12),
    entered("frequency", "How often", 11),
    entered("effort", "Effort, h", 10, "right", "inputMoney"),
    { key: "complete", head: "Complete", width: 11, align: "center", cell: () => check(isComplete) },
    entered("on", "In use", 8),
    entered("conditionLevel", "Kept from", 11, "right"),
    entered("cap", "Cap", 8, "right"),
    entered("driver", "Driver", 13),
    entered("share", "Driver share", 12, "right"),
    entered("cooperate", "Will cooperate", 14, "right"),
    entered("judgement", "Judgement", 11, "right"),
    entered("confidence", "Data confidence", 16),
    entered("note", "Note", 40),
    { key: "mode", head: "Counts in", width: 11, cell: ({ id }) => note(askById.get(id)!.transaction ? "T" : "R") },
    { key: "vague", head: "Vague words", width: 12, align: "right", cell: () => calc(vagueWords("wording"), "flag") },
    { key: "numbers", head: "Digits", width: 9, align: "right", cell: () => calc(digits("wording"), "flag") },
  ];
}

/** An ask in use needs a name, a unit, a source, an owner, and a target apart from the worst level. */
const isComplete = 'IF([@on] = "Y", (COUNTBLANK([@label:source]) + COUNTBLANK([@owner]) + ([@target] = [@worst]) > 0) * 1, "off")';

/** How many vague words a wording holds, whole words between spaces. */
export const vagueWords = (column: string) => `SUMPRODUCT(ISNUMBER(SEARCH(" " & [lists/vague.B] & " ", " " & [@${column}] & " ")) * 1)`;
/** How many different digits it holds: a clause with a number is not vague. */
export const digits = (column: string) => `SUMPRODUCT(ISNUMBER(FIND([lists/digit.B], [@${column}])) * 1)`;

function asksTable({ asks }: Agreement, columns: readonly AskColumn[]): BlockSpec {
  const inUse = 'COUNTIF([asks.on], "Y") & " of " & ROWS([asks.on]) & " in use, " & COUNTIF([asks.complete], 0) & " complete"';
  return table("asks", columns, asks, ({ id }) => id, {
    bands: [{ title: "Asks", tone: "ask", from: "A", aside: { formula: inUse } }],
    table: "tblAsks",
    close: true,
  });
}

const sums: BlockSpec = {
  id: "sums",
  rows: [{
    ...totalLine("total", { label: "Total of the asks in use", unit: "as headed" }, "O", {
      H: total("SUM([asks.weight])", "percent"),
      I: total("SUM([asks.worth])", "money"),
      N: total('SUMIF([asks.on], "Y", [asks.effort])', "money"),
      O: check("SUM([asks.complete])"),
    }),
  }],
};

const remarks: BlockSpec = {
  id: "remarks",
  rows: [
    remark("Target earns full marks, worst earns none; their order says whether more or less is better. Both are entered on Inputs."),
    remark("Worth = net lifetime value lost if this ask alone falls from target to worst. Weight = its share of the total."),
    remark('"Counts only if" puts the ask on hold, not failed, while the named commitment is kept less well than its level says.'),
    remark('Grey rows are not in use: write Y under "In use" to ask for them too. "Counts in" T: also for a single sale.'),
  ],
};
