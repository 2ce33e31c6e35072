import type { Agreement } from "../../../src/core/agreement";
import { sample } from "../../../src/core/templates";
import { horizonFit, shareBeyond, wholeLife } from "../../../src/core/value/horizon";
import { annuity } from "../../../src/core/value/ltv";

const withInputs = (changes: Partial<Agreement["inputs"]>): Agreement =>
  ({ ...sample.agreement, inputs: { ...sample.agreement.inputs, ...changes } });

describe("what lies beyond the horizon (2-model section 2, native: 1 - q^N inside)", () => {
  test("10 %, 85 %, 7 years without growth leave 16.5 % beyond: 83.5 % inside", () => {
    expect(1 - shareBeyond(withInputs({ retValue: 0.85, growth: 0 }))!).toBeCloseTo(0.835, 3);
  });

  test("is what the horizon cuts off the unlimited value", () => {
    const [whole, cut] = [undefined, 7].map((periods) => annuity({ rate: 0.1, retention: 0.9, growth: 0.03, periods: periods as number }));
    expect(shareBeyond(sample.agreement)!).toBeCloseTo(1 - cut! / whole!, 12);
  });

  test("is unknown without a horizon, and where value grows without an end", () => {
    expect(shareBeyond(withInputs({ periods: null }))).toBeNull();
    expect(shareBeyond(withInputs({ retValue: 1, growth: 0.1 }))).toBeNull();
  });
});

describe("the horizon against the life that retention implies (R20: warn above 2 x or below 0.5 x)", () => {
  test("85 % lasts 6.67 years", () => expect(wholeLife(withInputs({ retValue: 0.85 }))).toBeCloseTo(6.67, 2));

  test.each([[7, "fitting"], [13, "fitting"], [14, "long"], [4, "fitting"], [3, "short"], [null, "fitting"]])("%p years at 85 % are %s", (periods, fit) => {
    expect(horizonFit(withInputs({ retValue: 0.85, periods }))).toBe(fit);
  });

  test("any horizon is short where nobody leaves", () => expect(horizonFit(withInputs({ retValue: 1, periods: 15 }))).toBe("short"));
});
