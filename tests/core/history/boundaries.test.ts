import { bgNbd } from "../../../src/core/history/bg-nbd";
import { fitOpportunities, purchasesAtNext } from "../../../src/core/history/bg-bb";
import { expectedSpend, fitSpend } from "../../../src/core/history/gamma-gamma";
import { mbgNbd } from "../../../src/core/history/mbg-nbd";
import { discountedResidual, paretoNbd } from "../../../src/core/history/pareto-nbd";
import { expectedPurchases } from "../../../src/core/history/purchase-model";
import { fault } from "./fault";
import { rows } from "./simulate";

const times = (n: number, row: (i: number) => number[]) => rows(...Array.from({ length: n }, (_, i) => row(i)));

/** Valid data at the edge of what the models can say, and a word the note of each fit must hold. */
const edges: Record<string, { customers: ReturnType<typeof rows>; note?: RegExp }> = {
  "all one-time buyers": { customers: times(50, (i) => [0, 0, 10 + i]), note: /nobody buys again/ },
  "one customer": { customers: rows([3, 20, 39]), note: /purchase rates do not differ/ },
  "one customer who never came back": { customers: rows([0, 0, 39]), note: /nobody buys again/ },
  "one customer who bought today": { customers: rows([3, 39, 39]), note: /no drop-out detected/ },
  "a hundred identical customers": { customers: times(100, () => [4, 30, 40]), note: /purchase rates do not differ.*no drop-out detected/ },
  "clockwork buyers": { customers: times(200, (i) => [10, 38, 39 + (i % 5)]), note: /no drop-out detected/ },
  "x and T of 10,000": {
    customers: rows([10000, 9999, 10000], [0, 0, 10000], [9000, 9500, 10000], [10, 4000, 9000], [1, 1, 8000], [5000, 5000, 9999]),
  },
  "x of 10,000 within 10 units": { customers: rows([10000, 9.5, 10], [0, 0, 10], [5, 3, 8], [1, 1, 7]) },
  "customers who came today": { customers: rows([0, 0, 0], [0, 0, 5], [2, 3, 4], [1, 1, 1]) },
  "customers who all left after one repeat": { customers: times(300, (i) => [1, 1 + (i % 3), 200 + i]) },
};

const numbersFrom0 = (values: ArrayLike<number>) => Array.from(values).every((value) => Number.isFinite(value) && value >= 0);

describe.each([bgNbd, mbgNbd, paretoNbd])("$name, data at the edge:", (model) => {
  test.each(Object.entries(edges))("%s: a fit with words, finite predictions, P(alive) in 0..1", (_, { customers, note = /./ }) => {
    const { parameters, logLikelihood, standardErrors, message } = model.fit(customers);
    expect(message).toMatch(note);
    expect([...parameters, logLikelihood].every(Number.isFinite)).toBe(true);
    expect(standardErrors.every((error) => error === null || error > 0)).toBe(true);
    const alive = model.probabilityAlive(parameters, customers);
    expect(numbersFrom0(alive) && Math.max(...alive) <= 1).toBe(true);
    for (const horizon of [0, 0.001, 1, 52, 1e4]) expect(numbersFrom0(expectedPurchases(model, parameters, customers, horizon))).toBe(true);
    expect(model.purchasesOfNew(parameters, 52)).toBeGreaterThanOrEqual(0);
  });

  test("a limit predicts what its simpler model predicts: identical steady buyers go on at their rate", () => {
    const { parameters } = model.fit(times(100, () => [8, 40, 40]));
    expect(expectedPurchases(model, parameters, rows([8, 40, 40]), 20)[0]).toBeCloseTo(4, 2);
  });
});

/** a below 1 and near 1, s near 1, alpha equal to beta, tiny, huge and lopsided parameters. */
const extremes = [
  [1e-6, 1, 1e-6, 1e-6], [1e5, 1e5, 1e5, 1e5], [1e5, 1e-3, 1e-3, 1e5], [0.5, 10, 1, 1], [0.5, 10, 1 + 1e-12, 1], [0.5, 10, 0.5, 0.5],
  [0.5, 10, 1e-9, 1], [1e5, 1e6, 1e5, 2e5], [0.1, 1e-4, 300, 2700], [0.5, 10, 1, 1e-9], [0.5, 10, 0.3, 0.7], [2, 1e6, 0.9, 1e-6],
  [0.5, 11, 0.999999, 11], [0.5, 11, 1, 11],
];
const customers = rows([0, 0, 0], [0, 0, 10000], [10000, 9999, 10000], [1, 1e-3, 1e4], [500, 200, 200], [3, 2, 2]);

test.each(extremes)("predictions are numbers from 0 on at parameters %p, %p, %p, %p, for all models and horizons", (...parameters) => {
  for (const model of [bgNbd, mbgNbd, paretoNbd]) {
    expect(numbersFrom0(model.probabilityAlive(parameters, customers))).toBe(true);
    for (const horizon of [0, 1e-6, 1, 52, 1e6]) expect(numbersFrom0(expectedPurchases(model, parameters, customers, horizon))).toBe(true);
  }
  for (const rate of [1e-8, 1e-3, 1]) expect(numbersFrom0(discountedResidual(parameters, customers, rate))).toBe(true);
});

describe("spend at the edge", () => {
  test.each([
    ["identical customers", [2, 2, 2], [30, 30, 30], /orders do not differ in value.*customers do not differ/],
    ["one customer", [3], [20], /customers do not differ/],
    ["x of 10,000", [10000, 10000, 5000], [10, 11, 9], /./],
    ["amounts near 0", [1, 2, 3], [1e-9, 2e-9, 1e-9], /./],
    ["one order each", [1, 1, 1, 1], [10, 20, 15, 90], /./],
  ])("%s: a fit with words, and finite spend for each", (_, x, m, note) => {
    const [frequency, monetaryValue] = [Float64Array.from(x), Float64Array.from(m)];
    const { parameters, message } = fitSpend(frequency, monetaryValue);
    expect(message).toMatch(note);
    expect(numbersFrom0(expectedSpend(parameters, frequency, monetaryValue))).toBe(true);
  });
  test("identical customers are expected to spend what they spent", () => {
    const [x, m] = [Float64Array.of(2, 2, 2), Float64Array.of(30, 30, 30)];
    expect(expectedSpend(fitSpend(x, m).parameters, x, m)[0]).toBeCloseTo(30, 2);
  });
});

test.each([
  ["nobody bought", [[0, 0, 5], [0, 0, 6]], /nobody buys/], ["everybody always bought", [[5, 5, 5], [6, 6, 6]], /no drop-out detected/],
  ["one customer", [[2, 3, 5]], /./], ["n of 10,000", [[5000, 9000, 10000], [0, 0, 10000], [1, 1, 10000], [9000, 10000, 10000]], /./],
])("opportunities, %s: a fit with words and finite predictions", (_, given, note) => {
  const column = (k: number) => given.map((row) => row[k]!);
  const data = { frequency: column(0), recency: column(1), n: column(2), count: given.map(() => 1) };
  const { parameters, message } = fitOpportunities(data);
  expect(message).toMatch(note);
  expect(numbersFrom0(purchasesAtNext(parameters, data, 10))).toBe(true);
});

test("nobody watched for any time yet is not enough data", () => {
  expect(() => bgNbd.fit(rows([0, 0, 0], [0, 0, 0]))).toThrow(fault("missing"));
});
