import { columnIndex, type Atlas, type ColumnNames, type Span } from "./formula";
import type { BlockSpec, CellSpec, RowSpec, SheetSpec } from "./spec";
import { heights } from "./style";

/** A row of a block in its place, with the names of its columns; rows count from 0. */
export interface PlacedRow { readonly row: number; readonly spec: RowSpec; readonly blockRow: number; readonly columns: ColumnNames }

/** A sheet with a row for everything on it. */
export interface Layout {
  readonly spec: SheetSpec;
  readonly rows: readonly PlacedRow[];
  readonly bandRows: readonly { readonly row: number; readonly block: BlockSpec }[];
  readonly headRows: readonly { readonly row: number; readonly block: BlockSpec }[];
  readonly spans: ReadonlyMap<string, Span>;
  readonly rowCount: number;
  /** Columns that the blocks use. */
  readonly columnCount: number;
}

/** Gives every block of a sheet its rows, one empty row between two blocks. */
export function layOut(spec: SheetSpec): Layout {
  const rows: PlacedRow[] = [];
  const bandRows: Layout["bandRows"][number][] = [];
  const headRows: Layout["headRows"][number][] = [];
  const spans = new Map<string, Span>();
  const claim = (id: string, span: Span) => {
    if (spans.has(id)) throw new Error(`${id} stands twice on ${spec.name}.`);
    spans.set(id, span);
  };
  let next = spec.firstRow ?? 4;
  for (const block of spec.blocks) {
    const columns = { ...spec.columns, ...block.columns };
    if (block.bands) bandRows.push({ row: next++, block });
    if (block.heads) headRows.push({ row: next++, block });
    claim(block.id, { row: next, rows: block.rows.length + (block.bulk?.rows ?? block.room ?? 0), columns });
    block.rows.forEach((row, blockRow) => {
      if (row.id !== undefined) claim(row.id, { row: next, rows: 1, columns });
      rows.push({ row: next++, spec: row, blockRow, columns });
    });
    next += block.bulk?.rows ?? 0;
    if (!block.close) next++;
  }
  return { spec, rows, bandRows, headRows, spans, rowCount: next - 1, columnCount: widest(spec) };
}

/** Columns of the first printed page; bands and lines end there. */
export const printedColumns = ({ spec, columnCount }: Layout): number => (spec.printTo ? columnIndex(spec.printTo, {}) + 1 : columnCount);

/** Where everything stands, by sheet and id. */
export const atlasOf = (layouts: readonly Layout[]): Atlas =>
  new Map(layouts.map(({ spec, spans }) => [spec.id, { name: spec.name, spans }]));

function widest(spec: SheetSpec): number {
  const last = (cells: Readonly<Record<string, CellSpec>> | undefined, columns: ColumnNames) =>
    Math.max(0, ...Object.keys(cells ?? {}).map((column) => columnIndex(column, columns)));
  const inBlocks = spec.blocks.flatMap((block) => {
    const columns = { ...spec.columns, ...block.columns };
    return [last(block.heads, columns), ...block.rows.map(({ cells }) => last(cells, columns))];
  });
  return 1 + Math.max(last(spec.heads, spec.columns ?? {}), ...inBlocks);
}

/** Heights in points of all rows that hold something. */
export function heightsOf({ spec, rows, bandRows, headRows, rowCount }: Layout): Record<number, number> {
  const found: Record<number, number> = {};
  for (let row = 0; row < rowCount; row++) found[row] = heights.line;
  Object.assign(found, { 0: heights.title, 1: heights.purpose, 2: heights.status, 3: spec.headHeight ?? heights.head });
  for (const { row } of bandRows) found[row] = heights.section;
  for (const { row, block } of headRows) found[row] = block.headHeight ?? heights.head;
  for (const { row, spec: line } of rows) if (line.height !== undefined) found[row] = line.height;
  return found;
}
