import type { Agreement } from "../agreement";
import { unitInWords } from "../fields";
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
  readonly kind: ReviewedClause["kind"];
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
  return chosen.map(({ side, id, label, level, agreed, unit, kind, gap }) => ({
    side, id, label, from: level, to: agreed, unit, kind, worth: side === "theirs" && level !== null ? gap : null,
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

/** A level with its unit, as "12% discount" or "4.5 hours". */
export function levelInWords(agreement: Agreement, level: number, { unit, kind }: Pick<ReviewedClause, "unit" | "kind">): string {
  const shown = Math.round((kind === "percent" ? level * 100 : level) * 100) / 100;
  const told = unitInWords(unit, agreement);
  return kind === "percent" && !told.startsWith("%") ? `${shown}% ${told}` : `${shown}${told.startsWith("%") ? "" : " "}${told}`;
}

/**
 * The renewal memo drafted from the facts of the reviews, our side first; nothing stands in it that no period shows, and no
 * commitment that is never shown to the customer, such as surprises.
 */
export function renewalMemo(agreement: Agreement, reviews: readonly PeriodReview[]): MemoLine[] {
  const { inputs, commitments } = agreement;
  const hidden = new Set(commitments.filter(({ show }) => !show).map(({ id }) => id));
  const [first, last] = [reviews[0], reviews.at(-1)];
  if (!first || !last) return [];
  const percent = (share: number | null) => (share === null ? "unknown" : `${Math.round(share * 100)}%`);
  const line = (part: MemoLine["part"], text: string, money: number | null = null): MemoLine => ({ part, text, money });
  const from = `from ${first.period} to ${last.period}`;
  const broken = last.clauses.filter(({ side, attainment }) => side === "ours" && attainment !== null && attainment < inputs.deserveMin)
    .filter(({ id }) => !hidden.has(id));
  const held = last.clauses.filter(({ onHold }) => onHold);
  const driftOf = (id: string) => reviews.reduce((sum, { clauses }) => sum + (clauses.find((clause) => clause.id === id)?.drift ?? 0), 0);
  const movers = last.clauses.filter(({ side }) => side === "theirs").map(({ id, label }) => ({ label, sum: driftOf(id) }))
    .filter(({ sum }) => sum !== 0).sort((a, b) => Math.abs(b.sum) - Math.abs(a.sum));
  return [
    line("Our side", `We kept ${percent(last.deserve)} of our commitments, after ${percent(first.deserve)} in ${first.period}.`),
    ...broken.map((clause) => line("Our side", `${clause.label}: we kept ${levelInWords(agreement, clause.level!, clause)}.`)),
    ...held.map(({ label }) => line("Our side", `${label} is on hold until we keep our word again.`)),
    line("Your side", `Fit is ${percent(last.fit)}, after ${percent(first.fit)} in ${first.period}.`),
    line("Your side", `${percent(last.coverage)} of it is known.`),
    ...movers.slice(0, 3).map(({ label, sum }) => line("Your side", `${label}: ${sum > 0 ? "a gain" : "a loss"} ${from}.`, sum)),
    line("Value", worthNow(last.sinceSigning), last.sinceSigning),
    line("Value", "Still to be gained if both sides play their part.", last.behindRole),
    ...nextActions(last, 6).filter(({ id }) => !hidden.has(id)).slice(0, 4).map((action) =>
      line("Next", `${action.label}: ${nextInWords(agreement, action)}.`, action.worth)),
  ];
}

function worthNow(change: number): string {
  if (Math.round(change) === 0) return "The relationship is worth what it was at signing.";
  return `The relationship is worth ${change > 0 ? "more" : "less"} than at signing.`;
}

function nextInWords(agreement: Agreement, action: NextAction): string {
  if (action.from === null) return "measure it";
  return `from ${levelInWords(agreement, action.from, action)} to ${levelInWords(agreement, action.to, action)}`;
}
