import type { Agreement } from "../core/agreement";
import { removedBy } from "../core/commitment/rows";
import { fieldOf, unitInWords, type FieldValue } from "../core/fields";
import { outcomeOf, type Outcome } from "../core/versions/compare";
import { fingerprint, sealOf } from "../core/versions/seal";
import { entryOf } from "./entry";
import { onSheet } from "./spec";
import type { FormatName } from "./workbook-plan";

/** Who does something, when (as Excel counts days, local time; null when nobody looked at a clock), and why. */
export interface Told {
  readonly by: string;
  readonly at: number | null;
  readonly reason?: string;
}

type LogCell = string | number | null;

/** One row of the log on Versions: what was changed, from what to what, by whom, and what the agreement was worth after it. */
export interface LogRow extends Outcome {
  readonly number: number;
  readonly what: string;
  readonly unit: string;
  /** Id of the field; empty for a row that marks something else, such as a published version. */
  readonly entry: string;
  readonly before: LogCell;
  readonly after: LogCell;
  readonly when: number | null;
  readonly who: string;
  readonly reason: string;
  readonly currency: string;
  /** Fingerprint of everything that was entered after the change. */
  readonly entries: string;
  readonly seal: string;
}

/** A column of the log. */
export interface LogColumn {
  readonly key: keyof LogRow;
  readonly head: string;
  readonly width: number;
  readonly format: FormatName;
  readonly align?: "right";
}

const money = { format: "money", width: 14, align: "right" } as const;
const words = { format: "general" } as const;

/** The columns of the log in sheet order; a row is read back by these headings. */
export const logColumns: readonly LogColumn[] = [
  { key: "number", head: "No.", width: 7, format: "general" },
  { key: "what", head: "What changed", width: 40, ...words },
  { key: "unit", head: "Unit", width: 16, ...words },
  { key: "entry", head: "Entry", width: 22, ...words },
  { key: "before", head: "Before", width: 20, align: "right", format: "words" },
  { key: "after", head: "After", width: 20, align: "right", format: "words" },
  { key: "when", head: "When", width: 19, format: "moment" },
  { key: "who", head: "Who", width: 18, ...words },
  { key: "reason", head: "Reason", width: 26, ...words },
  { key: "netAsked", head: "Net value after, as asked", ...money },
  { key: "netActual", head: "Net value after, as is", ...money },
  { key: "currency", head: "Money in", width: 9, ...words },
  { key: "earned", head: "Earned", width: 10, format: "percent", align: "right" },
  { key: "kept", head: "Kept", width: 10, format: "percent", align: "right" },
  { key: "entries", head: "Entries", width: 15, ...words },
  { key: "seal", head: "Seal", width: 15, ...words },
];

// --- rows

type Mark = Pick<LogRow, "what"> & Partial<Pick<LogRow, "unit" | "entry" | "before" | "after">>;

/** A row after others, sealed on top of the last of them. */
export function nextRow(log: readonly LogRow[], mark: Mark, agreement: Agreement, { by, at, reason = "" }: Told): LogRow {
  const last = log.at(-1);
  return sealed({
    number: (last?.number ?? 0) + 1, unit: "", entry: "", before: null, after: null, ...mark, when: at === null ? null : toMillisecond(at), who: by, reason,
    ...outcomeOf(agreement), currency: agreement.inputs.currency, entries: fingerprint(agreement), seal: "",
  }, last);
}

/** Days to the millisecond, so that a program that rounds more coarsely than Excel leaves the seal whole. */
const toMillisecond = (days: number) => Math.round(days * 86_400_000) / 86_400_000;

const sealed = (row: LogRow, before: LogRow | undefined): LogRow => ({ ...row, seal: sealOfRow(row, before) });

/** Numbers count to 12 digits: files keep 15 and some programs fewer. */
function sealOfRow(row: LogRow, before: LogRow | undefined): string {
  const said = logColumns.filter(({ key }) => key !== "seal").map(({ key }) => row[key] ?? "");
  return sealOf(before?.seal ?? "", said.map((value) => (typeof value === "number" ? Number(value.toPrecision(12)) : value)));
}

/** A change of one field, as the panel makes it. */
export interface FieldChange { readonly id: string; readonly value: FieldValue; readonly before: FieldValue }

/** What a write does to the log: rows said anew because the person typed on in the same fields, and rows added at the end. */
export interface LogChange { readonly again: readonly LogRow[]; readonly added: readonly LogRow[] }

/**
 * The rows for changed fields. `open` holds the numbers of rows from the same visit: a field that one of them tells of is changed on
 * there, however often one paused in typing. Nothing older is ever written again.
 */
export function logChanges(
  log: readonly LogRow[], changes: readonly FieldChange[], after: Agreement, told: Told, open: ReadonlySet<number> = new Set(),
): LogChange {
  const named = asNamed(after, changes);
  const marks = changes.map((change) => markOf(change, after, named));
  const tail = tailOf(log, open);
  const kept = log.slice(0, log.length - tail.length);
  // Going back to where one began is a change of its own.
  const goesOn = (row: LogRow) => marks.find(({ entry, after: value }) => entry === row.entry && value !== row.before);
  const said = tail.reduce<LogRow[]>((rows, row) => {
    const mark = goesOn(row);
    const fresh = mark && { ...nextRow([...kept, ...rows], { ...mark, before: row.before }, after, told), number: row.number };
    return [...rows, sealed(fresh ?? row, rows.at(-1) ?? kept.at(-1))];
  }, []);
  const added = marks.filter((mark) => !tail.some((row) => goesOn(row) === mark))
    .reduce<LogRow[]>((rows, mark) => [...rows, nextRow([...kept, ...said, ...rows], mark, after, told)], []);
  return { again: said.filter(({ seal }, i) => seal !== tail[i]!.seal), added };
}

/** The open rows, if nobody has written after them. */
function tailOf(log: readonly LogRow[], open: ReadonlySet<number>): readonly LogRow[] {
  const tail = log.slice(log.findIndex(({ number }) => open.has(number)));
  return tail.every(({ number }) => open.has(number)) ? tail : [];
}

/** What was removed keeps its name in the log: of a free line nobody could tell what is gone. */
function asNamed(after: Agreement, changes: readonly FieldChange[]): Agreement {
  const removed = removedBy(changes);
  return { ...after, commitments: after.commitments.map((each) => ({ ...each, label: removed.get(each.id) ?? each.label })) };
}

function markOf({ id, value, before }: FieldChange, agreement: Agreement, named: Agreement): Required<Mark> {
  const field = fieldOf(named, id)!;
  const shown = (each: FieldValue): LogCell => {
    const cell = onSheet(field, each, agreement);
    return typeof cell === "boolean" ? (cell ? "Y" : "N") : cell;
  };
  return { what: field.label, unit: unitInWords(field.unit, agreement), entry: id, before: shown(before), after: shown(value) };
}

// --- the table

/** The log as it stands on the sheet: its rows in the order of their numbers, with the place of each below the headings. */
export interface LogTable {
  readonly heads: readonly string[];
  readonly rows: readonly LogRow[];
  readonly placeOf: ReadonlyMap<number, number>;
}

/** Reads the table whatever was done to it: columns go by their headings, rows by their numbers; rows without one are others'. */
export function readLog(values: readonly (readonly unknown[])[]): LogTable {
  const heads = (values[0] ?? []).map((head) => String(head).trim());
  const rows = values.slice(1).flatMap((cells, place) => {
    const row = rowIn(heads, cells);
    return row ? [{ row, place }] : [];
  }).sort((a, b) => a.row.number - b.row.number);
  return { heads, rows: rows.map(({ row }) => row), placeOf: new Map(rows.map(({ row, place }) => [row.number, place])) };
}

const numeric = new Set<keyof LogRow>(["number", "when", "netAsked", "netActual", "earned", "kept"]);
const either = new Set<keyof LogRow>(["before", "after"]);

function rowIn(heads: readonly string[], cells: readonly unknown[]): LogRow | undefined {
  const row = Object.fromEntries(logColumns.map(({ key, head }) => {
    const value = cells[heads.indexOf(head)];
    const isBlank = value === undefined || value === "";
    if (numeric.has(key)) return [key, typeof value === "number" ? value : null];
    if (either.has(key)) return [key, isBlank ? null : typeof value === "number" ? value : String(value)];
    return [key, isBlank ? "" : String(value)];
  })) as unknown as LogRow;
  return typeof row.number === "number" ? row : undefined;
}

/** A row in the order of the headings that stand there now; null leaves a cell of somebody else's column alone. */
export function cellsOfRow(row: LogRow, heads: readonly string[]): LogCell[] {
  const keys = new Map(logColumns.map(({ head, key }) => [head, key]));
  return heads.map((head) => {
    const key = keys.get(head);
    return key === undefined ? null : row[key] ?? "";
  });
}

/**
 * Numbers of the rows whose seal does not follow from their words and the row before: these were changed, moved, or stand where a
 * row was taken out. No proof against somebody who works out all seals anew.
 */
export function brokenSeals(log: readonly LogRow[]): number[] {
  return log.filter((row, i) => row.seal !== sealOfRow(row, log[i - 1])).map(({ number }) => number);
}

// --- taking back

/** The reason by which rows say that they take others back. */
export const undoReason = ({ number }: Pick<LogRow, "number">): string => `Undo of ${number}`;

/** The rows of the last change that still stands, first row first; what was written at one moment is one change. */
export function lastChange(log: readonly LogRow[]): readonly LogRow[] {
  const standing: LogRow[][] = [];
  for (const change of changesIn(log)) {
    const taken = change[0]!.reason.startsWith("Undo") ? standing.filter((earlier) => isReverse(change, earlier)).at(-1) : undefined;
    if (taken) standing.splice(standing.indexOf(taken), 1);
    else standing.push(change);
  }
  return standing.at(-1) ?? [];
}

function changesIn(log: readonly LogRow[]): LogRow[][] {
  const changes: LogRow[][] = [];
  for (const row of log.filter(({ entry, when }) => entry !== "" && when !== null)) {
    const last = changes.at(-1);
    if (last?.[0]!.when === row.when) last.push(row);
    else changes.push([row]);
  }
  return changes;
}

const isReverse = (undo: readonly LogRow[], change: readonly LogRow[]) => undo.length === change.length
  && undo.every(({ entry, before, after }) => change.some((row) => row.entry === entry && row.before === after && row.after === before));

/** An entry that is to have its earlier value again, and the value it should still have now. */
export interface Back { readonly id: string; readonly value: FieldValue; readonly expected: FieldValue }

/** What taking back these rows means for an agreement. */
export function valuesBack(rows: readonly LogRow[], agreement: Agreement): Back[] {
  return rows.flatMap(({ entry, before, after }) => {
    const field = fieldOf(agreement, entry);
    const [value, expected] = [before, after].map((cell) => field && entryOf(field, { value: cell ?? "", isError: false }, agreement));
    return value && expected && "value" in value && "value" in expected ? [{ id: entry, value: value.value, expected: expected.value }] : [];
  });
}
