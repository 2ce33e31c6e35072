import { numberList, numberTable, readCell, readList, readTable, zip } from "../../src/core/range";

test.each([
  [5, 5], [0, 0], [true, 1], [false, 0], ["", null], ["  ", null], [null, null], [undefined, null], ["?", null], [" ? ", null],
  ["n/a", "n/a"], [" N/A ", "n/a"], [{ type: "FormattedNumber", basicValue: 12.5, numberFormat: "0.0" }, 12.5],
])("a cell %j reads %j", (cell, reading) => expect(readCell("actuals", cell)).toBe(reading));

test.each([["5"], ["five"], ["#N/A"], [NaN], [Infinity], [{ type: "Entity", text: "x" }], [{ type: "Error", basicValue: "#N/A" }]])(
  "a cell %j is no number", (cell) => expect(() => readCell("actuals", cell)).toThrow(expect.objectContaining({ kind: "wrong-shape", argument: "actuals" })));

test("the message names the place: none in one cell, the item in a list, row and column in a table", () => {
  const complaint = (cells: unknown[][]) => {
    try { return readTable("mustCap", cells); } catch (error) { return (error as Error).message; }
  };
  expect(complaint([["x"]])).toBe('must cap: "x" is not a number.');
  expect(complaint([[1, "x"]])).toBe('must cap, item 2: "x" is not a number.');
  expect(complaint([[1], [2], ["x"]])).toBe('must cap, item 3: "x" is not a number.');
  expect(complaint([[1, 2], [3, "x"]])).toBe('must cap, row 2, column 2: "x" is not a number.');
});

test("a row and a column of the same cells are the same list; a block is none", () => {
  expect(readList("a", [[1, "?", "n/a"]])).toEqual(readList("a", [[1], ["?"], ["n/a"]]));
  expect(() => readList("a", [[1, 2], [3, 4]])).toThrow("one row or one column is due here, not 2 x 2 cells.");
});

test("what is missing counts as told, and is refused if nothing is told; it never becomes 0 by itself", () => {
  expect(numberList("a", [[1, "", 3]], 0)).toEqual([1, 0, 3]);
  expect(numberTable("a", [[1, "?"], [null, 4]], null)).toEqual([[1, null], [null, 4]]);
  expect(() => numberList("a", [[1, ""]])).toThrow("a, item 2: a number is missing.");
  expect(() => numberList("a", [[1, "n/a"]], 0)).toThrow("a, item 2: n/a is allowed for actual levels only.");
});

test("zip lays lists side by side; one item serves all rows only where that is allowed", () => {
  expect(zip({ a: [1, 2], b: undefined, c: ["x", "y"] })).toEqual([{ a: 1, c: "x" }, { a: 2, c: "y" }]);
  expect(zip({ a: [1], b: [2, 3] }, ["a"])).toEqual([{ a: 1, b: 2 }, { a: 1, b: 3 }]);
  expect(zip({ a: [1], b: [2] }, ["a", "b"])).toEqual([{ a: 1, b: 2 }]);
  expect(() => zip({ a: [1], b: [2, 3] })).toThrow("b has length 2, but a has length 1.");
  expect(() => zip({ a: [1, 2, 3], b: [2, 3] }, ["a"])).toThrow("b has length 2, but a has length 3.");
});
