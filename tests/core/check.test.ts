import { checkAgreement } from "../../src/core/check";
import { faultOf, fieldOf, fieldsOf, type FieldValue } from "../../src/core/fields";
import { goalsWith, shareLinked } from "../../src/core/role/goals";
import { sample } from "../../src/core/templates";

const agreement = sample.agreement;
const set = (id: string, value: FieldValue, from = agreement) => fieldOf(from, id)!.set(from, value);
const errors = (from = agreement) => checkAgreement(from).filter(({ severity }) => severity === "error");

describe("fields", () => {
  test("every id is there once, and is found again by itself", () => {
    const ids = fieldsOf(agreement).map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const id of ids) expect(fieldOf(agreement, id)?.id).toBe(id);
  });

  test("what is set is what is read, and nothing else changes", () => {
    for (const field of fieldsOf(agreement)) {
      const value: FieldValue = field.kind === "text" ? "changed" : field.kind === "flag" ? !field.get(agreement) : field.options?.[0] ?? 0.5;
      const changed = field.set(agreement, value);
      expect(fieldOf(changed, field.id)!.get(changed)).toBe(value);
      expect(field.set(changed, field.get(agreement))).toEqual(agreement);
    }
  });

  test.each([
    ["in_rate", "ten", "Enter a number, without text around it."],
    ["in_ret_without", 1.2, "Enter a number from 0% to 100%."],
    ["in_periods", 2.5, "Enter a whole number."],
    ["in_serve", -1, "Enter a number of at least 0."],
    ["in_currency", "Euro", "Choose one of: EUR, USD, GBP, CHF, JPY, CAD, AUD, SEK, NOK, DKK, PLN, CZK, BRL, INR, CNY."],
    ["in_margin", null, "Enter a value; this cell may not be empty."],
    ["in_at_risk", "maybe", "Enter yes or no."],
    ["in_segment", "x".repeat(61), "Shorten this to 60 characters."],
  ])("%s refuses %p and says what to do", (id, value, sentence) => {
    expect(faultOf(fieldOf(agreement, id)!, value)).toBe(sentence);
  });

  test("a blank horizon is legal: it means no end", () => expect(faultOf(fieldOf(agreement, "in_periods")!, null)).toBeUndefined());
});

describe("checkAgreement", () => {
  test("finds no error in the worked example, only the deal to look at: more committed than proven, and nothing budgeted", () => {
    expect(errors()).toEqual([]);
    expect(checkAgreement(agreement).map(({ id }) => id)).toEqual(["commitments.K2.committed", "commitments.K7.budget"]);
  });

  test.each([
    ["target equal to worst", set("drivers.daysLate.worst", 5), "drivers.daysLate.worst"],
    ["driver shares above 100 %", set("asks.A11.share", 0.5, set("asks.A11.on", true)), "asks.A11.share"],
    ["a condition that names no commitment", set("asks.A07.condition", "K99"), "asks.A07.condition"],
    ["a retention above 1", set("in_ret_value", 1.1), "in_ret_value"],
    ["a life below one period", set("in_ret_value", 0.5, set("in_ret_basis", "life")), "in_ret_value"],
  ])("calls %s an error", (_, changed, id) => {
    expect(errors(changed).map((remark) => remark.id)).toEqual([id]);
  });

  test("warns of wording without a number", () => {
    const vague = checkAgreement(set("asks.A06.wording", "Pay promptly"));
    expect(vague.find(({ id }) => id === "asks.A06.wording")?.message).toContain("promptly");
  });

  test("warns of a question that no commitment answers, until the reason is written (panel step 6)", () => {
    const open = set("commitments.K3.on", false);
    const ids = (from: typeof agreement) => checkAgreement(from).map(({ id }) => id);
    expect(ids(open)).toContain("in_none_listening");
    expect(ids(set("in_none_listening", "we see every customer each week", open))).not.toContain("in_none_listening");
  });

  test("warns of an answer that does not say all its question asks: question 2 measure and exclusions, 5 limit and compensation (R43, R46)", () => {
    const said = (changed: typeof agreement, id: string) => checkAgreement(changed).find((remark) => remark.id === id)?.message;
    expect(said(set("commitments.K2.exclusions", ""), "commitments.K2.exclusions")).toBe("Say it in full; still missing: not counting.");
    const silent = set("commitments.K5.authority", null, set("commitments.K5.compensation", " "));
    expect(said(silent, "commitments.K5.authority")).toBe("Say it in full; still missing: may decide, compensation.");
    expect(said(set("commitments.K2.question", 1, set("commitments.K2.window", "")), "commitments.K2.window")).toBeUndefined();
  });

  test("warns of touch points that differ more than is allowed; a spread on the line is kept (R48)", () => {
    const ids = (now: number) => checkAgreement(set("commitments.K7.spreadNow", now)).map(({ id }) => id);
    expect(ids(1.1)).toContain("commitments.K7.spreadNow");
    expect(ids(1)).not.toContain("commitments.K7.spreadNow");
  });

  test("warns of what is for the best but for all, or for nobody that anyone could name (R47)", () => {
    const ids = (from: typeof agreement) => checkAgreement(from).map(({ id }) => id);
    expect(ids(set("commitments.K6.eligible", 1))).toContain("commitments.K6.eligible");
    const unnamed = set("in_best_fit", null, set("in_best_value", null));
    expect(ids(unnamed)).toContain("in_best_fit");
    expect(ids(set("commitments.K6.tier", "all", unnamed))).not.toContain("in_best_fit");
  });

  test("warns of a goal that hangs on no ask in use, and calls an unknown ask an error (R31)", () => {
    const ofGoal = (asks: string) => checkAgreement(set("goals.G3.asks", asks)).find(({ id }) => id === "goals.G3.asks");
    expect(ofGoal("A08")).toMatchObject({ severity: "warning" }); // A08 is off
    expect(ofGoal("A08, a07")).toBeUndefined();
    expect(ofGoal("A70")).toMatchObject({ severity: "error", message: "There is no ask A70. Write ids such as A02, A15." });
    expect(shareLinked(agreement)).toBe(1);
    expect(shareLinked(set("goals.G3.asks", "A08"))).toBeCloseTo(2 / 3, 12);
    expect(shareLinked({ ...agreement, goals: goalsWith([]) })).toBeNull();
  });

  test("warns of an ask without owner or source", () => {
    const ids = checkAgreement(set("asks.A10.owner", "", set("asks.A10.source", " "))).map(({ id }) => id);
    expect(ids).toEqual(expect.arrayContaining(["asks.A10.owner", "asks.A10.source"]));
  });
});
