import { questions } from "../../core/commitment/questions";
import { head, label, link, note, remark, type BlockSpec, type CellSpec, type RowSpec, type SheetSpec } from "../spec";
import type { FormatName, SheetClass, StyleName } from "../workbook-plan";

const classWords: Readonly<Record<SheetClass, string>> = { input: "input, yellow tab", calculation: "calculation, grey tab",
  output: "result, green tab", control: "control, blue tab" };

/** What this workbook is, for whoever opens it first: who it is for, how to read it, where everything stands, whose method it is. */
export function aboutSheet(others: readonly SheetSpec[], version: string): SheetSpec {
  return {
    id: "about", name: "About", sheetClass: "control",
    title: "The role of the customer",
    purpose: "What we ask of a customer, what we give to deserve it, and what both are worth: one agreement, in numbers",
    widths: [7, 34, 26, 86],
    heads: { A: head(null), B: head("About this workbook"), C: head(null), D: head(null) },
    blocks: [identity(version), beforeAndAfter, sheetList(others), legend, conventions, method, privacy],
  };
}

const band = (title: string, tone: "ask" | "give" = "ask") => [{ title, tone, from: "A" }];
const fact = (words: string, value: CellSpec, id?: string): RowSpec =>
  ({ ...(id !== undefined && { id }), cells: { B: label(words), C: { align: "left", ...value } } });
const linked = (reference: string): CellSpec => link(`${reference} & ""`, "general");
const said = (words: readonly string[]): RowSpec[] => words.map((sentence) => remark(sentence, "B"));

const identity = (version: string): BlockSpec => ({
  id: "identity",
  bands: band("Who it is for"),
  rows: [
    fact("Segment", linked("[inputs/in_segment]")),
    fact("Our company", linked("[inputs/in_company]")),
    fact("Customer measured as is", linked("[inputs/in_customer]")),
    fact("Currency and period", link('[inputs/in_currency] & " per " & [inputs/in_period]', "general")),
    fact("Version", { content: `Version ${version}`, style: "label", name: "out_version" }, "out_version"),
    fact("Audit", { content: "Not audited yet", style: "note", name: "out_audit" }, "out_audit"),
    fact("Values", link('IF([inputs/in_sample] = "Y", "SAMPLE OR TEMPLATE VALUES: replace them by your own", "our own")', "general")),
    fact("All checks", { content: { formula: "[checks/chk_master.result]" }, style: "check", format: "check", align: "center" }),
  ],
});

const beforeAndAfter: BlockSpec = {
  id: "beforeAndAfter",
  bands: band("Before and after the model"),
  rows: [
    fact("First guess, {currency}", link("[inputs/firstGuess]", "money")),
    fact("Net value as asked, {currency}", link("[value/shown.E]", "money")),
    fact("Net value as is, {currency}", link("[value/shown.F]", "money")),
  ],
};

const sheetList = (others: readonly SheetSpec[]): BlockSpec => ({
  id: "sheetList",
  bands: band("The sheets, in the order of their tabs"),
  heads: { A: head("No."), B: head("Sheet"), C: head("Kind"), D: head("What it is for") },
  rows: [
    ...others.map(({ name, sheetClass, purpose }, index) => ({
      cells: { A: note(index + 2, { align: "left" }), B: label(name), C: note(classWords[sheetClass]), D: note(purpose) },
    })),
    // Filled in when sheets are added from the panel.
    { cells: { A: note("+"), B: label("Added later"), C: note("after the others"), D: note("none yet", { name: "out_added" }) } },
  ],
});

const looksLike = (style: StyleName, content: CellSpec["content"], format: FormatName, meaning: string): RowSpec =>
  ({ cells: { B: { content, style, format }, D: note(meaning) } });

const legend: BlockSpec = {
  id: "legend",
  bands: band("How to read a cell"),
  rows: [
    looksLike("input", 1234, "inputMoney",
      "Input: yellow, blue digits, thin frame. Every such cell is yours to change, and nothing else is."),
    looksLike("calc", 1234, "money", "Calculated on this sheet: black"),
    looksLike("link", 1234, "money", "Fetched from another sheet: green; the column Source names the sheet"),
    looksLike("total", 1234, "money", "Total or result: bold between two lines"),
    looksLike("check", 0, "check", "Check: a word, OK or ERROR; LOOK and NAKED ask for a decision, the model is right"),
    looksLike("note", "unit, source, remark", "general",
      "Quiet text explains; grey numbers lie beyond the horizon; grey rows are not in use"),
    looksLike("sectionRest", "What we ask", "general", "Indigo bands: what we ask of the customer"),
    looksLike("giveRest", "What we give", "general", "Teal bands: what we give to deserve it"),
  ],
};

const conventions: BlockSpec = {
  id: "conventions",
  bands: band("Conventions"),
  rows: said([
    "Costs are entered as positive numbers and count negative on Stakes and Value; a sign is switched by -1 *, never by hand.",
    "Money stands in the currency of the unit column; a rate names its period. Percentages are shares: 5% is 0.05.",
    "Money arrives at the end of a period, as in Excel's own PV, unless Inputs says otherwise; an existing customer may be at risk at once.",
    "Net lifetime value = contribution + referrals - commitments - cost of winning, each discounted and weighted by survival.",
    "Target earns full marks, worst earns none; their order says whether more or less is better. A broken must cuts the fit.",
    "Every number is entered once. Formulas use plain functions known since Excel 2010; names are there to jump to.",
  ]),
};

const method: BlockSpec = {
  id: "method",
  bands: band("Method and source", "give"),
  rows: [
    ...said([
      "The idea is Lior Arussy's: \"Defining the role of the customer\" (23 March 2004) and \"Shall We Dance?\" (1 January 2007).",
      "He asks companies to say in detail which customer they want, and to commit in return to what deserves such a customer.",
      "The words, numbers and formulas here are ours. First comes the role: nine numbers and up to 18 asks with unit, target, source.",
      "Then comes our side, in answer to eight questions, each with a level, a cost, a budget and an owner:",
    ]),
    ...questions.map(({ number, question }) => remark(`${number}. ${question}`, "C")),
    ...said([
      "A stake prices an ask: the net value lost when the customer falls short of it alone. Links 9, 3, 1 say what earns what.",
      "Verdicts about people are proposals for a person to decide, never decisions.",
    ]),
  ],
};

const privacy: BlockSpec = {
  id: "privacy",
  bands: band("Without the add-in, and in private", "give"),
  rows: said([
    "This workbook needs no add-in: every sheet calculates with ordinary formulas. Change a yellow cell and everything follows.",
    "The add-in only guides, checks and shares. It sends nothing anywhere and collects nothing: all computing happens on this computer.",
    "It is a model, no forecast and no advice: the results are as good as the numbers entered.",
  ]),
};
