import { createContext, useContext, useEffect, useMemo, useRef, useSyncExternalStore, type ReactNode } from "react";
import type { Agreement } from "../core/agreement";
import { assess, type Assessment } from "../core/assessment";
import { checkAgreement, type Remark } from "../core/check";
import { faultOf, fieldOf, unitInWords, type Field, type FieldValue } from "../core/fields";
import type { Desk } from "./desk";
import { entryText, readEntry } from "./numbers";
import type { State } from "./state";

/** What every page sees: the state, and what follows from its agreement. */
export interface View {
  readonly desk: Desk;
  readonly state: State;
  readonly assessment?: Assessment;
  readonly remarks: readonly Remark[];
  /** What is wrong, by field: text that is no value, wrong entries on the sheet, and errors between fields. */
  readonly faults: ReadonlyMap<string, string>;
}

const ViewContext = createContext<View | undefined>(undefined);

export function DeskProvider({ desk, children }: { desk: Desk; children: ReactNode }) {
  const state = useSyncExternalStore(desk.subscribe, desk.state);
  const { agreement, typed, built } = state;
  const assessment = useMemo(() => agreement && assess(agreement), [agreement]);
  const remarks = useMemo(() => (agreement ? checkAgreement(agreement) : []), [agreement]);
  const faults = useMemo(() => new Map([
    ...remarks.filter(({ severity }) => severity === "error").map(({ id, message }) => [id, message] as const),
    ...(built?.problems ?? []).filter(({ severity }) => severity === "error").map(({ id, message }) => [id, message] as const),
    ...Object.entries(typed).flatMap(([id, { problem }]) => (problem === undefined ? [] : [[id, problem] as const])),
  ]), [remarks, built, typed]);
  const view = useMemo(() => ({ desk, state, assessment, remarks, faults }), [desk, state, assessment, remarks, faults]);
  return <ViewContext.Provider value={view}>{children}</ViewContext.Provider>;
}

/** The desk and everything on it. Only inside a DeskProvider. */
export function useDesk(): View {
  const view = useContext(ViewContext);
  if (!view) throw new Error("useDesk is for components inside a DeskProvider.");
  return view;
}

/** The same where there is an agreement, as on every step. */
export function useAgreement(): View & { agreement: Agreement; assessment: Assessment } {
  const view = useDesk();
  const { state, assessment } = view;
  if (!state.agreement || !assessment) throw new Error("useAgreement is for pages that open only once there is an agreement.");
  return { ...view, agreement: state.agreement, assessment };
}

/** Opens a page beside the path. */
export function useGo(): (page: string) => void {
  const { desk } = useDesk();
  return (page) => desk.tell({ type: "went", page, isStep: false });
}

/** A field, or an answer made of several: `cell` is then the field whose cell is shown. */
export type Answer = Field & { readonly cell?: string };

/** One control's side of a field. */
export interface Binding {
  readonly field: Answer;
  readonly value: FieldValue;
  readonly unit: string;
  /** What stands in the control: the value as written here, or what is being typed. */
  readonly text: string;
  readonly problem?: string;
  readonly type: (text: string) => void;
  /** The person left the control: a value is shown tidily, what is no value stays as typed. */
  readonly leave: () => void;
  /** Takes a value the person chose; what the field does not allow is said, and nothing changes. */
  readonly set: (value: FieldValue) => void;
  /** Selects the cell; only once there are sheets. */
  readonly show?: () => void;
}

/** Binds a control to a field by id, or to an answer. */
export function useField(which: string | Answer): Binding {
  const { agreement, desk, state, faults } = useAgreement();
  const field: Answer = typeof which === "string" ? fieldNamed(agreement, which) : which;
  const value = field.get(agreement);
  const cell = field.cell ?? field.id;
  const typed = state.typed[field.id];
  const typesHere = useTidyWhenGone(desk, field.id);
  const set = (next: FieldValue) => {
    const fault = faultOf(field, next);
    if (fault !== undefined) desk.tell({ type: "noticed", notice: { kind: "told", message: `${field.label}: ${fault}` } });
    else if (!Object.is(next, field.get(desk.state().agreement!))) desk.tell({ type: "edited", change: (current) => field.set(current, next) });
  };
  return {
    field, value, set,
    unit: unitInWords(field.unit, agreement),
    text: typed?.text ?? entryText(field, value),
    problem: typed?.problem ?? faults.get(cell),
    type(text) {
      const { problem, value: next } = { value: null, ...readEntry(field, text) };
      desk.tell({ type: "typed", id: field.id, entry: { text, problem } });
      typesHere();
      if (problem === undefined) set(next);
    },
    leave: () => tidy(desk, field.id),
    show: state.phase === "built" ? () => void desk.goTo(cell) : undefined,
  };
}

/** A control that goes away while it is typed in is tidied as if the person had left it. Call what it returns when they type. */
function useTidyWhenGone(desk: Desk, id: string): () => void {
  const typedHere = useRef(false);
  useEffect(() => () => { if (typedHere.current) tidy(desk, id); }, [desk, id]);
  return () => { typedHere.current = true; };
}

/** What was typed and could be read is shown as its value again; what is no value stays as typed. */
function tidy(desk: Desk, id: string): void {
  const typed = desk.state().typed[id];
  if (typed && typed.problem === undefined) desk.tell({ type: "typed", id, entry: undefined });
}

function fieldNamed(agreement: Agreement, id: string): Field {
  const field = fieldOf(agreement, id);
  if (!field) throw new Error(`There is no field ${id}.`);
  return field;
}
