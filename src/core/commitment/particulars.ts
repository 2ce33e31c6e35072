import type { Commitment } from "../agreement";
import { amount, optionalText, type Rule } from "../field";

type Key = "window" | "exclusions" | "replyDays" | "channel" | "hours" | "authority" | "compensation" | "spreadMost" | "spreadNow";

/** What a commitment says besides its level, if it answers the question that asks for it. */
export interface Particular extends Rule {
  readonly key: Key;
  readonly label: string;
  readonly unit: string;
  readonly question: number;
  /** Without it the answer to its question is not complete. */
  readonly isNeeded?: true;
}

const since = { since: "1.1" } as const;
const number: Rule = { kind: "decimal", min: 0, optional: true };

/** In the order of their questions; every commitment has room for each, and says what its own question asks for. */
export const particulars: readonly Particular[] = [
  { key: "window", label: "Measured over", unit: "text", question: 2, isNeeded: true, ...optionalText, ...since },
  { key: "exclusions", label: "Not counting", unit: "text", question: 2, isNeeded: true, ...optionalText, ...since },
  { key: "replyDays", label: "Reply, days", unit: "days", question: 3, ...number, ...since },
  { key: "channel", label: "Channel", unit: "text", question: 4, ...optionalText, ...since },
  { key: "hours", label: "Hours", unit: "text", question: 4, ...optionalText, ...since },
  { key: "authority", label: "May decide", unit: "{currency}", question: 5, isNeeded: true, ...amount, optional: true, ...since },
  { key: "compensation", label: "Compensation", unit: "text", question: 5, isNeeded: true, ...optionalText, ...since },
  { key: "spreadMost", label: "Spread allowed", unit: "as measured", question: 7, ...number, ...since },
  { key: "spreadNow", label: "Spread now", unit: "as measured", question: 7, ...number, ...since },
];

/** Nothing said besides the level. */
export const noParticulars: Pick<Commitment, Key> = {
  window: "", exclusions: "", replyDays: null, channel: "", hours: "", authority: null, compensation: "", spreadMost: null, spreadNow: null,
};

const isBlank = (value: string | number | null) => value === null || String(value).trim() === "";

/** What is still missing for the question that a commitment answers. */
export const missingIn = (commitment: Commitment): Particular[] =>
  particulars.filter(({ key, question, isNeeded }) => isNeeded && question === commitment.question && isBlank(commitment[key]));

/** Whether the touch points are as much alike as promised; null while either figure is unknown. */
export const isAlike = ({ spreadMost, spreadNow }: Commitment): boolean | null =>
  (spreadMost === null || spreadNow === null ? null : spreadNow <= spreadMost);

/**
 * What the charter prints behind the wording: for whom, measured how, when and where. What we may decide stays with us.
 * @example of "98% on time" it is "over a month; not counting storms and strikes"
 */
export function detailsOf({ tier, window, exclusions, channel, hours, replyDays }: Commitment): string {
  return [
    window && `over ${window}`, exclusions && `not counting ${exclusions}`, [channel, hours].filter(Boolean).join(", "),
    replyDays !== null && `answered within ${replyDays} days`, tier === "best" && "best customers only",
  ].filter(Boolean).join("; ");
}

/** What happens when it is broken, with what the customer gets for it. */
export const remedyOf = ({ remedy, compensation }: Commitment): string => [remedy, compensation].filter(Boolean).join(", ");
