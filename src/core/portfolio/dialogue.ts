import { askLevels, type Agreement } from "../agreement";
import type { Assessment } from "../assessment";
import { askById } from "../role/asks";

/** Whether the customer goes along with a clause. */
export const consents = ["yes", "with changes", "no"] as const;
export type Consent = (typeof consents)[number];

/** What one customer said of one clause of the charter; what was not said is null or empty. */
export interface Conversation {
  readonly customer: string;
  /** Who spoke for the customer. */
  readonly who: string;
  /** Excel's number of the day. */
  readonly on: number | null;
  /** Id of an ask or of a commitment. */
  readonly clause: string;
  /** The level that the customer finds right, as it is said: 8 for 8%. */
  readonly level: number | null;
  readonly unit: string;
  readonly accepts: Consent | "";
  /** Probability that the customer goes along, 0 to 1. */
  readonly probability: number | null;
  readonly words: string;
  /** Day on which we told the customer what became of it. */
  readonly closedOn: number | null;
}

/** What the columns of the log are called. */
export const conversationHeadings: Readonly<Record<keyof Conversation, string>> = {
  clause: "Clause", words: "In their words", unit: "Unit", customer: "Customer", who: "Spoken with", on: "On", level: "Expects", accepts: "Accepts",
  probability: "Will cooperate", closedOn: "Loop closed on",
};

/** A role counts as validated once this many customers were asked. */
export const enough = 3;

/** What was said of one ask, and what follows for the value that can be expected of it. */
export interface AskHeard {
  readonly id: string;
  readonly label: string;
  readonly answers: number;
  /** Mean of the answers; what the role assumes while nobody was asked. */
  readonly probability: number;
  readonly assumed: number;
  readonly gapStake: number;
}

/** A clause on which a customer named another level than ours. */
export interface ExpectationGap {
  readonly place: number;
  readonly conversation: Conversation;
  readonly label: string;
  /** Our level as it is said: 5 for 5%. */
  readonly ours: number;
  readonly difference: number;
}

/** The log of conversations, added up. */
export interface Dialogue {
  readonly customers: number;
  readonly isValidated: boolean;
  readonly closed: number;
  readonly conversations: number;
  readonly asks: readonly AskHeard[];
  /** Of the gaps, in money: as the role assumes, and as customers answered. */
  readonly gapStakes: number;
  readonly expected: number;
  readonly expectedAsTold: number;
  readonly gaps: readonly ExpectationGap[];
  /** Clauses that a customer takes with changes only and that stand at the customer's level by now. */
  readonly changed: number;
}

const plainly = (name: string) => name.trim().toLowerCase();
const sum = (numbers: readonly number[]) => numbers.reduce((total, each) => total + each, 0);

/** Adds up what customers said; a clause that the agreement does not have counts as a conversation and nothing else. */
export function hear(agreement: Agreement, { asks }: Assessment, log: readonly Conversation[]): Dialogue {
  const names = new Set(log.map(({ customer }) => plainly(customer)).filter((name) => name !== ""));
  const heard = asks.filter(({ on }) => on).map(({ id, gapStake }): AskHeard => {
    const told = log.flatMap(({ clause, probability }) => (clause === id && probability !== null ? [probability] : []));
    const { label, cooperate } = agreement.asks.find((ask) => ask.id === id)!;
    return { id, label, answers: told.length, probability: told.length === 0 ? cooperate : sum(told) / told.length, assumed: cooperate, gapStake };
  });
  const levels = log.flatMap((conversation, place) => levelGap(agreement, conversation, place));
  return {
    customers: names.size, isValidated: names.size >= enough, conversations: log.length,
    closed: log.filter(({ closedOn }) => closedOn !== null).length, asks: heard,
    gapStakes: sum(heard.map(({ gapStake }) => gapStake)),
    expected: sum(heard.map(({ gapStake, assumed }) => gapStake * assumed)),
    expectedAsTold: sum(heard.map(({ gapStake, probability }) => gapStake * probability)),
    gaps: levels.filter(({ difference }) => difference !== 0),
    changed: levels.filter(({ conversation, difference }) => conversation.accepts === "with changes" && difference === 0).length,
  };
}

/** The level of a clause as people say it, with its unit: 5 and "% discount"; undefined for an id that is no clause. */
export function clauseSaid(agreement: Agreement, id: string): { label: string; level: number; unit: string } | undefined {
  const commitment = agreement.commitments.find((each) => each.id === id);
  if (commitment) return { label: commitment.label, level: commitment.committed, unit: commitment.unit };
  const ask = agreement.asks.find((each) => each.id === id);
  const levels = ask && askLevels(agreement, ask.id);
  if (!ask || !levels) return undefined;
  const isPercent = askById.get(ask.id)!.kind === "percent";
  const unit = isPercent && !ask.unit.startsWith("%") ? `% ${ask.unit}` : ask.unit;
  return { label: ask.label, level: tidy(levels.asked * (isPercent ? 100 : 1)), unit };
}

/** 0.07 times 100 is 7, not 7.000000000000001. */
const tidy = (value: number) => Math.round(value * 1e9) / 1e9;

function levelGap(agreement: Agreement, conversation: Conversation, place: number): ExpectationGap[] {
  const ours = clauseSaid(agreement, conversation.clause);
  if (!ours || conversation.level === null) return [];
  return [{ place, conversation, label: ours.label, ours: ours.level, difference: tidy(conversation.level - ours.level) }];
}
