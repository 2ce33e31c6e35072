import type { Agreement, Commitment } from "../agreement";
import { assess } from "../assessment";
import { written } from "../commitment/rows";
import { Fault } from "../fault";
import { fieldsOf, unitInWords, type Field, type FieldValue } from "../fields";
import { modelOf } from "../value/cases";

/** One entry that differs between two agreements. */
export interface Difference {
  readonly id: string;
  readonly label: string;
  readonly unit: string;
  readonly kind: Field["kind"];
  readonly before: FieldValue;
  readonly after: FieldValue;
  /** What this change alone does to the net lifetime value as asked; null where there is none to compare. */
  readonly effect: number | null;
}

/** A commitment that only one of the two has. */
export interface RowDifference { readonly id: string; readonly label: string; readonly is: "added" | "gone" }

/** What changed from one agreement to another, and what that did to the money. */
export interface Comparison {
  readonly differences: readonly Difference[];
  readonly rows: readonly RowDifference[];
  /** Net lifetime value as asked, as is, and the shares earned and kept. */
  readonly before: Outcome;
  readonly after: Outcome;
}

/** The headline results of an agreement; null where it has none. */
export interface Outcome {
  readonly netAsked: number | null;
  readonly netActual: number | null;
  readonly earned: number | null;
  readonly kept: number | null;
}

/** The results that a version is remembered by. */
export function outcomeOf(agreement: Agreement): Outcome {
  const { cases, reciprocity, deserve } = assess(agreement);
  return { netAsked: cases?.asked.value.total ?? null, netActual: cases?.actual.value.total ?? null, earned: reciprocity, kept: deserve };
}

/**
 * Compares two agreements entry by entry, in sheet order. The effects of single changes need not add up to the whole: changes work
 * on each other.
 * @example compareAgreements(version1, now).differences[0] is { label: "Discount rate", before: 0.1, after: 0.12, effect: -3647, ... }
 */
export function compareAgreements(before: Agreement, after: Agreement): Comparison {
  const outcome = { before: outcomeOf(before), after: outcomeOf(after) };
  const now = new Map(fieldsOf(after).map((field) => [field.id, field]));
  const rows = rowDifferences(written(before), written(after));
  const isRow = ({ id }: Field) => id.split(".").some((part) => rows.some((row) => row.id === part));
  const changed = fieldsOf(before).filter((field) => now.has(field.id) && !isRow(field) && !same(field.get(before), now.get(field.id)!.get(after)));
  return { ...outcome, rows, differences: changed.map((field) => differenceIn(field, before, after, outcome.before)) };
}

/** The net value as asked and nothing else: dozens of changes are priced one by one. */
function netOf(agreement: Agreement): number | null {
  try {
    const { asked, price } = modelOf(agreement);
    return price(asked, true).value.total;
  } catch (error) {
    if (error instanceof Fault) return null;
    throw error;
  }
}

/** An empty text and no value are the same empty cell. */
const same = (one: FieldValue, other: FieldValue) => Object.is(one === "" ? null : one, other === "" ? null : other);

function differenceIn(field: Field, before: Agreement, after: Agreement, { netAsked }: Outcome): Difference {
  const value = field.get(after);
  const alone = netAsked === null ? null : netOf(field.set(before, value));
  return {
    id: field.id, label: field.label, unit: unitInWords(field.unit, after), kind: field.kind, before: field.get(before), after: value,
    effect: alone === null || netAsked === null ? null : alone - netAsked,
  };
}

function rowDifferences(before: readonly Commitment[], after: readonly Commitment[]): RowDifference[] {
  const missingIn = (others: readonly Commitment[], is: RowDifference["is"]) => ({ id }: { id: string }) =>
    (others.some((other) => other.id === id) ? [] : [{ id, label: [...before, ...after].find((each) => each.id === id)!.label, is }]);
  return [...before.flatMap(missingIn(after, "gone")), ...after.flatMap(missingIn(before, "added"))];
}
