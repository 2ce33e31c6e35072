import { fieldOf, type FieldValue } from "../../../src/core/fields";
import { stages } from "../../../src/core/portfolio/customers";
import { handoverCost, handoverOfRole } from "../../../src/core/portfolio/handover";
import { gateLadder, lackingIn, risingChances, type Step } from "../../../src/core/portfolio/ladder";
import { levelInWords, nextActions, renewalMemo } from "../../../src/core/portfolio/renewal";
import { reviewPeriods, withLevels, type ReviewRow } from "../../../src/core/portfolio/review";
import { screenLeads } from "../../../src/core/portfolio/leads";
import { dayOf, sampleCustomers } from "../../../src/core/portfolio/sample-customers";
import { sampleLeads } from "../../../src/core/portfolio/sample-leads";
import { sampleReviews } from "../../../src/core/portfolio/sample-reviews";
import { careOf, prompts, promptsToday, touchPointsOf } from "../../../src/core/portfolio/service";
import { sampleOffers } from "../../../src/core/portfolio/sample-plan";
import { offerKinds, offersOfRole, offersToPlan, planValue } from "../../../src/core/portfolio/value-plan";
import { assess } from "../../../src/core/assessment";
import { sample } from "../../../src/core/templates";

const { agreement } = sample;
const set = (id: string, value: FieldValue, from = agreement) => fieldOf(from, id)!.set(from, value);

describe("marketing: the plan for value (mission R60)", () => {
  test("the offers of the role cover it exactly, growth included", () => {
    const plan = planValue(agreement, offersOfRole(agreement, 3));
    expect(plan.asked[0]).toBeCloseTo(16295.726, 3);
    expect(plan.asked[2]).toBeCloseTo(16295.726 * 1.03 ** 2, 2);
    expect(plan.covered).toEqual([1, 1, 1].map((all) => expect.closeTo(all, 12)));
  });
  test("each kind is asked what the role asks of it: 1,600 of accessories, 750 of upgrades, 3 % more of all in the second year", () => {
    const { kinds } = planValue(agreement, offersOfRole(agreement, 2));
    expect(kinds.map(({ kind }) => kind)).toEqual(offerKinds);
    expect(kinds.map(({ asked }) => asked[1])).toEqual([16295.726 - 1600 - 750, 1600, 750, 16295.726 * 0.03].map((money) => expect.closeTo(money, 3)));
    expect(kinds.map(({ covered }) => covered)).toEqual([1, 1, 1, 1].map((all) => expect.closeTo(all, 12)));
  });
  test("half the accessories asked, 25 % of orders in place of 50 %, are 800 of 16,295.73 missing", () => {
    const offers = offersOfRole(agreement, 1).map((offer) => (offer.kind === "Cross-sell" ? { ...offer, takeUp: [0.25] } : offer));
    const plan = planValue(agreement, offers);
    expect(plan.asked[0]! - plan.planned[0]!).toBeCloseTo(800, 6);
    expect(plan.coveredInAll).toBeCloseTo(1 - 800 / 16295.726, 6);
  });
  test("the four offers of the sample bring 79,665 of 86,516 asked in five years (each contribution times its take-up)", () => {
    const plan = planValue(agreement, sampleOffers);
    const brought = 13900 * 0.95 * 5 + 3200 * 2.2 + 2500 * 1.2 + 4000 * 0.9;
    expect(plan.planned.reduce((sum, each) => sum + each, 0)).toBeCloseTo(brought, 6);
    expect(plan.coveredInAll).toBeCloseTo(brought / ((16295.72603 * (1.03 ** 5 - 1)) / 0.03), 6);
  });
  test("an offer of which nobody said how many take it up brings nothing yet", () =>
    expect(planValue(agreement, offersToPlan(agreement))).toMatchObject({ planned: [0, 0, 0, 0, 0], coveredInAll: 0 }));
  test("no offers cover nothing", () => expect(planValue(agreement, [])).toMatchObject({ planned: [], coveredInAll: 0 }));
});

describe("sales: milestones gated by value success (mission R62, R67)", () => {
  const step = (label: string, probability: number, value: number, years: number, realised: number): Step => ({
    id: label, label, test: "Orders without complaint", committed: 10, realised, needed: 1, due: dayOf(2026, 6, 30), probability, value, years,
  });
  const steps = [step("Pilot", 0.6, 3200, 1, 10), step("Roll-out", 0.45, 9000, 2, 9), step("Second site", 0.35, 1800, 3, 10)];

  test("the ladder is worth 5,565.89 (model section 4), and the first gate not passed blocks all behind it: 3,820.44", () => {
    const ladder = gateLadder(0.1, steps, dayOf(2026, 1, 1));
    expect([ladder.value.toFixed(2), ladder.blocked.toFixed(2), ladder.blockedBy])
      .toEqual(["5565.89", (0.45 * 9000 / 1.21 + 0.35 * 1800 / 1.331).toFixed(2), "Roll-out"]);
    expect(ladder.steps.map(({ state, success }) => [state, success])).toEqual([["passed", 1], ["next", 0.9], ["locked", 1]]);
  });
  test("with every gate passed nothing is blocked; a lower line opens the gate; a date gone by is late", () => {
    expect(gateLadder(0.1, steps.map((each) => ({ ...each, needed: 0.9 })), 0)).toMatchObject({ blocked: 0, blockedBy: null });
    expect(gateLadder(0.1, steps, dayOf(2026, 7, 1)).steps.map(({ late }) => late)).toEqual([false, true, true]);
  });
  test("a test without a promise is not met, and a step without numbers is worth nothing", () => {
    const open: Step = { ...step("New", NaN, NaN, NaN, NaN), committed: NaN, test: " ", due: NaN };
    expect(gateLadder(0.1, [open, ...steps], 0)).toMatchObject({ blockedBy: "New", value: expect.closeTo(5565.89, 2) });
    expect([lackingIn(open), lackingIn(steps[0]!)]).toEqual([["test", "date"], []]);
  });
  test("nobody reaches the second rung more surely than the first", () =>
    expect([risingChances(steps), risingChances([steps[2]!, steps[0]!])]).toEqual([[], ["Pilot"]]));
});

describe("service and owners (mission R64 to R66)", () => {
  test("there is one card for each of the eleven stages, in order", () => expect(prompts.map(({ stage }) => stage)).toEqual(stages));
  test("referrals are asked for only while we keep our word", () => {
    expect(promptsToday(agreement).filter(({ wait }) => wait !== null)).toEqual([]);
    const broken = promptsToday(set("commitments.K2.kept", 95)).filter(({ wait }) => wait !== null);
    expect(broken.map(({ stage, wait }) => [stage, wait]))
      .toEqual(["Referrals", "Evangelizing", "Forgiveness"].map((stage) => [stage, "First keep our word: 98% on time and in full."]));
  });
  test("a touch point with two owners is not one voice: the phone belongs to Service and Finance", () => {
    const points = touchPointsOf(agreement);
    expect(points.filter(({ consistent }) => !consistent))
      .toEqual([expect.objectContaining({ name: "Phone", owners: ["Service", "Finance"] })]);
    expect(touchPointsOf({ ...agreement, commitments: agreement.commitments.map((each) => ({ ...each, on: false })) })).toEqual([]);
  });
  test("a handover that costs 4 points of retention costs 5,472 (mission R64)", () => {
    expect(Math.round(handoverCost({ rate: 0.1, retention: 0.9, margin: 13956, growth: 0.03, periods: 7 }, 0.86))).toBe(5472);
  });
  test("the role of the sample loses as much, from 13,955.73 a year; nothing is said while the points are not known, or without an end", () => {
    const handover = handoverOfRole(agreement);
    expect([handover.margin.toFixed(2), Math.round(handover.cost!)]).toEqual(["13955.73", 5472]);
    const { inputs } = agreement;
    expect(handoverOfRole({ ...agreement, inputs: { ...inputs, handoverLoss: null } }).cost).toBeNull();
    expect(handoverOfRole({ ...agreement, inputs: { ...inputs, periods: null, retValue: 1, growth: 0.1 } }).cost).toBeNull();
  });
  test("a touch point where one commitment has no owner is not one voice", () => {
    const nobody = set("commitments.K3.owner", "");
    expect(touchPointsOf(nobody).filter(({ consistent }) => !consistent).map(({ name }) => name)).toEqual(["Council", "Phone"]);
  });
  test("half of the sample has a charter, 4 of 6 of them before the first order (mission R09)", () => {
    expect(careOf(sampleCustomers, dayOf(2026, 1, 1))).toMatchObject({ owned: 1, agreed: 0.5, agreedFirst: 4 / 6 });
  });
});

describe("the review, both sides (mission R30)", () => {
  const rows: ReviewRow[] = [
    { period: "Q1", clause: "A06", level: 25 }, { period: "Q1", clause: "A13", level: 0.1 }, { period: "Q1", clause: "K2", level: 97.8 },
    { period: "Q2", clause: "A06", level: 12 }, { period: "Q2", clause: "K2", level: 95.5 },
    { period: "Q2", clause: "A02", level: 55000 }, { period: "Q2", clause: "A10", level: null },
  ];
  const [q1, q2] = reviewPeriods(agreement, rows, agreement) as [ReturnType<typeof reviewPeriods>[0], ReturnType<typeof reviewPeriods>[0]];
  const clause = (review: typeof q1, id: string) => review.clauses.find((each) => each.id === id)!;

  test("the drift of the clauses and their interaction is the drift of the value", () => {
    for (const review of [q1, q2]) {
      expect(review.clauses.reduce((sum, { drift }) => sum + drift, 0) + review.interaction).toBeCloseTo(review.drift, 6);
    }
    expect(q1.drift + q2.drift).toBeCloseTo(q2.sinceSigning, 6);
    expect(q2.sinceSigning + q2.behindRole).toBeCloseTo(51361.5461, 3);
  });
  test("a clause that moved alone has all of the drift, and the signs are those of the move", () => {
    const [alone] = reviewPeriods(agreement, [{ period: "Q1", clause: "A06", level: 5 }], agreement);
    expect(clause(alone!, "A06").drift).toBeCloseTo(alone!.drift, 9);
    expect([clause(q1, "A06").drift < 0, clause(q1, "A13").drift > 0, clause(q2, "A02").drift > 0, clause(q2, "A13").drift])
      .toEqual([true, true, true, 0]);
  });
  test("a level nobody measured stays as it was, and the next period starts from it", () =>
    expect([clause(q2, "A13").level, clause(q2, "A10").level]).toEqual([0.1, 0]));
  test("we broke our word in Q2, so recommending us is on hold, not failed", () => {
    expect([clause(q1, "A07").onHold, clause(q2, "A07").onHold]).toEqual([false, true]);
    expect(q2.deserve!).toBeLessThan(q1.deserve!);
    expect(nextActions(q2, 20).map(({ id }) => id)).not.toContain("A07");
  });
  test("a quiet period changes nothing: fit and value are those of the agreement", () => {
    const [quiet] = reviewPeriods(agreement, [{ period: "Q1", clause: "A06", level: null }]);
    const { fit, cases } = assess(agreement);
    expect(quiet).toMatchObject({ fit: fit.fit, value: cases!.actual.value.total, drift: 0, interaction: 0 });
    expect(withLevels(agreement, [{ period: "Q1", clause: "A99", level: 1 }])).toEqual(agreement);
  });
  test("our side comes first among the next actions, and the customer's by money (mission R84)", () => {
    const actions = nextActions(q2);
    expect(actions).toHaveLength(5);
    expect(actions[0]).toMatchObject({ side: "ours", id: "K2", what: "keep" });
    const worth = actions.filter(({ side }) => side === "theirs").map((action) => action.worth!);
    expect(worth).toEqual([...worth].sort((a, b) => b - a));
  });
  test("the renewal memo is drafted from the facts, ours first, and none without a review", () => {
    const memo = renewalMemo(agreement, [q1, q2]);
    const [kept, before] = [q2, q1].map(({ deserve }) => Math.round(deserve! * 100));
    expect(memo[0]!.text).toBe(`We kept ${kept}% of our commitments, after ${before}% in Q1.`);
    expect(memo.map(({ text }) => text)).toContain("Recommend us is on hold until we keep our word again.");
    expect(memo.find(({ text }) => text.startsWith("The relationship"))!.money).toBeCloseTo(q2.sinceSigning, 9);
    expect(renewalMemo(agreement, [])).toEqual([]);
  });
  test("a level is told with its unit: 12% discount, 97.5% of orders, 4.5 hours", () => {
    const told = (id: string) => levelInWords(agreement, clause(reviewPeriods(agreement, sampleReviews).at(-1)!, id).level!, clause(q1, id));
    expect(["A13", "K2", "K4", "A02"].map(told)).toEqual(["12% discount", "97.5% of orders", "4.5 hours", "52000 EUR bought/year"]);
  });
});

describe("the six quarters of the worked example", () => {
  const reviews = reviewPeriods(agreement, sampleReviews);
  const memo = renewalMemo(agreement, reviews);

  test("end at the levels of today: fit 55.4884 %, deserve 85.3089 %, net value 5,958.2343 (model section 4)", () => {
    const { fit, deserve, value, behindRole } = reviews.at(-1)!;
    expect([fit, deserve].map((share) => share!.toFixed(6))).toEqual(["0.554884", "0.853089"]);
    expect([value!, behindRole].map((money) => money.toFixed(4))).toEqual(["5958.2343", "51361.5461"]);
  });
  test("start to count at the first, and count through: the drifts of all add up to the change since", () => {
    expect(reviews[0]).toMatchObject({ drift: 0, sinceSigning: 0 });
    expect(reviews.reduce((sum, { drift }) => sum + drift, 0)).toBeCloseTo(reviews.at(-1)!.sinceSigning, 6);
  });
  test("tell the story: late deliveries put two asks on hold for two quarters", () => {
    const held = reviews.map(({ clauses }) => clauses.filter(({ onHold }) => onHold).map(({ id }) => id).join(" "));
    expect(held).toEqual(["", "", "A07 A09", "A07 A09", "", ""]);
  });
  test("give a memo without the surprises, which no customer is told of", () => {
    expect(memo.some(({ text }) => text.includes("surprises"))).toBe(false);
    expect(memo.map(({ text }) => text)).toContain("Not only for the price: from 12% discount to 5% discount.");
    expect(memo.find(({ text }) => text.includes("less than at signing"))!.money).toBeCloseTo(reviews.at(-1)!.sinceSigning, 9);
  });
});

test("the forty leads of the worked example come to all four verdicts, and an eighth of them is dropped", () => {
  const screen = screenLeads(agreement, sampleLeads);
  expect(screen.counts).toEqual({ "Find out": 5, Pursue: 12, Renegotiate: 18, Drop: 5 });
  expect([screen.rejected, screen.saved]).toEqual([0.125, 30000]);
});
