import { findOrderColumns } from "../../core/history/order-columns";
import { orderParts, type OrderPart } from "../../core/history/order-list";
import { studyStages, type Reality } from "../../core/history/reality";
import { Refusal, type Source, type TableDoor } from "../../workbook";
import { startWork, type Place } from "./start-work";
import type { Counted, Job, Report } from "./work";

export type Columns = Readonly<Partial<Record<OrderPart, number>>>;

/** What is going on, and how far it has come; 0 to 1 where that can be told. */
export interface Doing { readonly what: string; readonly share?: number }

/** Everything the page "What history says" knows, from the choice of a table to its findings. */
export interface StudyState {
  /** Tables to choose from; undefined until looked for. */
  readonly tables?: Awaited<ReturnType<TableDoor["sources"]>>;
  readonly source?: Source;
  readonly columns: Columns;
  /** What is doubtful about the columns that were recognised. */
  readonly doubts: readonly string[];
  /** Last day of the history as the person wishes it; undefined for the last day in the list. */
  readonly asOf?: number;
  readonly counted?: Counted;
  readonly reality?: Reality;
  readonly doing?: Doing;
  readonly problem?: string;
  readonly place: Place;
}

/** The work with a person's own orders. It outlives the page, so that findings are there when one comes back. */
export interface Study {
  readonly state: () => StudyState;
  readonly subscribe: (listener: () => void) => () => void;
  readonly lookForTables: () => Promise<void>;
  /** Reads a table by name, or what is selected. */
  readonly read: (table?: string) => Promise<void>;
  readonly choose: (part: OrderPart, column: number | undefined) => void;
  readonly until: (day: number | undefined) => void;
  readonly begin: () => void;
  readonly cancel: () => void;
  /** Back to choosing a table. */
  readonly restart: () => void;
}

/** Rows by which columns are recognised: more would not tell more. */
const enough = 2000;
const nothing: StudyState = { columns: {}, doubts: [], place: "beside" };

export function createStudy(door: Pick<TableDoor, "sources" | "readSource">, start = startWork): Study {
  let state = nothing;
  let stop: () => void = () => undefined;
  const listeners = new Set<() => void>();
  const tell = (change: Partial<StudyState>, from = state) => {
    state = { ...from, ...change };
    for (const listener of listeners) listener();
  };

  /** What takes time can be cancelled, and a refusal becomes a sentence on the page. */
  async function attempt(work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      const problem = error instanceof Refusal ? error.message : `Reading failed: ${String(error)}`;
      if (!isAbort(error)) tell({ doing: undefined, problem });
    }
  }

  const lookForTables = () => attempt(async () => {
    if (!state.source) tell({ tables: await door.sources() });
  });

  const read = (table?: string) => attempt(async () => {
    stop();
    const ending = new AbortController();
    stop = () => ending.abort();
    tell({ tables: state.tables, doing: { what: "Reading the orders", share: 0 } }, nothing);
    const progress = (share: number) => { if (!ending.signal.aborted) tell({ doing: { what: "Reading the orders", share } }); };
    const source = await door.readSource(table, { progress, signal: ending.signal });
    const { problems, ...columns } = findOrderColumns(source.headings, source.rows.slice(0, enough));
    // A column that was not found says so itself, where it is chosen.
    tell({ source, columns, doubts: problems.filter((problem) => problem.startsWith("The column")), doing: undefined });
    count();
  });

  function run(isStudy: boolean): void {
    stop();
    const cells = cellsOf(state);
    if (!cells) return;
    tell({ problem: undefined, reality: undefined, doing: { what: isStudy ? "Sending the orders to work" : "Counting the orders" } });
    stop = start({ cells, isStudy, ...(state.asOf !== undefined && { asOf: state.asOf }) } satisfies Job, (report, place) => {
      tell({ ...after(report, isStudy), place });
    });
  }

  const count = () => run(false);

  return {
    state: () => state,
    subscribe(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    lookForTables,
    read,
    choose(part, column) {
      const others = Object.fromEntries(Object.entries(state.columns).filter(([other, at]) => other !== part && at !== column));
      tell({ columns: { ...others, ...(column !== undefined && { [part]: column }) }, doubts: [], counted: undefined, reality: undefined });
      count();
    },
    until(day) {
      tell({ asOf: day, counted: undefined, reality: undefined });
      count();
    },
    begin: () => run(true),
    cancel() {
      stop();
      tell({ doing: undefined });
    },
    restart() {
      stop();
      tell({}, nothing);
      void lookForTables();
    },
  };
}

const isAbort = (error: unknown) => (error as Partial<Error>).name === "AbortError";

/** What a report changes. */
function after(report: Report, isStudy: boolean): Partial<StudyState> {
  switch (report.kind) {
    case "stage": return { doing: { what: studyStages[report.stage]!, share: (report.stage + 1) / (studyStages.length + 1) } };
    case "counted": return { counted: report.counted, ...(!isStudy && { doing: undefined }) };
    case "found": return { reality: report.reality, doing: undefined };
    case "refused": return { problem: report.message, doing: undefined };
  }
}

/** The three columns of the source; undefined while one is not chosen. */
function cellsOf({ source, columns }: StudyState): Job["cells"] | undefined {
  if (!source || orderParts.some((part) => columns[part] === undefined)) return undefined;
  const column = (part: OrderPart) => source.rows.map((row) => row[columns[part]!]);
  return { customer: column("customer"), date: column("date"), amount: column("amount") };
}
