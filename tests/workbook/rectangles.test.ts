import fc from "fast-check";
import { rectangles } from "../../src/workbook/rectangles";

const cells = fc.uniqueArray(
  fc.record({ row: fc.nat(8), column: fc.nat(8), key: fc.constantFrom("a", "b") }), { selector: ({ row, column }) => row * 9 + column },
);

test("rectangles cover exactly the cells given, each once and with its key", () => {
  fc.assert(fc.property(cells, (given) => {
    const covered = rectangles(given).flatMap(({ key, box }) => Array.from({ length: box.rows * box.columns }, (_, i) =>
      ({ row: box.row + Math.floor(i / box.columns), column: box.column + (i % box.columns), key })));
    const inOrder = (all: typeof given) => [...all].sort((a, b) => a.row - b.row || a.column - b.column);
    expect(inOrder(covered)).toEqual(inOrder(given));
  }));
});

test("a block of one key is one rectangle, a table with a heading two", () => {
  const block = Array.from({ length: 12 }, (_, i) => ({ row: Math.floor(i / 3), column: i % 3, key: i < 3 ? "head" : "body" }));
  expect(rectangles(block)).toEqual([
    { key: "head", box: { row: 0, column: 0, rows: 1, columns: 3 } }, { key: "body", box: { row: 1, column: 0, rows: 3, columns: 3 } },
  ]);
});
