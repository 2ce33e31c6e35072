import type { BookSheet } from "../book";
import type { Hit, Rule } from "../finding";
import { slipsOf, type Slip } from "../lines";
import { formulaAt } from "../shape";

function* hits(sheet: BookSheet, wanted: (slip: Slip) => boolean): Generator<Hit | undefined> {
  const seen = new Set<string>();
  for (const slip of yield* slipsOf(sheet)) {
    const { row, column, belongs } = slip;
    if (!wanted(slip) || seen.has(`${row} ${column}`)) continue;
    seen.add(`${row} ${column}`);
    yield { sheet, row, column, content: { kind: "formula", formula: formulaAt(belongs, row, column) } };
  }
}

export const rowConsistency: Rule = {
  id: "F01", severity: "error", origin: "FAST 2.01-03", scope: "any",
  demand: "A row has one formula across all its periods",
  why: "Readers check the first formula of a row and trust the others to be the same.",
  one: "A formula differs from the others in its row",
  many: "{n} formulas differ from the others in their rows",
  fixLabel: "Use the row's formula",
  ofSheet: (sheet) => hits(sheet, ({ along, isTyped }) => along === "row" && !isTyped),
};

export const columnConsistency: Rule = {
  id: "F02", severity: "error", origin: "ICAEW Financial Modelling Code: consistent formulas", scope: "any",
  demand: "A column of a list has one formula in all its rows",
  why: "A list is read by its headings: one row that is worked out otherwise is found by nobody.",
  one: "A formula differs from the others in its column",
  many: "{n} formulas differ from the others in their columns",
  fixLabel: "Use the column's formula",
  ofSheet: (sheet) => hits(sheet, ({ along, isTyped }) => along === "column" && !isTyped),
};

export const overwrittenFormulas: Rule = {
  id: "F10", severity: "error", origin: "EuSpRIG field studies", scope: "any",
  demand: "No formula in a row or column of formulas was replaced by a number",
  why: "The number stays as it is when everything around it moves.",
  one: "A formula was replaced by a number",
  many: "{n} formulas were replaced by numbers",
  fixLabel: "Put the formula back",
  ofSheet: (sheet) => hits(sheet, ({ isTyped }) => isTyped),
};
