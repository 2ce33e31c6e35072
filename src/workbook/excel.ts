import type { Agreement } from "../core/agreement";
import type { Door, Extent } from "./door";
import { buildWorkbook, previewBuild, removeBuild } from "./excel-build";
import { readWorkbook, saveDraft, writeFields, type Memory } from "./excel-edit";
import { addModule, removeModule } from "./excel-modules";
import { goTo, insertFormula } from "./excel-selection";
import { listSources, readSource } from "./excel-sources";
import { changeTable, readTable } from "./excel-tables";
import { watch } from "./excel-watch";
import { loadModules } from "./modules/load";
import { coreAlone } from "./contents";

/** Off the panel's first screen. */
const loadCheck = () => import(/* webpackChunkName: "pages" */ "./excel-check");
const loadVersions = () => import(/* webpackChunkName: "pages" */ "./excel-versions");

/**
 * The open workbook, spoken to through Office.js. It remembers nothing but what the sheets last said. `modules` are those that
 * may be added.
 */
export function excelWorkbook(modules = loadModules): Door {
  const memory: Memory = { modules };
  const wholeOf = async (agreement: Agreement, extent: Extent = "core") =>
    (extent === "core" ? coreAlone : (await import(/* webpackChunkName: "modules" */ "./whole-sample")).wholeSample(agreement, modules));
  return {
    read: () => readWorkbook(memory),
    saveDraft,
    preview: async (agreement, extent) => previewBuild(agreement, await wholeOf(agreement, extent)),
    async build(agreement, templateId, told, extent) {
      const report = await buildWorkbook(agreement, templateId, told, await wholeOf(agreement, extent));
      memory.last = agreement;
      return report;
    },
    async remove() {
      await removeBuild(modules);
      memory.last = undefined;
    },
    write: (changes, told) => writeFields(changes, memory, told),
    history: async () => (await loadVersions()).readHistory(),
    update: async (told) => (await import(/* webpackChunkName: "pages" */ "./excel-update")).updateWorkbook(told, memory),
    note: async (decided, told) => (await loadVersions()).noteDecision(decided, told, memory),
    publish: async (number, told) => (await loadVersions()).publish(number, told, memory),
    goTo: (target) => goTo(target, memory),
    look: async (functions, target) => (await import(/* webpackChunkName: "pages" */ "./excel-look")).look(functions, target, memory),
    openCopy: async (kind, agreement, day) => (await import(/* webpackChunkName: "pages" */ "./excel-copy")).openCopy(kind, agreement, day),
    check: async (reporting) => (await loadCheck()).checkWorkbook(memory, reporting),
    keepAccepted: async (accepted) => (await loadCheck()).keepAccepted(accepted),
    certify: async (sentence) => (await loadCheck()).certify(sentence),
    mend: async (mends) => (await import(/* webpackChunkName: "pages" */ "./excel-mend")).mendWorkbook(mends),
    watch,
    insert: insertFormula,
    readTable: (name, patience) => readTable(name, modules, patience),
    changeTable: (name, change, patience) => changeTable(name, change, modules, patience),
    sources: () => listSources(modules),
    readSource,
    addModule: (id, data, patience) => addModule(id, data, memory, patience),
    removeModule: (id) => removeModule(id, memory),
  };
}
