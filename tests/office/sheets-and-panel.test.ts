import fc from "fast-check";
import type { Agreement } from "../../src/core/agreement";
import { assess } from "../../src/core/assessment";
import { withCommitment, withoutCommitment } from "../../src/core/commitment/rows";
import { sample } from "../../src/core/templates";
import { fieldOf } from "../../src/core/fields";
import { changesBetween } from "../../src/taskpane/state";
import { excelWorkbook, type Reading } from "../../src/workbook";
import type { Headless } from "../../src/preview/headless";
import { anyText, edited, entriesOf, legalEdits } from "../workbook/legal-edits";
import { onWorkbook, valuesOf } from "./dump";
import { openAddin } from "./open-preview";

jest.setTimeout(60_000);

let addin: Headless;
beforeAll(async () => { addin = await openAddin(); });
afterAll(() => addin.close());

type Built = Extract<Reading, { state: "built" }>;
const read = async (door = excelWorkbook()) => {
  const reading = await door.read();
  expect(reading.state).toBe("built");
  return reading as Built;
};
const { agreement } = sample;
/** Builds in a fresh workbook. */
const build = (of = agreement) => {
  addin.host.reset();
  return excelWorkbook().build(of, sample.id);
};
const errors = ({ problems }: Built) => problems.filter(({ severity }) => severity === "error");

describe("reading", () => {
  test("takes two round trips and gives back what was built, without an error", async () => {
    await build();
    addin.host.roundTrips = 0;
    const reading = await read();
    expect(addin.host.roundTrips).toBe(2);
    expect(entriesOf(reading.agreement)).toEqual(entriesOf(agreement));
    expect(errors(reading)).toEqual([]);
    expect(reading.outputs.netAsked).toBeCloseTo(57319.78, 2);
  });

  test("gives back any legal agreement that was built", async () => {
    await fc.assert(fc.asyncProperty(legalEdits(agreement, 30), async (edits) => {
      const wanted = edited(agreement, edits);
      await build(wanted);
      expect(entriesOf((await read()).agreement)).toEqual(entriesOf(wanted));
    }), { numRuns: 3, endOnFailure: true });
  }, 120_000);

  test("follows inserted rows and columns, sorted tables and renamed sheets without a word", async () => {
    await build();
    await onWorkbook(({ worksheets, tables }) => {
      tables.getItem("tblCommitments").getDataBodyRange().sort.apply([{ key: 0, ascending: false }]);
      worksheets.getItem("Inputs").getRange("A1:A3").getEntireRow().insert("Down");
      worksheets.getItem("Inputs").getRange("E30").getEntireRow().insert("Down");
      worksheets.getItem("Role Definition").getRange("B:B").insert("Right");
      worksheets.getItem("Reciprocity").name = "Give & take";
    });
    const reading = await read();
    expect(entriesOf(reading.agreement)).toEqual(entriesOf(agreement));
    expect(errors(reading)).toEqual([]);
    expect(reading.build.sheets.map(({ name }) => name)).toContain("Give & take");
    expect(reading.outputs.netAsked).toBeCloseTo(57319.78, 2);
  });

  test("finds the build by its names when the settings are gone", async () => {
    await build();
    await onWorkbook(({ settings }) => settings.getItem("customerRole.build").delete());
    expect(entriesOf((await read()).agreement)).toEqual(entriesOf(agreement));
    await excelWorkbook().remove();
    expect((await excelWorkbook().read()).state).toBe("empty");
  });

  test.each<[string, (workbook: Excel.Workbook) => void, RegExp]>([
    ["sheet", ({ worksheets }) => worksheets.getItem("Inputs").delete(), /^The sheet Inputs is gone/],
    ["row of a table", ({ tables }) => tables.getItem("tblCommitments").getDataBodyRange().getRow(2).getEntireRow().delete("Up"),
      /^The row of K3 is gone/],
    ["cell", ({ names }) => names.getItem("in_rate").getRange().getEntireRow().delete("Up"), /^The cell of “Discount rate” is gone/],
    ["table", ({ tables }) => tables.getItem("tblAsks").convertToRange(), /^The list on this sheet is gone/],
  ])("says what is missing when a %s was deleted, and the panel keeps its values", async (_, harm, sentence) => {
    await build();
    await onWorkbook(harm);
    const reading = await read();
    expect(entriesOf(reading.agreement)).toEqual(entriesOf(agreement));
    expect(errors(reading).map(({ message }) => message)).toContainEqual(expect.stringMatching(sentence));
    expect(errors(reading).length).toBeLessThan(20);
  });
});

describe("writing", () => {
  beforeAll(() => build());
  beforeEach(() => onWorkbook(({ names }) => { names.getItem("in_rate").getRange().values = [[0.1]]; }));

  test("changes one cell, in three round trips, and returns what the sheets then say", async () => {
    const door = excelWorkbook();
    addin.host.roundTrips = 0;
    const reading = (await door.write([{ id: "in_rate", value: 0.12, before: 0.1 }])) as Built;
    expect(addin.host.roundTrips).toBe(3);
    expect(reading.agreement.inputs.rate).toBe(0.12);
    expect(reading.outputs.netAsked).toBeLessThan(57319);
    expect(await valuesOf("in_rate")).toEqual([[0.12]]);
  });

  test("one more commitment earns and is printed at once, and taken away again leaves no trace; so does an ask (R42, panel step 6)", async () => {
    const door = excelWorkbook();
    const { agreement: first, outputs: before } = await read(door);
    const change = async (with_: (now: Agreement) => Agreement) => {
      const { agreement: now } = await read(door);
      const reading = (await door.write(changesBetween(now, with_(now)))) as Built;
      expect(errors(reading)).toEqual([]);
      return { ...reading, page: (await valuesOf("rng_charter")).flat().join("|") };
    };
    const said = { label: "A clerk for invoices", wording: "1 clerk for all your invoices", owner: "Finance", quantity: 1, unitCost: 150, budget: 150 };
    const fields = [...Object.entries(said).map(([key, value]) => ({ id: `commitments.K9.${key}`, value })), { id: "links.A06.K9", value: 9 }];
    const more = await change((now) => edited(withCommitment(now, 7), fields));
    expect(more.outputs.deserveCost).toBeCloseTo(2490, 6); // 2,340 and 150
    expect(more.outputs.reciprocity).toBeCloseTo(assess(more.agreement).reciprocity!, 9);
    expect(more.page).toMatch(/8\|1 clerk for all your invoices\|/);
    const none = await change((now) => withoutCommitment(now, "K9"));
    expect(entriesOf(none.agreement)).toEqual(entriesOf(first));
    expect(none.outputs).toEqual(before);
    expect(none.page).not.toMatch(/clerk/);
    const without = await change((now) => edited(now, [{ id: "asks.A10.on", value: false }]));
    expect(without.page).not.toMatch(/4 feedback sessions/);
    expect((await change((now) => edited(now, [{ id: "asks.A10.on", value: true }]))).outputs).toEqual(before);
  });

  test("any legal entry written is read back", async () => {
    const door = excelWorkbook();
    await fc.assert(fc.asyncProperty(legalEdits(agreement), async (edits) => {
      const { agreement: now } = await read(door);
      const reading = (await door.write(edits.map(({ id, value }) => ({ id, value, before: fieldOf(now, id)!.get(now) })))) as Built;
      expect(entriesOf(reading.agreement)).toEqual(entriesOf(edited(now, edits)));
    }), { numRuns: 6, endOnFailure: true });
  }, 120_000);

  test("refuses when the cell no longer holds what the panel read, and says what it holds", async () => {
    await onWorkbook(({ names }) => { names.getItem("in_rate").getRange().values = [[0.2]]; });
    await expect(excelWorkbook().write([{ id: "in_rate", value: 0.12, before: 0.1 }]))
      .rejects.toMatchObject({ code: "changed", detail: { theirs: 0.2 } });
    expect(await valuesOf("in_rate")).toEqual([[0.2]]);
  });

  test("takes the value of a formula that a person typed into an entry", async () => {
    await onWorkbook(({ names }) => { names.getItem("in_rate").getRange().formulas = [["=5% * 3"]]; });
    const reading = await read();
    expect(reading.agreement.inputs.rate).toBeCloseTo(0.15, 12);
    expect(errors(reading).filter(({ id }) => id === "in_rate")).toEqual([]);
  });

  test("units on the sheets follow a new currency", async () => {
    const door = excelWorkbook();
    const { agreement: now } = await read(door);
    const reading = (await door.write([{ id: "in_currency", value: "CHF", before: now.inputs.currency }])) as Built;
    expect(entriesOf(reading.agreement)["asks.A02.unit"]).toBe("{currency} bought/{period}");
    const table = await Excel.run(async (context) => {
      const range = context.workbook.tables.getItem("tblAsks").getRange().load("values");
      await context.sync();
      return range.values;
    });
    expect(table.flat()).toContain("CHF bought/year");
  });

  test("replaces a wrong entry by a right one", async () => {
    await onWorkbook(({ names }) => { names.getItem("in_rate").getRange().values = [["ten"]]; });
    const door = excelWorkbook();
    const ofRate = (reading: Built) => errors(reading).filter(({ id }) => id === "in_rate"); // legal edits above may leave others
    expect(ofRate(await read(door))).toMatchObject([{ id: "in_rate", sheet: "Inputs" }]);
    expect(ofRate((await door.write([{ id: "in_rate", value: 0.1, before: 0.1 }])) as Built)).toEqual([]);
  });

  test("an emptied cell that counts as 0 is an error on the sheets themselves, for whoever has no panel", async () => {
    const retention = (value: unknown) => onWorkbook(({ names }) => { names.getItem("in_ret_value").getRange().values = [[value]]; });
    const was = (await valuesOf("in_ret_value"))[0]![0];
    const errorsBefore = (await valuesOf("Checks!E6"))[0]![0] as number;
    await retention("");
    expect(await valuesOf("Checks!E6")).toEqual([[errorsBefore + 1]]);
    await retention(was);
    expect(await valuesOf("Checks!E6")).toEqual([[errorsBefore]]);
  });

  test("leaves the cells as they were when Excel fails", async () => {
    for (const n of [1, 2, 3]) {
      addin.host.faults.failRequest(n);
      await expect(excelWorkbook().write([{ id: "in_rate", value: 0.12, before: 0.1 }])).rejects.toMatchObject({ code: "failed" });
      expect(await valuesOf("in_rate")).toEqual([[0.1]]);
    }
  });

  test("text is stored as that text and never as a formula", async () => {
    const door = excelWorkbook();
    const texts = agreement.asks.flatMap(({ id }) => [`asks.${id}.note`, `asks.${id}.wording`]);
    await fc.assert(fc.asyncProperty(fc.tuple(...texts.map(() => anyText())), async (values) => {
      const { agreement: now } = await read(door);
      await door.write(texts.map((id, i) => ({ id, value: values[i]!, before: fieldOf(now, id)!.get(now) })));
      const body = await Excel.run(async (context) => {
        const range = context.workbook.tables.getItem("tblAsks").getRange().load("values, formulas, valueTypes");
        await context.sync();
        return range;
      });
      const column = (title: string) => body.values[0]!.findIndex((each) => String(each).startsWith(title));
      const [notes, wordings] = [column("Note"), column("Charter wording")];
      const shown = (matrix: unknown[][]) => matrix.slice(1).flatMap((row) => [row[notes], row[wordings]]);
      expect(shown(body.values)).toEqual(values);
      expect(shown(body.formulas)).toEqual(values);
      expect(new Set(shown(body.valueTypes))).toEqual(new Set(["String"]));
    }), { numRuns: 3, endOnFailure: true });
  }, 60_000);
});

describe("before the sheets exist", () => {
  beforeEach(() => addin.host.reset());

  test("a workbook is empty, then holds a draft that a reopened panel finds", async () => {
    expect(await excelWorkbook().read()).toEqual({ state: "empty" });
    const draft = { agreement, templateId: sample.id, step: "asks" };
    await excelWorkbook().saveDraft(draft);
    expect(await excelWorkbook().read()).toEqual({ state: "draft", draft });
    await excelWorkbook().saveDraft(null);
    await excelWorkbook().saveDraft(null);
    expect(await excelWorkbook().read()).toEqual({ state: "empty" });
  });

  test("a build replaces the draft", async () => {
    await excelWorkbook().saveDraft({ agreement, templateId: sample.id, step: "build" });
    await excelWorkbook().build(agreement, sample.id);
    await excelWorkbook().remove();
    expect(await excelWorkbook().read()).toEqual({ state: "empty" });
  });
});

describe("the selection", () => {
  const selected = () => Excel.run(async (context) => {
    const range = context.workbook.getSelectedRange().load("address");
    await context.sync();
    return range.address;
  });

  test("goes to the cell of a field, an output or a problem", async () => {
    await build();
    const door = excelWorkbook();
    await door.goTo("in_segment");
    expect(await selected()).toBe("Inputs!E6");
    await door.goTo("asks.A02.label");
    expect(await selected()).toMatch(/^'Role Definition'!B\d+$/);
    await door.goTo("netAsked");
    expect(await selected()).toMatch(/^Summary!/);
    await door.goTo({ sheet: "Checks", address: "B5" });
    expect(await selected()).toBe("Checks!B5");
    await expect(door.goTo({ sheet: "Nowhere", address: "A1" })).rejects.toMatchObject({ code: "not-found" });
    await expect(door.goTo("asks.A99.label")).rejects.toMatchObject({ code: "not-found" });
  });

  test("an example goes into an empty cell and never over anything", async () => {
    addin.host.reset();
    const door = excelWorkbook();
    await onWorkbook(({ worksheets }) => worksheets.getItem("Sheet1").getRange("B2").select());
    expect(await door.insert("=1+1")).toBe("B2");
    await expect(door.insert("=2+2")).rejects.toMatchObject({ code: "occupied", message: expect.stringMatching(/^B2 is not empty/) });
    await onWorkbook(({ worksheets }) => {
      worksheets.getItem("Sheet1").getRange("D3").values = [["mine"]];
      worksheets.getItem("Sheet1").getRange("D1").select();
    });
    await expect(door.insert("=SEQUENCE(5)")).rejects.toMatchObject({ code: "occupied" });
    expect(await valuesOf("Sheet1!B1:D3")).toEqual([["", "", ""], [2, "", ""], ["", "", "mine"]]);
  });

  test("an edit on the sheet and a moved selection are reported, our own writing is not", async () => {
    await build();
    const door = excelWorkbook();
    const events: unknown[] = [];
    const stop = await door.watch((event) => events.push(event));
    const settle = () => new Promise((resolve) => setTimeout(resolve, 400));
    await door.write([{ id: "in_rate", value: 0.12, before: 0.1 }]);
    await settle();
    expect(events.filter((event: any) => event.kind === "changed")).toEqual([]);
    await addin.host.enter("Inputs!J50", "41");
    await settle();
    expect(events).toContainEqual({ kind: "changed" });
    events.length = 0;
    await onWorkbook(({ worksheets }) => worksheets.getItem("Sheet1").getRange("C7").select());
    await settle();
    expect(events).toContainEqual({ kind: "selected", address: "C7", empty: true });
    stop();
    await settle();
    events.length = 0;
    await addin.host.enter("Inputs!J51", "42");
    await settle();
    expect(events).toEqual([]);
  });
});
