import { valueAt, type BookSheet } from "../book";
import type { Hit, Rule } from "../finding";

export const errorValues: Rule = {
  id: "W10", severity: "error", origin: "House rule", scope: "any",
  demand: "No cell shows an error, and no formula has lost what it referred to",
  why: "An error spreads to everything that reads the cell; a caught one hides that something is missing.",
  one: "{about}",
  many: "{about}, in {n} cells",
  lacks: ({ calculated }) => (calculated ? undefined : "The workbook has not been calculated."),
  partly: true,
  *ofSheet(sheet) {
    yield* shown(sheet);
  },
  ofFormula: ({ pieces }) => (pieces.some(({ token: { kind, text } }) => kind === "error" && text.endsWith("#REF!"))
    ? "A formula has lost what it referred to (#REF!)" : undefined),
};

function* shown(sheet: BookSheet): Generator<Hit> {
  const { types, row: top, column: left } = sheet.snapshot;
  for (const [i, line] of types.entries()) {
    for (let j = 0; j < line.length; j++) {
      if (line[j] !== "Error") continue;
      yield { sheet, row: top + i, column: left + j, about: `The error ${String(valueAt(sheet, top + i, left + j))} is shown` };
    }
  }
}
