import { tornadoOf } from "../../src/core/portfolio/tornado";
import { sample } from "../../src/core/templates";
import type { Headless } from "../../src/preview/headless";
import { excelWorkbook } from "../../src/workbook";
import { dump, onWorkbook, valuesOf } from "./dump";
import { openAddin } from "./open-preview";

let headless: Headless;
beforeAll(async () => { headless = await openAddin(); });
afterAll(() => headless.close());

const door = excelWorkbook();
let before: Awaited<ReturnType<typeof dump>>;
beforeAll(async () => {
  await door.build(sample.agreement, sample.id);
  before = await dump();
  await door.addModule("scenarios", null);
  await door.addModule("sensitivity", null);
});

const lines = async (sheet: string) => valuesOf(`${sheet}!A1:Y160`);
const lineOf = (rows: unknown[][], label: string) => rows.find((row) => row[1] === label)!;

test("the five futures of the worked example are worth what is printed, to the euro", async () => {
  const worth = lineOf(await lines("Scenarios"), "Worth in this future").slice(4, 9) as number[];
  expect(worth.map(Math.round)).toEqual([57320, 37212, 39146, 36532, 68229]);
});

test("the scenario chosen is shown by name", async () => {
  await onWorkbook((workbook) => { workbook.names.getItem("in_scenario").getRange().values = [["Price war"]]; });
  expect((await valuesOf("out_scenario"))[0]![0]).toBeCloseTo(39146, 0);
});

/** Low and high of each bar, in whole euros, as printed for the worked example. */
const printed: Record<string, [number, number]> = {
  horizon: [46206, 65190], margin: [48361, 66279], retention: [49771, 66199], orders: [49646, 64994], rate: [53673, 61346],
  growth: [54426, 60383], serve: [55383, 59257], deserve: [56397, 58243], days: [56185, 57603], ac: [56720, 57920],
};

test("the ten bars of the tornado are those printed, and those of the core", async () => {
  const rows = await lines("Sensitivity");
  const bars = rows.filter((row) => row[3] === "Below" && typeof row[4] === "number").map((row) => [row[4], row[5]] as [number, number]);
  expect(bars.map((bar) => bar.map(Math.round))).toEqual(Object.values(printed));
  const core = new Map(tornadoOf(sample.agreement).map(({ id, low, high }) => [id, [low, high]]));
  expect(bars).toEqual(Object.keys(printed).map((id) => core.get(id)!.map((value) => expect.closeTo(value!, 6))));
});

test("the middle of the grid is the role as asked, and every cell what the case columns say of the same two levels", async () => {
  const rows = await lines("Sensitivity");
  const middle = lineOf(rows, "Line 4 of the grid");
  expect(middle[8]).toBeCloseTo(57319.78, 2);
  const { cases } = await import("../../src/core/value/cases").then(({ modelOf }) => ({ cases: modelOf(sample.agreement) }));
  const discounts = lineOf(rows, "Discount in this column").slice(5, 12) as number[];
  for (let i = 1; i <= 7; i++) {
    const row = lineOf(rows, `Line ${i} of the grid`);
    discounts.forEach((discount, j) => {
      const { value } = cases.price({ ...cases.asked, retention: row[4] as number, discount }, true);
      expect(row[5 + j]).toBeCloseTo(value.total, 6);
    });
  }
});

test("no cell shows an error, the checks hold, and both go without a trace", async () => {
  const { sheets } = await dump();
  const isError = (value: unknown) => /^#[A-Z/0]+[!?A]?$/.test(String(value));
  expect(sheets.flatMap(({ name, cells }) => (cells?.values.flat() ?? []).filter(isError).map((value) => `${name}: ${value}`))).toEqual([]);
  expect((await valuesOf("chk_master"))[0]![0]).toBe(0);
  await door.removeModule("sensitivity");
  await door.removeModule("scenarios");
  expect(await dump()).toEqual(before);
});
