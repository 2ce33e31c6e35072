import { openBefore } from "./open";

const use = openBefore();
const { run, values } = use;

test("formulas are calculated before they are read", () => run(async (context) => {
  const sheet = context.workbook.worksheets.add("Model");
  sheet.getRange("A1:B3").values = [["a", 1], ["b", 2], ["total", "=SUM(B1:B2)"]];
  sheet.getRange("D1").formulas = [["=SEQUENCE(3,2)"]];
  sheet.getRange("G1").formulas = [["=SUM(D1#)+B3"]];
  const all = sheet.getUsedRange().load("address,values,formulas");
  await context.sync();
  expect(all.address).toBe("Model!A1:G3");
  expect(all.values).toEqual([["a", 1, "", 1, 2, "", 24], ["b", 2, "", 3, 4, "", ""], ["total", 3, "", 5, 6, "", ""]]);
  expect(all.formulas[2]![1]).toBe("=SUM(B1:B2)");
}));

test("values, texts and value types tell numbers, text, truth values, errors and empty cells apart", () => run(async (context) => {
  const range = context.workbook.worksheets.getFirst().getRange("A1:E2");
  range.values = [[1.5, "x", true, "=NA()", ""], ["=1/4", "5%", "2026-01-31", "12,345", "TRUE"]];
  range.getCell(1, 0).numberFormat = [["0.0%"]];
  range.load("values,text,valueTypes,numberFormat");
  await context.sync();
  expect(range.values).toEqual([[1.5, "x", true, "#N/A", ""], [0.25, 0.05, 46053, 12345, true]]);
  expect(range.valueTypes[0]).toEqual(["Double", "String", "Boolean", "Error", "Empty"]);
  expect(range.text).toEqual([["1.5", "x", "TRUE", "#N/A", ""], ["25.0%", "5%", "1/31/2026", "12,345", "TRUE"]]);
  expect(range.numberFormat[1]).toEqual(["0.0%", "0%", "m/d/yyyy", "#,##0", "General"]);
}));

test("text with an apostrophe stays text, also when it looks like a formula or a number", () => run(async (context) => {
  const range = context.workbook.worksheets.getFirst().getRange("A1:A4");
  range.values = [["'=1+1"], ["'007"], ["'#N/A"], ["plain"]];
  range.load("values,valueTypes,formulas");
  await context.sync();
  expect(range.values.flat()).toEqual(["=1+1", "007", "#N/A", "plain"]);
  expect(range.valueTypes.flat()).toEqual(["String", "String", "String", "String"]);
  expect(range.formulas[1]![0]).toBe("007");
}));

test("text without an apostrophe that begins like a formula becomes one, as in Excel", async () => {
  await run(async (context) => {
    context.workbook.worksheets.getFirst().getRange("A1:A3").values = [["=1+1"], ["+2"], ["-abc"]];
    await context.sync();
  });
  expect((await values("Sheet1!A1:A3")).flat()).toEqual([2, 2, "#NAME?"]);
});

test("a cell of format @ keeps what looks like a number as text", () => run(async (context) => {
  const range = context.workbook.worksheets.getFirst().getRange("A1:A2");
  range.numberFormat = [["@"], ["@"]];
  range.values = [["12"], ["=A1"]];
  range.load("values,valueTypes");
  await context.sync();
  expect(range.values).toEqual([["12"], ["=A1"]]);
  expect(range.valueTypes).toEqual([["String"], ["String"]]);
}));

test("one scalar fills a range, null leaves a cell alone, a wrong shape is refused", () => run(async (context) => {
  const sheet = context.workbook.worksheets.getFirst();
  const range = sheet.getRange("A1:B2");
  range.values = 7 as any;
  range.values = [[null, 8], [9, null]] as any;
  range.numberFormat = "0.00" as any;
  range.load("values,numberFormat");
  await context.sync();
  expect(range.values).toEqual([[7, 8], [9, 7]]);
  expect(range.numberFormat).toEqual([["0.00", "0.00"], ["0.00", "0.00"]]);
  range.values = [[1]];
  await expect(context.sync()).rejects.toMatchObject({ code: "InvalidArgument" });
}));

test("4,000 cells in one array arrive whole, although the client splits them", () => run(async (context) => {
  const sheet = context.workbook.worksheets.add("Large");
  const range = sheet.getRange("A1:T200");
  range.formulas = Array.from({ length: 200 }, (_, r) => Array.from({ length: 20 }, (__, c) => (c ? `=$A${r + 1}*${c}` : r)));
  range.load("values");
  await context.sync();
  range.values.forEach((line, r) => expect(line).toEqual(Array.from({ length: 20 }, (_, c) => (c ? r * c : r))));
}));

test("60 rounds of writing and reading in one batch are all exact, over a chain on two sheets", () => run(async (context) => {
  const one = context.workbook.worksheets.add("Chain 1");
  const two = context.workbook.worksheets.add("Chain 2");
  one.getRange("B1:B50").formulas = Array.from({ length: 50 }, (_, i) => [i ? `=B${i}+A${i + 1}` : "=A1"]);
  two.getRange("A1").formulas = [["='Chain 1'!B50*2"]];
  await context.sync();
  for (let round = 1; round <= 60; round++) {
    one.getRange("A1:A50").values = Array.from({ length: 50 }, (_, i) => [i * round]);
    const result = two.getRange("A1").load("values");
    await context.sync();
    expect(result.values).toEqual([[2450 * round]]); // 2 * (0 + 1 + ... + 49)
  }
}));

test("ranges are reached from one another", () => run(async (context) => {
  const sheet = context.workbook.worksheets.getFirst();
  const start = sheet.getRange("B2:C3");
  const found = {
    cell: start.getCell(1, 1), row: start.getRow(1), column: start.getColumn(0), offset: start.getOffsetRange(1, 2),
    resized: start.getResizedRange(2, -1), absolute: start.getAbsoluteResizedRange(4, 1), entireRow: start.getEntireRow(),
    entireColumn: start.getEntireColumn(), bounding: start.getBoundingRect("E9"), intersection: start.getIntersection("C1:D9"),
    below: start.getRowsBelow(1), last: start.getLastCell(), byIndex: sheet.getRangeByIndexes(4, 5, 2, 1), cellOf: sheet.getCell(0, 27),
  };
  for (const range of Object.values(found)) range.load("address");
  const none = start.getIntersectionOrNullObject("Z1");
  await context.sync();
  expect(Object.fromEntries(Object.entries(found).map(([name, range]) => [name, range.address]))).toEqual({
    cell: "Sheet1!C3", row: "Sheet1!B3:C3", column: "Sheet1!B2:B3", offset: "Sheet1!D3:E4", resized: "Sheet1!B2:B5",
    absolute: "Sheet1!B2:B5", entireRow: "Sheet1!2:3", entireColumn: "Sheet1!B:C", bounding: "Sheet1!B2:E9",
    intersection: "Sheet1!C2:C3", below: "Sheet1!B4:C4", last: "Sheet1!C3", byIndex: "Sheet1!F5:F6", cellOf: "Sheet1!AB1",
  });
  expect(none.isNullObject).toBe(true);
}));

test("used ranges count values, formats when asked, and spilled cells", () => run(async (context) => {
  const sheet = context.workbook.worksheets.getFirst();
  sheet.getRange("B2").formulas = [["=SEQUENCE(3)"]];
  sheet.getRange("E9").format.fill.color = "#FF0000";
  const valuesOnly = sheet.getUsedRange(true).load("address");
  const all = sheet.getUsedRange().load("address");
  const empty = context.workbook.worksheets.add("Empty").getUsedRangeOrNullObject();
  const spill = sheet.getRange("B2").getSpillingToRange().load("address");
  await context.sync();
  expect([valuesOnly.address, all.address, spill.address, empty.isNullObject]).toEqual([
    "Sheet1!B2:B4", "Sheet1!B2:E9", "Sheet1!B2:B4", true,
  ]);
}));

test("clear takes contents, formats or both", () => run(async (context) => {
  const sheet = context.workbook.worksheets.getFirst();
  const cells = ["A1", "A2", "A3"].map((address) => sheet.getRange(address));
  for (const cell of cells) {
    cell.values = [[1]];
    cell.format.fill.color = "#FF0000";
  }
  cells[0]!.clear("Contents");
  cells[1]!.clear("Formats");
  cells[2]!.clear();
  for (const cell of cells) cell.load("values,format/fill/color");
  await context.sync();
  expect(cells.map((cell) => [cell.values[0]![0], cell.format.fill.color])).toEqual([["", "#FF0000"], [1, "#FFFFFF"], ["", "#FFFFFF"]]);
}));

test("inserted rows move formulas, names and validations along", () => run(async (context) => {
  const sheet = context.workbook.worksheets.getFirst();
  sheet.getRange("A3:B3").values = [[5, "=A3*2"]];
  context.workbook.names.add("five", sheet.getRange("A3"));
  sheet.getRange("A3").dataValidation.rule = { wholeNumber: { formula1: 1, formula2: 9, operator: "Between" } };
  await context.sync();
  sheet.getRange("1:2").insert("Down");
  const moved = sheet.getRange("A5:B5").load("values,formulas");
  const name = context.workbook.names.getItem("five").load("formula");
  const rule = sheet.getRange("A5").dataValidation.load("type");
  await context.sync();
  expect(moved.formulas).toEqual([[5, "=A5*2"]]);
  expect(moved.values).toEqual([[5, 10]]);
  expect(name.formula).toBe("=Sheet1!$A$5");
  expect(rule.type).toBe("WholeNumber");
}));

test("part of a column moves up when cells above it are deleted, and down when some are inserted", () => run(async (context) => {
  const sheet = context.workbook.worksheets.add("Behind");
  sheet.getRange("A1:B4").values = [[1, "a"], [2, "b"], [3, "c"], ["=A3*10", "d"]];
  sheet.getRange("A2").delete("Up");
  const deleted = sheet.getRange("A1:B4").load("values,formulas");
  await context.sync();
  expect(deleted.values).toEqual([[1, "a"], [3, "b"], [30, "c"], ["", "d"]]);
  expect(deleted.formulas[2]![0]).toBe("=A2*10");
  sheet.getRange("A1").insert("Down");
  const inserted = sheet.getRange("A1:B4").load("values");
  await context.sync();
  expect(inserted.values).toEqual([["", "a"], [1, "b"], [3, "c"], [30, "d"]]);
}));

test("rows are sorted by several keys, formulas going along and text staying text", () => run(async (context) => {
  const sheet = context.workbook.worksheets.getFirst();
  sheet.getRange("A1:C5").values = [
    ["Key", "Id", "Twice"], ["b", "'02", "=LEN(B2)*2"], ["a", "'011", "=LEN(B3)*2"], ["", "x", 1], ["b", "'01", 7],
  ];
  sheet.getRange("A1:C5").sort.apply([{ key: 0, ascending: false }, { key: 1 }], false, true);
  const sorted = sheet.getRange("A1:C5").load("values,formulas,valueTypes");
  await context.sync();
  expect(sorted.values).toEqual([["Key", "Id", "Twice"], ["b", "01", 7], ["b", "02", 4], ["a", "011", 6], ["", "x", 1]]);
  expect([sorted.formulas[2]![2], sorted.valueTypes[1]![1]]).toEqual(["=LEN(B3)*2", "String"]);
}));

test("copies carry formulas relative to their new place, formats and text as text", () => run(async (context) => {
  const sheet = context.workbook.worksheets.getFirst();
  sheet.getRange("A1:B1").values = [["'007", "=LEN(A1)"]];
  sheet.getRange("A1").format.fill.color = "#FF0000";
  sheet.getRange("A3:B4").copyFrom("A1:B1");
  const copy = sheet.getRange("A3:B4").load("values,formulas,valueTypes");
  const fill = sheet.getRange("A4").load("format/fill/color");
  await context.sync();
  expect(copy.formulas).toEqual([["007", "=LEN(A3)"], ["007", "=LEN(A4)"]]);
  expect([copy.values[0]![1], copy.valueTypes[1]![0], fill.format.fill.color]).toEqual([3, "String", "#FF0000"]);
}));

test("sheets are added behind the others without being activated, renamed, moved, hidden and deleted", () => run(async (context) => {
  const sheets = context.workbook.worksheets;
  const one = sheets.add("One");
  const two = sheets.add();
  one.tabColor = "#f2c94c";
  one.showGridlines = false;
  one.getRange("A1").values = [[3]];
  two.getRange("A1").formulas = [["=One!A1"]];
  const active = sheets.getActiveWorksheet().load("name");
  await context.sync();
  expect(active.name).toBe("Sheet1");
  one.name = "It's one";
  two.position = 0;
  two.visibility = "VeryHidden";
  const formula = two.getRange("A1").load("formulas,values");
  sheets.load("items/name,items/position,items/visibility,items/tabColor,items/showGridlines");
  await context.sync();
  expect(formula.formulas).toEqual([["='It''s one'!A1"]]);
  expect(sheets.items.map((s) => [s.name, s.position, s.visibility, s.tabColor, s.showGridlines])).toEqual([
    ["Sheet3", 0, "VeryHidden", "", true], ["Sheet1", 1, "Visible", "", true], ["It's one", 2, "Visible", "#F2C94C", false],
  ]);
  one.delete();
  const gone = sheets.getItemOrNullObject("It's one");
  await context.sync();
  expect(gone.isNullObject).toBe(true);
}));

test("a workbook keeps one visible sheet", () => run(async (context) => {
  context.workbook.worksheets.getFirst().delete();
  await expect(context.sync()).rejects.toMatchObject({
    code: "InvalidOperation", message: "A workbook must contain at least one visible worksheet.",
  });
}));

test.each(["a/b", "", "x".repeat(32), "'quoted'", "History"])("the sheet name %p is refused", (name) => run(async (context) => {
  const sheet = context.workbook.worksheets.getFirst();
  sheet.name = name;
  await expect(context.sync()).rejects.toMatchObject({ code: "InvalidArgument" });
}));

test("frozen panes are where they were set", () => run(async (context) => {
  const sheet = context.workbook.worksheets.getFirst();
  sheet.freezePanes.freezeAt(sheet.getRange("A1:B4"));
  const both = sheet.freezePanes.getLocationOrNullObject().load("address");
  await context.sync();
  sheet.freezePanes.freezeRows(4);
  const rows = sheet.freezePanes.getLocationOrNullObject().load("address");
  await context.sync();
  sheet.freezePanes.unfreeze();
  const none = sheet.freezePanes.getLocationOrNullObject();
  await context.sync();
  expect([both.address, rows.address, none.isNullObject]).toEqual(["Sheet1!A1:B4", "Sheet1!1:4", true]);
}));

test("the selection is what was selected", () => run(async (context) => {
  const sheet = context.workbook.worksheets.add("Other");
  sheet.getRange("C3:D4").select();
  const selected = context.workbook.getSelectedRange().load("address");
  const cell = context.workbook.getActiveCell().load("address");
  await context.sync();
  expect([selected.address, cell.address]).toEqual(["Other!C3:D4", "Other!C3"]);
}));

test("manual calculation waits for calculate()", () => run(async (context) => {
  const { application } = context.workbook;
  const range = context.workbook.worksheets.getFirst().getRange("A1:A2");
  range.formulas = [[2], ["=A1*10"]];
  await context.sync();
  application.calculationMode = "Manual";
  range.getCell(0, 0).values = [[3]];
  const before = range.load("values");
  await context.sync();
  expect(before.values).toEqual([[3], [20]]);
  application.calculate("Full");
  range.load("values");
  application.load("calculationMode,cultureInfo/name,cultureInfo/numberFormat/numberDecimalSeparator");
  await context.sync();
  expect(range.values).toEqual([[3], [30]]);
  expect([application.calculationMode, application.cultureInfo.name]).toEqual(["Manual", "en-US"]);
}));

test("a fresh workbook has nothing of the one before", async () => {
  await run(async (context) => {
    const sheet = context.workbook.worksheets.add("Left over");
    context.workbook.names.add("left", sheet.getRange("A1"));
    context.workbook.settings.add("left", 1);
    sheet.getRange("A1:B2").values = [["a", "b"], [1, 2]];
    sheet.tables.add("A1:B2", true);
    await context.sync();
  });
  use.preview.host.reset();
  await run(async (context) => {
    const { worksheets, names, tables, settings } = context.workbook;
    const counts = [worksheets.getCount(), names.getCount(), tables.getCount(), settings.getCount()];
    await context.sync();
    expect(counts.map((count) => count.value)).toEqual([1, 0, 0, 0]);
  });
});
