import { valueAt } from "../book";
import type { Rule } from "../finding";
import { lacking } from "../snapshot";

export const columnWidths: Rule = {
  id: "L08", severity: "warning", origin: "House rule", scope: "any",
  demand: "Columns are wide enough for their numbers",
  why: "A number that does not fit is shown as ##### and read by nobody.",
  one: "A number may be too long for its column",
  many: "{n} numbers may be too long for their columns",
  lacks: (snapshot) => (snapshot.calculated ? lacking("Column widths or number formats are not known.", "widths", "formats")(snapshot)
    : "The workbook has not been calculated."),
  *ofSheet(sheet) {
    const { widths, formats, row: top, column: left } = sheet.snapshot;
    for (const [i, line] of formats!.entries()) {
      for (let j = 0; j < line.length; j++) {
        const value = valueAt(sheet, top + i, left + j);
        const width = widths![left + j];
        const isTooLong = typeof value === "number" && width !== undefined && charactersOf(value, line[j]!) > width;
        if (isTooLong) yield { sheet, row: top + i, column: left + j };
      }
    }
  },
};

/** Roughly how many characters a number takes in a format; "General" shortens by itself. */
function charactersOf(value: number, format: string): number {
  const [positive, negative = positive] = format.split(";") as [string, string?];
  const code = (value < 0 ? negative : positive).replace(/\[[^\]]*\]/g, "");
  if (!/[0#]/.test(code)) return 0;
  const scaled = Math.abs(value) * (code.includes("%") ? 100 : 1);
  const whole = Math.max(1, Math.floor(Math.log10(Math.max(1, scaled))) + 1);
  const decimals = /\.([0#]+)/.exec(code)?.[1]?.length ?? -1;
  const commas = code.includes(",") ? Math.floor((whole - 1) / 3) : 0;
  const words = (code.match(/"([^"]*)"/g) ?? []).map((word) => word.length - 2).reduce((sum, length) => sum + length, 0);
  // "_)" leaves the room of a bracket.
  const signs = (code.match(/[()%]/g) ?? []).length + (value < 0 && negative === positive ? 1 : 0);
  return whole + commas + decimals + 1 + words + signs;
}
