import { boxAddress, quoted } from "../address";
import { formats, styles, tabColors } from "../style";
import type { Box, CellPlan, SheetPlan, WorkbookPlan } from "../workbook-plan";
import type { SheetSnapshot, WorkbookSnapshot } from "./snapshot";

/** Result of a formula cell of a plan: sheet id, row and column from 0. */
export type PlanValues = (sheet: string, row: number, column: number) => string | number | boolean;

/**
 * A planned workbook as the audit sees it, before anything is written. Without `values` formulas have no results, and rules that
 * look at results say so.
 */
export function snapshotOfPlan(plan: WorkbookPlan, values?: PlanValues): WorkbookSnapshot {
  return {
    sheets: plan.sheets.map((sheet) => sheetOf(sheet, values)),
    names: plan.sheets.flatMap(({ names }) => names)
      .map(({ name, sheet, box }) => ({ name, formula: `=${quoted(sheet)}!${fixed(box)}`, visible: true })),
    calculated: values !== undefined,
    calculation: "automatic", iterative: false, precisionAsDisplayed: false,
  };
}

const fixed = (box: Box) => boxAddress(box).replace(/([A-Z]+)(\d+)/g, "$$$1$$$2");

function sheetOf(sheet: SheetPlan, values: PlanValues | undefined): SheetSnapshot {
  const { id, name, sheetClass, cells, tables, validations, freeze, widths, print, charts } = sheet;
  const grid = <T>(otherwise: T, of: (cell: CellPlan) => T) => spread(cells, otherwise, of);
  const value = ({ content, row, column }: CellPlan) => {
    if (content.kind === "formula") return values?.(id, row, column);
    return content.kind === "value" ? content.value : "";
  };
  return {
    id, name, sheetClass, row: 0, column: 0,
    formulas: grid<unknown>("", (cell) => (cell.content.kind === "formula" ? cell.content.formula : value(cell))),
    values: grid<unknown>("", value),
    types: grid("Empty", (cell) => typeOf(value(cell))),
    formats: grid(formats.general, ({ format = "general" }) => formats[format]),
    styles: grid("Normal", ({ style }) => (style && styles[style].named) ?? "Normal"),
    visibility: "visible", tabColor: tabColors[sheetClass],
    tables: tables.map(({ name: table, box }) => ({ name: table, box, hasHeads: true, hasTotals: false })),
    hiddenRows: [], hiddenColumns: [], merged: [],
    validations: validations.map(({ box, title, message }) => ({ box, title, message })),
    freeze, widths,
    // The header and footer that the writers put on every sheet.
    print: { area: print.area, titleRows: print.titleRows, pagesWide: 1, header: print.letter ? "" : "&F - &A", footer: "Page &P of &N" },
    charts: charts.map(({ name: chart, altText }) => ({ name: chart, altText })),
  };
}

function spread<T>(cells: readonly CellPlan[], otherwise: T, of: (cell: CellPlan) => T): T[][] {
  const rows = 1 + Math.max(-1, ...cells.map(({ row }) => row));
  const columns = 1 + Math.max(-1, ...cells.map(({ column }) => column));
  const grid = Array.from({ length: rows }, () => new Array<T>(columns).fill(otherwise));
  for (const cell of cells) grid[cell.row]![cell.column] = of(cell);
  return grid;
}

/** The value types of Office.js; an error value is a text that begins with #. */
function typeOf(value: unknown): string {
  if (value === undefined || value === "") return "Empty";
  if (typeof value === "number") return "Double";
  if (typeof value === "boolean") return "Boolean";
  return /^#[A-Z/0]+[!?A]?/.test(String(value)) ? "Error" : "String";
}
