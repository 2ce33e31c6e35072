import { aliveForNext, discountedAtNext, fitOpportunities, logLikelihood, purchasesAtNext } from "../../../src/core/history/bg-bb";
import { fault } from "./fault";
import { draws } from "./simulate";

/** Rows of x, t_x, n, count. */
const table = (text: string) => text.split(";").map((row) => row.split(",").map(Number) as [number, number, number, number]);
const histories = (rows: readonly (readonly number[])[]) => ({
  frequency: rows.map((row) => row[0]!), recency: rows.map((row) => row[1]!),
  n: rows.map((row) => row[2]!), count: rows.map((row) => row[3]!),
});
const asRows = (rows: readonly (readonly number[])[]) => rows.map(([x, tx, n, count]) => ({ x: x!, tx: tx!, n: n!, count: count! }));

/** Fader, Hardie & Shang (2010): 11,104 first-time donors of 1995, seen for six years. */
const donations = table("6,6,6,1203;5,6,6,728;4,6,6,512;3,6,6,357;2,6,6,234;1,6,6,129;5,5,6,335;4,5,6,284;3,5,6,225;2,5,6,173;1,5,6,119;"
  + "4,4,6,240;3,4,6,181;2,4,6,155;1,4,6,78;3,3,6,322;2,3,6,255;1,3,6,129;2,2,6,613;1,2,6,277;1,1,6,1091;0,0,6,3464");
/** Same authors, workshop notes: 6,094 cruise customers, seen for four years. */
const cruises = table("4,4,4,18;3,4,4,66;2,4,4,98;1,4,4,216;3,3,4,34;2,3,4,180;1,3,4,292;2,2,4,64;1,2,4,342;1,1,4,302;0,0,4,4482");
const published = [1.204, 0.75, 0.657, 2.783];

describe("published numbers of the BG/BB", () => {
  const fit = fitOpportunities(histories(donations));

  test("the donations fit is alpha 1.204, beta .750, gamma .657, delta 2.783, LL -33225.6 (Fader, Hardie & Shang 2010)", () => {
    published.forEach((value, i) => expect(fit.parameters[i]).toBeCloseTo(value, 3));
    expect(fit.logLikelihood).toBeCloseTo(-33225.6, 1);
    expect(fit.message).toBe("converged");
  });
  test("the log-likelihood at the published parameters is -33225.58", () => {
    expect(logLikelihood(published, asRows(donations)).value).toBeCloseTo(-33225.58, 2);
  });
  test("the cruise rows at .66, 5.19, 173.76, 1882.93 give -7130.7 within .1: no overflow of Γ (workshop notes)", () => {
    expect(Math.abs(logLikelihood([0.66, 5.19, 173.76, 1882.93], asRows(cruises)).value + 7130.7)).toBeLessThan(0.1);
  });
  test("the cruise fit is at least as likely, and says that drop-out does not differ between customers", () => {
    const cruise = fitOpportunities(histories(cruises));
    expect(cruise.logLikelihood).toBeGreaterThan(-7130.76);
    expect(cruise.message).toContain("drop-out does not differ between customers");
    expect(cruise.parameters[2]! / cruise.parameters[3]!).toBeCloseTo(173.76 / 1882.93, 3);
  });
});

/* mpmath, 40 digits: DERT of the paper with hyp2f1(1, delta+n+1, gamma+delta+n+1, 1/(1+d)) */
test.each([
  [published, [6, 6, 6, 1], 0.1, 5.908678319555381], [published, [0, 0, 6, 1], 0.1, 0.1146469961817641],
  [[0.66, 5.19, 173.76, 1882.93], [2, 3, 4, 1], 0.001, 2.57536904228805],
] as const)("DERT at %p of %p at rate %p is %p (mpmath)", (parameters, row, rate, expected) => {
  expect(discountedAtNext(parameters, histories([row]), rate)[0]! / expected).toBeCloseTo(1, 11);
});

describe("invariants", () => {
  const all = histories(donations);

  test("the likelihoods of all histories of n = 6 opportunities, each as often as it can happen, sum to 1", () => {
    const choose = (n: number, k: number): number => (k === 0 ? 1 : (choose(n - 1, k - 1) * n) / k);
    const sum = donations.reduce((total, [x, tx]) =>
      total + (x === 0 ? 1 : choose(tx - 1, x - 1)) * Math.exp(logLikelihood(published, [{ x, tx, n: 6, count: 1 }]).value), 0);
    expect(sum).toBeCloseTo(1, 12);
  });
  test("P(alive) lies in 0..1 and is largest for those who bought last time", () => {
    const alive = aliveForNext(published, all);
    for (const value of alive) expect(value > 0 && value < 1).toBe(true);
    expect(Math.max(...alive)).toBe(alive[0]);
  });
  test("purchases at the next opportunity are P(alive) times the mean of p, and DERT at a huge rate is one of them discounted once", () => {
    const [next, alive] = [purchasesAtNext(published, all, 1), aliveForNext(published, all)];
    next.forEach((value, i) => expect(value).toBeCloseTo((alive[i]! * (1.204 + all.frequency[i]!)) / (1.204 + 0.75 + 6), 12));
    discountedAtNext(published, all, 1e9).forEach((value, i) => expect((value * (1 + 1e9)) / next[i]!).toBeCloseTo(1, 6));
  });
  test("DERT is the sum of the discounted purchases, opportunity by opportunity", () => {
    const row = histories([[3, 5, 6, 1]]);
    let sum = 0;
    for (let i = 1; i <= 400; i++) sum += (purchasesAtNext(published, row, i)[0]! - purchasesAtNext(published, row, i - 1)[0]!) / 1.1 ** i;
    expect(discountedAtNext(published, row, 0.1)[0]).toBeCloseTo(sum, 10);
  });
  test("gradient and Hessian are the slopes of value and gradient", () => {
    const point = [0.3, 5, 0.9, 2];
    const at = (i: number, step: number) => logLikelihood(point.map((p, k) => (k === i ? p * (1 + step) : p)), asRows(cruises));
    const { gradient, hessian } = logLikelihood(point, asRows(cruises));
    point.forEach((p, i) => {
      const [up, down] = [at(i, 1e-5), at(i, -1e-5)];
      expect(gradient[i]! / ((up.value - down.value) / (2e-5 * p))).toBeCloseTo(1, 5);
      for (let j = 0; j <= i; j++) expect(hessian[i]![j]! / ((up.gradient[j]! - down.gradient[j]!) / (2e-5 * p))).toBeCloseTo(1, 5);
    });
  });
});

test("the fit recovers the parameters customers were simulated with, and counts one by one what rows count together", () => {
  const truth = [1.2, 0.8, 0.7, 2.8];
  const draw = draws(17);
  const customers = Array.from({ length: 5000 }, (_, i) => {
    const [p, theta, n] = [draw.beta(1.2, 0.8), draw.beta(0.7, 2.8), 5 + (i % 6)];
    let [x, tx] = [0, 0];
    for (let t = 1; t <= n && draw.uniform() >= theta; t++) if (draw.uniform() < p) [x, tx] = [x + 1, t];
    return [x, tx, n, 1];
  });
  const fit = fitOpportunities(histories(customers));
  truth.forEach((value, i) => expect(Math.abs(fit.parameters[i]! - value) / fit.standardErrors[i]!).toBeLessThan(3));
  const counted = new Map<string, number[]>();
  for (const [x, tx, n] of customers) {
    const key = [x, tx, n].join();
    counted.set(key, [x!, tx!, n!, (counted.get(key)?.[3] ?? 0) + 1]);
  }
  expect(fitOpportunities(histories([...counted.values()].reverse())).parameters).toEqual(fit.parameters);
});

test("histories that cannot be are refused with their row", () => {
  for (const row of [[3, 2, 6, 1], [1, 7, 6, 1], [0, 1, 6, 1], [1.5, 2, 6, 1]]) {
    expect(() => fitOpportunities(histories([[1, 1, 6, 1], row]))).toThrow(fault("out-of-range", /^Row 2:/));
  }
});
