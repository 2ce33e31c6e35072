import type { BookSheet } from "../book";
import type { Rule } from "../finding";
import { cellsOf, isFixedNumber, lacksStyles, styleOf } from "../ours";
import { inputsAmongCalculations } from "../policy";

/** Numbers and truth values that somebody typed in cells that are not meant for it. */
function* strayNumbers(sheet: BookSheet, styles: RegExp): Generator<{ row: number; column: number }> {
  for (const { row, column } of cellsOf(sheet)) {
    const typed = sheet.typedAt(row, column);
    if (typeof typed !== "number" && typeof typed !== "boolean") continue;
    if (styles.test(styleOf(sheet, row, column)) && !isFixedNumber(sheet, row, column)) yield { row, column };
  }
}

const isCalculation = ({ snapshot: { sheetClass } }: BookSheet) => sheetClass === "calculation";

export const inputsApart: Rule = {
  id: "I01", severity: "error", origin: "ICAEW Twenty Principles 10", scope: "ours",
  demand: "Numbers are typed on input sheets only",
  why: "A number typed among calculations looks like a result and is not found by whoever wants to change it.",
  one: "A number is typed among calculations",
  many: "{n} numbers are typed among calculations",
  lacks: lacksStyles,
  *ofSheet(sheet) {
    if (!isCalculation(sheet)) return;
    const alsoInput = inputsAmongCalculations.some(({ sheet: id }) => id === sheet.snapshot.id);
    for (const place of strayNumbers(sheet, alsoInput ? /^(?!input$|note$)/ : /^(?!note$)/)) yield { sheet, ...place };
  },
};

export const inputStyle: Rule = {
  id: "I04", severity: "error", origin: "ICAEW Financial Modelling Code", scope: "ours",
  demand: "Yellow cells hold what is entered, and nothing else is entered",
  why: "The colour is a promise: yellow may be changed, everything else follows.",
  one: "{about}",
  many: "{about}, in {n} cells",
  lacks: lacksStyles,
  *ofSheet(sheet) {
    for (const { row, column } of sheet.formulas) {
      if (styleOf(sheet, row, column) === "input") yield { sheet, row, column, about: "A yellow cell holds a formula" };
    }
    if (isCalculation(sheet)) return;
    // Lists and About hold numbers among their words; everywhere else a number that is not yellow must be worked out.
    const styles = sheet.snapshot.sheetClass === "control" ? /^(calc|link|total|check)$/ : /^(?!input$|note$|label$)/;
    for (const place of strayNumbers(sheet, styles)) yield { sheet, ...place, about: "A number is typed in a cell that is not yellow" };
  },
};
