import { currencies } from "../../value/inputs";
import { emptyWords } from "./words";

/** Lower case, without accents. */
export const plainText = (text: string) => text.normalize("NFD").replace(/[\u0300-\u036f]/g, "").replace(/ß/g, "ss").toLowerCase().trim();

/** How currencies are written, in lower case: as signs, and as words. */
export const moneySigns = "r\\$|[€$£¥₹]";
export const moneyWords = [...currencies.map((code) => code.toLowerCase()), "euros?", "kr", "fr"].join("|");

/** What says thousands, in lower case: "k€", "T€", "TEUR", "€k", "Tsd.", and "12k"; a "t" without a currency is a weight. */
export const thousandMark = new RegExp(
  `(?<![a-z])(?:[kt](?=\\s*(?:${moneySigns}|(?:${moneyWords})(?![a-z])))|tsd(?![a-z])\\.?)`
  + `|(?<=(?:\\d|${moneySigns}|(?<![a-z])(?:${moneyWords}))\\s*)k(?![a-z])`, "g");

/** The words of a heading: without accents, case and punctuation, "daysLate" and "DAYS_LATE" alike. */
export const wordsOf = (heading: string) =>
  plainText(heading.replace(/([a-zà-ÿ])([A-Z])/g, "$1 $2")).replace(thousandMark, " thousand ").split(/[^a-z0-9]+/).filter(Boolean);

/** How many letters have to be put in, taken out or changed, up to `most`; Levenshtein (1966), one row at a time. */
export function editDistance(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) next[j] = Math.min(row[j]! + 1, next[j - 1]! + 1, row[j - 1]! + Number(a[i - 1] !== b[j - 1]));
    row = next;
  }
  return Math.min(row[b.length]!, most + 1);
}

/** How alike two words are: 1 the same, 0.85 a slip of the pen, 0.75 part of a compound ("Jahresrabatt", "Rabatt" for "Rabattsatz"). */
function likeness(wanted: string, word: string): number {
  if (wanted === word) return 1;
  const slips = wanted.length >= 9 ? 2 : wanted.length >= 5 ? 1 : 0;
  if (slips > 0 && editDistance(wanted, word, slips) <= slips) return 0.85;
  const isCompound = wanted.length < word.length ? word.includes(wanted) : wanted.startsWith(word);
  const [short, long] = [Math.min(wanted.length, word.length), Math.max(wanted.length, word.length)];
  return isCompound && short >= 4 && short >= long * 0.45 ? 0.75 : 0;
}

/**
 * How surely a heading says one of some phrases, 0 to 1: all words of a phrase have to be found, and words that are left over
 * count against it unless they are empty, such as "per" or "EUR".
 * @example nameScore("Avg. days late (2025)", ["days late"]).score is 0.95
 */
export function nameScore(heading: string, phrases: readonly string[]): { score: number; phrase: string } {
  const found = wordsOf(heading);
  let best = { score: 0, phrase: "" };
  phrases.forEach((phrase, order) => {
    const score = phraseScore(phrase.split(" "), found) - order / 10_000;
    if (score > best.score) best = { score, phrase };
  });
  return best;
}

function phraseScore(wanted: readonly string[], found: readonly string[]): number {
  if (found.length === 0) return 0;
  const used = new Set<number>();
  let alike = 0;
  for (const word of wanted) {
    const scores = found.map((each, i) => (used.has(i) ? 0 : likeness(word, each)));
    const at = scores.indexOf(Math.max(...scores));
    if (scores[at]! === 0) return 0;
    used.add(at);
    alike += scores[at]!;
  }
  const spare = found.filter((word, i) => !used.has(i) && !emptyWords.has(word) && !/^\d+$/.test(word)).length;
  const idle = found.length - used.size - spare;
  return Math.max(0, alike / wanted.length - 0.22 * spare - 0.025 * idle);
}
