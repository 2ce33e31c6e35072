import { column, openExcel, row, type Shown } from "./excel";

let excel: Awaited<ReturnType<typeof openExcel>>;
beforeAll(async () => { excel = await openExcel(); });
const call = (id: string, ...given: unknown[]) => excel.call(id, ...given);

/** Six decimals, as the golden numbers are printed. */
const shows = (cell: Shown, expected: number) => expect(cell).toBeCloseTo(expected, 6);

describe("CUSTOMERLTV, golden numbers (model, section 4)", () => {
  test.each([
    ["m / (1+d-r): Ofek; Davis (per Fader & Hardie)", [0.1, 0.85, 1200], 4800],
    ["m (1+d) / (1+d-r): Blattberg et al.; Steenburgh & Avery", [0.1, 0.85, 1200, , , , 1], 5280],
    ["middle of the period: finance practice", [0.1, 0.85, 1200, , , , 0.5], 5034.282471],
    ["m r / (1+d-r): Capon; Kotler & Keller; Lehmann & Winer", [0.1, 0.85, 1200, , , , 0, true], 4080],
    ["renewal at the start, first at risk", [0.1, 0.85, 1200, , , , 1, true], 4488],
    ["5 years", [0.1, 0.85, 1200, 5], 3477.57077],
    ["5 years from the beginning", [0.1, 0.85, 1200, 5, , , 1], 3825.327846],
    ["growth: m/(1+d-r(1+g))", [0.1, 0.85, 1200, , 0.03], 5345.211581],
    ["growth at risk: the Gupta & Lehmann form", [0.1, 0.85, 1200, , 0.03, , , true], 4543.429844],
    ["5 years, growth, acquisition", [0.1, 0.85, 1200, 5, 0.03, 500], 3138.020131],
    ["r = 1 equals -PV(.1,5,1200)", [0.1, 1, 1200, 5], 4548.944123],
    ["q = 1", [0.1, 1, 1200, 5, 0.1], 5454.545455],
    ["q near 1", [0.1, 1, 1200, 5, 0.100000001], 5454.545464463],
    ["1,000 periods", [0.1, 0.999, 1200, 1000], 11881.188119],
    ["q above 1 is legal for a finite horizon", [0.1, 0.85, 1200, 5, 0.3], 5504.358139],
    ["r = 0: one margin only", [0.1, 0, 1200], 1090.909091],
    ["loss-maker, r .85", [0.1, 0.85, -9140, 7], -30545.633755],
    ["loss-maker, r .60: leaving sooner is better", [0.1, 0.6, -9140, 7], -18017.405184],
    ["loss-maker, r 0", [0.1, 0, -9140, 7], -8309.090909],
  ])("%s", (_, given, expected) => shows(call("CUSTOMERLTV", ...given), expected));

  test("100 a month valued monthly gives 4,667.21, not 4,800 (section 1.1)", () => {
    const [rate, retention] = [call("PERIODRATE", 0.1, 1, 12), call("RETENTIONRATE", 0.85, null, 1, 12)];
    expect(call("CUSTOMERLTV", rate, retention, 100)).toBeCloseTo(4667.21, 2);
  });

  test.each([
    ["q above 1 without a horizon", [0.1, 0.85, 1200, , 0.3]],
    ["q = 1 without a horizon", [0.1, 1, 1200, , 0.1]],
    ["half a period", [0.1, 0.85, 1200, 2.5]],
    ["more than 1,000 periods", [0.1, 0.85, 1200, 1001]],
    ["a negative number of periods", [0.1, 0.85, 1200, -1]],
    ["retention above 1", [0.1, 1.01, 1200]],
    ["retention below 0", [0.1, -0.01, 1200]],
    ["type 2", [0.1, 0.85, 1200, , , , 2]],
    ["rate -1", [-1, 0.85, 1200]],
    ["growth below -1", [0.1, 0.85, 1200, , -1.01]],
    ["a result that is not finite", [0.1, 1, 1e300, 1000, 5]],
  ])("%s is #NUM!", (_, given) => expect(call("CUSTOMERLTV", ...given)).toBe("#NUM!"));

  test("blank or 0 periods mean unlimited, 5 within 1e-9 means 5", () => {
    shows(call("CUSTOMERLTV", 0.1, 0.85, 1200, ""), 4800);
    shows(call("CUSTOMERLTV", 0.1, 0.85, 1200, 0), 4800);
    shows(call("CUSTOMERLTV", 0.1, 0.85, 1200, 5 + 1e-10), 3477.57077);
  });

  test("a margin of 0 is worth 0 whatever q", () => {
    expect(call("CUSTOMERLTV", 0.1, 1, 0, null, 0.5)).toBe(0);
    expect(call("CUSTOMERLTV", 0.1, 1, 0, null, 0.5, 500)).toBe(-500);
  });

  test("growth of -1 leaves the first margin; a negative acquisition cost is a gain", () => {
    shows(call("CUSTOMERLTV", 0.1, 0.85, 1200, null, -1), 1090.909091);
    shows(call("CUSTOMERLTV", 0.1, 0.85, 1200, null, 0, -100), 4900);
  });
});

describe("LTVSCHEDULE", () => {
  test("is the schedule proof of section 1.1", () => {
    const spilled = call("LTVSCHEDULE", 0.1, 0.85, 1200, 5, 0.03, 500) as unknown[][];
    expect(spilled[0]).toEqual(["Period", "Survival", "Margin", "Expected margin", "Discount factor", "Present value", "Cumulative"]);
    expect(spilled[1]).toEqual([0, "", "", "", "", "", -500]);
    const rounded = spilled.slice(2).map((cells) => (cells as number[]).map((cell, i) => Number(cell.toFixed([0, 4, 2, 2, 4, 2, 2][i]))));
    expect(rounded).toEqual([
      [1, 1, 1200, 1200, 0.9091, 1090.91, 590.91],
      [2, 0.85, 1236, 1050.6, 0.8264, 868.26, 1459.17],
      [3, 0.7225, 1273.08, 919.8, 0.7513, 691.06, 2150.23],
      [4, 0.6141, 1311.27, 805.29, 0.683, 550.02, 2700.25],
      [5, 0.522, 1350.61, 705.03, 0.6209, 437.77, 3138.02],
    ]);
  });

  test("leaves out its headings on request, and shows a cost of 0 as 0", () => {
    expect((call("LTVSCHEDULE", 0.1, 0.85, 1200, 2, null, null, null, null, false) as unknown[][])[0]).toEqual([0, "", "", "", "", "", 0]);
  });

  test("needs its periods, 1 to 200", () => {
    expect(excel.complaint("LTVSCHEDULE", 0.1, 0.85, 1200, null)).toEqual({ code: "#VALUE!", message: "periods: a number is missing." });
    expect(call("LTVSCHEDULE", 0.1, 0.85, 1200, 0)).toBe("#VALUE!");
    expect(call("LTVSCHEDULE", 0.1, 0.85, 1200, 200)).toHaveLength(202);
    expect(call("LTVSCHEDULE", 0.1, 0.85, 1200, 201)).toBe("#NUM!");
  });
});

describe("LTVVARYING", () => {
  const given = [0.1, row(1, 0.7, 0.85, 0.9, 0.92), row(800, 1000, 1200, 1300, 1350), 500];
  test("is 2,230.672892 (section 4), with lists in any orientation", () => {
    shows(call("LTVVARYING", ...given), 2230.672892);
    shows(call("LTVVARYING", 0.1, column(1, 0.7, 0.85, 0.9, 0.92), row(800, 1000, 1200, 1300, 1350), 500), 2230.672892);
  });
  test("with constant lists equals CUSTOMERLTV", () =>
    expect(call("LTVVARYING", 0.1, row(1, 0.85, 0.85), row(1200, 1200, 1200)))
      .toBeCloseTo(call("CUSTOMERLTV", 0.1, 0.85, 1200, 3) as number, 9));
  test("refuses a gap, unequal lengths and a block, naming the place", () => {
    expect(excel.complaint("LTVVARYING", 0.1, row(1, ""), row(800, 900)))
      .toEqual({ code: "#VALUE!", message: "retentions, item 2: a number is missing." });
    expect(excel.complaint("LTVVARYING", 0.1, row(1, 0.5), row(800)))
      .toEqual({ code: "#VALUE!", message: "margins has length 1, but retentions has length 2." });
    expect(excel.complaint("LTVVARYING", 0.1, [[1, 1], [1, 1]], row(1, 2, 3, 4)).message)
      .toBe("retentions: one row or one column is due here, not 2 x 2 cells.");
  });
  test("is #NUM! for a retention above 1", () => expect(call("LTVVARYING", 0.1, row(1, 1.2), row(800, 900))).toBe("#NUM!"));
});

describe("NETLTV", () => {
  test.each([
    ["section 4", [0.1, 0.85, 1200, 150, , , 0.03, 0.02, 500], 4201.434757],
    ["the role customer (section 1.4)", [0.1, 0.9, 16295.726, 2340, 1800, 7, 0.03, 0.02, 6000], 57319.780264],
    ["Fern Foods as is (section 1.4)", [0.1, 0.82, 5269.301, 2340, 900, 7, 0.01, 0.02, 6000], 5958.234837],
  ])("%s", (_, given, expected) => shows(call("NETLTV", ...given), expected));

  test("only flows that are not 0 are tested for q < 1", () => {
    shows(call("NETLTV", 0.1, 0.85, 1200, 0, null, null, 0, 5), 4800);
    expect(call("NETLTV", 0.1, 0.85, 1200, 1, null, null, 0, 5)).toBe("#NUM!");
    expect(call("NETLTV", 0, 1, 0, 0, 1)).toBe("#NUM!");
  });
});

test("ANNUALVALUE: section 2, extras and costs in any shape, empty cells count 0", () => {
  expect(call("ANNUALVALUE", 12, 5000, 0.32, 4800)).toBe(14400);
  shows(call("ANNUALVALUE", 12, 5000, 0.37, 4800, 0.05, [[1600, 750], ["", 600]], column(70.27, 870, "?", 114)), 16295.73);
  expect(call("ANNUALVALUE", 12, 5000, 0.32, 4800, 1.1)).toBe("#NUM!");
  expect(call("ANNUALVALUE", -1, 5000, -0.32)).toBe(1600);
  expect(excel.complaint("ANNUALVALUE", 12, 5000, 0.32, 0, 0, [[1, 2], [3, "four"]]).message)
    .toBe('extras, row 2, column 2: "four" is not a number.');
});

test("REFERRALVALUE: 5,760; 4,173.084923 over 5 periods (section 4); 6,791.02 (section 1.4)", () => {
  shows(call("REFERRALVALUE", 0.1, 0.85, 2, 0.25, 4800, 0.6, 500, 50), 5760);
  shows(call("REFERRALVALUE", 0.1, 0.85, 2, 0.25, 4800, 0.6, 500, 50, 5), 4173.084923);
  expect(call("REFERRALVALUE", 0.1, 0.9, 1, 0.3, 10000, 0.6, null, null, 7)).toBeCloseTo(6791.02, 2);
  expect(call("REFERRALVALUE", 0, 1, 0, 0.25, 4800)).toBe(0);
  expect([[-1, 0.25, 1], [1, 1.1, 1], [1, 0.5, 2]].map(([n, conversion, share]) => call("REFERRALVALUE", 0.1, 0.85, n, conversion, 4800, share)))
    .toEqual(["#NUM!", "#NUM!", "#NUM!"]);
});

test("CUSTOMERLIFE: 6.667 and 3.709 (section 2); N at r = 1; endless is #NUM!", () => {
  expect(call("CUSTOMERLIFE", 0.85)).toBeCloseTo(20 / 3, 12);
  shows(call("CUSTOMERLIFE", 0.85, 5), 3.70863125);
  expect(call("CUSTOMERLIFE", 1, 12)).toBe(12);
  expect(call("CUSTOMERLIFE", 1)).toBe("#NUM!");
});

test("RETENTIONRATE: churn, life and months (section 2)", () => {
  expect(call("RETENTIONRATE", 0.15, "churn")).toBeCloseTo(0.85, 12);
  expect(call("RETENTIONRATE", 20 / 3, "LIFE")).toBeCloseTo(0.85, 12);
  expect(call("RETENTIONRATE", 0.85, null, 1, 12)).toBeCloseTo(0.986548, 6);
  expect(call("RETENTIONRATE", 0.85, 0)).toBe(0.85);
  expect(excel.complaint("RETENTIONRATE", 0.85, "loyalty"))
    .toEqual({ code: "#VALUE!", message: 'basis must be "retention", "churn" or "life", not "loyalty".' });
  expect(call("RETENTIONRATE", 0.85, 3)).toBe("#VALUE!");
  expect([["life", 0.9], ["churn", 1.1], ["retention", -0.1]].map(([basis, value]) => call("RETENTIONRATE", value, basis)))
    .toEqual(["#NUM!", "#NUM!", "#NUM!"]);
  expect(call("RETENTIONRATE", 0.85, null, 0)).toBe("#NUM!");
});

test("PERIODRATE: 10 % a year is 0.797414 % a month (section 2)", () => {
  expect(call("PERIODRATE", 0.1, 1, 12)).toBeCloseTo(0.00797414, 8);
  expect([[-1, 1, 12], [0.1, 0, 12], [0.1, 1, -1]].map((given) => call("PERIODRATE", ...given))).toEqual(["#NUM!", "#NUM!", "#NUM!"]);
});

describe("LTVPAYBACK", () => {
  test("2.101499 and 3.823936 (section 4)", () => {
    shows(call("LTVPAYBACK", 0.1, 0.85, 1200, 2000), 2.101499);
    shows(call("LTVPAYBACK", 0.1, 0.85, 1200, 3000), 3.823936);
  });
  test("a cost of 0 is paid back at once, a negative one is #NUM!", () => {
    expect(call("LTVPAYBACK", 0.1, 0.85, 1200, 0)).toBe(0);
    expect(call("LTVPAYBACK", 0.1, 0.85, 1200, -1)).toBe("#NUM!");
  });
  test("a cost at the unlimited value, a negative margin and more than 1,000 periods never pay back", () => {
    expect(excel.complaint("LTVPAYBACK", 0.1, 0.85, 1200, 4800))
      .toEqual({ code: "#N/A", message: "The margins never pay back an acquisition cost of 4800." });
    // Here the plain sum reaches the unlimited value by rounding alone, in period 53.
    expect(call("LTVPAYBACK", 0.02, 0.51, 101, call("CUSTOMERLTV", 0.02, 0.51, 101))).toBe("#N/A");
    expect(call("LTVPAYBACK", 0.1, 0.85, -1200, 100)).toBe("#N/A");
    expect(call("LTVPAYBACK", 0, 1, 1, 1001)).toBe("#N/A");
  });
  test("q at or above 1 is searched like any other", () => {
    expect(call("LTVPAYBACK", 0, 1, 1, 1000)).toBe(1000);
    shows(call("LTVPAYBACK", 0.1, 1, 1100, 2500, 0.1), 2.5);
  });
});

describe("BREAKEVENRETENTION", () => {
  test("0.80, 0.88125 and 0.894027 (section 4)", () => {
    expect(call("BREAKEVENRETENTION", 0.1, 1200, 4000)).toBeCloseTo(0.8, 12);
    expect(call("BREAKEVENRETENTION", 0.1, 1200, 4800, 150)).toBeCloseTo(0.88125, 12);
    shows(call("BREAKEVENRETENTION", 0.1, 16295.726, 56351.96, 2340, 1800, 7, 0.03, 0.02, 6000), 0.894027);
  });
  test("equals its closed form where cost inflation is the growth (section 1.5)", () => {
    const [d, g, m, c, r0] = [0.1, 0.03, 1200, 150, 0.84];
    const target = call("CUSTOMERLTV", d, r0, m, null, g);
    const closed = (1 + d - ((m - c) / m) * (1 + d - r0 * (1 + g))) / (1 + g);
    expect(call("BREAKEVENRETENTION", d, m, target, c, null, null, g, g)).toBeCloseTo(closed, 12);
  });
  test("a root at 0 counts, and at risk nothing comes at retention 0", () => {
    expect(call("BREAKEVENRETENTION", 0, 1200, 1200)).toBe(0);
    expect(call("BREAKEVENRETENTION", 0.1, 1200, -500, 0, 0, null, 0, 0, 500, 0, true)).toBe(0);
  });
  test("no root is #N/A with a sentence", () => {
    expect(excel.complaint("BREAKEVENRETENTION", 0.1, 1200, 90000, 0, 0, 7))
      .toEqual({ code: "#N/A", message: "No retention up to 100 % gives a value of 90000." });
    expect(call("BREAKEVENRETENTION", 0.1, 1200, 100)).toBe("#N/A");
    expect(call("BREAKEVENRETENTION", 0, 1200, 100)).toBe("#N/A");
  });
  test("finds the smallest of two roots, where costs grow faster than the margin", () => {
    const net = (retention: number) => call("NETLTV", 0.1, retention, 1000, 300, 0, 30, 0, 0.2) as number;
    const root = call("BREAKEVENRETENTION", 0.1, 1000, 1200, 300, 0, 30, 0, 0.2) as number;
    expect(net(root)).toBeCloseTo(1200, 6);
    expect(net(root + 0.01)).toBeGreaterThan(1200);
    expect(net(1)).toBeLessThan(1200);
  });
  test("unlimited, it searches up to where the value becomes endless", () => {
    const root = call("BREAKEVENRETENTION", 0.1, 1200, 1e6, 0, 0, null, 0.2) as number;
    expect(root).toBeLessThan(1.1 / 1.2);
    expect(call("CUSTOMERLTV", 0.1, root, 1200, null, 0.2)).toBeCloseTo(1e6, 2);
  });
});

describe("LTVTORNADO", () => {
  test("base 4,845.21: the five bars of section 2", () => {
    const spilled = call("LTVTORNADO", 0.1, 0.85, 1200, null, 0.03, 500) as unknown[][];
    expect(spilled.map((cells) => cells.map((cell) => (typeof cell === "number" ? Number(cell.toFixed(2)) : cell)))).toEqual([
      ["Driver", "Low", "High", "Range"],
      ["Retention", 3345.54, 8262.32, 4916.78],
      ["Margin", 4310.69, 5379.73, 1069.04],
      ["Discount rate", 5094.41, 4617.27, 477.13],
      ["Growth", 4785.18, 4906.62, 121.44],
      ["Acquisition cost", 4895.21, 4795.21, 100],
    ]);
  });
  test("retention stops at 1, ties keep the given order", () => {
    const bars = call("LTVTORNADO", 0.1, 0.99, 1200, 5, 0, 0, null, null, null, false) as unknown[][];
    expect(bars.find(([driver]) => driver === "Retention")![2]).toBeCloseTo(4548.944123, 6);
    expect(bars.slice(-2).map(([driver]) => driver)).toEqual(["Growth", "Acquisition cost"]);
  });
  test.each([
    ["swing 0", [5, 0, 0, 0]], ["swing 1", [5, 0, 0, 1]], ["growth swung below -1", [5, -0.95, 0, 0.1]],
    ["endless when swung", [null, 0.2, 0, 0.5]],
  ])("%s is #NUM!", (_, [periods, growth, cost, swing]) => expect(call("LTVTORNADO", 0.1, 0.85, 1200, periods, growth, cost, swing)).toBe("#NUM!"));
});
