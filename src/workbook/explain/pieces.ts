import type { SheetCells } from "../snapshot";

/** A rectangle of cells of some sheet, as Excel gave them. */
export type Piece = Omit<SheetCells, "id">;

/** Pieces of the same sheet as one grid from A1 on; what was not read is empty there. */
export function joinPieces(pieces: readonly Piece[]): SheetCells[] {
  const names = [...new Set(pieces.map(({ name }) => name))];
  return names.map((name) => joined(name, pieces.filter((piece) => piece.name === name)));
}

function joined(name: string, pieces: readonly Piece[]): SheetCells {
  const grid = <T>(of: (piece: Piece) => readonly (readonly T[])[], otherwise: T) => {
    const height = Math.max(...pieces.map((piece) => piece.row + piece.values.length));
    const width = Math.max(...pieces.map((piece) => piece.column + (piece.values[0]?.length ?? 0)));
    const rows = Array.from({ length: height }, (): T[] => []);
    rows[0] = new Array<T>(width).fill(otherwise);
    for (const piece of pieces) {
      of(piece).forEach((line, r) => line.forEach((value, c) => { rows[piece.row + r]![piece.column + c] = value; }));
    }
    return rows;
  };
  return {
    id: "", name, row: 0, column: 0, values: grid<unknown>(({ values }) => values, ""), types: grid(({ types }) => types, "Empty"),
    formulas: grid<unknown>(({ formulas }) => formulas, ""),
  };
}
