import { inflateRawSync } from "node:zlib";
import ExcelJS from "exceljs";
import { writeXlsx } from "../../src/preview/xlsx";
import { openBefore } from "./open";

const use = openBefore();
const { run } = use;

const bytes = () => writeXlsx(use.preview.host.book, use.preview.host.workbook.state, "ROLE");
/** The workbook written and read back. */
const save = async () => new ExcelJS.Workbook().xlsx.load(await bytes() as never);
/** One part of the file as text: what ExcelJS does not read back is looked at there. */
async function part(name: string): Promise<string> {
  const zip = Buffer.from(await bytes());
  for (let at = zip.readUInt32LE(zip.lastIndexOf("PK\x05\x06") + 16); zip.readUInt32LE(at) === CENTRAL_ENTRY;) {
    const [nameLength = 0, extraLength = 0, commentLength = 0] = [28, 30, 32].map((offset) => zip.readUInt16LE(at + offset));
    if (zip.toString("utf8", at + 46, at + 46 + nameLength) === name) {
      const local = zip.readUInt32LE(at + 42), start = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
      return inflateRawSync(zip.subarray(start, start + zip.readUInt32LE(at + 20))).toString();
    }
    at += 46 + nameLength + extraLength + commentLength;
  }
  throw new Error(`The file has no part ${name}.`);
}
const CENTRAL_ENTRY = 0x02014b50;
const first = (context: Excel.RequestContext) => context.workbook.worksheets.getFirst();
const write = (work: (sheet: Excel.Worksheet, context: Excel.RequestContext) => void) => run(async (context) => {
  work(first(context), context);
  await context.sync();
});
const sheetOf = (file: ExcelJS.Workbook) => file.worksheets[0]!;

test("values keep their kind: number, text, truth, text that looks like a formula, error", async () => {
  await write((sheet) => { sheet.getRange("A1:A5").values = [[1.5], ["word"], [true], ["'=1+1"], ["=NA()"]]; });
  const sheet = sheetOf(await save());
  expect(["A1", "A2", "A3", "A4"].map((cell) => sheet.getCell(cell).value)).toEqual([1.5, "word", true, "=1+1"]);
  expect(sheet.getCell("A5").value).toEqual({ formula: "NA()", result: { error: "#N/A" } });
});

test("formulas carry their results, and newer functions their file spelling", async () => {
  await write((sheet) => { sheet.getRange("A1:B2").formulas = [[2, "=A1*21"], ["a", '=IFNA(XLOOKUP("a",A1:A2,A1:A2),"")']]; });
  const sheet = sheetOf(await save());
  expect(sheet.getCell("B1").value).toEqual({ formula: "A1*21", result: 42 });
  expect(sheet.getCell("B2").value).toMatchObject({ formula: '_xlfn.IFNA(_xlfn.XLOOKUP("a",A1:A2,A1:A2),"")', result: "a" });
});

test("a spilled block is an array formula over its cells, whose values stand there too", async () => {
  await write((sheet) => { sheet.getRange("A1").formulas = [["=SEQUENCE(2,2)"]]; });
  const sheet = sheetOf(await save());
  expect(sheet.getCell("A1").value).toMatchObject({ formula: "_xlfn.SEQUENCE(2,2)", shareType: "array", ref: "A1:B2", result: 1 });
  expect(["B1", "A2", "B2"].map((cell) => sheet.getCell(cell).value)).toEqual([2, 3, 4]);
});

test("a reference to this row of a table is written out", async () => {
  await write((sheet) => {
    sheet.getRange("A1:B3").values = [["Ask", "Weight"], ["x", 2], ["y", 3]];
    const table = sheet.tables.add("A1:B3", true);
    table.name = "tblAsks";
    sheet.getRange("B3").formulas = [["=LEN([@Ask])*4"]];
  });
  const sheet = sheetOf(await save());
  expect(sheet.getCell("B3").formula).toMatch(/\[#This Row\],\[Ask\]/);
  expect(sheet.getCell("B2").value).toBe(2);
});

test("formats: number format, font, fill, borders, alignment, indent, wrap, and unlocked cells", async () => {
  await write((sheet) => {
    const range = sheet.getRange("B2");
    range.values = [[0.25]];
    range.numberFormat = [["0.0%"]];
    const { format } = range;
    Object.assign(format.font, { name: "Calibri", size: 10, bold: true, color: "#0000FF" });
    format.fill.color = "#FFF9DC";
    Object.assign(format, { horizontalAlignment: "Left", verticalAlignment: "Center", indentLevel: 2, wrapText: true });
    Object.assign(format.borders.getItem("EdgeBottom"), { style: "Continuous", weight: "Medium", color: "#1F2A44" });
    Object.assign(format.borders.getItem("EdgeTop"), { style: "Continuous", weight: "Hairline", color: "#DCC982" });
    format.protection.locked = false;
  });
  const cell = sheetOf(await save()).getCell("B2");
  expect(cell.numFmt).toBe("0.0%");
  expect(cell.font).toMatchObject({ name: "Calibri", size: 10, bold: true, color: { argb: "FF0000FF" } });
  expect(cell.fill).toMatchObject({ type: "pattern", pattern: "solid", fgColor: { argb: "FFFFF9DC" } });
  expect(cell.border).toEqual({
    bottom: { style: "medium", color: { argb: "FF1F2A44" } }, top: { style: "hair", color: { argb: "FFDCC982" } },
  });
  expect(cell.alignment).toMatchObject({ horizontal: "left", vertical: "middle", indent: 2, wrapText: true });
  expect(await part("xl/styles.xml")).toContain('<protection locked="0"');
});

test("the sheet's own look: widths, heights, frozen panes, tab colour, no gridlines, hidden ones, order", async () => {
  await write((sheet, context) => {
    sheet.name = "Role Definition";
    sheet.tabColor = "#F2C94C";
    sheet.showGridlines = false;
    sheet.freezePanes.freezeAt(sheet.getRange("A1:B4"));
    sheet.getRange("A:A").format.columnWidth = 100; // points: 133 pixels
    sheet.getRange("1:1").format.rowHeight = 28;
    context.workbook.worksheets.add("Lists").visibility = "VeryHidden";
  });
  const file = await save();
  expect(file.worksheets.map(({ name, state }) => [name, state])).toEqual([["Role Definition", "visible"], ["Lists", "veryHidden"]]);
  const sheet = sheetOf(file);
  expect(sheet.views[0]).toMatchObject({ state: "frozen", xSplit: 2, ySplit: 4, showGridLines: false });
  expect(sheet.properties.tabColor).toMatchObject({ argb: "FFF2C94C" });
  expect(sheet.getColumn(1).width).toBeCloseTo(133 / 7, 1); // 7 pixels a digit, padding counted in: ECMA-376, part 1, 18.3.1.13
  expect(sheet.getRow(1).height).toBeCloseTo(28, 0);
});

test("names stand for ranges, constants and formulas, for the workbook or for one sheet", async () => {
  await write((sheet, context) => {
    const { names } = context.workbook;
    names.add("in_rate", sheet.getRange("B2"));
    names.add("in_growth", "=0.02");
    names.add("calc_double", "=in_rate*2");
    sheet.names.add("here", sheet.getRange("C3:D4"));
    sheet.getRange("B2:B3").formulas = [[0.1], ["=calc_double"]];
  });
  const written = (await save()).model as unknown as { definedNames: { name: string; ranges: string[]; localSheetId?: number }[] };
  const text = await part("xl/workbook.xml");
  expect(written.definedNames.find(({ name }) => name === "in_rate")?.ranges).toEqual(["Sheet1!$B$2"]);
  expect(text).toContain('<definedName name="in_growth">0.02</definedName>');
  expect(text).toContain('<definedName name="calc_double">in_rate*2</definedName>');
  expect(text).toContain('<definedName name="here" localSheetId="0">Sheet1!$C$3:$D$4</definedName>');
});

test("tables keep name, columns, style and the values under them", async () => {
  await write((sheet) => {
    sheet.getRange("B3:C5").values = [["Ask", "Weight"], ["Buy regularly", 0.4], ["Stay with us", 0.6]];
    const table = sheet.tables.add("B3:C5", true);
    Object.assign(table, { name: "tblAsks", style: "TableStyleLight1", showFilterButton: false, showBandedRows: false });
  });
  const sheet = sheetOf(await save());
  const table = sheet.getTable("tblAsks") as unknown as { table: { tableRef: string; columns: { name: string }[]; style: object } };
  expect(table.table).toMatchObject({
    tableRef: "B3:C5", columns: [{ name: "Ask" }, { name: "Weight" }], style: { theme: "TableStyleLight1", showRowStripes: false },
  });
  expect([sheet.getCell("B3").value, sheet.getCell("B5").value, sheet.getCell("C5").value]).toEqual(["Ask", "Stay with us", 0.6]);
});

test("validations keep list, bounds, their message and their style", async () => {
  await write((sheet) => {
    const list = sheet.getRange("A1:A3").dataValidation;
    list.rule = { list: { inCellDropDown: true, source: "Yes,No" } };
    const share = sheet.getRange("B1").dataValidation;
    share.rule = { decimal: { formula1: 0, formula2: 1, operator: "Between" } };
    share.errorAlert = { showAlert: true, style: "Stop", title: "Share", message: "From 0 to 1" };
    sheet.getRange("C1").dataValidation.rule = { custom: { formula: "=LEN(C1)<5" } };
    sheet.getRange("D1").dataValidation.rule = { list: { inCellDropDown: true, source: "=$A$1:$A$3" } };
  });
  const sheet = sheetOf(await save());
  expect(sheet.getCell("A2").dataValidation).toMatchObject({ type: "list", formulae: ['"Yes,No"'] });
  expect(sheet.getCell("B1").dataValidation).toMatchObject({
    type: "decimal", formulae: [0, 1], errorStyle: "stop", errorTitle: "Share", error: "From 0 to 1", showErrorMessage: true,
  });
  expect(sheet.getCell("C1").dataValidation).toMatchObject({ type: "custom", formulae: ["LEN(C1)<5"] });
  expect(sheet.getCell("D1").dataValidation).toMatchObject({ type: "list", formulae: ["$A$1:$A$3"] });
});

test("conditional formats keep kind, formula, colours and thresholds", async () => {
  await write((sheet) => {
    const custom = sheet.getRange("A1:A5").conditionalFormats.add("Custom");
    custom.custom.rule.formula = '=$A1="ERROR"';
    custom.custom.format.fill.color = "#B3261E";
    custom.custom.format.font.color = "#FFFFFF";
    const cell = sheet.getRange("B1:B5").conditionalFormats.add("CellValue");
    cell.cellValue.rule = { formula1: "=2", operator: "LessThan" };
    cell.cellValue.format.font.color = "#A8430F";
    sheet.getRange("C1:C5").conditionalFormats.add("DataBar").dataBar.positiveFormat.fillColor = "#3F50BA";
    sheet.getRange("D1:D5").conditionalFormats.add("ColorScale").colorScale.criteria = {
      minimum: { type: "LowestValue", color: "#FFFFFF" }, maximum: { type: "HighestValue", color: "#0A6E66" },
    } as Excel.ConditionalColorScaleCriteria;
  });
  interface WithFormats { conditionalFormattings: { ref: string; rules: Record<string, unknown>[] }[] }
  const { conditionalFormattings } = sheetOf(await save()) as unknown as WithFormats;
  const rule = (ref: string) => conditionalFormattings.find((format) => format.ref === ref)?.rules[0];
  expect(rule("A1:A5")).toMatchObject({ type: "expression", formulae: ['$A1="ERROR"'] });
  expect(rule("A1:A5")?.style).toMatchObject({ fill: { bgColor: { argb: "FFB3261E" } }, font: { color: { argb: "FFFFFFFF" } } });
  expect(rule("B1:B5")).toMatchObject({ type: "cellIs", operator: "lessThan", formulae: ["2"] });
  expect(rule("C1:C5")).toMatchObject({ type: "dataBar", color: { argb: "FF3F50BA" } });
  expect(rule("D1:D5")).toMatchObject({
    type: "colorScale", cfvo: [{ type: "min" }, { type: "max" }], color: [{ argb: "FFFFFFFF" }, { argb: "FF0A6E66" }],
  });
});

test("page set-up: orientation, paper, fit, margins, headers and footers, repeated rows, area", async () => {
  await write((sheet) => {
    const { pageLayout } = sheet;
    pageLayout.orientation = "Landscape";
    pageLayout.paperSize = "A4" as Excel.PaperType;
    pageLayout.zoom = { horizontalFitToPages: 1, verticalFitToPages: 0 };
    pageLayout.leftMargin = 28.8;
    pageLayout.setPrintArea("A1:K40");
    pageLayout.setPrintTitleRows("$1:$4");
    Object.assign(pageLayout.headersFooters.defaultForAllPages, { leftHeader: "&F", centerFooter: "Page &P of &N" });
  });
  const sheet = sheetOf(await save());
  expect(sheet.pageSetup).toMatchObject({
    orientation: "landscape", paperSize: 9, fitToPage: true, fitToWidth: 1, fitToHeight: 0, printArea: "A1:K40", printTitlesRow: "1:4",
  });
  expect(sheet.pageSetup.margins!.left).toBeCloseTo(0.4, 9); // inches
  expect(sheet.headerFooter).toMatchObject({ oddHeader: "&L&F", oddFooter: "&CPage &P of &N" });
});

test("protection keeps what is allowed", async () => {
  await write((sheet) => { sheet.protection.protect({ allowFormatColumns: true, allowSort: false }); });
  const protection = /<sheetProtection[^>]*>/.exec(await part("xl/worksheets/sheet1.xml"))![0];
  expect(protection).toContain('sheet="1"');
  expect(protection).toContain('formatColumns="0"'); // the file says what is locked
  expect(protection).not.toContain("sort=");
});
