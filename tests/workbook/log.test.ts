import fc from "fast-check";
import { blankCommitment, withoutCommitment } from "../../src/core/commitment/rows";
import { sample } from "../../src/core/templates";
import {
  brokenSeals, cellsOfRow, lastChange, logChanges, logColumns, nextRow, readLog, undoReason, valuesBack, type LogRow, type Told,
} from "../../src/workbook/log";
import { planWorkbook } from "../../src/workbook/plan";
import { signPlan } from "../../src/workbook/sheets/versions";
import { edited } from "./legal-edits";

const { agreement } = sample;
const told = (minute: number, reason?: string): Told => ({ by: "Ana", at: 46000 + minute / 1440, ...(reason && { reason }) });
const built = nextRow([], { what: "Workbook built", after: "Version 1.1" }, agreement, told(0, "built"));
const change = (id: string, before: number, value: number) => ({ id, before, value });
const heads = logColumns.map(({ head }) => head);

/** The log after one more write. */
function written(log: readonly LogRow[], changes: Parameters<typeof logChanges>[1], by: Told, open: number[] = []): LogRow[] {
  const after = edited(agreement, changes.map(({ id, value }) => ({ id, value })));
  const { again, added } = logChanges(log, changes, after, by, new Set(open));
  return [...log.map((row) => again.find(({ number }) => number === row.number) ?? row), ...added];
}

describe("a write", () => {
  const log = written([built], [change("commitments.K7.budget", 0, 150), change("in_rate", 0.1, 0.12)], told(1));

  test("adds one row for each field, in words, with who, when and what the agreement is worth then (4-panel: undo)", () => {
    expect(log.map(({ number }) => number)).toEqual([1, 2, 3]);
    expect(log[1]).toMatchObject({
      what: "99% correct invoices, one record, budget", unit: "EUR/year", entry: "commitments.K7.budget", before: 0, after: 150, who: "Ana",
      when: 46000 + 1 / 1440, currency: "EUR",
    });
    // 53,673: the tornado of 4-panel section 2, discount rate + 2 points.
    expect(log[2]!.netAsked).toBeCloseTo(53673, 0);
    expect(log[1]!.entries).not.toBe(log[0]!.entries);
  });

  test("goes on in the row of the same field and visit, and leaves what it was before", () => {
    const longer = written(log, [change("in_rate", 0.12, 0.125)], told(2), [2, 3]);
    expect(longer.map(({ number, entry, before, after }) => [number, entry, before, after]).slice(1)).toEqual([
      [2, "commitments.K7.budget", 0, 150], [3, "in_rate", 0.1, 0.125],
    ]);
    expect(brokenSeals(longer)).toEqual([]);
  });

  test("that goes on in an earlier row of the visit seals those after it anew", () => {
    const longer = written(log, [change("commitments.K7.budget", 150, 120)], told(2), [2, 3]);
    expect(longer).toHaveLength(3);
    expect(longer[2]!.seal).not.toBe(log[2]!.seal);
    expect(brokenSeals(longer)).toEqual([]);
  });

  test("never touches a row of an earlier visit, and going back to where one began is a row of its own", () => {
    expect(written(log, [change("in_rate", 0.12, 0.13)], told(2)).map(({ seal }) => seal).slice(0, 3)).toEqual(log.map(({ seal }) => seal));
    const back = written(log, [change("in_rate", 0.12, 0.1)], told(2), [2, 3]);
    expect(back.at(-1)).toMatchObject({ number: 4, before: 0.12, after: 0.1 });
    expect(brokenSeals(back)).toEqual([]);
  });
});

test("a removed commitment keeps its name in every row that tells of it", () => {
  const { label, owner } = agreement.commitments.find(({ id }) => id === "K7")!;
  const changes = [
    { id: "commitments.K7.label", before: label, value: blankCommitment("K7").label }, { id: "commitments.K7.owner", before: owner, value: "" },
  ];
  const { added } = logChanges([built], changes, withoutCommitment(agreement, "K7"), told(1));
  expect(added.map(({ what, after }) => [what, after])).toEqual([
    ["99% correct invoices, one record, commitment", "Free line K7"], ["99% correct invoices, one record, owner", null],
  ]);
});

describe("the table", () => {
  const log = written(written([built], [change("in_rate", 0.1, 0.12)], told(1)), [change("in_ac", 6000, 5000)], told(2));
  const table = [heads, ...log.map((row) => cellsOfRow(row, heads).map((cell) => cell ?? ""))];

  test("is read back row by row, with every seal whole", () => {
    expect(readLog(table).rows).toEqual(log);
    expect(brokenSeals(readLog(table).rows)).toEqual([]);
  });

  test("is understood sorted, with its columns in another order, with a row and a column of somebody's own", () => {
    fc.assert(fc.property(fc.shuffledSubarray([...heads.keys()], { minLength: heads.length }), fc.boolean(), (order, isTurned) => {
      const lines = [["Mine", "", ""], ...(isTurned ? [...table.slice(1)].reverse() : table.slice(1))];
      const changed = [[...order.map((i) => heads[i]!), "My column"], ...lines.map((line) => [...order.map((i) => line[i] ?? ""), "x"])];
      const read = readLog(changed);
      expect(read.rows).toEqual(log);
      expect(lines[read.placeOf.get(2)!]![0]).toBe(table[2]![0]);
      expect(cellsOfRow(log[0]!, read.heads).at(-1)).toBeNull();
    }), { numRuns: 10 });
  });

  test.each<[string, (rows: LogRow[]) => LogRow[], number[]]>([
    ["a changed number", (rows) => rows.map((row) => (row.number === 2 ? { ...row, after: 0.11 } : row)), [2]],
    ["another name", (rows) => rows.map((row) => (row.number === 1 ? { ...row, who: "Ben" } : row)), [1]],
    ["a row taken out", (rows) => rows.filter(({ number }) => number !== 2), [3]],
    ["a changed seal", (rows) => rows.map((row) => (row.number === 2 ? { ...row, seal: "0".repeat(12) } : row)), [2, 3]],
  ])("%s breaks the chain where it was touched (V01)", (_, harm, broken) => expect(brokenSeals(harm(log))).toEqual(broken));

  test("the last digits of a number, which another program may lose, break nothing", () => {
    const rounded = log.map((row) => ({ ...row, netAsked: Number(row.netAsked!.toPrecision(15)), when: Number(row.when!.toPrecision(15)) }));
    expect(brokenSeals(rounded)).toEqual([]);
  });
});

describe("undo", () => {
  const two = written(written([built], [change("in_rate", 0.1, 0.12)], told(1)), [change("in_ac", 6000, 5000), change("in_serve", 4800, 4000)], told(2));

  test("takes the last change first, all fields that were written together, then the one before", () => {
    expect(lastChange(two).map(({ entry }) => entry)).toEqual(["in_ac", "in_serve"]);
    const once = written(two, [change("in_ac", 5000, 6000), change("in_serve", 4000, 4800)], told(3, undoReason(lastChange(two)[0]!)));
    expect(lastChange(once).map(({ entry }) => entry)).toEqual(["in_rate"]);
    const twice = written(once, [change("in_rate", 0.12, 0.1)], told(4, undoReason(lastChange(once)[0]!)));
    expect(lastChange(twice)).toEqual([]);
  });

  test("that is taken back is a change again, and the one before it waits", () => {
    const undone = written(two, [change("in_ac", 5000, 6000), change("in_serve", 4000, 4800)], told(3, "Undo"));
    expect(lastChange(undone).map(({ number }) => number)).toEqual([2]);
    const redone = written(undone, [change("in_ac", 6000, 5000), change("in_serve", 4800, 4000)], told(4, "Undo"));
    expect(lastChange(redone).map(({ number }) => number)).toEqual([7, 8]);
  });

  test("means for each entry the value before, and tells what should stand there now", () => {
    const now = edited(agreement, [{ id: "in_rate", value: 0.12 }, { id: "asks.A02.note", value: "" }]);
    const log = written([built], [change("in_rate", 0.1, 0.12)], told(1));
    expect(valuesBack(log, now)).toEqual([{ id: "in_rate", value: 0.1, expected: 0.12 }]);
    const texts = logChanges([built], [{ id: "asks.A02.note", before: "as agreed", value: "" }], now, told(1)).added;
    expect(valuesBack(texts, now)).toEqual([{ id: "asks.A02.note", value: "as agreed", expected: "" }]);
  });

  test("finds nothing to take back in a build alone", () => expect(lastChange([built])).toEqual([]));
});

test("a plan is signed with who built it and when, and the first row's seal holds", () => {
  const plan = planWorkbook(agreement);
  const log = (of: typeof plan) => {
    const { cells, tables: [table] } = of.sheets.find(({ id }) => id === "versions")!;
    const shown = (row: number) => heads.map((_, column) => {
      const content = cells.find((cell) => cell.row === row && cell.column === column)?.content;
      return content?.kind === "value" ? content.value : "";
    });
    return readLog([shown(table!.box.row), shown(table!.box.row + 1)]).rows;
  };
  expect(log(plan)).toMatchObject([{ number: 1, after: `Version ${plan.version}`, when: null, who: "", reason: "built" }]);
  const signed = log(signPlan(plan, agreement, told(5)));
  expect(signed).toMatchObject([{ number: 1, when: 46000 + 5 / 1440, who: "Ana", reason: "built" }]);
  expect([brokenSeals(log(plan)), brokenSeals(signed)]).toEqual([[], []]);
  expect(signPlan(plan, agreement, told(5)).sheets.filter(({ id }) => id !== "versions")).toEqual(plan.sheets.filter(({ id }) => id !== "versions"));
});
