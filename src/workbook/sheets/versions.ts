import type { Agreement } from "../../core/agreement";
import { cellsOfRow, logColumns, nextRow, type LogColumn, type LogRow, type Told } from "../log";
import { calc, columnsOf, fieldIn, formatOf, head, label, note, remark, type BlockSpec, type CellSpec, type SheetSpec } from "../spec";
import type { FormatName, WorkbookPlan } from "../workbook-plan";

/** Sheet and table of the log. */
export const LOG_SHEET = "versions";
export const LOG_TABLE = "tblVersions";
const columns = columnsOf(logColumns);
const heads = logColumns.map((column) => column.head);

/** The log of changes: the build is a row, and each change that the panel makes adds one. `past` is what was logged before. */
export function versionsSheet(agreement: Agreement, version: string, past: readonly LogRow[]): SheetSpec {
  return {
    id: LOG_SHEET, name: "Versions", sheetClass: "control",
    title: "Versions", purpose: "Who changed what, when and why: one row for each change made in the panel, the last one at the end",
    widths: logColumns.map(({ width }) => width),
    heads: { A: head(null), B: head("Label"), C: head("Unit"), D: head("Source") },
    blocks: [stand, changed, howToRead, log(past, buildRow(agreement, version, past), agreement)],
    names: { rng_changed: "changed.A:F" },
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
    { id: "lastRow", cells: { B: label("Last row"), C: note("no."), D: note("Column No."), E: calc("MAX([log.number])", "flag") } },
    { id: "missingRows", cells: {
      B: label("Rows taken out"), C: note("rows"), D: note("Column No."), E: calc("[$lastRow] - [$rowCount]", "flag"),
    } },
    { id: "publishedRow", cells: {
      B: label("Row of the version published last"), C: note("no., 0 = none"), D: note("Column Unit"),
      E: calc('SUMPRODUCT(MAX(([log.unit] = "version") * [log.number]))', "flag"),
    } },
    { id: "out_published", cells: {
      B: label("Version published last"), C: note("version"), D: note("Column After"),
      E: calc('IF([$publishedRow] = 0, "none", INDEX([log.after], MATCH([$publishedRow], [log.number], 0)))', "words", { name: "out_published" }),
    } },
    { id: "fromRow", cells: {
      B: label("Changes are counted after row"), C: note("no."), D: note("Lines above"),
      E: calc("IF([$publishedRow] = 0, MIN([log.number]), [$publishedRow])", "flag"),
    } },
    { id: "changedSince", cells: {
      B: label("Changes since then"), C: note("changes"), D: note("Column No."),
      E: calc('COUNTIFS([log.number], ">" & [$fromRow], [log.entry], "?*")', "flag", { name: "out_changed_since" }),
    } },
    { id: "askedThen", cells: {
      B: label("Net value then, as asked"), C: note("{currency}"), D: note("Column Net value"),
      E: calc("SUMIF([log.number], [$fromRow], [log.netAsked])", "money", { name: "out_asked_then" }),
    } },
    { id: "actualThen", cells: {
      B: label("Net value then, as is"), C: note("{currency}"), D: note("Column Net value"),
      E: calc("SUMIF([log.number], [$fromRow], [log.netActual])", "money", { name: "out_actual_then" }),
    } },
  ],
};

/** Rows that are shown of what changed since; a printed memo has no room for more. */
const LATEST = 5;
const latest = Array.from({ length: LATEST }, (_, i) => `latest${i + 1}`);
/** Counted beside the block: counting rows of cells that lean on the result would be circular for some programs. */
const fromLast = "([$lastRow] + 1 - ROWS([changed.H:@]))";
const ofRow = (column: string) => `IF([@A] = 0, "", INDEX([log.${column}], MATCH([@A], [log.number], 0)) & "")`;
/** What the net value was after a row; the row before it stands one number lower. */
const valueAfter = (row: string) => `SUMIF([log.number], ${row}, [log.netAsked])`;

/** Since the version published last, or since the build: how many entries were changed, and the latest of them with what they did. */
const changed: BlockSpec = {
  id: "changed",
  bands: [{ title: "Since the version published last", tone: "ask", from: "A" }],
  heads: { A: head("Row"), B: head("What changed last"), C: head("Unit"), D: head("Entry"), E: head("To", "right"), F: head("Moved the value", "right") },
  rows: latest.map((id) => ({ id, cells: {
    A: calc(`(${fromLast} > [$fromRow]) * ${fromLast}`, "flag", { align: "left" }),
    B: label({ formula: ofRow("what") }), C: note({ formula: ofRow("unit") }), D: note({ formula: ofRow("entry") }),
    E: calc(ofRow("after"), "words"), F: calc(`IF([@A] = 0, "", ${valueAfter("[@A]")} - ${valueAfter("[@A] - 1")})`, "money"),
  } })),
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

function log(past: readonly LogRow[], built: LogRow, agreement: Agreement): BlockSpec {
  const cell = (value: string | number | null, i: number, row: LogRow): CellSpec => {
    const { key, format, align } = logColumns[i]!;
    return {
      content: value, style: key === "what" ? "label" : "note", format: formatInLog({ key, format }, row, agreement), align: align ?? "left",
      ...(row === built && unsigned.has(key) && { id: `log_${key}` }),
    };
  };
  const cellsOf = (row: LogRow) => Object.fromEntries(cellsOfRow(row, heads).map((value, i) => [logColumns[i]!.key, cell(value, i, row)]));
  return {
    id: "log",
    bands: [{ title: "The log of changes", tone: "ask", from: "A" }],
    columns,
    heads: Object.fromEntries(logColumns.map(({ key, head: words, align }) => [key, head(words, align)])),
    headHeight: 30,
    rows: [...past.map((row) => ({ cells: cellsOf(row) })), { id: "built", cells: cellsOf(built) }],
    table: LOG_TABLE,
    room: 5000,
  };
}

/** Before and after look as they do in the cell of their field. */
export function formatInLog({ key, format }: Pick<LogColumn, "key" | "format">, { entry }: LogRow, agreement: Agreement): FormatName {
  const field = entry !== "" && (key === "before" || key === "after") ? fieldIn(agreement, entry) : undefined;
  return field && field.kind !== "text" ? formatOf(field) : format;
}

/** What a plan cannot know: who builds, and when. */
const unsigned = new Set<keyof LogRow>(["when", "who", "reason", "seal"]);
const nobody: Told = { by: "", at: null, reason: "built" };

function buildRow(agreement: Agreement, version: string, past: readonly LogRow[], told = nobody): LogRow {
  const what = past.length === 0 ? "Workbook built" : "Workbook opened";
  return nextRow(past, { what, unit: "sheets", after: `Version ${version}` }, agreement, told);
}

/** The plan with the name of whoever builds, and the moment, in its row of the log. */
export function signPlan(plan: WorkbookPlan, agreement: Agreement, told: Told, past: readonly LogRow[] = []): WorkbookPlan {
  const row = buildRow(agreement, plan.version, past, { ...told, reason: told.reason ?? nobody.reason });
  const signed = new Map([...unsigned].map((key) => [`log_${key}`, row[key]]));
  return { ...plan, sheets: plan.sheets.map((sheet) => (sheet.id !== LOG_SHEET ? sheet : {
    ...sheet,
    cells: sheet.cells.map((cell) => {
      const value = cell.id === undefined ? undefined : signed.get(cell.id);
      return value === undefined ? cell : { ...cell, content: value === null || value === "" ? { kind: "empty" } : { kind: "value", value } };
    }),
  })) };
}
