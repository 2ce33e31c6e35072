import { sample } from "../../src/core/templates";
import { excelWorkbook } from "../../src/workbook";
import type { Headless } from "../../src/preview/headless";
import { dump, onWorkbook, valuesOf } from "./dump";
import { openAddin } from "./open-preview";

jest.setTimeout(60_000);

let addin: Headless;
beforeAll(async () => { addin = await openAddin(); });
beforeEach(() => addin.host.reset());
afterAll(() => addin.close());

const build = () => excelWorkbook().build(sample.agreement, sample.id);

/** A person's own workbook, with names that a build would like to have. */
const ownWork = () => onWorkbook((workbook) => {
  const inputs = workbook.worksheets.add("Inputs");
  inputs.getRange("A1:B2").formulas = [["Rate", 0.07], ["Twice", "=B1*2"]];
  const value = workbook.worksheets.add("Value");
  value.getRange("C3").formulas = [["=Inputs!B2+in_rate"]];
  value.getRange("E1:F2").values = [["Id", "Name"], ["A02", "mine"]];
  const table = value.tables.add("E1:F2", true);
  table.name = "tblAsks";
  workbook.names.add("in_rate", inputs.getRange("B1"));
  workbook.styles.add("Role Input");
  workbook.properties.title = "My budget";
});

describe("a build beside a person's own work", () => {
  beforeEach(ownWork);

  test("leaves sheets, names, tables and styles that were there as they were, and takes other names itself", async () => {
    const before = await dump();
    const { outputs, build: built } = await build();
    expect(outputs.netAsked).toBeCloseTo(57319.78, 2);
    expect(outputs.errors).toBe(0);
    const after = await dump();
    expect(after.sheets.filter(({ id }) => before.sheets.some((sheet) => sheet.id === id))).toEqual(before.sheets);
    expect(after.names).toEqual(expect.arrayContaining(before.names));
    expect(after.properties).toEqual(before.properties);
    expect(built.sheets.map(({ name }) => name)).toEqual(expect.arrayContaining(["Inputs 2", "Value 2", "Role Definition"]));
    expect(after.names.map(({ name }) => name)).toContain("in_rate_2");
    expect(after.tables).toEqual(expect.arrayContaining(["tblAsks", "tblAsks_2"]));
    expect(after.styles).toEqual(expect.arrayContaining(["Role Input", "Role Input 2"]));
    expect(await valuesOf("in_rate_2")).toEqual([[0.1]]);
  });

  test("says beforehand which names the sheets will get", async () => {
    const names = (await excelWorkbook().preview(sample.agreement)).map(({ name }) => name);
    const { build: built } = await build();
    expect(built.sheets.map(({ name }) => name)).toEqual(names);
  });

  test("is read back through its own names", async () => {
    await build();
    const reading = await excelWorkbook().read();
    expect(reading.state === "built" && reading.agreement.inputs.rate).toBe(0.1);
  });

  test("is removed without a trace", async () => {
    const before = await dump();
    await build();
    await excelWorkbook().remove();
    expect(await dump()).toEqual(before);
  });
});

test.each([1, 2, 3])("when request %d of a build fails, the workbook is as before and the person is told", async (n) => {
  await ownWork();
  await excelWorkbook().saveDraft({ agreement: sample.agreement, templateId: sample.id, step: "build" });
  const before = await dump();
  addin.host.faults.failRequest(n);
  await expect(build()).rejects.toMatchObject({ name: "Refusal", code: "failed", message: expect.stringMatching(/nothing was changed/) });
  expect(await dump()).toEqual(before);
});

test("when somebody else takes a sheet's name in the middle of a build, theirs stays and ours goes", async () => {
  addin.host.faults.latency(60);
  const building = build();
  while (addin.host.roundTrips < 1) await new Promise((resolve) => setTimeout(resolve, 5));
  (addin.host.workbook as any).Worksheets.Add("Checks");
  await expect(building).rejects.toMatchObject({ name: "Refusal" });
  const { sheets, names, tables, styles, settings } = await dump();
  expect(sheets.map(({ name }) => name)).toEqual(["Sheet1", "Checks"]);
  expect({ names, tables, styles, settings }).toEqual({ names: [], tables: [], styles: ["Normal"], settings: [] });
});

test("a second build is refused while the first is there", async () => {
  await build();
  await expect(build()).rejects.toMatchObject({ code: "occupied" });
});

test("a workbook whose only other sheet is gone keeps an empty one when the build is removed", async () => {
  await build();
  await onWorkbook((workbook) => workbook.worksheets.getItem("Sheet1").delete());
  await excelWorkbook().remove();
  const { sheets, names, settings } = await dump();
  expect(sheets).toHaveLength(1);
  expect(sheets[0]!.cells).toBeNull();
  expect([names, settings]).toEqual([[], []]);
});

test("in a read-only workbook and while a cell is being edited, a build says so", async () => {
  addin.host.faults.readOnly(true);
  await expect(build()).rejects.toMatchObject({ code: "read-only" });
  addin.host.faults.readOnly(false);
  addin.host.faults.cellEdit(true);
  await expect(build()).rejects.toMatchObject({ code: "cell-edit", message: "Press Enter or Esc in the sheet; then we write the number." });
});
