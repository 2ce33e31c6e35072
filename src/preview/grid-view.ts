import { LocaleType, mergeLocales } from "@univerjs/core";
import { IRenderManagerService } from "@univerjs/engine-render";
import { UniverSheetsConditionalFormattingPreset } from "@univerjs/preset-sheets-conditional-formatting";
import conditionalTexts from "@univerjs/preset-sheets-conditional-formatting/locales/en-US";
import { UniverSheetsCorePreset } from "@univerjs/preset-sheets-core";
import coreTexts from "@univerjs/preset-sheets-core/locales/en-US";
import { UniverSheetsDataValidationPreset } from "@univerjs/preset-sheets-data-validation";
import validationTexts from "@univerjs/preset-sheets-data-validation/locales/en-US";
import { UniverSheetsTablePreset, UniverSheetsTableUIPlugin } from "@univerjs/preset-sheets-table";
import tableTexts from "@univerjs/preset-sheets-table/locales/en-US";
import "@univerjs/preset-sheets-core/lib/index.css";
import "@univerjs/preset-sheets-conditional-formatting/lib/index.css";
import "@univerjs/preset-sheets-data-validation/lib/index.css";
import "@univerjs/preset-sheets-table/lib/index.css";
import { Book } from "./grid/book";
import { createBlankWorkbook, createUniver } from "./grid/create-univer";
import { repairedFunctions, repairEngine } from "./grid/engine-fixes";
import { quickenEngine } from "./grid/engine-speed";

/**
 * Starts the grid a person sees, with a formula bar, sheet tabs and a status bar but without Univer's own toolbar, and
 * resolves with its book once it is drawn: before that Univer's plugins have not started.
 */
export async function openGrid(container: string): Promise<Book> {
  const { api, injector } = createUniver({
    locale: LocaleType.EN_US,
    locales: { [LocaleType.EN_US]: mergeLocales(coreTexts as any, conditionalTexts as any, validationTexts as any, tableTexts as any) },
    plugins: [
      ...UniverSheetsCorePreset({
        container, header: true, toolbar: false, disableAutoFocus: true,
        footer: { sheetBar: true, statisticBar: true, menus: false, zoomSlider: true },
        formula: { function: repairedFunctions } as any,
        sheets: { protectedRangeShadow: false },
      } as any).plugins,
      ...UniverSheetsConditionalFormattingPreset().plugins,
      ...UniverSheetsDataValidationPreset({ showEditOnDropdown: false, showSearchOnDropdown: false } as any).plugins,
      ...UniverSheetsTablePreset().plugins,
      // Univer would draw each table's name above its first row, on a band of its own that Excel does not have.
      [UniverSheetsTableUIPlugin, { hideAnchor: true }],
    ],
  });
  const drawn = new Promise<void>((resolve) => {
    const listener = api.addEvent(api.Event.LifeCycleChanged, ({ stage }: { stage: number }) => {
      if (stage < api.Enum.LifecycleStages.Rendered) return;
      listener.dispose();
      resolve();
    });
  });
  const workbook = createBlankWorkbook(api);
  await drawn;
  repairEngine(injector);
  quickenEngine(injector);
  return new Book(api, injector, workbook);
}

/** Stops drawing while many cells change. Univer can stop its loop but not name what it stopped, so the tasks are kept here. */
export function pausableDrawing(book: Book) {
  let depth = 0;
  let tasks: unknown[] = [];
  let engine: any;
  return {
    pause() {
      if (depth++ > 0) return;
      engine = book.injector.get(IRenderManagerService).getRenderById(book.unit)?.engine;
      tasks = [...(engine?._renderFrameTasks ?? [])];
      engine?.stopRenderLoop();
    },
    resume() {
      if (--depth > 0 || !engine) return;
      const added = new Set(engine._renderFrameTasks);
      for (const task of tasks) if (!added.has(task)) engine.runRenderLoop(task);
    },
  };
}
