import { formatAddress, fromUniverRange, type Box } from "../grid/address";
import type { Area } from "../grid/area";
import { EventType, WORKBOOK_TARGET, type Context } from "./context";

/** SelectionMoveType.MOVE_START and MOVING: the mouse is still down. */
const DRAGGING = [0, 1];

/** Turns what happens in the grid into Excel's events, and the add-in's own writes too. */
export class GridEvents {
  private written: { sheetId: string; box: Box }[] = [];
  private lastSelection = "";
  private activeSheet: string;
  private readonly subscription: { dispose(): void };

  constructor(private readonly context: Context) {
    this.activeSheet = context.book.workbook.getActiveSheet().getSheetId();
    this.subscription = context.book.commands.onCommandExecuted((command: any, options: any) => this.hear(command, options));
  }

  dispose() {
    this.subscription.dispose();
  }

  /** The client splits large arrays into several writes: one event per connected block. */
  contentWritten({ sheetId, box }: Area) {
    const last = this.written.at(-1);
    const continues = last && last.sheetId === sheetId && last.box.column === box.column && last.box.columns === box.columns
      && last.box.row + last.box.rows === box.row;
    if (continues) last.box.rows += box.rows;
    else this.written.push({ sheetId, box: { ...box } });
  }

  /** Belief: the add-in hears of its own writes too, marked ThisLocalAddin. */
  finishRequest() {
    for (const { sheetId, box } of this.written.splice(0)) this.changed(sheetId, formatAddress(box), "ThisLocalAddin");
  }

  private hear(command: any, options: any) {
    const { params } = command;
    if (params?.unitId !== undefined && params.unitId !== this.context.book.unit) return;
    switch (command.id) {
      case "sheet.mutation.set-range-values": {
        if (this.context.book.writing || options?.fromFormula || options?.onlyLocal) return;
        const box = contentBox(params.cellValue);
        if (box) this.changed(params.subUnitId, formatAddress(box));
        return;
      }
      case "formula.mutation.set-formula-calculation-result": return this.context.chartsChanged();
      case "sheet.operation.set-selections": return this.selected(params);
      case "sheet.operation.set-worksheet-active": return this.activated(params.subUnitId);
    }
  }

  private changed(sheetId: string, address: string, triggerSource = "Unknown") {
    const message = { address, changeType: "RangeEdited", source: "Local", worksheetId: sheetId, triggerSource };
    for (const target of [sheetId, WORKBOOK_TARGET]) this.context.raise(EventType.changed, target, message);
    this.context.chartsChanged();
  }

  private selected(params: any) {
    const [selection] = params.selections ?? [];
    if (!selection || DRAGGING.includes(params.type)) return;
    const address = formatAddress(fromUniverRange(selection.range));
    const key = `${params.subUnitId}!${address}`;
    if (key === this.lastSelection) return; // the grid tells some selections twice
    this.lastSelection = key;
    this.context.raise(EventType.workbookSelection, "", {});
    const message = { address, worksheetId: params.subUnitId };
    for (const target of [params.subUnitId, WORKBOOK_TARGET]) this.context.raise(EventType.selection, target, message);
  }

  private activated(sheetId: string) {
    if (sheetId === this.activeSheet) return;
    const left = this.activeSheet;
    this.activeSheet = sheetId;
    for (const target of [left, WORKBOOK_TARGET]) this.context.raise(EventType.deactivated, target, { worksheetId: left });
    for (const target of [sheetId, WORKBOOK_TARGET]) this.context.raise(EventType.activated, target, { worksheetId: sheetId });
  }
}

/** The block of cells whose content, not only style, was changed. */
function contentBox(cellValue: any): Box | null {
  let top = Infinity;
  let left = Infinity;
  let bottom = -1;
  let right = -1;
  for (const [row, cells] of Object.entries<any>(cellValue ?? {})) {
    for (const [column, cell] of Object.entries<any>(cells ?? {})) {
      if (cell && !["v", "f", "p", "si"].some((key) => key in cell)) continue;
      top = Math.min(top, Number(row));
      bottom = Math.max(bottom, Number(row));
      left = Math.min(left, Number(column));
      right = Math.max(right, Number(column));
    }
  }
  return bottom < 0 ? null : { row: top, column: left, rows: bottom - top + 1, columns: right - left + 1 };
}
