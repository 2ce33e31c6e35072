import type { Agreement } from "../core/agreement";
import { boxAddress, type Reference } from "./address";
import { applyLook, stylesOf, type StyleNames } from "./excel-formats";
import type { Asked } from "./excel-read";
import { cellsOfRow, logColumns, readLog, type LogChange, type LogRow, type LogTable } from "./log";
import type { BuildRecord, Inventory } from "./record";
import { formatInLog, LOG_TABLE } from "./sheets/versions";
import { formats } from "./style";
import { asText } from "./text";
import type { Box } from "./workbook-plan";

/** The log as it stands, and where. */
export interface LogNow extends Reference {
  /** Name of the table in this workbook. */
  readonly name: string;
  readonly table: LogTable;
  /** Undefined when a person deleted one of our cell styles; rows then look as Excel makes them. */
  readonly styles: StyleNames | undefined;
}

/** Asks for the log; the answer is undefined when its table was deleted or its sheet is protected: nothing waits for a log. */
export function askLog({ workbook }: Excel.RequestContext, build: BuildRecord, now: Inventory): Asked<LogNow | undefined> {
  const name = now.tables.find((each) => each.toLowerCase() === build.names[LOG_TABLE]?.toLowerCase());
  if (name === undefined) return () => undefined;
  const { names: styles, lacking } = stylesOf(build, now);
  const table = workbook.tables.getItem(name);
  const worksheet = table.worksheet.load("name");
  const protection = worksheet.protection.load("protected");
  const range = table.getRange().load("values, rowIndex, columnIndex, rowCount, columnCount");
  return () => (protection.protected ? undefined : {
    name, sheet: worksheet.name, table: readLog(range.values),
    box: { row: range.rowIndex, column: range.columnIndex, rows: range.rowCount, columns: range.columnCount },
    styles: lacking.size === 0 ? styles : undefined,
  });
}

/** Queues rows that are said anew and rows that are added; they go last in a request, so that nothing of the person's hangs on them. */
export function queueLog({ workbook }: Excel.RequestContext, log: LogNow, { again, added }: LogChange, agreement: Agreement): void {
  const worksheet = workbook.worksheets.getItem(log.sheet);
  for (const row of again) worksheet.getRange(boxAddress(rowBox(log, row))).values = [shown(log, row)];
  if (added.length === 0) return;
  // The types know no null, which continues a column of formulas.
  workbook.tables.getItem(log.name).rows.add(undefined, added.map((row) => shown(log, row)) as (string | number)[][]);
  const box: Box = { ...log.box, row: log.box.row + log.box.rows, rows: added.length };
  if (log.styles) dressRows(worksheet, log.table.heads, box, log.styles);
  worksheet.getRange(boxAddress(box)).numberFormat = added.map((row) => formatsOf(log, row, agreement));
  worksheet.pageLayout.setPrintArea(boxAddress({ row: 0, column: 0, rows: box.row + box.rows, columns: box.column + box.columns }));
}

/** Queues that a failed write leaves the log as it was; `rows` is how many rows the table has now. */
export function queueOldLog({ workbook }: Excel.RequestContext, log: LogNow, { again }: LogChange, rows: number): void {
  const table = workbook.tables.getItem(log.name);
  for (let place = rows - 1; place >= log.box.rows - 1; place--) table.rows.getItemAt(place).delete();
  const before = log.table.rows.filter(({ number }) => again.some((row) => row.number === number));
  for (const row of before) workbook.worksheets.getItem(log.sheet).getRange(boxAddress(rowBox(log, row))).values = [shown(log, row)];
}

const rowBox = ({ box, table }: LogNow, { number }: LogRow): Box => ({ ...box, row: box.row + 1 + table.placeOf.get(number)!, rows: 1 });

/** Null leaves a cell of somebody else's column as it is. */
const shown = ({ table }: LogNow, row: LogRow) =>
  cellsOfRow(row, table.heads).map((cell) => (typeof cell === "string" ? asText(cell) : cell));

function formatsOf({ table }: LogNow, row: LogRow, agreement: Agreement): (string | null)[] {
  const columns = table.heads.map((head) => logColumns.find((each) => each.head === head));
  return columns.map((column) => (column ? formats[formatInLog(column, row, agreement)] : null));
}

function dressRows(worksheet: Excel.Worksheet, heads: readonly string[], box: Box, styles: StyleNames): void {
  applyLook(worksheet, "note", box, styles);
  for (const { key, head, align } of logColumns) {
    const place = heads.indexOf(head);
    if (place < 0) continue;
    const cells = { ...box, column: box.column + place, columns: 1 };
    if (key === "what") applyLook(worksheet, "label", cells, styles);
    const { format } = worksheet.getRange(boxAddress(cells));
    format.horizontalAlignment = align === "right" ? "Right" : "Left";
    format.indentLevel = align === "right" ? 0 : 1;
  }
}
