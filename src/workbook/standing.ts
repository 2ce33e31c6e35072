import { columnLetters, type Reference } from "./address";
import type { Atlas, ColumnNames, Span } from "./formula";
import type { Layout } from "./layout";
import type { Box, NamePlan, SheetPlan } from "./workbook-plan";

/** A planned sheet with the ids on it. */
export interface Drawn { readonly layout: Layout; readonly plan: SheetPlan }

/** Where named cells stand in a workbook in which people have worked since it was built. */
export interface Standing {
  /** Present names of our sheets by plan id; a sheet that is gone is absent. */
  readonly sheets: ReadonlyMap<string, string>;
  /** Where names and tables stand, by the name the plan gave them; a table with its headings. */
  readonly references: ReadonlyMap<string, Reference>;
  /** What stands above the columns of tables and named blocks, by the same names. */
  readonly heads: ReadonlyMap<string, readonly string[]>;
}

/** A named rectangle of a planned sheet, without headings. */
export interface Area { readonly name: string; readonly box: Box; readonly isTable: boolean; readonly heads: readonly string[] }

/** All named cells, blocks and tables of a planned sheet, with the typed words above their columns. */
export function areasOf({ names, tables, cells }: SheetPlan): Area[] {
  const typed = new Map(cells.flatMap(({ row, column, content }) =>
    (content.kind === "value" ? [[`${row} ${column}`, String(content.value)] as const] : [])));
  const area = ({ name, box }: Pick<NamePlan, "name" | "box">, isTable: boolean): Area => ({
    name, box, isTable, heads: Array.from({ length: box.columns }, (_, i) => typed.get(`${box.row - 1} ${box.column + i}`) ?? ""),
  });
  const body = (box: Box): Box => ({ ...box, row: box.row + 1, rows: box.rows - 1 });
  return [...names.map((name) => area(name, false)), ...tables.map(({ name, box }) => area({ name, box: body(box) }, true))];
}

/** A workbook in which nothing has moved since these sheets were planned. */
export function standingOf(drawn: readonly Drawn[]): Standing {
  const plans = drawn.map(({ plan }) => plan);
  return {
    sheets: new Map(plans.map(({ id, name }) => [id, name])),
    references: new Map(plans.flatMap(({ name: sheet, names, tables }) => [...names, ...tables].map(({ name, box }) => [name, { sheet, box }]))),
    heads: new Map(plans.flatMap((plan) => areasOf(plan).map(({ name, heads }) => [name, heads]))),
  };
}

/**
 * The ids of planned sheets where they stand now, as far as they are named: an id whose rows are those of a named cell, block or
 * table, and the name itself. A named cell needs no column: `[inputs/in_rate]` and `[summary/out_rci]` are it.
 */
export function atlasNow(drawn: readonly Drawn[], standing: Standing): Atlas {
  return new Map(drawn.flatMap(({ layout, plan }) => {
    const name = standing.sheets.get(plan.id);
    return name === undefined ? [] : [[plan.id, { name, spans: spansNow(layout, plan, name, standing) }] as const];
  }));
}

function spansNow({ spans, spec, columnCount }: Layout, plan: SheetPlan, sheet: string, standing: Standing): Map<string, Span> {
  const found = new Map<string, Span>();
  for (const area of areasOf(plan)) {
    const now = boxNow(area, sheet, standing);
    if (!now) continue;
    const letters = lettersNow(area, now, standing.heads.get(area.name) ?? [], columnCount);
    const add = (id: string, names: ColumnNames) => {
      const columns = { ...letters, ...Object.fromEntries(Object.entries(names).map(([key, planned]) => [key, letters[planned] ?? gone(planned)])) };
      found.set(id, { row: now.row, rows: now.rows, columns: both(found.get(id)?.columns, columns) });
    };
    const same = [...spans].filter(([, { row, rows }]) => row === area.box.row && rows === area.box.rows);
    for (const [id, span] of same) add(id, span.columns);
    add(area.name, { ...spec.columns, ...same[0]?.[1].columns, ...(area.box.columns * area.box.rows === 1 && { E: columnLetters(area.box.column) }) });
  }
  return found;
}

function boxNow({ name, isTable }: Area, sheet: string, { references }: Standing): Box | undefined {
  const reference = references.get(name);
  if (!reference || reference.sheet.toLowerCase() !== sheet.toLowerCase()) return undefined;
  const { box } = reference;
  return isTable ? { ...box, row: box.row + 1, rows: box.rows - 1 } : box;
}

/** Reads as "There is no column W any more" where a formula asks for it. */
const gone = (letters: string) => `${letters} any more`;
const isGone = (letters: string) => letters.endsWith(" any more");

/** Present letters by planned letters: found by their heading, or all moved alike; letters beside the area are not known. */
function lettersNow({ box, heads }: Area, now: Box, headsNow: readonly string[], columnCount: number): Record<string, string> {
  const plainly = (words: string | undefined) => (words ?? "").trim().toLowerCase();
  const isSame = now.columns === box.columns;
  const present = heads.map((head, i) => {
    const words = plainly(head);
    if (isSame && plainly(headsNow[i]) === words) return i;
    const at = words === "" ? -1 : headsNow.findIndex((each) => plainly(each) === words);
    return at < 0 && isSame ? i : at;
  });
  const last = Math.max(columnCount, box.column + box.columns);
  return Object.fromEntries(Array.from({ length: last }, (_, column) => {
    const place = present[column - box.column] ?? -1;
    return [columnLetters(column), place < 0 ? gone(columnLetters(column)) : columnLetters(now.column + place)];
  }));
}

/** A row with several named cells knows the columns of all of them. */
function both(one: ColumnNames | undefined, other: ColumnNames): ColumnNames {
  if (!one) return other;
  return { ...one, ...Object.fromEntries(Object.entries(other).filter(([key, letters]) => !isGone(letters) || !(key in one))) };
}
