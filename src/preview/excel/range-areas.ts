import { formatAddress, quoteSheet } from "../grid/address";
import { HostCollection, HostObject } from "../protocol/host-object";
import type { CellsObject } from "./context";

/** Several areas of one sheet. */
export class RangeAreas extends HostObject {
  static override scalars = ["Address", "AreaCount", "CellCount"];
  override readonly trackable = true;

  constructor(private readonly ranges: readonly CellsObject[]) {
    super();
  }
  get Areas() { return new RangeCollection(this.ranges); }
  get AreaCount() { return this.ranges.length; }
  get Address() {
    return this.ranges.map(({ area }) => `${quoteSheet(area.sheet.getSheetName())}!${formatAddress(area.box)}`).join(",");
  }
  get CellCount() { return this.ranges.reduce((sum, { area: { box } }) => sum + box.rows * box.columns, 0); }
}

export class RangeCollection extends HostCollection<CellsObject> {
  constructor(private readonly ranges: readonly CellsObject[]) {
    super();
  }
  items() { return [...this.ranges]; }
  GetCount() { return this.ranges.length; }
  GetItemAt(index: number) { return this.ranges[index]!; }
}
