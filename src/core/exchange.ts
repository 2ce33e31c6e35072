import { askLevels, driverLevels, type Agreement, type Ask, type Commitment } from "./agreement";
import { newCharter, unanswered } from "./charter/charter";
import { withLines, written } from "./commitment/rows";
import { askColumns, commitmentColumns, faultOf, fieldsOf, unitInWords, type Field, type FieldValue } from "./fields";
import { askById, asks as askDefinitions } from "./role/asks";
import { goalsWith } from "./role/goals";
import { inputs } from "./value/inputs";

/**
 * The agreement in files of its own: JSON to keep, send and read back, CSV of asks and commitments for other programs.
 * Only what a person enters is written, each once and by the name of its field; what is worked out is worked out again.
 */
export const schema = "customer-role/1";

/** Something in a file that is not as it should be: where, as inputs.rate or asks.A06.must, and a sentence that says what to do. */
export interface ImportProblem { readonly path: string; readonly message: string }

/** A tree of groups, as the file holds it; a key of a group is a name of ours or the id of an ask or commitment. */
interface Group<Leaf> { [key: string]: Leaf | Group<Leaf> }

// --- out

/**
 * The agreement as JSON for people and programs: no formulas, nothing that is worked out. A link of strength 0 is left out, and so
 * are free lines, empty goals, and what nobody has said to a clause.
 * @example toJson(sample.agreement, "distribution") begins with { "schema": "customer-role/1", "template": "distribution"
 */
export function toJson(agreement: Agreement, templateId: string): string {
  const entries = treeOf({ ...agreement, commitments: written(agreement) }, (field) => {
    const value = field.get(agreement);
    return isSparse(field) && value === restOf(field) ? undefined : value;
  });
  return `${JSON.stringify({ schema, template: templateId, ...entries }, null, 2)}\n`;
}

const inputIds = new Map(inputs.map(({ id, name }) => [name, id]));

/** Fields of which most say nothing: only those that do are written. */
const isSparse = ({ id }: Field) => /^(links|clauses|crossSell|goals)\./.test(id);
/** What such a field says when it is not written. */
function restOf({ id, kind }: Field): FieldValue {
  const [store, , key] = id.split(".");
  if (store === "links") return 0;
  if (store === "clauses") return unanswered[key as keyof typeof unanswered];
  return kind === "text" ? "" : null;
}
/** Parts that an older file lacks: they are then as in a new agreement. */
const mayLack = /^(links|clauses|charter|crossSell|goals)(\.|$)/;

/** Where a field stands in the file: its own id, but inputs stand together under their short names. */
const pathOf = ({ id }: Field): string => (inputIds.has(id) ? `inputs.${inputIds.get(id)}` : id);

/** The fields of an agreement as groups within groups; a leaf that is undefined is left out. */
function treeOf<Leaf>(agreement: Agreement, leafOf: (field: Field) => Leaf | undefined): Group<Leaf> {
  const root = emptyGroup<Leaf>();
  for (const field of fieldsOf(agreement)) {
    const leaf = leafOf(field);
    if (leaf === undefined) continue;
    const keys = pathOf(field).split(".");
    const last = keys.pop()!;
    keys.reduce((group, key) => (group[key] ??= emptyGroup()) as Group<Leaf>, root)[last] = leaf;
  }
  return root;
}

/** Without a prototype, so that an id is never taken for something every object has. */
const emptyGroup = <Leaf>(): Group<Leaf> => Object.create(null) as Group<Leaf>;

// --- in

/**
 * Reads an agreement back from JSON, or says everything that is wrong with the file, entry by entry: what is missing, what is
 * illegal in the same words as on the sheet, and what stands there that we do not know. Never throws.
 * @example fromJson(toJson(agreement, "distribution")) is { agreement, templateId: "distribution" }
 */
export function fromJson(text: string): { agreement: Agreement; templateId: string } | { problems: ImportProblem[] } {
  const file = parsed(text);
  if (!isGroup(file)) return { problems: [{ path: "", message: "This is no role: choose a file that was exported as JSON." }] };
  const { schema: version, template, ...entries } = file;
  if (version !== schema) return { problems: [{ path: "schema", message: versionFault(version) }] };
  const { agreement, problems } = readEntries(entries);
  if (template !== undefined && typeof template !== "string") problems.push({ path: "template", message: "Write the name of a template in quotes." });
  return problems.length > 0 ? { problems } : { agreement, templateId: (template as string | undefined) ?? "" };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const isGroup = (value: unknown): value is Group<unknown> => typeof value === "object" && value !== null && !Array.isArray(value);

function versionFault(version: unknown): string {
  const isOurs = typeof version === "string" && version.startsWith("customer-role/");
  return isOurs ? `This file is of version ${version}, and this add-in reads ${schema}: use a newer add-in.`
    : `This is no role: a role begins with "schema": "${schema}".`;
}

function readEntries(entries: Group<unknown>): { agreement: Agreement; problems: ImportProblem[] } {
  const start = skeletonOf(entries);
  const tree = treeOf(start, (field) => field);
  const expected = { ...tree, commitments: tree.commitments ?? {}, links: tree.links ?? {}, clauses: tree.clauses ?? {} };
  const problems: ImportProblem[] = [];
  let agreement = start;
  readGroup(expected, entries, "", problems, (field, value) => { agreement = field.set(agreement, value); });
  return { agreement: problems.length > 0 ? agreement : withLines({ ...agreement, drivers: driverLevels(agreement) }), problems };
}

/** The rows that the file has, with nothing in them yet: it is filled field by field and leaves this module only when whole. */
function skeletonOf({ asks, commitments }: Group<unknown>): Agreement {
  const ids = (group: unknown, isKnown: (id: string) => boolean) => (isGroup(group) ? Object.keys(group).filter(isKnown) : []);
  const askIds = new Set([...ids(asks, (id) => askById.has(id)), ...askDefinitions.map(({ id }) => id)]);
  const rows = (all: Iterable<string>) => [...all].map((id) => ({ id }));
  return { inputs: {}, drivers: {}, measures: {}, asks: rows(askIds), commitments: rows(ids(commitments, isId)), links: {},
    crossSell: {}, charter: newCharter, goals: goalsWith([]) } as unknown as Agreement;
}

/** A letter, then letters and digits, and no word that every object already knows, such as constructor. */
const isId = (id: string) => /^[A-Za-z]\w{0,19}$/.test(id) && !(id in {});

type Found = (field: Field, value: FieldValue) => void;

/** Compares what should stand in a group with what does, hands over every legal value, and notes the rest. */
function readGroup(expected: Group<Field>, actual: Group<unknown>, path: string, problems: ImportProblem[], found: Found): void {
  const at = (key: string) => (path === "" ? key : `${path}.${key}`);
  for (const key of Object.keys(actual)) {
    if (entryOf(expected, key) === undefined) problems.push({ path: at(key), message: unknownHere(path, key) });
  }
  for (const [key, branch] of Object.entries(expected)) {
    const value = entryOf(actual, key);
    if (isField(branch)) readField(branch, value, at(key), problems, found);
    else if (isGroup(value)) readGroup(branch, value, at(key), problems, found);
    else if (value !== undefined || !mayLack.test(at(key))) {
      problems.push({ path: at(key), message: value === undefined ? "This is missing." : "Entries in braces should stand here." });
    }
  }
}

/** What a group itself holds; never what every object inherits. */
const entryOf = (group: object, key: string): unknown => Object.getOwnPropertyDescriptor(group, key)?.value;

const isField = (branch: Field | Group<Field>): branch is Field => typeof branch.get === "function";

function unknownHere(path: string, key: string): string {
  if (path === "commitments") return `“${key}” cannot be the id of a commitment: take a letter and digits, such as K9.`;
  return path === "asks" ? `There is no ask ${key}.` : "Nothing of this name is entered here.";
}

function readField(field: Field, value: unknown, path: string, problems: ImportProblem[], found: Found): void {
  if (value === undefined && mayLack.test(path)) return;
  const message = value === undefined && !field.optional ? "This is missing."
    : field.kind === "flag" && typeof value !== "boolean" ? "Write true or false." : faultOf(field, value);
  if (message !== undefined) problems.push({ path, message });
  else found(field, value === undefined || value === null || value === "" ? (field.kind === "text" ? "" : null) : (value as FieldValue));
}

// --- tables for other programs

interface Column<Row> { readonly head: string; readonly cell: (row: Row) => FieldValue }

/**
 * The asks as CSV (RFC 4180, commas, CRLF, a heading row), shares as fractions and decimals with a point. Text that a
 * spreadsheet could take for a formula begins with an apostrophe. Save it with a byte order mark if Excel is to open it.
 */
export function asksToCsv(agreement: Agreement): string {
  const level = (head: string, key: "asked" | "actual" | "worst"): Column<Ask> => ({ head, cell: ({ id }) => askLevels(agreement, id)?.[key] ?? null });
  const [label, unit, ...rest] = columnsOf<Ask>(askColumns, agreement);
  return csv([idColumn, label!, unit!, level("Target", "asked"), level("As is", "actual"), level("Worst", "worst"), ...rest], agreement.asks);
}

/** The commitments as CSV, in the manner of asksToCsv. */
export function commitmentsToCsv(agreement: Agreement): string {
  return csv([idColumn, ...columnsOf<Commitment>(commitmentColumns, agreement)], written(agreement));
}

const idColumn: Column<{ id: string }> = { head: "Id", cell: ({ id }) => id };

function columnsOf<Row>(columns: readonly { key: keyof Row; label: string }[], agreement: Agreement): Column<Row>[] {
  return columns.map(({ key, label }) => ({
    head: label,
    cell: (row) => (key === "unit" ? unitInWords(String(row[key]), agreement) : (row[key] as FieldValue)),
  }));
}

function csv<Row>(columns: readonly Column<Row>[], rows: readonly Row[]): string {
  const lines = [columns.map(({ head }) => head), ...rows.map((row) => columns.map(({ cell }) => cell(row)))];
  return lines.map((line) => `${line.map(cellText).join(",")}\r\n`).join("");
}

/** Programs that open CSV read a formula from what begins so, some of them even after blanks or in full-width characters. */
const mayBeFormula = /^[\t\r\n]|^\s*[=+\-@＝＋－＠]/;

function cellText(value: FieldValue): string {
  if (typeof value === "boolean") return value ? "Y" : "N";
  if (typeof value !== "string") return value === null ? "" : String(value);
  const safe = mayBeFormula.test(value) ? `'${value}` : value;
  return /[",\r\n]|^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
