import type { Reference } from "../../src/workbook/address";
import type { BuildRecord } from "../../src/workbook/record";
import type { SheetCells, Snapshot } from "../../src/workbook/snapshot";
import type { CellPlan, SheetPlan, WorkbookPlan } from "../../src/workbook/workbook-plan";

/** The sheets of a plan as Excel would show them right after a build, except that formulas show nothing. */
export function onPaper(plan: WorkbookPlan): Snapshot {
  return {
    sheets: plan.sheets.map(sheetOnPaper),
    references: new Map(plan.sheets.flatMap((sheet) => [
      ...sheet.names.map(({ name, sheet: on, box }): [string, Reference] => [name, { sheet: on, box }]),
      ...sheet.tables.map(({ name, box }): [string, Reference] => [name, { sheet: sheet.name, box }]),
    ])),
  };
}

function sheetOnPaper({ id, name, cells }: SheetPlan): SheetCells {
  const rows = Math.max(...cells.map(({ row }) => row)) + 1;
  const columns = Math.max(...cells.map(({ column }) => column)) + 1;
  const values = Array.from({ length: rows }, () => new Array<unknown>(columns).fill(""));
  for (const cell of cells) values[cell.row]![cell.column] = shown(cell);
  return { id, name, row: 0, column: 0, values, formulas: values, types: values.map((row) => row.map(typeOf)) };
}

const shown = ({ content }: CellPlan) => (content.kind === "value" ? content.value : "");
const types: Record<string, string> = { number: "Double", boolean: "Boolean", string: "String" };
const typeOf = (value: unknown) => (value === "" ? "Empty" : types[typeof value]!);

/** What a build leaves in the settings when no name was taken. */
export function recordOf(plan: WorkbookPlan, commitments: readonly string[], templateId = "distribution"): BuildRecord {
  const names = plan.sheets.flatMap((sheet) => [...sheet.names, ...sheet.tables].map(({ name }) => [name, name]));
  return {
    version: plan.version, templateId, commitments, styles: [],
    sheets: Object.fromEntries(plan.sheets.map(({ id, name }) => [id, name])), names: Object.fromEntries(names),
  };
}

/** The same sheets with one cell changed. */
export function withCell(snapshot: Snapshot, sheet: string, row: number, column: number, value: unknown, type = typeOf(value)): Snapshot {
  const put = (matrix: readonly (readonly unknown[])[], content: unknown) =>
    matrix.map((line, r) => (r === row ? line.map((each, c) => (c === column ? content : each)) : line));
  return {
    ...snapshot,
    sheets: snapshot.sheets.map((cells) => (cells.name !== sheet ? cells : {
      ...cells, values: put(cells.values, value), formulas: put(cells.formulas, value), types: put(cells.types, type) as string[][],
    })),
  };
}
