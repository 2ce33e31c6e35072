import type { Box } from "./workbook-plan";

/**
 * Covers cells with few rectangles, each of one key: equal neighbours become a run, equal runs below each other a rectangle.
 * A sheet is formatted with one call for each of them instead of one for each cell.
 */
export function rectangles<Key>(
  cells: readonly { readonly row: number; readonly column: number; readonly key: Key }[],
): { key: Key; box: Box }[] {
  const inOrder = [...cells].sort((a, b) => a.row - b.row || a.column - b.column);
  const found: { key: Key; box: Box }[] = [];
  let growing: typeof found = [];
  for (const [row, run] of runsByRow(inOrder)) {
    const next = run.map(({ key, column, columns }) => {
      const above = growing.find(({ key: other, box }) =>
        other === key && box.column === column && box.columns === columns && box.row + box.rows === row);
      if (above) return Object.assign(above, { box: { ...above.box, rows: above.box.rows + 1 } });
      const fresh = { key, box: { row, column, rows: 1, columns } };
      found.push(fresh);
      return fresh;
    });
    growing = next;
  }
  return found;
}

interface Run<Key> { key: Key; column: number; columns: number }

function runsByRow<Key>(cells: readonly { row: number; column: number; key: Key }[]): Map<number, Run<Key>[]> {
  const rows = new Map<number, Run<Key>[]>();
  for (const { row, column, key } of cells) {
    const runs = rows.get(row) ?? [];
    rows.set(row, runs);
    const last = runs.at(-1);
    if (last && last.key === key && last.column + last.columns === column) last.columns++;
    else runs.push({ key, column, columns: 1 });
  }
  return rows;
}
