import type { CellContent } from "../workbook-plan";

/**
 * One safe write that mends a finding, as plain data. What carries it out gives back a mend of the same kind with what was there
 * before: the way to undo it.
 * A print area and titles where there were none cannot be taken back through Office.js.
 */
export type Mend =
  /** Contents of a rectangle. `before` refuses the write when somebody changed the cells; `formats` go with contents that need them. */
  | {
    readonly kind: "cells"; readonly sheet: string; readonly address: string; readonly contents: readonly (readonly CellContent[])[];
    readonly before?: readonly (readonly unknown[])[]; readonly formats?: readonly (readonly string[])[];
  }
  | { readonly kind: "sheet"; readonly sheet: string; readonly visibility: "visible" | "hidden" | "veryHidden" }
  /** Whole rows or columns, "5:9" or "C:D". */
  | { readonly kind: "stretch"; readonly sheet: string; readonly address: string; readonly hidden: boolean }
  | { readonly kind: "freeze"; readonly sheet: string; readonly rows: number; readonly columns: number }
  | { readonly kind: "tab"; readonly sheet: string; readonly color: string }
  /** What is left out stays. */
  | { readonly kind: "page"; readonly sheet: string } & PageMend
  /** Without a formula the name goes; with one it comes back. `scope` is the sheet that alone knows it. */
  | { readonly kind: "name"; readonly name: string; readonly scope?: string; readonly formula?: string }
  | { readonly kind: "calculation"; readonly mode: "automatic" | "automaticExceptTables" | "manual" };

/** Set-up of the printed page. */
export interface PageMend {
  readonly area?: string;
  readonly titles?: string;
  readonly zoom?: { readonly scale?: number; readonly horizontalFitToPages?: number; readonly verticalFitToPages?: number };
  readonly header?: string;
  readonly footer?: string;
}

/** What would mend a finding, under the words of its button. */
export interface Fix { readonly label: string; readonly mends: readonly Mend[] }
