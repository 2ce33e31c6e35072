import type { Agreement } from "../../src/core/agreement";
import { assess } from "../../src/core/assessment";
import { checkAgreement } from "../../src/core/check";
import { written } from "../../src/core/commitment/rows";
import { vagueTerms } from "../../src/core/commitment/vague";
import { faultOf, fieldsOf } from "../../src/core/fields";
import { asks as askDefinitions } from "../../src/core/role/asks";
import { sample, templates } from "../../src/core/templates";
import { drivers, groups } from "../../src/core/value/drivers";

const byId = new Map(templates.map((template) => [template.id, template]));
const agreementOf = (id: string) => byId.get(id)!.agreement;
const asksOn = ({ asks }: Agreement) => asks.filter(({ on }) => on);
const shown = ({ commitments }: Agreement) => commitments.filter(({ on, show }) => on && show);
const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);

const all = templates.map(({ id, agreement }) => [id, agreement] as const);
/** Those that ask for a relationship: all but the blank one and the single sale, which teach something else. */
const relationships = all.filter(([id]) => id !== "blank" && id !== "single-transaction");

describe("the templates", () => {
  test("are 13 businesses and a blank one, the four tiles first (panel note, section 3; look note, step 1)", () => {
    expect(templates.map(({ id }) => id)).toEqual([
      "distribution", "software", "professional-services", "manufacturing-supply",
      "logistics", "wholesale", "telecom", "banking", "insurance-broking", "hospitality", "medical-lab", "membership", "single-transaction",
      "blank",
    ]);
    expect(sample).toBe(templates[0]);
  });

  test("have labels that fit a tile and hints that fit a line", () => {
    expect(new Set(templates.map(({ label }) => label)).size).toBe(templates.length);
    for (const { label, hint } of templates) {
      expect(label.length).toBeLessThanOrEqual(28);
      expect(hint.length).toBeGreaterThan(20);
      expect(hint.length).toBeLessThanOrEqual(110);
    }
  });
});

describe.each(all)("%s", (_, agreement) => {
  test("holds only legal entries, and nothing that makes a number false", () => {
    const faults = fieldsOf(agreement).flatMap((field) => faultOf(field, field.get(agreement)) ?? []);
    expect(faults).toEqual([]);
    expect(checkAgreement(agreement).filter(({ severity }) => severity === "error")).toEqual([]);
  });

  test("lists the 18 asks and one answer to each of the eight questions, the surprise never printed", () => {
    expect(agreement.asks.map(({ id }) => id)).toEqual(askDefinitions.map(({ id }) => id));
    expect(written(agreement).map(({ id, question }) => [id, question])).toEqual(
      [1, 2, 3, 4, 5, 6, 7, 8].map((number) => [`K${number}`, number]));
    expect(agreement.commitments[7]!.show).toBe(false);
  });

  test("links and conditions name an ask in use and a commitment in use", () => {
    const askIds = asksOn(agreement).map(({ id }) => id as string);
    const commitmentIds = agreement.commitments.filter(({ on }) => on).map(({ id }) => id);
    for (const [askId, row] of Object.entries(agreement.links)) {
      expect(askIds).toContain(askId);
      for (const commitmentId of Object.keys(row)) expect(commitmentIds).toContain(commitmentId);
    }
    for (const { condition } of asksOn(agreement)) if (condition !== "") expect(commitmentIds).toContain(condition);
  });

  test("says everything it asks and shows with a number, and nothing vaguely (R12)", () => {
    const wordings = [...asksOn(agreement), ...shown(agreement)].map(({ wording }) => wording);
    expect(wordings.filter((wording) => !/\d/.test(wording))).toEqual([]);
    const texts = [
      ...agreement.asks.flatMap(({ label, wording, note }) => [label, wording, note]),
      ...agreement.commitments.flatMap(({ label, wording, remedy }) => [label, wording, remedy]),
    ];
    // The definition's own "Buy regularly" and "Expect what is reasonable" are names, not promises.
    const names = new Set(askDefinitions.map(({ label }) => label));
    expect(texts.filter((text) => !names.has(text) && vagueTerms(text).length > 0)).toEqual([]);
  });

  test("asks for what is at least as good as today, and today is not below the worst", () => {
    for (const { id, on, asked, actual, worst } of assess(agreement).asks) {
      if (!on) continue;
      const direction = Math.sign(asked! - worst!);
      expect([id, direction]).not.toEqual([id, 0]);
      expect(direction * (asked! - actual!)).toBeGreaterThanOrEqual(0);
      expect(direction * (actual! - worst!)).toBeGreaterThanOrEqual(0);
    }
  });

  test("counts no money twice and leaves no gap without an ask (C08)", () => {
    const { gapStakes, sumOfGapStakes } = assess(agreement);
    for (const { id } of groups) {
      const shares = asksOn(agreement).filter(({ driver }) => driver === id).map(({ share }) => share);
      expect(sum(shares)).toBeLessThanOrEqual(1 + 1e-9);
    }
    expect(sumOfGapStakes).toBeCloseTo(sum(Object.values(gapStakes)), 6);
  });

  test("counts whole things: a cell without decimals shows the number that is used", () => {
    const counted = [
      ...drivers.filter(({ kind }) => kind === "count").map(({ id }) => agreement.drivers[id]),
      ...askDefinitions.filter(({ kind, measured }) => kind === "count" && !measured).map(({ id }) => agreement.measures[id]!),
    ].flatMap(({ asked, actual, worst }) => [asked, actual ?? 0, worst]);
    expect(counted.filter((level) => !Number.isInteger(level))).toEqual([]);
  });

  test("is in euros, marked as sample until its values are replaced (I05)", () => {
    expect(agreement.inputs.currency).toBe("EUR");
    expect(agreement.inputs.sample).toBe("Y");
  });
});

describe.each(relationships)("the money of %s", (_, agreement) => {
  const result = assess(agreement);
  const { asked, actual, without } = result.cases!;

  test("is worth more as asked than as is, and more with the commitments than without them", () => {
    expect(asked.value.total).toBeGreaterThan(0);
    expect(asked.value.total).toBeGreaterThan(actual.value.total);
    expect(asked.value.total).toBeGreaterThan(without.value.total);
    expect(asked.annual.total).toBeGreaterThan(actual.annual.total);
  });

  test("pays for what it gives: break-even lies between retention without commitments and as asked", () => {
    expect(result.breakEvenRetention!).toBeGreaterThan(agreement.inputs.retWithout);
    expect(result.breakEvenRetention!).toBeLessThan(asked.levels.retention);
  });

  test("gives 5 to 20 cents of present value for each euro asked", () => {
    const given = -asked.value.commitments / (asked.value.contribution + asked.value.referrals);
    expect(given).toBeGreaterThan(0.05);
    expect(given).toBeLessThan(0.2);
  });

  test("is earned to 70-95 %, with at most two naked asks and no gift", () => {
    expect(result.reciprocity!).toBeGreaterThan(0.7);
    expect(result.reciprocity!).toBeLessThan(0.95);
    expect(result.asks.filter(({ status }) => status === "naked").length).toBeLessThanOrEqual(2);
    expect(result.commitments.filter(({ gift }) => gift)).toEqual([]);
  });

  test("leaves something to do: today's customer fits in part, our word is mostly kept, the customer gains", () => {
    expect(result.fit.fit!).toBeGreaterThan(0.4);
    expect(result.fit.fit!).toBeLessThan(0.75);
    expect(result.fit.mustsKept).toBe(true);
    expect(result.deserve!).toBeGreaterThan(agreement.inputs.deserveMin);
    expect(result.customerSurplus).toBeGreaterThan(0);
  });

  test("is complete: every ask in use has unit, source, owner and target; every commitment an owner, evidence and remedy", () => {
    expect(result.asks.flatMap(({ missing }) => missing)).toEqual([]);
    for (const { owner, evidence, touchPoints, remedy, show } of written(agreement)) {
      for (const text of show ? [owner, evidence, touchPoints, remedy] : [owner, evidence, touchPoints]) expect(text).not.toBe("");
    }
  });

  test("has the customer pay the net revenue asked", () => {
    const { orders, orderValue, discount } = asked.levels;
    expect(Math.abs(agreement.inputs.price - orders * orderValue * (1 - discount))).toBeLessThan(1);
  });
});

describe("the templates differ where it matters (panel note, section 3)", () => {
  /** Period, retention in a year from and to, timing, as the table of the panel note gives them; telecom's is 98 % a month. */
  test.each([
    ["distribution", "year", 0.85, 0.92, 0],
    ["software", "year", 0.88, 0.95, 1],
    ["professional-services", "year", 0.75, 0.85, 0.5],
    ["manufacturing-supply", "year", 0.9, 0.9, 0],
    ["logistics", "month", 0.895, 0.905, 0],
    ["wholesale", "year", 0.92, 0.92, 0],
    ["telecom", "month", 0.98 ** 12, 0.98 ** 12, 0],
    ["banking", "year", 0.93, 0.93, 0.5],
    ["insurance-broking", "year", 0.88, 0.88, 1],
    ["hospitality", "year", 0.8, 0.8, 0.5],
    ["medical-lab", "year", 0.92, 0.92, 0],
    ["membership", "year", 0.7, 0.8, 0.5],
  ] as const)("%s counts by the %s, keeps %f to %f a year, with money at %f", (id, period, from, to, type) => {
    const { inputs } = agreementOf(id);
    const inAYear = inputs.retValue ** (period === "month" ? 12 : 1);
    expect(inputs).toMatchObject({ period, type, retBasis: "retention" });
    expect(inAYear).toBeGreaterThanOrEqual(from);
    expect(inAYear).toBeLessThanOrEqual(to);
  });

  test.each([
    ["distribution", /buy regularly/i, /not only for the price/i, /pay on time/i],
    ["software", /adopt/i, /administrator/i, /several years/i, /reference/i],
    ["professional-services", /decide in time/i, /scope/i, /30 days/i],
    ["manufacturing-supply", /forecast/i, /notice of changes/i, /more of your spend/i],
    ["logistics", /dock discipline/i, /forecast/i, /pay on time/i],
    ["wholesale", /planogram/i, /promotion discipline/i, /deductions/i],
    ["telecom", /direct debit/i, /self-service/i, /bundle/i],
    ["banking", /main bank/i, /covenants/i, /recommend/i],
    ["insurance-broking", /disclose/i, /claims discipline/i],
    ["hospitality", /nights you committed/i, /cancel in time/i],
    ["medical-lab", /standing order/i, /returns discipline/i],
    ["membership", /pledge on time/i, /volunteer/i, /friend/i],
    ["single-transaction", /buy/i, /pay/i],
  ])("%s asks what its business lives on", (id, ...patterns) => {
    const labels = asksOn(agreementOf(id)).map(({ label }) => label).join("\n");
    for (const pattern of patterns) expect(labels).toMatch(pattern);
  });

  test.each([
    ["distribution", /on time and in full/i, /correct invoices/i],
    ["software", /up 99.9% of every month/i, /answer/i, /roadmap council/i],
    ["professional-services", /named partner/i, /answer/i, /knowledge transfer/i],
    ["manufacturing-supply", /15 working days/i, /faulty parts in a million/i, /engineers/i],
    ["logistics", /97% of loads/i, /claims settled in 5/i],
    ["wholesale", /98.5% of ordered cases/i, /trade support/i],
    ["telecom", /restored within 4 hours/i, /1 bill/i],
    ["banking", /relationship manager for at least 4 years/i, /decision 5 working days/i],
    ["insurance-broking", /claims paid within 30 days/i],
    ["hospitality", /below every public rate/i, /better room/i],
    ["medical-lab", /2 and 8 degrees/i, /recall/i],
    ["membership", /what your gift did/i, /thank-you within 48 hours/i],
    ["single-transaction", /delivery/i, /money back/i],
  ])("%s commits to what its business is judged by", (id, ...patterns) => {
    const wordings = shown(agreementOf(id)).map(({ wording }) => wording).join("\n");
    for (const pattern of patterns) expect(wordings).toMatch(pattern);
  });

  test("no two promise the same sentence or ask the same list", () => {
    const promises = templates.flatMap(({ agreement }) => shown(agreement).map(({ wording }) => wording));
    expect(promises.filter((wording, index) => promises.indexOf(wording) !== index)).toEqual([]);
    const lists = templates.filter(({ id }) => id !== "blank").map(({ agreement }) => asksOn(agreement).map(({ id, label }) => id + label).join());
    expect(new Set(lists).size).toBe(lists.length);
  });

  test("a month's rates are a year's, told per month: 10 % discount and an 80 % loyalty line", () => {
    const monthly = templates.filter(({ agreement }) => agreement.inputs.period === "month");
    expect(monthly.map(({ id }) => id)).toEqual(["logistics", "telecom"]);
    for (const { agreement: { inputs } } of monthly) {
      expect((1 + inputs.rate) ** 12 - 1).toBeCloseTo(0.1, 2);
      expect(Math.abs(inputs.loyal ** 12 - 0.8)).toBeLessThan(0.02);
      expect(inputs.periods).toBeNull();
    }
  });
});

describe("the single sale", () => {
  const agreement = agreementOf("single-transaction");
  const { cases, breakEvenRetention, reciprocity } = assess(agreement);

  test("asks for purchase and payment only, once (R33)", () => {
    expect(asksOn(agreement).map(({ id }) => id)).toEqual(["A02", "A06"]);
    expect(agreement.inputs).toMatchObject({ mode: "T", periods: 1, retValue: 0 });
    expect(agreement.commitments.filter(({ on }) => on).map(({ id }) => id)).toEqual(["K2", "K5"]);
    expect(reciprocity!).toBeGreaterThan(0.7);
    expect(reciprocity!).toBeLessThan(0.95);
  });

  test("teaches that nothing renews: the commitments cost what they cost, and no retention pays for them", () => {
    expect(cases!.asked.value.total).toBeGreaterThan(cases!.actual.value.total);
    expect(cases!.without.value.total - cases!.asked.value.total).toBeCloseTo(-cases!.asked.value.commitments, 9);
    expect(breakEvenRetention).toBeNull();
  });
});

describe("the blank start", () => {
  const agreement = agreementOf("blank");
  const result = assess(agreement);

  test("asks only for purchase and payment and commits to nothing", () => {
    expect(asksOn(agreement).map(({ id }) => id)).toEqual(["A02", "A06"]);
    expect(agreement.commitments.some(({ on }) => on)).toBe(false);
    expect([result.costToDeserve, result.budget, result.reciprocity]).toEqual([0, 0, 0]);
  });

  test("already has a value, the same as asked, as is and without commitments", () => {
    const { asked, actual, without } = result.cases!;
    expect(asked.value.total).toBeGreaterThan(0);
    expect([actual.value.total, without.value.total]).toEqual([asked.value.total, asked.value.total]);
  });

  test("leaves every other level at 0, to be filled in", () => {
    const filled = drivers.filter(({ id }) => {
      const { asked, actual, worst } = agreement.drivers[id];
      return [asked, actual, worst].some((level) => level !== 0);
    });
    expect(filled.map(({ id }) => id)).toEqual(["orders", "orderValue", "daysLate", "retention"]);
  });
});
