import { DependencyIndex, type UnitRange } from "../../src/preview/grid/dependency-index";
import { seeded } from "../core/history/simulate";

const box = (startRow: number, endRow: number, startColumn: number, endColumn: number, sheetId = "a"): UnitRange =>
  ({ unitId: "u", sheetId, range: { startRow, endRow, startColumn, endColumn } });
const cell = (row: number, column: number, sheetId?: string) => box(row, row, column, column, sheetId);
const found = (index: DependencyIndex, ...searched: UnitRange[]) => [...index.bulkSearch(searched)].sort((a, b) => a - b);

/** The same question asked of a plain list. */
function readers(read: ReadonlyMap<number, readonly UnitRange[]>, searched: UnitRange): number[] {
  const meet = (a: UnitRange, b: UnitRange) => a.sheetId === b.sheetId
    && a.range.startRow <= b.range.endRow && b.range.startRow <= a.range.endRow
    && a.range.startColumn <= b.range.endColumn && b.range.startColumn <= a.range.endColumn;
  return [...read].filter(([, ranges]) => ranges.some((range) => meet(range, searched))).map(([id]) => id).sort((a, b) => a - b);
}

test("answers as a plain list does, while 400 formulas come, change and go, and reads cells, short, tall and whole areas", () => {
  const uniform = seeded(11);
  const upTo = (n: number) => Math.floor(uniform() * n);
  const any = () => {
    const [row, column] = [upTo(600), upTo(12)];
    const [rows, columns] = [[1, 1], [1, 5], [40, 1], [500, 3]][upTo(4)] as [number, number];
    return box(row, row + rows - 1, column, column + columns - 1, ["a", "b"][upTo(2)]!);
  };
  const index = new DependencyIndex();
  const plain = new Map<number, UnitRange[]>();
  for (let step = 0; step < 1200; step++) {
    const id = upTo(400);
    const ranges = Array.from({ length: upTo(4) }, any);
    index.set(id, ranges);
    plain.set(id, ranges);
    if (step % 7 === 0) {
      const gone = upTo(400);
      index.delete(gone);
      plain.delete(gone);
    }
    const searched = any();
    expect(found(index, searched)).toEqual(readers(plain, searched));
  }
});

test("a whole column meets every row of it, and a whole row every column", () => {
  const index = new DependencyIndex();
  index.set(1, [box(NaN, NaN, 2, 2)]);
  index.set(2, [box(5, 5, NaN, NaN)]);
  expect(found(index, cell(1_000_000, 2))).toEqual([1]);
  expect(found(index, cell(5, 16_000))).toEqual([2]);
  expect(found(index, cell(5, 2))).toEqual([1, 2]);
  expect(found(index, box(NaN, NaN, 0, 9))).toEqual([1, 2]);
});

test("who reads a sheet that goes is forgotten everywhere, and so is who is not kept", () => {
  const index = new DependencyIndex();
  index.set(1, [cell(0, 0), cell(0, 0, "b")]);
  index.set(2, [cell(0, 0)]);
  index.set(3, [cell(0, 0)]);
  index.removeById("u", "b");
  expect(found(index, cell(0, 0))).toEqual([2, 3]);
  index.keep(new Set([3]));
  expect(found(index, cell(0, 0))).toEqual([3]);
  expect(index.size).toBe(1);
});

test("leaves out those that were found before", () => {
  const index = new DependencyIndex();
  index.set(1, [cell(0, 0)]);
  index.set(2, [cell(0, 0)]);
  expect([...index.bulkSearch([cell(0, 0)], new Set([1]))]).toEqual([2]);
});
