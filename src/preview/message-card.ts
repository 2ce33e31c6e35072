import { SetFormulaCalculationResultMutation } from "@univerjs/engine-formula";
import { columnName } from "./grid/address";
import type { Host } from "./protocol/host";

const NAMES: Record<string, string> = {
  "#VALUE!": "A value is wrong", "#N/A": "Not available", "#NUM!": "A number is out of reach", "#DIV/0!": "Not defined here",
  "#NAME?": "Unknown name", "#REF!": "A reference is gone", "#SPILL!": "No room to spill", "#BUSY!": "Still working",
};

/**
 * Shows, as Excel's error card does, the sentence that a custom function gave with its error: for the cell under the pointer,
 * else for the selected one.
 */
export function watchMessages(host: Host, card: HTMLElement): void {
  const { book } = host;
  const { api } = book;
  let hovered: { row: number; column: number } | undefined;

  const show = () => {
    const sheet = book.workbook.getActiveSheet();
    const chosen = sheet?.getSelection()?.getCurrentCell();
    const cell = [hovered, chosen && { row: chosen.actualRow, column: chosen.actualColumn }]
      .flatMap((place) => (place ? [{ ...place, error: String(book.value(sheet.getSheetId(), place.row, place.column)) }] : []))
      .map((place) => ({ ...place, sentence: host.functions.messageOf(book.addressOf({ ...place, sheetId: sheet.getSheetId() })) }))
      .find((place) => place.sentence);
    card.hidden = !cell;
    if (!cell) return;
    const heading = Object.assign(document.createElement("strong"), {
      textContent: `${columnName(cell.column)}${cell.row + 1}: ${cell.error}, ${NAMES[cell.error]?.toLowerCase() ?? "an error"}`,
    });
    card.replaceChildren(heading, cell.sentence!);
  };

  api.addEvent(api.Event.CellHover, ({ row, column }: { row: number; column: number }) => {
    hovered = { row, column };
    show();
  });
  const leave = () => {
    hovered = undefined;
    show();
  };
  card.parentElement?.addEventListener("pointerleave", leave);
  for (const event of ["SelectionChanged", "ActiveSheetChanged"]) api.addEvent(api.Event[event], show);
  book.commands.onCommandExecuted(({ id }: { id: string }) => { if (id === SetFormulaCalculationResultMutation.id) show(); });
}
