import { lastDay, summarise, type Orders } from "../../../src/core/history/rfm";
import { fault } from "./fault";
import { draws } from "./simulate";

/** Orders as rows of customer, day, amount. */
const orders = (...rows: readonly (readonly [string | number | boolean, number, number])[]): Orders => ({
  customer: rows.map((row) => row[0]), date: Float64Array.from(rows, (row) => row[1]), amount: Float64Array.from(rows, (row) => row[2]),
});
const shown = (summary: ReturnType<typeof summarise>) =>
  summary.customer.map((id, i) => [id, summary.frequency[i], summary.recency[i], summary.T[i], summary.monetaryValue[i]]);

test("x counts the purchase days after the first, t_x runs first to last, T first to as-of, m is the mean of the repeat days", () => {
  const list = orders(["Ann", 45292, 100], ["Bob", 45299, 50], ["Ann", 45320, 80], ["Ann", 45350, 120]);
  expect(shown(summarise(list, 45362, 1))).toEqual([["Ann", 2, 58, 70, 100], ["Bob", 0, 0, 63, NaN]]);
});

test("the unit travels: weeks are days over 7", () => {
  const [ann] = shown(summarise(orders(["Ann", 0, 1], ["Ann", 14, 1]), 21, 7));
  expect(ann).toEqual(["Ann", 1, 2, 3, 1]);
});

test("orders of one customer on one day are one purchase, also at different hours and on different rows", () => {
  const list = orders(["Ann", 10.25, 30], ["Bob", 10, 5], ["Ann", 20.99, 40], ["Ann", 10.75, 20], ["Ann", 20.01, 2]);
  expect(shown(summarise(list, 30, 1))).toEqual([["Ann", 1, 10, 20, 42], ["Bob", 0, 0, 20, NaN]]);
});

test("refunds net within the day; days that are not positive are dropped and counted, whoever's", () => {
  const list = orders(
    ["Ann", 10, 30], ["Ann", 15, 50], ["Ann", 15, -50], ["Ann", 20, 60], ["Ann", 20, -10], ["Bob", 12, -5], ["Cid", 11, 0], ["Cid", 13, 9],
  );
  const summary = summarise(list, 30, 1);
  expect(shown(summary)).toEqual([["Ann", 1, 10, 20, 50], ["Cid", 0, 0, 17, NaN]]);
  expect(summary.dropped).toBe(3);
});

test("orders after the as-of date are left out and not counted as dropped; the as-of day itself counts", () => {
  const summary = summarise(orders(["Ann", 10, 1], ["Ann", 20, 1], ["Ann", 21, -9], ["Bob", 25, 1]), 20, 1);
  expect([shown(summary), summary.dropped]).toEqual([[["Ann", 1, 10, 10, 1]], 0]);
});

test("ids keep their type: 7, \"7\" and TRUE are three customers", () => {
  expect(summarise(orders([7, 1, 1], ["7", 1, 1], [true, 1, 1]), 5, 1).customer).toEqual([7, "7", true]);
});

test("customers stand in the order of their first row, whatever the dates", () => {
  expect(summarise(orders(["late", 90, 1], ["early", 10, 1], ["late", 5, 1]), 99, 1).customer).toEqual(["late", "early"]);
});

test("lastDay is the latest whole day", () => {
  expect(lastDay(orders(["a", 10.9, 1], ["b", 8, 1]))).toBe(10);
});

test("nothing positive on or before the as-of date is not enough data", () => {
  expect(() => summarise(orders(["Ann", 10, -1]), 30, 1)).toThrow(fault("missing"));
  expect(() => summarise(orders(), -Infinity, 1)).toThrow(fault("missing"));
});

test("any order of the rows gives every customer the same history (3,000 random orders against a plain recount)", () => {
  const draw = draws(12);
  const rows = Array.from({ length: 3000 }, () =>
    [Math.floor(draw.uniform() ** 2 * 300), 45000 + Math.floor(draw.uniform() * 400), Math.round(draw.uniform() * 100 - 15)] as const);
  const summary = summarise(orders(...rows), 45390, 7);
  const days = new Map<number, Map<number, number>>();
  for (const [id, day, amount] of rows) {
    if (day > 45390) continue;
    const own = days.get(id) ?? days.set(id, new Map()).get(id)!;
    own.set(day, (own.get(day) ?? 0) + amount);
  }
  const recount = new Map([...days].map(([id, own]) => {
    const bought = [...own].filter(([, net]) => net > 0).sort(([a], [b]) => a - b);
    const first = bought[0]?.[0] ?? NaN;
    const repeats = bought.slice(1);
    const spend = repeats.reduce((sum, [, net]) => sum + net, 0);
    return [id, [repeats.length, ((bought.at(-1)?.[0] ?? NaN) - first) / 7, (45390 - first) / 7, spend / repeats.length]];
  }));
  expect(summary.customer.length).toBe([...recount.values()].filter(([x]) => x! >= 0).length);
  summary.customer.forEach((id, i) => {
    const [x, tx, T, m] = recount.get(id as number)!;
    expect([summary.frequency[i], summary.recency[i], summary.T[i]]).toEqual([x, tx, T]);
    expect(summary.monetaryValue[i]! || 0).toBeCloseTo(m! || 0, 9);
  });
  expect(summary.dropped).toBe([...days.values()].flatMap((own) => [...own.values()]).filter((net) => net <= 0).length);
});
