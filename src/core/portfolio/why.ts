import type { Agreement } from "../agreement";
import { assess } from "../assessment";
import { Fault } from "../fault";
import { askById } from "../role/asks";
import { share } from "../role/attainment";
import { mustState, type MustState } from "../role/fit";
import { modelOf } from "../value/cases";
import { customerAt, filledIn, type Customers } from "./customers";
import type { Scores } from "./portfolio";
import { countsIn, driverAt, scalesOf, type AskScale } from "./scales";
import type { Verdict } from "./verdict";

/** What one ask does to the score of a customer. */
export interface AskReason {
  readonly id: string;
  readonly label: string;
  readonly unit: string;
  readonly target: number;
  readonly actual: number | null;
  readonly attainment: number | null;
  readonly weight: number;
  readonly points: number | null;
  /** Weight x what is missing to the target. */
  readonly lost: number | null;
  readonly must: MustState;
  readonly state: "counts" | "unknown" | "not applicable" | "on hold" | "not for a single sale";
  /** What the role is worth less because this ask alone stands where it does, currency; null where that is unknown. */
  readonly gap: number | null;
  /** What an unknown ask could cost at most: the role's value that swings on it. */
  readonly swing: number;
}

/** Why a customer is judged as it is: the sentence, and the asks, those that cost most first, unknown ones and the rest last. */
export interface Reasons {
  readonly because: string;
  /** Why this verdict has to wait: while we keep too little of our own word, nobody is marked Renegotiate or Let go. */
  readonly caution: string | null;
  readonly asks: readonly AskReason[];
}

/** Explains the verdict on the customer in one row of a scored portfolio. */
export function explainVerdict(agreement: Agreement, customers: Customers, scores: Scores, row: number): Reasons {
  const customer = customerAt(filledIn(customers, agreement), row);
  const gapOf = gaps(agreement);
  const assessment = assess(agreement);
  const asks = scalesOf(agreement, assessment).map((scale): AskReason => {
    const { ask, target, worst, weight, cap, swingStake } = scale;
    const level = customer.levels[ask.id] ?? null;
    const state = stateOf(scale, level, customer.mode!);
    const actual = typeof level === "number" ? level : null;
    const earned = state === "counts" ? share(actual!, target, worst, cap) : null;
    return {
      id: ask.id, label: ask.label, unit: ask.unit, target, actual, weight, state, swing: swingStake, attainment: earned,
      points: earned === null ? null : weight * earned, lost: earned === null ? null : weight * Math.max(0, 1 - earned),
      must: state === "counts" || state === "unknown" ? mustState(level, scale) : "",
      gap: earned === null ? null : gapOf(scale, actual!, earned),
    };
  });
  const place = ({ state, lost, swing }: AskReason) => (state === "counts" ? 2 + lost! : state === "unknown" ? 1 + swing / 1e12 : 0);
  return {
    because: becauseOf(agreement, scores, row, asks), caution: cautionFor(agreement, assessment.deserve, scores.verdict[row]!),
    asks: asks.sort((a, b) => place(b) - place(a)),
  };
}

function stateOf(scale: AskScale, level: number | null | "n/a", mode: string): AskReason["state"] {
  if (scale.suspended) return "on hold";
  if (!countsIn(scale, mode)) return "not for a single sale";
  if (level === "n/a") return "not applicable";
  return level === null ? "unknown" : "counts";
}

/**
 * The money of a gap. An ask measured by its driver is priced like the gap stake of the agreement, with this customer's level;
 * one with a measure of its own by the part of its swing that is not attained.
 */
function gaps(agreement: Agreement) {
  const model = modelOf(agreement);
  const priced = (levels: object) => model.price({ ...model.asked, ...levels }, true).value.total;
  return ({ ask, swingStake }: AskScale, level: number, earned: number): number | null => {
    if (!askById.get(ask.id)?.measured) return swingStake * (1 - earned);
    try {
      return ask.share * (priced({}) - priced(driverAt(ask.driver, level)));
    } catch (error) {
      if (error instanceof Fault) return null;
      throw error;
    }
  };
}

const percent = (value: number) => `${Math.round(value * 1000) / 10}%`;

function becauseOf({ inputs }: Agreement, scores: Scores, row: number, asks: readonly AskReason[]): string {
  const { verdict, coverage, fit, net, potential } = scores;
  const unknowns = asks.filter(({ state }) => state === "unknown").sort((a, b) => b.swing - a.swing).map(({ label }) => label);
  const broken = asks.filter(({ must }) => must === "broken").map(({ label }) => label);
  switch (verdict[row]!) {
    case "Find out":
      return Number.isNaN(net[row]!) ? "The value has no number: look at contribution, retention and growth."
        : `Only ${percent(coverage[row]!)} of the weight is known, and ${percent(inputs.minCov)} is needed. Ask about ${listed(unknowns)}.`;
    case "Invest": return `Worth keeping as it is, and the fit of ${percent(fit[row]!)} reaches ${percent(inputs.fitInvest)}.`;
    case "Develop": return `Worth keeping, but the fit of ${percent(fit[row]!)} is below ${percent(inputs.fitInvest)}.`;
    case "Renegotiate":
      if (broken.length > 0) return `A must is broken: ${listed(broken)}.`;
      return "Loses value as things are, and would gain it by playing the role.";
    case "Let go":
      return potential[row]! < 0 ? "Loses value as things are, and would lose it even by playing the role." : "Loses value as things are.";
  }
}

function cautionFor({ inputs }: Agreement, deserve: number | null, judged: Verdict): string | null {
  if ((judged !== "Renegotiate" && judged !== "Let go") || deserve === null || deserve >= inputs.deserveMin) return null;
  const facts = `We keep ${percent(deserve)} of our commitments, and ${percent(inputs.deserveMin)} is needed before we judge.`;
  return `${facts} First our own house.`;
}

/** The first three, and how many more. */
function listed(words: readonly string[]): string {
  const more = words.length > 3 ? [`${words.length - 3} more`] : [];
  const all = [...words.slice(0, 3), ...more];
  return all.length > 1 ? `${all.slice(0, -1).join(", ")} and ${all.at(-1)}` : (all[0] ?? "what nobody has measured");
}
