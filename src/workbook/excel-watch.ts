import type { Door } from "./door";
import { attempt } from "./excel-run";
import { selectedCell } from "./excel-selection";

/** Long enough for a paste or a series of edits to count as one, short enough to feel at once. */
const PAUSE = 150;

/** Reports edits on the sheets, deleted sheets and the moving selection, but not what this add-in wrote itself. */
export const watch: Door["watch"] = async (listener) => {
  const changed = settled(() => listener({ kind: "changed" }));
  const selected = settled(() => void selectedCell().then((cell) => cell && listener({ kind: "selected", ...cell })));
  const handlers = await attempt(async (context) => {
    const { worksheets, onSelectionChanged } = context.workbook;
    const added = [
      worksheets.onChanged.add(async ({ triggerSource }) => {
        if (triggerSource !== "ThisLocalAddin") changed.soon();
      }),
      worksheets.onDeleted.add(async () => changed.soon()),
      onSelectionChanged.add(async () => selected.soon()),
    ];
    await context.sync();
    return added;
  });
  return () => {
    changed.stop();
    selected.stop();
    // Handlers end with the pane in any case, so a removal that fails harms nobody.
    void removeAll(handlers).catch(() => undefined);
  };
};

async function removeAll(handlers: readonly OfficeExtension.EventHandlerResult<never>[]): Promise<void> {
  await Excel.run(handlers[0]!.context as Excel.RequestContext, async (context) => {
    for (const handler of handlers) handler.remove();
    await context.sync();
  });
}

/** Acts once, when a burst of events has been quiet for the pause. */
function settled(act: () => void) {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const stop = () => clearTimeout(timer);
  return { stop, soon: () => { stop(); timer = setTimeout(act, PAUSE); } };
}
