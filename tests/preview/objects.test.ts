import { chartData } from "../../src/preview/excel/chart-model";
import { openBefore } from "./open";

const use = openBefore();
const { run } = use;

test("names of both scopes are used in formulas, found, changed and deleted", () => run(async (context) => {
  const { names, worksheets } = context.workbook;
  const sheet = worksheets.add("Inputs");
  sheet.getRange("B2").values = [[0.1]];
  names.add("in_rate", sheet.getRange("B2"), "discount rate");
  names.add("fixed", "=0.25");
  sheet.names.add("local_cell", "=Inputs!$B$2");
  const results = sheet.getRange("D1:D3");
  results.formulas = [["=in_rate*100"], ["=fixed*4"], ["=local_cell+1"]];
  results.load("values");
  const rate = names.getItem("IN_RATE").load("name,formula,value,type,scope,comment,visible");
  const where = names.getItem("in_rate").getRange().load("address");
  const constant = names.getItem("fixed").load("value,type");
  const noRange = names.getItem("fixed").getRangeOrNullObject();
  const local = sheet.names.getItem("local_cell").load("scope");
  const notHere = names.getItemOrNullObject("local_cell");
  await context.sync();
  expect(results.values.flat()).toEqual([10, 1, 1.1]);
  expect([rate.name, rate.formula, rate.value, rate.type, rate.scope, rate.comment, rate.visible]).toEqual([
    "in_rate", "=Inputs!$B$2", "Inputs!$B$2", "Range", "Workbook", "discount rate", true,
  ]);
  expect([where.address, constant.value, constant.type, noRange.isNullObject, local.scope, notHere.isNullObject]).toEqual([
    "Inputs!B2", 0.25, "Double", true, "Worksheet", true,
  ]);
  names.getItem("fixed").delete();
  rate.visible = false;
  rate.formula = "=Inputs!$D$2";
  results.load("values");
  const deleted = names.getItemOrNullObject("fixed");
  rate.load("visible");
  await context.sync();
  expect(deleted.isNullObject).toBe(true);
  expect(rate.visible).toBe(false);
  expect(results.values[1]).toEqual(["#NAME?"]);
}));

test.each(["A1", "two words", "1st", "R1C1"])("the name %p is refused", (name) => run(async (context) => {
  context.workbook.names.add(name, context.workbook.worksheets.getFirst().getRange("A1"));
  await expect(context.sync()).rejects.toMatchObject({ code: "InvalidArgument" });
}));

test("a name follows its sheet when that is renamed, and loses its range when it is deleted", () => run(async (context) => {
  const { names, worksheets } = context.workbook;
  const sheet = worksheets.add("Before");
  names.add("in_x", sheet.getRange("A1"));
  await context.sync();
  sheet.name = "After wards";
  const item = names.getItem("in_x").load("formula");
  await context.sync();
  expect(item.formula).toBe("='After wards'!$A$1");
  sheet.delete();
  const range = names.getItem("in_x").getRangeOrNullObject();
  await context.sync();
  expect(range.isNullObject).toBe(true);
}));

test("tables are made, named, styled, measured, grown and turned back into cells", () => run(async (context) => {
  const sheet = context.workbook.worksheets.getFirst();
  sheet.getRange("A1:B3").values = [["Product", "Amount"], ["x", 10], ["y", 20]];
  const table = sheet.tables.add("A1:B3", true);
  table.name = "tblSales";
  table.style = "TableStyleLight1";
  table.showFilterButton = false;
  sheet.getRange("D1").formulas = [["=SUM(tblSales[Amount])"]];
  const parts = [table.getRange(), table.getHeaderRowRange(), table.getDataBodyRange(), table.columns.getItem("Amount").getDataBodyRange()];
  for (const part of parts) part.load("address");
  table.load("name,style,showFilterButton,showHeaders,showBandedRows");
  table.columns.load("items/name,count");
  const total = sheet.getRange("D1").load("values");
  const found = context.workbook.tables.getItem("TBLSALES").worksheet.load("name");
  await context.sync();
  expect(parts.map((part) => part.address)).toEqual(["Sheet1!A1:B3", "Sheet1!A1:B1", "Sheet1!A2:B3", "Sheet1!B2:B3"]);
  expect([table.name, table.style, table.showFilterButton, table.showHeaders, table.showBandedRows]).toEqual([
    "tblSales", "TableStyleLight1", false, true, true,
  ]);
  expect([table.columns.items.map((column) => column.name), table.columns.count, total.values, found.name]).toEqual([
    ["Product", "Amount"], 2, [[30]], "Sheet1",
  ]);
  table.rows.add(undefined, [["z", 5]]);
  total.load("values");
  const grown = table.getRange().load("address");
  await context.sync();
  expect([total.values, grown.address]).toEqual([[[35]], "Sheet1!A1:B4"]);
  table.rows.getItemAt(0).delete();
  total.load("values");
  grown.load("values");
  const shrunk = table.getRange().load("address,values");
  await context.sync();
  expect([total.values, shrunk.address, shrunk.values[1]]).toEqual([[[25]], "Sheet1!A1:B3", ["y", 20]]);
  const cells = table.convertToRange().load("address,values");
  const gone = context.workbook.tables.getItemOrNullObject("tblSales");
  await context.sync();
  expect([cells.address, cells.values[2], gone.isNullObject]).toEqual(["Sheet1!A1:B3", ["z", 5], true]);
}));

test("settings keep any JSON, dates included", () => run(async (context) => {
  const { settings } = context.workbook;
  settings.add("draft", { version: 1, when: new Date(0), list: [1, null, "x"] });
  const draft = settings.getItem("draft").load("key,value");
  const none = settings.getItemOrNullObject("none");
  await context.sync();
  expect([draft.key, draft.value.version, draft.value.when.getTime(), draft.value.list, none.isNullObject]).toEqual([
    "draft", 1, 0, [1, null, "x"], true,
  ]);
  draft.delete();
  const count = settings.getCount();
  await context.sync();
  expect(count.value).toBe(0);
}));

test("custom XML parts are found by namespace", () => run(async (context) => {
  const { customXmlParts } = context.workbook;
  const part = customXmlParts.add('<role xmlns="urn:role" version="1"><ask id="A02"/></role>').load("id,namespaceUri");
  const found = customXmlParts.getByNamespace("urn:role").getOnlyItem();
  const xml = found.getXml();
  const none = customXmlParts.getByNamespace("urn:other").getOnlyItemOrNullObject();
  await context.sync();
  expect([part.namespaceUri, xml.value.includes("A02"), none.isNullObject]).toEqual(["urn:role", true, true]);
  customXmlParts.add("<open>");
  await expect(context.sync()).rejects.toMatchObject({ code: "InvalidArgument" });
}));

test("document properties, custom ones too", () => run(async (context) => {
  const { properties } = context.workbook;
  properties.title = "Customer role";
  properties.company = "Alder & Finch";
  properties.custom.add("Spec", 3);
  properties.load("title,company,author");
  const spec = properties.custom.getItem("Spec").load("key,value,type");
  await context.sync();
  expect([properties.title, properties.company, properties.author, spec.value, spec.type]).toEqual([
    "Customer role", "Alder & Finch", "", 3, "Number",
  ]);
}));

test("a chart is a plain model whose data follow the cells", () => run(async (context) => {
  const sheet = context.workbook.worksheets.getFirst();
  sheet.getRange("A1:C4").values = [["Step", "Base", "Rise"], ["Asked", 0, 100], ["Discount", 80, 20], ["As is", 0, "=B3"]];
  sheet.getRange("C2:C4").numberFormat = [["#,##0"], ["#,##0"], ["#,##0"]];
  const chart = sheet.charts.add("ColumnStacked", sheet.getRange("A1:C4"), "Columns");
  chart.name = "Bridge";
  chart.title.visible = false;
  chart.legend.visible = false;
  chart.axes.valueAxis.majorGridlines.visible = false;
  chart.axes.valueAxis.numberFormat = "#,##0";
  chart.axes.categoryAxis.format.font.size = 10;
  chart.setPosition("E2", "J12");
  const base = chart.series.getItemAt(0);
  base.format.fill.clear();
  base.gapWidth = 40;
  const rise = chart.series.getItemAt(1);
  rise.format.fill.setSolidColor("#0a6e66");
  rise.format.line.color = "#A8430F";
  rise.format.line.weight = 1.5;
  rise.hasDataLabels = true;
  rise.dataLabels.position = "InsideEnd";
  rise.points.getItemAt(2).format.fill.setSolidColor("#1F2A44");
  const line = chart.series.add("Total");
  line.chartType = "Line";
  line.setValues(sheet.getRange("C2:C4"));
  line.setXAxisValues(sheet.getRange("A2:A4"));
  chart.series.load("items/name,count");
  chart.load("left,width,name");
  await context.sync();
  expect(chart.series.items.map((series) => series.name)).toEqual(["Base", "Rise", "Total"]);
  expect([chart.series.count, chart.name]).toEqual([3, "Bridge"]);

  const { host } = use.preview;
  await host.book.settle();
  const [model] = host.charts;
  expect(model).toMatchObject({
    name: "Bridge", chartType: "ColumnStacked", title: { visible: false }, legend: { visible: false },
    axes: { value: { majorGridlines: { visible: false }, numberFormat: "#,##0" }, category: { font: { size: 10 } } },
  });
  expect(model!.series.map(({ fill, gapWidth, chartType }) => [fill, gapWidth, chartType])).toEqual([
    [null, 40, undefined], ["#0A6E66", 150, undefined], [undefined, 150, "Line"],
  ]);
  expect(model!.series[1]).toMatchObject({
    line: { color: "#A8430F", weight: 1.5 }, hasDataLabels: true, labels: { position: "InsideEnd" }, points: { 2: { fill: "#1F2A44" } },
  });
  expect(chartData(host.book, model!).map(({ name, categories, values }) => [name, categories, values])).toEqual([
    ["Base", ["Asked", "Discount", "As is"], [0, 80, 0]], ["Rise", ["Asked", "Discount", "As is"], [100, 20, 80]],
    ["Total", ["Asked", "Discount", "As is"], [100, 20, 80]],
  ]);

  let calls = 0;
  const stop = host.onChartsChanged(() => { calls++; });
  await host.enter("Sheet1!B3", "70");
  expect(calls).toBeGreaterThan(0);
  stop();
  expect(chartData(host.book, model!)[1]!.values).toEqual([100, 20, 70]);
}));

test("a chart of a type that cannot be drawn, and a deleted sheet's chart", () => run(async (context) => {
  const sheet = context.workbook.worksheets.add("Charts");
  sheet.getRange("A1:B2").values = [["a", 1], ["b", 2]];
  sheet.charts.add("Pie", sheet.getRange("A1:B2"), "Auto");
  await context.sync();
  expect(use.preview.host.charts).toHaveLength(1);
  sheet.delete();
  await context.sync();
  expect(use.preview.host.charts).toHaveLength(0);
  context.workbook.worksheets.getFirst().charts.add("Waterfall", context.workbook.worksheets.getFirst().getRange("A1:B2"), "Auto");
  await expect(context.sync()).rejects.toMatchObject({ code: "ApiNotFound" });
}));
