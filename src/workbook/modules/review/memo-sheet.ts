import { askById } from "../../../core/role/asks";
import { linesFor } from "../../sheets/charter-page";
import { levelFormat } from "../../sheets/inputs";
import type { BlockSpec, CellSpec, RowSpec, SheetSpec } from "../../spec";
import type { FormatName } from "../../workbook-plan";
import { by, counted, counting, empty, gap, heading, paper, parties, ruled, runsOn, says } from "../paper";
import { inOrder } from "./clause-block";
import type { Clauses } from "./clauses";

/** One page before a renewal, our side first: every fact is read from the reviews, and nothing is typed. */
export const memoSheet = (clauses: Clauses): SheetSpec => ({
  id: "memo", name: "Memo", sheetClass: "output",
  title: "Memo for the renewal", purpose: "One page for whoever decides on the renewal, drafted from the reviews; it names our money, so it stays with us",
  widths: [30, 20, 9, 9, 9, 13, 12],
  blocks: [page(clauses)],
  names: { rng_memo: "page.A:G" },
  printTo: "G",
  letter: { rows: "page", footer: "For our own use: it names money that is nobody else's to see." },
});

const page = (clauses: Clauses): BlockSpec => ({
  id: "page",
  rows: [
    { height: 34, cells: { A: paper("paperTitle")("Renewal: where we stand") } },
    { height: 22, cells: { A: paper("paperParties")(parties) } },
    { height: 18, cells: { A: says(by('IF([review/periods] = 0, "No period is reviewed yet.", "From " & [review/periodFirst] & " to " & [review/period])')) } },
    ...side("paperGive", "Our side", "Kept", sentence("kept", "We kept ", " of our commitments, after ")),
    ...clauses.ours.map(({ commitment: { id, label } }) => clauseRow(`our${id}`, label, "level")),
    ...side("paperAsk", "Their side", "Met", sentence("fit", "They met ", " of the role, after ")),
    ...clauses.asks.map(({ id, label }) => clauseRow(`their${id}`, label, levelFormat[askById.get(id)!.kind], true)),
    ...money("One year at the latest levels", oneYear),
    ...money("What it is worth", worth),
    ...since,
    ...next(clauses),
    ...decision,
  ],
});

// --- both sides

function sentence(what: "kept" | "fit", before: string, after: string): string {
  const [now, first] = [`[review/${what}Now]`, `[review/${what}First]`];
  return `IF(ISNUMBER(${now} + ${first}), "${before}" & TEXT(${now}, "0%") & "${after}" & TEXT(${first}, "0%") & " in " & [review/periodFirst] & ".", `
    + '"Not measured yet.")';
}

const side = (style: "paperGive" | "paperAsk", title: string, state: string, words: string): RowSpec[] => [
  { height: 22, cells: {
    A: paper(style)(title), ...empty("B", paper(style)), ...heads(style, { C: "Agreed", D: "At first", E: "Latest", F: state, G: "Moved" }),
  } },
  { height: 16, cells: { A: says(by(words)) } },
];
const heads = (style: "paperGive" | "paperAsk", words: Readonly<Record<string, string>>): RowSpec["cells"] =>
  Object.fromEntries(Object.entries(words).map(([column, word]) => [column, paper(style)(word, column === "F" ? { align: "center" } : { align: "right", format: "words" })]));

/** A clause that is not in use any more, or not shown to the customer, leaves its line empty. */
function clauseRow(row: string, label: string, format: FormatName, isTheirs = false): RowSpec {
  const fetched = (column: string, more: Partial<CellSpec> = {}) =>
    ruled(by(`IF([review/${row}.shown] = 0, "", [review/${row}.${column}])`), { align: "right", ...more });
  return { height: 2 + 14 * linesFor(label, 32), cells: {
    A: fetched("B", { align: "left" }), B: fetched("C", { align: "left" }), C: fetched("agreed", { format }), D: fetched("first", { format }),
    E: fetched("latest", { format }), F: fetched("D", { align: "center" }), G: isTheirs ? fetched("since", { format: "money" }) : ruled(null),
  } };
}

// --- money

interface Amount { readonly words: string; readonly formula: string }
const latest = (column: string) => `[review/yardLatest.${column}]`;

/** What the customer's behaviour makes of a year, line by line; the last line is their sum. */
const oneYear: readonly Amount[] = [
  { words: "Contribution after discount", formula: `${latest("at_purchases")} * ([review/margin] - ${latest("at_discount")})` },
  { words: "Late payment and claims without ground", formula: `-1 * ${latest("at_purchases")} * ${latest("left")} * ${latest("lost")}` },
  { words: "Accessories, upgrades and insight", formula: latest("extras") },
  { words: "Service, mistakes and contacts", formula: `-1 * ${latest("costs")}` },
  { words: "Referrals", formula: latest("referralValue") },
  { words: "Our commitments", formula: "-1 * [review/deserve]" },
  { words: "Left in a year", formula: `${latest("annual")} + ${latest("referralValue")} - [review/deserve]` },
];

const worth: readonly Amount[] = [
  { words: "Lifetime value at the latest levels", formula: "N([review/worthNow])" },
  { words: "Moved since the first period", formula: "[review/sinceFirst]" },
  { words: "Still to gain if both sides play their part", formula: "[review/behindRole]" },
];

const amount = (content: CellSpec["content"]) => paper("paperLastAmount")(content, { format: "money" });
const money = (title: string, lines: readonly Amount[]): RowSpec[] => [
  titled(title, by("[inputs/in_currency]")),
  ...lines.map(amountRow),
];

function amountRow({ words, formula }: Amount): RowSpec {
  return { height: 16, cells: { A: runsOn(words), ...empty("BCDEF", runsOn), G: amount(by(formula)) } };
}

// --- what changed and what comes next

const titled = (title: CellSpec["content"], unit: CellSpec["content"], beside: RowSpec["cells"] = {}): RowSpec => ({ height: 22, cells: {
  A: heading(title), ...empty("BCDEF", heading), G: heading(unit, { align: "right", format: "words" }), ...beside,
} });

/** What was changed in the role since the version published last, and what that did to its value. */
const since: readonly RowSpec[] = [
  titled(by('IF([versions/out_published] = "none", "Since it was built: ", "Since version " & [versions/out_published] & ": ") '
    + '& [versions/out_changed_since] & " change" & LEFT("s", ([versions/out_changed_since] <> 1) * 1)'), by("[inputs/in_currency]")),
  ...[
    { words: "Lifetime value of the role as asked", formula: "N([summary/out_netltv_role]) - [versions/out_asked_then]" },
    { words: "Lifetime value of the customer as is", formula: "N([summary/out_netltv_actual]) - [versions/out_actual_then]" },
  ].map(amountRow),
  ...[1, 2, 3].map((place): RowSpec => {
    const cell = (column: string) => `INDEX([versions/changed.${column}], ${place})`;
    return { height: 16, cells: {
      A: runsOn(by(cell("B"))), ...empty("BCD", runsOn), E: ruled(by(cell("E")), { align: "right", format: "words" }), F: ruled(by(cell("C")), { align: "left" }),
      G: amount(by(cell("F"))),
    } };
  }),
];

const nextOf = (block: "ourClauses" | "theirClauses"): RowSpec => ({ height: 16, cells: {
  A: runsOn(by(inOrder(block, "B"))), B: runsOn(by(inOrder(block, "said"))), ...empty("CDEF", runsOn),
  G: amount(block === "theirClauses" ? by(inOrder(block, "gap")) : null), ...counted,
} });

/** What we have not kept, by what it carries; then what the customer is behind on, by money. */
const next = ({ asks, ours }: Clauses): RowSpec[] => [
  ...(ours.length > 0 ? [gap, titled("What we do next", null, counting), ...Array.from({ length: 2 }, () => nextOf("ourClauses"))] : []),
  ...(asks.length > 0 ? [gap, titled("What we ask for next", "To gain", counting), ...Array.from({ length: 3 }, () => nextOf("theirClauses"))] : []),
];

const decision: readonly RowSpec[] = [
  { height: 22, cells: { A: heading("Renew, renew with changes, or let it end"), ...empty("BCDEFG", heading) } },
  { height: 26, cells: { A: ruled("Decided by, on:"), ...empty("BCDEFG", ruled) } },
];
