import { columnLetters } from "../../address";
import type { Rule } from "../finding";
import { lacking } from "../snapshot";

const why = "A reader cannot question what they cannot see.";
const origin = "ICAEW Financial Modelling Code: don't hide things";

export const hiddenSheets: Rule = {
  id: "W02", severity: "error", origin, scope: "any", why,
  demand: "No sheet is hidden",
  one: "The sheet “{about}” is hidden",
  *ofSheet(sheet) {
    if (sheet.snapshot.visibility !== "visible") yield { sheet, about: sheet.name };
  },
};

export const hiddenRowsAndColumns: Rule = {
  id: "W03", severity: "error", origin, scope: "any", why,
  demand: "No row or column is hidden",
  one: "{about} hidden",
  lacks: lacking("Which rows and columns are hidden is not known.", "hiddenRows", "hiddenColumns"),
  *ofSheet(sheet) {
    const { hiddenRows = [], hiddenColumns = [] } = sheet.snapshot;
    if (hiddenRows.length > 0) yield { sheet, about: said("Row", "Rows", hiddenRows, (row) => `${row + 1}`) };
    if (hiddenColumns.length > 0) yield { sheet, about: said("Column", "Columns", hiddenColumns, columnLetters) };
  },
};

/** "Row 5 is", "Rows 5 to 9, 12 are": runs of neighbours are joined. */
function said(one: string, many: string, indexes: readonly number[], write: (index: number) => string): string {
  const sorted = [...indexes].sort((a, b) => a - b);
  const runs: [number, number][] = [];
  for (const index of sorted) {
    const last = runs.at(-1);
    if (last && last[1] === index - 1) last[1] = index;
    else runs.push([index, index]);
  }
  const words = runs.map(([from, to]) => (from === to ? write(from) : `${write(from)} to ${write(to)}`)).join(", ");
  return sorted.length === 1 ? `${one} ${words} is` : `${many} ${words} are`;
}
