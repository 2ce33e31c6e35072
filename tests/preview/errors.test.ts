import { openBefore } from "./open";

const use = openBefore();
const { run } = use;

test("a missing sheet is ItemNotFound, with the statement that asked", async () => {
  const failure = run(async (context) => {
    context.workbook.worksheets.getItem("Nope").getRange("A1").values = [[1]];
    await context.sync();
  });
  await expect(failure).rejects.toMatchObject({
    code: "ItemNotFound",
    debugInfo: { errorLocation: expect.stringContaining("GetItem"), statement: expect.stringContaining("getItem(...)") },
  });
});

test("reading what was not loaded is PropertyNotLoaded", async () => {
  await expect(run(async (context) => {
    const sheet = context.workbook.worksheets.getFirst();
    await context.sync();
    return sheet.name;
  })).rejects.toMatchObject({ code: "PropertyNotLoaded" });
});

test.each<[string, (context: Excel.RequestContext) => void, string]>([
  ["a method", (context) => context.workbook.pivotTables.refreshAll(), "property workbook.pivotTables"],
  ["a property to read", (context) => { context.workbook.worksheets.getFirst().getRange("A1").load("linkedDataTypeState"); },
    "linkedDataTypeState"],
  ["a property to set", (context) => { context.workbook.worksheets.getFirst().standardWidth = 9; }, "standardWidth"],
  ["an event", (context) => { context.workbook.worksheets.onCalculated.add(async () => undefined); }, "registerCalculatedEvent"],
  ["a whole area of the API", (context) => { context.workbook.worksheets.getFirst().shapes.load("items"); }, "shapes"],
])("what the preview lacks fails loudly and by name: %s", async (_, ask, name) => {
  await expect(run(async (context) => {
    ask(context);
    await context.sync();
  })).rejects.toMatchObject({ message: expect.stringMatching(new RegExp(name, "i")) });
});

test("null objects pass through navigation, and doing something with one fails", () => run(async (context) => {
  const nowhere = context.workbook.worksheets.getItemOrNullObject("Nope");
  const range = nowhere.getRange("A1");
  range.load("values");
  const used = nowhere.getUsedRangeOrNullObject();
  await context.sync();
  expect([nowhere.isNullObject, range.isNullObject, used.isNullObject]).toEqual([true, true, true]);
  nowhere.delete();
  await expect(context.sync()).rejects.toMatchObject({ code: "ItemNotFound" });
}));

test("what was written before the failing statement stays written", async () => {
  await expect(run(async (context) => {
    const sheet = context.workbook.worksheets.getFirst();
    sheet.getRange("A1").values = [["kept"]];
    sheet.getRange("A2").values = [["too", "wide"]];
    await context.sync();
  })).rejects.toMatchObject({ code: "InvalidArgument" });
  expect(await use.values("Sheet1!A1:A2")).toEqual([["kept"], [""]]);
});

const write = (options: Excel.RunOptions = {}) => use.preview.Excel.run(options, async (context) => {
  context.workbook.worksheets.getFirst().getRange("A1").values = [["written"]];
  await context.sync();
});
const read = () => use.values("Sheet1!A1");

test("the n-th request from now can be made to fail, before it does anything", async () => {
  const { faults } = use.preview.host;
  await write();
  await use.values("Sheet1!A1");
  faults.failRequest(1);
  await expect(write()).rejects.toMatchObject({ code: "GeneralException" });
  await expect(write()).resolves.toBeUndefined();
});

test("a read-only workbook refuses writes and answers reads", async () => {
  use.preview.host.faults.readOnly(true);
  await expect(write()).rejects.toMatchObject({ code: "AccessDenied" });
  expect(await read()).toEqual([[""]]);
});

test("while a cell is edited requests fail, or wait when the add-in asked for that", async () => {
  const { faults } = use.preview.host;
  faults.cellEdit(true);
  await expect(write()).rejects.toMatchObject({ code: "InvalidOperationInCellEditMode" });
  const waiting = write({ delayForCellEdit: true });
  let isDone = false;
  void waiting.then(() => { isDone = true; });
  await new Promise((resolve) => setTimeout(resolve, 30));
  expect(isDone).toBe(false);
  faults.cellEdit(false);
  await waiting;
  expect(await read()).toEqual([["written"]]);
});

test("a request beyond the payload limit is refused", async () => {
  use.preview.host.faults.payloadLimit = 100;
  await expect(write()).rejects.toMatchObject({ code: "RequestPayloadSizeLimitExceeded" });
});

test("latency delays the answer", async () => {
  use.preview.host.faults.latency(120);
  const started = Date.now();
  await write();
  expect(Date.now() - started).toBeGreaterThanOrEqual(100);
});

test("an engine that never ends becomes a clear error, and the next calculation runs again", async () => {
  const { book } = use.preview.host;
  const { calculator } = book;
  calculator.limit = 50;
  const original = book.commands.executeCommand;
  book.commands.executeCommand = () => new Promise(() => {});
  try {
    await expect(run(async (context) => {
      const range = context.workbook.worksheets.getFirst().getRange("A1:A2");
      range.formulas = [[1], ["=A1+1"]];
      range.load("values");
      await context.sync();
    })).rejects.toMatchObject({ message: expect.stringContaining("did not finish within 0.05 s") });
  } finally {
    book.commands.executeCommand = original;
    calculator.limit = 30_000;
  }
  await run(async (context) => {
    context.workbook.worksheets.getFirst().getRange("A1:A2").formulas = [[1], ["=A1+1"]];
    await context.sync();
  });
  expect(await use.values("Sheet1!A2")).toEqual([[2]]);
});

test("each sync is one round trip; releasing references is none", async () => {
  const { host } = use.preview;
  const before = host.roundTrips;
  await run(async (context) => {
    const range = context.workbook.worksheets.getFirst().getRange("A1").load("values");
    await context.sync();
    range.values = [[2]];
    await context.sync();
  });
  expect(host.roundTrips - before).toBe(2);
});

test("a ribbon command runs what the add-in associated and ends when that says so", async () => {
  const { Office, host } = use.preview;
  const seen: string[] = [];
  Office.actions.associate("checkWorkbook", async (event: Office.AddinCommands.Event) => {
    seen.push(event.source.id);
    await write();
    event.completed();
  });
  await host.runCommand("checkWorkbook", "CheckButton");
  expect(seen).toEqual(["CheckButton"]);
  expect(await read()).toEqual([["written"]]);
});

test("the pane's visibility is told both ways", async () => {
  const { Office, host } = use.preview;
  const seen: unknown[] = [];
  host.onPaneVisibility = (visible) => { seen.push(visible); };
  await Office.addin.onVisibilityModeChanged(({ visibilityMode }) => { seen.push(visibilityMode); });
  await Office.addin.hide();
  host.showPane();
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(seen).toEqual([false, true, "Hidden", "Taskpane"].sort((a, b) => Number(typeof a === "string") - Number(typeof b === "string")));
});

test("the add-in sees Excel on a PC with ExcelApi 1.14, the shared runtime, and nothing above", () => {
  const { Office } = use.preview;
  const { requirements } = Office.context;
  expect([["ExcelApi", "1.14"], ["ExcelApi", "1.15"], ["SharedRuntime", "1.1"], ["CustomFunctionsRuntime", "1.4"]]
    .map(([set, version]) => requirements.isSetSupported(set!, version!))).toEqual([true, false, true, true]);
  expect(Office.context.host).toBe("Excel");
});

test("nothing is asked of any other machine", () => {
  expect(use.preview.outside).toEqual([]);
});
