import type { Estimate } from "../../../src/core/history/estimate";
import { realityOf, studyOrders, studyStages } from "../../../src/core/history/reality";
import { compareWishes } from "../../../src/core/history/wishes";
import { fault } from "./fault";
import { draws } from "./simulate";
import { firstDay, known, simulateOrders, span, truth } from "./simulated-orders";

const covers = ({ low, high }: Estimate, value: number) => low !== null && high !== null && low <= value && value <= high;

describe("on customers simulated with known truth", () => {
  const runs = Array.from({ length: 30 }, (_, seed) => realityOf(simulateOrders(300, seed + 1), firstDay + span));

  test.each([
    ["orders a year", (run: (typeof runs)[number]) => covers(run.ordersPerYear, known.ordersPerYear)],
    ["growth", (run: (typeof runs)[number]) => covers(run.growth, known.growth)],
    ["lifetime", (run: (typeof runs)[number]) => covers(run.lifetime, known.lifetime)],
    ["retention in the first year", (run: (typeof runs)[number]) => covers(run.retentionByTenure[0]!, known.firstYear)],
    ["retention in the second year", (run: (typeof runs)[number]) => covers(run.retentionByTenure[1]!, known.secondYear)],
  ])("the 90 %% interval of %s covers the truth in at least 23 of 30 histories", (_, isCovered) => {
    // 27 are expected, and 23 is 2.4 standard deviations below.
    expect(runs.filter(isCovered).length).toBeGreaterThanOrEqual(23);
  });

  test("the interval of order value covers the mean over calendar time of what customers spend, in at least 23 of 30", () => {
    // Orders fall on days of different prices: the truth is the mean over the simulated days.
    const mean = (truth.p * truth.gamma) / (truth.q - 1);
    const covered = runs.filter((run, seed) => {
      const { date } = simulateOrders(300, seed + 1);
      const price = date.reduce((sum, day) => sum + (1 + truth.growth) ** ((day - firstDay) / 365.25), 0) / date.length;
      return covers(run.orderValue, mean * price);
    });
    expect(covered.length).toBeGreaterThanOrEqual(23);
  });

  test("retention of today's customers lies between that of new and of old ones, with an interval of some points", () => {
    for (const { retention, retentionByTenure } of runs) {
      expect(retention.value).toBeGreaterThan(retentionByTenure[0]!.value);
      expect(retention.low).toBeLessThan(retention.value);
      expect(retention.high).toBeGreaterThan(retention.value);
      expect(retention.high! - retention.low!).toBeLessThan(0.4);
    }
  });

  test("expected customers by frequency add up to all, and follow the counts within sampling error", () => {
    for (const { byFrequency, customers } of runs) {
      expect(byFrequency.reduce((sum, { expected }) => sum + expected, 0)).toBeCloseTo(customers, 6);
      const distance = byFrequency.reduce((sum, { actual, expected }) => sum + (actual - expected) ** 2 / expected, 0);
      expect(distance).toBeLessThan(30);
    }
  });

  test("cumulative tracking tells the holdout within a fifth, from a fit that has not seen it", () => {
    const misses = runs.map(({ tracking }) => {
      const [before, last] = [tracking.filter(({ isHoldout }) => !isHoldout).at(-1)!, tracking.at(-1)!];
      expect(last.isHoldout).toBe(true);
      return (last.expected - before.expected) / (last.actual - before.actual) - 1;
    });
    expect(misses.filter((miss) => Math.abs(miss) < 0.2).length).toBeGreaterThanOrEqual(26);
    expect(Math.abs(misses.reduce((sum, miss) => sum + miss, 0) / misses.length)).toBeLessThan(0.05);
  });

  test("the data behind the figures are told: customers, orders, first day, as-of", () => {
    const [run] = runs;
    expect(run!.customers).toBe(300);
    expect(run!.orders).toBeGreaterThan(run!.customers);
    expect([run!.firstDay >= firstDay, run!.asOf]).toEqual([true, firstDay + span]);
    expect(run!.notes).toEqual([]);
  });
});

test("a study tells each of its stages before it comes, and ends where reading at once ends", () => {
  const orders = simulateOrders(300, 7);
  const study = studyOrders(orders, firstDay + span);
  const told: number[] = [];
  let step = study.next();
  for (; !step.done; step = study.next()) told.push(step.value);
  expect(told).toEqual(studyStages.map((_, stage) => stage));
  expect(step.value).toEqual(realityOf(orders, firstDay + span));
});

describe("a wish beside what history shows", () => {
  const reality = realityOf(simulateOrders(800, 99), firstDay + span);
  const shown = { ...reality, retention: { value: 0.82, low: 0.78, high: 0.86 }, growth: { value: 0.031, low: null, high: null } };

  test("you ask 90 % retention; your customers show 82 %, 78 to 86 %", () => {
    expect(compareWishes(shown, { retention: 0.9 })).toEqual([{
      measure: "retention", wish: 0.9, shown: shown.retention, verdict: "above",
      sentence: "you ask 90 % retention; your customers show 82 %, 78 to 86 %",
    }]);
  });
  test("a wish inside the interval is within, under it below, and without an interval nobody can tell", () => {
    expect(compareWishes(shown, { retention: 0.8 })[0]!.verdict).toBe("within");
    expect(compareWishes(shown, { retention: 0.5 })[0]!.verdict).toBe("below");
    expect(compareWishes(shown, { growth: 0.05 })[0]).toMatchObject({
      verdict: "unknown", sentence: "you ask 5 % growth a year; your customers show 3.1 %, how surely cannot be told",
    });
  });
  test("the scales are the role's: orders a year, currency per order, fractions, years", () => {
    const all = compareWishes(reality, { ordersPerYear: 100, orderValue: 1e4, retention: 0.999, growth: 0.5, lifetime: 9.9 });
    expect(all.map(({ verdict }) => verdict)).toEqual(["above", "above", "above", "above", "above"]);
  });
});

test("fewer than ten repeat customers are too few to tell, and the message counts them", () => {
  const orders = { customer: ["a", "a", "b"], date: Float64Array.of(1, 50, 3), amount: Float64Array.of(5, 5, 5) };
  expect(() => realityOf(orders, 100)).toThrow(fault("missing", /^Only 1 customers/));
});

test("customers who never leave: a reduced model in words, retention near 100 %, and no invented interval", () => {
  const customer: string[] = [];
  const date: number[] = [];
  const draw = draws(4);
  for (let i = 0; i < 60; i++) {
    for (let day = i; day <= 900; day += 10 + Math.floor(draw.uniform() * 20)) {
      customer.push(`C${i}`);
      date.push(day);
    }
  }
  const { retention, notes } = realityOf({ customer, date: Float64Array.from(date), amount: Float64Array.from(date, () => 10) }, 905);
  expect(notes.join()).toContain("no drop-out detected");
  expect(retention.value).toBeGreaterThan(0.99);
  expect(retention.low === null || retention.low > 0.9).toBe(true);
});
