import { assess } from "../../src/core/assessment";
import { answerTo } from "../../src/core/charter/charter";
import { agreementIndex, clausesOf } from "../../src/core/charter/clauses";
import { publishingRemarks } from "../../src/core/charter/publish";
import { scorePortfolio } from "../../src/core/portfolio/portfolio";
import { sampleCustomers } from "../../src/core/portfolio/sample-customers";
import { sampleDialogue } from "../../src/core/portfolio/sample-dialogue";
import { sampleLeads } from "../../src/core/portfolio/sample-leads";
import { sampleReviews } from "../../src/core/portfolio/sample-reviews";
import { scenarios } from "../../src/core/portfolio/scenarios";
import { sample } from "../../src/core/templates";
import { signedRole, versionsOf } from "../../src/core/templates/sample-story";
import { compareAgreements } from "../../src/core/versions/compare";
import { audit, snapshotOfPlan } from "../../src/workbook/audit";
import { certified } from "../../src/workbook/audit/certified";
import { brokenSeals } from "../../src/workbook/log";
import { modules } from "../../src/workbook/modules";
import { loadModules } from "../../src/workbook/modules/load";
import { planWith } from "../../src/workbook/modules/plan";
import { historyOf } from "../../src/workbook/published";
import { signPlan } from "../../src/workbook/sheets/versions";
import { wholeSample } from "../../src/workbook/whole-sample";
import type { WorkbookPlan } from "../../src/workbook/workbook-plan";

const role = signedRole(sample.agreement);
let whole: Awaited<ReturnType<typeof wholeSample>>;
let plan: WorkbookPlan;
beforeAll(async () => {
  whole = await wholeSample(role, loadModules);
  plan = planWith(role, whole.filled, whole.past.rows);
});

describe("the sample that is opened (4-panel section 6)", () => {
  test("holds every module that has an example, each of its sheets once", () => {
    expect(whole.filled.map(({ module }) => module.id)).toEqual(modules.filter(({ example }) => example).map(({ id }) => id));
    const names = plan.sheets.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    expect(names).toEqual(expect.arrayContaining(["Customers", "Leads", "Bonus", "Plan", "Dialogue", "Review", "Scenarios", "Sensitivity"]));
  });

  test("holds 12 customers, 40 leads, 6 quarters, 9 answers and 5 scenarios", () => {
    expect([sampleCustomers.count, sampleLeads.length, new Set(sampleReviews.map(({ period }) => period)).size, sampleDialogue.length, scenarios.length])
      .toEqual([12, 40, 6, 9, 5]);
  });

  test("holds one naked ask, one commitment beyond what was proven, one override that ends, a customer nobody measured, a loyal loss-maker", () => {
    const { asks, commitments } = assess(role);
    expect(asks.filter(({ status }) => status === "naked").map(({ id }) => id)).toEqual(["A06"]);
    expect(commitments.filter(({ feasible }) => feasible === false).map(({ id }) => id)).toEqual(["K2"]);
    const { texts, numbers } = sampleCustomers;
    const overrides = texts.override.flatMap((verdict, i) => (verdict === "" ? [] : [[texts.name[i], texts.reason[i] !== "", numbers.until[i]! > 0]]));
    expect(overrides).toEqual([["Kestrel Retail", true, true]]);
    const { coverage, profit } = scorePortfolio(role, sampleCustomers);
    expect(texts.name.filter((_, i) => coverage[i]! < role.inputs.minCov)).toEqual(["Hazel Catering"]);
    expect(texts.name.filter((_, i) => profit[i]! < 0 && numbers.retention[i]! >= role.inputs.loyal)).toEqual(["Larch Discount"]);
  });

  test("has a charter that both sides signed: every clause agreed, two of them with a change", () => {
    const { charter } = role;
    expect([charter.version, charter.ours.signedOn, charter.theirs.signedOn]).toEqual(["2.0", "2026-10-01", "2026-10-01"]);
    const answers = clausesOf(role).map(({ id }) => answerTo(charter, id));
    expect(answers.filter(({ status }) => status === "accepted with change")).toHaveLength(2);
    expect(agreementIndex(role, new Map(assess(role).asks.map(({ id, weight }) => [id, weight])))).toBeCloseTo(1, 12);
  });
});

describe("its three versions", () => {
  const versions = versionsOf(sample.agreement);

  test("stand in a log whose seals hold, and are kept whole", () => {
    const { broken, published } = historyOf(whole.past.rows, whole.past.parts);
    expect(broken).toEqual([]);
    expect(published.map(({ number, isWhole }) => [number, isWhole])).toEqual([["1.0", true], ["1.1", true], ["2.0", true]]);
    expect(published.at(-1)!.agreement).toEqual(role);
  });

  test("begin with more value than there is now: a discount of 3% was asked, and nobody gave it", () => {
    const [first, second, third] = versions.map(({ agreement }) => assess(agreement).cases!.asked.value.total);
    expect(third).toBeCloseTo(57319.78, 2);
    expect(first!).toBeGreaterThan(second!);
    expect(second!).toBeGreaterThan(third!);
  });

  test("differ in what the log tells, and in charters of their own day", () => {
    for (const [i, { agreement, changed }] of versions.entries()) {
      if (i === 0) continue;
      const ids = compareAgreements(versions[i - 1]!.agreement, agreement).differences.map(({ id }) => id);
      expect(ids).toEqual(expect.arrayContaining([...changed]));
      expect(ids.filter((id) => !changed.includes(id) && !/^(charter|clauses)\./.test(id))).toEqual([]);
    }
  });

  test("are followed by whoever opens the sample, in a row that is sealed with the others", () => {
    const signed = signPlan(plan, role, { by: "Somebody", at: 46348.5 }, whole.past.rows);
    const cells = signed.sheets.find(({ id }) => id === "versions")!.cells;
    const row = cells.find(({ content }) => content.kind === "value" && content.value === "Somebody")!.row;
    const said = cells.filter((cell) => cell.row === row).map(({ content }) => (content.kind === "value" ? content.value : ""));
    expect(said.slice(0, 2)).toEqual([whole.past.rows.length + 1, "Workbook opened"]);
    expect(brokenSeals(whole.past.rows)).toEqual([]);
  });
});

describe("its audit", () => {
  test("finds no error and nothing to look at; what is left as it is, the naked ask, says why (4-panel section 6)", () => {
    const { findings } = audit(snapshotOfPlan(plan), { ours: true });
    expect(findings.filter(({ severity }) => severity !== "info").map(({ rule, sheet, address, title }) => `${rule} ${sheet} ${address} ${title}`)).toEqual([]);
    expect(role.asks.filter(({ accepted }) => accepted !== "").map(({ id }) => id)).toEqual(["A06"]);
    expect(publishingRemarks(role)).toEqual([]);
  });

  test("is said on About", () => {
    const said = certified(plan, "2026-11-22");
    const about = said.sheets.find(({ id }) => id === "about")!.cells.map(({ content }) => (content.kind === "value" ? String(content.value) : ""));
    expect(about.find((text) => text.startsWith("Audited"))).toBe("Audited 22 Nov 2026 as planned, 0 errors, 0 warnings");
  });
});
