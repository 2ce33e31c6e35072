import { acceptanceOf, certificate, isSame, mendedInWords } from "../workbook";
import type { Acceptance, AuditProgress, Checked, Decided, Door, Finding, Fix, Mend } from "../workbook";
import type { Check, Event } from "./state";

/** Checks the open workbook, and does something about what was found. */
export interface Checker {
  readonly check: () => Promise<void>;
  readonly cancelCheck: () => void;
  /** Mends a finding, or takes that back, and checks again. */
  readonly mend: (fix: Fix) => Promise<void>;
  readonly unmend: (back: readonly Mend[]) => Promise<void>;
  /** Leaves a finding as it is, for a reason that stays with the workbook. */
  readonly accept: (finding: Finding, reason: string) => Promise<void>;
  readonly withdraw: (acceptance: Acceptance) => Promise<void>;
}

/** What the checker shares with the desk. */
interface Desktop {
  readonly door: Door;
  readonly check: () => Check | undefined;
  readonly tell: (event: Event) => void;
  /** Runs work with the workbook after the work before it, and says what was refused. */
  readonly attempt: (work: () => Promise<void>) => Promise<void>;
  /** Reads our sheets again where there are any. */
  readonly readAgain: () => Promise<void>;
  /** Leaves a row in the log of our sheets. */
  readonly note: (decided: Decided) => Promise<void>;
  readonly now: () => number;
  readonly today: () => string;
  readonly author: () => string;
}

/** The findings that nobody has accepted. */
export const openFindings = ({ findings, accepted }: Checked): Finding[] => findings.filter((finding) => !acceptanceOf(finding, accepted));

export function createChecker({ door, check: now, tell, attempt, ...desk }: Desktop): Checker {
  let stop: AbortController | undefined;
  const say = (check: Check) => tell({ type: "checking", check });

  /** Beside the queue of work: it lasts, and reading hinders nobody. */
  async function check(): Promise<void> {
    if (stop) return;
    const mine = stop = new AbortController();
    const { signal } = mine;
    const before: Check = { ...now(), running: undefined, wasCancelled: false };
    const progress = (running: AuditProgress) => { if (!signal.aborted) say({ ...before, running }); };
    progress({ share: 0, doing: "Reading the workbook" });
    try {
      const result = await door.check({ signal, progress });
      signal.throwIfAborted();
      say({ result, at: desk.now() });
      void certify(result);
    } catch (error) {
      if (signal.aborted) return;
      say(before);
      void attempt(() => Promise.reject(error as Error));
    } finally {
      if (stop === mine) stop = undefined;
    }
  }

  /** At once for the person; the reading ends with the request it is in. */
  function cancelCheck(): void {
    stop?.abort();
    stop = undefined;
    say({ ...now(), running: undefined, wasCancelled: true });
  }

  /** About says the result, when it is ours to write there. */
  function certify({ isOurs, findings, accepted }: Checked): Promise<void> {
    if (!isOurs) return Promise.resolve();
    const isAccepted = (finding: Finding) => acceptanceOf(finding, accepted) !== undefined;
    return attempt(() => door.certify(certificate(findings, desk.today(), { accepted: isAccepted })));
  }

  async function keep(accepted: readonly Acceptance[]): Promise<void> {
    const { result, ...rest } = now()!;
    await door.keepAccepted(accepted);
    say({ ...rest, result: { ...result!, accepted } });
    void certify({ ...result!, accepted });
  }

  const write = (label: string, mends: readonly Mend[], done: (back: readonly Mend[]) => Event) => attempt(async () => {
    const back = await door.mend(mends);
    if (now()?.result?.isOurs) await desk.note(mendedInWords(label, mends, back));
    tell(done(back));
    await desk.readAgain();
    void check();
  });

  return {
    check,
    cancelCheck,
    mend: ({ label, mends }) => write(label, mends, (back) => ({ type: "noticed", notice: { kind: "mended", label, back } })),
    unmend: (back) => write("Taken back", back, () => ({ type: "noticed", notice: { kind: "told", message: "It is as it was before." } })),
    accept: ({ rule, sheet, address, title }, reason) => {
      const what = { rule, sheet, ...(address !== undefined && { address }), title };
      return attempt(() => keep([...now()!.result!.accepted, { ...what, reason, by: desk.author(), day: desk.today() }]));
    },
    withdraw: (acceptance) => attempt(() => keep(now()!.result!.accepted.filter((each) => !isSame(each, acceptance)))),
  };
}
