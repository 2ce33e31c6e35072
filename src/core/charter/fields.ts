import type { Agreement } from "../agreement";
import { day, optionalText, type Field, type Rule } from "../field";
import { answerTo, clauseStatuses, withAnswer, type Charter, type ClauseAnswer, type Signatory } from "./charter";

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

const withCharterOf = (agreement: Agreement, part: Partial<Charter>) => ({ ...agreement, charter: { ...agreement.charter, ...part } });

function signatoryFields(side: "ours" | "theirs", who: string): Field[] {
  return signatoryRows.map(({ key, label, ...rule }) => ({
    ...rule, id: `charter.${side}.${key}`, label: `${who}, ${label}`,
    get: ({ charter }) => charter[side][key],
    set: (agreement, value) => withCharterOf(agreement, { [side]: { ...agreement.charter[side], [key]: value } }),
  }));
}

/** The fields of the charter as a whole, and of who signs it. */
export const charterFields: readonly Field[] = [
  ...charterRows.map(({ key, ...rule }): Field => ({
    ...rule, id: `charter.${key}`,
    get: ({ charter }) => charter[key],
    set: (agreement, value) => withCharterOf(agreement, { [key]: value }),
  })),
  ...signatoryFields("ours", "Who signs for us"),
  ...signatoryFields("theirs", "Who signs for the customer"),
];

/** Every ask and commitment may become a clause. */
export const clauseIds = ({ asks, commitments }: Agreement): ReadonlyMap<string, string> =>
  new Map([...commitments, ...asks].map(({ id, label }) => [id, label || id]));

/** The fields of what is answered to one clause, by the id and name of its ask or commitment. */
export function clauseFields(id: string, name: string): Field[] {
  return clauseColumns.map(({ key, label, ...rule }) => ({
    ...rule, id: `clauses.${id}.${key}`, label: `${name}, ${label.toLowerCase()}`,
    get: ({ charter }) => answerTo(charter, id)[key],
    set: (agreement, value) => ({ ...agreement, charter: withAnswer(agreement.charter, id, { [key]: value }) }),
  }));
}
