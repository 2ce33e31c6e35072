import { excelWorkbook, type Reading } from "../../src/workbook";
import type { Headless } from "../../src/preview/headless";
import { entriesOf } from "../workbook/legal-edits";
import { openEarlier } from "./earlier-workbook";
import { openAddin } from "./open-preview";

jest.setTimeout(60_000);

let addin: Headless;
beforeAll(async () => { addin = await openAddin(); });
afterAll(() => addin.close());

type Built = Extract<Reading, { state: "built" }>;
const read = async () => {
  const reading = await excelWorkbook().read();
  expect(reading.state).toBe("built");
  return reading as Built;
};

describe("a workbook that version 1.0 built and a person changed", () => {
  test("is read as version 1.0 read it, without a false problem", async () => {
    addin.host.reset();
    const { entries, outputs } = await openEarlier("1.0");
    const reading = await read();
    expect(entriesOf(reading.agreement)).toMatchObject(entries);
    expect(reading.outputs).toEqual(outputs);
    expect(reading.problems.filter(({ severity }) => severity === "error")).toEqual([]);
  });
});
