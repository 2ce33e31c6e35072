import { columnLetters } from "../../address";
import type { Rule } from "../finding";
import type { Mend } from "../mend";
import { lacking } from "../snapshot";

const why = "A reader cannot question what they cannot see.";
const origin = "ICAEW Financial Modelling Code: don't hide things";

export const hiddenSheets: Rule = {
  id: "W02", severity: "error", origin, scope: "any", why,
  demand: "No sheet is hidden",
  one: "The sheet “{about}” is hidden",
  fixLabel: "Show the sheet",
  *ofSheet(sheet) {
    const mends = [{ kind: "sheet", sheet: sheet.name, visibility: "visible" }] as const;
    if (sheet.snapshot.visibility !== "visible") yield { sheet, about: sheet.name, mends };
  },
};

export const hiddenRowsAndColumns: Rule = {
  id: "W03", severity: "error", origin, scope: "any", why,
  demand: "No row or column is hidden",
  one: "{about} hidden",
  fixLabel: "Show again",
  lacks: lacking("Which rows and columns are hidden is not known.", "hiddenRows", "hiddenColumns"),
  *ofSheet(sheet) {
    const { hiddenRows = [], hiddenColumns = [] } = sheet.snapshot;
    const shown = (indexes: readonly number[], write: (index: number) => string) => runsOf(indexes)
      .map(([from, to]): Mend => ({ kind: "stretch", sheet: sheet.name, address: `${write(from)}:${write(to)}`, hidden: false }));
    if (hiddenRows.length > 0) yield { sheet, about: said("Row", "Rows", hiddenRows, number), mends: shown(hiddenRows, number) };
    if (hiddenColumns.length > 0) {
      yield { sheet, about: said("Column", "Columns", hiddenColumns, columnLetters), mends: shown(hiddenColumns, columnLetters) };
    }
  },
};

const number = (row: number) => `${row + 1}`;

/** Of many hidden rows the first stretches are named. */
const runsNamed = 8;

/** "Row 5 is", "Rows 5 to 9, 12 are": runs of neighbours are joined. */
function said(one: string, many: string, indexes: readonly number[], write: (index: number) => string): string {
  const runs = runsOf(indexes);
  const words = runs.slice(0, runsNamed).map(([from, to]) => (from === to ? write(from) : `${write(from)} to ${write(to)}`));
  const rest = runs.length > runsNamed ? ` and ${runs.length - runsNamed} more stretches` : "";
  return indexes.length === 1 ? `${one} ${words[0]} is` : `${many} ${words.join(", ")}${rest} are`;
}

function runsOf(indexes: readonly number[]): [number, number][] {
  const sorted = [...indexes].sort((a, b) => a - b);
  const runs: [number, number][] = [];
  for (const index of sorted) {
    const last = runs.at(-1);
    if (last && last[1] === index - 1) last[1] = index;
    else runs.push([index, index]);
  }
  return runs;
}
