import ExcelJS from "exceljs";
import type { Agreement } from "../../../src/core/agreement";
import { clausesOf } from "../../../src/core/charter/clauses";
import { serialOf } from "../../../src/core/fields";
import { sample, templates } from "../../../src/core/templates";
import { planWorkbook, readAnswer, writeXlsx, type WorkbookPlan } from "../../../src/workbook";
import { customerFile } from "../../../src/workbook/copy/customer-file";
import { formWords, planCustomerCopy } from "../../../src/workbook/copy/customer-copy";
import { leaksIn } from "../../../src/workbook/copy/leaks";
import { partsOf, type Part } from "../../../src/workbook/copy/parts";
import { edited } from "../legal-edits";

const { agreement } = sample;
const having = (fields: Record<string, string | number | boolean | null>) =>
  edited(agreement, Object.entries(fields).map(([id, value]) => ({ id, value })));
const leaksOf = (parts: readonly Part[], its: Agreement = agreement) => leaksIn(parts, its, formWords()).map(({ what }) => what);
const copyOf = async (plan: WorkbookPlan) => partsOf(await writeXlsx(plan, { title: "How we work together" }));

/** The customer's copy with one more cell on its first sheet. */
function planted(content: string | number): WorkbookPlan {
  const [first, ...others] = planCustomerCopy(agreement).sheets as [WorkbookPlan["sheets"][number], ...WorkbookPlan["sheets"]];
  const cell = { row: 60, column: 1, content: { kind: "value" as const, value: content } };
  return { version: "1.0", sheets: [{ ...first, cells: [...first.cells, cell] }, ...others] };
}

describe("the customer's copy", () => {
  test("is three sheets of words: no formula, nothing hidden, nothing that names us (design decision 9)", async () => {
    const parts = await copyOf(planCustomerCopy(agreement));
    expect(planCustomerCopy(agreement).sheets.map(({ name }) => name)).toEqual(["Charter", "Measures", "Your answer"]);
    expect(parts.filter(({ path }) => /sheet\d/.test(path)).some(({ text }) => /<f[ >]|hidden="1"/.test(text))).toBe(false);
    expect(parts.find(({ path }) => path === "docProps/core.xml")!.text).toContain("<dc:creator>Customer Role</dc:creator>");
    expect(parts.map(({ path }) => path).filter((path) => /comment|custom|vba|drawing|media|external/i.test(path))).toEqual([]);
  });

  test.each(templates.map(({ id, agreement: its }) => [id, its] as const))("of %s holds nothing that is only ours", async (_, its) => {
    expect(leaksOf(await copyOf(planCustomerCopy(its)), its)).toEqual([]);
  });

  test("prints its first page as a letter, as the Charter sheet does", () => {
    const of = (plan: WorkbookPlan) => plan.sheets.find(({ id }) => id === "charter")!;
    const [theirs, ours] = [of(planCustomerCopy(agreement)), of(planWorkbook(agreement))];
    expect(theirs.print).toMatchObject({ landscape: false, titleRows: 0, letter: ours.print.letter });
    expect(theirs.widths).toEqual(ours.widths.slice(0, theirs.widths.length));
  });

  test("is refused, by name, should anything of ours stand in it", async () => {
    await expect(customerFile(agreement, planted("57,320"))).rejects.toThrow(/The copy was not made: .*57320/);
    await expect(customerFile(agreement, planWorkbook(agreement))).rejects.toThrow(/and \d+ more/);
  });

  test("may tell what a person words on purpose, even a number of ours", async () => {
    const told = having({ "commitments.K6.wording": "A priority slot, worth 1,200 to you" });
    await expect(customerFile(told)).resolves.toBeInstanceOf(Uint8Array);
  });
});

describe("the leak scan finds in a file", () => {
  test.each<[string, string | number, string]>([
    ["a budget", 108, "Answer within 4 hours, budget: 108"],
    ["a unit cost within a sentence", "It costs us 1,200 a slot", "Priority slot for the top 25%, unit cost: 1200"],
    // 57,319.78 is the net value as asked, 2,340 the cost to deserve, 32.5 % the weight of A02 (2-model 1.4, 1.6).
    ["a net value, rounded", "57,320", "cases, asked, value, total: 57320"],
    ["the cost to deserve", 2340, "costToDeserve: 2340"],
    ["a weight as per cent", "32.5%", "asks, 0, weight: 32.5"],
    ["a margin as per cent", "37%", "Margin at list: 37"],
    ["an owner", "Logistics", "Priority slot for the top 25%, owner: Logistics"],
    ["our own word for an ask in a sentence", "As they say: Not only for the price.", "Not only for the price, ask: not only for the price"],
    ["a surprise", "Two small surprises", "Two small surprises, commitment: Two small surprises"],
    ["a verdict", "Let go", "Verdict: Let go"],
    ["the segment", "Regional food producer", "Segment: Regional food producer"],
  ])("%s", async (_, content, what) => {
    expect(leaksOf(await copyOf(planted(content)))).toContain(what);
  });

  test("a note that was written down for us alone", async () => {
    const noted = having({ "asks.A06.note": "They always argue about Portuguese VAT" });
    expect(leaksOf(await copyOf(planted("They always argue about Portuguese VAT")), noted)).toEqual(["Pay on time, note: They always argue about Portuguese VAT"]);
  });

  const with_ = (path: string, change: (text: string) => string) => async () => {
    const parts = await copyOf(planCustomerCopy(agreement));
    return leaksOf(parts.map((part) => (part.path === path ? { path, text: change(part.text) } : part)));
  };
  test.each([
    ["a hidden sheet", with_("xl/workbook.xml", (text) => text.replace("state=\"visible\"", "state=\"hidden\""))],
    ["a hidden row or column", with_("xl/worksheets/sheet1.xml", (text) => text.replace("<row ", "<row hidden=\"1\" "))],
    ["a formula", with_("xl/worksheets/sheet1.xml", (text) => text.replace("<v>", "<f>1+1</f><v>"))],
    ["a link to another workbook", with_("xl/workbook.xml", (text) => text.replace("<sheets>", "<externalReferences><externalReference r:id=\"rId9\"/></externalReferences><sheets>"))],
    ["a defined name", with_("xl/workbook.xml", (text) => text.replace("<definedNames>", "<definedNames><definedName name=\"in_margin\">Charter!$A$1</definedName>"))],
    ["Priority slot for the top 25%, owner: Logistics", with_("docProps/core.xml", (text) => text.replace("<dc:subject>", "<dc:subject>Logistics"))],
  ])("%s", async (what, leaks) => expect(await leaks()).toContain(what));

  test.each(["xl/comments1.xml", "customXml/item1.xml", "docProps/custom.xml", "xl/vbaProject.bin", "xl/media/image1.png", "xl/worksheets/../calcChain.xml"])(
    "a part of another kind: %s", async (path) => {
      expect(leaksOf([...await copyOf(planCustomerCopy(agreement)), { path, text: "x" }])).toEqual(["a part that a plain workbook does not need"]);
    });

  test("nearly everything in our own workbook", async () => {
    const leaks = leaksOf(await copyOf(planWorkbook(agreement)));
    expect(leaks).toEqual(expect.arrayContaining(["a formula", "a defined name"]));
    expect(leaks.length).toBeGreaterThan(300);
  });
});

describe("the form that comes back", () => {
  const heads = ["Id", "No.", "Clause", "Level", "Your answer", "Said by", "On", "Remark"];

  /** The copy as a customer sends it back, after `fill`. */
  async function answered(fill: (row: (id: string) => ExcelJS.Row) => void): Promise<ArrayBuffer> {
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.load((await customerFile(agreement)).buffer);
    const sheet = workbook.getWorksheet("Your answer")!;
    fill((id) => {
      for (let row = 1; row <= sheet.rowCount; row++) if (sheet.getRow(row).getCell(1).value === id) return sheet.getRow(row);
      throw new Error(`The form has no ${id}.`);
    });
    return workbook.xlsx.writeBuffer();
  }

  test("gives every answer back, with its day and words", async () => {
    const { answers, problems } = await readAnswer(await answered((row) => {
      Object.entries({ 5: "accepted with change", 6: "Rui", 7: new Date(Date.UTC(2027, 0, 15)), 8: "10 days, please" })
        .forEach(([column, value]) => { row("A06").getCell(Number(column)).value = value; });
      row("K2").getCell(5).value = "Accepted";
      row("K2").getCell(7).value = serialOf("2027-01-16");
    }));
    expect(problems).toEqual([]);
    expect(answers.A06).toEqual({ status: "accepted with change", by: "Rui", on: "2027-01-15", remark: "10 days, please" });
    expect(answers.K2).toEqual({ status: "accepted", by: "", on: "2027-01-16", remark: "" });
    expect(Object.keys(answers).sort()).toEqual(clausesOf(agreement).map(({ id }) => id).sort());
  });

  test("names what it cannot read and takes the rest", async () => {
    const { answers, problems } = await readAnswer(await answered((row) => {
      row("A06").getCell(5).value = "maybe";
      row("A02").getCell(7).value = "soon";
    }));
    expect(problems).toEqual(["A02: “soon” is no day.", "A06: “maybe” is no answer on the list."]);
    expect(answers.A06 ?? answers.A02).toBeUndefined();
    expect(answers.K1).toMatchObject({ status: "proposed" });
  });

  test("that is none of ours is refused in a sentence", async () => {
    const other = new ExcelJS.Workbook();
    other.addWorksheet("Sheet1").addRow(heads.slice(1));
    expect(await readAnswer(await other.xlsx.writeBuffer())).toEqual({ answers: {}, problems: [expect.stringMatching(/holds no form of ours/)] });
    expect(await readAnswer(new TextEncoder().encode("no file").buffer as ArrayBuffer)).toEqual({ answers: {}, problems: [expect.stringMatching(/no Excel file/)] });
  });
});
