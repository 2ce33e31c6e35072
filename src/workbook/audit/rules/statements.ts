import { ourSheet, valueAt, type Book } from "../book";
import type { Rule } from "../finding";
import { cellsOf } from "../ours";

/** Whether About or Summary says something, typed or by formula. */
function isSaid(book: Book, words: RegExp): boolean {
  return ["about", "summary"].some((id) => {
    const sheet = ourSheet(book, id);
    return sheet !== undefined && [...cellsOf(sheet)].some(({ row, column }) =>
      words.test(String(sheet.shapeAt(row, column)?.formula ?? valueAt(sheet, row, column) ?? "")));
  });
}

export const sampleData: Rule = {
  id: "I05", severity: "warning", origin: "ICAEW Financial Modelling Code: mark dummy data", scope: "ours",
  demand: "Sample values are called sample values",
  why: "Numbers from a template look like findings once they are printed.",
  one: "Neither About nor Summary says whether the values are samples",
  *ofBook(book) {
    if (!isSaid(book, /sample/i)) yield {};
  },
};

export const signConvention: Rule = {
  id: "S01", severity: "warning", origin: "ICAEW Financial Modelling Code, FAST 3.04-04", scope: "ours",
  demand: "About says which numbers are negative, and signs are switched by -1 *",
  why: "A cost entered as a negative number is subtracted twice.",
  one: "{about}",
  many: "{about}, in {n} cells",
  *ofBook(book) {
    if (!isSaid(book, /cost[^.]*negative/i)) yield { about: "About does not say which numbers are negative" };
  },
  ofFormula: ({ pieces }) => {
    const [first, second] = pieces.map(({ token }) => token);
    const isBare = first?.kind === "operator" && first.text === "-" && second?.kind !== "number";
    return isBare ? "A formula switches the sign by a bare minus" : undefined;
  },
};
