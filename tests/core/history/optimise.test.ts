import { eigenOf } from "../../../src/core/history/eigen";
import { maximise, type Derivatives } from "../../../src/core/history/optimise";

/** -(ln p1 - 1)² - 10 (ln p2 - ln p1 - 2)²: largest at e, e³, with derivatives by p1 and p2 themselves. */
function hill([p, q]: number[]): Derivatives {
  const [u, v] = [Math.log(p!) - 1, Math.log(q!) - Math.log(p!) - 2];
  return {
    value: -u * u - 10 * v * v,
    gradient: [(-2 * u + 20 * v) / p!, (-20 * v) / q!],
    hessian: [[(-22 + 2 * u - 20 * v) / p! ** 2], [20 / (p! * q!), (-20 + 20 * v) / q! ** 2]].map((row) => [...row, 0]),
  };
}
const wide = { low: [1e-9, 1e-9], high: [1e9, 1e9] };

test.each([[1, 1], [1e-6, 1e6], [500, 0.01]])("the maximum does not depend on the start %p, %p", (...start) => {
  const { parameters, covariance } = maximise(hill, start, wide);
  expect(parameters[0]).toBeCloseTo(Math.E, 9);
  expect(parameters[1]).toBeCloseTo(Math.E ** 3, 8);
  expect(covariance[0]![0]).toBeCloseTo(1 / 2, 8);
  expect(covariance[1]![1]).toBeCloseTo(1 / 2 + 1 / 20, 8);
});

test("a parameter at its limit is held there without variance, and the other goes on to its best", () => {
  const { parameters, covariance } = maximise(hill, [1, 1], { low: [1e-9, 1e-9], high: [1, 1e9] });
  expect(parameters[0]).toBeCloseTo(1, 9);
  expect(parameters[1]).toBeCloseTo(Math.E ** 2, 8);
  expect(covariance[0]).toEqual([0, 0]);
  expect(covariance[1]![1]).toBeCloseTo(1 / 20, 8);
});

test("a surface that rises for ever ends at the limit in a few steps", () => {
  const slope = ([p]: number[]): Derivatives => ({ value: -1 / p!, gradient: [1 / p! ** 2], hessian: [[-2 / p! ** 3]] });
  const { parameters, evaluations } = maximise(slope, [1], { low: [1e-3], high: [1e4] });
  expect(parameters[0]).toBeCloseTo(1e4, 6);
  expect(evaluations).toBeLessThan(30);
});

test("a saddle is left uphill", () => {
  const saddle = ([p, q]: number[]): Derivatives => {
    const [u, v] = [Math.log(p!), Math.log(q!)];
    return {
      value: u * u - u ** 4 - v * v, gradient: [(2 * u - 4 * u ** 3) / p!, (-2 * v) / q!],
      hessian: [[(2 - 12 * u * u - 2 * u + 4 * u ** 3) / p! ** 2, 0], [0, (-2 + 2 * v) / q! ** 2]],
    };
  };
  expect(maximise(saddle, [1.01, 3], wide).value).toBeCloseTo(0.25, 9);
});

test("eigenOf gives back the matrix as the sum of value vector vectorᵀ", () => {
  const matrix = [[4, 1, -2, 1e-6], [1, 3, 0.5, 0], [-2, 0.5, -1, 2], [1e-6, 0, 2, 1e6]];
  const { values, vectors } = eigenOf(matrix);
  matrix.forEach((row, i) => row.forEach((entry, j) => {
    const sum = values.reduce((total, value, k) => total + value * vectors[k]![i]! * vectors[k]![j]!, 0);
    expect(Math.abs(sum - entry)).toBeLessThan(1e-9);
  }));
});
