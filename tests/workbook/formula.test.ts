import { boxOf, writeFormula, type Atlas, type Place } from "../../src/workbook/formula";

const span = (row: number, rows = 1, columns = {}) => ({ row, rows, columns });
const atlas: Atlas = new Map([
  ["stakes", { name: "Stakes", spans: new Map([["rate", span(10)], ["orders", span(40)], ["value", span(41)], ["asks", span(99, 18, { share: "H", gap: "I" })]]) }],
  ["role", { name: "Role Definition", spans: new Map([["asks", span(17, 18, { on: "P" })], ["total", span(35)]]) }],
]);
const at = (row: number, column: number, blockRow = 0): Place => ({ sheet: "stakes", row, column, columns: { share: "H" }, blockRow });
const inI45 = at(44, 8);

/** Row 41 of the design is row 40 here, counted from 0. */
test.each([
  ["[orders] * [value]", "I41 * I42"],
  ["[<orders] + 1", "H41 + 1"],
  ["[orders$]", "I$41"],
  ["[$rate]", "$E$11"],
  ["[orders.F]", "$F$41"],
  ["SUM([orders.H:V])", "SUM($H$41:$V$41)"],
  ["SUM([orders]:[value])", "SUM(I41:I42)"],
  ["SUM([asks.gap])", "SUM($I$100:$I$117)"],
  ["[@$share] * [@J]", "$H45 * J45"],
  ["INDEX([@$E:$H], 1)", "INDEX($E45:$H45, 1)"],
  ["[^C] + 1", "C44 + 1"],
  ["[role/total]", "'Role Definition'!$E$36"],
  ["[role/asks.on]", "'Role Definition'!$P$18:$P$35"],
  ["[role/total.@]", "'Role Definition'!I36"],
  ["[stakes/rate]", "$E$11"],
])("%s is written %s in cell I45", (said, written) => {
  expect(writeFormula(said, inI45, atlas)).toBe(written);
});

test("a reference to the same place goes down with the row, one from the first place grows", () => {
  expect(writeFormula("[role/asks.on@]", at(101, 8, 2), atlas)).toBe("'Role Definition'!P20");
  expect(writeFormula("SUM([asks.gap:@])", at(101, 8, 2), atlas)).toBe("SUM(I$100:I102)");
});

test("what is said once is the same in relative terms wherever it is written", () => {
  expect(writeFormula("[orders] / [$rate]", at(60, 9), atlas)).toBe("J41 / $E$11");
});

test.each(["[nowhere]", "[lists/yesNo]", "[asks.colour]", "[orders.]"])("%s stops the plan: no formula is written around a mistake", (said) => {
  expect(() => writeFormula(said, inI45, atlas)).toThrow();
});

test("boxes of conditional formats, names and charts are said the same way", () => {
  expect(boxOf("asks.share:gap", "stakes", atlas)).toEqual({ row: 99, rows: 18, column: 7, columns: 2 });
  expect(() => boxOf("asks", "stakes", atlas)).toThrow("names no cells");
});
