import type { Agreement } from "../core/agreement";
import { dayOf, faultOf, fieldOf } from "../core/fields";
import {
  loadModules, neededBy, Refusal, type Back, type Build, type CopyKind, type Decided, type Door, type Extent, type History, type Module, type Patience, type TableDoor,
  type Told,
} from "../workbook";
import { nobody, type Author } from "./author";
import { createChecker, type Checker } from "./checker";
import { draftOf, isUnkept, opening, reduce, sheetsIn, unwritten, withChanges, type Built, type Change, type Event, type State } from "./state";

/** How long a person may pause in typing before the workbook is told. */
const PAUSE = 500;

/**
 * Where state and workbook meet: the pure state, and the few things that take time. Made once per panel. What reads or changes
 * tables is the workbook's own: a page that uses it shows itself how far it is, and what was refused.
 */
export interface Desk extends TableDoor, Checker {
  readonly state: () => State;
  readonly subscribe: (listener: () => void) => () => void;
  /** Changes the state; the workbook is told of new answers after a pause. */
  readonly tell: (event: Event) => void;
  /** Reads the workbook and listens to it from then on. */
  readonly open: () => Promise<void>;
  readonly readAgain: () => Promise<void>;
  /** Tells the workbook now what it does not know yet. */
  readonly save: () => Promise<void>;
  readonly preview: Door["preview"];
  readonly build: (agreement: Agreement, templateId: string, extent?: Extent) => Promise<void>;
  readonly remove: () => Promise<void>;
  /** What the log of the workbook says. */
  readonly history: () => Promise<History>;
  /** Leaves a row in the log about something that was decided. */
  readonly note: (decided: Decided, reason: string) => Promise<void>;
  /** Gives entries their earlier values again; the reason goes into the log. */
  readonly undo: (back: readonly Back[], reason?: string) => Promise<void>;
  /** Keeps the whole role under a number. */
  readonly publish: (number: string, reason: string) => Promise<void>;
  /** Adds what sheets of an earlier version lack. */
  readonly update: () => Promise<void>;
  /** Whose name the log gets. */
  readonly author: Author;
  /** Adds the sheets of a module, and before them those it needs, blank. */
  readonly addModule: (id: string, data?: unknown, patience?: Patience) => Promise<void>;
  /** Removes the sheets of a module, and those that need it. */
  readonly removeModule: (id: string) => Promise<void>;
  readonly forgetDraft: () => Promise<void>;
  readonly goTo: (target: Parameters<Door["goTo"]>[0]) => Promise<void>;
  readonly insert: (formula: string) => Promise<void>;
  /** Looks at the selected cell and says what it is. */
  readonly explain: () => Promise<void>;
  /** Opens a copy of what stands, as a workbook of its own. */
  readonly openCopy: (kind: CopyKind) => Promise<void>;
  /** What a ribbon button asks for: a page, and the check where that is the page's work. */
  readonly wish: (page: string) => void;
  /** Does again what was refused last. */
  readonly tryAgain: () => Promise<void>;
  readonly close: () => void;
}

const isLegal = ({ agreement }: Pick<Built, "agreement">, { id, value }: Change) => faultOf(fieldOf(agreement, id)!, value) === undefined;

export function createDesk(door: Door, now: () => number = Date.now, author: Author = nobody): Desk {
  let state = opening;
  let visit = 0;
  let refused: () => Promise<void> = async () => undefined;
  let stopWatching: () => void = () => undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let queue: Promise<void> = Promise.resolve();
  let readWaits = false;
  const listeners = new Set<() => void>();

  function tell(event: Event): void {
    const { page } = state;
    state = reduce(state, event);
    if (state.page !== page) visit += 1;
    for (const listener of listeners) listener();
    clearTimeout(timer);
    if (isUnkept(state) || unwritten(state).length > 0) timer = setTimeout(() => void save(), PAUSE);
  }

  /** Runs one piece of work with the workbook after those before it; a refusal becomes a notice with a way to try again. */
  function attempt(work: () => Promise<void>): Promise<void> {
    queue = queue.then(work).catch((error: unknown) => {
      refused = () => attempt(work);
      const { code, message } = error instanceof Refusal ? error : new Refusal("failed", unforeseen(error));
      tell({ type: "noticed", notice: { kind: "refused", code, message } });
      clearTimeout(timer); // The next edit tries again by itself; until then the person decides.
    });
    return queue;
  }

  const read = async () => {
    readWaits = false;
    tell({ type: "read", reading: await door.read() });
  };

  /** The sheets changed: one reading is enough for all the changes that arrive before it begins. */
  function changed(): void {
    if (state.check?.result && !state.check.isOutdated) tell({ type: "checking", check: { ...state.check, isOutdated: true } });
    if (state.phase !== "built" || state.doing || readWaits) return;
    readWaits = true;
    void attempt(read);
  }

  const save = () => attempt(async () => {
    const draft = draftOf(state);
    if (draft && isUnkept(state)) {
      await door.saveDraft(draft);
      tell({ type: "kept", draft });
    } else if (state.conflicts.length === 0) {
      await write();
    }
  });

  const told = (reason = ""): Told => ({ by: author.name(), at: excelDays(now()), reason });

  /**
   * What is written for a reason of its own stands alone in the log. What a field does not allow stays in the panel, marked there,
   * and holds nothing else back.
   */
  async function write(reason?: string): Promise<void> {
    const { built } = state;
    const changes = built ? unwritten(state).filter((change) => isLegal(built, change)) : [];
    if (!built || changes.length === 0) return;
    const sent = withChanges(built.agreement, changes);
    try {
      const wanted = changes.map(({ id, value, before }) => ({ id, value, before }));
      const reading = await door.write(wanted, reason === undefined ? { ...told(), visit: String(visit) } : told(reason));
      tell({ type: "written", sent, changes, reading });
    } catch (error) {
      // Someone was faster: reading shows what they wrote, and the person decides field by field.
      if (!(error instanceof Refusal && error.code === "changed")) throw error;
      await read();
    }
  }

  async function open(): Promise<void> {
    await read();
    stopWatching = await door.watch((event) => {
      if (event.kind === "selected") tell({ type: "selected", selection: event });
      else changed();
    });
  }

  /** What a module begins with: what stands in the table it reads, where there is one. */
  const startOf = async (module: Module | undefined): Promise<unknown> =>
    (module?.starts ? module.starts.from(await door.readTable(module.starts.table)) : undefined);

  async function build(agreement: Agreement, templateId: string, extent?: Extent): Promise<void> {
    tell({ type: "doing", doing: "building" });
    const { build, outputs } = await door.build(agreement, templateId, { ...told(), reason: "built" }, extent);
    tell({ type: "built", built: { build, outputs, agreement, problems: [] }, templateId, at: now() });
    await read();
  }

  const checker = createChecker({
    door, tell, attempt, now, check: () => state.check, author: () => author.name(), today: () => dayOf(excelDays(now()))!,
    readAgain: async () => { if (state.phase === "built") await read(); },
    note: (decided) => door.note(decided, told("Check workbook")),
  });

  return {
    ...checker,
    wish(page) {
      tell({ type: "went", page, isStep: false });
      if (page === "problems") void checker.check();
    },
    state: () => state,
    subscribe(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    tell,
    open: () => attempt(open),
    readAgain: () => attempt(read),
    save,
    preview: (...wish) => door.preview(...wish),
    build: (...wish) => attempt(() => build(...wish)),
    remove: () => attempt(async () => {
      tell({ type: "doing", doing: "removing" });
      await door.remove();
      tell({ type: "removed" });
    }),
    history: () => door.history(),
    note: (decided, reason) => attempt(() => door.note(decided, told(reason))),
    undo: (back, reason = "Undo") => attempt(async () => {
      await write();
      tell({ type: "undone", back });
      if (state.conflicts.length === 0) await write(reason);
    }),
    publish: (number, reason) => attempt(async () => {
      await write();
      tell({ type: "read", reading: await door.publish(number, told(reason)) });
      tell({ type: "noticed", notice: { kind: "told", message: `Version ${number} is published.` } });
    }),
    update: () => attempt(async () => {
      await write();
      tell({ type: "doing", doing: "adding" });
      const there = sheetsOf(state.built?.build);
      tell({ type: "read", reading: await door.update(told()) });
      const added = sheetsOf(state.built?.build).filter((name) => !there.includes(name));
      tell({ type: "noticed", notice: { kind: "told", message: `Up to date. Added: ${added.join(", ") || "rows on your sheets"}.` } });
    }),
    author,
    addModule: (id, data, patience) => attempt(async () => {
      tell({ type: "doing", doing: "adding" });
      const there = sheetsOf(state.built?.build);
      const all = await loadModules();
      for (const needed of neededBy(id, all)) {
        if (!state.built?.build.modules.some((each) => each.id === needed)) tell({ type: "read", reading: await door.addModule(needed) });
      }
      const reading = await door.addModule(id, data ?? await startOf(all.find((each) => each.id === id)), patience).catch((error: unknown) => unlessEnded(error, patience));
      if (!reading) return tell({ type: "doing", doing: undefined });
      tell({ type: "read", reading });
      const added = sheetsOf(state.built?.build).filter((name) => !there.includes(name));
      tell({ type: "noticed", notice: { kind: "told", message: `Added: ${added.join(", ")}.` } });
    }),
    removeModule: (id) => attempt(async () => {
      tell({ type: "doing", doing: "removing" });
      const there = sheetsOf(state.built?.build);
      tell({ type: "read", reading: await door.removeModule(id) });
      const left = sheetsOf(state.built?.build);
      tell({ type: "noticed", notice: { kind: "told", message: `Removed: ${there.filter((name) => !left.includes(name)).join(", ")}.` } });
    }),
    readTable: (...wish) => door.readTable(...wish),
    changeTable: (...wish) => door.changeTable(...wish),
    sources: () => door.sources(),
    readSource: (...wish) => door.readSource(...wish),
    forgetDraft: () => attempt(async () => {
      await door.saveDraft(null);
      tell({ type: "forgotten" });
    }),
    goTo: (target) => attempt(() => door.goTo(target)),
    insert: (formula) => attempt(async () => {
      const address = await door.insert(formula);
      tell({ type: "selected", selection: { address, empty: false } });
      tell({ type: "noticed", notice: { kind: "told", message: `The example stands in ${address}.` } });
    }),
    explain: () => attempt(async () => {
      const { ownFunctions } = await import(/* webpackChunkName: "pages" */ "./own-functions");
      tell({ type: "explained", explanation: await door.look(ownFunctions) });
    }),
    openCopy: (kind) => attempt(async () => {
      await write();
      tell({ type: "doing", doing: "copying" });
      await door.openCopy(kind, state.agreement!, dayOf(excelDays(now()))!);
      tell({ type: "noticed", notice: { kind: "told", message: copied[kind] } });
    }),
    tryAgain: () => refused(),
    close() {
      clearTimeout(timer);
      stopWatching();
    },
  };
}

/** Whoever ends something is told nothing: they know. */
function unlessEnded(error: unknown, patience: Patience | undefined): undefined {
  if (!patience?.signal?.aborted) throw error;
  return undefined;
}

/** Names of our sheets, to say which are new or gone. */
const sheetsOf = (build: Build | undefined): string[] => (build ? sheetsIn(build).map(({ name }) => name) : []);

/** A moment as Excel counts days, by the clock on the wall. */
function excelDays(milliseconds: number): number {
  const minutesBehind = new Date(milliseconds).getTimezoneOffset();
  return (milliseconds - minutesBehind * 60_000) / 86_400_000 + 25_569;
}

const copied: Record<CopyKind, string> = {
  customer: "The customer’s copy is open in a workbook of its own. Save it and send it.",
  archive: "The archive is open in a workbook of its own. Save it where it can be found.",
};

function unforeseen(error: unknown): string {
  const detail = error instanceof Error ? error.message : String(error);
  return `Something unforeseen happened: ${detail}`;
}
