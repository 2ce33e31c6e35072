import type { Agreement } from "../../core/agreement";
import { clauseSaid } from "../../core/portfolio/dialogue";
import { periodHeading, type ReviewRow } from "../../core/portfolio/review";
import { askById, type AskId } from "../../core/role/asks";
import { plain } from "../../core/range";
import type { CellValue, Source, TableChange, TableNow } from "../../workbook";
import { formatNumber, parseNumber } from "../numbers";

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

const isPercent = (id: string) => askById.get(id as AskId)?.kind === "percent";

/** Levels as they were typed, by clause: 8 for 8%. */
export type Typed = Readonly<Record<string, string>>;

/** How a period comes into the table: into its own row where it is there, into one that waits, else as a new one at the end. */
export function entering({ headings, rows }: TableNow, period: string, typed: Typed, clauses: readonly Measured[]): TableChange {
  const at = headings.indexOf(periodHeading);
  const periods = rows.map(({ values }) => String(values[at] ?? "").trim());
  const same = periods.findIndex((each) => each.toLowerCase() === period.toLowerCase());
  const row = same >= 0 ? same : periods.indexOf("");
  const cells = clauses.flatMap(({ id, heading }): [string, CellValue][] => {
    const level = parseNumber(typed[id] ?? "");
    return level === undefined ? [] : [[heading, isPercent(id) ? level / 100 : level]];
  });
  const all: [string, CellValue][] = [[periodHeading, period], ...cells];
  return row >= 0 ? { set: all.map(([heading, value]) => ({ row, heading, value })) } : { append: [Object.fromEntries(all)] };
}

/**
 * Levels from cells of the person's own: a column with ids or names of clauses, and the first column of numbers after it. A share
 * is told as a percentage.
 */
export function levelsIn({ headings, rows }: Pick<Source, "headings" | "rows">, clauses: readonly Measured[]): Typed {
  const lines = [headings as readonly CellValue[], ...rows];
  const clauseOf = (cell: CellValue | undefined) => {
    const text = String(plain(cell) ?? "").trim().toLowerCase();
    return text === "" ? undefined : clauses.find(({ id, label }) => id.toLowerCase() === text || label.toLowerCase() === text);
  };
  return Object.fromEntries(lines.flatMap((line): [string, string][] => {
    const place = line.findIndex((cell) => clauseOf(cell) !== undefined);
    const clause = clauseOf(line[place]);
    const level = line.slice(place + 1).find((cell) => typeof cell === "number") as number | undefined;
    if (!clause || level === undefined) return [];
    return [[clause.id, formatNumber(isPercent(clause.id) && Math.abs(level) <= 1 ? level * 100 : level, 4)]];
  }));
}
