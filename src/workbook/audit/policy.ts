/**
 * Our own modelling policy as data: what the audit asks of the sheets we build beyond what it asks of any workbook, and where our
 * design departs from a general rule on purpose. Every departure carries its reason.
 */

/** Names stand for scalar inputs, headline outputs, lists, checks and ranges; tables begin with tbl. */
export const namePrefixes = ["in_", "out_", "lst_", "chk_", "rng_"] as const;

/** Functions that every Excel since 2010 knows and most readers too. */
export const plainFunctions: ReadonlySet<string> = new Set([
  "ABS", "AND", "AVERAGE", "CHOOSE", "COLUMNS", "COUNT", "COUNTA", "COUNTBLANK", "COUNTIF", "COUNTIFS", "DATE", "EXP", "FIND", "FIXED",
  "IF", "INDEX", "INT", "ISBLANK", "ISNUMBER", "LARGE", "LEFT", "LEN", "LN", "LOWER", "MATCH", "MAX", "MEDIAN", "MID", "MIN", "MOD",
  "MONTH", "N", "NORMSINV", "NOT", "NPV", "OR", "PROPER", "PV", "RANK", "RIGHT", "ROUND", "ROWS", "SEARCH", "SIGN", "SMALL", "SQRT",
  "SUBSTITUTE", "SUM", "SUMIF", "SUMIFS", "SUMPRODUCT", "TEXT", "TRIM", "UPPER", "YEAR",
]);

interface Departure { readonly reason: string }

/** Sheets that may read any other sheet. */
export const seesEverything: readonly (Departure & { readonly sheet: string })[] = [
  { sheet: "about", reason: "It introduces the whole workbook." },
  { sheet: "summary", reason: "It stands first because it is read first, and shows results only." },
  { sheet: "checks", reason: "It tests the whole workbook." },
  { sheet: "charter", reason: "It is printed for the customer from all other sheets." },
];

/** Sheets that may be read from further left; "*" is any sheet. */
export const backwardLinks: readonly (Departure & { readonly from: string; readonly to: string })[] = [
  { from: "*", to: "lists", reason: "Lists hold words to look up, not results; they stand last because nobody starts there." },
  { from: "*", to: "checks", reason: "Every sheet repeats the master check." },
  { from: "role", to: "stakes", reason: "Weight and worth of an ask are shown beside it; nothing on the sheet calculates with them." },
  { from: "role", to: "value", reason: "Two of the nine numbers are results of the model; nothing on the sheet calculates with them." },
  { from: "commitments", to: "value", reason: "Whether they pay for themselves is said below them; nothing goes back." },
  { from: "commitments", to: "stakes", reason: "As above." },
];

interface FixedNumber extends Departure {
  readonly sheet: string;
  readonly values: readonly number[];
  readonly columns?: readonly string[];
  readonly line?: string;
}

/**
 * Numbers that are typed outside yellow cells because nobody should change them: these values, on these sheets, in these columns
 * (letters) and lines (beginning of the label).
 */
export const fixedNumbers: readonly FixedNumber[] = [
  { sheet: "stakes", values: [0, 1, 2, 3], line: "To which level", reason: "Switches say what each case is." },
  { sheet: "stakes", values: [0, 1], line: "All drivers move", reason: "Switches say what each case is." },
  { sheet: "stakes", values: [0, 1], line: "Commitments are paid", reason: "Switches say what each case is." },
  { sheet: "stakes", values: [15], line: "Periods shown", reason: "Value has 15 columns of periods; the number counts them." },
  { sheet: "value", values: [0], columns: ["G"], line: "Period", reason: "Counting begins at 0." },
  { sheet: "value", values: [1], columns: ["G"], line: "Survival", reason: "Every customer is there at the beginning." },
  { sheet: "value", values: [0], columns: ["G"], line: "At the least retention", reason: "No share is below 0: the search begins there." },
  { sheet: "value", values: [0.8, 0.82, 0.84, 0.86, 0.88, 0.9, 0.92, 0.94, 0.95, 0.96, 0.97, 0.98, 0.99, 0.995, 0.999], columns: ["E"], line: "Kept to",
    reason: "The levels at which the curve of the cost of perfection is drawn." },
  { sheet: "checks", values: [0], columns: ["F"], reason: "A count has no tolerance." },
  { sheet: "summary", values: [0], columns: ["E", "F", "G", "H", "I", "J"], reason: "Bars of the bridge without base or height." },
];

/** Lines that differ from their neighbours above and below on purpose; "*" is any column. */
export const unlikeNeighbours: readonly (Departure & { readonly sheet: string; readonly column: string; readonly line: string })[] = [
  { sheet: "inputs", column: "H", line: "Retention", reason: "Without commitments only retention differs from what is asked." },
  { sheet: "scenarios", column: "E", line: "", reason: "Column E is the role as asked, the other columns are its cases." },
  { sheet: "sensitivity", column: "E", line: "", reason: "Column E is the role as asked, the other columns are its cases." },
  { sheet: "value", column: "*", line: "At the ", reason: "The search begins at its two ends and halves what lies between." },
  { sheet: "value", column: "*", line: "Halving 1", reason: "The first halving starts from both ends, the others from the line above." },
];

/** Sheets whose printed page leaves out columns that are no table. */
export const unprintedColumns: readonly (Departure & { readonly sheet: string })[] = [
  { sheet: "summary", reason: "What the bridge is drawn from stands beside the page, for whoever wants to follow the chart." },
  { sheet: "charter", reason: "Only the page for the customer is printed; dates, answers and how clauses find their line stay with us." },
  { sheet: "commitments", reason: "What the charter adds to each wording is put together beside the page." },
  { sheet: "memo", reason: "How the lists of the page are counted stands beside it." },
  { sheet: "agenda", reason: "As on Memo." },
  { sheet: "review", reason: "What the table is worked out with stands over its columns, the order of the agenda beside the clauses." },
  { sheet: "customers", reason: "What each level is measured in stands over its column, on the pages that follow to the right." },
  { sheet: "scores", reason: "As on Customers." },
  { sheet: "leads", reason: "As on Customers." },
  { sheet: "sensitivity", reason: "What the grid is worked out with stands beside it, for whoever wants to follow it." },
  { sheet: "reciprocity", reason: "Links to Stakes that the matrix works with are said there already." },
];

/** Pages that are printed as letters: they say by themselves what they are, and a customer is told neither our file nor our headings. */
export const letters: ReadonlySet<string> = new Set(["charter", "interview", "memo", "agenda"]);

/** Column A numbers lines and ranks: such numbers are addresses for readers, not amounts. */
export const lineNumberColumn = 0;

/** Headings under which one cell of each style shows what the style means. */
export const legendHeads: readonly string[] = ["Legend", "How to read a cell"];

/** Sheets of calculations on which a person also enters something. */
export const inputsAmongCalculations: readonly (Departure & { readonly sheet: string })[] = [
  { sheet: "reciprocity", reason: "A link between an ask and a commitment can only be judged where both stand side by side." },
  { sheet: "scenarios", reason: "What changes in a future is judged beside what it does." },
  { sheet: "memo", reason: "How the lists of the page are counted stands beside it." },
  { sheet: "agenda", reason: "As on Memo." },
  { sheet: "review", reason: "What was measured in a period is judged beside what follows from it." },
  { sheet: "sensitivity", reason: "How far a number is swung is judged beside what that does." },
  { sheet: "leads", reason: "A lead is one row: what is known of it, and what follows." },
  { sheet: "bonus", reason: "Which stage a sale has come to is ticked beside what it pays." },
  { sheet: "plan", reason: "An offer or a milestone is one row: what is planned, and what follows." },
];

/** Columns that mean the same on every sheet of inputs and calculations, by their headings. */
export const columnPurposes: readonly { readonly column: number; readonly heads: readonly string[] }[] = [
  { column: 0, heads: ["Id", "Line", "No.", "Rank"] },
  { column: 1, heads: ["Label"] },
  { column: 2, heads: ["Unit"] },
  { column: 3, heads: ["Source", "Source or driver"] },
];

/** What About must say, and how it is recognised. Author and contacts stand in the file's properties, dates in Versions. */
export const aboutParts: readonly { readonly part: string; readonly words: RegExp }[] = [
  { part: "who it is for", words: /who it is for|segment/i },
  { part: "its version", words: /^version$/i },
  { part: "its audit", words: /^audit$/i },
  { part: "whether the values are samples", words: /^values$/i },
  { part: "the list of sheets", words: /the sheets/i },
  { part: "how to read a cell", words: /how to read|legend/i },
  { part: "the sign convention", words: /costs .* negative/i },
  { part: "the method and its source", words: /method/i },
];

/** Sheets that call functions of the add-in, and hand them lists by first and last cell, which makes long formulas. */
export const callingOurFunctions: readonly (Departure & { readonly sheet: string })[] = [
  { sheet: "history", reason: "The fit is a function over the person's own orders; beside it stand the numbers of one day for who lacks the add-in." },
];
