import type { Agreement, Ask } from "../../core/agreement";
import { askById } from "../../core/role/asks";
import {
  calc, columnsOf, fixed, head, line, link, note, remark, table, total, totalLine, type BlockSpec, type CellSpec, type ChartSpec,
  type RowSpec, type TableColumn,
} from "../spec";
import type { FormatName } from "../workbook-plan";
import { levelFormat } from "./inputs";

/** The lower half of Stakes: what each ask is worth, how well it is played today, and the asks by the size of their gap. */
export function askBlocks({ asks }: Agreement): BlockSpec[] {
  return [
    table("asks", columns, asks, ({ id }) => id, {
      bands: [{ title: "What each ask is worth, and how well it is played today", tone: "ask", from: "A" }], headHeight: 46, close: true,
    }),
    sums,
    reconciliation,
    whiteSpace,
    fit,
    ...pareto(asks),
  ];
}

type Column = TableColumn<Ask>;
const numeric = (key: string, title: string, cell: (ask: Ask) => CellSpec): Column =>
  ({ key, head: title, width: 12, align: "right", cell });
const fromRole = (column: string, format: FormatName) => () => link(`INDEX([role/asks.${column}], [@lineRole])`, format);
const ifNumber = (place: string) => `IF(COUNT(${place}) = 0, "", ${place})`;
const kept = "[commitments/commitments.id], [@condition], [commitments/commitments.keptAttainment]";

/** Ids are typed and everything else is found by id: a table that somebody sorts does not upset this one. */
const columns: readonly Column[] = [
  { key: "id", head: "Id", width: 7, cell: ({ id }) => note(id) },
  { key: "label", head: "Ask", width: 44, cell: () => ({ ...fromRole("label", "general")(), align: "left" }) },
  { key: "unit", head: "Unit of money", width: 22, cell: () => note("{currency}") },
  { key: "driver", head: "Driver", width: 17, cell: () => ({ ...fromRole("driver", "general")(), align: "left" }) },
  numeric("lineRole", "Line in Role Definition", () => calc("MATCH([@id], [role/asks.id], 0)", "flag")),
  numeric("lineInputs", "Line in Inputs", () => calc("MATCH([@id], [inputs/measures.A], 0)", "flag")),
  numeric("use", "In use", () => link('(INDEX([role/asks.on], [@lineRole]) = "Y") * 1', "flag")),
  numeric("share", "Driver share", fromRole("share", "share")),
  numeric("gap", "Gap stake: asked to as is", () => calc(stakeOf("gap"), "money")),
  numeric("gapShare", "Share of all gaps", () => calc(shareOf("gap"), "percent")),
  numeric("cooperate", "Will cooperate", fromRole("cooperate", "percent")),
  numeric("expected", "Expected value", () => calc("[@gap] * [@cooperate]", "money")),
  numeric("swing", "Swing stake: asked to worst", () => calc(stakeOf("swing"), "money")),
  numeric("money", "Weight by money", () => calc(shareOf("swing"), "percent")),
  numeric("points", "Judgement", fromRole("judgement", "decimal")),
  numeric("judgement", "Judgement, in use", () => calc("[@use] * [@points]", "decimal")),
  numeric("judged", "Weight by judgement", () => calc(shareOf("judgement"), "percent")),
  numeric("weight", "Weight used", () => calc("[$blend] * [@money] + (1 - [$blend]) * [@judged]", "percent")),
  numeric("rank", "Rank by gap", () => calc(rank, "flag")),
  numeric("target", "Target", ({ id }) => link("INDEX([inputs/measures.E], [@lineInputs])", levelFormat[askById.get(id)!.kind])),
  numeric("worst", "Worst", ({ id }) => link("INDEX([inputs/measures.G], [@lineInputs])", levelFormat[askById.get(id)!.kind])),
  numeric("actual", "As is", ({ id }) => link(ifNumber("INDEX([inputs/measures.F], [@lineInputs])"), levelFormat[askById.get(id)!.kind])),
  numeric("cap", "Cap", fromRole("cap", "decimal")),
  numeric("attainment", "Attainment", () => calc(
    'IF(COUNT([@actual]) * ([@target] <> [@worst]) = 0, "", '
    + "MEDIAN(0, [@cap] + ([@cap] = 0), ([@actual] - [@worst]) / ([@target] - [@worst])))", "factor")),
  numeric("must", "Must", ({ id }) => link(ifNumber("INDEX([role/asks.must], [@lineRole])"), levelFormat[askById.get(id)!.kind])),
  numeric("condition", "Counts only if", () => ({ ...link('INDEX([role/asks.condition], [@lineRole]) & ""', "general"),
    align: "right" as const })),
  numeric("level", "Kept to at least", fromRole("conditionLevel", "share")),
  numeric("keptKnown", "Kept level known", () => link(`COUNTIFS(${kept}, ">=0")`, "flag")),
  numeric("kept", "Kept", () => link(`SUMIF(${kept})`, "share")),
  numeric("hold", "On hold", () => calc("([@keptKnown] > 0) * ([@kept] < [@level])", "flag")),
  numeric("single", "Counts for a single sale", () => link('(INDEX([role/asks.mode], [@lineRole]) = "T") * 1', "flag")),
  numeric("counts", "Counts in the fit", () =>
    calc('[@use] * (1 - [@hold]) * (([$mode] = "R") + [@single] > 0) * ([@target] <> [@worst])', "flag")),
  numeric("known", "Known and counted", () => calc("[@counts] * COUNT([@attainment])", "flag")),
  numeric("broken", "Must broken", () => calc(
    "[@counts] * COUNT([@actual]) * COUNT([@must]) * (SIGN([@target] - [@worst]) * (N([@actual]) - N([@must])) < 0)", "flag")),
];

/** Equal gaps keep their order: rounding, which is another in every program, decides nothing. */
const rank = "SUMPRODUCT(([asks.gap] - [@gap] > [$near]) * 1) + SUMPRODUCT((ABS([asks.gap:@] - [@gap]) <= [$near]) * 1)";

/** The stake of the ask's driver group, as far as the ask is in use and carries it; none while a case has no finite value. */
function stakeOf(kind: "gap" | "swing"): string {
  return `[@use] * [@share] * ([$endless] = 0) * INDEX([stake.${kind}From:${kind}To], MATCH([@driver], [group.${kind}From:${kind}To], 0))`;
}

/** A stake's share of the positive ones; a negative stake stays in sight and weighs nothing. */
function shareOf(column: string): string {
  return `IF(MAX([asks.${column}]) > 0, MAX(0, [@${column}]) / SUMIF([asks.${column}], ">0"), 0)`;
}

/** Widths of the first columns, which the cases above share. */
export const askWidths = [...columns.slice(0, 8).map(({ width }) => width)];

const sums: BlockSpec = {
  id: "sums",
  columns: columnsOf(columns),
  rows: [totalLine("total", { label: "Sum of the asks", unit: "{currency}" }, "broken", {
    gap: total("SUM([asks.gap])", "money"),
    gapShare: total("SUM([asks.gapShare])", "percent"),
    expected: total("SUM([asks.expected])", "money"),
    swing: total("SUM([asks.swing])", "money"),
    money: total("SUM([asks.money])", "percent"),
    judged: total("SUM([asks.judged])", "percent"),
    weight: total("SUM([asks.weight])", "percent"),
    broken: total("SUM([asks.broken])", "flag"),
  })],
};

const reconciliation: BlockSpec = {
  id: "reconciliation",
  bands: [{ title: "From the role to the customer as is", tone: "ask", from: "A" }],
  rows: [
    line("netRole", { label: "Net value as asked", unit: "{currency}" }, { E: calc("([$endless] = 0) * [net.role]", "money") }),
    line("sumOfGaps", { label: "Sum of gap stakes, signed", unit: "{currency}" }, { E: calc("[total.gap]", "money") }),
    line("interaction", { label: "Interaction: what several asks share", unit: "{currency}" }, {
      E: calc("[$netRole] - ([$endless] = 0) * [net.asIs] - [$sumOfGaps]", "money"),
    }),
    totalLine("netActual", { label: "Net value as is", unit: "{currency}" }, "E",
      { E: total("[$netRole] - [$sumOfGaps] - [$interaction]", "money") }),
    line("expectedShare", { label: "Expected value, share of the gap stakes", unit: "% of gaps" },
      { E: calc("IF([$sumOfGaps] = 0, 0, [total.expected] / [$sumOfGaps])", "percent") }),
    line("mostCarried", { label: "Most that the asks carry of one driver", unit: "% of the driver" },
      { E: calc("MAX([carried.gapFrom:gapTo])", "share") }),
  ],
};

const ifEntered = (name: string) => `IF(COUNT([inputs/${name}]) = 0, "", [inputs/${name}])`;

/** What the customer buys from others: beside the stakes and no part of them. Our share today follows from what it buys from us. */
const whiteSpace: BlockSpec = {
  id: "whiteSpace",
  bands: [{ title: "What is left of the customer's budget", tone: "ask", from: "A" }],
  rows: [
    line("wallet", { label: "Spent on our kind of goods, all sellers", unit: "{currency}/{period}", source: "Inputs" },
      { E: link(ifEntered("in_wallet"), "money") }),
    line("walletTarget", { label: "Share that we ask for", unit: "% of the budget", source: "Inputs" },
      { E: link(ifEntered("in_wallet_target"), "percent") }),
    line("walletShare", { label: "Share today: net revenue as is", unit: "% of the budget" },
      { E: calc('IF(N([$wallet]) = 0, "", [netRevenue.asIs] / [$wallet])', "percent") }),
    line("walletMargin", { label: "Margin of net revenue as asked", unit: "% of net revenue" },
      { E: calc("IF([netRevenue.role] = 0, 0, [afterDiscount.role] / [netRevenue.role])", "percent") }),
    totalLine("openBudget", { label: "White space: what others sell them", unit: "{currency}/{period}" }, "E", {
      E: total('IF(COUNT([$wallet]:[$walletMargin]) < ROWS([$wallet]:[$walletMargin]), "", '
        + "[$wallet] * ([$walletTarget] - [$walletShare]) * [$walletMargin])", "money", { name: "out_white_space" }),
    }),
    remark("Blank until budget and share are known on Inputs. A chance on top, in no stake: the asks are priced without it.", "B"),
  ],
};

/** Asks on hold, beyond a single sale or unknown leave the sums; a broken must cuts the fit. */
const fit: BlockSpec = {
  id: "fitToday",
  bands: [{ title: "How well the customer plays the role today", tone: "ask", from: "A" }],
  rows: [
    line("points", { label: "Points earned", unit: "weight" }, { E: calc("SUMPRODUCT([asks.weight], [asks.known], [asks.attainment])",
      "factor") }),
    line("knownWeight", { label: "Weight of what is known", unit: "weight" },
      { E: calc("SUMPRODUCT([asks.weight], [asks.known])", "factor") }),
    line("countedWeight", { label: "Weight of what counts", unit: "weight" },
      { E: calc("SUMPRODUCT([asks.weight], [asks.counts])", "factor") }),
    line("mustsBroken", { label: "Musts broken", unit: "asks" }, { E: calc("[total.broken]", "flag") }),
    line("coverage", { label: "Coverage: known of what counts", unit: "% of weight" },
      { E: calc("IF([$countedWeight] = 0, 0, [$knownWeight] / [$countedWeight])", "percent") }),
    line("rawFit", { label: "Fit before musts", unit: "% of weight" },
      { E: calc('IF([$knownWeight] = 0, "", [$points] / [$knownWeight])', "percent") }),
    totalLine("fit", { label: "Fit as is", unit: "% of weight" }, "E", {
      E: total("IF([$mustsBroken] > 0, MIN([$rawFit], [$mustCap]), [$rawFit])", "percent", { name: "out_fit" }),
    }),
  ],
};

/** As many as the chart shows; the others follow below it, in the same columns. */
const largest = 12;

const paretoLine = (rank: number): RowSpec => ({
  id: `rank${rank}`,
  cells: {
    A: { ...fixed(rank), align: "left" },
    B: { ...calc("INDEX([asks.label], MATCH([@A], [asks.rank], 0))", "general"), align: "left" },
    C: note("{currency}"),
    E: calc("INDEX([asks.gap], MATCH([@A], [asks.rank], 0))", "money"),
    F: calc("SUM([rank1.E]:[@E])", "money"),
    G: calc("INDEX([asks.gapShare], MATCH([@A], [asks.rank], 0))", "percent"),
  },
});

function pareto(asks: readonly Ask[]): BlockSpec[] {
  const lines = asks.map((_, index) => paretoLine(index + 1));
  return [
    {
      id: "pareto",
      bands: [{ title: "The gaps by size", tone: "ask", from: "A" }],
      heads: {
        A: head("Rank"), B: head("Ask, largest gap first"), C: head("Unit of money"), D: head(null),
        E: head("Gap stake", "right"), F: head("Cumulative", "right"), G: head("Share", "right"),
      },
      rows: lines.slice(0, largest),
      close: true,
    },
    {
      id: "paretoRest",
      rows: [...lines.slice(largest), remark("Negative gaps come last: the customer is better there than asked. Interaction is not in this list.")],
    },
  ];
}

/** The largest gaps as columns, with their running total. */
export const paretoChart: ChartSpec = {
  name: "Gaps by size",
  kind: "column",
  altText: "Columns: the twelve largest gap stakes in money. Line: their running total.",
  gapWidth: 60,
  place: "pareto.I:T",
  series: [
    { name: "Gap stake", values: "pareto.E", categories: "pareto.B", look: "ask" },
    { name: "Cumulative", values: "pareto.F", categories: "pareto.B", look: "ink", as: "line" },
  ],
};

