import type { Agreement } from "../../agreement";
import { columnsFor, customerColumns, type CustomerColumn, type Whom } from "../customers";
import type { Writing } from "./cells";
import { contentOf, tableWriting, type Content } from "./content";
import { nameScore, plainText, wordsOf } from "./heading";
import type { Table } from "./table";
import { scalingOf } from "./units";
import { headingWords, observedWords } from "./words";

/** Where one column of ours comes from. */
export interface ColumnMatch {
  readonly key: CustomerColumn["key"];
  /** Place in the source table, from 0, and its heading there. */
  readonly from: number;
  readonly heading: string;
  /** 0 to 1: 0.85 and more is sure, 0.6 likely, less a guess to look at. */
  readonly confidence: number;
  /** Why, and how it is read, in a few words each. */
  readonly reasons: readonly string[];
  readonly writing: Writing;
  readonly factor: number;
}

/** Which column is which: plain JSON, to be confirmed by a person and remembered in the workbook. */
export interface Mapping {
  readonly schema: "customer-columns/1";
  readonly matches: readonly ColumnMatch[];
  /** Headings that are not used. */
  readonly unused: readonly string[];
  /** Columns of ours that are needed and were not found. */
  readonly missing: readonly string[];
}

/** How the person's Excel writes numbers and dates, where the cells leave it open. */
export const plainWriting: Writing = { decimal: ".", dates: "dmy" };

const leastConfidence = 0.45;
/** What a customer table often holds once and we keep twice: finance's estimate, and the level observed. */
const twins: Partial<Record<CustomerColumn["key"], CustomerColumn["key"]>> = { A18: "retention", A15: "growth", A07: "referrals" };

/**
 * Recognises the columns of any customer table by their headings, in five languages, and by what stands in them.
 * @param remembered what the person confirmed last time: the same headings are read the same way again, and unused ones stay unused
 * @example mapColumns(tableOf([["Kunden-Nr.", "Verzugstage"], ["C1", 12]]), agreement).matches.map(({ key }) => key) is ["id", "A06"]
 */
export function mapColumns(
  table: Table, agreement: Agreement, remembered?: Mapping, usual = plainWriting, whom: Whom = "customers",
): Mapping {
  const known = (remembered?.matches ?? []).flatMap((match) => again(match, table));
  const settled = new Set([...known.map(({ heading }) => heading), ...(remembered?.unused ?? [])]);
  const open = columnsFor(agreement, whom).filter(({ key }) => !known.some((match) => match.key === key));
  const sources = table.headings.flatMap((heading, from) => (settled.has(heading) ? [] : [from]));
  const written = tableWriting(table.rows, usual);
  const contents = sources.map((from) => contentOf(table.rows, from, written));
  const pair = (column: CustomerColumn, i: number) => pairOf(agreement, column, table.headings[sources[i]!]!, sources[i]!, contents[i]!);
  const named = bestOf(sources.flatMap((_, i) => open.map((column) => pair(column, i))));
  // A name is an id too, and a surer one than a column of which nobody said what it is.
  const isNamed = [...known, ...named].some(({ key }) => key === "id" || key === "name");
  const code = isNamed ? -1 : sources.findIndex((from, i) => named.every((match) => match.from !== from) && areCodes(contents[i]!));
  const chosen = code < 0 ? named : [...named, { ...pair(idColumn, code), confidence: 0.5, reasons: ["every cell is different"] }];
  return summary(table, columnsFor(agreement, whom), [...known, ...chosen, ...open.flatMap(({ key }) => twinOf(key, chosen))]);
}

const idColumn: CustomerColumn = customerColumns.find(({ key }) => key === "id")!;

/** Whether a column looks like ids, whatever stands above it: no blanks, no repeats, and nearly all of its cells are codes. */
const areCodes = ({ filled, blanks, distinct, codes, days }: Content) =>
  filled > 3 && blanks === 0 && distinct === 1 && codes >= 0.9 && days < 0.5;

function again(match: ColumnMatch, { headings }: Table): ColumnMatch[] {
  const from = headings.indexOf(match.heading);
  return from < 0 || match.heading === "" ? [] : [{ ...match, from, confidence: 1, reasons: ["as last time"] }];
}

/** The surest match first, each column for one purpose only. */
function bestOf(pairs: readonly ColumnMatch[]): ColumnMatch[] {
  const chosen: ColumnMatch[] = [];
  for (const pair of [...pairs].sort((a, b) => b.confidence - a.confidence)) {
    const isFree = chosen.every(({ key, from }) => key !== pair.key && from !== pair.from);
    if (pair.confidence >= leastConfidence && isFree) chosen.push(pair);
  }
  return chosen;
}

function twinOf(key: CustomerColumn["key"], chosen: readonly ColumnMatch[]): ColumnMatch[] {
  const twin = chosen.find((match) => match.key === twins[key]);
  if (!twin || chosen.some((match) => match.key === key)) return [];
  return [{ ...twin, key, confidence: Math.min(twin.confidence, 0.6), reasons: ["the same column as the estimate"] }];
}

function pairOf(
  agreement: Agreement, column: CustomerColumn, heading: string, from: number, content: Content, byHand = false,
): ColumnMatch {
  const named = nameOf(column, heading);
  const suits = suitability(column, content);
  const confidence = suits < 0.3 ? 0 : named.score * (0.7 + 0.3 * suits);
  const { factor, reason } = confidence > 0 || byHand ? scalingOf(agreement, column, heading, content) : { factor: 1 };
  const why = byHand ? "chosen by hand" : `“${heading}” says ${named.phrase}`;
  return {
    key: column.key, from, heading, confidence: Math.round(Math.min(1, confidence) * 100) / 100, writing: content.writing, factor,
    reasons: [why, ...(reason ? [reason] : []), ...(suits < 0.9 ? [`${Math.round((1 - suits) * 100)}% of the cells cannot be read`] : [])],
  };
}

/** Our own heading and the id of an ask are names too, and the surest. An observation goes by the words of its estimate as well. */
function nameOf({ key, heading: own }: CustomerColumn, heading: string) {
  if (plainText(heading) === key.toLowerCase() || plainText(heading) === plainText(own)) return { score: 1.1, phrase: own };
  const named = nameScore(heading, headingWords[key] ?? [plainText(own)]);
  const words = wordsOf(heading);
  const isObserved = words.some((word) => observedWords.has(word));
  if (isObserved && isEstimate(key)) return { ...named, score: named.score * 0.8 };
  const estimate = twins[key];
  if (!estimate) return named;
  const bare = words.filter((word) => !observedWords.has(word)).join(" ");
  const shared = nameScore(bare, headingWords[estimate] ?? []);
  const score = shared.score * (isObserved ? 1 : 0.9);
  return score > named.score ? { score, phrase: shared.phrase } : named;
}

const isEstimate = (key: CustomerColumn["key"]) => Object.values(twins).includes(key);

/** How well the cells suit what the column is to hold, 0 to 1; an empty column says little against it. */
function suitability({ kind, key }: CustomerColumn, { numeric, days, texts, distinct, filled }: Content): number {
  if (filled === 0) return 0.9;
  if (kind === "date") return days;
  if (key === "id") return 0.4 + 0.6 * distinct;
  return kind === "text" || kind === "list" ? texts : numeric;
}

/** Sets where one column comes from by hand, or that it comes from nowhere (null). */
export function rematched(
  mapping: Mapping, table: Table, agreement: Agreement, key: CustomerColumn["key"], from: number | null, usual = plainWriting,
  whom: Whom = "customers",
): Mapping {
  const columns = columnsFor(agreement, whom);
  const isTwin = (other: CustomerColumn["key"]) => twins[other] === key || twins[key] === other;
  const others = mapping.matches.filter((match) => match.key !== key && (match.from !== from || isTwin(match.key)));
  const column = columns.find((each) => each.key === key);
  if (from === null || !column) return summary(table, columns, others);
  const pair = pairOf(agreement, column, table.headings[from]!, from, contentOf(table.rows, from, tableWriting(table.rows, usual)), true);
  return summary(table, columns, [...others, { ...pair, confidence: 1 }]);
}

function summary({ headings }: Table, columns: readonly CustomerColumn[], matches: readonly ColumnMatch[]): Mapping {
  const isMatched = (key: CustomerColumn["key"]) => matches.some((match) => match.key === key);
  const place = (match: ColumnMatch) => columns.findIndex(({ key }) => key === match.key);
  return {
    schema: "customer-columns/1", matches: [...matches].sort((a, b) => place(a) - place(b)),
    unused: headings.filter((heading, from) => heading !== "" && !matches.some((match) => match.from === from)),
    missing: columns.filter(({ key, needed }) => needed && !isMatched(key) && !(key === "id" && isMatched("name")))
      .map(({ heading }) => heading),
  };
}
