import { dayOf } from "../../core/field";
import { periodHeading } from "../../core/portfolio/review";
import { plain } from "../../core/range";
import type { CellValue, Source } from "../../workbook";
import { formatNumber, parseNumber } from "../numbers";
import { isShare, type Measured, type Taken } from "./periods";

type Cells = Pick<Source, "headings" | "rows" | "formats">;

/**
 * The periods that cells of the person's own tell of: one row for each with a column for each clause, rows of period, clause and
 * level, or clauses with a level beside each, which leaves the period without a name. Clauses go by id or name; a share is told as a
 * percentage.
 */
export function takenFrom(source: Cells, clauses: readonly Measured[]): Taken[] {
  const columns = source.headings.map((heading) => clauseOf(heading, clauses));
  const found = columns.some((clause) => clause) ? wide(source, columns) : long(source, clauses);
  return found.filter(({ typed }) => Object.keys(typed).length > 0);
}

/** A row that says something and gave no level, by its place among the rows from 0, and what it lacks. */
export interface Left { readonly row: number; readonly lacks: "no period" | "no clause" | "no number" }

/** The rows that nothing was taken from; a row with nothing in it is none. */
export function leftIn(source: Cells, clauses: readonly Measured[]): Left[] {
  const columns = source.headings.map((heading) => clauseOf(heading, clauses));
  const isWide = columns.some((clause) => clause);
  const named = isWide ? placeOfPeriod(source, (place) => columns[place] === undefined) : -1;
  const lackOf = (row: readonly CellValue[]): Left["lacks"] | undefined => {
    if (isWide && named >= 0 && periodIn(source, row, named) === "") return "no period";
    const place = row.findIndex((cell) => clauseOf(cell, clauses) !== undefined);
    if (!isWide && place < 0) return "no clause";
    const at = placeOfNamedPeriod(source);
    const hasLevel = row.some((cell, i) => (isWide ? columns[i] !== undefined : i > place && i !== at) && numberIn(cell) !== undefined);
    return hasLevel ? undefined : "no number";
  };
  return source.rows.flatMap((row, i) => {
    const lacks = row.every((cell) => (plain(cell) ?? "") === "") ? undefined : lackOf(row);
    return lacks ? [{ row: i, lacks }] : [];
  });
}

/** A name, an id, or our own heading "A13 Not only for the price". */
function clauseOf(cell: CellValue | undefined, clauses: readonly Measured[]): Measured | undefined {
  const text = String(plain(cell) ?? "").trim().toLowerCase();
  return text === "" ? undefined : clauses.find(({ id, label, heading }) => [id, label, heading].some((each) => each.toLowerCase() === text));
}

// --- one row for each period

function wide(source: Cells, columns: readonly (Measured | undefined)[]): Taken[] {
  const named = placeOfPeriod(source, (place) => columns[place] === undefined);
  return source.rows.map((row) => ({
    period: periodIn(source, row, named),
    typed: Object.fromEntries(columns.flatMap((clause, place): [string, string][] => {
      const level = numberIn(row[place]);
      if (!clause || level === undefined) return [];
      return [[clause.id, told(clause, level, isToldAsShare(source, place, source.rows.map((each) => numberIn(each[place]))))]];
    })),
  })).filter(({ period }) => named < 0 || period !== "");
}

const ofPeriods = /^(period|quarter|month|year|date|per[ií]odo|trimestre|zeitraum|quartal|monat|p[ée]riode|mois|mes)$/i;

/** The column whose heading says so, else the first one that is no clause; -1 where there is none. */
function placeOfPeriod({ headings }: Cells, mayBe: (place: number) => boolean): number {
  const places = headings.map((_, place) => place).filter(mayBe);
  return places.find((place) => ofPeriods.test(headings[place]!.trim())) ?? places[0] ?? -1;
}

function periodIn({ formats }: Cells, row: readonly CellValue[], place: number): string {
  const cell = plain(row[place]);
  const isDay = typeof cell === "number" && /[dy]/i.test(formats[place] ?? "");
  return place < 0 ? "" : String((isDay ? dayOf(cell) : cell) ?? "").trim();
}

// --- one row for each clause

const placeOfNamedPeriod = ({ headings }: Cells) => headings.findIndex((heading) => ofPeriods.test(heading.trim()) || heading === periodHeading);

/** Levels below a heading such as "2026 Q1" or "March 2026" are of that period. */
const periodAbove = ({ headings }: Cells, place: number) => (/\b(19|20)\d\d\b|\bq[1-4]\b/i.test(headings[place] ?? "") ? headings[place]!.trim() : "");

/** Headings may be cells like any others, when nothing but levels is selected. */
function long(source: Cells, clauses: readonly Measured[]): Taken[] {
  const lines = [source.headings as readonly CellValue[], ...source.rows];
  const at = placeOfNamedPeriod(source);
  const said = lines.flatMap((line) => {
    const place = line.findIndex((cell) => clauseOf(cell, clauses) !== undefined);
    const clause = clauseOf(line[place], clauses);
    const level = line.findIndex((cell, i) => i > place && i !== at && numberIn(cell) !== undefined);
    return clause && level >= 0 ? [{ period: at < 0 ? periodAbove(source, level) : periodIn(source, line, at), clause, place: level, level: numberIn(line[level])! }] : [];
  });
  return [...new Set(said.map(({ period }) => period))].map((period) => ({
    period,
    typed: Object.fromEntries(said.filter((each) => each.period === period).map(({ clause, level, place }) => {
      const same = said.filter((each) => each.clause.id === clause.id).map((each) => each.level);
      return [clause.id, told(clause, level, isToldAsShare(source, place, same))];
    })),
  }));
}

// --- numbers

const numberIn = (cell: CellValue | undefined): number | undefined => {
  const value = plain(cell);
  return typeof value === "number" ? value : typeof value === "string" ? parseNumber(value.replace("%", "")) : undefined;
};

/** Shares are stored as 0.12 and shown as 12%, or written as 12: the format says which, else whether all of them are at most 1. */
function isToldAsShare({ formats }: Cells, place: number, levels: readonly (number | undefined)[]): boolean {
  return (formats[place] ?? "").includes("%") || levels.every((level) => level === undefined || Math.abs(level) <= 1);
}

const told = ({ id }: Measured, level: number, asShare: boolean) => formatNumber(isShare(id) && asShare ? level * 100 : level, 4);
