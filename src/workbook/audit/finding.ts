import { boxAddress } from "../address";
import { rectangles } from "../rectangles";
import type { Box, CellContent } from "../workbook-plan";
import { lineLabel, type Book, type BookSheet } from "./book";
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

/** What would mend a finding: contents for its cells, nothing else. */
export interface Fix { readonly label: string; readonly writes: readonly Write[] }
export interface Write { readonly sheet: string; readonly address: string; readonly content: CellContent }

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
  readonly mend?: CellContent;
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
    const groups = grouped(kind, ({ about, mend }) => `${about} ${mend === undefined}`).sort((a, b) => b.length - a.length);
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
  return {
    rule: rule.id, severity, sheet: sheet?.name ?? "", count: group.length,
    ...(first && { address: addressOf(areas) }), ...(label && { label }),
    title: words.replace("{n}", group.length.toLocaleString("en")).replace("{about}", () => about), why: rule.why,
    ...(rule.fixLabel && group[0]!.mend && { fix: { label: rule.fixLabel, writes: writesOf(group) } }),
  };
}

const addressOf = (areas: readonly Box[]) => areas.slice(0, areasShown).map(boxAddress).join(",");

const writesOf = (group: readonly Hit[]): Write[] => group.map(({ sheet, row, column, mend }) => ({
  sheet: sheet!.name, address: boxAddress({ row: row!, column: column!, rows: 1, columns: 1 }), content: mend!,
}));
