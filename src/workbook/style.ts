import type { ChartSeriesPlan, ConditionPlan, FormatName, SheetClass, StyleName } from "./workbook-plan";

/** One line of a cell's frame. */
export interface Edge { readonly style: "hair" | "thin" | "medium" | "thick"; readonly color: string }

/** How a cell looks, as both writers apply it. Sizes in points, colours as #RRGGBB, indents in characters. */
export interface Look {
  /** Name of the cell style in the workbook; a variant without one is written as plain formats. */
  readonly named?: string;
  readonly size: number;
  readonly bold: boolean;
  readonly color: string;
  readonly fill?: string;
  readonly borders: Readonly<Partial<Record<"top" | "left" | "bottom" | "right", Edge>>>;
  readonly horizontal: "general" | "left" | "center" | "right";
  readonly vertical: "center" | "bottom";
  readonly indent: number;
  readonly wrap: boolean;
  /** A cell a person may change even on a protected sheet. */
  readonly unlocked: boolean;
}

/** On every Excel, with metric twins elsewhere. */
export const fontName = "Calibri";

/** The palette of sheets and charts: indigo asks, teal gives, rust lowers value; contrasts are tested. */
export const colors = {
  ink: "#1F2A44", ask: "#3F50BA", give: "#0A6E66", loss: "#A8430F", quiet: "#5B6472", line: "#C9CFDA", text: "#1B1F2A",
  askBand: "#E8EBF5", giveBand: "#E2F4F1", askPanel: "#F3F4FC", givePanel: "#EFF8F6", lossSoft: "#FCEFE7", lossFill: "#FBE3D3",
  input: "#0000FF", inputFill: "#FFF9DC", inputFrame: "#DCC982", link: "#006B2D", good: "#0B5D3B", goodFill: "#DFF3E6",
  error: "#B3261E", white: "#FFFFFF", black: "#000000", off: "#F3F4F6", some: "#9FD8D0", little: "#DDF2EE",
} as const;

const plain: Look = {
  size: 10, bold: false, color: colors.text, borders: {}, horizontal: "general", vertical: "center", indent: 0, wrap: false,
  unlocked: false,
};
const edge = (style: Edge["style"], color: string = colors.ink): Edge => ({ style, color });
const left = { horizontal: "left", indent: 1 } as const;
const frame = edge("hair", colors.inputFrame);

const title: Look = { ...plain, named: "Role Title", size: 18, bold: true, color: colors.ink, horizontal: "left" };
const note: Look = { ...plain, ...left, named: "Role Note", color: colors.quiet };
const band: Look = { ...plain, ...left, size: 11, bold: true, color: colors.ink };
const panel: Look = { ...note, named: undefined, size: 9, fill: colors.askPanel };
const panelGive: Look = { ...panel, fill: colors.givePanel };
const figure: Look = { ...title, ...left, named: undefined, size: 22, fill: colors.askPanel };

/**
 * Every look a built sheet may have: ten named cell styles, and beside them only bands, panels and the headline figure.
 * Nothing is told by colour alone: inputs carry a frame, links a source, checks a word, totals two lines.
 */
export const styles: Readonly<Record<StyleName, Look>> = {
  title,
  section: { ...band, named: "Role Section", fill: colors.askBand,
    borders: { top: edge("thin", colors.ask), left: edge("thick", colors.ask) } },
  sectionRest: { ...band, fill: colors.askBand, borders: { top: edge("thin", colors.ask) } },
  give: { ...band, fill: colors.giveBand, borders: { top: edge("thin", colors.give), left: edge("thick", colors.give) } },
  giveRest: { ...band, fill: colors.giveBand, borders: { top: edge("thin", colors.give) } },
  head: { ...plain, ...left, named: "Role Head", bold: true, color: colors.ink, borders: { bottom: edge("medium") }, vertical: "bottom",
    wrap: true },
  label: { ...plain, ...left, named: "Role Label", wrap: true },
  note,
  input: {
    ...plain, named: "Role Input", color: colors.input, fill: colors.inputFill, unlocked: true,
    borders: { top: frame, left: frame, bottom: frame, right: frame },
  },
  calc: { ...plain, named: "Role Calc", color: colors.black, horizontal: "right" },
  link: { ...plain, named: "Role Link", color: colors.link, horizontal: "right" },
  total: { ...plain, named: "Role Total", bold: true, color: colors.black, borders: { top: edge("thin"), bottom: edge("thin") },
    horizontal: "right" },
  check: { ...plain, named: "Role Check", bold: true, color: colors.good, fill: colors.goodFill, horizontal: "center" },
  purpose: { ...note, named: undefined, indent: 0 },
  status: { ...note, named: undefined, borders: { bottom: edge("thin", colors.line) } },
  finding: { ...band, size: 12 },
  figure,
  figureGive: { ...figure, fill: colors.givePanel },
  panel,
  panelGive,
  panelTop: { ...panel, size: 10, borders: { top: edge("medium", colors.ask) } },
  ...paper(),
  panelTopGive: { ...panelGive, size: 10, borders: { top: edge("medium", colors.give) } },
};

/** Eleven points, and nothing that black and white would lose: the two sides differ by their words, not by their colours. */
function paper() {
  const text: Look = { ...plain, size: 11, horizontal: "left" };
  const under = { bottom: edge("thin", colors.line) };
  const number: Look = { ...text, color: colors.quiet };
  const clause: Look = { ...text, wrap: true };
  const amount: Look = { ...clause, bold: true, horizontal: "right", indent: 1 };
  const side = (color: string): Look => ({ ...text, size: 12, bold: true, color, borders: { bottom: edge("medium", color) } });
  return {
    paperTitle: { ...text, size: 24, bold: true, color: colors.ink },
    paperParties: { ...text, size: 14, color: colors.ink },
    paperText: text,
    paperGive: side(colors.give),
    paperAsk: side(colors.ask),
    paperNumber: number, paperLastNumber: { ...number, borders: under },
    paperClause: clause, paperLastClause: { ...clause, borders: under },
    paperAmount: amount, paperLastAmount: { ...amount, borders: under },
    paperHead: { ...text, size: 12, bold: true, color: colors.ink, borders: { bottom: edge("thin") }, vertical: "bottom" },
    paperSign: { ...text, borders: { top: edge("thin") } },
    paperNote: { ...text, size: 10, color: colors.quiet },
  } as const satisfies Partial<Record<StyleName, Look>>;
}

/** Number formats; currency stands only in the unit column, negatives in parentheses. */
export const formats: Readonly<Record<FormatName, string>> = {
  money: '#,##0_);(#,##0);"-"_)',
  inputMoney: "#,##0_);(#,##0)",
  percent: '0.0%_);(0.0%);"-"_)',
  inputPercent: "0.0%_);(0.0%)",
  share: "0%_);(0%);0%_)",
  factor: '0.0000_);(0.0000);"-"_)',
  decimal: '#,##0.0_);(#,##0.0);"-"_)',
  inputDecimal: "#,##0.0_);(#,##0.0)",
  flag: '0_);-0_);"-"_)',
  period: '"Year "0_)',
  strength: '0;-0;"·"',
  check: '[=0]"OK";"ERROR"',
  look: '[=0]"OK";"LOOK"',
  headline: "#,##0;(#,##0)",
  headlinePercent: "0.0%",
  level: "General_)",
  /** Words over or among right-aligned numbers, with the same room for a closing parenthesis. */
  words: "General_);General_);General_);@_)",
  date: "yyyy-mm-dd",
  longDate: "d mmmm yyyy",
  moment: "yyyy-mm-dd hh:mm_)",
  general: "General",
  text: "@",
};

/** What a conditional format changes about a cell. */
export const looks: Readonly<Record<ConditionPlan["look"], { readonly color: string; readonly fill?: string; readonly bold?: true }>> = {
  error: { color: colors.white, fill: colors.error, bold: true },
  warning: { color: colors.loss, fill: colors.lossSoft, bold: true },
  good: { color: colors.good, fill: colors.goodFill, bold: true },
  off: { color: colors.quiet, fill: colors.off },
  beyond: { color: colors.quiet },
  strong: { color: colors.white, fill: colors.give, bold: true },
  some: { color: "#0000C8", fill: colors.some, bold: true },
  little: { color: colors.input, fill: colors.little },
};

/** How one series of a chart is drawn. */
export interface SeriesLook {
  readonly fill?: string;
  readonly line?: string;
  /** Width of the line in points. */
  readonly width?: number;
  readonly dashed?: true;
  /** Colour of a number that stands on the fill. */
  readonly label?: string;
}

/** Charts have no title (the band above is it), no legend and no border. */
export const seriesLooks: Readonly<Record<ChartSeriesPlan["look"], SeriesLook>> = {
  ink: { fill: colors.ink, line: colors.ink, width: 2.25, label: colors.white },
  ask: { fill: colors.ask, line: colors.ask, width: 2.25 },
  give: { fill: colors.give, line: colors.give, width: 2.25, label: colors.white },
  lossOutline: { fill: colors.lossFill, line: colors.loss, width: 1.5, label: colors.loss },
  lossDashed: { line: colors.loss, width: 2.25, dashed: true },
  inkDashed: { line: colors.ink, width: 2.25, dashed: true },
  invisible: {},
};

/** Colour of a sheet's tab by what the sheet is for. */
export const tabColors: Readonly<Record<SheetClass, string>> = {
  input: "#F2C94C", calculation: "#9AA3B2", output: "#2E9E6B", control: "#4F60D8",
};

/** Row heights in points. */
export const heights = { title: 28, purpose: 16, status: 18, head: 20, tallHead: 46, section: 20, line: 16, figure: 34 } as const;

/** Margins in millimetres, those of a letter all round; header and footer in quiet 9 pt. */
export const printing = { side: 10, topAndBottom: 15, letter: 20, size: 9, color: colors.quiet } as const;
