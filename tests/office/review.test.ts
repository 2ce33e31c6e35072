import { costToDeserve } from "../../src/core/commitment/cost";
import { nextActions, renewalMemo } from "../../src/core/portfolio/renewal";
import { reviewPeriods } from "../../src/core/portfolio/review";
import { sampleReviews } from "../../src/core/portfolio/sample-reviews";
import { askById } from "../../src/core/role/asks";
import { sample } from "../../src/core/templates";
import type { Headless } from "../../src/preview/headless";
import { modelOf } from "../../src/core/value/cases";
import { groups } from "../../src/core/value/drivers";
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

/** The heading under which the sheet says what a clause moved. */
const movedBy = (id: string) => `${groups.find((group) => group.id === askById.get(id)!.driver)!.label}: moved the value`;

test("what each clause moved in each quarter, and the value it led to, are those of the core", async () => {
  const rows = await periods();
  for (const [i, { value, drift, interaction, clauses }] of reviewPeriods(sample.agreement, sampleReviews).entries()) {
    const row = rows[i]!;
    expect([row.Worth, row["Moved the value"], row["What several share"]]).toEqual([value!, drift, interaction].map((each) => expect.closeTo(each, 6)));
    for (const { id, drift: alone } of clauses.filter(({ side }) => side === "theirs")) {
      expect([i, id, row[movedBy(id)]]).toEqual([i, id, expect.closeTo(alone, 6)]);
    }
  }
});

test("the list of clauses says for each how it stands, what it moved, and what is still to gain", async () => {
  const core = reviewPeriods(sample.agreement, sampleReviews);
  const [first, last] = [core[0]!, core.at(-1)!];
  const lines = await valuesOf("Review!A1:S80");
  const at = lines.findIndex(([clause]) => clause === "Clause");
  const close = (value: number | null) => (value === null ? "" : expect.closeTo(value, 6));
  for (const { id, side, agreed, level, attainment, drift, gap } of last.clauses) {
    const [, , , , ...cells] = lines.slice(at).find(([clause]) => clause === id)!;
    const since = core.reduce((sum, { clauses }) => sum + clauses.find((each) => each.id === id)!.drift, 0);
    const before = first.clauses.find((each) => each.id === id)!.level;
    const expected = [agreed, before, level, attainment].map(close);
    expect([id, ...cells.slice(0, 7)]).toEqual([id, ...expected, ...(side === "ours" ? ["", "", ""] : [drift, since, gap].map(close))]);
  }
});

test("memo and agenda say what the core drafts, our side first, and nothing that is never shown to the customer", async () => {
  const reviews = reviewPeriods(sample.agreement, sampleReviews);
  const { sinceSigning, behindRole, value } = reviews.at(-1)!;
  const [memo, agenda] = await Promise.all(["Memo!A1:G70", "Agenda!A1:D50"].map(valuesOf)) as [unknown[][], unknown[][]];
  const amount = (label: string) => memo.find((row) => row[0] === label)![6];
  expect(memo.flat()).toContain(renewalMemo(sample.agreement, reviews)[0]!.text);
  expect(["Lifetime value at the latest levels", "Moved since the first period", "Still to gain if both sides play their part"].map(amount))
    .toEqual([value!, sinceSigning, behindRole].map((each) => expect.closeTo(each, 6)));
  const { annual, referralValue } = modelOf(sample.agreement).price(modelOf(sample.agreement).actual, true);
  expect(amount("Left in a year")).toBeCloseTo(annual.total + referralValue - costToDeserve(sample.agreement), 6);
  const hidden = sample.agreement.commitments.filter(({ show }) => !show).map(({ label }) => label);
  expect([...memo, ...agenda].flat()).not.toEqual(expect.arrayContaining(hidden));
  const actions = nextActions(reviews.at(-1)!, 40).filter(({ label }) => !hidden.includes(label));
  const of = (side: string) => actions.filter((action) => action.side === side).map(({ label }) => label).slice(0, 3);
  const under = (title: string) => agenda.slice(agenda.findIndex(([cell]) => cell === title) + 1).slice(0, 3).map(([label]) => label);
  expect(under("What we owe, told by us")).toEqual(of("ours"));
  expect(under("What we count on, from the records of both")).toEqual(of("theirs"));
  expect(agenda.flat()).toContain("12% to 5% discount");
});

test("a quarter of broken word puts asks on hold, and they come back", async () => {
  const held = (await periods()).map((row) => row["Asks on hold"]);
  expect(Math.max(...held as number[])).toBeGreaterThan(0);
  expect(await one("out_review_period")).toBe("2025 Q4");
  expect(await one("out_review_kept")).toBeCloseTo((await one("out_deserve")) as number, 9);
  expect(await one("out_review_fit")).toBeCloseTo((await one("out_fit")) as number, 9);
});

test("the sheet Checks says that no period stands twice and that the changes of value add up", async () => {
  expect([await one("chk_periods"), await one("chk_drift"), await one("chk_dialogue")]).toEqual([0, expect.closeTo(0, 6), "not added"]);
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
