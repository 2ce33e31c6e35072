import type { Agreement } from "../../core/agreement";
import type { Assessment } from "../../core/assessment";

/** How much of the model a net lifetime value counts: the four answers, both sides but our cost, or everything. */
export type Figure = "fourAnswers" | "beforeGiving" | "net";

/** What the card shows on a page: a figure, the figure it is compared with when the page opened, and why it moved. */
export interface Card {
  readonly figure: Figure;
  readonly since?: Figure;
  readonly note: string;
  /** Says beside the note what the customer of today is worth. */
  readonly today?: true;
}

/** One value on the card; null where the model has none. */
export function figureOf({ cases, fourAnswers, beforeGiving }: Assessment, figure: Figure): number | null {
  return { fourAnswers, beforeGiving, net: cases?.asked.value.total ?? null }[figure];
}

/** The four lines a value is made of. Null for a line that is not counted yet. */
export function linesOf(figure: Figure, { inputs }: Agreement, assessment: Assessment): { label: string; value: number | null }[] {
  const total = figureOf(assessment, figure);
  const parts = assessment.cases?.asked.value;
  const alone = figure === "fourAnswers";
  return [
    { label: "What the customer brings", value: alone && total !== null ? total + inputs.ac : parts?.contribution ?? null },
    { label: "Customers they bring", value: alone ? null : parts?.referrals ?? null },
    { label: "What we give", value: figure === "net" ? parts?.commitments ?? null : null },
    { label: "Cost of winning them", value: -inputs.ac },
  ];
}
