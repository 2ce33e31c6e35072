import type { Agreement } from "../../core/agreement";
import type { CustomerColumn, Customers, Whom } from "../../core/portfolio/customers";
import { mapColumns, plainWriting, rematched, type Mapping } from "../../core/portfolio/import/map-columns";
import type { Imported } from "../../core/portfolio/import/read-customers";
import { refreshed, type Refresh } from "../../core/portfolio/import/refresh";
import { cellsOf, tableOf, type Table } from "../../core/portfolio/import/table";
import { leadsFrom } from "../../core/portfolio/leads";
import type { LetGoCase } from "../../core/portfolio/let-go";
import type { Scores } from "../../core/portfolio/portfolio";
import { Refusal, type CustomersFrom, type TableDoor } from "../../workbook";
import type { Desk } from "../desk";
import { cultureOf } from "../numbers";
import { doJob } from "./beside";
import { writeLeads } from "./leads-on-sheet";
import { mostOnSheets, noteOverride, readSheets, writeOverride, writeSheets, type Override } from "./on-sheets";

/** What is going on, and how far it has come; 0 to 1 where that can be told. */
interface Doing { readonly what: string; readonly share?: number }

/** A table on its way in: as it was found, which column is which, and what reading it would bring. */
export interface Incoming {
  readonly whom: Whom;
  readonly table: Table;
  /** "Kunden on Sheet1", or "What you pasted". */
  readonly title: string;
  readonly target?: string;
  readonly mapping: Mapping;
  readonly imported?: Imported;
  /** What it changes of customers that are known already. */
  readonly refresh?: Refresh;
}

/** The customers that are judged. */
export interface Judged {
  readonly customers: Customers;
  readonly asOf: number;
  /** On the sheets of this workbook, or in the panel only. */
  readonly place: "sheets" | "panel";
  /** With the agreement they were scored by; another one needs them anew. */
  readonly scored?: { readonly agreement: Agreement; readonly scores: Scores };
  readonly from?: CustomersFrom;
}

/** What a person has answered on the way to letting a customer go, as typed. */
export interface Answers extends Pick<LetGoCase, "answers" | "legal" | "rung" | "decidedBy"> {
  readonly stayingCost: string;
  readonly stayingDeserve: string;
}

/** Everything that the pages about customers know. */
export interface PortfolioState {
  /** Who is brought in. */
  readonly whom: Whom;
  /** Tables to choose from; undefined until looked for. */
  readonly tables?: Awaited<ReturnType<TableDoor["sources"]>>;
  readonly incoming?: Incoming;
  readonly judged?: Judged;
  /** The customer that is looked at. */
  readonly row: number;
  /** By the id of the customer. */
  readonly answers: Readonly<Record<string, Answers>>;
  readonly doing?: Doing;
  readonly problem?: string;
}

/** The work with a person's customers. It outlives its pages, so that what was found is there when one comes back. */
export interface Portfolio {
  readonly state: () => PortfolioState;
  readonly subscribe: (listener: () => void) => () => void;
  readonly lookForTables: () => Promise<void>;
  /** Reads a table by name or cells by address, or what is selected. */
  readonly read: (target?: string) => Promise<void>;
  /** Takes pasted text as a table. */
  readonly paste: (text: string) => Promise<void>;
  /** Says by hand where one column of ours comes from. */
  readonly match: (key: CustomerColumn["key"], from: number | null) => Promise<void>;
  /** Judges what was read; on the sheets where there are any and it is not too much for them. */
  readonly take: (asOf: number) => Promise<void>;
  /** Writes the leads that were read to the sheet Leads. */
  readonly takeLeads: () => Promise<void>;
  /** Judges customers that were not brought in, such as those of the sample. */
  readonly judge: (customers: Customers, asOf: number) => Promise<void>;
  /** Follows the workbook and the agreement: reads the customers of its sheets, and scores whom nobody has scored yet. */
  readonly follow: () => Promise<void>;
  readonly decide: (row: number, decided: Override) => Promise<void>;
  readonly look: (row: number) => void;
  readonly answer: (id: string, answers: Answers) => void;
  readonly cancel: () => void;
  /** Back to choosing a table, of customers or of leads. */
  readonly restart: (whom?: Whom) => void;
}

const { locale, decimal } = cultureOf(typeof navigator === "undefined" ? "en-US" : navigator.language || "en-US");
/** How people here write, where the cells leave it open. */
const usual = { ...plainWriting, decimal: decimal === "," ? "," : ".", dates: locale.startsWith("en-US") ? "mdy" : "dmy" } as const;

export function createPortfolio(desk: Desk): Portfolio {
  let state: PortfolioState = { row: 0, answers: {}, whom: "customers" };
  let ending = new AbortController();
  let seen: readonly unknown[] = [];
  const listeners = new Set<() => void>();
  const tell = (change: Partial<PortfolioState>) => {
    state = { ...state, ...change };
    for (const listener of listeners) listener();
  };
  const agreement = () => desk.state().agreement!;
  /** What the scores stand on. */
  const facts = () => [desk.state().built, desk.state().agreement, state.judged?.customers];
  const there = () => desk.state().built?.build.modules.find(({ id }) => id === "portfolio");

  /** One piece of work at a time: a new one ends the one before it. A refusal becomes a sentence on the page. */
  async function attempt(what: string, work: (signal: AbortSignal) => Promise<void>): Promise<void> {
    ending.abort();
    const mine = new AbortController();
    ending = mine;
    tell({ doing: { what }, problem: undefined });
    try {
      await work(mine.signal);
    } catch (error) {
      if (!mine.signal.aborted) tell({ problem: error instanceof Refusal ? error.message : `This did not work: ${String(error)}` });
    }
    if (ending === mine) tell({ doing: undefined });
  }

  async function arrive(incoming: Incoming, signal: AbortSignal): Promise<void> {
    const { table, mapping, whom } = incoming;
    tell({ incoming, doing: { what: `Looking through the ${whom}` } });
    const imported = await doJob({ kind: "read", table, mapping, agreement: agreement(), whom }, signal);
    const known = whom === "customers" && state.judged?.place === "sheets" && there() ? state.judged.customers : undefined;
    tell({ incoming: { ...incoming, imported, ...(known && { refresh: refreshed(known, imported.customers) }) } });
  }

  /** What was confirmed last time, in this panel or by whoever wrote the sheets. */
  const remembered = () => (state.whom === "customers" ? ((there()?.memory as CustomersFrom | undefined) ?? state.judged?.from)?.mapping
    : undefined);
  const mapped = (table: Table) => ({ whom: state.whom, mapping: mapColumns(table, agreement(), remembered(), usual, state.whom) });

  async function hold(judged: Judged, signal: AbortSignal): Promise<void> {
    tell({ doing: { what: "Scoring the customers" } });
    const by = agreement();
    const scores = await doJob({ kind: "score", customers: judged.customers, agreement: by }, signal);
    tell({ judged: { ...judged, scored: { agreement: by, scores } }, row: Math.min(state.row, judged.customers.count - 1) });
    seen = facts();
  }

  async function fromSheets(signal: AbortSignal): Promise<void> {
    const from = there()!.memory as CustomersFrom | undefined;
    const read = await readSheets(desk, agreement(), there()!);
    await hold({ ...read, place: "sheets", ...(from && { from }) }, signal);
  }

  async function settle(judged: Judged, signal: AbortSignal): Promise<void> {
    const isForSheets = desk.state().built !== undefined && judged.customers.count <= mostOnSheets;
    if (isForSheets) {
      const what = "Writing Customers, Scores and Whale";
      const progress = (share: number) => { if (!signal.aborted) tell({ doing: { what, share } }); };
      tell({ doing: { what } });
      await writeSheets(desk, judged, { progress, signal });
      signal.throwIfAborted();
    }
    await (isForSheets && there() ? fromSheets(signal) : hold(judged, signal));
    tell({ incoming: undefined });
  }

  return {
    state: () => state,
    subscribe(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    lookForTables: async () => {
      if (!state.incoming && !state.doing) await attempt("Looking for tables", async () => tell({ tables: await desk.sources() }));
    },
    read: (target) => attempt(`Reading the ${state.whom}`, async (signal) => {
      const progress = (share: number) => { if (!signal.aborted) tell({ doing: { what: `Reading the ${state.whom}`, share } }); };
      const source = await desk.readSource(target, { progress, signal });
      const table = tableOf([source.headings, ...source.rows]);
      const title = source.table ?? `${source.sheet}, ${source.address}`;
      await arrive({ table, title, target: source.table ?? `'${source.sheet}'!${source.address}`, ...mapped(table) }, signal);
    }),
    paste: (text) => attempt("Reading what you pasted", async (signal) => {
      const table = tableOf(cellsOf(text));
      if (table.rows.length === 0) throw new Refusal("not-found", "Paste the headings and at least one row below them.");
      await arrive({ table, title: "What you pasted", ...mapped(table) }, signal);
    }),
    match: (key, from) => attempt(`Looking through the ${state.whom}`, async (signal) => {
      const incoming = state.incoming!;
      const mapping = rematched(incoming.mapping, incoming.table, agreement(), key, from, usual, incoming.whom);
      await arrive({ ...incoming, mapping }, signal);
    }),
    take: (asOf) => attempt("Scoring the customers", async (signal) => {
      const { imported, refresh, mapping, target } = state.incoming!;
      const customers = refresh?.customers ?? imported!.customers;
      await settle({ customers, asOf, place: "panel", from: { mapping, ...(target !== undefined && { target }) } }, signal);
    }),
    takeLeads: () => attempt("Writing the leads", async () => {
      const { imported, title } = state.incoming!;
      await writeLeads(desk, leadsFrom(imported!.customers, ""), title, agreement());
      tell({ incoming: undefined });
    }),
    judge: (customers, asOf) => attempt("Scoring the customers", (signal) => settle({ customers, asOf, place: "panel" }, signal)),
    async follow() {
      if (state.doing || desk.state().doing) return;
      // What failed or was cancelled is not tried again until something has changed.
      if (facts().every((fact, i) => fact === seen[i])) return;
      const isRebuilt = desk.state().built !== seen[0];
      seen = facts();
      if (there() && (isRebuilt || state.judged?.place !== "sheets")) await attempt("Reading your customers", fromSheets);
      else if (!there() && state.judged?.place === "sheets") tell({ judged: undefined });
      else if (state.judged && state.judged.scored?.agreement !== agreement()) {
        await attempt("Scoring the customers", (signal) => hold(state.judged!, signal));
      }
    },
    decide: (row, decided) => attempt("Writing the decision", async (signal) => {
      const { customers, scored, place, ...others } = state.judged!;
      if (place === "sheets") {
        await writeOverride(desk, customers.texts.id[row]!, decided);
        await noteOverride(desk, customers, scored!.scores, row, decided);
        await fromSheets(signal);
      } else {
        await hold({ ...others, place, customers: withOverride(customers, row, decided) }, signal);
      }
    }),
    look: (row) => tell({ row }),
    answer: (id, answers) => tell({ answers: { ...state.answers, [id]: answers } }),
    cancel() {
      ending.abort();
      tell({ doing: undefined });
    },
    restart(whom = state.whom) {
      ending.abort();
      tell({ whom, incoming: undefined, tables: undefined, doing: undefined, problem: undefined });
    },
  };
}

function withOverride(customers: Customers, row: number, { until, ...texts }: Override): Customers {
  const changed = Object.entries(texts).map(([key, text]) =>
    [key, customers.texts[key as keyof typeof texts].map((each, i) => (i === row ? text : each))]);
  const days = customers.numbers.until.map((day, i) => (i === row ? until ?? NaN : day));
  return { ...customers, texts: { ...customers.texts, ...Object.fromEntries(changed) }, numbers: { ...customers.numbers, until: days } };
}
