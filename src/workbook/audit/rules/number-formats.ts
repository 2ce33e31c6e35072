import { formats } from "../../style";
import type { Rule } from "../finding";
import { cellsOf } from "../ours";
import { lackingOnOurs } from "../snapshot";

const known = new Set<string>(Object.values(formats));

export const numberFormats: Rule = {
  id: "S02", severity: "warning", origin: "Common practice", scope: "ours",
  demand: "Numbers have separators for thousands, negatives in parentheses and zero as a dash; the currency stands in the unit",
  why: "Numbers that look alike can be compared at a glance.",
  one: "A number is shown in the format {about}",
  many: "{n} numbers are shown in the format {about}",
  lacks: lackingOnOurs("The number formats are not known.", "formats"),
  *ofSheet(sheet) {
    const { formats: shown, row: top, column: left } = sheet.snapshot;
    for (const { row, column } of cellsOf(sheet)) {
      const format = shown![row - top]![column - left]!;
      const isNumber = typeof sheet.typedAt(row, column) === "number" || sheet.shapeAt(row, column) !== undefined;
      if (isNumber && !known.has(format)) yield { sheet, row, column, about: format };
    }
  },
};
