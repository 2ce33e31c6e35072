/** The school grade that a charter should ask for at most. */
export const targetGrade = 9;

/**
 * School grade by Flesch and Kincaid (1975): 0.39 words a sentence + 11.8 syllables a word - 15.59. English only; a rule of thumb
 * for wordings, where every clause counts as a sentence. Null when there are no words.
 * @example gradeOf(["We answer your call in 4 hours."]) is about 2
 */
export function gradeOf(clauses: readonly string[]): number | null {
  const sentences = clauses.flatMap((clause) => clause.split(/[.;:!?]\s|\n/)).map(wordsIn).filter(({ length }) => length > 0);
  const words = sentences.flat();
  if (words.length === 0) return null;
  const syllables = words.reduce((total, word) => total + syllablesIn(word), 0);
  return (0.39 * words.length) / sentences.length + (11.8 * syllables) / words.length - 15.59;
}

const wordsIn = (sentence: string): string[] => sentence.match(/[\p{L}\p{Nd}][\p{L}\p{Nd}'’-]*/gu) ?? [];

/** Groups of vowels, without a silent e at the end; a number is said in one breath. */
function syllablesIn(word: string): number {
  const sounded = word.toLowerCase().replace(/(?<=[^aeiouyl])e(s|d)?$/, "");
  return Math.max(1, sounded.match(/[aeiouy]+/g)?.length ?? 0);
}
