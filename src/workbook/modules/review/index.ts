import type { ReviewRow } from "../../../core/portfolio/review";
import { sampleReviews } from "../../../core/portfolio/sample-reviews";
import type { Module } from "../module";
import { agendaSheet } from "./agenda-sheet";
import { clausesOf } from "./clauses";
import { memoSheet } from "./memo-sheet";
import { reviewSheet } from "./review-sheet";

/** Both sides of the agreement, period by period, and two pages to print: for the renewal, and for the talk of each quarter. */
export const review: Module<readonly ReviewRow[]> = {
  id: "review",
  title: "Review",
  purpose: "How both sides kept the agreement, period by period, with a memo for the renewal and an agenda to print",
  needs: [],
  sheets: (agreement, rows) => {
    const clauses = clausesOf(agreement, rows);
    return [reviewSheet(agreement, rows), memoSheet(clauses), agendaSheet(clauses)];
  },
  blank: () => [],
  example: () => sampleReviews,
  sockets: { chk_periods: "[review/twice]", chk_drift: "[review/driftLeft]" },
};
