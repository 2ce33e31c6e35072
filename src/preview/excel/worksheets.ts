import { mergeWorksheetSnapshotWithDefault } from "@univerjs/core";
import { emptySheet } from "../grid/create-univer";
import { fail } from "../protocol/errors";
import { HostCollection, NULL_OBJECT, type OrNull } from "../protocol/host-object";
import { EventType, WORKBOOK_TARGET, type Context } from "./context";
import { checkSheetName, Worksheet } from "./worksheet";

let nextSheet = 2;

export class WorksheetCollection extends HostCollection<Worksheet> {
  static override events = [
    "_RegisterActivatedEvent", "_RegisterAddedEvent", "_RegisterDataChangedEvent", "_RegisterDeactivatedEvent", "_RegisterDeletedEvent",
    "_RegisterEventNameChanged", "_RegisterProtectionChangedEvent", "_RegisterSelectionChangedEvent",
  ];

  constructor(private readonly context: Context) {
    super();
  }

  private get sheets(): any[] { return this.context.book.workbook.getSheets(); }
  private at(sheet: any) { return new Worksheet(this.context, sheet.getSheetId()); }
  private get visible() { return this.items().filter((sheet) => sheet.Visibility === "Visible"); }

  items() {
    return this.sheets.map((sheet) => this.at(sheet));
  }
  /** Belief: a new sheet stands behind the last one and is not activated. */
  Add(name?: string) {
    const { book } = this.context;
    if (name) checkSheetName(this.context, name);
    const id = `sheet${nextSheet++}`;
    book.mutate("sheet.mutation.insert-sheet", id, {
      index: this.sheets.length, sheet: mergeWorksheetSnapshotWithDefault({ id, name: name || this.freeName(), ...emptySheet }),
    });
    this.context.raise(EventType.added, WORKBOOK_TARGET, { worksheetId: id, source: "Local" });
    return new Worksheet(this.context, id);
  }
  private freeName() {
    let number = this.sheets.length + 1;
    while (this.context.book.findSheet(`Sheet${number}`)) number++;
    return `Sheet${number}`;
  }
  GetItemOrNullObject(key: string): OrNull<Worksheet> {
    const found = this.context.book.findSheet(key);
    return found ? this.at(found) : NULL_OBJECT;
  }
  GetItem(key: string) {
    const sheet = this.GetItemOrNullObject(key);
    if (sheet === NULL_OBJECT) throw fail.notFound(key);
    return sheet;
  }
  GetActiveWorksheet() { return this.at(this.context.book.workbook.getActiveSheet()); }
  GetFirst(visibleOnly = false) { return (visibleOnly ? this.visible : this.items())[0]!; }
  GetLast(visibleOnly = false) { return (visibleOnly ? this.visible : this.items()).at(-1)!; }
  GetCount(visibleOnly = false) { return (visibleOnly ? this.visible : this.items()).length; }
}
