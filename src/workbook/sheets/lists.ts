import { questions } from "../../core/commitment/questions";
import { builtInVagueTerms } from "../../core/commitment/vague";
import type { Field } from "../../core/fields";
import { groups } from "../../core/value/drivers";
import { inputs, periodsInYear } from "../../core/value/inputs";
import { head, label, note, type BlockSpec, type SheetSpec } from "../spec";

type Item = string | number | boolean;
interface List { readonly id: string; readonly name: string; readonly title: string; readonly items: readonly (readonly [Item,
  string])[] }

const optionsOf = (name: string) => inputs.find((input) => input.name === name)!.options ?? [];
const plain = (items: readonly Item[]) => items.map((item) => [item, ""] as const);

/** Every list a cell can be chosen from, and the words that formulas look up. */
const lists: readonly List[] = [
  { id: "yesNo", name: "lst_yes_no", title: "Yes or no", items: [["Y", "yes"], ["N", "no"]] },
  { id: "truth", name: "lst_truth", title: "True or false", items: [[true, "yes"], [false, "no"]] },
  { id: "period", name: "lst_period", title: "Periods", items: plain(optionsOf("in_period")) },
  { id: "currency", name: "lst_currency", title: "Currencies", items: plain(optionsOf("in_currency")) },
  { id: "mode", name: "lst_mode", title: "Relationship or single sale",
    items: [["R", "relationship: every ask counts"], ["T", "single sale: purchase and payment count"]] },
  { id: "existing", name: "lst_existing", title: "New or existing customer",
    items: [["new", "the cost of winning counts"], ["existing", "the cost of winning is already spent"]] },
  { id: "retBasis", name: "lst_ret_basis", title: "Retention basis",
    items: [["retention", "share that stays"], ["churn", "share that leaves"], ["life", "number of periods a customer stays"]] },
  { id: "timing", name: "lst_timing", title: "Timing of money",
    items: [[0, "end of the period, as Excel's PV"], [0.5, "middle of the period"], [1, "beginning of the period"]] },
  { id: "accFrom", name: "lst_acc_from", title: "Where the accessory margin comes from",
    items: [["one figure", "entered as an amount"], ["the list", "the lines of Cross-sell, all of them taken"]] },
  { id: "insightKind", name: "lst_insight_kind", title: "Kinds of insight", items: plain(optionsOf("in_insight_kind")) },
  { id: "periodsInYear", name: "lst_periods_in_year", title: "Periods in a year, in the order of the periods",
    items: Object.entries(periodsInYear).map(([period, count]) => [count, period] as const) },
  { id: "selfCheck", name: "lst_self_check", title: "Answers about ourselves", items: plain(optionsOf("in_check_role")) },
  { id: "days", name: "lst_days", title: "Days in the year", items: plain(optionsOf("in_days")) },
  { id: "driver", name: "lst_driver", title: "Drivers", items: groups.map((group) => [group.id, group.label] as const) },
  { id: "confidence", name: "lst_confidence", title: "Data confidence",
    items: [["A", "measured by a system"], ["B", "measured by hand"], ["C", "estimated by several people"], ["D", "a guess"]] },
  { id: "tier", name: "lst_tier", title: "For whom", items: [["all", "every customer"], ["best", "the best customers only"]] },
  { id: "strength", name: "lst_strength", title: "Strength of a link",
    items: [[9, "earns the ask"], [3, "helps much"], [1, "helps a little"], [0, "no link"]] },
  { id: "clauseStatus", name: "lst_clause_status", title: "Where a clause of the charter stands",
    items: [["proposed", "nobody has answered"], ["accepted", "as it stands"], ["accepted with change", "the remark says which"],
      ["declined", "the remark says why"]] },
  { id: "question", name: "lst_question", title: "The eight questions",
    items: questions.map((each) => [each.label, each.question] as const) },
  { id: "verdict", name: "lst_verdict", title: "Verdicts, always proposals",
    items: plain(["Find out", "Invest", "Develop", "Renegotiate", "Let go"]) },
  { id: "vague", name: "lst_vague", title: "Words that promise without a number", items: plain(builtInVagueTerms) },
  { id: "digit", name: "lst_digit", title: "Digits: a clause that has one is not vague",
    items: plain(["0", "1", "2", "3", "4", "5", "6", "7", "8", "9"]) },
];

/** What to say about the two sides: below when we keep our word, right when the customer plays the role. */
const pair: BlockSpec = {
  id: "pair",
  bands: [{ title: "Who owes whom", tone: "ask", from: "A" }],
  heads: { A: head(null), B: head("Does not play the role yet"), C: head("Plays the role") },
  rows: [
    { id: "pairNotKept", cells: { D: note("We do not keep our word"), B: label("neither"), C: label("we owe them") } },
    { id: "pairKept", cells: { D: note("We keep our word"), B: label("they owe us"), C: label("reciprocal") } },
  ],
};

function listBlock({ id, title, items }: List): BlockSpec {
  return {
    id,
    bands: [{ title, tone: "ask", from: "A" }],
    rows: items.map(([item, meaning]) => ({ cells: { B: { ...label(item), align: "left" as const }, D: note(meaning) } })),
  };
}

/** The validation lists and looked-up words, in sight of everybody. */
export function listsSheet(): SheetSpec {
  return {
    id: "lists", name: "Lists", sheetClass: "control",
    title: "Lists", purpose: "What can be chosen in the yellow cells, and the words that formulas look up",
    widths: [7, 40, 14, 60],
    heads: { A: head("List"), B: head("Item"), D: head("Meaning") },
    blocks: [...lists.map(listBlock), pair],
    names: { ...Object.fromEntries(lists.map(({ id, name }) => [name, `${id}.B`])), lst_pair: "pair.B:C" },
  };
}

/** Where a list stands: the sheet's id and the cells in it. */
export interface ListPlace { readonly sheet: string; readonly cells: string }

/** The list a field is chosen from; undefined when it is typed freely. */
export function listOf({ id, kind, options }: Field): ListPlace | undefined {
  if (/^asks\.\w+\.condition$/.test(id)) return { sheet: "commitments", cells: "commitments.id" };
  if (kind === "flag") return { sheet: "lists", cells: id.startsWith("in_") ? "truth.B" : "yesNo.B" };
  if (!options) return undefined;
  const list = lists.find(({ items }) => items.length === options.length && options.every((option, i) => items[i]![0] === option));
  if (!list) throw new Error(`No list holds the options of ${id}.`);
  return { sheet: "lists", cells: `${list.id}.B` };
}
