import { fail, type ApiError } from "./errors";
import { RequestFlag } from "./wire";

/** What can be made to go wrong, for reliability tests. Everything is off at first. */
export class Faults {
  private delay = 0;
  private reader = false;
  private editing = false;
  private failing: { countdown: number; error: ApiError } | null = null;
  private editEnded: (() => void)[] = [];
  /** Largest request in characters of JSON; Belief: Excel on the web takes 5 MB, the desktop more. */
  payloadLimit = Infinity;

  /** Lets the n-th request from now fail (1 = the next one), before any of its actions runs. */
  failRequest(n: number, error: ApiError = fail.general()) {
    this.failing = { countdown: n, error };
  }

  /** Every answer is this many milliseconds late. */
  latency(ms: number) {
    this.delay = ms;
  }

  /** The workbook refuses every write with AccessDenied. */
  readOnly(on: boolean) {
    this.reader = on;
  }

  /** A cell is being edited: requests fail, or wait if the add-in asked for `delayForCellEdit`. */
  cellEdit(on: boolean) {
    this.editing = on;
    if (!on) for (const resume of this.editEnded.splice(0)) resume();
  }

  clear() {
    this.delay = 0;
    this.reader = false;
    this.failing = null;
    this.payloadLimit = Infinity;
    this.cellEdit(false);
  }

  get isReadOnly() {
    return this.reader;
  }

  /**
   * Waits as told, then returns the error that this request must end with, if any.
   * `characters` is null for what the library sends for itself, which never fails.
   */
  async strike(flags: number, characters: number | null): Promise<ApiError | null> {
    await new Promise((resolve) => setTimeout(resolve, this.delay)); // never answer inside the send
    if (characters === null) return null;
    if (this.editing && flags & RequestFlag.delayForCellEdit) await new Promise<void>((resolve) => this.editEnded.push(resolve));
    if (this.editing) return fail.cellEdit();
    if (characters > this.payloadLimit) return fail.tooLarge();
    if (this.failing && --this.failing.countdown === 0) {
      const { error } = this.failing;
      this.failing = null;
      return error;
    }
    return this.reader && flags & RequestFlag.writes ? fail.denied("the workbook is read-only") : null;
  }
}
