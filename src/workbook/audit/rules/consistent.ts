import type { BookSheet } from "../book";
import type { Hit, Rule } from "../finding";
import { isFixedNumber, isUnlikeNeighbours } from "../ours";
import { formulaAt, type Shape } from "../shape";

/** A cell that breaks a line of equal formulas: another formula, or a typed number, and the formula that belongs there. */
interface Slip { readonly row: number; readonly column: number; readonly along: "row" | "column"; readonly isTyped: boolean; readonly belongs: Shape }

/** A line of equal formulas has at least so many, and they are at least this share of the cells from the first to the last of them. */
const shortestLine = 3;
const leastShare = 0.7;
/** On our sheets so many parallel lines of at least this length set the columns that every such line fills from end to end. */
const parallels = 3;
const longLine = 5;

const found = new WeakMap<BookSheet, readonly Slip[]>();

/** All slips of a sheet; three rules ask, the search is made once, with a breath after every so many cells. */
function* slipsOf(sheet: BookSheet): Generator<undefined, readonly Slip[]> {
  const slips = found.get(sheet) ?? [...yield* slipsAlong(sheet, "row"), ...yield* slipsAlong(sheet, "column")];
  found.set(sheet, slips);
  return slips;
}

const cellsPerBreath = 10_000;

type Cell = Shape | number | undefined;

/** A stretch of neighbouring numbers and formulas; `dominant` is the formula most of it has, from `first` to `last`. */
interface Line { readonly across: number; readonly start: number; readonly cells: readonly Cell[]; readonly dominant: Shape; readonly first: number; readonly last: number; readonly tied: boolean }

function* slipsAlong(sheet: BookSheet, along: Slip["along"]): Generator<undefined, Slip[]> {
  const lines = yield* linesOf(sheet, along);
  const spans = sheet.ours ? commonSpans(lines) : [];
  return lines.flatMap((line) => {
    const { across, start, cells, dominant, first, last } = line;
    const span = spans.find(([from, to]) => first >= from && last <= to);
    const [from, to] = line.tied ? [start, start + cells.length - 1] : span ?? [first, last];
    const slips: Slip[] = [];
    for (let i = Math.max(from, start); i <= Math.min(to, start + cells.length - 1); i++) {
      const cell = cells[i - start];
      if (cell === dominant || cell === undefined) continue;
      const [row, column] = along === "row" ? [across, i] : [i, across];
      if (sheet.ours && (typeof cell === "number" ? isFixedNumber(sheet, row, column) : isUnlikeNeighbours(sheet, row, column))) continue;
      if (!fitsAcross(sheet, row, column, along, cell) && !isSubtotal(cell)) slips.push({ row, column, along, isTyped: typeof cell === "number", belongs: dominant });
    }
    return slips;
  });
}

function* linesOf(sheet: BookSheet, along: Slip["along"]): Generator<undefined, Line[]> {
  const { row: top, column: left } = sheet.snapshot;
  const [outer, outerEnd, inner, innerEnd] = along === "row" ? [top, sheet.bottom, left, sheet.right] : [left, sheet.right, top, sheet.bottom];
  const lines: Line[] = [];
  let looked = 0;
  for (let across = outer; across < outerEnd; across++) {
    looked += innerEnd - inner;
    if (looked >= cellsPerBreath) {
      looked = 0;
      yield undefined;
    }
    let cells: Cell[] = [];
    for (let i = inner; i <= innerEnd; i++) {
      const cell = i === innerEnd ? undefined : along === "row" ? cellAt(sheet, across, i) : cellAt(sheet, i, across);
      if (cell !== undefined) {
        cells.push(cell);
        continue;
      }
      const line = lineOf(cells, across, i - cells.length, along === "column" && fillsTable(sheet, across, i - cells.length, i - 1));
      if (line) lines.push(line);
      cells = [];
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

/** Whether a stretch is a whole column of a table's body: then it has no beginning or end of its own. */
const fillsTable = ({ snapshot: { tables } }: BookSheet, column: number, from: number, to: number) => tables.some(({ box, hasHeads, hasTotals }) =>
  column >= box.column && column < box.column + box.columns && from === box.row + (hasHeads ? 1 : 0) && to === box.row + box.rows - 1 - (hasTotals ? 1 : 0));

/** Where several parallel lines begin and end together. */
function commonSpans(lines: readonly Line[]): [number, number][] {
  const counts = new Map<string, { span: [number, number]; count: number }>();
  for (const { first, last } of lines) {
    if (last - first + 1 < longLine) continue;
    const entry = counts.get(`${first} ${last}`) ?? { span: [first, last], count: 0 };
    counts.set(`${first} ${last}`, { ...entry, count: entry.count + 1 });
  }
  return [...counts.values()].filter(({ count }) => count >= parallels).sort((a, b) => b.count - a.count).map(({ span }) => span);
}

/** A formula that equals its neighbour across the line, or a number in a run of numbers across it, belongs to that other line. */
function fitsAcross(sheet: BookSheet, row: number, column: number, along: Slip["along"], cell: Cell): boolean {
  const at = (steps: number) => (along === "row" ? cellAt(sheet, row + steps, column) : cellAt(sheet, row, column + steps));
  if (typeof cell === "object") return at(-1) === cell || at(1) === cell;
  const isNumber = (steps: number) => typeof at(steps) === "number";
  return (isNumber(-1) && isNumber(1)) || (isNumber(1) && isNumber(2)) || (isNumber(-1) && isNumber(-2));
}

/** A sum of cells above or beside is at home in the middle of a line. */
const isSubtotal = (cell: Cell) => typeof cell === "object" && /^(SUM|SUBTOTAL|AVERAGE|AGGREGATE)\((\d+,)*R(\[-?\d+\])?C(\[-?\d+\])?:R(\[-?\d+\])?C(\[-?\d+\])?\)$/.test(cell.form);

function* hits(sheet: BookSheet, wanted: (slip: Slip) => boolean): Generator<Hit | undefined> {
  const seen = new Set<string>();
  for (const slip of yield* slipsOf(sheet)) {
    const { row, column, belongs } = slip;
    if (!wanted(slip) || seen.has(`${row} ${column}`)) continue;
    seen.add(`${row} ${column}`);
    yield { sheet, row, column, mend: { kind: "formula", formula: formulaAt(belongs, row, column) } };
  }
}

export const rowConsistency: Rule = {
  id: "F01", severity: "error", origin: "FAST 2.01-03", scope: "any",
  demand: "A row has one formula across all its periods",
  why: "Readers check the first formula of a row and trust the others to be the same.",
  one: "A formula differs from the others in its row",
  many: "{n} formulas differ from the others in their rows",
  fixLabel: "Use the row's formula",
  ofSheet: (sheet) => hits(sheet, ({ along, isTyped }) => along === "row" && !isTyped),
};

export const columnConsistency: Rule = {
  id: "F02", severity: "error", origin: "ICAEW Financial Modelling Code: consistent formulas", scope: "any",
  demand: "A column of a list has one formula in all its rows",
  why: "A list is read by its headings: one row that is worked out otherwise is found by nobody.",
  one: "A formula differs from the others in its column",
  many: "{n} formulas differ from the others in their columns",
  fixLabel: "Use the column's formula",
  ofSheet: (sheet) => hits(sheet, ({ along, isTyped }) => along === "column" && !isTyped),
};

export const overwrittenFormulas: Rule = {
  id: "F10", severity: "error", origin: "EuSpRIG field studies", scope: "any",
  demand: "No formula in a row or column of formulas was replaced by a number",
  why: "The number stays as it is when everything around it moves.",
  one: "A formula was replaced by a number",
  many: "{n} formulas were replaced by numbers",
  fixLabel: "Put the formula back",
  ofSheet: (sheet) => hits(sheet, ({ isTyped }) => isTyped),
};
