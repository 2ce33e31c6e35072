import { columnIndex } from "../formula";
import { printedColumns, type Layout } from "../layout";
import { cellAt, type SheetCells } from "../snapshot";
import type { Band, BlockSpec, CellSpec, Content } from "../spec";
import type { StyleName } from "../workbook-plan";

/** What a cell is called, in the words that stand around it now. Empty text for what is not there. */
export interface Named {
  readonly label: string;
  /** Of its column, where a line holds several numbers. */
  readonly heading: string;
  readonly unit: string;
  readonly source: string;
  /** A word of advice beside it. */
  readonly note: string;
  /** The band above it. */
  readonly block: string;
  /** The headings count the line through, as years do: a number needs its label beside its heading. */
  readonly isSeries?: true;
  /** How we planned the cell; undefined for a cell that is not ours. */
  readonly planned?: CellSpec;
  /** Id of its line in the sheet's spec. */
  readonly line?: string;
  readonly isHeading?: true;
}

/** Names the cells of one sheet; rows and columns count from 0. */
export type Namer = (row: number, column: number) => Named;

/** A line of ours with the headings that stand above it; a row of headings is one too. */
interface Line {
  readonly row: number;
  /** What its cells are called, where no words on the sheet say it. */
  readonly title?: readonly string[];
  readonly id?: string;
  readonly cells: ReadonlyMap<number, CellSpec>;
  readonly block?: BlockSpec;
  readonly head?: Line;
}

const textOf = (cells: SheetCells, row: number, column: number): string => {
  const { value, isError } = cellAt(cells, row, column);
  return typeof value === "string" && !isError ? value.trim() : "";
};
const isWords = (text: string) => /\p{L}{2}/u.test(text);
const cell = (style: StyleName, content: Content): CellSpec => ({ style, content });
const worked: Content = { formula: "" };

/** A cell with no words around it. */
export const nameless: Named = { label: "", heading: "", unit: "", source: "", note: "", block: "" };

/** Names for a sheet of ours, wherever its lines stand since people inserted, deleted or sorted rows and columns. */
export function namerOf(layout: Layout, cells: SheetCells): Namer {
  const lines = linesOf(layout);
  const columnNow = columnsNow(lines, cells);
  const columnThen = new Map([...columnNow].map(([then, now]) => [now, then]));
  const rowNow = rowsNow(lines, columnNow, cells);
  const lineAt = new Map([...rowNow].map(([line, row]) => [row, line]));
  const own = namerByWords(cells);
  const above: Namer = (row, column) => ({ ...nameless, label: nearestAbove(cells, row, column) });
  const text = (line: Line | undefined, column: number | undefined) =>
    (line && column !== undefined ? textOf(cells, rowNow.get(line) ?? -1, columnNow.get(column) ?? -1) : "");
  /** The column of a line that stands under one of these headings. */
  const under = ({ head }: Line, ...titles: readonly string[]) =>
    [...head?.cells ?? []].find(([, { content }]) => titles.includes(String(content)))?.[0];

  return (row, column) => {
    const line = lineAt.get(row);
    const then = columnThen.get(column) ?? -1;
    const planned = line?.cells.get(then) ?? (line?.block && then === 0 ? cell("note", "") : undefined);
    if (!line || !planned) return line?.title ? nameless : own(row, column);
    if (line.title) return { ...nameless, label: line.title[then] ?? "", planned };
    if (!line.block) return { ...nameless, label: textOf(cells, row, column), planned, isHeading: true };
    return {
      ...(line.id !== undefined && { line: line.id }),
      ...(isCounted(line.head?.cells.get(then)) && { isSeries: true }),
      planned,
      label: labelOf(line, then, (at) => text(line, at)) || (/^(figure|panel)/.test(planned.style) ? above : own)(row, column).label,
      heading: hasSeveral(line) ? text(line.head, then) : "",
      unit: unitFor(planned, line, text(line, under(line, "Unit", "Unit of money"))),
      source: text(line, under(line, "Source", "Source or driver")),
      note: text(line, under(line, "Note", "What to do")),
      block: bandOf(line.block, then),
    };
  };
}

/** Headings that say nothing without the label of the line. */
const isCounted = (head: CellSpec | undefined) =>
  head !== undefined && (typeof head.content === "object" || ["Constant", "Opening", "Total"].includes(String(head.content)));

/** The unit of a line is that of most of its numbers; one of another kind beside them (a share, a flag) has its own. */
function unitFor({ format = "general" }: CellSpec, { cells, block }: Line, unit: string): string {
  if (block?.table !== undefined) return "";
  const formats = [...cells.values()].flatMap((each) => (each.format && each.format !== "words" ? [each.format] : []));
  const often = (one: string) => formats.filter((each) => each === one).length;
  const isShare = /percent|share/i.test(format);
  return formats.every((each) => often(each) <= often(format)) && isShare === unit.startsWith("%") ? unit : "";
}

/** Several numbers stand side by side, so that the heading tells which one is meant. */
const hasSeveral = ({ cells }: Line) =>
  [...cells.values()].filter(({ content, style }) => style !== "label" && style !== "note" && typeof content !== "string").length > 1;

/** A band's title as it was planned: its words do not change. */
const bandOf = ({ bands = [] }: BlockSpec, column: number): string =>
  bands.filter(({ from }) => columnIndex(from, {}) <= column).at(-1)?.title ?? "";

/** The words that begin a line: the label before the cell, or the text in column B or A; empty where the panel above has them. */
function labelOf({ cells }: Line, column: number, textAt: (column: number) => string): string {
  const before = [...cells].filter(([at, { style }]) => at <= column && style === "label").map(([at]) => at).at(-1);
  if (before !== undefined) return textAt(before);
  if (/^(figure|panel)/.test(cells.get(column)?.style ?? "")) return "";
  return [1, 0].filter((at) => at <= column).map(textAt).find(isWords) ?? "";
}

const statusTitles = ["Is all well?", "Version, case and currency"];

const cellsOf = (cells: Readonly<Record<string, CellSpec>>, columns: Readonly<Record<string, string>>) =>
  new Map(Object.entries(cells).map(([column, cell]) => [columnIndex(column, columns), cell]));

/** The first three rows of every sheet, its headings, its bands and its lines, each with the headings that count for it. */
function linesOf(layout: Layout): Line[] {
  const { spec, rows, headRows, bandRows } = layout;
  const top: Line | undefined = spec.heads && { row: 3, cells: cellsOf(spec.heads, spec.columns ?? {}) };
  const lines: Line[] = [
    { row: 0, cells: new Map([[0, cell("title", spec.title)]]) },
    { row: 2, title: statusTitles, cells: new Map([[0, cell("check", worked)], [1, cell("status", worked)]]) },
    ...(top ? [top] : []),
    ...bandRows.map(({ row, block: { bands = [] } }): Line => ({ row, cells: new Map(bands.flatMap((band) => bandCells(band, layout))) })),
  ];
  let head = top;
  let next = 0;
  let continues = false;
  for (const block of spec.blocks) {
    const columns = { ...spec.columns, ...block.columns };
    const own: Line | undefined = block.heads
      && { row: headRows.find((each) => each.block === block)!.row, cells: cellsOf(block.heads, columns) };
    if (own) lines.push(own);
    head = own ?? (continues ? head : top);
    continues = block.close === true;
    for (const { row, spec: { id, cells } } of rows.slice(next, next += block.rows.length)) {
      lines.push({ row, ...(id !== undefined && { id }), cells: cellsOf(cells, columns), block, ...(head && { head }) });
    }
  }
  return lines;
}

function bandCells({ title, from, to, aside }: Band, layout: Layout): [number, CellSpec][] {
  const first: [number, CellSpec] = [columnIndex(from, {}), cell("section", title)];
  return aside === undefined ? [first] : [first, [to ? columnIndex(to, {}) : printedColumns(layout) - 1, cell("sectionRest", aside)]];
}

/** Texts that we wrote and nobody is asked to change, by column: by these a line is found again. */
const written = ({ cells }: Line): [column: number, text: string][] => [...cells].flatMap(([column, { content, style }]) =>
  (typeof content === "string" && content !== "" && style !== "input" && !content.includes("{") ? [[column, content.trim()]] : []));

/** Where each planned column stands now: under the texts it was written with, or beside the column before it. */
function columnsNow(lines: readonly Line[], cells: SheetCells): Map<number, number> {
  const texts = new Map<number, Set<string>>();
  for (const [column, text] of lines.flatMap(written)) texts.set(column, (texts.get(column) ?? new Set()).add(text));
  const width = cells.column + (cells.values[0]?.length ?? 0);
  const shared = (wanted: ReadonlySet<string>, column: number) =>
    cells.values.filter((line) => wanted.has(String(line[column - cells.column] ?? "").trim())).length;
  const found = new Map<number, number>();
  let shift = 0;
  for (let column = 0; column < Math.max(width, 64); column++) {
    const wanted = texts.get(column);
    if (wanted && shared(wanted, column + shift) < wanted.size) shift = bestShift(wanted, column, shift, shared);
    found.set(column, column + shift);
  }
  return found;
}

/** How far inserted and deleted columns may move one. */
const farthest = 12;

function bestShift(
  wanted: ReadonlySet<string>, column: number, shift: number, shared: (wanted: ReadonlySet<string>, at: number) => number,
): number {
  const near = Array.from({ length: 2 * farthest + 1 }, (_, i) => shift + Math.ceil(i / 2) * (i % 2 === 0 ? 1 : -1));
  return near.reduce((best, each) => (shared(wanted, column + each) > shared(wanted, column + best) ? each : best), shift);
}

/** The row of each line: where its texts stand, the first such line at the first such place; without a name, below the line before. */
function rowsNow(lines: readonly Line[], columnNow: ReadonlyMap<number, number>, cells: SheetCells): Map<Line, number> {
  const alike = new Map<string, Line[]>();
  for (const line of lines) {
    const texts = written(line);
    if (texts.some(([column]) => column < 2)) alike.set(JSON.stringify(texts), [...alike.get(JSON.stringify(texts)) ?? [], line]);
  }
  const found = new Map<Line, number>();
  const rows = Array.from(cells.values, (_, i) => cells.row + i);
  for (const [key, same] of alike) {
    const texts = JSON.parse(key) as [number, string][];
    const places = rows.filter((row) => texts.every(([column, text]) => textOf(cells, row, columnNow.get(column)!) === text));
    same.forEach((line, index) => { if (places[index] !== undefined) found.set(line, places[index]!); });
  }
  const taken = new Set(found.values());
  lines.forEach((line, index) => {
    const before = lines[index - 1];
    const below = before && found.has(before) ? found.get(before)! + line.row - before.row : line.row;
    if (!found.has(line) && !taken.has(below)) found.set(line, below);
  });
  return found;
}

/** Names for a sheet that is not ours: the nearest words to the left, and the nearest above. */
export const namerByWords = (cells: SheetCells): Namer => (row, column) => {
  const [left, above] = [nearestLeft(cells, row, column), nearestAbove(cells, row, column)];
  return { ...nameless, label: left || above, heading: left && above !== left ? above : "" };
};

function nearestLeft(cells: SheetCells, row: number, column: number): string {
  for (let at = column - 1; at >= cells.column; at--) if (isWords(textOf(cells, row, at))) return textOf(cells, row, at);
  return "";
}

function nearestAbove(cells: SheetCells, row: number, column: number): string {
  for (let at = row - 1; at >= cells.row; at--) if (isWords(textOf(cells, at, column))) return textOf(cells, at, column);
  return "";
}
