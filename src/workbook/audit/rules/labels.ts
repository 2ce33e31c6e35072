import type { Rule } from "../finding";
import { cellsOf, holdsLines, labelColumn, styleOf, wordsAt } from "../ours";

/** Words that begin a line, except in tables, where the id tells the rows apart. */
export const uniqueLabels: Rule = {
  id: "L06", severity: "warning", origin: "FAST 3.05", scope: "ours",
  demand: "No two lines of a sheet have the same label",
  why: "Two lines of one name are mixed up in every conversation.",
  one: "“{about}” names more than one line",
  many: "“{about}” names {n} more lines",
  *ofSheet(sheet) {
    if (!holdsLines(sheet)) return;
    const seen = new Set<string>();
    for (const { row, column } of cellsOf(sheet)) {
      const label = wordsAt(sheet, row, labelColumn);
      const isLabel = column === labelColumn && label !== "" && /^(label|total|input)$/.test(styleOf(sheet, row, column));
      if (!isLabel || sheet.shapeAt(row, column)) continue;
      if (seen.has(label)) yield { sheet, row, column, about: label };
      seen.add(label);
    }
  },
};
