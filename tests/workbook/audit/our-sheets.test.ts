import { templates } from "../../../src/core/templates";
import { openHeadless, type Headless } from "../../../src/preview/headless";
import { cellAddress, covers, parseReference } from "../../../src/workbook/address";
import { audit, rules, snapshotOfPlan, type Finding, type WorkbookSnapshot } from "../../../src/workbook/audit";
import { tokenize } from "../../../src/workbook/audit/formula-text";
import { planWorkbook } from "../../../src/workbook/plan";
import { calculatedSnapshot } from "./calculated";
import { broken, type Fault } from "./faults";

const errorsOf = (snapshot: WorkbookSnapshot) => audit(snapshot, { ours: true }).findings.filter(({ severity }) => severity === "error");

describe("the sheets we build", () => {
  let headless: Headless;
  const sound: WorkbookSnapshot[] = [];
  beforeAll(async () => { headless = await openHeadless(); });
  afterAll(() => headless.close());

  const each = templates.map(({ id, agreement }) => [id, agreement] as const);
  test.each(each)("%s: no error, and only what a plan cannot know is not checked", async (_, agreement) => {
    const snapshot = await calculatedSnapshot(headless, planWorkbook(agreement));
    sound.push(snapshot);
    const { findings, notChecked } = audit(snapshot, { ours: true });
    expect(findings.filter(({ severity }) => severity === "error")).toEqual([]);
    const optional = { P02: "charter", V01: "versions" };
    const absent = Object.entries(optional).filter(([, id]) => !snapshot.sheets.some((sheet) => sheet.id === id)).map(([rule]) => rule);
    expect(notChecked.map(({ rule }) => rule)).toEqual(["W07", "W13", ...absent]);
  }, 60_000);

  test("a plan that nobody has calculated is audited too, but for its results", () => {
    const { findings, notChecked } = audit(snapshotOfPlan(planWorkbook(templates[0]!.agreement)), { ours: true });
    expect(findings).toEqual([]);
    expect(notChecked.map(({ rule }) => rule)).toEqual(expect.arrayContaining(["W10", "L08", "K02", "K03", "K04", "K05"]));
  });

  test("every formula of ours is understood to the last character", () => {
    const contents = new Set(sound.flatMap(({ sheets }) => sheets.flatMap((sheet) => sheet.formulas.flat())));
    const formulas = [...contents].filter((content): content is string => typeof content === "string" && content.startsWith("="));
    const taken = formulas.map((formula) => ({ formula, tokens: tokenize(formula) }));
    expect(taken.length).toBeGreaterThan(2_000);
    expect(taken.filter(({ tokens }) => tokens.some(({ kind }) => /unknown|error|structured/.test(kind)))).toEqual([]);
    expect(taken.map(({ tokens }) => `=${tokens.map(({ text }) => text).join("")}`)).toEqual(taken.map(({ formula }) => formula));
  });

  /** Each with a fault of every kind in another template's workbook. */
  const seeds = Array.from({ length: 14 }, (_, index) => index + 1);

  test("of the faults that people make, the rules of severity error find at least 95 %, in the very cell", () => {
    const missed: string[] = [];
    let count = 0;
    for (const seed of seeds) {
      const { snapshot, faults } = broken(sound[seed % sound.length]!, seed);
      const errors = errorsOf(snapshot);
      count += faults.length;
      const untold = faults.filter((fault) => !errors.some((finding) => tells(finding, fault)));
      missed.push(...untold.map((fault) => `${seed} ${JSON.stringify(fault)}`));
    }
    expect(count).toBeGreaterThan(400);
    if (missed.length > count * 0.05) throw new Error(`${missed.length} of ${count} faults were missed:\n${missed.join("\n")}`);
  }, 120_000);

  test("every rule of severity error is put to the test by some fault", () => {
    const told = new Set(broken(sound[0]!, 1).faults.flatMap((fault) => fault.rules));
    expect(rules.filter(({ severity, id }) => severity === "error" && !told.has(id)).map(({ id }) => id)).toEqual([]);
  });

  test("putting a formula back writes the very formula that was there", () => {
    const { snapshot, faults } = broken(sound[0]!, 3);
    const errors = errorsOf(snapshot);
    const overwritten = faults.filter(({ rules: [first], was }) => was !== undefined && /^F(01|02)$/.test(first!));
    expect(overwritten).toHaveLength(2);
    for (const fault of overwritten) {
      const mends = errors.filter((finding) => tells(finding, fault)).flatMap(({ fix }) => fix?.mends ?? []);
      const contents = [[{ kind: "formula", formula: fault.was }]];
      expect(mends).toContainEqual(expect.objectContaining({ kind: "cells", sheet: fault.sheet, address: addressOf(fault), contents }));
    }
  });
});

const addressOf = ({ row, column }: Fault) => cellAddress(row!, column!);

/** One of the fault's rules, on its sheet, over its cell. */
function tells({ rule, sheet, address }: Finding, fault: Fault): boolean {
  if (!fault.rules.includes(rule) || (fault.sheet !== "" && sheet !== fault.sheet)) return false;
  return fault.row === undefined || (address ?? "").split(",").some((area) => isIn(area, fault.row!, fault.column!));
}

function isIn(area: string, row: number, column: number): boolean {
  const { box } = parseReference(`=Sheet!${area}`)!;
  return covers(box, row, column);
}
