import type { Headless } from "../../src/preview/headless";
import { sample } from "../../src/core/templates";
import { certificate, type Finding, type Mend } from "../../src/workbook/audit";
import { mendedInWords } from "../../src/workbook/audit/mended";
import { excelWorkbook } from "../../src/workbook";
import { onWorkbook, valuesOf } from "./dump";
import { openAddin } from "./open-preview";

/** The self-audit through Microsoft's client library: on a workbook of ours, on a broken one, and on a stranger's. */
jest.setTimeout(120_000);

let addin: Headless;
beforeAll(async () => { addin = await openAddin(); });
afterAll(() => addin.close());

const door = excelWorkbook();
const check = () => door.check();
/** "F10 Value!K29", one line per error. */
const errorsIn = (findings: readonly Finding[]) => findings.filter(({ severity }) => severity === "error")
  .map(({ rule, sheet, address }) => `${rule} ${sheet}${address ? `!${address}` : ""}`);
const find = (findings: readonly Finding[], rule: string) => findings.find((finding) => finding.rule === rule)!;

async function build(): Promise<void> {
  addin.host.reset();
  await door.build(sample.agreement, sample.id, { by: "", at: 46_348, reason: "built" });
}

describe("a workbook of ours", () => {
  beforeAll(build);

  test("shows no error after the build, and warns only of the properties that its file does not have yet", async () => {
    const { findings, isOurs, notChecked } = await check();
    expect(isOurs).toBe(true);
    expect(findings.map(({ rule, title }) => `${rule} ${title}`)).toEqual(["W13 The file’s properties name no author and company"]);
    expect(notChecked.map(({ rule }) => rule)).toEqual(["W06", "W07", "A01a"]);
    for (const { reason } of notChecked.slice(0, 2)) expect(reason).toMatch(/^Excel (does not list|shows no)/);
  });

  test("says on About what the last check found, wherever that cell stands by then", async () => {
    expect(await valuesOf("About!C11")).toEqual([["Audited 22 Nov 2026 as planned, 0 errors, 0 warnings"]]);
    await onWorkbook(({ worksheets }) => { worksheets.getItem("About").getRange("A6").getEntireRow().insert("Down"); });
    const { findings } = await check();
    await door.certify(certificate(findings, "2026-11-23"));
    expect(await valuesOf("About!C12")).toEqual([["Audited 23 Nov 2026, 0 errors, 1 warning"]]);
  });

  test("keeps with the file what was accepted", async () => {
    const [{ rule, sheet, title }] = (await check()).findings as [Finding];
    const accepted = [{ rule, sheet, title, reason: "A draft", by: "Ana", day: "2026-11-22" }];
    await door.keepAccepted(accepted);
    expect((await excelWorkbook().check()).accepted).toEqual(accepted);
    await door.keepAccepted([]);
    expect((await check()).accepted).toEqual([]);
  });

  test("is read with progress, and no further once it was cancelled", async () => {
    const told: number[] = [];
    const stop = new AbortController();
    addin.host.roundTrips = 0;
    const cancelled = door.check({ signal: stop.signal, progress: ({ share, doing }) => {
      told.push(share);
      expect(doing).toMatch(/^Reading /);
      stop.abort();
    } });
    await expect(cancelled).rejects.toMatchObject({ name: "AbortError" });
    expect(told).toEqual([0]);
    expect(addin.host.roundTrips).toBeLessThan(7);
  });
});

/** Ten ways in which people break it, each with the error that must be told: rule, sheet and cells. */
const breaks: readonly (readonly [string, string, (workbook: Excel.Workbook) => void])[] = [
  ["a hidden row", "W03 Inputs", ({ worksheets }) => { worksheets.getItem("Inputs").getRange("26:26").rowHidden = true; }],
  ["a formula overwritten by a number", "F10 Value!K29",
    ({ worksheets }) => { worksheets.getItem("Value").getRange("K29").values = [[12_400]]; }],
  ["a number typed into a formula", "F03 Summary!K60",
    ({ worksheets }) => { worksheets.getItem("Summary").getRange("K60").formulas = [["=Value!E111*1.07"]]; }],
  ["a number stored as text", "F14 Inputs!E23", ({ worksheets }) => { worksheets.getItem("Inputs").getRange("E23").values = [["'0.1"]]; }],
  ["a name without cells", "W11 ", ({ names }) => { names.add("in_lost", "=Sheet9!#REF!"); }],
  ["a circular reference", "W08 Value!Z300", ({ worksheets }) => { worksheets.getItem("Value").getRange("Z300").formulas = [["=Z300"]]; }],
  ["an error value", "W10 Summary!K62", ({ worksheets }) => { worksheets.getItem("Summary").getRange("K62").formulas = [["=1/0"]]; }],
  ["merged cells", "L04 Role Definition!B2:D2", ({ worksheets }) => { worksheets.getItem("Role Definition").getRange("B2:D2").merge(); }],
  ["a hidden sheet", "W02 Lists", ({ worksheets }) => { worksheets.getItem("Lists").visibility = "Hidden"; }],
  ["a deleted check", "K04 Checks", ({ worksheets }) => { worksheets.getItem("Checks").getRange("17:17").delete("Up"); }],
];

describe("a broken workbook of ours", () => {
  let findings: readonly Finding[] = [];
  beforeAll(async () => {
    await build();
    await onWorkbook((workbook) => { for (const [, , harm] of breaks) harm(workbook); });
    ({ findings } = await check());
  });

  test.each(breaks)("%s is told: %s", (_, error) => expect(errorsIn(findings)).toContain(error));

  /** Carries out the fix of the first finding of a rule; gives back what undoes it. */
  async function mended(rule: string): Promise<readonly Mend[]> {
    const { fix } = find(findings, rule);
    return door.mend(fix!.mends);
  }

  test("what can be mended safely is mended, and told no more", async () => {
    const rules = ["W02", "W03", "W11", "F10", "F14"];
    for (const rule of rules) await mended(rule);
    const left = errorsIn((await check()).findings);
    const told = breaks.map(([, error]) => error).filter((error) => rules.includes(error.slice(0, 3)));
    expect(left.filter((error) => told.includes(error))).toEqual([]);
    expect(await valuesOf("Inputs!E23")).toEqual([[0.1]]);
  });

  test("a mended formula is the one that was there, and undo brings back what was mended", async () => {
    await onWorkbook(({ worksheets }) => { worksheets.getItem("Value").getRange("K29").values = [[12_400]]; });
    ({ findings } = await check());
    const back = await mended("F10");
    expect(await formulaAt("Value", "K29")).toBe("=$E$29");
    await door.note(mendedInWords("Put the formula back", find(findings, "F10").fix!.mends, back), { by: "Ana", at: 46_000, reason: "Check workbook" });
    const { rows, broken } = await door.history();
    expect([rows.at(-1), broken]).toMatchObject([{ what: "Put the formula back: Value!K29", before: 12_400, after: "=$E$29", who: "Ana" }, []]);
    await door.mend(back);
    expect(await formulaAt("Value", "K29")).toBe(12_400);
  });

  test("a fix does not write over what somebody entered meanwhile", async () => {
    ({ findings } = await check());
    await onWorkbook(({ worksheets }) => { worksheets.getItem("Value").getRange("K29").values = [[13_000]]; });
    await expect(mended("F10")).rejects.toMatchObject({ code: "changed", message: expect.stringContaining("Value!K29 has changed") });
    expect(await formulaAt("Value", "K29")).toBe(13_000);
  });
});

const formulaAt = (sheet: string, address: string): Promise<unknown> => Excel.run(async (context) => {
  const cell = context.workbook.worksheets.getItem(sheet).getRange(address).load("formulas");
  await context.sync();
  return cell.formulas[0]![0];
});

describe("a workbook of somebody else's", () => {
  const months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun"];
  const line = (label: string, formula: (column: string) => string) => [label, ...["B", "C", "D", "E", "F", "G"].map(formula)];
  const budget = [
    ["Budget", ...months],
    ["Units", 10, 11, 12, "13", 14, 15],
    line("Revenue", (c) => `=${c}2*$B$12`),
    line("Cost", (c) => `=${c}3*0.62`),
    line("Bonus", (c) => `=IF(${c}3>200,IF(${c}3>300,2,1),0)`),
    line("Profit", (c) => `=${c}3-${c}4-${c}5`),
    ["Today", "=NOW()", "", "", "", "", ""],
    ["Ratio", "=B3/B20", "", "", "", "", ""],
    ["Plan", "='[Plan 2025.xlsx]Year'!B3", "", "", "", "", ""],
    ["Loop", "=B11", "", "", "", "", ""], ["Back", "=B10", "", "", "", "", ""], ["Price", 20, "", "", "", "", ""],
  ];
  const planted = [
    "W02 Secret", "W03 Budget", "W06 Budget!B9", "W08 Budget!B10", "W09 ", "W10 Budget!B8", "W10 Budget!B9", "W11 ",
    "L04 Budget!A14:B15", "F03 Budget!B4:G4", "F03 Budget!B5:G5", "F06 Budget!B5:G5", "F07 Budget!B7", "F10 Budget!D6", "F14 Budget!E2",
  ];

  beforeAll(async () => {
    addin.host.reset();
    await onWorkbook(({ worksheets, names, application }) => {
      const sheet = worksheets.getItem("Sheet1");
      sheet.name = "Budget";
      sheet.getRange("A1:G12").formulas = budget.map((row) => row.map((content) => (content === "13" ? "'13" : content)));
      sheet.getRange("D6").values = [[99]];
      sheet.getRange("A14:B15").merge();
      sheet.getRange("F:F").columnHidden = true;
      worksheets.add("Secret").visibility = "VeryHidden";
      names.add("Lost", "=Gone!#REF!");
      application.calculationMode = "Manual";
    });
  });
  afterAll(() => onWorkbook(({ application }) => { application.calculationMode = "Automatic"; }));

  test("every planted fault is told, and nothing else is an error", async () => {
    const { findings, isOurs, sheets } = await check();
    expect(isOurs).toBe(false);
    expect(sheets).toEqual(["Budget", "Secret"]);
    expect(errorsIn(findings).sort()).toEqual([...planted].sort());
  });

  test("settings and hidden things are mended, and undo puts everything back", async () => {
    const { findings } = await check();
    const before = (await check()).findings;
    const mends = ["W02", "W03", "W09", "W11"].flatMap((rule) => find(findings, rule).fix!.mends);
    const back = await door.mend(mends);
    expect(errorsIn((await check()).findings).filter((error) => /^W(02|03|09|11)/.test(error))).toEqual([]);
    await door.mend(back);
    expect((await check()).findings).toEqual(before);
  });

  test("a long sheet without headings in sight, and a number stored as text in a cell of text format, are mended", async () => {
    await onWorkbook(({ worksheets }) => {
      const sheet = worksheets.add("List");
      sheet.getRange("A1:A30").values = [["Amount"], ...Array.from({ length: 29 }, (_, index) => [index * 3])];
      sheet.getRange("A9").numberFormat = [["@"]];
      sheet.getRange("A9").values = [["1,250.5"]];
    });
    const on = (rule: string) => (finding: Finding) => finding.rule === rule && finding.sheet === "List";
    const { findings } = await check();
    const back = await door.mend(["L03", "F14"].flatMap((rule) => findings.find(on(rule))!.fix!.mends));
    expect(await valuesOf("List!A9")).toEqual([[1250.5]]);
    const after = (await check()).findings;
    expect(after.some(on("L03")) || after.some(on("F14"))).toBe(false);
    await door.mend(back);
    expect(await valuesOf("List!A9")).toEqual([["1,250.5"]]);
    expect((await check()).findings).toEqual(findings);
  });
});
