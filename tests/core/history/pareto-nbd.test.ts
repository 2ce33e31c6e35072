import { groupHistories } from "../../../src/core/history/groups";
import { discountedResidual, likelihoodOf, paretoNbd } from "../../../src/core/history/pareto-nbd";
import { expectedPurchases } from "../../../src/core/history/purchase-model";
import { reversed, rows, simulateParetoNbd } from "./simulate";

const one = (x: number, tx: number, T: number) => rows([x, tx, T]);
const cdnow = [0.5534, 10.5802, 0.6061, 11.6562];
const lnLikelihood = (parameters: readonly number[], row: readonly number[]) => likelihoodOf(groupHistories(rows(row)))(parameters).value;

describe("published numbers of the Pareto/NBD", () => {
  test("P(alive) of a customer (0, 0, 39) is .29416 within 2e-4 (BTYD manual)", () => {
    expect(Math.abs(paretoNbd.probabilityAlive(cdnow, one(0, 0, 39))[0]! - 0.29416)).toBeLessThan(2e-4);
  });
  test("(26, 30.857, 31) has P(alive) .997874 and CET(52) 25.456 within 5e-3 (BTYD walk-through)", () => {
    expect(paretoNbd.probabilityAlive(cdnow, one(26, 30.857, 31))[0]).toBeCloseTo(0.997874, 5);
    expect(Math.abs(expectedPurchases(paretoNbd, cdnow, one(26, 30.857, 31), 52)[0]! - 25.456)).toBeLessThan(5e-3);
  });
  test("a new customer buys 1.4734 times in 52 weeks, within 5e-4 (BTYD walk-through)", () => {
    expect(Math.abs(paretoNbd.purchasesOfNew(cdnow, 52) - 1.4734)).toBeLessThan(5e-4);
  });
  test("no underflow at x=132, t_x=T=200: 6.20605 purchases in 10 more weeks (lifetimes tests)", () => {
    expect(expectedPurchases(paretoNbd, [0.55, 10.58, 0.61, 11.67], one(132, 200, 200), 10)[0]).toBeCloseTo(6.20605, 5);
  });
});

/* mpmath, 40 digits: the bracket of the likelihood by quad over twenty pieces of t_x..T, ln L with rf(r, x), alive / (alive + gone) */
test.each([
  [cdnow, [0, 0, 39], -0.5215901253019931, 0.2941422392515329],
  [cdnow, [26, 30.857, 31], -39.132081067243867, 0.9978710488656063],
  [cdnow, [7, 20, 39], -20.37555472216193, 0.2164280696828157],
  [[0.55, 11, 1, 11], [3, 5, 200], -9.6371285462051712, 3.641328057406711e-5],
  [[0.55, 3, 1, 0.01], [0, 0, 300], -0.0093418985203520641, 2.657936789548006e-6],
  [[0.8, 2000, 2, 5], [40, 100, 1000], -203.49920232626345, 1.177045682284904e-8],
  [[0.5, 10, 0.6, 11], [1000, 900, 1000], -917.66898377393934, 7.817021635444688e-43],
] as const)("parameters %p, customer %p: ln L %p, P(alive) %p, alpha above or below or equal to beta (mpmath)", (parameters, row, lnL, alive) => {
  expect(lnLikelihood(parameters, row)).toBeCloseTo(lnL, 8);
  expect(paretoNbd.probabilityAlive(parameters, rows(row))[0]! / alive).toBeCloseTo(1, 8);
});

/** Expected: the two terms of the likelihood, the integral by Simpson's rule over g(y) / g(T). The heavier, the sooner g leaves the range. */
test.each([[2, 5, 9], [300, 5, 9], [300, 8.9, 9], [300, 29.9, 30], [5000, 29.99, 30]])(
  "P(alive) of (%d, %d, %d) is right whether or not g(T) / g(0) is a number", (x, tx, T) => {
    const [r, alpha, s, beta] = [0.5, 1, 0.7, 2];
    const g = (y: number) => Math.exp(-(r + x) * Math.log((alpha + y) / (alpha + T)) - (s + 1) * Math.log((beta + y) / (beta + T)));
    const pieces = 20_000;
    const step = (T - tx) / pieces;
    let integral = 0;
    for (let i = 0; i <= pieces; i++) integral += (i === 0 || i === pieces ? 1 : i % 2 === 1 ? 4 : 2) * g(tx + i * step);
    const alive = 1 / (1 + (s * integral * step) / 3 / (beta + T));
    expect(paretoNbd.probabilityAlive([r, alpha, s, beta], one(x, tx, T))[0]! / alive).toBeCloseTo(1, 8);
  });

test("expected purchases are P(alive) times rate times time alive, integrated numerically", () => {
  const [r, alpha, s, beta] = cdnow as [number, number, number, number];
  const [x, tx, T, horizon] = [4, 18, 39, 52];
  const steps = 20_000;
  let timeAlive = 0;
  for (let i = 0; i < steps; i++) timeAlive += (horizon / steps) * ((beta + T) / (beta + T + ((i + 0.5) * horizon) / steps)) ** s;
  const expected = paretoNbd.probabilityAlive(cdnow, one(x, tx, T))[0]! * ((r + x) / (alpha + T)) * timeAlive;
  expect(expectedPurchases(paretoNbd, cdnow, one(x, tx, T), horizon)[0]).toBeCloseTo(expected, 7);
});

test("s = 1 is an ordinary point: predictions lie between those of s a little below and above", () => {
  const at = (s: number) => paretoNbd.purchasesOfNew([0.55, 10.6, s, 11.7], 52);
  expect(at(1)).toBeCloseTo((at(1 - 1e-6) + at(1 + 1e-6)) / 2, 10);
});

test("discountedResidual approaches expected purchases over a very long horizon as the rate goes to 0 (s > 1)", () => {
  const parameters = [0.55, 10.6, 2.5, 11.7];
  const [dert] = discountedResidual(parameters, one(4, 30, 39), 1e-9);
  const [cet] = expectedPurchases(paretoNbd, parameters, one(4, 30, 39), 1e9);
  expect(dert! / cet!).toBeCloseTo(1, 5);
});

test("discountedResidual is the sum of discounted purchases week by week", () => {
  const [rate, customer] = [0.01, one(4, 30, 39)];
  let [sum, before] = [0, 0];
  for (let k = 1; k <= 40_000; k++) {
    const until = expectedPurchases(paretoNbd, cdnow, customer, k / 10)[0]!;
    sum += (until - before) * Math.exp((-rate * (k - 0.5)) / 10);
    before = until;
  }
  expect(discountedResidual(cdnow, customer, rate)[0]! / sum).toBeCloseTo(1, 6);
});

test("gradient and Hessian are the slopes of value and gradient", () => {
  const at = likelihoodOf(groupHistories(simulateParetoNbd([0.6, 9, 0.7, 12], { n: 300, seed: 8, days: true })));
  const point = [0.4, 7, 0.9, 15];
  const { gradient, hessian } = at(point);
  point.forEach((p, i) => {
    const [up, down] = [1e-5, -1e-5].map((step) => at(point.map((each, k) => (k === i ? each * (1 + step) : each))));
    expect(gradient[i]! / ((up!.value - down!.value) / (2e-5 * p))).toBeCloseTo(1, 4);
    for (let j = 0; j <= i; j++) expect(hessian[i]![j]! / ((up!.gradient[j]! - down!.gradient[j]!) / (2e-5 * p))).toBeCloseTo(1, 4);
  });
});

describe("fit", () => {
  const truth = [0.6, 9, 0.8, 14];
  const customers = simulateParetoNbd(truth, { n: 6000, seed: 21, most: 70 });
  const fit = paretoNbd.fit(customers);

  test("recovers the parameters the customers were simulated with, within 3 standard errors", () => {
    expect(fit.message).toBe("converged");
    truth.forEach((value, i) => expect(Math.abs(fit.parameters[i]! - value) / fit.standardErrors[i]!).toBeLessThan(3));
  });
  test("in days has the alpha and beta of weeks times 7, and the same r and s, whatever the order of the customers", () => {
    const { frequency, recency, T } = reversed(customers);
    const again = paretoNbd.fit({ frequency, recency: recency.map((t) => 7 * t), T: T.map((t) => 7 * t) });
    fit.parameters.forEach((value, i) => expect(again.parameters[i]! / value).toBeCloseTo(i % 2 ? 7 : 1, 6));
  });
  test("on whole days and on the same days with a hair's breadth between them is the same: grouping changes nothing", () => {
    const days = simulateParetoNbd(truth, { n: 2500, seed: 22, days: true });
    const split = (column: Float64Array) => column.map((t, i) => t * (1 + 1e-6 * (i % 7)));
    const grouped = paretoNbd.fit(days);
    const apart = paretoNbd.fit({ frequency: days.frequency, recency: split(days.recency), T: split(days.T) });
    grouped.parameters.forEach((value, i) => expect(apart.parameters[i]! / value).toBeCloseTo(1, 3));
    expect(apart.logLikelihood / grouped.logLikelihood).toBeCloseTo(1, 5);
  });
});
