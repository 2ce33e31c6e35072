import type { Agreement } from "../../core/agreement";
import { writeFormula, type Atlas } from "../formula";
import { freed, nameIn, numberedName, numberedSheet, type Taken } from "../fresh-names";
import { atlasOf, layOut } from "../layout";
import type { LogRow } from "../log";
import { drawWorkbook, planSheet, specVersion } from "../plan";
import { atlasNow, standingOf, type Drawn, type Standing } from "../standing";
import type { CellContent, SheetPlan, WorkbookPlan } from "../workbook-plan";
import type { Filled, Module } from "./module";

/** A cell of a core sheet that a module fills. */
export interface SocketPlan { readonly name: string; readonly sheet: string; readonly row: number; readonly column: number; readonly content: CellContent }

/** What a module adds to a workbook. */
export interface ModulePlan {
  readonly drawn: readonly Drawn[];
  readonly sockets: readonly SocketPlan[];
  /** Names and tables by the name the module gives them. */
  readonly names: Readonly<Record<string, string>>;
}

const nothing: Taken = { sheets: [], names: [] };

/**
 * Plans the sheets of a module for a workbook as it stands now.
 * @param before The sheets that are there already: the core's, then those of earlier modules
 * @param taken Names that this workbook uses; the module's own get a number where they clash
 * @throws Error that names what is missing, when a formula points at something that has no name or is gone
 */
export function planModule(
  { module, data }: Filled, agreement: Agreement, before: readonly Drawn[], standing: Standing, taken = nothing,
): ModulePlan {
  const wanted = module.sheets(agreement, data);
  // Sheets are renamed before their formulas are written: a formula may mention somebody else's sheet of the wanted name.
  const sheetNames = freed(wanted.map(({ name }) => name), taken.sheets, numberedSheet);
  const layouts = wanted.map((spec) => layOut({ ...spec, name: nameIn(sheetNames, spec.name) }));
  const atlas: Atlas = new Map([...atlasNow(before, standing), ...atlasOf(layouts)]);
  const drawn = layouts.map((layout) => ({ layout, plan: planSheet(layout, atlas, agreement) }));
  const names = drawn.flatMap(({ plan }) => [...plan.names, ...plan.tables].map(({ name }) => name));
  const fresh = freed(names, taken.names, numberedName);
  return {
    drawn: drawn.map(({ layout, plan }) => ({ layout, plan: withNames(plan, fresh) })),
    sockets: socketsOf(module, before, standing, atlas),
    names: Object.fromEntries(names.map((name) => [name, nameIn(fresh, name)])),
  };
}

/** Formulas of ours mention no names, so only what bears them changes. */
function withNames(plan: SheetPlan, fresh: ReadonlyMap<string, string>): SheetPlan {
  if (fresh.size === 0) return plan;
  const renamed = <Named extends { readonly name: string }>(each: Named): Named => ({ ...each, name: nameIn(fresh, each.name) });
  return { ...plan, names: plan.names.map(renamed), tables: plan.tables.map(renamed) };
}

/** A cell that the person deleted is left out: the module stands without it. */
function socketsOf({ sockets = {} }: Module, before: readonly Drawn[], standing: Standing, atlas: Atlas): SocketPlan[] {
  return Object.entries(sockets).flatMap(([name, formula]) => {
    const place = socketNow(name, before, standing);
    if (!place) return [];
    const { id, ...cell } = place;
    const written = writeFormula(formula, { sheet: id, row: cell.row, column: cell.column, columns: {}, blockRow: 0 }, atlas);
    return [{ ...cell, name, content: { kind: "formula", formula: `=${written}` } }];
  });
}

/** Where a named cell of the core stands now; undefined when it is gone. */
function socketNow(name: string, before: readonly Drawn[], { references, sheets }: Standing) {
  const home = before.find(({ plan }) => plan.names.some((each) => each.name === name));
  if (!home) throw new Error(`No sheet keeps a cell named ${name}.`);
  const reference = references.get(name);
  const sheet = sheets.get(home.plan.id);
  return reference && sheet !== undefined && reference.sheet.toLowerCase() === sheet.toLowerCase()
    ? { id: home.plan.id, sheet, row: reference.box.row, column: reference.box.column } : undefined;
}

/** What the core sheets put into the sockets of a module, where these stand now. */
export function emptySockets({ sockets = {} }: Module, core: readonly Drawn[], standing: Standing): SocketPlan[] {
  return Object.keys(sockets).flatMap((name) => {
    const place = socketNow(name, core, standing);
    if (!place) return [];
    const { id: _, ...cell } = place;
    return [{ ...cell, name, content: plannedAt(name, core) }];
  });
}

/** The cell on About that lists the sheets which were added later. */
export function listed(sheetNames: readonly string[], core: readonly Drawn[], standing: Standing): SocketPlan[] {
  const place = socketNow("out_added", core, standing);
  if (!place) return [];
  const { id: _, ...cell } = place;
  const content = sheetNames.length === 0 ? plannedAt("out_added", core) : { kind: "value" as const, value: sheetNames.join(", ") };
  return [{ ...cell, name: "out_added", content }];
}

function plannedAt(name: string, core: readonly Drawn[]): CellContent {
  const { plan } = core.find((each) => each.plan.names.some((one) => one.name === name))!;
  const { box } = plan.names.find((each) => each.name === name)!;
  return plan.cells.find(({ row, column }) => row === box.row && column === box.column)?.content ?? { kind: "empty" };
}

/** A module with its sheets as they are when they hold nothing. */
export interface Blank { readonly module: Module; readonly drawn: readonly Drawn[] }

/** Modules as planned one after the other on core sheets that have not moved: what names and ids they have. */
export function drawBlank(all: readonly Module[], agreement: Agreement, core: readonly Drawn[]): Blank[] {
  let before = core;
  return all.map((module) => {
    const { drawn } = planModule({ module, data: module.blank(agreement) }, agreement, before, standingOf(before));
    before = [...before, ...drawn];
    return { module, drawn };
  });
}

/** A whole workbook with modules in it, as if they had been added right after the build; `past` are the rows that its log begins with. */
export function planWith(agreement: Agreement, filled: readonly Filled[], past: readonly LogRow[] = []): WorkbookPlan {
  const core = drawWorkbook(agreement, past);
  const drawn = filled.reduce<readonly Drawn[]>((before, one) => {
    const { drawn: added, sockets } = planModule(one, agreement, before, standingOf(before));
    return [...before.map((each) => ({ ...each, plan: withSockets(each.plan, sockets) })), ...added];
  }, core);
  const about = listed(drawn.slice(core.length).map(({ plan }) => plan.name), core, standingOf(core));
  return { version: specVersion, sheets: drawn.map(({ plan }) => withSockets(plan, about)) };
}

function withSockets(plan: SheetPlan, sockets: readonly SocketPlan[]): SheetPlan {
  const mine = new Map(sockets.filter(({ sheet }) => sheet === plan.name).map((each) => [`${each.row} ${each.column}`, each.content]));
  if (mine.size === 0) return plan;
  return { ...plan, cells: plan.cells.map((cell) => ({ ...cell, content: mine.get(`${cell.row} ${cell.column}`) ?? cell.content })) };
}
