import { boxAddress } from "./address";
import type { CellValue, Patience } from "./door";
import { most } from "./excel-sources";
import { asText } from "./text";
import type { Box, SheetPlan } from "./workbook-plan";

/** Some rows of a bulk, as many as one request carries. */
interface Part { readonly worksheet: Excel.Worksheet; readonly box: Box; readonly valuesOf: (row: number) => readonly CellValue[] }

/** Writes the rows that were planned in bulk, part by part; an aborted signal ends it between two parts with the signal's reason. */
export async function writeBulks(
  context: Excel.RequestContext, sheets: readonly SheetPlan[], worksheets: ReadonlyMap<string, Excel.Worksheet>,
  { progress, signal }: Patience = {},
): Promise<void> {
  const parts = sheets.flatMap(({ id, bulks = [] }) => bulks.flatMap(({ box, valuesOf }) => partsOf(worksheets.get(id)!, box, valuesOf)));
  for (const [place, { worksheet, box, valuesOf }] of parts.entries()) {
    signal?.throwIfAborted();
    context.workbook.application.suspendApiCalculationUntilNextSync();
    worksheet.getRange(boxAddress(box)).values = Array.from({ length: box.rows }, (_, row) => valuesOf(row).map(asTyped));
    // eslint-disable-next-line office-addins/no-context-sync-in-loop -- more would not fit into one request
    await context.sync();
    progress?.((place + 1) / parts.length);
  }
}

const asTyped = (value: CellValue) => (typeof value === "string" ? asText(value) : value);

function partsOf(worksheet: Excel.Worksheet, box: Box, valuesOf: Part["valuesOf"]): Part[] {
  const step = Math.max(1, Math.min(most.rows, Math.floor(most.cells / box.columns)));
  return Array.from({ length: Math.ceil(box.rows / step) }, (_, part) => ({
    worksheet, box: { ...box, row: box.row + part * step, rows: Math.min(step, box.rows - part * step) },
    valuesOf: (row) => valuesOf(part * step + row),
  }));
}
