import ExcelJS from "exceljs";
import type { Headless } from "../../src/preview/headless";
import { sample } from "../../src/core/templates";
import { excelWorkbook, type Reading } from "../../src/workbook";
import { openAddin } from "./open-preview";

jest.setTimeout(120_000);
const { agreement } = sample;
let addin: Headless;
let made: Uint8Array[];
const door = excelWorkbook();

beforeAll(async () => {
  addin = await openAddin();
  addin.host.onNewWorkbook = (file) => { made.push(file); };
  await door.build(agreement, sample.id);
});
beforeEach(() => { made = []; });
afterAll(() => addin?.close());

async function opened(file: Uint8Array | undefined): Promise<ExcelJS.Workbook> {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(new Uint8Array(file!).buffer);
  return workbook;
}
const builtFrom = (reading: Reading) => {
  if (reading.state !== "built") throw new Error(`The workbook is ${reading.state}.`);
  return reading;
};

test("what is entered for the charter goes to its cells, a day as the number Excel counts it by, and comes back", async () => {
  const before = builtFrom(await door.read()).agreement;
  expect(before.charter).toEqual(agreement.charter);
  const after = builtFrom(await door.write([
    { id: "charter.review", value: "2027-06-30", before: "2027-03-31" },
    { id: "clauses.A06.status", value: "accepted with change", before: "proposed" },
    { id: "clauses.A06.on", value: "2027-01-15", before: null },
    { id: "charter.theirs.name", value: "=Rui", before: "Rui Fernandes" },
  ]));
  expect(after.agreement.charter).toMatchObject({
    review: "2027-06-30", theirs: { name: "=Rui" }, clauses: { A06: { status: "accepted with change", on: "2027-01-15", by: "", remark: "" } },
  });
  const review = await Excel.run(async (context) => {
    const range = context.workbook.names.getItem("in_charter_review").getRange().load("values");
    await context.sync();
    return range.values[0]![0];
  });
  expect(review).toBe(46568); // DATE(2027, 6, 30)
});

test("a day that is none is a problem with its cell, and the last known one stands in", async () => {
  await Excel.run(async (context) => {
    context.workbook.names.getItem("in_charter_date").getRange().values = [["next week"]];
    await context.sync();
  });
  const { problems, agreement: read } = builtFrom(await door.read());
  expect(problems).toContainEqual(expect.objectContaining({ id: "charter.date", sheet: "Charter", message: "Enter a day, such as 2027-03-31." }));
  expect(read.charter.date).toBe("2026-10-01");
});

test("the customer's copy opens as a workbook of its own; ours stays as it is", async () => {
  const before = await door.read();
  await door.openCopy("customer", agreement, "2026-11-22");
  expect((await opened(made[0])).worksheets.map(({ name }) => name)).toEqual(["Charter", "Measures", "Your answer"]);
  expect(await door.read()).toEqual(before);
});

test("the archive holds what the sheets show, as values, with the day on every sheet", async () => {
  await door.openCopy("archive", agreement, "2026-11-22");
  const archive = await opened(made[0]);
  const { build, outputs } = builtFrom(await door.read());
  expect(archive.worksheets.map(({ name }) => name)).toEqual(build.sheets.map(({ name }) => name));
  const formulas = archive.worksheets.flatMap((sheet) => {
    const found: string[] = [];
    sheet.eachRow((row) => row.eachCell((cell) => { if (cell.type === ExcelJS.ValueType.Formula) found.push(cell.address); }));
    return found;
  });
  expect(formulas).toEqual([]);
  expect(archive.worksheets.map((sheet) => /^Frozen as values on 2026-11-22/.test(sheet.getCell("A2").text))).not.toContain(false);
  expect(archive.getWorksheet("Summary")!.getCell("A6").value).toBeCloseTo(outputs.netAsked!, 6);
});

test("what is no file is refused by the host, as Excel refuses it", async () => {
  await expect(Excel.createWorkbook(btoa("no package"))).rejects.toMatchObject({ code: "InvalidArgument" });
});
