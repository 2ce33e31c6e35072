import type { Agreement } from "../core/agreement";
import { boxOf, columnIndex, writeFormula, type Atlas, type Place } from "./formula";
import { atlasOf, heightsOf, layOut, type Layout, type PlacedRow } from "./layout";
import { rectangles } from "./rectangles";
import { sheetsOf } from "./sheets";
import type { BlockSpec, CellSpec, Content, SheetSpec } from "./spec";
import { validationsOf } from "./validation";
import type { CellContent, CellPlan, ConditionPlan, SheetPlan, StyleName, WorkbookPlan } from "./workbook-plan";

/** Version of the layout: a workbook remembers which one built it. */
export const specVersion = "1.0";

/**
 * Plans the whole workbook of an agreement: pure data, no host, no clock.
 * @throws Error if a sheet's own formulas do not fit together, which a test would have seen
 * @example planWorkbook(sample.agreement).sheets[2].name is "Inputs"
 */
export function planWorkbook(agreement: Agreement): WorkbookPlan {
  const layouts = sheetsOf(agreement, specVersion).map(layOut);
  const atlas = atlasOf(layouts);
  return { version: specVersion, sheets: layouts.map((layout) => planSheet(layout, atlas, agreement)) };
}

function planSheet(layout: Layout, atlas: Atlas, agreement: Agreement): SheetPlan {
  const { spec, rowCount } = layout;
  const cells = planCells(layout, atlas);
  const frozen = spec.freeze?.rows ?? 4;
  return {
    id: spec.id, name: spec.name, sheetClass: spec.sheetClass, purpose: spec.purpose, cells,
    widths: spec.widths, heights: heightsOf(layout),
    freeze: { rows: frozen, columns: spec.freeze?.columns ?? 0 },
    validations: validationsOf(cells, agreement, atlas),
    conditions: [...planConditions(layout, atlas), ...checkConditions(cells)],
    tables: layout.headRows.flatMap(({ row, block }) => (block.table ? [{ name: block.table, box: tableBox(row, block) }] : [])),
    names: [...cellNames(layout), ...Object.entries(spec.names ?? {}).map(([name, on]) => ({ name, sheet: spec.name, box: boxOf(on, spec.id, atlas) }))],
    charts: planCharts(layout, atlas),
    print: { landscape: true, area: { row: 0, column: 0, rows: rowCount, columns: printedColumns(layout) }, titleRows: frozen },
  };
}

const printedColumns = ({ spec, columnCount }: Layout) => (spec.printTo ? columnIndex(spec.printTo, {}) + 1 : columnCount);

function tableBox(headRow: number, { heads = {}, rows, columns = {} }: BlockSpec) {
  const used = Object.keys(heads).map((column) => columnIndex(column, columns));
  const first = Math.min(...used);
  return { row: headRow, column: first, rows: rows.length + 1, columns: Math.max(...used) - first + 1 };
}

// --- cells

function planCells(layout: Layout, atlas: Atlas): CellPlan[] {
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
    ...layout.bandRows.flatMap(({ row, block }) => bandCells(block, printedColumns(layout)).map(([column, cell]) => put(row, column, cell))),
    ...layout.headRows.flatMap(({ row, block }) => named(row, block.heads!, { ...spec.columns, ...block.columns })),
    ...lineNumbers(layout).flatMap((row) => rowCells(row, spec, atlas)),
  ]);
}

/** Row 3 of every sheet: is all well, which version, which case, which money. */
function statusCells(columnCount: number): [number, CellSpec][] {
  const words = '"Version " & [about/out_version.C] & "   |   Base case   |   " & [inputs/in_currency] & " per " & [inputs/in_period]';
  const rest = Array.from({ length: Math.max(0, columnCount - 2) }, (_, i): [number, CellSpec] => [i + 2, { content: null, style: "status" }]);
  return [
    [0, { content: { formula: "[checks/chk_master.result]" }, style: "check", format: "check" }],
    [1, { content: { formula: words }, style: "status" }],
    ...rest,
  ];
}

/** The line under the headings runs over the whole width. */
function spreadHeads(heads: SheetSpec["heads"], columnCount: number): Record<string, CellSpec> {
  if (!heads) return {};
  const empty = Array.from({ length: columnCount }, (_, column): [string, CellSpec] => [lettersOf(column), { content: null, style: "head" }]);
  return { ...Object.fromEntries(empty), ...heads };
}

const lettersOf = (column: number): string =>
  (column >= 26 ? String.fromCharCode(64 + Math.floor(column / 26)) : "") + String.fromCharCode(65 + (column % 26));

function bandCells({ bands = [] }: BlockSpec, columnCount: number): [number, CellSpec][] {
  return bands.flatMap(({ title, tone, from, to, aside }) => {
    const first = columnIndex(from, {});
    const last = to ? columnIndex(to, {}) : columnCount - 1;
    const [start, rest]: [StyleName, StyleName] = tone === "ask" ? ["section", "sectionRest"] : ["give", "giveRest"];
    return Array.from({ length: last - first + 1 }, (_, i): [number, CellSpec] => {
      if (i === 0) return [first, { content: title, style: start }];
      return first + i === last && aside !== undefined ? [last, { content: aside, style: rest, align: "right" }] : [first + i, { content: null, style: rest }];
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
    return { ...placed, spec: { ...placed.spec, cells: { A: { content: ++number, style, format: "general", align: "left" }, ...cells } } };
  });
}

function rowCells({ row, spec: line, block, blockRow }: PlacedRow, spec: SheetSpec, atlas: Atlas): CellPlan[] {
  const columns = { ...spec.columns, ...block.columns };
  const filled = line.fill ? columnIndex(line.fill.to, columns) + 1 : 0;
  const empty = Array.from({ length: filled }, (_, column): CellPlan => ({ row, column, content: { kind: "empty" }, style: line.fill!.style }));
  const cells = Object.entries(line.cells).map(([name, cell]) => {
    const column = columnIndex(name, columns);
    return toPlan(cell, { sheet: spec.id, row, column, columns, blockRow }, atlas);
  });
  return [...empty, ...cells];
}

function toPlan({ content, style, format, align, id, name }: CellSpec, at: Place, atlas: Atlas): CellPlan {
  return {
    row: at.row, column: at.column, content: written(content, at, atlas), style,
    ...(format && { format }), ...(align && { align }), ...((id ?? name) !== undefined && { id: id ?? name }),
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
  return text.split(/(\{\w+\})/).filter((part) => part !== "")
    .map((part) => ({ "{currency}": "[inputs/in_currency]", "{period}": "[inputs/in_period]" }[part] ?? `"${part.replaceAll('"', '""')}"`))
    .join(" & ");
}

/** The last word on a cell wins, in reading order. */
function distinct(cells: readonly CellPlan[]): CellPlan[] {
  const byPlace = new Map(cells.map((cell) => [`${cell.row} ${cell.column}`, cell]));
  return [...byPlace.values()].sort((a, b) => a.row - b.row || a.column - b.column);
}

function cellNames({ spec, rows }: Layout) {
  return rows.flatMap(({ row, spec: line, block }) => Object.entries(line.cells).flatMap(([column, { name }]) => (name === undefined ? [] : [{
    name, sheet: spec.name, box: { row, column: columnIndex(column, { ...spec.columns, ...block.columns }), rows: 1, columns: 1 },
  }])));
}

// --- conditional formats and charts

function planConditions({ spec }: Layout, atlas: Atlas): ConditionPlan[] {
  return (spec.conditions ?? []).map(({ on, when, look }) => {
    const box = boxOf(on, spec.id, atlas);
    const columns = atlas.get(spec.id)!.spans.get(on.split(".")[0]!)!.columns;
    return { box, look, formula: `=${writeFormula(when, { sheet: spec.id, row: box.row, column: box.column, columns, blockRow: 0 }, atlas)}` };
  });
}

/** Every check turns red, or rust where it only asks to look, as soon as it is not 0. */
function checkConditions(cells: readonly CellPlan[]): ConditionPlan[] {
  const checks = cells.filter(({ style, format }) => style === "check" && (format === "check" || format === "look"));
  return rectangles(checks.map(({ row, column, format }) => ({ row, column, key: format }))).map(({ key, box }) => ({
    box, look: key === "check" ? "error" : "warning", formula: `=N(${lettersOf(box.column)}${box.row + 1}) <> 0`,
  }));
}

function planCharts({ spec }: Layout, atlas: Atlas) {
  const box = (reference: string) => boxOf(reference, spec.id, atlas);
  return (spec.charts ?? []).map(({ series, place, ...chart }) => ({
    ...chart, place: box(place), series: series.map((each) => ({ ...each, values: box(each.values), categories: box(each.categories) })),
  }));
}
