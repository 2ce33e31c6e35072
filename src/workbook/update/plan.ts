import type { Agreement } from "../../core/agreement";
import { columnIndex, type Atlas } from "../formula";
import { freed, nameIn, numberedName, numberedSheet, type Taken } from "../fresh-names";
import { atlasOf, layOut, type Layout } from "../layout";
import { checkConditions, drawWorkbook, planSheet, specVersion } from "../plan";
import type { BuildRecord } from "../record";
import type { Snapshot } from "../snapshot";
import type { Drawn } from "../standing";
import type { Box, CellPlan, ChartPlan, NamePlan, SheetPlan } from "../workbook-plan";
import { additionsSince } from "./additions";
import { moved, type Insertion, type Moved } from "./moved";

/** What brings one sheet that is there up to date. */
export interface SheetUpdate {
  readonly id: string;
  /** Its present name. */
  readonly sheet: string;
  /** Rows to put in, each where it stands before any of them is. */
  readonly insertions: readonly Insertion[];
  /** The new rows, in runs, as a sheet of nothing else. */
  readonly runs: readonly SheetPlan[];
  /** Cells that say something else since. */
  readonly rewritten: readonly CellPlan[];
  /** Charts that stand on new rows. */
  readonly charts: readonly ChartPlan[];
}

/** What brings a workbook up to date: whole sheets, rows on sheets that are there, and names on cells that had none. */
export interface UpdatePlan {
  readonly version: string;
  readonly added: readonly { readonly plan: SheetPlan; readonly after: string | undefined }[];
  readonly updates: readonly SheetUpdate[];
  readonly names: readonly NamePlan[];
  /** Names and tables that are new, by the name the plan gives them. */
  readonly fresh: Readonly<Record<string, string>>;
}

/** Whether a build lacks anything that this version of the layout has. */
export const isOutdated = ({ version }: Pick<BuildRecord, "version">): boolean => version !== specVersion;

/**
 * Plans what a workbook of an earlier version lacks. Nothing that a person may have changed is written: new sheets and rows beside
 * what is there, and the few cells that count or name what is new.
 * @throws Error that names what is missing when a new formula needs a cell that was deleted
 */
export function planUpdate(agreement: Agreement, build: BuildRecord, snapshot: Snapshot, taken: Taken): UpdatePlan {
  const { rows, rewritten } = additionsSince(build.version);
  const drawn = drawWorkbook(agreement);
  const here = drawn.flatMap((each) => {
    const cells = snapshot.sheets.find(({ id }) => id === each.plan.id);
    return cells ? [{ each, cells, now: moved(each, cells, snapshot.references, newRows(each.layout, rows[each.plan.id] ?? [])) }] : [];
  });
  const lacking = drawn.filter(({ plan }) => !here.some(({ each }) => each.plan.id === plan.id));
  const sheetNames = freed(lacking.map(({ plan }) => plan.name), taken.sheets, numberedSheet);
  const added = lacking.map(({ layout }) => layOut({ ...layout.spec, name: nameIn(sheetNames, layout.spec.name) }));
  const standing = here.map(({ cells, now }) => ({ ...now.layout, spec: { ...now.layout.spec, name: cells.name } }));
  const atlas = atlasOf([...standing, ...added]);
  const plans = { added: added.map((layout) => planSheet(layout, atlas, agreement)), here: standing.map((layout) => planSheet(layout, atlas, agreement)) };
  const wanted = [...plans.added, ...plans.here].flatMap((plan) => [...plan.names, ...(plans.added.includes(plan) ? plan.tables : [])])
    .map(({ name }) => name).filter((name) => !(name in build.names));
  const fresh = freed(wanted, taken.names, numberedName);
  const named = <Named extends { readonly name: string }>(each: Named): Named => ({ ...each, name: nameIn(fresh, each.name) });
  return {
    version: specVersion,
    added: plans.added.map((plan) => ({
      plan: { ...plan, names: plan.names.map(named), tables: plan.tables.map(named) }, after: neighbour(plan.id, drawn, here.map(({ each }) => each.plan.id)),
    })),
    updates: here.map(({ each, cells, now }, i) => ({
      id: each.plan.id, sheet: cells.name, insertions: now.insertions, runs: now.fresh.map((run) => clipped(plans.here[i]!, run)),
      rewritten: rewritten.filter(({ sheet }) => sheet === each.plan.id)
        .flatMap(({ sheet, on, columns }) => cellsOn(plans.here[i]!, sheet, on, columns, atlas)),
      charts: plans.here[i]!.charts.filter(({ place: { row } }) => now.fresh.some((run) => row >= run.row && row < run.row + run.rows)),
    })).filter(({ insertions, rewritten: cells }) => insertions.length + cells.length > 0),
    names: plans.here.flatMap((plan) => plan.names).filter(({ name }) => wanted.includes(name)).map(named),
    fresh: Object.fromEntries(wanted.map((name) => [name, nameIn(fresh, name)])),
  };
}

/** The rows that are new: named rows, and whole blocks with band, headings and the empty row that parts them from the next. */
function newRows({ rows, bandRows, headRows, spans, spec }: Layout, wanted: readonly string[]): (row: number) => boolean {
  const fresh = new Set<number>();
  for (const block of spec.blocks) {
    const isNew = wanted.includes(block.id) || block.bands?.some(({ title }) => wanted.includes(title));
    if (!isNew) continue;
    const span = spans.get(block.id)!;
    const first = Math.min(span.row, ...[...bandRows, ...headRows].filter((each) => each.block === block).map(({ row }) => row));
    for (let row = first; row <= span.row + block.rows.length - (block.close ? 1 : 0); row++) fresh.add(row);
  }
  const says = ({ content }: { content: unknown }) => typeof content === "string" && wanted.includes(content);
  for (const { row, spec: line } of rows) {
    if ((line.id !== undefined && wanted.includes(line.id)) || Object.values(line.cells).some(says)) fresh.add(row);
  }
  return (row) => fresh.has(row);
}

/** Of a whole sheet only a run of rows. */
function clipped(plan: SheetPlan, run: Moved["fresh"][number]): SheetPlan {
  const holds = (row: number) => row >= run.row && row < run.row + run.rows;
  const part = <Boxed extends { readonly box: Box }>(each: Boxed): Boxed[] => {
    const [first, end] = [Math.max(each.box.row, run.row), Math.min(each.box.row + each.box.rows, run.row + run.rows)];
    return first < end ? [{ ...each, box: { ...each.box, row: first, rows: end - first } }] : [];
  };
  const cells = plan.cells.filter(({ row }) => holds(row));
  return {
    ...plan, cells, heights: Object.fromEntries(Object.entries(plan.heights).filter(([row]) => holds(Number(row)))),
    // A condition is said for the first cell of its box, so those that begin elsewhere are said anew.
    validations: plan.validations.flatMap(part), conditions: checkConditions(cells), tables: [], names: [], charts: [],
  };
}

function cellsOn(plan: SheetPlan, sheet: string, on: string, columns: readonly string[], atlas: Atlas): CellPlan[] {
  const span = atlas.get(sheet)!.spans.get(on)!;
  const letters = columns.map((column) => columnIndex(column, span.columns));
  return plan.cells.filter(({ row, column }) => row >= span.row && row < span.row + span.rows && letters.includes(column));
}

/** The sheet that stands before a new one in the order of the tabs, by id. */
function neighbour(id: string, drawn: readonly Drawn[], here: readonly string[]): string | undefined {
  const order = drawn.map(({ plan }) => plan.id);
  return order.slice(0, order.indexOf(id)).filter((each) => here.includes(each)).at(-1);
}
