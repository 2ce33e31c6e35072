import { bestOf } from "../../src/core/portfolio/best";
import { cohortsOf } from "../../src/core/portfolio/cohorts";
import { dayOf, sampleCustomers } from "../../src/core/portfolio/sample-customers";
import { scorePortfolio } from "../../src/core/portfolio/portfolio";
import { sample } from "../../src/core/templates";
import type { Headless } from "../../src/preview/headless";
import { excelWorkbook } from "../../src/workbook";
import { dump, valuesOf } from "./dump";
import { openAddin } from "./open-preview";

let headless: Headless;
beforeAll(async () => { headless = await openAddin(); });
afterAll(() => headless.close());

/** The worked portfolio of twelve customers; its numbers were computed independently of this code. */
const data = { customers: sampleCustomers, asOf: dayOf(2026, 3, 31) };
const one = async (name: string) => (await valuesOf(name))[0]![0];

describe("the worked portfolio on the sheets, with native formulas calculated by the grid", () => {
  const door = excelWorkbook();
  let before: Awaited<ReturnType<typeof dump>>;
  let scores: Record<string, unknown>[];

  beforeAll(async () => {
    await door.build(sample.agreement, sample.id);
    before = await dump();
    await door.addModule("portfolio", data);
    await door.addModule("whale", data);
    const { headings, rows } = await door.readTable("tblScores");
    scores = rows.map(({ values }) => Object.fromEntries(headings.map((heading, i) => [heading, values[i]])));
  });

  test.each([
    ["out_equity", 269350.57, 2], ["out_equity_without", 314220.72, 2], ["out_equity_potential", 513982, 1], ["out_profit", 60689.3, 2],
    ["out_peak", 75809.3, 2], ["out_peak_share", 1.249, 3], ["out_bonus_on_loss", 8145.69, 2], ["chk_master", 0, 9],
  ])("%s is %d", async (name, expected, digits) => {
    expect(await one(name)).toBeCloseTo(expected, digits);
  });

  /** Profit, net now, potential, fit, coverage, verdict. */
  const expected: Record<string, [number, number, number, number, number, string]> = {
    "Amber Dairy": [22160, 104285.45, 115303.14, 0.9648, 1, "Invest"], "Birch Bakeries": [15860, 68007, 83724.55, 0.8985, 0.983, "Invest"],
    "Cedar Meats": [13560, 54736.49, 65814.34, 0.8195, 0.979, "Invest"], "Delta Produce": [10060, 38972.79, 69793.79, 0.6864, 1, "Develop"],
    "Elm Snacks": [7460, 27082.05, 53803.53, 0.5965, 0.971, "Develop"], "Fern Foods": [2929.3, 11958.23, 63319.78, 0.5549, 1, "Develop"],
    "Grove Drinks": [1960, 6876.9, 29711.58, 0.4602, 0.962, "Develop"], "Hazel Catering": [560, 1354.31, 10299.53, 0.5048, 0.442, "Find out"],
    "Iris Wholesale": [-1140, -3241.75, 17532.75, 0.3294, 1, "Renegotiate"], "Juniper Deli": [1260, 4189.25, 14352.19, 0, 1, "Renegotiate"],
    "Kestrel Retail": [-4840, -13999.59, -4201.61, 0.2169, 1, "Let go"], "Larch Discount": [-9140, -30870.56, -5471.56, 0.2074, 1, "Let go"],
  };

  test.each(Object.entries(expected))("%s is worth and judged as printed", (name, [profit, net, potential, fit, coverage, verdict]) => {
    const row = scores.find(({ Customer }) => Customer === name)!;
    expect(row["Profit a period"]).toBeCloseTo(profit, 2);
    expect(row["Net value now"]).toBeCloseTo(net, 2);
    expect(row["Potential value"]).toBeCloseTo(potential, 2);
    expect(row.Fit).toBeCloseTo(fit, 4);
    expect(row.Coverage).toBeCloseTo(coverage, 3);
    expect(row.Verdict).toBe(verdict);
  });

  test("agree with the core in every column, to nine digits", () => {
    const core = scorePortfolio(sample.agreement, sampleCustomers);
    const columns: [string, ArrayLike<number>][] = [
      ["Fit", core.fit], ["Fit at least", core.low], ["Fit at most", core.high], ["Coverage", core.coverage], ["Profit a period", core.profit],
      ["Net value now", core.net], ["Potential value", core.potential], ["Upside", core.upside], ["Bonus on loss", core.bonusOnLoss],
      ["Loyal loss-maker", core.loyalLossMaker], ["Rank by profit", core.rank],
    ];
    for (const [heading, column] of columns) {
      scores.forEach((row, i) => expect([heading, row[heading]]).toEqual([heading, expect.closeTo(column[i]!, 6)]));
    }
    expect(scores.map(({ Verdict }) => Verdict)).toEqual(core.verdict);
  });

  test("the cohorts above the table are those of the core: how many, what share stays, for how long", async () => {
    const { fitting, unfitting, agreedBefore, others } = cohortsOf(scorePortfolio(sample.agreement, sampleCustomers), sampleCustomers, 0.75);
    const lines = await valuesOf("Scores!B1:G60");
    const first = lines.findIndex(([label]) => label === "Fit enough to invest");
    expect(lines.slice(first, first + 4).map((line) => line.slice(3))).toEqual([fitting, unfitting, agreedBefore, others]
      .map(({ customers, retention, life }) => [customers, expect.closeTo(retention!, 9), expect.closeTo(life!, 9)]));
  });

  test("the best customers are those of the core, held against the share that is budgeted for (mission R47)", async () => {
    const best = bestOf(scorePortfolio(sample.agreement, sampleCustomers), sample.agreement)!;
    const lines = await valuesOf("Scores!B1:E70");
    const first = lines.findIndex(([label]) => label === "Customers at or above the lines for the best");
    expect(lines.slice(first, first + 4).map((line) => line[3])).toEqual([
      best.customers, expect.closeTo(best.share, 9), expect.closeTo(best.entitled, 9), Number(best.entitled > 0 && best.share > best.entitled),
    ]);
  });

  test("one override stands and is said beside the verdict; the loyal loss-maker and the broken must are told", () => {
    const row = (name: string) => scores.find(({ Customer }) => Customer === name)!;
    expect(row("Kestrel Retail")).toMatchObject({ Verdict: "Let go", Decision: "Renegotiate", "Price of the override a period": 4840 });
    expect(row("Larch Discount")["Loyal loss-maker"]).toBe(1);
    expect(row("Juniper Deli")["Musts broken"]).toBe(1);
  });

  test("Summary counts the verdicts in words", async () => {
    expect(await one("out_verdicts")).toBe("3 invest, 4 develop, 2 renegotiate, 2 let go, 1 find out");
  });

  test("no cell shows an error", async () => {
    const { sheets } = await dump();
    const isError = (value: unknown) => /^#[A-Z/0]+[!?A]?$/.test(String(value));
    expect(sheets.flatMap(({ name, cells }) => (cells?.values.flat() ?? []).filter(isError).map((value) => `${name}: ${value}`))).toEqual([]);
  });

  test("both modules go without a trace, the whale with the customers it reads", async () => {
    await door.removeModule("portfolio");
    expect(await dump()).toEqual(before);
  });
});
