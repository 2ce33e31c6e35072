import { ConditionalFormattingRuleModel } from "@univerjs/sheets-conditional-formatting";
import { fromUniverRange, intersection, toUniverRange } from "../grid/address";
import type { Area } from "../grid/area";
import { fail } from "../protocol/errors";
import { HostCollection, HostObject, KeyedObject, NULL_OBJECT, type OrNull } from "../protocol/host-object";
import { detailsOf, gridRule, KINDS } from "./conditional-rules";
import type { Context } from "./context";
import type { ConditionalState } from "./state";

let nextFormat = 1;

export class ConditionalFormatCollection extends HostCollection<ConditionalFormat> {
  constructor(private readonly context: Context, private readonly area: Area) {
    super();
  }

  /** Belief: a range lists every conditional format that touches it. */
  items(): ConditionalFormat[] {
    const { book, sheetId, box } = this.area;
    book.flush();
    const rules: any[] = book.injector.get(ConditionalFormattingRuleModel).getSubunitRules(book.unit, sheetId) ?? [];
    return rules.filter((rule) => rule.ranges.some((range: any) => intersection(fromUniverRange(range), box)))
      .map((rule) => new ConditionalFormat(this.context, this.area, rule.cfId));
  }

  Add(type: string) {
    this.context.guard(this.area, "allowFormatCells");
    if (!KINDS.includes(type)) throw fail.missing(`conditional format "${type}" (known: ${KINDS.join(", ")})`);
    const id = `conditional-${nextFormat++}`;
    this.context.state.conditional.set(id, { type, stopIfTrue: false, parts: {} });
    const format = new ConditionalFormat(this.context, this.area, id);
    format.change({});
    return format;
  }
  GetItemOrNullObject(id: string): OrNull<ConditionalFormat> {
    return this.context.state.conditional.has(id) ? new ConditionalFormat(this.context, this.area, id) : NULL_OBJECT;
  }
  GetItem(id: string) {
    const format = this.GetItemOrNullObject(id);
    if (format === NULL_OBJECT) throw fail.notFound(id);
    return format;
  }
  GetItemAt(index: number) {
    const format = this.items()[index];
    if (!format) throw fail.invalid(`index ${index}`);
    return format;
  }
  GetCount() { return this.items().length; }
  ClearAll() { for (const format of this.items()) format.Delete(); }
}

/** Formats whose properties are still arriving. */
const queued = new WeakSet<ConditionalState>();

export class ConditionalFormat extends KeyedObject {
  static override scalars = ["Id", "Priority", "StopIfTrue", "Type"];

  constructor(private readonly context: Context, private readonly area: Area, readonly Id: string) {
    super();
  }

  get state(): ConditionalState {
    const state = this.context.state.conditional.get(this.Id);
    if (!state) throw fail.notFound("the conditional format was deleted");
    return state;
  }

  get Type() { return this.state.type; }
  get StopIfTrue() { return this.state.stopIfTrue; }
  set StopIfTrue(on: boolean) {
    this.state.stopIfTrue = on;
    this.change({});
  }
  get Priority() {
    const { book, sheetId } = this.area;
    book.flush();
    const rules: any[] = book.injector.get(ConditionalFormattingRuleModel).getSubunitRules(book.unit, sheetId) ?? [];
    return rules.findIndex((rule) => rule.cfId === this.Id);
  }
  get Custom() { return this.as("Custom"); }
  get CustomOrNullObject() { return this.orNull("Custom"); }
  get CellValue() { return this.as("CellValue"); }
  get CellValueOrNullObject() { return this.orNull("CellValue"); }
  get DataBar() { return this.as("DataBar"); }
  get DataBarOrNullObject() { return this.orNull("DataBar"); }
  get ColorScale() { return this.as("ColorScale"); }
  get ColorScaleOrNullObject() { return this.orNull("ColorScale"); }
  get IconSet() { return this.as("IconSet"); }
  get IconSetOrNullObject() { return this.orNull("IconSet"); }
  get TextComparison() { return this.as("ContainsText"); }
  get TextComparisonOrNullObject() { return this.orNull("ContainsText"); }
  GetRange() { return this.context.range(this.area.sheetId, this.area.box); }
  Delete() {
    this.remove();
    this.context.state.conditional.delete(this.Id);
  }

  private orNull(type: string): OrNull<HostObject> {
    return this.state.type === type ? detailsOf(type, this.state, (parts) => this.change(parts)) : NULL_OBJECT;
  }
  /** Belief: the details of another type than the format's own are an invalid operation. */
  private as(type: string) {
    const details = this.orNull(type);
    if (details === NULL_OBJECT) throw fail.operation(`the conditional format is of type ${this.state.type}`);
    return details;
  }

  change(parts: Record<string, unknown>) {
    const { state } = this;
    this.context.guard(this.area, "allowFormatCells");
    Object.assign(state.parts, parts);
    if (queued.has(state)) return;
    queued.add(state);
    this.area.book.defer(() => this.write(state));
  }

  private write(state: ConditionalState) {
    queued.delete(state);
    if (this.context.state.conditional.get(this.Id) !== state) return; // deleted meanwhile
    const { book, sheetId, clipped } = this.area;
    const rule = gridRule(state, clipped);
    if (!rule) return; // nothing to show before its formula or criteria are set
    this.remove();
    book.own(() => book.sheet(sheetId).addConditionalFormattingRule({
      cfId: this.Id, ranges: [toUniverRange(clipped)], stopIfTrue: state.stopIfTrue, rule,
    }));
  }

  private remove() {
    const { book, sheetId } = this.area;
    const isThere = book.injector.get(ConditionalFormattingRuleModel).getRule(book.unit, sheetId, this.Id);
    if (isThere) book.own(() => book.sheet(sheetId).deleteConditionalFormattingRule(this.Id));
  }
}
