/** Words that promise without saying how much; a workbook can bring its own list for other languages. */
export const builtInVagueTerms: readonly string[] = [
  "as soon as possible", "asap", "as needed", "where possible", "if possible", "best effort", "best efforts", "best in class",
  "world-class", "world class", "high quality", "state of the art", "aim to", "try to", "strive", "endeavour", "promptly", "prompt",
  "quickly", "quick", "fast", "soon", "timely", "regularly", "regular", "frequently", "frequent", "reasonably", "reasonable",
  "appropriate", "adequate", "competitive", "excellent", "outstanding", "flexible", "proactive", "proactively", "seamless",
];

const tidy = (text: string) => text.toLowerCase().replace(/\s+/g, " ").trim();
const escaped = (term: string) => term.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");

/** Longest first, so that "as soon as possible" is one promise and its "soon" not another. */
const patterns = (terms: readonly string[]) =>
  [...new Set(terms.map(tidy))].filter(Boolean).sort((a, b) => b.length - a.length)
    .map((term) => new RegExp(`(?<![\\p{L}\\p{N}])${escaped(term)}(?![\\p{L}\\p{N}])`, "gu"));

const builtIn = patterns(builtInVagueTerms);

/**
 * The vague terms in a promise, one for each occurrence. A clause ends at ; or the end of a line or a full stop and a space;
 * a clause that names a number is precise enough and holds none. Letters and digits make words.
 * @param text the wording of an ask or a commitment
 * @param terms replaces the built-in English list
 * @example vagueTerms("World-class and as soon as possible") is ["as soon as possible", "world-class"]
 */
export function vagueTerms(text: string, terms?: readonly string[]): string[] {
  const clauses = text.split(/;|\r\n|\r|\n|\.\s/).filter((clause) => !/\p{Nd}/u.test(clause)).map(tidy);
  const found: string[] = [];
  for (const pattern of terms ? patterns(terms) : builtIn) {
    clauses.forEach((clause, i) => {
      clauses[i] = clause.replace(pattern, (term) => {
        found.push(term);
        return "\0";
      });
    });
  }
  return found;
}
