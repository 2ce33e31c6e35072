import { columnLetters } from "../../address";
import { valueAt } from "../book";
import type { Rule } from "../finding";
import { cellsOf, holdsLines, lacksStyles, styleOf } from "../ours";
import { columnPurposes } from "../policy";

export const columnPurpose: Rule = {
  id: "L01", severity: "error", origin: "FAST 2.01-01", scope: "ours",
  demand: "A column has one purpose on every sheet of inputs and calculations",
  why: "Who knows one sheet finds the way on all of them.",
  one: "{about}",
  lacks: lacksStyles,
  *ofSheet(sheet) {
    if (!holdsLines(sheet)) return;
    for (const { row, column } of cellsOf(sheet)) {
      if (styleOf(sheet, row, column) !== "head") continue;
      const head = valueAt(sheet, row, column);
      const home = columnPurposes.find(({ heads }) => heads.includes(String(head)));
      if (!home || home.column === column) continue;
      const about = `“${String(head)}” stands in column ${columnLetters(column)}, not in ${columnLetters(home.column)}`;
      yield { sheet, row, column, about };
    }
  },
};
