import type { Agreement, Ask, Commitment, Goal, Levels, Strength } from "./agreement";
import { strengths } from "./agreement";
import { charterFields, clauseFields, clauseIds } from "./charter/fields";
import { particulars } from "./commitment/particulars";
import { amount, day, optionalText, share, text, yesNo, type Field, type FieldValue, type Rule } from "./field";
import type { AskId } from "./role/asks";
import { askById, asks as askDefinitions } from "./role/asks";
import { goalIds } from "./role/goals";
import { crossSellFields } from "./value/cross-sell";
import { driverById, drivers, groups } from "./value/drivers";
import { inputs as inputDefinitions, type InputId } from "./value/inputs";

export { clauseColumns, charterRows, signatoryRows } from "./charter/fields";
export { dayOf, faultOf, rangeInWords, serialOf, type Field, type FieldValue } from "./field";

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
  { key: "accepted", label: "Accepted because", unit: "text", ...optionalText, since: "1.1" },
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
  ...particulars,
];

/** What a person enters for each business goal. */
export const goalColumns: readonly (Rule & { readonly key: keyof Goal; readonly label: string; readonly unit: string })[] = [
  { key: "label", label: "Goal", unit: "text", ...optionalText, since: "1.1" },
  { key: "unit", label: "Measured as", unit: "text", ...optionalText, since: "1.1" },
  { key: "target", label: "Target", unit: "as the goal", kind: "decimal", optional: true, since: "1.1" },
  { key: "by", label: "By", unit: "day", ...day, since: "1.1" },
  { key: "asks", label: "Hangs on", unit: "ids of asks", ...optionalText, since: "1.1" },
];

const levelNames: readonly { key: keyof Levels; label: string }[] = [
  { key: "asked", label: "as asked" }, { key: "actual", label: "as is" }, { key: "worst", label: "worst" },
];

function inputField({ id, name, ...rest }: (typeof inputDefinitions)[number]): Field {
  return {
    ...rest, id: name,
    get: (agreement) => agreement.inputs[id as InputId],
    // An open list or number is null, an open text is empty.
    set: (agreement, value) => ({ ...agreement, inputs: { ...agreement.inputs, [id]: value === "" && rest.kind !== "text" ? null : value } }),
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
  store: "asks" | "commitments" | "goals", row: Row, columns: readonly (Rule & { key: keyof Row & string; label: string; unit: string })[], name: string,
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

const fixedFields: readonly Field[] = [
  ...inputDefinitions.map(inputField),
  ...drivers.flatMap(({ id, label, unit, kind, min, max }) => levelFields("drivers", id, label, unit, { kind, min, max })),
  ...askDefinitions.filter(({ measured }) => !measured)
    .flatMap(({ id, label, unit, kind }) => levelFields("measures", id, label, unit, { kind })),
  ...crossSellFields,
  ...charterFields,
  ...goalIds.flatMap((id) => rowFields<Goal>("goals", { id } as Goal, goalColumns, `Goal ${id.slice(1)}`)),
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

/** The unit of a field or driver as printed for this agreement: `{currency}/{period}` becomes "EUR/year". */
export function unitInWords(unit: string, { inputs }: Agreement): string {
  return unit.replaceAll("{currency}", inputs.currency).replaceAll("{period}", inputs.period);
}

/** Label of a driver or of an ask's own measure, by id. */
export function measureLabel(id: string): string {
  return driverById.get(id)?.label ?? askById.get(id as AskId)?.label ?? id;
}
