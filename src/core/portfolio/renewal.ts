import type { Agreement } from "../agreement";
import type { PeriodReview, ReviewedClause } from "./review";

/** What to do next, ours first. */
export interface NextAction {
  readonly side: "ours" | "theirs";
  readonly id: string;
  readonly what: "keep" | "measure" | "move";
  readonly label: string;
  readonly from: number | null;
  readonly to: number;
  readonly unit: string;
  /** Net lifetime value that hangs on it; null where it is not known. */
  readonly worth: number | null;
}

/**
 * What to do after a review: first what we have not kept, by what it carries; then what the customer is behind on, by money; then
 * what nobody has measured. An ask on hold is no action for the customer: it waits for us.
 */
export function nextActions({ clauses }: PeriodReview, most = 5): NextAction[] {
  const isBehind = ({ attainment }: ReviewedClause) => attainment !== null && attainment < 1;
  const ours = clauses.filter((clause) => clause.side === "ours" && isBehind(clause)).sort((a, b) => lostLoad(b) - lostLoad(a));
  const theirs = clauses.filter((clause) => clause.side === "theirs" && isBehind(clause) && !clause.onHold && clause.gap > 0)
    .sort((a, b) => b.gap - a.gap);
  const unmeasured = clauses.filter(({ level, weight }) => level === null && weight > 0).sort((a, b) => b.weight - a.weight);
  const share = Math.ceil(most / 2);
  const chosen = [...ours.slice(0, Math.max(share, most - theirs.length)), ...theirs, ...unmeasured].slice(0, most);
  return chosen.map(({ side, id, label, level, agreed, unit, gap }) => ({
    side, id, label, from: level, to: agreed, unit, worth: side === "theirs" && level !== null ? gap : null,
    what: level === null ? "measure" : side === "ours" ? "keep" : "move",
  }));
}

const lostLoad = ({ weight, attainment }: ReviewedClause) => weight * (1 - (attainment ?? 1));

/** A fact of the renewal memo: who it is about, in words, and the money it speaks of. */
export interface MemoLine {
  readonly part: "Our side" | "Your side" | "Value" | "Next";
  readonly text: string;
  readonly money: number | null;
}

/** The renewal memo drafted from the facts of the reviews, our side first; nothing stands in it that no period shows. */
export function renewalMemo({ inputs }: Agreement, reviews: readonly PeriodReview[]): MemoLine[] {
  const [first, last] = [reviews[0], reviews.at(-1)];
  if (!first || !last) return [];
  const percent = (share: number | null) => (share === null ? "unknown" : `${Math.round(share * 100)}%`);
  const line = (part: MemoLine["part"], text: string, money: number | null = null): MemoLine => ({ part, text, money });
  const from = `from ${first.period} to ${last.period}`;
  const broken = last.clauses.filter(({ side, attainment }) => side === "ours" && attainment !== null && attainment < inputs.deserveMin);
  const held = last.clauses.filter(({ onHold }) => onHold);
  const driftOf = (id: string) => reviews.reduce((sum, { clauses }) => sum + (clauses.find((clause) => clause.id === id)?.drift ?? 0), 0);
  const movers = last.clauses.filter(({ side }) => side === "theirs").map(({ id, label }) => ({ label, sum: driftOf(id) }))
    .filter(({ sum }) => sum !== 0).sort((a, b) => Math.abs(b.sum) - Math.abs(a.sum));
  return [
    line("Our side", `We kept ${percent(last.deserve)} of our commitments, after ${percent(first.deserve)} in ${first.period}.`),
    ...broken.map(({ label, level, agreed, unit }) => line("Our side", `${label}: ${level} against ${agreed} ${unit}.`)),
    ...held.map(({ label }) => line("Our side", `${label} is on hold until we keep our word again.`)),
    line("Your side", `Fit is ${percent(last.fit)}, after ${percent(first.fit)} in ${first.period}.`),
    line("Your side", `${percent(last.coverage)} of it is known.`),
    ...movers.slice(0, 3).map(({ label, sum }) => line("Your side", `${label}: ${sum > 0 ? "a gain" : "a loss"} ${from}.`, sum)),
    line("Value", `The relationship is worth ${last.sinceSigning >= 0 ? "more" : "less"} than at signing.`, last.sinceSigning),
    line("Value", "Still to be gained if both sides play their part.", last.behindRole),
    ...nextActions(last, 3).map(({ label, from: level, to, unit, worth }) =>
      line("Next", `${label}: ${level === null ? "measure it" : `from ${Math.round(level * 1000) / 1000} to ${to} ${unit}`}.`, worth)),
  ];
}
