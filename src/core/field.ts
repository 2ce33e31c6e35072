import type { Agreement } from "./agreement";
import type { NumberKind } from "./value/drivers";
import type { InputKind } from "./value/inputs";

export type FieldValue = string | number | boolean | null;

/**
 * One thing a person may enter: on a sheet it is one yellow cell, in the panel one control, in an agreement one value.
 * Its id is the same everywhere, so a sheet is read and written by id and never by a remembered address:
 * `in_rate`, `drivers.retention.actual`, `measures.A01.asked`, `asks.A06.must`, `commitments.K2.budget`, `links.A02.K1`,
 * `crossSell.X1.takeUp`, `charter.review`, `charter.ours.name`, `clauses.A06.status`.
 */
export interface Field {
  readonly id: string;
  readonly label: string;
  readonly unit: string;
  /** A date is a day written 2027-03-31. */
  readonly kind: InputKind | NumberKind | "date";
  readonly options?: readonly (string | number)[];
  readonly min?: number;
  readonly max?: number;
  readonly whole?: boolean;
  readonly longest?: number;
  readonly optional?: boolean;
  /** Version of the sheets that first had it; an older workbook is whole without it. */
  readonly since?: string;
  get(agreement: Agreement): FieldValue;
  set(agreement: Agreement, value: FieldValue): Agreement;
}

/** What is legal in a field, apart from what it is about. */
export type Rule = Pick<Field, "kind" | "options" | "min" | "max" | "whole" | "longest" | "optional" | "since">;

/** The usual rules: text of one cell, the same left open, a share of a whole, an amount of money, a switch. */
export const text: Rule = { kind: "text", longest: 255 };
export const optionalText: Rule = { ...text, optional: true };
export const share: Rule = { kind: "percent", min: 0, max: 1 };
export const amount: Rule = { kind: "money", min: 0 };
export const yesNo: Rule = { kind: "flag" };
/** A day that may be left open. */
export const day: Rule = { kind: "date", optional: true };

/**
 * What is wrong with a value for a field, as a sentence that says what to do; undefined when it is fine.
 * The same sentence stands under the panel's control, in the problem list and in the sheet's validation.
 */
export function faultOf(field: Rule, value: unknown): string | undefined {
  const { kind, options, min, max, optional } = field;
  if (value === null || value === "" || value === undefined) return optional ? undefined : "Enter a value; this cell may not be empty.";
  if (kind === "text") return textFault(field, value);
  if (kind === "flag") return typeof value === "boolean" ? undefined : "Enter yes or no.";
  if (kind === "date") return isDay(value) ? undefined : "Enter a day, such as 2027-03-31.";
  if (options) return options.includes(value as string | number) ? undefined : `Choose one of: ${options.join(", ")}.`;
  if (typeof value !== "number" || !Number.isFinite(value)) return "Enter a number, without text around it.";
  if (field.whole && !Number.isInteger(value)) return "Enter a whole number.";
  if ((min !== undefined && value < min) || (max !== undefined && value > max)) return `Enter ${rangeInWords(field)}.`;
  return undefined;
}

/** A day that the calendar has, from 1900-03-01 on: before it Excel's calendar and ours differ. */
const isDay = (value: unknown) => typeof value === "string" && value >= "1900-03-01" && dayOf(serialOf(value)) === value;

const MILLISECONDS_A_DAY = 86_400_000;
const DAY_0 = Date.UTC(1899, 11, 30);

/** The number Excel counts a day by: serialOf("2027-03-31") is 46477; NaN for what is no day. */
export const serialOf = (day: string): number =>
  (/^\d{4}-\d{2}-\d{2}$/.test(day) ? (Date.parse(day) - DAY_0) / MILLISECONDS_A_DAY : NaN);

/** The day that Excel counts by a number, without its hour: dayOf(46477) is "2027-03-31"; undefined for a number beyond all days. */
export function dayOf(serial: number): string | undefined {
  const date = new Date(DAY_0 + Math.floor(serial) * MILLISECONDS_A_DAY);
  return Number.isNaN(date.getTime()) ? undefined : date.toISOString().slice(0, 10);
}

function textFault({ longest }: Rule, value: unknown): string | undefined {
  if (typeof value !== "string") return "Enter text here.";
  return longest !== undefined && value.length > longest ? `Shorten this to ${longest} characters.` : undefined;
}

/** The legal range of a number field, as "a number from 0% to 100%" or "a number of at least 0". */
export function rangeInWords({ kind, min, max, whole }: Rule): string {
  const show = (bound: number) => (kind === "percent" ? `${Math.round(bound * 1e4) / 100}%` : String(bound));
  const noun = whole ? "a whole number" : "a number";
  if (min !== undefined && max !== undefined) return `${noun} from ${show(min)} to ${show(max)}`;
  if (min !== undefined) return `${noun} of at least ${show(min)}`;
  return max === undefined ? noun : `${noun} of at most ${show(max)}`;
}
