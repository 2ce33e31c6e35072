import { askLevels, linkOf, type Agreement, type Ask, type Commitment, type Levels } from "./agreement";
import { annualCost, costToDeserve, fundedShare } from "./commitment/cost";
import { cover, coverStatus, type CoverStatus } from "./commitment/reciprocity";
import { Fault } from "./fault";
import { askById, type AskId } from "./role/asks";
import { attainment } from "./role/attainment";
import { scoreFit, type Fit } from "./role/fit";
import { stakeWeights } from "./role/stake-weights";
import { breakEven, firstGuess, fourAnswers, modelOf, stakes, type Case, type CaseId } from "./value/cases";
import { groups, type GroupId } from "./value/drivers";
import { effortOf } from "./value/effort";
import { expectedLife } from "./value/ltv";
import { alternativeSurplus } from "./value/surplus";

export type AskStatus = CoverStatus | "off";

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
  fit: Fit;
  deserve: number | null;
  breakEvenRetention: number | null;
  expectedLife: number | null;
  customerSurplus: number;
  /** The same with the customer's best alternative; null while it is not known. Below it the role does not last. */
  alternativeSurplus: number | null;
  /** Why no finite value exists, in words, when `cases` is null. */
  noValue?: string;
}

/**
 * Works everything out from an agreement: money in three cases, what each ask is worth, what is earned and what is kept.
 * Never throws for what a person may have entered: where no finite value exists, `cases` is null and `noValue` says why.
 */
export function assess(agreement: Agreement): Assessment {
  try {
    return assessFinite(agreement);
  } catch (error) {
    if (error instanceof Fault) return withoutValue(agreement, error.message);
    throw error;
  }
}

function assessFinite(agreement: Agreement): Assessment {
  const model = modelOf(agreement);
  const cases = { asked: model.price(model.asked, true), actual: model.price(model.actual, true), without: model.price(model.without, false) };
  const gapStakes = stakes(model, cases.asked, model.actual);
  const swingStakes = stakes(model, cases.asked, model.worst);
  const asks = assessAsks(agreement, gapStakes, swingStakes);
  const sumOfGapStakes = sum(asks.map(({ gapStake }) => gapStake));
  return {
    ...balance(agreement, asks),
    cases, gapStakes, swingStakes, sumOfGapStakes,
    interaction: cases.asked.value.total - cases.actual.value.total - sumOfGapStakes,
    fourAnswers: fourAnswers(agreement),
    beforeGiving: cases.asked.value.total - cases.asked.value.commitments,
    breakEvenRetention: tryTo(() => breakEven(agreement, cases)),
    expectedLife: tryTo(() => expectedLife(model.asked.retention, agreement.inputs.periods ?? undefined)),
  };
}

/** What still holds when no finite value exists: reciprocity and kept commitments, with every stake at 0. */
function withoutValue(agreement: Agreement, noValue: string): Assessment {
  const none = Object.fromEntries(groups.map(({ id }) => [id, 0])) as Record<GroupId, number>;
  return {
    ...balance(agreement, assessAsks(agreement, none, none)),
    cases: null, gapStakes: none, swingStakes: none, sumOfGapStakes: 0, interaction: 0, fourAnswers: tryTo(() => fourAnswers(agreement)),
    beforeGiving: null, breakEvenRetention: null, expectedLife: null, noValue,
  };
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);

function tryTo<T>(work: () => T): T | null {
  try {
    return work();
  } catch (error) {
    if (error instanceof Fault) return null;
    throw error;
  }
}

// --- asks

function assessAsks(agreement: Agreement, gapStakes: Record<GroupId, number>, swingStakes: Record<GroupId, number>): AskAssessment[] {
  const { asks, inputs } = agreement;
  const carried = (ask: Ask, by: Record<GroupId, number>) => (ask.on ? ask.share * by[ask.driver] : 0);
  const gaps = asks.map((ask) => carried(ask, gapStakes));
  const swings = asks.map((ask) => carried(ask, swingStakes));
  const judgement = asks.map((ask) => (ask.on ? ask.judgement : 0));
  const gapShares = tryTo(() => stakeWeights(gaps)) ?? asks.map(() => 0);
  const weights = tryTo(() => stakeWeights(swings, judgement, inputs.blend)) ?? asks.map(() => 0);
  return asks.map((ask, index) => {
    const levels = askLevels(agreement, ask.id);
    const earned = coverOf(agreement, ask);
    return {
      id: ask.id, on: ask.on, asked: levels?.asked ?? null, worst: levels?.worst ?? null, actual: levels?.actual ?? null,
      gapStake: gaps[index]!, gapShare: gapShares[index]!, swingStake: swings[index]!, weight: weights[index]!,
      attainment: attainmentOf(levels, ask.cap), cover: earned, status: ask.on ? coverStatus(earned, inputs.naked) : "off",
      unearned: swings[index]! * (1 - earned), expected: gaps[index]! * ask.cooperate, missing: missingIn(ask, levels),
    };
  });
}

function attainmentOf(levels: Levels | undefined, cap: number): number | null {
  if (!levels || levels.actual === null) return null;
  const { actual, asked, worst } = levels;
  return tryTo(() => attainment(actual, asked, worst, cap));
}

/** What keeps an ask from being complete: every ask needs a unit, a target apart from its worst, a source and an owner. */
function missingIn(ask: Ask, levels: Levels | undefined): string[] {
  if (!ask.on) return [];
  const needs: [boolean, string][] = [
    [ask.unit.trim() === "", "unit"], [ask.source.trim() === "", "source"], [ask.owner.trim() === "", "owner"],
    [!levels || levels.asked === levels.worst, "target apart from worst"],
  ];
  return needs.filter(([isMissing]) => isMissing).map(([, what]) => what);
}

/** The asks in use that nothing funded stands behind, by weight. */
export function nakedAsks({ asks }: Agreement, { asks: assessed }: Pick<Assessment, "asks">): Ask[] {
  const naked = assessed.filter(({ status }) => status === "naked").sort((a, b) => b.weight - a.weight);
  return naked.map(({ id }) => asks.find((ask) => ask.id === id)!);
}

// --- commitments and what they earn

function coverOf(agreement: Agreement, ask: Ask): number {
  const { commitments, inputs } = agreement;
  return cover(commitments.map(({ id }) => linkOf(agreement, ask.id, id)), commitments.map(fundedShare), inputs.full);
}

function assessCommitment(agreement: Agreement, commitment: Commitment, asks: readonly AskAssessment[]): CommitmentAssessment {
  const { on, committed, worst, capability, kept } = commitment;
  const links = asks.map((ask) => (on ? linkOf(agreement, ask.id, commitment.id) : 0));
  return {
    id: commitment.id, annualCost: annualCost(commitment), funded: fundedShare(commitment),
    feasible: capability === null ? null : Math.sign(committed - worst) * (committed - capability) <= 0,
    load: sum(asks.map(({ weight }, index) => weight * links[index]!)),
    gift: fundedShare(commitment) > 0 && links.every((link) => link === 0),
    keptAttainment: on && kept !== null ? tryTo(() => attainment(kept, committed, worst)) : null,
  };
}

/** The retention from which one commitment alone pays for itself; null when none does. */
export function paysFrom(agreement: Agreement, cases: Record<CaseId, Case>, commitment: Commitment): number | null {
  return tryTo(() => breakEven(agreement, cases, annualCost(commitment)));
}

/** Everything that needs no price: what is earned, kept and fitting. */
function balance(agreement: Agreement, asks: AskAssessment[]) {
  const { inputs } = agreement;
  const commitments = agreement.commitments.map((commitment) => assessCommitment(agreement, commitment, asks));
  const asked = sum(asks.map(({ weight }) => weight));
  const kept = commitments.filter(({ keptAttainment }) => keptAttainment !== null);
  const load = sum(kept.map((commitment) => commitment.load));
  return {
    asks, commitments,
    firstGuess: firstGuess(inputs),
    costToDeserve: costToDeserve(agreement),
    budget: sum(agreement.commitments.filter(({ on }) => on).map(({ budget }) => budget)),
    expectedRoleValue: sum(asks.map(({ expected }) => expected)),
    reciprocity: asked === 0 ? null : sum(asks.map((ask) => ask.weight * ask.cover)) / asked,
    unearned: sum(asks.map(({ unearned }) => unearned)),
    deserve: load === 0 ? null : sum(kept.map((commitment) => commitment.load * commitment.keptAttainment!)) / load,
    fit: fitOf(agreement, asks, commitments),
    customerSurplus: inputs.benefit + inputs.worth - inputs.price - effortOf(agreement).used,
    alternativeSurplus: alternativeSurplus(inputs),
  };
}

/** Fit of the customer as is: asks on hold because we broke our word, or beyond a single sale, do not count. */
function fitOf({ asks, inputs }: Agreement, assessed: readonly AskAssessment[], commitments: readonly CommitmentAssessment[]): Fit {
  const criteria = asks.flatMap((ask, index) => {
    const { asked, worst, actual, weight } = assessed[index]!;
    const counts = inputs.mode === "R" || askById.get(ask.id)?.transaction === true;
    if (!ask.on || !counts || asked === null || worst === null || asked === worst || isOnHold(ask, commitments)) return [];
    return [{ actual, target: asked, worst, weight, must: ask.must, cap: ask.cap }];
  });
  return scoreFit(criteria, { mustCap: inputs.mustCap });
}

const onTheLine = 1e-9;

/** A conditional ask is on hold, not failed, while we keep its commitment less well than it needs. */
export function isOnHold(ask: Ask, commitments: readonly CommitmentAssessment[]): boolean {
  const kept = commitments.find(({ id }) => id === ask.condition)?.keptAttainment;
  // A level on the line passes, also where binary fractions put it a hair below: 1.8 of 3 is less than 0.6.
  return kept !== undefined && kept !== null && ask.conditionLevel !== null && ask.conditionLevel - kept > onTheLine;
}
