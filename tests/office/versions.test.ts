import { sample } from "../../src/core/templates";
import { fieldOf, type FieldValue } from "../../src/core/fields";
import { excelWorkbook, type Reading } from "../../src/workbook";
import { lastChange } from "../../src/workbook/log";
import type { Headless } from "../../src/preview/headless";
import { dump, onWorkbook, valuesOf } from "./dump";
import { openAddin } from "./open-preview";

jest.setTimeout(60_000);

let addin: Headless;
beforeAll(async () => { addin = await openAddin(); });
afterAll(() => addin.close());

type Built = Extract<Reading, { state: "built" }>;
const { agreement } = sample;
const told = (minute: number, visit?: string) => ({ by: "Ana", at: 46000 + minute / 1440, ...(visit && { visit }) });

async function build() {
  addin.host.reset();
  const door = excelWorkbook();
  await door.build(agreement, sample.id, told(0));
  return door;
}
const change = (id: string, value: FieldValue, before = fieldOf(agreement, id)!.get(agreement)) => ({ id, value, before });
const log = () => Excel.run(async (context) => {
  const rows = context.workbook.tables.getItem("tblVersions").getDataBodyRange().load("values");
  await context.sync();
  return rows.values as unknown[][];
});

describe("the log", () => {
  test("begins with the build: who, when, why, and what the role was worth", async () => {
    const door = await build();
    const { rows, broken, hasLog } = await door.history();
    expect([hasLog, broken]).toEqual([true, []]);
    expect(rows).toMatchObject([{ number: 1, what: "Workbook built", after: "Version 1.1", who: "Ana", when: 46000, reason: "built", currency: "EUR" }]);
    expect(rows[0]!.netAsked).toBeCloseTo(57319.78, 2);
    expect(await valuesOf("out_last_change")).toEqual([[46000]]);
  });

  test("gets one row for each changed field in the same request as the write, in the words and format of the field", async () => {
    const door = await build();
    addin.host.roundTrips = 0;
    const reading = (await door.write([change("commitments.K7.budget", 150), change("in_rate", 0.12)], told(1))) as Built;
    expect(addin.host.roundTrips).toBe(3);
    expect(reading.problems.filter(({ severity }) => severity === "error")).toEqual([]);
    const { rows, broken } = await door.history();
    expect(broken).toEqual([]);
    expect(rows.slice(1)).toMatchObject([
      { number: 2, entry: "commitments.K7.budget", before: 0, after: 150, unit: "EUR/year", who: "Ana" },
      { number: 3, entry: "in_rate", before: 0.1, after: 0.12 },
    ]);
    // What the sheets then say themselves.
    expect(rows[2]!.netAsked).toBeCloseTo(reading.outputs.netAsked!, 6);
    expect(rows[2]!.earned).toBeCloseTo(reading.outputs.reciprocity!, 9);
    const formats = await Excel.run(async (context) => {
      const range = context.workbook.tables.getItem("tblVersions").rows.getItemAt(2).getRange().load("numberFormat, text, style");
      await context.sync();
      return [range.numberFormat[0]![5], range.text[0]![5]];
    });
    expect(formats).toEqual(["0.0%_);(0.0%)", expect.stringMatching(/^12\.0%/)]);
    expect((await valuesOf("out_last_change"))[0]![0]).toBeCloseTo(46000 + 1 / 1440, 6);
    expect(await valuesOf("chk_master")).toEqual([[0]]);
  });

  test("goes on in one row while a person types in the same field, and begins another on the next visit", async () => {
    const door = await build();
    await door.write([change("in_rate", 0.12)], told(1, "four 1"));
    await door.write([change("in_rate", 0.125, 0.12)], told(2, "four 1"));
    expect(await log()).toHaveLength(2);
    await door.write([change("in_rate", 0.13, 0.125)], told(3, "four 2"));
    const { rows, broken } = await door.history();
    expect(rows.map(({ before, after }) => [before, after])).toEqual([[null, "Version 1.1"], [0.1, 0.125], [0.125, 0.13]]);
    expect(broken).toEqual([]);
  });

  test("keeps text as text, whatever it begins with", async () => {
    const door = await build();
    await door.write([change("asks.A02.note", "=1+1")], told(1));
    expect((await log())[1]!.slice(4, 6)).toEqual(["", "=1+1"]);
    expect((await door.history()).broken).toEqual([]);
  });

  test("goes on with the next number and an unbroken chain when it was sorted, moved and renamed", async () => {
    const door = await build();
    await door.write([change("in_rate", 0.12)], told(1));
    await onWorkbook(({ tables, worksheets }) => {
      tables.getItem("tblVersions").getDataBodyRange().sort.apply([{ key: 0, ascending: false }]);
      const sheet = worksheets.getItem("Versions");
      sheet.getRange("A2:A5").getEntireRow().insert("Down");
      sheet.getRange("A:A").insert("Right");
      sheet.name = "Log";
    });
    await door.write([change("in_ac", 5000)], told(2));
    const { rows, broken } = await door.history();
    expect(rows.map(({ number, entry }) => [number, entry])).toEqual([[1, ""], [2, "in_rate"], [3, "in_ac"]]);
    expect(broken).toEqual([]);
  });

  test("holds up no write when its sheet is protected, its table was turned into cells, or all of it is gone", async () => {
    const door = await build();
    const harms: ((workbook: Excel.Workbook) => void)[] = [
      ({ worksheets }) => worksheets.getItem("Versions").protection.protect(),
      ({ worksheets, tables }) => {
        worksheets.getItem("Versions").protection.unprotect();
        tables.getItem("tblVersions").convertToRange();
      },
      ({ worksheets }) => worksheets.getItem("Versions").delete(),
    ];
    for (const [i, harm] of harms.entries()) {
      await onWorkbook(harm);
      const reading = (await door.write([change("in_rate", 0.12 + i / 100, i === 0 ? 0.1 : 0.11 + i / 100)], told(i))) as Built;
      expect(reading.agreement.inputs.rate).toBeCloseTo(0.12 + i / 100, 12);
      expect((await door.history()).hasLog).toBe(false);
    }
  });

  test("shows a row that somebody changed, and a row that somebody took out", async () => {
    const door = await build();
    await door.write([change("in_rate", 0.12)], told(1));
    await door.write([change("in_ac", 5000)], told(2));
    await onWorkbook(({ tables }) => { tables.getItem("tblVersions").rows.getItemAt(1).getRange().getCell(0, 5).values = [[0.11]]; });
    expect((await door.history()).broken).toEqual([2]);
    await onWorkbook(({ tables }) => tables.getItem("tblVersions").rows.getItemAt(1).delete());
    expect((await door.history()).broken).toEqual([3]);
    expect(await valuesOf("chk_warnings")).toEqual([[expect.any(Number)]]);
  });

  test("is as before when Excel fails in a write", async () => {
    const door = await build();
    const before = await dump();
    for (const n of [1, 2, 3]) {
      addin.host.faults.failRequest(n);
      await expect(door.write([change("in_rate", 0.12)], told(1))).rejects.toMatchObject({ code: "failed" });
      expect(await dump()).toEqual(before);
    }
  });
});

describe("undo by the log", () => {
  test("takes back the last change, all its fields, and says so", async () => {
    const door = await build();
    await door.write([change("commitments.K7.budget", 150), change("in_rate", 0.12)], told(1));
    const [first, second] = lastChange((await door.history()).rows);
    expect([first!.entry, second!.entry]).toEqual(["commitments.K7.budget", "in_rate"]);
    const back = [change(first!.entry, first!.before, first!.after), change(second!.entry, second!.before, second!.after)];
    const reading = (await door.write(back, { ...told(2), reason: `Undo of ${first!.number}` })) as Built;
    expect(reading.outputs.netAsked).toBeCloseTo(57319.78, 2);
    expect(lastChange((await door.history()).rows)).toEqual([]);
  });
});

describe("published versions", () => {
  test("keep the whole role and its results, in order, and the role goes on", async () => {
    const door = await build();
    await door.publish("1.0", { ...told(1), reason: "Agreed with Fern Foods" });
    await door.write([change("in_rate", 0.12)], told(2));
    await door.publish("1.1", told(3));
    const { published, broken, rows } = await door.history();
    expect(broken).toEqual([]);
    expect(rows.map(({ what }) => what)).toEqual(["Workbook built", "Version 1.0 published", "Discount rate", "Version 1.1 published"]);
    expect(published.map(({ number, isWhole, agreement: kept }) => [number, isWhole, kept!.inputs.rate])).toEqual([["1.0", true, 0.1], ["1.1", true, 0.12]]);
    expect(published[0]!.row).toMatchObject({ before: null, after: "1.0", who: "Ana", reason: "Agreed with Fern Foods" });
    expect(published[0]!.row.netAsked).toBeCloseTo(57319.78, 2);
    expect(published[0]!.agreement).toEqual(agreement);
  });

  test("refuse a number that is none, or no later one, and leave nothing behind", async () => {
    const door = await build();
    await door.publish("1.0", told(1));
    const before = await dump();
    await expect(door.publish("first", told(2))).rejects.toMatchObject({ code: "failed", message: expect.stringMatching(/such as 1\.0/) });
    await expect(door.publish("1.0", told(2))).rejects.toMatchObject({ message: "Version 1.0 is published already: take a later one." });
    expect(await dump()).toEqual(before);
  });

  test("that fail are gone without a trace", async () => {
    const door = await build();
    const before = await dump();
    for (const n of [1, 2, 3]) {
      addin.host.faults.failRequest(n);
      await expect(door.publish("1.0", told(1))).rejects.toMatchObject({ code: "failed" });
      expect(await dump()).toEqual(before);
      expect((await door.history()).published).toEqual([]);
    }
  });

  test("say when what is kept is not what was published, or is not kept any more", async () => {
    const door = await build();
    await door.publish("1.0", told(1));
    const part = (steps: (part: Excel.CustomXmlPart, xml: string) => void) => Excel.run(async (context) => {
      const only = context.workbook.customXmlParts.getByNamespace("urn:customer-role:version").getOnlyItem();
      const xml = only.getXml();
      await context.sync();
      steps(only, xml.value);
      await context.sync();
    });
    await part((only, xml) => only.setXml(xml.replace("&quot;rate&quot;: 0.1", "&quot;rate&quot;: 0.2")));
    expect((await door.history()).published).toMatchObject([{ isWhole: false, agreement: { inputs: { rate: 0.2 } } }]);
    await part((only) => only.delete());
    const [lost] = (await door.history()).published;
    expect([lost!.number, lost!.isWhole, lost!.agreement]).toEqual(["1.0", false, undefined]);
  });

  test("go with the build", async () => {
    addin.host.reset();
    const before = await dump();
    const door = excelWorkbook();
    await door.build(agreement, sample.id, told(0));
    await door.publish("1.0", told(1));
    await door.remove();
    expect(await dump()).toEqual(before);
    expect(await door.history()).toEqual({ hasLog: false, rows: [], broken: [], published: [] });
    const parts = await Excel.run(async (context) => {
      const count = context.workbook.customXmlParts.getByNamespace("urn:customer-role:version").getCount();
      await context.sync();
      return count.value;
    });
    expect(parts).toBe(0);
  });
});
