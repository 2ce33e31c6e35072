import { formats } from "../../../src/workbook/style";
import type { SheetSnapshot, WorkbookSnapshot } from "../../../src/workbook/audit";

type Content = string | number | boolean | null;
/** A cell of a hand-written sheet; a text that begins with = is a formula, and `shown` is its result (1 unless told). */
interface Cell { readonly content: Content; readonly shown?: Content; readonly style?: string; readonly format?: string }
export type Row = readonly (Content | Cell)[];

const styled = (style: string) => (content: Content, more: Partial<Cell> = {}): Cell =>
  ({ content, style: `Role ${style}`, format: formats.money, ...more });
export const input = styled("Input");
export const calc = styled("Calc");
export const link = styled("Link");
export const total = styled("Total");
export const check = styled("Check");
export const head = styled("Head");
export const label = styled("Label");
export const note = styled("Note");
/** A formula with its result. */
export const shows = (content: string, shown: Content): Cell => ({ content, shown });

export type SheetParts = Partial<SheetSnapshot> & { readonly cells?: readonly Row[] };

/** A workbook in a few lines: rows of cells by sheet name, first row first. Every fact is known, and harmless, unless told. */
export function workbook(
  sheets: Readonly<Record<string, readonly Row[] | SheetParts>>, more: Partial<WorkbookSnapshot> = {},
): WorkbookSnapshot {
  return {
    names: [], calculated: true, fileName: "Book.xlsx", calculation: "automatic", iterative: false, precisionAsDisplayed: false,
    properties: { title: "Role", author: "Ana", company: "Alder" },
    sheets: Object.entries(sheets).map(([name, parts]) => sheetOf(name, Array.isArray(parts) ? { cells: parts } : parts as SheetParts)),
    ...more,
  };
}

function sheetOf(name: string, { cells = [], ...parts }: SheetParts): SheetSnapshot {
  const width = Math.max(0, ...cells.map((row) => row.length));
  const grid = cells.map((row) => Array.from({ length: width }, (_, column) => cellOf(row[column] ?? null)));
  const all = <T>(of: (cell: Cell) => T) => grid.map((row) => row.map(of));
  const isFormula = ({ content }: Cell) => typeof content === "string" && content.startsWith("=");
  const value = (cell: Cell) => (isFormula(cell) ? cell.shown ?? 1 : cell.content ?? "");
  return {
    name, row: 0, column: 0, visibility: "visible", tabColor: "",
    formulas: all(({ content }) => content ?? ""), values: all(value), types: all((cell) => typeOf(value(cell))),
    formats: all(({ format = "General" }) => format), styles: all(({ style = "Normal" }) => style),
    tables: [], hiddenRows: [], hiddenColumns: [], merged: [], validations: [], freeze: { rows: 1, columns: 0 }, charts: [],
    widths: Array.from({ length: width }, () => 20),
    print: { titleRows: 4, pagesWide: 1, header: "&F - &A", footer: "Page &P of &N" },
    ...parts,
  };
}

const cellOf = (cell: Content | Cell): Cell => (typeof cell === "object" && cell !== null ? cell : { content: cell });

function typeOf(value: Content): string {
  if (value === "" || value === null) return "Empty";
  if (typeof value === "string") return /^#[A-Z]/.test(value) ? "Error" : "String";
  return typeof value === "number" ? "Double" : "Boolean";
}
