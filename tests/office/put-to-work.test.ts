import { gateLadder, type Step } from "../../src/core/portfolio/ladder";
import { handoverOfRole } from "../../src/core/portfolio/handover";
import { promptsToday, touchPointsOf } from "../../src/core/portfolio/service";
import { offerKinds, planValue } from "../../src/core/portfolio/value-plan";
import { sample } from "../../src/core/templates";
import type { Headless } from "../../src/preview/headless";
import { excelWorkbook } from "../../src/workbook";
import { plan } from "../../src/workbook/modules/put-to-work";
import { dump, onWorkbook, valuesOf } from "./dump";
import { openAddin } from "./open-preview";

let headless: Headless;
beforeAll(async () => { headless = await openAddin(); });
afterAll(() => headless.close());

const door = excelWorkbook();
const { steps, asOf, offers } = plan.example!(sample.agreement);
const one = async (name: string) => (await valuesOf(name))[0]![0];

async function rowsOf(table: string): Promise<Record<string, unknown>[]> {
  const { headings, rows } = await door.readTable(table);
  return rows.map(({ values }) => Object.fromEntries(headings.map((heading, i) => [heading, values[i]])));
}

describe("Plan and Service, with native formulas calculated by the grid", () => {
  let before: Awaited<ReturnType<typeof dump>>;
  beforeAll(async () => {
    await door.build(sample.agreement, sample.id);
    before = await dump();
    await door.addModule("plan", { steps, asOf, offers });
  });

  test("the worked ladder is worth 5,565.89 and one gate blocks 3,820.44 of it (model section 4)", async () => {
    expect(await one("out_ladder")).toBeCloseTo(5565.89, 2);
    expect(await one("out_blocked")).toBeCloseTo(3820.44, 2);
    expect(await one("out_untested")).toBe(0);
  });

  const judged = (given: readonly Step[]) => gateLadder(sample.agreement.inputs.rate, given, asOf).steps
    .map(({ state, expected, success }) => [state, expect.closeTo(expected, 6), expect.closeTo(success, 9)]);

  test("each milestone is passed, next or locked as the core says; a lower line opens the gate", async () => {
    const found = async () => (await rowsOf("tblMilestones")).map((row) => [String(row.State).toLowerCase(), row["Expected value"], row["Value success"]]);
    expect(await found()).toEqual(judged(steps));
    await door.changeTable("tblMilestones", { set: [{ row: 1, heading: "Needed share", value: 0.9 }] });
    expect(await found()).toEqual(judged(steps.map((step, i) => (i === 1 ? { ...step, needed: 0.9 } : step))));
    expect(await one("out_blocked")).toBeCloseTo(0, 9);
  });

  test("a milestone without a test is counted, and a step that is added is judged too", async () => {
    await door.changeTable("tblMilestones", { append: [{ Id: "M4", Milestone: "Third site", "Needed share": 1 }] });
    expect(await one("out_untested")).toBe(1);
    expect((await rowsOf("tblMilestones"))[3]).toMatchObject({ State: "Next", "Expected value": 0 });
  });

  test("named offers cover the role as the core says: offer by offer, period by period, kind by kind (mission R60)", async () => {
    const value = planValue(sample.agreement, offers);
    const lines = await valuesOf("Plan!A1:S40");
    const lineOf = (label: string) => lines.find((row) => row[1] === label)!;
    const close = (numbers: readonly number[]) => numbers.map((number) => expect.closeTo(number, 6));
    expect((await rowsOf("tblOffers")).map((row) => row["Planned in all"])).toEqual(close(value.offers.map(({ total }) => total)));
    expect(lineOf("All that the role asks").slice(14)).toEqual(close(value.asked));
    expect(lineOf("Planned by the offers below").slice(14)).toEqual(close(value.planned));
    expect(lineOf("Covered in the period").slice(14)).toEqual(close(value.covered));
    expect(offerKinds.map((kind) => lineOf(kind)[6])).toEqual(close(value.kinds.map(({ covered }) => covered)));
    expect(await one("out_plan_covered")).toBeCloseTo(value.coveredInAll, 9);
  });

  test("handing a customer over costs 5,472 when 4 points of retention go (mission R64), and nothing is said while they are not known", async () => {
    const { cost } = handoverOfRole(sample.agreement);
    expect(Math.round(cost!)).toBe(5472);
    expect(await one("out_handover")).toBeCloseTo(cost!, 6);
    await onWorkbook((workbook) => { workbook.names.getItem("in_handover_loss").getRange().values = [[""]]; });
    expect(await one("out_handover")).toBe("");
    await onWorkbook((workbook) => { workbook.names.getItem("in_handover_loss").getRange().values = [[0.04]]; });
  });

  test("one voice answers at each touch point but the phone, which Service and Finance share", async () => {
    const points = touchPointsOf(sample.agreement);
    const found = await rowsOf("tblTouchPoints");
    expect(found.map((row) => [row["Touch point"], row["Kept here"], row.State])).toEqual(points.map(({ name, commitments, consistent }) =>
      [name, commitments.length, consistent ? "One voice" : "More than one"]));
    expect(found.find((row) => row["Touch point"] === "Phone")).toMatchObject({ "Who answers": "Service and others", K4: "Service", K7: "Finance", K1: "" });
    expect(await one("out_voices")).toBe(1);
  });

  test("what rests on our word waits while we keep too little of it", async () => {
    const waits = async () => (await rowsOf("tblPrompts")).map(({ Today }) => Today === "First keep our word");
    expect(await waits()).toEqual(promptsToday(sample.agreement).map(({ wait }) => wait !== null));
    await onWorkbook((workbook) => { workbook.names.getItem("in_deserve_min").getRange().values = [[0.99]]; });
    const strict = { ...sample.agreement, inputs: { ...sample.agreement.inputs, deserveMin: 0.99 } };
    expect(await waits()).toEqual(promptsToday(strict).map(({ wait }) => wait !== null));
    expect((await waits()).filter(Boolean)).toHaveLength(3);
    await onWorkbook((workbook) => { workbook.names.getItem("in_deserve_min").getRange().values = [[0.6]]; });
  });

  test("no cell shows an error, and both sheets go without a trace", async () => {
    const { sheets } = await dump();
    const isError = (value: unknown) => /^#[A-Z/0]+[!?A]?$/.test(String(value));
    expect(sheets.flatMap(({ name, cells }) => (cells?.values.flat() ?? []).filter(isError).map((value) => `${name}: ${value}`))).toEqual([]);
    await door.removeModule("plan");
    expect(await dump()).toEqual(before);
  });
});
