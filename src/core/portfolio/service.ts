import type { Agreement } from "../agreement";
import { assess, isOnHold } from "../assessment";
import type { Customers, Stage } from "./customers";

/** What service looks for at a stage of the relationship: what to check, what to offer, and what to ask for in return. */
export interface Prompt {
  readonly stage: Stage;
  readonly check: string;
  readonly offer: string;
  readonly ask: string;
  /** May be asked only while we keep our own word. */
  readonly onlyIfKept?: true;
}

/** What the columns of the cards are called, wherever they are written. */
export const promptHeadings: Readonly<Record<keyof Prompt, string>> =
  { stage: "Stage", check: "Check", offer: "Offer", ask: "Ask", onlyIfKept: "Only if kept" };

/** One card for each of the eleven stages. */
export const prompts: readonly Prompt[] = [
  {
    stage: "Awareness", check: "Which of our lines can they name?",
    offer: "A short tour of what fits their business", ask: "Who else decides with you?",
  },
  {
    stage: "Purchase", check: "Did the first order arrive complete and on time?",
    offer: "Help with setting up and ordering", ask: "What would make the next order easier?",
  },
  {
    stage: "Repeat purchase", check: "Do they order as often as agreed?",
    offer: "A standing order or a plan for the year", ask: "What do you still buy elsewhere, and why?",
  },
  {
    stage: "Upgrade", check: "Has the newer line become a better fit?",
    offer: "A trial of the new line beside the old", ask: "May we show the saving in your own numbers?",
  },
  {
    stage: "On-time payment", check: "Was each invoice right the first time?",
    offer: "One person for every question on invoices", ask: "Which day of the month suits your payment run?",
  },
  {
    stage: "Referrals", check: "Did the last value review confirm our figures?",
    offer: "An introduction in return", ask: "Whom should we meet?", onlyIfKept: true,
  },
  {
    stage: "Evangelizing", check: "Are they proud of a result?",
    offer: "To write it up together", ask: "Would you tell this to others?", onlyIfKept: true,
  },
  {
    stage: "Forgiveness", check: "Is every open mistake put right?",
    offer: "The remedy of the charter, without being asked", ask: "Is it settled for you?", onlyIfKept: true,
  },
  {
    stage: "Feedback", check: "Have they heard what became of their last advice?",
    offer: "A seat in the customer council", ask: "What should we stop, start and keep?",
  },
  {
    stage: "Long-term relationships", check: "When does the agreement end?",
    offer: "A review of both sides before it does", ask: "What must be true for you to stay?",
  },
  {
    stage: "High margins", check: "Which services are used, and which are given away?",
    offer: "The level of service that they use", ask: "Which of these is worth its price to you?",
  },
];

/** A prompt as it may be used today; a reason stands there when the ask has to wait. */
export interface PromptToday extends Prompt { readonly wait: string | null }

/** Why nothing may be asked for today on the strength of our word; null while we keep it. */
export function reasonToWait(agreement: Agreement): string | null {
  const { commitments, deserve } = assess(agreement);
  const broken = agreement.asks.filter((ask) => ask.on && isOnHold(ask, commitments)).map(({ condition }) => condition);
  const names = agreement.commitments.filter(({ id }) => broken.includes(id)).map(({ label }) => label);
  const isLow = deserve !== null && deserve < agreement.inputs.deserveMin;
  const low = isLow ? "First keep our word: we keep too little of it." : null;
  return names.length > 0 ? `First keep our word: ${names.join(", ")}.` : low;
}

/** The cards for today: what rests on our word waits while we do not keep it. */
export function promptsToday(agreement: Agreement): PromptToday[] {
  const wait = reasonToWait(agreement);
  return prompts.map((prompt) => ({ ...prompt, wait: prompt.onlyIfKept ? wait : null }));
}

/** One place where customers meet us, and who answers for what is promised there. */
export interface TouchPoint {
  readonly name: string;
  readonly commitments: readonly string[];
  readonly owners: readonly string[];
  /** One owner for all that is promised here, and so one voice; several owners need a rule, none is a gap. */
  readonly consistent: boolean;
}

/** The touch points named in the commitments in use, each with its owners. */
export function touchPointsOf({ commitments }: Agreement): TouchPoint[] {
  const inUse = commitments.filter(({ on }) => on);
  const namesOf = (text: string) => text.split(",").map((name) => name.trim().toLowerCase()).filter(Boolean);
  const names = [...new Set(inUse.flatMap(({ touchPoints }) => namesOf(touchPoints)))];
  return names.map((name) => {
    const here = inUse.filter(({ touchPoints }) => namesOf(touchPoints).includes(name));
    const owners = [...new Set(here.map(({ owner }) => owner.trim()).filter(Boolean))];
    const shown = name[0]!.toUpperCase() + name.slice(1);
    const consistent = owners.length === 1 && here.every(({ owner }) => owner.trim() !== "");
    return { name: shown, commitments: here.map(({ label }) => label), owners, consistent };
  });
}

/** How steadily customers are looked after, and whether things were clear from the beginning. */
export interface Care {
  /** Share of customers with a named owner, and how many years they have had the same one, on average. */
  readonly owned: number;
  readonly years: number | null;
  /** Share of customers with a charter, and of those, agreed no later than the first order. */
  readonly agreed: number;
  readonly agreedFirst: number | null;
}

/** Looks at owners and dates of a portfolio. @param asOf the day it is looked at, as Excel counts days */
export function careOf({ count, texts, numbers: { ownerSince, agreedOn, firstOrder } }: Customers, asOf: number): Care {
  const share = (part: number, whole: number) => (whole === 0 ? 0 : part / whole);
  const tenures = ownerSince.filter((day) => !Number.isNaN(day)).map((day) => (asOf - day) / 365.25);
  const agreed = agreedOn.filter((day) => !Number.isNaN(day)).length;
  const both = agreedOn.filter((day, i) => !Number.isNaN(day) && !Number.isNaN(firstOrder[i]!)).length;
  const first = agreedOn.filter((day, i) => day <= firstOrder[i]!).length;
  return {
    owned: share(texts.owner.filter((owner) => owner.trim() !== "").length, count),
    years: tenures.length === 0 ? null : tenures.reduce((sum, years) => sum + years, 0) / tenures.length,
    agreed: share(agreed, count), agreedFirst: both === 0 ? null : first / both,
  };
}
