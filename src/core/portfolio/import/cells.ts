import { isBlank, plain } from "../../range";
import { moneySigns, moneyWords, plainText, thousandMark } from "./heading";
import { monthWords, notApplicableWords, unknownWords } from "./words";

/** How the texts of a column write numbers and dates. */
export interface Writing {
  /** What stands before the decimals. */
  readonly decimal: "." | ",";
  /** The order of day, month and year in dates written as text. */
  readonly dates: "dmy" | "mdy";
}

/** What one cell says: a number, unknown, not applicable, or text that says none of these. */
export type CellReading = number | "unknown" | "n/a" | "text";

/** Currencies, per cent, and units behind a number: they say what it is, not how much. */
const units = `${moneyWords}|days?|d|tage?|jours?|j|dias?|weeks?|wochen?`;
const decoration = new RegExp(`${moneySigns}|%|(?<![a-z])(?:${units})(?![a-z])\\.?`, "g");
const isNumber = /^-?(?:\d+(?:\.\d*)?|\.\d+)(?:e[+-]?\d+)?$/;

/** Whether a text says that its number counts thousands. */
export const isInThousands = (text: string) => /[kt]/i.test(text) && text.toLowerCase().search(thousandMark) >= 0;

/** The number that a text writes, per cent as a fraction, brackets as minus and "k€" as thousands; null if it writes none. */
export function numberIn(text: string, decimal: "." | ","): number | null {
  const lower = text.trim().toLowerCase().replace(/[\u2212\u2013]/g, "-");
  const isNegative = /^\(.*\)$/.test(lower) || /-$/.test(lower);
  const inThousands = isInThousands(lower);
  const counted = inThousands ? lower.replace(thousandMark, "") : lower;
  const bare = counted.replace(/^\(|\)$/g, "").replace(/-$/, "").replace(decoration, "").replace(/[\s\u00a0\u202f'’]/g, "");
  const thousands = decimal === "." ? "," : ".";
  const digits = bare.replaceAll(thousands, "").replace(decimal, ".") + (inThousands ? "e3" : "");
  if (!isNumber.test(digits)) return null;
  return (Number(digits) * (isNegative ? -1 : 1)) / (lower.includes("%") ? 100 : 1);
}

/** Reads one cell as a number. */
export function readNumber(cell: unknown, { decimal }: Writing): CellReading {
  const value = plain(cell);
  if (typeof value === "number") return Number.isFinite(value) ? value : "unknown";
  if (typeof value === "boolean") return Number(value);
  return isBlank(value) ? "unknown" : readWord(String(value), (text) => numberIn(text, decimal));
}

function readWord(text: string, read: (text: string) => number | null): CellReading {
  if (/\d/.test(text)) return read(text) ?? "text";
  const word = plainText(text);
  if (unknownWords.has(word)) return "unknown";
  if (notApplicableWords.has(word)) return "n/a";
  return "text";
}

const dayNumber = (year: number, month: number, day: number) => {
  const date = new Date(Date.UTC(year, month - 1, day));
  const exists = date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return exists ? date.getTime() / 86_400_000 + 25_569 : null;
};
const fullYear = (year: number) => (year >= 100 ? year : year < 70 ? 2000 + year : 1900 + year);

/** The day that a text names, as Excel counts days; null if it names none. */
export function dayIn(text: string, order: Writing["dates"]): number | null {
  const tidy = plainText(text).replace(/[t ]\d{1,2}:\d{2}.*$/, "");
  const iso = /^(\d{4})[-/.]?(\d{2})[-/.]?(\d{2})$/.exec(tidy);
  if (iso) return dayNumber(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const parts = /^(\d{1,2})[-/. ]+(\d{1,2})[-/. ]+(\d{2,4})$/.exec(tidy);
  if (parts) {
    const [first, second, year] = [Number(parts[1]), Number(parts[2]), fullYear(Number(parts[3]))];
    return order === "dmy" ? dayNumber(year, second, first) : dayNumber(year, first, second);
  }
  const named = /^(\d{1,2})(?:[-. ]|de)+([a-z]+)(?:[-., ]|de)+(\d{2,4})$/.exec(tidy)
    ?? /^([a-z]+)[-. ]+(\d{1,2})[-., ]+(\d{2,4})$/.exec(tidy);
  if (!named) return null;
  const [word, day] = /\d/.test(named[1]!) ? [named[2]!, named[1]!] : [named[1]!, named[2]!];
  const month = monthWords.findIndex((names) => names.some((name) => word.startsWith(name)));
  return month < 0 ? null : dayNumber(fullYear(Number(named[3])), month + 1, Number(day));
}

/** Excel numbers days from 1900; old workbooks of the Mac count from 1904, 1,462 days later. */
export const days1904 = 1462;
/** Excel's numbers of 1950 to 2119, and the same days written as 19500101 to 21191231. */
const [earliest, latest] = [18_264, 80_719];
export const isDay = (value: number) => Number.isFinite(value) && value >= earliest && value <= latest;
const isWrittenDay = (value: number) => Number.isInteger(value) && value >= 19_500_101 && value <= 21_191_231;

/** Reads one cell as a day; the time of day is dropped. */
export function readDay(cell: unknown, { dates }: Writing, is1904 = false): CellReading {
  const value = plain(cell);
  if (typeof value === "number") {
    if (isWrittenDay(value)) return dayIn(String(value), dates) ?? "text";
    const day = Math.floor(value) + (is1904 ? days1904 : 0);
    return isDay(day) ? day : "text";
  }
  return isBlank(value) ? "unknown" : readWord(String(value), (text) => dayIn(text, dates));
}
