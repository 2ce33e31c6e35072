import type ExcelJS from "exceljs";

// Univer's styles in ExcelJS's words.

const HORIZONTAL: Record<number, ExcelJS.Alignment["horizontal"]> = { 1: "left", 2: "center", 3: "right", 4: "justify", 6: "distributed" };
const VERTICAL: Record<number, ExcelJS.Alignment["vertical"]> = { 1: "top", 2: "middle", 3: "bottom" };
const LINES: Record<number, ExcelJS.BorderStyle> = {
  1: "thin", 2: "hair", 3: "dotted", 4: "dashed", 5: "dashDot", 6: "dashDotDot", 7: "double", 8: "medium", 9: "mediumDashed",
  10: "mediumDashDot", 11: "mediumDashDotDot", 12: "slantDashDot", 13: "thick",
};
const SIDES = { t: "top", b: "bottom", l: "left", r: "right" } as const;
const WRAP = 3;
const PIXELS_PER_INDENT = 9;
const DEFAULT_FONT = { name: "Calibri", size: 11 };

/** "#RRGGBB" as ExcelJS takes it; undefined for anything else. */
export const toArgb = (color: unknown): { argb: string } | undefined => {
  const hex = /^#?([0-9a-f]{6})$/i.exec(String(color ?? ""))?.[1];
  return hex ? { argb: `FF${hex.toUpperCase()}` } : undefined;
};

/** Pixels of a column's width as a file counts them: 7 for a digit of Calibri 11, padding counted in (ECMA-376, part 1, 18.3.1.13). */
export const toCharacters = (pixels: number) => Math.round((pixels / 7) * 256) / 256;
/** Pixels of a row's height in points. */
export const toPoints = (pixels: number) => pixels * 0.75;

/** A grid style as the style of a file's cell. */
export function toFileStyle(style: Record<string, any>): Partial<ExcelJS.Style> {
  const fill = toArgb(style.bg?.rgb);
  return {
    numFmt: style.n?.pattern ?? "General",
    font: {
      ...DEFAULT_FONT, ...(style.ff && { name: style.ff }), ...(style.fs && { size: style.fs }),
      ...(style.bl && { bold: true }), ...(style.it && { italic: true }), ...(style.ul?.s && { underline: true }),
      ...(style.st?.s && { strike: true }), ...(toArgb(style.cl?.rgb) && { color: toArgb(style.cl.rgb) }),
    },
    ...(fill && { fill: { type: "pattern", pattern: "solid", fgColor: fill } }),
    border: toBorder(style.bd ?? {}),
    alignment: toAlignment(style),
    protection: { locked: !style.unlocked, hidden: !!style.formulaHidden },
  };
}

function toAlignment(style: Record<string, any>): Partial<ExcelJS.Alignment> {
  const indent = Math.round(Math.max(style.pd?.l ?? 0, style.pd?.r ?? 0) / PIXELS_PER_INDENT);
  return {
    ...(HORIZONTAL[style.ht] && { horizontal: HORIZONTAL[style.ht] }), ...(VERTICAL[style.vt] && { vertical: VERTICAL[style.vt] }),
    ...(style.tb === WRAP && { wrapText: true }), ...(indent > 0 && { indent }), ...(style.tr?.a && { textRotation: -style.tr.a }),
  };
}

function toBorder(lines: Record<string, any>): Partial<ExcelJS.Borders> {
  const drawn = Object.entries(SIDES).filter(([side]) => LINES[lines[side]?.s]);
  return Object.fromEntries(drawn.map(([side, name]) =>
    [name, { style: LINES[lines[side].s], color: toArgb(lines[side].cl?.rgb) ?? { argb: "FF000000" } }]));
}
