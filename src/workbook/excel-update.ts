import { boxAddress, cellAddress } from "./address";
import { Refusal, type Reading } from "./door";
import { takeBackSheets, waiting } from "./excel-build";
import { writeCharts } from "./excel-charts";
import { builtReading, openBuild, readOpened, type Memory, type Opened } from "./excel-edit";
import { stylesOf } from "./excel-formats";
import { askSnapshot, BUILD_SETTING } from "./excel-read";
import { attempt } from "./excel-run";
import { contentOf, writePlan, writeRows } from "./excel-write";
import type { Told } from "./log";
import { signPlan } from "./sheets/versions";
import { cellAt, type SheetCells, type Snapshot } from "./snapshot";
import { asText } from "./text";
import type { Insertion } from "./update/moved";
import { isOutdated, planUpdate, type SheetUpdate, type UpdatePlan } from "./update/plan";

/**
 * Brings a workbook of an earlier version up to date: looks at what is there, puts in the rows that it lacks, writes what stands in
 * them and all new sheets, and reads everything back. Nothing that was entered is touched. If it fails, what was added is taken away
 * again.
 */
export async function updateWorkbook(told: Told, memory: Memory): Promise<Reading> {
  const { opened, plan } = await attempt((context) => prepared(context, told, memory));
  try {
    return await attempt((context) => carryOut(context, opened, plan, memory), waiting);
  } catch (error) {
    await attempt((context) => takeBack(context, opened, plan), waiting);
    throw error;
  }
}

async function prepared(context: Excel.RequestContext, told: Told, memory: Memory): Promise<{ opened: Opened; plan: UpdatePlan }> {
  const locks: { name: string; protection: Excel.WorksheetProtection }[] = [];
  const opened = await openBuild(context, (build, now) => {
    for (const { id, name } of now.sheets.filter((sheet) => Object.values(build.sheets).includes(sheet.id))) {
      locks.push({ name, protection: context.workbook.worksheets.getItem(id).protection.load("protected") });
    }
  });
  const { build, now, snapshot } = opened;
  if (!isOutdated(build)) throw new Refusal("occupied", "These sheets are up to date already.");
  const locked = locks.filter(({ protection }) => protection.protected).map(({ name }) => name);
  if (locked.length > 0) throw new Refusal("read-only", `Unprotect ${locked.join(", ")} first: rows are added there.`);
  const { agreement } = await readOpened(opened, memory);
  const taken = { sheets: now.sheets.map(({ name }) => name), names: [...now.names.map(({ name }) => name), ...now.tables] };
  const plan = orRefused(() => planUpdate(agreement, build, snapshot, taken));
  const sheets = signPlan({ version: plan.version, sheets: plan.added.map((each) => each.plan) }, agreement, { ...told, reason: `updated from ${build.version}` }).sheets;
  return { opened, plan: { ...plan, added: plan.added.map((each, i) => ({ ...each, plan: sheets[i]! })) } };
}

/** Formulas cannot be written when what they point at was deleted; the person learns what that was. */
function orRefused<T>(plan: () => T): T {
  try {
    return plan();
  } catch (error) {
    throw new Refusal("failed", `These sheets cannot be brought up to date, because they need cells that were deleted. ${(error as Error).message}`);
  }
}

async function carryOut(context: Excel.RequestContext, opened: Opened, plan: UpdatePlan, memory: Memory): Promise<Reading> {
  const { worksheets, names } = context.workbook;
  const { build, now } = opened;
  const { names: styles, lacking } = stylesOf(build, now);
  for (const update of plan.updates) insert(worksheets.getItem(update.sheet), update);
  const looks = plan.updates.map(({ sheet, rewritten }) => looksOf(worksheets.getItem(sheet), rewritten));
  await context.sync();
  const added = writePlan(context, { sheets: plan.added.map((each) => each.plan) }, styles, lacking);
  plan.updates.forEach((update, i) => fill(worksheets.getItem(update.sheet), update, styles, looks[i]!));
  for (const { name, sheet, box } of plan.names) names.add(name, worksheets.getItem(sheet).getRange(boxAddress(box)));
  for (const worksheet of added.values()) worksheet.load("id");
  await context.sync();
  place(context, opened, plan, added);
  const record = {
    ...build, version: plan.version, names: { ...build.names, ...plan.fresh }, styles: [...new Set([...build.styles, ...lacking.values()])],
    sheets: { ...build.sheets, ...Object.fromEntries([...added].map(([id, worksheet]) => [id, worksheet.id])) },
  };
  context.workbook.settings.add(BUILD_SETTING, JSON.stringify(record));
  await context.sync();
  return builtReading(await openBuild(context), memory);
}

/** From the last row up, so that the ones above still stand where they were planned. */
function insert(worksheet: Excel.Worksheet, { insertions }: SheetUpdate): void {
  for (const { before, rows } of [...insertions].sort((a, b) => b.before - a.before)) {
    worksheet.getRange(boxAddress({ row: before, column: 0, rows, columns: 1 })).getEntireRow().insert("Down");
  }
}

/** The number formats of cells that are written again: Excel would give a plain one that of what its formula reads. */
const looksOf = (worksheet: Excel.Worksheet, cells: readonly { readonly row: number; readonly column: number }[]): Excel.Range[] =>
  cells.map(({ row, column }) => worksheet.getRange(cellAddress(row, column)).load("numberFormat"));

function rewrite(range: Excel.Range, content: unknown): void {
  const { numberFormat } = range;
  range.formulas = [[content]];
  range.numberFormat = numberFormat;
}

function fill(
  worksheet: Excel.Worksheet, { runs, rewritten, charts }: SheetUpdate, styles: Parameters<typeof writeRows>[2], looks: readonly Excel.Range[],
): void {
  for (const run of runs) {
    // New rows look like the row above them until they are told otherwise.
    const rows = Object.keys(run.heights).map(Number);
    for (const row of rows) worksheet.getRange(`${row + 1}:${row + 1}`).clear("Formats");
    writeRows(worksheet, run, styles);
  }
  rewritten.forEach(({ content }, i) => rewrite(looks[i]!, contentOf(content)));
  writeCharts(worksheet, charts);
}

/** Each new sheet behind the one that it follows in a new workbook. */
function place(context: Excel.RequestContext, { now, build }: Opened, { added }: UpdatePlan, worksheets: ReadonlyMap<string, Excel.Worksheet>): void {
  const order = now.sheets.map(({ id }) => id);
  for (const { plan, after } of added) {
    const worksheet = worksheets.get(plan.id)!;
    const position = after === undefined ? order.length : order.indexOf(build.sheets[after]!) + 1;
    order.splice(position, 0, worksheet.id);
    worksheet.position = position;
  }
  context.workbook.worksheets.getItem(build.sheets.summary ?? order[0]!).activate();
}

// --- when it fails

/** Takes away what was added, and gives the cells that were written again what they held. */
async function takeBack(context: Excel.RequestContext, { build, now, snapshot: before }: Opened, plan: UpdatePlan): Promise<void> {
  const { lacking } = stylesOf(build, now);
  const left = await takeBackSheets(context, plan.added.map((each) => each.plan), Object.values(plan.fresh), [...lacking.values()]);
  for (const { name } of plan.names) if (left.names.some((each) => each.name === name)) context.workbook.names.getItem(name).delete();
  const after = askSnapshot(context, build, now);
  const charts = plan.updates.flatMap(({ sheet, charts: drawn }) =>
    drawn.map(({ name }) => context.workbook.worksheets.getItem(sheet).charts.getItemOrNullObject(name).load("name")));
  await context.sync();
  for (const chart of charts) if (!chart.isNullObject) chart.delete();
  const reached = after();
  const undone = plan.updates.map((update) => takeOut(context.workbook.worksheets.getItem(update.sheet), update, before, reached));
  await context.sync();
  for (const cells of undone) for (const { range, content } of cells) rewrite(range, content);
  if (typeof now.build === "string") context.workbook.settings.add(BUILD_SETTING, now.build);
  await context.sync();
}

/** Takes the rows out that were put in; the cells that were written again, where they stand then, with what they held. */
function takeOut(worksheet: Excel.Worksheet, { id, insertions, rewritten }: SheetUpdate, before: Snapshot, after: Snapshot) {
  const [was, is] = [before, after].map(({ sheets }) => sheets.find((cells) => cells.id === id)!) as [SheetCells, SheetCells];
  const upwards = [...insertions].sort((a, b) => b.before - a.before);
  const end = was.row + was.values.length;
  // Rows were put in from the last one up, so what the sheet has grown by says how far that came; below its end empty ones are no growth.
  let grown = is.values.length - was.values.length;
  const inside = upwards.filter(({ before: row, rows }) => row < end && (grown -= rows) >= 0);
  const made = [...upwards.filter(({ before: row }) => row >= end && grown > 0), ...inside];
  for (const { before: row, rows } of made) {
    const above = made.filter((each) => each.before < row).reduce((sum, each) => sum + each.rows, 0);
    worksheet.getRange(`${row + above + 1}:${row + above + rows}`).delete("Up");
  }
  const cells = rewritten.map(({ row, column }) => ({ row: rowBefore(row, insertions), column }));
  const looks = looksOf(worksheet, cells);
  return cells.map(({ row, column }, i) => {
    const { value, formula } = cellAt(was, row, column);
    return { range: looks[i]!, content: formula ?? (typeof value === "string" ? asText(value) : value) };
  });
}

/** Where a row stood before rows were put in above it. */
function rowBefore(row: number, insertions: readonly Insertion[]): number {
  return [...insertions].sort((a, b) => a.before - b.before)
    .reduce((now, { before, rows }) => (now >= before + rows ? now - rows : now), row);
}
