import { assess } from "../../../src/core/assessment";
import { sample } from "../../../src/core/templates";
import { effortOf } from "../../../src/core/value/effort";
import { edited } from "../../workbook/legal-edits";

const having = (fields: Record<string, string | number | boolean>) => edited(sample.agreement, Object.entries(fields).map(([id, value]) => ({ id, value })));

describe("the customer's effort (R32, model 1.10)", () => {
  test("is the amount entered while nobody has said what an hour costs: the surplus stays 12,250", () => {
    expect(effortOf(sample.agreement)).toEqual({ hours: 33, priced: null, used: 1250 });
    expect(assess(sample.agreement).customerSurplus).toBe(12250);
  });

  test("is hours x rate once an hour has a price: 33 x 40 = 1,320, and the surplus 69,000 + 1,500 - 57,000 - 1,320 = 12,180", () => {
    const its = having({ in_effort_rate: 40 });
    expect(effortOf(its)).toEqual({ hours: 33, priced: 1320, used: 1320 });
    expect(assess(its).customerSurplus).toBe(12180);
  });

  test("counts the asks in use alone, and a period as the part of a year it is", () => {
    expect(effortOf(having({ "asks.A10.on": false })).hours).toBe(25);
    expect(effortOf(having({ in_period: "month", in_effort_rate: 40 }))).toEqual({ hours: 2.75, priced: 110, used: 110 });
  });

  test("is nothing where an hour costs the customer nothing", () => expect(effortOf(having({ in_effort_rate: 0 })).used).toBe(0));
});
