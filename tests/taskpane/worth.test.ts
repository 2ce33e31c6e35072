import type { Agreement } from "../../src/core/agreement";
import { assess } from "../../src/core/assessment";
import { sample, templates } from "../../src/core/templates";
import { asksComplete, guessesAnswered, nakedDecided, questionsAnswered, wordChecked } from "../../src/taskpane/answered";
import { costAt, hasCurve } from "../../src/taskpane/parts/PerfectionCurve";
import { comparison, concentration, runningSums, sharedDrivers, whoOwes } from "../../src/taskpane/parts/worth";

const { agreement } = sample;
const assessment = assess(agreement);
const weights = (of: Agreement) => assess(of).asks.map(({ weight }) => weight).sort((a, b) => b - a);
const withAsk = (id: string, changes: Partial<Agreement["asks"][number]>, from = agreement): Agreement =>
  ({ ...from, asks: from.asks.map((ask) => (ask.id === id ? { ...ask, ...changes } : ask)) });
const withInputs = (changes: Partial<Agreement["inputs"]>): Agreement => ({ ...agreement, inputs: { ...agreement.inputs, ...changes } });

describe("what the weights say (2-model section 1.6: 32.5 %, 17.0 %, 17.0 %, 5.6 % ...)", () => {
  test("three asks carry two thirds of the value", () => {
    expect(concentration(weights(agreement))).toEqual({ few: 3, title: "Three asks carry two thirds of the value" });
  });

  test.each([[[1], "One ask carries 100% of the value"], [[0.5, 0.25, 0.25], "Two asks carry three quarters of the value"],
    [[], "No ask carries any value yet"], [[0, 0], "No ask carries any value yet"]])("%p: %s", (given, title) => {
    expect(concentration(given as number[]).title).toBe(title);
  });

  test.each(templates.map(({ id, agreement: each }) => [id, each] as const))("%s: the few it names carry what it says", (_, each) => {
    const sorted = weights(each);
    const { few } = concentration(sorted);
    expect(runningSums(sorted)[few - 1]).toBeGreaterThanOrEqual(0.65);
    expect(runningSums(sorted)[few - 2] ?? 0).toBeLessThan(0.65);
  });
});

test("price matters 23 times more than late payment: gaps of 16,894 and 737 (2-model section 1.6)", () => {
  expect(comparison(assessment.asks)).toMatchObject({ large: { id: "A13" }, small: { id: "A06" }, times: 23 });
});

test("nothing is compared when one gap alone is open", () => {
  expect(comparison(assessment.asks.filter(({ id }) => id === "A13"))).toBeUndefined();
});

describe("drivers that several asks carry (C08: 100 % at most)", () => {
  test("none in the worked example", () => expect(sharedDrivers(agreement)).toEqual([]));

  test("an ask that is switched on joins the others of its driver, with the sum of their shares", () => {
    const [shared, ...others] = sharedDrivers(withAsk("A11", { on: true, share: 0.5 }));
    expect(others).toEqual([]);
    expect(shared).toMatchObject({ id: "retention", total: 1.5 });
    expect(shared!.asks.map(({ id }) => id)).toEqual(["A18", "A11"]);
  });
});

describe("who owes whom (2-model section 1.9: cut at 75 % fit and 60 % Deserve)", () => {
  test.each([[0.6, 0.75, "reciprocal"], [0.59, 0.75, "we owe them"], [0.6, 0.74, "they owe us"], [0.2, 0.2, "neither"]])(
    "we keep %p, they meet %p: %s", (deserve, fit, word) => {
      expect(whoOwes({ deserve, fit: { ...assessment.fit, fit } }, agreement)).toBe(word);
    });

  test("is not said while a side is unknown", () => expect(whoOwes({ deserve: null, fit: assessment.fit }, agreement)).toBeUndefined());
});

describe("the cost of perfection (R51)", () => {
  const delivery = agreement.commitments.find(({ id }) => id === "K2")!;

  test("98 % to 99.5 % costs 25.4 % more, as in the worked stock: 6,161 to 7,727 (R43)", () => {
    expect(costAt(delivery, 98)).toBeCloseTo(600, 9);
    expect(costAt(delivery, 99.5) / costAt(delivery, 98)).toBeCloseTo(7727 / 6161, 3);
  });

  test("is drawn only for a share of times kept", () => {
    expect(agreement.commitments.filter(hasCurve).map(({ id }) => id)).toEqual(["K2", "K5", "K7"]);
  });
});

describe("what makes a step done", () => {
  test("the four questions count what was answered", () => {
    expect(guessesAnswered(agreement)).toBe(4);
    expect(guessesAnswered(withInputs({ guessValue: null, guessYears: null }))).toBe(2);
    expect(guessesAnswered(templates.find(({ id }) => id === "blank")!.agreement)).toBe(1); // it asks for payment
  });

  test("asks without owner, questions without answer, naked asks and unknown kept levels keep a step open", () => {
    const owned = (owner: string) => withAsk("A06", { owner });
    expect([asksComplete(agreement, assessment), asksComplete(owned(""), assess(owned("")))]).toEqual([true, false]);
    const silent = { ...agreement, commitments: agreement.commitments.filter(({ id }) => id !== "K3") };
    expect([questionsAnswered(agreement), questionsAnswered(silent)]).toEqual([true, false]);
    expect(questionsAnswered({ ...silent, inputs: { ...silent.inputs, noneListening: "we meet every week" } })).toBe(true);
    const kept = withAsk("A06", { accepted: "The law gives us the right to it." });
    expect([nakedDecided(agreement, assessment), nakedDecided(kept, assess(kept))]).toEqual([false, true]);
    const checked = withInputs({ checkRole: "partly", checkDeserve: "no", checkDialogue: "yes" });
    expect([wordChecked(agreement), wordChecked(checked)]).toEqual([false, true]);
  });
});
