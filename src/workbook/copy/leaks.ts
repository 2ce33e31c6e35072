import type { Agreement } from "../../core/agreement";
import { assess } from "../../core/assessment";
import { clausesOf } from "../../core/charter/clauses";
import { fieldsOf, serialOf, unitInWords } from "../../core/fields";
import type { Part } from "./parts";

/** Something in a file for the customer that is only ours to know: what it is, and where it stands. */
export interface Leak { readonly what: string; readonly where: string }

/**
 * Looks through every part of a file for what only we know: numbers (costs, budgets, values, stakes, weights), texts (names of owners,
 * notes, our own words for asks), verdicts, and everything that a file can carry unseen. A number or text that the customer is told
 * anyway is no leak, even if it also stands among ours.
 * @param toldWords words of the form itself, the same for every customer
 */
export function leaksIn(parts: readonly Part[], agreement: Agreement, toldWords: readonly string[]): Leak[] {
  const secrets = secretsOf(agreement, toldWords);
  return parts.flatMap(({ path, text }) => [...unseen(path, text), ...contentsOf(path, text).flatMap((content) => leaksOf(content, path, secrets))]);
}

// --- what is ours

interface Secrets {
  /** Numbers in every way they may be written, with what they are. */
  readonly numbers: ReadonlyMap<string, string>;
  /** Texts in small letters, with what they are. */
  readonly texts: ReadonlyMap<string, string>;
  readonly told: readonly string[];
}

function secretsOf(agreement: Agreement, toldWords: readonly string[]): Secrets {
  const told = [...toldTexts(agreement), ...toldWords].map((text) => text.toLowerCase());
  const toldNumbers = new Set(told.flatMap(numbersIn));
  const numbers = internalNumbers(agreement).flatMap(({ what, value }) => waysToWrite(value).map((way) => [way, what] as const));
  const texts = internalTexts(agreement).map(({ what, value }) => [value.trim().toLowerCase(), what] as const);
  return {
    numbers: new Map(numbers.filter(([way]) => !toldNumbers.has(way))),
    texts: new Map(texts.filter(([text]) => text.length > 1 && !told.includes(text))),
    told,
  };
}

/** What the customer is told: clauses with level and measure, parties, people, days. */
function toldTexts(agreement: Agreement): string[] {
  const { inputs: { company, customer, currency }, charter: { version, contact, ours, theirs, date, review, clauses } } = agreement;
  const shown = clausesOf(agreement);
  const days = [date, review, ours.signedOn, theirs.signedOn, ...Object.values(clauses).map(({ on }) => on)].filter((day) => day !== null);
  return [
    company, customer, currency, version, contact, ours.name, ours.title, theirs.name, theirs.title,
    ...shown.flatMap(({ id, number, wording, details, amount, source, frequency, remedy }) => [id, String(number), wording, details, amount, source, frequency, remedy]),
    ...Object.values(clauses).flatMap(({ by, remark }) => [by, remark]),
    ...days.flatMap((day) => [day, String(serialOf(day))]),
  ].filter((text) => text !== "");
}

interface Known<Value> { readonly what: string; readonly value: Value }

/** Every number a person entered, and every one that is worked out from them. */
function internalNumbers(agreement: Agreement): Known<number>[] {
  const entered = fieldsOf(agreement).filter(({ id }) => !id.startsWith("links.")).map(({ label, get }) => ({ what: label, value: get(agreement) }));
  return [...entered, ...numbersUnder(assess(agreement), "")]
    .filter((each): each is Known<number> => typeof each.value === "number" && each.value !== 0 && each.value !== 1);
}

/** Every number in a value of values, named by the way to it. */
function numbersUnder(value: unknown, way: string): Known<number>[] {
  if (typeof value === "number") return [{ what: way, value }];
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => numbersUnder(inner, way === "" ? key : `${way}, ${key}`));
}

/** Fields in which only we write; all other texts are told or choices from a list. */
const ownTexts = /^(in_segment|goals\.\w+\.label|(asks|commitments)\.\w+\.(label|owner|note|accepted|costDriver|touchPoints|competitor))$/;
const verdicts = ["Find out", "Invest", "Develop", "Renegotiate", "Let go"];

function internalTexts(agreement: Agreement): Known<string>[] {
  const fields = fieldsOf(agreement).filter(({ id }) => ownTexts.test(id));
  return [
    ...fields.flatMap(({ label, get }) => [{ what: label, value: unitInWords(String(get(agreement) ?? ""), agreement) }]),
    ...verdicts.map((verdict) => ({ what: "Verdict", value: verdict })),
  ];
}

/** As it is, rounded, with one and two decimals, and as per cent: always without thousands marks. */
function waysToWrite(number: number): string[] {
  const size = Math.abs(number);
  const rounded = (value: number) => [...(value >= 10 ? [0] : []), 1, 2].map((decimals) => String(Number(value.toFixed(decimals))));
  const ways = [String(Number(size.toPrecision(12))), ...rounded(size), ...(size < 1 ? rounded(size * 100) : [])];
  return ways.filter((way) => way !== "0" && way !== "1");
}

/** Numbers in a text, without thousands marks and signs. */
const numbersIn = (text: string): string[] =>
  (text.match(/\d+(?:,\d{3})*(?:\.\d+)?/g) ?? []).map((number) => String(Number(Number(number.replaceAll(",", "")).toPrecision(12))));

// --- what a part holds

/** Parts that a plain workbook needs; everything else is there for another reason. */
const plainParts = /^(\[Content_Types\]\.xml|_rels\/\.rels|docProps\/(app|core)\.xml|xl\/(workbook|styles|sharedStrings)\.xml|xl\/theme\/theme1\.xml|xl\/_rels\/workbook\.xml\.rels|xl\/worksheets\/(_rels\/)?sheet\d+\.xml(\.rels)?|xl\/tables\/table\d+\.xml)$/;

const marks: readonly (readonly [RegExp, string])[] = [
  [/<sheet [^>]*state="(hidden|veryHidden)"/, "a hidden sheet"],
  [/<(row|col) [^>]*hidden="(1|true)"/, "a hidden row or column"],
  [/<f[ >]/, "a formula"],
  [/<externalReference/, "a link to another workbook"],
  [/<legacyDrawing|<drawing /, "a drawing or comment"],
  [/<definedName (?![^>]*name="_xlnm\.)/, "a defined name"],
];

function unseen(path: string, text: string): Leak[] {
  const where = path;
  if (path.endsWith("/") && text === "") return []; // a folder
  if (!plainParts.test(path)) return [{ what: "a part that a plain workbook does not need", where }];
  return marks.filter(([mark]) => mark.test(text)).map(([, what]) => ({ what, where }));
}

/** Everything in a part that a person could read: cells, strings, properties, headers, rules. Styles, sizes and addresses are none. */
function contentsOf(path: string, xml: string): string[] {
  if (/styles|theme|Content_Types|rels/.test(path)) return [];
  const texts = [...xml.matchAll(/<(?:t|dc:\w+|cp:\w+|Company|Manager|formula1|oddHeader|oddFooter|formula2)(?: [^>]*)?>([^<]*)</g)].map(([, text]) => text!);
  const attributes = [...xml.matchAll(/ (?:prompt|promptTitle|error|errorTitle|displayName|name)="([^"]*)"/g)].map(([, text]) => text!);
  const numbers = [...xml.matchAll(/<c (?![^>]*t="s")[^>]*><v>([^<]*)</g)].map(([, text]) => text!);
  return [...texts, ...attributes, ...numbers].map(plainText).filter((text) => text !== "");
}

const entities: Readonly<Record<string, string>> = { "&amp;": "&", "&lt;": "<", "&gt;": ">", "&quot;": "\"", "&apos;": "'" };
const plainText = (xml: string) => xml.replace(/&\w+;/g, (entity) => entities[entity] ?? entity).replace(/&(\d+|K[0-9A-F]{6}|[LRCPN])/g, " ").trim();

// --- comparing

function leaksOf(content: string, where: string, { numbers, texts, told }: Secrets): Leak[] {
  const small = content.toLowerCase();
  const whole = texts.get(small);
  const inside = [...texts].filter(([text]) => text !== small && holds(small, text) && !told.some((each) => holds(each, text)));
  return [
    ...(whole === undefined ? [] : [{ what: `${whole}: ${content}`, where }]),
    ...inside.map(([text, what]) => ({ what: `${what}: ${text}`, where })),
    ...numbersIn(content).flatMap((number) => (numbers.has(number) ? [{ what: `${numbers.get(number)!}: ${number}`, where }] : [])),
  ];
}

/** Whether a text stands in another as words of its own. */
function holds(text: string, words: string): boolean {
  const at = text.indexOf(words);
  if (at < 0) return false;
  const isLetter = (character: string | undefined) => character !== undefined && /[\p{L}\p{Nd}]/u.test(character);
  return (!isLetter(text[at - 1]) && !isLetter(text[at + words.length])) || holds(text.slice(at + 1), words);
}
