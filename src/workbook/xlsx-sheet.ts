import type ExcelJS from "exceljs";
import { boxAddress, cellAddress } from "./address";
import { printing, tabColors } from "./style";
import type { BulkPlan, CellContent, CellPlan, SheetPlan } from "./workbook-plan";
import { writeConditions, writeValidations } from "./xlsx-rules";
import { argb, cellStyles } from "./xlsx-style";

/** Adds one planned sheet to the file; the one in front is what the reader sees first. */
export function writeSheet(file: ExcelJS.Workbook, sheet: SheetPlan, { inFront }: { inFront: boolean }): void {
  const worksheet = file.addWorksheet(sheet.name, {
    properties: { tabColor: argb(tabColors[sheet.sheetClass]) },
    views: [viewOf(sheet, inFront)],
    pageSetup: pageOf(sheet),
    headerFooter: headerAndFooter(sheet),
  });
  const { secondPage } = sheet.print.letter ?? {};
  if (secondPage !== undefined) worksheet.getRow(secondPage).addPageBreak();
  writeTables(worksheet, sheet);
  writeCells(worksheet, sheet.cells);
  for (const bulk of sheet.bulks ?? []) writeBulk(worksheet, bulk, sheet.spills);
  writeSizes(worksheet, sheet);
  writeValidations(worksheet, sheet.validations);
  writeConditions(worksheet, sheet.conditions);
}

function writeCells(worksheet: ExcelJS.Worksheet, cells: readonly CellPlan[]): void {
  const styleOf = cellStyles();
  for (const cell of cells) {
    const target = worksheet.getCell(cell.row + 1, cell.column + 1);
    target.value = contentOf(cell.content);
    target.style = styleOf(cell);
  }
}

function writeBulk(worksheet: ExcelJS.Worksheet, { box, valuesOf }: BulkPlan, looks: SheetPlan["spills"] = []): void {
  const styleOf = cellStyles();
  const inColumn = new Map(looks.filter((look) => look.box.row === box.row).map((look) => [look.box.column, look]));
  for (let row = 0; row < box.rows; row++) {
    valuesOf(row).forEach((value, i) => {
      const target = worksheet.getCell(box.row + row + 1, box.column + i + 1);
      target.value = value === "" ? null : contentOf({ kind: "value", value });
      target.style = styleOf({ ...inColumn.get(box.column + i) });
    });
  }
}

function contentOf(content: CellContent): ExcelJS.CellValue {
  if (content.kind === "empty") return null;
  if (content.kind === "formula") return { formula: content.formula.slice(1) } as ExcelJS.CellFormulaValue;
  return typeof content.value === "string" ? inFile(content.value) : content.value;
}

/**
 * Text as a file spells it: characters that XML cannot hold, or would change, stand as _x000D_, and what only looks like that
 * keeps its own underscore. A cell of text stays text whatever it begins with, so formulas cannot creep in.
 */
export function inFile(text: string): string {
  const code = (character: string) => `_x${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}_`;
  return text.replace(/_(?=x[0-9A-Fa-f]{4}_)|[\x00-\x08\x0B-\x1F\x7F\uFFFE\uFFFF]/g, code);
}

/** The library fills a table's cells itself; the plan's own contents are written over them afterwards. */
function writeTables(worksheet: ExcelJS.Worksheet, { tables, cells }: SheetPlan): void {
  for (const { name, box } of tables) {
    const heads = cells.filter(({ row, column }) => row === box.row && column >= box.column && column < box.column + box.columns);
    worksheet.addTable({
      name, ref: cellAddress(box.row, box.column), headerRow: true,
      columns: heads.map(({ content }) => ({ name: content.kind === "value" ? String(content.value) : "", filterButton: false })),
      rows: Array.from({ length: box.rows - 1 }, () => heads.map(() => null)),
      style: { theme: "TableStyleLight1", showRowStripes: false },
    });
  }
}

/** A file counts a column's padding in: 5 pixels beside 7 for each character of the standard font (ECMA-376, part 1, 18.3.1.13). */
const inColumn = (characters: number) => characters + 5 / 7;

function writeSizes(worksheet: ExcelJS.Worksheet, { widths, heights }: SheetPlan): void {
  widths.forEach((width, column) => {
    worksheet.getColumn(column + 1).width = inColumn(width);
  });
  for (const [row, height] of Object.entries(heights)) worksheet.getRow(Number(row) + 1).height = height;
}

function viewOf({ freeze: { rows, columns } }: SheetPlan, inFront: boolean): Partial<ExcelJS.WorksheetView> {
  // The typings know no tabSelected; without it a reader shows the front sheet but prints or deletes another.
  const shared = { showGridLines: false, zoomScale: 100, activeCell: "A1", ...(inFront && { tabSelected: true }) };
  return rows + columns > 0 ? { ...shared, state: "frozen", xSplit: columns, ySplit: rows } : { ...shared, state: "normal" };
}

const MILLIMETRES_PER_INCH = 25.4;
/** Excel's own distance of header and footer from the edge, in inches. */
const HEADER = 0.3;

/** One page wide, as long as it takes, heading rows on every page. The size of the paper is the reader's. */
function pageOf({ print: { landscape, area, titleRows, onePage, letter } }: SheetPlan): Partial<ExcelJS.PageSetup> {
  const [side, edge] = (letter ? [printing.letter, printing.letter] : [printing.side, printing.topAndBottom])
    .map((millimetres) => millimetres / MILLIMETRES_PER_INCH) as [number, number];
  return {
    orientation: landscape ? "landscape" : "portrait",
    fitToPage: true, fitToWidth: 1, fitToHeight: Number(onePage ?? false),
    margins: { left: side, right: side, top: edge, bottom: edge, header: HEADER, footer: HEADER },
    // The library sets a dollar before each address, which fixes its column; this one fixes the row.
    printArea: boxAddress(area).replace(/([A-Z]+)(\d+)/g, "$1$$$2"),
    ...(titleRows > 0 && { printTitlesRow: `1:${titleRows}` }),
  };
}

const small = `&${printing.size}&K${printing.color.slice(1)}`;

function headerAndFooter({ print: { letter } }: SheetPlan): Partial<ExcelJS.HeaderFooter> {
  if (letter) return { oddFooter: `&L${small}${letter.footer}&R${small}Page &P of &N` };
  return { oddHeader: `&L${small}&F - &A`, oddFooter: `&C${small}Page &P of &N&R${small}&D` };
}
