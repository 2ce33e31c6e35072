import { costToDeserve } from "../commitment/cost";
import type { Agreement } from "../agreement";
import { asks, type AskId } from "../role/asks";
import type { Actual } from "../role/attainment";
import type { NumberKind } from "../value/drivers";
import { verdicts } from "./verdict";

/** What is known of a customer in words. */
export type TextKey = "id" | "name" | "source" | "mode" | "stage" | "tier" | "owner" | "override" | "reason" | "overrideOwner";
/** What is known of a customer in numbers; dates are days as Excel counts them. */
export type NumberKey =
  | "ownerSince" | "agreedOn" | "firstOrder" | "contribution" | "deserveCost" | "acquisitionCost" | "retention" | "growth" | "referrals"
  | "potContribution" | "potRetention" | "potGrowth" | "potReferrals" | "bonus" | "until";
export type CustomerKey = TextKey | NumberKey;

/** Who is judged: customers, or leads, of whom less is known and whom it still costs something to win. */
export type Whom = "customers" | "leads";

/** One column of the customer table. */
export interface CustomerColumn {
  readonly key: CustomerKey | AskId;
  readonly heading: string;
  /** As printed; `{currency}` and `{period}` are replaced by the agreement's own. */
  readonly unit: string;
  readonly kind: "text" | "list" | "date" | NumberKind;
  readonly options?: readonly string[];
  readonly min?: number;
  readonly max?: number;
  /** Without it nobody can be judged. */
  readonly needed?: true;
  /** Known of these only; without it of both. */
  readonly whom?: Whom;
  /** What an empty cell stands for, in words. */
  readonly ifEmpty?: string;
}

/** The eleven stages of a relationship, after the aspects of the role. */
export const stages = [
  "Awareness", "Purchase", "Repeat purchase", "Upgrade", "On-time payment", "Referrals", "Evangelizing", "Forgiveness", "Feedback",
  "Long-term relationships", "High margins",
] as const;
export type Stage = (typeof stages)[number];

const perYear = "{currency}/{period}";
const retention = { unit: "% per {period}", kind: "percent", min: 0, max: 1 } as const;
const growth = { unit: "% per {period}", kind: "percent", min: -1, max: 1 } as const;
const referrals = { unit: "referrals/{period}", kind: "decimal", min: 0 } as const;
const date = { unit: "date", kind: "date" } as const;
const text = { unit: "text", kind: "text" } as const;
const asNow = { ifEmpty: "as now" } as const;

/** Every column of the customer table before and after the asks, in sheet order. */
export const customerColumns: readonly (CustomerColumn & { readonly key: CustomerKey; readonly after?: "asks" })[] = [
  { key: "id", heading: "Id", ...text, needed: true },
  { key: "name", heading: "Name", ...text, ifEmpty: "the id" },
  { key: "source", heading: "Source", ...text, whom: "leads" },
  { key: "mode", heading: "Mode", unit: "R or T", kind: "list", options: ["R", "T"], ifEmpty: "as the role" },
  { key: "stage", heading: "Stage", unit: "list", kind: "list", options: stages, whom: "customers" },
  { key: "tier", heading: "Tier", unit: "all or best", kind: "list", options: ["all", "best"], whom: "customers" },
  { key: "owner", heading: "Owner", ...text, whom: "customers" },
  { key: "ownerSince", heading: "Owner since", ...date, whom: "customers" },
  { key: "agreedOn", heading: "Agreed on", ...date, whom: "customers" },
  { key: "firstOrder", heading: "First order", ...date, whom: "customers" },
  { key: "contribution", heading: "Contribution", unit: perYear, kind: "money", needed: true },
  { key: "deserveCost", heading: "Cost to deserve", unit: perYear, kind: "money", min: 0, ifEmpty: "what the commitments cost" },
  {
    key: "acquisitionCost", heading: "Acquisition cost", unit: "{currency}", kind: "money", min: 0, ifEmpty: "as on Inputs", whom: "leads",
  },
  { key: "retention", heading: "Retention", ...retention, needed: true },
  { key: "growth", heading: "Growth", ...growth, ifEmpty: "0%", whom: "customers" },
  { key: "referrals", heading: "Referrals", ...referrals, ifEmpty: "0", whom: "customers" },
  { key: "potContribution", heading: "Potential contribution", unit: perYear, kind: "money", ...asNow, whom: "customers" },
  { key: "potRetention", heading: "Potential retention", ...retention, ...asNow, whom: "customers" },
  { key: "potGrowth", heading: "Potential growth", ...growth, ...asNow, whom: "customers" },
  { key: "potReferrals", heading: "Potential referrals", ...referrals, ...asNow, whom: "customers" },
  { key: "bonus", heading: "Bonus", unit: "{currency}", kind: "money", min: 0, ifEmpty: "0", whom: "customers" },
  { key: "override", heading: "Override", unit: "list", kind: "list", options: verdicts, after: "asks", whom: "customers" },
  { key: "reason", heading: "Reason", ...text, after: "asks", whom: "customers" },
  { key: "overrideOwner", heading: "Override owner", ...text, after: "asks", whom: "customers" },
  { key: "until", heading: "Until", ...date, after: "asks", whom: "customers" },
];

const isText = ({ kind }: CustomerColumn) => kind === "text" || kind === "list";
export const textKeys = customerColumns.filter(isText).map(({ key }) => key as TextKey);
export const numberKeys = customerColumns.filter((column) => !isText(column)).map(({ key }) => key as NumberKey);

/** The customer table of one agreement: a column for each ask in use stands between the values and the override. */
export function columnsFor(agreement: Agreement, whom: Whom = "customers"): CustomerColumn[] {
  const observed = asks.flatMap(({ id, kind }) => agreement.asks.filter((ask) => ask.on && ask.id === id)
    .map(({ label, unit }): CustomerColumn => ({ key: id, heading: label, unit, kind, ifEmpty: "unknown" })));
  const known = customerColumns.filter((column) => column.whom === undefined || column.whom === whom);
  return [...known.filter(({ after }) => !after), ...observed, ...known.filter(({ after }) => after)];
}

/** A level that nobody has measured; an empty number. */
export const unknown = NaN;
/** The level of an ask that does not apply to this customer. */
export const notApplicable = Infinity;

/** Customers side by side, one column for each thing known of them: the shape in which 100,000 are counted fast. */
export interface Customers {
  readonly count: number;
  /** "" where nothing is known. */
  readonly texts: Readonly<Record<TextKey, readonly string[]>>;
  /** `unknown` where nothing is known. */
  readonly numbers: Readonly<Record<NumberKey, Float64Array>>;
  /** The observed level of each ask: a number, `unknown` or `notApplicable`. */
  readonly levels: Readonly<Partial<Record<AskId, Float64Array>>>;
}

/** One customer, as a row tells it; what is left out is unknown. */
export type Customer = { readonly [Key in TextKey]?: string } & { readonly [Key in NumberKey]?: number | null } & {
  readonly id: string;
  readonly levels: Partial<Record<AskId, Actual>>;
};

const toLevel = (actual: Actual | undefined) => (actual === "n/a" ? notApplicable : actual ?? unknown);
const toActual = (level: number): Actual => (level === notApplicable ? "n/a" : Number.isNaN(level) ? null : level);

/** One column for each key. */
export const columnsBy = <Key extends string, Column>(keys: readonly Key[], column: (key: Key) => Column) =>
  Object.fromEntries(keys.map((key) => [key, column(key)])) as Record<Key, Column>;

/** Rows as columns. */
export function customersOf(rows: readonly Customer[]): Customers {
  const observed = asks.map(({ id }) => id).filter((id) => rows.some(({ levels }) => levels[id] !== undefined));
  return {
    count: rows.length,
    texts: columnsBy(textKeys, (key) => rows.map((row) => row[key] ?? "")),
    numbers: columnsBy(numberKeys, (key) => Float64Array.from(rows, (row) => row[key] ?? unknown)),
    levels: columnsBy(observed, (id) => Float64Array.from(rows, ({ levels }) => toLevel(levels[id]))),
  };
}

/** One row of the columns; what is unknown is "" or null. */
export function customerAt({ texts, numbers, levels }: Customers, index: number): Customer {
  const known = (value: number) => (Number.isNaN(value) ? null : value);
  return {
    ...Object.fromEntries(textKeys.map((key) => [key, texts[key][index]!])),
    ...Object.fromEntries(numberKeys.map((key) => [key, known(numbers[key][index]!)])),
    id: texts.id[index]!,
    levels: Object.fromEntries(Object.entries(levels).map(([id, column]) => [id, toActual(column[index]!)])),
  };
}

/** The same customers with every empty cell that has a meaning filled in: what the scores are worked out from. */
export function filledIn(customers: Customers, agreement: Agreement): Customers {
  const { texts, numbers } = customers;
  const or = (column: Float64Array, otherwise: (index: number) => number) =>
    column.map((value, index) => (Number.isNaN(value) ? otherwise(index) : value));
  const deserve = costToDeserve(agreement);
  const now = { ...numbers, growth: or(numbers.growth, () => 0), referrals: or(numbers.referrals, () => 0) };
  return {
    ...customers,
    texts: {
      ...texts, name: texts.name.map((name, i) => name || texts.id[i]!), mode: texts.mode.map((mode) => mode || agreement.inputs.mode),
    },
    numbers: {
      ...now, deserveCost: or(numbers.deserveCost, () => deserve), bonus: or(numbers.bonus, () => 0),
      potContribution: or(numbers.potContribution, (i) => now.contribution[i]!),
      potRetention: or(numbers.potRetention, (i) => now.retention[i]!),
      potGrowth: or(numbers.potGrowth, (i) => now.growth[i]!), potReferrals: or(numbers.potReferrals, (i) => now.referrals[i]!),
    },
  };
}
