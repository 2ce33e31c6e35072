import type { Agreement } from "../../core/agreement";
import type { AskAssessment, Assessment } from "../../core/assessment";
import { groups } from "../../core/value/drivers";
import { percent } from "../numbers";

const numberWords = ["No", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine", "Ten"];
const fractions: readonly [number, string][] = [[1 / 2, "half"], [2 / 3, "two thirds"], [3 / 4, "three quarters"], [4 / 5, "four fifths"]];
const NEAR = 0.01;
/** From this share on, a few asks are said to carry the value. */
const MOST = 0.65;

/** The few asks that carry most of the value, and the sentence that says so; the weights come sorted, largest first. */
export function concentration(weights: readonly number[]): { few: number; title: string } {
  const sums = runningSums(weights);
  const few = sums.findIndex((sum) => sum >= MOST) + 1;
  if (few === 0) return { few, title: "No ask carries any value yet" };
  const carried = sums[few - 1]!;
  const fraction = fractions.find(([share]) => Math.abs(share - carried) <= NEAR)?.[1] ?? percent(carried);
  const subject = few === 1 ? "One ask carries" : `${numberWords[few] ?? few} asks carry`;
  return { few, title: `${subject} ${fraction} of the value` };
}

/** What the first, the first two, the first three and so on sum to. */
export const runningSums = (numbers: readonly number[]): number[] =>
  numbers.map((_, index) => numbers.slice(0, index + 1).reduce((sum, number) => sum + number, 0));

/** Two gaps of today worth comparing: the largest, and late payment, everybody's favourite, or else the smallest. */
export function comparison(asks: readonly AskAssessment[]): { large: AskAssessment; small: AskAssessment; times: number } | undefined {
  const open = asks.filter(({ on, gapStake }) => on && gapStake > 0).sort((a, b) => b.gapStake - a.gapStake);
  const [large] = open;
  const small = open.slice(1).find(({ id }) => id === "A06") ?? open.at(-1);
  if (!large || !small || small === large) return undefined;
  const times = Math.round(large.gapStake / small.gapStake);
  return times < 2 ? undefined : { large, small, times };
}

/** The drivers that several asks in use share, or that one carries in part: the rest of the money is nobody's. */
export function sharedDrivers({ asks }: Agreement) {
  return groups
    .map(({ id, label }) => ({ id, label, asks: asks.filter((ask) => ask.on && ask.driver === id) }))
    .map((group) => ({ ...group, total: group.asks.reduce((sum, { share }) => sum + share, 0) }))
    .filter((group) => group.asks.length > 1 || (group.asks.length === 1 && group.total !== 1));
}

/** Who owes whom: both keep the role, one does, or neither. Undefined while one side is not known. */
export function whoOwes({ deserve, fit: { fit } }: Pick<Assessment, "deserve" | "fit">, { inputs }: Agreement) {
  if (deserve === null || fit === null) return undefined;
  const [weKeep, theyPlay] = [deserve >= inputs.deserveMin, fit >= inputs.fitInvest];
  if (weKeep) return theyPlay ? "reciprocal" : "they owe us";
  return theyPlay ? "we owe them" : "neither";
}
