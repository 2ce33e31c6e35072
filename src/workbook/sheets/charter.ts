import type { Agreement } from "../../core/agreement";
import { clausesOf, linesOf, shownCommitments } from "../../core/charter/clauses";
import { charterRows, signatoryRows } from "../../core/fields";
import {
  calc, check, entry, label, note, remark, table, total, type BlockSpec, type Content, type RowSpec, type SheetSpec, type TableColumn,
} from "../spec";
import { clauseLines, widthOfLines } from "./charter-lines";
import { departments } from "./charter-departments";
import { fits, isOnePage, linesFor, pageFooter, pageRows, pageWidths, tallness, type PageLine, type PageWords } from "./charter-page";

/**
 * The page that both sides sign, filled from the other sheets: each commitment faces the asks it earns under one number. Below it, and
 * not printed with it: dates and people, the answers to the clauses, a list for each department, and how the lines find their place.
 */
export function charterSheet(agreement: Agreement): SheetSpec {
  const printed = page(agreement);
  return {
    id: "charter", name: "Charter", sheetClass: "output",
    title: "Charter", purpose: "What both sides sign: the first block is printed for the customer; the blocks below stay with us",
    widths: [...pageWidths, 12, ...Array.from({ length: widthOfLines(agreement) - pageWidths.length - 1 }, () => 9)],
    blocks: [printed, people(agreement), index, clauses(agreement), departments(agreement), clauseLines(agreement)],
    conditions: [
      { on: "clauses.id:on", when: "[@$shown] = 0", look: "off" },
      { on: "clauses.status", when: '[@status] = "declined"', look: "warning" },
      { on: "clauses.status", when: "[@agreed] = 1", look: "good" },
    ],
    names: { rng_charter: "page.A:G", rng_departments: "departments.A:G" },
    printTo: "G",
    letter: { rows: "page", footer: pageFooter, ...(isOnePage(printed.rows) ? {} : { secondPage: "measured" }) },
  };
}

// --- the page

/** Empty lines for clauses that come later, and the promises that may then have a remedy: as many as leave the page one. */
interface Room { readonly lines: number; readonly remedies: number }

/** A page with room for all that may come, else one that is still one page, else two pages with room. */
function page(agreement: Agreement): BlockSpec {
  const shown = shownCommitments(agreement).length;
  const [roomy, tight] = [{ lines: 6, remedies: agreement.commitments.length }, { lines: 2, remedies: shown + 1 }]
    .map((room) => pageWith(agreement, room)) as [BlockSpec, BlockSpec];
  return !isOnePage(roomy.rows) && isOnePage(tight.rows) ? tight : roomy;
}

const by = (formula: string): Content => ({ formula });
const us = 'IF([inputs/in_company] = "", "our company", [inputs/in_company])';
const you = 'IF([inputs/in_customer] = "", "our customer", [inputs/in_customer])';
const aim = 'IF([inputs/in_mode] = "T", "We want this sale to go well for both of us.", "We want to work with you for a long time.")';

function pageWith(agreement: Agreement, room: Room): BlockSpec {
  const rows = Math.ceil(room.remedies / 2);
  return {
    id: "page",
    columns: { slot: "I", ours: "J", theirs: "K" },
    rows: pageRows({
      parties: by(`${us} & " and " & ${you}`), aim: by(aim),
      us: by(`"For " & ${us}`), you: by(`"For " & ${you}`),
      lines: slots(agreement, room), beside: counting,
      remedies: remedies(rows), remediesBeside: { L: note(0, { format: "flag" }), M: note(rows, { format: "flag" }) },
      contact: by('IF([contact.F] = "", "", "Anything else: " & [contact.F])'),
      noReview: by('IF(COUNT([review.F]) = 0, "We agree on a date when we sign.", "")'),
      review: by('IF(COUNT([review.F]) = 0, "", [review.F])'),
      version: by('"Version " & [version.F]'), ours: signature("ours"), theirs: signature("theirs"),
    }),
  };
}

function signature(side: "ours" | "theirs") {
  const [name, title, signed] = [`[${side}Name.F]`, `[${side}Title.F]`, `[${side}SignedOn.F]`];
  const both = `${name} & LEFT(", ", 100 * (${name} <> "") * (${title} <> "")) & ${title}`;
  return {
    name: by(`IF(LEN(${name} & ${title}) = 0, "Name, title, date", ${both})`),
    day: by(`IF(COUNT(${signed}) = 0, "", ${signed})`),
  };
}

/** Beside the page: which line it is, and which of the clauses below stand on it. */
const counting: RowSpec["cells"] = {
  H: note("Line, ours, yours:"), slot: note(0, { format: "flag" }), ours: note(null), theirs: note(null),
};

const lineOf = (side: "us" | "you") => calc(`SUMIFS([lines.line], [lines.side], "${side}", [lines.slot], [@slot])`, "flag");
const from = (column: string, line: string) => by(`IF([@${line}] = 0, "", INDEX([lines.${column}], [@${line}]))`);

/** Lines as tall as the words that stand there now, and ruled where a number ends now. */
function slots(agreement: Agreement, room: Room): PageLine[] {
  const lines = linesOf(clausesOf(agreement));
  const now = lines.map((line, i) => ({ isLast: i + 1 === lines.length || lines[i + 1]!.ours !== undefined, tall: tallness(line) }));
  return [...now, ...Array.from({ length: room.lines }, () => ({ isLast: false, tall: 1 }))].map((line) => ({
    ...line,
    ours: [from("number", "ours"), from("printed", "ours"), from("amount", "ours")],
    theirs: [by('IF([@ours] * [@theirs] = 0, "", [@A])'), from("printed", "theirs"), from("amount", "theirs")],
    beside: { slot: calc("[^slot] + 1", "flag"), ours: lineOf("us"), theirs: lineOf("you") },
  }));
}

/** In two columns; a promise without a remedy leaves its line empty. */
function remedies(rows: number): PageWords["remedies"] {
  const nth = (column: string) => calc(`SUMIFS([lines.line], [lines.side], "us", [lines.number], [@${column}])`, "flag");
  return Array.from({ length: rows }, () => ({
    ours: [by('IF([@B] = "", "", [@L])'), from("remedy", "N")],
    theirs: [by('IF([@F] = "", "", [@M])'), from("remedy", "O")],
    beside: { L: calc("[^L] + 1", "flag"), M: calc("[^M] + 1", "flag"), N: nth("L"), O: nth("M") },
  }));
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
      { id: "unlisted", cells: {
        B: label("Without a remedy's line, or in no list"), C: note("clauses"),
        F: calc('MAX(0, MAX([lines.number]) - MAX([page.M])) + COUNTIF([lines.place], ">0") - COUNTIF([departments.line], ">0")', "flag",
          { align: "left" }),
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
  const answers = table("clauses", columns, ids, (id) => `clause${id}`, {
    bands: [{ title: "What was answered to each clause", tone: "ask", from: "A", aside: "Grey: not on the charter" }],
    table: "tblClauses",
  });
  const texts = new Map([...agreement.commitments, ...agreement.asks].map(({ id, wording, label: name }) => [id, wording || name]));
  return { ...answers, rows: answers.rows.map((row, i) => ({ ...row, height: 2 + 14 * linesFor(texts.get(ids[i]!) ?? "", fits.theirs[0]) })) };
}

function clauseColumnsOf(agreement: Agreement): TableColumn<string>[] {
  const find = (column: string) => `INDEX([lines.${column}], MATCH([@id], [lines.id], 0))`;
  const entered = (key: string, title: string): TableColumn<string> =>
    ({ key, head: title, width: 0, cell: (id) => entry(agreement, `clauses.${id}.${key}`) });
  return [
    { key: "id", head: "Id", width: 0, cell: (id) => note(id) },
    { key: "clause", head: "Clause", width: 0, cell: () => label(by(find("text"))) },
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
