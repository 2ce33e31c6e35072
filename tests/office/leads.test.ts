import { screenLeads } from "../../src/core/portfolio/leads";
import { sampleLeads } from "../../src/core/portfolio/sample-leads";
import { sample } from "../../src/core/templates";
import type { Headless } from "../../src/preview/headless";
import { excelWorkbook } from "../../src/workbook";
import { dump, onWorkbook, valuesOf } from "./dump";
import { openAddin } from "./open-preview";

let headless: Headless;
beforeAll(async () => { headless = await openAddin(); });
afterAll(() => headless.close());

const door = excelWorkbook();
const screen = screenLeads(sample.agreement, sampleLeads);
const one = async (name: string) => (await valuesOf(name))[0]![0];

async function rowsOf(table: string): Promise<Record<string, unknown>[]> {
  const { headings, rows } = await door.readTable(table);
  return rows.map(({ values }) => Object.fromEntries(headings.map((heading, i) => [heading, values[i]])));
}

describe("forty leads on the sheet, with native formulas calculated by the grid", () => {
  let before: Awaited<ReturnType<typeof dump>>;
  beforeAll(async () => {
    await door.build(sample.agreement, sample.id);
    before = await dump();
    await door.addModule("leads", { leads: sampleLeads });
  });

  test("each gets the fit, the value, the most to spend and the verdict of the core", async () => {
    const rows = await rowsOf("tblLeads");
    expect(rows).toHaveLength(40);
    screen.leads.forEach(({ id, verdict, netValue, maximumAcquisition, fit, coverage }, i) => {
      const row = rows[i]!;
      expect([row.Id, row.Verdict]).toEqual([id, verdict]);
      const found = [row["Net value expected"], row["Most to spend on winning"], row.Coverage, row.Fit];
      expect(found).toEqual([netValue, maximumAcquisition, coverage, fit ?? ""].map((each) => (each === "" ? "" : expect.closeTo(each as number, 6))));
    });
  });

  test("the counts, the share rejected and the cost avoided are those of the core", async () => {
    const counts = (await valuesOf("rng_lead_verdicts")).flat();
    expect(counts).toEqual(Object.values(screen.counts));
    expect(counts.filter((count) => count === 0)).toEqual([]);
    expect(await one("out_leads_rejected")).toBeCloseTo(screen.rejected, 9);
    expect(await one("out_leads_saved")).toBeCloseTo(screen.saved, 6);
    expect(await one("out_leads_pursued")).toBeCloseTo(screen.pursued, 6);
  });

  test("a lead without money is one to find out about, and the table counts rows that are added", async () => {
    await door.changeTable("tblLeads", { append: [{ Id: "L41", Lead: "Nobody yet", Unit: "as headed" }] });
    expect((await rowsOf("tblLeads"))[40]).toMatchObject({ Id: "L41", Verdict: "Find out", "Net value expected": "" });
    expect((await valuesOf("rng_lead_verdicts")).flat().reduce((sum: number, count) => sum + Number(count), 0)).toBe(41);
  });

  test("the most to spend follows the ratio asked for", async () => {
    const [first] = screen.leads;
    await onWorkbook((workbook) => { workbook.names.getItem("in_lead_ratio").getRange().values = [[4]]; });
    expect((await rowsOf("tblLeads"))[0]!["Most to spend on winning"]).toBeCloseTo(first!.maximumAcquisition * 3 / 4, 6);
  });

  test("no cell shows an error, and the sheet goes without a trace", async () => {
    const { sheets } = await dump();
    const isError = (value: unknown) => /^#[A-Z/0]+[!?A]?$/.test(String(value));
    expect(sheets.flatMap(({ name, cells }) => (cells?.values.flat() ?? []).filter(isError).map((value) => `${name}: ${value}`))).toEqual([]);
    await door.removeModule("leads");
    expect(await dump()).toEqual(before);
  });
});
