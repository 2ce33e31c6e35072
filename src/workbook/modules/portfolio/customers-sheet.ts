import type { Agreement } from "../../../core/agreement";
import {
  columnsFor, customerColumns, notApplicable, type CustomerColumn, type Customers,
} from "../../../core/portfolio/customers";
import type { Mapping } from "../../../core/portfolio/import/map-columns";
import type { AskId } from "../../../core/role/asks";
import { columnLetters } from "../../address";
import {
  columnsOf, label, note, table, type BlockSpec, type CellSpec, type EntrySpec, type SheetSpec, type TableColumn,
} from "../../spec";
import type { FormatName } from "../../workbook-plan";
import { mostNative } from "../most-native";

/** The customers to judge, and the day on which they are looked at, as Excel counts days. */
export interface PortfolioData {
  readonly customers: Customers;
  readonly asOf: number;
  /** Where they came from and which column was which; none for customers that were not brought in. */
  readonly from?: CustomersFrom;
}

/** A table or cells of the person's own, as confirmed: without a target the text was pasted. */
export interface CustomersFrom { readonly mapping: Mapping; readonly target?: string }

/** A column of the sheet: what the core knows of a customer, and two words for the reader. */
interface Column extends TableColumn<number> { readonly of?: CustomerColumn }

const formats: Readonly<Record<CustomerColumn["kind"], FormatName>> = {
  text: "general", list: "general", date: "date", percent: "inputPercent", money: "inputMoney", count: "inputMoney",
  decimal: "inputDecimal",
};
const isText = ({ kind }: CustomerColumn) => kind === "text" || kind === "list";

/** Who our customers are: what finance estimates of each, what was observed of each ask, and verdicts that somebody set aside. */
export function customersSheet(agreement: Agreement, data: PortfolioData): SheetSpec {
  const columns = columnsHere(agreement, data.customers);
  return {
    id: "customers", name: "Customers", sheetClass: "input",
    title: "Customers", purpose: "One row for each customer: money as finance sees it, asks as they were observed; blank means unknown",
    widths: columns.map(({ width }) => width),
    firstRow: 3,
    blocks: [
      lookedAt(data.asOf),
      unitsAbove(columns),
      longTable("customers", columns, data.customers.count, (row) => `customer${row + 1}`, { table: "tblCustomers", headHeight: 33 }),
    ],
    entries: [asOfEntry, ...columns.flatMap(({ key, of }) => (of ? [entryOf(key, of, agreement)] : []))],
    freeze: { rows: 6, columns: 2 },
    printTo: columnLetters(columns.findIndex(({ of }) => of?.key === "bonus")),
  };
}

/** A table said row by row, or, where it is long, by its first row and the values of all others. */
export function longTable(
  id: string, columns: readonly TableColumn<number>[], count: number, rowId: (row: number) => string, more: Partial<BlockSpec>,
): BlockSpec {
  const isLong = count > mostNative;
  const rows = Array.from({ length: isLong ? 1 : count }, (_, row) => row);
  const valueOf = ({ content }: CellSpec) => (content === null || typeof content === "object" ? "" : content);
  const valuesOf = (row: number) => columns.map(({ cell }) => valueOf(cell(row + 1)));
  return table(id, columns, rows, rowId, { ...more, ...(isLong && { bulk: { rows: count - 1, valuesOf } }) });
}

/** Every column of the core, with unit and source after the name, as on every sheet. */
function columnsHere(agreement: Agreement, customers: Customers): Column[] {
  const [id, name, ...others] = columnsFor(agreement).map((column) => columnOf(column, customers));
  return [
    id!, name!,
    { key: "unit", head: "Unit", width: 14, cell: () => note("as headed") },
    { key: "source", head: "Source", width: 12, cell: () => note("Your own list") },
    ...others,
  ];
}

const columnOf = (column: CustomerColumn, customers: Customers): Column => ({
  key: column.key, head: column.heading, of: column, width: widthOf(column), ...(!isText(column) && { align: "right" as const }),
  cell: (row) => ({
    content: contentAt(customers, column, row), style: "input", format: formats[column.kind],
    ...(isText(column) && { align: "left" as const }),
  }),
});

const widths: Partial<Record<CustomerColumn["key"], number>> = {
  id: 9, name: 24, mode: 8, tier: 8, stage: 20, owner: 16, reason: 40, overrideOwner: 18,
};
const widthOf = ({ key, heading }: CustomerColumn) => widths[key] ?? Math.max(13, Math.ceil(heading.length / 2) + 3);

function contentAt({ texts, numbers, levels }: Customers, { key }: CustomerColumn, row: number): CellSpec["content"] {
  if (key in texts) return texts[key as keyof Customers["texts"]][row] || null;
  const number = (key in numbers ? numbers[key as keyof Customers["numbers"]] : levels[key as AskId])?.[row] ?? NaN;
  if (number === notApplicable) return "n/a";
  return Number.isNaN(number) ? null : number;
}

const lookedAt = (asOf: number): BlockSpec => ({
  id: "lookedAt",
  rows: [{ id: "in_as_of", cells: {
    A: note("Day"), B: label("Looked at on"), C: note("date"), D: note("Typed"),
    E: { content: asOf, style: "input", format: "date", name: "in_as_of" },
  } }],
  close: true,
});

const unitsAbove = (columns: readonly Column[]): BlockSpec => ({
  id: "units",
  columns: columnsOf(columns),
  rows: [{ cells: {
    A: note("Units"),
    ...Object.fromEntries(columns.flatMap(({ key, of }) =>
      (of && of.key !== "id" ? [[key, note(of.unit, { align: isText(of) ? "left" : "right" })]] : []))),
  } }],
  close: true,
});

// --- what may be entered

const asOfEntry: EntrySpec = {
  on: "lookedAt.E", kind: "whole", min: 36526, max: 73050, title: "Looked at on",
  message: "The day from which tenure and overrides are counted.", optional: false,
};

/** Lists that the core sheets keep; other words are typed. */
const lists: Partial<Record<CustomerColumn["key"], string>> = {
  mode: "[lists/lst_mode.B]", tier: "[lists/lst_tier.B]", override: "[lists/lst_verdict.B]",
};

function entryOf(on: string, { key, heading, unit, kind, min, max, options, ifEmpty }: CustomerColumn, { inputs }: Agreement): EntrySpec {
  const unitNow = unit.replace("{currency}", inputs.currency).replace("{period}", inputs.period);
  const blank = ifEmpty ? ` Blank: ${ifEmpty}.` : "";
  const words = { on: `customers.${on}`, title: heading.slice(0, 32), optional: true };
  const isAsk = !customerColumns.some((column) => column.key === key);
  if (isAsk) {
    const message = `The level observed. Unit: ${unitNow}. ? or blank: unknown; n/a: does not apply.`;
    return { ...words, kind: "length", max: 30, message };
  }
  if (lists[key]) return { ...words, kind: "list", source: lists[key], message: `Choose from the list.${blank}` };
  if (options) return { ...words, kind: "list", source: options, message: `Choose from the list.${blank}` };
  if (kind === "date") return { ...words, kind: "whole", min: 1, max: 73050, message: "A day, such as 2027-03-31." };
  if (kind === "text") return { ...words, kind: "length", max: 255, message: `Text of at most 255 characters.${blank}` };
  const limits = { ...(min !== undefined && { min }), ...(max !== undefined && { max }) };
  return { ...words, kind: "decimal", ...limits, message: `A number. Unit: ${unitNow}.${blank}` };
}

