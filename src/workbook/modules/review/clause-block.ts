import { askById } from "../../../core/role/asks";
import { levelFormat } from "../../sheets/inputs";
import { calc, head, link, note, type BlockSpec, type CellSpec, type RowSpec } from "../../spec";
import type { FormatName } from "../../workbook-plan";
import type { Clauses } from "./clauses";

/** Columns of the list, over those of the table below: what is printed, then what the order on the agenda follows from. */
const columns = {
  agreed: "E", first: "F", latest: "G", attained: "H", moved: "I", since: "J", gap: "K",
  held: "L", line: "M", place: "N", group: "O", own: "P", carries: "Q", lost: "R", rank: "S",
  shown: "T", said: "U", size: "V", pull: "W", waits: "X", until: "Y", needs: "Z", share: "AA", sign: "AB", signed: "AC", unit: "AD",
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
          shown: "Shown to the customer", said: "From where to where", size: "Moved, without sign", pull: "Order of what moved",
          waits: "Order on hold", until: "On hold until we keep", needs: "Counts only if", share: "Kept as a share", sign: "Unit begins with %", signed: "Told with %", unit: "Told as",
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

/** From the latest level to the one agreed, as people say it: shares are told as percentages, and no sign stands twice. */
const said = (isShare: boolean): Partial<Record<ColumnName, CellSpec>> => ({
  share: note(Number(isShare), { format: "flag", align: "right" }),
  sign: calc('(LEFT([@C], 1) = "%") * 1', "flag"),
  signed: calc("MAX([@share], [@sign])", "flag"),
  unit: calc('LEFT("%", [@share] * (1 - [@sign])) & LEFT(" ", 1 - [@sign]) & [@C]', "general", { align: "left" }),
  said: calc('IF(COUNT([@latest]) = 0, "not measured yet", ROUND(100 ^ [@share] * [@latest], 2) & LEFT("%", [@signed]) & " to " '
    + "& ROUND(100 ^ [@share] * [@agreed], 2) & [@unit])", "general", { align: "left" }),
});

/** Larger ones first; equal ones keep their order, and rounding, which is another in every program, decides nothing. */
const orderBy = (block: string, column: string) => calc(`([@${column}] > [$tolQ]) * (SUMPRODUCT(([${block}.${column}] - [@${column}] > [$tolQ]) * 1) `
  + `+ SUMPRODUCT((ABS([${block}.${column}:@] - [@${column}]) <= [$tolQ]) * 1))`, "flag");

/** What both sides have: levels and how far they are what was agreed, and the order by what is lacking. */
const standing = (block: string, side: Side, format: FormatName): Partial<Record<ColumnName, CellSpec>> => ({
  agreed: calc(agreed("target", side), format),
  first: calc(inPeriod("now", side, "1"), format),
  latest: calc(inPeriod("now", side, latest), format),
  attained: calc(inPeriod("kept", side, latest), "share"),
  place: calc(`MATCH([@A], [askId.${side}First:${side}Last], 0)`, "flag"),
  rank: orderBy(block, "lost"),
  ...said(format === "inputPercent"),
});

const ourRow = (id: string): RowSpec => ({ id: `our${id}`, cells: {
  A: note(id), B: words("INDEX([commitments/commitments.label], [@line])"), C: words("INDEX([commitments/commitments.unit], [@line])"), D: state,
  ...standing("ourClauses", "ours", "level"),
  line: calc("MATCH([@A], [commitments/commitments.id], 0)", "flag"),
  shown: link('(INDEX([commitments/commitments.show], [@line]) = "Y") * (INDEX([commitments/commitments.on], [@line]) = "Y")', "flag"),
  lost: calc(`[@shown] * ${agreed("weight", "ours")} * COUNT([@attained]) * (1 - N([@attained]))`, "factor"),
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
    size: calc("ABS(N([@moved]))", "money"),
    pull: orderBy("theirClauses", "size"),
    waits: calc("[@held] * SUM([theirClauses.held:@])", "flag"),
    needs: words(`${agreed("condition", "theirs")} & ""`),
    until: words('IF([@held] = 0, "", INDEX([commitments/commitments.label], MATCH([@needs], [commitments/commitments.id], 0)))'),
    shown: link("INDEX([stakes/asks.use], [@line])", "flag"),
    lost: calc("[@shown] * COUNT([@attained]) * (N([@attained]) < 1) * (1 - [@held]) * MAX(0, [@gap])", "money"),
  } };
}

/** What stands in a column for the clause whose turn it is, by the number beside the page; nothing when there are no more. */
export const inOrder = (block: "ourClauses" | "theirClauses", column: string, order = "rank"): string =>
  `IF([@H] > MAX([review/${block}.${order}]), "", INDEX([review/${block}.${column}], MATCH([@H], [review/${block}.${order}], 0)))`;
