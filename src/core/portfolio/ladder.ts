import { valueMilestones, type Milestone } from "./milestone";

/** One step of the sales ladder: additional business that opens once the customer has had the value of the step before. */
export interface Step extends Milestone {
  readonly id: string;
  readonly label: string;
  /** What the customer has to have gained, in words, and how much of it was promised and realised, in any one unit. */
  readonly test: string;
  readonly committed: number;
  readonly realised: number;
  /** Share of the committed value that must be realised, usually 1. */
  readonly needed: number;
  /** Day by which the test is due, as Excel counts days. */
  readonly due: number;
}

/** What the columns of the ladder are called, wherever it is written. */
export const stepHeadings: Readonly<Record<keyof Step, string>> = {
  id: "Id", label: "Milestone", test: "Test: what the customer has to have gained", committed: "Promised", realised: "Realised", needed: "Needed share",
  due: "Due", value: "Additional business", probability: "Probability", years: "Years from now",
};

/** What a milestone still lacks: without a test and a date nobody can say whether it is reached. */
export const lackingIn = ({ test, due }: Pick<Step, "test" | "due">): ("test" | "date")[] =>
  [...(test.trim() === "" ? ["test" as const] : []), ...(Number.isNaN(due) ? ["date" as const] : [])];

/** One step, judged. */
export interface GatedStep extends Step {
  /** Realised over committed: the customer's realisation of full value. */
  readonly success: number;
  readonly state: "passed" | "next" | "locked";
  readonly late: boolean;
  /** Expected present value of its business. */
  readonly expected: number;
}

/** The ladder with its gates. */
export interface Ladder {
  readonly steps: readonly GatedStep[];
  /** Expected present value of the whole ladder. */
  readonly value: number;
  /** What waits behind the first gate that is not passed, and which gate that is. */
  readonly blocked: number;
  readonly blockedBy: string | null;
}

/**
 * Gates a ladder of milestones by value success: a step is passed when enough of the committed value is realised and every step
 * before it is passed; the first that is not blocks its own business and all behind it. A number that nobody said is not a number:
 * nothing is expected of such a step, and a test without a promise is not met.
 * @param asOf the day it is looked at, as Excel counts days
 * @throws out-of-range as valueMilestones
 */
export function gateLadder(rate: number, steps: readonly Step[], asOf: number): Ladder {
  const isMet = ({ committed, realised, needed }: Step) => known(realised) >= known(needed) * committed;
  const firstShut = steps.findIndex((step) => !isMet(step));
  const gate = firstShut < 0 ? steps.length : firstShut;
  const judged = steps.map((step, i): GatedStep => ({
    ...step, success: step.committed === 0 ? 1 : step.realised / step.committed, state: i < gate ? "passed" : i === gate ? "next" : "locked",
    late: i >= gate && step.due < asOf, expected: valueMilestones(rate, [said(step)]),
  }));
  const all = steps.map(said);
  return { steps: judged, value: valueMilestones(rate, all), blocked: valueMilestones(rate, all.slice(gate)), blockedBy: steps[gate]?.label ?? null };
}

const known = (value: number) => (Number.isNaN(value) ? 0 : value);
const said = ({ probability, value, years }: Step): Milestone => ({ probability: known(probability), value: known(value), years: known(years) });

/** A step whose chance is higher than that of a step before it: on a ladder nobody reaches the second rung without the first. */
export const risingChances = (steps: readonly Step[]): string[] =>
  steps.filter((step, i) => i > 0 && step.probability > steps[i - 1]!.probability).map(({ label }) => label);
