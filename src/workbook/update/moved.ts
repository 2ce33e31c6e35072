import { columnLetters, type Reference } from "../address";
import type { Span } from "../formula";
import type { Layout } from "../layout";
import { cellAt, type SheetCells } from "../snapshot";
import type { Drawn } from "../standing";
import type { SheetPlan } from "../workbook-plan";

/** Rows to be put in: so many before the row that stands at `before` now. */
export interface Insertion { readonly before: number; readonly rows: number }

/** A planned sheet where its rows and columns stand, or will stand once the insertions are made. */
export interface Moved {
  readonly layout: Layout;
  readonly insertions: readonly Insertion[];
  /** Rows that are new, in runs, where they will stand. */
  readonly fresh: readonly { readonly row: number; readonly rows: number }[];
}

/**
 * Finds every planned row and column on a sheet that people have worked on: by the names of its cells, else by its words. `isNew`
 * says which rows the sheet cannot have yet; each run of them goes below the row that is planned above it.
 */
export function moved({ layout, plan }: Drawn, cells: SheetCells, references: ReadonlyMap<string, Reference>, isNew: (row: number) => boolean): Moved {
  const { rowNow, columnNow } = findRows(plan, cells, references, isNew);
  const rows = Array.from({ length: lastRow(layout) + 1 }, (_, row) => row);
  const insertions: { before: number; rows: number; from: number }[] = [];
  for (const row of rows.filter(isNew)) {
    const last = insertions.at(-1);
    if (last && last.from + last.rows === row) last.rows += 1;
    else insertions.push({ before: rowNow(row - 1) + 1, rows: 1, from: row });
  }
  const pushed = (now: number) => now + insertions.filter(({ before }) => before <= now).reduce((sum, each) => sum + each.rows, 0);
  const final = (row: number): number => {
    const home = insertions.find(({ from, rows: count }) => row >= from && row < from + count);
    if (!home) return pushed(rowNow(row));
    const earlier = insertions.slice(0, insertions.indexOf(home)).filter(({ before }) => before <= home.before);
    return home.before + earlier.reduce((sum, each) => sum + each.rows, 0) + row - home.from;
  };
  return {
    insertions: insertions.map(({ before, rows: count }) => ({ before, rows: count })),
    fresh: insertions.map(({ from, rows: count }) => ({ row: final(from), rows: count })),
    layout: shifted(layout, plan, { row: final, pushed, column: columnNow }, references),
  };
}

const lastRow = ({ rowCount, spans }: Layout) => Math.max(rowCount, ...[...spans.values()].map(({ row, rows }) => row + Math.min(rows, 1) - 1));

// --- finding

function findRows(plan: SheetPlan, cells: SheetCells, references: ReadonlyMap<string, Reference>, isNew: (row: number) => boolean) {
  const found = new Map<number, number>();
  const votes = new Map<number, Map<number, number>>();
  const vote = (planned: number, now: number) => {
    const each = votes.get(planned) ?? new Map<number, number>();
    votes.set(planned, each.set(now, (each.get(now) ?? 0) + 1));
  };
  for (const { name, box } of plan.names.filter((each) => each.box.rows * each.box.columns === 1)) {
    const now = references.get(name);
    if (!now || now.sheet.toLowerCase() !== cells.name.toLowerCase()) continue;
    found.set(box.row, now.box.row);
    vote(box.column, now.box.column);
  }
  const placesOf = wordsOn(cells);
  let shift = 0;
  for (const [row, words] of wordsOf(plan)) {
    if (isNew(row)) continue;
    for (const { text, column } of words) {
      const near = nearest(placesOf.get(text) ?? [], found.get(row) ?? row + shift);
      if (!near) continue;
      if (!found.has(row)) found.set(row, near.row);
      if (found.get(row) === near.row) vote(column, near.column);
    }
    shift = (found.get(row) ?? row + shift) - row;
  }
  return { rowNow: along(found, isNew), columnNow: along(new Map([...votes].map(([column, each]) => [column, most(each)]))) };
}

interface Word { readonly text: string; readonly column: number }

/** The words of each planned row that no person enters, the first of them its label. */
function wordsOf({ cells }: SheetPlan): Map<number, Word[]> {
  const words = new Map<number, Word[]>();
  for (const { row, column, content, style } of cells) {
    if (content.kind !== "value" || typeof content.value !== "string" || style === "input" || content.value.length < 2) continue;
    words.set(row, [...(words.get(row) ?? []), { text: content.value, column }]);
  }
  return words;
}

function wordsOn(cells: SheetCells): Map<string, { row: number; column: number }[]> {
  const places = new Map<string, { row: number; column: number }[]>();
  cells.values.forEach((line, i) => line.forEach((_, j) => {
    const [row, column] = [cells.row + i, cells.column + j];
    const { value, formula } = cellAt(cells, row, column);
    if (typeof value === "string" && value !== "" && formula === undefined) places.set(value, [...(places.get(value) ?? []), { row, column }]);
  }));
  return places;
}

const nearest = (places: readonly { row: number; column: number }[], wanted: number) =>
  [...places].sort((a, b) => Math.abs(a.row - wanted) - Math.abs(b.row - wanted))[0];

const most = (votes: ReadonlyMap<number, number>) => [...votes].sort((a, b) => b[1] - a[1])[0]![0];

/** A place that was not found stands as far from its neighbour above as planned, what is new not counted. */
function along(found: ReadonlyMap<number, number>, isNew: (planned: number) => boolean = () => false): (planned: number) => number {
  return (planned) => {
    let known = planned;
    let between = 0;
    for (; known > 0 && !found.has(known); known--) if (!isNew(known)) between++;
    return (found.get(known) ?? known) + between;
  };
}

// --- moving

/** Where a planned row or column will stand, and where a row of now will once the insertions are made. */
interface Ways { readonly row: (planned: number) => number; readonly pushed: (now: number) => number; readonly column: (planned: number) => number }

function shifted(layout: Layout, plan: SheetPlan, { row, pushed, column }: Ways, references: ReadonlyMap<string, Reference>): Layout {
  const letters = Object.fromEntries(Array.from({ length: layout.columnCount }, (_, i) => [columnLetters(i), columnLetters(column(i))]));
  const names = (columns: Readonly<Record<string, string>>) =>
    ({ ...letters, ...Object.fromEntries(Object.entries(columns).map(([key, at]) => [key, letters[at] ?? at])) });
  return {
    ...layout,
    rows: layout.rows.map((each) => ({ ...each, row: row(each.row), columns: names(each.columns) })),
    bandRows: layout.bandRows.map((each) => ({ ...each, row: row(each.row) })),
    headRows: layout.headRows.map(({ row: planned, block }) => ({ row: row(planned), block: { ...block, columns: names(block.columns ?? {}) } })),
    spans: new Map([...layout.spans].map(([id, span]) => [id, { ...tableNow(span, plan, references, pushed) ?? spread(span, row), columns: names(span.columns) }])),
    rowCount: row(layout.rowCount - 1) + 1,
  };
}

/** From the first of its rows to the last, in whatever order they stand. */
function spread(span: Span, row: (planned: number) => number): Pick<Span, "row" | "rows"> {
  const now = Array.from({ length: Math.max(1, span.rows) }, (_, i) => row(span.row + i));
  return { row: Math.min(...now), rows: Math.max(...now) - Math.min(...now) + 1 };
}

/** A table knows itself how long it has become. */
function tableNow(
  { row, rows }: Span, { tables }: SheetPlan, references: ReadonlyMap<string, Reference>, pushed: Ways["pushed"],
): Pick<Span, "row" | "rows"> | undefined {
  const table = tables.find(({ box }) => box.row + 1 === row && box.rows - 1 === rows);
  const now = table && references.get(table.name);
  return now && { row: pushed(now.box.row + 1), rows: now.box.rows - 1 };
}
