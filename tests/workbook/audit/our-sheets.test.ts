import { templates } from "../../../src/core/templates";
import { openHeadless, type Headless } from "../../../src/preview/headless";
import { cellAddress } from "../../../src/workbook/address";
import { audit, rules, type Finding, type WorkbookSnapshot } from "../../../src/workbook/audit";
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

  test.each(templates.map(({ id, agreement }) => [id, agreement] as const))("%s: no error, and only what a plan cannot know is not checked", async (_, agreement) => {
    const snapshot = await calculatedSnapshot(headless, planWorkbook(agreement));
    sound.push(snapshot);
    const { findings, notChecked } = audit(snapshot, { ours: true });
    expect(findings.filter(({ severity }) => severity === "error")).toEqual([]);
    const unknowable = ["W07", "W13"];
    const notBuiltYet = ["P02", "V01"].filter((id) => !snapshot.sheets.some((sheet) => sheet.id === { P02: "charter", V01: "versions" }[id]));
    expect(notChecked.map(({ rule }) => rule)).toEqual([...unknowable, ...notBuiltYet]);
  }, 60_000);

  test("every formula of ours is understood to the last character", () => {
    const formulas = sound.flatMap(({ sheets }) => sheets.flatMap((sheet) => sheet.formulas.flat())).filter((each): each is string => typeof each === "string" && each.startsWith("="));
    const taken = [...new Set(formulas)].map((formula) => ({ formula, tokens: tokenize(formula) }));
    expect(taken.length).toBeGreaterThan(2_000);
    expect(taken.filter(({ tokens }) => tokens.some(({ kind }) => kind === "unknown" || kind === "error" || kind === "structured"))).toEqual([]);
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
      missed.push(...faults.filter((fault) => !errors.some((finding) => tells(finding, fault))).map((fault) => `${seed} ${JSON.stringify(fault)}`));
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
      const writes = errors.filter((finding) => tells(finding, fault)).flatMap(({ fix }) => fix?.writes ?? []);
      expect(writes).toContainEqual({ sheet: fault.sheet, address: addressOf(fault), content: { kind: "formula", formula: fault.was } });
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
  const corners = area.split(":").map((corner) => /^([A-Z]+)(\d+)$/.exec(corner)).map((parts) => (parts ? [Number(parts[2]) - 1, numberOf(parts[1]!)] as const : undefined));
  const [first, last = first] = corners;
  return first !== undefined && last !== undefined && row >= first[0] && row <= last[0] && column >= first[1] && column <= last[1];
}

const numberOf = (letters: string) => [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
