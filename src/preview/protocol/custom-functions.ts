import type { Box } from "../grid/address";
import type { Book } from "../grid/book";
import { CellError, registerFunction, type Argument, type CellValue, type Site } from "../grid/engine-function";
import { readArguments, VALUE, type FunctionMetadata } from "./function-arguments";
import { CustomFunctionMessage, PushCategory, type Push } from "./wire";

/** What the runtime delivers: invocation, succeeded, value or error message, error code. */
export type InvocationResult = [invocation: number, succeeded: boolean, value: unknown, code?: number];

interface Failure {
  error: string;
  message?: string;
}
interface Answer {
  outcome: unknown;
  failed: boolean;
}
interface Waiting {
  key: string;
  site: Site;
  streaming: boolean;
  done(): void;
}

const BUSY = new CellError("#BUSY!");
/** Numbers of Microsoft's runtime for CustomFunctions.ErrorCode. */
const ERROR_OF_CODE: Record<number, string> = { 1: "#N/A", 5: "#DIV/0!", 6: "#NUM!", 7: "#VALUE!", 8: "#NULL!" };
const RETURNABLE = /^#(N\/A|VALUE!|NUM!|DIV\/0!|NULL!)$/;
const FLAG = { cancelable: 1, stream: 2 };

/**
 * Puts the add-in's custom functions into the formula engine. To the engine each one is synchronous (it would await
 * asynchronous ones one after another); a late answer shows #BUSY! and its cell is calculated again when it is there.
 * - "direct": the function that the add-in associated is called at once; the quick way, and the usual one.
 * - "runtime": an invocation goes through Microsoft's runtime; streaming functions always go this way.
 */
export class CustomFunctions {
  mode: "direct" | "runtime" = "direct";
  /** The add-in's window, once its page is loaded: the library's table of associated functions lives there. */
  window: () => any = () => null;
  readonly calls = { direct: 0, runtime: 0 };

  private readonly answers = new Map<string, Answer>();
  private readonly waiting = new Map<number, Waiting>();
  private readonly messages = new Map<string, Failure>();
  private readonly underWay = new Set<Promise<void>>();
  private outbox: Push[] = [];
  private again: (Site & Partial<Box>)[] = [];
  private nextInvocation = 1;

  constructor(private readonly book: Book, private readonly push: (pushes: Push[]) => void) {
    book.calculator.outstanding = () => (this.underWay.size ? this.allAnswered() : null);
    book.calculator.afterRun = () => this.cancelOrphans();
  }

  /** Makes the functions of a functions.json known as NAMESPACE.NAME. */
  register(metadata: { functions: FunctionMetadata[]; allowErrorForDataTypeAny?: boolean }, namespace: string) {
    if (metadata.allowErrorForDataTypeAny) throw new Error("The preview does not know allowErrorForDataTypeAny.");
    for (const fn of metadata.functions) {
      registerFunction(this.book.injector, {
        name: `${namespace}.${fn.name}`.toUpperCase(), description: fn.description ?? "",
        parameters: fn.parameters.map(({ name, description = "", optional = false, repeating = false }) =>
          ({ name, description, optional, repeating })),
        evaluate: (args, site) => this.evaluate(fn, args, site),
      });
    }
  }

  /** The sentence that came with a cell's error, as Excel shows it on the error card; address with sheet, "Sheet1!A1". */
  messageOf(address: string): string | undefined {
    const { sheetId, row, column } = this.book.locate(address);
    const cell = this.book.value(sheetId, row, column);
    const failure = this.messages.get(siteKey({ sheetId, row, column }));
    return failure?.error === cell ? failure?.message : undefined;
  }

  forget() {
    this.answers.clear();
    this.messages.clear();
    for (const { done } of this.waiting.values()) done();
    this.waiting.clear();
    this.again = [];
  }

  private evaluate(fn: FunctionMetadata, given: Argument[], site: Site): Argument {
    this.messages.delete(siteKey(site));
    const args = readArguments(fn, given);
    if (args instanceof CellError) return args;
    return this.mode === "runtime" || fn.options?.stream ? this.throughRuntime(fn, args, site) : this.directly(fn, args, site);
  }

  // --- direct
  private directly(fn: FunctionMetadata, args: unknown[], site: Site): Argument {
    const key = callKey(fn, args, site);
    const known = this.answers.get(key);
    if (known) return this.conclude(known, site);
    const associated = this.window()?.CustomFunctions?._association?.mappings?.[fn.id.toUpperCase()];
    if (!associated) return new CellError("#NAME?");
    this.calls.direct++;
    try {
      const result = associated(...args, this.invocation(fn, site));
      if (typeof result?.then !== "function") return this.conclude({ outcome: result, failed: false }, site);
      this.await(result.then(
        (outcome: unknown) => this.keep(key, { outcome, failed: false }, site),
        (outcome: unknown) => this.keep(key, { outcome: failureOf(outcome), failed: true }, site),
      ));
      return BUSY;
    } catch (error) {
      return this.conclude({ outcome: failureOf(error), failed: true }, site);
    }
  }

  private invocation(fn: FunctionMetadata, site: Site) {
    return { functionName: fn.id, ...(fn.options?.requiresAddress && { address: this.book.addressOf(site) }) };
  }

  // --- through Microsoft's runtime
  private throughRuntime(fn: FunctionMetadata, args: unknown[], site: Site): Argument {
    const key = callKey(fn, args, site);
    const known = this.answers.get(key);
    if (known) return this.conclude(known, site);
    this.cancelStreams(site);
    this.calls.runtime++;
    const invocationId = this.nextInvocation++;
    const streaming = !!fn.options?.stream;
    this.await(new Promise<void>((done) => this.waiting.set(invocationId, { key, site, streaming, done })));
    // One message for all calls of a pass: the runtime answers a message at most every half second.
    if (!this.outbox.length) queueMicrotask(() => this.push(this.outbox.splice(0)));
    this.outbox.push(functionPush(CustomFunctionMessage.invoke, {
      invocationId, functionName: fn.id, parameterValues: args, address: this.book.addressOf(site),
      flags: (streaming ? FLAG.stream : 0) | (fn.options?.cancelable ? FLAG.cancelable : 0), parameterAddresses: null,
    }));
    this.answers.set(key, { outcome: BUSY, failed: false });
    return BUSY;
  }

  /** Called by the service object when the runtime delivers. */
  receive(results: InvocationResult[]) {
    let streamed = false;
    for (const [invocation, succeeded, value, code = 7] of results) {
      const waiting = this.waiting.get(invocation);
      if (!waiting) continue;
      const failure = { error: ERROR_OF_CODE[code] ?? "#VALUE!", message: textOrNothing(value) };
      this.keep(waiting.key, { outcome: succeeded ? value : failure, failed: !succeeded }, waiting.site);
      if (waiting.streaming) streamed = true;
      else this.waiting.delete(invocation);
      waiting.done();
    }
    if (streamed && !this.underWay.size) this.recalculate();
  }

  private cancelStreams(site: Site) {
    for (const [invocationId, waiting] of this.waiting) {
      if (!waiting.streaming || siteKey(waiting.site) !== siteKey(site)) continue;
      this.waiting.delete(invocationId);
      this.answers.delete(waiting.key);
      waiting.done();
      this.push([functionPush(CustomFunctionMessage.cancel, { invocationId })]);
    }
  }

  /** Ends the streams whose formula has gone from its cell. */
  private cancelOrphans() {
    for (const { site, streaming } of [...this.waiting.values()]) {
      if (streaming && !this.book.cell(site.sheetId, site.row, site.column)?.f) this.cancelStreams(site);
    }
  }

  // --- common
  private keep(key: string, answer: Answer, site: Site) {
    this.answers.set(key, answer);
    this.again.push(site);
  }

  private await(work: Promise<void>) {
    this.underWay.add(work);
    void work.finally(() => {
      this.underWay.delete(work);
      if (!this.underWay.size) this.recalculate();
    });
  }

  private async allAnswered() {
    while (this.underWay.size) await Promise.all(this.underWay);
  }

  private recalculate() {
    this.book.calculator.markDirty(this.again.splice(0).map(({ sheetId, row, column, rows = 1, columns = 1 }) => ({
      unitId: this.book.unit, sheetId, range: { startRow: row, endRow: row + rows - 1, startColumn: column, endColumn: column + columns - 1 },
    })));
  }

  /** Turns what the function gave into cell values, and keeps the message of an error. */
  private conclude({ outcome, failed }: Answer, site: Site): Argument {
    if (outcome instanceof CellError) return outcome;
    if (failed) return this.fail(outcome as Failure, site);
    if (!Array.isArray(outcome)) return this.toCell(outcome, site);
    this.makeRoom({ row: site.row, column: site.column, rows: outcome.length, columns: outcome[0]?.length ?? 1 }, site);
    return outcome.map((row) => (Array.isArray(row) ? row : [row]).map((cell) => this.toCell(cell, site)));
  }

  /** A sheet of the grid ends a little below what was written on it, and a result that spills further would not fit: it grows, then tries again. */
  private makeRoom(spilled: Box, site: Site) {
    if (this.book.reaches(site.sheetId, spilled)) return;
    this.await(Promise.resolve().then(() => {
      this.book.reach(site.sheetId, spilled);
      this.again.push({ ...site, ...spilled });
    }));
  }

  private toCell(value: any, site: Site): CellValue {
    if (isCustomFunctionsError(value)) return this.fail(failureOf(value), site);
    if (typeof value === "number") return Number.isFinite(value) ? value : new CellError("#NUM!");
    if (value === null || value === undefined) return 0; // Belief: an answer of nothing shows as 0
    return typeof value === "string" || typeof value === "boolean" ? value : VALUE;
  }

  private fail(failure: Failure, site: Site): CellError {
    this.messages.set(siteKey(site), failure);
    return new CellError(failure.error);
  }
}

// --- errors
const isCustomFunctionsError = (value: any) => typeof value === "object" && value !== null && RETURNABLE.test(value.code ?? "");

/** Belief: only #VALUE! and #N/A carry a message; anything else that is thrown becomes a plain #VALUE!. */
function failureOf(thrown: any): Failure {
  if (!isCustomFunctionsError(thrown)) return { error: "#VALUE!" };
  const carries = thrown.code === "#VALUE!" || thrown.code === "#N/A";
  return { error: thrown.code, message: carries ? textOrNothing(thrown.message) : undefined };
}

const textOrNothing = (value: unknown) => (typeof value === "string" && value ? value : undefined);

// --- keys and messages
const siteKey = (site: Site) => `${site.sheetId}!${site.row},${site.column}`;
const callKey = (fn: FunctionMetadata, args: unknown[], site: Site) => `${siteKey(site)} ${fn.id} ${JSON.stringify(args)}`;

const functionPush = (messageType: number, message: object): Push =>
  ({ messageCategory: PushCategory.customFunction, messageType, targetId: "", message: JSON.stringify(message) });
