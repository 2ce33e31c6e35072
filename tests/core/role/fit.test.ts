import fc from "fast-check";
import { attainment } from "../../../src/core/role/attainment";
import { scoreFit, type Criterion } from "../../../src/core/role/fit";
import { decimal } from "../decimals";
import { asIs, asked, levels, swingStakes, worst } from "../sample";

const level = fc.integer({ min: -8000, max: 8000 }).map((eighths) => eighths / 8);
const scale = fc.tuple(level, level).filter(([target, nothing]) => target !== nothing);
const criterion: fc.Arbitrary<Criterion> = fc.tuple(scale, fc.oneof(level, fc.constantFrom(null, "n/a" as const)), fc.integer({ min: 0, max: 20 }),
  fc.option(level), decimal(0.1, 1.5))
  .map(([[target, nothing], actual, weight, must, cap]) => ({ actual, target, worst: nothing, weight, must, cap }));
const criteria = fc.array(criterion, { minLength: 1, maxLength: 8 });

test("Fern Foods on the swing weights: 0.554884, and its attainments (model, section 1.6)", () => {
  const actuals = levels(asIs);
  const asks = levels(asked).map((target, i) => ({ actual: actuals[i]!, target, worst: levels(worst)[i]!, weight: swingStakes[i]! }));
  expect(asks.map((ask) => Number(attainment(ask.actual, ask.target, ask.worst).toFixed(3))))
    .toEqual([0.778, 0.3, 0.6, 0.389, 0.6, 0.5, 0.333, 0.4, 0.556, 0.764, 0.333, 0]);
  expect(scoreFit(asks).fit).toBeCloseTo(0.554884, 6);
});

test("fit stays from 0 to the largest cap, inside its band, with coverage from 0 to 1", () => {
  fc.assert(fc.property(criteria, (asks) => {
    const { fit, low, high, coverage } = scoreFit(asks);
    expect(coverage).toBeGreaterThanOrEqual(0);
    expect(coverage).toBeLessThanOrEqual(1);
    if (fit === null || low === null || high === null) return;
    expect(fit).toBeGreaterThanOrEqual(0);
    expect(fit).toBeLessThanOrEqual(Math.max(...asks.map(({ cap }) => cap!)) + 1e-12);
    expect(low).toBeLessThanOrEqual(fit + 1e-12);
    expect(low).toBeLessThanOrEqual(high + 1e-12);
  }));
});

test("with everything known, low, fit and high are one number and coverage is 1", () => {
  fc.assert(fc.property(criteria, (asks) => {
    const { fit, low, high, coverage } = scoreFit(asks.map((ask) => ({ ...ask, actual: ask.target, weight: ask.weight + 1, must: null })));
    expect([low, high]).toEqual([fit, fit]);
    expect(coverage).toBe(1);
  }));
});

test("the unit of weights and the unit of an ask do not matter", () => {
  const known = criteria.map((asks) => asks.map((ask) => ({ ...ask, must: null, actual: typeof ask.actual === "number" ? ask.actual : null })));
  fc.assert(fc.property(known, fc.constantFrom(0.5, 2, 8), (asks, unit) => {
    const other = asks.map((ask) => ({
      ...ask, weight: ask.weight * unit, target: ask.target * unit, worst: ask.worst * unit, actual: ask.actual === null ? null : ask.actual * unit,
    }));
    expect(scoreFit(other)).toEqual(scoreFit(asks));
  }));
});

test("turning every scale round (lower is better) changes nothing", () => {
  fc.assert(fc.property(criteria, (asks) => {
    const turned = asks.map((ask) => ({
      ...ask, target: -ask.target, worst: -ask.worst, must: ask.must === null || ask.must === undefined ? null : -ask.must,
      actual: typeof ask.actual === "number" ? -ask.actual : ask.actual,
    }));
    expect(scoreFit(turned)).toEqual(scoreFit(asks));
  }));
});

test("an ask that does not apply counts as if it were not there", () => {
  fc.assert(fc.property(criteria, (asks) => {
    fc.pre(asks.some(({ actual }) => actual !== "n/a"));
    expect(scoreFit(asks)).toEqual(scoreFit(asks.filter(({ actual }) => actual !== "n/a")));
  }));
});

test("a broken must caps fit, low and high at mustCap, and only then", () => {
  fc.assert(fc.property(criteria, decimal(0, 1), (asks, mustCap) => {
    const free = scoreFit(asks.map((ask) => ({ ...ask, must: null })));
    const bound = scoreFit(asks, { mustCap });
    const capped = (value: number | null) => (value === null || bound.mustsKept ? value : Math.min(value, mustCap));
    expect([bound.fit, bound.low, bound.high]).toEqual([free.fit, free.low, free.high].map(capped));
  }));
});
