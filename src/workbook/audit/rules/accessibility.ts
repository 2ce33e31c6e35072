import { valueAt } from "../book";
import type { Hit, Rule } from "../finding";

export const accessibility: Rule = {
  id: "A01a", severity: "warning", origin: "Accessibility", scope: "any",
  demand: "Charts have words for who cannot see them, and every table column has a heading of its own",
  why: "A screen reader can only read what is written.",
  one: "{about}",
  many: "{about}, {n} times",
  lacks: ({ sheets }) => (sheets.some(({ charts }) => charts === undefined) ? "The alternative texts of charts are not known." : undefined),
  *ofSheet(sheet): Generator<Hit> {
    for (const { name, altText } of sheet.snapshot.charts!) if (altText.trim() === "") yield { sheet, about: `The chart “${name}” has no alternative text` };
    for (const { box, hasHeads, name } of sheet.snapshot.tables) {
      if (!hasHeads) yield { sheet, row: box.row, column: box.column, about: `The table ${name} has no heading row` };
      for (let column = box.column; hasHeads && column < box.column + box.columns; column++) {
        const head = valueAt(sheet, box.row, column);
        if (head === undefined || /^(column|spalte|colonne|columna|coluna|colonna)\s?\d+$/i.test(String(head))) yield { sheet, row: box.row, column, about: "A table column has no heading" };
      }
    }
  },
};
