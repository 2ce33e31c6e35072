import { isDeepStrictEqual } from "node:util";
import { sample } from "../../src/core/templates";
import type { Headless } from "../../src/preview/headless";
import { excelWorkbook, type Reading } from "../../src/workbook";
import { loadExamples } from "../workbook/modules/example-modules";
import { dump, onWorkbook, valuesOf } from "./dump";
import { openAddin } from "./open-preview";

jest.setTimeout(120_000);

let addin: Headless;
beforeAll(async () => { addin = await openAddin(); });
afterAll(() => addin.close());

type Built = Extract<Reading, { state: "built" }>;
const open = () => excelWorkbook(loadExamples);
const orders = [{ id: "P1", orders: 100 }, { id: "P2", orders: 50 }, { id: "P3", orders: 50 }];
const one = async (address: string) => (await valuesOf(address))[0]![0];
const idsIn = (reading: Reading) => (reading as Built).build.modules.map(({ id }) => id);

let pristine: unknown;

/** The role, built and nothing else: what the test before left behind if that is the same to the last cell, or a new workbook. */
async function built() {
  const door = open();
  if (pristine && isDeepStrictEqual(await dump(), pristine)) return door;
  addin.host.reset();
  await door.build(sample.agreement, sample.id);
  pristine = await dump();
  return door;
}

describe("a module", () => {
  test("is added in four round trips, reads the core sheets, and follows them", async () => {
    const door = await built();
    addin.host.roundTrips = 0;
    const reading = await door.addModule("people", orders) as Built;
    expect(addin.host.roundTrips).toBe(4);
    expect(reading.build.modules).toEqual([{ id: "people", sheets: [{ id: "people", name: "People" }] }]);
    expect(await one("out_people")).toBeCloseTo(200 * 1.1, 9);
    await door.write([{ id: "in_rate", value: 0.2, before: 0.1 }]);
    expect(await one("out_people")).toBeCloseTo(200 * 1.2, 9);
  });

  test("stands on whatever has moved: inserted rows and columns, renamed sheets, sorted tables, names that were taken", async () => {
    addin.host.reset();
    await onWorkbook(({ worksheets, names }) => {
      names.add("in_rate", worksheets.getItem("Sheet1").getRange("B1"));
      worksheets.add("People");
    });
    const door = open();
    await door.build(sample.agreement, sample.id);
    await onWorkbook(({ worksheets, tables }) => {
      worksheets.getItem("Inputs").getRange("A1:A3").getEntireRow().insert("Down");
      worksheets.getItem("Inputs").getRange("B:B").insert("Right");
      worksheets.getItem("Stakes").getRange("C:C").insert("Right");
      worksheets.getItem("Stakes").getRange("A20").getEntireRow().insert("Down");
      worksheets.getItem("Summary").getRange("A:A").insert("Right");
      worksheets.getItem("Role Definition").name = "What & whom";
      tables.getItem("tblAsks").getDataBodyRange().sort.apply([{ key: 0, ascending: false }]);
    });
    await door.addModule("people", orders);
    const reading = await door.addModule("worth") as Built;
    expect(reading.build.modules.map(({ sheets }) => sheets.map(({ name }) => name))).toEqual([["People 2"], ["Worth"]]);
    expect(await one("out_people")).toBeCloseTo(200 * 1.1, 9);
    expect(await one("out_worth")).toBeCloseTo(200 * 1.1, 9);
    const shown = await valuesOf("Worth!E5:E7");
    expect(shown.flat()).toEqual([expect.closeTo(220, 9), expect.closeTo(220, 9), expect.closeTo(0.865121, 6)]);
    const { sheets } = await dump();
    const [, row] = sheets.find(({ name }) => name === "People 2")!.cells!.values.slice(3) as unknown[][];
    expect(row!.slice(5, 7)).toEqual([0.1, expect.closeTo(46043 / (46043 + 24135 + 24016 + 7990 + 6938 + 6791 + 6537 + 6457 + 4140 + 3119 + 3027 + 2421), 4)]);
    expect(reading.outputs.errors).toBe(0);
  });

  test("fills the cells that the core keeps for it, and they hold their word again when it goes", async () => {
    const door = await built();
    expect(await one("chk_customers")).toBe("not added");
    expect(await one("out_verdicts")).toBe("not scored yet");
    expect(await one("out_added")).toBe("none yet");
    await door.addModule("people", orders);
    await door.addModule("worth");
    expect(await one("chk_customers")).toBe(0);
    expect(await one("out_verdicts")).toBe("worth 220");
    expect(await one("out_added")).toBe("People, Worth");
    await door.removeModule("worth");
    expect(await one("out_verdicts")).toBe("not scored yet");
    expect(await one("out_added")).toBe("People");
    await door.removeModule("people");
    expect(await one("chk_customers")).toBe("not added");
  });

  test("leaves no trace when it is removed, and takes with it what needs it", async () => {
    const door = await built();
    const before = await dump();
    await door.addModule("people", orders);
    expect(idsIn(await door.addModule("worth"))).toEqual(["people", "worth"]);
    expect(idsIn(await door.removeModule("people"))).toEqual([]);
    expect(await dump()).toEqual(before);
  });

  test("goes with the whole build", async () => {
    addin.host.reset();
    const before = await dump();
    const door = open();
    await door.build(sample.agreement, sample.id);
    await door.addModule("people", orders);
    await door.remove();
    expect(await dump()).toEqual(before);
  });

  test("is refused in words when it is there already, when what it needs is not, and when nobody knows it", async () => {
    const door = await built();
    await expect(door.addModule("worth")).rejects.toMatchObject({ code: "not-found", message: "Worth reads People. Add that first." });
    await door.addModule("people");
    await expect(door.addModule("people")).rejects.toMatchObject({ code: "occupied", message: "People is already in this workbook." });
    await expect(door.addModule("clouds")).rejects.toMatchObject({ code: "not-found" });
    await expect(door.removeModule("worth")).rejects.toMatchObject({ code: "not-found" });
    await door.removeModule("people");
  });

  test("is found by its names when the settings are lost, and removed", async () => {
    const door = await built();
    const before = await dump();
    await door.addModule("people", orders);
    await onWorkbook(({ settings }) => settings.getItem("customerRole.build").delete());
    const again = open();
    expect(idsIn(await again.read())).toEqual(["people"]);
    await again.removeModule("people");
    const { sheets, names, tables } = await dump();
    expect({ sheets, names, tables }).toEqual({ sheets: before.sheets, names: before.names, tables: before.tables });
  });

  test("whose sheet a person deleted counts as gone, and can be added again under its own names", async () => {
    const door = await built();
    await door.addModule("people", orders);
    await onWorkbook(({ worksheets }) => worksheets.getItem("People").delete());
    expect(idsIn(await door.read())).toEqual([]);
    await door.addModule("people", orders);
    expect(await one("out_people")).toBeCloseTo(220, 9);
    await door.removeModule("people");
  });

  test("says which cells are gone when it needs them", async () => {
    const door = await built();
    await onWorkbook(({ names }) => names.getItem("in_rate").getRange().getEntireRow().delete("Up"));
    await expect(door.addModule("people")).rejects.toMatchObject({ code: "failed", message: expect.stringContaining("There is no in_rate on Inputs") });
  });

  test.each([1, 2, 3, 4])("when request %d of adding fails, the workbook is as before", async (n) => {
    const door = await built();
    const before = await dump();
    addin.host.faults.failRequest(n);
    await expect(door.addModule("people", orders)).rejects.toMatchObject({ name: "Refusal", code: "failed" });
    expect(await dump()).toEqual(before);
    expect(idsIn(await door.addModule("people", orders))).toEqual(["people"]);
    await door.removeModule("people");
  });

  test("when somebody else takes a name in the middle of adding, theirs stays and ours goes, to the last cell", async () => {
    const door = await built();
    const before = await dump();
    addin.host.faults.latency(60);
    addin.host.roundTrips = 0;
    const adding = door.addModule("people", orders);
    while (addin.host.roundTrips < 2) await new Promise((resolve) => setTimeout(resolve, 5));
    (addin.host.workbook as any).Names.Add("rng_people", "=1");
    await expect(adding).rejects.toMatchObject({ name: "Refusal" });
    addin.host.faults.clear();
    await onWorkbook(({ names }) => names.getItem("rng_people").delete());
    expect(await dump()).toEqual(before);
  });
});
