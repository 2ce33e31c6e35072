import { TableManager } from "@univerjs/sheets-table";
import { fromUniverRange, toUniverRange, type Box } from "../grid/address";
import { fail } from "../protocol/errors";
import { HostCollection, HostObject, KeyedObject, NULL_OBJECT, type OrNull } from "../protocol/host-object";
import { EventType, WORKBOOK_TARGET, type Context } from "./context";
import { isValidName } from "./names";
import { setTable, TableColumnCollection, TableRowCollection } from "./table-parts";
import { gridTheme } from "./table-styles";

let nextTable = 1;

/** The tables of the workbook, or of one sheet. */
export class TableCollection extends HostCollection<Table> {
  static override scalars = ["Count"];
  static override events = ["_RegisterDataChangedEvent", "_RegisterAddedEvent", "_RegisterDeletedEvent"];

  constructor(private readonly context: Context, private readonly sheetId?: string) {
    super();
  }
  private get ids(): string[] {
    return gridTables(this.context).filter((t) => !this.sheetId || t.subUnitId === this.sheetId).map((t) => t.id);
  }
  get Count() { return this.ids.length; }
  items() {
    return this.ids.map((id) => new Table(this.context, id));
  }

  Add(address: unknown, hasHeaders: boolean) {
    const { book } = this.context;
    if (!hasHeaders) throw fail.missing("table without headers");
    const area = this.context.cells(address, this.sheetId);
    this.context.guard(area, "edit");
    book.flush(); // the column names are taken from the header cells, which must be there
    const id = `table-${nextTable++}`;
    const look = {
      style: "TableStyleMedium2", showFilterButton: true, showBandedRows: true, showBandedColumns: false, showHeaders: true,
      highlightFirstColumn: false, highlightLastColumn: false,
    };
    // The command, not the facade: it runs at once, so the next action of the same batch finds the table.
    const isAdded = book.own(() => book.commands.syncExecuteCommand("sheet.command.add-table", {
      unitId: book.unit, subUnitId: area.sheetId, name: this.freeName(), id, range: toUniverRange(area.box),
      options: { tableStyleId: gridTheme(book, look) },
    }));
    if (!isAdded) throw fail.invalid("the table would overlap another one");
    this.context.state.tables.set(id, look);
    const table = new Table(this.context, id);
    book.defer(() => table.redraw());
    const message = { tableId: id, worksheetId: area.sheetId, source: "Local" };
    for (const target of [area.sheetId, WORKBOOK_TARGET]) this.context.raise(EventType.tableAdded, target, message);
    return table;
  }
  private freeName() {
    const taken = new Set(gridTables(this.context).map((t) => t.name.toLowerCase()));
    let number = 1;
    while (taken.has(`table${number}`)) number++;
    return `Table${number}`;
  }
  GetItemOrNullObject(key: string): OrNull<Table> {
    const wanted = String(key).toLowerCase();
    const found = gridTables(this.context).find((t) => t.id === key || t.name.toLowerCase() === wanted);
    return found && this.ids.includes(found.id) ? new Table(this.context, found.id) : NULL_OBJECT;
  }
  GetItem(key: string) {
    const table = this.GetItemOrNullObject(key);
    if (table === NULL_OBJECT) throw fail.notFound(key);
    return table;
  }
  GetItemAt(index: number) {
    const table = this.items()[index];
    if (!table) throw fail.invalid(`index ${index}`);
    return table;
  }
  GetFirst() { return this.GetItemAt(0); }
  GetCount() { return this.ids.length; }
}

interface GridTable {
  id: string;
  name: string;
  subUnitId: string;
  range: { startRow: number; startColumn: number; endRow: number; endColumn: number };
}

function gridTables({ book }: Context): GridTable[] {
  return book.injector.get(TableManager).getTableList(book.unit) ?? [];
}

export class Table extends KeyedObject {
  static override scalars = [
    "HighlightFirstColumn", "HighlightLastColumn", "Id", "LegacyId", "Name", "ShowBandedColumns", "ShowBandedRows", "ShowFilterButton",
    "ShowHeaders", "ShowTotals", "Style",
  ];
  static override events = ["_RegisterDataChangedEvent", "_RegisterSelectionChangedEvent"];

  constructor(private readonly context: Context, readonly Id: string) {
    super();
  }

  private get entry(): GridTable {
    const entry = gridTables(this.context).find((t) => t.id === this.Id);
    if (!entry) throw fail.notFound("the table was deleted");
    return entry;
  }
  private get look() {
    const state = this.context.state.tables.get(this.Id);
    if (!state) throw fail.notFound("the table was deleted");
    return state;
  }
  private get box() { return fromUniverRange(this.entry.range); }
  private range(box: Box) { return this.context.range(this.entry.subUnitId, box); }

  get LegacyId() { return this.Id; }
  get Name() { return this.entry.name; }
  set Name(name: string) {
    const taken = gridTables(this.context).find((t) => t.name.toLowerCase() === name.toLowerCase());
    if (!isValidName(name)) throw fail.invalid(`table name "${name}"`);
    if (taken && taken.id !== this.Id) throw fail.exists(name);
    if (taken?.name === name) return;
    setTable(this.context.book, this.Id, { name });
  }
  get ShowTotals() { return false; }
  get ShowHeaders() { return this.look.showHeaders; }
  get Style() { return this.look.style; }
  set Style(style: string) {
    this.look.style = style;
    this.redraw();
  }
  get ShowBandedRows() { return this.look.showBandedRows; }
  set ShowBandedRows(shown: boolean) {
    this.look.showBandedRows = shown;
    this.redraw();
  }
  get ShowBandedColumns() { return this.look.showBandedColumns; }
  set ShowBandedColumns(shown: boolean) { this.look.showBandedColumns = shown; }
  get ShowFilterButton() { return this.look.showFilterButton; }
  set ShowFilterButton(shown: boolean) {
    this.look.showFilterButton = shown;
    this.redraw();
  }
  get HighlightFirstColumn() { return this.look.highlightFirstColumn; }
  set HighlightFirstColumn(on: boolean) { this.look.highlightFirstColumn = on; }
  get HighlightLastColumn() { return this.look.highlightLastColumn; }
  set HighlightLastColumn(on: boolean) { this.look.highlightLastColumn = on; }

  get Worksheet(): HostObject { return this.context.worksheet(this.entry.subUnitId); }
  get Columns() { return new TableColumnCollection(this.context, this.entry.subUnitId, this.box, this.Id); }
  get Rows() { return new TableRowCollection(this.context, this.entry.subUnitId, this.box, this.Id); }
  GetRange() { return this.range(this.box); }
  GetHeaderRowRange() { return this.range({ ...this.box, rows: 1 }); }
  GetDataBodyRange() { return this.range({ ...this.box, row: this.box.row + 1, rows: this.box.rows - 1 }); }
  Resize(address: unknown) {
    const { book } = this.context;
    const area = this.context.cells(address, this.entry.subUnitId);
    book.flush();
    setTable(book, this.Id, { updateRange: { newRange: toUniverRange(area.box) } });
  }
  /** Belief: the cells stay and look as before; only the table is gone. */
  ConvertToRange() {
    const range = this.GetRange();
    this.remove();
    return range;
  }
  /** Belief: deletes the table and its cells' contents. */
  Delete() {
    const range: any = this.GetRange();
    this.remove();
    range.Clear();
  }
  private remove() {
    const { book } = this.context;
    const { subUnitId } = this.entry;
    book.flush();
    book.own(() => book.commands.syncExecuteCommand("sheet.command.delete-table", { unitId: book.unit, subUnitId, tableId: this.Id }));
    this.context.state.tables.delete(this.Id);
    const message = { tableId: this.Id, worksheetId: subUnitId, source: "Local" };
    for (const target of [subUnitId, WORKBOOK_TARGET]) this.context.raise(EventType.tableDeleted, target, message);
  }
  /** Shows a change of look; nothing when the table is gone meanwhile. */
  redraw() {
    const { book } = this.context;
    if (this.context.state.tables.has(this.Id)) setTable(book, this.Id, { theme: gridTheme(book, this.look) });
  }
}

/**
 * Lets the grid draw filter buttons only where the table shows them. It draws them the moment a table is added, before the
 * add-in can say it wants none, and their room in the heading stays; so a table is drawn with buttons only once it is known.
 */
export function chooseFilterButtons({ book, state }: Context): void {
  const manager = book.injector.get(TableManager);
  const { getSheetFilterRangeWithState } = Object.getPrototypeOf(manager);
  manager.getSheetFilterRangeWithState = (...place: unknown[]) =>
    getSheetFilterRangeWithState.apply(manager, place)?.filter(({ tableId }: any) => state.tables.get(tableId)?.showFilterButton);
}
