import type { Agreement } from "../agreement";
import type { InputId } from "../value/inputs";

/** The eight commitment questions, in source order: what will we give, to deserve what we ask? */
export interface Question {
  readonly number: number;
  /** Word shown above a commitment. */
  readonly label: string;
  readonly question: string;
  /** Question 8, surprises, is never printed for the customer. */
  readonly printed: boolean;
  /** The input that says why no commitment answers it. */
  readonly none: `none${string}` & InputId;
}

export const questions: readonly Question[] = [
  { number: 1, label: "Experience", question: "What experiences do you promise to deliver?", printed: true, none: "noneExperience" },
  { number: 2, label: "Service level", question: "What service level do you commit to, measured how?", printed: true, none: "noneService" },
  { number: 3, label: "Listening", question: "How will you listen?", printed: true, none: "noneListening" },
  { number: 4, label: "Response", question: "How fast will you respond?", printed: true, none: "noneResponse" },
  { number: 5, label: "Fixing problems", question: "How will you resolve problems?", printed: true, none: "noneFixing" },
  { number: 6, label: "Best customers", question: "What do the best customers get?", printed: true, none: "noneBest" },
  { number: 7, label: "One face everywhere", question: "How do you stay consistent across touch points?", printed: true, none: "noneFace" },
  { number: 8, label: "Surprises", question: "Which surprises will you deliver?", printed: false, none: "noneSurprises" },
];

/** Whether a question has neither a commitment in use nor a written reason for having none. */
export const isOpen = ({ commitments, inputs }: Agreement, { number, none }: Question): boolean =>
  !commitments.some(({ on, question }) => on && question === number) && String(inputs[none]).trim() === "";
