import { fail } from "../protocol/errors";
import { HostObject, KeyedObject } from "../protocol/host-object";
import type { Context } from "./context";

/** Excel itself: calculation and regional settings. */
export class Application extends HostObject {
  static override scalars = ["CalculationEngineVersion", "CalculationMode", "CalculationState", "DecimalSeparator", "ThousandsSeparator",
    "UseSystemSeparators"];

  constructor(private readonly context: Context) {
    super();
  }
  private get calculator() { return this.context.book.calculator; }

  get CalculationEngineVersion() { return 191029; }
  get CalculationMode() { return this.calculator.mode === "manual" ? "Manual" : "Automatic"; }
  set CalculationMode(mode: string) {
    this.calculator.mode = mode === "Manual" ? "manual" : "automatic";
  }
  get CalculationState() { return this.calculator.isSettled ? "Done" : "Calculating"; }
  Calculate() {
    this.context.book.flush();
    this.calculator.recalculateAll();
  }
  get CultureInfo() { return new CultureInfo(); }
  get IterativeCalculation() { return new IterativeCalculation(); }
  get DecimalSeparator() { return "."; }
  get ThousandsSeparator() { return ","; }
  get UseSystemSeparators() { return true; }

  /** A workbook from a file, not shown before it is opened. */
  CreateWorkbook(base64?: string) {
    const file = Uint8Array.from(atob(base64 ?? ""), (character) => character.charCodeAt(0));
    // Every package begins with the letters PK.
    if (file[0] !== 0x50 || file[1] !== 0x4b) throw fail.invalid("workbook file");
    return this._GetWorkbookCreatedById(String(this.context.created.push(file) - 1));
  }
  _GetWorkbookCreatedById(id: string) { return new WorkbookCreated(this.context, id); }

  /** Nothing is drawn or calculated during a request anyway. */
  SuspendApiCalculationUntilNextSync() {}
  SuspendScreenUpdatingUntilNextSync() {}
}

/** A new workbook; Excel shows it in a window of its own. */
export class WorkbookCreated extends KeyedObject {
  static override scalars = ["Id"];
  constructor(private readonly context: Context, readonly Id: string) {
    super();
  }
  Open() { this.context.openFile(this.context.created[Number(this.Id)]!); }
}

export class CultureInfo extends HostObject {
  static override scalars = ["Name"];
  get Name() { return "en-US"; }
  get NumberFormat() { return new NumberFormatInfo(); }
}

export class NumberFormatInfo extends HostObject {
  static override scalars = ["NumberDecimalSeparator", "NumberGroupSeparator"];
  get NumberDecimalSeparator() { return "."; }
  get NumberGroupSeparator() { return ","; }
}

/** Off, as in a new workbook; the engine does not iterate, so there is nothing to set. */
export class IterativeCalculation extends HostObject {
  static override scalars = ["Enabled", "MaxChange", "MaxIteration"];
  get Enabled() { return false; }
  get MaxIteration() { return 100; }
  get MaxChange() { return 0.001; }
}
