import type { Rule } from "../finding";
import { lacking } from "../snapshot";

export const mergedCells: Rule = {
  id: "L04", severity: "error", origin: "Common practice", scope: "any",
  demand: "No cells are merged",
  why: "Merged cells break sorting, filtering, copying and selecting; “centre across selection” looks the same.",
  one: "Cells are merged",
  many: "{n} cells are merged with others",
  lacks: lacking("Which cells are merged is not known.", "merged"),
  *ofSheet(sheet) {
    for (const { row, column, rows, columns } of sheet.snapshot.merged ?? []) {
      for (let r = row; r < row + rows; r++) for (let c = column; c < column + columns; c++) yield { sheet, row: r, column: c };
    }
  },
};
