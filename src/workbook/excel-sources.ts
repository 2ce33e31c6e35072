import { boxAddress, unquoted } from "./address";
import { Refusal, type CellValue, type Patience, type Source, type TableDoor } from "./door";
import { askInventory, blueprint, modulesNow } from "./excel-read";
import { attempt } from "./excel-run";
import type { LoadModules } from "./modules/load";
import { findBuild } from "./record";
import type { Box } from "./workbook-plan";

/** Rows of one request, and cells where a table is wide: Excel on the web takes 5 MB at a time. */
export const most = { rows: 20_000, cells: 200_000 };

/** Values of many rows, some thousand a request. An aborted signal ends it between two requests with the signal's reason. */
export async function valuesOf(
  context: Excel.RequestContext, worksheet: Excel.Worksheet, { row, column, rows, columns }: Box, { progress, signal }: Patience = {},
): Promise<CellValue[][]> {
  const step = Math.max(1, Math.min(most.rows, Math.floor(most.cells / columns)));
  const values: CellValue[][] = [];
  for (let first = 0; first < rows; first += step) {
    signal?.throwIfAborted();
    const part = { row: row + first, column, rows: Math.min(step, rows - first), columns };
    const range = worksheet.getRange(boxAddress(part)).load("values");
    // eslint-disable-next-line office-addins/no-context-sync-in-loop -- more would not fit into one request
    await context.sync();
    for (const line of range.values as CellValue[][]) values.push(line);
    range.untrack();
    progress?.(Math.min(1, (first + step) / rows));
  }
  signal?.throwIfAborted();
  return values;
}

/** The tables of this workbook that are the person's own. */
export function listSources(load: LoadModules): ReturnType<TableDoor["sources"]> {
  return attempt(async (context) => {
    const inventory = askInventory(context);
    const tables = context.workbook.tables.load("items/name, items/worksheet/name, items/rows/count");
    await context.sync();
    const now = inventory();
    const build = findBuild(now, await blueprint());
    const ours = build ? [build, ...await modulesNow(build, now, load)].flatMap(({ names }) => Object.values(names)) : [];
    return tables.items.filter(({ name }) => !ours.includes(name))
      .map(({ name, worksheet, rows }) => ({ name, sheet: worksheet.name, rows: rows.count }));
  });
}

/** Reads the person's own data: a table, an address, or what is selected. Three requests, and more for many rows. */
export function readSource(target?: string, patience?: Patience): Promise<Source> {
  return attempt(async (context) => {
    const { range, table, nothing } = await sourceRange(context, target);
    range.load("rowIndex, columnIndex, rowCount, columnCount");
    const sheet = range.worksheet.load("name");
    await context.sync();
    if (range.isNullObject) throw new Refusal("not-found", nothing);
    const box = { row: range.rowIndex, column: range.columnIndex, rows: range.rowCount, columns: range.columnCount };
    const formats = sheet.getRange(boxAddress({ ...box, row: box.row + Math.min(1, box.rows - 1), rows: 1 })).load("numberFormat");
    const cells = withHeadings(await valuesOf(context, sheet, box, patience));
    if (cells.rows.length === 0) throw new Refusal("not-found", nothing);
    return {
      sheet: sheet.name, address: boxAddress(box), ...(table !== undefined && { table }), ...cells,
      firstRow: box.row + 1 + box.rows - cells.rows.length, formats: formats.numberFormat[0] as string[],
    };
  });
}

/** The first row is headings where it holds words and no number; else the columns are called after their place. */
function withHeadings(cells: readonly CellValue[][]): Pick<Source, "headings" | "rows"> {
  const [first = [], ...rest] = cells;
  const isHeading = first.some((value) => typeof value === "string" && value !== "") && !first.some((value) => typeof value === "number");
  return { headings: first.map((value, i) => (isHeading && String(value).trim()) || `Column ${i + 1}`), rows: isHeading ? rest : cells };
}

// --- where it stands

/** Where to read, and what to say when nothing stands there. */
interface Place { readonly range: Excel.Range; readonly table?: string; readonly nothing: string }

async function sourceRange(context: Excel.RequestContext, target: string | undefined): Promise<Place> {
  if (target === undefined) return selectedSource(context);
  const { workbook } = context;
  const [, before, cells] = /^(?:('(?:[^']|'')+'|[^'!]+)!)?(\$?[A-Z]{1,3}\$?\d+(?::\$?[A-Z]{1,3}\$?\d+)?)$/i.exec(target) ?? [];
  const sheetName = before && unquoted(before);
  const table = workbook.tables.getItemOrNullObject(target).load("name");
  const sheet = sheetName ? workbook.worksheets.getItemOrNullObject(sheetName) : workbook.worksheets.getActiveWorksheet();
  sheet.load("name");
  await context.sync();
  if (!table.isNullObject) return { range: table.getRange(), table: table.name, nothing: `The table ${target} has no rows.` };
  if (cells === undefined) throw new Refusal("not-found", `There is no table called ${target} in this workbook.`);
  if (sheet.isNullObject) throw new Refusal("not-found", `There is no sheet called ${sheetName} in this workbook.`);
  return { range: sheet.getRange(cells).getUsedRangeOrNullObject(true), nothing: `There are no rows of data in ${sheet.name}!${cells}.` };
}

/** The table in which the selection stands; else the rows that are selected, as far as they are filled; else what surrounds the cell. */
async function selectedSource(context: Excel.RequestContext): Promise<Place> {
  const selected = context.workbook.getSelectedRange().load("address, rowCount");
  const tables = selected.getTables(false).load("items/name");
  const filled = selected.getUsedRangeOrNullObject(true).load("address");
  await context.sync();
  const [table] = tables.items;
  if (table) return { range: table.getRange(), table: table.name, nothing: `The table ${table.name} has no rows.` };
  const nothing = `There is no list around ${selected.address}. Select a cell of your data, or all of it.`;
  const isChosen = selected.rowCount > 1 && !filled.isNullObject;
  return { range: isChosen ? filled : selected.getSurroundingRegion().getUsedRangeOrNullObject(true), nothing };
}
