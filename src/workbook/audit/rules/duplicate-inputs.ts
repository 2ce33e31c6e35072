import { covers } from "../../address";
import type { BookSheet } from "../book";
import type { Rule } from "../finding";
import { cellsOf, labelColumn, lacksStyles, styleOf, unitColumn, wordsAt } from "../ours";

export const duplicateInputs: Rule = {
  id: "F11", severity: "warning", origin: "ICAEW Twenty Principles 15", scope: "ours",
  demand: "Each number is entered once",
  why: "Of two copies of one number, one will be forgotten.",
  one: "“{about}” is entered a second time with the same value",
  many: "“{about}” is entered {n} more times with the same value",
  lacks: lacksStyles,
  *ofBook({ sheets }) {
    const seen = new Set<string>();
    for (const sheet of sheets.filter(({ ours, snapshot }) => ours && snapshot.sheetClass === "input")) {
      for (const { row, column } of cellsOf(sheet)) {
        const value = sheet.typedAt(row, column);
        const label = wordsAt(sheet, row, labelColumn);
        if (typeof value !== "number" || label === "" || styleOf(sheet, row, column) !== "input" || isInTable(sheet, row, column)) continue;
        const key = `${label}\u0000${wordsAt(sheet, row, unitColumn)}\u0000${value}`;
        // Levels of one measure may well be equal: they stand beside each other in one row.
        const here = `${key}\u0000${sheet.name}\u0000${row}`;
        if (seen.has(key) && !seen.has(here)) yield { sheet, row, column, about: label };
        seen.add(key).add(here);
      }
    }
  },
};

/** In a table each column means something else. */
const isInTable = ({ snapshot: { tables } }: BookSheet, row: number, column: number) => tables.some(({ box }) => covers(box, row, column));
