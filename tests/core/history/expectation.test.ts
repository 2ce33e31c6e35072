import { betaExpectation, gammaExpectation } from "../../../src/core/history/expectation";

const shapes = [1e-9, 0.003, 0.4, 0.5, 1, 7.5, 300, 22000];

test.each(shapes.flatMap((a) => shapes.map((b) => [a, b] as const)))("the mean of Beta(%p, %p) is a / (a + b)", (a, b) => {
  expect(Math.abs((betaExpectation(a, b, (p) => p) * (a + b)) / a - 1)).toBeLessThan(1e-10);
});

test.each(shapes)("the Laplace transform of Gamma(%p, 3) is (1 + t/3)^-shape", (shape) => {
  for (const t of [1e-6, 1, 1000].map((each) => each / Math.max(1, shape))) {
    expect(gammaExpectation(shape, 3, (x) => Math.exp(-t * x)) / (1 + t / 3) ** -shape).toBeCloseTo(1, 10);
  }
});

/* mpmath, 40 digits, z = rate (beta + T): (beta+T)^s rate^(s-1) hyperu(s, s, z) */
test.each([
  [0.6061, 42.6562, 0.0027, 134.9968082682958], [1, 15, 0.01, 25.52192573960282], [0.01, 103, 0.001, 980.3262627603233],
  [3, 100010, 0.01, 99.70122379457166],
])("E[1/(rate + mu)], mu ~ Gamma(%p, %p), rate %p, is the Tricomi function of the DERT formula (mpmath)", (s, b, rate, expected) => {
  expect(gammaExpectation(s, b, (mu) => 1 / (rate + mu)) / expected).toBeCloseTo(1, 11);
});

/* mpmath, 40 digits: (b+n)/(a+b+n) hyp2f1(1, b+n+1, a+b+n+1, 1/(1+d)) */
test.each([
  [3.8, 15.2, 0.1, 3.30981842102537], [0.05, 3.2, 0.001, 767.8116494343458], [300, 2.1, 0.3, 0.00700660433295766],
])("E[(1-theta)(1+d)/(d+theta)], theta ~ Beta(%p, %p), d %p, is the 2F1 of the DERL formula (mpmath)", (a, b, d, expected) => {
  expect(betaExpectation(a, b, (theta) => ((1 - theta) * (1 + d)) / (d + theta)) / expected).toBeCloseTo(1, 11);
});
