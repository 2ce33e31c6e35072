import { printed, type Clause } from "../../core/charter/clauses";
import type { CellSpec, Content, RowSpec } from "../spec";
import type { StyleName } from "../workbook-plan";

/**
 * The page that a customer reads and both sides sign. What stands on it is handed in: formulas in our workbook, where the page follows
 * every change, and plain words in the customer's copy.
 */
export interface PageWords {
  readonly parties: Content;
  readonly aim: Content;
  readonly us: Content;
  readonly you: Content;
  readonly lines: readonly PageLine[];
  /** What happens when a promise is broken: number and words, side by side. */
  readonly remedies: readonly Pick<PageLine, "ours" | "theirs" | "beside">[];
  readonly remediesBeside?: RowSpec["cells"];
  readonly contact: Content;
  /** A sentence while there is no day, and the day. */
  readonly noReview: Content;
  readonly review: Content;
  readonly version: Content;
  readonly ours: Signature;
  readonly theirs: Signature;
  /** What stands beside the headings of the clauses, outside the page. */
  readonly beside?: RowSpec["cells"];
}

/** Number, wording and level of a clause on the left, of another on the right. */
export interface PageLine {
  readonly ours: readonly Content[];
  readonly theirs: readonly Content[];
  /** Lines of text that the longest of them takes. */
  readonly tall: number;
  /** A rule closes what stands under one number. */
  readonly isLast: boolean;
  readonly beside?: RowSpec["cells"];
}

/** Who signs, or what to write there, and the day. */
export interface Signature { readonly name: Content; readonly day: Content }

const cell = (style: StyleName) => (content: Content, more: Partial<CellSpec> = {}): CellSpec => ({ content, style, ...more });
const says = cell("paperText");
const row = (height: number, cells: RowSpec["cells"] = {}, id?: string): RowSpec => ({ height, cells, ...(id !== undefined && { id }) });
const across = (style: StyleName, columns: string, first: Content): RowSpec["cells"] =>
  Object.fromEntries([...columns].map((column, i) => [column, cell(style)(i === 0 ? first : null)]));
const section = (title: string, more: RowSpec["cells"] = {}, id?: string) => row(22, { ...across("paperHead", "ABCDEFG", title), ...more }, id);

/** Columns A to C hold our side and E to G theirs; the second page, where one is needed, begins at the row "measured". */
export function pageRows(words: PageWords): RowSpec[] {
  return [
    row(38, { A: cell("paperTitle")("How we work together") }),
    row(24, { A: cell("paperParties")(words.parties) }),
    row(24, { A: says(words.aim) }),
    row(18, { A: says("This page says in numbers what you can expect from us and what we count on from you. Our side comes first.") }),
    row(10),
    row(24, { ...across("paperGive", "ABC", "You can expect from us"), ...across("paperAsk", "EFG", "We count on you"), ...words.beside }),
    ...words.lines.map(clauseRow),
    row(12),
    section("How we measure it", {}, "measured"),
    row(20, { A: says("Every number comes from a record that both of us can see: orders, invoices, the service desk, review minutes.") }),
    row(18, { A: says("Introductions, feedback and patience with mistakes count only when we kept our side of the same line.") }),
    row(10),
    section("If something goes wrong", words.remediesBeside),
    ...words.remedies.map(({ ours: [number, remedy], theirs: [other, another], beside }) =>
      row(18, { A: says(number!), B: says(remedy!), E: says(other!), F: says(another!), ...beside })),
    row(18, { A: says(words.contact) }),
    row(10),
    section("Next review"),
    row(20, { A: says(words.noReview), B: says(words.review, { format: "longDate" }),
      E: says("Either of us may ask for a change; nothing changes without both.") }),
    row(10),
    section("Agreed", { G: cell("paperHead")(words.version, { align: "right", format: "words" }) }),
    row(44),
    row(18, { ...across("paperSign", "ABC", words.us), ...across("paperSign", "EFG", words.you) }),
    row(18, { ...signature(words.ours, "A", "C"), ...signature(words.theirs, "E", "G") }),
  ];
}

const inside = ["paperNumber", "paperClause", "paperAmount"] as const;
const last = ["paperLastNumber", "paperLastClause", "paperLastAmount"] as const;

function clauseRow({ ours, theirs, tall, isLast, beside }: PageLine): RowSpec {
  const [number, clause, amount] = (isLast ? last : inside).map(cell) as [typeof says, typeof says, typeof says];
  return row(4 + 14 * tall, {
    A: number(ours[0]!), B: clause(ours[1]!), C: amount(ours[2]!),
    E: number(theirs[0]!), F: clause(theirs[1]!), G: amount(theirs[2]!), ...beside,
  });
}

const signature = ({ name, day }: Signature, left: string, right: string): RowSpec["cells"] =>
  ({ [left]: cell("paperNote")(name), [right]: cell("paperNote")(day, { format: "date", align: "right" }) });

/** Widths of the page's columns, in characters. */
export const pageWidths = [4, 33, 13, 4, 4, 35, 15] as const;
export const pageFooter = "How we work together";

/** Points that are still printed on one page: A4 holds 729 at 81 %, the scale of its width, and a little more a little smaller. */
const PAGE = 930;
export const isOnePage = (rows: readonly RowSpec[]): boolean => rows.reduce((sum, { height = 16 }) => sum + height, 0) <= PAGE;

/** Lines that a text takes in a column of so many characters. */
export const linesFor = (words: string, characters: number): number => Math.max(1, Math.ceil(words.length / characters));
/** Characters that fit on a line: of our wording and level, and of theirs. */
export const fits = { ours: [38, 12], theirs: [42, 15] } as const;

/** Lines of text that the longest of a line's clauses takes. */
export function tallness({ ours, theirs }: { readonly ours?: Clause; readonly theirs?: Clause }): number {
  const lines = (clause: Clause | undefined, [wording, amount]: readonly [number, number]) =>
    (clause ? Math.max(linesFor(printed(clause), wording), linesFor(clause.amount, amount)) : 1);
  return Math.max(lines(ours, fits.ours), lines(theirs, fits.theirs));
}
