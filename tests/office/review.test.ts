import { reviewPeriods } from "../../src/core/portfolio/review";
import { sampleReviews } from "../../src/core/portfolio/sample-reviews";
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
  await door.addModule("review", sampleReviews);
});

const one = async (name: string) => (await valuesOf(name))[0]![0];
const periods = async () => {
  const { headings, rows } = await door.readTable("tblReview");
  return rows.map(({ values }) => Object.fromEntries(headings.map((heading, i) => [heading, values[i]])));
};

test("the six quarters of the worked example, replayed on the sheet, are what the core makes of them, to nine digits", async () => {
  const rows = await periods();
  const core = reviewPeriods(sample.agreement, sampleReviews);
  expect(rows.map(({ Period }) => Period)).toEqual(core.map(({ period }) => period));
  core.forEach(({ deserve, fit, coverage, clauses }, i) => {
    const row = rows[i]!;
    expect([row["We kept"], row["They met"], row["Of it known"]]).toEqual([deserve, fit, coverage].map((share) => expect.closeTo(share!, 9)));
    expect(row["Asks on hold"]).toBe(clauses.filter(({ onHold }) => onHold).length);
    for (const { id, attainment } of clauses) expect([id, row[`${id} attained`]]).toEqual([id, expect.closeTo(attainment!, 9)]);
  });
});

test("a quarter of broken word puts asks on hold, and they come back", async () => {
  const held = (await periods()).map((row) => row["Asks on hold"]);
  expect(Math.max(...held as number[])).toBeGreaterThan(0);
  expect(await one("out_review_period")).toBe("2025 Q4");
  expect(await one("out_review_kept")).toBeCloseTo((await one("out_deserve")) as number, 9);
  expect(await one("out_review_fit")).toBeCloseTo((await one("out_fit")) as number, 9);
});

test("a period added through the panel's door is the latest, and what it leaves blank stays as it was", async () => {
  const { headings } = await door.readTable("tblReview");
  const heading = (id: string) => headings.find((each) => each.startsWith(`${id} `))!;
  await door.changeTable("tblReview", { append: [{ Period: "2026 Q1", [heading("A06")]: 50, [heading("K2")]: 98 }] });
  const added = [...sampleReviews, { period: "2026 Q1", clause: "A06", level: 50 }, { period: "2026 Q1", clause: "K2", level: 98 }];
  const last = reviewPeriods(sample.agreement, added).at(-1)!;
  expect(await one("out_review_period")).toBe("2026 Q1");
  expect(await one("out_review_kept")).toBeCloseTo(last.deserve!, 9);
  expect(await one("out_review_fit")).toBeCloseTo(last.fit!, 9);
  expect((await periods()).at(-1)).toMatchObject({ "Musts broken": 1, "A13 so far": 0.12 });
});

test("no cell shows an error, and the sheet goes without a trace", async () => {
  const { sheets } = await dump();
  const isError = (value: unknown) => /^#[A-Z/0]+[!?A]?$/.test(String(value));
  expect(sheets.flatMap(({ name, cells }) => (cells?.values.flat() ?? []).filter(isError).map((value) => `${name}: ${value}`))).toEqual([]);
  await door.removeModule("review");
  expect(await dump()).toEqual(before);
});
