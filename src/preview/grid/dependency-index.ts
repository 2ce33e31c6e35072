/** A box of cells on a sheet, as the formula engine tells it; NaN where it has no end. */
export interface UnitRange {
  unitId: string;
  sheetId: string;
  range: { startRow: number; endRow: number; startColumn: number; endColumn: number };
}

interface Area {
  box: UnitRange["range"];
  ids: Set<number>;
}

interface SheetIndex {
  /** Who reads a single cell, by the cell. */
  cells: Map<number, Area>;
  /** Who reads a larger area, by the area. */
  areas: Map<string, Area>;
  /** The areas that touch a band of rows; those over many bands are in `tall`. */
  bands: Map<number, Set<Area>>;
  tall: Set<Area>;
}

const BAND_ROWS = 32;
const MOST_BANDS = 8;
const COLUMNS = 2 ** 14;

/**
 * Which formulas read which cells, by the numbers the engine gives them. A formula is entered as a whole and taken out as a whole,
 * and nothing happens when it reads what it read before.
 */
export class DependencyIndex {
  private readonly sheets = new Map<string, SheetIndex>();
  private readonly read = new Map<number, readonly UnitRange[]>();

  get(id: number): readonly UnitRange[] | undefined {
    return this.read.get(id);
  }

  set(id: number, ranges: readonly UnitRange[]): void {
    const before = this.read.get(id);
    if (before ? areSame(before, ranges) : ranges.length === 0) return;
    this.delete(id);
    for (const range of ranges) this.areaOf(range).ids.add(id);
    if (ranges.length > 0) this.read.set(id, [...ranges]);
  }

  delete(id: number): void {
    for (const range of this.read.get(id) ?? []) this.leave(range, id);
    this.read.delete(id);
  }

  clear(): void {
    this.sheets.clear();
    this.read.clear();
  }

  /** Takes out all formulas that read a sheet, or a whole workbook. */
  removeById(unitId: string, sheetId?: string): void {
    const gone = [...this.read].filter(([, ranges]) =>
      ranges.some((range) => range.unitId === unitId && (sheetId === undefined || range.sheetId === sheetId)));
    for (const [id] of gone) this.delete(id);
  }

  /** Takes out all formulas but these. */
  keep(ids: { has(id: number): boolean }): void {
    for (const id of [...this.read.keys()]) if (!ids.has(id)) this.delete(id);
  }

  get size(): number {
    return this.read.size;
  }

  /** Who reads any of these cells. */
  bulkSearch(searched: readonly UnitRange[], except?: ReadonlySet<number>): Set<number> {
    const found = new Set<number>();
    for (const { unitId, sheetId, range } of searched) {
      const sheet = this.sheets.get(sheetKey(unitId, sheetId));
      if (!sheet) continue;
      const box = bounded(range);
      for (const area of candidates(sheet, box)) {
        if (meet(area.box, box)) for (const id of area.ids) if (!except?.has(id)) found.add(id);
      }
    }
    return found;
  }

  private areaOf({ unitId, sheetId, range }: UnitRange): Area {
    const sheet = made(this.sheets, sheetKey(unitId, sheetId), () => ({ cells: new Map(), areas: new Map(), bands: new Map(), tall: new Set() }));
    const box = bounded(range);
    const area = () => ({ box, ids: new Set<number>() });
    if (isCell(box)) return made(sheet.cells, cellKey(box.startRow, box.startColumn), area);
    return made(sheet.areas, areaKey(box), () => {
      const fresh = area();
      const bands = bandsOf(box);
      if (bands) for (const band of bands) made(sheet.bands, band, () => new Set()).add(fresh);
      else sheet.tall.add(fresh);
      return fresh;
    });
  }

  private leave({ unitId, sheetId, range }: UnitRange, id: number): void {
    const sheet = this.sheets.get(sheetKey(unitId, sheetId));
    if (!sheet) return;
    const box = bounded(range);
    const area = isCell(box) ? sheet.cells.get(cellKey(box.startRow, box.startColumn)) : sheet.areas.get(areaKey(box));
    if (!area?.ids.delete(id) || area.ids.size > 0) return;
    if (isCell(box)) sheet.cells.delete(cellKey(box.startRow, box.startColumn));
    else sheet.areas.delete(areaKey(box));
    for (const band of bandsOf(box) ?? []) sheet.bands.get(band)?.delete(area);
    sheet.tall.delete(area);
  }
}

function* candidates(sheet: SheetIndex, box: Area["box"]): Iterable<Area> {
  yield* sheet.tall;
  const { startRow, endRow, startColumn, endColumn } = box;
  const cells = (endRow - startRow + 1) * (endColumn - startColumn + 1);
  if (cells > sheet.cells.size) yield* sheet.cells.values();
  else {
    for (let row = startRow; row <= endRow; row++) for (let column = startColumn; column <= endColumn; column++) {
      const area = sheet.cells.get(cellKey(row, column));
      if (area) yield area;
    }
  }
  const bands = bandsOf(box);
  if (bands) for (const band of bands) yield* sheet.bands.get(band) ?? [];
  else yield* sheet.areas.values();
}

/** The bands of rows that a box touches, or undefined when they are many. */
function bandsOf({ startRow, endRow }: Area["box"]): number[] | undefined {
  const first = Math.floor(startRow / BAND_ROWS);
  const last = Math.floor(endRow / BAND_ROWS);
  return last - first < MOST_BANDS ? Array.from({ length: last - first + 1 }, (_, i) => first + i) : undefined;
}

/** Whole rows and columns have no ends in the engine. */
const bounded = ({ startRow, endRow, startColumn, endColumn }: Area["box"]): Area["box"] => ({
  startRow: startRow || 0, startColumn: startColumn || 0,
  endRow: Number.isNaN(endRow) ? Infinity : endRow, endColumn: Number.isNaN(endColumn) ? Infinity : endColumn,
});

const meet = (a: Area["box"], b: Area["box"]) =>
  a.startRow <= b.endRow && b.startRow <= a.endRow && a.startColumn <= b.endColumn && b.startColumn <= a.endColumn;

const isCell = ({ startRow, endRow, startColumn, endColumn }: Area["box"]) => startRow === endRow && startColumn === endColumn;
const cellKey = (row: number, column: number) => row * COLUMNS + column;
const areaKey = ({ startRow, endRow, startColumn, endColumn }: Area["box"]) => `${startRow},${endRow},${startColumn},${endColumn}`;
const sheetKey = (unitId: string, sheetId: string) => `${unitId}/${sheetId}`;

const areSame = (a: readonly UnitRange[], b: readonly UnitRange[]) => a.length === b.length && a.every((one, i) => isSame(one, b[i]!));

function isSame(a: UnitRange, b: UnitRange): boolean {
  if (a === b) return true;
  const [one, other] = [bounded(a.range), bounded(b.range)];
  return a.sheetId === b.sheetId && a.unitId === b.unitId && one.startRow === other.startRow && one.endRow === other.endRow
    && one.startColumn === other.startColumn && one.endColumn === other.endColumn;
}

function made<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  const there = map.get(key);
  if (there !== undefined) return there;
  const fresh = make();
  map.set(key, fresh);
  return fresh;
}
