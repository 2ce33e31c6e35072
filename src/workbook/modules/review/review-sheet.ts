import type { Agreement, Ask } from "../../../core/agreement";
import { clauseHeading, periodHeading, remarkHeading, type ReviewRow } from "../../../core/portfolio/review";
import { askById } from "../../../core/role/asks";
import type { GroupId } from "../../../core/value/drivers";
import { columnLetters } from "../../address";
import { levelFormat } from "../../sheets/inputs";
import {
  across, calc, columnsOf, line, link, note, table, total, type BlockSpec, type CellSpec, type ChartSpec, type ConditionSpec, type EntrySpec,
  type RowSpec, type SheetSpec, type TableColumn,
} from "../../spec";
import type { FormatName } from "../../workbook-plan";
import { clauseBlocks } from "./clause-block";
import { clausesOf, type Clauses } from "./clauses";
import { carried, drifts, levelOf, measureRows, measures, valueColumns, valueConstants, worthColumns } from "./value-columns";

/** One row for each period: what was measured on both sides, and how far that is what was agreed. */
export function reviewSheet(agreement: Agreement, rows: readonly ReviewRow[]): SheetSpec {
  const clauses = clausesOf(agreement, rows);
  const periods = [...new Set(rows.map(({ period }) => period))];
  const columns = columnsHere(clauses, periods, rows);
  const letters = lettersOf(clauses, columns);
  return {
    id: "review", name: "Review", sheetClass: "calculation",
    title: "Review", purpose: "How both sides kept the agreement, period by period: our side is judged by the same rule as theirs",
    widths: columns.map(({ width }) => width),
    firstRow: 3,
    blocks: [
      { ...latest, columns: letters }, chartArea, ...clauseBlocks(clauses, letters), constants, parameters(agreement, clauses, letters),
      { id: "measures", columns: letters, rows: measureRows() }, yardstick(letters),
      table("review", columns, Array.from({ length: Math.max(2, periods.length) }, (_, row) => row), (row) => `period${row + 1}`, {
        bands: [{ title: "Period by period", tone: "ask", from: "A", aside: "Blank: not measured, so it stays as it was" }],
        table: "tblReview", headHeight: 46, columns: letters,
      }),
    ],
    entries: entriesOf(clauses),
    conditions: conditions(),
    charts: [trend],
    names: { rng_review: "review.period:drift", },
    freeze: { rows: 3, columns: 2 },
    printTo: columnLetters(columns.findIndex(({ key }) => key === "drift")),
  };
}

// --- the clauses

const idsOf = ({ asks, ours }: Clauses) => [...ours.map(({ commitment }) => commitment.id), ...asks.map(({ id }) => id)];

function lettersOf(clauses: Clauses, columns: readonly Column[]): Record<string, string> {
  const letters = columnsOf(columns);
  const named = Object.fromEntries(Object.entries(drifts).map(([name, key]) => [name, letters[key]!]));
  return { ...letters, ...edges(clauses, letters), ...named };
}

/** First and last column of each block that repeats over the clauses of one side; without any a column of words, which counts as nothing. */
function edges({ asks, ours }: Clauses, letters: Record<string, string>): Record<string, string> {
  const sides = [["ours", ours.map(({ commitment }) => commitment.id)], ["theirs", asks.map(({ id }) => id)]] as const;
  const letter = (id: string) => letters[id] ?? letters.source!;
  return Object.fromEntries(sides.flatMap(([side, ids]) => ["", "now", "kept", "counts", "must"].flatMap((block) => [
    [`${block}${side}First`, letter(`${block}${ids[0]}`)], [`${block}${side}Last`, letter(`${block}${ids.at(-1)}`)],
  ])));
}

// --- the table

type Column = TableColumn<number>;
const numeric = (key: string, head: string, cell: CellSpec, width = 11): Column => ({ key, head, width, align: "right", cell: () => cell });
const text = (key: string, head: string, width: number, content: (row: number) => string | null): Column =>
  ({ key, head, width, cell: (row) => ({ content: content(row), style: "input", format: "general", align: "left" }) });

function columnsHere(clauses: Clauses, periods: readonly string[], rows: readonly ReviewRow[]): Column[] {
  const levels = new Map(rows.map(({ period, clause, level }) => [`${period} ${clause}`, level]));
  const measured = (id: string, label: string, format: FormatName): Column => ({
    key: id, head: clauseHeading(id, label), width: 13, align: "right",
    cell: (row) => ({ content: levels.get(`${periods[row]} ${id}`) ?? null, style: "input", format }),
  });
  return [
    text("period", periodHeading, 12, (row) => periods[row] ?? null),
    text("remark", remarkHeading, 44, (row) => rows.find(({ period, remark }) => period === periods[row] && remark)?.remark ?? null),
    { key: "unit", head: "Unit", width: 14, cell: () => note("as headed") },
    { key: "source", head: "Source", width: 14, cell: () => note("Both records") },
    numeric("kept", "We kept", calc('IF([@ourKnown] = 0, "", [@ourPoints] / [@ourKnown])', "percent")),
    numeric("fit", "They met", calc("IF(ISNUMBER([@raw]) * ([@broken] > 0) = 0, [@raw], MIN([@raw], [$mustCap]))", "percent")),
    numeric("coverage", "Of it known", calc("IF([@applicable] = 0, 0, [@known] / [@applicable])", "percent")),
    numeric("broken", "Musts broken", calc("SUM([@musttheirsFirst:musttheirsLast])", "flag")),
    numeric("held", "Asks on hold", calc("SUM([use.theirsFirst:theirsLast]) - SUM([@countstheirsFirst:countstheirsLast])", "flag")),
    ...worthColumns("review"),
    ...clauses.ours.map(({ commitment: { id, label } }) => measured(id, label, "level")),
    ...clauses.asks.map(({ id, label }) => measured(id, label, levelFormat[askById.get(id)!.kind])),
    numeric("line", "Row of the table", calc("ROWS([review.period:@])", "flag")),
    numeric("ourKnown", "Load whose level is known", calc(`SUMPRODUCT([weight.oursFirst:oursLast], ${isKnown("ours")})`, "factor")),
    numeric("ourPoints", "Of it kept", calc("SUMPRODUCT([weight.oursFirst:oursLast], [@keptoursFirst:keptoursLast])", "factor")),
    numeric("applicable", "Weight that counts", calc("SUMPRODUCT([weight.theirsFirst:theirsLast], [@countstheirsFirst:countstheirsLast])", "factor")),
    numeric("known", "Weight known", calc(`SUMPRODUCT([weight.theirsFirst:theirsLast], [@countstheirsFirst:countstheirsLast], ${isKnown("theirs")})`, "factor")),
    numeric("points", "Points", calc("SUMPRODUCT([weight.theirsFirst:theirsLast], [@countstheirsFirst:countstheirsLast], [@kepttheirsFirst:kepttheirsLast])", "factor")),
    numeric("raw", "Met before musts", calc('IF([@known] = 0, "", [@points] / [@known])', "percent")),
    ...idsOf(clauses).map((id) => numeric(`at${id}`, `${id} measured in row`, calc(lastMeasured(id), "flag"))),
    ...idsOf(clauses).map((id) => numeric(`now${id}`, `${id} so far`, calc(soFar(id), "level"))),
    ...idsOf(clauses).map((id) => numeric(`kept${id}`, `${id} attained`, calc(attained(id), "share"))),
    ...clauses.asks.map(({ id }) => numeric(`counts${id}`, `${id} counts`, calc(counts(id), "flag"))),
    ...clauses.asks.map(({ id }) => numeric(`must${id}`, `${id} must broken`, calc(mustBroken(id), "flag"))),
    ...valueColumns("review", (group) => levelSoFar(group, clauses), carried),
  ];
}

/** What was measured so far; as entered on Inputs while nobody has, or where no ask in use measures it. */
function levelSoFar(group: GroupId, { asks }: Clauses): CellSpec {
  const { ask, format } = measures.find(({ id }) => id === group)!;
  const asIs = `[asIs.${levelOf(group)}]`;
  return calc(asks.some(({ id }) => id === ask) ? `IF(ISNUMBER([@now${ask}]), [@now${ask}], ${asIs})` : asIs, format);
}

const isKnown = (side: "ours" | "theirs") => `ISNUMBER([@kept${side}First:kept${side}Last]) * 1`;
/** The last row up to this one in which it was measured, and what was measured there. */
const lastMeasured = (id: string) => `SUMPRODUCT(MAX(ISNUMBER([review.${id}:@]) * [review.line:@]))`;
const soFar = (id: string) => `IF([@at${id}] = 0, "", INDEX([review.${id}], MAX(1, [@at${id}])))`;
const attained = (id: string) =>
  `IF(ISNUMBER([@now${id}]) * [active.${id}] = 0, "", MEDIAN(0, [cap.${id}], ([@now${id}] - [worst.${id}]) / ([target.${id}] - [worst.${id}])))`;
/** On hold while the commitment it hangs on is kept less well than it needs; one that nobody has measured holds nothing. */
const counts = (id: string) =>
  `[use.${id}] * (COUNTIFS([askId.oursFirst:oursLast], [condition.${id}], [@keptoursFirst:keptoursLast], "<" & [level.${id}]) = 0)`;
const mustBroken = (id: string) =>
  `[@counts${id}] * COUNT([@now${id}]) * COUNT([must.${id}]) * (SIGN([target.${id}] - [worst.${id}]) * (N([@now${id}]) - N([must.${id}])) < 0)`;

// --- above the table

const last = (column: string) => `IF([$periods] = 0, "", INDEX([review.${column}], MAX(1, [$periods])))`;
const first = (column: string) => `IF([$periods] = 0, "", INDEX([review.${column}], 1))`;

const latest: BlockSpec = {
  id: "latest",
  bands: [{ title: "Where we stand", tone: "ask", from: "A" }],
  rows: [
    line("periods", { label: "Periods reviewed", unit: "periods", source: "Below" }, { E: calc('COUNTIF([review.period], "?*")', "flag") }),
    line("period", { label: "Latest period", unit: "name", source: "Below" }, { E: total(last("period"), "words", { name: "out_review_period" }) }),
    line("twice", { label: "Periods that stand twice", unit: "periods", source: "Below" },
      { E: calc('SUMPRODUCT(([review.period] <> "") * (COUNTIF([review.period], [review.period]) > 1))', "flag") }),
    line("periodFirst", { label: "First period", unit: "name", source: "Below" }, { E: calc(first("period"), "words") }),
    line("keptNow", { label: "We kept of our commitments", unit: "% kept", source: "Below" }, { E: total(last("kept"), "percent", { name: "out_review_kept" }) }),
    line("keptFirst", { label: "In the first period", unit: "% kept", source: "Below" }, { E: calc(first("kept"), "percent") }),
    line("fitNow", { label: "They met of the role", unit: "% of weight", source: "Below" }, { E: total(last("fit"), "percent", { name: "out_review_fit" }) }),
    line("fitFirst", { label: "They met in the first period", unit: "% of weight", source: "Below" }, { E: calc(first("fit"), "percent") }),
    line("heldNow", { label: "Asks on hold because we broke our word", unit: "asks", source: "Below" }, { E: calc(last("held"), "flag") }),
    line("remarkNow", { label: "What happened", unit: "words", source: "Below" }, { E: calc(`${last("remark")} & ""`, "general", { align: "left" }) }),
    line("worthNow", { label: "Net value at the levels of the latest period", unit: "{currency}", source: "Below" },
      { E: total(last("worth"), "money", { name: "out_review_worth" }) }),
    line("sinceFirst", { label: "More than in the first period", unit: "{currency}", source: "Below" }, { E: calc("N([$worthNow]) - N([$worthFirst])", "money") }),
    line("worthFirst", { label: "Net value in the first period", unit: "{currency}", source: "Below" }, { E: calc(first("worth"), "money") }),
    line("driftLeft", { label: "Of it no period explains", unit: "{currency}", source: "Below" },
      { E: calc("MIN([review.finite]) * ABS([$sinceFirst] - SUM([review.drift]))", "money") }),
    line("behindRole", { label: "Still to be gained to the role as asked", unit: "{currency}", source: "Summary" },
      { E: calc("(COUNT([$worthNow]) = 1) * ([$asAsked] - N([$worthNow]))", "money") }),
    line("brokenNow", { label: "Musts broken now", unit: "asks", source: "Below" }, { E: calc(last("broken"), "flag") }),
  ],
};

const chartArea: BlockSpec = {
  id: "chartArea", bands: [{ title: "Trend: what we kept (teal), what they met of the role (indigo)", tone: "give", from: "A" }],
  rows: Array.from({ length: 14 }, () => ({ cells: {} })),
};
const trend: ChartSpec = {
  name: "Trend", kind: "line", place: "chartArea.C:I",
  altText: "Two lines over the periods: the share of our commitments that we kept, and how far the customer met the role. The table below holds the numbers.",
  series: [
    { name: "We kept", values: "review.kept", categories: "review.period", look: "give" },
    { name: "They met", values: "review.fit", categories: "review.period", look: "ask" },
  ],
};

/** The role as asked and the latest period, held against each other like two periods: what each group is still short of. */
function yardstick(letters: Record<string, string>): BlockSpec {
  const asked = (group: GroupId) => `[asked.${levelOf(group)}]`;
  const latest = (group: GroupId) => `IF([$periods] = 0, [asIs.${levelOf(group)}], INDEX([review.${levelOf(group)}], MAX(1, [$periods])))`;
  const cells = (level: (group: GroupId) => string) => Object.fromEntries([
    { key: "line", cell: () => calc("ROWS([yardstick.line:@])", "flag") }, ...worthColumns("yardstick"),
    ...valueColumns("yardstick", (group) => calc(level(group), measures.find(({ id }) => id === group)!.format)),
  ].map(({ key, cell }) => [key, cell(0)]));
  return { id: "yardstick", columns: letters, rows: [
    line("yardAsked", { label: "The role as asked", unit: "as headed", source: "Lines above" }, cells(asked)),
    line("yardLatest", { label: "The latest period against it", unit: "as headed", source: "Below" }, cells(latest)),
  ] };
}

const constants: BlockSpec = {
  id: "constants",
  bands: [{ title: "Taken from other sheets", tone: "ask", from: "A" }],
  rows: [
    ...valueConstants,
    line("mode", { label: "Relationship or single sale", unit: "R or T", source: "Inputs" }, { E: link("[inputs/in_mode]", "words") }),
    line("mustCap", { label: "Fit left when a must is broken", unit: "% of fit", source: "Inputs" }, { E: link("[inputs/in_must_cap]", "percent") }),
  ],
};

/** What was agreed on each clause, over the column in which it is measured. */
function parameters({ commitments }: Agreement, { asks, ours }: Clauses, letters: Record<string, string>): BlockSpec {
  const theirIds = asks.map(({ id }) => id), ourIds = ours.map(({ commitment }) => commitment.id);
  const format = (id: string): FormatName => (commitments.some((each) => each.id === id) ? "level" : levelFormat[askById.get(id as Ask["id"])!.kind]);
  const fromStakes = (column: string) => `INDEX([stakes/asks.${column}], [lineOf])`;
  const promised = (column: string) => `INDEX([commitments/commitments.${column}], [lineOf])`;
  const row = (id: string, label: string, unit: string, theirs: ((id: string) => CellSpec) | undefined, our: ((id: string) => CellSpec) | undefined): RowSpec =>
    line(id, { label, unit, source: our && theirs ? "Stakes, Commitments" : our ? "Commitments" : "Stakes" },
      { ...(our && across(ourIds, our)), ...(theirs && across(theirIds, theirs)) });
  const links = new Map(ours.map(({ commitment, column }) => [commitment.id, column]));
  return {
    id: "parameters",
    bands: [{ title: "What was agreed", tone: "ask", from: "A" }],
    columns: letters,
    rows: [
      row("askId", "Clause", "id", (id) => note(id, { align: "right" }), (id) => note(id, { align: "right" })),
      row("lineOf", "Line on its sheet", "line", () => calc("MATCH([askId], [stakes/asks.id], 0)", "flag"),
        () => calc("MATCH([askId], [commitments/commitments.id], 0)", "flag")),
      row("target", "Agreed", "as the clause", (id) => link(fromStakes("target"), format(id)), () => link(promised("committed"), "level")),
      row("worst", "Worst", "as the clause", (id) => link(fromStakes("worst"), format(id)), () => link(promised("worst"), "level")),
      row("cap", "Attainment counts up to", "share", () => link(fromStakes("cap"), "decimal"), () => calc("1 * ([worst] <> [target])", "decimal")),
      row("weight", "Weight, or load of a commitment", "share", () => link(fromStakes("weight"), "factor"),
        (id) => link(`[inUse] * SUMPRODUCT([reciprocity/asks.E], [reciprocity/asks.${links.get(id)}])`, "factor")),
      row("inUse", "In use", "flag", () => link(fromStakes("use"), "flag"), () => link(`(${promised("on")} = "Y") * 1`, "flag")),
      row("active", "Counts", "flag", () => calc("[inUse] * ([target] <> [worst])", "flag"), () => calc("[inUse] * ([target] <> [worst])", "flag")),
      row("single", "Counts for a single sale", "flag", () => link(fromStakes("single"), "flag"), undefined),
      row("use", "Counts for this kind of relationship", "flag", () => calc('[active] * (([$mode] = "R") + [single] > 0)', "flag"), undefined),
      row("must", "Must", "as the clause", (id) => link(fromStakes("must"), format(id)), undefined),
      row("condition", "Counts only if we keep", "id", () => link(`${fromStakes("condition")} & ""`, "words"), undefined),
      row("level", "Kept to at least", "share", () => link(fromStakes("level"), "share"), undefined),
    ],
  };
}

// --- entries and colours

function entriesOf({ asks, ours }: Clauses): EntrySpec[] {
  const level = (id: string, label: string, unit: string): EntrySpec =>
    ({ on: `review.${id}`, kind: "decimal", optional: true, title: label.slice(0, 32), message: `The level measured in this period. Unit: ${unit}. Blank: not measured.` });
  return [
    { on: "review.period", kind: "length", max: 30, optional: true, title: "Period", message: "A name such as 2026 Q1. Every period once, in order." },
    { on: "review.remark", kind: "length", max: 255, optional: true, title: "What happened", message: "One sentence for whoever reads this later." },
    ...ours.map(({ commitment: { id, label, unit } }) => level(id, label, unit)),
    ...asks.map(({ id, label, unit }) => level(id, label, unit)),
  ];
}

const conditions = (): ConditionSpec[] => [
  { on: "review.held", when: "[@held] > 0", look: "warning" },
  { on: "review.broken", when: "[@broken] > 0", look: "warning" },
];
