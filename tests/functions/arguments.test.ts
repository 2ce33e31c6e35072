import { calculate } from "./formula";
import { column, openExcel, row } from "./excel";

let excel: Awaited<ReturnType<typeof openExcel>>;
beforeAll(async () => { excel = await openExcel(); });
const ltv = (...given: unknown[]) => excel.call("CUSTOMERLTV", ...given);

describe("scalars (model, settled details)", () => {
  test.each([[null], [undefined], [""], [" "]])("an optional one that is %j counts as left out, a required one is #VALUE!", (blank) => {
    expect(ltv(0.1, 0.85, 1200, blank, blank, blank, blank, blank)).toBe(4800);
    expect(excel.complaint("CUSTOMERLTV", 0.1, blank, 1200)).toEqual({ code: "#VALUE!", message: "retention: a number is missing." });
  });

  test.each([["?"], ["n/a"], ["85%"], ["0.85"], ["churn"]])("%j is no number, required or optional", (text) => {
    expect(ltv(0.1, text, 1200)).toBe("#VALUE!");
    expect(excel.complaint("CUSTOMERLTV", 0.1, 0.85, 1200, null, null, text))
      .toEqual({ code: "#VALUE!", message: `acquisition cost: "${text}" is not a number.` });
    expect(ltv(0.1, 0.85, 1200, null, null, null, null, text)).toBe("#VALUE!");
  });

  test("TRUE and FALSE are 1 and 0 where a number is due, any number but 0 is on where a switch is due", () => {
    expect(ltv(0.1, 0.85, 1200, null, null, null, true)).toBeCloseTo(5280, 9);
    expect(ltv(0.1, 0.85, 1200, false)).toBe(4800);
    expect([1, -0.5, true].map((on) => ltv(0.1, 0.85, 1200, null, null, null, null, on))).toEqual(Array(3).fill(expect.closeTo(4080, 9)));
    expect([0, false].map((off) => ltv(0.1, 0.85, 1200, null, null, null, null, off))).toEqual([4800, 4800]);
  });

  test("a range of one cell is that cell, a larger one is #VALUE!; a formatted number is its number", () => {
    expect(ltv([[0.1]], 0.85, { type: "FormattedNumber", basicValue: 1200, numberFormat: "#,##0" })).toBe(4800);
    expect(excel.complaint("CUSTOMERLTV", column(0.1, 0.2), 0.85, 1200))
      .toEqual({ code: "#VALUE!", message: "rate: one cell is due here, not 2." });
  });
});

test("a wrong shape anywhere comes before a number out of range anywhere", () => {
  expect(ltv(0.1, 2, 1200, null, null, null, 7, "x")).toBe("#VALUE!");
  expect(excel.call("LTVSCHEDULE", 0.1, 2, 1200, 5, null, null, null, null, "x")).toBe("#VALUE!");
  expect(excel.call("SCORETABLE", row(1), row(2), row(2), row(-1), null, null, 5, "x")).toBe("#VALUE!");
  expect(excel.call("ROLEFITDETAIL", row("a"), row(1), row(2), row(2), row(-1), null, null, "x")).toBe("#VALUE!");
  expect(excel.call("RECIPROCITYDETAIL", row("a"), row(-1), [[9]], row(1), null, "x")).toBe("#VALUE!");
  expect(excel.call("LTVTORNADO", 0.1, 2, 1200, 5, null, null, "x")).toBe("#VALUE!");
});

test("no result is ever negative zero or not a number", () => {
  expect(Object.is(excel.call("BONUSONLOSS", 1000, 0), 0)).toBe(true);
  expect(Object.is((excel.call("LTVSCHEDULE", 0.1, 0.85, 1200, 1) as number[][])[1]![6], 0)).toBe(true);
  expect(excel.call("MILESTONEVALUE", 0, row(1), row(1e308), row(0))).toBe(1e308);
  expect(excel.call("ANNUALVALUE", 1e200, 1e200, 1)).toBe("#NUM!");
});

test("the functions answer in a formula as Excel would write it", () => {
  expect(calculate("=ROLE.CUSTOMERLTV(10%, 85%, 1200, , , , 1)", excel.call)).toBeCloseTo(5280, 9);
  expect(() => calculate("=ROLE.LTVVARYING(10%, {100%}, {1})", excel.call)).toThrow("Excel takes no percentages inside { }");
});
