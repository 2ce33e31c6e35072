import { common, observed, observedMust, observedTarget, observedWorst, oneReferral, portfolio, swingStakes } from "../core/sample";
import { column, openExcel, row } from "./excel";

let excel: Awaited<ReturnType<typeof openExcel>>;
beforeAll(async () => { excel = await openExcel(); });
const call = (id: string, ...given: unknown[]) => excel.call(id, ...given);
const rounded = (value: unknown) => Number((value as number).toFixed(2));
const sum = (values: number[]) => values.reduce((total, value) => total + value, 0);

/** The portfolio of 4-panel section 2, through the functions as a sheet would call them. */
function customers() {
  const { rate, periods, deserveCost, costGrowth } = common;
  const forward = (contribution: number, retention: number, growth: number, referrals: number) =>
    call("NETLTV", rate, retention, contribution, deserveCost, referrals * oneReferral, periods, growth, costGrowth) as number;
  const scores = call("SCORETABLE", observed, row(...observedTarget), row(...observedWorst), row(...swingStakes), row(...observedMust)) as unknown[][];
  return portfolio.map(([name, contribution, retention, growth, referrals, then, thenRetention, thenGrowth, thenReferrals, bonus], i) => ({
    name, bonus: bonus!, profit: contribution! - deserveCost,
    net: forward(contribution!, retention!, growth!, referrals!),
    potential: forward(then!, thenRetention!, thenGrowth!, thenReferrals!),
    fit: scores[i]![0], coverage: scores[i]![1], kept: scores[i]![4],
  }));
}

describe("the portfolio of 4-panel section 2", () => {
  test("net now and potential of the twelve customers", () => {
    expect(customers().map(({ net, potential }) => [rounded(net), rounded(potential)])).toEqual([
      [104285.45, 115303.14], [68007, 83724.55], [54736.49, 65814.34], [38972.79, 69793.79], [27082.05, 53803.53], [11958.23, 63319.78],
      [6876.9, 29711.58], [1354.31, 10299.53], [-3241.75, 17532.75], [4189.25, 14352.19], [-13999.59, -4201.61], [-30870.56, -5471.56],
    ]);
  });

  test("portfolio equity now, potential and without Let go (section 4)", () => {
    const all = customers();
    expect(rounded(sum(all.map(({ net }) => net)))).toBe(269350.57);
    expect(rounded(sum(all.map(({ potential }) => potential)))).toBe(513982);
    expect(rounded(sum(all.slice(0, 10).map(({ net }) => net)))).toBe(314220.72);
  });

  test("CUSTOMERVERDICT on the whole columns, empty fits included", () => {
    const all = customers();
    const spilled = call("CUSTOMERVERDICT", column(...all.map(({ net }) => net)), column(...all.map(({ potential }) => potential)),
      column(...all.map(({ fit }) => fit)), column(...all.map(({ coverage }) => coverage)), column(...all.map(({ kept }) => kept)));
    expect((spilled as string[][]).flat()).toEqual([
      "Invest", "Invest", "Invest", "Develop", "Develop", "Develop", "Develop", "Find out", "Renegotiate", "Renegotiate", "Let go", "Let go",
    ]);
  });

  test("WHALECURVE: peak 75,809.30 = 124.9138 % at rank 9 of 12, end 100 %; Juniper Deli before Hazel Catering", () => {
    const all = customers();
    const [headings, ...curve] = call("WHALECURVE", column(...all.map(({ profit }) => profit)), column(...all.map(({ name }) => name))) as unknown[][];
    expect(headings).toEqual(["Rank", "Customer", "Profit", "Cumulative", "Share of customers", "Share of profit"]);
    expect(curve[8]!.map((cell) => (typeof cell === "number" ? Number(cell.toFixed(6)) : cell)))
      .toEqual([9, "Hazel Catering", 560, 75809.301, 0.75, 1.249138]);
    expect(curve[7]![1]).toBe("Juniper Deli");
    expect(curve[11]!.slice(4)).toEqual([1, expect.closeTo(1, 12)]);
    expect(Math.max(...curve.map((cells) => cells[3] as number))).toBe(curve[8]![3]);
  });

  test("BONUSONLOSS: 8,145.69 of 24,100 are paid on value that is not there (section 4)", () => {
    const all = customers();
    expect(rounded(sum(all.map(({ net, bonus }) => call("BONUSONLOSS", net, bonus) as number)))).toBe(8145.69);
    expect(sum(all.map(({ bonus }) => bonus))).toBe(24100);
  });
});

describe("CUSTOMERVERDICT", () => {
  const verdict = (...given: unknown[]) => (call("CUSTOMERVERDICT", ...given) as string[][])[0]![0];
  test("a value on the line passes", () => {
    expect(verdict(0, -1, 0.75, 0.6)).toBe("Invest");
    expect(verdict(0, -1, 0.75 - 1e-12, 0.6)).toBe("Develop");
    expect(verdict(-1, 0, 1, 1)).toBe("Renegotiate");
    expect(verdict(1, 1, 1, 0.6 - 1e-12)).toBe("Find out");
  });
  test("missing fit and coverage are 0, missing potential is net value, missing must_ok is TRUE", () => {
    expect(verdict(1, 1, "", 1)).toBe("Develop");
    expect(verdict(1, 1, 1, "?")).toBe("Find out");
    expect(verdict(1, 1, 1, null)).toBe("Find out");
    expect(verdict(-1, "", 1, 1)).toBe("Let go");
    expect(verdict(1, 1, 1, 1, "")).toBe("Invest");
  });
  test("thresholds are arguments; one cell serves every customer", () => {
    expect(verdict(1, 1, 0.5, 0.5, true, 0.5, 0.5)).toBe("Invest");
    expect(call("CUSTOMERVERDICT", column(1, -1), row(2), row(0.8), row(1), row(true, 0))).toEqual([["Invest"], ["Renegotiate"]]);
  });
  test.each([
    ["a missing net value", [column(1, ""), 1, 1, 1], "#VALUE!", "net value, item 2: a number is missing."],
    ["unequal lengths", [column(1, 2), column(1, 2, 3), 1, 1], "#VALUE!", "potential value has length 3, but net value has length 2."],
    ["coverage above 1", [1, 1, 1, 1.1], "#NUM!", "coverage must be from 0 to 1, not 1.1."],
    ["a threshold above 1", [1, 1, 1, 1, true, 75], "#NUM!", "fit threshold must be from 0 to 1, not 75."],
  ])("%s: %s", (_, given, code, message) => expect(excel.complaint("CUSTOMERVERDICT", ...given)).toEqual({ code, message }));
});

describe("GOODBUSINESS", () => {
  test("Drop, Pursue 3,700 and 1,400, Renegotiate, Find out (section 2)", () => {
    expect(call("GOODBUSINESS", 0.1, 0.7, -600, 2340, 900, 0.33, 0.85)).toEqual([["Drop"]]);
    const [[word, net, most]] = call("GOODBUSINESS", 0.1, 0.85, 1200, 150, 500, 0.8, 0.9, null, true) as [[string, number, number]];
    expect([word, rounded(net), rounded(most)]).toEqual(["Pursue", 3700, 1400]);
    expect(call("GOODBUSINESS", 0.1, 0.85, 1200, 150, 500, 0.6, 0.9)).toEqual([["Renegotiate"]]);
    expect(call("GOODBUSINESS", 0.1, 0.85, 1200, 150, 500, 0.8, 0.5)).toEqual([["Find out"]]);
  });
  test("a margin worth having before our costs is renegotiated, tested before acquisition", () => {
    expect(call("GOODBUSINESS", 0.1, 0.85, 100, 500, 9000)).toEqual([["Renegotiate"]]);
    expect(call("GOODBUSINESS", 0.1, 0.85, -100, 0, -9000)).toEqual([["Pursue"]]);
  });
  test("the most to spend is 0 for a loss, LTV / 3 otherwise: 1,600 for 4,800", () => {
    const most = (margin: number) => (call("GOODBUSINESS", 0.1, 0.85, margin, 0, 0, 1, 1, null, true) as number[][])[0]![2];
    expect([most(1200), most(-1200)]).toEqual([1600, 0]);
  });
  test("a lead list: an empty fit or coverage is 0, left out it is 1", () => {
    expect(call("GOODBUSINESS", 0.1, column(0.85, 0.85, 0.7), column(1200, 1200, -600), 0, 0, column(0.9, "", 0.9), column(1, 1, "?")))
      .toEqual([["Pursue"], ["Renegotiate"], ["Find out"]]);
    expect(call("GOODBUSINESS", 0.1, 0.85, 1200, 0, 0, "", null)).toEqual([["Renegotiate"]]);
    expect(call("GOODBUSINESS", 0.1, 0.85, 1200)).toEqual([["Pursue"]]);
  });
  test.each([
    ["ratio 0", [0.1, 0.85, 1200, 0, 0, 1, 1, null, true, null, null, 0], "#NUM!", "ratio must be above 0, not 0."],
    ["coverage above 1", [0.1, 0.85, 1200, 0, 0, 1, 2], "#NUM!", "coverage must be from 0 to 1, not 2."],
    ["a missing margin", [0.1, column(0.8, 0.9), column(1200, "")], "#VALUE!", "margin, item 2: a number is missing."],
    ["unequal lengths", [0.1, column(0.8, 0.9), column(1, 2, 3)], "#VALUE!", "margin has length 3, but retention has length 2."],
  ])("%s: %s", (_, given, code, message) => expect(excel.complaint("GOODBUSINESS", ...given)).toEqual({ code, message }));
});

test("BONUSONLOSS: 1,000, 600, 0 (section 4); a negative bonus is #NUM!", () => {
  expect([[-3000, 1000], [400, 1000], [5000, 1000]].map((given) => call("BONUSONLOSS", ...given))).toEqual([1000, 600, 0]);
  expect(call("BONUSONLOSS", 400, -1)).toBe("#NUM!");
});

test("MILESTONEVALUE: 5,565.890308 (section 4); a gap is #VALUE!, years need not be whole", () => {
  expect(call("MILESTONEVALUE", 0.1, row(0.6, 0.45, 0.35), row(3200, 9000, 1800), column(1, 2, 3))).toBeCloseTo(5565.890308, 6);
  expect(call("MILESTONEVALUE", 0.21, row(1), row(110), row(0.5))).toBeCloseTo(100, 12);
  expect(excel.complaint("MILESTONEVALUE", 0.1, row(1, ""), row(1, 2), row(1, 2)).message)
    .toBe("probabilities, item 2: a number is missing.");
  expect([[0.1, row(1.1), row(1), row(1)], [0.1, row(1), row(1), row(-1)], [-1, row(1), row(1), row(1)]].map((given) => call("MILESTONEVALUE", ...given)))
    .toEqual(["#NUM!", "#NUM!", "#NUM!"]);
});

describe("WHALECURVE", () => {
  test("ties keep their order, unknown profits are left out with their names, positions stand for names", () => {
    expect((call("WHALECURVE", column(5, "", 5, 9), null, false) as unknown[][]).map((cells) => cells.slice(0, 4)))
      .toEqual([[1, 4, 9, 9], [2, 1, 5, 14], [3, 3, 5, 19]]);
    expect((call("WHALECURVE", column(5, "", 9), column("a", "", "c"), false) as unknown[][]).map(([, name]) => name)).toEqual(["c", "a"]);
  });
  test("without profit in total there is no share of it", () =>
    expect(call("WHALECURVE", row(5, -5), null, false)).toEqual([[1, 1, 5, 5, 0.5, ""], [2, 2, -5, 0, 1, ""]]));
  test.each([
    ["nothing known", [row("", "?")], "#N/A", "None of the profits is known."],
    ["a missing name", [row(1, 2), row("a", "")], "#VALUE!", "names, item 2: a name is missing."],
    ["unequal lengths", [row(1, 2), row("a", "b", "c")], "#VALUE!", "names has length 3, but profits has length 2."],
  ])("%s: %s", (_, given, code, message) => expect(excel.complaint("WHALECURVE", ...given)).toEqual({ code, message }));
});
