import { ICommandService, IUniverInstanceService, numfmt } from "@univerjs/core";
import { FormulaDataModel, LexerTreeBuilder } from "@univerjs/engine-formula";
import { SetStyleCommand } from "@univerjs/sheets";
import { TableManager } from "@univerjs/sheets-table";
import { fail } from "../protocol/errors";
import { columnName, contains, fromUniverRange, parseAddress, quoteSheet, type Box } from "./address";
import { Calculator } from "./calculator";
import { createBlankWorkbook } from "./create-univer";
import { usedBox } from "./used";
import { CellType, parseEntry, restoreThisRow, type CellPatch } from "./input";

export interface CellPlace {
  sheetId: string;
  row: number;
  column: number;
}

export type Value = string | number | boolean;

/** Fits rows and columns to the text in them. */
export interface Fitting {
  rows(sheetId: string, rows: readonly number[]): void;
  /** Only those of the rows that have wrapped text. */
  wrapped(sheetId: string, rows: readonly number[]): void;
  columns(sheetId: string, columns: readonly number[]): void;
}

const ERROR_VALUE = /^#(N\/A|VALUE!|REF!|NAME\?|NUM!|DIV\/0!|NULL!|SPILL!|CALC!|BUSY!)$/;

/** Rows or columns added beyond what was asked when a sheet must grow. */
const GROW_MARGIN = 20;

/**
 * The workbook as the host objects see it: true values in, true values out. Writes are gathered and go into the grid
 * together: one mutation per sheet is several times faster than the facade, and costs one calculation.
 */
export class Book {
  readonly commands: any;
  readonly model: any;
  readonly calculator: Calculator;
  /** Set by the host; see fitting.ts. */
  fit: Fitting = { rows() {}, wrapped() {}, columns() {} };
  /** True while the add-in's own writes run, to tell them from the user's. */
  writing = false;

  private pending = new Map<string, Record<number, Record<number, CellPatch>>>();
  private deferred: (() => void)[] = [];
  private generation = 1;

  constructor(readonly api: any, readonly injector: any, public workbook: any) {
    this.commands = injector.get(ICommandService);
    this.model = injector.get(FormulaDataModel);
    this.calculator = new Calculator(injector);
    this.focus();
  }

  /** Undo works on the workbook in focus; where there is no page, nobody else gives it the focus. */
  private focus() {
    this.injector.get(IUniverInstanceService).focusUnit(this.unit);
  }

  get unit(): string {
    return this.workbook.getId();
  }

  /** Replaces the workbook with a fresh one. */
  renew() {
    this.pending.clear();
    this.deferred = [];
    this.calculator.restart();
    this.own(() => {
      this.injector.get(IUniverInstanceService).disposeUnit(this.unit);
      this.workbook = createBlankWorkbook(this.api, `preview-${++this.generation}`);
    });
    this.focus();
  }

  // --- places
  /** Univer's facade of a sheet, or null. */
  sheet(id: string): any {
    return this.workbook.getSheetBySheetId(id);
  }

  /** Univer's own sheet, or undefined: for reading many cells, where the facade costs too much. */
  inner(id: string): any {
    return this.workbook.getWorkbook().getSheetBySheetId(id);
  }

  sheetName(id: string): string {
    return this.inner(id).getName();
  }

  /** "Sheet1!A1" as a place; without a sheet the active one is meant. */
  locate(address: string): CellPlace {
    const { sheet, box } = parseAddress(address);
    const found = sheet === null ? this.workbook.getActiveSheet() : this.findSheet(sheet);
    if (!found) throw fail.notFound(`sheet of ${address}`);
    return { sheetId: found.getSheetId(), row: box.row, column: box.column };
  }

  findSheet(nameOrId: string): any {
    const wanted = String(nameOrId).toLowerCase();
    return this.workbook.getSheets().find((s: any) => s.getSheetId() === nameOrId || s.getSheetName().toLowerCase() === wanted);
  }

  addressOf({ sheetId, row, column }: CellPlace): string {
    return `${quoteSheet(this.sheetName(sheetId))}!${columnName(column)}${row + 1}`;
  }

  // --- writing
  private patch(sheetId: string, row: number, column: number): CellPatch {
    let rows = this.pending.get(sheetId);
    if (!rows) this.pending.set(sheetId, (rows = {}));
    const cells = (rows[row] ??= {});
    return (cells[column] ??= {});
  }

  /** An entry as Range.values gives it; see parseEntry. */
  input(sheetId: string, row: number, column: number, value: unknown) {
    const isText = typeof value === "string" && value !== "" && this.patternOf(sheetId, row, column) === "@";
    const { patch, pattern } = parseEntry(value, isText, () => this.tableAt(sheetId, row, column));
    Object.assign(this.patch(sheetId, row, column), patch);
    if (pattern && this.patternOf(sheetId, row, column) === "General") this.style(sheetId, row, column, { n: { pattern } });
  }

  /** Part of a style, laid over what the cell has. What the grid's styles cannot hold goes into the cell's custom data. */
  style(sheetId: string, row: number, column: number, { unlocked, formulaHidden, named, ...style }: any) {
    const cell = this.patch(sheetId, row, column);
    const borders = style.bd ? { bd: { ...cell.s?.bd, ...style.bd } } : undefined;
    cell.s = { ...cell.s, ...style, ...borders };
    if (unlocked === undefined && formulaHidden === undefined && named === undefined) return;
    const before = cell.custom ?? this.cell(sheetId, row, column)?.custom;
    cell.custom = {
      ...before, ...(unlocked !== undefined && { unlocked }), ...(formulaHidden !== undefined && { formulaHidden }),
      ...(named !== undefined && { named }),
    };
  }

  patternOf(sheetId: string, row: number, column: number): string {
    const pending = this.pending.get(sheetId)?.[row]?.[column]?.s?.n?.pattern;
    return pending ?? this.styleOf(sheetId, row, column).n?.pattern ?? "General";
  }

  /** A border line of a cell, written or still waiting: "t", "b", "l" or "r". */
  borderOf(sheetId: string, row: number, column: number, edge: string): any {
    const pending = this.pending.get(sheetId)?.[row]?.[column]?.s?.bd;
    return pending && edge in pending ? pending[edge] : this.styleOf(sheetId, row, column).bd?.[edge];
  }

  /** Runs when the gathered writes go out: for things that arrive as several property sets. */
  defer(work: () => void) {
    this.deferred.push(work);
  }

  flush() {
    for (const [sheetId, cellValue] of this.pending) {
      if (!this.inner(sheetId)) continue;
      this.reach(sheetId, extent(cellValue));
      for (const patches of byKind(cellValue)) this.mutate("sheet.mutation.set-range-values", sheetId, patches);
    }
    const written = [...this.pending];
    this.pending.clear();
    for (const work of this.deferred.splice(0)) work();
    for (const [sheetId, cellValue] of written) if (this.inner(sheetId)) this.fit.wrapped(sheetId, Object.keys(cellValue).map(Number));
  }

  /**
   * One of the grid's mutations, as the add-in's own write: no undo, and no event as if a person had done it.
   * "From a collaborator" is what keeps the grid from bringing a sheet to the front that is added or shown.
   */
  mutate(id: string, sheetId: string, params: object) {
    this.own(() => this.commands.syncExecuteCommand(id, { unitId: this.unit, subUnitId: sheetId, ...params }, { fromCollab: true }));
  }

  own<T>(work: () => T): T {
    const before = this.writing;
    this.writing = true;
    try {
      return work();
    } finally {
      this.writing = before;
    }
  }

  /** Whether the sheet is large enough for these cells. */
  reaches(sheetId: string, { row, column, rows, columns }: Box): boolean {
    const sheet = this.inner(sheetId);
    return row + rows <= sheet.getRowCount() && column + columns <= sheet.getColumnCount();
  }

  /** Makes the sheet large enough for these cells. */
  reach(sheetId: string, { row, column, rows, columns }: Box) {
    const sheet = this.inner(sheetId);
    const [wantedRows, wantedColumns] = [row + rows, column + columns];
    if (wantedRows > sheet.getRowCount()) this.own(() => this.sheet(sheetId).setRowCount(wantedRows + GROW_MARGIN));
    if (wantedColumns > sheet.getColumnCount()) this.own(() => this.sheet(sheetId).setColumnCount(wantedColumns + GROW_MARGIN));
  }

  async settle(): Promise<void> {
    this.flush();
    await this.calculator.settled();
  }

  // --- reading
  cell(sheetId: string, row: number, column: number): any {
    return this.inner(sheetId)?.getCellMatrix().getValue(row, column);
  }

  /** What Excel calls the value: the facade gives display text and misses spilled cells. */
  value(sheetId: string, row: number, column: number): Value {
    const cell = this.cell(sheetId, row, column);
    const spilled = this.model.getArrayFormulaCellData()?.[this.unit]?.[sheetId]?.[row]?.[column];
    const isEmpty = cell?.v === undefined || cell.v === null;
    const source = spilled?.v !== undefined && (isEmpty || cell.f) ? spilled : cell;
    const value = source?.v;
    if (value === undefined || value === null) return "";
    return source.t === CellType.boolean ? value === 1 || value === true : value;
  }

  formula(sheetId: string, row: number, column: number): Value {
    const cell = this.cell(sheetId, row, column);
    if (!cell?.f && !cell?.si) return this.value(sheetId, row, column);
    const text = this.model.getFormulaStringByCell(row, column, sheetId, this.unit) ?? cell.f;
    return restoreThisRow(text, () => this.tableAt(sheetId, row, column));
  }

  /** What a cell holds, as it reads when it moves by so many rows and columns: relative references go along. */
  content(sheetId: string, row: number, column: number, by: { rows: number; columns: number }): CellPatch {
    const { v = null, t = null, f } = this.cell(sheetId, row, column) ?? {};
    if (!f) return { v, t, f: null, si: null };
    return { f: this.injector.get(LexerTreeBuilder).moveFormulaRefOffset(f, by.columns, by.rows), v: null, si: null, t: null };
  }

  /** Puts into a cell what content() gave. */
  put(sheetId: string, row: number, column: number, content: CellPatch) {
    Object.assign(this.patch(sheetId, row, column), content);
  }

  /** The name of the table that a cell lies in. */
  private tableAt(sheetId: string, row: number, column: number): string | undefined {
    const tables: any[] = this.injector.get(TableManager).getTableList(this.unit) ?? [];
    return tables.find((table) => table.subUnitId === sheetId && contains(fromUniverRange(table.range), row, column))?.name;
  }

  /** Excel's word for what kind of value a cell holds: "Empty", "Double", "Boolean", "Error" or "String". */
  valueType(sheetId: string, row: number, column: number): string {
    const value = this.value(sheetId, row, column);
    if (value === "") return "Empty";
    if (typeof value !== "string") return typeof value === "number" ? "Double" : "Boolean";
    const cell = this.cell(sheetId, row, column);
    const isText = cell?.t === CellType.forcedText && !cell.f && !cell.si;
    return !isText && ERROR_VALUE.test(value) ? "Error" : "String";
  }

  /** What the cell shows: its value in its number format. */
  text(sheetId: string, row: number, column: number): string {
    const value = this.value(sheetId, row, column);
    if (typeof value === "boolean") return String(value).toUpperCase();
    return numfmt.format(this.patternOf(sheetId, row, column), value);
  }

  /** The grid's style of a cell with what style() keeps beside it; {} when it has none. */
  styleOf(sheetId: string, row: number, column: number): any {
    const cell = this.cell(sheetId, row, column);
    const style = cell?.s ? this.workbook.getWorkbook().getStyles().getStyleByCell(cell) : undefined;
    return cell?.custom ? { ...style, ...cell.custom } : style ?? {};
  }

  /** Where an array formula spills to, or null. */
  spillOf(sheetId: string, row: number, column: number): any {
    return this.model.getArrayFormulaRange()?.[this.unit]?.[sheetId]?.[row]?.[column] ?? null;
  }

  /** The smallest box around everything used, spilled cells included. */
  used(sheetId: string, valuesOnly: boolean, within?: Box): Box | null {
    const spilled = this.model.getArrayFormulaCellData()?.[this.unit]?.[sheetId] ?? {};
    return usedBox(this.inner(sheetId).getCellMatrix(), spilled, valuesOnly, within);
  }
}

type Patches = Record<number, Record<number, CellPatch>>;

/** The formula engine takes a cell that is written without its formula for one that lost it, unless the write is said to be about style. */
function byKind(cells: Patches): { cellValue: Patches; trigger?: string }[] {
  const contents: Patches = {};
  const looks: Patches = {};
  for (const [row, patches] of Object.entries(cells)) {
    for (const [column, patch] of Object.entries(patches)) {
      const kind = "v" in patch || "f" in patch ? contents : looks;
      (kind[Number(row)] ??= {})[Number(column)] = patch;
    }
  }
  return [{ cellValue: contents }, { cellValue: looks, trigger: SetStyleCommand.id }]
    .filter(({ cellValue }) => Object.keys(cellValue).length > 0);
}

function extent(cells: Patches): Box {
  const rows = Math.max(...Object.keys(cells).map(Number)) + 1;
  const columns = Object.values(cells).reduce((most, line) => Math.max(most, ...Object.keys(line).map(Number)), 0) + 1;
  return { row: 0, column: 0, rows, columns };
}
