import { formats } from "../../style";
import type { BookSheet } from "../book";
import type { Rule } from "../finding";
import { holdsLines, isInLegend, labelColumn, lacksStyles, sourceColumn, styleOf, unitColumn, wordsAt } from "../ours";

/** Rows with a number beyond the describing columns: typed, or worked out in a number format. */
function* linesWithNumbers(sheet: BookSheet): Generator<{ row: number; column: number }> {
  for (let row = 0; row < sheet.bottom; row++) {
    for (let column = sourceColumn + 1; column < sheet.right; column++) {
      if (!isNumber(sheet, row, column)) continue;
      yield { row, column };
      break;
    }
  }
}

function isNumber(sheet: BookSheet, row: number, column: number): boolean {
  if (!/^(input|calc|link|total)$/.test(styleOf(sheet, row, column))) return false;
  const { formats: shown, row: top, column: left } = sheet.snapshot;
  const format = shown?.[row - top]?.[column - left] ?? formats.general;
  const typed = sheet.typedAt(row, column);
  if (typeof typed === "number") return !isInLegend(sheet, row, column);
  return sheet.shapeAt(row, column) !== undefined && format !== formats.general && format !== formats.text;
}

export const units: Rule = {
  id: "L02", severity: "error", origin: "FAST 2.01-01, ICAEW Financial Modelling Code", scope: "ours",
  demand: "Every line that has a number has a unit",
  why: "A number without a unit is guessed at.",
  one: "A line has no unit",
  many: "{n} lines have no unit",
  lacks: lacksStyles,
  *ofSheet(sheet) {
    if (!holdsLines(sheet)) return;
    for (const { row } of linesWithNumbers(sheet)) if (wordsAt(sheet, row, unitColumn) === "") yield { sheet, row, column: unitColumn };
  },
};

/** Labels of what goes on from period to period. */
const rates = /\b(discount rate|retention|churn|growth of|cost inflation|cost of capital)\b/i;

export const ratePeriods: Rule = {
  id: "S03", severity: "error", origin: "House rule: rates of unknown period are the commonest error in customer value", scope: "ours",
  demand: "Every rate says per which period",
  why: "10% a year and 10% a month are told apart by nothing else.",
  one: "A rate does not say per which period",
  many: "{n} rates do not say per which period",
  lacks: lacksStyles,
  *ofSheet(sheet) {
    if (!holdsLines(sheet)) return;
    for (const { row } of linesWithNumbers(sheet)) {
      const unit = wordsAt(sheet, row, unitColumn);
      const isRate = rates.test(wordsAt(sheet, row, labelColumn)) && unit.includes("%") && !/% (of|kept|money)/.test(unit);
      if (isRate && !/%\s*(per\b|\/|a (year|quarter|month))/.test(unit)) yield { sheet, row, column: unitColumn };
    }
  },
};
