import type { Agreement, Ask } from "../../core/agreement";
import { columnsFor } from "../../core/portfolio/customers";
import { leadVerdicts, type LeadRow } from "../../core/portfolio/leads";
import { sampleLeads } from "../../core/portfolio/sample-leads";
import { columnLetters } from "../address";
import { levelFormat } from "../sheets/inputs";
import {
  calc, columnsOf, line, link, note, table, total, type BlockSpec, type CellSpec, type ConditionSpec, type EntrySpec, type RowSpec,
  type SheetSpec, type TableColumn,
} from "../spec";
import type { FormatName } from "../workbook-plan";
import type { Module } from "./module";
import { asksScored, each, edges, factor, flag, money, parameters, share, sums, words, type Column } from "./portfolio/fit-columns";

/** Who may become a customer. */
export interface LeadsData { readonly leads: readonly LeadRow[] }

/** Leads held against the role before money is spent on winning them. */
export const leads: Module<LeadsData> = {
  id: "leads",
  title: "Leads",
  purpose: "Who is worth winning, and the most to spend on it",
  needs: [],
  sheets: (agreement, data) => [leadsSheet(agreement, data)],
  // A table grows between its rows, so it starts with two.
  blank: () => ({ leads: [nobody("L01"), nobody("L02")] }),
  example: () => ({ leads: sampleLeads }),
};

/** A lead of whom nothing is known; money that is unknown is no number. */
const nobody = (id: string): LeadRow =>
  ({ id, name: "", source: "", mode: "", margin: NaN, retention: NaN, deserveCost: null, acquisitionCost: null, levels: {} });

function leadsSheet(agreement: Agreement, data: LeadsData): SheetSpec {
  const asks = asksScored(agreement);
  const worked: readonly Column[] = [...answers, ...workings, ...sums(asks), ...verdict, ...each(asks)];
  const order = [...who(data), ...worked.slice(0, answers.length), ...entered(agreement, data), ...worked.slice(answers.length)];
  const rows = data.leads.map((_, row) => row);
  return {
    id: "leads", name: "Leads", sheetClass: "calculation",
    title: "Leads", purpose: "One row for each lead: the yellow cells say what is expected and observed, blank means unknown; the rest follows",
    widths: order.map(({ width }) => width),
    blocks: [
      results, counts, constants, parameters(asks, order),
      table("leads", order, rows, (row) => `lead${row + 1}`, {
        bands: [{ title: "Lead by lead", tone: "ask", from: "A" }], headHeight: 46, table: "tblLeads",
        columns: { ...columnsOf(order), ...edges(asks, order) },
      }),
    ],
    conditions,
    entries: [ratioEntry, ...entriesOf(agreement)],
    freeze: { columns: 2 },
    names: { rng_lead_verdicts: "counts.E" },
    printTo: columnLetters(order.findIndex(({ key }) => key === "acquisition")),
  };
}

// --- what is entered

const typed = (key: string, title: string, width: number, format: FormatName, content: (row: number) => CellSpec["content"]): TableColumn<number> => ({
  key, head: title, width, ...(format !== "general" && { align: "right" as const }),
  cell: (row) => ({ content: content(row), style: "input", format, ...(format === "general" && { align: "left" as const }) }),
});
const known = (value: number | null) => (value === null || Number.isNaN(value) ? null : value);

const who = ({ leads: rows }: LeadsData): TableColumn<number>[] => [
  typed("id", "Id", 9, "general", (row) => rows[row]!.id),
  typed("name", "Lead", 48, "general", (row) => rows[row]!.name || null),
  { key: "unit", head: "Unit", width: 16, cell: () => note("as headed") },
  typed("source", "Source", 14, "general", (row) => rows[row]!.source || null),
];

const entered = (agreement: Agreement, { leads: rows }: LeadsData): TableColumn<number>[] => [
  typed("givenMode", "Mode", 8, "general", (row) => rows[row]!.mode || null),
  typed("margin", "Contribution", 13, "inputMoney", (row) => known(rows[row]!.margin)),
  typed("retention", "Retention", 11, "inputPercent", (row) => known(rows[row]!.retention)),
  typed("givenDeserve", "Cost to deserve", 12, "inputMoney", (row) => rows[row]!.deserveCost),
  typed("acquisition", "Acquisition cost", 12, "inputMoney", (row) => rows[row]!.acquisitionCost),
  ...askColumns(agreement).map(({ key, heading, kind }) =>
    typed(key, heading, Math.max(13, Math.ceil(heading.length / 2) + 3), levelFormat[kind], (row) => rows[row]!.levels[key] ?? null)),
];

/** The asks of Customers, with the same headings. */
const askColumns = (agreement: Agreement) =>
  columnsFor(agreement).flatMap((column) => (isAsk(column.key) ? [{ ...column, key: column.key, kind: column.kind as keyof typeof levelFormat }] : []));
const isAsk = (key: string): key is Ask["id"] => /^A\d\d$/.test(key);

const ratioEntry: EntrySpec = {
  on: "ratio.E", kind: "decimal", min: 0.01, title: "Value asked for", message: "Lifetime value per unit of money spent on winning, often 3.", optional: false,
};

function entriesOf(agreement: Agreement): EntrySpec[] {
  const { currency, period } = agreement.inputs;
  const perPeriod = `${currency}/${period}`;
  const rule = (on: string, title: string, more: { unit: string; min?: number; max?: number; blank: string }): EntrySpec => ({
    on: `leads.${on}`, kind: "decimal", ...(more.min !== undefined && { min: more.min }), ...(more.max !== undefined && { max: more.max }),
    title, message: `A number. Unit: ${more.unit}. Blank: ${more.blank}.`, optional: true,
  });
  const text = (on: string, title: string): EntrySpec =>
    ({ on: `leads.${on}`, kind: "length", max: 255, title, message: "Text of at most 255 characters.", optional: true });
  return [
    text("id", "Id"), text("name", "Lead"), text("source", "Source"),
    { on: "leads.givenMode", kind: "list", source: "[lists/lst_mode.B]", title: "Mode", message: "Choose from the list. Blank: as the role.", optional: true },
    rule("margin", "Contribution", { unit: perPeriod, blank: "unknown, so no verdict" }),
    rule("retention", "Retention", { unit: `% per ${period}`, min: 0, max: 1, blank: "unknown, so no verdict" }),
    rule("givenDeserve", "Cost to deserve", { unit: perPeriod, min: 0, blank: "what the commitments cost" }),
    rule("acquisition", "Acquisition cost", { unit: currency, min: 0, blank: "as on Inputs" }),
    ...askColumns(agreement).map(({ key, heading, unit }): EntrySpec => ({
      on: `leads.${key}`, kind: "length", max: 30, title: heading.slice(0, 32), optional: true,
      message: `The level observed. Unit: ${unit.replace("{currency}", currency).replace("{period}", period)}. ? or blank: unknown; n/a: does not apply.`,
    })),
  ];
}

// --- what follows

/** What a reader came for. */
const answers: readonly Column[] = [
  words("verdict", "Verdict", calc("INDEX([counts.B], MATCH(1, [@find:drop], 0))", "general"), 14),
  money("net", "Net value expected", 'IF([@valued] = 0, "", ([@margin] - [@deserve]) * [@worthOfOne] - [@winning])'),
  money("most", "Most to spend on winning", 'IF([@valued] = 0, "", MAX(0, [@net] + [@winning]) / [$ratio])'),
  share("fit", "Fit", 'IF([@known] = 0, "", MIN([@ceiling], [@raw]))'),
  share("coverage", "Coverage", "IF([@applicable] = 0, 0, [@known] / [@applicable])"),
  flag("broken", "Musts broken", "SUMPRODUCT([@appliesFirst:appliesLast], [@mustFirst:mustLast])"),
];

/** Money at the end of each period, without growth: what is not known of a lead is not assumed. */
const workings: readonly Column[] = [
  words("mode", "Mode in use", calc('IF([@givenMode] = "", [$mode], [@givenMode])', "general"), 9),
  money("deserve", "Cost to deserve in use", "IF(COUNT([@givenDeserve]) = 0, [$deserveCost], [@givenDeserve])"),
  money("winning", "Acquisition cost in use", "IF(COUNT([@acquisition]) = 0, [$ac], [@acquisition])"),
  factor("q", "q of contribution", "N([@retention]) / (1 + [$rate])"),
  flag("valued", "Has a value",
    "COUNT([@margin]) * COUNT([@retention]) * (N([@retention]) >= 0) * (N([@retention]) <= 1) * (1 - [$unlimited] * ([@q] >= 1))"),
  factor("annuity", "Annuity", 'IF(ABS([@q] - 1) < [$tolQ], [$periods], (1 - (1 - [$unlimited]) * [@q] ^ [$horizon]) / (1 - [@q]))'),
  factor("worthOfOne", "Worth of one a period", "[@annuity] / (1 + [$rate])"),
];

/** The verdicts in the order of the rule: the first that holds is it. */
const verdict: readonly Column[] = [
  flag("find", "Find out", "(([@coverage] < [$minCov]) + (1 - [@valued]) > 0) * 1"),
  flag("pursue", "Pursue", "(1 - [@find]) * (N([@net]) >= 0) * (N([@fit]) >= [$fitInvest])"),
  flag("renegotiate", "Renegotiate", "(1 - [@find]) * (1 - [@pursue]) * ((N([@net]) >= 0) + ([@margin] >= 0) > 0)"),
  flag("drop", "Drop", "1 - SUM([@find:renegotiate])"),
];

const sumOf = (id: string, label: string, unit: string, formula: string, format: FormatName, name?: string): RowSpec =>
  line(id, { label, unit, source: "Below" }, { E: total(formula, format, name ? { name } : {}) });

const results: BlockSpec = {
  id: "results",
  bands: [{ title: "What the screen says", tone: "ask", from: "A" }],
  rows: [
    sumOf("number", "Leads", "leads", 'COUNTIF([leads.id], "?*")', "flag"),
    sumOf("rejected", "Rejected: a screen that drops nobody screens nothing", "% of leads", 'IF([$number] = 0, 0, COUNTIF([leads.verdict], "Drop") / [$number])',
      "percent", "out_leads_rejected"),
    sumOf("saved", "Cost avoided: not spent on winning those dropped", "{currency}", 'SUMIF([leads.verdict], "Drop", [leads.winning])', "money", "out_leads_saved"),
    sumOf("pursued", "Net value of those to pursue", "{currency}", 'SUMIF([leads.verdict], "Pursue", [leads.net])', "money", "out_leads_pursued"),
    sumOf("spend", "Most to spend on winning those to pursue", "{currency}", 'SUMIF([leads.verdict], "Pursue", [leads.most])', "money"),
    line("ratio", { label: "Value asked for each unit spent on winning", unit: "{currency} of value", source: "Typed" },
      { E: { content: 3, style: "input", format: "inputDecimal", name: "in_lead_ratio" } }),
  ],
};

const counts: BlockSpec = {
  id: "counts",
  bands: [{ title: "Leads by verdict", tone: "ask", from: "A" }],
  rows: leadVerdicts.map((word, index): RowSpec => line(`count${index + 1}`, { label: word, unit: "leads", source: "Below" }, {
    E: calc("COUNTIF([leads.verdict], [@B])", "flag"),
  })),
};

const fetched = (id: string, label: string, unit: string, formula: string, format: FormatName, source = "Inputs"): RowSpec =>
  line(id, { label, unit, source }, { E: link(formula, format) });

const constants: BlockSpec = {
  id: "constants",
  bands: [{ title: "Taken from other sheets", tone: "ask", from: "A" }],
  rows: [
    fetched("rate", "Discount rate", "% per {period}", "[inputs/in_rate]", "percent"),
    fetched("periods", "Horizon, 0 = no end", "{period}s", "N([inputs/in_periods])", "money"),
    fetched("unlimited", "No end", "flag", "(COUNT([inputs/in_periods]) = 0) * 1", "flag"),
    line("horizon", { label: "Exponent of the closed form", unit: "{period}s", source: "Lines above" }, { E: calc("[$periods] + [$unlimited]", "money") }),
    fetched("tolQ", "Growth factor counts as 1 within", "factor", "[inputs/chk_tol_q]", "level"),
    fetched("deserveCost", "Cost to deserve", "{currency}/{period}", "[commitments/out_deserve_cost]", "money", "Commitments"),
    fetched("ac", "Acquisition cost", "{currency}", "[inputs/in_ac]", "money"),
    fetched("mode", "Relationship or single sale", "R or T", "[inputs/in_mode]", "words"),
    fetched("minCov", "Least coverage for a verdict", "% of weight", "[inputs/in_min_cov]", "percent"),
    fetched("fitInvest", "Fit from which we pursue", "% of weight", "[inputs/in_fit_invest]", "percent"),
    fetched("mustCap", "Fit left when a must is broken", "% of fit", "[inputs/in_must_cap]", "percent"),
  ],
};

const conditions: readonly ConditionSpec[] = [
  { on: "leads.verdict", when: '[@verdict] = "Pursue"', look: "good" },
  { on: "leads.verdict", when: '([@verdict] = "Renegotiate") + ([@verdict] = "Drop") > 0', look: "warning" },
  { on: "leads.verdict", when: '[@verdict] = "Find out"', look: "off" },
  { on: "leads.broken", when: "[@broken] > 0", look: "warning" },
];
