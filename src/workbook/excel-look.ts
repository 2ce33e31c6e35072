import type { Agreement } from "../core/agreement";
import { parseReference, unquoted, type Reference } from "./address";
import { tokenize } from "./audit/formula-text";
import type { TableSnapshot } from "./audit/snapshot";
import { Refusal, type Door } from "./door";
import { readOpened, type Memory } from "./excel-edit";
import { askInventory, askSnapshot, blueprint, modulesNow, type Asked } from "./excel-read";
import { attempt } from "./excel-run";
import { explain } from "./explain/explain";
import type { OwnFunctions } from "./explain/failure";
import { joinPieces, type Piece } from "./explain/pieces";
import { openScene, type Sight, type Spot } from "./explain/sight";
import { layOut, type Layout } from "./layout";
import type { Module } from "./modules/module";
import { specVersion } from "./plan";
import { findBuild, type BuildRecord, type Inventory } from "./record";
import { sheetsOf } from "./sheets";

type Target = Parameters<Door["look"]>[1];
type Tables = ReadonlyMap<string, readonly TableSnapshot[]>;

/** So many rows of somebody's own range are read, to run a call again with them, and so many above a cell to find its heading. */
const mostRows = 100_000;
const headingRows = 500;

/** Explains the selected cell, or the one asked for, in two requests: what there is, then the cells that matter. */
export const look = (functions: OwnFunctions, target: Target, memory: Memory): ReturnType<Door["look"]> =>
  attempt(async (context) => {
    const inventory = askInventory(context);
    const cell = askCell(context, target);
    await context.sync();
    const now = inventory();
    const { spot, formula } = cell();
    const build = await wholeBuild(now, memory);
    const snapshot = build && askSnapshot(context, build, now);
    const tables = askTableBoxes(context, now);
    const pieces = askPieces(context, formula, spot, now, build);
    await context.sync();
    const ours = snapshot?.();
    const agreement = ours && (await readOpened({ snapshot: ours, build: build!, now }, memory)).agreement;
    const sheets = [...ours?.sheets ?? [], ...joinPieces(pieces())];
    const found = tables();
    const sight: Sight = {
      names: now.names, ...(agreement && { agreement }),
      sheets: sheets.map((each) => ({ ...each, tables: found.get(each.name) ?? [] })),
      layouts: agreement ? layoutsOf(agreement, await added(build, memory)) : new Map(),
    };
    return explain(spot, openScene(sight), functions);
  });

/** What we built, with the sheets of modules among the others. */
async function wholeBuild(now: Inventory, { modules }: Memory): Promise<BuildRecord | undefined> {
  const build = findBuild(now, await blueprint());
  if (!build) return undefined;
  const added = await modulesNow(build, now, modules);
  return { ...build, modules: added, sheets: Object.assign({}, build.sheets, ...added.map(({ sheets }) => sheets)) as BuildRecord["sheets"] };
}

const added = async (build: BuildRecord | undefined, { modules }: Memory): Promise<Module[]> =>
  (build?.modules?.length ? (await modules()).filter(({ id }) => build.modules!.some((one) => one.id === id)) : []);

/** How our sheets and those of modules are laid out. */
function layoutsOf(agreement: Agreement, modules: readonly Module[]): ReadonlyMap<string, Layout> {
  const specs = [...sheetsOf(agreement, specVersion), ...modules.flatMap((module) => module.sheets(agreement, module.blank(agreement)))];
  return new Map(specs.map((spec) => [spec.id, layOut(spec)]));
}

function askCell({ workbook }: Excel.RequestContext, target: Target): Asked<{ spot: Spot; formula: string }> {
  const sheet = target && workbook.worksheets.getItemOrNullObject(target.sheet);
  const cell = (sheet ? sheet.getRange(target.address).getCell(0, 0) : workbook.getActiveCell()).load("rowIndex, columnIndex, formulas");
  const on = cell.worksheet.load("name");
  return () => {
    if (cell.isNullObject) throw new Refusal("not-found", `The sheet ${target!.sheet} is no longer there.`);
    return { spot: { sheet: on.name, row: cell.rowIndex, column: cell.columnIndex }, formula: String(cell.formulas[0]![0]) };
  };
}

/** Where all tables stand, by sheet. */
function askTableBoxes({ workbook }: Excel.RequestContext, { tables }: Inventory): Asked<Tables> {
  const asked = tables.map((name) => {
    const table = workbook.tables.getItem(name).load("showHeaders, showTotals");
    const range = table.getRange().load("rowIndex, columnIndex, rowCount, columnCount");
    return { name, table, range, sheet: table.worksheet.load("name") };
  });
  return () => {
    const found = new Map<string, TableSnapshot[]>();
    for (const { name, table: { showHeaders: hasHeads, showTotals: hasTotals }, range, sheet } of asked) {
      const box = { row: range.rowIndex, column: range.columnIndex, rows: range.rowCount, columns: range.columnCount };
      found.set(sheet.name, [...found.get(sheet.name) ?? [], { name, box, hasHeads, hasTotals }]);
    }
    return found;
  };
}

/** Asks for what matters on sheets that are not ours: the cell, what its formula points at, and the words beside and above those. */
function askPieces(
  { workbook }: Excel.RequestContext, formula: string, spot: Spot, now: Inventory, build: BuildRecord | undefined,
): Asked<Piece[]> {
  const ours = new Set(Object.values(build?.sheets ?? {}));
  const theirs = new Map(now.sheets.filter(({ id }) => !ours.has(id)).map(({ name }) => [name.toLowerCase(), name]));
  const own: Reference = { sheet: spot.sheet, box: { row: spot.row, column: spot.column, rows: 1, columns: 1 } };
  const boxes = [own, ...pointedAt(formula, spot.sheet, now)].filter(({ sheet }) => theirs.has(sheet.toLowerCase())).flatMap(withWords);
  const ranges = boxes.map(({ sheet, box }) =>
    workbook.worksheets.getItem(sheet).getRangeByIndexes(box.row, box.column, Math.min(box.rows, mostRows), box.columns));
  const mentioned = now.tables.filter((name) => formula.toLowerCase().includes(name.toLowerCase()));
  const asked = [...ranges, ...mentioned.map((name) => workbook.tables.getItem(name).getRange())].map((range) => ({
    sheet: range.worksheet.load("name"),
    used: range.getUsedRangeOrNullObject(true).load("rowIndex, columnIndex, values, valueTypes, formulas"),
  }));
  return () => asked.filter(({ sheet, used }) => !used.isNullObject && theirs.has(sheet.name.toLowerCase()))
    .map(({ sheet: { name }, used: { rowIndex: row, columnIndex: column, values, valueTypes: types, formulas } }) =>
      ({ name, row, column, values, types, formulas }));
}

/** Cells that a formula names by address or by a defined name, where these stand. */
function pointedAt(formula: string, own: string, { names }: Inventory): Reference[] {
  const places = new Map(names.map(({ name, formula: place }) => [name.toLowerCase(), parseReference(place)]));
  return tokenize(formula).flatMap((token): Reference[] => {
    if (token.kind === "name") return [places.get(token.text.toLowerCase()) ?? []].flat();
    if (token.kind !== "reference") return [];
    const { from, to, prefix } = token;
    const sheet = prefix === "" ? own : unquoted(prefix.slice(0, -1));
    return [{ sheet, box: { row: from.row, column: from.column, rows: to.row - from.row + 1, columns: to.column - from.column + 1 } }];
  });
}

/** An area with its first row from column A on and what stands above its first cell: there its label and heading are. */
function withWords({ sheet, box }: Reference): Reference[] {
  const { row, column, columns } = box;
  const top = Math.max(0, row - headingRows);
  return [
    { sheet, box },
    { sheet, box: { row, column: 0, rows: 1, columns: column + 1 } },
    { sheet, box: { row: top, column, rows: row - top + 1, columns } },
  ];
}
