import { boxAddress, columnLetters } from "../../src/workbook/address";
import { rectangles } from "../../src/workbook/rectangles";
import type { CellPlan, SheetPlan } from "../../src/workbook/workbook-plan";

/**
 * A planned sheet as text that a person can review in a diff. Neighbours with the same formula in relative terms, style and
 * format share one line, so a column of a table or a row of the timeline reads as the one formula it is.
 */
export function sheetText(sheet: SheetPlan): string {
  const { freeze, print, tables, names, validations, conditions, charts } = sheet;
  return [
    `${sheet.name} (${sheet.sheetClass}): ${sheet.purpose}`,
    `frozen ${freeze.rows} rows ${freeze.columns} columns; printed ${boxAddress(print.area)}, rows 1 to ${print.titleRows} repeated`,
    `widths ${sheet.widths.join(" ")}`,
    "", ...cellLines(sheet.cells),
    ...part("tables", tables.map(({ name, box }) => `${boxAddress(box)} ${name}`)),
    ...part("names", names.map(({ name, box }) => `${boxAddress(box)} ${name}`)),
    ...part("validations", validations.map(({ box, title, message, optional, ...rule }) =>
      `${boxAddress(box)} ${Object.values(rule).join(" ")}${optional ? " or blank" : ""} | ${title}: ${message}`)),
    ...part("conditional formats", conditions.map(({ box, look, formula }) => `${boxAddress(box)} ${look} when ${formula}`)),
    ...charts.flatMap((chart) => part(`chart ${chart.name}`, [
      `${chart.kind} at ${boxAddress(chart.place)}: ${chart.altText}`,
      ...chart.series.map((series) => `${series.look}${series.as ? " as line" : ""} ${series.name}: ${boxAddress(series.values)} by ${boxAddress(series.categories)}`),
    ])),
    "",
  ].join("\n");
}

const part = (title: string, lines: readonly string[]) => (lines.length === 0 ? [] : ["", `-- ${title}`, ...lines]);

function cellLines(cells: readonly CellPlan[]): string[] {
  const at = new Map(cells.map((cell) => [`${cell.row} ${cell.column}`, cell]));
  const alike = rectangles(cells.map((cell) => ({ row: cell.row, column: cell.column, key: sameness(cell) })));
  return alike.sort((a, b) => a.box.row - b.box.row || a.box.column - b.box.column).map(({ box }) => {
    const first = at.get(`${box.row} ${box.column}`)!;
    const look = [first.style, first.format, first.align].filter(Boolean).join(" ");
    return [boxAddress(box).padEnd(11), look.padEnd(18), shown(first)].join(" ").trimEnd();
  });
}

/** Entered values differ from cell to cell and stand alone; formulas are the same when they are so relative to their cells. */
function sameness(cell: CellPlan): string {
  const { content, style, format, align, id } = cell;
  const what = content.kind === "formula" ? relative(content.formula, cell) : content.kind === "value" ? content.value : "";
  return JSON.stringify([content.kind, what, style, format, align, id]);
}

export function relative(formula: string, { row, column }: { row: number; column: number }): string {
  return formula.replace(/"(?:[^"]|"")*"|(\$?)([A-Z]{1,2})(\$?)(\d+)\b/g, (whole, fixColumn?: string, letters?: string, fixRow?: string, number?: string) => {
    if (letters === undefined) return whole;
    const index = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
    return `R${fixRow ? number : `[${Number(number) - 1 - row}]`}C${fixColumn ? columnLetters(index) : `[${index - column}]`}`;
  });
}

function shown({ content, id }: CellPlan): string {
  const text = content.kind === "formula" ? content.formula : content.kind === "value" ? String(content.value) : "";
  return [text, id === undefined ? "" : `<${id}>`].filter(Boolean).join("  ");
}

