import { openBefore } from "./open";

const use = openBefore();

const SHEETS = 10;
const ROWS = 200;

test("ten sheets of 2,000 cells, a hundred names and sixty conditions are written, calculated and read in one request", async () => {
  const { host } = use.preview;
  const before = host.roundTrips;
  await use.run(async (context) => {
    const { worksheets, names, styles } = context.workbook;
    styles.add("Input");
    styles.getItem("Input").fill.color = "#FFF9DC";
    const totals: Excel.Range[] = [];
    for (let s = 1; s <= SHEETS; s++) {
      const sheet = worksheets.add(`Plan ${s}`);
      const before = s === 1 ? "0" : `'Plan ${s - 1}'!J200`;
      sheet.getRange("A1:J200").formulas = Array.from({ length: ROWS }, (_, r) => Array.from({ length: 10 }, (__, c) =>
        (c < 3 ? r + c : c < 9 ? `=$A${r + 1}*${c}+C${r + 1}` : r === 0 ? `=SUM(D1:I1)+${before}` : `=J${r}+D${r + 1}`)));
      sheet.getRange("A1:C200").style = "Input";
      Object.assign(sheet.getRange("A1:J1").format.font, { bold: true, color: "#1F2A44", size: 11 });
      const bottom = sheet.getRange("A1:J1").format.borders.getItem("EdgeBottom");
      Object.assign(bottom, { style: "Continuous", weight: "Medium", color: "#1F2A44" });
      sheet.getRange("D1:J200").numberFormat = "#,##0_);(#,##0)" as never;
      sheet.getRange("A:J").format.columnWidth = 60;
      for (let n = 1; n <= 10; n++) names.add(`in_${s}_${n}`, sheet.getRange(`A${n}`));
      for (let n = 1; n <= 6; n++) {
        sheet.getRange(`A${n}`).dataValidation.rule = { decimal: { formula1: 0, formula2: 1000, operator: "Between" } };
        const { custom } = sheet.getRange(`D${n}:I${n}`).conditionalFormats.add("Custom");
        custom.rule.formula = `=D${n}>100`;
        custom.format.fill.color = "#F8CBAD";
      }
      sheet.getRange("L1").formulas = [[`=SUM(in_${s}_1,in_${s}_10)`]];
      if (s <= 3) sheet.charts.add("ColumnClustered", sheet.getRange("A1:B20"), "Columns");
      totals.push(sheet.getRange("J200"), sheet.getRange("L1"));
    }
    for (const total of totals) total.load("values"); // last: a load between writes costs a calculation of its own
    await context.sync();
    // Of a row r: A = r, C = r + 2, D = 3r + r + 2 = 4r + 2. J1 = sum of cr + r + 2 for c = 3 to 8 at r = 0 = 12.
    const sheetTotal = 12 + Array.from({ length: ROWS - 1 }, (_, r) => 4 * (r + 1) + 2).reduce((sum, d) => sum + d, 0);
    totals.forEach((total, i) => expect(total.values).toEqual([[i % 2 ? 9 : sheetTotal * (Math.floor(i / 2) + 1)]]));
  });
  expect(host.roundTrips - before).toBe(1);
  expect(host.charts).toHaveLength(3);
});
