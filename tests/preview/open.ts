import { openHeadless, type Headless, type HeadlessOptions } from "../../src/preview/headless";

/** Opens the headless preview once for a test file and gives every test a fresh workbook. */
export function openBefore(options: HeadlessOptions = {}) {
  const use = {
    preview: undefined as unknown as Headless,
    run: <T>(batch: (context: Excel.RequestContext) => Promise<T>): Promise<T> => use.preview.Excel.run(batch),
    /** The values of "Sheet1!A1:B2", calculated. */
    values: (address: string): Promise<any[][]> => use.run(async (context) => {
      const [sheet, cells] = address.split("!") as [string, string];
      const range = context.workbook.worksheets.getItem(sheet).getRange(cells).load("values");
      await context.sync();
      return range.values;
    }),
  };
  beforeAll(async () => { use.preview = await openHeadless(options); });
  beforeEach(() => use.preview.host.reset());
  afterAll(() => use.preview.close());
  return use;
}
