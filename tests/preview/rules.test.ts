import { openBefore } from "./open";

const use = openBefore();
const { run, values } = use;
const enter = (address: string, input: string) => use.preview.host.enter(address, input);

/** Sets a rule on Sheet1!B1 and says which entries it takes. */
async function accepted(rule: Excel.DataValidationRule, entries: string[]): Promise<boolean[]> {
  await run(async (context) => {
    const { dataValidation } = context.workbook.worksheets.getFirst().getRange("B1");
    dataValidation.rule = rule;
    dataValidation.errorAlert = { showAlert: true, style: "Stop", title: "No", message: "Not this" };
    await context.sync();
  });
  const answers: boolean[] = [];
  for (const entry of entries) {
    const before = await values("Sheet1!B1");
    answers.push(await enter("Sheet1!B1", entry).then(() => true, async (error: Error) => {
      expect(error.message).toBe("Not this");
      expect(await values("Sheet1!B1")).toEqual(before);
      return false;
    }));
  }
  return answers;
}

test("a list of words takes these words only", async () => {
  const rule = { list: { inCellDropDown: true, source: "Red,Green" } };
  expect(await accepted(rule, ["Red", "Blue", "Green", ""])).toEqual([true, false, true, true]);
});

test("a list takes its words from a range, a Range object or a name, live", async () => {
  await run(async (context) => {
    const sheet = context.workbook.worksheets.add("Lists");
    sheet.getRange("A1:A2").values = [["new"], ["existing"]];
    context.workbook.names.add("lst_kinds", sheet.getRange("A1:A2"));
    await context.sync();
  });
  const entries = ["new", "old", "existing"];
  expect(await accepted({ list: { inCellDropDown: true, source: "=Lists!$A$1:$A$2" } }, entries)).toEqual([true, false, true]);
  expect(await accepted({ list: { inCellDropDown: true, source: "=lst_kinds" } }, entries)).toEqual([true, false, true]);
  await run(async (context) => {
    const sheet = context.workbook.worksheets.getItem("Lists");
    sheet.getRange("A1").values = [["old"]];
    await context.sync();
    context.workbook.worksheets.getFirst().getRange("B1").dataValidation.rule = {
      list: { inCellDropDown: true, source: sheet.getRange("A1:A2") as unknown as string },
    };
    await context.sync();
  });
  await expect(enter("Sheet1!B1", "old")).resolves.toBeUndefined();
  await expect(enter("Sheet1!B1", "new")).rejects.toThrow();
});

test.each<[string, Excel.DataValidationRule, string[], boolean[]]>([
  ["a decimal between", { decimal: { formula1: 0, formula2: 1, operator: "Between" } }, ["0.5", "1", "1.01", "-1", "x", "50%"],
    [true, true, false, false, false, true]],
  ["a whole number", { wholeNumber: { formula1: 1, operator: "GreaterThanOrEqualTo" } }, ["1", "1.5", "0"], [true, false, false]],
  ["a text length", { textLength: { formula1: 1, formula2: 3, operator: "Between" } }, ["abc", "abcd"], [true, false]],
  ["a custom formula", { custom: { formula: "=B1>A1" } }, ["5", "1"], [true, false]],
])("%s is asked when something is typed", async (_, rule, entries, answers) => {
  await run(async (context) => {
    context.workbook.worksheets.getFirst().getRange("A1").values = [[2]];
    await context.sync();
  });
  expect(await accepted(rule, entries)).toEqual(answers);
});

test("a validation reads back whole, and a new rule on the same cells replaces it", () => run(async (context) => {
  const { dataValidation } = context.workbook.worksheets.getFirst().getRange("B1:B3");
  dataValidation.rule = { decimal: { formula1: 0, formula2: 1, operator: "Between" } };
  dataValidation.prompt = { showPrompt: true, title: "Share", message: "0 to 1" };
  dataValidation.ignoreBlanks = false;
  dataValidation.load("type,rule,prompt,errorAlert,ignoreBlanks");
  await context.sync();
  expect([dataValidation.type, dataValidation.rule, dataValidation.ignoreBlanks]).toEqual([
    "Decimal", { decimal: { formula1: 0, formula2: 1, operator: "Between" } }, false,
  ]);
  dataValidation.rule = { wholeNumber: { formula1: 1, operator: "GreaterThan" } };
  const one = context.workbook.worksheets.getFirst().getRange("B2").dataValidation.load("type,prompt");
  await context.sync();
  expect([one.type, one.prompt.message]).toEqual(["WholeNumber", "0 to 1"]);
  dataValidation.clear();
  one.load("type");
  await context.sync();
  expect(one.type).toBe("None");
}));

test("conditional formats of every kind are kept, counted, read and cleared", () => run(async (context) => {
  const sheet = context.workbook.worksheets.getFirst();
  const range = sheet.getRange("A1:A5");
  const custom = range.conditionalFormats.add("Custom");
  custom.custom.rule.formula = "=$A1>3";
  custom.custom.format.fill.color = "#f8cbad";
  const value = range.conditionalFormats.add("CellValue");
  value.cellValue.format.font.color = "#C00000";
  value.cellValue.rule = { formula1: "=$B$1", operator: "LessThan" };
  range.conditionalFormats.add("DataBar").dataBar.positiveFormat.fillColor = "#3F50BA";
  range.conditionalFormats.add("ColorScale").colorScale.criteria = {
    minimum: { type: "LowestValue", color: "#FFFFFF" }, maximum: { type: "HighestValue", color: "#0A6E66" },
  };
  range.conditionalFormats.add("IconSet").iconSet.style = "ThreeTrafficLights1";
  const text = range.conditionalFormats.add("ContainsText");
  text.textComparison.format.font.bold = true;
  text.textComparison.rule = { operator: "Contains", text: "no" };
  const count = range.conditionalFormats.getCount();
  const touching = sheet.getRange("A5:C9").conditionalFormats.getCount();
  custom.load("type,custom/rule/formula,custom/format/fill/color");
  value.load("type,cellValue/rule");
  await context.sync();
  expect([count.value, touching.value]).toEqual([6, 6]);
  expect([custom.type, custom.custom.rule.formula, custom.custom.format.fill.color]).toEqual(["Custom", "=$A1>3", "#F8CBAD"]);
  expect(value.cellValue.rule).toEqual({ formula1: "=$B$1", operator: "LessThan" });
  range.conditionalFormats.clearAll();
  const left = range.conditionalFormats.getCount();
  await context.sync();
  expect(left.value).toBe(0);
}));

test("the details of another kind of conditional format are an error", () => run(async (context) => {
  const format = context.workbook.worksheets.getFirst().getRange("A1").conditionalFormats.add("Custom");
  format.dataBar.showDataBarOnly = true;
  await expect(context.sync()).rejects.toMatchObject({ code: "InvalidOperation" });
}));

test("a protected sheet refuses locked cells to the add-in and to a person, and leaves unlocked ones open", async () => {
  await run(async (context) => {
    const sheet = context.workbook.worksheets.getFirst();
    sheet.getRange("B1").format.protection.locked = false;
    sheet.protection.protect({ allowFormatCells: true });
    sheet.protection.load("protected,options");
    await context.sync();
    expect([sheet.protection.protected, sheet.protection.options.allowFormatCells]).toEqual([true, true]);
    sheet.getRange("B1").values = [[1]];
    sheet.getRange("A1").format.fill.color = "#FF0000";
    await context.sync();
    sheet.getRange("A1").values = [[1]];
    await expect(context.sync()).rejects.toMatchObject({ code: "AccessDenied" });
  });
  await expect(enter("Sheet1!B1", "2")).resolves.toBeUndefined();
  await expect(enter("Sheet1!A1", "2")).rejects.toMatchObject({ code: "AccessDenied" });
  await run(async (context) => {
    const { protection } = context.workbook.worksheets.getFirst();
    protection.unprotect();
    await context.sync();
  });
  await expect(enter("Sheet1!A1", "2")).resolves.toBeUndefined();
});

test("what a person does in the grid itself is refused on a locked cell, with a sentence", async () => {
  const { host } = use.preview;
  const seen: string[] = [];
  host.onRefusal = (sentence) => { seen.push(sentence); };
  await run(async (context) => {
    const sheet = context.workbook.worksheets.getFirst();
    sheet.getRange("A1:B1").values = [["locked", "open"]];
    sheet.getRange("B1").format.protection.locked = false;
    sheet.protection.protect();
    await context.sync();
  });
  const { book } = host;
  const clear = (column: number) => book.commands.executeCommand("sheet.command.clear-selection-content", {
    unitId: book.unit, subUnitId: "sheet1", ranges: [{ startRow: 0, endRow: 0, startColumn: column, endColumn: column }],
  });
  await clear(0);
  await clear(1);
  expect(await values("Sheet1!A1:B1")).toEqual([["locked", ""]]);
  expect(seen).toEqual([expect.stringContaining("protected sheet")]);
});

test("a password protects the protection", () => run(async (context) => {
  const { protection } = context.workbook.worksheets.getFirst();
  protection.protect({}, "secret");
  await context.sync();
  protection.unprotect("wrong");
  await expect(context.sync()).rejects.toMatchObject({ code: "InvalidArgument" });
}));
