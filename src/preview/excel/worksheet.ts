import { MAX_COLUMNS, MAX_ROWS } from "../grid/address";
import { ApiError, fail } from "../protocol/errors";
import { HostCollection, KeyedObject, NULL_OBJECT, type OrNull } from "../protocol/host-object";
import { ChartCollection } from "./charts";
import { EventType, WORKBOOK_TARGET, type CellsObject, type Context } from "./context";
import { WorksheetFreezePanes } from "./freeze-panes";
import { NamedItemCollection } from "./names";
import { PageBreakCollection } from "./page-breaks";
import { PageLayout } from "./page-layout";
import { WorksheetProtection } from "./protection";
import { toColor } from "./style-pieces";
import { TableCollection } from "./tables";

export class Worksheet extends KeyedObject {
  static override scalars = [
    "EnableCalculation", "Id", "Name", "Position", "ShowGridlines", "ShowHeadings", "StandardHeight", "StandardWidth", "TabColor",
    "Visibility",
  ];
  static override events = [
    "_RegisterActivatedEvent", "_RegisterDataChangedEvent", "_RegisterDeactivatedEvent", "_RegisterEventNameChanged",
    "_RegisterProtectionChangedEvent", "_RegisterSelectionChangedEvent",
  ];

  constructor(private readonly context: Context, readonly Id: string) {
    super();
  }

  private get sheet(): any {
    const sheet = this.context.book.sheet(this.Id);
    if (!sheet) throw fail.notFound("the worksheet was deleted");
    return sheet;
  }
  private own<T>(work: () => T) { return this.context.book.own(work); }
  private get state() { return this.context.sheetState(this.Id); }

  // --- the sheet itself
  get Name() { return this.sheet.getSheetName(); }
  set Name(name: string) {
    const before = this.Name;
    if (name === before) return;
    checkSheetName(this.context, name, this.Id);
    this.context.book.flush();
    this.own(() => this.sheet.setName(name));
    const message = { worksheetId: this.Id, nameBefore: before, nameAfter: name, source: "Local" };
    for (const target of [this.Id, WORKBOOK_TARGET]) this.context.raise(EventType.nameChanged, target, message);
  }
  get Position() { return this.sheet.getIndex(); }
  set Position(index: number) {
    const { workbook } = this.context.book;
    if (!(index >= 0 && index < workbook.getSheets().length)) throw fail.invalid(`position ${index}`);
    this.context.book.mutate("sheet.mutation.set-worksheet-order", this.Id, { fromOrder: this.Position, toOrder: index });
  }
  get Visibility() { return !this.sheet.isSheetHidden() ? "Visible" : this.state.veryHidden ? "VeryHidden" : "Hidden"; }
  set Visibility(visibility: string) {
    if (!["Visible", "Hidden", "VeryHidden"].includes(visibility)) throw fail.invalid(`visibility "${visibility}"`);
    if (visibility !== "Visible") this.requireAnotherVisible();
    this.state.veryHidden = visibility === "VeryHidden";
    this.context.book.mutate("sheet.mutation.set-worksheet-hidden", this.Id, { hidden: visibility === "Visible" ? 0 : 1 });
  }
  get TabColor() { return this.sheet.getTabColor() ?? ""; }
  set TabColor(color: string) { this.own(() => this.sheet.setTabColor(color === "" ? "" : toColor(color))); }
  /** The client reads ShowGridlines and sets Gridlines, and headings alike. */
  get ShowGridlines() { return !this.sheet.hasHiddenGridLines(); }
  get Gridlines() { return this.ShowGridlines; }
  set Gridlines(shown: boolean) { this.own(() => this.sheet.setHiddenGridlines(!shown)); }
  get ShowHeadings() { return true; }
  get EnableCalculation() { return true; }
  get StandardHeight() { return 15; }
  get StandardWidth() { return 8.43; }
  Activate() {
    if (this.Visibility !== "Visible") throw fail.operation("a hidden worksheet cannot be activated");
    this.own(() => this.context.book.workbook.setActiveSheet(this.Id));
  }
  Delete() {
    if (this.Visibility === "VeryHidden") throw fail.operation("a very hidden worksheet cannot be deleted");
    this.requireAnotherVisible();
    const { book } = this.context;
    const { charts } = this.context.state;
    book.flush();
    // Told before another sheet comes to the front, as Excel does.
    this.context.raise(EventType.deleted, WORKBOOK_TARGET, { worksheetId: this.Id, source: "Local" });
    this.leave();
    this.own(() => book.workbook.deleteSheet(this.Id));
    const left = charts.filter((chart) => chart.sheetId !== this.Id);
    if (left.length < charts.length) {
      charts.splice(0, charts.length, ...left);
      this.context.chartsChanged();
    }
  }
  /** The sheet beside it comes to the front first: the grid cannot draw what is written while the sheet in front is gone. */
  private leave() {
    const { workbook } = this.context.book;
    if (workbook.getActiveSheet().getSheetId() !== this.Id) return;
    const visible = workbook.getSheets().filter((sheet: any) => !sheet.isSheetHidden()).map((sheet: any) => sheet.getSheetId() as string);
    const place = visible.indexOf(this.Id);
    this.own(() => workbook.setActiveSheet(visible[place + 1] ?? visible[place - 1]));
  }
  /** Belief: Excel's own sentence. */
  private requireAnotherVisible() {
    const others = this.context.book.workbook.getSheets().filter((s: any) => s.getSheetId() !== this.Id && !s.isSheetHidden());
    if (!others.length) throw new ApiError("InvalidOperation", "A workbook must contain at least one visible worksheet.");
  }

  // --- what belongs to it
  get Charts() { return new ChartCollection(this.context, this.Id); }
  get CustomProperties() { return new WorksheetCustomPropertyCollection(this.state.customProperties); }
  get FreezePanes() { return new WorksheetFreezePanes(this.context, this.Id); }
  get HorizontalPageBreaks() { return new PageBreakCollection(this.context, this.Id); }
  get Names() { return new NamedItemCollection(this.context, this.Id); }
  get PageLayout() { return new PageLayout(this.context, this.Id); }
  get Protection() { return new WorksheetProtection(this.context, this.Id); }
  get Tables() { return new TableCollection(this.context, this.Id); }

  // --- its cells
  private at(row: number, column: number, rows: number, columns: number) {
    return this.context.range(this.Id, { row, column, rows, columns });
  }
  private get all(): any { return this.at(0, 0, MAX_ROWS, MAX_COLUMNS); }
  GetRange(address?: string): CellsObject {
    if (!address) return this.all;
    const area = this.context.cells(address, this.Id);
    return this.context.range(area.sheetId, area.box);
  }
  GetCell(row: number, column: number) { return this.at(row, column, 1, 1); }
  GetRangeByIndexes(row: number, column: number, rows: number, columns: number) { return this.at(row, column, rows, columns); }
  GetUsedRange(valuesOnly = false) { return this.all.GetUsedRange(valuesOnly); }
  GetUsedRangeOrNullObject(valuesOnly = false) { return this.all.GetUsedRangeOrNullObject(valuesOnly); }
  Calculate() {
    this.context.book.flush();
    this.context.book.calculator.recalculateAll();
  }
  GetNextOrNullObject(visibleOnly = false) { return this.neighbour(1, visibleOnly); }
  GetPreviousOrNullObject(visibleOnly = false) { return this.neighbour(-1, visibleOnly); }
  private neighbour(step: number, visibleOnly: boolean): OrNull<Worksheet> {
    const sheets = this.context.book.workbook.getSheets().filter((s: any) =>
      s.getSheetId() === this.Id || !visibleOnly || !s.isSheetHidden());
    const index = sheets.findIndex((s: any) => s.getSheetId() === this.Id) + step;
    return sheets[index] ? new Worksheet(this.context, sheets[index].getSheetId()) : NULL_OBJECT;
  }
}

/** Belief: 1 to 31 characters, none of \ / ? * [ ] :, no apostrophe at an end, not "History", and not taken. */
export function checkSheetName(context: Context, name: string, ownId?: string): void {
  const isValid = name.length >= 1 && name.length <= 31 && !/[\\/?*[\]:]|^'|'$/.test(name) && !/^history$/i.test(name);
  if (!isValid) throw fail.invalid(`worksheet name "${name}"`);
  const other = context.book.findSheet(name);
  if (other && other.getSheetId() !== ownId) throw fail.exists(name);
}

/** Texts kept with the sheet. */
export class WorksheetCustomPropertyCollection extends HostCollection<WorksheetCustomProperty> {
  constructor(private readonly values: Map<string, string>) {
    super();
  }
  items() {
    return [...this.values.keys()].map((key) => new WorksheetCustomProperty(this.values, key));
  }
  Add(key: string, value: string) {
    this.values.set(key, String(value));
    return new WorksheetCustomProperty(this.values, key);
  }
  GetItemOrNullObject(key: string): OrNull<WorksheetCustomProperty> {
    const found = [...this.values.keys()].find((k) => k.toLowerCase() === key.toLowerCase());
    return found ? new WorksheetCustomProperty(this.values, found) : NULL_OBJECT;
  }
  GetItem(key: string) {
    const item = this.GetItemOrNullObject(key);
    if (item === NULL_OBJECT) throw fail.notFound(key);
    return item;
  }
  GetCount() { return this.values.size; }
}

export class WorksheetCustomProperty extends KeyedObject {
  static override scalars = ["Key", "Value"];
  constructor(private readonly values: Map<string, string>, readonly Key: string) {
    super();
  }
  get Id() { return this.Key; }
  get Value() { return this.values.get(this.Key) ?? ""; }
  set Value(value: string) { this.values.set(this.Key, String(value)); }
  Delete() { this.values.delete(this.Key); }
}
