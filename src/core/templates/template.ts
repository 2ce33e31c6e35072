import type { Agreement, Ask, Commitment } from "../agreement";
import { noParticulars } from "../commitment/particulars";
import { questions } from "../commitment/questions";
import { asks, type AskDefinition } from "../role/asks";
import type { Inputs } from "../value/inputs";
import type { Begun } from "../whole";

/** A starting point: a complete agreement, filled in for one kind of business. */
export interface Template {
  readonly id: string;
  /** Short name of the business, as on its tile. */
  readonly label: string;
  /** One line that says whom it suits, and what is unusual about its numbers. */
  readonly hint: string;
  readonly agreement: Agreement;
}

/** A template as its file states it: charter and cross-selling only where they differ from a new one. */
export type Start = Omit<Template, "agreement"> & { readonly agreement: Begun };

/** Nothing said yet about ourselves and others: the template cannot know. */
const notAskedYet = {
  altBenefit: null, altWorth: null, altPrice: null, altEffort: null,
  accFrom: "one figure", insightKind: null, wallet: null, walletTarget: null, effortRate: null,
  checkRole: null, checkDeserve: null, checkDialogue: null,
  noneExperience: "", noneService: "", noneListening: "", noneResponse: "", noneFixing: "", noneBest: "", noneFace: "", noneSurprises: "",
} as const satisfies Partial<Inputs>;

/** Decision lines, tolerances and open questions that no business changes at the start. */
export const usualLines = {
  ...notAskedYet,
  handoverLoss: 0.04, fitInvest: 0.75, minCov: 0.6, mustCap: 0, deserveMin: 0.6, naked: 0.1, loyal: 0.8, bestFit: 0.8, bestValue: null, full: 9, blend: 1, tol: 0.01, tolQ: 1e-7,
} as const satisfies Partial<Inputs>;

/** What most templates start from; each states its own segment, time, prices and costs. */
export const usualInputs = {
  ...usualLines, company: "Our company", customer: "Typical customer", currency: "EUR", mode: "R", existing: "new", sample: "Y",
  atRisk: false, days: 365, badDebt: 0, refSaved: 0, refCost: 0,
} as const satisfies Partial<Inputs>;

/**
 * A year's 10 % discount, 1.9 % cost inflation and 80 % loyalty line, told per month: 1.1^(1/12) - 1 = 0.797 %,
 * 1.019^(1/12) - 1 = 0.157 %, 0.8^(1/12) = 98.2 %, and a twelfth of 4 points. A monthly relationship has no end: 15 shown months
 * would cut it short.
 */
export const usualMonth = {
  period: "month", rate: 0.008, costGrowth: 0.0015, loyal: 0.98, periods: null, handoverLoss: 0.0033,
} as const satisfies Partial<Inputs>;

type AskStart = Pick<Ask, "wording" | "owner"> & Partial<Ask>;

/** An ask filled in from its definition; a template states only what differs, and leaves off what it does not use. */
export function ask(definition: AskDefinition, start?: AskStart): Ask {
  return {
    id: definition.id, on: start !== undefined, label: definition.label, wording: "", unit: definition.unit, source: definition.source,
    owner: "", frequency: definition.frequency, confidence: "C", must: null, cap: 1, driver: definition.driver,
    share: definition.measured ? 1 : 0, condition: "", conditionLevel: null, effort: 0, cooperate: 0.5, judgement: 1, note: "", accepted: "",
    ...start,
  };
}

/** All 18 asks in their usual order; those named are on. */
export function asksWith(starts: Partial<Record<Ask["id"], AskStart>>): Ask[] {
  return asks.map((definition) => ask(definition, starts[definition.id]));
}

type CommitmentStart = Pick<Commitment, "label" | "unit" | "committed" | "worst" | "quantity" | "unitCost"> & Partial<Commitment>;

/** One commitment per question, K1 to K8, in the order given. */
export function commitmentsWith(starts: readonly CommitmentStart[]): Commitment[] {
  return starts.map((start, index) => ({
    id: `K${index + 1}`, on: true, question: index + 1, wording: start.label, capability: null, tier: "all", costDriver: "per customer",
    eligible: 1, budget: start.quantity * start.unitCost * (start.eligible ?? 1), owner: "", touchPoints: "", evidence: "", remedy: "",
    competitor: "", show: index !== 7, kept: null, ...noParticulars, ...start,
  }));
}

/** Answers to the questions named; each other question says why it has none, is switched off and costs nothing. */
export function onlyCommitments(because: string, starts: Readonly<Record<number, CommitmentStart>> = {}): Commitment[] {
  return commitmentsWith(questions.map(({ number, label }) => starts[number]
    ?? { label: `${label}: ${because}`, wording: "", unit: "number", committed: 1, worst: 0, quantity: 0, unitCost: 0, on: false }));
}
