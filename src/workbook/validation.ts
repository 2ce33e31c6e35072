import type { Agreement } from "../core/agreement";
import { askColumns, clauseColumns, commitmentColumns, rangeInWords, serialOf, unitInWords, type Field } from "../core/fields";
import { crossSellColumns } from "../core/value/cross-sell";
import { inputs } from "../core/value/inputs";
import { quoted } from "./address";
import { anchored, boxOf, type Atlas } from "./formula";
import { rectangles } from "./rectangles";
import { fieldIn } from "./spec";
import { listOf, type ListPlace } from "./sheets/lists";
import type { CellPlan, ValidationPlan } from "./workbook-plan";

type Rule = ValidationPlan extends infer Each ? (Each extends ValidationPlan ? Omit<Each, "box"> : never) : never;

/** Excel's own limits for what it shows beside a cell. */
const longest = { title: 32, message: 255 };

/** One rule for every cell a person enters something in; neighbours with the same rule share one. */
export function validationsOf(cells: readonly CellPlan[], agreement: Agreement, atlas: Atlas): ValidationPlan[] {
  const entered = cells.flatMap(({ id, style, row, column }) => {
    const field = id !== undefined && style === "input" ? fieldIn(agreement, id) : undefined;
    return field ? [{ row, column, key: JSON.stringify(ruleOf(field, agreement, atlas)) }] : [];
  });
  return rectangles(entered).map(({ key, box }) => ({ box, ...(JSON.parse(key) as Rule) }));
}

function ruleOf(field: Field, agreement: Agreement, atlas: Atlas): Rule {
  const { title, hint } = wordsOf(field, agreement);
  const say = (message: string) => ({
    title: title.slice(0, longest.title), message: [message, hint].filter(Boolean).join(" ").slice(0, longest.message),
    optional: field.optional ?? false,
  });
  const list = listOf(field);
  if (list) return { kind: "list", source: sourceOf(list, atlas), ...say("Choose from the list.") };
  if (field.kind === "text") return { kind: "length", max: field.longest ?? 255,
    ...say(`Text of at most ${field.longest ?? 255} characters.`) };
  if (field.kind === "date") return { kind: "whole", ...days, ...say("A day, such as 2027-03-31.") };
  const { min, max } = field;
  return { kind: field.whole ? "whole" : "decimal", ...(min !== undefined && { min }), ...(max !== undefined && { max }),
    ...say(sentence(field)) };
}

/** Excel holds a day as a number; nobody agrees on anything before this century or after it. */
const days = { min: serialOf("2000-01-01"), max: serialOf("2099-12-31") };

function sentence(field: Field): string {
  return `Enter ${rangeInWords(field)}${field.optional ? ", or leave it blank" : ""}.`;
}

/** The cells of a list as a rule refers to them: "=Lists!$B$6:$B$8". */
function sourceOf({ sheet, cells }: ListPlace, atlas: Atlas): string {
  return `=${quoted(atlas.get(sheet)!.name)}!${anchored(boxOf(cells, sheet, atlas))}`;
}

/** Columns of a table share one rule and are named after the column; single inputs are named after themselves. */
function wordsOf({ id, label, unit }: Field, agreement: Agreement): { title: string; hint: string } {
  const [store, row, last] = id.split(".") as [string, string?, string?];
  const tables: Record<string, readonly { key: string; label: string; unit: string }[]> =
    { asks: askColumns, commitments: commitmentColumns, clauses: clauseColumns, crossSell: crossSellColumns };
  const column = tables[store]?.find(({ key }) => key === last);
  if (column) return { title: column.label, hint: `Unit: ${unitInWords(column.unit, agreement)}.` };
  if (store === "links") return { title: "Link", hint: "9 earns the ask strongly, 3 somewhat, 1 a little, 0 not." };
  if (store === "charter") return { title: label, hint: "" };
  if (row !== undefined) return { title: label.split(", ").slice(0, -1).join(", "), hint: `Unit: ${unitInWords(unit, agreement)}.` };
  const hint = inputs.find(({ name }) => name === id)?.hint;
  return { title: label, hint: [`Unit: ${unitInWords(unit, agreement)}.`, hint && `${hint}.`].filter(Boolean).join(" ") };
}
