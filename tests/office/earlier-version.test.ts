import { excelWorkbook, planWorkbook, type Reading } from "../../src/workbook";
import type { Headless } from "../../src/preview/headless";
import { sample } from "../../src/core/templates";
import { fieldsOf } from "../../src/core/fields";
import { entriesOf } from "../workbook/legal-edits";
import { dump, onWorkbook, valuesOf } from "./dump";
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

  describe("brought up to date", () => {
    let before: Awaited<ReturnType<typeof openEarlier>>;
    let after: Built;
    let old: Awaited<ReturnType<typeof dump>>;
    beforeAll(async () => {
      addin.host.reset();
      before = await openEarlier("1.0");
      old = await dump();
      after = (await excelWorkbook().update({ by: "Ana", at: 46000 })) as Built;
    });

    test("says the same as before, with every new entry at its place", () => {
      expect(entriesOf(after.agreement)).toMatchObject(before.entries);
      expect(after.outputs).toEqual(before.outputs);
      expect(after.problems.filter(({ severity }) => severity === "error")).toEqual([]);
      expect(after.build.version).toBe("1.1");
    });

    test("has the new sheets where a new workbook has them, and the person's own where they were", async () => {
      expect((await dump()).sheets.map(({ name }) => name)).toEqual([
        "Sheet1", "About", "Summary", "Inputs", "Role Definition", "Commitments", "Stakes", "Give & take", "Value", "Charter", "Checks", "Versions",
        "Lists", "My notes",
      ]);
      expect(await valuesOf("My notes!A1:B3")).toEqual([["Rate", 0.12], ["Net value", expect.closeTo(before.outputs.netAsked!, 6)], ["Mine", 42]]);
      expect((await valuesOf("Checks!A1:B80")).flat()).toContain("A line of my own between the checks");
    });

    test("keeps every cell that was there, but for the few that count or name what is new", async () => {
      const now = await dump();
      const words = (of: typeof now, name: string) => of.sheets.find((sheet) => sheet.name === name)!.cells!.formulas.map((row) => row.filter((cell) => cell !== "").map(String));
      for (const { name } of old.sheets.filter((sheet) => sheet.cells)) {
        const lines = words(now, name).map((row) => plainly(row.join("|")));
        const lost = words(old, name).map((row) => plainly(row.join("|"))).filter((line) => !lines.includes(line));
        expect([name, lost.length]).toEqual([name, { About: 3, Checks: 2, "Role Definition": 1, Value: 1 }[name] ?? 0]);
      }
    });

    test("shows no error in any cell and passes its own checks", async () => {
      const { sheets } = await dump();
      const errors = sheets.flatMap(({ name, cells }) => (cells?.values.flat() ?? []).filter((value) => /^#[A-Z/0]+[!?A]?$/.test(String(value))).map((value) => `${name} ${value}`));
      expect(errors).toEqual([]);
      expect(await valuesOf("chk_master")).toEqual([[0]]);
      const ids = (cells: readonly unknown[]) => cells.filter((id) => /^C\d\d$/.test(String(id)));
      const checks = planWorkbook(after.agreement).sheets.find(({ id }) => id === "checks")!;
      const planned = ids(checks.cells.filter(({ column }) => column === 0).map(({ content }) => content.kind === "value" && content.value));
      expect(ids((await valuesOf("Checks!A1:A80")).flat())).toEqual(planned);
    });

    test("has the charts that were added since, on the rows that were added", async () => {
      expect(await chartsOf("Value")).toEqual(["Cost of perfection"]);
    });

    test("can be written to: an entry of before, a new one, and the log has them", async () => {
      const door = excelWorkbook();
      const fields = fieldsOf(after.agreement);
      const now = (id: string) => fields.find((field) => field.id === id)!.get(after.agreement);
      const reading = (await door.write([
        { id: "in_ac", value: 5000, before: now("in_ac") }, { id: "in_none_service", value: "not this year", before: now("in_none_service") },
        { id: "goals.G1.label", value: "Full trucks", before: "" }, { id: "commitments.K2.window", value: "a month", before: "" },
        { id: "asks.A06.accepted", value: "The law says so", before: "" },
      ], { by: "Ana", at: 46001 })) as Built;
      expect(entriesOf(reading.agreement)).toMatchObject({
        in_ac: 5000, in_none_service: "not this year", "goals.G1.label": "Full trucks", "commitments.K2.window": "a month", "asks.A06.accepted": "The law says so",
      });
      const { rows, broken } = await door.history();
      expect(rows.map(({ what, reason }) => [what, reason])).toEqual([
        ["Workbook built", "updated from 1.0"], ["Acquisition cost", ""], [expect.stringMatching(/none, because/), ""],
        ["Goal 1, goal", ""], ["98% on time and in full, measured over", ""], ["Pay on time, accepted because", ""],
      ]);
      expect(broken).toEqual([]);
    });

    test("is removed without a trace", async () => {
      await excelWorkbook().remove();
      const { sheets, names, tables, styles } = await dump();
      expect(sheets.map(({ name }) => name)).toEqual(["Sheet1", "My notes"]);
      expect({ names: names.map(({ name }) => name), tables, styles }).toEqual({ names: ["my_number"], tables: [], styles: ["Normal"] });
    });
  });

  test("is as it was when an update fails", async () => {
    addin.host.reset();
    await openEarlier("1.0");
    const before = unspaced(await dump());
    // Reading (1, 2), putting in rows (3), writing (4), and keeping the record (5).
    for (const n of [1, 2, 3, 4, 5]) {
      addin.host.faults.failRequest(n);
      await expect(excelWorkbook().update({ by: "Ana", at: 46000 })).rejects.toMatchObject({ code: "failed" });
      expect(unspaced(await dump())).toEqual(before);
      expect(await chartsOf("Value")).toEqual([]);
    }
  });

  test("is not touched while one of its sheets is protected", async () => {
    addin.host.reset();
    await openEarlier("1.0");
    await onWorkbook(({ worksheets }) => worksheets.getItem("Checks").protection.protect());
    await expect(excelWorkbook().update({ by: "Ana", at: 46000 })).rejects.toMatchObject({ code: "read-only", message: "Unprotect Checks first: rows are added there." });
  });
});

test("a workbook of a newer version is refused in words, whatever is asked of it, and stays as it is", async () => {
  addin.host.reset();
  const door = excelWorkbook();
  await door.build(sample.agreement, sample.id);
  const setting = (change: (text: string) => string) => Excel.run(async (context) => {
    const stored = context.workbook.settings.getItem("customerRole.build").load("value");
    await context.sync();
    context.workbook.settings.add("customerRole.build", change(stored.value as string));
    await context.sync();
  });
  await setting((text) => text.replace('"version":"1.1"', '"version":"1.10"'));
  const before = await dump();
  const told = { by: "", at: 46000 };
  for (const asked of [door.read(), door.write([{ id: "in_rate", value: 0.2, before: 0.1 }]), door.update(told), door.publish("1.0", told), door.history()]) {
    await expect(asked).rejects.toMatchObject({ code: "newer", message: expect.stringMatching(/version 1\.10.*knows 1\.1\./) });
  }
  expect(await dump()).toEqual(before);
  await setting((text) => text.replace('"version":"1.10"', '"version":"1.1"'));
  await expect(door.update(told)).rejects.toMatchObject({ code: "occupied", message: "These sheets are up to date already." });
});

const chartsOf = (sheet: string) => Excel.run(async (context) => {
  const charts = context.workbook.worksheets.getItem(sheet).charts.load("items/name");
  await context.sync();
  return charts.items.map(({ name }) => name);
});

/** A formula without its addresses, which move with the rows. */
const plainly = (formula: string) => formula.replaceAll(" ", "").replace(/\$?[A-Z]{1,2}\$?\d+/g, "#");

/** The grid drops spaces from formulas whose rows move. */
const unspaced = ({ sheets, ...others }: Awaited<ReturnType<typeof dump>>) => ({
  ...others, sheets: sheets.map(({ cells, ...sheet }) => ({ ...sheet, cells: cells && { ...cells, formulas: cells.formulas.map((row) => row.map((cell) => String(cell).replaceAll(" ", ""))) } })),
});
