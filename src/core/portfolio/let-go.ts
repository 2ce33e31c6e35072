import type { Agreement } from "../agreement";
import { valuer, type Flows } from "./customer-value";

/** A step of letting a customer go: either worked out, or looked into and answered by a person. */
export interface LetGoStep {
  readonly id: "avoidable" | "capacity" | "links" | "deserve" | "legal" | "exit" | "decision";
  readonly title: string;
  readonly question: string;
  /** Which answer lets the customer stay; the worked-out steps have none. */
  readonly staysIf?: "yes" | "no";
}

/** The work-flow: letting go is a decision in seven steps, never a label. */
export const letGoSteps: readonly LetGoStep[] = [
  { id: "avoidable", title: "Avoidable cost", question: "Is the value still negative if only avoidable cost counts?" },
  { id: "capacity", title: "Better use", question: "Is there a better use for the time and space that would be free?", staysIf: "no" },
  { id: "links", title: "Links", question: "Do other customers, a parent, referrals or joint orders depend on this one?", staysIf: "yes" },
  { id: "deserve", title: "Our own word", question: "Have we kept our commitments well enough to judge?" },
  { id: "legal", title: "Law and care", question: "Is every point of the legal and vulnerability list settled?" },
  { id: "exit", title: "Way out", question: "Which rung of the exit ladder comes first?" },
  { id: "decision", title: "Decision", question: "Who decides, when, and why?" },
];

/** What has to be settled before anybody is let go; each needs a yes. */
export const legalChecks: readonly { readonly id: string; readonly question: string }[] = [
  { id: "contract", question: "Notice, term and penalties of the contract are kept." },
  { id: "regulation", question: "No duty to supply and no rule of the trade stands against it." },
  { id: "discrimination", question: "The reason is money and behaviour, nothing a law protects, and the same for all in the same case." },
  { id: "vulnerable", question: "The customer is not vulnerable, or gets help first." },
  { id: "person", question: "A natural person is judged by a person, who may hear them first (GDPR, article 22)." },
  { id: "data", question: "Their data are given back or deleted as the law says." },
];

/** The exit ladder: the mildest rung first, each with what it tells the customer. */
export const exitLadder: readonly { readonly id: string; readonly label: string; readonly says: string }[] = [
  { id: "explain", label: "Explain", says: "We show what the relationship costs, and what would make it worth keeping." },
  { id: "reprice", label: "Reprice", says: "We offer a price at which both sides can go on." },
  { id: "reduce", label: "Reduce service", says: "We keep the price and give less." },
  { id: "move", label: "Move to partner or self-service", says: "We hand over to somebody who can serve this well." },
  { id: "end", label: "End with notice and help", says: "We end in good time, and help to find another supplier." },
];

export type Answer = "yes" | "no" | null;

/** One customer on the way: the numbers, and what a person has answered so far. */
export interface LetGoCase {
  readonly now: Flows;
  /** Part of the cost inside the contribution, and of the cost to deserve, that would stay without the customer, per period. */
  readonly stayingCost: number;
  readonly stayingDeserve: number;
  /** How well we keep our commitments, 0 to 1; null if nobody measured. */
  readonly deserve: number | null;
  readonly answers: Readonly<Partial<Record<LetGoStep["id"], Answer>>>;
  readonly legal: Readonly<Record<string, Answer>>;
  readonly rung: string | null;
  readonly decidedBy: string;
}

/** Where the case stands. */
export interface LetGoState {
  readonly steps: readonly (LetGoStep & { readonly state: "passed" | "stays" | "open"; readonly because: string })[];
  /** Forward value and profit a period if only avoidable cost counts. */
  readonly avoidableValue: number;
  readonly avoidableProfit: number;
  /** What another period of not deciding costs, and what never deciding does. */
  readonly pricePerPeriod: number;
  readonly priceForever: number;
  /** True when every step is passed: only then may the customer be let go. */
  readonly mayEnd: boolean;
}

/**
 * Works a case through the seven steps. "stays" says that this step speaks for keeping the customer, "open" that it waits.
 * Cost that would stay anyway does not vanish with the customer, so it is taken out before the value is judged.
 */
export function letGo(agreement: Agreement, given: LetGoCase): LetGoState {
  const { now, stayingCost, stayingDeserve } = given;
  const avoidable = { ...now, contribution: now.contribution + stayingCost, deserveCost: now.deserveCost - stayingDeserve };
  const avoidableValue = valuer(agreement.inputs)(avoidable);
  const avoidableProfit = avoidable.contribution - avoidable.deserveCost;
  const steps = letGoSteps.map((step) => ({ ...step, ...stateOf(step, given, avoidableValue, agreement.inputs.deserveMin) }));
  return {
    steps, avoidableValue, avoidableProfit,
    pricePerPeriod: 0 - avoidableProfit, priceForever: 0 - avoidableValue, mayEnd: steps.every(({ state }) => state === "passed"),
  };
}

type State = Pick<LetGoState["steps"][number], "state" | "because">;
const passed = (because: string): State => ({ state: "passed", because });
const stays = (because: string): State => ({ state: "stays", because });
const open = (because: string): State => ({ state: "open", because });

function stateOf(step: LetGoStep, given: LetGoCase, avoidableValue: number, deserveMin: number): State {
  const { deserve, answers, legal, rung, decidedBy } = given;
  switch (step.id) {
    case "avoidable":
      return avoidableValue < 0 ? passed("It loses value even so.") : stays("Without the cost that would stay, it earns.");
    case "deserve":
      if (deserve === null) return open("Nobody has measured how we keep our word.");
      return deserve >= deserveMin ? passed("We keep our word.") : stays("First put our own house in order.");
    case "legal": return legalState(legal);
    case "exit":
      return exitLadder.some(({ id }) => id === rung) ? passed("A rung is chosen.") : open("Choose the mildest rung that can work.");
    case "decision": return decidedBy.trim() === "" ? open("A person decides, by name.") : passed(`Decided by ${decidedBy}.`);
    default: {
      const answer = answers[step.id] ?? null;
      if (answer === null) return open("Answer yes or no.");
      return answer === step.staysIf ? stays(step.id === "links" ? "Others depend on it." : "There is no better use.") : passed("Settled.");
    }
  }
}

function legalState(legal: LetGoCase["legal"]): State {
  const unsettled = legalChecks.filter(({ id }) => legal[id] !== "yes");
  if (unsettled.length === 0) return passed("Every point is settled.");
  const refused = unsettled.filter(({ id }) => legal[id] === "no").length;
  if (refused > 0) return stays(`${refused} of ${legalChecks.length} points stand against it.`);
  return open(`${unsettled.length} of ${legalChecks.length} points are open.`);
}

/** An entry of the decision log. */
export interface Decision {
  readonly day: number;
  readonly customer: string;
  readonly decision: string;
  readonly rung: string;
  readonly by: string;
  readonly reason: string;
  readonly value: number;
  readonly avoidableValue: number;
  readonly pricePerPeriod: number;
}

/** Writes the log entry of a decided case. @param day as Excel counts days */
export function decisionOf(
  state: LetGoState, given: LetGoCase, facts: Pick<Decision, "day" | "customer" | "reason" | "value">,
): Decision {
  const rung = exitLadder.find(({ id }) => id === given.rung)?.label ?? "";
  return {
    ...facts, rung, by: given.decidedBy, avoidableValue: state.avoidableValue, pricePerPeriod: state.pricePerPeriod,
    decision: state.mayEnd ? "Let go" : "Keep for now",
  };
}
