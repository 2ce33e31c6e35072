import fc from "fast-check";
import { column, openExcel, row } from "./excel";
import { observed, observedMust, observedTarget, observedWorst, swingStakes } from "../core/sample";

let excel: Awaited<ReturnType<typeof openExcel>>;
beforeAll(async () => { excel = await openExcel(); });
const call = (id: string, ...given: unknown[]) => excel.call(id, ...given);

/** The seven criteria of section 1.7. */
const labels = column("Net purchases", "Days late", "Margin", "Share of wallet", "Referrals", "Forgiveness", "Feedback");
const actuals = column(52000, 18, 0.31, 0.42, 1, 0.8, "");
const targets = column(60000, 5, 0.35, 0.6, 2, 0.9, 4);
const worsts = column(20000, 45, 0.15, 0.2, 0, 0.4, 0);
const weights = column(20, 15, 20, 15, 10, 10, 10);
const musts = column("", 30, 0.2, "", "", "", "");
const withDaysLate = (days: unknown) => actuals.map(([cell], i) => [i === 1 ? days : cell]);
/** ROLEFIT of the seven criteria with some arguments changed. */
const fit = (changes: Record<string, unknown> = {}) => {
  const given = { actuals, targets, worsts, weights, musts, caps: null, missing: null, min_coverage: null, must_cap: null, ...changes };
  return call("ROLEFIT", ...Object.values(given));
};

describe("ATTAINMENT", () => {
  test.each([
    ["days late (section 1.7)", [18, 5, 45], 0.675],
    ["a cap above 1", [0.42, 0.35, 0.15, 1.25], 1.25],
    ["our offer of 4 h against an expected 2 h", [4, 2, 12], 0.8],
    ["worse than worst earns nothing", [60, 5, 45], 0],
    ["better than target earns the cap", [0, 5, 45], 1],
    ["pass or fail", [true, 1, 0], 1],
    ["a cap of 0 or blank reads 1", [70, 60, 20, 0], 1],
  ])("%s", (_, given, expected) => expect(call("ATTAINMENT", ...given)).toBeCloseTo(expected, 12));

  test("a missing actual is #N/A, after everything else: #VALUE! > #NUM! > #DIV/0! > #N/A", () => {
    expect(["", "?", " ", "N/A", null].map((actual) => call("ATTAINMENT", actual, 5, 45))).toEqual(Array(5).fill("#N/A"));
    expect(call("ATTAINMENT", "?", 5, "x", 2)).toBe("#VALUE!");
    expect(call("ATTAINMENT", "?", 5, 5, 2)).toBe("#NUM!");
    expect(call("ATTAINMENT", "?", 5, 5)).toBe("#DIV/0!");
    expect(excel.complaint("ATTAINMENT", "?", 5, 45)).toEqual({ code: "#N/A", message: "There is no actual level to measure." });
  });

  test("caps outside 0 to 1.5 are #NUM!, a number stored as text is #VALUE!", () => {
    expect([-0.1, 1.51].map((cap) => call("ATTAINMENT", 18, 5, 45, cap))).toEqual(["#NUM!", "#NUM!"]);
    expect(excel.complaint("ATTAINMENT", "18", 5, 45)).toEqual({ code: "#VALUE!", message: 'actual: "18" is not a number.' });
  });
});

describe("ROLEFIT, the seven criteria of section 1.7", () => {
  test("fit 0.704167, 0.63375 with missing as zero, 0.65 without the must at 31 days", () => {
    expect(fit()).toBeCloseTo(0.704167, 6);
    expect(fit({ missing: 1 })).toBeCloseTo(0.63375, 12);
    expect(fit({ actuals: withDaysLate(31), musts: null })).toBeCloseTo(0.65, 12);
  });

  test("a must of 30 days is kept at 30 and broken at 31: fit 0, or must_cap 0.4", () => {
    expect(fit({ actuals: withDaysLate(30) })).toBeGreaterThan(0.65);
    expect(fit({ actuals: withDaysLate(31) })).toBe(0);
    expect(fit({ actuals: withDaysLate(31), must_cap: 0.4 })).toBeCloseTo(0.4, 12);
    expect(fit({ actuals: withDaysLate(31), missing: 1 })).toBe(0);
  });

  test("a must counts also on an ask of weight 0, and a missing actual never breaks one", () => {
    const unweighted = weights.map(([weight], i) => [i === 1 ? 0 : weight]);
    expect(fit({ actuals: withDaysLate(31), weights: unweighted })).toBe(0);
    expect(fit({ actuals: withDaysLate("?") })).toBeCloseTo((16 + 16 + 8.25 + 5 + 8) / 75, 12);
  });

  test("n/a leaves every sum, ? only the known ones; one empty cell stands for no musts", () => {
    const unlike = (cell: unknown) => actuals.map(([each], i) => [i === 6 ? cell : each]);
    expect(fit({ actuals: unlike("n/a"), missing: 1 })).toBeCloseTo(63.375 / 90, 12);
    expect(fit({ actuals: unlike(" N/A "), min_coverage: 1 })).toBeCloseTo(63.375 / 90, 12);
    expect(fit({ actuals: unlike("?"), min_coverage: 0.9 })).toBeCloseTo(0.704167, 6);
    expect(fit({ actuals: unlike("?"), min_coverage: 0.91 })).toBe("#N/A");
    expect(fit({ actuals: withDaysLate(31), musts: [[""]] })).toBeCloseTo(0.65, 12);
  });

  test("Deserve of section 1.9: kept against committed is 0.785119", () => {
    const kept = call("ROLEFIT", row(98, 4.5, 2, 0.8, 1, 0), row(98.5, 4, 2, 0.95, 1, 2), row(95, 12, 0, 0.5, 0, 0), row(25, 20, 15, 20, 10, 10));
    expect(kept).toBeCloseTo(0.785119, 6);
  });

  test("caps: one for all or one each, 0 and missing read 1", () => {
    const better = column(70000, 5, 0.35, 0.6, 2, 0.9, 4);
    expect(fit({ actuals: better, caps: 1.25 })).toBeCloseTo((20 * 1.25 + 80) / 100, 12);
    expect(fit({ actuals: better, caps: column(1.25, 0, "", "?", 1, 1, 1) })).toBeCloseTo((20 * 1.25 + 80) / 100, 12);
    expect(fit({ caps: 1.6 })).toBe("#NUM!");
    expect(fit({ caps: row(1, 1) })).toBe("#VALUE!");
  });

  test("orientations may be mixed", () => expect(fit({ actuals: row(...actuals.flat()), weights: row(...weights.flat()) })).toBe(fit()));

  test.each([
    ["text in a target", { targets: column(60000, "5 days", 0.35, 0.6, 2, 0.9, 4) }, "#VALUE!", 'targets, item 2: "5 days" is not a number.'],
    ["a missing target", { targets: column(60000, "?", 0.35, 0.6, 2, 0.9, 4) }, "#VALUE!", "targets, item 2: a number is missing."],
    ["n/a as a target", { worsts: column("n/a", 45, 0.15, 0.2, 0, 0.4, 0) }, "#VALUE!", "worsts, item 1: n/a is allowed for actual levels only."],
    ["unequal lengths", { targets: column(1, 2, 3) }, "#VALUE!", "targets has length 3, but actuals has length 7."],
    ["a block", { actuals: [[1, 2, 3, 4], [5, 6, 7, 8]] }, "#VALUE!", "actuals: one row or one column is due here, not 2 x 4 cells."],
    ["no actuals", { actuals: null }, "#VALUE!", "actuals: a range is missing."],
    ["a negative weight", { weights: column(-1, 15, 20, 15, 10, 10, 10) }, "#NUM!", "weights must be 0 or more, not -1."],
    ["missing = 2", { missing: 2 }, "#NUM!", "missing must be 0 or 1, not 2."],
    ["min_coverage above 1", { min_coverage: 1.1 }, "#NUM!", "min coverage must be from 0 to 1, not 1.1."],
    ["must_cap below 0", { must_cap: -0.1 }, "#NUM!", "must cap must be from 0 to 1, not -0.1."],
    ["no weight", { weights: column(0, "", "?", 0, 0, 0, 0) }, "#DIV/0!", "No ask that applies carries any weight."],
    ["nothing known", { actuals: column("", "?", "", "", "", "", "") }, "#N/A", "None of the actuals is known."],
    ["nothing known, missing as zero", { actuals: column("", "?", "", "", "", "", ""), missing: 1 }, "#N/A", "None of the actuals is known."],
    ["little known", { min_coverage: 0.95 }, "#N/A", "Only 90 % of the weight is known; at least 95 % is asked for."],
  ])("%s: %s %s", (_, changes, code, message) => {
    const given = { actuals, targets, worsts, weights, musts, caps: null, missing: null, min_coverage: null, must_cap: null, ...(changes as object) };
    expect(excel.complaint("ROLEFIT", ...Object.values(given))).toEqual({ code, message });
  });

  test("target = worst is #DIV/0! also with a missing actual, but not without weight or where n/a", () => {
    const flat = { targets: column(60000, 5, 0.35, 0.6, 2, 0.9, 4), worsts: column(20000, 45, 0.15, 0.2, 0, 0.4, 4) };
    expect(fit(flat)).toBe("#DIV/0!");
    expect(fit({ ...flat, weights: column(20, 15, 20, 15, 10, 10, 0) })).toBeCloseTo(0.704167, 6);
    expect(fit({ ...flat, actuals: column(52000, 18, 0.31, 0.42, 1, 0.8, "n/a") })).toBeCloseTo(0.704167, 6);
  });

  test("precedence: wrong shape before domain before zero weight before not enough data", () => {
    const unknown = column("", "", "", "", "", "", "");
    expect(fit({ actuals: unknown, weights: column(0, 0, 0, 0, 0, 0, 0), missing: 2, caps: "x" })).toBe("#VALUE!");
    expect(fit({ actuals: unknown, weights: column(0, 0, 0, 0, 0, 0, 0), missing: 2 })).toBe("#NUM!");
    expect(fit({ actuals: unknown, weights: column(0, 0, 0, 0, 0, 0, 0) })).toBe("#DIV/0!");
    expect(fit({ actuals: unknown })).toBe("#N/A");
  });

  test("blank is never zero: an empty actual lowers coverage, a 0 lowers the score", () => {
    expect(fit({ actuals: withDaysLate("") })).not.toEqual(fit({ actuals: withDaysLate(0) }));
    expect(fit({ actuals: actuals.map(([cell], i) => [i === 6 ? 0 : cell]) })).toBeCloseTo(0.63375, 12);
  });
});

describe("SCORETABLE", () => {
  const table = (cells: unknown[][], ...rest: unknown[]) => call("SCORETABLE", cells, targets, worsts, weights, ...rest) as unknown[][];

  test("the seven criteria are 0.704167, 0.90, 0.63375, 0.73375, TRUE (section 2), as a row or a column", () => {
    for (const one of [actuals, row(...actuals.flat())]) {
      const [[score, coverage, low, high, kept]] = table(one, musts) as [[number, number, number, number, boolean]];
      expect([score, coverage, low, high].map((share) => Number(share.toFixed(6)))).toEqual([0.704167, 0.9, 0.63375, 0.73375]);
      expect(kept).toBe(true);
    }
  });

  test("the portfolio of 4-panel section 2: fit, band and coverage of the twelve customers", () => {
    const rows = call("SCORETABLE", observed, row(...observedTarget), row(...observedWorst), column(...swingStakes), row(...observedMust)) as number[][];
    expect(rows.map(([score, coverage, low, high, kept]) =>
      [score!.toFixed(4), `${low!.toFixed(3)}-${high!.toFixed(3)}`, (coverage! * 100).toFixed(1), kept].join(" "))).toEqual([
      "0.9648 0.965-0.965 100.0 true", "0.8985 0.883-0.900 98.3 true", "0.8195 0.802-0.823 97.9 true", "0.6864 0.686-0.686 100.0 true",
      "0.5965 0.579-0.608 97.1 true", "0.5549 0.555-0.555 100.0 true", "0.4602 0.442-0.481 96.2 true", "0.5048 0.223-0.781 44.2 true",
      "0.3294 0.329-0.329 100.0 true", "0.0000 0.000-0.000 100.0 false", "0.2169 0.217-0.217 100.0 true", "0.2074 0.207-0.207 100.0 true",
    ]);
    const [juniper] = call("SCORETABLE", [observed[9]!], row(...observedTarget), row(...observedWorst), column(...swingStakes)) as number[][];
    expect(juniper![0]).toBeCloseTo(0.3539, 4);
  });

  test("high takes an unknown ask at its cap", () => {
    const [[score, , low, high]] = call("SCORETABLE", row(5, "?"), row(10, 10), row(0, 0), row(1, 1), null, 1.5) as [number[]];
    expect([score, low, high]).toEqual([0.5, 0.25, 1]);
  });

  test("nothing known: fit empty, coverage 0, low and high by formula, musts kept; nothing applicable: both empty", () => {
    expect(table([Array(7).fill("?"), Array(7).fill("n/a")], musts)).toEqual([["", 0, 0, 1, true], ["", 0, "", "", true]]);
  });

  test("headings on request", () => {
    expect(table(actuals, musts, null, null, true)[0]).toEqual(["Fit", "Coverage", "Low", "High", "Musts kept"]);
    expect(table(actuals, musts)).toHaveLength(1);
  });

  test("a broken must caps fit, low and high", () => {
    expect(table([withDaysLate(31).flat()], musts, null, 0.4)[0]).toEqual([0.4, expect.closeTo(0.9), 0.4, 0.4, false]);
  });

  test("wrong width, text and target = worst are errors of the whole call", () => {
    expect(excel.complaint("SCORETABLE", [[1, 2], [3, 4]], row(1, 2, 3), row(0, 0, 0), row(1, 1, 1)).message)
      .toBe("actuals has 2 columns, but there are 3 targets.");
    expect(excel.complaint("SCORETABLE", [[1, 2], [3, "4"]], row(1, 2), row(0, 0), row(1, 1)).message)
      .toBe('actuals, row 2, column 2: "4" is not a number.');
    expect(call("SCORETABLE", [[1, 2], [3, 4]], row(1, 2), row(0, 2), row(1, 1))).toBe("#DIV/0!");
    expect(call("SCORETABLE", [[1, 2]], row(1, 2), row(0, 0), row(1, -1))).toBe("#NUM!");
  });

  test("agrees with ROLEFIT on every row, whatever is missing or does not apply", () => {
    const cell = fc.oneof(fc.integer({ min: -5, max: 15 }), fc.constantFrom("?", "n/a", ""));
    fc.assert(fc.property(fc.array(fc.tuple(cell, cell, cell), { minLength: 1, maxLength: 6 }), (customers) => {
      const scales = [row(10, 0, 5), row(0, 10, 1), row(3, 2, 1), row("", 8, "")];
      const scored = call("SCORETABLE", customers, ...scales) as unknown[][];
      customers.forEach((customer, i) => {
        const single = call("ROLEFIT", row(...customer), ...scales);
        expect(scored[i]![0]).toEqual(typeof single === "number" ? single : "");
      });
    }));
  });

  test("an identical call is answered from memory, a changed cell is not", () => {
    const cells = [[1, 2], [3, 4]];
    const once = call("SCORETABLE", cells, row(9, 9), row(0, 0), row(1, 1));
    expect(call("SCORETABLE", cells.map((each) => [...each]), row(9, 9), row(0, 0), row(1, 1))).toBe(once);
    expect(call("SCORETABLE", [[1, 2], [3, 5]], row(9, 9), row(0, 0), row(1, 1))).not.toEqual(once);
    expect(call("SCORETABLE", [[1, 2], [3, 4], [5, 6]], row(9, 9), row(0, 0), row(1, 1))).toHaveLength(3);
  });
});

describe("ROLEFITDETAIL", () => {
  const detail = (cells: unknown[][], headers: unknown = null) =>
    call("ROLEFITDETAIL", labels, cells, targets, worsts, weights, musts, null, headers) as unknown[][];

  test("first row Share of wallet, 0.42, 0.55, 15, 8.25, 6.75 (section 2); the unknown last", () => {
    const [headings, first, ...rest] = detail(actuals);
    expect(headings).toEqual(["Ask", "Actual", "Attainment", "Weight", "Points", "Lost points", "Must"]);
    expect(first).toEqual(["Share of wallet", 0.42, expect.closeTo(0.55), 15, expect.closeTo(8.25), expect.closeTo(6.75), ""]);
    expect(rest.map(([label]) => label)).toEqual(["Referrals", "Days late", "Net purchases", "Margin", "Forgiveness", "Feedback"]);
    expect(rest.at(-1)).toEqual(["Feedback", "", "", 10, "", "", ""]);
  });

  test("musts are kept, broken or unknown; n/a asks are left out", () => {
    const state = (cells: unknown[][]) => Object.fromEntries(detail(cells, false).map((cells) => [cells[0], cells[6]]));
    expect(state(withDaysLate(30))).toMatchObject({ "Days late": "kept", Margin: "kept", Referrals: "" });
    expect(state(withDaysLate(31))).toMatchObject({ "Days late": "broken" });
    expect(state(withDaysLate("?"))).toMatchObject({ "Days late": "unknown" });
    expect(detail(withDaysLate("n/a"), false)).toHaveLength(6);
  });

  test("a missing label is #VALUE! with its place", () => {
    const unnamed = labels.map(([label], i) => [i === 2 ? "" : label]);
    expect(excel.complaint("ROLEFITDETAIL", unnamed, actuals, targets, worsts, weights).message).toBe("labels, item 3: a name is missing.");
  });
});

describe("STAKEWEIGHTS", () => {
  test("swing stakes of section 1.6 weigh 0.325127, 0.170425, 0.169588, ..., in the shape of stakes", () => {
    const down = call("STAKEWEIGHTS", column(...swingStakes)) as number[][];
    expect(down.map(([weight]) => Number(weight!.toFixed(6))).slice(0, 3)).toEqual([0.325127, 0.170425, 0.169588]);
    expect((call("STAKEWEIGHTS", row(...swingStakes)) as number[][])[0]).toEqual(down.flat());
  });
  test("a negative stake weighs 0, a missing one counts 0", () =>
    expect(call("STAKEWEIGHTS", row(300, -50, "", 100))).toEqual([[0.75, 0, 0, 0.25]]));
  test("blends with judgement", () => expect(call("STAKEWEIGHTS", row(300, 100), column(1, 1), 0.5)).toEqual([[0.625, 0.375]]));
  test.each([
    ["blend below 1 without judgement", [row(1, 2), null, 0.5], "#VALUE!", "judgement is needed because blend is below 1."],
    ["unequal lengths", [row(1, 2), row(1, 2, 3), 0.5], "#VALUE!", "judgement has length 3, but stakes has length 2."],
    ["blend above 1", [row(1, 2), null, 1.5], "#NUM!", "blend must be from 0 to 1, not 1.5."],
    ["negative judgement", [row(1, 2), row(-1, 2), 0.5], "#NUM!", "judgement must be 0 or more, not -1."],
    ["no positive stake", [row(-1, 0)], "#DIV/0!", "The sum of stakes is 0: there is nothing to share."],
    ["no judgement points", [row(1, 2), row(0, 0), 0.5], "#DIV/0!", "The sum of judgement is 0: there is nothing to share."],
  ])("%s: %s", (_, given, code, message) => expect(excel.complaint("STAKEWEIGHTS", ...given)).toEqual({ code, message }));
  test("a sum that is not needed may be 0", () => {
    expect(call("STAKEWEIGHTS", row(1, 3), row(0, 0), 1)).toEqual([[0.25, 0.75]]);
    expect(call("STAKEWEIGHTS", row(-1, 0), row(1, 3), 0)).toEqual([[0.25, 0.75]]);
  });
});
