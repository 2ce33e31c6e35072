import type { BookSheet } from "../book";
import type { Rule } from "../finding";

/** From so many cells in a row on, a count upwards is a time axis. */
const shortestAxis = 5;

interface Axis { readonly row: number; readonly left: number; readonly right: number }

export const timeAxis: Rule = {
  id: "L07", severity: "warning", origin: "FAST 2.01-02", scope: "any",
  demand: "A sheet has one time axis",
  why: "When the same column is another period further down, copied formulas add up different years.",
  one: "A second time axis begins in another column",
  many: "{n} time axes begin in other columns than the first",
  *ofSheet(sheet) {
    const [first, ...others] = axesOf(sheet);
    for (const { row, left } of others) if (left !== first!.left) yield { sheet, row, column: left };
  },
};

function axesOf(sheet: BookSheet): Axis[] {
  const axes: Axis[] = [];
  for (let row = sheet.snapshot.row; row < sheet.bottom; row++) {
    let left = sheet.snapshot.column;
    for (let column = left + 1; column <= sheet.right; column++) {
      if (column < sheet.right && goesOn(sheet, row, column)) continue;
      if (column - left >= shortestAxis) axes.push({ row, left, right: column - 1 });
      left = column;
    }
  }
  return axes;
}

/** One more than the cell before, typed or by formula. */
function goesOn(sheet: BookSheet, row: number, column: number): boolean {
  const shape = sheet.shapeAt(row, column);
  if (shape) return /^RC\[-1\]\+1$|^(EDATE|EOMONTH)\(RC\[-1\],/.test(shape.form);
  const [before, here] = [sheet.typedAt(row, column - 1), sheet.typedAt(row, column)];
  return typeof before === "number" && here === before + 1;
}
