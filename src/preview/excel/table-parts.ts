import { toUniverRange, type Box } from "../grid/address";
import type { Book } from "../grid/book";
import { fail } from "../protocol/errors";
import { HostCollection, HostObject, KeyedObject, NULL_OBJECT, type OrNull } from "../protocol/host-object";
import type { Context } from "./context";

/** Changes a table in the grid: its name, range or theme. Throws InvalidArgument when the grid does not take it. */
export function setTable(book: Book, tableId: string, change: object): void {
  const params = { unitId: book.unit, tableId, ...change };
  const isDone = book.own(() => book.commands.syncExecuteCommand("sheet.command.set-table-config", params));
  if (!isDone) throw fail.invalid(`table ${Object.keys(change).join()}`);
}

/** Columns of a table, found by header text, by id (1, 2, ...) or by position. */
export class TableColumnCollection extends HostCollection<TableColumn> {
  static override scalars = ["Count"];

  constructor(private readonly context: Context, private readonly sheetId: string, private readonly box: Box, readonly tableId: string) {
    super();
  }
  get Count() { return this.box.columns; }
  items() {
    return Array.from({ length: this.box.columns }, (_, index) => new TableColumn(this.context, this.sheetId, this.box, index));
  }
  GetItemOrNullObject(key: string | number): OrNull<TableColumn> {
    return this.items().find((column) => column.Name === key || column.Id === Number(key)) ?? NULL_OBJECT;
  }
  GetItem(key: string | number) {
    const column = this.GetItemOrNullObject(key);
    if (column === NULL_OBJECT) throw fail.notFound(String(key));
    return column;
  }
  GetItemAt(index: number) {
    if (!(index >= 0 && index < this.box.columns)) throw fail.invalid(`index ${index}`);
    return this.items()[index]!;
  }
  GetCount() { return this.Count; }
}

export class TableColumn extends HostObject {
  static override scalars = ["Id", "Index", "Name", "Values"];

  constructor(private readonly context: Context, private readonly sheetId: string, private readonly box: Box, readonly Index: number) {
    super();
  }
  override identity() { return { Id: this.Id }; }
  get Id() { return this.Index + 1; }
  private get range() { return { ...this.box, column: this.box.column + this.Index, columns: 1 }; }
  get Name(): string {
    this.context.book.flush();
    return String(this.context.book.value(this.sheetId, this.box.row, this.range.column));
  }
  set Name(name: string) { this.context.book.input(this.sheetId, this.box.row, this.range.column, name); }
  get Values() { return (this.context.range(this.sheetId, this.range) as any).Values; }
  GetRange() { return this.context.range(this.sheetId, this.range); }
  GetHeaderRowRange() { return this.context.range(this.sheetId, { ...this.range, rows: 1 }); }
  GetDataBodyRange() { return this.context.range(this.sheetId, { ...this.range, row: this.box.row + 1, rows: this.box.rows - 1 }); }
}

/** The data rows of a table. */
export class TableRowCollection extends HostCollection<TableRow> {
  static override scalars = ["Count"];

  constructor(private readonly context: Context, private readonly sheetId: string, private readonly box: Box, readonly tableId: string) {
    super();
  }
  get Count() { return this.box.rows - 1; }
  items() {
    return Array.from({ length: this.Count }, (_, index) => new TableRow(this.context, this.sheetId, this.box, index, this.tableId));
  }
  GetItemAt(index: number) {
    if (!(index >= 0 && index < this.Count)) throw fail.invalid(`index ${index}`);
    return new TableRow(this.context, this.sheetId, this.box, index, this.tableId);
  }
  GetCount() { return this.Count; }

  /** Belief: rows are added at the end by growing the table over the cells below it. */
  Add(index?: number, values?: unknown) {
    if (index !== undefined && index !== -1 && index !== this.Count) throw fail.missing("adding of table rows other than at the end");
    const { book } = this.context;
    const lines = Array.isArray(values) ? (Array.isArray(values[0]) ? values : [values]) : [Array(this.box.columns).fill(values ?? null)];
    const grown = { ...this.box, rows: this.box.rows + lines.length };
    book.flush();
    book.reach(this.sheetId, grown);
    setTable(book, this.tableId, { updateRange: { newRange: toUniverRange(grown) } });
    const added = { ...this.box, row: this.box.row + this.box.rows, rows: lines.length };
    (this.context.range(this.sheetId, added) as any).Values = lines;
    return new TableRow(this.context, this.sheetId, grown, this.Count + lines.length - 1, this.tableId);
  }
}

export class TableRow extends KeyedObject {
  static override scalars = ["Index", "Values"];

  constructor(
    private readonly context: Context, private readonly sheetId: string, private readonly box: Box, readonly Index: number,
    private readonly tableId: string,
  ) {
    super();
  }
  get Id() { return String(this.Index); }
  GetRange() { return this.context.range(this.sheetId, { ...this.box, row: this.box.row + 1 + this.Index, rows: 1 }); }
  /** Belief: what stands below moves up, inside the table's columns only. */
  Delete() {
    (this.GetRange() as any).Delete("Up");
    setTable(this.context.book, this.tableId, { updateRange: { newRange: toUniverRange({ ...this.box, rows: this.box.rows - 1 }) } });
  }
  get Values() { return (this.GetRange() as any).Values; }
  set Values(values: unknown) { (this.GetRange() as any).Values = values; }
}
