import { openBefore } from "./open";

const use = openBefore();
const { run } = use;

/** Lets pushed messages arrive and the library hand them on. */
const arrive = () => new Promise((resolve) => setTimeout(resolve, 30));

test("a person's entry reaches the handlers of the sheet and of the workbook, with its address", async () => {
  const seen: unknown[] = [];
  await run(async (context) => {
    const sheet = context.workbook.worksheets.getFirst();
    sheet.onChanged.add(async ({ address, changeType, source, triggerSource }) => {
      seen.push([address, changeType, source, triggerSource]);
    });
    context.workbook.worksheets.onChanged.add(async ({ address, worksheetId }) => { seen.push([address, worksheetId]); });
    await context.sync();
  });
  await use.preview.host.enter("Sheet1!B2", "41");
  await arrive();
  expect(seen).toEqual([["B2", "RangeEdited", "Local", "Unknown"], ["B2", "sheet1"]]);
});

test("the add-in hears of its own writes as ThisLocalAddin, once per connected block however the client splits it", async () => {
  const seen: unknown[] = [];
  await run(async (context) => {
    const sheet = context.workbook.worksheets.getFirst();
    sheet.onChanged.add(async ({ address, triggerSource }) => { seen.push([address, triggerSource]); });
    await context.sync();
    sheet.getRange("A1:D1000").values = Array.from({ length: 1000 }, () => [1, 2, 3, 4]);
    sheet.getRange("F1").values = [[1]];
    await context.sync();
  });
  await arrive();
  expect(seen).toEqual([["A1:D1000", "ThisLocalAddin"], ["F1", "ThisLocalAddin"]]);
});

test("what the calculation changes is no change event", async () => {
  const seen: string[] = [];
  await run(async (context) => {
    const sheet = context.workbook.worksheets.getFirst();
    sheet.getRange("B1").formulas = [["=A1*2"]];
    await context.sync();
    sheet.onChanged.add(async ({ address }) => { seen.push(address); });
    await context.sync();
  });
  await use.preview.host.enter("Sheet1!A1", "4");
  await arrive();
  expect(seen).toEqual(["A1"]);
});

test("a removed handler is silent", async () => {
  const seen: string[] = [];
  await run(async (context) => {
    const handler = context.workbook.worksheets.getFirst().onChanged.add(async ({ address }) => { seen.push(address); });
    await context.sync();
    handler.remove();
    await context.sync();
  });
  await use.preview.host.enter("Sheet1!A1", "4");
  await arrive();
  expect(seen).toEqual([]);
});

test("selections, activations, new and deleted sheets are told once each", async () => {
  const seen: unknown[] = [];
  const [id] = await run(async (context) => {
    const { worksheets } = context.workbook;
    worksheets.onAdded.add(async ({ worksheetId }) => { seen.push(["added", worksheetId]); });
    worksheets.onActivated.add(async ({ worksheetId }) => { seen.push(["activated", worksheetId]); });
    worksheets.onDeleted.add(async ({ worksheetId }) => { seen.push(["deleted", worksheetId]); });
    worksheets.getFirst().onSelectionChanged.add(async ({ address }) => { seen.push(["selected", address]); });
    context.workbook.onSelectionChanged.add(async () => { seen.push(["selection"]); });
    await context.sync();
    worksheets.getFirst().getRange("B2:C3").select();
    await context.sync();
    worksheets.getFirst().getRange("B2:C3").select();
    await context.sync();
    const sheet = worksheets.add("Second").load("id");
    await context.sync();
    sheet.activate();
    await context.sync();
    sheet.delete();
    await context.sync();
    return [sheet.id];
  });
  await arrive();
  expect(seen.filter(([kind]: any) => kind !== "selection")).toEqual([
    ["selected", "B2:C3"], ["added", id], ["activated", id], ["deleted", id], ["activated", "sheet1"],
  ]);
  expect(seen.filter(([kind]: any) => kind === "selection").length).toBeGreaterThanOrEqual(1);
});

test("an entry can be undone and redone, an add-in's write is not in the history", async () => {
  const { host } = use.preview;
  await run(async (context) => {
    context.workbook.worksheets.getFirst().getRange("A1").values = [[1]];
    await context.sync();
  });
  await host.enter("Sheet1!A1", "2");
  await host.enter("Sheet1!A1", "3");
  await host.book.api.undo();
  expect(host.book.value("sheet1", 0, 0)).toBe(2);
  await host.book.api.undo();
  expect(host.book.value("sheet1", 0, 0)).toBe(1);
  await host.book.api.undo();
  expect(host.book.value("sheet1", 0, 0)).toBe(1);
  await host.book.api.redo();
  expect(host.book.value("sheet1", 0, 0)).toBe(2);
});
