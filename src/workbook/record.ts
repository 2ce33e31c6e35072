import { parseReference, type Reference } from "./address";
import type { WorkbookPlan } from "./workbook-plan";

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
}

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
  return known || !recovered ? stored : { ...stored, sheets: recovered.sheets };
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

function recoverBuild(inventory: Inventory, plan: WorkbookPlan): BuildRecord | undefined {
  const living = inventory.names.filter(({ formula }) => parseReference(formula));
  const sheetOf = new Map(living.map(({ name, formula }) => [name, parseReference(formula)!.sheet.toLowerCase()]));
  const idOf = new Map(inventory.sheets.map(({ id, name }) => [name.toLowerCase(), id]));
  const planned = plan.sheets.flatMap((sheet) => sheet.names.map(({ name }) => name));
  const names = latest(planned, living.map(({ name }) => name));
  if (Object.keys(names).length * 2 <= planned.length) return undefined;
  const sheets = plan.sheets.flatMap((sheet) => {
    const id = sheet.names.map(({ name }) => idOf.get(sheetOf.get(names[name] ?? "") ?? "")).find((each) => each !== undefined);
    return id === undefined ? [] : [[sheet.id, id] as const];
  });
  const tables = latest(plan.sheets.flatMap((sheet) => sheet.tables.map(({ name }) => name)), inventory.tables);
  return {
    version: plan.version, templateId: "", sheets: Object.fromEntries(sheets), names: { ...names, ...tables }, styles: [], commitments: [],
  };
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
export function referencesNow({ names }: BuildRecord, inventory: Inventory): Map<string, Reference> {
  const formulas = new Map(inventory.names.map(({ name, formula }) => [name.toLowerCase(), formula]));
  return new Map(Object.entries(names).flatMap(([planned, actual]) => {
    const reference = parseReference(formulas.get(actual.toLowerCase()) ?? "");
    return reference ? [[planned, reference] as const] : [];
  }));
}
