import { askById } from "../../../core/role/asks";
import { levelFormat } from "../../sheets/inputs";
import { calc, head, link, note, type BlockSpec, type CellSpec, type RowSpec } from "../../spec";
import type { FormatName } from "../../workbook-plan";
import type { Clauses } from "./review-sheet";

/** Columns of the list, over those of the table below: what is printed, then what the order on the agenda follows from. */
const columns = {
  agreed: "E", first: "F", latest: "G", attained: "H", moved: "I", since: "J", gap: "K",
  held: "L", line: "M", place: "N", group: "O", own: "P", carries: "Q", lost: "R", rank: "S",
} as const;
type ColumnName = keyof typeof columns;

/** Clause by clause, our side first: what was agreed, how it stands, what it moved in money, and what it is still short of. */
export function clauseBlocks({ asks, ours }: Clauses, letters: Record<string, string>): BlockSpec[] {
  const common = { columns: { ...letters, ...columns } };
  return [
    {
      ...common, id: "ourClauses", close: true, headHeight: 33,
      bands: [{ title: "Clause by clause, our side first", tone: "ask", from: "A" }],
      heads: {
        A: head("Clause"), B: head("What it says"), C: head("Unit"), D: head("State"), ...numbers({
          agreed: "Agreed", first: "At first", latest: "Latest", attained: "Attained", moved: "Moved the value", since: "Since the first", gap: "Still to gain",
          held: "On hold", line: "Line on its sheet", place: "Place below", group: "Place of its driver", own: "Place of its measure", carries: "Share it carries", lost: "What it lacks", rank: "Order",
        }),
      },
      rows: ours.map(({ commitment: { id } }) => ourRow(id)),
    },
    { ...common, id: "theirClauses", rows: asks.map(({ id }) => askRow(id)) },
  ];
}

const numbers = (words: Readonly<Record<ColumnName, string>>) =>
  Object.fromEntries(Object.entries(words).map(([column, word]) => [column, head(word, "right")]));

const words = (formula: string): CellSpec => ({ ...link(formula, "general"), align: "left" });
const state = calc('IF([@held] = 1, "on hold", CHOOSE(1 + COUNT([@attained]) + (N([@attained]) >= 1), "not measured", "behind", "kept"))', "general", { align: "left" });

type Side = "ours" | "theirs";
const agreed = (row: string, side: Side) => `INDEX([${row}.${side}First:${side}Last], [@place])`;
const inPeriod = (block: string, side: Side, period: string) =>
  `IF([$periods] = 0, "", INDEX([review.${block}${side}First:${block}${side}Last], ${period}, [@place]))`;
const latest = "MAX(1, [$periods])";

/** What both sides have: levels and how far they are what was agreed, and the order by what is lacking. */
const standing = (block: string, side: Side, format: FormatName): Partial<Record<ColumnName, CellSpec>> => ({
  agreed: calc(agreed("target", side), format),
  first: calc(inPeriod("now", side, "1"), format),
  latest: calc(inPeriod("now", side, latest), format),
  attained: calc(inPeriod("kept", side, latest), "share"),
  place: calc(`MATCH([@A], [askId.${side}First:${side}Last], 0)`, "flag"),
  rank: calc(`([@lost] > 0) * (SUMPRODUCT(([${block}.lost] - [@lost] > [$tolQ]) * 1) `
    + `+ SUMPRODUCT((ABS([${block}.lost:@] - [@lost]) <= [$tolQ]) * 1))`, "flag"),
});

const ourRow = (id: string): RowSpec => ({ id: `our${id}`, cells: {
  A: note(id), B: words("INDEX([commitments/commitments.label], [@line])"), C: words("INDEX([commitments/commitments.unit], [@line])"), D: state,
  ...standing("ourClauses", "ours", "level"),
  line: calc("MATCH([@A], [commitments/commitments.id], 0)", "flag"),
  lost: calc(`${agreed("weight", "ours")} * COUNT([@attained]) * (1 - N([@attained]))`, "factor"),
} });

/** An ask that no driver measures moves no money of its own; its gap hangs on the driver of which it carries a share. */
function askRow(id: string): RowSpec {
  const { kind, measured } = askById.get(id)!;
  return { id: `their${id}`, cells: {
    A: note(id), B: words("INDEX([stakes/asks.label], [@line])"), C: words("INDEX([role/asks.unit], MATCH([@A], [role/asks.id], 0))"), D: state,
    ...standing("theirClauses", "theirs", levelFormat[kind]),
    ...(measured && {
      moved: calc(`IF([$periods] = 0, "", INDEX([review.driftFirst:driftLast], ${latest}, [@own]))`, "money"),
      since: calc("SUM(INDEX([review.driftFirst:driftLast], 0, [@own]))", "money"),
      own: calc("MATCH([@A], [measure.driftFirst:driftLast], 0)", "flag"),
    }),
    carries: link("INDEX([stakes/asks.use], [@line]) * INDEX([stakes/asks.share], [@line])", "share"),
    gap: calc("-1 * [@carries] * INDEX([yardLatest.driftFirst:driftLast], [@group])", "money"),
    held: calc(`([$periods] > 0) * (${agreed("use", "theirs")} - INDEX([review.countstheirsFirst:countstheirsLast], ${latest}, [@place]))`, "flag"),
    line: calc("MATCH([@A], [stakes/asks.id], 0)", "flag"),
    group: calc("MATCH(INDEX([stakes/asks.driver], [@line]), [driver.driftFirst:driftLast], 0)", "flag"),
    lost: calc("COUNT([@attained]) * (N([@attained]) < 1) * (1 - [@held]) * MAX(0, [@gap])", "money"),
  } };
}
