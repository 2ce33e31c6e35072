import type { Agreement, Ask } from "../../../core/agreement";
import { columnsFor } from "../../../core/portfolio/customers";
import { askById } from "../../../core/role/asks";
import { levelFormat } from "../../sheets/inputs";
import { across, calc, columnsOf, line, link, note, type BlockSpec, type CellSpec, type RowSpec, type TableColumn } from "../../spec";

/**
 * One column of a table that scores many. Together they need a column for each ask under the ask's id, one named mode, and the
 * constant mustCap on the same sheet.
 */
export type Column = TableColumn<number>;
export const numeric = (key: string, title: string, cell: CellSpec, width = 12): Column =>
  ({ key, head: title, width, align: "right", cell: () => cell });
export const words = (key: string, title: string, cell: CellSpec, width: number): Column =>
  ({ key, head: title, width, cell: () => ({ ...cell, align: "left" }) });
export const money = (key: string, title: string, formula: string): Column => numeric(key, title, calc(formula, "money"));
export const share = (key: string, title: string, formula: string): Column => numeric(key, title, calc(formula, "percent"), 10);
export const flag = (key: string, title: string, formula: string): Column => numeric(key, title, calc(formula, "flag"), 9);
export const factor = (key: string, title: string, formula: string): Column => numeric(key, title, calc(formula, "factor"), 11);

/** The asks that have a column, in the order of Customers. */
export const asksScored = (agreement: Agreement): Ask[] =>
  columnsFor(agreement).flatMap(({ key }) => agreement.asks.filter(({ id }) => id === key));

/** Names for the first and last column of the blocks that repeat over the asks. */
export function edges(asks: readonly Ask[], columns: readonly Column[]): Record<string, string> {
  const letters = columnsOf(columns);
  return Object.fromEntries(["applies", "earned", "must"].flatMap((block) => [
    [`${block}First`, letters[`${block}${asks[0]?.id}`]!], [`${block}Last`, letters[`${block}${asks.at(-1)?.id}`]!],
  ]));
}

/** Nothing applies: nothing to say. A broken must caps both ends as it caps the fit. */
export function capped(formula: string): string {
  return `IF([@applicable] = 0, "", MIN([@ceiling], ${formula}))`;
}

/** How much of the weight applies and is known, what it earns, and the fit that follows. */
export const sums = (asks: readonly Ask[]): Column[] => {
  const weights = `[weight.${asks[0]?.id}:${asks.at(-1)?.id}]`;
  const caps = `[cap.${asks[0]?.id}:${asks.at(-1)?.id}]`;
  const applies = "[@appliesFirst:appliesLast]", earned = "[@earnedFirst:earnedLast]";
  return [
    factor("applicable", "Weight that applies", `SUMPRODUCT(${weights}, ${applies})`),
    factor("known", "Weight known", `SUMPRODUCT(${weights}, ${applies}, ISNUMBER(${earned}) * 1)`),
    factor("points", "Points", `SUMPRODUCT(${weights}, ${applies}, ${earned})`),
    factor("open", "Points still open", `SUMPRODUCT(${weights}, ${applies}, ${caps}, 1 - ISNUMBER(${earned}))`),
    share("ceiling", "Most a fit can be", `IF([@broken] > 0, [$mustCap], MAX(${caps}))`),
    share("raw", "Fit before musts", 'IF([@known] = 0, "", [@points] / [@known])'),
  ];
};

/** Three blocks over the asks: does it apply, what does it earn, is a must broken. */
export function each(asks: readonly Ask[]): Column[] {
  const block = (prefix: string, title: string, cell: (id: string) => CellSpec) =>
    asks.map(({ id }): Column => numeric(`${prefix}${id}`, `${id} ${title}`, cell(id), 10));
  return [
    ...block("applies", "applies", (id) =>
      calc(`[active.${id}] * ([@${id}] <> "n/a") * (1 - ([@mode] = "T") * (1 - [single.${id}]))`, "flag")),
    ...block("earned", "attained", (id) => calc(`IF(ISNUMBER([@${id}]) * [active.${id}] = 0, "", MEDIAN(0, [cap.${id}], `
      + `([@${id}] - [worst.${id}]) / ([target.${id}] - [worst.${id}])))`, "factor")),
    ...block("must", "must broken", (id) => calc(`IF(ISNUMBER([@${id}]) * ISNUMBER([must.${id}]) = 0, 0, `
      + `(([@${id}] - [must.${id}]) * SIGN([target.${id}] - [worst.${id}]) < 0) * 1)`, "flag")),
  ];
}

/** How each ask is measured, over the column in which it was observed. */
export function parameters(asks: readonly Ask[], columns: readonly Column[]): BlockSpec {
  const over = (cell: (id: string) => CellSpec) => across(asks.map(({ id }) => id), cell);
  const kindOf = (id: string) => levelFormat[askById.get(id as Ask["id"])!.kind];
  const fromStakes = (column: string) => `INDEX([stakes/asks.${column}], [lineOf])`;
  const row = (id: string, label: string, unit: string, source: string, cell: (ask: string) => CellSpec): RowSpec =>
    line(id, { label, unit, source }, over(cell));
  return {
    id: "parameters",
    bands: [{ title: "How each ask is measured", tone: "ask", from: "A" }],
    columns: columnsOf(columns),
    rows: [
      row("askId", "Ask", "id", "Role Definition", (id) => note(id, { align: "right" })),
      row("lineOf", "Line in Stakes", "line", "Stakes", () => calc("MATCH([askId], [stakes/asks.id], 0)", "flag")),
      row("askName", "Name", "text", "Stakes", () => link(fromStakes("label"), "words")),
      row("weight", "Weight", "% of weight", "Stakes", () => link(fromStakes("weight"), "percent")),
      row("target", "Target", "as the ask", "Stakes", (id) => link(fromStakes("target"), kindOf(id))),
      row("worst", "Worst", "as the ask", "Stakes", (id) => link(fromStakes("worst"), kindOf(id))),
      row("must", "Must", "as the ask", "Stakes", (id) => link(fromStakes("must"), kindOf(id))),
      row("cap", "Cap", "of attainment", "Stakes", () => link(fromStakes("cap"), "decimal")),
      row("use", "In use", "flag", "Stakes", () => link(fromStakes("use"), "flag")),
      row("hold", "On hold: we broke our word", "flag", "Stakes", () => link(fromStakes("hold"), "flag")),
      row("active", "Counts", "flag", "Lines above", () => calc("[use] * (1 - [hold]) * ([target] <> [worst])", "flag")),
      row("single", "Counts for a single sale", "flag", "Stakes", () => link(fromStakes("single"), "flag")),
    ],
  };
}
