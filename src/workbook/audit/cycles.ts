import type { Book, BookSheet, FormulaCell } from "./book";
import type { Area, Resolver } from "./references";

/** Formulas that feed on their own result, in the order in which they refer to each other. */
export type Cycle = readonly { readonly sheet: BookSheet; readonly row: number; readonly column: number }[];

/** Functions that ask where a reference is, not what it holds. */
const looksOnlyAtPlace = new Set(["ROW", "COLUMN", "ROWS", "COLUMNS", "AREAS", "SHEET", "SHEETS", "FORMULATEXT", "ISFORMULA", "ISREF"]);

/** A formula, its place in its column, and while it is open its place on the path. */
interface Node { readonly sheet: BookSheet; readonly cell: FormulaCell; readonly index: number; readonly home: Column; step: number }

/** The formulas of one column from top to bottom: which are still to be visited, and which were visited but not left yet. */
interface Column { readonly left: number; readonly nodes: Node[]; unvisited: Remaining; open: Remaining }

/** A formula on the path of the search, and how far its areas have been followed. */
interface Visit { readonly node: Node; readonly areas: readonly Area[]; done: number }

/**
 * Searches circular references, depth first; cycles that share a cell are told once. Ranges are never expanded: within a column
 * the search jumps to the next formula not yet visited, so that a running total over 100,000 rows costs some 100,000 steps.
 * When all formulas in a range are visited, one that has not been left stands on the path to the range: a cycle.
 * Yields undefined now and then, as a breath.
 */
export function* cyclesOf(book: Book, resolver: Resolver): Generator<Cycle | undefined> {
  const columns = new Map(book.sheets.map((sheet) => [sheet, columnsOf(sheet)]));
  const followed = new Set<string>();
  const told = new Set<Node>();
  let steps = 0;
  for (const start of [...columns.values()].flatMap((list) => list.flatMap(({ nodes }) => nodes))) {
    const path = start.home.unvisited.has(start.index) ? [visit(start, resolver, 0)] : [];
    while (path.length > 0) {
      if (++steps % 5_000 === 0) yield undefined;
      const top = path.at(-1)!;
      const area = top.areas[top.done];
      if (!area) {
        top.node.home.open.remove(top.node.index);
        path.pop();
        continue;
      }
      const key = keyOf(area);
      const isNew = key === undefined || !followed.has(key);
      const next = isNew ? firstIn(area, columns, "unvisited") : undefined;
      if (next) {
        path.push(visit(next, resolver, path.length));
        continue;
      }
      const back = isNew ? firstIn(area, columns, "open") : undefined;
      if (key !== undefined) followed.add(key);
      top.done++;
      if (!back || told.has(back) || told.has(top.node)) continue;
      const cycle = path.slice(back.step).map(({ node }) => node);
      if (!cycle.some((node) => told.has(node))) yield cycle.map(({ sheet, cell: { row, column } }) => ({ sheet, row, column }));
      for (const node of cycle) told.add(node);
    }
  }
}

function visit(node: Node, resolver: Resolver, step: number): Visit {
  node.step = step;
  const { sheet, cell: { row, column, shape } } = node;
  node.home.unvisited.remove(node.index);
  const areas: Area[] = [];
  for (const { token, inside } of shape.pointers) {
    if (!looksOnlyAtPlace.has(inside)) areas.push(...resolver.areasOf(token, shape, sheet, row, column));
  }
  return { node, areas, done: 0 };
}

/** Many formulas share their ranges, which need to be followed once; a single cell is quicker looked at than remembered. */
const keyOf = ({ sheet, top, left, bottom, right }: Area): string | undefined =>
  (top === bottom && left === right ? undefined : `${sheet.tab} ${top} ${left} ${bottom} ${right}`);

type Columns = ReadonlyMap<BookSheet, readonly Column[]>;

/** The first formula in an area that is in this state, column by column. */
function firstIn({ sheet, top, bottom, left, right }: Area, columns: Columns, state: "unvisited" | "open"): Node | undefined {
  const list = columns.get(sheet)!;
  for (let c = firstAtLeast(list.length, (i) => list[i]!.left >= left); c < list.length && list[c]!.left <= right; c++) {
    const { nodes, [state]: remaining } = list[c]!;
    const index = remaining.from(firstAtLeast(nodes.length, (i) => nodes[i]!.cell.row >= top));
    if (index < nodes.length && nodes[index]!.cell.row <= bottom) return nodes[index];
  }
  return undefined;
}

function columnsOf(sheet: BookSheet): Column[] {
  const byLeft = new Map<number, Column>();
  for (const cell of sheet.formulas) {
    const home = byLeft.get(cell.column) ?? { left: cell.column, nodes: [], unvisited: new Remaining(0), open: new Remaining(0) };
    byLeft.set(cell.column, home);
    home.nodes.push({ sheet, cell, index: home.nodes.length, home, step: -1 });
  }
  for (const home of byLeft.values()) {
    home.unvisited = new Remaining(home.nodes.length);
    home.open = new Remaining(home.nodes.length);
  }
  return [...byLeft.values()].sort((a, b) => a.left - b.left);
}

/** The smallest index from 0 to length for which a test holds that stays true from then on. */
function firstAtLeast(length: number, holds: (index: number) => boolean): number {
  let [low, high] = [0, length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** The numbers 0 to n - 1, of which some have been removed; the next one that remains is found in almost constant time. */
class Remaining {
  private readonly next: Int32Array;

  constructor(count: number) {
    this.next = Int32Array.from({ length: count + 1 }, (_, index) => index);
  }

  /** The smallest number left that is not below this one, or n when there is none. */
  from(index: number): number {
    let found = index;
    while (this.next[found] !== found) found = this.next[found]!;
    // Whoever asks next walks straight there: path compression.
    for (let at = index; at !== found;) {
      const after = this.next[at]!;
      this.next[at] = found;
      at = after;
    }
    return found;
  }

  has(index: number): boolean {
    return this.next[index] === index;
  }

  remove(index: number): void {
    this.next[index] = index + 1;
  }
}
