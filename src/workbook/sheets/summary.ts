import type { Agreement } from "../../core/agreement";
import { calc, head, label, link, note, remark, type BlockSpec, type CellSpec, type ChartSpec, type RowSpec, type SheetSpec } from "../spec";
import type { FormatName, StyleName } from "../workbook-plan";

/** One page: what the role is worth, whether it is earned and kept, where the gap lies, and what needs a look. */
export function summarySheet({ inputs: { customer } }: Agreement): SheetSpec {
  return {
    id: "summary", name: "Summary", sheetClass: "output",
    title: { formula: '"Customer role: " & [inputs/in_segment]' },
    purpose: "What we ask of this customer, what we give in return, and what both are worth",
    widths: [22, 22, 22, 3, 30, 22, 22, 11, 11, 11],
    blocks: [panels(customer), bridgeBand, chartArea, tables, asked, steps],
    charts: [bridgeChart],
    printTo: "G",
    onePageTo: "asked",
  };
}

interface Headline {
  readonly column: string;
  readonly title: string;
  readonly figure: string;
  readonly format: FormatName;
  readonly name: string;
  readonly caption: CellSpec["content"];
}

const give = new Set(["E", "F", "G"]);
const inMoney = '[inputs/in_currency] & " a customer"';
const overTime = '[inputs/in_currency] & IF(COUNT([inputs/in_periods]) = 0, ", no end", '
  + '", over " & [inputs/in_periods] & " " & [inputs/in_period] & "s")';

const headlines = (customer: string): readonly Headline[] => [
  { column: "A", title: "Net value as asked", figure: "[value/shown.E]", format: "headline", name: "out_netltv_role",
    caption: { formula: overTime } },
  { column: "B", title: "Net value as is", figure: "[value/shown.F]", format: "headline", name: "out_netltv_actual",
    caption: { formula: customer === "" ? inMoney : "[inputs/in_customer] & \"\"" } },
  { column: "C", title: "Gap to earn", figure: 'IF(COUNT([@A:B]) < COLUMNS([@A:B]), "", [@A] - [@B])', format: "headline",
    name: "out_gap", caption: { formula: inMoney } },
  { column: "E", title: "What we ask is earned to", figure: "[reciprocity/total.earned]", format: "headlinePercent", name: "out_rci",
    caption: { formula: '"by weight; naked asks: " & [reciprocity/total.points]' } },
  { column: "F", title: "Commitments kept", figure: "[reciprocity/deserve]", format: "headlinePercent", name: "out_deserve",
    caption: { formula: 'COUNT([commitments/commitments.keptAttainment]) & " measured"' } },
  { column: "G", title: "Commitments pay from", figure: "[value/breakEven]", format: "headlinePercent", name: "out_pays_from",
    caption: { formula: '"retention; the role has " & FIXED(100 * [inputs/in_retention], 1) & "%"' } },
];

function panels(customer: string): BlockSpec {
  const all = headlines(customer);
  const rowOf = (ask: StyleName, theirs: StyleName, cell: (each: Headline) => Partial<CellSpec> & Pick<CellSpec, "content">,
    height?: number): RowSpec => ({
    ...(height !== undefined && { height }),
    cells: Object.fromEntries(all.map((each) => [each.column, { style: give.has(each.column) ? theirs : ask, ...cell(each) }])),
  });
  return {
    id: "panels",
    rows: [
      rowOf("panelTop", "panelTopGive", ({ title }) => ({ content: title }), 20),
      rowOf("figure", "figureGive", ({ figure, format, name }) => ({ content: { formula: figure }, format, name, id: name }), 34),
      rowOf("panel", "panelGive", ({ caption }) => ({ content: caption }), 20),
    ],
  };
}

const bridgeBand: BlockSpec = {
  id: "bridge",
  bands: [{ title: "From the customer we asked for to the one we have", tone: "ask", from: "A", to: "G" }],
  rows: [remark("Net lifetime value, {currency}. Outlined bars lower it. What several asks share is given back first.")],
  close: true,
};

const chartArea: BlockSpec = { id: "chartArea", rows: Array.from({ length: 17 }, () => ({ cells: {} })), close: true };

// --- two tables side by side

const answer = (formula: string): CellSpec => link(formula, "general", { align: "left" });
const asMoney = (reference: string) => `FIXED(${reference}, 0) & " " & [inputs/in_currency]`;

/** The word for the pair: do we keep our side, does the customer play theirs? */
const whoOwes = "INDEX([lists/pair.B:C], 1 + (N([reciprocity/deserve]) >= [inputs/in_deserve_min]), "
  + "1 + (N([stakes/fit]) >= [inputs/in_fit_invest]))";

const stands: readonly { question: string; answer: string }[] = [
  { question: "First guess, before the model",
    answer: `IF(COUNT([inputs/firstGuess]) = 0, "not asked", ${asMoney("[inputs/firstGuess]")})` },
  { question: "Asks with nothing behind them", answer: '[reciprocity/total.points] & ": " & [reciprocity/firstNaked]' },
  { question: "Committed above what we proved", answer: '[commitments/total.H] & ": " & [commitments/firstAbove]' },
  { question: "Cost to deserve",
    answer: `${asMoney("[commitments/total.cost]")} & ", " & FIXED(100 * [commitments/total.funded], 0) & "% funded"` },
  { question: "How well the role is played",
    answer: '"fit " & FIXED(100 * N([stakes/fit]), 0) & "%, known of " & FIXED(100 * [stakes/coverage], 0) & "% of the weight"' },
  { question: "Who owes whom", answer: whoOwes },
];

/** Beside nothing: there are five gaps only. */
const further: readonly { id: string; question: string; answer: string }[] = [
  { id: "lessGuess", question: "The model less the first guess", answer: `IF(COUNT([value/lessGuess]) = 0, "not asked", ${asMoney("[value/lessGuess]")})` },
  { id: "giveGet", question: "What we give for what we ask", answer: 'FIXED(100 * [value/giveGet.E], 1) & "% of its present value"' },
];

const gapCells = (rank: number): Record<string, CellSpec> => ({
  A: answer(`[stakes/rank${rank}.B]`), B: link(`[stakes/rank${rank}.E]`, "money"), C: link(`[stakes/rank${rank}.G]`, "percent"),
});

const tables: BlockSpec = {
  id: "tables",
  bands: [
    { title: "What matters most", tone: "ask", from: "A", to: "C" },
    { title: "Where we stand", tone: "give", from: "E", to: "G" },
  ],
  heads: {
    A: head("Ask"), B: head("Gap today", "right"), C: head("Share of all gaps", "right"),
    E: head("Question"), F: head("Answer"), G: head(null),
  },
  rows: [
    ...stands.map(({ question, answer: formula }, index) => ({
      id: `stand${index + 1}`,
      cells: { ...(index < 5 && gapCells(index + 1)), E: label(question), F: answer(formula) },
    })),
    ...further.map(({ id, question, answer: formula }) => ({ id, cells: { E: label(question), F: answer(formula) } })),
    // Filled in by the sheets of customers, when they are added.
    { id: "verdicts", cells: { E: label("Customers by verdict"), F: note("not scored yet", { name: "out_verdicts", format: "general" }) } },
    { id: "recoverable", cells: { E: label("What could be recovered"), F: note("not scored yet", { name: "out_recoverable", format: "general" }) } },
    remark({ formula: 'IF([inputs/in_sample] = "Y", "Sample or template values: replace them by your own.", "")' }),
  ],
};

// --- what we say of ourselves

/** The survey gives no sizes of its parts, so its figures are context and no measure. */
const survey: readonly { input: string; question: string; others: string }[] = [
  { input: "in_check_role", question: "Role well defined?", others: "42.9% said yes in the US, 17.2% in Europe" },
  { input: "in_check_deserve", question: "Loyalty deserved?", others: "50% did not believe that they do" },
  { input: "in_check_dialogue", question: "A true dialogue held?", others: "over 54% said that they do not" },
];

const asked: BlockSpec = {
  id: "asked",
  bands: [{ title: "How we see ourselves", tone: "give", from: "A", to: "G" }],
  heads: { A: head("Question"), B: head(null), C: head("Our answer"), D: head(null), E: head("Context, 2004, n = 165"), F: head(null), G: head(null) },
  rows: [
    ...survey.map(({ input, question, others }) => ({
      id: `asked_${input}`,
      cells: { A: label(question), C: answer(`IF([inputs/${input}] = "", "not answered yet", [inputs/${input}])`), E: note(others) },
    })),
    remark("Figures: Lior Arussy, \"Defining the role of the customer\", 23 March 2004. Context, no benchmark."),
  ],
};

// --- what the bridge is drawn from

const stepRows = ["stepAsked", "stepTwice", "stepGap1", "stepGap2", "stepGap3", "stepGap4", "stepGap5", "stepOthers", "stepAsIs"];
const isTotal = (id: string) => id === "stepAsked" || id === "stepAsIs";

const none: CellSpec = { content: 0, style: "calc", format: "money" };
const totalBar = { E: none, F: calc("[@C]", "money"), G: none, H: none, I: none, J: none };
const above = "(MAX(0, [^C], [@C]) - MAX(0, MIN([^C], [@C])))";
const below = "(MIN(0, [^C], [@C]) - MIN(0, MAX([^C], [@C])))";
const stepBar = {
  E: calc("MAX(0, MIN([^C], [@C])) + MIN(0, MAX([^C], [@C]))", "money"),
  F: none,
  G: calc(`([@B] >= 0) * ${above}`, "money"),
  H: calc(`([@B] >= 0) * ${below}`, "money"),
  I: calc(`([@B] < 0) * ${above}`, "money"),
  J: calc(`([@B] < 0) * ${below}`, "money"),
};

/**
 * Stacked columns on an invisible base. A bar from s to e stands on the nearer of both to zero; one that crosses zero is drawn
 * in two parts, above and below, so the picture stays right when values turn negative.
 */
const steps: BlockSpec = {
  id: "steps",
  bands: [{ title: "The bridge in numbers", tone: "ask", from: "A" }],
  heads: {
    A: head("Step"), B: head("Amount", "right"), C: head("Ends at", "right"), D: head(null), E: head("Invisible base", "right"),
    F: head("Totals", "right"),
    G: head("Gains", "right"), H: head("Gains below 0", "right"), I: head("Losses", "right"), J: head("Losses below 0", "right"),
  },
  headHeight: 33,
  rows: stepRows.map((id) => ({ id, cells: {
    A: answer(`[value/${id}.B]`), B: link(`[value/${id}.E]`, "money"), C: link(`[value/${id}.F]`, "money"),
    ...(isTotal(id) ? totalBar : stepBar),
  } })),
};

const bridgeChart: ChartSpec = {
  name: "Bridge",
  kind: "columnStacked",
  altText: "Bridge of net lifetime value: from as asked, up by what is counted twice, down by the five largest gaps and all others, "
    + "to as is. The table below holds the numbers.",
  gapWidth: 40,
  dataLabels: true,
  place: "chartArea.A:G",
  series: [
    { name: "Base", values: "steps.E", categories: "steps.A", look: "invisible" },
    { name: "Totals", values: "steps.F", categories: "steps.A", look: "ink", labelFormat: '#,##0;(#,##0);""' },
    { name: "Gains", values: "steps.G", categories: "steps.A", look: "give", labelFormat: '+#,##0;+#,##0;""' },
    { name: "Gains below zero", values: "steps.H", categories: "steps.A", look: "give", labelFormat: '+#,##0;+#,##0;""' },
    { name: "Losses", values: "steps.I", categories: "steps.A", look: "lossOutline", labelFormat: '(#,##0);(#,##0);""' },
    { name: "Losses below zero", values: "steps.J", categories: "steps.A", look: "lossOutline", labelFormat: '(#,##0);(#,##0);""' },
  ],
};
