import { boxAddress } from "./address";
import { writeCharts } from "./excel-charts";
import { addStyles, applyLook, writeConditions, writePage, writeValidations, type StyleNames } from "./excel-formats";
import { rectangles } from "./rectangles";
import { formats, tabColors } from "./style";
import { asText } from "./text";
import type { Box, CellContent, CellPlan, SheetPlan, WorkbookPlan } from "./workbook-plan";

/**
 * Queues planned sheets as new ones and returns them by plan id; one sync carries it out. `newStyles` are those cell styles that
 * this workbook lacks.
 * The order matters to Excel: a formula may only mention sheets, tables and names that exist.
 */
export function writePlan(
  { workbook }: Excel.RequestContext, plan: Pick<WorkbookPlan, "sheets">, styles: StyleNames, newStyles = styles,
): Map<string, Excel.Worksheet> {
  workbook.application.suspendScreenUpdatingUntilNextSync();
  workbook.application.suspendApiCalculationUntilNextSync();
  addStyles(workbook.styles, newStyles);
  const pairs = plan.sheets.map((sheet) => ({ sheet, worksheet: addSheet(workbook, sheet) }));
  for (const { sheet, worksheet } of pairs) writeTables(worksheet, sheet);
  for (const { sheet, worksheet } of pairs) writeNames(workbook, worksheet, sheet);
  for (const { sheet, worksheet } of pairs) writeContents(worksheet, sheet.cells);
  for (const { sheet, worksheet } of pairs) writeLook(worksheet, sheet, styles);
  for (const { sheet, worksheet } of pairs) writeCharts(worksheet, sheet.charts);
  return new Map(pairs.map(({ sheet, worksheet }) => [sheet.id, worksheet]));
}

/** Property of a sheet that says it is ours, so that a build that fails never takes somebody else's sheet away. */
export const SHEET_MARK = "customerRole";

function addSheet({ worksheets }: Excel.Workbook, { id, name }: SheetPlan): Excel.Worksheet {
  const worksheet = worksheets.add(name);
  worksheet.customProperties.add(SHEET_MARK, id);
  return worksheet;
}

/** What Excel is given for a cell: text that stays text, numbers and formulas as they are. */
export function contentOf(content: CellContent | undefined): string | number | boolean {
  if (content === undefined || content.kind === "empty") return "";
  if (content.kind === "formula") return content.formula;
  return typeof content.value === "string" ? asText(content.value) : content.value;
}

/** The smallest rectangle around some cells. */
export function extent(cells: readonly CellPlan[]): Box {
  const rows = cells.map(({ row }) => row);
  const columns = cells.map(({ column }) => column);
  const [row, column] = [Math.min(...rows), Math.min(...columns)];
  return { row, column, rows: Math.max(...rows) - row + 1, columns: Math.max(...columns) - column + 1 };
}

/** One value per cell of a rectangle, as the two-dimensional arrays of Office.js want it. */
export function grid<T>({ row, column, rows, columns }: Box, cells: readonly CellPlan[], of: (cell: CellPlan | undefined) => T): T[][] {
  const block = Array.from({ length: rows }, () => new Array<CellPlan | undefined>(columns).fill(undefined));
  for (const cell of cells) {
    const line = block[cell.row - row];
    if (line && cell.column >= column && cell.column < column + columns) line[cell.column - column] = cell;
  }
  return block.map((line) => line.map(of));
}

/** A table takes its column names from its heading row, so that row is written first. */
function writeTables(worksheet: Excel.Worksheet, { tables, cells }: SheetPlan): void {
  for (const { name, box } of tables) {
    const heading = { ...box, rows: 1 };
    worksheet.getRange(boxAddress(heading)).values = grid(heading, cells, (cell) => contentOf(cell?.content));
    const table = worksheet.tables.add(boxAddress(box), true);
    table.name = name;
    table.style = "TableStyleLight1";
    table.showBandedRows = false;
    table.showFilterButton = false;
  }
}

function writeNames(workbook: Excel.Workbook, worksheet: Excel.Worksheet, { names }: SheetPlan): void {
  for (const { name, box } of names) workbook.names.add(name, worksheet.getRange(boxAddress(box)));
}

/** All cells of a sheet in one block; what the plan leaves out stays empty. */
function writeContents(worksheet: Excel.Worksheet, cells: readonly CellPlan[]): void {
  const box = extent(cells);
  const range = worksheet.getRange(boxAddress(box));
  range.formulas = grid(box, cells, (cell) => contentOf(cell?.content));
}

/** Queues rows of a sheet that is there: contents, looks, heights and rules, and nothing of the sheet as a whole. */
export function writeRows(worksheet: Excel.Worksheet, run: SheetPlan, styles: StyleNames): void {
  if (run.cells.length > 0) {
    writeContents(worksheet, run.cells);
    writeCellLooks(worksheet, run.cells, styles);
  }
  for (const [row, height] of Object.entries(run.heights)) {
    worksheet.getRange(boxAddress({ row: Number(row), column: 0, rows: 1, columns: 1 })).format.rowHeight = height;
  }
  writeValidations(worksheet, run.validations);
  writeConditions(worksheet, run.conditions);
}

function writeCellLooks(worksheet: Excel.Worksheet, cells: readonly CellPlan[], styles: StyleNames): void {
  const styled = cells.flatMap(({ row, column, style }) => (style ? [{ row, column, key: style }] : []));
  for (const { key, box } of rectangles(styled)) applyLook(worksheet, key, box, styles);
  const all = extent(cells);
  worksheet.getRange(boxAddress(all)).numberFormat = grid(all, cells, (cell) => formats[cell?.format ?? "general"]);
  const aligned = cells.flatMap(({ row, column, align }) => (align ? [{ row, column, key: align }] : []));
  for (const { key, box } of rectangles(aligned)) {
    const { format } = worksheet.getRange(boxAddress(box));
    format.horizontalAlignment = alignments[key];
    format.indentLevel = key === "left" ? 1 : 0;
  }
}

function writeLook(worksheet: Excel.Worksheet, sheet: SheetPlan, styles: StyleNames): void {
  const { cells, sheetClass } = sheet;
  writeCellLooks(worksheet, cells, styles);
  writeSpillLooks(worksheet, sheet, styles);
  writeSizes(worksheet, sheet);
  writeValidations(worksheet, sheet.validations);
  writeConditions(worksheet, sheet.conditions);
  writePage(worksheet, sheet);
  freeze(worksheet, sheet.freeze);
  worksheet.tabColor = tabColors[sheetClass];
  worksheet.showGridlines = false;
}

/** One value for a whole column of cells, however many there are. */
function writeSpillLooks(worksheet: Excel.Worksheet, { spills = [] }: SheetPlan, styles: StyleNames): void {
  for (const { box, style, format, align } of spills) {
    const range = worksheet.getRange(boxAddress(box));
    if (style) applyLook(worksheet, style, box, styles);
    (range as { numberFormat: unknown }).numberFormat = formats[format ?? "general"];
    if (!align) continue;
    range.format.horizontalAlignment = alignments[align];
    range.format.indentLevel = align === "left" ? 1 : 0;
  }
}

function writeSizes(worksheet: Excel.Worksheet, { widths, heights }: SheetPlan): void {
  for (const { key, box } of rectangles(widths.map((width, column) => ({ row: 0, column, key: width })))) {
    worksheet.getRange(boxAddress(box)).format.columnWidth = pointsWide(key);
  }
  const all = Object.entries(heights).map(([row, height]) => ({ row: Number(row), column: 0, key: height }));
  const usual = mostFrequent(all.map(({ key }) => key));
  if (usual === undefined) return;
  const rows = Math.max(...all.map(({ row }) => row)) + 1;
  worksheet.getRange(boxAddress({ row: 0, column: 0, rows, columns: 1 })).format.rowHeight = usual;
  for (const { key, box } of rectangles(all.filter(({ key: height }) => height !== usual))) {
    worksheet.getRange(boxAddress(box)).format.rowHeight = key;
  }
}

function mostFrequent(numbers: readonly number[]): number | undefined {
  const counts = new Map<number, number>();
  for (const number of numbers) counts.set(number, (counts.get(number) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0];
}

function freeze(worksheet: Excel.Worksheet, { rows, columns }: SheetPlan["freeze"]): void {
  if (rows > 0 && columns > 0) worksheet.freezePanes.freezeAt(worksheet.getRange(boxAddress({ row: 0, column: 0, rows, columns })));
  else if (rows > 0) worksheet.freezePanes.freezeRows(rows);
  else if (columns > 0) worksheet.freezePanes.freezeColumns(columns);
}

const alignments = { left: "Left", center: "Center", right: "Right" } as const;

/** Column width in points from characters of Calibri 11: seven pixels each and five of padding, at 96 pixels to 72 points. */
export const pointsWide = (characters: number): number => ((characters * 7 + 5) * 72) / 96;
