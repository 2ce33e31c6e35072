import { gateLadder, type Step } from "../../src/core/portfolio/ladder";
import { handoverCost } from "../../src/core/portfolio/handover";
import { promptsToday } from "../../src/core/portfolio/service";
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
const { steps, asOf } = plan.example!(sample.agreement);
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
    await door.addModule("plan", { steps, asOf });
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

  test("handing a customer over costs 5,471.84: retention 90 to 86 % on 13,956 growing 3 % over 7 years at 10 %", async () => {
    const cost = handoverCost({ rate: 0.1, retention: 0.9, margin: 13956, growth: 0.03, periods: 7 }, 0.86);
    expect(cost).toBeCloseTo(5471.84, 2);
    expect(await one("out_handover")).toBeCloseTo(cost, 6);
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
