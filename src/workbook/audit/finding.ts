import { boxAddress } from "../address";
import { rectangles } from "../rectangles";
import type { Box, CellContent } from "../workbook-plan";
import { lineLabel, type Book, type BookSheet } from "./book";
import type { Fix, Mend } from "./mend";
import type { Shape } from "./shape";
import type { WorkbookSnapshot } from "./snapshot";

export type Severity = "error" | "warning" | "info";

/** One thing that a rule found, as plain data for the panel. What repeats on a sheet is one finding. */
export interface Finding {
  readonly rule: string;
  readonly severity: Severity;
  /** Empty when it is about the workbook. */
  readonly sheet: string;
  /** Cells it is about, as Excel takes them ("B5:C9,F12"): all of them, or the first areas of very many. */
  readonly address?: string;
  /** How many cells. */
  readonly count: number;
  /** What the first cell's line is called, when it has words. */
  readonly label?: string;
  /** The finding in words. */
  readonly title: string;
  /** One sentence: why it matters. */
  readonly why: string;
  readonly fix?: Fix;
}

/** A place where a rule is broken; without a sheet it is about the workbook, without a row about the sheet. */
export interface Hit {
  readonly sheet?: BookSheet;
  readonly row?: number;
  readonly column?: number;
  /** What is found there, for the finding's words: hits with the same words become one finding. */
  readonly about?: string;
  /** When it is milder than the rule. */
  readonly severity?: Severity;
  /** What the cell should hold. */
  readonly content?: CellContent;
  /** What would mend a place that is no cell. */
  readonly mends?: readonly Mend[];
}

/** One modelling rule as one automatic test. Exactly one of the three ways to look is given. */
export interface Rule {
  readonly id: string;
  readonly severity: Severity;
  /** The standard it comes from. */
  readonly origin: string;
  /** Rules of our own policy hold only for sheets that we built. */
  readonly scope: "any" | "ours";
  /** What a good workbook does. */
  readonly demand: string;
  readonly why: string;
  /** The finding in words, for one cell and for more: {n} how many, {about} what the hit says. */
  readonly one: string;
  readonly many?: string;
  readonly fixLabel?: string;
  /** Which fact the snapshot lacks, so that the rule cannot be checked, or with `partly` only in part. */
  readonly lacks?: (snapshot: WorkbookSnapshot) => string | undefined;
  readonly partly?: true;
  /** Looks at one formula for all cells that share it: says what is wrong with it, or nothing. */
  readonly ofFormula?: (shape: Shape, sheet: BookSheet) => string | undefined;
  /** Looks at one sheet. A long search gives undefined now and then, so that the caller can draw breath. */
  readonly ofSheet?: (sheet: BookSheet, book: Book) => Iterable<Hit | undefined>;
  readonly ofBook?: (book: Book) => Iterable<Hit | undefined>;
}

/** Excel takes addresses of several areas, but not endless ones. */
const areasShown = 40;

/** So many different findings of one rule on one sheet are told apart; the rest is told as one. */
const findingsToldApart = 5;

/** The findings of one rule: its hits grouped by sheet and words, neighbouring cells joined into areas. */
export function findingsOf(rule: Rule, hits: readonly Hit[]): Finding[] {
  const kinds = grouped(hits, ({ sheet, severity, row }) => `${sheet?.tab} ${severity} ${row === undefined}`);
  return kinds.flatMap((kind) => {
    const groups = grouped(kind, ({ about, content }) => `${about} ${content === undefined}`).sort((a, b) => b.length - a.length);
    const apart = groups.length > findingsToldApart + 1 ? groups.slice(0, findingsToldApart) : groups;
    const rest = groups.slice(apart.length).flat();
    const others = rest.length > 0 ? [{ ...findingOf(rule, rest), title: restInWords(rule, rest.length) }] : [];
    return [...apart.map((group) => findingOf(rule, group)), ...others];
  });
}

const restInWords = ({ demand }: Rule, count: number) => `The same rule is broken in ${count.toLocaleString("en")} more places: ${demand}`;

function grouped(hits: readonly Hit[], keyOf: (hit: Hit) => string): Hit[][] {
  const groups = new Map<string, Hit[]>();
  for (const hit of hits) {
    const key = keyOf(hit);
    const group = groups.get(key);
    if (group) group.push(hit);
    else groups.set(key, [hit]);
  }
  return [...groups.values()];
}

function findingOf(rule: Rule, group: readonly Hit[]): Finding {
  const { sheet, about = "", severity = rule.severity } = group[0]!;
  const places = group.filter((hit): hit is Hit & { row: number; column: number } => hit.row !== undefined);
  const areas = rectangles(places.map(({ row, column }) => ({ row, column, key: "" }))).map(({ box }) => box);
  const first = areas[0];
  const label = sheet && first && lineLabel(sheet, first.row, first.column);
  const words = group.length > 1 ? rule.many ?? rule.one : rule.one;
  const mends = rule.fixLabel === undefined ? [] : mendsOf(group);
  return {
    rule: rule.id, severity, sheet: sheet?.name ?? "", count: group.length,
    ...(first && { address: addressOf(areas) }), ...(label && { label }),
    title: words.replace("{n}", group.length.toLocaleString("en")).replace("{about}", () => about), why: rule.why,
    ...(mends.length > 0 && { fix: { label: rule.fixLabel!, mends } }),
  };
}

const addressOf = (areas: readonly Box[]) => areas.slice(0, areasShown).map(boxAddress).join(",");

/** Neighbouring cells are mended together: one write for a column of thousands. */
function mendsOf(group: readonly Hit[]): Mend[] {
  const { sheet } = group[0]!;
  const contents = new Map(group.flatMap(({ row, column, content }) => (content ? [[`${row} ${column}`, content] as const] : [])));
  const cells = group.filter(({ content }) => content).map(({ row, column }) => ({ row: row!, column: column!, key: "" }));
  const writes = rectangles(cells).map(({ box }) => cellsMend(sheet!, box, (row, column) => contents.get(`${row} ${column}`)!));
  return [...group.flatMap(({ mends = [] }) => mends), ...writes];
}

/** A number written into a cell of text format would become text again, so the format changes with it. */
function cellsMend({ name, snapshot }: BookSheet, box: Box, contentAt: (row: number, column: number) => CellContent): Mend {
  const { formulas, formats, row: top, column: left } = snapshot;
  const over = <T>(of: (row: number, column: number) => T) => Array.from({ length: box.rows }, (_, i) =>
    Array.from({ length: box.columns }, (__, j) => of(box.row + i, box.column + j)));
  const format = (row: number, column: number) => formats?.[row - top]?.[column - left] ?? "General";
  const isText = over(format).flat().includes("@");
  return {
    kind: "cells", sheet: name, address: boxAddress(box), contents: over(contentAt),
    before: over((row, column) => formulas[row - top]?.[column - left]),
    ...(isText && { formats: over((row, column) => format(row, column).replace(/^@$/, "General")) }),
  };
}
