import stdlibDigamma from "@stdlib/math-base-special-digamma";
import stdlibGammaln from "@stdlib/math-base-special-gammaln";
import stdlibTrigamma from "@stdlib/math-base-special-trigamma";
import { digamma, gaussSeries, lnBeta, lnGamma, lnGammaRatio, trigamma } from "../../../src/core/history/special";

/** Where implementations go wrong: near 0, around the zeros of ln Γ at 1 and 2, at the switch to the series, and far out. */
const hard = [
  1e-300, 1e-10, 1e-3, 0.1, 0.5, 1 - 1e-9, 1, 1 + 1e-9, 1.4616321449683622, 2 - 1e-9, 2, 2.5, 8.999999, 9, 9.000001, 42.5, 170, 171.7,
  1e4, 1e8, 1e15,
];

describe.each([
  ["lnGamma", lnGamma, stdlibGammaln], ["digamma", digamma, stdlibDigamma], ["trigamma", trigamma, stdlibTrigamma],
] as const)("%s agrees with @stdlib", (_, ours, theirs) => {
  const inRange = hard.filter((x) => Number.isFinite(theirs(x)));
  test.each(inRange)("at %p to 14 digits", (x) => {
    expect(Math.abs(ours(x) - theirs(x))).toBeLessThanOrEqual(1e-14 * Math.max(1, Math.abs(theirs(x))) * 2);
  });
});

/* mpmath, 40 digits: nstr(loggamma(mpf(a) + x) - loggamma(mpf(a)), 17) */
test.each([
  [0.001, 3, -6.2131087230474572], [8.9, 1, 2.1860512767380942], [9.1, 1, 2.2082744135228044], [1e4, 5000, 47133.475746171548],
  [1e7, 10000, 161185.95434399919], [1e9, 0.5, 10.361632918348206],
])("lnGammaRatio(%p, %p) keeps 14 digits where the difference of two lnGamma loses them (mpmath)", (a, x, expected) => {
  expect(Math.abs(lnGammaRatio(a, x) / expected - 1)).toBeLessThan(3e-14);
});

/* mpmath, 40 digits: log(beta(a, b)) */
test.each([
  [0.5, 0.5, 1.1447298858494002], [1e-6, 1e4, 13.81550077045906], [1e4, 1e4, -13866.28325676141], [2, 1e8, -36.841361497904731],
])("lnBeta(%p, %p) is %p (mpmath)", (a, b, expected) => {
  expect(Math.abs(lnBeta(a, b) / expected - 1)).toBeLessThan(3e-14);
});

/* mpmath, 40 digits: (c / b) (hyp2f1(a, b, c, z) - 1) */
test.each([
  [1.976, -0.207, 4.219, 0.4, 0.87552699293023532], [3.5, 0.5, 2.2, 0.9, 59.867744975409138], [-0.3, 1.5, 1000.2, 0.7, -0.21012864918208231],
])("gaussSeries(%p, %p, %p, %p) is %p (mpmath)", (a, b, c, z, expected) => {
  expect(Math.abs(gaussSeries(a, b, c, z) / expected - 1)).toBeLessThan(1e-13);
});

test("gaussSeries needs no guard at b = 0 and c = 0: there it is the limit of its neighbours", () => {
  for (const [b, c] of [[0, 3], [0.4, 0]] as const) {
    const beside = (gaussSeries(1.5, b + 1e-7, c + 1e-7, 0.6) + gaussSeries(1.5, b - 1e-7, c - 1e-7, 0.6)) / 2;
    expect(gaussSeries(1.5, b, c, 0.6)).toBeCloseTo(beside, 10);
  }
});

test("gaussSeries says NaN where its terms cancel or do not end, instead of a wrong number", () => {
  expect(gaussSeries(-500, 0.5, 2, 0.9)).toBeNaN();
  expect(gaussSeries(2, 0.5, 3, 0.999999)).toBeNaN();
});
