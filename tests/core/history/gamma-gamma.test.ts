import { expectedSpend, fitSpend, likelihoodOfSpend } from "../../../src/core/history/gamma-gamma";
import { fault } from "./fault";
import { draws, simulateSpend } from "./simulate";

const note = [6.25, 3.74, 15.44];
const column = (...values: number[]) => Float64Array.from(values);

test("the population mean at p 6.25, q 3.74, gamma 15.44 is 35.17 within .06 for rounded parameters (Hardie note 025)", () => {
  expect(Math.abs(expectedSpend(note, column(0), column(NaN))[0]! - 35.17)).toBeLessThan(0.06);
});

test("expected spend lies between a customer's own mean and the population mean, and closer to his own the more he ordered", () => {
  const [population] = expectedSpend(note, column(0), column(NaN));
  const spend = expectedSpend(note, column(1, 2, 5, 20, 1000), column(80, 80, 80, 80, 80));
  expect([population!, ...spend, 80]).toEqual([population!, ...spend, 80].sort((a, b) => a - b));
  expect(spend[4]).toBeCloseTo(80, 0);
});

test("expected spend is p / E-posterior of the rate: p (gamma + x m) / (p x + q - 1), equation 5 of note 025", () => {
  expect(expectedSpend(note, column(2), column(50))[0]).toBeCloseTo((6.25 * (15.44 + 100)) / (12.5 + 2.74), 12);
});

test("with q of 1 or less a customer without repeat orders has no expected spend, and the message says whose", () => {
  expect(() => expectedSpend([6, 0.9, 15], column(3, 0), column(20, NaN))).toThrow(/^Customer 2: with q = 0.9 and x = 0/);
  expect(expectedSpend([6, 0.9, 15], column(3), column(20))[0]).toBeGreaterThan(0);
});

test("the likelihood of x = 3, m = 30 at the note's parameters is e^-3.80874929939402 (equation 1a; mpmath, 40 digits)", () => {
  expect(likelihoodOfSpend(column(3), column(30)).likelihood(note).value).toBeCloseTo(-3.80874929939402, 12);
});

test("gradient and Hessian are the slopes of value and gradient", () => {
  const { likelihood } = likelihoodOfSpend(column(1, 2, 5, 5, 9), column(20, 55, 31, 48, 12));
  const point = [4, 2.5, 22];
  const at = (i: number, step: number) => likelihood(point.map((p, k) => (k === i ? p * (1 + step) : p)));
  const { gradient, hessian } = likelihood(point);
  point.forEach((p, i) => {
    const [up, down] = [at(i, 1e-5), at(i, -1e-5)];
    expect(gradient[i]! / ((up.value - down.value) / (2e-5 * p))).toBeCloseTo(1, 5);
    for (let j = 0; j <= i; j++) expect(hessian[i]![j]! / ((up.gradient[j]! - down.gradient[j]!) / (2e-5 * p))).toBeCloseTo(1, 5);
  });
});

describe("fit", () => {
  const draw = draws(6);
  const frequency = Float64Array.from({ length: 8000 }, () => Math.floor(draw.exponential(0.4)));
  const monetaryValue = simulateSpend(note, frequency, 31);
  const fit = fitSpend(frequency, monetaryValue);

  test("recovers the parameters the spend was simulated with, within 3 standard errors", () => {
    expect(fit.message).toBe("converged");
    note.forEach((value, i) => expect(Math.abs(fit.parameters[i]! - value) / fit.standardErrors[i]!).toBeLessThan(3));
  });
  test("in cents has the gamma of euros times 100, and the same p and q, whatever the order of the customers", () => {
    const again = fitSpend(frequency.slice().reverse(), monetaryValue.map((m) => 100 * m).reverse());
    fit.parameters.forEach((value, i) => expect(again.parameters[i]! / value).toBeCloseTo(i === 2 ? 100 : 1, 6));
  });
  test("does not look at customers without repeat orders", () => {
    const repeaters = frequency.map((_, i) => i).filter((i) => frequency[i]! > 0);
    const alone = fitSpend(repeaters.map((i) => frequency[i]!), repeaters.map((i) => monetaryValue[i]!));
    expect(alone.parameters).toEqual(fit.parameters);
  });
  test("has standard errors that match the curvature of the likelihood around the best p", () => {
    // Refitting halves of the data: their difference is of the size the standard errors say.
    const halves = [0, 1].map((half) => {
      const own = frequency.map((_, i) => i).filter((i) => i % 2 === half);
      return fitSpend(own.map((i) => frequency[i]!), own.map((i) => monetaryValue[i]!));
    });
    note.forEach((_, i) => {
      const difference = Math.abs(halves[0]!.parameters[i]! - halves[1]!.parameters[i]!);
      const expected = Math.hypot(halves[0]!.standardErrors[i]!, halves[1]!.standardErrors[i]!);
      expect(difference / expected).toBeLessThan(3);
      expect(expected / fit.standardErrors[i]!).toBeGreaterThan(1.5);
      expect(expected / fit.standardErrors[i]!).toBeLessThan(2.7);
    });
  });
});

test("nobody with a repeat order: not enough data, in words", () => {
  expect(() => fitSpend(column(0, 0), column(NaN, NaN))).toThrow(fault("missing", /no customer has a repeat order/));
});

test("a mean of 0 where there are orders is out of range, a missing one a wrong shape, and both name the place", () => {
  expect(() => fitSpend(column(1, 2), column(5, 0))).toThrow(fault("out-of-range", /Customer 2/));
  expect(() => fitSpend(column(1, 2), column(5, NaN))).toThrow(fault("wrong-shape", /item 2/));
});
