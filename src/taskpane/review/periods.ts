import type { Agreement } from "../../core/agreement";
import { clauseSaid } from "../../core/portfolio/dialogue";
import { periodHeading, remarkHeading, type ReviewRow } from "../../core/portfolio/review";
import { askById, type AskId } from "../../core/role/asks";
import type { CellValue, TableChange, TableNow } from "../../workbook";
import { parseNumber } from "../numbers";

/** A clause that Review has a column for. */
export interface Measured { readonly id: string; readonly heading: string; readonly label: string; readonly unit: string; readonly side: "ours" | "theirs"; readonly agreed: number }

/** The clauses in use that the table has a column for, ours first; the id stands at the beginning of its heading. */
export function measuredIn(agreement: Agreement, { headings }: TableNow): Measured[] {
  const { asks, commitments } = agreement;
  const find = (side: Measured["side"]) => ({ id, on }: { id: string; on: boolean }): Measured[] => {
    const heading = headings.find((each) => each.startsWith(`${id} `));
    const said = clauseSaid(agreement, id);
    return on && heading && said ? [{ id, heading, side, label: said.label, unit: said.unit, agreed: said.level }] : [];
  };
  return [...commitments.flatMap(find("ours")), ...asks.flatMap(find("theirs"))];
}

/** Clauses in use that the table has no column for: they were switched on after the reviews were begun. */
export function withoutColumn({ asks, commitments }: Agreement, { headings }: TableNow): { readonly id: string; readonly label: string }[] {
  return [...commitments, ...asks].filter(({ id, on }) => on && !headings.some((heading) => heading.startsWith(`${id} `)));
}

/**
 * Everything that was entered, also on clauses that are not in use any more: what the sheet is written anew from, with a column for
 * each clause.
 */
export function entered({ commitments, asks }: Agreement, { headings, rows }: TableNow): ReviewRow[] {
  const ids = [...commitments, ...asks].flatMap(({ id }) => {
    const place = headings.findIndex((heading) => heading.startsWith(`${id} `));
    return place < 0 ? [] : [{ id, place }];
  });
  const [period, remark] = [headings.indexOf(periodHeading), headings.indexOf(remarkHeading)];
  return rows.flatMap(({ values }) => (String(values[period] ?? "").trim() === "" ? [] : ids.map(({ id, place }): ReviewRow => ({
    period: String(values[period]).trim(), clause: id, level: typeof values[place] === "number" ? values[place] : null, remark: String(values[remark] ?? ""),
  }))));
}

/** What was measured, period by period; a row without a period waits to be filled. */
export function rowsIn({ headings, rows }: TableNow, clauses: readonly Measured[]): ReviewRow[] {
  const at = headings.indexOf(periodHeading);
  return rows.flatMap(({ values }) => {
    const period = String(values[at] ?? "").trim();
    if (period === "") return [];
    return clauses.map(({ id, heading }): ReviewRow => {
      const level = values[headings.indexOf(heading)];
      return { period, clause: id, level: typeof level === "number" ? level : null };
    });
  });
}

/** Whether the levels of a clause are stored as shares, 0.12 for 12%. */
export const isShare = (id: string) => askById.get(id as AskId)?.kind === "percent";

/** Levels as they were typed, by clause: 8 for 8%. */
export type Typed = Readonly<Record<string, string>>;

/** Levels of one period, as typed or as taken from the person's own cells. */
export interface Taken { readonly period: string; readonly typed: Typed }

/** How periods come into the table: each into its own row where it is there, into one that waits, else as a new one at the end. */
export function entering({ headings, rows }: TableNow, taken: readonly Taken[], clauses: readonly Measured[]): TableChange {
  const at = headings.indexOf(periodHeading);
  const periods = rows.map(({ values }) => String(values[at] ?? "").trim().toLowerCase());
  const changes = taken.map((one) => {
    const same = periods.indexOf(one.period.toLowerCase());
    const row = same >= 0 ? same : periods.indexOf("");
    if (row >= 0) periods[row] = one.period.toLowerCase();
    return { row, cells: cellsOf(one, clauses) };
  });
  return {
    set: changes.flatMap(({ row, cells }) => (row < 0 ? [] : cells.map(([heading, value]) => ({ row, heading, value })))),
    append: changes.flatMap(({ row, cells }) => (row < 0 ? [Object.fromEntries(cells)] : [])),
  };
}

function cellsOf({ period, typed }: Taken, clauses: readonly Measured[]): [string, CellValue][] {
  const levels = clauses.flatMap(({ id, heading }): [string, CellValue][] => {
    const level = parseNumber(typed[id] ?? "");
    return level === undefined ? [] : [[heading, isShare(id) ? level / 100 : level]];
  });
  return [[periodHeading, period], ...levels];
}
