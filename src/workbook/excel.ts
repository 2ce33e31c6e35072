import type { Door } from "./door";
import { buildWorkbook, previewBuild, removeBuild } from "./excel-build";
import { readWorkbook, saveDraft, writeFields, type Memory } from "./excel-edit";
import { addModule, removeModule } from "./excel-modules";
import { goTo, insertFormula } from "./excel-selection";
import { watch } from "./excel-watch";
import { loadModules } from "./modules/load";

/**
 * The open workbook, spoken to through Office.js. It remembers nothing but what the sheets last said. `modules` are those that
 * may be added.
 */
export function excelWorkbook(modules = loadModules): Door {
  const memory: Memory = { modules };
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
      await removeBuild(modules);
      memory.last = undefined;
    },
    write: (changes) => writeFields(changes, memory),
    goTo: (target) => goTo(target, memory),
    look: async (functions, target) => (await import(/* webpackChunkName: "pages" */ "./excel-look")).look(functions, target, memory),
    watch,
    insert: insertFormula,
    addModule: (id, data) => addModule(id, data, memory),
    removeModule: (id) => removeModule(id, memory),
  };
}
