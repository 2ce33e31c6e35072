import { sample } from "../../src/core/templates";
import type { Headless } from "../../src/preview/headless";
import { audit, snapshotOfPlan } from "../../src/workbook/audit";
import { excelWorkbook } from "../../src/workbook";
import { planWith } from "../../src/workbook/modules/plan";
import { history } from "../../src/workbook/modules/history";
import { known, truth } from "../core/history/simulated-orders";
import { studied } from "../workbook/modules/history-data";
import { openAddin } from "./open-preview";

/** An order list of a person's own, simulated with known truth, and the sheet made from it; through Microsoft's client library. */
let headless: Headless;
beforeAll(async () => { headless = await openAddin(); });
afterAll(() => headless.close());

const { rows, data } = studied(150, 5);
const door = excelWorkbook(async () => [history]);

/** Every cell of the sheet, by what its line is called and the letter of its column. */
async function cellsOf(sheet: string) {
  return Excel.run(async (context) => {
    const used = context.workbook.worksheets.getItem(sheet).getUsedRange().load("values, formulas, rowIndex, columnIndex");
    await context.sync();
    return used.values;
  });
}

test("an order list becomes the sheet Order History: functions over the list give what the core found, to the last digit", async () => {
  await Excel.run(async (context) => {
    const worksheet = context.workbook.worksheets.add("Order list");
    worksheet.getRange(`A1:D${rows.length}`).values = rows;
    await context.sync();
  });
  await door.build(sample.agreement, sample.id);
  const reading = await door.addModule("history", data);
  expect(reading.state === "built" && reading.build.modules.map(({ id }) => id)).toEqual(["history"]);

  const cells = await settled();
  const line = (label: string) => cells.find((row) => row[1] === label)!;
  const { reality, tally } = data;
  const [E, F, G, I, J] = [4, 5, 6, 8, 9] as const;
  expect(line("Customers").slice(E, G)).toEqual([tally.customers, tally.customers]);
  expect(line("By function, now")[E]).toBe("PARETONBD");
  reality.fit.parameters.forEach((parameter, i) => expect(Number(line("By function, now")[F + i]) / parameter).toBeCloseTo(1, 9));
  expect(Number(line("By function, now")[J])).toBeCloseTo(reality.fit.logLikelihood, 6);
  for (const [label, found] of [["Orders a year", reality.ordersPerYear], ["Years as a customer", reality.lifetime]] as const) {
    expect(Number(line(label)[E]) / found.value).toBeCloseTo(1, 9);
    expect(line(label).slice(F, I)).toEqual([found.value, found.low, found.high]);
  }
  reality.retentionByTenure.forEach((found, i) => expect(line(`In year ${i + 1}`)[E]).toBeCloseTo(found.value, 9));
});

/** The sheet once the functions of the add-in have answered. */
async function settled() {
  for (let turn = 0; turn < 50; turn++) {
    const cells = await cellsOf("Order History");
    if (cells.some((row) => row[4] === "PARETONBD" && row[1] === "By function, now")) return cells;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error("The functions on Order History never answered.");
}

test("the role's wishes are live: they follow Inputs, and the verdict follows them", async () => {
  const cells = await settled();
  const asked = (label: string) => cells.find((row) => row[1] === label)!.slice(8, 10);
  expect(asked("Orders a year")).toEqual([12, "MORE THAN SHOWN"]); // 12 asked (model 1.4) of customers who show 7.8 (truth)
  expect(asked("Stay another year")).toEqual([0.9, "MORE THAN SHOWN"]);
  expect(asked("Years as a customer")[0]).toBeCloseTo((1 - 0.9 ** 10) / -Math.log(0.9), 9);
});

test("the intervals on the sheet cover the truth of the simulation", async () => {
  const cells = await settled();
  const range = (label: string) => cells.find((row) => row[1] === label)!.slice(6, 8).map(Number) as [number, number];
  const within = (label: string, value: number) => {
    const [low, high] = range(label);
    expect([low <= value, value <= high]).toEqual([true, true]);
  };
  within("Orders a year", known.ordersPerYear);
  within("Growth of a purchase day", truth.growth);
  within("Years as a customer", known.lifetime);
  within("In year 1", known.firstYear);
  within("In year 2", known.secondYear);
});

test("every customer of the list has a row, as HISTORY gives it, with the probability that he is still there", async () => {
  const cells = await settled();
  const first = cells.findIndex((row) => row[1] === "Customer") + 1;
  const listed = cells.slice(first, first + data.tally.customers);
  expect(new Set(listed.map((row) => row[1])).size).toBe(data.tally.customers);
  expect(cells[first + data.tally.customers]!.slice(1, 3)).toEqual(["Dropped", 0]);
  expect(listed.every((row) => Number(row[6]) > 0 && Number(row[6]) <= 1)).toBe(true);
});

test("going takes the sheet away without a trace", async () => {
  const reading = await door.removeModule("history");
  expect(reading.state === "built" && reading.build.modules).toEqual([]);
  const names = await Excel.run(async (context) => {
    const sheets = context.workbook.worksheets.load("items/name");
    const named = context.workbook.names.load("items/name");
    await context.sync();
    return [...sheets.items, ...named.items].map(({ name }) => name);
  });
  expect(names.filter((name) => /history/i.test(name))).toEqual([]);
});

test("where a row of the list cannot be read the functions stay away, for they would refuse it, and the sheet says so", () => {
  const { sheets } = planWith(sample.agreement, [{ module: history, data: { ...data, unreadable: 1 } }]);
  const texts = sheets.at(-1)!.cells.map(({ content }) => String({ value: "", formula: "", ...content }[content.kind === "formula" ? "formula" : "value"]));
  expect(texts.filter((text) => text.includes("ROLE.") && text.startsWith("="))).toEqual([]);
  expect(texts.filter((text) => text.startsWith("Some rows of the list could not be read"))).toHaveLength(1);
});

test("our audit finds nothing on the sheet, filled or blank", () => {
  for (const filled of [data, { ...data, unreadable: 3 }, history.blank(sample.agreement)]) {
    const { findings } = audit(snapshotOfPlan(planWith(sample.agreement, [{ module: history, data: filled }])), { ours: true });
    expect(findings.filter(({ sheet }) => sheet === "Order History")).toEqual([]);
  }
});
