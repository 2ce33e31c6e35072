import { valueAt } from "../book";
import type { Hit, Rule } from "../finding";
import { lacking } from "../snapshot";

export const accessibility: Rule = {
  id: "A01a", severity: "warning", origin: "Accessibility", scope: "any",
  demand: "Charts have words for who cannot see them, and every table column has a heading of its own",
  why: "A screen reader can only read what is written.",
  one: "{about}",
  many: "{about}, {n} times",
  lacks: lacking("The alternative texts of charts are not known.", "charts"),
  partly: true,
  *ofSheet(sheet): Generator<Hit> {
    for (const { name, altText } of sheet.snapshot.charts ?? []) {
      if (altText.trim() === "") yield { sheet, about: `The chart “${name}” has no alternative text` };
    }
    for (const { box, hasHeads, name } of sheet.snapshot.tables) {
      if (!hasHeads) yield { sheet, row: box.row, column: box.column, about: `The table ${name} has no heading row` };
      for (let column = box.column; hasHeads && column < box.column + box.columns; column++) {
        const head = valueAt(sheet, box.row, column);
        if (head !== undefined && !givenByExcel.test(String(head))) continue;
        yield { sheet, row: box.row, column, about: "A table column has no heading" };
      }
    }
  },
};

/** "Column1", which Excel writes where a heading is missing, in the languages of the product. */
const givenByExcel = /^(column|spalte|colonne|columna|coluna|colonna)\s?\d+$/i;
