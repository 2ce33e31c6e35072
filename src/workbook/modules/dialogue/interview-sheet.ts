import type { Agreement } from "../../../core/agreement";
import { askById } from "../../../core/role/asks";
import { interviewGuide } from "../../../core/portfolio/interview";
import { levelFormat } from "../../sheets/inputs";
import { link, type BlockSpec, type CellSpec, type RowSpec, type SheetSpec } from "../../spec";
import type { FormatName } from "../../workbook-plan";
import { empty, heading, paper, ruled, says } from "../paper";

/** A form to take along: eight questions, and a line for the answer to each ask. */
export const interviewSheet = (agreement: Agreement): SheetSpec => ({
  id: "interview", name: "Interview", sheetClass: "output",
  title: "Interview", purpose: "Printed and taken along: eight questions, and room for the answer to every ask",
  widths: [6, 30, 22, 13, 13, 10, 12],
  blocks: [page(agreement)],
  names: { rng_interview: "page.A:G" },
  printTo: "G",
  letter: { rows: "page", footer: "What you say is written down as you say it, and you hear what became of it.", secondPage: "second" },
});

const page = ({ asks }: Agreement): BlockSpec => ({
  id: "page",
  rows: [
    { height: 34, cells: { A: paper("paperTitle")("What do you expect of us, and we of you?") } },
    { height: 24, cells: { A: says("Customer, name, day:"), ...empty("CDEFG", ruled) } },
    { height: 20, cells: { A: heading("Eight questions"), ...empty("BCDEFG", heading) } },
    ...interviewGuide.flatMap(questionRows),
    { id: "second", height: 20, cells: {
      A: heading("What we would count on you for"), B: heading(null), C: heading(null), D: heading("We think of"), E: heading("You expect"),
      F: heading("Yes, no"), G: heading("How likely"),
    } },
    ...asks.filter(({ on }) => on).map(askRow),
  ],
});

const questionRows = (question: string, i: number): RowSpec[] => [
  { height: 20, cells: { A: says(`Q${i + 1}`), B: says(question) } },
  { height: 30, cells: empty("BCDEFG", ruled) },
];

const askRow = ({ id }: Agreement["asks"][number]): RowSpec => {
  const fetched = (column: string, format?: FormatName): CellSpec => ({
    ...link(`INDEX([role/asks.${column}], MATCH([@A], [role/asks.id], 0))`, format ?? "general"), style: "paperLastClause", align: "left",
  });
  return { height: 30, cells: {
    A: ruled(id), B: fetched("label"), C: fetched("unit"), D: fetched("target", levelFormat[askById.get(id)!.kind]), ...empty("EFG", ruled),
  } };
};
