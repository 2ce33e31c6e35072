import { askedRetention } from "../../../src/core/agreement";
import { asLevel, assumptions, wishesOf, withFinding } from "../../../src/core/history/assumptions";
import { fieldOf } from "../../../src/core/fields";
import { sample as worked } from "../../../src/core/templates";

const sample = worked.agreement;

const monthly = { ...sample, inputs: { ...sample.inputs, period: "month" as const, retValue: 0.98, growth: 0.01 } };

test("the worked example asks 12 orders of 5,000, 90 % retention and 3 % growth a year; today it has 82 % and 1 % (model 1.4)", () => {
  expect(wishesOf(sample)).toMatchObject({ ordersPerYear: 12, orderValue: 5000, retention: 0.9, growth: 0.03 });
  expect(wishesOf(sample, "actual")).toMatchObject({ retention: 0.82, growth: 0.01 });
});

test("how long a customer stays follows from retention: of ten years, (1 - r^10) / -ln r", () => {
  expect(wishesOf(sample).lifetime).toBeCloseTo((1 - 0.9 ** 10) / -Math.log(0.9), 12);
  const asked = (retValue: number) => wishesOf({ ...sample, inputs: { ...sample.inputs, retValue } }).lifetime;
  expect([asked(1), asked(0)]).toEqual([10, 0]);
  expect(asked(1 - 1e-9)).toBeCloseTo(10, 5);
});

test("levels of a month are compared by the year", () => {
  const { ordersPerYear, orderValue, retention, growth } = wishesOf(monthly);
  expect([ordersPerYear, orderValue]).toEqual([144, 5000]);
  expect(retention).toBeCloseTo(0.98 ** 12, 12);
  expect(growth).toBeCloseTo(1.01 ** 12 - 1, 12);
});

test("a finding of a year becomes a level of the agreement's period, with the digits it deserves", () => {
  expect(asLevel(sample, "ordersPerYear", 7.83642)).toBe(7.84);
  expect(asLevel(monthly, "ordersPerYear", 7.83642)).toBe(0.653);
  expect(asLevel(sample, "orderValue", 48234.7)).toBe(48200);
  expect(asLevel(monthly, "retention", 0.82)).toBe(0.984);
  expect(asLevel(sample, "growth", -0.03172)).toBe(-0.032);
});

test.each(["ordersPerYear", "orderValue", "retention", "growth"] as const)("%s stands in the field that is named for it, on both levels", (measure) => {
  for (const level of ["asked", "actual"] as const) {
    const changed = withFinding(sample, measure, level, 0.5);
    expect(fieldOf(changed, assumptions[measure].fields[level])!.get(changed)).toBe(0.5);
    expect(wishesOf(changed, level)[measure]).toBe(0.5);
    const other = level === "asked" ? "actual" : "asked";
    expect(wishesOf(changed, other)).toEqual(wishesOf(sample, other));
  }
});

test("retention entered as churn stays churn; entered as a life it becomes retention", () => {
  const by = (retBasis: "churn" | "life", retValue: number) =>
    withFinding({ ...sample, inputs: { ...sample.inputs, retBasis, retValue } }, "retention", "asked", 0.82);
  expect(by("churn", 0.1).inputs).toMatchObject({ retBasis: "churn", retValue: 0.18 });
  expect(by("life", 10).inputs).toMatchObject({ retBasis: "retention", retValue: 0.82 });
  expect(askedRetention(by("churn", 0.1).inputs)).toBeCloseTo(0.82, 12);
});
