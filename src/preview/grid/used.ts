import { contains, type Box } from "./address";

type Cells = Record<string, Record<string, unknown> | undefined>;

/**
 * The smallest box around the used cells of a sheet, in Univer's matrix and among its spilled cells. A cell with a format only
 * counts unless `valuesOnly`; null when nothing is used.
 */
export function usedBox(matrix: any, spilled: Cells, valuesOnly: boolean, within?: Box): Box | null {
  let top = Infinity;
  let left = Infinity;
  let bottom = -1;
  let right = -1;
  const visit = (row: number, column: number, cell: any) => {
    if (!isUsed(cell, valuesOnly) || (within && !contains(within, row, column))) return;
    top = Math.min(top, row);
    left = Math.min(left, column);
    bottom = Math.max(bottom, row);
    right = Math.max(right, column);
  };
  matrix.forValue((row: number, column: number, cell: unknown) => { visit(row, column, cell); });
  for (const [row, cells] of Object.entries(spilled)) {
    for (const [column, cell] of Object.entries(cells ?? {})) visit(Number(row), Number(column), cell);
  }
  return bottom < 0 ? null : { row: top, column: left, rows: bottom - top + 1, columns: right - left + 1 };
}

function isUsed(cell: any, valuesOnly: boolean): boolean {
  if (!cell) return false;
  const hasContent = (cell.v !== undefined && cell.v !== null && cell.v !== "") || cell.f || cell.si;
  return hasContent || (!valuesOnly && cell.s);
}
