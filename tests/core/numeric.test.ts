import { normalQuantile } from "../../src/core/numeric";

/** The standard normal distribution by its series, exact to rounding in the middle: an independent way back. */
function below(z: number): number {
  let [term, sum] = [z, z];
  for (let k = 1; Math.abs(term) > 1e-18; k++) sum += (term *= (-z * z * (2 * k - 1)) / (2 * k * (2 * k + 1)));
  return 0.5 + sum / Math.sqrt(2 * Math.PI);
}

test.each([
  [0.5, 0], [0.8413447460685429, 1], [0.975, 1.959963984540054], [0.98, 2.053748910631823], [0.995, 2.575829303548901], [0.999, 3.090232306167813],
  [1e-10, -6.361340902404056], [1e-300, -37.0471],
])("normalQuantile(%f) is %f (tables of the normal distribution)", (p, z) => expect(normalQuantile(p)).toBeCloseTo(z, p === 1e-300 ? 4 : 12));

test("the quantile inverts the distribution to 1e-12 in the middle and in both tails", () => {
  for (const p of [0.001, 0.01, 0.05, 0.074, 0.076, 0.2, 0.5, 0.7, 0.924, 0.926, 0.99, 0.999]) expect(Math.abs(below(normalQuantile(p)) - p)).toBeLessThan(1e-12);
});

test("the quantile is odd around one half", () => {
  for (const p of [0.125, 0.25, 2 ** -20, 2 ** -40]) expect(normalQuantile(1 - p)).toBe(-normalQuantile(p));
});

test.each([0, 1, -0.1, 1.1, NaN])("a level of %f has no quantile", (p) =>
  expect(() => normalQuantile(p)).toThrow(expect.objectContaining({ kind: "out-of-range", argument: "level" })));
