import fc from "fast-check";
import type { Agreement } from "../../src/core/agreement";
import { dayOf, faultOf, fieldOf, fieldsOf, serialOf, type Field, type FieldValue } from "../../src/core/fields";

export interface LegalEdit { readonly id: string; readonly value: FieldValue }

/** Any text a person can type into a cell, the awkward ones often: formulas, numbers, dates, truth values, quotes, tabs. */
export const anyText = (longest = 255): fc.Arbitrary<string> => fc.oneof(
  fc.string({ unit: "grapheme", minLength: 1, maxLength: 40 }),
  fc.tuple(fc.constantFrom("=", "+", "-", "@", "\t", "\r", "'", "\"", "#", "$", "{"), fc.string({ maxLength: 20 }))
    .map((parts) => parts.join("")),
  fc.constantFrom(
    "=1+1", "=HYPERLINK(\"http://x\",\"y\")", "+2", "-3", "@SUM(A1)", "1/2", "5%", "1e5", "TRUE", "false", "#N/A", "2026-01-31", "'quoted",
    " 12 ", "007",
  ),
).map((text) => text.slice(0, longest)).filter((text) => text !== "" && !/\{(currency|period)\}/.test(text));

/** A value that a person may enter in a field. */
export function legalValue(field: Field): fc.Arbitrary<FieldValue> {
  const { kind, options, min = -1e6, max = 1e6, whole, optional } = field;
  const value: fc.Arbitrary<FieldValue> = kind === "text" ? anyText(field.longest)
    : kind === "flag" ? fc.boolean()
    : kind === "date" ? fc.integer({ min: serialOf("2000-01-01"), max: serialOf("2099-12-31") }).map((serial) => dayOf(serial)!)
    : options ? fc.constantFrom(...options)
    : whole ? fc.integer({ min, max })
    : fc.double({ min, max, noNaN: true }).map((number) => (Math.abs(number) < 1e-300 ? 0 : number));
  const empty: FieldValue = kind === "text" ? "" : null;
  return (optional ? fc.oneof({ weight: 3, arbitrary: value }, fc.constant(empty)) : value)
    .filter((each) => faultOf(field, each) === undefined);
}

/** Some legal edits of an agreement, each of another field. */
export function legalEdits(agreement: Agreement, most = 12): fc.Arbitrary<LegalEdit[]> {
  return fc.uniqueArray(fc.constantFrom(...fieldsOf(agreement)), { maxLength: most, selector: ({ id }) => id })
    .chain((fields) => fc.tuple(...fields.map((field) => legalValue(field).map((value) => ({ id: field.id, value })))));
}

export const edited = (agreement: Agreement, edits: readonly LegalEdit[]): Agreement =>
  edits.reduce((before, { id, value }) => fieldOf(before, id)!.set(before, value), agreement);

/** Everything a person may enter, by id: two agreements that agree in this are the same. */
export const entriesOf = (agreement: Agreement): Record<string, FieldValue> =>
  Object.fromEntries(fieldsOf(agreement).map((field) => [field.id, field.get(agreement)]));
