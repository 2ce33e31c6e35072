import type { Agreement, Ask, Commitment, Levels, Strength } from "./agreement";
import { strengths } from "./agreement";
import { answerTo, clauseStatuses, withAnswer, type Charter, type ClauseAnswer, type Signatory } from "./charter/charter";
import type { AskId } from "./role/asks";
import { askById, asks as askDefinitions } from "./role/asks";
import { driverById, drivers, groups, type NumberKind } from "./value/drivers";
import { inputs as inputDefinitions, type InputId, type InputKind } from "./value/inputs";

export type FieldValue = string | number | boolean | null;

/**
 * One thing a person may enter: on a sheet it is one yellow cell, in the panel one control, in an agreement one value.
 * Its id is the same everywhere, so a sheet is read and written by id and never by a remembered address:
 * `in_rate`, `drivers.retention.actual`, `measures.A01.asked`, `asks.A06.must`, `commitments.K2.budget`, `links.A02.K1`,
 * `charter.review`, `charter.ours.name`, `clauses.A06.status`.
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

type Rule = Pick<Field, "kind" | "options" | "min" | "max" | "whole" | "longest" | "optional">;
const text: Rule = { kind: "text", longest: 255 };
const optionalText: Rule = { ...text, optional: true };
const share: Rule = { kind: "percent", min: 0, max: 1 };
const amount: Rule = { kind: "money", min: 0 };
const yesNo: Rule = { kind: "flag" };

/** What a person enters for each ask, besides its levels. */
export const askColumns: readonly (Rule & { readonly key: keyof Ask; readonly label: string; readonly unit: string })[] = [
  { key: "label", label: "Ask", unit: "text", ...text },
  { key: "unit", label: "Unit", unit: "text", ...text },
  { key: "source", label: "Source", unit: "text", ...optionalText },
  { key: "must", label: "Must", unit: "as the ask", kind: "decimal", optional: true },
  { key: "condition", label: "Counts only if", unit: "commitment", ...optionalText },
  { key: "wording", label: "Charter wording", unit: "text", ...optionalText },
  { key: "owner", label: "Owner", unit: "text", ...optionalText },
  { key: "frequency", label: "How often", unit: "text", ...optionalText },
  { key: "effort", label: "Effort", unit: "hours a year", kind: "decimal", min: 0 },
  { key: "on", label: "In use", unit: "Y or N", ...yesNo },
  { key: "conditionLevel", label: "Kept to at least", unit: "% kept", ...share, optional: true },
  { key: "cap", label: "Cap", unit: "of attainment", kind: "decimal", min: 0, max: 1.5 },
  { key: "driver", label: "Driver", unit: "group", kind: "list", options: groups.map(({ id }) => id) },
  { key: "share", label: "Driver share", unit: "% of the driver", ...share },
  { key: "cooperate", label: "Will cooperate", unit: "probability", ...share },
  { key: "judgement", label: "Weight by judgement", unit: "points", kind: "decimal", min: 0 },
  { key: "confidence", label: "Data confidence", unit: "A to D", kind: "list", options: ["A", "B", "C", "D"] },
  { key: "note", label: "Note", unit: "text", ...optionalText },
];

/** What a person enters for each commitment. */
export const commitmentColumns: readonly (Rule & { readonly key: keyof Commitment; readonly label: string; readonly unit: string })[] = [
  { key: "label", label: "Commitment", unit: "text", ...text },
  { key: "unit", label: "Unit", unit: "text", ...text },
  { key: "evidence", label: "Source", unit: "text", ...optionalText },
  { key: "committed", label: "Committed", unit: "as the commitment", kind: "decimal" },
  { key: "worst", label: "Worst", unit: "as the commitment", kind: "decimal" },
  { key: "capability", label: "Proven", unit: "as the commitment", kind: "decimal", optional: true },
  { key: "costDriver", label: "Cost driver", unit: "text", ...optionalText },
  { key: "quantity", label: "Quantity", unit: "per customer", kind: "decimal", min: 0 },
  { key: "unitCost", label: "Unit cost", unit: "{currency}", ...amount },
  { key: "eligible", label: "Share entitled", unit: "% of customers", ...share },
  { key: "budget", label: "Budget", unit: "{currency}/{period}", ...amount },
  { key: "owner", label: "Owner", unit: "text", ...optionalText },
  { key: "remedy", label: "Remedy if broken", unit: "text", ...optionalText },
  { key: "question", label: "Question", unit: "1 to 8", kind: "count", whole: true, min: 1, max: 8 },
  { key: "on", label: "In use", unit: "Y or N", ...yesNo },
  { key: "tier", label: "For whom", unit: "list", kind: "list", options: ["all", "best"] },
  { key: "wording", label: "Charter wording", unit: "text", ...optionalText },
  { key: "touchPoints", label: "Touch points", unit: "text", ...optionalText },
  { key: "competitor", label: "Competitor level", unit: "text", ...optionalText },
  { key: "show", label: "Show to customer", unit: "Y or N", ...yesNo },
  { key: "kept", label: "Kept level", unit: "as the commitment", kind: "decimal", optional: true },
];

const day: Rule = { kind: "date", optional: true };

/** What a person enters for the charter as a whole. */
export const charterRows: readonly (Rule & { readonly key: "version" | "date" | "review" | "contact"; readonly label: string; readonly unit: string })[] = [
  { key: "version", label: "Version of the role", unit: "text", kind: "text", longest: 20 },
  { key: "date", label: "Date of the charter", unit: "day", ...day },
  { key: "review", label: "Next review", unit: "day", ...day },
  { key: "contact", label: "Whom the customer calls", unit: "text", ...optionalText },
];

/** What a person enters for each signatory. */
export const signatoryRows: readonly (Rule & { readonly key: keyof Signatory; readonly label: string; readonly unit: string })[] = [
  { key: "name", label: "name", unit: "text", ...optionalText },
  { key: "title", label: "title", unit: "text", ...optionalText },
  { key: "signedOn", label: "signed on", unit: "day", ...day },
];

/** What is answered to each clause. */
export const clauseColumns: readonly (Rule & { readonly key: keyof ClauseAnswer; readonly label: string; readonly unit: string })[] = [
  { key: "status", label: "Status", unit: "list", kind: "list", options: clauseStatuses },
  { key: "by", label: "Said by", unit: "text", ...optionalText },
  { key: "on", label: "On", unit: "day", ...day },
  { key: "remark", label: "Remark", unit: "text", ...optionalText },
];

const levelNames: readonly { key: keyof Levels; label: string }[] = [
  { key: "asked", label: "as asked" }, { key: "actual", label: "as is" }, { key: "worst", label: "worst" },
];

function inputField({ id, name, ...rest }: (typeof inputDefinitions)[number]): Field {
  return {
    ...rest, id: name,
    get: (agreement) => agreement.inputs[id as InputId],
    set: (agreement, value) => ({ ...agreement, inputs: { ...agreement.inputs, [id]: value } }),
  };
}

/** As-asked retention and growth are entered once, among the inputs, so the driver table has no field for them. */
const enteredAsInput = new Set(["drivers.retention.asked", "drivers.growth.asked"]);

function levelFields(store: "drivers" | "measures", id: string, label: string, unit: string, rule: Rule): Field[] {
  const read = (agreement: Agreement) => (agreement[store] as Record<string, Levels>)[id];
  return levelNames
    .filter(({ key }) => !enteredAsInput.has(`${store}.${id}.${key}`))
    .map(({ key, label: level }) => ({
      ...rule, id: `${store}.${id}.${key}`, label: `${label}, ${level}`, unit,
      optional: store === "measures" && key === "actual",
      get: (agreement) => read(agreement)?.[key] ?? null,
      set: (agreement, value) => ({ ...agreement, [store]: { ...agreement[store], [id]: { ...read(agreement), [key]: value } } }),
    }));
}

function rowFields<Row extends { id: string }>(
  store: "asks" | "commitments", row: Row, columns: readonly (Rule & { key: keyof Row & string; label: string; unit: string })[], name: string,
): Field[] {
  const rows = (agreement: Agreement) => agreement[store] as unknown as Row[];
  return columns.map(({ key, label, unit, ...rule }) => ({
    ...rule, id: `${store}.${row.id}.${key}`, label: `${name}, ${label.toLowerCase()}`, unit,
    get: (agreement) => (rows(agreement).find(({ id }) => id === row.id)?.[key] ?? null) as FieldValue,
    set: (agreement, value) => ({
      ...agreement, [store]: rows(agreement).map((other) => (other.id === row.id ? { ...other, [key]: value } : other)),
    }),
  }));
}

function linkField(ask: Ask, commitment: Commitment): Field {
  return {
    id: `links.${ask.id}.${commitment.id}`, label: `${commitment.label} earns ${ask.label}`, unit: "9, 3, 1 or 0", kind: "list",
    options: strengths,
    get: ({ links }) => links[ask.id]?.[commitment.id] ?? 0,
    set: (agreement, value) => ({ ...agreement, links: withLink(agreement.links, ask.id, commitment.id, value as Strength) }),
  };
}

/** Links are kept sparse: a strength of 0 is no link, so that equal agreements are equal values. */
function withLink(links: Agreement["links"], askId: string, commitmentId: string, strength: Strength): Agreement["links"] {
  const { [commitmentId]: _old, ...others } = links[askId] ?? {};
  const row = strength === 0 ? others : { ...others, [commitmentId]: strength };
  const { [askId]: _row, ...rest } = links;
  return Object.keys(row).length === 0 ? rest : { ...rest, [askId]: row };
}

const withCharterOf = (agreement: Agreement, part: Partial<Charter>) => ({ ...agreement, charter: { ...agreement.charter, ...part } });

function signatoryFields(side: "ours" | "theirs", who: string): Field[] {
  return signatoryRows.map(({ key, label, ...rule }) => ({
    ...rule, id: `charter.${side}.${key}`, label: `${who}, ${label}`,
    get: ({ charter }) => charter[side][key],
    set: (agreement, value) => withCharterOf(agreement, { [side]: { ...agreement.charter[side], [key]: value } }),
  }));
}

const charterFields: readonly Field[] = [
  ...charterRows.map(({ key, ...rule }): Field => ({
    ...rule, id: `charter.${key}`,
    get: ({ charter }) => charter[key],
    set: (agreement, value) => withCharterOf(agreement, { [key]: value }),
  })),
  ...signatoryFields("ours", "Who signs for us"),
  ...signatoryFields("theirs", "Who signs for the customer"),
];

/** Every ask and commitment may become a clause. */
const clauseIds = ({ asks, commitments }: Agreement): ReadonlyMap<string, string> =>
  new Map([...commitments, ...asks].map(({ id, label }) => [id, label || id]));

function clauseFields(id: string, name: string): Field[] {
  return clauseColumns.map(({ key, label, ...rule }) => ({
    ...rule, id: `clauses.${id}.${key}`, label: `${name}, ${label.toLowerCase()}`,
    get: ({ charter }) => answerTo(charter, id)[key],
    set: (agreement, value) => ({ ...agreement, charter: withAnswer(agreement.charter, id, { [key]: value }) }),
  }));
}

const fixedFields: readonly Field[] = [
  ...inputDefinitions.map(inputField),
  ...drivers.flatMap(({ id, label, unit, kind, min, max }) => levelFields("drivers", id, label, unit, { kind, min, max })),
  ...askDefinitions.filter(({ measured }) => !measured)
    .flatMap(({ id, label, unit, kind }) => levelFields("measures", id, label, unit, { kind })),
  ...charterFields,
];

/** Everything a person may enter in this agreement, in sheet order. */
export function fieldsOf(agreement: Agreement): Field[] {
  return [
    ...fixedFields,
    ...agreement.asks.flatMap((ask) => rowFields("asks", ask, askColumns, ask.label || ask.id)),
    ...agreement.commitments.flatMap((commitment) => rowFields("commitments", commitment, commitmentColumns, commitment.label || commitment.id)),
    ...agreement.asks.flatMap((ask) => agreement.commitments.map((commitment) => linkField(ask, commitment))),
    ...[...clauseIds(agreement)].flatMap(([id, name]) => clauseFields(id, name)),
  ];
}

const fixedById = new Map(fixedFields.map((field) => [field.id, field]));

/** One field by id; undefined when the agreement has no such ask or commitment. */
export function fieldOf(agreement: Agreement, id: string): Field | undefined {
  const fixed = fixedById.get(id);
  if (fixed) return fixed;
  const [store, row, last] = id.split(".");
  const ask = agreement.asks.find((each) => each.id === row);
  const commitment = agreement.commitments.find((each) => each.id === (store === "links" ? last : row));
  if (store === "clauses" && (ask ?? commitment)) {
    return clauseFields(row!, clauseIds(agreement).get(row!)!).find((field) => field.id === id);
  }
  if (store === "links") return ask && commitment && linkField(ask, commitment);
  if (store === "asks" && ask) return rowFields("asks", ask, askColumns, ask.label || ask.id).find((field) => field.id === id);
  if (store === "commitments" && commitment) {
    return rowFields("commitments", commitment, commitmentColumns, commitment.label || commitment.id).find((field) => field.id === id);
  }
  return undefined;
}

/**
 * What is wrong with a value for a field, as a sentence that says what to do; undefined when it is fine.
 * The same sentence stands under the panel's control, in the problem list and in the sheet's validation.
 */
export function faultOf(field: Field, value: unknown): string | undefined {
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

function textFault({ longest }: Field, value: unknown): string | undefined {
  if (typeof value !== "string") return "Enter text here.";
  return longest !== undefined && value.length > longest ? `Shorten this to ${longest} characters.` : undefined;
}

/** The legal range of a number field, as "a number from 0% to 100%" or "a number of at least 0". */
export function rangeInWords({ kind, min, max, whole }: Field): string {
  const show = (bound: number) => (kind === "percent" ? `${Math.round(bound * 1e4) / 100}%` : String(bound));
  const noun = whole ? "a whole number" : "a number";
  if (min !== undefined && max !== undefined) return `${noun} from ${show(min)} to ${show(max)}`;
  if (min !== undefined) return `${noun} of at least ${show(min)}`;
  return max === undefined ? noun : `${noun} of at most ${show(max)}`;
}

/** The unit of a field or driver as printed for this agreement: `{currency}/{period}` becomes "EUR/year". */
export function unitInWords(unit: string, { inputs }: Agreement): string {
  return unit.replaceAll("{currency}", inputs.currency).replaceAll("{period}", inputs.period);
}

/** Label of a driver or of an ask's own measure, by id. */
export function measureLabel(id: string): string {
  return driverById.get(id)?.label ?? askById.get(id as AskId)?.label ?? id;
}
