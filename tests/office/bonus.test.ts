import { compareBonuses, usualPlan } from "../../src/core/portfolio/bonus-plan";
import { scorePortfolio } from "../../src/core/portfolio/portfolio";
import { dayOf, sampleCustomers } from "../../src/core/portfolio/sample-customers";
import { sample } from "../../src/core/templates";
import type { Headless } from "../../src/preview/headless";
import { excelWorkbook } from "../../src/workbook";
import { salesOf } from "../../src/workbook/modules/bonus";
import { valuesOf } from "./dump";
import { openAddin } from "./open-preview";

let headless: Headless;
beforeAll(async () => { headless = await openAddin(); });
afterAll(() => headless.close());

const door = excelWorkbook();
const one = async (name: string) => (await valuesOf(name))[0]![0];
const met = (row: number) => usualPlan.stages.map((_, stage) => stage < row % 5);

/** The worked portfolio, every customer a sale of its owner. */
const scores = scorePortfolio(sample.agreement, sampleCustomers);
const expected = compareBonuses(sampleCustomers.texts.id.map((id, row) => ({
  id, customer: id, seller: sampleCustomers.texts.owner[row]!, value: scores.net[row]!, bonus: sampleCustomers.numbers.bonus[row]!, met: met(row),
})));

describe("bonus of today beside bonus on value, with native formulas calculated by the grid", () => {
  let rows: Record<string, unknown>[];
  beforeAll(async () => {
    await door.build(sample.agreement, sample.id);
    await door.addModule("portfolio", { customers: sampleCustomers, asOf: dayOf(2026, 3, 31) });
    await door.addModule("bonus", salesOf(sampleCustomers, met));
    const table = await door.readTable("tblBonus");
    rows = table.rows.map(({ values }) => Object.fromEntries(table.headings.map((heading, i) => [heading, values[i]])));
  });

  test("8,145.69 of 24,100 is paid on value that is not there: 33.8 % (worked portfolio)", async () => {
    expect(await one("out_bonus")).toBe(24100);
    expect(await one("out_bonus_lost")).toBeCloseTo(8145.69, 2);
    expect(await one("out_bonus_lost_share")).toBeCloseTo(0.338, 3);
  });

  test("each sale pays under both plans what the core says", () => {
    expected.sales.forEach(({ id, onLoss, staged, paid, open }, i) => {
      const row = rows[i]!;
      expect(row.Id).toBe(id);
      const found = [row["Of it on value that is not there"], row["Bonus on value, all stages met"], row["Of it proven so far"], row["Of it still open"]];
      expect(found).toEqual([onLoss, staged, paid, open].map((each) => expect.closeTo(each, 6)));
    });
  });

  test("the totals and each stage are those of the core; sellers add up to all", async () => {
    expect(await one("out_bonus_staged")).toBeCloseTo(expected.staged, 6);
    expect(await one("out_bonus_proven")).toBeCloseTo(expected.paid, 6);
    const lines = await valuesOf("Bonus!B1:G45");
    const first = lines.findIndex(([label]) => String(label).startsWith(`${usualPlan.stages[0]!.label}:`));
    expect(lines.slice(first, first + 4).map((line) => line[4])).toEqual(expected.byStage.map((each) => expect.closeTo(each, 6)));
    for (const { seller, bonus, staged, change } of expected.bySeller) {
      const line = lines.find(([label]) => label === seller)!;
      expect(line.slice(3)).toEqual([bonus, staged, change].map((each) => expect.closeTo(each, 6)));
    }
    expect(lines.find(([label]) => label === "Others")!.slice(3)).toEqual([0, 0, 0].map((each) => expect.closeTo(each, 6)));
  });
});
