import { HostCollection, HostObject } from "../protocol/host-object";
import type { Context } from "./context";

/** Where a new page begins, from the top down. Kept and written to the file; the preview does not print. */
export class PageBreakCollection extends HostCollection<PageBreak> {
  constructor(private readonly context: Context, private readonly sheetId: string) {
    super();
  }
  private get rows() { return this.context.sheetState(this.sheetId).layout.rowBreaks; }

  items() { return [...this.rows].sort((a, b) => a - b).map((row) => new PageBreak(this.rows, row)); }
  Add(before: unknown) {
    const { row } = this.context.cells(before, this.sheetId).box;
    this.rows.add(row);
    return new PageBreak(this.rows, row);
  }
  GetCount() { return this.rows.size; }
  GetItem(index: number) { return this.items()[index]; }
  RemovePageBreaks() { this.rows.clear(); }
}

export class PageBreak extends HostObject {
  static override scalars = ["ColumnIndex", "RowIndex"];
  constructor(private readonly rows: Set<number>, readonly RowIndex: number) {
    super();
  }
  get ColumnIndex() { return 0; }
  Delete() { this.rows.delete(this.RowIndex); }
}
