import { SheetRangeThemeModel, RangeThemeStyle } from "@univerjs/sheets";
import type { Book } from "../grid/book";
import type { TableState } from "./state";

/** Belief: accents 1 to 6 of Excel's Office theme, and the neutral style before them. */
const ACCENTS = ["#7F7F7F", "#4472C4", "#ED7D31", "#A5A5A5", "#FFC000", "#5B9BD5", "#70AD47"];

/** The grid's theme for an Excel table style; "" and unknown names draw nothing, so that the cells' own formats show. */
export function gridTheme(book: Book, { style, showBandedRows }: TableState): string {
  const [, family, digits] = /^TableStyle(Light|Medium|Dark)(\d+)$/.exec(style) ?? [];
  const name = `${style || "none"}${showBandedRows ? "" : "-plain"}`;
  const model = book.injector.get(SheetRangeThemeModel);
  if (model.getCustomRangeThemeStyle(book.unit, name)) return name;
  const accent = ACCENTS[(Number(digits ?? 1) - 1) % 7]!;
  model.registerRangeThemeStyle(book.unit, themeOf(name, family, accent, showBandedRows));
  return name;
}

function themeOf(name: string, family: string | undefined, accent: string, isBanded: boolean) {
  const line = { s: 1, cl: { rgb: accent } };
  if (!family) return new RangeThemeStyle(name, {});
  const header = family === "Light" ? { bl: 1, bd: { b: line, t: line } } : { bl: 1, bg: { rgb: accent }, cl: { rgb: "#FFFFFF" } };
  return new RangeThemeStyle(name, {
    headerRowStyle: header as any, lastRowStyle: { bd: { b: line } } as any,
    ...(isBanded && { secondRowStyle: { bg: { rgb: tint(accent) } } as any }),
  });
}

/** A fifth of the colour on white. */
function tint(hex: string): string {
  const channels = [1, 3, 5].map((i) => Math.round(255 - (255 - parseInt(hex.slice(i, i + 2), 16)) * 0.2));
  return `#${channels.map((c) => c.toString(16).padStart(2, "0")).join("")}`;
}
