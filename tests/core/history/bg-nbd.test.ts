import { logLikelihood } from "../../../src/core/history/beta-geometric";
import { bgNbd } from "../../../src/core/history/bg-nbd";
import { groupHistories } from "../../../src/core/history/groups";
import { mbgNbd } from "../../../src/core/history/mbg-nbd";
import { expectedPurchases } from "../../../src/core/history/purchase-model";
import { lnGamma } from "../../../src/core/history/special";
import { reversed, rows, simulateBgNbd } from "./simulate";

const one = (x: number, tx: number, T: number) => rows([x, tx, T]);

describe("published numbers of the BG/NBD", () => {
  const paper = [0.243, 4.414, 0.793, 2.426];
  const btyd = [0.2425967, 4.413659, 0.7929869, 2.426164];

  test("expectedPurchases matches Fader, Hardie & Lee 2005 and Hardie's note 004 for x=2, t_x=30.43, T=38.86, t=39: 1.226", () => {
    expect(expectedPurchases(bgNbd, paper, one(2, 30.43, 38.86), 39)[0]).toBeCloseTo(1.226, 3);
  });
  test("probabilityAlive of the same customer is .7266", () => {
    expect(bgNbd.probabilityAlive(paper, one(2, 30.43, 38.86))[0]).toBeCloseTo(0.7266, 4);
  });
  test("a new customer buys 1.444004 times in 52 weeks (BTYD walk-through)", () => {
    expect(bgNbd.purchasesOfNew(btyd, 52)).toBeCloseTo(1.444004, 6);
  });
  test("CET(52) of x=26, t_x=30.857, T=31 is 25.75659 and P(alive) .9688523 (BTYD walk-through)", () => {
    // The walk-through's row is unrounded (216/7); 30.857 moves the fifth digit.
    expect(expectedPurchases(bgNbd, btyd, one(26, 216 / 7, 31), 52)[0]).toBeCloseTo(25.75659, 4);
    expect(bgNbd.probabilityAlive(btyd, one(26, 216 / 7, 31))[0]).toBeCloseTo(0.9688523, 6);
  });
  test("CET(52) falls as x grows from 10 to 25 at t_x=20, T=39: the increasing-frequency paradox (BTYD walk-through)", () => {
    const cet = [10, 15, 20, 25].map((x) => expectedPurchases(bgNbd, btyd, one(x, 20, 39), 52)[0]);
    [0.3474606, 0.04283391, 0.004158973, 0.0003583685].forEach((expected, i) => expect(cet[i]! / expected).toBeCloseTo(1, 6));
  });
});

/* mpmath, 60 digits: P(alive) and equation 10 as printed, with hyp2f1 */
test.each([
  [[0.5, 10, 0.3, 0.7], [10000, 9999, 10000], 52, 0.999918529029807, 51.9060279862419],
  [[0.5, 10, 2.5, 3], [500, 200, 201], 1000, 0.949050772816094, 295.752166388163],
  [[0.3, 4, 0.4, 0.6], [7, 29, 30], 10000, 0.929918216674093, 326.894898083593],
  [[0.3, 4, 1.0000001, 2], [7, 29, 30], 52, 0.865473413881614, 6.25399700643653],
] as const)("parameters %p, customer %p, horizon %p: P(alive) %p, purchases %p (mpmath)", (parameters, row, horizon, alive, purchases) => {
  expect(bgNbd.probabilityAlive(parameters, rows(row))[0]! / alive).toBeCloseTo(1, 11);
  expect(expectedPurchases(bgNbd, parameters, rows(row), horizon)[0]! / purchases).toBeCloseTo(1, 9);
});

/** E[(1 - e^-λpt) / p] with λ ~ Gamma(r+x, α+T) taken exactly and p ~ Beta(a, b+j) by Simpson's rule over p = sin²φ. */
function purchasesByIntegration([r, alpha, a, b]: readonly number[], x: number, T: number, t: number, j: number): number {
  const steps = 20_000;
  let [sum, norm] = [0, 0];
  for (let i = 1; i < steps; i++) {
    const p = Math.sin((Math.PI * i) / (2 * steps)) ** 2;
    const weight = (i % 2 ? 4 : 2) * Math.exp((a! - 0.5) * Math.log(p) + (b! + j - 0.5) * Math.log1p(-p));
    norm += weight;
    sum += weight * -Math.expm1(-(r! + x) * Math.log1p((p * t) / (alpha! + T))) / p;
  }
  return sum / norm;
}

test.each([
  [[0.8, 6, 1.9, 2.5], 0, 30, 52], [[0.8, 6, 1.9, 2.5], 12, 30, 52], [[2, 3, 5, 8], 40, 50, 500], [[900, 3000, 2, 6], 12, 40, 30],
  [[3, 8, 60, 90], 25, 40, 400], [[0.5, 2, 1, 3], 4, 20, 25], [[0.5, 2, 1.5, 2.5], 0, 20, 1e6],
])("purchasesIfAlive(%p, x=%p, T=%p, t=%p) is the expectation it stands for, by numerical integration", (parameters, x, T, t) => {
  expect(bgNbd.purchasesIfAlive(parameters, x, T, t) / purchasesByIntegration(parameters, x, T, t, x)).toBeCloseTo(1, 6);
  expect(mbgNbd.purchasesIfAlive(parameters, x, T, t) / purchasesByIntegration(parameters, x, T, t, x + 1)).toBeCloseTo(1, 6);
});

describe("invariants", () => {
  const parameters = [0.5, 8, 0.9, 2.1];
  const customers = simulateBgNbd(parameters, { n: 400, seed: 5, days: true });

  test("P(alive) lies in 0..1, is 1 for a one-time buyer only in the BG/NBD, and falls as silence grows", () => {
    expect(bgNbd.probabilityAlive(parameters, one(0, 0, 39))[0]).toBe(1);
    expect(mbgNbd.probabilityAlive(parameters, one(0, 0, 39))[0]).toBeLessThan(1);
    for (const model of [bgNbd, mbgNbd]) {
      for (const alive of model.probabilityAlive(parameters, customers)) expect(alive > 0 && alive <= 1).toBe(true);
      const falling = [10, 15, 20, 39].map((T) => model.probabilityAlive(parameters, one(3, 10, T))[0]!);
      expect([...falling].sort((a, b) => b - a)).toEqual(falling);
    }
  });
  test("expected purchases are 0 at horizon 0, grow with it, and never pass the rate of a customer who cannot drop out", () => {
    const paths = [0, 1, 10, 100, 1000].map((horizon) => expectedPurchases(bgNbd, parameters, customers, horizon));
    expect(Math.max(...paths[0]!)).toBe(0);
    customers.frequency.forEach((x, i) => {
      for (let k = 1; k < paths.length; k++) expect(paths[k]![i]!).toBeGreaterThan(paths[k - 1]![i]!);
      expect(paths[4]![i]!).toBeLessThan(((parameters[0]! + x) / (parameters[1]! + customers.T[i]!)) * 1000);
    });
  });
  test("where a = 1 the prediction lies between its neighbours", () => {
    const at = (a: number) => bgNbd.purchasesIfAlive([0.5, 8, a, 2], 3, 20, 52);
    expect(at(1)).toBeCloseTo((at(1 - 1e-6) + at(1 + 1e-6)) / 2, 9);
  });
  test("the likelihoods of all histories of one purchase opportunity sum to 1: x = 0 up to T, or a first repeat at some t", () => {
    // P(X(T) = 0) + density of the first repeat purchase, whose customer is seen at T = t_x.
    const [r, alpha] = parameters as [number, number];
    const none = Math.exp(logLikelihood(0, parameters, groupHistories(one(0, 0, 30))).value);
    const steps = 3000;
    let some = 0;
    for (let i = 0; i < steps; i++) some += ((30 / steps) * r * alpha ** r) / (alpha + ((i + 0.5) * 30) / steps) ** (r + 1);
    expect(none + some).toBeCloseTo(1, 6);
  });
});

test.each([
  ["BG/NBD", 0], ["MBG/NBD", 1],
] as const)("gradient and Hessian of the %s are the slopes of value and gradient", (_, firstChances) => {
  const groups = groupHistories(simulateBgNbd([0.5, 8, 0.9, 2.1], { n: 300, seed: 8, days: true }));
  const point = [0.3, 5, 0.8, 1.7];
  const at = (i: number, step: number) => logLikelihood(firstChances, point.map((p, k) => (k === i ? p * (1 + step) : p)), groups);
  const { gradient, hessian } = logLikelihood(firstChances, point, groups);
  point.forEach((p, i) => {
    const [up, down] = [at(i, 1e-5), at(i, -1e-5)];
    expect(gradient[i]! / ((up.value - down.value) / (2e-5 * p))).toBeCloseTo(1, 5);
    for (let j = 0; j <= i; j++) expect(hessian[i]![j]! / ((up.gradient[j]! - down.gradient[j]!) / (2e-5 * p))).toBeCloseTo(1, 5);
  });
});

test("the likelihood of one BG/NBD customer is equation 6 of the paper, written out", () => {
  const [r, alpha, a, b, x, tx, T] = [0.7, 5, 0.9, 2.2, 3, 11, 25] as const;
  const lnB = (p: number, q: number) => lnGamma(p) + lnGamma(q) - lnGamma(p + q);
  const alive = Math.exp(lnB(a, b + x) - lnB(a, b)) / (alpha + T) ** (r + x);
  const gone = Math.exp(lnB(a + 1, b + x - 1) - lnB(a, b)) / (alpha + tx) ** (r + x);
  const expected = lnGamma(r + x) - lnGamma(r) + r * Math.log(alpha) + Math.log(alive + gone);
  expect(logLikelihood(0, [r, alpha, a, b], groupHistories(one(x, tx, T))).value).toBeCloseTo(expected, 11);
});

describe.each([
  ["BG/NBD", bgNbd, [0.5, 8, 0.9, 2.1], false], ["MBG/NBD", mbgNbd, [0.6, 7, 0.8, 1.9], true],
] as const)("fit of the %s", (_, model, truth, atOnce) => {
  const customers = simulateBgNbd(truth, { n: 6000, seed: 11, most: 60 }, atOnce);
  const fit = model.fit(customers);

  test("recovers the parameters the customers were simulated with, within 3 standard errors", () => {
    expect(fit.message).toBe("converged");
    truth.forEach((value, i) => expect(Math.abs(fit.parameters[i]! - value) / fit.standardErrors[i]!).toBeLessThan(3));
  });
  test("does not depend on the order of the customers", () => {
    const again = model.fit(reversed(customers));
    fit.parameters.forEach((value, i) => expect(again.parameters[i]! / value).toBeCloseTo(1, 8));
  });
  test("in days has the alpha of weeks times 7, and the same r, a and b", () => {
    const inDays = { ...customers, recency: customers.recency.map((t) => 7 * t), T: customers.T.map((t) => 7 * t) };
    const again = model.fit(inDays);
    fit.parameters.forEach((value, i) => expect(again.parameters[i]! / value).toBeCloseTo(i === 1 ? 7 : 1, 7));
  });
  test("is a stationary point: every slope is a millionth of its standard error's worth", () => {
    const { gradient } = logLikelihood(atOnce ? 1 : 0, fit.parameters, groupHistories(customers));
    gradient.forEach((slope, i) => expect(Math.abs(slope * fit.standardErrors[i]!)).toBeLessThan(1e-4));
  });
});

test("many customers on whole days are fitted to the same point as the same customers ten times over", () => {
  const customers = simulateBgNbd([0.5, 8, 0.9, 2.1], { n: 9000, seed: 4, days: true });
  const tenfold = (column: Float64Array) => Float64Array.from({ length: 10 * column.length }, (_, i) => column[i % column.length]!);
  const { frequency, recency, T } = customers;
  const [once, ten] = [bgNbd.fit(customers), bgNbd.fit({ frequency: tenfold(frequency), recency: tenfold(recency), T: tenfold(T) })];
  once.parameters.forEach((value, i) => {
    expect(ten.parameters[i]! / value).toBeCloseTo(1, 7);
    expect((once.standardErrors[i]! / ten.standardErrors[i]!) / Math.sqrt(10)).toBeCloseTo(1, 4);
  });
  expect(ten.logLikelihood / once.logLikelihood).toBeCloseTo(10, 9);
});
