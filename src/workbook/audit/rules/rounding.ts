import type { Book, BookSheet } from "../book";
import type { Rule } from "../finding";
import { functionName } from "../formula-text";
import { resolverOf, type Area } from "../references";
import type { Piece, Shape } from "../shape";

const rounding = new Set(["ROUND", "ROUNDUP", "ROUNDDOWN", "MROUND", "CEILING", "FLOOR", "TRUNC", "INT"]);

/** The functions that round a number of a formula; one that is joined into words is told and not used on. */
const roundingIn = ({ functions, pieces }: Shape): string[] => ([...functions].some((name) => rounding.has(name))
  ? [...new Set(pieces.flatMap(({ token }, at) => {
    const name = token.kind === "function" ? functionName(token.text) : "";
    return rounding.has(name) && !isTold(pieces, at) ? [name] : [];
  }))] : []);

function isTold(pieces: readonly Piece[], at: number): boolean {
  const end = pieces.findIndex(({ token, depth }, i) => i > at && token.kind === "close" && depth === pieces[at]!.depth);
  return [pieces[at - 1], pieces[end + 1]].some((piece) => piece?.token.kind === "operator" && piece.token.text === "&");
}

export const roundedIngredients: Rule = {
  id: "F13", severity: "warning", origin: "ICAEW Financial Modelling Code: avoid unnecessary rounding", scope: "any",
  demand: "Nothing is rounded that other formulas go on to use",
  why: "Rounded ingredients add up to another result than the exact ones; a number format rounds only what is shown.",
  one: "{about} rounds a number that other formulas use",
  many: "{about} rounds numbers in {n} cells that other formulas use",
  *ofBook(book) {
    const rounded = book.sheets.flatMap((sheet) => [...sheet.shapes].flatMap(([shape, cells]) => {
      const about = roundingIn(shape).join(", ");
      return about === "" ? [] : cells.map(({ row, column }) => ({ sheet, row, column, about }));
    }));
    if (rounded.length === 0) return;
    const isUsed = yield* useOf(book);
    for (const hit of rounded) if (isUsed(hit.sheet, hit.row, hit.column)) yield hit;
  },
};

type IsUsed = (sheet: BookSheet, row: number, column: number) => boolean;

/**
 * Tells whether any formula reads a cell. Every area read adds one at its corners, and running sums over rows and columns give
 * the number of readers of each cell: the cost is that of the sheet, however large and many the areas are.
 */
function* useOf(book: Book): Generator<undefined, IsUsed> {
  const resolver = resolverOf(book);
  const counts = new Map(book.sheets.map((sheet) => [sheet, new Int32Array((sheet.bottom + 1) * (sheet.right + 1))]));
  for (const sheet of book.sheets) {
    for (const [index, { row, column, shape }] of sheet.formulas.entries()) {
      if (index % cellsPerBreath === 0) yield undefined;
      for (const { token } of shape.pointers) {
        for (const area of resolver.areasOf(token, shape, sheet, row, column)) addReader(counts.get(area.sheet)!, area);
      }
    }
  }
  for (const [sheet, count] of counts) sumUp(count, sheet.right + 1);
  return (sheet, row, column) => counts.get(sheet)![row * (sheet.right + 1) + column]! > 0;
}

const cellsPerBreath = 5_000;

function addReader(count: Int32Array, area: Area): void {
  const wide = area.sheet.right + 1;
  const bottom = Math.min(area.bottom + 1, area.sheet.bottom);
  const right = Math.min(area.right + 1, area.sheet.right);
  const top = Math.min(area.top, bottom);
  const left = Math.min(area.left, right);
  count[top * wide + left]!++;
  count[top * wide + right]!--;
  count[bottom * wide + left]!--;
  count[bottom * wide + right]!++;
}

function sumUp(count: Int32Array, wide: number): void {
  for (let i = 0; i < count.length; i++) if (i % wide > 0) count[i]! += count[i - 1]!;
  for (let i = wide; i < count.length; i++) count[i]! += count[i - wide]!;
}
