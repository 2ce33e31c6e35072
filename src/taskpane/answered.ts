import type { Agreement } from "../core/agreement";
import { nakedAsks, type Assessment } from "../core/assessment";
import { isOpen, questions } from "../core/commitment/questions";

/** How many of the four questions of the opening test have an answer: how many, at what margin, for how long, what else. */
export function guessesAnswered({ inputs, asks }: Agreement): number {
  const { guessOrders, guessValue, guessMargin, guessYears } = inputs;
  const isBesides = asks.some(({ on, id }) => on && id !== "A02" && id !== "A18");
  return [guessOrders !== null && guessValue !== null, guessMargin !== null, guessYears !== null, isBesides].filter(Boolean).length;
}

/** Whether every ask in use has a unit, a target apart from its worst, a source and an owner. */
export const asksComplete = (_: Agreement, { asks }: Assessment): boolean => asks.every(({ missing }) => missing.length === 0);

/** Whether each of the eight questions has a commitment, or says why none. */
export const questionsAnswered = (agreement: Agreement): boolean => !questions.some((question) => isOpen(agreement, question));

/** Whether every ask is backed, or kept for a reason in writing. */
export const nakedDecided = (agreement: Agreement, assessment: Assessment): boolean =>
  nakedAsks(agreement, assessment).every(({ accepted }) => accepted.trim() !== "");

/** Whether the three questions to ourselves are answered, and the kept level of every commitment in use is known. */
export const wordChecked = ({ inputs, commitments }: Agreement): boolean =>
  [inputs.checkRole, inputs.checkDeserve, inputs.checkDialogue].every((answer) => answer !== null)
  && commitments.every(({ on, kept }) => !on || kept !== null);
