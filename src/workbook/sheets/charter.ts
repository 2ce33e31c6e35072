import type { Agreement } from "../../core/agreement";
import { clausesOf, linesOf } from "../../core/charter/clauses";
import { charterRows, signatoryRows } from "../../core/fields";
import {
  calc, check, entry, label, note, remark, table, total, type BlockSpec, type CellSpec, type RowSpec, type SheetSpec,
  type TableColumn,
} from "../spec";
import type { StyleName } from "../workbook-plan";
import { clauseLines } from "./charter-lines";
import { departments } from "./charter-departments";

/**
 * The page that both sides sign, filled from the other sheets: each commitment faces the asks it earns under one number. Below it, and
 * not printed with it: dates and people, the answers to the clauses, a list for each department, and how the lines find their place.
 */
export function charterSheet(agreement: Agreement): SheetSpec {
  const page = paper(agreement);
  return {
    id: "charter", name: "Charter", sheetClass: "output",
    title: "Charter", purpose: "What both sides sign: the first block is printed for the customer; the blocks below stay with us",
    widths: [4, 33, 13, 4, 4, 35, 15, 12, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9],
    blocks: [page, people(agreement), index, clauses(agreement), departments(agreement), clauseLines(agreement)],
    conditions: [
      { on: "clauses.id:on", when: "[@$shown] = 0", look: "off" },
      { on: "clauses.status", when: '[@status] = "declined"', look: "warning" },
      { on: "clauses.status", when: "[@agreed] = 1", look: "good" },
    ],
    names: { rng_charter: "page.A:G", rng_departments: "departments.A:G" },
    printTo: "G",
    letter: { rows: "page", footer: "How we work together", ...(isOnePage(page) ? {} : { secondPage: "measured" }) },
  };
}

// --- the page

/** Points that one page holds at the scale of its width: 729 on A4 at 81 %. Letter is shorter and then prints a little smaller. */
const PAGE = 890;
const isOnePage = ({ rows }: BlockSpec) => rows.reduce((sum, { height = 16 }) => sum + height, 0) <= PAGE;

/** Empty lines for clauses that are switched on later. */
const SPARE = 2;

const text = (style: StyleName) => (content: string, more: Partial<CellSpec> = {}): CellSpec => ({ content, style, ...more });
const worked = (style: StyleName) => (formula: string, more: Partial<CellSpec> = {}): CellSpec => ({ content: { formula }, style, ...more });
const [says, told] = [text("paperText"), worked("paperText")];
const gap = (height: number): RowSpec => ({ height, cells: {} });
const said = (height: number, cells: RowSpec["cells"], id?: string): RowSpec => ({ height, cells, ...(id !== undefined && { id }) });

const us = 'IF([inputs/in_company] = "", "our company", [inputs/in_company])';
const you = 'IF([inputs/in_customer] = "", "our customer", [inputs/in_customer])';
const aim = 'IF([inputs/in_mode] = "T", "We want this sale to go well for both of us. ", "We want to work with you for a long time. ")';

function paper(agreement: Agreement): BlockSpec {
  return {
    id: "page",
    columns: { slot: "I", ours: "J", theirs: "K" },
    rows: [
      said(38, { A: text("paperTitle")("How we work together") }),
      said(24, { A: worked("paperParties")(`${us} & " and " & ${you}`) }),
      said(24, { A: told(`${aim} & "This page says in numbers what you can expect"`) }),
      said(18, { A: says("from us and what we count on from you. Our side comes first.") }),
      gap(10),
      said(24, { ...across("paperGive", "ABC", "You can expect from us"), ...across("paperAsk", "EFG", "We count on you"), ...counting }),
      ...slots(agreement),
      gap(12),
      section("How we measure it", "measured"),
      said(20, { A: says("Every number comes from a record that both of us can see: orders, invoices, the service desk, review minutes.") }),
      said(18, { A: says("Introductions, feedback and patience with mistakes count only when we kept our side of the same line.") }),
      gap(10),
      ...remedies(agreement),
      said(18, { A: told('IF([contact.F] = "", "", "Anything else: " & [contact.F])') }),
      gap(10),
      section("Next review"),
      said(20, {
        A: told('IF(COUNT([review.F]) = 0, "We agree on a date when we sign.", "")'),
        B: worked("paperText")('IF(COUNT([review.F]) = 0, "", [review.F])', { format: "longDate" }),
        E: says("Either of us may ask for a change; nothing changes without both."),
      }),
      gap(10),
      { ...section("Agreed"), cells: {
        ...across("paperHead", "ABCDEFG", "Agreed"), G: worked("paperHead")('"Version " & [version.F]', { align: "right" }),
      } },
      gap(44),
      said(18, { ...signs("ABC", `"For " & ${us}`), ...signs("EFG", `"For " & ${you}`) }),
      said(18, { ...signatory("ours", "A", "C"), ...signatory("theirs", "E", "G") }),
    ],
  };
}

const across = (style: StyleName, columns: string, first: string): Record<string, CellSpec> =>
  Object.fromEntries([...columns].map((column, i) => [column, i === 0 ? text(style)(first) : { content: null, style }]));
const section = (title: string, id?: string): RowSpec => said(22, across("paperHead", "ABCDEFG", title), id);
const signs = (columns: string, formula: string): Record<string, CellSpec> =>
  ({ ...across("paperSign", columns, ""), [columns[0]!]: worked("paperSign")(formula) });

function signatory(side: "ours" | "theirs", left: string, right: string): Record<string, CellSpec> {
  const [name, title, signed] = [`[${side}Name.F]`, `[${side}Title.F]`, `[${side}SignedOn.F]`];
  const both = `${name} & LEFT(", ", 100 * (${name} <> "") * (${title} <> "")) & ${title}`;
  return {
    [left]: worked("paperNote")(`IF(LEN(${name} & ${title}) = 0, "Name, title, date", ${both})`),
    [right]: worked("paperNote")(`IF(COUNT(${signed}) = 0, "", ${signed})`, { format: "date", align: "right" }),
  };
}

/** Beside the page: which line it is, and which of the clauses below stand on it. */
const counting: Record<string, CellSpec> = {
  H: note("Line, ours, yours:"), slot: { content: 0, style: "note", format: "flag" }, ours: note(null), theirs: note(null),
};

const lineOf = (side: "us" | "you") => calc(`SUMIFS([lines.line], [lines.side], "${side}", [lines.slot], [@slot])`, "flag");
const from = (column: string, line: string) => `IF([@${line}] = 0, "", INDEX([lines.${column}], [@${line}]))`;

function slots(agreement: Agreement): RowSpec[] {
  const lines = linesOf(clausesOf(agreement));
  const now = lines.map(({ ours, theirs }, i) => ({
    isLast: i + 1 === lines.length || lines[i + 1]!.ours !== undefined,
    rows: Math.max(rowsFor(ours?.wording, 38), rowsFor(ours?.amount, 14), rowsFor(theirs?.wording, 42), rowsFor(theirs?.amount, 17)),
  }));
  return [...now, ...Array.from({ length: SPARE }, () => ({ isLast: false, rows: 1 }))].map(slot);
}

/** One line of the page; a rule closes those that belong together now. */
function slot({ isLast, rows }: { isLast: boolean; rows: number }): RowSpec {
  const [number, clause, amount] = isLast ? lastOfGroup : within;
  return said(4 + 14 * rows, {
    A: number(from("number", "ours")), B: clause(from("text", "ours")), C: amount(from("amount", "ours")),
    E: number('IF([@ours] * [@theirs] = 0, "", [@A])'), F: clause(from("text", "theirs")), G: amount(from("amount", "theirs")),
    slot: calc("[^slot] + 1", "flag"), ours: lineOf("us"), theirs: lineOf("you"),
  });
}

const within = [worked("paperNumber"), worked("paperClause"), worked("paperAmount")] as const;
const lastOfGroup = [worked("paperLastNumber"), worked("paperLastClause"), worked("paperLastAmount")] as const;

/** Lines that a text takes in a column of so many characters. */
const rowsFor = (words = "", characters: number) => Math.max(1, Math.ceil(words.length / characters));

/** What we do when we break a promise, in two columns; a promise without a remedy leaves its line empty. */
function remedies({ commitments }: Agreement): RowSpec[] {
  const rows = Math.ceil(commitments.filter(({ question }) => question !== 8).length / 2);
  const nth = (column: string) => `SUMIFS([lines.line], [lines.side], "us", [lines.number], [@${column}])`;
  const title = section("If something goes wrong");
  const counting = { L: note(0, { format: "flag" }), M: note(rows, { format: "flag" }) };
  return [{ ...title, cells: { ...title.cells, ...counting } }, ...Array.from({ length: rows }, () => said(18, {
    A: told('IF([@B] = "", "", [@L])'),
    B: told(from("remedy", "N")),
    E: told('IF([@F] = "", "", [@M])'),
    F: told(from("remedy", "O")),
    L: calc("[^L] + 1", "flag"), M: calc("[^M] + 1", "flag"), N: calc(nth("L"), "flag"), O: calc(nth("M"), "flag"),
  }))];
}

// --- dates and people

const inOrder = check("(N([@F]) > 0) * (N([@F]) < N([date.F]))", "look");

function people(agreement: Agreement): BlockSpec {
  const row = (id: string, field: string, words: string, unit: string): RowSpec => ({ id, cells: {
    B: label(words), C: note(unit), F: { ...entry(agreement, field), name: nameOf(id), align: "left" },
    ...(unit === "day" && id !== "date" && { G: inOrder }),
  } });
  const signer = (side: "ours" | "theirs", who: string) => signatoryRows.map(({ key, label: words, unit }) =>
    row(`${side}${key[0]!.toUpperCase()}${key.slice(1)}`, `charter.${side}.${key}`, `${who}: ${words}`, unit));
  return {
    id: "people",
    bands: [{ title: "Dates and people", tone: "ask", from: "A" }],
    rows: [
      ...charterRows.map(({ key, label: words, unit }) => row(key, `charter.${key}`, words, unit)),
      ...signer("ours", "For us"), ...signer("theirs", "For the customer"),
      { id: "changed", cells: { B: label("Changed since signed"), C: note("flag"), F: calc(hasChanged, "flag", { align: "left" }) } },
      { id: "unplaced", cells: {
        B: label("Clauses that found no line"), C: note("clauses"),
        F: calc('COUNTIF([lines.slot], ">0") - COUNTIF([page.ours:theirs], ">0")', "flag", { align: "left" }),
      } },
    ],
  };
}

/** The role moved after the last of charter and signatures; nobody signed, nothing is broken. */
const hasChanged = "(COUNT([oursSignedOn.F], [theirsSignedOn.F]) > 0) * ([versions/out_last_change] >= "
  + "MAX([date.F], [oursSignedOn.F], [theirsSignedOn.F]) + 1)";

const nameOf = (id: string) => `in_charter_${id.replace(/[A-Z]/g, (capital) => `_${capital.toLowerCase()}`)}`;

// --- the answers

const index: BlockSpec = {
  id: "index",
  bands: [{ title: "How far we agree", tone: "ask", from: "A" }],
  rows: [
    { id: "out_agreement", cells: {
      B: label("Agreement index"), C: note("% agreed"),
      F: total('IF(SUM([clauses.share]) = 0, "", SUMPRODUCT([clauses.share], [clauses.agreed]) / SUM([clauses.share]))', "percent",
        { name: "out_agreement", align: "left" }),
    } },
    remark("Each side counts half: asks by their weight, commitments by their number. Accepted counts, with or without a change.", "B"),
  ],
};

function clauses(agreement: Agreement): BlockSpec {
  const ids = [...new Set([...agreement.commitments, ...agreement.asks].map(({ id }) => id))];
  const columns = clauseColumnsOf(agreement);
  return table("clauses", columns, ids, (id) => `clause${id}`, {
    bands: [{ title: "What was answered to each clause", tone: "ask", from: "A", aside: "Grey: not on the charter" }],
    table: "tblClauses",
  });
}

function clauseColumnsOf(agreement: Agreement): TableColumn<string>[] {
  const find = (column: string) => `INDEX([lines.${column}], MATCH([@id], [lines.id], 0))`;
  const entered = (key: string, title: string): TableColumn<string> =>
    ({ key, head: title, width: 0, cell: (id) => entry(agreement, `clauses.${id}.${key}`) });
  return [
    { key: "id", head: "Id", width: 0, cell: (id) => note(id) },
    { key: "clause", head: "Clause", width: 0, cell: () => calc(find("text"), "general", { align: "left" }) },
    entered("by", "Said by"),
    { key: "number", head: "No.", width: 0, align: "center", cell: () => calc(find("number"), "flag", { align: "center" }) },
    { key: "side", head: "Side", width: 0, align: "center", cell: () => calc(find("side"), "general", { align: "center" }) },
    entered("remark", "Remark"),
    entered("status", "Status"),
    { ...entered("on", "On"), align: "right" },
    { key: "shown", head: "Shown", width: 0, align: "right", cell: () => calc(find("shown"), "flag") },
    { key: "share", head: "Share", width: 0, align: "right", cell: () => calc(find("share"), "percent") },
    { key: "agreed", head: "Agreed", width: 0, align: "right",
      cell: () => calc('[@shown] * (LEFT([@status], LEN("accepted")) = "accepted")', "flag") },
  ];
}
