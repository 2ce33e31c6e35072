import fc from "fast-check";
import { breakEvenRetention } from "../../../src/core/value/break-even";
import { annualContribution, referralValuePerYear } from "../../../src/core/value/contribution";
import { ltv } from "../../../src/core/value/ltv";
import { netLtv } from "../../../src/core/value/net-value";
import { payback } from "../../../src/core/value/payback";
import { decimal } from "../decimals";
import { asIs, asked, common, economics, groups, oneReferral, stake, swingStakes, valueOf } from "../sample";

const rounded = (lines: object) => Object.fromEntries(Object.entries(lines).map(([line, value]) => [line, Math.round(value as number)]));

describe("the worked example of the model, section 1.4", () => {
  test("annual contribution as asked, line by line: 16,295.73", () => {
    const lines = annualContribution(asked, economics);
    expect(rounded(lines)).toEqual({
      contributionAfterDiscount: 19200, accessories: 1600, upgrades: 750, insight: 600, costToServe: -4800,
      latePayment: -70, recovery: -870, excessContacts: 0, abuse: -114, total: 16296,
    });
    expect(lines.total).toBeCloseTo(16295.726, 3);
  });

  test("annual contribution of Fern Foods, line by line: 5,269.30", () => {
    const lines = annualContribution(asIs, economics);
    expect(rounded(lines)).toEqual({
      contributionAfterDiscount: 13000, accessories: 640, upgrades: 250, insight: 0, costToServe: -4800,
      latePayment: -203, recovery: -1950, excessContacts: -1210, abuse: -458, total: 5269,
    });
    expect(lines.total).toBeCloseTo(5269.301, 3);
  });

  test("fewer contacts than the standard earn nothing, early payment gains interest", () => {
    const lines = annualContribution({ ...asked, contacts: 10, daysLate: -5 }, economics);
    expect(rounded(lines)).toMatchObject({ excessContacts: 0, latePayment: 70 });
  });

  test("one referral is worth 1,800 a year", () => expect(oneReferral).toBeCloseTo(1800, 9));

  test("net LTV and its parts: 57,319.7804 as asked, 5,958.2343 as is", () => {
    expect(rounded(valueOf(asked))).toEqual({ total: 57320, contribution: 65761, referrals: 6791, commitments: -9232, acquisition: -6000 });
    expect(rounded(valueOf(asIs))).toEqual({ total: 5958, contribution: 16728, referrals: 2803, commitments: -7573, acquisition: -6000 });
    expect(valueOf(asked).total).toBeCloseTo(57319.7804, 4);
    expect(valueOf(asIs).total).toBeCloseTo(5958.2343, 4);
  });

  test("give / get is 12.7 %", () => {
    const { contribution, referrals, commitments } = valueOf(asked);
    expect(-commitments / (contribution + referrals)).toBeCloseTo(0.127, 3);
  });

  test("the same model unlimited; mid-period at risk; 15 years from the beginning, at risk; one year (section 4)", () => {
    const changes = [{ periods: undefined }, { type: 0.5, atRisk: true }, { periods: 15, type: 1, atRisk: true }, { periods: 1 }];
    expect(changes.map((change) => Number(valueOf(asked, change).total.toFixed(4)))).toEqual([84337.8053, 53769.3113, 76678.7133, 8323.3873]);
  });

  test("without commitments at 84 %: 56,351.9576; break-even retention with them 0.894027 (section 1.5)", () => {
    const without = valueOf(asked, { retention: 0.84, deserveCost: 0 }).total;
    expect(without).toBeCloseTo(56351.9576, 4);
    const { total: margin } = annualContribution(asked, economics);
    const { retention: _, ...given } = { ...common, ...asked, margin, referralValue: oneReferral };
    expect(breakEvenRetention({ ...given, targetValue: without })).toBeCloseTo(0.894027, 6);
  });
});

describe("stakes of the model, section 1.6", () => {
  test("gap stakes ask by ask, their sum and the interaction", () => {
    const gaps = groups.map((group) => stake(group, asIs));
    expect(gaps.map(Math.round)).toEqual([10232, 16894, 11520, 4883, 2894, 3396, 4358, 3874, 1840, 737, 2018, 2421]);
    const sum = gaps.reduce((total, gap) => total + gap, 0);
    const gap = valueOf(asked).total - valueOf(asIs).total;
    expect([sum, gap, gap - sum].map((value) => Number(value.toFixed(4)))).toEqual([65067.2883, 51361.5461, -13705.7422]);
  });

  test("swing stakes ask by ask and their total 141,613.8396", () => {
    expect(swingStakes.map(Math.round)).toEqual([46043, 24135, 24016, 7990, 6938, 6791, 6537, 6457, 4140, 3119, 3027, 2421]);
    expect(swingStakes.reduce((total, swing) => total + swing, 0)).toBeCloseTo(141613.8396, 4);
    expect([swingStakes[1], swingStakes[9]].map((swing) => Number(swing!.toFixed(4)))).toEqual([24134.5798, 3119.4784]);
  });

  test("expected role value 37,518.1187 of the stakes, 57.66 % (p of 3-workbook)", () => {
    const p = [0.7, 0.5, 0.6, 0.6, 0.5, 0.5, 0.7, 0.4, 0.8, 0.8, 0.4, 0.6];
    const gaps = groups.map((group) => stake(group, asIs));
    const expected = gaps.reduce((total, gap, i) => total + gap * p[i]!, 0);
    expect(expected).toBeCloseTo(37518.1187, 4);
    expect(expected / gaps.reduce((total, gap) => total + gap, 0)).toBeCloseTo(0.5766, 4);
  });
});

test("worked numbers of the mission: retention gap 222,222.22 - 133,333.33 (A18), one point of retention lifts 3.5 % (A11)", () => {
  const at = (retention: number, margin = 40000) => ltv({ rate: 0.1, retention, margin });
  expect(at(0.92) - at(0.8)).toBeCloseTo(88888.89, 2);
  expect(at(0.85 * 1.01) / at(0.85) - 1).toBeCloseTo(0.035, 3);
});

describe("properties", () => {
  const amount = decimal(0, 1e5);
  const flows = fc.record({
    rate: decimal(0.01, 0.5), retention: decimal(0, 1), margin: amount, deserveCost: amount,
    referralValue: amount, acquisitionCost: amount, periods: fc.integer({ min: 1, max: 60 }), growth: decimal(-0.3, 0.3),
    costGrowth: decimal(-0.3, 0.3),
  });

  test("the parts sum to the total, each a lifetime value of its own", () => {
    fc.assert(fc.property(flows, (given) => {
      const { total, contribution, referrals, commitments, acquisition } = netLtv(given);
      expect(total).toBeCloseTo(contribution + referrals + commitments + acquisition, 6);
      expect(-commitments).toBeCloseTo(ltv({ ...given, margin: given.deserveCost, growth: given.costGrowth, acquisitionCost: 0 }), 6);
    }));
  });

  test("the break-even retention reproduces its target", () => {
    fc.assert(fc.property(flows, (given) => {
      const { retention, ...rest } = { ...given, deserveCost: 0, margin: given.margin + 1 };
      const targetValue = netLtv({ ...rest, retention }).total;
      const root = breakEvenRetention({ ...rest, targetValue });
      expect(netLtv({ ...rest, retention: root }).total).toBeCloseTo(targetValue, 3);
      expect(root).toBeLessThanOrEqual(retention + 1e-6);
    }));
  });

  test("after the payback time the margins have earned the cost", () => {
    const [rates, retentions] = [decimal(0, 0.3), decimal(0.5, 0.99)];
    fc.assert(fc.property(rates, retentions, fc.integer({ min: 1, max: 20 }), (rate, retention, periods) => {
      const acquisitionCost = ltv({ rate, retention, margin: 100, periods });
      expect(payback({ rate, retention, margin: 100, acquisitionCost })).toBeCloseTo(periods, 6);
    }));
  });

  test("referrals that would have come anyway are worth the cost they save", () => {
    fc.assert(fc.property(amount, amount, decimal(0, 1), (newValue, savedCost, conversion) =>
      expect(referralValuePerYear({ referrals: 3, conversion, newValue, savedCost, incremental: 0, cost: 10 }))
        .toBeCloseTo(3 * (conversion * savedCost - 10), 6)));
  });
});
