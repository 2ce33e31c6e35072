import { ICommandService } from "@univerjs/core";
import {
  FormulaDataModel, IActiveDirtyManagerService, ICalculateFormulaService, SetFormulaCalculationResultMutation,
  SetFormulaCalculationStartMutation,
} from "@univerjs/engine-formula";
import { SetRangeValuesMutation, SetStyleCommand } from "@univerjs/sheets";
import { TriggerCalculationController } from "@univerjs/sheets-formula";
import { ApiError } from "../protocol/errors";

type Dirty = Record<string, any>;

export interface DirtyRange {
  unitId: string;
  sheetId: string;
  range: { startRow: number; endRow: number; startColumn: number; endColumn: number };
}

/** FormulaExecutedStateType.SUCCESS: a result mutation follows. */
const EXECUTED = 3;

/**
 * Decides when the formula engine runs, so that "is it calculated?" has an exact answer. Univer's own trigger waits
 * 100 ms after the last change, may stop and restart, and cannot say that nothing is waiting any more; it is unhooked
 * and its work done here. Every start has exactly one end: the completion notice (nothing to do) or the result
 * mutation, heard after the listener that writes the results into the grid.
 */
export class Calculator {
  /** Longest wait for one engine run, in ms; past it the engine counts as failed. */
  limit = 30_000;
  runs = 0;
  lastRunMs = 0;
  /** "manual" leaves changes waiting until recalculateAll(). */
  mode: "automatic" | "manual" = "automatic";
  /** Work outside the engine that will change cells when it ends (asynchronous custom functions). */
  outstanding: () => Promise<unknown> | null = () => null;
  /** Called after each run of the engine. */
  afterRun: () => void = () => {};

  private isStopped = false;
  private changes: Dirty[] = [];
  private running: Promise<void> | null = null;
  private endRun: (error?: Error) => void = () => {};
  private timer: ReturnType<typeof setTimeout> | null = null;
  private readonly commands: any;
  private readonly model: any;

  constructor(injector: any) {
    unhook(injector.get(TriggerCalculationController));
    this.commands = injector.get(ICommandService);
    this.model = injector.get(FormulaDataModel);
    const dirtyManager = injector.get(IActiveDirtyManagerService);
    this.commands.onCommandExecuted((command: any, options: any) => {
      if (command.id === SetFormulaCalculationResultMutation.id) return this.endRun();
      const conversion = dirtyManager.get(command.id);
      if (!conversion || isOwnResult(command, options)) return;
      this.changes.push(conversion.getDirtyData(command));
      this.wake();
    });
    injector.get(ICalculateFormulaService).executionCompleteListener$.subscribe((data: any) => {
      if (data.functionsExecutedState !== EXECUTED) this.endRun();
    });
  }

  /** Formula cells to evaluate again although what they depend on did not change. */
  markDirty(dirtyRanges: DirtyRange[]) {
    if (!dirtyRanges.length) return;
    this.changes.push({ dirtyRanges });
    this.wake();
  }

  recalculateAll() {
    this.changes.push({ forceCalculation: true });
    if (this.mode === "manual") void this.run().catch(() => {});
    else this.wake();
  }

  get isSettled() {
    return !this.running && !this.outstanding() && (this.mode === "manual" || !this.changes.length);
  }

  private get isDue() {
    return this.changes.length > 0 && this.mode === "automatic" && !this.isStopped;
  }

  /** Resolves when no change is queued and no run under way; late answers may still be missing. Never rejects. */
  async idle(): Promise<void> {
    while (this.running || this.isDue) await (this.running ?? this.run()).catch(() => {});
  }

  /** Resolves when no change is queued, no run under way and no late answer missing; rejects when the engine fails. */
  async settled(): Promise<void> {
    await macrotask(); // commands announce themselves a few microtasks late
    for (;;) {
      if (this.running) await this.running;
      else if (this.isDue) await this.run();
      else {
        const late = this.outstanding();
        if (!late) return;
        await late;
      }
    }
  }

  /** Forgets what waits, for a new workbook. */
  restart() {
    this.changes = [];
    this.mode = "automatic";
  }

  /** Ends for good: the engine is about to be disposed. */
  stop() {
    this.restart();
    this.isStopped = true;
    if (this.timer) clearTimeout(this.timer);
    this.endRun();
  }

  private wake() {
    if (this.mode === "manual" || this.isStopped) return;
    this.timer ??= setTimeout(() => {
      this.timer = null;
      // A failure is reported to whoever waits for the values; here nobody does.
      void (this.running ?? Promise.resolve()).then(() => (this.changes.length ? this.run() : undefined)).catch(() => {});
    }, 0);
  }

  private run(): Promise<void> {
    if (this.running || this.isStopped) return this.running ?? Promise.resolve();
    const started = performance.now();
    const dirty = merge(this.changes);
    this.changes = [];
    const run = new Promise<void>((resolve, reject) => {
      const giveUp = setTimeout(() => this.endRun(failure(`did not finish within ${this.limit / 1000} s.`)), this.limit);
      this.endRun = (error) => {
        clearTimeout(giveUp);
        this.endRun = () => {};
        if (error) reject(error);
        else resolve();
      };
    });
    this.running = run.finally(() => {
      this.running = null;
      this.runs++;
      this.lastRunMs = performance.now() - started;
      this.afterRun();
    });
    this.running.catch(() => {});
    const start = { ...dirty, maxIteration: 1, rowData: this.model.getHiddenRowsFiltered() };
    this.commands.executeCommand(SetFormulaCalculationStartMutation.id, start, { onlyLocal: true })
      .catch((error: unknown) => this.endRun(failure(`failed: ${String(error)}`)));
    return this.running;
  }
}

const failure = (what: string) => new ApiError("GeneralException", `The preview's formula engine ${what}`, 500);

/** Writing the results into the cells is not a change to calculate again. */
const isOwnResult = (command: any, options: any) =>
  command.id === SetRangeValuesMutation.id && (options?.onlyLocal || command.params.trigger === SetStyleCommand.id);

/** Not dispose(): that ends the trigger's progress, whose progress bar then throws and takes the whole grid off the page. */
function unhook(trigger: any) {
  trigger._collection.dispose();
  clearTimeout(trigger._setTimeoutKey);
}

const macrotask = () => new Promise<void>((resolve) => {
  const channel = new MessageChannel();
  channel.port1.onmessage = () => {
    channel.port1.close();
    resolve();
  };
  channel.port2.postMessage(0);
});

const nothingDirty = (): Dirty => ({
  forceCalculation: false, dirtyRanges: [], dirtyNameMap: {}, dirtyDefinedNameMap: {}, dirtySuperTableMap: {},
  dirtyUnitFeatureMap: {}, dirtyUnitOtherFormulaMap: {}, clearDependencyTreeCache: {},
});

function merge(list: readonly Dirty[]): Dirty {
  const all = nothingDirty();
  const seen = new Set<string>();
  for (const dirty of list) {
    all.forceCalculation ||= !!dirty.forceCalculation;
    for (const range of dirty.dirtyRanges ?? []) {
      const key = JSON.stringify(range);
      if (!seen.has(key)) all.dirtyRanges.push(range);
      seen.add(key);
    }
    for (const [part, value] of Object.entries(all)) if (!Array.isArray(value) && typeof value === "object") deepAssign(value, dirty[part]);
  }
  return all;
}

function deepAssign(into: any, from: any) {
  for (const [key, value] of Object.entries(from ?? {})) {
    if (value && typeof value === "object") deepAssign(into[key] ??= {}, value);
    else into[key] = value;
  }
}
