import { cellAddress } from "../../src/workbook/address";
import type { WorkbookPlan } from "../../src/workbook/workbook-plan";

/** Plain facts about formulas, read with expressions of their own so that they can disagree with the code that wrote them. */
export interface PlacedFormula { readonly sheet: string; readonly row: number; readonly place: string; readonly formula: string }

export const formulasOf = ({ sheets }: WorkbookPlan): PlacedFormula[] => sheets.flatMap(({ name, cells }) =>
  cells.flatMap(({ row, column, content }) =>
    (content.kind === "formula" ? [{ sheet: name, row, place: `${name}!${cellAddress(row, column)}`, formula: content.formula }] : [])));

const withoutText = (formula: string) => formula.replace(/"(?:[^"]|"")*"/g, '""');
const reference = /(?:('(?:[^']|'')+'|[A-Za-z]\w*)!)?\$?([A-Z]{1,3})\$?(\d+)(?::\$?([A-Z]{1,3})\$?(\d+))?/g;

/** The cells a formula looks at, one entry for each reference. */
export function referencesIn(formula: string, home: string): { sheet: string; cells: string[] }[] {
  return [...withoutText(formula).matchAll(reference)].map(([, sheet, left, top, right = left, bottom = top]) => {
    const cells: string[] = [];
    for (let row = Number(top) - 1; row < Number(bottom); row++) {
      for (let column = index(left!); column <= index(right!); column++) cells.push(cellAddress(row, column));
    }
    return { sheet: sheet?.replaceAll("'", "") ?? home, cells };
  });
}

const index = (letters: string) => [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;

export const numbersIn = (formula: string): number[] =>
  [...withoutText(formula).replace(reference, "#").matchAll(/(?<![\w#])\d+(?:\.\d+)?/g)].map(([number]) => Number(number));

export const functionsIn = (formula: string): string[] => [...withoutText(formula).matchAll(/([A-Z][A-Z.]*)\(/g)].map(([, name]) => name!);

/** How many IFs stand inside one another. */
export function nestingOfIf(formula: string): number {
  const open: boolean[] = [];
  let deepest = 0;
  for (const [, name, bracket] of withoutText(formula).matchAll(/([A-Z]*)(\()|\)/g)) {
    if (bracket === undefined) open.pop();
    else open.push(name === "IF");
    deepest = Math.max(deepest, open.filter(Boolean).length);
  }
  return deepest;
}

/** ROWS and COLUMNS count cells without looking at what they hold: =ROWS(A$1:A1) may stand in A1. */
export const counted = (formula: string) => formula.replace(/\b(ROWS|COLUMNS)\([^()]*\)/g, "1");

/** The cells of a circle of formulas that wait for each other; none if there is no circle. */
export function cycleIn(plan: WorkbookPlan): string[] {
  const looksAt = new Map(formulasOf(plan).map(({ place, sheet, formula }) =>
    [place, referencesIn(counted(formula), sheet).flatMap((found) => found.cells.map((cell) => `${found.sheet}!${cell}`))]));
  const done = new Set<string>();
  const path: string[] = [];
  const onPath = new Set<string>();
  const visit = (cell: string): string[] => {
    if (onPath.has(cell)) return path.slice(path.indexOf(cell));
    if (done.has(cell) || !looksAt.has(cell)) return [];
    path.push(cell);
    onPath.add(cell);
    for (const next of looksAt.get(cell)!) {
      const found = visit(next);
      if (found.length > 0) return found;
    }
    onPath.delete(path.pop()!);
    done.add(cell);
    return [];
  };
  for (const cell of looksAt.keys()) {
    const found = visit(cell);
    if (found.length > 0) return found;
  }
  return [];
}
