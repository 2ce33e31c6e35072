import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import ExcelJS from "exceljs";
import fc from "fast-check";
import { sample, templates } from "../../src/core/templates";
import { planWorkbook, writeXlsx, type WorkbookPlan } from "../../src/workbook";
import { boxAddress, cellAddress } from "../../src/workbook/address";
import { formats, styles } from "../../src/workbook/style";
import { anyText } from "./legal-edits";

jest.setTimeout(60_000);

const meta = { title: "Customer role: Regional food producer" };

async function written(plan: WorkbookPlan): Promise<ExcelJS.Workbook> {
  return read(await writeXlsx(plan, meta));
}
async function read({ buffer }: { buffer: ArrayBuffer }): Promise<ExcelJS.Workbook> {
  const file = new ExcelJS.Workbook();
  await file.xlsx.load(buffer);
  return file;
}

const plan = planWorkbook(sample.agreement);
let file: ExcelJS.Workbook;
beforeAll(async () => { file = await written(plan); });

/** Every planned cell beside the cell of the file. */
const pairs = () => plan.sheets.flatMap(({ name, cells }) =>
  cells.map((cell) => ({ cell, at: `${name}!${cellAddress(cell.row, cell.column)}`, is: file.getWorksheet(name)!.getCell(cell.row + 1, cell.column + 1) })));

describe("the file of a plan", () => {
  test("has its sheets in their order, Summary in front", () => {
    expect(file.worksheets.map(({ name }) => name)).toEqual(plan.sheets.map(({ name }) => name));
    expect(file.worksheets[file.views[0]!.activeTab]!.name).toBe("Summary");
  });

  test("holds every value and every formula, and nothing else", () => {
    // The library reads a number in a format of days as a day.
    const plain = (value: ExcelJS.CellValue) => (value instanceof Date ? value.getTime() / 86_400_000 + 25_569 : value);
    const shown = ({ value, formula }: ExcelJS.Cell) => (formula ? `=${formula}` : plain(value));
    for (const { cell: { content }, at, is } of pairs()) {
      const wanted = content.kind === "empty" ? null : content.kind === "formula" ? content.formula : content.value;
      expect([at, shown(is)]).toEqual([at, wanted]);
    }
    const count = file.worksheets.reduce((sum, sheet) => {
      sheet.eachRow((row) => row.eachCell(() => { sum++; }));
      return sum;
    }, 0);
    expect(count).toBe(pairs().filter(({ cell }) => cell.content.kind !== "empty").length);
  });

  test("shows every cell in its style and number format", () => {
    for (const { cell: { style, format = "general", align }, at, is } of pairs()) {
      const { size, bold, color, fill, horizontal } = styles[style!];
      const fillNow = is.fill?.type === "pattern" ? is.fill.fgColor?.argb : undefined;
      expect([at, is.numFmt ?? "General", is.font.name, is.font.size, is.font.bold ?? false, is.font.color?.argb, fillNow, is.alignment.horizontal ?? "general"])
        .toEqual([at, formats[format], "Calibri", size, bold, `FF${color.slice(1)}`, fill && `FF${fill.slice(1)}`, align ?? horizontal]);
    }
  });

  test("names what the plan names, and calls tables as it does", () => {
    const named = Object.fromEntries(file.definedNames.model.map(({ name, ranges }) => [name, ranges]));
    for (const { name, sheet, box } of plan.sheets.flatMap(({ names }) => names)) {
      const address = boxAddress(box).replace(/([A-Z]+)(\d+)/g, "$$$1$$$2");
      expect([name, named[name]]).toEqual([name, [`${/ /.test(sheet) ? `'${sheet}'` : sheet}!${address}`]]);
    }
    const tables = file.worksheets.flatMap((sheet) => Object.values((sheet as any).tables).map(({ table }: any) => [table.name, table.tableRef]));
    expect(tables).toEqual(plan.sheets.flatMap((sheet) => sheet.tables.map(({ name, box }) => [name, boxAddress(box)])));
  });

  test("has a rule with its sentence wherever the plan has one, and every conditional format", () => {
    for (const { name, validations, conditions } of plan.sheets) {
      const sheet = file.getWorksheet(name) as any;
      for (const { box, title, message } of validations) {
        const rule = sheet.dataValidations.model[cellAddress(box.row + box.rows - 1, box.column + box.columns - 1)];
        expect(rule).toMatchObject({ errorTitle: title, error: message, promptTitle: title, prompt: message, showErrorMessage: true });
      }
      expect(sheet.conditionalFormattings.map((each: any) => `${each.ref} =${each.rules[0].formulae[0]}`))
        .toEqual(conditions.map(({ box, formula }) => `${boxAddress(box)} ${formula}`));
    }
  });

  test("prints the charter as a letter: upright on one page, 20 mm all round, without the file's name", () => {
    const { pageSetup, headerFooter } = file.getWorksheet("Charter")!;
    const { area } = plan.sheets.find(({ id }) => id === "charter")!.print;
    expect(pageSetup).toMatchObject({ orientation: "portrait", fitToPage: true, fitToWidth: 1, fitToHeight: 1, printArea: boxAddress(area) });
    for (const side of ["left", "right", "top", "bottom"] as const) expect(pageSetup.margins![side]).toBeCloseTo(20 / 25.4, 10);
    expect([headerFooter.oddHeader ?? "", headerFooter.oddFooter]).toEqual(["", "&L&9&K5B6472How we work together&R&9&K5B6472Page &P of &N"]);
  });

  test("prints every other sheet one page wide, with its heading rows, the file's name above and page and date below", () => {
    for (const { name, print } of plan.sheets.filter((sheet) => !sheet.print.letter)) {
      const { pageSetup, headerFooter } = file.getWorksheet(name)!;
      expect(pageSetup).toMatchObject({ orientation: "landscape", fitToPage: true, fitToWidth: 1, fitToHeight: name === "Summary" ? 1 : 0, printArea: boxAddress(print.area), printTitlesRow: `1:${print.titleRows}` });
      expect(headerFooter.oddHeader).toBe("&L&9&K5B6472&F - &A");
      expect(headerFooter.oddFooter).toBe("&C&9&K5B6472Page &P of &N&R&9&K5B6472&D");
    }
  });

  test("is titled and names nobody", () => {
    const { title, creator, lastModifiedBy, company, manager, description } = file as ExcelJS.Workbook & Record<string, string>;
    expect({ title, creator, lastModifiedBy, company: company ?? "", manager: manager ?? "", description: description ?? "" })
      .toEqual({ title: meta.title, creator: "Customer Role", lastModifiedBy: "Customer Role", company: "", manager: "", description: "" });
  });

  test("keeps any text as that text, and never makes a formula of it", async () => {
    const [sheet] = plan.sheets;
    await fc.assert(fc.asyncProperty(anyText(), async (text) => {
      const cells = [{ row: 0, column: 0, content: { kind: "value" as const, value: text } }];
      const small = { ...plan, sheets: [{ ...sheet!, cells, names: [], tables: [], validations: [], conditions: [] }] };
      const { value, type } = (await written(small)).worksheets[0]!.getCell("A1");
      expect([value, type]).toEqual([text, ExcelJS.ValueType.String]);
    }), { numRuns: 50, examples: [["=1+1"], ["_x0041_ and _x000D_"], ["line\r\nline"], ["\u0001"]] });
  });
});

describe("npm run sample", () => {
  const entry = ["node_modules/tsx/dist/cli.mjs", "src/workbook/sample.ts"];
  let folder: string;
  beforeAll(() => { folder = mkdtempSync(path.join(tmpdir(), "sample-")); });
  afterAll(() => rmSync(folder, { recursive: true }));

  test("writes the sample workbook, or that of a template, to the file it is told", async () => {
    for (const [id, segment] of [[[], "Regional food producer"], [["telecom"], undefined]] as const) {
      const target = path.join(folder, "role.xlsx");
      execFileSync(process.execPath, [...entry, target, ...id]);
      const opened = await read(new Uint8Array(readFileSync(target)));
      const cell = opened.definedNames.getRanges("in_segment").ranges[0]!.split("!")[1]!;
      const shown = opened.getWorksheet("Inputs")!.getCell(cell.replaceAll("$", "")).value;
      expect(shown).toBe(segment ?? templates.find((each) => each.id === "telecom")!.agreement.inputs.segment);
    }
  });

  test.each([[[], /Say where/], [["role.xls"], /Say where/], [["role.xlsx", "bakery"], /no template bakery.*distribution, software/]] as const)(
    "refuses %j with a sentence that says what to do", (args, sentence) => {
      const { status, stderr } = spawnSync(process.execPath, [...entry, ...args], { encoding: "utf8" });
      expect(status).toBe(1);
      expect(stderr).toMatch(sentence);
    });
});
