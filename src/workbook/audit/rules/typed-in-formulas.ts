import type { Rule } from "../finding";
import type { Piece, Shape } from "../shape";

/** Numbers that mean the same everywhere: nothing, one, months, days, per cent, thousands. */
const universal = new Set([0, 1, 12, 100, 365, 1000]);

/** Arguments that say how to work, not how much: digits to round to, which column, which kind of match. Counted from 0. */
const howToWork: Readonly<Record<string, readonly number[]>> = {
  ROUND: [1], ROUNDUP: [1], ROUNDDOWN: [1], TRUNC: [1], FIXED: [1], LOG: [1], LARGE: [1], SMALL: [1], QUARTILE: [1], RANK: [2],
  MATCH: [2], XMATCH: [2, 3], VLOOKUP: [2, 3], HLOOKUP: [2, 3], XLOOKUP: [4, 5], INDEX: [1, 2, 3], OFFSET: [1, 2, 3, 4], CHOOSE: [0],
  LEFT: [1], RIGHT: [1], MID: [1, 2], REPLACE: [1, 2], FIND: [2], SEARCH: [2], SUBSTITUTE: [3], REPT: [1], CHAR: [0],
  SUBTOTAL: [0], AGGREGATE: [0, 1], WEEKDAY: [1], EDATE: [1],
};

interface TypedNumber { readonly text: string; readonly isAdded: boolean }

/** Numbers in a formula that are neither universal, nor exponents, nor directions for a function. */
function typedNumbers({ pieces }: Shape): TypedNumber[] {
  const numbers: TypedNumber[] = [];
  for (const [index, { token: { kind, text } }] of pieces.entries()) {
    if (kind !== "number") continue;
    const isPercent = isOperator(pieces[index + 1], "%");
    if (universal.has(Number(text) / (isPercent ? 100 : 1)) || isExponent(pieces, index) || isDirection(pieces, index)) continue;
    numbers.push({ text: isPercent ? `${text}%` : text, isAdded: isAdded(pieces, index, index + (isPercent ? 2 : 1)) });
  }
  return numbers;
}

/** A term of its own, added to something that is no number: A1 + 50, but not 1 + 19%. */
function isAdded(pieces: readonly Piece[], index: number, next: number): boolean {
  const isSum = (operator: number, other: number) =>
    isOperator(pieces[operator], "+", "-") && (pieces[other]?.token.kind ?? "number") !== "number";
  return isTermStart(pieces[index - 1]) && isTermEnd(pieces[next]) && (isSum(index - 1, index - 2) || isSum(next, next + 1));
}

const isOperator = (piece: Piece | undefined, ...texts: string[]) => piece?.token.kind === "operator" && texts.includes(piece.token.text);
const begins = new Set(["open", "separator", "arrayOpen"]);
const ends = new Set(["close", "separator", "arrayClose"]);
const isTermStart = (piece: Piece | undefined) => piece === undefined || begins.has(piece.token.kind) || isOperator(piece, "+", "-");
const isTermEnd = (piece: Piece | undefined) => piece === undefined || ends.has(piece.token.kind) || isOperator(piece, "+", "-");

function isExponent(pieces: readonly Piece[], index: number): boolean {
  const before = pieces[index - 1];
  return isOperator(before, "^") || (isOperator(before, "-") && isOperator(pieces[index - 2], "^"));
}

/** A number that is a whole argument of which the function makes a choice. */
function isDirection(pieces: readonly Piece[], index: number): boolean {
  const { inside, argument } = pieces[index]!;
  const first = isOperator(pieces[index - 1], "-") ? index - 1 : index;
  const [before, after] = [pieces[first - 1], pieces[index + 1]];
  return (howToWork[inside]?.includes(argument) ?? false) && begins.has(before?.token.kind ?? "") && ends.has(after?.token.kind ?? "");
}

const inWords = (numbers: readonly TypedNumber[]) =>
  (numbers.length > 0 ? [...new Set(numbers.map(({ text }) => text))].join(", ") : undefined);

export const constantsInFormulas: Rule = {
  id: "F03", severity: "error", origin: "FAST 3.04-01, ICAEW Twenty Principles 14", scope: "any",
  demand: "Formulas hold no typed numbers that might change",
  why: "A number inside a formula has no name, no unit and no source, and is forgotten when it changes.",
  one: "A formula holds the typed number {about}",
  many: "{n} formulas hold the typed number {about}",
  ofFormula: (shape) => inWords(typedNumbers(shape).filter(({ isAdded }) => !isAdded)),
};

export const adjustedFormulas: Rule = {
  id: "F04", severity: "error", origin: "ICAEW Twenty Principles 14", scope: "any",
  demand: "No formula is corrected by adding a typed number",
  why: "A correction inside a formula looks like a result; nobody sees that it was put there by hand, or why.",
  one: "A formula is corrected by a typed {about}",
  many: "{n} formulas are corrected by a typed {about}",
  ofFormula: (shape) => inWords(typedNumbers(shape).filter(({ isAdded }) => isAdded)),
};
