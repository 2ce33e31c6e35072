import { boxAddress } from "../../../src/workbook/address";
import { snapshotOfPlan, type WorkbookSnapshot } from "../../../src/workbook/audit";
import { contentOf, extent, grid } from "../../../src/workbook/excel-write";
import type { WorkbookPlan } from "../../../src/workbook/workbook-plan";
import type { Headless } from "../../../src/preview/headless";

/** A plan's snapshot with the results that the preview's grid calculates; leaves the host with a fresh workbook. */
export async function calculatedSnapshot({ Excel, host }: Headless, plan: WorkbookPlan): Promise<WorkbookSnapshot> {
  const values = await Excel.run(async (context) => {
    const sheets = plan.sheets.map((sheet) => ({ sheet, worksheet: context.workbook.worksheets.add(sheet.name) }));
    const ranges = sheets.map(({ sheet, worksheet }) => {
      const box = extent(sheet.cells);
      const range = worksheet.getRange(boxAddress(box));
      range.formulas = grid(box, sheet.cells, (cell) => contentOf(cell?.content));
      return { id: sheet.id, box, range };
    });
    await context.sync();
    for (const { range } of ranges) range.load("values");
    await context.sync();
    return new Map(ranges.map(({ id, box, range }) => [id, { box, values: range.values }]));
  });
  host.reset();
  return snapshotOfPlan(plan, (sheet, row, column) => {
    const { box, values: cells } = values.get(sheet)!;
    return cells[row - box.row]![column - box.column] as string | number | boolean;
  });
}
