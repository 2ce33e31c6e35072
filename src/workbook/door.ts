import type { Agreement } from "../core/agreement";
import type { FieldValue } from "../core/fields";

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
}

/** Headline results as the sheets themselves calculate them; null when a cell holds no number. */
export type Outputs = Readonly<Record<"netAsked" | "netActual" | "netWithout" | "reciprocity" | "deserve" | "deserveCost" | "errors", number | null>>;

export interface BuildReport { readonly build: Build; readonly outputs: Outputs; readonly requests: number; readonly milliseconds: number }

/** Why something was not done, in a sentence for the person; `code` lets the panel offer the right way out. */
export class Refusal extends Error {
  constructor(readonly code: "cell-edit" | "read-only" | "not-found" | "occupied" | "changed" | "failed", message: string, readonly detail?: { theirs?: FieldValue }) {
    super(message);
    this.name = "Refusal";
  }
}

/**
 * The workbook as the panel sees it. Every method speaks to Excel in as few requests as possible and throws a Refusal that a
 * person can read; a method that fails leaves the person's cells as they were.
 */
export interface Door {
  read(): Promise<Reading>;
  /** Keeps the draft in the document's settings; null deletes it. */
  saveDraft(draft: Draft | null): Promise<void>;
  /** Names the sheets would get if built now (new names where one is taken), before anything is written. */
  preview(agreement: Agreement): Promise<readonly { readonly id: string; readonly name: string; readonly purpose: string }[]>;
  /** Writes the sheets in at most three round trips, deletes the draft, and reads the results back. */
  build(agreement: Agreement, templateId: string): Promise<BuildReport>;
  /** Takes our sheets and names away again and leaves everything else untouched; formulas of the person's own that point to them then show #REF!. */
  remove(): Promise<void>;
  /** Writes fields to their cells; refuses with "changed" when a cell no longer holds what the panel last read. */
  write(changes: readonly { readonly id: string; readonly value: FieldValue; readonly before: FieldValue }[]): Promise<Reading>;
  /** Selects the cell of a field, output or problem. */
  goTo(target: string | { readonly sheet: string; readonly address: string }): Promise<void>;
  /** Calls back when cells of ours change on the sheet, sheets go, or the selection moves; returns the way to stop. */
  watch(listener: (event: { readonly kind: "changed" } | { readonly kind: "selected"; readonly address: string; readonly empty: boolean }) => void): Promise<() => void>;
  /** Writes a formula into the selected cell if it and the cells it would spill into are empty; returns the address. */
  insert(formula: string): Promise<string>;
}
