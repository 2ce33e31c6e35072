import type { Door } from "./door";
import { buildWorkbook, previewBuild, removeBuild } from "./excel-build";
import { readWorkbook, saveDraft, writeFields, type Memory } from "./excel-edit";
import { goTo, insertFormula } from "./excel-selection";
import { watch } from "./excel-watch";

/** The open workbook, spoken to through Office.js. It remembers nothing but the values that were last legal. */
export function excelWorkbook(): Door {
  const memory: Memory = {};
  return {
    read: () => readWorkbook(memory),
    saveDraft,
    preview: previewBuild,
    build: buildWorkbook,
    remove: removeBuild,
    write: (changes) => writeFields(changes, memory),
    goTo: (target) => goTo(target, memory),
    watch,
    insert: insertFormula,
  };
}
