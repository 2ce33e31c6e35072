import type { Agreement } from "../core/agreement";
import { fieldsOf, serialOf, unitInWords, type Field, type FieldValue } from "../core/fields";
import { columnLetters } from "./address";
import type { ChartPlan, ChartSeriesPlan, ConditionPlan, FormatName, SheetClass, StyleName, ValidationPlan } from "./workbook-plan";

/**
 * The vocabulary in which a sheet is said: sheets of blocks, blocks of rows, rows of cells. Columns are letters, or names that
 * the block or sheet gives to letters. Rows are found by id, so a formula never states an address (see formula.ts).
 */
export type Content = string | number | boolean | null | { readonly formula: string };

/** One cell: what stands in it and how it looks. */
export interface CellSpec {
  /** Typed text may hold {currency} and {period}: it is then kept in step with the inputs of that name. */
  readonly content: Content;
  readonly style: StyleName;
  readonly format?: FormatName;
  readonly align?: "left" | "center" | "right";
  /** Id of the field entered here, or of the output that stands here. */
  readonly id?: string;
  /** Defined name of the cell, for navigation. */
  readonly name?: string;
}

/** One row of a block, with its cells by column. */
export interface RowSpec {
  readonly id?: string;
  readonly height?: number;
  readonly cells: Readonly<Record<string, CellSpec>>;
  /** Style of the row's empty cells, from column A to this one: the two lines of a total, the fill of a panel. */
  readonly fill?: { readonly style: StyleName; readonly to: string };
}

/** A coloured heading above a block; indigo for what we ask, teal for what we give. */
export interface Band {
  readonly title: string;
  readonly tone: "ask" | "give";
  readonly from: string;
  readonly to?: string;
  /** Quiet remark at the right end. */
  readonly aside?: Content;
}

/** Rows that belong together, under one band and one row of headings; an empty row follows. */
export interface BlockSpec {
  /** Stands for all rows of the block in formulas. */
  readonly id: string;
  readonly bands?: readonly Band[];
  /** Column headings, right-aligned over numbers. */
  readonly heads?: Readonly<Record<string, CellSpec>>;
  readonly headHeight?: number;
  /** Names for columns in this block's formulas and rows. */
  readonly columns?: Readonly<Record<string, string>>;
  readonly rows: readonly RowSpec[];
  /** Name of the Excel table that headings and rows form. */
  readonly table?: string;
  /** No empty row below. */
  readonly close?: true;
  /** Rows that a table at the end of its sheet may grow by: formulas over the block count them from the start. */
  readonly room?: number;
  /** Cells below the rows into which functions of the block spill: how many rows, and how they look by column. */
  readonly spill?: { readonly rows: number; readonly looks: Readonly<Record<string, Pick<CellSpec, "style" | "format" | "align">>> };
  /** Rows of typed values below the last one, which they look like: too many to be said cell by cell. */
  readonly bulk?: BulkSpec;
}

/** Many rows by number, from 0: what stands in each, column by column. */
export interface BulkSpec { readonly rows: number; readonly valuesOf: (row: number) => readonly (string | number | boolean)[] }

/** A conditional format over the cells that `on` names, with a formula for its first cell. */
export interface ConditionSpec { readonly on: string; readonly when: string; readonly look: ConditionPlan["look"] }

type WithoutBox<Rule> = Rule extends unknown ? Omit<Rule, "box"> : never;
/**
 * What may be entered in the cells that `on` names, where no field of the agreement stands. A list is named as formulas do:
 * "[lists/yesNo.B]".
 */
export type EntrySpec = WithoutBox<ValidationPlan> & { readonly on: string };

/** One series of a chart; values and categories name cells as formulas do, without brackets: "steps.E". */
export type SeriesSpec = Omit<ChartSeriesPlan, "values" | "categories"> & { readonly values: string; readonly categories: string };
/** A native chart beside the cells it draws. */
export type ChartSpec = Omit<ChartPlan, "series" | "place"> & {
  readonly series: readonly SeriesSpec[];
  /** Where it stands: the rows that an id names, from one column to another; the last row says what it shows. */
  readonly place: string;
};

/** One sheet, said without a single address. */
export interface SheetSpec {
  readonly id: string;
  readonly name: string;
  readonly sheetClass: SheetClass;
  readonly title: string | { readonly formula: string };
  readonly purpose: string;
  readonly widths: readonly number[];
  /** Headings of row 4. */
  readonly heads?: Readonly<Record<string, CellSpec>>;
  readonly headHeight?: number;
  readonly columns?: Readonly<Record<string, string>>;
  readonly blocks: readonly BlockSpec[];
  readonly conditions?: readonly ConditionSpec[];
  readonly entries?: readonly EntrySpec[];
  readonly charts?: readonly ChartSpec[];
  /** Defined names of whole ranges. */
  readonly names?: Readonly<Record<string, string>>;
  readonly freeze?: { readonly rows?: number; readonly columns?: number };
  /** First row of the first block, from 0; row 4 where the headings are the block's own. */
  readonly firstRow?: number;
  /** Last printed column; the rest follows outside the first page. */
  readonly printTo?: string;
  /** All that is printed stands on one page, down to the end of this block. */
  readonly onePageTo?: string;
  /** What is printed when it is a letter of its own: these rows, two pages of them where the second has a beginning. */
  readonly letter?: { readonly rows: string; readonly footer: string; readonly secondPage?: string };
  /** Lines without an id of their own are numbered through in column A. */
  readonly numbered?: true;
}

const formulaCell = (style: StyleName) => (formula: string, format?: FormatName, more: Partial<CellSpec> = {}): CellSpec =>
  ({ content: { formula }, style, ...(format && { format }), ...more });

/** A number worked out on this sheet. */
export const calc = formulaCell("calc");
/** A number fetched from another sheet. */
export const link = formulaCell("link");
/** A sum or a result. */
export const total = formulaCell("total");
/** A check: 0 is well. */
export const check = (formula: string, format: FormatName = "check", more: Partial<CellSpec> = {}) =>
  formulaCell("check")(formula, format, more);

const typedCell = (style: StyleName) => (content: Content, more: Partial<CellSpec> = {}): CellSpec => ({ content, style, ...more });
/** The name of a line. */
export const label = typedCell("label");
/** A unit, a source, a remark: quiet text. */
export const note = typedCell("note");
/** A heading; right-aligned over numbers, centred over words of a check. */
export const head = (content: Content, align?: CellSpec["align"]): CellSpec =>
  typedCell("head")(content, { ...(align && { align }), ...(align === "right" && { format: "words" }) });

/** A switch of the model itself, not for a person to change. */
export const fixed = (content: string | number, format?: FormatName): CellSpec => ({ content, style: "calc", ...(format && { format }) });

/** A line of a model: a label, a unit, where it comes from, and its numbers by column. */
export function line(id: string, what: { label: string; unit: string; source?: string }, cells: Readonly<Record<string,
  CellSpec>>): RowSpec {
  return { id, cells: { B: label(what.label), C: note(what.unit), D: note(what.source ?? null), ...cells } };
}

/** A line that sums up those above it, between two thin lines up to a column. */
export function totalLine(id: string, what: { label: string; unit: string }, to: string, cells: Readonly<Record<string,
  CellSpec>>): RowSpec {
  const words = (content: string): CellSpec => ({ content, style: "total", align: "left" });
  return { id, cells: { B: words(what.label), C: words(what.unit), ...cells }, fill: { style: "total", to } };
}

/** A row of plain remarks. */
export const remark = (content: Content, column = "A"): RowSpec => ({ cells: { [column]: note(content) } });

/** The same kind of cell in several columns. */
export function across(columns: readonly string[], cell: (column: string, index: number) => CellSpec): Record<string, CellSpec> {
  return Object.fromEntries(columns.map((column, index) => [column, cell(column, index)]));
}

const entryFormats: Readonly<Record<Field["kind"], FormatName>> = {
  text: "text", list: "general", flag: "general", percent: "inputPercent", money: "inputMoney", count: "inputMoney",
  decimal: "inputDecimal", date: "date",
};

/** The number format of a field's cell. */
export const formatOf = ({ kind }: Pick<Field, "kind">): FormatName => entryFormats[kind];

const fieldsById = new WeakMap<Agreement, ReadonlyMap<string, Field>>();

/** A field of an agreement by its id; all are looked up, so they are listed once. */
export function fieldIn(agreement: Agreement, id: string): Field | undefined {
  const fields = fieldsById.get(agreement) ?? new Map(fieldsOf(agreement).map((field) => [field.id, field]));
  fieldsById.set(agreement, fields);
  return fields.get(id);
}

/**
 * The cell a person enters a field in, holding its present value.
 * @throws Error if the agreement has no such field: a mistake in the sheet, not of the person
 */
export function entry(agreement: Agreement, id: string, format?: FormatName): CellSpec {
  const field = fieldIn(agreement, id);
  if (!field) throw new Error(`There is no field ${id}.`);
  const isText = field.kind === "text" || field.kind === "list" || field.kind === "flag";
  const number = typeof field.get(agreement) === "number";
  return {
    content: onSheet(field, field.get(agreement), agreement), style: "input", format: format ?? formatOf(field), id,
    ...(isText && !number && { align: "left" as const }), ...(/^(in|chk)_/.test(id) && { name: id }),
  };
}

/** Switches of asks and commitments are written Y and N, as people do; a day is the number Excel counts it by; units are written out. */
export function onSheet({ id, kind }: Field, value: FieldValue, agreement: Agreement): FieldValue {
  if (kind === "flag" && !id.startsWith("in_")) return value ? "Y" : "N";
  if (value === "") return null;
  if (kind === "date" && typeof value === "string") return serialOf(value);
  return typeof value === "string" && kind === "text" ? unitInWords(value, agreement) : value;
}

/** A column of a table over rows of one kind: its heading, its width, and its cell in each row. */
export interface TableColumn<Row> {
  readonly key: string;
  readonly head: string;
  readonly width: number;
  readonly align?: "right" | "center";
  readonly cell: (row: Row) => CellSpec;
}

/** The letters of a table's columns by key, from A on. */
export const columnsOf = (columns: readonly { readonly key: string }[]): Record<string, string> =>
  Object.fromEntries(columns.map(({ key }, index) => [key, columnLetters(index)]));

/** A table that starts in column A; its columns are known by key in formulas. */
export function table<Row>(
  id: string, columns: readonly TableColumn<Row>[], rows: readonly Row[], rowId: (row: Row) => string, more: Partial<BlockSpec> = {},
): BlockSpec {
  return {
    id,
    columns: columnsOf(columns),
    heads: Object.fromEntries(columns.map(({ key, head: words, align }) => [key, head(words, align)])),
    rows: rows.map((row) => ({ id: rowId(row), cells: Object.fromEntries(columns.map(({ key, cell }) => [key, cell(row)])) })),
    ...more,
  };
}
