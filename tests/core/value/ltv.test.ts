import fc from "fast-check";
import { Fault } from "../../../src/core/fault";
import { decimal } from "../decimals";
import { annuity, expectedLife, firstMargin, ltv, schedule } from "../../../src/core/value/ltv";

const rate = decimal(-0.4, 1);
const retention = decimal(0, 1);
const growth = decimal(-0.5, 0.5);
const margin = decimal(-1e6, 1e6);
const periods = fc.integer({ min: 1, max: 200 });
const timing = fc.record({ type: decimal(0, 1), atRisk: fc.boolean() });
const relationship = fc.tuple(rate, retention, growth, margin, periods, timing)
  .map(([d, r, g, m, n, when]) => ({ rate: d, retention: r, growth: g, margin: m, periods: n, ...when }));
/** Equal but for rounding, on the scale of the numbers themselves. */
const same = (a: number, b: number, scale = Math.max(Math.abs(a), Math.abs(b))) => expect(Math.abs(a - b)).toBeLessThanOrEqual(1e-9 * scale + 1e-9);

test("the sum of the schedule is the closed form", () => {
  fc.assert(fc.property(relationship, margin, (given, acquisitionCost) => {
    const proof = schedule({ ...given, acquisitionCost });
    const gross = proof.reduce((sum, { presentValue }) => sum + Math.abs(presentValue), Math.abs(acquisitionCost));
    same(proof.at(-1)!.cumulative, ltv({ ...given, acquisitionCost }), gross);
  }));
});

test("value rises with the margin, and with retention where the margin is positive", () => {
  fc.assert(fc.property(relationship, decimal(0.01, 1), (given, more) => {
    expect(ltv({ ...given, margin: given.margin + 1 })).toBeGreaterThanOrEqual(ltv(given));
    const better = { ...given, margin: Math.abs(given.margin), retention: Math.min(1, given.retention + more) };
    expect(ltv(better)).toBeGreaterThanOrEqual(ltv({ ...better, retention: given.retention }) * (1 - 1e-12));
  }));
});

test("the unit of money does not matter", () => {
  fc.assert(fc.property(relationship, decimal(0.001, 1000), (given, unit) =>
    same(ltv({ ...given, margin: given.margin * unit }), ltv(given) * unit)));
});

test("retention 1 without growth is Excel's PV: (1 - (1+d)^-N) / d", () => {
  fc.assert(fc.property(decimal(0.001, 1), periods, (d, n) =>
    same(ltv({ rate: d, retention: 1, margin: 1000, periods: n }), 1000 * ((1 - (1 + d) ** -n) / d))));
});

test("near q = 1 the annuity goes smoothly to N, and keeps its digits", () => {
  expect(annuity({ rate: 0.1, retention: 1, growth: 0.1, periods: 5 })).toBe(5);
  for (const delta of [1e-7, 1e-9, 1e-12, 1e-15, -1e-15, -1e-12, -1e-9]) {
    // (q^N - 1) / (q - 1) = N + N (N - 1) / 2 delta + ... by the binomial theorem
    expect(annuity({ rate: 0, retention: 1, growth: delta, periods: 1000 })).toBeCloseTo(1000 + 499500 * delta + 166167000 * delta ** 2, 8);
  }
});

test("a long horizon comes to the unlimited value", () => {
  fc.assert(fc.property(decimal(0.05, 1), decimal(0, 0.95), (d, r) =>
    same(ltv({ rate: d, retention: r, margin: 100, periods: 1000 }), ltv({ rate: d, retention: r, margin: 100 }))));
});

test("type moves every payment by part of a period, at risk every survival by one", () => {
  fc.assert(fc.property(relationship, (given) => {
    same(ltv({ ...given, type: 1, atRisk: false }), ltv({ ...given, type: 0, atRisk: false }) * (1 + given.rate));
    same(ltv({ ...given, atRisk: true }), ltv({ ...given, atRisk: false }) * given.retention);
  }));
  expect(firstMargin({ rate: 0.21, retention: 0.5, type: 0.5, atRisk: true })).toBeCloseTo(0.5 / 1.1, 12);
});

test("a retention of 0 leaves one margin, growth of -1 likewise; at risk even that is gone", () => {
  for (const given of [{ retention: 0 }, { retention: 0.9, growth: -1 }]) {
    expect(ltv({ rate: 0, margin: 100, ...given })).toBe(100);
    expect(schedule({ rate: 0, margin: 100, periods: 3, ...given }).map(({ expected }) => expected)).toEqual([100, 0, 0]);
  }
  expect(ltv({ rate: 0.1, retention: 0, margin: 100, atRisk: true })).toBe(0);
});

test("expected life: 6.667 and 3.709 (model, CUSTOMERLIFE); N at retention 1", () => {
  expect([expectedLife(0.85), expectedLife(0.85, 5), expectedLife(1, 7)]).toEqual([expect.closeTo(6.667, 3), expect.closeTo(3.709, 3), 7]);
});

test.each([
  ["an endless value", { rate: 0.1, retention: 1, margin: 1, growth: 0.1 }, "periods"],
  ["no rate", { rate: NaN, retention: 0.5, margin: 1 }, "rate"],
  ["an infinite rate", { rate: Infinity, retention: 0.5, margin: 1 }, "rate"],
  ["periods 0", { rate: 0.1, retention: 0.5, margin: 1, periods: 0 }, "periods"],
])("%s is out of range, and the argument is named", (_, given, argument) => {
  const attempt = () => ltv(given);
  expect(attempt).toThrow(Fault);
  expect(attempt).toThrow(expect.objectContaining({ kind: "out-of-range", argument }));
});
