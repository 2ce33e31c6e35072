import { LogLevel, Univer } from "@univerjs/core";
import { FUniver } from "@univerjs/core/facade";

const START_ROWS = 200;
const START_COLUMNS = 30;
/** Belief: Excel's own sizes with Calibri 11, 8.43 characters wide and 15 points high. */
const COLUMN_PIXELS = 64;
const ROW_PIXELS = 20;

/** A new sheet: the rows and columns it shows at first, their sizes, and Excel's font; it grows when something is written further out. */
export const emptySheet = {
  rowCount: START_ROWS, columnCount: START_COLUMNS, defaultColumnWidth: COLUMN_PIXELS, defaultRowHeight: ROW_PIXELS,
  defaultStyle: { ff: "Calibri", fs: 11 },
};

/**
 * Starts Univer with the given plugins (a class, or a class and its options; a later entry replaces an earlier one).
 * Stands in for createUniver of @univerjs/presets, which installs many packages without a licence.
 */
export function createUniver({ plugins, ...config }: { plugins: any[] } & Record<string, any>) {
  const univer = new Univer({ logLevel: LogLevel.ERROR, ...config });
  const byName = new Map<string, [any, any]>();
  for (const entry of plugins) {
    const [Plugin, options] = Array.isArray(entry) ? entry : [entry, undefined];
    byName.delete(Plugin.pluginName);
    byName.set(Plugin.pluginName, [Plugin, options]);
  }
  for (const [Plugin, options] of byName.values()) univer.registerPlugin(Plugin, options);
  return { univer, api: FUniver.newAPI(univer) as any, injector: univer.__getInjector() as any };
}

/** A new workbook with one empty sheet, Sheet1, as Excel opens it. */
export function createBlankWorkbook(api: any, unit = "preview"): any {
  const workbook = api.createWorkbook({
    id: unit, name: "Preview", sheetOrder: ["sheet1"],
    sheets: { sheet1: { id: "sheet1", name: "Sheet1", ...emptySheet, cellData: {} } },
  });
  workbook.setActiveSheet("sheet1");
  return workbook;
}
