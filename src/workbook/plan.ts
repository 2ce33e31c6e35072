import type { Agreement } from "../core/agreement";
import { cellAddress } from "./address";
import { planCells } from "./cells";
import { boxOf, columnIndex, writeFormula, type Atlas } from "./formula";
import { atlasOf, heightsOf, layOut, printedColumns, type Layout } from "./layout";
import { rectangles } from "./rectangles";
import type { LogRow } from "./log";
import { sheetsOf } from "./sheets";
import type { BlockSpec } from "./spec";
import type { Drawn } from "./standing";
import { validationsOf } from "./validation";
import type { CellPlan, ChartPlan, ConditionPlan, NamePlan, SheetPlan, ValidationPlan, WorkbookPlan } from "./workbook-plan";

/** Version of the layout: a workbook remembers which one built it. */
export const specVersion = "1.1";

/**
 * Plans the whole workbook of an agreement: pure data, no host, no clock.
 * @throws Error if a sheet's own formulas do not fit together, which a test would have seen
 * @example planWorkbook(sample.agreement).sheets[2].name is "Inputs"
 */
export function planWorkbook(agreement: Agreement): WorkbookPlan {
  return { version: specVersion, sheets: drawWorkbook(agreement).map(({ plan }) => plan) };
}

/** The sheets of an agreement, planned, with the ids on them; `past` are the rows that its log begins with. */
export function drawWorkbook(agreement: Agreement, past: readonly LogRow[] = []): Drawn[] {
  const layouts = sheetsOf(agreement, specVersion, past).map(layOut);
  const atlas = atlasOf(layouts);
  return layouts.map((layout) => ({ layout, plan: planSheet(layout, atlas, agreement) }));
}

/** Plans one sheet; the atlas holds at least what its formulas point at. */
export function planSheet(layout: Layout, atlas: Atlas, agreement: Agreement): SheetPlan {
  const { spec } = layout;
  const cells = planCells(layout, atlas);
  const frozen = spec.freeze?.rows ?? 4;
  return {
    id: spec.id,
    name: spec.name,
    sheetClass: spec.sheetClass,
    purpose: spec.purpose,
    cells,
    widths: spec.widths,
    heights: heightsOf(layout),
    freeze: { rows: frozen, columns: spec.freeze?.columns ?? 0 },
    validations: [...validationsOf(cells, agreement, atlas), ...planEntries(layout, atlas)],
    conditions: [...planConditions(layout, atlas), ...checkConditions(cells)],
    tables: layout.headRows.flatMap(({ row, block }) => (block.table ? [{ name: block.table, box: tableBox(row, block) }] : [])),
    names: [
      ...cellNames(layout),
      ...Object.entries(spec.names ?? {}).map(([name, on]) => ({ name, sheet: spec.name, box: boxOf(on, spec.id, atlas) })),
    ],
    charts: planCharts(layout, atlas),
    spills: spillsOf(layout),
    bulks: bulksOf(layout),
    print: printOf(layout, frozen),
  };
}

function printOf(layout: Layout, titleRows: number): SheetPlan["print"] {
  const { spec: { letter, onePageTo }, spans, rowCount } = layout;
  const columns = printedColumns(layout);
  const last = onePageTo === undefined ? { row: 0, rows: rowCount } : spans.get(onePageTo)!;
  if (!letter) {
    const area = { row: 0, column: 0, rows: last.row + last.rows, columns };
    return { landscape: true, area, titleRows, ...(onePageTo !== undefined && { onePage: true }) };
  }
  const { row, rows } = spans.get(letter.rows)!;
  const pages = letter.secondPage === undefined ? { onePage: true, letter: { footer: letter.footer } } as const
    : { letter: { footer: letter.footer, secondPage: spans.get(letter.secondPage)!.row } };
  return { landscape: false, area: { row, column: 0, rows, columns }, titleRows: 0, ...pages };
}

function tableBox(headRow: number, { heads = {}, rows, bulk, columns = {} }: BlockSpec) {
  const used = Object.keys(heads).map((column) => columnIndex(column, columns));
  const first = Math.min(...used);
  return { row: headRow, column: first, rows: rows.length + (bulk?.rows ?? 0) + 1, columns: Math.max(...used) - first + 1 };
}

function cellNames({ spec, rows }: Layout): NamePlan[] {
  return rows.flatMap(({ row, spec: { cells }, columns }) => Object.entries(cells).flatMap(([column, { name }]) =>
    (name === undefined ? [] : [{ name, sheet: spec.name, box: { row, column: columnIndex(column, columns), rows: 1, columns: 1 } }])));
}

// --- conditional formats and charts

function planConditions({ spec }: Layout, atlas: Atlas): ConditionPlan[] {
  return (spec.conditions ?? []).map(({ on, when, look }) => {
    const box = boxOf(on, spec.id, atlas);
    const columns = atlas.get(spec.id)!.spans.get(on.split(".")[0]!)!.columns;
    return {
      box,
      look,
      formula: `=${writeFormula(when, { sheet: spec.id, row: box.row, column: box.column, columns, blockRow: 0 }, atlas)}`,
    };
  });
}

/** Rules of entry beside those of the fields. */
function planEntries({ spec }: Layout, atlas: Atlas): ValidationPlan[] {
  const at = { sheet: spec.id, row: 0, column: 0, columns: {}, blockRow: 0 };
  return (spec.entries ?? []).map(({ on, ...rule }) => ({
    ...rule, box: boxOf(on, spec.id, atlas),
    ...(rule.kind === "list" && typeof rule.source === "string" && { source: `=${writeFormula(rule.source, at, atlas)}` }),
  }));
}

/** Every check turns red, or rust where it only asks to look, as soon as it is not 0. */
export function checkConditions(cells: readonly CellPlan[]): ConditionPlan[] {
  const checks = cells.filter(({ style, format }) => style === "check" && (format === "check" || format === "look"));
  return rectangles(checks.map(({ row, column, format }) => ({ row, column, key: format }))).map(({ key, box }) => ({
    box,
    look: key === "check" ? "error" : "warning",
    formula: `=N(${cellAddress(box.row, box.column)}) <> 0`,
  }));
}

function spillsOf({ spec, spans }: Layout): SheetPlan["spills"] {
  return spec.blocks.flatMap(({ id, rows, spill, bulk }) => Object.entries(spill?.looks ?? looksOfLast(rows, bulk)).map(([column, look]) => {
    const span = spans.get(id)!;
    const { style, format, align } = look;
    const box = { row: span.row + rows.length, rows: (spill ?? bulk)!.rows, column: columnIndex(column, span.columns), columns: 1 };
    return { style, box, ...(format && { format }), ...(align && { align }) };
  }));
}

const looksOfLast = (rows: BlockSpec["rows"], bulk: BlockSpec["bulk"]) => (bulk && rows.at(-1)?.cells) ?? {};

function bulksOf({ spec, spans }: Layout): SheetPlan["bulks"] {
  return spec.blocks.flatMap(({ id, rows, bulk }) => {
    const columns = Object.keys(rows.at(-1)?.cells ?? {}).map((column) => columnIndex(column, spans.get(id)!.columns));
    const first = Math.min(...columns);
    const box = { row: spans.get(id)!.row + rows.length, rows: bulk?.rows ?? 0, column: first, columns: Math.max(...columns) - first + 1 };
    return box.rows === 0 ? [] : [{ box, valuesOf: bulk!.valuesOf }];
  });
}

/** A chart stands above the last row of its place, which says what it shows. */
function planCharts({ spec }: Layout, atlas: Atlas): ChartPlan[] {
  const box = (reference: string) => boxOf(reference, spec.id, atlas);
  return (spec.charts ?? []).map(({ series, place, ...chart }) => ({
    ...chart,
    place: { ...box(place), rows: box(place).rows - 1 },
    series: series.map((each) => ({ ...each, values: box(each.values), categories: box(each.categories) })),
  }));
}
