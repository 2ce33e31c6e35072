import type { Agreement } from "../core/agreement";
import { fieldsOf, type FieldValue } from "../core/fields";
import type { AuditProgress, Back, Build, Checked, Draft, Explanation, Mend, Outputs, Problem, Reading, Refusal } from "../workbook";

/** One field that differs between two agreements. */
export interface Change {
  readonly id: string;
  readonly label: string;
  readonly value: FieldValue;
  readonly before: FieldValue;
}

/** The same field changed on the sheet while the panel held another value for it. */
export interface Conflict {
  readonly id: string;
  readonly label: string;
  readonly mine: FieldValue;
  readonly theirs: FieldValue;
}

/** The sheets as last read: after Build they are the only truth, and what the panel holds beyond them is still to be written. */
export interface Built {
  readonly build: Build;
  readonly agreement: Agreement;
  readonly problems: readonly Problem[];
  readonly outputs: Outputs;
}

export type Notice =
  | { readonly kind: "refused"; readonly code: Refusal["code"]; readonly message: string }
  | { readonly kind: "written"; readonly changes: readonly Change[] }
  | { readonly kind: "told"; readonly message: string }
  | { readonly kind: "mended"; readonly label: string; readonly back: readonly Mend[] };

/** Text in a control, and what is wrong with it if it is no value of its field. */
export interface Typed { readonly text: string; readonly problem?: string }

export interface Selection { readonly address: string; readonly empty: boolean }

/** The check of the open workbook, as the panel knows it. */
export interface Check {
  /** While it runs: how far it is and what it does. */
  readonly running?: AuditProgress;
  readonly result?: Checked;
  /** When the result was found, in milliseconds. */
  readonly at?: number;
  /** Something in the workbook has changed since. */
  readonly isOutdated?: boolean;
  readonly wasCancelled?: boolean;
}

/** Everything the panel knows. The agreement is the draft before Build and the sheets plus unwritten edits after it. */
export interface State {
  readonly phase: "opening" | "empty" | "draft" | "built";
  readonly agreement?: Agreement;
  readonly templateId: string;
  /** The draft as last kept in the document, or the sheets as last read. */
  readonly kept?: Draft;
  readonly built?: Built;
  readonly page: string;
  /** Pages behind this one, for the arrow at the top. */
  readonly trail: readonly string[];
  /** Steps that were opened once. */
  readonly visited: readonly string[];
  /** The agreement as it was when this page was opened: the value card says what changed since. */
  readonly since?: Agreement;
  /** What stands in a control while it is typed or cannot be read, by field. */
  readonly typed: Readonly<Record<string, Typed>>;
  readonly conflicts: readonly Conflict[];
  readonly notice?: Notice;
  readonly doing?: "reading" | "building" | "adding" | "copying" | "removing";
  readonly selection?: Selection;
  /** What was last said of a selected cell. */
  readonly explanation?: Explanation;
  /** What the self-audit says of the workbook, once it was asked for. */
  readonly check?: Check;
  /** When the path was started and the workbook stood, in milliseconds. */
  readonly startedAt?: number;
  readonly builtAt?: number;
}

export const opening: State = {
  phase: "opening", templateId: "", page: "start", trail: [], visited: [], typed: {}, conflicts: [], doing: "reading",
};

export type Event =
  | { readonly type: "read"; readonly reading: Reading }
  | { readonly type: "started"; readonly agreement: Agreement; readonly templateId: string; readonly page: string; readonly at: number }
  | { readonly type: "edited"; readonly change: (agreement: Agreement) => Agreement; readonly templateId?: string }
  | { readonly type: "typed"; readonly id: string; readonly entry: Typed | undefined }
  /** `backward` moves along the path without making the page behind a place to come back to. */
  | { readonly type: "went"; readonly page: string; readonly isStep: boolean; readonly backward?: boolean }
  | { readonly type: "wentBack" }
  | { readonly type: "kept"; readonly draft: Draft }
  | { readonly type: "written"; readonly sent: Agreement; readonly changes: readonly Change[]; readonly reading: Reading }
  | { readonly type: "built"; readonly built: Built; readonly templateId: string; readonly at: number }
  | { readonly type: "removed" }
  | { readonly type: "forgotten" }
  /** A change is taken back; where the sheets hold something else by now, the person decides. */
  | { readonly type: "undone"; readonly back: readonly Back[] }
  | { readonly type: "settled"; readonly conflict: Conflict; readonly keep: "mine" | "theirs" }
  | { readonly type: "doing"; readonly doing: State["doing"] }
  | { readonly type: "noticed"; readonly notice: Notice | undefined }
  | { readonly type: "explained"; readonly explanation: Explanation }
  | { readonly type: "checking"; readonly check: Check }
  | { readonly type: "selected"; readonly selection: Selection };

/** The next state. Pure: no clock, no workbook, no screen. */
export function reduce(state: State, event: Event): State {
  const next = reduced(state, event);
  const { check } = next;
  return check?.result && outdating.has(event.type) ? { ...next, check: { ...check, isOutdated: true } } : next;
}

/** What may have changed the workbook since it was checked. */
const outdating: ReadonlySet<Event["type"]> = new Set(["read", "written", "built", "removed"]);

function reduced(state: State, event: Event): State {
  switch (event.type) {
    case "read": return afterReading(state, event.reading);
    case "started": return started(state, event);
    case "edited": return edited(state, event.change, event.templateId);
    case "typed": return { ...state, typed: withEntry(state.typed, event.id, event.entry) };
    case "went": return went(state, event);
    case "wentBack": return goTo(state, state.trail.at(-1) ?? homeOf(state), state.trail.slice(0, -1));
    case "kept": return { ...state, kept: event.draft };
    case "written": return written(state, event);
    case "built": return builtNow(state, event);
    case "removed": return unbuilt(state, "The build is removed. Your answers are still here; you can build again.");
    case "forgotten": return { ...opening, phase: "empty", doing: undefined, selection: state.selection };
    case "undone": return undone(state, event.back);
    case "settled": return settled(state, event.conflict, event.keep);
    case "doing": return { ...state, doing: event.doing };
    case "noticed": return { ...state, notice: event.notice, doing: undefined };
    case "selected": return { ...state, selection: event.selection };
    case "checking": return { ...state, check: event.check };
    case "explained": return { ...state, explanation: event.explanation };
  }
}

/** Where the panel opens and where the arrow ends: the built workbook, else the start. */
export const homeOf = ({ phase }: Pick<State, "phase">) => (phase === "built" ? "built" : "start");

/** Every sheet of ours in the workbook, those of modules last. */
export const sheetsIn = ({ sheets, modules }: Build): Build["sheets"] => [...sheets, ...modules.flatMap((module) => module.sheets)];

/** What the person changed in the panel that the sheets do not hold yet. */
export function unwritten({ built, agreement }: State): Change[] {
  return built && agreement ? changesBetween(built.agreement, agreement) : [];
}

/** Whether the draft in the document is behind the one in the panel. */
export function isUnkept(state: State): boolean {
  const draft = draftOf(state);
  return draft !== undefined && (draft.agreement !== state.kept?.agreement || draft.step !== state.kept.step);
}

/** The draft to keep: the answers and the step to reopen at. */
export function draftOf({ phase, agreement, templateId, page, visited }: State): Draft | undefined {
  if (phase !== "draft" || !agreement) return undefined;
  return { agreement, templateId, step: visited.includes(page) ? page : visited.at(-1)! };
}

/** Every field that differs, in sheet order, with the value to write and the one it replaces. */
export function changesBetween(before: Agreement, after: Agreement): Change[] {
  if (before === after) return [];
  return fieldsOf(before).flatMap((field) => {
    const [old, value] = [field.get(before), field.get(after)];
    return Object.is(old, value) ? [] : [{ id: field.id, label: field.label, value, before: old }];
  });
}

/** An agreement with the changed fields set; fields it does not have (a deleted row) are left out. */
export function withChanges(agreement: Agreement, changes: readonly Pick<Change, "id" | "value">[]): Agreement {
  if (changes.length === 0) return agreement;
  const fields = new Map(fieldsOf(agreement).map((field) => [field.id, field]));
  return changes.reduce((changed, { id, value }) => fields.get(id)?.set(changed, value) ?? changed, agreement);
}

function goTo(state: State, page: string, trail: readonly string[]): State {
  if (page === state.page) return state;
  const notice = state.notice?.kind === "refused" ? state.notice : undefined;
  return { ...state, page, trail, since: state.agreement, notice };
}

function went(state: State, { page, isStep, backward = false }: Extract<Event, { type: "went" }>): State {
  if (backward && state.trail.at(-1) === page) return goTo(state, page, state.trail.slice(0, -1));
  const visited = isStep && !state.visited.includes(page) ? [...state.visited, page] : state.visited;
  return goTo({ ...state, visited }, page, backward ? state.trail : [...state.trail, state.page]);
}

function started(state: State, { agreement, templateId, page, at }: Extract<Event, { type: "started" }>): State {
  return {
    ...opening, doing: undefined, phase: "draft", agreement, templateId, page, trail: ["start"], visited: [page], since: agreement,
    startedAt: at, selection: state.selection,
  };
}

function edited(state: State, change: (agreement: Agreement) => Agreement, templateId = state.templateId): State {
  return state.agreement ? { ...state, agreement: change(state.agreement), templateId } : state;
}

function withEntry(typed: State["typed"], id: string, entry: Typed | undefined): State["typed"] {
  const { [id]: _, ...others } = typed;
  return entry === undefined ? others : { ...others, [id]: entry };
}

function afterReading(state: State, reading: Reading): State {
  const calm = { ...state, doing: undefined };
  if (reading.state === "built") return state.built ? reread(calm, reading, state.built.agreement) : openBuilt(calm, reading);
  if (state.phase === "built") return unbuilt(calm, "The sheets of this build are gone. Your answers are still here; you can build again.");
  if (state.phase !== "opening") return calm;
  return reading.state === "draft" ? reopened(calm, reading.draft) : { ...calm, phase: "empty" };
}

/** A ribbon button may have wished for a page before the workbook was read. */
const wished = ({ page }: State) => (page === opening.page ? undefined : page);

function reopened(state: State, draft: Draft): State {
  const { agreement, templateId, step } = draft;
  const page = wished(state) ?? step;
  const trail = page === step ? ["start"] : ["start", step];
  return { ...state, phase: "draft", agreement, templateId, kept: draft, page, trail, visited: [step], since: agreement };
}

function openBuilt(state: State, built: Extract<Reading, { state: "built" }>): State {
  const { agreement, build } = built;
  const page = wished(state) ?? "built";
  const trail = page === "built" ? [] : ["built"];
  return { ...state, phase: "built", agreement, templateId: build.templateId, built, page, trail, since: agreement };
}

/** The sheets were read again: edits not yet written stay on top, and where both sides moved the person decides. */
function reread(state: State, built: Built, base: Agreement): State {
  const mine = changesBetween(base, state.agreement!);
  const theirs = new Map(changesBetween(base, built.agreement).map((change) => [change.id, change.value]));
  const conflicts = mine
    .filter(({ id, value }) => theirs.has(id) && !Object.is(theirs.get(id), value))
    .map(({ id, label, value }) => ({ id, label, mine: value, theirs: theirs.get(id)! }));
  const open = [...conflicts, ...state.conflicts.filter(({ id }) => conflicts.every((conflict) => conflict.id !== id))];
  return { ...state, built, agreement: withChanges(built.agreement, mine), conflicts: open };
}

/** Our sheets are gone, taken away by us or by someone else; the answers become a draft again. */
function unbuilt(state: State, message: string): State {
  return {
    ...state, phase: "draft", built: undefined, kept: undefined, conflicts: [], doing: undefined, page: "build", trail: ["start"],
    visited: ["build"], notice: { kind: "told", message },
  };
}

function written(state: State, { sent, changes, reading }: Extract<Event, { type: "written" }>): State {
  if (reading.state !== "built") return afterReading(state, reading);
  const since = changesBetween(sent, state.agreement!);
  const agreement = withChanges(reading.agreement, since);
  const all = joined(state.notice?.kind === "written" ? state.notice.changes : [], changes);
  return { ...state, built: reading, agreement, doing: undefined, notice: all.length > 0 ? { kind: "written", changes: all } : undefined };
}

/** Writing on in the same cells is one change, however often one paused: taking it back returns to what stood there before. */
function joined(earlier: readonly Change[], later: readonly Change[]): Change[] {
  const first = new Map(earlier.map((change) => [change.id, change]));
  if (!later.some(({ id }) => first.has(id))) return [...later];
  const again = later.map((change) => ({ ...change, before: (first.get(change.id) ?? change).before }));
  const others = earlier.filter(({ id }) => again.every((change) => change.id !== id));
  return [...others, ...again].filter(({ value, before }) => !Object.is(value, before));
}

function builtNow(state: State, { built, templateId, at }: Extract<Event, { type: "built" }>): State {
  const { agreement } = built;
  return {
    ...state, phase: "built", built, agreement, templateId, kept: undefined, page: "built", trail: [], since: agreement,
    doing: undefined, notice: undefined, typed: {}, builtAt: at,
  };
}

function undone(state: State, back: readonly Back[]): State {
  const fields = new Map(fieldsOf(state.agreement!).map((field) => [field.id, field]));
  const here = back.flatMap(({ id, value, expected }) => {
    const field = fields.get(id);
    return field ? [{ id, value, label: field.label, theirs: field.get(state.agreement!), expected }] : [];
  });
  const moved = here.filter(({ theirs, expected }) => !Object.is(theirs, expected));
  const agreement = withChanges(state.agreement!, here.filter((each) => !moved.includes(each)));
  const conflicts = moved.map(({ id, label, value, theirs }) => ({ id, label, mine: value, theirs }));
  return { ...state, agreement, conflicts: [...conflicts, ...state.conflicts.filter(({ id }) => conflicts.every((each) => each.id !== id))] };
}

function settled(state: State, conflict: Conflict, keep: "mine" | "theirs"): State {
  const conflicts = state.conflicts.filter(({ id }) => id !== conflict.id);
  const value = keep === "mine" ? conflict.mine : conflict.theirs;
  const agreement = withChanges(state.agreement!, [{ id: conflict.id, value }]);
  return { ...state, conflicts, agreement, typed: withEntry(state.typed, conflict.id, undefined) };
}
