import type { ReviewRow } from "../../../core/portfolio/review";
import { sampleReviews } from "../../../core/portfolio/sample-reviews";
import type { Module } from "../module";
import { reviewSheet } from "./review-sheet";

/** Both sides of the agreement, period by period. */
export const review: Module<readonly ReviewRow[]> = {
  id: "review",
  title: "Review",
  purpose: "How both sides kept the agreement, period by period, and where it is heading",
  needs: [],
  sheets: (agreement, rows) => [reviewSheet(agreement, rows)],
  blank: () => [],
  example: () => sampleReviews,
};
