import { compareVersions } from "../core/versions/number";
import { parseReference, type Reference } from "./address";
import { Refusal } from "./door";
import type { Introduction } from "./excel-introduce";
import type { SheetPlan, WorkbookPlan } from "./workbook-plan";

/** Version of the first layout. */
const FIRST_VERSION = "1.0";

/** What one build added to a workbook, as kept in the document's settings: everything is found again and taken away by this list. */
export interface BuildRecord {
  readonly version: string;
  readonly templateId: string;
  /** Worksheet ids by the plan's sheet ids; they survive renaming and moving. */
  readonly sheets: Readonly<Record<string, string>>;
  /** Names and tables by the name the plan gave them. */
  readonly names: Readonly<Record<string, string>>;
  readonly styles: readonly string[];
  /** Ids of the commitments that were built, so that a deleted row is noticed. */
  readonly commitments: readonly string[];
  /** Modules that were added since, in that order; undefined when they must be found by their names. */
  readonly modules?: readonly ModuleRecord[];
}

/** What one module added: worksheet ids and names as in a build. */
export interface ModuleRecord extends Pick<BuildRecord, "sheets" | "names"> { readonly id: string; readonly memory?: unknown }

/** What stands in a workbook, ours and others', without any cell. */
export interface Inventory {
  readonly sheets: readonly { readonly id: string; readonly name: string; readonly visible: boolean }[];
  /** Defined names with their formulas, such as "=Inputs!$E$5". */
  readonly names: readonly { readonly name: string; readonly formula: string }[];
  readonly tables: readonly string[];
  readonly styles: readonly string[];
  /** Our settings as they were stored; undefined when there are none. */
  readonly build: unknown;
  readonly draft: unknown;
  /** What the file says of itself. */
  readonly said: Introduction;
}

/**
 * The build in this workbook, or undefined. When the settings are gone (a file saved by another program) it is recovered from
 * the names, of which most must be there: one `in_rate` of somebody's own is no build.
 */
export function findBuild(inventory: Inventory, plan: WorkbookPlan): BuildRecord | undefined {
  const stored = parsed<BuildRecord>(inventory.build);
  const recovered = recoverBuild(inventory, plan);
  if (!stored) return recovered;
  const ids = new Set(inventory.sheets.map(({ id }) => id));
  const known = Object.values(stored.sheets).some((id) => ids.has(id));
  if (known || !recovered) return stored;
  const { modules: _, ...others } = stored;
  return { ...others, sheets: recovered.sheets };
}

/**
 * The same where its sheets are to be read or written.
 * @throws Refusal "newer" when a later version of the add-in made them: what that means is not known here
 */
export function knownBuild(inventory: Inventory, plan: WorkbookPlan): BuildRecord | undefined {
  const build = findBuild(inventory, plan);
  if (build && compareVersions(build.version, plan.version) > 0) {
    throw new Refusal("newer", `These sheets are of version ${build.version}, and this add-in knows ${plan.version}. Update the add-in; nothing was changed.`);
  }
  return build;
}

/** The modules of a build of which a sheet is still there; `shapes` are the planned sheets of all that there could be. */
export function findModules(
  { modules }: BuildRecord, inventory: Inventory, shapes: readonly { readonly id: string; readonly sheets: readonly SheetPlan[] }[],
): readonly ModuleRecord[] {
  const ids = new Set(inventory.sheets.map(({ id }) => id));
  const found = modules ?? shapes.flatMap(({ id, sheets }) => {
    const recovered = recoverSheets(inventory, sheets);
    return recovered ? [{ id, ...recovered }] : [];
  });
  return found.filter(({ sheets }) => Object.values(sheets).some((id) => ids.has(id)));
}

/** A setting of ours read back: undefined when it is missing or was damaged. */
export function parsed<T>(setting: unknown): T | undefined {
  if (typeof setting !== "string") return undefined;
  try {
    return JSON.parse(setting) as T;
  } catch {
    return undefined;
  }
}

function recoverBuild(inventory: Inventory, { version, sheets }: WorkbookPlan): BuildRecord | undefined {
  const recovered = recoverSheets(inventory, sheets);
  // The version is lost too: what lacks whole sheets is taken for the first one and can be brought up to date.
  const isWhole = recovered && sheets.every(({ id }) => id in recovered.sheets);
  return recovered && { version: isWhole ? version : FIRST_VERSION, templateId: "", ...recovered, styles: [], commitments: [] };
}

/** Sheets by the names that point to them, of which most must be there. */
function recoverSheets(inventory: Inventory, sheets: readonly SheetPlan[]): Pick<BuildRecord, "sheets" | "names"> | undefined {
  const living = inventory.names.filter(({ formula }) => parseReference(formula));
  const sheetOf = new Map(living.map(({ name, formula }) => [name, parseReference(formula)!.sheet.toLowerCase()]));
  const idOf = new Map(inventory.sheets.map(({ id, name }) => [name.toLowerCase(), id]));
  const planned = sheets.flatMap(({ names }) => names.map(({ name }) => name));
  const names = latest(planned, living.map(({ name }) => name));
  if (Object.keys(names).length * 2 <= planned.length) return undefined;
  const found = sheets.flatMap((sheet) => {
    const id = sheet.names.map(({ name }) => idOf.get(sheetOf.get(names[name] ?? "") ?? "")).find((each) => each !== undefined);
    return id === undefined ? [] : [[sheet.id, id] as const];
  });
  const tables = latest(sheets.flatMap((sheet) => sheet.tables.map(({ name }) => name)), inventory.tables);
  return { sheets: Object.fromEntries(found), names: { ...names, ...tables } };
}

/** For each planned name the one that exists, or its last numbered form: what was there before us kept its name, ours got the number. */
function latest(planned: readonly string[], existing: readonly string[]): Record<string, string> {
  const numbered = existing.map((name) => ({ name, parts: /^(.*?)(?:_(\d+))?$/.exec(name.toLowerCase())! }));
  return Object.fromEntries(planned.flatMap((wanted) => {
    const forms = numbered.filter(({ parts }) => parts[1] === wanted.toLowerCase() || parts[0] === wanted.toLowerCase());
    const last = forms.sort((a, b) => Number(b.parts[2] ?? 1) - Number(a.parts[2] ?? 1))[0];
    return last ? [[wanted, last.name]] : [];
  }));
}

/** Where the plan's names stand now, by planned name; a name whose cells were deleted is absent. */
export function referencesNow({ names }: Pick<BuildRecord, "names">, inventory: Inventory): Map<string, Reference> {
  const formulas = new Map(inventory.names.map(({ name, formula }) => [name.toLowerCase(), formula]));
  return new Map(Object.entries(names).flatMap(([planned, actual]) => {
    const reference = parseReference(formulas.get(actual.toLowerCase()) ?? "");
    return reference ? [[planned, reference] as const] : [];
  }));
}
