import { sample } from "../../../src/core/templates";
import { whiteSpace, whiteSpaceOf } from "../../../src/core/value/white-space";
import { edited } from "../../workbook/legal-edits";

const having = (fields: Record<string, number | null>) => edited(sample.agreement, Object.entries(fields).map(([id, value]) => ({ id, value })));
/** A budget of 600,000, of which 12 orders of 21,000 are 42 %, at 28 % without any discount. */
const design = {
  in_wallet: 600000, in_wallet_target: 0.6, in_margin: 0.28, "drivers.discount.asked": 0, "drivers.discount.actual": 0,
  "drivers.orders.actual": 12, "drivers.orderValue.actual": 21000,
};

describe("the white space of a customer (R11, A15)", () => {
  test("is 600,000 x (60 % - 42 %) x 28 % = 30,240", () => {
    expect(whiteSpace({ wallet: 600000, target: 0.6, share: 0.42, margin: 0.28 })).toBeCloseTo(30240, 9);
    expect(whiteSpaceOf(having(design))).toEqual({ share: expect.closeTo(0.42, 12), margin: expect.closeTo(0.28, 12), value: expect.closeTo(30240, 6) });
  });

  test("takes our share from what the customer buys after discount: 10 x 5,200 less 12 % of 95,000, at (37 % - 5 %) / 95 %", () => {
    const { share, margin, value } = whiteSpaceOf(sample.agreement)!;
    expect([share, margin]).toEqual([expect.closeTo(45760 / 95000, 12), expect.closeTo(0.32 / 0.95, 12)]);
    expect(value).toBeCloseTo((57000 - 45760) * (0.32 / 0.95), 6);
  });

  test("is unknown, and not 0, while the budget or the share asked for is", () => {
    for (const [id, value] of [["in_wallet", null], ["in_wallet", 0], ["in_wallet_target", null]] as const) {
      expect(whiteSpaceOf(having({ [id]: value }))).toBeNull();
    }
  });

  test("is below 0 where the customer gives us more than we ask for", () => {
    expect(whiteSpaceOf(having({ ...design, in_wallet_target: 0.4 }))!.value).toBeCloseTo(-3360, 6);
  });

  test("refuses a budget below 0", () => {
    expect(() => whiteSpace({ wallet: -1, target: 0.6, share: 0.42, margin: 0.28 })).toThrow("0 or more");
  });
});
