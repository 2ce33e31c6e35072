import type { BookSheet } from "./book";
import { isFixedNumber, isUnlikeNeighbours } from "./ours";
import type { Shape } from "./shape";

/** A cell that breaks a line of equal formulas: another formula, or a typed number, and the formula that belongs there. */
export interface Slip {
  readonly row: number;
  readonly column: number;
  readonly along: Direction;
  readonly isTyped: boolean;
  readonly belongs: Shape;
}

type Direction = "row" | "column";
type Cell = Shape | number | undefined;

/**
 * A stretch of neighbouring numbers and formulas in a row or column: `dominant` is the formula that most of it has, from `first` to
 * `last`. A `tied` one is the whole column of a table and has no beginning or end of its own.
 */
interface Line {
  readonly across: number;
  readonly start: number;
  readonly cells: readonly Cell[];
  readonly dominant: Shape;
  readonly first: number;
  readonly last: number;
  readonly tied: boolean;
}

/** A line of equal formulas has at least so many, and they are at least this share of the cells from the first to the last of them. */
const shortestLine = 3;
const leastShare = 0.7;
/** On our sheets so many parallel lines of at least this length set the columns that every such line fills from end to end. */
const parallels = 3;
const longLine = 5;

const cellsPerBreath = 10_000;
const found = new WeakMap<BookSheet, readonly Slip[]>();

/** All slips of a sheet. Three rules ask, the search is made once, with a breath (undefined) after every so many cells. */
export function* slipsOf(sheet: BookSheet): Generator<undefined, readonly Slip[]> {
  const known = found.get(sheet);
  if (known) return known;
  const slips: Slip[] = [];
  for (const along of ["row", "column"] as const) {
    const lines = yield* linesOf(sheet, along);
    const spans = sheet.ours ? commonSpans(lines) : [];
    slips.push(...lines.flatMap((line) => slipsIn(line, along, sheet, spans)));
  }
  found.set(sheet, slips);
  return slips;
}

function slipsIn(line: Line, along: Direction, sheet: BookSheet, spans: readonly [number, number][]): Slip[] {
  const { across, start, cells, dominant, first, last, tied } = line;
  const span = spans.find(([from, to]) => first >= from && last <= to);
  const [from, to] = tied ? [start, start + cells.length - 1] : span ?? [first, last];
  const slips: Slip[] = [];
  for (const [index, cell] of cells.entries()) {
    const at = start + index;
    if (cell === dominant || cell === undefined || at < from || at > to) continue;
    const [row, column] = along === "row" ? [across, at] : [at, across];
    const isTyped = typeof cell === "number";
    if (sheet.ours && (isTyped ? isFixedNumber(sheet, row, column) : isUnlikeNeighbours(sheet, row, column))) continue;
    const isAtHome = fitsAcross(sheet, row, column, along, cell) || (isSubtotal(cell) && !isSubtotal(dominant));
    if (tied || !isAtHome) slips.push({ row, column, along, isTyped, belongs: dominant });
  }
  return slips;
}

function* linesOf(sheet: BookSheet, along: Direction): Generator<undefined, Line[]> {
  const { row: top, column: left } = sheet.snapshot;
  const { bottom, right } = sheet;
  const [outer, outerEnd, inner, innerEnd] = along === "row" ? [top, bottom, left, right] : [left, right, top, bottom];
  const lines: Line[] = [];
  let looked = 0;
  for (let across = outer; across < outerEnd; across++) {
    looked += innerEnd - inner;
    if (looked >= cellsPerBreath) {
      looked = 0;
      yield undefined;
    }
    const bodies = along === "column" ? tableBodies(sheet, across) : [];
    let cells: Cell[] = [];
    for (let at = inner; at <= innerEnd; at++) {
      const cell = at === innerEnd ? undefined : along === "row" ? cellAt(sheet, across, at) : inColumn(cellAt(sheet, at, across));
      if (cell === undefined || bodies.some(([from, to]) => at === from || at === to + 1)) {
        const start = at - cells.length;
        const line = lineOf(cells, across, start, bodies.some(([from, to]) => start === from && at === to + 1));
        if (line) lines.push(line);
        cells = [];
      }
      if (cell !== undefined) cells.push(cell);
    }
  }
  return lines;
}

function cellAt(sheet: BookSheet, row: number, column: number): Cell {
  const shape = sheet.shapeAt(row, column);
  if (shape) return shape;
  const typed = sheet.typedAt(row, column);
  return typeof typed === "number" ? typed : undefined;
}

/** Words that formulas put together stand below each other without belonging together: units, captions, remarks. */
const inColumn = (cell: Cell): Cell => (typeof cell === "object" && joinsWords(cell) ? undefined : cell);
const joinsWords = ({ pieces }: Shape) =>
  pieces.some(({ token: { kind, text }, depth }) => depth === 0 && kind === "operator" && text === "&");

function lineOf(cells: readonly Cell[], across: number, start: number, tied: boolean): Line | undefined {
  if (cells.length < shortestLine) return undefined;
  const counts = new Map<Cell, number>();
  for (const cell of cells) counts.set(cell, (counts.get(cell) ?? 0) + 1);
  let dominant: Shape | undefined;
  for (const [cell, count] of counts) {
    if (typeof cell === "object" && count >= shortestLine && count > (counts.get(dominant) ?? 0)) dominant = cell;
  }
  if (!dominant) return undefined;
  const [first, last] = [cells.indexOf(dominant), cells.lastIndexOf(dominant)];
  const isLine = counts.get(dominant)! >= leastShare * (tied ? cells.length : last - first + 1);
  return isLine ? { across, start, cells, dominant, first: start + first, last: start + last, tied } : undefined;
}

/** First and last rows of the tables that a column runs through, without headings and totals. */
const tableBodies = ({ snapshot: { tables } }: BookSheet, column: number): [number, number][] => tables
  .filter(({ box }) => column >= box.column && column < box.column + box.columns)
  .map(({ box, hasHeads, hasTotals }) => [box.row + (hasHeads ? 1 : 0), box.row + box.rows - 1 - (hasTotals ? 1 : 0)]);

/** Where several parallel lines begin and end together. */
function commonSpans(lines: readonly Line[]): [number, number][] {
  const counts = new Map<string, { readonly span: [number, number]; count: number }>();
  for (const { first, last } of lines) {
    if (last - first + 1 < longLine) continue;
    const entry = counts.get(`${first} ${last}`) ?? { span: [first, last], count: 0 };
    entry.count++;
    counts.set(`${first} ${last}`, entry);
  }
  return [...counts.values()].filter(({ count }) => count >= parallels).sort((a, b) => b.count - a.count).map(({ span }) => span);
}

/** A formula that equals its neighbour across the line, or a number in a run of numbers across it, belongs to that other line. */
function fitsAcross(sheet: BookSheet, row: number, column: number, along: Direction, cell: Cell): boolean {
  const at = (steps: number) => (along === "row" ? cellAt(sheet, row + steps, column) : cellAt(sheet, row, column + steps));
  if (typeof cell === "object") return at(-1) === cell || at(1) === cell;
  const isNumber = (steps: number) => typeof at(steps) === "number";
  return (isNumber(-1) && isNumber(1)) || (isNumber(1) && isNumber(2)) || (isNumber(-1) && isNumber(-2));
}

/** A sum of the cells above or beside is at home in the middle of a line. */
const isSubtotal = (cell: Cell) => typeof cell === "object" && subtotal.test(cell.form);
const step = String.raw`R(\[-?\d+\])?C(\[-?\d+\])?`;
const subtotal = new RegExp(String.raw`^(SUM|SUBTOTAL|AVERAGE|AGGREGATE)\((\d+,)*${step}:${step}\)$`);
