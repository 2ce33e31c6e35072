import fc from "fast-check";
import { fieldOf } from "../../src/core/fields";
import { sample } from "../../src/core/templates";
import { cultureOf, entryText, formatNumber, parseNumber, percent, readEntry, signed } from "../../src/taskpane/numbers";

const english = cultureOf("en-US");
const german = cultureOf("de-DE");
const cultures = ["en-US", "de-DE", "fr-FR", "pt-PT", "de-CH", "en-IN", "pl-PL", "sv-SE", "he-IL"].map(cultureOf);
const field = (id: string) => fieldOf(sample.agreement, id)!;

describe("numbers as people write them", () => {
  test.each([
    ["5,000", english, 5000], ["5,000", german, 5], ["5.000", german, 5000], ["5.000", english, 5],
    ["5.000,50", english, 5000.5], ["5,000.50", german, 5000.5], ["1,234,567", german, 1234567],
    ["0,125", english, 0.125], ["1234,567", english, 1234.567], ["12,5", english, 12.5], ["12.5", german, 12.5],
    ["5 000", english, 5000], ["5\u202f000,5", english, 5000.5], ["5’000", english, 5000], [" 12 ", english, 12],
    ["−3", english, -3], ["-3,5", german, -3.5],
    ["12.", english, 12], [".5", english, 0.5], ["+7", english, 7],
  ])("%s", (text, culture, number) => expect(parseNumber(text, culture)).toBe(number));

  test.each(["", "abc", "12 EUR", "1,23,4", "1.2.3,4", "1,2.3,4", "--1", "1e5", "NaN", "."])("%p is no number", (text) => {
    expect(parseNumber(text, english)).toBeUndefined();
  });

  test("whatever is shown is read back as the same number, in every culture", () => {
    const amount = fc.oneof(fc.integer({ min: -1e9, max: 1e9 }), fc.integer({ min: -1e6, max: 1e6 }).map((n) => n / 1000));
    fc.assert(fc.property(amount, fc.constantFrom(...cultures), (number, culture) => {
      expect(parseNumber(entryText({ kind: "decimal" }, number, culture), culture)).toBeCloseTo(number, 9);
    }));
  });

  test("a share is typed as per cent, with or without the sign, and comes back as it was", () => {
    const rate = field("in_rate");
    expect(readEntry(rate, "90", english)).toEqual({ value: 0.9 });
    expect(readEntry(rate, "90%", english)).toEqual({ value: 0.9 });
    expect(readEntry(rate, "7,5 %", english)).toEqual({ value: 0.075 });
    fc.assert(fc.property(fc.integer({ min: -500, max: 1000 }), fc.constantFrom(...cultures), (tenths, culture) => {
      expect(readEntry(rate, entryText(rate, tenths / 1000, culture), culture)).toEqual({ value: tenths / 1000 });
    }));
  });

  test.each([
    ["in_rate", "ten", "Enter a number, without text around it."],
    ["in_rate", "200", "Enter a number from -50% to 100%."],
    ["in_serve", "", "Enter a value; this cell may not be empty."],
    ["in_serve", "-1", "Enter a number of at least 0."],
  ])("%s refuses %p and says what to do", (id, text, problem) => expect(readEntry(field(id), text, english)).toEqual({ problem }));

  test("an optional number may be blank: blank is no number, not 0", () => {
    expect(readEntry(field("in_periods"), "", english)).toEqual({ value: null });
    expect(readEntry(field("in_guess_orders"), "0", english)).toEqual({ value: 0 });
  });

  test("text is kept as typed, also where it looks like a formula", () => {
    expect(readEntry(field("in_segment"), "=1+1", english)).toEqual({ value: "=1+1" });
  });
});

describe("numbers as the panel shows them (9-look section 9)", () => {
  test("a minus is a minus, a change has its sign, nothing is minus zero", () => {
    expect(signed(-9232.4)).toBe("−9,232");
    expect(signed(14440.6)).toBe("+14,441");
    expect(signed(-0.3)).toBe("0");
    expect(signed(0.3)).toBe("0");
    expect(formatNumber(-0.04, 1, german)).toBe("0");
  });

  test("a share has no decimals unless asked for", () => {
    expect(percent(0.865121)).toBe("87%");
    expect(percent(0.8943, 1)).toBe("89.4%");
  });
});
