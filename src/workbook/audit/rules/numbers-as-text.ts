import { covers } from "../../address";
import { valueAt, type BookSheet } from "../book";
import type { Hit, Rule } from "../finding";
import { styleOf } from "../ours";

export const numbersAsText: Rule = {
  id: "F14", severity: "error", origin: "House rule", scope: "any",
  demand: "No number is stored as text",
  why: "Sums and averages pass over such a number without a word.",
  one: "A number is stored as text",
  many: "{n} numbers are stored as text",
  fixLabel: "Turn into a number",
  *ofSheet(sheet): Generator<Hit> {
    const { row: top, column: left, formulas, formats } = sheet.snapshot;
    for (const [i, line] of formulas.entries()) {
      for (let j = 0; j < line.length; j++) {
        const number = typeof line[j] === "string" ? numberIn(line[j] as string) : undefined;
        const [row, column] = [top + i, left + j];
        if (number === undefined) continue;
        const isDeclared = formats?.[i]?.[j] !== "@" && numeric.test(styleOf(sheet, row, column));
        if (!(sheet.ours ? isDeclared : isAmongNumbers(sheet, row, column) && !isHeading(sheet, row, column))) continue;
        yield { sheet, row, column, content: { kind: "value", value: number } };
      }
    }
  },
};

/** Styles of our cells that hold numbers, unless their format declares them words. */
const numeric = /^(input|calc|link|total)$/;

/** Excel keeps 15 digits; longer rows of digits, and those that begin with 0, are numbers of cards, accounts or parts. */
const plainNumber = /^\s*[-+]?(?:\d{1,15}|\d{1,3}(?:,\d{3})+)(?:\.\d+)?\s*%?\s*$/;

/** The number that a text means, in English notation as the sheet's own formulas have it. */
function numberIn(text: string): number | undefined {
  if (!plainNumber.test(text) || /^\s*0\d/.test(text)) return undefined;
  const number = Number(text.replace(/[,%\s]/g, ""));
  return text.includes("%") ? number / 100 : number;
}

/** The first row of a table, a cell that begins a column of numbers, or a year below a title. */
function isHeading(sheet: BookSheet, row: number, column: number): boolean {
  if (sheet.snapshot.tables.some(({ box, hasHeads }) => hasHeads && covers({ ...box, rows: 1 }, row, column))) return true;
  const isNumber = (at: number) => sheet.shapeAt(at, column) !== undefined || typeof sheet.typedAt(at, column) === "number";
  const above = sheet.typedAt(row - 1, column);
  const isYear = /^(19|20)\d\d$/.test(String(sheet.typedAt(row, column)));
  return isNumber(row + 1) && !isNumber(row - 1) && (above === undefined || (isYear && numberIn(String(above)) === undefined));
}

/** "1.0" among words is the name of a version; beside a number it should be one. */
const isAmongNumbers = (sheet: BookSheet, row: number, column: number) => [[-1, 0], [1, 0], [0, -1], [0, 1]].some(([down, across]) => {
  const value = valueAt(sheet, row + down!, column + across!);
  return typeof value === "number" || (typeof value === "string" && numberIn(value) !== undefined);
});
