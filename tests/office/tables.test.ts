import { sample } from "../../src/core/templates";
import type { Headless } from "../../src/preview/headless";
import { excelWorkbook } from "../../src/workbook";
import { loadExamples } from "../workbook/modules/example-modules";
import { dump, onWorkbook, valuesOf } from "./dump";
import { openAddin } from "./open-preview";

jest.setTimeout(120_000);

let addin: Headless;
beforeAll(async () => { addin = await openAddin(); });
afterAll(() => addin.close());

const orders = [{ id: "P1", orders: 100 }, { id: "P2", orders: 50 }, { id: "P3", orders: 50 }];
const one = async (address: string) => (await valuesOf(address))[0]![0];
const open = () => excelWorkbook(loadExamples);

describe("a table of ours", () => {
  beforeAll(async () => {
    addin.host.reset();
    await open().build(sample.agreement, sample.id);
  });
  beforeEach(() => open().addModule("people", orders));
  afterEach(() => open().removeModule("people"));
  const idsAndOrders = async () => (await open().readTable("tblPeople")).rows.map(({ values }) => [values[0], values[4]]);

  test("is read with its headings, its rows and where they stand, also when its sheet has another name", async () => {
    await onWorkbook(({ worksheets }) => { worksheets.getItem("People").name = "Who else"; });
    const table = await open().readTable("tblPeople");
    expect(table).toMatchObject({ sheet: "Who else", address: "A4:H7", headings: ["Id", "Ask", "Unit", "Source", "Orders", "Discount rate", "Weight of A02", "Worth"] });
    expect(table.rows.map(({ address }) => address)).toEqual(["A5:H5", "A6:H6", "A7:H7"]);
    expect(table.rows[0]!.values.slice(4, 6)).toEqual([100, 0.1]);
  });

  test("gets rows at its end that calculate, and everything that looks at all rows looks at them", async () => {
    const table = await open().changeTable("tblPeople", { append: [{ Id: "P4", Orders: 200 }, { Id: "=1+1", Orders: 300 }] });
    expect(await idsAndOrders()).toEqual([["P1", 100], ["P2", 50], ["P3", 50], ["P4", 200], ["=1+1", 300]]);
    expect(table.rows.map(({ values }) => values[7])).toEqual([110, 55, 55, 220, 330].map((worth) => expect.closeTo(worth, 9)));
    expect(await one("out_people")).toBeCloseTo(770, 9);
    expect(await valuesOf("rng_people")).toHaveLength(5);
    expect(await one("chk_master")).toBe(0);
  });

  test("gets cells changed and rows removed, by heading and by row", async () => {
    await onWorkbook(({ worksheets }) => worksheets.getItem("People").getRange("B:B").insert("Right"));
    await open().changeTable("tblPeople", { set: [{ row: 1, heading: "Orders", value: 70, before: 50 }], remove: [0] });
    expect((await open().readTable("tblPeople")).rows.map(({ values }) => [values[0], values[5]])).toEqual([["P2", 70], ["P3", 50]]);
    expect(await one("out_people")).toBeCloseTo(132, 9);
  });

  test("is left alone when a cell no longer holds what the panel read, or a heading is gone", async () => {
    const before = await dump();
    await expect(open().changeTable("tblPeople", { set: [{ row: 0, heading: "Orders", value: 70, before: 90 }], append: [{ Id: "P4" }] }))
      .rejects.toMatchObject({ code: "changed", detail: { theirs: 100 } });
    await expect(open().changeTable("tblPeople", { append: [{ Age: 4 }] })).rejects.toMatchObject({ message: expect.stringContaining("“Age” is gone") });
    expect(await dump()).toEqual(before);
  });

  test.each([1, 2, 3, 4])("is as before when request %d of a change fails", async (n) => {
    const before = await dump();
    addin.host.faults.failRequest(n);
    await expect(open().changeTable("tblPeople", {
      set: [{ row: 0, heading: "Orders", value: 70 }], append: [{ Id: "P4", Orders: 1 }], remove: [1],
    })).rejects.toMatchObject({ code: "failed" });
    expect(await dump()).toEqual(before);
  });

  test("is put back when Excel refuses in the middle: a cell was written already, then the protected sheet takes no row", async () => {
    await onWorkbook(({ worksheets }) => worksheets.getItem("People").protection.protect());
    const before = await dump();
    await expect(open().changeTable("tblPeople", { set: [{ row: 0, heading: "Orders", value: 70 }], append: [{ Id: "P4" }] }))
      .rejects.toMatchObject({ code: "read-only" });
    expect(await dump()).toEqual(before);
  });

  test("is left alone when the person has enough, and when a row is meant that is not there", async () => {
    const before = await dump();
    await expect(open().changeTable("tblPeople", { append: [{ Id: "P4" }] }, { signal: AbortSignal.abort() }))
      .rejects.toMatchObject({ name: "AbortError" });
    await expect(open().changeTable("tblPeople", { remove: [3] })).rejects.toMatchObject({ code: "not-found" });
    expect(await dump()).toEqual(before);
  });

  test("that is gone is named", async () => {
    await onWorkbook(({ tables }) => tables.getItem("tblPeople").convertToRange());
    await expect(open().readTable("tblPeople")).rejects.toMatchObject({ code: "not-found", message: "The table tblPeople is no longer in this workbook." });
  });
});

describe("a person's own data", () => {
  beforeEach(async () => {
    addin.host.reset();
    await onWorkbook(({ worksheets }) => {
      const sheet = worksheets.add("My orders");
      sheet.getRange("B2:D4").values = [["Who", "When", "How much"], ["Ann", 45000, 12.5], ["Ben", 45001, 20]];
      sheet.getRange("C3:C4").numberFormat = [["yyyy-mm-dd"], ["yyyy-mm-dd"]];
      const list = worksheets.add("List");
      list.getRange("A1:B3").values = [["Id", "Name"], [1, "x"], [2, "y"]];
      list.tables.add("A1:B3", true).name = "Clients";
    });
  });
  const select = (sheet: string, address: string) => onWorkbook(({ worksheets }) => {
    worksheets.getItem(sheet).activate();
    worksheets.getItem(sheet).getRange(address).select();
  });
  const expected = {
    sheet: "My orders", address: "B2:D4", headings: ["Who", "When", "How much"], firstRow: 3, rows: [["Ann", 45000, 12.5], ["Ben", 45001, 20]],
    formats: ["General", "yyyy-mm-dd", "General"],
  };

  test("is what surrounds the selected cell, what is selected, or what stands at an address", async () => {
    await select("My orders", "C3");
    expect(await open().readSource()).toEqual(expected);
    await select("My orders", "B:E");
    expect(await open().readSource()).toEqual(expected);
    expect(await open().readSource("'My orders'!$A$1:$Z$999")).toEqual(expected);
    expect(await open().readSource("My orders!B3:D4")).toMatchObject({ headings: ["Column 1", "Column 2", "Column 3"], firstRow: 3, rows: expected.rows });
  });

  test("is the table in which a cell is selected, or the one that is named", async () => {
    await select("List", "B3");
    const table = { sheet: "List", address: "A1:B3", table: "Clients", headings: ["Id", "Name"], rows: [[1, "x"], [2, "y"]], firstRow: 2 };
    expect(await open().readSource()).toMatchObject(table);
    expect(await open().readSource("clients")).toMatchObject(table);
  });

  test("that is not there is named with its sheet", async () => {
    await select("My orders", "H20");
    await expect(open().readSource()).rejects.toMatchObject({ code: "not-found", message: expect.stringContaining("'My orders'!H20") });
    await expect(open().readSource("Sheet9!A1:B2")).rejects.toMatchObject({ message: "There is no sheet called Sheet9 in this workbook." });
    await expect(open().readSource("Nobody")).rejects.toMatchObject({ message: "There is no table called Nobody in this workbook." });
    await expect(open().readSource("List!D1:E9")).rejects.toMatchObject({ message: "There are no rows of data in List!D1:E9." });
  });

  test("is listed apart from our tables, and 2,000 rows made of it are added to one of ours, each with its formulas", async () => {
    await open().build(sample.agreement, sample.id);
    await open().addModule("people", orders);
    expect(await open().sources()).toEqual([{ name: "Clients", sheet: "List", rows: 2 }]);
    const append = Array.from({ length: 2000 }, (_, i) => ({ Id: `C${i}`, Orders: 1 }));
    const shares: number[] = [];
    const table = await open().changeTable("tblPeople", { append }, { progress: (share) => shares.push(share) });
    expect(table.rows).toHaveLength(2003);
    expect(shares.at(-1)).toBe(1);
    expect(await one("out_people")).toBeCloseTo(2200 * 1.1, 6);
  });

  test("of 100,000 rows comes in pieces of 20,000, says how far it is, and ends when the person has enough", async () => {
    const rows = Array.from({ length: 100_001 }, (_, i) => (i === 0 ? ["Id", "Amount"] : [`C${i}`, i]));
    await onWorkbook(({ worksheets }) => { worksheets.getItem("Sheet1").getRange("A1:B100001").values = rows; });
    const before = await valuesOf("Sheet1!A99990:B100001");
    const shares: number[] = [];
    addin.host.roundTrips = 0;
    const source = await open().readSource("Sheet1!A:B".replace("A:B", "A1:B200000"), { progress: (share) => shares.push(share) });
    expect(source.rows).toHaveLength(100_000);
    expect(source.rows.at(-1)).toEqual(["C100000", 100_000]);
    expect(shares).toHaveLength(6);
    expect(shares.at(-1)).toBe(1);
    expect(addin.host.roundTrips).toBe(8);
    const patience = new AbortController();
    const reading = open().readSource("Sheet1!A1:B200000", { signal: patience.signal, progress: () => patience.abort() });
    await expect(reading).rejects.toMatchObject({ name: "AbortError" });
    expect(await valuesOf("Sheet1!A99990:B100001")).toEqual(before);
  });
});
