import { sample } from "../../src/core/templates";
import { excelWorkbook } from "../../src/workbook";
import type { Headless } from "../../src/preview/headless";
import { dump, valuesOf } from "./dump";
import { openAddin } from "./open-preview";

jest.setTimeout(60_000);

let addin: Headless;
beforeAll(async () => { addin = await openAddin(); });
afterAll(() => addin.close());

const one = async (address: string) => (await valuesOf(address))[0]![0];

describe("the worked example, built and calculated by the grid", () => {
  let requests: number;
  beforeAll(async () => {
    addin.host.reset();
    const { outputs, requests: counted } = await excelWorkbook().build(sample.agreement, sample.id);
    requests = counted;
    expect(outputs.netAsked).toBeCloseTo(57319.78, 2);
  });

  test("takes three round trips, as the host counts them", () => {
    expect(addin.host.roundTrips).toBe(3);
    expect(requests).toBe(3);
  });

  test("the file says what it is, and names nobody", async () => {
    expect((await dump()).properties).toMatchObject({ title: "Customer role: Regional food producer", author: "", company: "" });
  });

  /** Expected: 2-model 1.4 to 1.9 and 3-workbook section 1, computed there independently. */
  test.each([
    ["out_netltv_role", 57319.78, 2], ["out_netltv_actual", 5958.23, 2], ["out_netltv_without", 56351.96, 2],
    ["out_rci", 0.865121, 6], ["out_deserve", 0.853089, 6], ["out_fit", 0.554884, 6], ["out_deserve_cost", 2340, 6], ["chk_master", 0, 9],
  ])("%s is %d", async (name, expected, digits) => {
    expect(await one(name)).toBeCloseTo(expected, digits);
  });

  /** Expected: gap and swing stakes of 2-model 1.6, in whole euros as printed there, and the annual contribution of 1.4. */
  const stakes: Record<string, [number, number]> = {
    A02: [10232, 46043], A13: [16894, 24135], A18: [11520, 24016], A14: [4883, 7990], A15: [2894, 6938], A07: [3396, 6791],
    A09: [4358, 6537], A05: [3874, 6457], A17: [1840, 4140], A06: [737, 3119], A04: [2018, 3027], A10: [2421, 2421],
  };
  test("the stakes and the annual contribution are those of the model", async () => {
    const shown = await valuesOf("Stakes!A1:S200");
    const heading = shown.find((row) => row.some((cell) => String(cell).startsWith("Gap stake:")))!;
    const [gap, swing] = ["Gap stake:", "Swing stake:"].map((title) => heading.findIndex((cell) => String(cell).startsWith(title)));
    const found = Object.keys(stakes).map((id) => shown.find((row) => row[0] === id)!)
      .map((row) => [row[0], [gap!, swing!].map((column) => Math.round(row[column] as number))]);
    expect(Object.fromEntries(found)).toEqual(stakes);
    const annual = shown.find((row) => row[1] === "Annual contribution")!;
    expect([annual[8], annual[9]]).toEqual([expect.closeTo(16295.73, 2), expect.closeTo(5269.30, 2)]);
  });

  test("no cell of any sheet shows an error", async () => {
    const { sheets } = await dump();
    const isError = (value: unknown) => /^#[A-Z/0]+[!?A]?$/.test(String(value));
    const errors = sheets.flatMap(({ name, cells }) => (cells?.values.flat() ?? []).filter(isError).map((value) => `${name}: ${value}`));
    expect(errors).toEqual([]);
  });

  test("cells have named styles and rules, sheets tab colours and frozen headings, charts no title", () => Excel.run(async (context) => {
    const { worksheets, names } = context.workbook;
    const entry = names.getItem("in_rate").getRange().load("style, numberFormat");
    const rule = entry.dataValidation.load("type, rule, errorAlert");
    const inputs = worksheets.getItem("Inputs").load("tabColor, showGridlines");
    const frozen = inputs.freezePanes.getLocationOrNullObject().load("address");
    const bridge = worksheets.getItem("Summary").charts.getItem("Bridge").load("title/visible, legend/visible");
    const conditions = worksheets.getItem("Checks").getRange().conditionalFormats.load("items/type");
    await context.sync();
    expect(entry.style).toBe("Role Input");
    expect(entry.numberFormat).toEqual([["0.0%_);(0.0%)"]]);
    expect([rule.type, rule.rule.decimal?.formula1, rule.rule.decimal?.formula2]).toEqual(["Decimal", -0.5, 1]);
    const message = expect.stringContaining("Enter a number from -50% to 100%.");
    expect(rule.errorAlert).toMatchObject({ style: "Stop", title: "Discount rate", message });
    expect([inputs.tabColor, inputs.showGridlines]).toEqual(["#F2C94C", false]);
    expect(frozen.address).toMatch(/^Inputs!(A?1:[A-Z]*4|\$?1:\$?4)$/);
    expect([bridge.title.visible, bridge.legend.visible]).toEqual([false, false]);
    expect(conditions.items.length).toBeGreaterThan(0);
  }));
});
