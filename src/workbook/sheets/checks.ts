import {
  calc, check, head, label, link, note, remark, total, type BlockSpec, type CellSpec, type RowSpec, type SheetSpec,
} from "../spec";
import type { FormatName } from "../workbook-plan";

/** One check: a number that should be 0, and how far it may be off. A warning asks to look; it does not make a number wrong. */
interface Check {
  readonly id: string;
  readonly what: string;
  readonly unit: string;
  readonly where: string;
  readonly value: string;
  readonly format: FormatName;
  readonly tolerance: "chk_tol" | "chk_tol_q" | "none";
  readonly kind: "error" | "warning";
  readonly advice: string;
}

const money = { unit: "{currency}", format: "factor", tolerance: "chk_tol", kind: "error" } as const;
const count = { format: "flag", tolerance: "none", kind: "error" } as const;
const look = { ...count, kind: "warning" } as const;

/** C13 to C16 and C18 belong to sheets that are added later; they stand below, with `sockets`. */
const checks: readonly Check[] = [
  { ...money, id: "C01", what: "Schedule = closed form, as asked", where: "Value",
    value: "[value/byScheduleRole.F] - [value/closedRole.F]", advice: "A formula on Value or Stakes was changed: undo, or build again." },
  { ...money, id: "C02", what: "Schedule = closed form, as is", where: "Value", value: "[value/byScheduleAsIs.F] - [value/closedAsIs.F]",
    advice: "As C01." },
  { ...money, id: "C03", what: "Schedule = closed form, without commitments", where: "Value",
    value: "[value/byScheduleWithout.F] - [value/closedWithout.F]", advice: "As C01." },
  { ...money, id: "C04", what: "Net value on Stakes = net value on Value", where: "Value", value: "[stakes/net.role] - [value/net.E]",
    advice: "As C01." },
  { ...money, id: "C05", what: "Role - stakes - interaction = as is", where: "Stakes",
    value: "[stakes/netActual] - ([stakes/endless] = 0) * [stakes/net.asIs]", advice: "As C01." },
  { ...count, id: "C06", what: "Asks without unit, source, owner or a target apart from worst", unit: "asks", where: "Role Definition",
    value: "[role/total.O]", advice: "Fill in the rows marked ERROR." },
  { ...count, id: "C07", what: "Commitments without unit, owner or a level apart from worst", unit: "commitments", where: "Commitments",
    value: "[commitments/total.complete]", advice: "Fill in the rows marked ERROR." },
  { ...count, id: "C08", what: "Driver shares above 100 %", unit: "% of a driver", where: "Stakes", format: "percent",
    tolerance: "chk_tol_q", value: "MAX(0, [stakes/mostCarried] - 1)",
    advice: "Lower the driver shares: the same money may not be counted twice." },
  { ...count, id: "C09", what: "Weights sum to 100 %", unit: "% of weight", where: "Stakes", format: "percent", tolerance: "chk_tol_q",
    value: "[stakes/total.weight] - 1", advice: "No ask has any worth: set targets apart from worst, or give judgement." },
  { ...count, id: "C10", what: "Reciprocity lies between 0 and 100 %", unit: "% of weight", where: "Reciprocity", format: "percent",
    tolerance: "chk_tol_q", value: "MAX(0, -1 * N([reciprocity/total.earned]), N([reciprocity/total.earned]) - 1)",
    advice: "Links are 9, 3, 1 or 0; funded shares lie between 0 and 100 %." },
  { ...count, id: "C11", what: "Cases that grow without end", unit: "cases", where: "Stakes", value: "[stakes/endless]",
    advice: "Set a horizon, or let retention x (1 + growth) stay below 1 + discount rate." },
  { ...count, id: "C12", what: "Ask ids that stand twice", unit: "asks", where: "Role Definition",
    value: "SUMPRODUCT((COUNTIF([role/asks.id], [role/asks.id]) > 1) * 1)", advice: "Every ask needs an id of its own." },
  { ...look, id: "C17", what: "Charter: days out of order, or changed since signed", unit: "days", where: "Charter",
    value: "SUM([charter/people.G]) + [charter/changed.F]", advice: "Set the days right, or agree on a new version of the charter." },
  { ...look, id: "C19", what: "Commitments above what we have proved", unit: "commitments", where: "Commitments",
    value: "[commitments/total.H]", advice: "Lower the level, or fund the improvement first." },
  { ...count, id: "C20", what: "Asks without an owner", unit: "asks", where: "Role Definition",
    value: 'COUNTIFS([role/asks.on], "Y", [role/asks.owner], "")', advice: "Someone must watch the number." },
  { ...look, id: "C21", what: "Vague wording of asks", unit: "asks", where: "Role Definition",
    value: 'COUNTIFS([role/asks.on], "Y", [role/asks.vague], ">0", [role/asks.numbers], 0)',
    advice: "Say how many, how much or how soon." },
  { ...look, id: "C22", what: "Vague wording of commitments", unit: "commitments", where: "Commitments",
    value: 'COUNTIFS([commitments/commitments.show], "Y", [commitments/commitments.vague], ">0", [commitments/commitments.numbers], 0)',
    advice: "Say how many, how much or how soon." },
  { ...count, id: "C23", what: "Commitment ids that stand twice", unit: "commitments", where: "Commitments",
    value: "SUMPRODUCT((COUNTIF([commitments/commitments.id], [commitments/commitments.id]) > 1) * 1)",
    advice: "Every commitment needs an id of its own." },
  { ...money, id: "C24", what: "The bridge ends at the value as is", where: "Value", value: "[value/stepAsIs.F] - [value/stepAsIs.E]",
    advice: "As C01." },
  { ...count, id: "C25", what: "Retention lies between 0 and 100 %", unit: "% per {period}", where: "Inputs", format: "percent",
    tolerance: "chk_tol_q", value: "MAX(0, -1 * [inputs/in_retention], [inputs/in_retention] - 1)",
    advice: "Enter a share up to 100 %, or set the basis to life." },
  { ...money, id: "C26", what: "Value at the break-even retention = value without", where: "Value", value: "[value/leftOver]",
    advice: "As C01." },
  { ...look, id: "C27", what: "Naked asks: nothing funded behind them", unit: "asks", where: "Reciprocity",
    value: "[reciprocity/total.points]", advice: "Fund a commitment, drop the ask, or keep it knowing so." },
  { ...look, id: "C29", what: "Clauses without a line on the charter", unit: "clauses", where: "Charter", value: "[charter/unplaced.F] + [charter/unlisted.F]",
    advice: "Remove this build and build again: the page then has a line for each." },
  { ...look, id: "C28", what: "Sample or template values still in use", unit: "flag", where: "Inputs",
    value: '([inputs/in_sample] = "Y") * 1', advice: "Replace them by your own and set the flag on Inputs to N." },
  { ...look, id: "C30", what: "Rows taken out of the log", unit: "rows", where: "Versions", value: "[versions/missingRows]",
    advice: "The panel shows which seals are broken." },
  { ...look, id: "C31", what: "The customer is better off with the alternative", unit: "{currency}/{period}", where: "Value",
    format: "money", tolerance: "chk_tol", value: "MAX(0, -1 * N([value/betterWithUs]))", advice: "Give more, ask less, or lower the price: the role will not last." },
  { ...look, id: "C32", what: "Commitments that do not say all their question asks", unit: "commitments", where: "Commitments",
    value: "[commitments/particularsTotal.O]", advice: "Fill in the rows marked LOOK under the commitments." },
  { ...look, id: "C33", what: "Touch points that differ more than we allow", unit: "commitments", where: "Commitments",
    value: "[commitments/particularsTotal.L]", advice: "Bring the worst touch point up, or say honestly how far they may differ." },
  { ...look, id: "C34", what: "For the best only, yet for all, or nobody says who is best", unit: "commitments", where: "Commitments",
    value: "[commitments/forBest]", advice: "Lower the share entitled, or say on Inputs from which fit or value a customer is best." },
  { ...look, id: "C35", what: "Business goals that hang on no ask in use", unit: "goals", where: "Role Definition",
    value: "[role/goalsLinked.J]", advice: "Name the asks that bring the goal about, or drop the goal." },
  { ...look, id: "C36", what: "Naked asks that nobody has decided on", unit: "asks", where: "Reciprocity",
    value: "[reciprocity/undecided]", advice: "Fund a commitment, drop the ask, or write down why you ask all the same." },
  { ...look, id: "C37", what: "Horizon above twice a customer's life, or below half of it", unit: "flag", where: "Value",
    value: "[value/horizonOff.E]", advice: "Set the horizon nearer to the life, or look at the retention again." },
  { ...look, id: "C38", what: "Other products: the list is taken up otherwise than asked", unit: "flag", where: "Inputs",
    value: "[inputs/otherTakeUp.E]", advice: "Ask for the take-up of the list, or choose one figure for the margin." },
  { ...count, id: "C39", what: "Yellow cells that may not be empty, and are", unit: "cells", where: "Inputs",
    value: "[inputs/emptyCells.E]", advice: "An empty cell counts as 0: fill it in, or undo." },
];

/** A check of sheets that are added later: its value is a word until the module that brings them fills the cell of this name. */
interface Socket extends Omit<Check, "value" | "tolerance" | "kind"> { readonly name: string; readonly kind: "error" | "warning" }

const added: readonly Socket[] = [
  { id: "C13", name: "chk_customers", what: "Customer ids that stand twice", unit: "customers", where: "Customers", format: "flag",
    kind: "error", advice: "Every customer needs an id of its own." },
  { id: "C14", name: "chk_verdicts", what: "Customers less verdicts", unit: "customers", where: "Scores", format: "flag", kind: "error",
    advice: "Score the customers again: some rows are new." },
  { id: "C15", name: "chk_whale", what: "The whale curve ends at the total", unit: "{currency}", where: "Whale", format: "factor",
    kind: "error", advice: "Score the customers again: some rows are new." },
  { id: "C16", name: "chk_scenarios", what: "The base scenario is the role as asked", unit: "{currency}", where: "Scenarios", format: "factor",
    kind: "error", advice: "Set the changes of the base scenario back to none." },
  { id: "C18", name: "chk_overrides", what: "Verdicts overridden without reason, owner or end", unit: "customers", where: "Customers",
    format: "flag", kind: "warning", advice: "Say why, who decided and until when, or take the override back." },
  { id: "C41", name: "chk_dialogue", what: "Answers to a clause that the role does not have", unit: "answers", where: "Dialogue", format: "flag",
    kind: "warning", advice: "Write the id of an ask or a commitment, such as A13 or K2." },
  { id: "C42", name: "chk_periods", what: "Periods that stand twice", unit: "periods", where: "Review", format: "flag", kind: "error",
    advice: "Every period stands once, in its order." },
  { id: "C43", name: "chk_drift", what: "Changes of value add up from period to period", unit: "{currency}", where: "Review", format: "factor",
    kind: "error", advice: "A formula on Review was changed: remove the sheets and add them again; the periods stay." },
];

/** What stands in the cell of a check whose sheets are not there. */
const notAdded = "not added";

/** Every check with its value, its tolerance and its result; the master check stands in row 3 of every sheet. */
export function checksSheet(): SheetSpec {
  return {
    id: "checks", name: "Checks", sheetClass: "control",
    title: "Checks", purpose: "Is the model sound? ERROR: a number is wrong. LOOK: the model is right, look at the deal.",
    columns: { value: "E", tolerance: "F", result: "G", kind: "H" },
    widths: [7, 56, 16, 18, 13, 12, 11, 11, 70],
    heads: {
      A: head("Id"), B: head("Check"), C: head("Unit"), D: head("Where"), E: head("Value", "right"), F: head("Tolerance", "right"),
      G: head("Result", "center"), H: head("Kind"), I: head("What to do"),
    },
    blocks: [master, { id: "checks", bands: [{ title: "One by one", tone: "ask", from: "A" }], rows: checks.map(checkRow) },
      { id: "added", bands: [{ title: "Sheets that are added later", tone: "ask", from: "A" }], rows: added.map(socketRow) }, remarks],
  };
}

const counted = (kind: Check["kind"]) =>
  `SUMIF([checks.kind], "${kind}", [checks.result]) + SUMIF([added.kind], "${kind}", [added.result])`;

const master: BlockSpec = {
  id: "master",
  bands: [{ title: "All together", tone: "ask", from: "A" }],
  rows: [
    { id: "chk_master", cells: {
      B: label("Errors"), C: note("checks"), D: note("Below"), value: total(counted("error"), "flag"),
      result: check("[@value]", "check", { name: "chk_master" }), H: note("error"), I: note("Row 3 of every sheet repeats this result."),
    } },
    { id: "warnings", cells: {
      B: label("Warnings"), C: note("checks"), D: note("Below"), value: total(counted("warning"), "flag"),
      result: check("[@value]", "look", { name: "chk_warnings" }), H: note("warning"),
      I: note("The model is right; the deal may not be."),
    } },
  ],
};

function checkRow({ id, what, unit, where, value, format, tolerance, kind, advice }: Check): RowSpec {
  const pure = /^\[[^\]]+\]$/.test(value);
  return { id, cells: {
    A: note(id), B: label(what), C: note(unit), D: note(where),
    value: pure ? link(value, format) : calc(value, format),
    tolerance: toleranceCell(tolerance),
    result: check("(ABS(N([@value])) > [@tolerance]) * 1", kind === "error" ? "check" : "look"),
    kind: note(kind), I: note(advice),
  } };
}

function socketRow({ id, name, what, unit, where, format, kind, advice }: Socket): RowSpec {
  const isMoney = format === "factor";
  return { id, cells: {
    A: note(id), B: label(what), C: note(unit), D: note(where),
    value: { content: notAdded, style: "calc", format, name },
    tolerance: toleranceCell(isMoney ? "chk_tol" : "none"),
    result: check(`IF([@value] = "${notAdded}", "off", (ABS([@value]) > [@tolerance]) * 1)`, kind === "error" ? "check" : "look"),
    kind: note(kind), I: note(advice),
  } };
}

const toleranceCell = (tolerance: Check["tolerance"]): CellSpec =>
  (tolerance === "none" ? { content: 0, style: "calc", format: "flag" } : link(`[inputs/${tolerance}]`, "level"));

const remarks: BlockSpec = {
  id: "remarks",
  rows: [remark("C21 and C22 find whole words of the list on Lists and pass over a wording with a digit; the add-in looks at each clause.")],
};
