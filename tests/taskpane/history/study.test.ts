import { realityOf } from "../../../src/core/history/reality";
import { createStudy, type StudyState } from "../../../src/taskpane/history/study";
import { startWork } from "../../../src/taskpane/history/start-work";
import { Refusal, type Source } from "../../../src/workbook";
import { firstDay, simulateOrders, span } from "../../core/history/simulated-orders";
import { ordersOf, orderTable } from "../../workbook/modules/history-data";

const rows = orderTable(simulateOrders(150, 5));
const source: Source = {
  sheet: "Order list", address: `A1:D${rows.length}`, table: "tblOrders", headings: rows[0]!.map(String), formats: [], firstRow: 2,
  rows: rows.slice(1),
};

/** A person's tables in memory, as the workbook hands them over; reading waits for the signal where it is told to. */
function opened({ given = source, isSlow = false, refusal }: { given?: Source; isSlow?: boolean; refusal?: Refusal } = {}) {
  const study = createStudy({
    sources: async () => [{ name: "tblOrders", sheet: "Order list", rows: given.rows.length }],
    readSource: async (_, patience) => {
      patience?.progress?.(0.5);
      if (refusal) throw refusal;
      const ended = new DOMException("ended", "AbortError");
      if (isSlow) await new Promise((_done, fail) => patience!.signal!.addEventListener("abort", () => fail(ended)));
      return given;
    },
  });
  const until = (isSo: (state: StudyState) => unknown) => new Promise<void>((done) => {
    const look = () => { if (isSo(study.state())) done(); };
    study.subscribe(look);
    look();
  });
  return { study, until };
}

// Node starts no browser worker: the same work then runs here, as in a pane whose browser forbids workers.
test("columns are recognised, rows counted, and the findings are those of the core", async () => {
  const { study, until } = opened();
  await study.lookForTables();
  expect(study.state().tables).toEqual([{ name: "tblOrders", sheet: "Order list", rows: rows.length - 1 }]);
  await study.read("tblOrders");
  expect(study.state().columns).toEqual({ customer: 1, date: 2, amount: 3 });
  await until(({ counted }) => counted);
  expect(study.state().counted!.tally.orders).toBe(rows.length - 1);
  study.until(firstDay + span);
  study.begin();
  await until(({ reality }) => reality);
  expect(study.state().reality).toEqual(realityOf(ordersOf(rows), firstDay + span));
  expect(study.state().place).toBe("here");
  expect(study.state().doing).toBeUndefined();
}, 30_000);

test("another column for a part, and another last day, count anew; a column serves one part only", async () => {
  const { study, until } = opened();
  await study.read();
  await until(({ counted }) => counted);
  study.until(firstDay + 500);
  await until(({ counted }) => counted?.asOf === firstDay + 500);
  expect(study.state().counted!.tally.later).toBeGreaterThan(0);
  study.choose("customer", 3);
  expect(study.state()).toMatchObject({ columns: { customer: 3, date: 2 }, counted: undefined });
});

test("cancelling ends reading and work; nothing arrives afterwards", async () => {
  const { study } = opened({ isSlow: true });
  const reading = study.read();
  expect(study.state().doing).toEqual({ what: "Reading the orders", share: 0.5 });
  study.cancel();
  await reading;
  const { doing, problem, source: read } = study.state();
  expect([doing, problem, read]).toEqual([undefined, undefined, undefined]);

  const { study: other, until } = opened();
  await other.read();
  await until(({ counted }) => counted);
  other.begin();
  await until(({ doing }) => doing?.share !== undefined);
  other.cancel();
  await new Promise((done) => setTimeout(done, 500));
  expect([other.state().doing, other.state().reality]).toEqual([undefined, undefined]);
});

test("what the workbook refuses, and what the core cannot tell, become sentences on the page", async () => {
  const { study } = opened({ refusal: new Refusal("not-found", "There is no table tblOrders any more.") });
  await study.read("tblOrders");
  expect(study.state()).toMatchObject({ problem: "There is no table tblOrders any more.", doing: undefined });

  const { study: few, until } = opened({ given: { ...source, rows: source.rows.slice(0, 12) } });
  await few.read();
  await until(({ counted }) => counted);
  few.begin();
  await until(({ problem }) => problem);
  expect(few.state().problem).toMatch(/^Only \d customers bought more than once/);
});

test("a list begun anew has forgotten the one before", async () => {
  const { study, until } = opened();
  await study.read();
  await until(({ counted }) => counted);
  study.restart();
  expect(study.state().source).toBeUndefined();
  await until(({ tables }) => tables);
});

test("a worker that is not allowed to start leaves the work to the pane, which says where it ran", async () => {
  class Forbidden { constructor() { throw new Error("SecurityError"); } }
  const before = globalThis.Worker;
  globalThis.Worker = Forbidden as unknown as typeof Worker;
  try {
    const told: string[] = [];
    await new Promise<void>((done) => {
      const column = (i: number) => rows.slice(1).map((row) => row[i]);
      startWork({ cells: { customer: column(1), date: column(2), amount: column(3) }, isStudy: false }, (report, place) => {
        told.push(`${report.kind} ${place}`);
        done();
      });
    });
    expect(told).toEqual(["counted here"]);
  } finally {
    globalThis.Worker = before;
  }
});
