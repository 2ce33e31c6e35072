import { HostCollection, HostObject } from "../protocol/host-object";
import type { Context } from "./context";

export class ChartCollection extends HostCollection<HostObject> {
  constructor(private readonly context: Context, private readonly sheetId: string) {
    super();
  }
  items() { return []; }
  GetCount() { return this.context.state.charts.filter((chart) => chart.sheetId === this.sheetId).length; }
}
