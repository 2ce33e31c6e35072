import type { SheetCells } from "../snapshot";
import type { Box, SheetClass } from "../workbook-plan";

/**
 * A workbook as plain data, for the audit. It holds only facts that Office.js can load (ExcelApi 1.14) or a plan states. A fact that
 * a source cannot tell is undefined, and rules that need it say "not checked" instead of passing.
 */
export interface WorkbookSnapshot {
  readonly sheets: readonly SheetSnapshot[];
  readonly names: readonly NameSnapshot[];
  /** Whether `values` and `types` of formula cells are results; false for a plan that nobody has calculated. */
  readonly calculated: boolean;
  /** Read from Excel, which hides some things from add-ins: macros, and links outside of formulas and names. */
  readonly isFromExcel?: true;
  readonly fileName?: string;
  readonly calculation?: "automatic" | "automaticExceptTables" | "manual";
  readonly iterative?: boolean;
  readonly precisionAsDisplayed?: boolean;
  readonly properties?: { readonly title: string; readonly author: string; readonly company: string };
}

/**
 * One sheet: its used cells and what is set on it. `id` is the plan's id and present only on sheets that we built. In Office.js
 * `styles` come from getCellProperties, hidden rows and columns from getRowProperties and getColumnProperties, `merged` from
 * getMergedAreasOrNullObject; alternative texts of charts cannot be had.
 */
export interface SheetSnapshot extends Omit<SheetCells, "id"> {
  readonly id?: string;
  readonly sheetClass?: SheetClass;
  readonly visibility: "visible" | "hidden" | "veryHidden";
  /** "#RRGGBB", or empty text for none. */
  readonly tabColor?: string;
  /** Number formats and names of cell styles, in the shape of `values`. */
  readonly formats?: readonly (readonly string[])[];
  readonly styles?: readonly (readonly string[])[];
  readonly tables: readonly TableSnapshot[];
  readonly hiddenRows?: readonly number[];
  readonly hiddenColumns?: readonly number[];
  readonly merged?: readonly Box[];
  readonly validations?: readonly { readonly box: Box; readonly title: string; readonly message: string }[];
  readonly freeze?: { readonly rows: number; readonly columns: number };
  /** Widths in characters of the standard font, from column A; undefined for hidden columns. */
  readonly widths?: readonly (number | undefined)[];
  readonly print?: PrintSnapshot;
  readonly charts?: readonly { readonly name: string; readonly altText: string }[];
}

type Fact = keyof SheetSnapshot;

/** The reason, as a sentence, when some sheet does not tell one of these facts: what a rule answers that needs them. */
export const lacking = (reason: string, ...facts: readonly Fact[]) => ({ sheets }: WorkbookSnapshot): string | undefined =>
  (sheets.some((sheet) => facts.some((fact) => sheet[fact] === undefined)) ? reason : undefined);

/** The same for the sheets that we built. */
export const lackingOnOurs = (reason: string, ...facts: readonly Fact[]) => ({ sheets, ...rest }: WorkbookSnapshot): string | undefined =>
  lacking(reason, ...facts)({ ...rest, sheets: sheets.filter(({ id }) => id !== undefined) });

export interface TableSnapshot { readonly name: string; readonly box: Box; readonly hasHeads: boolean; readonly hasTotals: boolean }

/** `scope` is the sheet of a name that only that sheet knows. */
export interface NameSnapshot { readonly name: string; readonly formula: string; readonly visible: boolean; readonly scope?: string }

export interface PrintSnapshot {
  readonly area?: Box;
  readonly titleRows: number;
  readonly pagesWide?: number;
  readonly header: string;
  readonly footer: string;
}
