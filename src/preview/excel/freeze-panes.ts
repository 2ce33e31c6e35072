import { MAX_COLUMNS, MAX_ROWS } from "../grid/address";
import { fail } from "../protocol/errors";
import { HostObject, NULL_OBJECT, type OrNull } from "../protocol/host-object";
import type { CellsObject, Context } from "./context";

/** Rows and columns that stay in sight. */
export class WorksheetFreezePanes extends HostObject {
  constructor(private readonly context: Context, private readonly sheetId: string) {
    super();
  }
  private freeze(rows: number, columns: number) {
    const frozen = { xSplit: columns, ySplit: rows, startRow: rows || -1, startColumn: columns || -1 };
    this.context.book.mutate("sheet.mutation.set-frozen", this.sheetId, frozen);
  }
  FreezeRows(count = 1) { this.freeze(count, 0); }
  FreezeColumns(count = 1) { this.freeze(0, count); }
  FreezeAt(frozen: unknown) {
    const { row, column, rows, columns } = this.context.cells(frozen, this.sheetId).box;
    this.freeze(rows === MAX_ROWS ? 0 : row + rows, columns === MAX_COLUMNS ? 0 : column + columns);
  }
  Unfreeze() { this.freeze(0, 0); }
  GetLocationOrNullObject(): OrNull<CellsObject> {
    const { xSplit = 0, ySplit = 0 } = this.context.book.sheet(this.sheetId).getFreeze() ?? {};
    if (!xSplit && !ySplit) return NULL_OBJECT;
    return this.context.range(this.sheetId, { row: 0, column: 0, rows: ySplit || MAX_ROWS, columns: xSplit || MAX_COLUMNS });
  }
  GetLocation() {
    const location = this.GetLocationOrNullObject();
    if (location === NULL_OBJECT) throw fail.notFound("nothing is frozen");
    return location;
  }
}
