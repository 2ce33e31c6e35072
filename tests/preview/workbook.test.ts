import { openHeadless, type Headless } from "../../src/preview/headless";

let preview: Headless;
beforeAll(async () => { preview = await openHeadless(); });
afterAll(() => preview.close());
beforeEach(() => preview.host.reset());
const run = <T>(batch: (context: Excel.RequestContext) => Promise<T>) => preview.Excel.run(batch);

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
