import type { Writing } from "./cells";

/** A number between two separators: which of the two stands for the decimals? */
const last = /([.,])(\d+)\D*$/;

/** What one text says about its decimal separator: surely (both stand there, or not three digits follow), or nothing. */
function decimalOf(text: string): "." | "," | null {
  const end = last.exec(text);
  if (!end) return null;
  const [, mark, digits] = end as unknown as [string, "." | ",", string];
  const other = mark === "." ? "," : ".";
  const times = text.split(mark).length - 1;
  if (times > 1) return other;
  // 1.234 is one thousand in Hamburg and one and a bit in London; 0.123 has decimals everywhere.
  return text.includes(other) || digits.length !== 3 || /(^|\D)0[.,]\d+\D*$/.test(text) ? mark : null;
}

function orderOf(text: string): Writing["dates"] | null {
  const parts = /^\s*(\d{1,2})[-/. ]+(\d{1,2})[-/. ]+\d{2,4}/.exec(text);
  if (!parts) return null;
  if (Number(parts[1]) > 12) return "dmy";
  if (Number(parts[2]) > 12) return "mdy";
  return text.includes(".") ? "dmy" : null;
}

function vote<Answer extends string>(texts: readonly string[], ask: (text: string) => Answer | null): Answer | null {
  const votes = new Map<Answer, number>();
  for (const text of texts) {
    const answer = ask(text);
    if (answer) votes.set(answer, (votes.get(answer) ?? 0) + 1);
  }
  return [...votes].sort((a, b) => b[1] - a[1])[0]?.[0] ?? null;
}

/**
 * How some texts write numbers and dates, by what most of them can only mean; where they leave it open, as `otherwise`.
 * @example writingOf(["1.234,56 €", "12"], { decimal: ".", dates: "mdy" }).decimal is ","
 */
export function writingOf(texts: readonly string[], otherwise: Writing): Writing {
  const isDate = (text: string) => orderOf(text) !== null || /^\s*\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}/.test(text);
  const decimal = vote(texts.filter((text) => !isDate(text)), decimalOf) ?? otherwise.decimal;
  return { decimal, dates: vote(texts, orderOf) ?? (otherwise.decimal !== decimal && decimal === "," ? "dmy" : otherwise.dates) };
}
