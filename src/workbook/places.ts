import { covers, type Reference } from "./address";
import { cellAt, sheetNamed, type SheetCells, type Snapshot } from "./snapshot";
import type { CellPlan, SheetPlan, WorkbookPlan } from "./workbook-plan";

/** Where a field or an output stands now. */
export interface Place { readonly cells: SheetCells; readonly row: number; readonly column: number }

/** What was deleted when a field has no place any more, and where to look. */
export interface Missing {
  readonly what: "cell" | "row" | "column" | "table" | "sheet";
  readonly key: string;
  readonly sheet: SheetPlan;
  readonly near?: Place;
}

export interface Places {
  readonly found: ReadonlyMap<string, Place>;
  missing(id: string): Missing | undefined;
  /** The rows of asks or commitments in sheet order, with their ids as they stand there. */
  rowsOf(store: string): readonly RowNow[];
}

export interface RowNow extends Row { readonly place: Place }

/**
 * A table or matrix of entries. A cell in it is found again by the text that begins its row and the text that heads its column,
 * so that people may sort it, insert rows and columns, and move it.
 */
interface Region {
  readonly name: string;
  readonly sheet: SheetPlan;
  /** Rows by the text that begins them; a row that the plan does not know belongs with the first. */
  readonly rows: ReadonlyMap<string, Row>;
  /** Keys by the text that heads their column. */
  readonly columns: ReadonlyMap<string, string>;
}

/** With key "must" of its column, the row of store "asks" and id "A06" holds the field asks.A06.must. */
interface Row { readonly store: string; readonly id: string }

/** A region as it stands on the sheet now. */
interface RegionNow {
  readonly corner: Place;
  readonly rows: readonly RowNow[];
  readonly columns: readonly { readonly key: string; readonly column: number }[];
}

const plainly = (value: unknown) => String(value).trim().toLowerCase();

/** Finds every id of the plan on the sheets as they are now: single cells by their name, the others by row and column of their region. */
export function findPlaces(plan: WorkbookPlan, snapshot: Snapshot): Places {
  const found = new Map<string, Place>();
  for (const { id, name } of plan.sheets.flatMap(namedCells)) {
    const place = cornerOf(snapshot.references.get(name), snapshot);
    if (place) found.set(id, place);
  }
  const regions = plan.sheets.flatMap(regionsOf).map((region) => ({ region, now: regionNow(region, snapshot) }));
  for (const { now } of regions) {
    for (const { store, id, place } of now?.rows ?? []) {
      for (const { key, column } of now!.columns) {
        const field = `${store}.${id}.${key}`;
        if (!found.has(field)) found.set(field, { ...place, column });
      }
    }
  }
  return {
    found,
    missing: (id) => whyMissing(id, plan, regions, snapshot),
    rowsOf: (store) => (regions.find(({ region }) => holds(region, store))?.now?.rows ?? []).filter((row) => row.store === store),
  };
}

const holds = ({ rows }: Region, store: string) => [...rows.values()].some((row) => row.store === store);

function namedCells({ names, cells }: SheetPlan): { id: string; name: string }[] {
  const ids = new Map(cells.filter(({ id }) => id !== undefined).map(({ id, row, column }) => [`${row} ${column}`, id!]));
  return names.filter(({ box }) => box.rows * box.columns === 1)
    .map(({ name, box }) => ({ id: ids.get(`${box.row} ${box.column}`) ?? name, name }));
}

function cornerOf(reference: Reference | undefined, snapshot: Snapshot): Place | undefined {
  const cells = reference && sheetNamed(snapshot, reference.sheet);
  return cells && { cells, row: reference.box.row, column: reference.box.column };
}

function regionsOf(sheet: SheetPlan): Region[] {
  const shown = new Map(sheet.cells.map((cell) => [`${cell.row} ${cell.column}`, cell]));
  const textAt = (row: number, column: number) => {
    const content = shown.get(`${row} ${column}`)?.content;
    return content?.kind === "value" ? plainly(content.value) : undefined;
  };
  return [...sheet.tables, ...sheet.names].flatMap(({ name, box }) => {
    const entries = box.columns === 1 ? [] : sheet.cells.flatMap((cell) => (covers(box, cell.row, cell.column) ? entryParts(cell) : []));
    const [first] = entries;
    if (!first) return [];
    const heading = headingAbove(first.cell, (row) => textAt(row, first.cell.column) !== undefined);
    return [{
      name, sheet,
      rows: new Map(entries.map(({ cell, store, id }) => {
        const text = textAt(cell.row, box.column) ?? textAt(cell.row, box.column + 1) ?? plainly(id);
        return [text, { store, id }];
      })),
      columns: new Map(entries.map(({ cell, key }) => [textAt(heading, cell.column) ?? plainly(key), key])),
    }];
  });
}

/** A cell that is entered in a region has an id of three parts: asks.A06.must. */
function entryParts(cell: CellPlan): { cell: CellPlan; store: string; id: string; key: string }[] {
  const [store, id, key] = cell.id?.split(".") ?? [];
  return store && id && key ? [{ cell, store, id, key }] : [];
}

function headingAbove({ row }: { row: number }, isHeading: (row: number) => boolean): number {
  let heading = row - 1;
  while (heading > 0 && !isHeading(heading)) heading--;
  return heading;
}

function regionNow({ name, sheet, rows, columns }: Region, snapshot: Snapshot): RegionNow | undefined {
  const reference = snapshot.references.get(name);
  const corner = cornerOf(reference, snapshot);
  if (!reference || !corner) return undefined;
  const { box } = reference;
  const textAt = (row: number, column: number) => String(cellAt(corner.cells, row, column).value).trim();
  const across = Array.from({ length: box.columns }, (_, i) => box.column + i);
  const isTable = sheet.tables.some((table) => table.name === name);
  const heads = (row: number) => across.some((column) => columns.has(plainly(textAt(row, column))));
  const heading = isTable || heads(box.row) ? box.row : headingAbove(box, heads);
  const down = Array.from({ length: box.rows }, (_, i) => box.row + i).filter((row) => row !== heading);
  const [{ store }] = rows.values() as unknown as [Row];
  return {
    corner,
    rows: down.flatMap((row) => {
      const text = textAt(row, box.column) || textAt(row, box.column + 1);
      const known = rows.get(plainly(text)) ?? { store, id: text };
      return text === "" ? [] : [{ ...known, place: { cells: corner.cells, row, column: box.column } }];
    }),
    columns: across.flatMap((column) => {
      const text = textAt(heading, column);
      const key = columns.get(plainly(text)) ?? (store === "links" && text !== "" ? text : undefined);
      return key === undefined ? [] : [{ key, column }];
    }),
  };
}

function whyMissing(
  id: string, plan: WorkbookPlan, regions: readonly { region: Region; now: RegionNow | undefined }[], snapshot: Snapshot,
): Missing | undefined {
  const sheet = plan.sheets.find(({ cells }) => cells.some((cell) => cell.id === id));
  if (!sheet) return undefined;
  if (!snapshot.sheets.some((cells) => cells.id === sheet.id)) return { what: "sheet", key: sheet.name, sheet };
  const [store, row, key] = id.split(".") as [string, string?, string?];
  const home = regions.find(({ region }) => region.sheet === sheet && row !== undefined && holds(region, store));
  if (!home) return { what: "cell", key: id, sheet };
  if (!home.now) return { what: "table", key: home.region.name, sheet };
  const isRow = !home.now.rows.some((each) => each.id === row);
  return { what: isRow ? "row" : "column", key: isRow ? row! : key!, sheet, near: home.now.corner };
}

