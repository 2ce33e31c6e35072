/**
 * A planned workbook: every cell, format, name and rule as plain data. `plan.ts` makes it, two writers (Office.js and a file
 * writer) carry it out, `read.ts` finds the cells again by the ids in it. Nothing in it depends on the host.
 */
export type StyleName =
  | "title" | "section" | "give" | "head" | "label" | "note" | "input" | "calc" | "link" | "total" | "check" | "figure"
  /** Beside the named ones: the rest of a band, row 3, a finding in 12 bold, and the headline panels of Summary. */
  | "purpose" | "sectionRest" | "giveRest" | "status" | "finding" | "figureGive" | "panel" | "panelGive" | "panelTop" | "panelTopGive"
  /** The paper a customer reads. */
  | "paperTitle" | "paperParties" | "paperText" | "paperGive" | "paperAsk" | "paperNumber" | "paperClause" | "paperAmount" | "paperHead"
  | "paperLastNumber" | "paperLastClause" | "paperLastAmount" | "paperSign" | "paperNote";

/** Number formats by meaning; the codes stand in style.ts. */
export type FormatName =
  | "money" | "inputMoney" | "percent" | "inputPercent" | "share" | "factor" | "decimal" | "inputDecimal" | "flag" | "period" | "strength"
  | "check" | "look" | "headline" | "headlinePercent" | "level" | "words" | "date" | "longDate" | "moment" | "general" | "text";

/** What a cell holds. */
export type CellContent =
  | { readonly kind: "empty" }
  /** Typed text, number or boolean. Text is always written as text, whatever its first character. */
  | { readonly kind: "value"; readonly value: string | number | boolean }
  /** A native formula, with its equals sign, in English with commas. */
  | { readonly kind: "formula"; readonly formula: string };

/** One cell of a sheet; rows and columns count from 0. */
export interface CellPlan {
  readonly row: number;
  readonly column: number;
  readonly content: CellContent;
  readonly style?: StyleName;
  readonly format?: FormatName;
  /** Alignment when it differs from the style's own; left comes with an indent of 1, the others with none. */
  readonly align?: "left" | "center" | "right";
  /** Id of the field a person enters here, or of the output that stands here. */
  readonly id?: string;
}

/** A rectangle of cells; its first row and column count from 0. */
export interface Box { readonly row: number; readonly column: number; readonly rows: number; readonly columns: number }

/** The rule for what may be entered in a box, with what Excel says beside it. */
export type ValidationPlan = { readonly box: Box; readonly title: string; readonly message: string; readonly optional: boolean } & (
  | { readonly kind: "list"; readonly source: readonly (string | number | boolean)[] | string }
  | { readonly kind: "decimal" | "whole"; readonly min?: number; readonly max?: number }
  | { readonly kind: "length"; readonly max: number }
);

/** Conditional formats; `formula` is relative to the box's first cell. */
export interface ConditionPlan {
  readonly box: Box;
  readonly formula: string;
  readonly look: "error" | "warning" | "good" | "off" | "beyond" | "strong" | "some" | "little";
}

/** An Excel table; the first row of its box holds the headings. */
export interface TablePlan { readonly name: string; readonly box: Box }
/** A defined name of cells, for navigation and reading back. */
export interface NamePlan { readonly name: string; readonly sheet: string; readonly box: Box }

/** One series of a chart, from cells of the chart's own sheet. */
export interface ChartSeriesPlan {
  readonly name: string;
  readonly values: Box;
  readonly categories: Box;
  readonly look: "ink" | "inkDashed" | "ask" | "give" | "lossOutline" | "lossDashed" | "invisible";
  readonly as?: "line";
  /** Number format of its data labels, when it has any. */
  readonly labelFormat?: string;
}
/** A native chart, with its sentence for those who cannot see it. */
export interface ChartPlan {
  readonly name: string;
  /** `barStacked` has its first line on top; a `scatter` takes the categories of its series as the numbers across. */
  readonly kind: "columnStacked" | "column" | "bar" | "barStacked" | "line" | "scatter";
  readonly series: readonly ChartSeriesPlan[];
  /** Where it stands, in cells. */
  readonly place: Box;
  /** What it shows, also written in the row below it. */
  readonly altText: string;
  /** What is counted across and up, where the chart's band does not say it. */
  readonly axes?: { readonly across: string; readonly up: string };
  readonly gapWidth?: number;
  readonly dataLabels?: boolean;
}

/**
 * A page that leaves the house: portrait, with wide margins, neither file name nor date, and a footer of its own. It is one page, or
 * two of which the second begins at a row.
 */
export interface LetterPlan { readonly footer: string; readonly secondPage?: number }

/** Typed values of a box too large to be planned cell by cell; an empty text leaves its cell empty. */
export interface BulkPlan { readonly box: Box; readonly valuesOf: (row: number) => readonly (string | number | boolean)[] }

/** What a sheet is for; its tab colour says it. */
export type SheetClass = "input" | "calculation" | "output" | "control";

/** One sheet, down to the last cell. */
export interface SheetPlan {
  readonly id: string;
  /** Name before collisions are resolved; formulas refer to sheets by this name until the writer renames. */
  readonly name: string;
  readonly sheetClass: SheetClass;
  /** One sentence that says what the sheet is for; it also stands in row 2. */
  readonly purpose: string;
  readonly cells: readonly CellPlan[];
  /** Widths in characters of the standard font, by column; heights in points, by row. */
  readonly widths: readonly number[];
  readonly heights: Readonly<Record<number, number>>;
  readonly freeze: { readonly rows: number; readonly columns: number };
  readonly validations: readonly ValidationPlan[];
  readonly conditions: readonly ConditionPlan[];
  readonly tables: readonly TablePlan[];
  readonly names: readonly NamePlan[];
  readonly charts: readonly ChartPlan[];
  /** Cells that are filled otherwise, by functions that spill or in bulk, and how they look. */
  readonly spills?: readonly ({ readonly box: Box } & Pick<CellPlan, "style" | "format" | "align">)[];
  readonly bulks?: readonly BulkPlan[];
  readonly print: { readonly landscape: boolean; readonly area: Box; readonly titleRows: number; readonly onePage?: true; readonly letter?: LetterPlan };
}

/** All sheets in the order of their tabs, and the version of their layout. */
export interface WorkbookPlan {
  readonly version: string;
  readonly sheets: readonly SheetPlan[];
}
