import type ExcelJS from "exceljs";
import { boxAddress, quoted } from "./address";
import type { WorkbookPlan } from "./workbook-plan";
import { writeSheet } from "./xlsx-sheet";

/** What the file says of itself in its properties. Nobody is named there: its author is the add-in. */
export interface FileMeta {
  readonly title: string;
  /** The organisation that publishes it; left out unless told. */
  readonly company?: string;
}

const author = "Customer Role";

/**
 * Writes a plan to an .xlsx file: the same cells, looks, names, tables, rules and print set-up that a build writes into the open
 * workbook. Formulas come without results, so whoever opens the file calculates it at once.
 *
 * Left out is what the file writer (ExcelJS) cannot write: charts, named cell styles (their formats stand in every cell instead),
 * and our mark and settings; a panel that opens the file knows the build by its defined names.
 * The library is fetched at the first call, so that a page which never writes a file does not carry it.
 * @example await writeFile("sample.xlsx", await writeXlsx(planWorkbook(sample.agreement), { title: "Customer role" }))
 */
export async function writeXlsx(plan: WorkbookPlan, meta: FileMeta): Promise<Uint8Array<ArrayBuffer>> {
  const { default: library } = await import("exceljs");
  const file = new library.Workbook();
  introduce(file, meta);
  const front = plan.sheets.findIndex(({ id }) => id === "summary");
  file.views = [{ x: 0, y: 0, width: 24000, height: 14000, firstSheet: 0, activeTab: Math.max(front, 0), visibility: "visible" }];
  plan.sheets.forEach((sheet, index) => writeSheet(file, sheet, { inFront: index === Math.max(front, 0) }));
  writeNames(file, plan);
  return new Uint8Array(await file.xlsx.writeBuffer());
}

function introduce(file: ExcelJS.Workbook, { title, company }: FileMeta): void {
  Object.assign(file, { title, creator: author, lastModifiedBy: author, ...(company !== undefined && { company }) });
  file.calcProperties = { fullCalcOnLoad: true };
}

function writeNames(file: ExcelJS.Workbook, { sheets }: WorkbookPlan): void {
  for (const { name, sheet, box } of sheets.flatMap(({ names }) => names)) {
    file.definedNames.add(`${quoted(sheet)}!${boxAddress(box).replace(/([A-Z]+)(\d+)/g, "$$$1$$$2")}`, name);
  }
}
