import { fail } from "../protocol/errors";

/** One Office property as a piece of a grid style. `read` takes a whole style, `write` gives the part to lay over it. */
export interface Piece {
  read(style: any): unknown;
  write(value: any): Record<string, any>;
}

const NAMED: Record<string, string> = {
  black: "#000000", white: "#FFFFFF", red: "#FF0000", green: "#008000", blue: "#0000FF", yellow: "#FFFF00", orange: "#FFA500",
  gray: "#808080", grey: "#808080", purple: "#800080",
};

/** "#rrggbb" in upper case, as Excel gives it back; throws InvalidArgument. Of the HTML names only the common ones are known. */
export function toColor(value: unknown): string {
  const text = String(value).trim();
  const hex = /^#?([0-9a-f]{6})$/i.exec(text)?.[1];
  const color = hex ? `#${hex.toUpperCase()}` : NAMED[text.toLowerCase()];
  if (!color) throw fail.invalid(`colour "${text}"`);
  return color;
}

const flag = (key: string): Piece => ({ read: (s) => s[key] === 1, write: (v) => ({ [key]: v ? 1 : 0 }) });

function choice(key: string, codes: Record<string, number>, otherwise: string): Piece {
  return {
    read: (s) => Object.keys(codes).find((name) => codes[name] === s[key]) ?? otherwise,
    write(value) {
      if (value === otherwise) return { [key]: 0 };
      if (codes[value] === undefined) throw fail.missing(`"${value}" (known: ${[otherwise, ...Object.keys(codes)].join(", ")})`);
      return { [key]: codes[value] };
    },
  };
}

const PIXELS_PER_INDENT = 9;
/** What the grid itself leaves free beside a text; with less, the last letter of a text on the right is cut. */
const EDGE = 2;
const WRAP = 3;

export const fontPieces: Record<string, Piece> = {
  Bold: flag("bl"),
  Italic: flag("it"),
  Color: { read: (s) => s.cl?.rgb?.toUpperCase() ?? "#000000", write: (v) => ({ cl: { rgb: toColor(v) } }) },
  Name: { read: (s) => s.ff ?? "Calibri", write: (v) => ({ ff: String(v) }) },
  Size: { read: (s) => s.fs ?? 11, write: (v) => ({ fs: Number(v) }) },
  Strikethrough: { read: (s) => !!s.st?.s, write: (v) => ({ st: { s: v ? 1 : 0 } }) },
  Underline: {
    read: (s) => (s.ul?.s ? "Single" : "None"),
    write(value) {
      if (value !== "None" && value !== "Single") throw fail.missing(`underline "${value}"`);
      return { ul: { s: value === "None" ? 0 : 1 } };
    },
  },
};

export const fillPieces: Record<string, Piece> = {
  /** Belief: a cell without fill reports white. */
  Color: { read: (s) => s.bg?.rgb?.toUpperCase() ?? "#FFFFFF", write: (v) => ({ bg: { rgb: toColor(v) } }) },
};

export const alignmentPieces: Record<string, Piece> = {
  HorizontalAlignment: choice("ht", { Left: 1, Center: 2, Right: 3, Justify: 4, Distributed: 6 }, "General"),
  VerticalAlignment: choice("vt", { Top: 1, Center: 2, Bottom: 3 }, "Bottom"),
  WrapText: { read: (s) => s.tb === WRAP, write: (v) => ({ tb: v ? WRAP : 1 }) },
  /** The grid knows padding only; it draws it on the side the text is aligned to. */
  IndentLevel: {
    read: (s) => Math.round(Math.max(s.pd?.l ?? 0, s.pd?.r ?? 0) / PIXELS_PER_INDENT),
    write: (v) => {
      const padding = EDGE + Number(v) * PIXELS_PER_INDENT;
      return { pd: { l: padding, r: padding } };
    },
  },
  TextOrientation: { read: (s) => -(s.tr?.a ?? 0), write: (v) => ({ tr: { a: -Number(v), v: 0 } }) },
};

/** The grid has no locked cells: the mark is kept in the style, which it carries along and does not read. */
export const protectionPieces: Record<string, Piece> = {
  Locked: { read: (s) => !s.unlocked, write: (v) => ({ unlocked: v ? 0 : 1 }) },
  FormulaHidden: { read: (s) => !!s.formulaHidden, write: (v) => ({ formulaHidden: v ? 1 : 0 }) },
};

export const numberFormatPiece: Piece = {
  read: (s) => s.n?.pattern ?? "General",
  write: (v) => ({ n: { pattern: String(v) } }),
};

// --- border lines
const LINE: Record<string, number> = { Continuous: 1, Dot: 3, Dash: 4, DashDot: 5, DashDotDot: 6, Double: 7, SlantDashDot: 12 };
const WEIGHT: Record<string, number> = { Hairline: 2, Thin: 1, Medium: 8, Thick: 13 };
const MEDIUM_OF: Record<number, number> = { 4: 9, 5: 10, 6: 11 };

export interface BorderLine {
  style: string;
  weight: string;
  color: string;
}

export const noLine: BorderLine = { style: "None", weight: "Thin", color: "#000000" };

/** A line of the grid as style, weight and colour. */
export function readLine(line: any): BorderLine {
  if (!line?.s) return noLine;
  const color = line.cl?.rgb?.toUpperCase() ?? "#000000";
  const weight = Object.keys(WEIGHT).find((name) => WEIGHT[name] === line.s);
  if (weight) return { style: "Continuous", weight, color };
  const thin = Object.keys(MEDIUM_OF).find((code) => MEDIUM_OF[Number(code)] === line.s);
  const code = thin ? Number(thin) : line.s;
  const style = Object.keys(LINE).find((name) => LINE[name] === code) ?? "Continuous";
  return { style, weight: thin ? "Medium" : "Thin", color };
}

/** Belief: setting a colour or a weight on a side without a line draws a continuous one. */
export function writeLine({ style, weight, color }: BorderLine): any {
  if (style === "None") return null;
  if (LINE[style] === undefined) throw fail.invalid(`border style "${style}"`);
  if (WEIGHT[weight] === undefined) throw fail.invalid(`border weight "${weight}"`);
  const solid = style === "Continuous" ? WEIGHT[weight]! : LINE[style]!;
  const s = weight === "Medium" ? MEDIUM_OF[solid] ?? solid : solid;
  return { s, cl: { rgb: toColor(color) } };
}
