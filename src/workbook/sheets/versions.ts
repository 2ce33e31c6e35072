import type { Agreement } from "../../core/agreement";
import { cellsOfRow, logColumns, nextRow, type LogRow, type Told } from "../log";
import { calc, columnsOf, head, label, note, remark, type BlockSpec, type CellSpec, type SheetSpec } from "../spec";
import type { WorkbookPlan } from "../workbook-plan";

/** Sheet and table of the log. */
export const LOG_SHEET = "versions";
export const LOG_TABLE = "tblVersions";
const columns = columnsOf(logColumns);
const heads = logColumns.map((column) => column.head);

/** The log of changes: the build is its first row, and each change that the panel makes adds one. */
export function versionsSheet(agreement: Agreement, version: string): SheetSpec {
  return {
    id: LOG_SHEET, name: "Versions", sheetClass: "control",
    title: "Versions", purpose: "Who changed what, when and why: one row for each change made in the panel, the last one at the end",
    widths: logColumns.map(({ width }) => width),
    heads: { A: head(null), B: head("Label"), C: head("Unit"), D: head("Source") },
    blocks: [stand, howToRead, log(firstRow(agreement, version))],
  };
}

const stand: BlockSpec = {
  id: "stand",
  bands: [{ title: "Where we stand", tone: "ask", from: "A" }],
  rows: [
    { id: "out_last_change", cells: {
      B: label("Last change"), C: note("date"), D: note("Column When"),
      E: calc("MAX([log.when])", "moment", { name: "out_last_change" }),
    } },
    { id: "rowCount", cells: { B: label("Rows in the log"), C: note("rows"), D: note("Column No."), E: calc("COUNT([log.number])", "flag") } },
    { id: "missingRows", cells: {
      B: label("Rows taken out"), C: note("rows"), D: note("Column No."), E: calc("MAX([log.number]) - [$rowCount]", "flag"),
    } },
  ],
};

const howToRead: BlockSpec = {
  id: "howToRead",
  bands: [{ title: "How to read it", tone: "ask", from: "A" }],
  rows: [
    "Rows are added and never changed. A row “Version 1.0 published” holds the results as they were; the whole role is kept with it.",
    "Only the panel writes here. What is typed straight into a yellow cell makes no row; column Entries shows that something differs.",
    "Each seal is worked out from its row and the seal before. A row that was changed, moved or taken out breaks the chain, and the panel says so.",
    "The chain makes changes visible. It is no proof: whoever works out every seal anew leaves no trace.",
  ].map((sentence) => remark(sentence, "B")),
};

function log(first: LogRow): BlockSpec {
  const values = cellsOfRow(first, heads);
  const cell = (value: string | number | null, i: number): CellSpec => {
    const { key, format, align } = logColumns[i]!;
    return {
      content: value, style: key === "what" ? "label" : "note", format, align: align ?? "left",
      ...(unsigned.has(key) && { id: `log_${key}` }),
    };
  };
  return {
    id: "log",
    bands: [{ title: "The log of changes", tone: "ask", from: "A" }],
    columns,
    heads: Object.fromEntries(logColumns.map(({ key, head: words, align }) => [key, head(words, align)])),
    headHeight: 30,
    rows: [{ id: "built", cells: Object.fromEntries(values.map((value, i) => [logColumns[i]!.key, cell(value, i)])) }],
    table: LOG_TABLE,
    room: 5000,
  };
}

/** What a plan cannot know: who builds, and when. */
const unsigned = new Set<keyof LogRow>(["when", "who", "reason", "seal"]);
const nobody: Told = { by: "", at: null, reason: "built" };

function firstRow(agreement: Agreement, version: string, told = nobody): LogRow {
  return nextRow([], { what: "Workbook built", unit: "sheets", after: `Version ${version}` }, agreement, told);
}

/** The plan with the name of whoever builds, and the moment, in the first row of the log. */
export function signPlan(plan: WorkbookPlan, agreement: Agreement, told: Told): WorkbookPlan {
  const row = firstRow(agreement, plan.version, { ...told, reason: told.reason ?? nobody.reason });
  const signed = new Map([...unsigned].map((key) => [`log_${key}`, row[key]]));
  return { ...plan, sheets: plan.sheets.map((sheet) => (sheet.id !== LOG_SHEET ? sheet : {
    ...sheet,
    cells: sheet.cells.map((cell) => {
      const value = cell.id === undefined ? undefined : signed.get(cell.id);
      return value === undefined ? cell : { ...cell, content: value === null || value === "" ? { kind: "empty" } : { kind: "value", value } };
    }),
  })) };
}
