import type { Agreement } from "../core/agreement";
import { faultOf, fieldOf, fieldsOf, type Field, type FieldValue } from "../core/fields";
import { whole } from "../core/whole";
import { boxAddress } from "./address";
import { Refusal, type Build, type Door, type Draft, type Reading, type Visit } from "./door";
import { askLog, queueLog, queueOldLog, type LogNow } from "./excel-log";
import { askInventory, askSnapshot, blueprint, DRAFT_SETTING, loadTemplates, modulesNow, type Asked } from "./excel-read";
import { attempt } from "./excel-run";
import { logChanges, type LogChange } from "./log";
import type { LoadModules } from "./modules/load";
import type { Place } from "./places";
import { readSheets, type SheetReading } from "./read";
import { knownBuild, parsed, type BuildRecord, type Inventory, type ModuleRecord } from "./record";
import { cellAt, type Snapshot } from "./snapshot";
import { onSheet } from "./spec";
import { formats } from "./style";
import { asText } from "./text";

/** What was last read: its values stand in for cells that have become illegal since. And where modules come from. */
export interface Memory {
  last?: Agreement;
  /** Rows of the log that the present visit to a page has made. */
  visit?: { readonly key: string; readonly rows: ReadonlySet<number> };
  readonly modules: LoadModules;
}

/** A build in the workbook with everything on its sheets. */
export interface Opened { readonly now: Inventory; readonly build: BuildRecord; readonly snapshot: Snapshot }

/** What the workbook holds: one request when there is no build, else two. */
export function readWorkbook(memory: Memory): Promise<Reading> {
  return attempt(async (context) => {
    const opened = await open(context);
    return "snapshot" in opened ? builtReading(opened, memory) : draftReading(opened.now);
  });
}

/** What else is asked for in the request that reads our sheets. */
type Alongside = (build: BuildRecord, now: Inventory) => Promise<void> | void;

/** Our sheets in two requests; a Refusal "not-found" when there are none. */
export async function openBuild(context: Excel.RequestContext, alongside?: Alongside): Promise<Opened> {
  const opened = await open(context, alongside);
  if ("snapshot" in opened) return opened;
  throw new Refusal("not-found", "This workbook holds no role yet.");
}

async function open(context: Excel.RequestContext, alongside?: Alongside): Promise<Opened | Pick<Opened, "now">> {
  const inventory = askInventory(context);
  await context.sync();
  const now = inventory();
  const build = knownBuild(now, await blueprint());
  if (!build) return { now };
  const snapshot = askSnapshot(context, build, now);
  await alongside?.(build, now);
  await context.sync();
  return { now, build, snapshot: snapshot() };
}

function draftReading({ draft: stored }: Inventory): Reading {
  const draft = parsed<Draft>(stored);
  return draft ? { state: "draft", draft: { ...draft, agreement: whole(draft.agreement) } } : { state: "empty" };
}

export async function builtReading(opened: Opened, memory: Memory): Promise<Reading> {
  const { agreement, problems, outputs } = await readOpened(opened, memory);
  memory.last = agreement;
  const modules = await modulesNow(opened.build, opened.now, memory.modules);
  return { state: "built", build: buildOf(opened, modules), agreement, problems, outputs };
}

/** The agreement, problems and places of an opened build. */
export async function readOpened({ snapshot, build }: Opened, { last }: Memory): Promise<SheetReading> {
  const { sample, templates } = await loadTemplates();
  const template = templates.find(({ id }) => id === build.templateId) ?? sample;
  return readSheets(snapshot, build, last ?? template.agreement);
}

function buildOf({ build, now }: Opened, modules: readonly ModuleRecord[]): Build {
  const names = new Map(now.sheets.map(({ id, name }) => [id, name]));
  const standing = ({ sheets }: Pick<BuildRecord, "sheets">) => Object.entries(sheets)
    .filter(([, worksheet]) => names.has(worksheet)).map(([id, worksheet]) => ({ id, name: names.get(worksheet)! }));
  return {
    version: build.version, templateId: build.templateId, sheets: standing(build),
    modules: modules.map((each) => ({ id: each.id, sheets: standing(each), ...(each.memory !== undefined && { memory: each.memory }) })),
  };
}

/** Keeps or deletes the draft in the document's settings. */
export function saveDraft(draft: Draft | null): Promise<void> {
  return attempt(async (context) => {
    const { settings } = context.workbook;
    if (draft) {
      settings.add(DRAFT_SETTING, JSON.stringify(draft));
    } else {
      const stored = settings.getItemOrNullObject(DRAFT_SETTING).load("key");
      await context.sync();
      if (!stored.isNullObject) stored.delete();
    }
    await context.sync();
  });
}

type Change = Parameters<Door["write"]>[0][number];

/** A cell to be written, and how to undo that. */
interface Edit { readonly place: Place; readonly content: FieldValue; readonly isText: boolean; readonly before: string | number | boolean }

/**
 * Writes fields in three requests: what is there, its cells, and the changes with everything read back. A cell that no longer
 * holds what the panel last read is left alone; if Excel refuses halfway, the cells written before get their contents back. With
 * `told`, each changed field makes a row in the log, or goes on in the row that the same visit has made for it.
 */
export function writeFields(changes: readonly Change[], memory: Memory, told?: Visit): Promise<Reading> {
  return attempt(async (context) => {
    let log: Asked<LogNow | undefined> = () => undefined;
    const opened = await openBuild(context, (build, now) => { if (told) log = askLog(context, build, now); });
    const reading = await readOpened(opened, memory);
    const edits = [...changes.flatMap((change) => editOf(change, reading)), ...unitEdits(changes, reading)];
    for (const edit of edits) put(context, edit);
    const logged = told && logOf(log(), changes, reading.agreement, memory, told);
    if (logged) queueLog(context, logged.log, logged.change, logged.after);
    const snapshot = askSnapshot(context, opened.build, opened.now);
    try {
      await context.sync();
    } catch (error) {
      // If this fails too there is nothing more to be done, and the first error says why.
      await attempt((again) => restore(again, edits, logged)).catch(() => undefined);
      throw error;
    }
    if (logged) memory.visit = logged.visit;
    return builtReading({ ...opened, snapshot: snapshot() }, memory);
  });
}

/** What a write is going to say in the log, and what the visit has said by then. */
interface Logged { readonly log: LogNow; readonly change: LogChange; readonly after: Agreement; readonly visit: Memory["visit"] }

function logOf(log: LogNow | undefined, changes: readonly Change[], now: Agreement, memory: Memory, told: Visit): Logged | undefined {
  const real = changes.filter(({ value, before }) => !same(value, before));
  if (!log || real.length === 0) return undefined;
  const after = real.reduce((agreement, { id, value }) => fieldOf(agreement, id)!.set(agreement, value), now);
  const open = told.visit !== undefined && memory.visit?.key === told.visit ? memory.visit.rows : new Set<number>();
  const change = logChanges(log.table.rows, real, after, told, open);
  const rows = new Set([...open, ...change.added.map(({ number }) => number)]);
  return { log, change, after, visit: told.visit === undefined ? undefined : { key: told.visit, rows } };
}

function editOf({ id, value, before }: Change, reading: SheetReading): Edit[] {
  const { agreement, problems } = reading;
  const field = fieldOf(agreement, id);
  const place = reading.places.get(id);
  if (!field || !place) throw new Refusal("not-found", `The cell of ${field?.label ?? id} is gone from the sheets.`);
  const fault = faultOf(field, value);
  if (fault) throw new Refusal("failed", `${field.label}: ${fault}`);
  const theirs = field.get(agreement);
  if (!same(theirs, before)) throw new Refusal("changed", `${field.label} has changed on the sheet in the meantime.`, { theirs });
  if (same(theirs, value) && !problems.some((problem) => problem.id === id && problem.severity === "error")) return [];
  return [editAt(place, field, onSheet(field, value, agreement))];
}

function editAt(place: Place, { kind }: Field, content: FieldValue): Edit {
  const { value: shown, formula } = cellAt(place.cells, place.row, place.column);
  return { place, content, isText: kind === "text", before: formula ?? (typeof shown === "string" ? asText(shown) : shown) };
}

/** Units are written out on the sheets; those that hold the currency or the period follow when these change. */
function unitEdits(changes: readonly Change[], { agreement, places }: SheetReading): Edit[] {
  const inputs = changes.filter(({ id }) => id === "in_currency" || id === "in_period");
  if (inputs.length === 0) return [];
  const after = inputs.reduce((now, { id, value }) => fieldOf(now, id)!.set(now, value), agreement);
  const rewritten = new Set(changes.map(({ id }) => id));
  return fieldsOf(agreement).flatMap((field) => {
    const value = field.get(agreement);
    const place = places.get(field.id);
    const follows = typeof value === "string" && /\{(currency|period)\}/.test(value) && place && !rewritten.has(field.id);
    return follows ? [editAt(place, field, onSheet(field, value, after))] : [];
  });
}

/** Blank text and no value are the same empty cell. */
const same = (one: FieldValue, other: FieldValue) => (one === "" ? null : one) === (other === "" ? null : other);

function put({ workbook }: Excel.RequestContext, { place, content, isText }: Edit): void {
  const cell = cellOf(workbook, place);
  if (typeof content !== "string") {
    cell.values = [[content ?? ""]];
    return;
  }
  // In a cell of text format an apostrophe may count as part of the text, so the format comes after the text.
  if (isText) cell.numberFormat = [[formats.general]];
  cell.values = [[asText(content)]];
  if (isText) cell.numberFormat = [[formats.text]];
}

async function restore(context: Excel.RequestContext, edits: readonly Edit[], logged: Logged | undefined): Promise<void> {
  for (const { place, before, isText } of edits) {
    const cell = cellOf(context.workbook, place);
    if (isText) cell.numberFormat = [[formats.general]];
    cell.formulas = [[before]];
    if (isText) cell.numberFormat = [[formats.text]];
  }
  await context.sync();
  if (!logged) return;
  const rows = context.workbook.tables.getItem(logged.log.name).rows.load("count");
  await context.sync();
  queueOldLog(context, logged.log, logged.change, rows.count);
  await context.sync();
}

const cellOf = (workbook: Excel.Workbook, { cells, row, column }: Place) =>
  workbook.worksheets.getItem(cells.name).getRange(boxAddress({ row, column, rows: 1, columns: 1 }));
