import ExcelJS from "exceljs";
import { sample } from "../../src/core/templates";
import type { Headless } from "../../src/preview/headless";
import { writeXlsx as saveGrid } from "../../src/preview/xlsx";
import { excelWorkbook, planWorkbook, writeXlsx } from "../../src/workbook";
import { openAddin } from "./open-preview";

jest.setTimeout(120_000);

/**
 * One plan, written twice: through Microsoft's client library into the preview's grid, which is then saved, and straight to a
 * file. Both files are read by the same reader.
 */
let built: ExcelJS.Workbook;
let written: ExcelJS.Workbook;
let addin: Headless;

const read = async (bytes: Uint8Array<ArrayBuffer>) => {
  const file = new ExcelJS.Workbook();
  await file.xlsx.load(bytes.buffer);
  return file;
};

beforeAll(async () => {
  addin = await openAddin();
  await excelWorkbook().build(sample.agreement, sample.id);
  built = await read(await saveGrid(addin.host.book, addin.host.workbook.state, "ROLE"));
  built.removeWorksheet("Sheet1");
  written = await read(await writeXlsx(planWorkbook(sample.agreement), { title: "Customer role" }));
});
afterAll(() => addin.close());

/** One fact of every cell of a workbook that holds or shows anything, by its address. */
function facts(file: ExcelJS.Workbook, of: (cell: ExcelJS.Cell) => unknown): Record<string, unknown> {
  const found: Record<string, unknown> = {};
  for (const sheet of file.worksheets) {
    sheet.eachRow((row) => row.eachCell({ includeEmpty: true }, (cell) => {
      const fact = of(cell);
      if (fact !== undefined) found[`${sheet.name}!${cell.address}`] = fact;
    }));
  }
  return found;
}

const isUsed = ({ formula, value }: ExcelJS.Cell) => Boolean(formula) || value !== null;

/** An alignment that is left out is the bottom one. */
const alignmentOf = ({ alignment: { horizontal, vertical = "bottom", indent = 0, wrapText = false } = {} }: ExcelJS.Cell) =>
  [horizontal, vertical, indent, wrapText];

test.each<[string, (cell: ExcelJS.Cell) => unknown]>([
  ["formulas", ({ formula }) => formula || undefined],
  ["values", ({ formula, value }) => (formula ? undefined : value ?? undefined)],
  ["number formats", (cell) => (isUsed(cell) ? cell.numFmt : undefined)],
  ["fonts", (cell) => (isUsed(cell) ? [cell.font.name, cell.font.size, cell.font.bold ?? false, cell.font.color?.argb] : undefined)],
  ["fills", ({ fill }) => (fill?.type === "pattern" && fill.pattern === "solid" ? fill.fgColor?.argb : undefined)],
  ["borders", ({ border }) => border && Object.entries(border).map(([side, line]) => `${side} ${line?.style} ${line?.color?.argb}`).sort().join() || undefined],
  ["alignments", (cell) => (isUsed(cell) ? alignmentOf(cell) : undefined)],
  ["cells a person may change", ({ protection }) => (protection?.locked === false ? true : undefined)],
])("both writers give every cell the same %s", (_, of) => {
  const [one, other] = [facts(built, of), facts(written, of)];
  expect(Object.keys(one).length).toBeGreaterThan(20);
  expect(other).toEqual(one);
});

const byPriority = (formats: { rules: { priority: number }[] }[]) => [...formats].sort((a, b) => a.rules[0]!.priority - b.rules[0]!.priority);

/** A grid keeps sizes in whole pixels: 7 a character, 0.75 of a point. */
const pixels = (size: number | undefined, per: number) => size === undefined ? undefined : Math.round(size * per);

test.each<[string, (sheet: ExcelJS.Worksheet) => unknown]>([
  ["widths", ({ columns }) => columns.map(({ width }) => pixels(width, 7))],
  ["heights", (sheet) => Array.from({ length: sheet.rowCount }, (_, row) => pixels(sheet.getRow(row + 1).height, 4 / 3))],
  ["frozen rows and columns, and no grid lines", ({ views }) => views.map(({ state, showGridLines, ...view }) => ({ state, showGridLines, ...("xSplit" in view && { x: view.xSplit, y: view.ySplit }) }))],
  ["tab colours", ({ properties }) => properties.tabColor?.argb],
  ["rules of entry", (sheet) => (sheet as any).dataValidations.model],
  ["conditional formats", (sheet) => byPriority((sheet as any).conditionalFormattings)],
  ["tables", (sheet) => Object.values((sheet as any).tables).map(({ table: { name, tableRef, columns: heads, style } }: any) => ({ name, tableRef, heads, style }))],
  ["headers and footers", ({ headerFooter }) => headerFooter],
  ["print set-up", ({ pageSetup: { margins, paperSize: _theReaders, ...set } }) => ({ ...set, margins: Object.values(margins!).map((inches) => inches.toFixed(6)).sort() })],
])("both writers give every sheet the same %s", (_, of) => {
  const one = built.worksheets.map((sheet) => [sheet.name, of(sheet)]);
  expect(written.worksheets.map((sheet) => [sheet.name, of(sheet)])).toEqual(one);
});

test("both writers give the same names", () => {
  const sorted = (file: ExcelJS.Workbook) => file.definedNames.model.map(({ name, ranges }) => `${name} ${ranges.join()}`).sort();
  expect(sorted(written)).toEqual(sorted(built));
});
