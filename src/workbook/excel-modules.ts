import type { Agreement } from "../core/agreement";
import { boxAddress, cellAddress, type Reference } from "./address";
import { Refusal, type Patience, type Reading } from "./door";
import { takeBackSheets, waiting } from "./excel-build";
import { writeBulks } from "./excel-bulk";
import { deleteAll } from "./excel-delete";
import { builtReading, openBuild, readOpened, type Memory, type Opened } from "./excel-edit";
import { stylesOf } from "./excel-formats";
import { askSnapshot, askTables, BUILD_SETTING, modulesNow, shapes, type Asked } from "./excel-read";
import { attempt } from "./excel-run";
import { contentOf, writePlan } from "./excel-write";
import { drawBlank, emptySockets, listed, planModule, type ModulePlan, type SocketPlan } from "./modules/plan";
import { leaningOn, neededBy, type Module } from "./modules/module";
import { drawWorkbook } from "./plan";
import { referencesNow, type BuildRecord, type Inventory, type ModuleRecord } from "./record";
import { cellAt, sheetNamed } from "./snapshot";
import { areasOf, type Drawn, type Standing } from "./standing";

/** An opened build with its modules and the places of all that is named. */
interface OpenedWithModules extends Opened {
  readonly all: readonly Module[];
  readonly modules: readonly ModuleRecord[];
  readonly agreement: Agreement;
  readonly core: readonly Drawn[];
  readonly standing: Standing;
}

/**
 * Adds a module in four requests: what is there (two), its sheets, then the record and everything read back. If one fails, what
 * was added is taken away and the cells of the core hold what they held.
 */
export async function addModule(id: string, data: unknown, memory: Memory, patience?: Patience): Promise<Reading> {
  const { opened, plan, styles, kept } = await attempt(async (context) => planned(await openAll(context, memory), id, data));
  try {
    return await attempt((context) => writeModule(context, { id, ...kept }, opened, plan, styles, memory, patience), waiting);
  } catch (error) {
    await attempt((context) => takeBack(context, opened, plan), waiting);
    throw error;
  }
}

/** Takes modules away: the one that is meant, and before it those that need it. Three requests. */
export function removeModule(id: string, memory: Memory): Promise<Reading> {
  return attempt(async (context) => {
    const opened = await openAll(context, memory);
    const { all, modules, now, build, core, standing } = opened;
    if (!modules.some((each) => each.id === id)) throw new Refusal("not-found", "These sheets are no longer in the workbook.");
    const ids = [...leaningOn(id, all), id];
    const going = modules.filter((each) => ids.includes(each.id));
    const staying = modules.filter((each) => !ids.includes(each.id));
    const sockets = all.filter((module) => ids.includes(module.id)).flatMap((module) => emptySockets(module, core, standing));
    for (const socket of [...sockets, ...listed(namesOf(staying, now), core, standing)]) fill(context, socket);
    deleteAll(context, now, {
      sheets: going.flatMap(({ sheets }) => Object.values(sheets)), names: going.flatMap(({ names }) => Object.values(names)),
    });
    return recorded(context, { ...opened, build: { ...build, modules: staying } }, memory);
  }, waiting);
}

// --- what is there

async function openAll(context: Excel.RequestContext, memory: Memory): Promise<OpenedWithModules> {
  const all = await memory.modules();
  const known = await shapes(memory.modules);
  let standing: Asked<Standing>;
  let modules: readonly ModuleRecord[] = [];
  const opened = await openBuild(context, async (build, now) => {
    modules = await modulesNow(build, now, memory.modules);
    standing = askStanding(context, [build, ...modules], now, [...known.core, ...known.modules.flatMap(({ drawn }) => drawn)]);
  });
  const { agreement } = await readOpened(opened, memory);
  return { ...opened, all, modules, agreement, core: drawWorkbook(agreement), standing: standing!() };
}

/** Asks where our names and tables stand, and for the headings above them; `drawn` tells what has headings. */
function askStanding(
  context: Excel.RequestContext, records: readonly Pick<BuildRecord, "sheets" | "names">[], now: Inventory, drawn: readonly Drawn[],
): Asked<Standing> {
  const present = new Map(now.sheets.map(({ id, name }) => [id, name]));
  const cells = new Map(records.flatMap((record) => [...referencesNow(record, now)]));
  const tables = records.map((record) => askTables(context, record, now));
  const headed = drawn.flatMap(({ plan }) => areasOf(plan)).filter(({ isTable, heads }) => !isTable && heads.some(Boolean));
  const above = headed.flatMap(({ name }) => {
    const reference = cells.get(name);
    return reference && reference.box.row > 0 ? [{ name, range: headingRow(context, reference) }] : [];
  });
  return () => ({
    sheets: new Map(records.flatMap(({ sheets }) => Object.entries(sheets))
      .flatMap(([id, worksheet]) => (present.has(worksheet) ? [[id, present.get(worksheet)!] as const] : []))),
    references: new Map([...cells, ...tables.flatMap((asked) => asked().map(({ planned, reference }) => [planned, reference] as const))]),
    heads: new Map([
      ...above.map(({ name, range }) => [name, range.values[0]!.map(String)] as const),
      ...tables.flatMap((asked) => asked().map(({ planned, heads }) => [planned, heads] as const)),
    ]),
  });
}

const headingRow = ({ workbook }: Excel.RequestContext, { sheet, box }: Reference) =>
  workbook.worksheets.getItem(sheet).getRange(boxAddress({ ...box, row: box.row - 1, rows: 1 })).load("values");

// --- adding

function planned(opened: OpenedWithModules, id: string, data: unknown) {
  const { all, modules, agreement, core, standing, now } = opened;
  const module = all.find((each) => each.id === id);
  if (!module) throw new Refusal("not-found", `There are no sheets called ${id} to add.`);
  if (modules.some((each) => each.id === id)) throw new Refusal("occupied", `${module.title} is already in this workbook.`);
  const present = all.filter((each) => modules.some((one) => one.id === each.id));
  const missing = neededBy(id, all).filter((need) => !present.some((each) => each.id === need));
  if (missing.length > 0) {
    const titles = missing.map((need) => all.find((each) => each.id === need)?.title ?? need);
    throw new Refusal("not-found", `${module.title} reads ${titles.join(" and ")}. Add that first.`);
  }
  const before = [...core, ...drawBlank(present, agreement, core).flatMap(({ drawn }) => drawn)];
  const left = leftOver(opened);
  const taken = { sheets: now.sheets.map(({ name }) => name), names: [...now.names.map(({ name }) => name), ...now.tables]
    .filter((name) => !left.includes(name)) };
  const filled = { module, data: data ?? module.blank(agreement) };
  const plan = orRefused(() => planModule(filled, agreement, before, standing, taken));
  const kept = module.remember?.(filled.data);
  return { opened, plan, styles: stylesOf(opened.build, now), kept: kept === undefined ? {} : { memory: kept } };
}

/** Names of modules whose sheets a person deleted: they point nowhere and are in the way. */
const leftOver = ({ build, modules }: OpenedWithModules): string[] =>
  (build.modules ?? []).filter(({ id }) => !modules.some((each) => each.id === id)).flatMap(({ names }) => Object.values(names));

/** Formulas cannot be written when what they point at was deleted; the person learns what that was. */
function orRefused<T>(plan: () => T): T {
  try {
    return plan();
  } catch (error) {
    throw new Refusal("failed", `These sheets cannot be added, because they need cells that were deleted. ${(error as Error).message}`);
  }
}

async function writeModule(
  context: Excel.RequestContext, known: Pick<ModuleRecord, "id" | "memory">, opened: OpenedWithModules, plan: ModulePlan,
  { names: styles, lacking }: ReturnType<typeof stylesOf>, memory: Memory, patience?: Patience,
): Promise<Reading> {
  const { build, modules, now, core, standing } = opened;
  const added = plan.drawn.map((each) => each.plan);
  deleteAll(context, now, { sheets: [], names: leftOver(opened) });
  const worksheets = writePlan(context, { sheets: added }, styles, lacking);
  for (const worksheet of worksheets.values()) worksheet.load("id");
  const sheetNames = [...namesOf(modules, now), ...added.map(({ name }) => name)];
  for (const socket of [...plan.sockets, ...listed(sheetNames, core, standing)]) fill(context, socket);
  await context.sync();
  await writeBulks(context, added, worksheets, patience);
  const record = { ...known, sheets: Object.fromEntries([...worksheets].map(([sheet, { id: worksheet }]) => [sheet, worksheet])), names: plan.names };
  [...worksheets.values()][0]?.activate();
  const ids = added.map(({ id: sheet, name }) => ({ id: record.sheets[sheet]!, name, visible: true }));
  return recorded(context, {
    ...opened, now: { ...now, sheets: [...now.sheets, ...ids] },
    build: { ...build, styles: [...new Set([...build.styles, ...lacking.values()])], modules: [...modules, record] },
  }, memory);
}

const namesOf = (modules: readonly ModuleRecord[], now: Inventory): string[] => modules.flatMap(({ sheets }) =>
  Object.values(sheets).flatMap((id) => now.sheets.filter((sheet) => sheet.id === id).map(({ name }) => name)));

function fill({ workbook }: Excel.RequestContext, { sheet, row, column, content }: SocketPlan): void {
  workbook.worksheets.getItem(sheet).getRange(cellAddress(row, column)).formulas = [[contentOf(content)]];
}

/** Keeps the record and reads everything back, in one request. */
async function recorded(context: Excel.RequestContext, opened: Opened, memory: Memory): Promise<Reading> {
  context.workbook.settings.add(BUILD_SETTING, JSON.stringify(opened.build));
  const snapshot = askSnapshot(context, opened.build, opened.now);
  await context.sync();
  return builtReading({ ...opened, snapshot: snapshot() }, memory);
}

/** Undoes an addition that failed: its sheets and names go, the cells of the core and our setting are as they were. */
async function takeBack(context: Excel.RequestContext, opened: OpenedWithModules, { drawn, sockets, names }: ModulePlan): Promise<void> {
  const { now, core, standing, snapshot, build } = opened;
  const { lacking } = stylesOf(build, now);
  await takeBackSheets(context, drawn.map(({ plan }) => plan), Object.values(names), [...lacking.values()]);
  for (const socket of [...sockets, ...listed([], core, standing)]) {
    const cells = sheetNamed(snapshot, socket.sheet);
    if (!cells) continue;
    const { value, formula } = cellAt(cells, socket.row, socket.column);
    fill(context, { ...socket, content: formula === undefined ? { kind: "value", value } : { kind: "formula", formula } });
  }
  if (typeof now.build === "string") context.workbook.settings.add(BUILD_SETTING, now.build);
  else context.workbook.settings.getItemOrNullObject(BUILD_SETTING).delete();
  await context.sync();
}
