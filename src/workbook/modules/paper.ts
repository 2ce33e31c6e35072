import { calc, note, type CellSpec, type Content, type RowSpec } from "../spec";
import type { StyleName } from "../workbook-plan";

/** A cell of a page that is printed as a letter of its own. */
export const paper = (style: StyleName) => (content: Content, more: Partial<CellSpec> = {}): CellSpec => ({ content, style, ...more });

export const says = paper("paperText");
export const heading = paper("paperHead");
/** A line of a list, with a rule below it; long words are broken, or run on into the empty cells beside. */
export const ruled = paper("paperLastClause");
export const runsOn = paper("paperLastNumber");

/** The same empty cell in several columns: room to write, or a line that goes on. */
export const empty = (columns: string, cell: (content: null) => CellSpec): RowSpec["cells"] =>
  Object.fromEntries([...columns].map((column) => [column, cell(null)]));

/** Air between two lists. */
export const gap: RowSpec = { height: 8, cells: {} };

/** What a page says by a formula. */
export const by = (formula: string): Content => ({ formula });

/** Both sides by their names. */
export const parties = by('IF([inputs/in_company] = "", "Our company", [inputs/in_company]) & " and " & '
  + 'IF([inputs/in_customer] = "", "our customer", [inputs/in_customer])');

/** Beside the page, under a heading: from where the lines of a list are counted, and the number of each. */
export const counting: RowSpec["cells"] = { H: note(0, { format: "flag" }) };
export const counted: RowSpec["cells"] = { H: calc("[^H] + 1", "flag") };
