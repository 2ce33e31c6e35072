import type { Agreement } from "../../../core/agreement";
import type { Step } from "../../../core/portfolio/ladder";
import type { Offer } from "../../../core/portfolio/value-plan";
import { line, link, type BlockSpec, type SheetSpec } from "../../spec";
import { day, resultOf, typed } from "./cells";
import { handover } from "./handover";
import { milestoneConditions, milestoneEntries, milestones, states } from "./milestones";
import { askedByKind, offerEntries, offersTable } from "./offers";
import { touchPointConditions, touchPointEntries, touchPoints } from "./touch-points";

/** What marketing offers, the ladder of sales, and the day on which it is looked at, as Excel counts days. */
export interface PlanData { readonly offers: readonly Offer[]; readonly steps: readonly Step[]; readonly asOf: number }

/** Four tables under each other share their columns: what is said in words stands in H, what is counted to its right. */
const widths = [7, 52, 18, 14, 14, 14, 12, 62, ...Array.from({ length: 18 }, () => 16)];

/** One page for marketing, sales and service, each linked to the role and typed nowhere twice. */
export function planSheet(agreement: Agreement, { offers, steps, asOf }: PlanData): SheetSpec {
  return {
    id: "plan", name: "Plan", sheetClass: "calculation",
    title: "Plan", purpose: "The role put to work: what marketing offers, what sales may open once value is proven, who answers where",
    widths,
    blocks: [results(asOf), askedByKind, offersTable(offers), states, milestones(steps), handover, ...touchPoints(agreement)],
    conditions: [...milestoneConditions, ...touchPointConditions(agreement)],
    entries: [day("asOf.E", "Looked at on"), ...offerEntries, ...milestoneEntries, ...touchPointEntries],
    freeze: { columns: 2 },
  };
}

const results = (asOf: number): BlockSpec => ({
  id: "results",
  bands: [{ title: "What the plan says", tone: "ask", from: "A" }],
  rows: [
    resultOf("covered", "Marketing: what the role asks, covered by named offers", "% of the role", "[allKinds.G]", "percent", "out_plan_covered"),
    resultOf("worth", "Sales: expected value of all milestones", "{currency}", "SUM([milestones.expected])", "money", "out_ladder"),
    resultOf("blocked", "Of it blocked until value is proven", "{currency}", "SUM([milestones.expected]) - SUMIF([milestones.passed], 1, [milestones.expected])",
      "money", "out_blocked"),
    resultOf("lackingAll", "Milestones without a test or a date", "milestones", "SUM([milestones.lacking])", "flag", "out_untested"),
    resultOf("voicesAll", "Service: touch points with more than one voice, or none", "touch points",
      "SUM([touch.named]) - SUM([touch.one])", "flag", "out_voices"),
    resultOf("handoverCost", "What handing a customer over costs", "{currency}", "[lost.E]", "money"),
    line("asOf", { label: "Looked at on", unit: "date", source: "Typed" }, { E: { ...typed(asOf, "date"), name: "in_plan_day" } }),
    line("rate", { label: "Discount rate", unit: "% per {period}", source: "Inputs" }, { E: link("[inputs/in_rate]", "percent") }),
    line("growth", { label: "Growth of margin as asked", unit: "% per {period}", source: "Inputs" }, { E: link("[inputs/in_growth]", "percent") }),
  ],
});
