import { audit, rules, type Finding, type WorkbookSnapshot } from "../../../src/workbook/audit";
import { examples } from "./examples";

const findings = (snapshot: WorkbookSnapshot, rule: string) =>
  audit(snapshot, { ours: true }).findings.filter((finding) => finding.rule === rule);
const place = ({ sheet, address }: Finding) => (address === undefined ? sheet : `${sheet}!${address}`);

test("every rule of the catalogue has an example, and nothing else has", () => {
  expect(Object.keys(examples).sort()).toEqual(rules.map(({ id }) => id).sort());
});

describe.each(rules.map((rule) => [rule.id, rule.demand, rule] as const))("%s %s", (id, _, rule) => {
  const { breaks, at, keeps, severity = rule.severity } = examples[id]!;

  test("is found broken at the very place", () => {
    const found = findings(breaks, id);
    expect(found.map(place)).toContain(at);
    expect(found.find((finding) => place(finding) === at)).toMatchObject({ severity, why: rule.why });
    for (const { title } of found) expect(title).not.toMatch(/[{}]|undefined|NaN/);
  });

  test("is found kept", () => {
    expect(findings(keeps, id)).toEqual([]);
    expect(audit(keeps, { ours: true }).passed).toContain(id);
  });
});
