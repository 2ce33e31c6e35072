import type { Step } from "../../../core/portfolio/ladder";
import { dayOf } from "../../../core/portfolio/sample-customers";
import { sampleDay, sampleLadder, sampleOffers } from "../../../core/portfolio/sample-plan";
import { offersToPlan } from "../../../core/portfolio/value-plan";
import type { Module } from "../module";
import { planSheet, type PlanData } from "./plan-sheet";
import { serviceSheet } from "./service-sheet";

/** What marketing, sales and service do with the role: who offers what, what opens with value proven, and who answers where. */
export const plan: Module<PlanData> = {
  id: "plan",
  title: "Plan",
  purpose: "Offers that cover the role, milestones that open with value proven, one voice at every touch point, and prompts for service",
  needs: [],
  sheets: (agreement, data) => [planSheet(agreement, data), serviceSheet()],
  // A table grows between its rows, so it starts with two.
  blank: (agreement) => ({ asOf: dayOf(2026, 1, 1), offers: offersToPlan(agreement), steps: ["M1", "M2"].map(unplanned) }),
  example: () => ({ asOf: sampleDay, offers: sampleOffers, steps: sampleLadder }),
};

const unplanned = (id: string): Step =>
  ({ id, label: "", test: "", committed: NaN, realised: NaN, needed: 1, due: NaN, probability: NaN, value: NaN, years: NaN });
