import { Lexer } from "@univerjs/engine-formula";
import { openBefore } from "./open";

const use = openBefore();
const { run, values } = use;

/** How many formulas the engine parses while something is done. */
async function parsedDuring(work: () => Promise<unknown>): Promise<number> {
  const parse = jest.spyOn(use.preview.host.book.injector.get(Lexer) as any, "treeBuilder");
  await work();
  const { length } = parse.mock.calls;
  parse.mockRestore();
  return length;
}

const enter = (address: string, formulas: unknown[][]) => run(async (context) => {
  const { workbook } = context;
  workbook.worksheets.getFirst().getRange(address).formulas = formulas as any[][];
  await context.sync();
});

test("6,000 formulas are parsed once: a later change parses only what is new", async () => {
  const formulas = Array.from({ length: 6000 }, (_, i) => [`=A1+${i}`]);
  expect(await parsedDuring(async () => { await enter("B1:B6000", formulas); await values("Sheet1!B6000"); })).toBe(6000);
  expect(await parsedDuring(async () => { await enter("A1", [[5]]); await values("Sheet1!B6000"); })).toBe(0);
  expect(await values("Sheet1!B5999:B6000")).toEqual([[5 + 5998], [5 + 5999]]);
  expect(await parsedDuring(async () => { await enter("C1", [["=B1*2"]]); await values("Sheet1!C1"); })).toBe(1);
  expect(await values("Sheet1!C1")).toEqual([[10]]);
});

test("a cell whose formula changes follows what it reads now, and no longer what it read", async () => {
  await enter("A1:A3", [[1], [10], ["=A1+1"]]);
  expect(await values("Sheet1!A3")).toEqual([[2]]);
  await enter("A3", [["=SUM(A2:B2)"]]);
  await enter("A1:A2", [[7], [20]]);
  expect(await values("Sheet1!A3")).toEqual([[20]]);
  await enter("A3", [["text"]]);
  await enter("A2", [[30]]);
  expect(await values("Sheet1!A3")).toEqual([["text"]]);
});

test("names, tables and sheets that change are read anew, although the formulas stay the same", async () => {
  await run(async (context) => {
    const sheet = context.workbook.worksheets.getFirst();
    sheet.getRange("A1:B3").values = [["Item", "Price"], ["x", 10], ["y", 20]];
    sheet.tables.add("A1:B3", true).name = "tblItems";
    context.workbook.names.add("in_share", sheet.getRange("D1"));
    sheet.getRange("D1").values = [[2]];
    sheet.getRange("F1:F3").formulas = [["=SUM(tblItems[Price])"], ["=in_share*10"], ["=SUM(B:B)"]];
    await context.sync();
  });
  expect((await values("Sheet1!F1:F3")).flat()).toEqual([30, 20, 30]);
  await run(async (context) => {
    context.workbook.tables.getItem("tblItems").rows.add(undefined, [["z", 5]]);
    await context.sync();
  });
  expect((await values("Sheet1!F1:F3")).flat()).toEqual([35, 20, 35]);
  await run(async (context) => {
    context.workbook.worksheets.getFirst().getRange("A1").getEntireRow().insert("Down");
    await context.sync();
  });
  expect((await values("Sheet1!F2:F4")).flat()).toEqual([35, 20, 35]);
  await enter("D1:D2", [[7], [4]]); // in_share has gone from D1 to D2
  await enter("B500", [[100]]);
  expect((await values("Sheet1!F2:F4")).flat()).toEqual([35, 40, 135]);
});

test("formulas on a sheet that goes leave no reader behind", async () => {
  const complaints = jest.spyOn(console, "error").mockImplementation(() => {});
  await run(async (context) => {
  const { workbook } = context;
    const other = workbook.worksheets.add("Other");
    other.getRange("A1:A2").formulas = [["=Sheet1!A1*2"], ["=SUM(Sheet1!A1:A9)"]];
    workbook.worksheets.getFirst().getRange("B1").formulas = [["=Sheet1!A1+1"]];
    await context.sync();
  });
  expect(await values("Other!A1:A2")).toEqual([[0], [0]]);
  await run(async (context) => {
  const { workbook } = context;
    workbook.worksheets.getItem("Other").delete();
    await context.sync();
  });
  await enter("A1", [[4]]);
  expect(await values("Sheet1!B1")).toEqual([[5]]);
  expect(complaints).not.toHaveBeenCalled();
  complaints.mockRestore();
});
