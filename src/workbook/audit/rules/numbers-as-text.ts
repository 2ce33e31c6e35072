import type { BookSheet } from "../book";
import type { Hit, Rule } from "../finding";

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
        if (number === undefined || isHeading(sheet, row, column)) continue;
        // On our sheets a text field is declared by its format: "1.0" is the name of a version.
        if (sheet.ours && !sheet.shapeAt(row, column) && isWords(formats?.[i]?.[j], sheet, row, column)) continue;
        yield { sheet, row, column, mend: { kind: "value", value: number } };
      }
    }
  },
};

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
  if (sheet.snapshot.tables.some(({ box, hasHeads }) => hasHeads && row === box.row && column >= box.column && column < box.column + box.columns)) return true;
  const isNumber = (at: number) => sheet.shapeAt(at, column) !== undefined || typeof sheet.typedAt(at, column) === "number";
  const above = sheet.typedAt(row - 1, column);
  const isYear = /^(19|20)\d\d$/.test(String(sheet.typedAt(row, column)));
  return isNumber(row + 1) && !isNumber(row - 1) && (above === undefined || (isYear && numberIn(String(above)) === undefined));
}

const isWords = (format: string | undefined, sheet: BookSheet, row: number, column: number) =>
  format === "@" || !/^(Role (Input|Calc|Link|Total))/.test(sheet.snapshot.styles?.[row - sheet.snapshot.row]?.[column - sheet.snapshot.column] ?? "");
