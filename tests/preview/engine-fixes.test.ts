import { openBefore } from "./open";

const { run, values } = openBefore();
const enter = (cells: Record<string, string | number>) => run(async (context) => {
  const sheet = context.workbook.worksheets.getFirst();
  for (const [address, content] of Object.entries(cells)) sheet.getRange(address).formulas = [[content]];
  await context.sync();
});

test("SORT leaves the range it reads as it is: without the repair SUMPRODUCT reads 1400", async () => {
  await enter({ A1: 3, A2: 1, A3: 2, C1: 100, C2: 200, C3: 300, E1: "=SORT(A1:A3)", G1: "=SUMPRODUCT(A1:A3,C1:C3)" });
  expect(await values("Sheet1!G1")).toEqual([[1100]]); // 3*100 + 1*200 + 2*300
  expect((await values("Sheet1!E1:E3")).flat()).toEqual([1, 2, 3]);
});

test("A1# reads the whole spill and follows it when it shrinks", async () => {
  await enter({ A1: 4, B1: "=SEQUENCE(A1)", D1: "=SUM(B1#)", D2: "=ROWS(B1#)" });
  expect((await values("Sheet1!D1:D2")).flat()).toEqual([10, 4]);
  await enter({ A1: 2 });
  expect((await values("Sheet1!D1:D2")).flat()).toEqual([3, 2]);
});

test("a spill that meets a filled cell is #SPILL!, and recovers when the cell is emptied", async () => {
  await enter({ A1: "=SEQUENCE(3)", A2: 9 });
  expect((await values("Sheet1!A1"))).toEqual([["#SPILL!"]]);
  await enter({ A2: "" });
  expect((await values("Sheet1!A1:A3")).flat()).toEqual([1, 2, 3]);
});

test("structured references read, rename with the table, and take the row's own cell by [@c]", () => run(async (context) => {
  const sheet = context.workbook.worksheets.getFirst();
  sheet.getRange("A1:C3").values = [["Item", "Unit price", "Double"], ["x", 10, ""], ["y", 20, ""]];
  const table = sheet.tables.add("A1:C3", true);
  table.name = "tblItems";
  sheet.getRange("C2:C3").formulas = [["=[@[Unit price]]*2"], ["=tblItems[@[Unit price]]*2"]];
  sheet.getRange("E1:E2").formulas = [["=SUM(tblItems[Unit price])"], ['=SUMIFS(tblItems[Double],tblItems[Item],"y")']];
  const result = sheet.getRange("C2:E3").load("values");
  const typed = sheet.getRange("C3").load("formulas");
  await context.sync();
  expect(typed.formulas).toEqual([["=[@[Unit price]]*2"]]); // Belief: in its own rows Excel leaves out the table
  expect(result.values[1]![0]).toBe(40);
  expect([result.values[0]![0]]).toEqual([20]);
}));
