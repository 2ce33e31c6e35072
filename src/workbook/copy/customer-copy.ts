import type { Agreement } from "../../core/agreement";
import { clausesOf, linesOf, printed, type Clause } from "../../core/charter/clauses";
import { answerTo, clauseStatuses, newCharter } from "../../core/charter/charter";
import { serialOf } from "../../core/fields";
import { columnIndex } from "../formula";
import { isOnePage, linesFor, pageFooter, pageRows, pageWidths, tallness, type PageLine, type PageWords } from "../sheets/charter-page";
import { head, label, note, type CellSpec, type Content, type RowSpec } from "../spec";
import { heights } from "../style";
import type { CellContent, CellPlan, SheetPlan, ValidationPlan, WorkbookPlan } from "../workbook-plan";

/**
 * The customer's copy, written from scratch: the page to sign, how each clause is measured, and a form to answer on. It takes nothing
 * from our sheets and holds words and levels only, so that there is nothing in it to be taken out.
 * @example planCustomerCopy(sample.agreement).sheets.map(({ name }) => name) is ["Charter", "Measures", "Your answer"]
 */
export function planCustomerCopy(agreement: Agreement): WorkbookPlan {
  const clauses = clausesOf(agreement);
  return { version: agreement.charter.version, sheets: [charter(agreement, clauses), measures(clauses), answer(agreement, clauses)] };
}

/** The words and numbers of the form itself, as they stand in the copy of an agreement that says nothing. */
export function formWords(): string[] {
  const silent = (mode: "R" | "T") =>
    ({ inputs: { company: "", customer: "", mode }, asks: [], commitments: [], charter: newCharter }) as unknown as Agreement;
  const cells = (["R", "T"] as const).flatMap((mode) => planCustomerCopy(silent(mode)).sheets.flatMap((sheet) => sheet.cells));
  const limits = rules(1).flatMap((rule) => [rule.title, rule.message, ...("max" in rule ? [rule.max, "min" in rule ? rule.min : undefined] : [])]);
  const words = cells.flatMap(({ content }) => (content.kind === "value" ? [content.value] : []));
  return [...words, ...limits, ...clauseStatuses].filter((each) => each !== undefined).map(String);
}

// --- the page

function charter(agreement: Agreement, clauses: readonly Clause[]): SheetPlan {
  const rows = pageRows(wordsOf(agreement, clauses));
  const letter = isOnePage(rows) ? {} : { secondPage: rows.findIndex(({ id }) => id === "measured") };
  return sheetOf("charter", "Charter", rows, pageWidths, { letter: { footer: pageFooter, ...letter } });
}

function wordsOf({ charter: its, inputs }: Agreement, clauses: readonly Clause[]): PageWords {
  const [us, you] = [inputs.company || "our company", inputs.customer || "our customer"];
  const aim = inputs.mode === "T" ? "We want this sale to go well for both of us." : "We want to work with you for a long time.";
  const rows = Math.ceil(clauses.filter(({ side }) => side === "us").length / 2);
  const remedyOf = (number: number): Content[] => {
    const remedy = clauses.find((clause) => clause.side === "us" && clause.number === number)?.remedy;
    return remedy ? [number, remedy] : [null, null];
  };
  return {
    parties: `${us} and ${you}`, aim, us: `For ${us}`, you: `For ${you}`,
    lines: pageLines(clauses),
    remedies: Array.from({ length: rows }, (_, i) => ({ ours: remedyOf(i + 1), theirs: remedyOf(i + 1 + rows) })),
    contact: its.contact === "" ? null : `Anything else: ${its.contact}`,
    noReview: its.review === null ? "We agree on a date when we sign." : null, review: dayCell(its.review),
    version: `Version ${its.version}`, ours: signature(its.ours), theirs: signature(its.theirs),
  };
}

function pageLines(clauses: readonly Clause[]): PageLine[] {
  const lines = linesOf(clauses);
  const words = (clause: Clause | undefined, number: Content): Content[] => (clause ? [number, printed(clause), clause.amount] : [null, null, null]);
  return lines.map((line, i) => ({
    ours: words(line.ours, line.ours?.number ?? null), theirs: words(line.theirs, line.ours?.number ?? null),
    tall: tallness(line), isLast: i + 1 === lines.length || lines[i + 1]!.ours !== undefined,
  }));
}

const dayCell = (day: string | null): Content => (day === null ? null : serialOf(day));
const signature = ({ name, title, signedOn }: Agreement["charter"]["ours"]) =>
  ({ name: [name, title].filter(Boolean).join(", ") || "Name, title, date", day: dayCell(signedOn) });

// --- how each clause is measured

function measures(clauses: readonly Clause[]): SheetPlan {
  const rows: RowSpec[] = [
    title("How we measure it"),
    remark("Either of us may ask to see any of these records."),
    { cells: {} },
    { height: heights.head, cells: {
      A: head("No."), B: head("Clause"), C: head("Whose"), D: head("Level", "right"), E: head("Where it is seen"), F: head("How often"),
      G: head("If it is broken"),
    } },
    ...clauses.map((clause): RowSpec => ({ height: heightFor(printed(clause)), cells: {
      A: note(clause.number || null, { align: "left" }), B: label(printed(clause)), C: note(clause.side),
      D: label(clause.amount, { align: "right", format: "words" }), E: label(clause.source), F: label(clause.frequency), G: label(clause.remedy),
    } })),
  ];
  return sheetOf("measures", "Measures", rows, [6, 48, 8, 20, 22, 12, 34], { titleRows: 4 });
}

const heightFor = (wording: string) => 6 + 14 * linesFor(wording, 54);
const title = (words: string): RowSpec => ({ height: heights.title, cells: { A: { content: words, style: "title" } } });
const remark = (words: string): RowSpec => ({ cells: { A: { content: words, style: "purpose" } } });

// --- the form

/** Name of the form's table, by which an answer that comes back is known. */
export const ANSWER_TABLE = "tblAnswer";
/** Headings of the form in order; the first names the clause, the last four are answered. */
export const answerHeads = ["Id", "No.", "Clause", "Level", "Your answer", "Said by", "On", "Remark"] as const;
const FIRST_ROW = 5;

function answer({ charter: its }: Agreement, clauses: readonly Clause[]): SheetPlan {
  const rows: RowSpec[] = [
    title("Your answer"),
    remark("Choose an answer for each clause, say what you would change, and send this file back. Only the yellow cells are yours to fill in."),
    remark(`Version ${its.version}. Nothing counts until both of us have said yes.`),
    { cells: {} },
    { height: heights.head, cells: Object.fromEntries(answerHeads.map((words, i) => ["ABCDEFGH"[i]!, head(words, words === "Level" ? "right" : undefined)])) },
    ...clauses.map((clause) => answerRow(clause, its)),
  ];
  const tables = [{ name: ANSWER_TABLE, box: { row: FIRST_ROW - 1, column: 0, rows: clauses.length + 1, columns: answerHeads.length } }];
  return { ...sheetOf("answer", "Your answer", rows, [6, 6, 48, 20, 20, 18, 12, 44], { titleRows: FIRST_ROW }), validations: rules(clauses.length), tables };
}

/** What may be answered, in as many rows as there are clauses. */
function rules(rows: number): ValidationPlan[] {
  if (rows === 0) return [];
  const box = (column: number) => ({ row: FIRST_ROW, column, rows, columns: 1 });
  return [
    { kind: "list", source: clauseStatuses, box: box(4), title: "Your answer", message: "Choose from the list.", optional: false },
    { kind: "length", max: 255, box: box(5), title: "Said by", message: "Your name.", optional: true },
    { kind: "whole", min: serialOf("2000-01-01"), max: serialOf("2099-12-31"), box: box(6), title: "On", message: "A day, such as 2027-03-31.",
      optional: true },
    { kind: "length", max: 255, box: box(7), title: "Remark", message: "What you would change, or why not.", optional: true },
  ];
}

function answerRow(clause: Clause, its: Agreement["charter"]): RowSpec {
  const { status, by, on, remark: said } = answerTo(its, clause.id);
  const entry = (content: Content, format: CellSpec["format"] = "text"): CellSpec => ({ content, style: "input", format, align: "left" });
  return { height: heightFor(printed(clause)), cells: {
    A: note(clause.id), B: note(clause.number || null, { align: "left" }), C: label(printed(clause)), D: label(clause.amount, { align: "right", format: "words" }),
    E: entry(status, "general"), F: entry(by), G: entry(dayCell(on), "date"), H: entry(said),
  } };
}

// --- a sheet of plain contents

type Page = { readonly titleRows: number } | Pick<Required<SheetPlan["print"]>, "letter">;

function sheetOf(id: string, name: string, rows: readonly RowSpec[], widths: readonly number[], page: Page): SheetPlan {
  const titleRows = "titleRows" in page ? page.titleRows : 0;
  const area = { row: 0, column: 0, rows: rows.length, columns: widths.length };
  return {
    id, name, sheetClass: id === "answer" ? "input" : "output", purpose: "", widths,
    cells: rows.flatMap((row, i) => Object.entries(row.cells).map(([column, cell]) => planned(cell, i, columnIndex(column, {})))),
    heights: Object.fromEntries(rows.map(({ height }, i) => [i, height ?? heights.line])),
    freeze: { rows: titleRows, columns: 0 },
    validations: [], conditions: [], tables: [], names: [], charts: [],
    print: { landscape: !("letter" in page), area, titleRows, ...("letter" in page && { letter: page.letter }) },
  };
}

function planned({ content, style, format, align }: CellSpec, row: number, column: number): CellPlan {
  return { row, column, content: plain(content), style, ...(format && { format }), ...(align && { align }) };
}

/** @throws Error for a formula: nothing is worked out in a customer's copy */
function plain(content: Content): CellContent {
  if (content === null || content === "") return { kind: "empty" };
  if (typeof content === "object") throw new Error(`The customer's copy holds no formulas, and not ${content.formula}.`);
  return { kind: "value", value: content };
}
