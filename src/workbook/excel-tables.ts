import { boxAddress } from "./address";
import { Refusal, type CellValue, type Patience, type TableChange, type TableNow } from "./door";
import { waiting } from "./excel-build";
import { openPlan, type OpenPlan } from "./excel-read";
import { attempt } from "./excel-run";
import { most, valuesOf } from "./excel-sources";
import type { LoadModules } from "./modules/load";
import { rectangles } from "./rectangles";
import { formats } from "./style";
import { asText } from "./text";
import type { Box } from "./workbook-plan";

/** A table of ours as it was found: its rows without headings, and what its last row holds. */
interface Found {
  readonly table: Excel.Table;
  readonly worksheet: Excel.Worksheet;
  readonly headings: readonly string[];
  readonly body: Box;
  readonly last: { readonly formulas: readonly unknown[]; readonly formats: readonly string[] };
}

/** Reads a table of ours, by the name the plan gave it. Two requests, and more for many rows. */
export function readTable(name: string, load: LoadModules, patience?: Patience): Promise<TableNow> {
  return attempt(async (context) => readFound(context, await find(context, name, load), patience));
}

async function readFound(context: Excel.RequestContext, { worksheet, headings, body }: Found, patience?: Patience): Promise<TableNow> {
  const values = await valuesOf(context, worksheet, body, patience);
  return {
    sheet: worksheet.name, headings, address: boxAddress({ ...body, row: body.row - 1, rows: body.rows + 1 }),
    rows: values.map((line, i) => ({ address: boxAddress({ ...body, row: body.row + i, rows: 1 }), values: line })),
  };
}

async function find(context: Excel.RequestContext, name: string, load: LoadModules): Promise<Found> {
  const { now, build, modules }: OpenPlan = await openPlan(context, load);
  const actual = [build, ...modules].map(({ names }) => names[name]).find((each) => each !== undefined);
  const isThere = actual !== undefined && now.tables.some((each) => each.toLowerCase() === actual.toLowerCase());
  if (!isThere) throw new Refusal("not-found", `The table ${actual ?? name} is no longer in this workbook.`);
  const table = context.workbook.tables.getItem(actual);
  const header = table.getHeaderRowRange().load("values");
  const body = table.getDataBodyRange().load("rowIndex, columnIndex, rowCount, columnCount");
  const last = table.getDataBodyRange().getLastRow().load("formulas, numberFormat");
  const worksheet = table.worksheet.load("name");
  await context.sync();
  return {
    table, worksheet, headings: header.values[0]!.map(String),
    body: { row: body.rowIndex, column: body.columnIndex, rows: body.rowCount, columns: body.columnCount },
    last: { formulas: last.formulas[0]!, formats: last.numberFormat[0] as string[] },
  };
}

/**
 * Changes a table of ours: cells, then new rows, then rows to go. New rows come before the last one, whose content moves up: so
 * everything that looks at all rows looks at them too. If Excel refuses halfway, the table is put back as it was.
 */
export async function changeTable(name: string, change: TableChange, load: LoadModules, patience: Patience = {}): Promise<TableNow> {
  const { set = [], append = [], remove = [] } = change;
  return attempt(async (context) => {
    const found = await find(context, name, load);
    refuseOutside([...set.map(({ row }) => row), ...remove], found);
    const edits = editsOf(set, found);
    const goingRows = [...new Set(remove)].sort((a, b) => b - a).map((row) => ({ row, cells: rowOf(found, row).load("formulas") }));
    const before = edits.map(({ box }) => found.worksheet.getRange(boxAddress(box)).load("formulas, values"));
    await context.sync();
    refuseChanged(set, edits, before, found);
    const going = goingRows.map(({ row, cells }) => ({ row, formulas: cells.formulas }));
    try {
      for (const edit of edits) write(found.worksheet, edit);
      await appendRows(context, found, append, patience);
      for (const { row } of going) rowOf(found, row).getEntireRow().delete("Up");
      await context.sync();
    } catch (error) {
      // If this fails too there is nothing more to be done, and the first error says why.
      await attempt((again) => restore(again, name, load, found, edits.map(({ box }, i) => ({ box, formulas: before[i]!.formulas })), going), waiting)
        .catch(() => undefined);
      throw error;
    }
    return readFound(context, await find(context, name, load));
  }, waiting);
}

const rowOf = ({ worksheet, body }: Pick<Found, "worksheet" | "body">, row: number) =>
  worksheet.getRange(boxAddress({ ...body, row: body.row + row, rows: 1 }));

// --- cells

/** A rectangle to be written, with its contents. */
interface Edit { readonly box: Box; readonly values: readonly (readonly CellValue[])[]; readonly isText: boolean }

function columnOf(heading: string, { headings, body, worksheet }: Found): number {
  const place = headings.findIndex((each) => each.trim().toLowerCase() === heading.trim().toLowerCase());
  if (place < 0) throw new Refusal("not-found", `The column “${heading}” is gone from ${worksheet.name}!${boxAddress(body)}.`);
  return body.column + place;
}

const isText = (column: number, { last, body }: Found) => last.formats[column - body.column] === formats.text;

/** What stands below a table is not ours to write. */
function refuseOutside(rows: readonly number[], { body, worksheet }: Found): void {
  const outside = rows.find((row) => !(row >= 0 && row < body.rows));
  if (outside === undefined) return;
  throw new Refusal("not-found", `${worksheet.name}!${boxAddress(body)} has ${body.rows} rows; there is no row ${outside + 1} of it any more.`);
}

/** Neighbours are written at once, text apart from numbers. */
function editsOf(set: NonNullable<TableChange["set"]>, found: Found): Edit[] {
  const cells = set.map(({ row, heading, value }) => ({ row: found.body.row + row, column: columnOf(heading, found), value }));
  const values = new Map(cells.map(({ row, column, value }) => [`${row} ${column}`, value]));
  const places = [...values.keys()].map((place) => place.split(" ").map(Number) as [number, number]);
  return rectangles(places.map(([row, column]) => ({ row, column, key: isText(column, found) }))).map(({ key, box }) => ({
    box, isText: key, values: Array.from({ length: box.rows }, (_, r) =>
      Array.from({ length: box.columns }, (__, c) => values.get(`${box.row + r} ${box.column + c}`)!)),
  }));
}

/** A cell that no longer holds what the panel last read is left alone, and so is everything else. */
function refuseChanged(set: NonNullable<TableChange["set"]>, edits: readonly Edit[], now: readonly Excel.Range[], found: Found): void {
  const shown = new Map(edits.flatMap(({ box }, i) => now[i]!.values.flatMap((line, r) =>
    line.map((value, c) => [`${box.row + r} ${box.column + c}`, value as CellValue] as const))));
  for (const { row, heading, before } of set) {
    const theirs = shown.get(`${found.body.row + row} ${columnOf(heading, found)}`)!;
    if (before !== undefined && before !== theirs) {
      throw new Refusal("changed", `${heading} in row ${found.body.row + row + 1} of ${found.worksheet.name} has changed in the meantime.`, { theirs });
    }
  }
}

/** In a cell of text format an apostrophe may count as part of the text, so the format comes after the text. */
function write(worksheet: Excel.Worksheet, { box, values, isText: asWords }: Edit): void {
  const range = worksheet.getRange(boxAddress(box));
  const format = (code: string) => values.map((line) => line.map(() => code));
  if (asWords) range.numberFormat = format(formats.general);
  range.values = values.map((line) => line.map((value) => (typeof value === "string" ? asText(value) : value)));
  if (asWords) range.numberFormat = format(formats.text);
}

// --- rows

async function appendRows(
  context: Excel.RequestContext, found: Found, rows: NonNullable<TableChange["append"]>, { progress, signal }: Patience,
): Promise<void> {
  if (rows.length === 0) return;
  const { worksheet, body, last, headings } = found;
  const end = body.row + body.rows - 1;
  worksheet.getRange(boxAddress({ ...body, row: end, rows: rows.length })).getEntireRow().insert("Down");
  const moved = worksheet.getRange(boxAddress({ ...body, row: end + rows.length, rows: 1 }));
  worksheet.getRange(boxAddress({ ...body, row: end, rows: rows.length })).copyFrom(moved);
  const known = rows.map((row) => new Map(Object.entries(row).map(([heading, value]) => [columnOf(heading, found), value])));
  const entered = headings.map((_, i) => body.column + i).filter((column) => !String(last.formulas[column - body.column]).startsWith("="));
  const runs = rectangles(entered.map((column) => ({ row: 0, column, key: isText(column, found) })));
  const step = Math.max(1, Math.min(most.rows, Math.floor(most.cells / body.columns)));
  for (let first = 0; first < rows.length; first += step) {
    signal?.throwIfAborted();
    const part = known.slice(first, first + step);
    for (const { key, box } of runs) {
      const columns = Array.from({ length: box.columns }, (_, i) => box.column + i);
      write(worksheet, {
        box: { ...box, row: end + 1 + first, rows: part.length }, isText: key,
        values: part.map((row) => columns.map((column) => row.get(column) ?? "")),
      });
    }
    // eslint-disable-next-line office-addins/no-context-sync-in-loop -- more would not fit into one request
    await context.sync();
    progress?.(Math.min(1, (first + step) / rows.length));
  }
}

/** Counts the rows that are there to know how far it came: those too many go, those too few come back. */
async function restore(
  context: Excel.RequestContext, name: string, load: LoadModules, before: Found,
  cells: readonly { readonly box: Box; readonly formulas: unknown[][] }[], going: readonly { readonly row: number; readonly formulas: unknown[][] }[],
): Promise<void> {
  const { worksheet, body: now } = await find(context, name, load);
  const { body, last } = before;
  const end = body.row + body.rows - 1;
  const tooMany = now.rows - body.rows;
  const entireRows = (row: number, rows: number) => worksheet.getRange(boxAddress({ ...body, row, rows })).getEntireRow();
  if (tooMany > 0) {
    entireRows(end, tooMany).delete("Up");
    rowOf({ worksheet, body }, body.rows - 1).formulas = [[...last.formulas]];
  }
  for (const { row, formulas } of going.slice(0, Math.max(0, -tooMany)).reverse()) {
    entireRows(body.row + row, 1).insert("Down");
    rowOf({ worksheet, body }, row).formulas = formulas;
  }
  for (const { box, formulas } of cells) worksheet.getRange(boxAddress(box)).formulas = formulas;
  await context.sync();
}
