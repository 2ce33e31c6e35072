import { amount, day, optionalText, share, text } from "../../core/field";
import { stepHeadings, type Step } from "../../core/portfolio/ladder";
import type { TableNow } from "../../workbook";
import { numberIn, rowsNow, textIn, type RowNow, type TypedColumn } from "./typed-rows";

const optionalAmount = { ...amount, optional: true } as const;
const column = (key: keyof Step, label: string, rule: Omit<TypedColumn, "heading" | "label">): TypedColumn => ({ ...rule, heading: stepHeadings[key], label });

/** What is said of a milestone, in the order of its questions. */
export const stepColumns = {
  label: column("label", "Milestone", text),
  test: column("test", "What must the customer have gained?", optionalText),
  due: column("due", "By when is it tested?", day),
  committed: column("committed", "Promised", optionalAmount), realised: column("realised", "Realised", optionalAmount),
  needed: column("needed", "Opens at", { kind: "percent", min: 0 }),
  value: column("value", "Business it opens", { kind: "money", optional: true }),
  probability: column("probability", "Chance", { ...share, optional: true }),
  years: column("years", "Years from now", { kind: "decimal", min: 0, optional: true }),
} satisfies Partial<Record<keyof Step, TypedColumn>>;

/** A milestone with its place in the table. */
export interface StepNow extends Step { readonly at: RowNow }

/** A row that nobody has named waits to be filled. */
export const isWaitingStep = (row: RowNow) => textIn(row, stepHeadings.label) === "";

/** The milestones that have a name, in their order. */
export const stepsIn = (table: TableNow): StepNow[] => rowsNow(table).filter((row) => !isWaitingStep(row)).map((at) => {
  const number = (key: Exclude<keyof typeof stepColumns, "label" | "test">) => numberIn(at, stepColumns[key]);
  return {
    at, id: textIn(at, stepHeadings.id), label: textIn(at, stepHeadings.label), test: textIn(at, stepHeadings.test),
    committed: number("committed"), realised: number("realised"), needed: number("needed"), due: number("due"),
    value: number("value"), probability: number("probability"), years: number("years"),
  };
});
