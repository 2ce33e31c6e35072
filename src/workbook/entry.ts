import type { Agreement } from "../core/agreement";
import { dayOf, faultOf, unitInWords, type Field, type FieldValue } from "../core/fields";
import type { CellNow } from "./snapshot";

export type Entry = { readonly value: FieldValue } | { readonly fault: string };

/**
 * The value a cell enters for a field, or the sentence that says what is wrong with it.
 * `before` is the agreement as read so far: fields come in sheet order, currency and period first.
 * @example the text "10%" in a number field is at fault: "Enter a number, without text around it."
 */
export function entryOf(field: Field, { value: shown, isError }: CellNow, before: Agreement): Entry {
  if (isError) return { fault: `This cell shows ${shown}. Mend its formula or enter a value.` };
  const value = meaning(field, shown, before);
  const fault = faultOf(field, value);
  if (fault === undefined) return { value };
  const isNumberAsText = typeof shown === "string" && shown.trim() !== "" && Number.isFinite(Number(shown)) && !field.options;
  return { fault: isNumberAsText ? "This number is stored as text. Enter it again, as a number." : fault };
}

/** What a person means by what the cell shows: Y is yes, eur is EUR, a date is a day, a number where text belongs is that text. */
function meaning(field: Field, shown: CellNow["value"], agreement: Agreement): FieldValue {
  if (shown === "") return field.kind === "text" && field.optional ? "" : null;
  if (field.kind === "flag") return yesOrNo(shown);
  if (field.kind === "date") return typeof shown === "number" ? dayOf(shown) ?? shown : shown;
  if (field.kind === "text") {
    // Units are written out on the sheet; as long as nobody changed them they stay in step with currency and period.
    const before = field.get(agreement);
    return typeof before === "string" && unitInWords(before, agreement) === shown ? before : String(shown);
  }
  const plainly = (value: unknown) => String(value).toLowerCase();
  return field.options?.find((option) => typeof option === typeof shown && plainly(option) === plainly(shown)) ?? shown;
}

function yesOrNo(shown: CellNow["value"]): FieldValue {
  if (typeof shown === "boolean") return shown;
  const word = String(shown).trim().toLowerCase();
  if (word === "y" || word === "yes") return true;
  return word === "n" || word === "no" ? false : shown;
}
