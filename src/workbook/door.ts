import type { Agreement } from "../core/agreement";
import type { FieldValue } from "../core/fields";
import type { Acceptance, AuditProgress, AuditReport, Mend } from "./audit";
import type { Explanation } from "./explain/explain";
import type { OwnFunctions } from "./explain/failure";
import type { LogRow, Told } from "./log";

/** Something on a sheet that a person should mend, with the cell to jump to. */
export interface Problem {
  /** Field or check it is about. */
  readonly id: string;
  readonly severity: "error" | "warning";
  readonly sheet: string;
  readonly address: string;
  readonly label: string;
  /** One sentence that says what to do. */
  readonly message: string;
}

/** How far the quick path has come; kept with the draft so that the panel reopens where it was left. */
export interface Draft {
  readonly agreement: Agreement;
  readonly templateId: string;
  readonly step: string;
}

/** What the workbook holds now. */
export type Reading =
  | { readonly state: "empty" }
  | { readonly state: "draft"; readonly draft: Draft }
  | { readonly state: "built"; readonly build: Build; readonly agreement: Agreement; readonly problems: readonly Problem[]; readonly outputs: Outputs };

/** One build in this workbook: the sheets that are ours, under the names they have now. */
export interface Build {
  readonly version: string;
  readonly templateId: string;
  readonly sheets: readonly { readonly id: string; readonly name: string }[];
  /** Modules that were added since, in that order. */
  readonly modules: readonly BuiltModule[];
}

/** A module that stands in this workbook, with its sheets under the names they have now. */
export interface BuiltModule {
  readonly id: string;
  readonly sheets: Build["sheets"];
  /** What the module asked to have remembered. */
  readonly memory?: unknown;
}

/** Headline results as the sheets themselves calculate them; null when a cell holds no number. */
export type Outputs = Readonly<Record<"netAsked" | "netActual" | "netWithout" | "reciprocity" | "deserve" | "deserveCost" | "errors", number | null>>;

export interface BuildReport { readonly build: Build; readonly outputs: Outputs; readonly requests: number; readonly milliseconds: number }

/** What is built: the core sheets, or with them all there is, filled with the worked example. */
export type Extent = "core" | "sample";

/** Why something was not done, in a sentence for the person; `code` lets the panel offer the right way out. */
export class Refusal extends Error {
  constructor(readonly code: "cell-edit" | "read-only" | "not-found" | "newer" | "occupied" | "changed" | "failed", message: string, readonly detail?: { theirs?: FieldValue }) {
    super(message);
    this.name = "Refusal";
  }
}

/** Sheets that are added later and may be removed again (see modules/module.ts). */
export interface ModuleDoor {
  /**
   * Adds the sheets of a module and fills the cells that the core sheets keep for it; without `data` it starts blank. Refuses with
   * "occupied" when it is there already, with "not-found" when a module it needs is not. If it fails or is ended, nothing was added.
   */
  addModule(id: string, data?: unknown, patience?: Patience): Promise<Reading>;
  /** Takes a module away without a trace, and before it those that need it. */
  removeModule(id: string): Promise<Reading>;
}

/** Who writes, when and why. Writes of one visit to a page go on in the rows of the log that it has made. */
export interface Visit extends Told { readonly visit?: string }

/** A version as it was published: its row in the log, and the whole role as it was then. */
export interface Published {
  readonly number: string;
  readonly row: LogRow;
  /** Undefined when the role is not kept in this file any more. */
  readonly agreement?: Agreement;
  /** Whether what is kept is what was published. */
  readonly isWhole: boolean;
}

/** What the log says. */
export interface History {
  /** False when this workbook has no log: a version before it made the sheets, or somebody took it away. */
  readonly hasLog: boolean;
  /** In the order of their numbers. */
  readonly rows: readonly LogRow[];
  /** Numbers of rows that were changed, moved or that stand where one was taken out. */
  readonly broken: readonly number[];
  /** In the order in which they were published. */
  readonly published: readonly Published[];
}

/** Something that was decided beside the fields of the role: about whom, what held before and what holds now. */
export type Decided = Pick<LogRow, "what" | "unit" | "before" | "after">;

/** The log of changes and the versions that were published. */
export interface VersionDoor {
  history(): Promise<History>;
  /** Leaves a row in the log and changes nothing else; nothing waits for a log that is gone. */
  note(decided: Decided, told: Told): Promise<void>;
  /**
   * Keeps the whole role as it is now under a number such as 1.0, with a row in the log; the role itself stays as it is.
   * Refuses a number that is no later than the last one.
   */
  publish(number: string, told: Told): Promise<Reading>;
  /** Adds what sheets of an earlier version lack, and touches nothing that was entered; if it fails, nothing was added. */
  update(told: Told): Promise<Reading>;
}

/** What stands in one cell, as Excel gives it; empty text for nothing, dates as numbers. */
export type CellValue = string | number | boolean;

/** A table of ours as it stands now. */
export interface TableNow {
  readonly sheet: string;
  /** The whole table with its headings, such as "A5:F17". */
  readonly address: string;
  readonly headings: readonly string[];
  /** In sheet order; `address` is the row's cells, such as "A6:F6". */
  readonly rows: readonly { readonly address: string; readonly values: readonly CellValue[] }[];
}

/** Changes of a table by heading. Rows count from 0, as read; a `before` refuses with "changed" when the cell holds something else. */
export interface TableChange {
  readonly set?: readonly { readonly row: number; readonly heading: string; readonly value: CellValue; readonly before?: CellValue }[];
  /** Rows to add at the end. Columns of formulas are continued by themselves; a heading left out stays empty. */
  readonly append?: readonly Readonly<Record<string, CellValue>>[];
  readonly remove?: readonly number[];
}

/** How long reading a person's own data takes, and the way to end it: an aborted signal rejects with an AbortError. */
export interface Patience { readonly progress?: (share: number) => void; readonly signal?: AbortSignal }

/** Data of the person's own, read and never touched. */
export interface Source {
  readonly sheet: string;
  /** The cells with their headings, such as "A1:D1201". */
  readonly address: string;
  /** Name of the Excel table it is. */
  readonly table?: string;
  /** The first row; "Column B" where that holds no text. */
  readonly headings: readonly string[];
  /** Number formats of the first row of data, by which a date is told from a number. */
  readonly formats: readonly string[];
  readonly rows: readonly (readonly CellValue[])[];
  /** Number that Excel gives the first of these rows. */
  readonly firstRow: number;
}

/** Tables: ours by the name the plan gave them, the person's own as they are. */
export interface TableDoor {
  readTable(name: string, patience?: Patience): Promise<TableNow>;
  changeTable(name: string, change: TableChange, patience?: Patience): Promise<TableNow>;
  /** The tables of this workbook that are not ours, for a picker. */
  sources(): Promise<readonly { readonly name: string; readonly sheet: string; readonly rows: number }[]>;
  /**
   * Reads a table by name, cells by address ("Orders!A1:D900"), or, without a target, what is selected: the table around it, the
   * selected rows, or the filled cells around one cell. 20,000 rows a request.
   */
  readSource(target?: string, patience?: Patience): Promise<Source>;
}

/** What the check of a workbook says. */
export interface Checked extends AuditReport {
  readonly accepted: readonly Acceptance[];
  /** Whether sheets of ours stand in it, so that About can say the result. */
  readonly isOurs: boolean;
  /** All sheets that were read, in the order of their tabs. */
  readonly sheets: readonly string[];
}

/** The self-audit of any open workbook. */
export interface AuditDoor {
  /** Reads and audits everything that is there, some milliseconds at a time; an aborted signal ends it with an AbortError. */
  check(reporting?: { readonly progress?: (progress: AuditProgress) => void; readonly signal?: AbortSignal }): Promise<Checked>;
  /** Keeps with the workbook which findings are accepted. */
  keepAccepted(accepted: readonly Acceptance[]): Promise<void>;
  /** Writes the result of a check to its cell on About. */
  certify(sentence: string): Promise<void>;
  /** Carries out the fix of a finding; returns what undoes it. Refuses with "changed" when a cell holds something else by now. */
  mend(mends: readonly Mend[]): Promise<readonly Mend[]>;
}

/** For whom a copy is made: the customer sees the charter only, the archive keeps everything as values. */
export type CopyKind = "customer" | "archive";

/**
 * The workbook as the panel sees it. Every method speaks to Excel in as few requests as possible and throws a Refusal that a
 * person can read; a method that fails leaves the person's cells as they were.
 */
export interface Door extends ModuleDoor, TableDoor, VersionDoor, AuditDoor {
  read(): Promise<Reading>;
  /** Keeps the draft in the document's settings; null deletes it. */
  saveDraft(draft: Draft | null): Promise<void>;
  /** Names the sheets would get if built now (new names where one is taken), before anything is written. */
  preview(agreement: Agreement, extent?: Extent): Promise<readonly { readonly id: string; readonly name: string; readonly purpose: string }[]>;
  /** Writes the sheets in at most three round trips, deletes the draft, and reads the results back. */
  build(agreement: Agreement, templateId: string, told?: Told, extent?: Extent): Promise<BuildReport>;
  /** Takes our sheets and names away again and leaves everything else untouched; formulas of the person's own that point to them then show #REF!. */
  remove(): Promise<void>;
  /** Writes fields to their cells and `told` into the log; refuses with "changed" when a cell no longer holds what the panel last read. */
  write(changes: readonly { readonly id: string; readonly value: FieldValue; readonly before: FieldValue }[], told?: Visit): Promise<Reading>;
  /** Selects the cell of a field, output or problem. */
  goTo(target: string | { readonly sheet: string; readonly address: string }): Promise<void>;
  /** Calls back when cells of ours change on the sheet, sheets go, or the selection moves; returns the way to stop. */
  watch(listener: (event: { readonly kind: "changed" } | { readonly kind: "selected"; readonly address: string; readonly empty: boolean }) => void): Promise<() => void>;
  /** Writes a formula into the selected cell if it and the cells it would spill into are empty; returns the address. */
  insert(formula: string): Promise<string>;
  /** Makes a copy and opens it as a workbook of its own, dated with the day 2027-03-31; refuses when something internal would go out. */
  openCopy(kind: CopyKind, agreement: Agreement, day: string): Promise<void>;
  /** Says what the selected cell is, or the one asked for, and why if it shows an error. `functions` run calls of ours again. */
  look(functions: OwnFunctions, target?: { readonly sheet: string; readonly address: string }): Promise<Explanation>;
}
