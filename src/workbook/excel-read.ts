import type { Reference } from "./address";
import { Refusal } from "./door";
import { askIntroduction } from "./excel-introduce";
import type { LoadModules } from "./modules/load";
import { drawBlank, type Blank } from "./modules/plan";
import { drawWorkbook, planWorkbook } from "./plan";
import { findBuild, findModules, referencesNow, type BuildRecord, type Inventory, type ModuleRecord } from "./record";
import type { SheetCells, Snapshot } from "./snapshot";
import { LOG_SHEET } from "./sheets/versions";
import type { Drawn } from "./standing";
import type { WorkbookPlan } from "./workbook-plan";

/** Keys of our two document settings. */
export const BUILD_SETTING = "customerRole.build";
export const DRAFT_SETTING = "customerRole.draft";
/** Key of the setting with the findings that somebody looked at and left. */
export const ACCEPTED_SETTING = "customerRole.accepted";

/** The templates, fetched when a workbook is first looked at: the pane's first screen shows without them. */
export const loadTemplates = () => import(/* webpackChunkName: "steps" */ "../core/templates");

/** A plan to know sheets and names by: they are the same for every agreement. */
export async function blueprint(): Promise<WorkbookPlan> {
  return (plannedOnce ??= planWorkbook((await loadTemplates()).sample.agreement));
}
let plannedOnce: WorkbookPlan | undefined;

/** The core sheets and those of every module, blank, to know names by: the same for every agreement, like the blueprint. */
export async function shapes(load: LoadModules): Promise<Shapes> {
  const modules = await load();
  const known = drawnOnce.get(modules);
  if (known) return known;
  const { agreement } = (await loadTemplates()).sample;
  const core = drawWorkbook(agreement);
  const shapes = { core, modules: drawBlank(modules, agreement, core) };
  drawnOnce.set(modules, shapes);
  return shapes;
}
interface Shapes { readonly core: readonly Drawn[]; readonly modules: readonly Blank[] }
const drawnOnce = new WeakMap<Awaited<ReturnType<LoadModules>>, Shapes>();

/** The modules of a build. Only when the settings were lost is the list of all modules fetched. */
export async function modulesNow(build: BuildRecord, now: Inventory, load: LoadModules): Promise<readonly ModuleRecord[]> {
  const all = build.modules ? [] : (await shapes(load)).modules;
  return findModules(build, now, all.map(({ module, drawn }) => ({ id: module.id, sheets: drawn.map(({ plan }) => plan) })));
}

/** A build by its record alone, with its modules; no cell is read. */
export interface OpenPlan { readonly now: Inventory; readonly build: BuildRecord; readonly modules: readonly ModuleRecord[] }

/** The build in this workbook, in one request; a Refusal "not-found" when there is none. */
export async function openPlan(context: Excel.RequestContext, load: LoadModules): Promise<OpenPlan> {
  const inventory = askInventory(context);
  await context.sync();
  const now = inventory();
  const build = findBuild(now, await blueprint());
  if (!build) throw new Refusal("not-found", "This workbook holds no role yet.");
  return { now, build, modules: await modulesNow(build, now, load) };
}

/** Something asked for in the next request; calling it after the sync gives the answer. */
export type Asked<T> = () => T;

/** Asks what stands in the workbook: sheets, names, tables, cell styles and our settings. */
export function askInventory(context: Excel.RequestContext): Asked<Inventory> {
  const { workbook } = context;
  const sheets = workbook.worksheets.load("items/id, items/name, items/visibility");
  const names = workbook.names.load("items/name, items/formula");
  const tables = workbook.tables.load("items/name");
  const styles = workbook.styles.load("items/name");
  const build = workbook.settings.getItemOrNullObject(BUILD_SETTING).load("value");
  const draft = workbook.settings.getItemOrNullObject(DRAFT_SETTING).load("value");
  const said = askIntroduction(context);
  return () => ({
    said: said(),
    sheets: sheets.items.map(({ id, name, visibility }) => ({ id, name, visible: visibility === "Visible" })),
    names: names.items.map(({ name, formula }) => ({ name, formula: String(formula) })),
    tables: tables.items.map(({ name }) => name),
    styles: styles.items.map(({ name }) => name),
    build: build.isNullObject ? undefined : build.value,
    draft: draft.isNullObject ? undefined : draft.value,
  });
}

/** Asks for every used cell of our sheets and for the places of our tables: one request, however large they are. */
export function askSnapshot(context: Excel.RequestContext, build: BuildRecord, inventory: Inventory): Asked<Snapshot> {
  const now = new Map(inventory.sheets.map(({ id, name }) => [id, name]));
  const sheets = Object.entries(build.sheets).filter(([, worksheet]) => now.has(worksheet)).map(([id, worksheet]) => ({
    id, name: now.get(worksheet)!,
    used: cellsToRead(id, context.workbook.worksheets.getItem(worksheet)).load("rowIndex, columnIndex, values, valueTypes, formulas"),
  }));
  const tables = askTables(context, build, inventory);
  return () => ({
    sheets: sheets.map(({ id, name, used }) => sheetCells(id, name, used)),
    references: new Map([
      ...referencesNow(build, inventory), ...tables().map(({ planned, reference }) => [planned, reference] as const),
    ]),
  });
}

/** A table of ours: the name the plan gave it, where it stands, its headings. */
interface TablePlace { readonly planned: string; readonly reference: Reference; readonly heads: readonly string[] }

/** Asks for the places and headings of our tables. */
export function askTables({ workbook }: Excel.RequestContext, { names }: Pick<BuildRecord, "names">, now: Inventory): Asked<TablePlace[]> {
  const existing = new Set(now.tables.map((name) => name.toLowerCase()));
  const tables = Object.entries(names).filter(([, actual]) => existing.has(actual.toLowerCase())).map(([planned, actual]) => {
    const table = workbook.tables.getItem(actual);
    return {
      planned, sheet: table.worksheet.load("name"), range: table.getRange().load("rowIndex, columnIndex, rowCount, columnCount"),
      header: table.getHeaderRowRange().load("values"),
    };
  });
  return () => tables.map(({ planned, sheet, range, header }) => ({
    planned, heads: header.values[0]!.map(String),
    reference: { sheet: sheet.name, box: { row: range.rowIndex, column: range.columnIndex, rows: range.rowCount, columns: range.columnCount } },
  }));
}

/** Of the log only the lines above it and its first rows: it grows for years, and nothing is entered there. */
const cellsToRead = (id: string, worksheet: Excel.Worksheet): Excel.Range =>
  (id === LOG_SHEET ? worksheet.getRange("A1:Z40") : worksheet.getUsedRangeOrNullObject(true));

function sheetCells(id: string, name: string, used: Excel.Range): SheetCells {
  if (used.isNullObject) return { id, name, row: 0, column: 0, values: [], types: [], formulas: [] };
  const { rowIndex, columnIndex, values, valueTypes, formulas } = used;
  return { id, name, row: rowIndex, column: columnIndex, values, types: valueTypes, formulas };
}
