import { SheetDataValidationModel } from "@univerjs/sheets-data-validation";
import { formatAbsolute, quoteSheet, sameBox, toUniverRange } from "../grid/address";
import type { Area } from "../grid/area";
import { fail } from "../protocol/errors";
import { HostObject } from "../protocol/host-object";
import type { CellsObject, Context } from "./context";
import { operatorName } from "./operators";
import type { ValidationState } from "./state";

const ERROR_STYLE: Record<string, number> = { Information: 0, Stop: 1, Warning: 2 };
/** A plain arrow as in Excel; the grid's own look is a coloured chip. */
const ARROW = 1;
const KINDS: Record<string, string> = {
  wholeNumber: "whole", decimal: "decimal", textLength: "textLength", date: "date", time: "time", list: "list", custom: "custom",
};

const noAlert = { showAlert: true, style: "Stop", title: "", message: "" };
const noPrompt = { showPrompt: true, title: "", message: "" };
let nextRule = 1;

/** Rules whose properties are still arriving; they go into the grid together when the writes do. */
const drafts = new WeakMap<Context, Map<string, ValidationState>>();

/** The rule for what may be entered into the cells. */
export class DataValidation extends HostObject {
  static override scalars = ["Type", "Rule", "ErrorAlert", "Prompt", "IgnoreBlanks"];

  constructor(private readonly context: Context, private readonly area: Area) {
    super();
  }

  get Rule() { return this.read().rule; }
  set Rule(rule: Record<string, unknown>) { this.change({ rule: plainRule(rule) }); }
  get ErrorAlert() { return this.read().errorAlert; }
  set ErrorAlert(errorAlert: Record<string, unknown>) { this.change({ errorAlert: { ...noAlert, ...errorAlert } }); }
  get Prompt() { return this.read().prompt; }
  set Prompt(prompt: Record<string, unknown>) { this.change({ prompt: { ...noPrompt, ...prompt } }); }
  get IgnoreBlanks() { return this.read().ignoreBlanks; }
  set IgnoreBlanks(ignoreBlanks: boolean) { this.change({ ignoreBlanks }); }
  get Type() {
    const rules = this.rulesInGrid();
    if (rules.size > 1) return rules.has(undefined) ? "MixedCriteria" : "Inconsistent";
    const kind = Object.keys(this.read().rule)[0];
    return kind ? kind.charAt(0).toUpperCase() + kind.slice(1) : "None";
  }
  Clear() {
    this.context.guard(this.area, "edit");
    this.drafts.delete(this.key);
    const { book, sheetId } = this.area;
    book.flush();
    book.own(() => book.commands.syncExecuteCommand("sheets.command.clear-range-data-validation", {
      unitId: book.unit, subUnitId: sheetId, ranges: [toUniverRange(this.area.clipped)],
    }));
  }

  private get key() {
    return `${this.area.sheetId}!${formatAbsolute(this.area.box)}`;
  }

  private get drafts() {
    let map = drafts.get(this.context);
    if (!map) drafts.set(this.context, (map = new Map()));
    return map;
  }

  /** Belief: a range whose cells have different rules is described by the rule of its first cell. */
  private read(): ValidationState {
    if (!this.drafts.has(this.key)) this.area.book.flush();
    return this.known();
  }

  private known(): ValidationState {
    const draft = this.drafts.get(this.key);
    if (draft) return draft;
    const rule = this.ruleInGrid();
    const known = rule && this.context.state.validations.get(rule.uid);
    return known ?? { rule: {}, errorAlert: noAlert, prompt: noPrompt, ignoreBlanks: true };
  }

  private ruleInGrid() {
    return this.ruleOf(this.area.box.row, this.area.box.column);
  }

  private ruleOf(row: number, column: number) {
    const { book, sheetId } = this.area;
    return book.injector.get(SheetDataValidationModel).getRuleByLocation(book.unit, sheetId, row, column);
  }

  /** The different rules of the cells, undefined for none. */
  private rulesInGrid(): ReadonlySet<string | undefined> {
    this.area.book.flush();
    const found = new Set<string | undefined>();
    this.area.each((row, column) => found.add(this.ruleOf(row, column)?.uid));
    return found;
  }

  private change(part: Partial<ValidationState>) {
    this.context.guard(this.area, "edit");
    const isNew = !this.drafts.has(this.key);
    this.drafts.set(this.key, { ...this.known(), ...part });
    if (isNew) this.area.book.defer(() => this.write());
  }

  private write() {
    const draft = this.drafts.get(this.key);
    if (!draft) return;
    this.drafts.delete(this.key);
    if (!Object.keys(draft.rule).length) throw fail.operation("an error alert or prompt needs a validation rule first");
    const { book, sheetId, clipped } = this.area;
    const old = this.ruleInGrid();
    const command = (name: string, params: object) =>
      book.own(() => book.commands.syncExecuteCommand(name, { unitId: book.unit, subUnitId: sheetId, ...params }));
    if (old?.ranges.length === 1 && sameBox(clipped, boxOf(old.ranges[0]))) {
      command("sheet.command.remove-data-validation-rule", { ruleId: old.uid });
      this.context.state.validations.delete(old.uid);
    }
    const uid = `validation-${nextRule++}`;
    this.context.state.validations.set(uid, draft);
    command("sheet.command.addDataValidation", { rule: { uid, ranges: [toUniverRange(clipped)], ...toGridRule(draft) } });
  }
}

const boxOf = (range: any) => ({
  row: range.startRow, column: range.startColumn,
  rows: range.endRow - range.startRow + 1, columns: range.endColumn - range.startColumn + 1,
});

/** The rule with addresses in place of Range objects. */
function plainRule(rule: Record<string, any>): Record<string, any> {
  const [kind, details] = Object.entries(rule).find(([, value]) => value) ?? [];
  if (!kind) return {};
  if (!KINDS[kind]) throw fail.missing(`validation by ${kind}`);
  return { [kind]: Object.fromEntries(Object.entries<any>(details).map(([name, value]) => [name, operand(value)])) };
}

function operand(value: any) {
  const area = (value as CellsObject | null)?.area;
  return area ? `=${quoteSheet(area.sheet.getSheetName())}!${formatAbsolute(area.box)}` : value;
}

function toGridRule({ rule, errorAlert, prompt, ignoreBlanks }: ValidationState) {
  const [kind, details] = Object.entries(rule)[0]!;
  const text = (value: unknown) => (value === undefined || value === null ? "" : String(value));
  const condition =
    kind === "list" ? { formula1: text(details.source), showDropDown: details.inCellDropDown !== false, renderMode: ARROW }
    : kind === "custom" ? { formula1: text(details.formula) }
    : { operator: operatorName(details.operator), formula1: text(details.formula1), formula2: text(details.formula2) };
  return {
    type: KINDS[kind], ...condition, allowBlank: ignoreBlanks,
    errorStyle: ERROR_STYLE[String(errorAlert.style)] ?? 1, showErrorMessage: errorAlert.showAlert, error: errorAlert.message,
    errorTitle: errorAlert.title, showInputMessage: prompt.message !== "" && prompt.showPrompt, prompt: prompt.message,
    promptTitle: prompt.title,
  };
}
