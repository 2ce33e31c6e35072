import type { Agreement } from "../../core/agreement";
import { particulars, type Particular } from "../../core/commitment/particulars";
import {
  calc, check, entry, head, line, link, note, remark, total, totalLine, type BlockSpec, type CellSpec, type ConditionSpec,
} from "../spec";
import type { FormatName } from "../workbook-plan";

/** What each question asks besides the level: measured over what, who may decide how much, how far the touch points differ. */
export const particularBlocks = (agreement: Agreement): readonly BlockSpec[] => [block(agreement), sums];

/** Texts stand where the sheet is wide; what follows the compensation is put together for the charter. */
const columns = {
  id: "A", label: "B", unit: "C", source: "D", level: "E", question: "F", replyDays: "G", authority: "H", window: "I", spreadMost: "J",
  spreadNow: "K", alike: "L", hours: "M", missing: "N", complete: "O", channel: "P", exclusions: "Q", compensation: "R",
  over: "S", without: "T", reached: "U", adds: "V", reply: "W", best: "X", remedy: "Y", broken: "Z", on: "AA",
} as const;

const heads: Readonly<Record<string, CellSpec>> = {
  id: head("Id"), label: head("Commitment"), unit: head("Unit"), source: head("Source"), level: head("Level", "right"),
  question: head("Question", "right"), alike: head("Spread", "center"), missing: head("Missing", "right"),
  complete: head("Complete", "center"),
  ...Object.fromEntries(particulars.map(({ key, label, kind }) => [key, head(label, kind === "text" ? undefined : "right")])),
  over: head("Over"), without: head("Without"), reached: head("Reached"), adds: head("What the charter adds in brackets"),
  reply: head("Reply"), best: head("For whom"), remedy: head("Remedy"), broken: head("If broken"), on: head("In use", "right"),
};

const found = (column: string) => `INDEX([commitments.${column}], MATCH([@id], [commitments.id], 0))`;
const words = (formula: string): CellSpec => calc(formula, "general", { align: "left" });
const formatOf: Partial<Record<Particular["kind"], FormatName>> = { money: "inputMoney", decimal: "level" };

function block(agreement: Agreement): BlockSpec {
  return {
    id: "particulars", columns, heads, headHeight: 33, close: true,
    bands: [{ title: "What each question asks besides the level", tone: "give", from: "A",
      aside: "For the answers to questions 2, 3, 4, 5 and 7" }],
    rows: agreement.commitments.map(({ id }) => ({ id: `particulars${id}`, cells: {
      id: note(id), source: note("Above"), ...worked,
      ...Object.fromEntries(particulars.map(({ key, kind }) => [key, entry(agreement, `commitments.${id}.${key}`, formatOf[kind])])),
    } })),
  };
}

/** What the question of a row needs and does not have: the second measure and exclusions, the fifth a limit and a compensation. */
const missing = "[@on] * CHOOSE([@question], 0, COUNTBLANK([@window]) + COUNTBLANK([@exclusions]), 0, 0, "
  + "COUNTBLANK([@authority]) + COUNTBLANK([@compensation]), 0, 0, 0)";
const both = "(COUNT([@spreadMost:spreadNow]) = COLUMNS([@spreadMost:spreadNow]))";

const worked: Readonly<Record<string, CellSpec>> = {
  label: calc(found("label"), "general", { align: "left" }),
  unit: words(found("unit")),
  level: calc(found("committed"), "level"),
  question: calc(found("question"), "flag"),
  alike: calc(`CHOOSE(1 + [@on] * ${both} * (1 + (N([@spreadNow]) > N([@spreadMost]))), "", "kept", "over")`, "general", { align: "center" }),
  missing: calc(missing, "flag"),
  complete: check('IF([@on] = 1, ([@missing] > 0) * 1, "off")', "look"),
  over: words('LEFT("; over ", 100 * ([@window] <> "")) & [@window]'),
  without: words('LEFT("; not counting ", 100 * ([@exclusions] <> "")) & [@exclusions]'),
  reached: words('LEFT("; ", 100 * ([@channel] & [@hours] <> "")) & [@channel] '
    + '& LEFT(", ", 100 * ([@channel] <> "") * ([@hours] <> "")) & [@hours]'),
  reply: words('IF(COUNT([@replyDays]) = 0, "", "; answered within " & [@replyDays] & " days")'),
  best: words(`LEFT("; best customers only", 100 * (${found("tier")} = "best"))`),
  adds: words('MID([@over] & [@without] & [@reached] & [@reply] & [@best], LEN("; ") + 1, 1000)'),
  remedy: words(`${found("remedy")} & ""`),
  broken: words('[@remedy] & LEFT(", ", 100 * ([@remedy] <> "") * ([@compensation] <> "")) & [@compensation]'),
  on: calc(`(${found("on")} = "Y") * 1`, "flag"),
};

const sums: BlockSpec = {
  id: "particularSums",
  rows: [
    totalLine("particularsTotal", { label: "Commitments to say in full", unit: "commitments" }, "R", {
      L: total('COUNTIF([particulars.alike], "over")', "flag", { align: "center" }),
      O: check("SUM([particulars.complete])", "look"),
    }),
    line("bestOnly", { label: "Commitments for the best customers only", unit: "commitments", source: "Above" },
      { E: calc('COUNTIFS([commitments.on], "Y", [commitments.tier], "best")', "flag") }),
    line("bestLines", { label: "Lines that say who is best", unit: "lines", source: "Inputs" },
      { E: link("COUNT([inputs/in_best_fit], [inputs/in_best_value])", "flag") }),
    line("forBest", { label: "Open to all, or best not defined", unit: "commitments", source: "Lines above" },
      { E: calc('COUNTIFS([commitments.on], "Y", [commitments.tier], "best", [commitments.eligible], ">=1") '
        + "+ [$bestOnly] * ([$bestLines] = 0)", "flag") }),
    remark("Spread = distance between the best and the worst touch point, measured alike in all. What we may decide is never printed."),
  ],
};

export const particularConditions: readonly ConditionSpec[] = [
  { on: "particulars.id:compensation", when: "[@$on] = 0", look: "off" },
  { on: "particulars.alike", when: '[@alike] = "over"', look: "warning" },
  { on: "particulars.alike", when: '[@alike] = "kept"', look: "good" },
];
