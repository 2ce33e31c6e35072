import { columnLetters } from "../address";
import { valueAt, type BookSheet } from "./book";
import { fixedNumbers, legendHeads, lineNumberColumn, unlikeNeighbours } from "./policy";
import { lackingOnOurs } from "./snapshot";

/** Places that every sheet of ours has. */
export const statusRow = 2;
export const labelColumn = 1;
export const unitColumn = 2;
export const sourceColumn = 3;

/** Key of a named cell style, "input" for "Role Input" or, in a workbook that had one, "Role Input 2"; empty for any other style. */
export const styleOfCell = (style: string): string => /^Role (\w+)( \d+)?$/.exec(style)?.[1]?.toLowerCase() ?? "";

/** The same of a cell. */
export const styleOf = ({ snapshot: { styles, row: top, column: left } }: BookSheet, row: number, column: number): string =>
  styleOfCell(styles?.[row - top]?.[column - left] ?? "");

/** Reason why the snapshot of our sheets cannot be held to rules about cell styles. */
export const lacksStyles = lackingOnOurs("The cell styles are not known.", "styles");

/** Cells of a sheet in reading order. */
export function* cellsOf({ snapshot: { row: top, column: left, formulas } }: BookSheet): Generator<{ row: number; column: number }> {
  for (let i = 0; i < formulas.length; i++) for (let j = 0; j < formulas[i]!.length; j++) yield { row: top + i, column: left + j };
}

/** Words of a cell, typed or as shown; the formula's own text where nobody has calculated. */
export function wordsAt(sheet: BookSheet, row: number, column: number): string {
  const value = valueAt(sheet, row, column) ?? sheet.shapeAt(row, column)?.formula ?? "";
  return String(value).trim();
}

/** Whether a typed number is meant to be there although no person enters it: line numbers, samples in a legend, switches of the model. */
export function isFixedNumber(sheet: BookSheet, row: number, column: number): boolean {
  if ((holdsLines(sheet) && column === lineNumberColumn) || isInLegend(sheet, row, column)) return true;
  const line = wordsAt(sheet, row, labelColumn);
  const typed = sheet.typedAt(row, column);
  return fixedNumbers.some((each) => each.sheet === sheet.snapshot.id && each.values.some((value) => value === typed)
    && (each.columns?.includes(columnLetters(column)) ?? true) && line.startsWith(each.line ?? ""));
}

/** Whether a formula differs from the cells around it on purpose; the words of units follow no line. */
export function isUnlikeNeighbours(sheet: BookSheet, row: number, column: number): boolean {
  const line = wordsAt(sheet, row, labelColumn);
  return (holdsLines(sheet) && column === unitColumn) || unlikeNeighbours.some((each) =>
    each.sheet === sheet.snapshot.id && (each.column === "*" || each.column === columnLetters(column)) && line.startsWith(each.line));
}

/** Sheets of lines with label, unit and source. */
export const holdsLines = ({ snapshot: { sheetClass } }: BookSheet): boolean => sheetClass === "input" || sheetClass === "calculation";

/** Whether a cell shows a style to explain it: walks up the block to its heading. */
export function isInLegend(sheet: BookSheet, row: number, column: number): boolean {
  for (let r = row - 1; r >= 0; r--) {
    const heads = [wordsAt(sheet, r, column), wordsAt(sheet, r, lineNumberColumn)];
    if (heads.some((head) => legendHeads.includes(head))) return true;
    if (heads[0] === "") return false;
  }
  return false;
}
