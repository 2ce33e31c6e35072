import { customerAt, type Customers } from "./customers";
import type { Scores } from "./portfolio";
import { verdicts, type Verdict } from "./verdict";

/** A verdict that a person has set aside: why, who, until when, and what it costs. */
export interface Override {
  readonly row: number;
  readonly id: string;
  readonly name: string;
  readonly verdict: Verdict;
  readonly decided: string;
  readonly reason: string;
  readonly owner: string;
  /** Day as Excel counts it; null when nobody said. */
  readonly until: number | null;
  /** What it costs to go on for another period: the profit with its sign turned. */
  readonly price: number;
  readonly expired: boolean;
  /** What is missing or wrong, in a sentence each; none when the override stands. */
  readonly problems: readonly string[];
}

/** The register of overrides, the dearest first. @param asOf the day it is looked at, as Excel counts days */
export function overridesOf(customers: Customers, { verdict, profit }: Scores, asOf: number): Override[] {
  const rows = customers.texts.override.flatMap((decided, row) => (decided.trim() === "" ? [] : [row]));
  return rows.map((row): Override => {
    const { id, name, override = "", reason = "", overrideOwner = "", until = null } = customerAt(customers, row);
    const expired = until !== null && until < asOf;
    const wanted: [boolean, string][] = [
      [!(verdicts as readonly string[]).includes(override), `Choose one of: ${verdicts.join(", ")}.`],
      [reason.trim() === "", "Give the reason."], [overrideOwner.trim() === "", "Name who answers for it."],
      [until === null, "Say until when."], [expired, "It has run out: decide again."],
    ];
    return {
      row, id, name: name || id, verdict: verdict[row]!, decided: override, reason, owner: overrideOwner, until,
      price: 0 - profit[row]!, expired, problems: wanted.filter(([isWanted]) => isWanted).map(([, problem]) => problem),
    };
  }).sort((a, b) => b.price - a.price);
}

/** What holds for each customer: the override while it stands, else the verdict. */
export function decisionsOf(customers: Customers, scores: Scores, asOf: number): Verdict[] {
  const standing = overridesOf(customers, scores, asOf).filter(({ problems }) => problems.length === 0);
  const decided = new Map(standing.map((override) => [override.row, override.decided as Verdict]));
  return scores.verdict.map((judged, row) => decided.get(row) ?? judged);
}

/** A verdict as a natural person may be told: a proposal for somebody to decide on, never a decision by machine (GDPR, article 22). */
export const asProposal = (judged: Verdict) => `Proposal: ${judged}` as const;
