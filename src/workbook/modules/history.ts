import type { Estimate } from "../../core/history/estimate";
import type { Tally } from "../../core/history/order-list";
import { daysPerUnit, longestLife, year, type Reality } from "../../core/history/reality";
import { boxAddress, parseReference, quoted } from "../address";
import { calc, check, head, label, line, link, note, remark, type BlockSpec, type CellSpec, type SheetSpec } from "../spec";
import type { FormatName } from "../workbook-plan";
import { historyCharts, frequencyBlocks, trackingBlocks } from "./history-charts";
import type { Module } from "./module";

/** What the sheet is made from: where the person's own orders stand, what was counted and found, and on which day. */
export interface HistoryData {
  /** The list, the first row of its data as Excel numbers it, and which of its columns, from 0, hold the three parts of an order. */
  readonly source?: {
    readonly sheet: string; readonly address: string; readonly firstRow: number;
    readonly columns: Readonly<Record<"customer" | "date" | "amount", number>>;
  };
  readonly tally: Tally;
  /** Rows without a customer, a date or an amount, left out. */
  readonly unreadable: number;
  readonly reality: Reality;
  /** What the role wished for and history showed, in sentences. */
  readonly sentences: readonly string[];
  /** Excel's number of the day of the study. */
  readonly madeOn: number;
}

/** The reality check as a sheet: the fit as function calls over the person's own orders, and beside it the numbers of one day. */
export const history: Module<HistoryData> = {
  id: "history",
  title: "Order History",
  purpose: "What your own orders show, beside what the role assumes",
  needs: [],
  sheets: (_, data) => [historySheet(data)],
  blank: () => nothing,
};

const none: Estimate = { value: 0, low: null, high: null };
const nothing: HistoryData = {
  tally: { orders: 0, later: 0, merged: 0, dropped: 0, days: 0, customers: 0, repeatCustomers: 0, firstDay: 0, lastDay: 0 },
  unreadable: 0,
  reality: {
    customers: 0, orders: 0, repeatCustomers: 0, firstDay: 0, asOf: 0,
    ordersPerYear: none, orderValue: none, retention: none, growth: none, lifetime: none,
    retentionByTenure: [none], byFrequency: [{ frequency: 0, actual: 0, expected: 0 }],
    tracking: [{ day: 0, actual: 0, expected: 0, isHoldout: false }],
    fit: {
      model: "", parameters: [0, 0, 0, 0], logLikelihood: 0, standardErrors: [0, 0, 0, 0], covariance: [], iterations: 0, message: "",
    },
    notes: [],
  },
  sentences: ["Nothing was studied yet. Open What history says in the panel and point at your orders."],
  madeOn: 0,
};

function historySheet(data: HistoryData): SheetSpec {
  return {
    // Excel keeps the name "History" for itself and refuses a sheet of that name.
    id: "history", name: "Order History", sheetClass: "output",
    title: "What history says",
    purpose: "Orders a year, their value, how long customers stay: as your own orders show it, beside what the role asks",
    widths: [7, 32, 20, 18, 15, 14, 12, 12, 14, 20],
    heads: {
      A: head("Line"), B: head("Label"), C: head("Unit"), D: head("Source"), E: head("By function, now", "right"),
      F: head("On that day", "right"), G: head("Low", "right"), H: head("High", "right"),
      I: head("Role asks now", "right"), J: head("The role asks"),
    },
    headHeight: 33,
    blocks: [
      findings(data), inWords(data), tenure(data), orders(data), fit(data),
      ...frequencyBlocks(data.reality), ...trackingBlocks(data.reality), timeUnits, customers(data),
    ],
    charts: historyCharts,
    names: { rng_history: "findings.E:J" },
    numbered: true,
    printTo: "J",
  };
}

const band = (title: string) => [{ title, tone: "ask", from: "A" } as const];
/** A number of the day of the study: quiet, because it does not follow the list any more. */
const dated = (value: number | null, format: FormatName): CellSpec => note(value, { format, align: "right" });
const estimated = ({ value, low, high }: Estimate, format: FormatName): Record<string, CellSpec> =>
  ({ F: dated(value, format), G: dated(low, format), H: dated(high, format) });
/** Functions follow the list only where they can read every row of it: they refuse what the study left out. */
const isLive = ({ source, unreadable }: HistoryData) => source !== undefined && unreadable === 0;
/** A function of the add-in, or what follows from one; nothing where there is no list to work on. */
const live = (data: HistoryData, formula: string, format: FormatName): Record<string, CellSpec> =>
  (isLive(data) ? { E: calc(formula, format) } : {});

// --- the findings

/** The parameters, found in the row of the fit that begins with its function, so that it is calculated first. */
const [r, alpha, s, beta] = [2, 3, 4, 5].map((place) => `INDEX([fit.E:I], ${place})`) as [string, string, string, string];

/** Where the line of a measure stands on Inputs is found by its label there, which column D repeats. */
const asked = "INDEX([inputs/measures.E], MATCH([@D], [inputs/measures.B], 0))";

interface Finding {
  readonly id: "ordersPerYear" | "orderValue" | "retention" | "growth" | "lifetime";
  readonly label: string;
  readonly unit: string;
  readonly on: string;
  readonly format: FormatName;
  /** From the level a period on Inputs to one a year. */
  readonly wish: string;
  readonly now?: string;
}

const measured: readonly Finding[] = [
  { id: "ordersPerYear", label: "Orders a year", unit: "purchase days a year", on: "Orders", format: "decimal",
    wish: `${asked} * [$periods]`, now: `${r} / ${alpha} * [$year]` },
  { id: "orderValue", label: "Value of a purchase day", unit: "{currency}", on: "Value of an order", format: "money", wish: asked },
  { id: "retention", label: "Stay another year", unit: "% per year", on: "Retention", format: "percent",
    wish: `${asked} ^ [$periods]` },
  { id: "growth", label: "Growth of a purchase day", unit: "% per year", on: "Growth of margin", format: "percent",
    wish: `(1 + ${asked}) ^ [$periods] - 1` },
  { id: "lifetime", label: "Years as a customer", unit: "years of the first ten", on: "Retention", format: "decimal",
    wish: "IF([retention.I] >= 1, [$longest], (1 - [retention.I] ^ [$longest]) / (-1 * LN([retention.I])))",
    now: `${beta} / (${s} - 1) * (1 - (${beta} / (${beta} + [$longest] * [$year])) ^ (${s} - 1)) / [$year]` },
];

/** 0: nobody can tell, 1: less than the lower end, 2: within, 3: more than the upper end. */
const verdict = 'CHOOSE(1 + (COUNT([@G:H]) = COLUMNS([@G:H])) * (1 + ([@I] >= [@G]) + ([@I] > [@H])), '
  + '"cannot be told", "less than shown", "within what is shown", "MORE THAN SHOWN")';

const findings = (data: HistoryData): BlockSpec => ({
  id: "findings",
  bands: [{
    title: "What customers do, and what the role asks of them", tone: "ask", from: "A",
    aside: "Nine times out of ten the truth lies from low to high",
  }],
  rows: measured.map(({ id, label: words, unit, on, format, wish, now }) => line(id, { label: words, unit, source: on }, {
    ...(now && live(data, now, format)), ...estimated(data.reality[id], format),
    I: link(wish, format), J: { content: { formula: verdict }, style: "label" },
  })),
});

const cannotFollow = "Some rows of the list could not be read, so no function follows it: mend them and write this sheet anew.";

const inWords = ({ sentences, reality, unreadable }: HistoryData): BlockSpec => ({
  id: "inWords",
  rows: [...sentences, ...reality.notes, ...(unreadable > 0 ? [cannotFollow] : [])].map((sentence) => remark(sentence, "B")),
});

/** ((beta + t) / (beta + t + 1 year)) ^ s, t from the beginning of this line's year. */
const yearsBefore = "(ROWS([tenure.B:@]) - 1) * [$year]";
const stayingInYear = `((${beta} + ${yearsBefore}) / (${beta} + ROWS([tenure.B:@]) * [$year])) ^ ${s}`;

/** Who stayed long stays longer. */
const tenure = (data: HistoryData): BlockSpec => ({
  id: "tenure",
  bands: band("How many stay, year by year after the first purchase"),
  rows: data.reality.retentionByTenure.map((estimate, index) => line(`tenure${index + 1}`, {
    label: `In year ${index + 1}`, unit: "% per year",
  }, {
    ...live(data, stayingInYear, "percent"), ...estimated(estimate, "percent"),
  })),
});

// --- what it stands on

const sourceWords = ({ source }: HistoryData) => (source ? `${source.sheet}, ${source.address}` : "none yet");

function orders(data: HistoryData): BlockSpec {
  const { tally, unreadable, reality, madeOn } = data;
  const counted = (id: string, words: string, unit: string, value: number, more: Record<string, CellSpec> = {}) =>
    line(id, { label: words, unit }, { F: dated(value, "money"), ...more });
  const day = (id: string, words: string, value: number) => line(id, { label: words, unit: "date" }, { F: dated(value, "date") });
  return {
    id: "orders",
    bands: band("The orders it stands on"),
    rows: [
      line("source", { label: "List", unit: "cells", source: sourceWords(data) }, {}),
      day("madeOn", "Worked out on", madeOn),
      day("firstDay", "First purchase", reality.firstDay),
      day("asOf", "Last day of the history", reality.asOf),
      counted("orderCount", "Orders read", "orders", tally.orders),
      counted("merged", "Merged: same customer, same day", "orders", tally.merged),
      counted("dropped", "Left out: refunds took them back", "customer days", tally.dropped),
      counted("later", "After the last day, left out", "orders", tally.later),
      counted("unreadable", "Rows that could not be read, left out", "rows", unreadable),
      counted("dayCount", "Purchase days", "customer days", tally.days),
      counted("repeats", "Customers who came back", "customers", tally.repeatCustomers),
      counted("count", "Customers", "customers", tally.customers, live(data, "COUNTA([histories.B]) - 1", "money")),
      ...(isLive(data) ? [line("changed", { label: "Has the list changed since?", unit: "flag", source: "Customers" },
        { E: check("COUNT([firstCustomer.C]) * ([$count] <> [count.F])", "look") })] : []),
    ],
  };
}

const listRange = (data: HistoryData, part: "customer" | "date" | "amount"): string => {
  const { sheet, address, firstRow, columns } = data.source!;
  const { box } = parseReference(`=${quoted(sheet)}!${address}`)!;
  const row = firstRow - 1;
  const cells = { row, rows: box.row + box.rows - row, column: box.column + columns[part], columns: 1 };
  return `${quoted(sheet)}!${boxAddress(cells).replace(/([A-Z]+)(\d+)/g, "$$$1$$$2")}`;
};

// --- the model

/**
 * The customers' cells in a column of the list below, as many as there are now. They are found in a range that begins with the
 * function that fills it, so that it is calculated first wherever this is.
 */
const column = (letter: "C" | "D" | "E") =>
  `[firstCustomer.${letter}]:INDEX([histories.B:${letter}], [$count], ${{ C: 2, D: 3, E: 4 }[letter]})`;

/** Cells that a function spills into, from a column on: they look like it. */
const spilled = (from: string): Record<string, CellSpec> =>
  Object.fromEntries([..."EFGHIJ"].filter((letter) => letter >= from).map((letter) =>
    [letter, { content: null, style: "calc", format: letter === "J" ? "decimal" : "factor" }]));

/** The fit as the function spills it: model, parameters and log-likelihood, then standard errors, then how the search went. */
function fit(data: HistoryData): BlockSpec {
  const { parameters, standardErrors, logLikelihood, message } = data.reality.fit;
  const letters = ["F", "G", "H", "I"] as const;
  const row = (values: readonly (number | null)[]) =>
    Object.fromEntries(letters.map((letter, i) => [letter, dated(values[i] ?? null, "factor")]));
  const words = (title: string): Record<string, CellSpec> => ({ B: label(title), C: note("weeks") });
  return {
    id: "model",
    bands: band("The model: Pareto/NBD, customers buy at their own rate and leave at their own rate, silently"),
    heads: { B: head("Row"), C: head("Unit of time"), E: head("Model", "right"), F: head("r", "right"), G: head("alpha", "right"),
      H: head("s", "right"), I: head("beta", "right"), J: head("Log-likelihood", "right") },
    rows: [
      { id: "fit", cells: { ...words("By function, now"), ...(isLive(data) && { D: note("ROLE.PARETONBD.FIT"),
        ...spilled("F"), ...live(data, `ROLE.PARETONBD.FIT(${column("C")}, ${column("D")}, ${column("E")}, TRUE)`, "general") }) } },
      { id: "fitErrors", cells: { ...words("Standard errors, now"), ...spilled("E") } },
      { id: "fitNote", cells: { ...words("Iterations and note, now"), ...spilled("E"), F: { ...spilled("F").F!, format: "general" } } },
      { id: "fitDated", cells: {
        ...words("On the day of the study"), E: note(data.reality.fit.model, { align: "right" }), ...row(parameters),
        J: dated(logLikelihood, "decimal"),
      } },
      { id: "fitDatedErrors", cells: { ...words("Standard errors on that day"), ...row(standardErrors) } },
      { id: "fitDatedNote", cells: { ...words("Note on that day"), E: note(message) } },
    ],
  };
}

const timeUnits: BlockSpec = {
  id: "timeUnits",
  bands: band("Time"),
  rows: [
    line("unitDays", { label: "Unit of time", unit: "days" }, { E: constant(daysPerUnit) }),
    line("year", { label: "A year", unit: "units of time", source: "365.25 days" }, { E: constant(year) }),
    line("longest", { label: "Years that a lifetime is told of", unit: "years" }, { E: constant(longestLife / year) }),
    ...([["year", 1], ["quarter", 4], ["month", 12]] as const).map(([period, n]) =>
      line(`${period}Periods`, { label: period, unit: "periods a year" }, { E: constant(n) })),
    line("periods", { label: "Periods of the role a year", unit: "periods a year", source: "Inputs" },
      { E: link("INDEX([yearPeriods.E]:[monthPeriods.E], MATCH([inputs/in_period], [yearPeriods.B]:[monthPeriods.B], 0))", "general") }),
  ],
};

/** A number that nobody should change: it is part of the model. */
function constant(value: number): CellSpec {
  return note(value, { format: "general", align: "right" });
}

const spillLooks = {
  B: { style: "calc", align: "left" }, C: { style: "calc", format: "flag" }, D: { style: "calc", format: "decimal" },
  E: { style: "calc", format: "decimal" }, F: { style: "calc", format: "decimal" }, G: { style: "calc", format: "share" },
} as const;

/** As many rows as there are orders: no list has more customers. The functions spill into them. */
function customers(data: HistoryData): BlockSpec {
  const ranges = isLive(data) && (["customer", "date", "amount"] as const).map((part) => listRange(data, part)).join(", ");
  const parameters = "[fit.E:I]";
  return {
    id: "histories",
    bands: band("One row per customer, by function (ROLE.HISTORY, ROLE.PARETONBD.ALIVE); shows #NAME? where the add-in is missing"),
    heads: { B: head("Customer"), C: head("Came back, x", "right"), D: head("First to last purchase, t_x", "right"),
      E: head("Known for, T", "right"), F: head("Spent a purchase, m", "right"), G: head("Still there", "right") },
    headHeight: 33,
    rows: [{ id: "firstCustomer", cells: ranges ? {
      A: note(null),
      ...Object.fromEntries(Object.entries(spillLooks).map(([letter, look]) => [letter, { content: null, ...look }])),
      B: { content: { formula: `ROLE.HISTORY(${ranges}, [asOf.F], [$unitDays], FALSE)` }, style: "calc", align: "left" },
      G: calc(`ROLE.PARETONBD.ALIVE(${parameters}, ${column("C")}, ${column("D")}, ${column("E")})`, "share"),
    } : { B: note("none yet") } }],
    spill: { rows: isLive(data) ? data.tally.customers : 0, looks: spillLooks },
    room: Math.max(0, data.tally.orders + data.unreadable),
  };
}
