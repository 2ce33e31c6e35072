import { assess } from "../../../src/core/assessment";
import { checkAgreement } from "../../../src/core/check";
import { sample } from "../../../src/core/templates";
import { accessoryMargin, canBeAsked, crossSellIds, crossSellOf, lineOf, otherTakeUp, withoutLine } from "../../../src/core/value/cross-sell";
import { edited } from "../../workbook/legal-edits";

const { agreement } = sample;
const having = (fields: Record<string, string | number | null>) => edited(agreement, Object.entries(fields).map(([id, value]) => ({ id, value })));
const fromList = having({ in_acc_from: "the list" });
const remarksOn = (its: typeof agreement, id: string) => checkAgreement(its).filter((remark) => remark.id === id).map(({ message }) => message);

describe("the cross-selling list (R28: the sum of take-up x value x margin)", () => {
  test("of the sample brings 60 % of 5,000 x 30 %, 50 % of 4,000 x 30 % and 20 % of 1,250 x 40 %: 1,600 of 3,200", () => {
    const { brings, full, takeUp } = crossSellOf(agreement);
    expect([brings, full, takeUp]).toEqual([expect.closeTo(1600, 9), expect.closeTo(3200, 9), expect.closeTo(0.5, 12)]);
  });

  test("moves nothing while one figure is chosen, as the published numbers have it, nor while nothing is chosen", () => {
    expect(accessoryMargin(agreement)).toBe(3200);
    expect(accessoryMargin(having({ in_acc_from: null, "crossSell.X1.value": 90000 }))).toBe(3200);
  });

  test("feeds the accessories once it is chosen: 1,000 more of labels at 40 % are 400 x 50 % a year", () => {
    const annual = (its: typeof agreement) => assess(its).cases!.asked.annual.accessories;
    expect(annual(fromList)).toBeCloseTo(1600, 9); // model 1.4: 50 % of 3,200
    expect(annual(edited(fromList, [{ id: "crossSell.X3.value", value: 2250 }]))).toBeCloseTo(1800, 9);
  });

  test("counts a line that lacks a number as 0, and says which number it lacks", () => {
    const its = having({ "crossSell.X3.margin": null });
    expect(crossSellOf(its).full).toBeCloseTo(2700, 9);
    expect(remarksOn(its, "crossSell.X3.margin")).toEqual(["Without its margin this line brings nothing."]);
  });

  test("has its own take-up: the role asks for the same, or hears that it does not", () => {
    expect(otherTakeUp(fromList)).toBeNull();
    const other = edited(fromList, [{ id: "crossSell.X3.takeUp", value: 0.8 }]);
    expect(otherTakeUp(other)).toBeCloseTo(0.59375, 9); // (900 + 600 + 400) / 3,200
    expect(remarksOn(other, "drivers.accessories.asked")).toEqual(["The list is taken up by 59%, and the role asks for 50%. Ask for the same."]);
    expect(otherTakeUp(edited(other, [{ id: "drivers.accessories.asked", value: 0.59 }]))).toBeNull();
  });

  test("with a margin below 0 may come to a take-up that nobody can be asked for, and says where to look", () => {
    // (0.6 x 1,500 + 0.5 x 1,200) of (1,500 + 1,200 - 1,250)
    const its = edited(fromList, [{ id: "crossSell.X3.margin", value: -1 }, { id: "crossSell.X3.takeUp", value: 0 }]);
    expect([otherTakeUp(its), canBeAsked(otherTakeUp(its)!)]).toEqual([expect.closeTo(1500 / 1450, 9), false]);
    expect(remarksOn(its, "drivers.accessories.asked"))
      .toEqual(["The list comes to a take-up of 103%, which nobody can be asked for. Look at the take-up and the margin of its lines."]);
    expect([0, 0.004, 1, 1.004, 1.006, -0.1].map(canBeAsked)).toEqual([true, true, true, true, false, false]);
  });

  test("that is empty brings nothing and says so", () => {
    const empty = { ...fromList, crossSell: {} };
    expect([crossSellOf(empty).takeUp, accessoryMargin(empty), otherTakeUp(empty)]).toEqual([null, 0, null]);
    expect(remarksOn(empty, "in_acc_from")).toEqual(["The list is empty, so accessories bring nothing. Fill it, or choose one figure."]);
  });

  test("closes up when a line is taken out, and has room for ten", () => {
    const without = withoutLine(agreement, "X1");
    expect(["X1", "X2", "X3"].map((id) => lineOf(without, id).product)).toEqual(["Fill and edge protection", "Printed labels", ""]);
    expect(Object.keys(without.crossSell)).toEqual(["X1", "X2"]);
    const full = having(Object.fromEntries(crossSellIds.map((id) => [`crossSell.${id}.product`, `Product ${id}`])));
    expect(Object.keys(withoutLine(full, "X10").crossSell)).toHaveLength(9);
  });
});
