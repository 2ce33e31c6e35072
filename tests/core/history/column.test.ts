import { numberColumn, readHistories, readOrders } from "../../../src/core/history/column";
import { readParameters } from "../../../src/core/history/parameters";
import { fault } from "./fault";

const down = (...cells: unknown[]) => cells.map((cell) => [cell]);

test("a column and a row of cells are the same list; TRUE and FALSE count 1 and 0", () => {
  expect([...numberColumn("x", down(3, true, 2.5))]).toEqual([3, 1, 2.5]);
  expect([...numberColumn("x", [[3, false, 2.5]])]).toEqual([3, 0, 2.5]);
});

test.each([
  [down(1, "2"), /^x, item 2: "2" is not a number/], [down(1, ""), /^x, item 2: a number is missing/],
  [down(1, "?", 3), /^x, item 2: a number is missing/],
  [[[1, 2], [3, 4]], /^x: one row or one column is due here, not 2 x 2 cells/],
])("cells %j are refused: %s", (cells, complaint) => {
  expect(() => numberColumn("x", cells as unknown[][])).toThrow(fault("wrong-shape"));
  expect(() => numberColumn("x", cells as unknown[][])).toThrow(complaint);
});

test("one T serves all customers; any other difference in length is refused", () => {
  expect([...readHistories(down(1, 0, 2), down(5, 0, 7), [[39]]).T]).toEqual([39, 39, 39]);
  expect(() => readHistories(down(1, 0, 2), down(5, 0), [[39]])).toThrow(fault("wrong-shape"));
});

test("fully blank rows of an order list are ignored; a half blank one is refused with its place", () => {
  const { customer, date, amount } = readOrders(down("Ann", "", null, 7), down(10, "", undefined, 12.5), down(5, " ", "", -1));
  expect([customer, [...date], [...amount]]).toEqual([["Ann", 7], [10, 12.5], [5, -1]]);
  expect(() => readOrders(down("Ann", ""), down(1, 2), down(1, 2))).toThrow(/^customer ids, item 2: a customer is missing/);
  expect(() => readOrders(down("Ann", "Bob"), down(1, ""), down(1, 2))).toThrow(/^dates, item 2: a number is missing/);
  expect(() => readOrders(down("Ann", "Bob"), down(1, "1.2.2024"), down(1, 2))).toThrow(/^dates, item 2: "1.2.2024" is not a number/);
  expect(() => readOrders(down("Ann", "Bob"), down(1, 2), down(1))).toThrow(/^amounts: 1 items, but customer ids has 2/);
});

test("parameters are read from the row a fit spills, from its detailed block, in any case of the name, and bare", () => {
  const expected = { model: "BGNBD", parameters: [0.2, 4, 0.8, 2.4] };
  for (const cells of [
    [["BGNBD", 0.2, 4, 0.8, 2.4]], [["bgnbd ", 0.2, 4, 0.8, 2.4, -9582], ["SE", 1, 1, 1, 1, ""], ["Note", 7, "converged", "", "", ""]],
    [[0.2, 4, 0.8, 2.4]], down("BGNBD", 0.2, 4, 0.8, 2.4),
  ]) expect(readParameters("params", cells, ["BGNBD", "PARETONBD"])).toEqual(expected);
});

test("another model's name is a wrong shape that says what is due; a parameter of 0 is out of range", () => {
  const other = () => readParameters("params", [["SBG", 0.7, 3.8]], ["BGNBD", "PARETONBD"]);
  expect(other).toThrow(fault("wrong-shape", 'params: "SBG" is given, but BGNBD or PARETONBD is due here.'));
  expect(() => readParameters("params", [["SBG", 0.7, 0]], ["SBG"])).toThrow(fault("out-of-range", "beta must be above 0, not 0."));
  const long = () => readParameters("params", [[0.7, 3.8, 1]], ["SBG"]);
  expect(long).toThrow(fault("wrong-shape", "params: 2 numbers are due here: alpha, beta."));
});
