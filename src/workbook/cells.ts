import { columnLetters } from "./address";
import { boxOf, columnIndex, writeFormula, type Atlas, type Place } from "./formula";
import { printedColumns, type Layout, type PlacedRow } from "./layout";
import type { BlockSpec, CellSpec, Content, SheetSpec } from "./spec";
import type { CellContent, CellPlan, StyleName } from "./workbook-plan";

/** Every cell of a laid-out sheet, in reading order. */
export function planCells(layout: Layout, atlas: Atlas): CellPlan[] {
  const { spec } = layout;
  const at = (row: number, column: number): Place => ({ sheet: spec.id, row, column, columns: spec.columns ?? {}, blockRow: 0 });
  const put = (row: number, column: number, cell: CellSpec, place = at(row, column)) => toPlan(cell, place, atlas);
  const named = (row: number, cells: Readonly<Record<string, CellSpec>>, columns = spec.columns ?? {}) =>
    Object.entries(cells).map(([column, cell]) => put(row, columnIndex(column, columns), cell));
  return distinct([
    put(0, 0, { content: spec.title, style: "title" }),
    put(1, 0, { content: spec.purpose, style: "purpose" }),
    ...statusCells(printedColumns(layout)).map(([column, cell]) => put(2, column, cell)),
    ...named(3, spreadHeads(spec.heads, printedColumns(layout))),
    ...layout.bandRows.flatMap(({ row, block }) =>
      bandCells(block, printedColumns(layout)).map(([column, cell]) => put(row, column, cell)),
    ),
    ...layout.headRows.flatMap(({ row, block }) => named(row, block.heads!, { ...spec.columns, ...block.columns })),
    ...lineNumbers(layout).flatMap((row) => rowCells(row, spec.id, atlas)),
    ...(spec.charts ?? []).map(({ place, altText }) => {
      // Office.js gives charts no alternative text, so it stands in the row below.
      const { row, rows, column } = boxOf(place, spec.id, atlas);
      return put(row + rows - 1, column, { content: altText, style: "note" });
    }),
  ]);
}

/** Row 3 of every sheet: is all well, which version, which case, which money. */
function statusCells(columnCount: number): [number, CellSpec][] {
  const words = '[about/out_version.C] & "   |   Base case   |   " & [inputs/in_currency] & " per " & [inputs/in_period]';
  const rest = Array.from({ length: Math.max(0, columnCount - 2) }, (_, i): [number, CellSpec] => [
    i + 2,
    { content: null, style: "status" },
  ]);
  return [
    [0, { content: { formula: "[checks/chk_master.result]" }, style: "check", format: "check" }],
    [1, { content: { formula: words }, style: "status" }],
    ...rest,
  ];
}

/** The line under the headings runs over the whole width. */
function spreadHeads(heads: SheetSpec["heads"], columnCount: number): Record<string, CellSpec> {
  if (!heads) return {};
  const empty = Array.from({ length: columnCount }, (_, column): [string, CellSpec] => [
    columnLetters(column),
    { content: null, style: "head" },
  ]);
  return { ...Object.fromEntries(empty), ...heads };
}

function bandCells({ bands = [] }: BlockSpec, columnCount: number): [number, CellSpec][] {
  return bands.flatMap(({ title, tone, from, to, aside }) => {
    const first = columnIndex(from, {});
    const last = to ? columnIndex(to, {}) : columnCount - 1;
    const [start, rest]: [StyleName, StyleName] = tone === "ask" ? ["section", "sectionRest"] : ["give", "giveRest"];
    return Array.from({ length: last - first + 1 }, (_, i): [number, CellSpec] => {
      if (i === 0) return [first, { content: title, style: start }];
      return first + i === last && aside !== undefined
        ? [last, { content: aside, style: rest, align: "right" }]
        : [first + i, { content: null, style: rest }];
    });
  });
}

/** Lines that hold a number are numbered through in column A, unless they have an id there. */
function lineNumbers({ spec, rows }: Layout): PlacedRow[] {
  if (!spec.numbered) return [...rows];
  let number = 0;
  return rows.map((placed) => {
    const { cells, fill } = placed.spec;
    if (cells.A !== undefined || cells.C === undefined) return placed;
    const style: StyleName = fill ? fill.style : "note";
    return {
      ...placed,
      spec: { ...placed.spec, cells: { A: { content: ++number, style, format: "general", align: "left" }, ...cells } },
    };
  });
}

function rowCells({ row, spec: line, blockRow, columns }: PlacedRow, sheet: string, atlas: Atlas): CellPlan[] {
  const filled = line.fill ? columnIndex(line.fill.to, columns) + 1 : 0;
  const empty = Array.from({ length: filled }, (_, column): CellPlan =>
    ({ row, column, content: { kind: "empty" }, style: line.fill!.style }));
  const cells = Object.entries(line.cells).map(([name, cell]) =>
    toPlan(cell, { sheet, row, column: columnIndex(name, columns), columns, blockRow }, atlas));
  return [...empty, ...cells];
}

function toPlan({ content, style, format, align, id, name }: CellSpec, at: Place, atlas: Atlas): CellPlan {
  return {
    row: at.row,
    column: at.column,
    content: written(content, at, atlas),
    style,
    ...(format && { format }),
    ...(align && { align }),
    ...((id ?? name) !== undefined && { id: id ?? name }),
  };
}

function written(content: Content, at: Place, atlas: Atlas): CellContent {
  if (content === null || content === "") return { kind: "empty" };
  if (typeof content === "object") return { kind: "formula", formula: `=${writeFormula(content.formula, at, atlas)}` };
  if (typeof content === "string" && /\{(currency|period)\}/.test(content)) {
    return { kind: "formula", formula: `=${writeFormula(inWords(content), at, atlas)}` };
  }
  return { kind: "value", value: content };
}

/** Text that follows the inputs: "{currency}/{period}" becomes a formula, so that a changed currency changes every unit. */
function inWords(text: string): string {
  return text
    .split(/(\{\w+\})/)
    .filter((part) => part !== "")
    .map(
      (part) => ({ "{currency}": "[inputs/in_currency]", "{period}": "[inputs/in_period]" })[part] ?? `"${part.replaceAll('"', '""')}"`,
    )
    .join(" & ");
}

/** The last word on a cell wins, in reading order. */
function distinct(cells: readonly CellPlan[]): CellPlan[] {
  const byPlace = new Map(cells.map((cell) => [`${cell.row} ${cell.column}`, cell]));
  return [...byPlace.values()].sort((a, b) => a.row - b.row || a.column - b.column);
}
