import { costOfServiceLevel } from "../../src/core/value/consequences";
import { assess, paysFrom } from "../../src/core/assessment";
import { sample } from "../../src/core/templates";
import type { Headless } from "../../src/preview/headless";
import { excelWorkbook } from "../../src/workbook";
import { valuesOf } from "./dump";
import { openAddin } from "./open-preview";

jest.setTimeout(60_000);

let addin: Headless;
let lines: unknown[][];
beforeAll(async () => {
  addin = await openAddin();
  await excelWorkbook().build(sample.agreement, sample.id);
  lines = await valuesOf("Value!A1:V340");
});
afterAll(() => addin.close());

/** The columns from C on of the last line that the sheet shows under this name. */
const lineOf = (words: string) => lines.filter((cells) => cells[1] === words).at(-1)!.slice(2);
const { cases, commitments } = assess(sample.agreement);

test("what each commitment must bring is worth as much over a lifetime as the commitment costs (R51, M2)", () => {
  const { annual, value } = cases!.asked;
  for (const { id, annualCost } of commitments) {
    const { label } = sample.agreement.commitments.find((each) => each.id === id)!;
    const [, , , cost, brings, points] = lineOf(label) as number[];
    const costs = (-value.commitments * annualCost) / commitments.reduce((sum, each) => sum + each.annualCost, 0);
    expect(cost).toBe(annualCost);
    expect((brings! * value.contribution) / annual.total).toBeCloseTo(costs, 6);
    expect(points! * cases!.asked.levels.orders * cases!.asked.levels.orderValue).toBeCloseTo(brings!, 6);
  }
});

test("each commitment alone pays from the retention that core finds by halving, and the sheet by secants (model 1.5)", () => {
  for (const commitment of sample.agreement.commitments.filter(({ on }) => on)) {
    expect(lineOf(commitment.label)[7]).toBeCloseTo(paysFrom(sample.agreement, cases!, commitment)!, 12);
  }
});

test("the cost of winning comes back where the value of ever more periods crosses zero (R24, 2-model LTVPAYBACK)", () => {
  const valueOver = (periods: number, which: "asked" | "actual") =>
    assess({ ...sample.agreement, inputs: { ...sample.agreement.inputs, periods } }).cases![which].value.total;
  const paidBack = (which: "asked" | "actual") => {
    const last = [1, 2, 3, 4, 5, 6, 7].find((periods) => valueOver(periods, which) >= 0)!;
    const before = last === 1 ? -sample.agreement.inputs.ac : valueOver(last - 1, which);
    return last - 1 - before / (valueOver(last, which) - before);
  };
  expect(lineOf("Paid back after").slice(2, 4)).toEqual([expect.closeTo(paidBack("asked"), 9), expect.closeTo(paidBack("actual"), 9)]);
  expect(lineOf("Marked in the chart at a height of").slice(2, 4)).toEqual([0, 0]);
});

test("the horizon of 7 years is 0.7 of a life of 10: neither too long nor too short (R20)", () => {
  expect([lineOf("A customer stays, if nothing ends it")[2], lineOf("Horizon in such lives")[2], lineOf("Horizon above 2 or below 1/2 of it")[2]])
    .toEqual([expect.closeTo(10, 9), expect.closeTo(0.7, 9), 0]);
});

test("the cost of perfection rises from 98% to 99.5% as 6,161 to 7,727 (1-mission R43), from our own 600", () => {
  const [, , drawn] = lineOf("Drawn for");
  expect(drawn).toBe(sample.agreement.commitments.find(({ id }) => id === "K2")!.label);
  expect(lineOf("Kept to 98%")[4]).toBeCloseTo(600, 9);
  expect(lineOf("Kept to 99.5%")[4]).toBeCloseTo((600 * 7727.49) / 6161.25, 2);
  const safety = { sigma: 1000, unitCost: 12, carryingRate: 0.25 };
  const dearer = costOfServiceLevel({ level: 0.99, ...safety }) / costOfServiceLevel({ level: 0.98, ...safety });
  expect(lineOf("What that point costs")[2]).toBeCloseTo(600 * dearer - 600, 9);
});

test("Summary shows what we say of ourselves beside the survey of 2004 (R80 to R82)", async () => {
  const said = (await valuesOf("Summary!A1:G60")).filter(([question]) => String(question).endsWith("?"));
  expect(said.map(([, , ours, , others]) => [ours, others])).toEqual([
    ["not answered yet", "42.9% said yes in the US, 17.2% in Europe"], ["not answered yet", "50% did not believe that they do"],
    ["not answered yet", "over 54% said that they do not"],
  ]);
});
