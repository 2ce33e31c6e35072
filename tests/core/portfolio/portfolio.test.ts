import fc from "fast-check";
import { bestOf } from "../../../src/core/portfolio/best";
import { cohortsOf } from "../../../src/core/portfolio/cohorts";
import { customersOf, filledIn, type Customer } from "../../../src/core/portfolio/customers";
import { decisionsOf, overridesOf, asProposal } from "../../../src/core/portfolio/overrides";
import { scorePortfolio } from "../../../src/core/portfolio/portfolio";
import { dayOf, sampleCustomers } from "../../../src/core/portfolio/sample-customers";
import { totalsOf, whaleOf } from "../../../src/core/portfolio/totals";
import { verdict } from "../../../src/core/portfolio/verdict";
import { rankByProfit } from "../../../src/core/portfolio/whale";
import { scorer } from "../../../src/core/role/score-customers";
import { fieldOf, type FieldValue } from "../../../src/core/fields";
import { sample } from "../../../src/core/templates";
import { netLtv } from "../../../src/core/value/net-value";
import { decimal } from "../decimals";
import { common, observed, observedMust, observedTarget, observedWorst, oneReferral, portfolio, swingStakes } from "../sample";

const { agreement } = sample;
const set = (id: string, value: FieldValue, from = agreement) => fieldOf(from, id)!.set(from, value);
const cents = (column: ArrayLike<number>) => Array.from(column, (value) => Number(value.toFixed(2)));
const nameOf = sampleCustomers.texts.name;

describe("the portfolio of 4-panel section 2", () => {
  const scores = scorePortfolio(agreement, sampleCustomers);
  const totals = totalsOf(scores, sampleCustomers);

  test.each([
    ["Amber Dairy", 22160, 104285.45, 115303.14, 11017.7, 0.9648, "0.965-0.965", 100, "Invest", 0],
    ["Birch Bakeries", 15860, 68007, 83724.55, 15717.55, 0.8985, "0.883-0.900", 98.3, "Invest", 0],
    ["Cedar Meats", 13560, 54736.49, 65814.34, 11077.84, 0.8195, "0.802-0.823", 97.9, "Invest", 0],
    ["Delta Produce", 10060, 38972.79, 69793.79, 30821, 0.6864, "0.686-0.686", 100, "Develop", 0],
    ["Elm Snacks", 7460, 27082.05, 53803.53, 26721.48, 0.5965, "0.579-0.608", 97.1, "Develop", 0],
    ["Fern Foods", 2929.3, 11958.23, 63319.78, 51361.55, 0.5549, "0.555-0.555", 100, "Develop", 0],
    ["Grove Drinks", 1960, 6876.9, 29711.58, 22834.68, 0.4602, "0.442-0.481", 96.2, "Develop", 0],
    ["Hazel Catering", 560, 1354.31, 10299.53, 8945.22, 0.5048, "0.223-0.781", 44.2, "Find out", 645.69],
    ["Iris Wholesale", -1140, -3241.75, 17532.75, 20774.5, 0.3294, "0.329-0.329", 100, "Renegotiate", 1500],
    ["Juniper Deli", 1260, 4189.25, 14352.19, 10162.93, 0, "0.000-0.000", 100, "Renegotiate", 0],
    ["Kestrel Retail", -4840, -13999.59, -4201.61, 9797.98, 0.2169, "0.217-0.217", 100, "Let go", 2500],
    ["Larch Discount", -9140, -30870.56, -5471.56, 25399, 0.2074, "0.207-0.207", 100, "Let go", 3500],
  ] as const)("%s: profit %d, net %d, potential %d, upside %d, fit %d (%s), coverage %d %%, %s, bonus on loss %d", (name, ...expected) => {
    const i = nameOf.indexOf(name);
    const [profit, net, potential, upside, fit, band, coverage, judged, onLoss] = expected;
    expect([scores.profit, scores.net, scores.potential, scores.upside, scores.bonusOnLoss].map((column) => Number(column[i]!.toFixed(2))))
      .toEqual([profit, net, potential, upside, onLoss]);
    expect(Number(scores.fit[i]!.toFixed(4))).toBe(fit);
    expect(`${scores.low[i]!.toFixed(3)}-${scores.high[i]!.toFixed(3)}`).toBe(band);
    expect(Number((100 * scores.coverage[i]!).toFixed(1))).toBe(coverage);
    expect(scores.verdict[i]).toBe(judged);
  });

  test("adds up: equity 269,350.57, 314,220.72 without Let go, potential 513,982.00, upside 244,631.43, negative -48,111.90", () => {
    expect(cents([totals.profit, totals.equity, totals.equityWithoutLetGo, totals.potential, totals.upside, totals.negative]))
      .toEqual([60689.3, 269350.57, 314220.72, 513982, 244631.43, -48111.9]);
    expect(totals.counts).toEqual({ "Find out": 1, Invest: 3, Develop: 4, Renegotiate: 2, "Let go": 2 });
  });

  test("pays 8,145.69 of 24,100 in bonuses on value that is not there (33.8 %)", () => {
    expect(cents([totals.bonusOnLoss, totals.bonus])).toEqual([8145.69, 24100]);
    expect((totals.bonusOnLoss / totals.bonus).toFixed(3)).toBe("0.338");
  });

  test("has a whale curve that peaks at 75,809.30 = 124.9 % with 9 of 12; three customers give back 15,120", () => {
    const { peak, givenBack, order, cumulative, total } = whaleOf(scores);
    expect(peak).toEqual({ customers: 9, profit: expect.closeTo(75809.301, 6), share: expect.closeTo(1.249138, 6) });
    expect(cents([givenBack, total])).toEqual([15120, 60689.3]);
    expect(Array.from(order.slice(7, 9), (row) => nameOf[row])).toEqual(["Juniper Deli", "Hazel Catering"]);
    expect(Array.from(cumulative)).toEqual(rankByProfit(Array.from(scores.profit)).map((each) => each.cumulative));
  });

  test("has one loyal loss-maker (Larch Discount) and one broken must (Juniper Deli, whose raw fit would be 0.3539)", () => {
    expect(nameOf.filter((_, i) => scores.loyalLossMaker[i] === 1)).toEqual(["Larch Discount"]);
    expect(nameOf.filter((_, i) => scores.mustsKept[i] === 0)).toEqual(["Juniper Deli"]);
    const free = scorePortfolio(set("asks.A06.must", null), sampleCustomers);
    expect(free.fit[nameOf.indexOf("Juniper Deli")]!.toFixed(4)).toBe("0.3539");
  });

  test("has fitting customers who stay at 90.3 %, 10.3 years, against 80.6 %, 5.1 years (mission R05: life = 1 / (1 - r))", () => {
    const { fitting, unfitting } = cohortsOf(scores, sampleCustomers, 0.75);
    // By hand: (93 + 90 + 88) / 3 and (86 + 85 + 82 + 80 + 78 + 75 + 76 + 78 + 85) / 9.
    expect(fitting).toEqual({ customers: 3, retention: expect.closeTo(271 / 300, 12), life: expect.closeTo(300 / 29, 9) });
    expect(unfitting).toEqual({ customers: 9, retention: expect.closeTo(725 / 900, 12), life: expect.closeTo(900 / 175, 9) });
  });

  test("has four with whom all was agreed first: they stay at 87.8 % against 80.6 % (mission R09)", () => {
    const { agreedBefore, others } = cohortsOf(scores, sampleCustomers, 0.75);
    // By hand: Amber 93, Birch 90, Delta 86, Fern 82; the other eight add up to 645.
    expect(agreedBefore).toMatchObject({ customers: 4, retention: expect.closeTo(0.8775, 12) });
    expect(others).toMatchObject({ customers: 8, retention: expect.closeTo(6.45 / 8, 12) });
  });
});

describe("the best customers", () => {
  const scores = scorePortfolio(agreement, sampleCustomers);
  const { net, fit } = scores;
  const lines = (bestFit: number | null, bestValue: number | null) =>
    bestOf(scores, set("in_best_value", bestValue, set("in_best_fit", bestFit)));
  const byHand = (bestFit: number, bestValue: number) =>
    nameOf.filter((_, i) => fit[i]! >= bestFit && net[i]! >= bestValue).length;

  test("are those on or above both lines: Amber, Birch and Cedar from 80 % and 50,000 (portfolio of 4-panel section 2)", () => {
    expect(lines(0.8, 50_000)).toMatchObject({ customers: 3, share: 0.25 });
    expect(byHand(0.8, 50_000)).toBe(3);
    expect(lines(0.8, 60_000)!.customers).toBe(2);
  });

  test("a line that is not drawn asks for nothing, and without both nobody is called best", () => {
    expect(lines(0.9, null)!.customers).toBe(1);
    expect(lines(null, 0)!.customers).toBe(byHand(-1, 0));
    expect(lines(null, null)).toBeNull();
  });

  test("are held against the largest share that a commitment for the best is budgeted for (mission R47)", () => {
    const shares = agreement.commitments.filter(({ on, tier }) => on && tier === "best").map(({ eligible }) => eligible);
    expect(lines(0.8, 50_000)!.entitled).toBe(Math.max(0, ...shares));
  });
});

describe("a cohort", () => {
  const cohorts = (rows: readonly Omit<Customer, "levels">[]) => {
    const customers = customersOf(rows.map((each) => ({ ...each, levels: {} })));
    return cohortsOf(scorePortfolio(agreement, customers), customers, 0.75);
  };

  test("of nobody says nothing, and one that never leaves has no end", () => {
    expect(cohorts([{ id: "C1", retention: 1 }])).toEqual({
      fitting: { customers: 0, retention: null, life: null }, unfitting: { customers: 0, retention: null, life: null },
      agreedBefore: { customers: 0, retention: null, life: null }, others: { customers: 1, retention: 1, life: null },
    });
  });

  test("leaves out whose retention is unknown or no share; an agreement without a first order is not before it", () => {
    const found = cohorts([{ id: "C1" }, { id: "C2", retention: 1.2 }, { id: "C3", retention: 0.5, agreedOn: 45000 }]);
    expect([found.agreedBefore.customers, found.others]).toEqual([0, { customers: 1, retention: 0.5, life: 2 }]);
  });
});

describe("one pass gives what the functions give", () => {
  test("SCORETABLE, NETLTV and CUSTOMERVERDICT on the sample table of their own tests", () => {
    const scales = observedTarget.map((target, i) => ({
      target, worst: observedWorst[i]!, weight: swingStakes[i]!, must: observedMust[i] === "" ? null : Number(observedMust[i]),
    }));
    const fits = observed.map((row) => row.map((level) => (level === "?" ? null : level))).map(scorer(scales));
    const { rate, periods, deserveCost, costGrowth } = common;
    const valueOf = (margin: number, retention: number, growth: number, referrals: number) =>
      netLtv({ rate, periods, deserveCost, costGrowth, margin, retention, growth, referralValue: referrals * oneReferral }).total;
    const scores = scorePortfolio(agreement, sampleCustomers);
    portfolio.forEach(([, ...row], i) => {
      const [now, then] = [valueOf(row[0]!, row[1]!, row[2]!, row[3]!), valueOf(row[4]!, row[5]!, row[6]!, row[7]!)];
      expect([scores.net[i], scores.potential[i]]).toEqual([expect.closeTo(now, 6), expect.closeTo(then, 6)]);
      expect([scores.fit[i], scores.coverage[i], scores.low[i], scores.high[i]])
        .toEqual([fits[i]!.fit, fits[i]!.coverage, fits[i]!.low, fits[i]!.high].map((value) => expect.closeTo(value!, 9)));
      expect(scores.verdict[i])
        .toBe(verdict({ netValue: now, potentialValue: then, fit: fits[i]!.fit, coverage: fits[i]!.coverage, mustOk: fits[i]!.mustsKept }));
    });
  });

  const anyLevel = fc.option(decimal(0, 100), { nil: null });
  const anyCustomer = fc.record({
    contribution: decimal(-20000, 40000), retention: decimal(0, 1), growth: decimal(-0.2, 0.2), referrals: decimal(0, 3),
    levels: fc.record({ A02: fc.option(decimal(0, 90000), { nil: null }), A06: anyLevel, A13: fc.option(decimal(0, 0.4), { nil: null }) }),
  }).map((each): Customer => ({ id: "any", ...each }));

  test("fits stay inside their band, bonuses on loss inside the bonus, ranks are a permutation, and verdicts add up", () => {
    fc.assert(fc.property(fc.array(anyCustomer, { minLength: 1, maxLength: 30 }), (rows) => {
      const customers = customersOf(rows.map((row, i) => ({ ...row, id: `C${i}`, bonus: 100 })));
      const scores = scorePortfolio(agreement, customers);
      const totals = totalsOf(scores, customers);
      for (let i = 0; i < scores.count; i++) {
        if (Number.isNaN(scores.fit[i]!)) expect(scores.coverage[i]).toBe(0);
        else expect(scores.low[i]! <= scores.fit[i]! + 1e-12 && scores.fit[i]! <= scores.high[i]! + 1e-12).toBe(true);
        expect(scores.bonusOnLoss[i]).toBeGreaterThanOrEqual(0);
        expect(scores.bonusOnLoss[i]).toBeLessThanOrEqual(100);
      }
      expect(Array.from(scores.rank).sort((a, b) => a - b)).toEqual(rows.map((_, i) => i + 1));
      expect(Object.values(totals.counts).reduce((sum, count) => sum + count, 0)).toBe(rows.length);
      expect(whaleOf(scores).total).toBeCloseTo(totals.profit, 6);
    }), { numRuns: 60 });
  });

  test("a larger contribution never lowers the value", () => {
    fc.assert(fc.property(anyCustomer, decimal(1, 5000), (row, more) => {
      const both = customersOf([row, { ...row, contribution: row.contribution! + more }]);
      const { net } = scorePortfolio(agreement, both);
      expect(net[1]!).toBeGreaterThan(net[0]!);
    }), { numRuns: 100 });
  });
});

describe("what does not count", () => {
  const one = (levels: Customer["levels"], more: Partial<Customer> = {}) =>
    customersOf([{ id: "C1", contribution: 9000, retention: 0.9, levels, ...more }]);

  test("a single sale is scored on purchase and payment alone (mission R33)", () => {
    const scores = scorePortfolio(agreement, one({ A02: 60000, A06: 5 }, { mode: "T" }));
    expect([scores.fit[0], scores.coverage[0]]).toEqual([1, 1]);
    expect(scorePortfolio(agreement, one({ A02: 60000, A06: 5 })).coverage[0]).toBeLessThan(0.6);
  });

  test("an ask is on hold, and coverage unchanged, while we keep its commitment less than needed (mission R34)", () => {
    const levels = { A02: 60000, A07: 0 };
    const held = scorePortfolio(set("commitments.K2.kept", 95.5), one(levels));
    expect(held.fit[0]).toBe(1);
    expect(scorePortfolio(agreement, one(levels)).fit[0]).toBeLessThan(1);
  });

  test("n/a leaves every sum, unknown lowers coverage only", () => {
    const all = scorePortfolio(agreement, one({ A02: 60000, A13: 0.05, A18: 0.9, A14: "n/a" }));
    const less = scorePortfolio(agreement, one({ A02: 60000, A13: 0.05, A18: 0.9, A14: null }));
    expect([all.fit[0], less.fit[0]]).toEqual([1, 1]);
    expect(all.coverage[0]!).toBeGreaterThan(less.coverage[0]!);
  });

  test("a customer without a value is to be found out about, and adds nothing", () => {
    const odd = customersOf([
      { id: "a", contribution: null, retention: 0.9, levels: {} }, { id: "b", contribution: 5000, retention: 1.4, levels: {} },
      { id: "c", contribution: 5000, retention: 0.9, levels: {} },
    ]);
    const scores = scorePortfolio(agreement, odd);
    expect(Array.from(scores.net, Number.isNaN)).toEqual([true, true, false]);
    expect(scores.verdict.slice(0, 2)).toEqual(["Find out", "Find out"]);
    expect(totalsOf(scores, odd)).toMatchObject({ withoutValue: 2, equity: scores.net[2] });
    const endless = scorePortfolio(set("in_periods", null, set("in_rate", 0)), one({}, { retention: 1 }));
    expect(Array.from(endless.net)).toEqual([NaN]);
  });

  test("what is empty stands for something: today's value for the potential, the agreement's cost to deserve, no growth, no bonus", () => {
    const { numbers, texts } = filledIn(one({}), agreement);
    expect([numbers.potContribution[0], numbers.potRetention[0], numbers.deserveCost[0], numbers.growth[0], numbers.bonus[0]])
      .toEqual([9000, 0.9, 2340, 0, 0]);
    expect([texts.mode[0], texts.name[0]]).toEqual(["R", "C1"]);
  });
});

describe("overrides", () => {
  const scores = scorePortfolio(agreement, sampleCustomers);

  test("cost what the customer loses: Kestrel Retail 4,840 a year (mission R40)", () => {
    expect(overridesOf(sampleCustomers, scores, dayOf(2026, 1, 31))).toEqual([expect.objectContaining({
      name: "Kestrel Retail", verdict: "Let go", decided: "Renegotiate", price: 4840, expired: false, problems: [],
    })]);
  });

  test("hold until their day, then the verdict holds again", () => {
    const row = nameOf.indexOf("Kestrel Retail");
    expect(decisionsOf(sampleCustomers, scores, dayOf(2026, 6, 30))[row]).toBe("Renegotiate");
    expect(decisionsOf(sampleCustomers, scores, dayOf(2026, 7, 1))[row]).toBe("Let go");
  });

  test("without reason, owner or end they do not hold, and say what is missing", () => {
    const bare = customersOf([{ id: "x", contribution: -5000, retention: 0.9, levels: {}, override: "Keep" }]);
    const given = scorePortfolio(agreement, bare);
    expect(overridesOf(bare, given, 0)[0]!.problems).toEqual([
      "Choose one of: Find out, Invest, Develop, Renegotiate, Let go.", "Give the reason.", "Name who answers for it.", "Say until when.",
    ]);
    expect(decisionsOf(bare, given, 0)).toEqual(given.verdict);
  });

  test("a natural person is shown a proposal, never a decision (4-panel section 2)", () =>
    expect(asProposal("Let go")).toBe("Proposal: Let go"));
});
