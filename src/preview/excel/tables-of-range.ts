import { intersection, sameBox, type Box } from "../grid/address";
import { fail } from "../protocol/errors";
import { HostCollection, NULL_OBJECT, type OrNull } from "../protocol/host-object";
import type { Context } from "./context";
import { TableCollection, type Table } from "./tables";

/** The tables that a range touches, or that lie in it as a whole. */
export class TableScopedCollection extends HostCollection<Table> {
  constructor(
    private readonly context: Context, private readonly sheetId: string, private readonly box: Box, private readonly fullyContained: boolean,
  ) {
    super();
  }
  items() {
    return new TableCollection(this.context, this.sheetId).items().filter((table) => {
      const { box } = table.GetRange().area;
      const common = intersection(box, this.box);
      return this.fullyContained ? common !== null && sameBox(common, box) : common !== null;
    });
  }
  GetItemOrNullObject(key: string): OrNull<Table> {
    const wanted = String(key).toLowerCase();
    return this.items().find(({ Id, Name }) => Id === key || Name.toLowerCase() === wanted) ?? NULL_OBJECT;
  }
  GetItem(key: string) {
    const table = this.GetItemOrNullObject(key);
    if (table === NULL_OBJECT) throw fail.notFound(key);
    return table;
  }
  GetFirst() {
    const [first] = this.items();
    if (!first) throw fail.notFound("the range touches no table");
    return first;
  }
  GetCount() { return this.items().length; }
}
