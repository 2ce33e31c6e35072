import { cellAt, type SheetCells, type Snapshot } from "../snapshot";
import type { CellPlan, SheetPlan, WorkbookPlan } from "../workbook-plan";

/** The sheets as they stand, every formula replaced by what it shows: a record of one day. Nothing on them is to be entered any more. */
export function frozen(plan: WorkbookPlan, { sheets }: Snapshot, day: string): WorkbookPlan {
  const now = new Map(sheets.map((cells) => [cells.id, cells]));
  return { ...plan, sheets: plan.sheets.flatMap((sheet) => {
    const cells = now.get(sheet.id);
    return cells ? [frozenSheet(sheet, cells, day)] : [];
  }) };
}

function frozenSheet(sheet: SheetPlan, now: SheetCells, day: string): SheetPlan {
  const looks = new Map(sheet.cells.map((cell) => [`${cell.row} ${cell.column}`, cell]));
  const shown = now.values.flatMap((line, i) => line.map((_, j): CellPlan => {
    const [row, column] = [now.row + i, now.column + j];
    const { value } = cellAt(now, row, column);
    const { style, format, align } = looks.get(`${row} ${column}`) ?? {};
    looks.delete(`${row} ${column}`);
    const content = value === "" ? { kind: "empty" as const } : { kind: "value" as const, value };
    return { row, column, content, ...(style && { style }), ...(format && { format }), ...(align && { align }) };
  }));
  const empty = [...looks.values()].map((cell): CellPlan => ({ ...cell, content: { kind: "empty" } }));
  return { ...sheet, validations: [], conditions: [], tables: [], names: [], cells: [...shown, ...empty].map((cell) => dated(cell, sheet, day)) };
}

/** Row 2 says what a sheet is for, and now also that it has stopped. */
function dated(cell: CellPlan, { purpose }: SheetPlan, day: string): CellPlan {
  const isPurpose = cell.row === 1 && cell.column === 0;
  return isPurpose ? { ...cell, content: { kind: "value", value: `Frozen as values on ${day}. ${purpose}` } } : cell;
}
