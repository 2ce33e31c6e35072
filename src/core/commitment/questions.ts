/** The eight commitment questions, in source order: what will we give, to deserve what we ask? */
export interface Question {
  readonly number: number;
  /** Word shown above a commitment. */
  readonly label: string;
  readonly question: string;
  /** Question 8, surprises, is never printed for the customer. */
  readonly printed: boolean;
}

export const questions: readonly Question[] = [
  { number: 1, label: "Experience", question: "What experiences do you promise to deliver?", printed: true },
  { number: 2, label: "Service level", question: "What service level do you commit to, measured how?", printed: true },
  { number: 3, label: "Listening", question: "How will you listen?", printed: true },
  { number: 4, label: "Response", question: "How fast will you respond?", printed: true },
  { number: 5, label: "Fixing problems", question: "How will you resolve problems?", printed: true },
  { number: 6, label: "Best customers", question: "What do the best customers get?", printed: true },
  { number: 7, label: "One face everywhere", question: "How do you stay consistent across touch points?", printed: true },
  { number: 8, label: "Surprises", question: "Which surprises will you deliver?", printed: false },
];
