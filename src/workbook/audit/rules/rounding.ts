import type { Book, BookSheet } from "../book";
import type { Rule } from "../finding";
import { pointers, resolverOf } from "../references";

const rounding = new Set(["ROUND", "ROUNDUP", "ROUNDDOWN", "MROUND", "CEILING", "FLOOR", "TRUNC", "INT"]);

export const roundedIngredients: Rule = {
  id: "F13", severity: "warning", origin: "ICAEW Financial Modelling Code: avoid unnecessary rounding", scope: "any",
  demand: "Nothing is rounded that other formulas go on to use",
  why: "Rounded ingredients add up to another result than the exact ones; a number format rounds only what is shown.",
  one: "{about} rounds a number that other formulas use",
  many: "{about} rounds numbers in {n} cells that other formulas use",
  *ofBook(book) {
    const rounds = ({ functions }: { functions: ReadonlySet<string> }) => [...functions].filter((name) => rounding.has(name)).join(", ");
    const rounded = book.sheets.flatMap((sheet) => [...sheet.shapes].flatMap(([shape, cells]) => {
      const about = rounds(shape);
      return about === "" ? [] : cells.map(({ row, column }) => ({ sheet, row, column, about }));
    }));
    if (rounded.length === 0) return;
    const isUsed = useOf(book);
    for (const hit of rounded) if (isUsed(hit.sheet, hit.row, hit.column)) yield hit;
  },
};

/**
 * Tells whether any formula reads a cell. Every area read adds one at its corners, and running sums over rows and columns give
 * the number of readers of each cell: the cost is that of the sheet, however large and many the areas are.
 */
function useOf(book: Book): (sheet: BookSheet, row: number, column: number) => boolean {
  const resolver = resolverOf(book);
  const counts = new Map(book.sheets.map((sheet) => [sheet, new Int32Array((sheet.bottom + 1) * (sheet.right + 1))]));
  for (const sheet of book.sheets) {
    for (const { row, column, shape } of sheet.formulas) {
      for (const { token } of pointers(shape)) {
        for (const area of resolver.areasOf(token, shape, sheet, row, column)) {
          const [bottom, right] = [Math.min(area.bottom + 1, area.sheet.bottom), Math.min(area.right + 1, area.sheet.right)];
          const [top, left] = [Math.min(area.top, bottom), Math.min(area.left, right)];
          const [count, wide] = [counts.get(area.sheet)!, area.sheet.right + 1];
          count[top * wide + left]!++;
          count[top * wide + right]!--;
          count[bottom * wide + left]!--;
          count[bottom * wide + right]!++;
        }
      }
    }
  }
  for (const [sheet, count] of counts) sumUp(count, sheet.right + 1);
  return (sheet, row, column) => counts.get(sheet)![row * (sheet.right + 1) + column]! > 0;
}

function sumUp(count: Int32Array, wide: number): void {
  for (let i = 0; i < count.length; i++) if (i % wide > 0) count[i]! += count[i - 1]!;
  for (let i = wide; i < count.length; i++) count[i]! += count[i - wide]!;
}
