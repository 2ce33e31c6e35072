import type { Agreement, Strength } from "./agreement";
import type { AskId } from "./role/asks";
import type { DriverId, GroupId } from "./value/drivers";

/** The three columns every money sheet shows. */
export type CaseId = "asked" | "actual" | "without";

/** One case in money: what one period brings, line by line, and what the relationship is worth. */
export interface Case {
  levels: Record<DriverId, number>;
  annual: { contributionAfterDiscount: number; accessories: number; upgrades: number; insight: number; costToServe: number; latePayment: number; recovery: number; excessContacts: number; abuse: number; total: number };
  referralValue: number;
  /** Present values; commitments and acquisition are negative. `total` is net lifetime value, `forward` leaves acquisition out. */
  value: { contribution: number; referrals: number; commitments: number; acquisition: number; total: number; forward: number };
}

export type AskStatus = "naked" | "partly" | "earned" | "off";

export interface AskAssessment {
  id: AskId;
  on: boolean;
  asked: number | null;
  worst: number | null;
  actual: number | null;
  gapStake: number;
  gapShare: number;
  /** Net lifetime value lost when this ask alone falls from target to worst. */
  swingStake: number;
  weight: number;
  attainment: number | null;
  cover: number;
  status: AskStatus;
  unearned: number;
  expected: number;
  /** What is still missing for the definition to be complete, in words. */
  missing: string[];
}

export interface CommitmentAssessment {
  id: string;
  annualCost: number;
  funded: number;
  /** Null when the capability was never measured. */
  feasible: boolean | null;
  load: number;
  gift: boolean;
  keptAttainment: number | null;
}

/** Everything that follows from an agreement. Money in its currency, shares as fractions. */
export interface Assessment {
  cases: Record<CaseId, Case> | null;
  /** Orders times value times margin times years: the answer given before the model; null when not all four are answered. */
  firstGuess: number | null;
  /** The four answers with time, risk and cost counted, but without behaviour, referrals or commitments. */
  fourAnswers: number | null;
  /** The role before anything is given: contribution and referrals less acquisition. */
  beforeGiving: number | null;
  costToDeserve: number;
  budget: number;
  asks: AskAssessment[];
  commitments: CommitmentAssessment[];
  gapStakes: Record<GroupId, number>;
  swingStakes: Record<GroupId, number>;
  sumOfGapStakes: number;
  interaction: number;
  expectedRoleValue: number;
  reciprocity: number | null;
  unearned: number;
  /** Fit of the customer as is. */
  fit: { fit: number | null; coverage: number; low: number | null; high: number | null; mustsKept: boolean };
  deserve: number | null;
  breakEvenRetention: number | null;
  expectedLife: number | null;
  customerSurplus: number;
  /** Why no finite value exists, in words, when `cases` is null. */
  noValue?: string;
}

export type Links = Record<string, Record<string, Strength>>;
export declare function assess(agreement: Agreement): Assessment;
