import { assess } from "../../src/core/assessment";
import { hear } from "../../src/core/portfolio/dialogue";
import { sampleDialogue } from "../../src/core/portfolio/sample-dialogue";
import { sample } from "../../src/core/templates";
import type { Headless } from "../../src/preview/headless";
import { excelWorkbook } from "../../src/workbook";
import { dump, valuesOf } from "./dump";
import { openAddin } from "./open-preview";

let headless: Headless;
beforeAll(async () => { headless = await openAddin(); });
afterAll(() => headless.close());

const door = excelWorkbook();
let before: Awaited<ReturnType<typeof dump>>;
beforeAll(async () => {
  await door.build(sample.agreement, sample.id);
  before = await dump();
  await door.addModule("dialogue", sampleDialogue);
});

const one = async (name: string) => (await valuesOf(name))[0]![0];
const lines = () => valuesOf("Dialogue!A1:R60");
const lineOf = (rows: unknown[][], label: string) => rows.find((row) => row[1] === label)!;
const heard = () => hear(sample.agreement, assess(sample.agreement), sampleDialogue);

test("the value to be expected of the worked example is 37,518 of 65,067, as printed with the sample", async () => {
  expect(await one("out_expected")).toBeCloseTo(37518, 0);
  expect(lineOf(await lines(), "All asks")[7]).toBeCloseTo(65067, 0);
  expect(lineOf(await lines(), "Share of all gaps")[4]).toBeCloseTo(0.5766, 4);
});

test("the sheet adds up the answers as the core does", async () => {
  const rows = await lines();
  const { customers, conversations, closed, gaps, changed, expectedAsTold, asks } = heard();
  expect(await one("out_customers_asked")).toBe(customers);
  expect(await one("out_validated")).toBe("validated");
  expect(await one("out_expected_told")).toBeCloseTo(expectedAsTold, 6);
  expect(["Answers", "Loops closed: the customer knows what became of it", "Expectation gaps: another level than ours",
    "Clauses changed because of customers"].map((label) => lineOf(rows, label)[4])).toEqual([conversations, closed, gaps.length, changed]);
  for (const { id, answers, probability } of asks) {
    const row = rows.find((each) => each[0] === id)!;
    expect([id, row[5], row[6]]).toEqual([id, answers, expect.closeTo(probability, 9)]);
  }
});

test("an answer added through the panel's door is counted, and a level that we met is no gap any more", async () => {
  const { headings, rows } = await door.readTable("tblDialogue");
  expect(rows).toHaveLength(sampleDialogue.length);
  expect(headings.slice(0, 4)).toEqual(["Clause", "In their words", "Unit", "Customer"]);
  await door.changeTable("tblDialogue", { append: [{
    Clause: "A05", "In their words": "Every second order, fine.", Unit: "% of orders", Customer: "Grove Drinks", Expects: 50, Accepts: "with changes",
    "Will cooperate": 0.9,
  }] });
  expect(await one("out_customers_asked")).toBe(heard().customers + 1);
  expect(lineOf(await lines(), "Clauses changed because of customers")[4]).toBe(1);
  expect((await lines()).find((each) => each[0] === "A05")!.slice(4, 7)).toEqual([0.4, 1, 0.9]);
});

test("no cell shows an error, and the sheets go without a trace", async () => {
  const { sheets } = await dump();
  const isError = (value: unknown) => /^#[A-Z/0]+[!?A]?$/.test(String(value));
  expect(sheets.flatMap(({ name, cells }) => (cells?.values.flat() ?? []).filter(isError).map((value) => `${name}: ${value}`))).toEqual([]);
  await door.removeModule("dialogue");
  expect(await dump()).toEqual(before);
});
