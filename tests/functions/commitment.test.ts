import { swingStakes } from "../core/sample";
import { column, openExcel, row } from "./excel";

let excel: Awaited<ReturnType<typeof openExcel>>;
beforeAll(async () => { excel = await openExcel(); });
const call = (id: string, ...given: unknown[]) => excel.call(id, ...given);

/** The function example of section 1.8: seven asks, five commitments. */
const asks = column("Purchase", "Pay on time", "Margin", "Wallet", "Referrals", "Forgiveness", "Feedback");
const weights = column(20, 15, 20, 15, 10, 10, 10);
const links = [[9, 3, 0, 1, 0], [0, 0, 9, 0, 0], [3, 9, 0, 0, 0], [9, 3, 0, 3, 0], [3, 0, 0, 0, 3], [0, 9, 0, 3, 0], [0, 0, 0, 9, 0]];
const funded = row(1, 0.6, 0, 1, 0.5);

/** The sample workbook's matrix (3-workbook, Reciprocity): twelve asks, eight commitments. */
const sampleLinks = [
  [3, 9, "", "", "", "", "", ""], [9, "", "", "", "", 1, "", ""], [3, 3, "", "", 3, 1, "", 1], ["", "", "", 9, "", "", 3, ""],
  [3, "", 1, "", "", 3, "", ""], [1, 3, "", "", "", "", "", 3], ["", "", "", 3, 9, "", "", ""], [3, "", "", "", "", "", "", ""],
  ["", "", "", "", 3, "", 1, ""], ["", "", "", "", "", "", 9, ""], [3, "", "", "", "", 3, "", ""], ["", "", 9, "", "", "", "", ""],
];
const sampleFunded = row(1, 1, 1, 0.6, 1, 0.5, 0, 1);

describe("RECIPROCITY", () => {
  test("0.78 for section 1.8, with empty links for 0 and lists in any orientation", () => {
    expect(call("RECIPROCITY", weights, links, funded)).toBeCloseTo(0.78, 12);
    const blank = links.map((cells) => cells.map((cell) => (cell === 0 ? "" : cell)));
    expect(call("RECIPROCITY", row(...weights.flat()), blank, column(...funded.flat()))).toBeCloseTo(0.78, 12);
  });

  test("0.865121 for the sample workbook (section 4)", () =>
    expect(call("RECIPROCITY", column(...swingStakes), sampleLinks, sampleFunded)).toBeCloseTo(0.865121, 6));

  test("full of 0 or blank reads 9", () => {
    expect(call("RECIPROCITY", weights, links, funded, 0)).toBeCloseTo(0.78, 12);
    expect(call("RECIPROCITY", row(1), [[3]], row(1), 6)).toBe(0.5);
  });

  test.each([
    ["links with the wrong shape", [row(1, 2), [[9, 0]], row(1, 1)], "#VALUE!", "links must have 2 rows (asks) and 2 columns (commitments), not 1 x 2."],
    ["a word in links", [row(1), [[9, "strong"]], row(1, 1)], "#VALUE!", 'links, item 2: "strong" is not a number.'],
    ["a negative link", [row(1), [[-9]], row(1)], "#NUM!", "links must be 0 or more, not -9."],
    ["funded above 1", [row(1), [[9]], row(1.2)], "#NUM!", "funded must be from 0 to 1, not 1.2."],
    ["a negative full", [row(1), [[9]], row(1), -1], "#NUM!", "full must be above 0, not -1."],
    ["no weight", [row(0, ""), [[9], [9]], row(1)], "#DIV/0!", "The weights sum to 0: nothing is asked."],
  ])("%s: %s", (_, given, code, message) => expect(excel.complaint("RECIPROCITY", ...given)).toEqual({ code, message }));
});

describe("RECIPROCITYDETAIL", () => {
  test("Pay on time, 0, 15, naked; then Referrals, 0.5, 5, partly (section 2); covers of section 1.8", () => {
    const [headings, first, second, ...rest] = call("RECIPROCITYDETAIL", asks, weights, links, funded) as unknown[][];
    expect(headings).toEqual(["Ask", "Cover", "Uncovered weight", "Status"]);
    expect([first, second]).toEqual([["Pay on time", 0, 15, "naked"], ["Referrals", 0.5, 5, "partly"]]);
    const cover = Object.fromEntries([first!, second!, ...rest].map(([ask, share]) => [ask, Number((share as number).toFixed(2))]));
    expect(cover).toEqual({ Purchase: 1, "Pay on time": 0, Margin: 0.93, Wallet: 1, Referrals: 0.5, Forgiveness: 0.93, Feedback: 1 });
  });

  test("ties keep the given order; earned asks come last", () => {
    const rows = call("RECIPROCITYDETAIL", asks, weights, links, funded, null, null, false) as unknown[][];
    expect(rows.slice(-3).map(([ask, , , status]) => [ask, status]))
      .toEqual([["Purchase", "earned"], ["Wallet", "earned"], ["Feedback", "earned"]]);
  });

  test("naked_below draws the line; a cover on it is not naked", () => {
    const status = (below: number) => (call("RECIPROCITYDETAIL", row("a"), row(1), [[9]], row(1), 90, below, false) as unknown[][])[0]![3];
    expect([status(0.1), status(0.11)]).toEqual(["partly", "naked"]);
    expect(call("RECIPROCITYDETAIL", row("a"), row(1), [[3]], row(1), null, 1.5)).toBe("#NUM!");
  });

  test("weights of 0 need no division; a label for each", () => {
    expect(call("RECIPROCITYDETAIL", row("a"), row(0), [[9]], row(1), null, null, false)).toEqual([["a", 1, 0, "earned"]]);
    expect(call("RECIPROCITYDETAIL", row("a", "b"), row(1), [[9]], row(1))).toBe("#VALUE!");
  });
});

test("Deserve of the sample workbook: kept levels weighted by commitment load give 0.853089 (section 4)", () => {
  const load = sampleFunded[0]!.map((_, c) => swingStakes.reduce((sum, weight, i) => sum + weight * (Number(sampleLinks[i]![c]) || 0), 0));
  const [kept, committed, worst] = [row(4, 97.5, 2, 4.5, 80, 1, 97, 0), row(4, 98, 2, 4, 95, 1, 99, 2), row(0, 95, 0, 12, 50, 0, 95, 0)];
  expect(call("ROLEFIT", kept, committed, worst, row(...load))).toBeCloseTo(0.853089, 6);
});

describe("VAGUE", () => {
  test.each([
    ["We respond promptly", 1],
    ["We respond within 4 hours", 0],
    ["World-class and as soon as possible", 2],
    ["", 0],
    ["We reply soon; we deliver in 2 days, fast", 1],
    ["We reply soon.\nFast delivery in 2 days", 1],
    ["Version 2.5 soon", 0],
    ["Soon. Fast.", 2],
    ["Soonest is no term, nor is fastest or sooner", 0],
    ["Non-flexible is flexible", 2],
    ["BEST   EFFORTS, best effort", 2],
    ["as soon as possible, soon", 2],
    ["fast fast fast", 3],
  ])("%j holds %i", (text, count) => expect(call("VAGUE", text)).toBe(count));

  test("a number and a switch count as they are written, an empty cell as nothing", () =>
    expect([call("VAGUE", 24), call("VAGUE", true), call("VAGUE", null), call("VAGUE", "?")]).toEqual([0, 0, 0, 0]));

  test("a list of terms replaces the built-in one, in any case, blanks ignored", () => {
    const terms = column("Umgehend", "", "so schnell wie möglich", "schnell");
    expect(call("VAGUE", "Wir antworten umgehend und so schnell  wie möglich", terms)).toBe(2);
    expect(call("VAGUE", "We respond promptly", terms)).toBe(0);
    expect(call("VAGUE", "Wir antworten umgehend", [["umgehend", "x"], ["y", "z"]])).toBe("#VALUE!");
    expect(call("VAGUE", "We respond promptly", [[""]])).toBe(1);
  });

  test("the longest term is taken first, and what it takes is gone", () => {
    expect(call("VAGUE", "as soon as possible", row("soon", "possible", "as soon as possible"))).toBe(1);
    expect(call("VAGUE", "soon as possible", row("soon", "possible", "as soon as possible"))).toBe(2);
  });

  test("terms with signs of their own are taken literally", () => expect(call("VAGUE", "quality (best) and C++", row("(best)", "c++"))).toBe(2));
});
