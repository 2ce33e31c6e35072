import { faultOf, type Field, type FieldValue, type Rule } from "../core/field";
import type { Shown } from "../workbook";

/** How people here write numbers: the decimal mark and the mark between thousands. */
export interface Culture {
  readonly locale: string;
  readonly decimal: string;
  readonly thousands: string;
}

/** The culture of a language tag such as "en-US" or "de-DE"; digits are always 0 to 9. */
export function cultureOf(language: string): Culture {
  const locale = `${readableTag(language.split("-u-")[0]!)}-u-nu-latn`;
  const parts = new Intl.NumberFormat(locale, { useGrouping: true }).formatToParts(-1234567.8);
  const mark = (type: string, otherwise: string) => parts.find((part) => part.type === type)?.value ?? otherwise;
  return { locale, decimal: mark("decimal", "."), thousands: mark("group", ",") };
}

/** The tag itself, or English where a system reports one that no standard knows (for instance "en-US@posix"). */
function readableTag(tag: string): string {
  try {
    return Intl.getCanonicalLocales(tag)[0] ?? "en-US";
  } catch {
    return "en-US";
  }
}

const here = cultureOf(typeof navigator === "undefined" ? "en-US" : navigator.language || "en-US");

/** Marks that never mean anything but thousands: spaces of every width, apostrophes, and marks of writing direction. */
const plainThousands = /[\s\u00a0\u2009\u202f\u200e\u200f'’]/g;

/**
 * The number a person typed, with a decimal comma or point and with or without marks between thousands; undefined if it is none.
 * Two different marks, or one mark that cannot part thousands, are clear in every culture; "1,234" alone is read as people here do.
 * @example parseNumber("5.000,50") is 5000.5
 */
export function parseNumber(text: string, culture: Culture = here): number | undefined {
  const compact = text.trim().replace(plainThousands, "").replace(/^[−–]/, "-");
  const [, sign, body] = /^([+-]?)([\d.,]*\d[.,]?)$/.exec(compact) ?? [];
  if (body === undefined) return undefined;
  const decimal = decimalMark(body, culture);
  const [whole = "", fraction = "", ...rest] = decimal ? body.split(decimal) : [body];
  if (rest.length > 0 || /[.,]/.test(fraction) || !isWhole(whole)) return undefined;
  return Number(`${sign}${whole.replace(/[.,]/g, "") || "0"}.${fraction || "0"}`);
}

/** Digits, or digits in groups behind one and the same mark: three to a group, in India two but for the last. */
const isWhole = (digits: string) => /^\d*$/.test(digits) || /^\d{1,3}([.,])(\d{2,3}\1)*\d{3}$/.test(digits);

/** Which mark in a string of digits is the decimal one; undefined if none is. */
function decimalMark(body: string, { decimal }: Culture): string | undefined {
  const marks = body.match(/[.,]/g) ?? [];
  const last = marks.at(-1);
  if (last === undefined) return undefined;
  if (marks.length > 1) return marks.every((mark) => mark === last) ? undefined : last;
  const couldBeThousands = /^[1-9]\d{0,2}[.,]\d{3}$/.test(body);
  return couldBeThousands && last !== decimal ? undefined : last;
}

/** A number as written here, with at most so many decimals, at least so many, and a true minus sign. */
export function formatNumber(value: number, decimals = 0, culture: Culture = here, fewest = 0): string {
  const rounded = new Intl.NumberFormat(culture.locale, { maximumFractionDigits: decimals, minimumFractionDigits: fewest }).format(value);
  return rounded.replace(/[-−]/, /[1-9]/.test(rounded) ? "−" : "");
}

/** Money as the panel shows it: whole units. */
export const money = (value: number) => formatNumber(value);

/** A number with one decimal, shown even if it is 0. */
export const oneDecimal = (value: number) => formatNumber(value, 1, here, 1);

/** A change with its sign: "+14,441", "−9,232"; 0 for one that rounds to nothing. */
export function signed(value: number): string {
  const text = money(value);
  return value > 0 && text !== "0" ? `+${text}` : text;
}

/** So many of something: "1 ask", "2 entries". */
export const counted = (count: number, noun: string, many = `${noun}s`) => `${count} ${count === 1 ? noun : many}`;

/** The unit behind a number, as one says it: "referral a year" after 1, "orders a year" after 25. */
export const perUnit = (value: number, unit: string) => (value === 1 ? unit.replace(/^([a-z]+)s\b/, "$1") : unit).replace("/", " a ");

/** A share as per cent: "87%". */
export const percent = (value: number, decimals = 0) => `${formatNumber(value * 100, decimals)}%`;

const byFormat: Readonly<Record<string, (value: number) => string>> = {
  money, inputMoney: money, headline: money, percent: (value) => percent(value, 1), inputPercent: (value) => percent(value, 1),
  headlinePercent: (value) => percent(value, 1), share: (value) => percent(value), factor: (value) => formatNumber(value, 4, here, 4),
  decimal: oneDecimal, inputDecimal: oneDecimal, check: (value) => (value === 0 ? "OK" : "ERROR"), look: (value) => (value === 0 ? "OK" : "LOOK"),
};

/** What a cell shows, as its sheet writes such numbers; "empty" for nothing. */
export function shownText({ value, format = "general" }: Shown): string {
  if (typeof value === "number") return (byFormat[format] ?? ((number: number) => formatNumber(number, 6)))(value);
  return value === "" ? "empty" : String(value).replace(/^(true|false)$/, (word) => word.toUpperCase());
}

/** What stands in the control of a field, ready to be changed: per cents as 90, text as it is, nothing for null. */
export function entryText({ kind }: Pick<Field, "kind">, value: FieldValue, culture: Culture = here): string {
  if (typeof value !== "number") return value === null ? "" : String(value);
  return formatNumber(tidy(kind === "percent" ? value * 100 : value), 10, culture);
}

/** A value in a sentence: "12%", "150", "yes", "nothing". */
export function valueText(kind: Field["kind"] | undefined, value: FieldValue): string {
  if (value === null || value === "") return "nothing";
  if (typeof value === "boolean") return value ? "yes" : "no";
  return entryText({ kind: kind ?? "text" }, value) + (kind === "percent" && typeof value === "number" ? "%" : "");
}

/** What a person typed, as a value of the field, or the sentence that says how to mend it. */
export type Entry = { readonly value: FieldValue; readonly problem?: undefined } | { readonly problem: string };

/** Reads the control of a field; a per cent sign is welcome where a percentage is due. */
export function readEntry(field: Rule, text: string, culture: Culture = here): Entry {
  const value = valueOf(field, text, culture);
  const problem = faultOf(field, value);
  return problem === undefined ? { value } : { problem };
}

function valueOf({ kind }: Rule, text: string, culture: Culture): FieldValue {
  if (kind === "text") return text;
  if (text.trim() === "") return null;
  if (kind !== "percent") return parseNumber(text, culture) ?? text;
  const number = parseNumber(text.trim().replace(/^%|%$/, ""), culture);
  return number === undefined ? text : tidy(number / 100);
}

/** Removes the dust of binary fractions: 0.07 x 100 is 7, not 7.000000000000001. */
const tidy = (value: number) => Number(value.toPrecision(14));
