import type { ChartModel } from "./chart-model";

/** What the workbook knows beyond what the grid can keep. Plain data: the download and the tests read it too. */
export interface WorkbookState {
  readonly settings: Map<string, unknown>;
  readonly customXml: Map<string, string>;
  readonly properties: DocumentProperties;
  readonly styles: Map<string, StyleState>;
  readonly sheets: Map<string, SheetState>;
  /** By the id of the rule in the grid. */
  readonly validations: Map<string, ValidationState>;
  readonly conditional: Map<string, ConditionalState>;
  /** By the id of the name in the grid. */
  readonly names: Map<string, { visible: boolean }>;
  /** By the id of the table in the grid. */
  readonly tables: Map<string, TableState>;
  readonly charts: ChartModel[];
}

export interface SheetState {
  layout: PageLayoutState;
  protection: { options: Record<string, unknown>; password?: string } | null;
  veryHidden: boolean;
  readonly customProperties: Map<string, string>;
}

export interface PageLayoutState {
  orientation: string;
  paperSize: string;
  zoom: { scale?: number; horizontalFitToPages?: number; verticalFitToPages?: number };
  margins: Record<"top" | "bottom" | "left" | "right" | "header" | "footer", number>;
  centerHorizontally: boolean;
  centerVertically: boolean;
  blackAndWhite: boolean;
  draftMode: boolean;
  printGridlines: boolean;
  printHeadings: boolean;
  printOrder: string;
  printErrors: string;
  printComments: string;
  firstPageNumber: number | string;
  /** Addresses without the sheet, such as "$A$1:$K$40", "$1:$4", "$A:$B". */
  printArea: string | null;
  titleRows: string | null;
  titleColumns: string | null;
  /** Rows, counted from 0, before which a new page begins. */
  readonly rowBreaks: Set<number>;
  headersFooters: { state: string; useSheetMargins: boolean; useSheetScale: boolean; pages: Record<string, Record<string, string>> };
}

export interface ValidationState {
  rule: Record<string, any>;
  errorAlert: Record<string, unknown>;
  prompt: Record<string, unknown>;
  ignoreBlanks: boolean;
}

export interface ConditionalState {
  type: string;
  stopIfTrue: boolean;
  parts: Record<string, any>;
}

export interface TableState {
  style: string;
  showFilterButton: boolean;
  showBandedRows: boolean;
  showBandedColumns: boolean;
  showHeaders: boolean;
  highlightFirstColumn: boolean;
  highlightLastColumn: boolean;
}

/** A named cell style: the part of a grid style that it stands for. */
export interface StyleState {
  builtIn: boolean;
  style: Record<string, any>;
}

export interface DocumentProperties {
  values: Record<string, string>;
  readonly custom: Map<string, unknown>;
}

export function blankState(): WorkbookState {
  return {
    settings: new Map(), customXml: new Map(), properties: { values: {}, custom: new Map() },
    styles: new Map([["Normal", { builtIn: true, style: {} }]]),
    sheets: new Map(), validations: new Map(), conditional: new Map(), names: new Map(), tables: new Map(), charts: [],
  };
}

/** Belief: Excel's own page set-up for a new sheet, margins in points. */
export function blankSheetState(): SheetState {
  return { layout: blankLayout(), protection: null, veryHidden: false, customProperties: new Map() };
}

const blankLayout = (): PageLayoutState => ({
  orientation: "Portrait", paperSize: "Letter", zoom: { scale: 100 },
  margins: { top: 54, bottom: 54, left: 50.4, right: 50.4, header: 21.6, footer: 21.6 },
  centerHorizontally: false, centerVertically: false, blackAndWhite: false, draftMode: false,
  printGridlines: false, printHeadings: false, printOrder: "DownThenOver", printErrors: "ErrorsDisplayed", printComments: "NoComments",
  firstPageNumber: "", printArea: null, titleRows: null, titleColumns: null, rowBreaks: new Set(),
  headersFooters: { state: "Default", useSheetMargins: true, useSheetScale: true, pages: {} },
});
