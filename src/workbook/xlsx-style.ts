import type ExcelJS from "exceljs";
import { fontName, formats, styles, type Look } from "./style";
import type { CellPlan } from "./workbook-plan";

/** "#1F2A44" as the file writer takes it: opaque. */
export const argb = (color: string): { argb: string } => ({ argb: `FF${color.slice(1)}` });

type Dressed = Pick<CellPlan, "style" | "format" | "align">;

/** Gives each cell its style; cells that look the same share one object, which keeps file and memory small. */
export function cellStyles(): (cell: Dressed) => Partial<ExcelJS.Style> {
  const known = new Map<string, Partial<ExcelJS.Style>>();
  return (cell) => {
    const key = [cell.style, cell.format, cell.align].join();
    if (!known.has(key)) known.set(key, styleOf(cell));
    return known.get(key)!;
  };
}

function styleOf({ style, format = "general", align }: Dressed): Partial<ExcelJS.Style> {
  return { numFmt: formats[format], ...(style && dress(styles[style], align)) };
}

function dress(look: Look, align: CellPlan["align"]): Partial<ExcelJS.Style> {
  const { size, bold, color, fill, borders, unlocked } = look;
  const lines = Object.entries(borders).map(([side, line]) => [side, { style: line.style, color: argb(line.color) }]);
  return {
    font: { name: fontName, family: 2, size, bold, color: argb(color) },
    ...(fill && { fill: { type: "pattern" as const, pattern: "solid" as const, fgColor: argb(fill) } }),
    ...(lines.length > 0 && { border: Object.fromEntries(lines) as Partial<ExcelJS.Borders> }),
    alignment: alignmentOf(look, align),
    ...(unlocked && { protection: { locked: false } }),
  };
}

/** A cell that is set left by the plan gets an indent of 1, one that is set elsewhere none, whatever its look has. */
function alignmentOf({ horizontal: own, vertical, indent: usual, wrap }: Look, align: CellPlan["align"]): Partial<ExcelJS.Alignment> {
  const horizontal = align ?? own;
  const indent = align === undefined ? usual : Number(align === "left");
  return {
    ...(horizontal !== "general" && { horizontal }),
    vertical: vertical === "center" ? "middle" : "bottom",
    ...(indent > 0 && { indent }),
    ...(wrap && { wrapText: true }),
  };
}
