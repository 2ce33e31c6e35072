import type { Door } from "./door";
import { buildWorkbook, previewBuild, removeBuild } from "./excel-build";
import { readWorkbook, saveDraft, writeFields, type Memory } from "./excel-edit";
import { goTo, insertFormula } from "./excel-selection";
import { watch } from "./excel-watch";

/** The open workbook, spoken to through Office.js. It remembers nothing but what the sheets last said. */
export function excelWorkbook(): Door {
  const memory: Memory = {};
  return {
    read: () => readWorkbook(memory),
    saveDraft,
    preview: previewBuild,
    async build(agreement, templateId) {
      const report = await buildWorkbook(agreement, templateId);
      memory.last = agreement;
      return report;
    },
    async remove() {
      await removeBuild();
      memory.last = undefined;
    },
    write: (changes) => writeFields(changes, memory),
    goTo: (target) => goTo(target, memory),
    watch,
    insert: insertFormula,
  };
}
