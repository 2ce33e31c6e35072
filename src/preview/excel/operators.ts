import { fail } from "../protocol/errors";

/** Office's comparison operators, and the grid's words for them. */
const WORDS: Record<string, string> = {
  Between: "between", NotBetween: "notBetween", EqualTo: "equal", NotEqualTo: "notEqual", GreaterThan: "greaterThan",
  LessThan: "lessThan", GreaterThanOrEqual: "greaterThanOrEqual", GreaterThanOrEqualTo: "greaterThanOrEqual",
  LessThanOrEqual: "lessThanOrEqual", LessThanOrEqualTo: "lessThanOrEqual",
};

/** The grid's name of an operator; throws InvalidArgument for an unknown one. */
export function operatorName(office: string): string {
  const word = WORDS[office];
  if (!word) throw fail.invalid(`operator "${office}"`);
  return word;
}

const SYMBOLS: Record<string, string> = {
  equal: "=", notEqual: "<>", greaterThan: ">", lessThan: "<", greaterThanOrEqual: ">=", lessThanOrEqual: "<=",
};

/** "=A1>5" or "=AND(A1>=1,A1<=2)" for a comparison of a cell, as a conditional format's own formula. */
export function comparisonFormula(cell: string, office: string, formula1: string, formula2?: string): string {
  const word = operatorName(office);
  const [low, high] = [formula1, formula2 ?? formula1].map((formula) => formula.replace(/^=/, ""));
  if (word === "between") return `=AND(${cell}>=${low},${cell}<=${high})`;
  if (word === "notBetween") return `=OR(${cell}<${low},${cell}>${high})`;
  return `=${cell}${SYMBOLS[word]}${low}`;
}
