import {
  boundingBox, formatAddress, fromUniverRange, intersection, MAX_COLUMNS, MAX_ROWS, quoteSheet, type Box,
} from "../grid/address";
import type { Area } from "../grid/area";
import { clearCells, copyCells, offsetOf, regionAround, selectCells, shiftCells, shiftPart, type Shift } from "../grid/cells";
import { fail } from "../protocol/errors";
import { HostObject, NULL_OBJECT, type OrNull } from "../protocol/host-object";
import { ConditionalFormatCollection } from "./conditional-formats";
import type { CellsObject, Context, Permission } from "./context";
import { DataValidation } from "./data-validation";
import { picked, type Wish } from "./picked";
import { RangeAreas } from "./range-areas";
import { POINTS_TO_PIXELS, RangeFormat } from "./range-format";
import { RangeSort } from "./range-sort";
import { numberFormatPiece } from "./style-pieces";
import { TableScopedCollection } from "./tables-of-range";

export class Range extends HostObject implements CellsObject {
  static override scalars = [
    "Address", "AddressLocal", "CellCount", "ColumnCount", "ColumnHidden", "ColumnIndex", "Formulas", "FormulasLocal", "HasSpill",
    "Height", "Hidden", "IsEntireColumn", "IsEntireRow", "Left", "NumberFormat", "RowCount", "RowHidden", "RowIndex", "Style", "Text",
    "Top", "ValueTypes", "Values", "Width",
  ];
  override readonly trackable = true;

  constructor(private readonly context: Context, readonly area: Area) {
    super();
  }

  private get book() { return this.area.book; }
  private get box() { return this.area.box; }
  private get sheetId() { return this.area.sheetId; }
  private at(box: Box) { return this.context.range(this.sheetId, box); }
  private within(row: number, column: number, rows: number, columns: number) {
    return this.at({ row: this.box.row + row, column: this.box.column + column, rows, columns });
  }

  // --- position
  get Address() { return `${quoteSheet(this.area.sheet.getSheetName())}!${formatAddress(this.box)}`; }
  get AddressLocal() { return this.Address; }
  /** Belief: -1 when the count does not fit, as for a whole sheet. */
  get CellCount() {
    const count = this.box.rows * this.box.columns;
    return count > 2 ** 31 - 1 ? -1 : count;
  }
  get RowCount() { return this.box.rows; }
  get ColumnCount() { return this.box.columns; }
  get RowIndex() { return this.box.row; }
  get ColumnIndex() { return this.box.column; }
  get IsEntireColumn() { return this.area.isWholeColumns; }
  get IsEntireRow() { return this.area.isWholeRows; }
  get Worksheet() { return this.context.worksheet(this.sheetId); }

  GetCell(row: number, column: number) { return this.within(row, column, 1, 1); }
  GetRow(row: number) {
    if (row >= this.box.rows) throw fail.invalid("row outside the range");
    return this.within(row, 0, 1, this.box.columns);
  }
  GetColumn(column: number) {
    if (column >= this.box.columns) throw fail.invalid("column outside the range");
    return this.within(0, column, this.box.rows, 1);
  }
  GetOffsetRange(rows: number, columns: number) { return this.within(rows, columns, this.box.rows, this.box.columns); }
  GetResizedRange(rows: number, columns: number) { return this.within(0, 0, this.box.rows + rows, this.box.columns + columns); }
  GetAbsoluteResizedRange(rows: number, columns: number) { return this.within(0, 0, rows, columns); }
  GetRowsAbove(count = 1) { return this.within(-count, 0, count, this.box.columns); }
  GetRowsBelow(count = 1) { return this.within(this.box.rows, 0, count, this.box.columns); }
  GetColumnsBefore(count = 1) { return this.within(0, -count, this.box.rows, count); }
  GetColumnsAfter(count = 1) { return this.within(0, this.box.columns, this.box.rows, count); }
  GetLastCell() { return this.within(this.box.rows - 1, this.box.columns - 1, 1, 1); }
  GetLastRow() { return this.within(this.box.rows - 1, 0, 1, this.box.columns); }
  GetLastColumn() { return this.within(0, this.box.columns - 1, this.box.rows, 1); }
  GetEntireColumn() { return this.at({ ...this.box, row: 0, rows: MAX_ROWS }); }
  GetEntireRow() { return this.at({ ...this.box, column: 0, columns: MAX_COLUMNS }); }
  GetBoundingRect(other: unknown) { return this.at(boundingBox(this.box, this.context.cells(other, this.sheetId).box)); }
  GetIntersectionOrNullObject(other: unknown): OrNull<CellsObject> {
    const area = this.context.cells(other, this.sheetId);
    const common = area.sheetId === this.sheetId ? intersection(this.box, area.box) : null;
    return common ? this.at(common) : NULL_OBJECT;
  }
  GetIntersection(other: unknown) {
    const common = this.GetIntersectionOrNullObject(other);
    if (common === NULL_OBJECT) throw fail.notFound("the ranges do not intersect");
    return common;
  }
  GetUsedRangeOrNullObject(valuesOnly = false): OrNull<CellsObject> {
    this.book.flush();
    const used = this.book.used(this.sheetId, valuesOnly, this.box);
    return used ? this.at(used) : NULL_OBJECT;
  }
  /** Belief: the used range of empty cells is their first cell. */
  GetUsedRange(valuesOnly = false) {
    const used = this.GetUsedRangeOrNullObject(valuesOnly);
    return used === NULL_OBJECT ? this.within(0, 0, 1, 1) : used;
  }
  GetSurroundingRegion() {
    this.book.flush();
    return this.at(regionAround(this.book, this.sheetId, this.box));
  }

  // --- spills; what spills is known only after the calculation
  get HasSpill() {
    return this.area.common((r, c) => !!this.book.spillOf(this.sheetId, r, c));
  }
  GetSpillingToRangeOrNullObject(): OrNull<CellsObject> {
    const spill = this.book.spillOf(this.sheetId, this.box.row, this.box.column);
    return spill ? this.at(fromUniverRange(spill)) : NULL_OBJECT;
  }
  GetSpillingToRange() {
    const range = this.GetSpillingToRangeOrNullObject();
    if (range === NULL_OBJECT) throw fail.notFound("the cell does not spill");
    return range;
  }

  // --- content
  get Values() { return this.area.map((r, c) => this.book.value(this.sheetId, r, c)); }
  set Values(values: unknown) {
    this.context.guard(this.area, "edit");
    this.area.fill(values, (r, c, value) => this.book.input(this.sheetId, r, c, value));
    this.context.contentWritten(this.area);
  }
  get Formulas() { return this.area.map((r, c) => this.book.formula(this.sheetId, r, c)); }
  set Formulas(values: unknown) { this.Values = values; }
  get FormulasLocal() { return this.Formulas; }
  set FormulasLocal(values: unknown) { this.Values = values; }
  get Text() { return this.area.map((r, c) => this.book.text(this.sheetId, r, c)); }
  get ValueTypes() { return this.area.map((r, c) => this.book.valueType(this.sheetId, r, c)); }
  get NumberFormat() {
    return this.area.map((r, c) => this.book.patternOf(this.sheetId, r, c));
  }
  set NumberFormat(patterns: unknown) {
    this.context.guard(this.area, "allowFormatCells");
    this.area.fill(patterns, (r, c, pattern) => this.book.style(this.sheetId, r, c, numberFormatPiece.write(pattern)));
  }
  /** The client splits arrays of more than 1,500 cells and first asks whether the whole has the range's size. */
  _ValidateArraySize(rows: number, columns: number) {
    if (rows !== this.box.rows || columns !== this.box.columns) {
      throw fail.invalid("The number of rows or columns in the input array doesn't match the size or dimensions of the range.");
    }
  }

  /** Belief: All and Contents leave data validation; All and Formats remove conditional formats. */
  Clear(applyTo = "All") {
    this.context.guard(this.area, "edit");
    clearCells(this.area, { contents: applyTo !== "Formats", formats: applyTo === "All" || applyTo === "Formats" });
    if (applyTo === "All" || applyTo === "Formats") new ConditionalFormatCollection(this.context, this.area).ClearAll();
    if (applyTo !== "Formats") this.context.contentWritten(this.area);
  }
  Insert(shift: string) {
    if (shift === "Down" && !this.area.isWholeRows) this.shiftPart("insert");
    else this.shift(shift === "Down" ? "insertRows" : "insertColumns", shift);
    return this.at(this.box);
  }
  Delete(shift: string) {
    if (shift === "Up" && !this.area.isWholeRows) this.shiftPart("delete");
    else this.shift(shift === "Up" ? "deleteRows" : "deleteColumns", shift);
  }
  private shiftPart(kind: "insert" | "delete") {
    this.context.guard(this.area, "edit");
    shiftPart(this.area, kind);
    this.context.contentWritten(this.area);
  }
  private shift(kind: Shift, shift: string) {
    const isRows = kind.endsWith("Rows");
    if (isRows ? !this.area.isWholeRows : !this.area.isWholeColumns) throw fail.missing(`shift ${shift} of part of a column`);
    this.context.guard(this.area, `allow${kind.charAt(0).toUpperCase()}${kind.slice(1)}` as Permission);
    shiftCells(this.book, kind, this.sheetId, this.box);
    this.context.contentWritten(this.area);
  }
  Merge(across = false) {
    this.context.guard(this.area, "edit");
    this.book.flush();
    const cells = this.facade();
    this.book.own(() => (across ? cells.mergeAcross() : cells.merge()));
  }
  GetMergedAreasOrNullObject(): OrNull<RangeAreas> {
    const merged: unknown[] = this.area.sheet.getSheet().getMergeData();
    const here = merged.map((range) => fromUniverRange(range as any)).filter((box) => intersection(box, this.box));
    return here.length > 0 ? new RangeAreas(here.map((box) => this.at(box))) : NULL_OBJECT;
  }
  Unmerge() {
    this.book.flush();
    const cells = this.facade();
    this.book.own(() => cells.breakApart());
  }
  CopyFrom(source: unknown, copyType = "All") {
    this.context.guard(this.area, "edit");
    copyCells(this.context.cells(source, this.sheetId), this.area, copyType);
    this.context.contentWritten(this.area);
  }

  GetTables(fullyContained = false) {
    return new TableScopedCollection(this.context, this.sheetId, this.box, fullyContained);
  }
  get Sort() { return new RangeSort(this.context, this.area); }

  // --- appearance and rules
  get Format() { return new RangeFormat(this.context, this.area); }
  get DataValidation() { return new DataValidation(this.context, this.area); }
  get ConditionalFormats() { return new ConditionalFormatCollection(this.context, this.area); }
  /** The name of the cells' style, null when they differ. */
  get Style() {
    this.book.flush();
    return this.area.common((r, c) => this.book.styleOf(this.sheetId, r, c).named ?? "Normal");
  }
  set Style(name: string | null) {
    this.context.guard(this.area, "allowFormatCells");
    const named = name === null ? undefined : this.context.state.styles.get(name);
    if (!named) throw fail.invalid(`style "${name}"`);
    this.area.each((r, c) => this.book.style(this.sheetId, r, c, { ...named.style, named: name }));
  }
  get ColumnHidden() { return this.hidden("Column"); }
  set ColumnHidden(hidden: boolean | null) { this.hide("Column", !!hidden); }
  get RowHidden() { return this.hidden("Row"); }
  set RowHidden(hidden: boolean | null) { this.hide("Row", !!hidden); }
  /** One object for each cell, row or column, with what was wished of it. */
  GetCellProperties(wish: Wish) {
    const { row, column } = this.area.clipped;
    return this.area.map((r, c) => picked(this.within(r - row, c - column, 1, 1), wish));
  }
  GetRowProperties(wish: Wish) {
    return Array.from({ length: this.area.clipped.rows }, (_, i) => picked(this.within(i, 0, 1, 1), wish));
  }
  GetColumnProperties(wish: Wish) {
    return Array.from({ length: this.area.clipped.columns }, (_, i) => picked(this.within(0, i, 1, 1), wish));
  }
  get Hidden() { return this.RowHidden === true || this.ColumnHidden === true; }

  /** Null when some are hidden and some are not. */
  private hidden(kind: "Row" | "Column"): boolean | null {
    const inner = this.area.sheet.getSheet();
    const { row, column, rows, columns } = this.area.clipped;
    const [first, count] = kind === "Row" ? [row, rows] : [column, columns];
    const isHidden = (at: number) => !(kind === "Row" ? inner.getRowVisible(at) : inner.getColVisible(at));
    for (let i = 1; i < count; i++) if (isHidden(first + i) !== isHidden(first)) return null;
    return isHidden(first);
  }
  private hide(kind: "Row" | "Column", hidden: boolean) {
    this.context.guard(this.area, kind === "Row" ? "allowFormatRows" : "allowFormatColumns");
    const { row, column, rows, columns } = this.area.clipped;
    const [first, count] = kind === "Row" ? [row, rows] : [column, columns];
    this.book.own(() => this.area.sheet[`${hidden ? "hide" : "show"}${kind}s`](first, count));
  }

  // --- points from the sheet's corner
  get Left() { return offsetOf(this.book, this.sheetId, "column", this.box.column) / POINTS_TO_PIXELS; }
  get Top() { return offsetOf(this.book, this.sheetId, "row", this.box.row) / POINTS_TO_PIXELS; }
  get Width() {
    const { column, columns } = this.area.clipped;
    return this.pixels("column", column, columns) / POINTS_TO_PIXELS;
  }
  get Height() {
    const { row, rows } = this.area.clipped;
    return this.pixels("row", row, rows) / POINTS_TO_PIXELS;
  }
  private pixels(kind: "row" | "column", first: number, count: number) {
    return offsetOf(this.book, this.sheetId, kind, first + count) - offsetOf(this.book, this.sheetId, kind, first);
  }

  Select() {
    this.book.flush();
    selectCells(this.book, this.sheetId, this.area.clipped);
  }
  Calculate() {
    this.book.flush();
    this.book.calculator.recalculateAll();
  }
  private facade() {
    const { row, column, rows, columns } = this.area.clipped;
    return this.area.sheet.getRange(row, column, rows, columns);
  }
}
