import type { BlockSpec, RowSpec, SheetSpec } from "../../spec";
import { by, counted, counting, empty, gap, heading, paper, parties, ruled, runsOn, says } from "../paper";
import { inOrder } from "./clause-block";
import type { Clauses } from "./clauses";

/** One page for the talk of each quarter, our own side first; both sides see it, so it names no money. */
export const agendaSheet = (clauses: Clauses): SheetSpec => ({
  id: "agenda", name: "Agenda", sheetClass: "output",
  title: "Agenda", purpose: "Printed for the next review: what we owe, what we count on, what waits, and what is decided",
  widths: [34, 36, 18, 14],
  blocks: [page(clauses)],
  names: { rng_agenda: "page.A:D" },
  printTo: "D",
  letter: { rows: "page", footer: "Our next review" },
});

const page = ({ asks, ours }: Clauses): BlockSpec => ({
  id: "page",
  rows: [
    { height: 34, cells: { A: paper("paperTitle")("Our next review") } },
    { height: 22, cells: { A: paper("paperParties")(parties) } },
    { height: 18, cells: { A: says(by('"Half an hour, our own side first. Period: " & IF([review/periods] = 0, "none yet", [review/period])')) } },
    { height: 18, cells: { A: says("On:"), B: says(day, { format: "longDate" }) } },
    ...(ours.length > 0 ? list("What we owe, told by us", 3, "ourClauses", "rank", "said") : []),
    ...(asks.length > 0 ? theirs : []),
    titled("What happened, in the words of the record", null),
    { height: 32, cells: { A: ruled(by("[review/remarkNow]")), ...empty("BCD", ruled) } },
    titled("Three actions", "Who"), ...room(3),
    titled("What to change in the charter: nothing changes without both", "Who"), ...room(2),
    { height: 24, cells: { A: says("We meet again on:"), ...empty("BCD", ruled) } },
  ],
});

/** The day on the charter; nothing while there is none. */
const day = by('IF(COUNT([charter/in_charter_review]) = 0, "", [charter/in_charter_review])');

const titled = (title: string, who: string | null, beside: RowSpec["cells"] = {}): RowSpec => ({ height: 26, cells: {
  A: heading(title), B: heading(null), C: heading(who), D: heading(who === null ? null : "By when"), ...beside,
} });
const room = (lines: number): RowSpec[] => Array.from({ length: lines }, () => ({ height: 24, cells: empty("ABCD", ruled) }));

type List = readonly [title: string, lines: number, block: "ourClauses" | "theirClauses", order: string, beside: string];

/** Clauses in their order, with what is told of each, and room for who sees to it. */
const list = (...[title, lines, block, order, beside]: List): RowSpec[] => [
  gap, titled(title, order === "rank" ? "Who" : null, counting),
  ...Array.from({ length: lines }, (): RowSpec => ({ height: 20, cells: {
    A: runsOn(by(inOrder(block, "B", order))), B: runsOn(by(inOrder(block, beside, order))), ...empty("CD", ruled), ...counted,
  } })),
];

const theirs: readonly RowSpec[] = [
  ...list("Asks on hold, and what they wait for: our word", 2, "theirClauses", "waits", "until"),
  ...list("What we count on, from the records of both", 3, "theirClauses", "rank", "said"),
  ...list("What moved most since the period before", 2, "theirClauses", "pull", "D"),
];
