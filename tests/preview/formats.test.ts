import { openBefore } from "./open";

const { run } = openBefore();

test("every cell format reads back as it was set", () => run(async (context) => {
  const range = context.workbook.worksheets.getFirst().getRange("A1:B2");
  const { format } = range;
  format.fill.color = "#fff9dc";
  Object.assign(format.font, { bold: true, italic: true, color: "#0000ff", size: 12, name: "Cambria", underline: "Single" });
  Object.assign(format, { horizontalAlignment: "Right", verticalAlignment: "Top", wrapText: true, indentLevel: 2 });
  format.protection.locked = false;
  format.load("horizontalAlignment,verticalAlignment,wrapText,indentLevel,fill/color,font,protection/locked");
  await context.sync();
  expect(format.toJSON()).toMatchObject({
    horizontalAlignment: "Right", verticalAlignment: "Top", wrapText: true, indentLevel: 2, fill: { color: "#FFF9DC" },
    font: { bold: true, italic: true, color: "#0000FF", size: 12, name: "Cambria", underline: "Single", strikethrough: false },
    protection: { locked: false },
  });
}));

test("a format that differs among the cells is null", () => run(async (context) => {
  const sheet = context.workbook.worksheets.getFirst();
  sheet.getRange("A1").format.fill.color = "#FF0000";
  sheet.getRange("A2").format.columnWidth = 100;
  sheet.getRange("B2").format.columnWidth = 50;
  const both = sheet.getRange("A1:B2").load("format/fill/color,format/columnWidth,format/font/bold");
  await context.sync();
  expect([both.format.fill.color, both.format.columnWidth, both.format.font.bold]).toEqual([null, null, false]);
}));

test("an unknown colour or alignment is refused", async () => {
  const set = (change: (format: Excel.RangeFormat) => void) => run(async (context) => {
    change(context.workbook.worksheets.getFirst().getRange("A1").format);
    await context.sync();
  });
  await expect(set((format) => { format.fill.color = "rosy"; })).rejects.toMatchObject({ code: "InvalidArgument" });
  await expect(set((format) => { format.horizontalAlignment = "CenterAcrossSelection"; })).rejects.toMatchObject({ code: "ApiNotFound" });
});

test("borders keep style, weight and colour on each side, hairlines and medium lines too", () => run(async (context) => {
  const sheet = context.workbook.worksheets.getFirst();
  const { borders } = sheet.getRange("B2:C4").format;
  const draw = (side: Excel.BorderIndex, style: string, weight: string, color: string) =>
    Object.assign(borders.getItem(side), { style, weight, color });
  draw("EdgeTop" as Excel.BorderIndex, "Continuous", "Hairline", "#dcc982");
  draw("EdgeBottom" as Excel.BorderIndex, "Continuous", "Medium", "#1f2a44");
  draw("EdgeLeft" as Excel.BorderIndex, "Continuous", "Thick", "#3f50ba");
  draw("InsideHorizontal" as Excel.BorderIndex, "Dash", "Thin", "#c9cfda");
  const read = (address: string, side: string) =>
    sheet.getRange(address).format.borders.getItem(side as Excel.BorderIndex).load("style,weight,color");
  const lines = [read("C2", "EdgeTop"), read("B4", "EdgeBottom"), read("B3", "EdgeLeft"), read("C3", "EdgeTop"), read("C3", "EdgeRight")];
  await context.sync();
  expect(lines.map((line) => [line.style, line.weight, line.color])).toEqual([
    ["Continuous", "Hairline", "#DCC982"], ["Continuous", "Medium", "#1F2A44"], ["Continuous", "Thick", "#3F50BA"],
    ["Dash", "Thin", "#C9CFDA"], ["None", "Thin", "#000000"],
  ]);
  borders.getItem("EdgeTop").style = "None";
  const none = read("B2", "EdgeTop");
  await context.sync();
  expect(none.style).toBe("None");
}));

test("widths and heights are points; a row without a set height grows with its wrapped text", () => run(async (context) => {
  const sheet = context.workbook.worksheets.getFirst();
  sheet.getRange("A:A").format.columnWidth = 60;
  sheet.getRange("1:1").format.rowHeight = 28;
  const long = "one two three four five six seven eight nine ten eleven twelve";
  sheet.getRange("A1:A2").values = [[long], [long]];
  sheet.getRange("A1:A2").format.wrapText = true;
  await context.sync();
  const [fixed, grown, plain] = ["A1", "A2", "A3"].map((address) => sheet.getRange(address).load("height,width,format/rowHeight"));
  await context.sync();
  expect([fixed!.height, fixed!.width]).toEqual([27.75, 60]); // Belief: heights are whole pixels of 0.75 points
  expect(grown!.height).toBeGreaterThan(4 * plain!.height);
}));

test("autofit widens a column to its longest text", () => run(async (context) => {
  const sheet = context.workbook.worksheets.getFirst();
  sheet.getRange("A1:A2").values = [["short"], ["a text that is a good deal longer than the column was"]];
  sheet.getRange("A:A").format.autofitColumns();
  await context.sync();
  const column = sheet.getRange("A1").load("width");
  await context.sync();
  expect(column.width).toBeGreaterThan(150);
}));

test("named styles carry their formats to the cells, and the cells keep the name", () => run(async (context) => {
  const { styles, worksheets } = context.workbook;
  styles.add("Role Input");
  const style = styles.getItem("Role Input");
  Object.assign(style.font, { size: 10, color: "#0000FF" });
  style.fill.color = "#FFF9DC";
  style.numberFormat = "0.0%";
  style.locked = false;
  Object.assign(style.borders.getItem("EdgeBottom"), { style: "Continuous", weight: "Hairline", color: "#DCC982" });
  const cells = worksheets.getFirst().getRange("B2:B3");
  cells.style = "Role Input";
  cells.load("style,numberFormat,format/fill/color,format/font/size,format/protection/locked");
  const bottom = cells.format.borders.getItem("EdgeBottom").load("weight");
  const plain = worksheets.getFirst().getRange("A1").load("style");
  const missing = styles.getItemOrNullObject("Role Nothing");
  await context.sync();
  expect([cells.style, cells.numberFormat, cells.format.fill.color, cells.format.font.size, cells.format.protection.locked, bottom.weight])
    .toEqual(["Role Input", [["0.0%"], ["0.0%"]], "#FFF9DC", 10, false, "Hairline"]);
  expect([plain.style, missing.isNullObject]).toEqual(["Normal", true]);
  style.delete();
  await context.sync();
}));

test("page set-up is kept with the sheet", () => run(async (context) => {
  const { pageLayout } = context.workbook.worksheets.getFirst();
  pageLayout.orientation = "Landscape";
  pageLayout.zoom = { horizontalFitToPages: 1, verticalFitToPages: 0 };
  pageLayout.setPrintMargins("Centimeters", { left: 1, right: 1 });
  pageLayout.setPrintArea("A1:K40");
  pageLayout.setPrintTitleRows("$1:$4");
  pageLayout.headersFooters.defaultForAllPages.centerFooter = "Page &P of &N";
  const area = pageLayout.getPrintArea().load("address");
  const rows = pageLayout.getPrintTitleRowsOrNullObject().load("address");
  const columns = pageLayout.getPrintTitleColumnsOrNullObject();
  pageLayout.load("orientation,zoom,leftMargin,headersFooters/defaultForAllPages/centerFooter");
  await context.sync();
  expect([pageLayout.orientation, pageLayout.zoom, area.address, rows.address, columns.isNullObject]).toEqual([
    "Landscape", { horizontalFitToPages: 1, verticalFitToPages: 0 }, "Sheet1!A1:K40", "Sheet1!1:4", true,
  ]);
  expect(pageLayout.leftMargin).toBeCloseTo(28.346, 3); // 1 cm = 72 / 2.54 points
  expect(pageLayout.headersFooters.defaultForAllPages.centerFooter).toBe("Page &P of &N");
}));
