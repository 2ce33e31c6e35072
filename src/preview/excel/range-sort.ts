import type { Area } from "../grid/area";
import { sortRows } from "../grid/cells";
import { fail } from "../protocol/errors";
import { HostObject } from "../protocol/host-object";
import type { Context } from "./context";

interface SortField {
  key: number;
  ascending?: boolean;
  sortOn?: string;
}

/** Sorting of an area's rows. Belief: formats stay where they are, contents move. */
export class RangeSort extends HostObject {
  constructor(private readonly context: Context, private readonly area: Area) {
    super();
  }

  Apply(fields: SortField[], matchCase = false, hasHeaders = false, orientation = "Rows") {
    if (orientation !== "Rows") throw fail.missing("sort of columns");
    if (fields.some(({ sortOn = "Value" }) => sortOn !== "Value")) throw fail.missing("sort by colour or icon");
    this.context.guard(this.area, "edit");
    const { box, book } = this.area;
    const body = this.context.range(this.area.sheetId, hasHeaders ? { ...box, row: box.row + 1, rows: box.rows - 1 } : box).area;
    book.flush();
    sortRows(body, fields.map(({ key, ascending = true }) => ({ column: key, isDescending: !ascending })), matchCase);
    this.context.contentWritten(body);
  }
}
