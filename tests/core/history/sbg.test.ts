import { discountedResidualLifetime, fitBdw, fitSbg, retention, survival } from "../../../src/core/history/sbg";
import { fault } from "./fault";

/** Fader & Hardie (2007), table 1: survivors of 1,000 customers of two segments. */
const highEnd = [1000, 869, 743, 653, 593, 551, 517, 491];
const regular = [1000, 631, 468, 382, 326, 289, 262, 241];

describe("published numbers of the sBG", () => {
  test("High End: alpha .668, beta 3.806, LL -1611.2 (Fader & Hardie 2007; the body's .688 is a typo)", () => {
    const { parameters, logLikelihood } = fitSbg(highEnd);
    expect(parameters[0]).toBeCloseTo(0.668, 3);
    expect(parameters[1]).toBeCloseTo(3.806, 3);
    expect(logLikelihood).toBeCloseTo(-1611.2, 1);
  });
  test("Regular: alpha .704, beta 1.182, LL -1680.3 (same source)", () => {
    const { parameters, logLikelihood } = fitSbg(regular);
    expect(parameters[0]).toBeCloseTo(0.704, 3);
    expect(parameters[1]).toBeCloseTo(1.182, 3);
    expect(logLikelihood).toBeCloseTo(-1680.3, 1);
  });
  test("at (1, 1) the share churning in period t is .500 .167 .083 .050 .033 .024 .018 (same source)", () => {
    const churned = [1, 2, 3, 4, 5, 6, 7].map((t) => survival([1, 1], t - 1) - survival([1, 1], t));
    [0.5, 0.167, 0.083, 0.05, 0.033, 0.024, 0.018].forEach((expected, i) => expect(churned[i]).toBeCloseTo(expected, 3));
  });
  test("DERL at 10 %, alpha 3.8, beta 15.2, after 0..4 renewals is 3.31 3.45 3.59 3.72 3.84 (Fader & Hardie 2010)", () => {
    const values = [0, 1, 2, 3, 4].map((n) => discountedResidualLifetime([3.8, 15.2], n, 0.1));
    [3.31, 3.45, 3.59, 3.72, 3.84].forEach((expected, n) => expect(values[n]).toBeCloseTo(expected, 2));
  });
  test("100 a year at gamma .764, delta 1.296, 10 % is worth 288, 394, 568 at the end of periods 1, 2, 5 (Hardie note 032)", () => {
    for (const [n, expected] of [[0, 288], [1, 394], [4, 568]] as const) {
      expect(100 * discountedResidualLifetime([0.764, 1.296], n, 0.1)).toBeCloseTo(expected, 0);
    }
  });
});

/* mpmath, 40 digits: beta(a, b + t**c) / beta(a, b) */
test.each([
  [[0.259, 1.722, 1.584], 12, 0.3894248183632495], [[0.5, 2, 3], 1000, 4.203743408620171e-5], [[100, 2000, 0.5], 50, 0.7085826364886699],
])("S(t) of the Weibull extension at %p, t = %p is %p (mpmath)", (parameters, t, expected) => {
  expect(survival(parameters, t) / expected).toBeCloseTo(1, 12);
});

test("S(t) is the product of the retention rates, and retention rises with tenure when customers differ", () => {
  for (const parameters of [[0.668, 3.806], [0.4, 1.5, 0.8], [0.26, 1.7, 1.6]]) {
    let product = 1;
    for (let t = 1; t <= 30; t++) {
      product *= retention(parameters, t);
      expect(survival(parameters, t) / product).toBeCloseTo(1, 12);
    }
  }
  expect(retention([0.668, 3.806], 10)).toBeGreaterThan(retention([0.668, 3.806], 1));
});

test("with c = 1 the Weibull extension is the sBG, and its DERL by summation equals the closed one", () => {
  expect(survival([0.7, 2, 1], 9)).toBe(survival([0.7, 2], 9));
  expect(discountedResidualLifetime([0.7, 2, 1 + 1e-9], 3, 0.1)).toBeCloseTo(discountedResidualLifetime([0.7, 2], 3, 0.1), 6);
});

test("the Weibull extension is never less likely than the sBG, and recovers the curve it is given", () => {
  expect(fitBdw(highEnd).logLikelihood).toBeGreaterThan(fitSbg(highEnd).logLikelihood);
  const truth = [0.4, 1.8, 1.4];
  const fit = fitBdw(Array.from({ length: 13 }, (_, t) => 1e6 * survival(truth, t)));
  truth.forEach((value, i) => expect(fit.parameters[i]).toBeCloseTo(value, 6));
});

test("survivors in per cent fit the same curve as in heads, with standard errors as of a hundred customers", () => {
  const [heads, shares] = [fitSbg(highEnd), fitSbg(highEnd.map((count) => count / 10))];
  heads.parameters.forEach((value, i) => expect(shares.parameters[i]! / value).toBeCloseTo(1, 6));
  expect(shares.standardErrors[0]! / heads.standardErrors[0]!).toBeCloseTo(Math.sqrt(10), 4);
});

test.each([
  [[100, 100, 100], "no churn detected"], [[100, 0, 0], "nobody renews even once"],
  [[1000, 500, 250, 125], "churn does not differ between customers"],
])("survivors %p: %s, in words and with finite parameters", (survivors, sentence) => {
  const { parameters, message } = fitSbg(survivors);
  expect(message).toContain(sentence);
  survivors.forEach((count, t) => expect(survival(parameters, t)).toBeCloseTo(count / survivors[0]!, 3));
});

test("too few periods are not enough data; rising or negative survivors are out of range", () => {
  expect(() => fitSbg([100, 80])).toThrow(fault("missing"));
  expect(() => fitSbg([100, 80, 90])).toThrow(fault("out-of-range", "Survivors may not rise: 80 at 1, 90 at 2."));
  expect(() => fitSbg([100, -1, -2])).toThrow(fault("out-of-range"));
});
