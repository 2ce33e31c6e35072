import { IDefinedNamesService } from "@univerjs/engine-formula";
import { ConditionalFormattingRuleModel } from "@univerjs/sheets-conditional-formatting";
import { SheetDataValidationModel } from "@univerjs/sheets-data-validation";
import { TableManager } from "@univerjs/sheets-table";
import ExcelJS from "exceljs";
import { mayGiveBlock, toFileFormula } from "./file-formula";
import { columnName, formatAddress, fromUniverRange, type UniverRange } from "./grid/address";
import type { Book, Value } from "./grid/book";
import type { PageLayoutState, SheetState, WorkbookState } from "./excel/state";
import { toFileCondition, toFileValidation } from "./xlsx-rules";
import { toArgb, toCharacters, toFileStyle, toPoints } from "./xlsx-style";

export const XLSX_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/** Errors that a file may hold; the newer ones become #VALUE!. */
const FILE_ERRORS = ["#N/A", "#REF!", "#NAME?", "#DIV/0!", "#NULL!", "#VALUE!", "#NUM!"];
/** Belief: Excel's numbers of paper kinds. */
const PAPER: Record<string, number> = { Letter: 1, Legal: 5, Executive: 7, A3: 8, A4: 9, A5: 11 };
const POINTS_PER_INCH = 72;

/**
 * The workbook of the preview as an .xlsx file: values with their formulas and results, formats, sizes, names, tables,
 * validations, conditional formats, page set-up and protection. Charts are left out: the file writer has none. A block that a
 * formula spills is written as an array formula of fixed size. Nothing written here has been opened in Excel.
 *
 * @param namespace of the custom functions, "ROLE"
 * @example new Blob([await writeXlsx(host.book, host.workbook.state, "ROLE")], { type: XLSX_TYPE })
 */
export async function writeXlsx(book: Book, state: WorkbookState, namespace: string): Promise<Uint8Array<ArrayBuffer>> {
  await book.settle();
  const file = new ExcelJS.Workbook();
  const source: Source = { book, state, spell: (formula) => toFileFormula(formula, namespace), snapshot: book.workbook.save() };
  for (const id of source.snapshot.sheetOrder) await writeSheet(file, source, id);
  writeNames(file, source);
  for (const [property, value] of Object.entries(state.properties.values)) if (property in file) Object.assign(file, { [property]: value });
  return await file.xlsx.writeBuffer() as unknown as Uint8Array<ArrayBuffer>;
}

/** What every part of the writer reads from. */
interface Source {
  book: Book;
  state: WorkbookState;
  snapshot: any;
  spell(formula: string): string;
}

async function writeSheet(file: ExcelJS.Workbook, source: Source, id: string): Promise<void> {
  const sheet = source.snapshot.sheets[id];
  const known = source.state.sheets.get(id);
  const frozen = { xSplit: Math.max(sheet.freeze?.xSplit ?? 0, 0), ySplit: Math.max(sheet.freeze?.ySplit ?? 0, 0) };
  const shared = { showGridLines: sheet.showGridlines !== 0, zoomScale: Math.round((sheet.zoomRatio ?? 1) * 100) };
  const written = file.addWorksheet(sheet.name, {
    state: known?.veryHidden ? "veryHidden" : sheet.hidden ? "hidden" : "visible",
    views: [frozen.xSplit || frozen.ySplit ? { state: "frozen", ...frozen, ...shared } : { state: "normal", ...shared }],
    properties: { tabColor: toArgb(sheet.tabColor) as ExcelJS.Color, defaultColWidth: toCharacters(sheet.defaultColumnWidth) },
  });
  writeTables(written, source, id); // first: a table writes its header cells itself, and the true cells go over them
  writeCells(written, source, id);
  for (const [column, { w, hd }] of Object.entries<any>(sheet.columnData ?? {})) {
    if (w !== undefined) written.getColumn(Number(column) + 1).width = toCharacters(w);
    if (hd) written.getColumn(Number(column) + 1).hidden = true;
  }
  for (const [row, { h, ia, hd }] of Object.entries<any>(sheet.rowData ?? {})) {
    if (h !== undefined && ia === 0) written.getRow(Number(row) + 1).height = toPoints(h);
    if (hd) written.getRow(Number(row) + 1).hidden = true;
  }
  for (const merged of sheet.mergeData ?? []) written.mergeCells(address(merged));
  writeRules(written, source, id);
  if (known) await writePage(written, known);
}

function writeCells(written: ExcelJS.Worksheet, { book, snapshot, spell }: Source, id: string) {
  eachCell(snapshot.sheets[id].cellData, (row, column, cell) => {
    const target = written.getCell(row + 1, column + 1);
    if (cell.f || cell.si) {
      target.value = formulaCell(book, spell, id, row, column);
      writeSpilled(written, book, id, book.spillOf(id, row, column), target);
    } else if (cell.v !== undefined && cell.v !== null) {
      target.value = toFileValue(book.value(id, row, column));
    }
    const style = book.styleOf(id, row, column);
    if (Object.keys(style).length > 0) target.style = toFileStyle(style);
  });
}

/** The values of a spilled block, but for its first cell, which holds the formula. */
function writeSpilled(written: ExcelJS.Worksheet, book: Book, id: string, block: UniverRange | null, first: ExcelJS.Cell) {
  for (let row = block?.startRow ?? 0; block && row <= block.endRow; row++) {
    for (let column = block.startColumn; column <= block.endColumn; column++) {
      const target = written.getCell(row + 1, column + 1);
      if (target.address !== first.address) target.value = toFileValue(book.value(id, row, column));
    }
  }
}

function formulaCell(book: Book, spell: Source["spell"], id: string, row: number, column: number): ExcelJS.CellValue {
  const text = String(book.formula(id, row, column));
  // Excel's own file form of T[@c] is the long one, so the text is taken as the grid keeps it.
  const kept = text.replace(/\[@(?:\[([^\]]+)\]|(\w+))\]/g, (_, long, short) => `[[#This Row],[${long ?? short}]]`);
  const formula = spell(kept), result = toFileValue(book.value(id, row, column)) as ExcelJS.CellFormulaValue["result"];
  const spilled: UniverRange | null = book.spillOf(id, row, column);
  if (!spilled && !mayGiveBlock(kept)) return { formula, result };
  const block = spilled ?? { startRow: row, startColumn: column, endRow: row, endColumn: column };
  return { formula, result, shareType: "array", ref: address(block) } as ExcelJS.CellValue;
}

function toFileValue(value: Value): ExcelJS.CellValue {
  if (typeof value !== "string" || !/^#[A-Z/0]+[!?]?$/.test(value)) return value;
  return { error: (FILE_ERRORS.includes(value) ? value : "#VALUE!") as ExcelJS.CellErrorValue["error"] };
}

function writeTables(written: ExcelJS.Worksheet, { book, state }: Source, id: string) {
  for (const table of book.injector.get(TableManager).getTableList(book.unit) ?? []) {
    if (table.subUnitId !== id) continue;
    const { startRow, endRow, startColumn, endColumn }: UniverRange = table.range;
    const look = state.tables.get(table.id);
    const columns = Array.from({ length: endColumn - startColumn + 1 }, (_, i) => String(book.value(id, startRow, startColumn + i)));
    written.addTable({
      name: table.name, ref: `${columnName(startColumn)}${startRow + 1}`, headerRow: true,
      columns: columns.map((name) => ({ name, filterButton: look?.showFilterButton ?? true })),
      rows: Array.from({ length: Math.max(endRow - startRow, 1) }, () => columns.map(() => null)),
      style: {
        ...(look?.style && { theme: look.style as "TableStyleMedium2" }),
        showRowStripes: look?.showBandedRows, showColumnStripes: look?.showBandedColumns,
        showFirstColumn: look?.highlightFirstColumn, showLastColumn: look?.highlightLastColumn,
      },
    });
  }
}

function writeRules(written: ExcelJS.Worksheet, { book, state, spell }: Source, id: string) {
  for (const rule of book.injector.get(SheetDataValidationModel).getRules(book.unit, id) ?? []) {
    const known = state.validations.get(rule.uid);
    const validation = known && toFileValidation(known, spell);
    // ExcelJS's typings lack the list of validations, which takes whole ranges.
    if (validation) for (const range of rule.ranges) (written as any).dataValidations.add(address(range), validation);
  }
  const conditions: any[] = book.injector.get(ConditionalFormattingRuleModel).getSubunitRules(book.unit, id) ?? [];
  conditions.forEach(({ cfId, ranges }, i) => {
    const known = state.conditional.get(cfId);
    const rule = known && toFileCondition(known, i + 1, spell);
    if (rule) written.addConditionalFormatting({ ref: ranges.map(address).join(" "), rules: [rule] });
  });
}

/** ExcelJS keeps names of ranges only; its list is replaced, because a name may also stand for a constant or a formula. */
function writeNames(file: ExcelJS.Workbook, { book, snapshot, spell }: Source) {
  const names: any[] = Object.values(book.injector.get(IDefinedNamesService).getDefinedNameMap(book.unit) ?? {});
  const model = names.map(({ name, formulaOrRefString, localSheetId }) => {
    const sheet = snapshot.sheetOrder.indexOf(localSheetId);
    return { name, ranges: [spell(formulaOrRefString)], ...(sheet >= 0 && { localSheetId: sheet }) };
  });
  Object.defineProperty(file.definedNames, "model", { get: () => model });
}

async function writePage(written: ExcelJS.Worksheet, { layout, protection }: SheetState): Promise<void> {
  const inches = Object.fromEntries(Object.entries(layout.margins).map(([side, points]) => [side, points / POINTS_PER_INCH]));
  const { scale, horizontalFitToPages, verticalFitToPages } = layout.zoom;
  const plain = (reference: string | null) => reference?.replaceAll("$", "");
  Object.assign(written.pageSetup, {
    orientation: layout.orientation.toLowerCase(), paperSize: PAPER[layout.paperSize] ?? PAPER.Letter,
    margins: inches as unknown as ExcelJS.Margins,
    horizontalCentered: layout.centerHorizontally, verticalCentered: layout.centerVertically, blackAndWhite: layout.blackAndWhite,
    draft: layout.draftMode, showGridLines: layout.printGridlines, showRowColHeaders: layout.printHeadings,
    pageOrder: layout.printOrder === "OverThenDown" ? "overThenDown" : "downThenOver",
    ...(scale ? { scale } : { fitToPage: true, fitToWidth: horizontalFitToPages ?? 0, fitToHeight: verticalFitToPages ?? 0 }),
    ...(layout.printArea && { printArea: plain(layout.printArea) }),
    ...(layout.titleRows && { printTitlesRow: plain(layout.titleRows) }),
    ...(layout.titleColumns && { printTitlesColumn: plain(layout.titleColumns) }),
  });
  for (const row of layout.rowBreaks) written.getRow(row).addPageBreak();
  Object.assign(written.headerFooter, headersAndFooters(layout));
  if (protection) await written.protect(protection.password ?? "", toFileProtection(protection.options));
}

/** Office keeps left, centre and right apart; a file joins them with &L, &C and &R. */
function headersAndFooters({ headersFooters: { state, pages } }: PageLayoutState): Partial<ExcelJS.HeaderFooter> {
  const join = (page: string, place: "Header" | "Footer") => ["left", "center", "right"].map((side) => {
    const text = pages[page]?.[`${side}${place}`] ?? pages[page]?.[`${side[0]!.toUpperCase()}${side.slice(1)}${place}`];
    return text ? `&${side[0]!.toUpperCase()}${text}` : "";
  }).join("");
  const all = Object.keys(pages).find((page) => /default/i.test(page)) ?? "defaultForAllPages";
  return {
    oddHeader: join(all, "Header"), oddFooter: join(all, "Footer"),
    differentFirst: /first/i.test(state), differentOddEven: /odd/i.test(state),
  };
}

/** Office says what is allowed; a file says the same under other names. */
function toFileProtection(options: Record<string, unknown>): Partial<ExcelJS.WorksheetProtection> {
  const allowed = (name: string) => options[name] === true;
  return {
    formatCells: allowed("allowFormatCells"), formatColumns: allowed("allowFormatColumns"), formatRows: allowed("allowFormatRows"),
    insertColumns: allowed("allowInsertColumns"), insertRows: allowed("allowInsertRows"),
    insertHyperlinks: allowed("allowInsertHyperlinks"),
    deleteColumns: allowed("allowDeleteColumns"), deleteRows: allowed("allowDeleteRows"), sort: allowed("allowSort"),
    autoFilter: allowed("allowAutoFilter"), pivotTables: allowed("allowPivotTables"),
    selectLockedCells: options.selectionMode === undefined || options.selectionMode === "Normal",
    selectUnlockedCells: options.selectionMode !== "None",
  };
}

const address = (range: UniverRange) => formatAddress(fromUniverRange(range));

function eachCell(cells: Record<string, Record<string, any>>, visit: (row: number, column: number, cell: any) => void) {
  for (const [row, line] of Object.entries(cells ?? {})) {
    for (const [column, cell] of Object.entries(line)) if (cell) visit(Number(row), Number(column), cell);
  }
}
