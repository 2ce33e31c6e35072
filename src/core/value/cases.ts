import { driverLevels, type Agreement, type Levels } from "../agreement";
import { costToDeserve } from "../commitment/cost";
import { breakEvenRetention } from "./break-even";
import { annualContribution, referralValuePerYear, type AnnualContribution, type Drivers, type Economics } from "./contribution";
import { accessoryMargin } from "./cross-sell";
import { drivers, groups, type GroupId } from "./drivers";
import type { Inputs } from "./inputs";
import { ltv, type Relationship } from "./ltv";
import { netLtv, type NetLtvParts } from "./net-value";

/** The three columns every money sheet shows. */
export type CaseId = "asked" | "actual" | "without";

/** One case in money: what one period brings, line by line, and what the relationship is worth. */
export interface Case {
  levels: Drivers;
  annual: AnnualContribution;
  referralValue: number;
  /** Present values; commitments and acquisition are negative. `total` is net lifetime value, `forward` leaves acquisition out. */
  value: NetLtvParts & { forward: number };
}

/** The four sets of levels, and the price of any. */
export interface Model {
  asked: Drivers; actual: Drivers; worst: Drivers; without: Drivers;
  /** Net lifetime value with these levels, with or without the cost of commitments. */
  price(levels: Drivers, withCommitments: boolean): Case;
}

/** Everything needed to price any levels of the drivers under this agreement. */
export function modelOf(agreement: Agreement): Model {
  const { inputs } = agreement;
  const levels = driverLevels(agreement);
  const pick = (key: keyof Levels) => Object.fromEntries(drivers.map(({ id }) => [id, levels[id][key] ?? 0])) as unknown as Drivers;
  const asked = pick("asked");
  const deserveCost = costToDeserve(agreement);
  return {
    asked, actual: pick("actual"), worst: pick("worst"), without: { ...asked, retention: inputs.retWithout },
    price(at, withCommitments) {
      const annual = annualContribution(at, economicsOf(agreement));
      const referralValue = referralValuePerYear({
        referrals: at.referrals, conversion: inputs.refConv, incremental: inputs.refIncr, newValue: inputs.refValue,
        savedCost: inputs.refSaved, cost: inputs.refCost,
      });
      const value = netLtv({
        ...relationshipOf(inputs, at.retention), margin: annual.total, growth: at.growth, referralValue,
        deserveCost: withCommitments ? deserveCost : 0, costGrowth: inputs.costGrowth, acquisitionCost: inputs.ac,
      });
      return { levels: at, annual, referralValue, value: { ...value, forward: value.total + inputs.ac } };
    },
  };
}

function relationshipOf({ rate, periods, type, atRisk }: Inputs, retention: number): Relationship {
  return { rate, retention, periods: periods ?? undefined, type, atRisk };
}

/** Prices and costs of an agreement, as the year of a customer needs them. */
export function economicsOf(agreement: Agreement): Economics {
  const { inputs } = agreement;
  return {
    margin: inputs.margin, serve: inputs.serve, accessoryValue: accessoryMargin(agreement), upgradeMargin: inputs.upgMargin,
    insightValue: inputs.insightValue, incidents: inputs.incidents, recovery: inputs.recovery, loss: inputs.loss,
    contactsStandard: inputs.contactsStd, contactCost: inputs.contactCost, costOfCapital: inputs.wacc, daysInYear: inputs.days,
    badDebt: inputs.badDebt,
  };
}

/** What one period of the role as asked contributes, also where the relationship has no finite value. */
export const yearAsAsked = (agreement: Agreement): AnnualContribution => annualContribution(modelOf(agreement).asked, economicsOf(agreement));

/** What is lost, group by group, when that group alone moves from the asked level to another. */
export function stakes(model: Model, asked: Case, other: Drivers): Record<GroupId, number> {
  return Object.fromEntries(groups.map(({ id: group }) => {
    const moved = drivers.filter((driver) => driver.group === group).map(({ id }) => [id, other[id]]);
    return [group, asked.value.total - model.price({ ...model.asked, ...Object.fromEntries(moved) }, true).value.total];
  })) as Record<GroupId, number>;
}

/** The value of the four answers alone: orders, size, margin after discount and time, less service and acquisition. */
export function fourAnswers(agreement: Agreement): number {
  const { inputs } = agreement;
  const { orders, orderValue, discount, retention, growth } = modelOf(agreement).asked;
  return ltv({
    ...relationshipOf(inputs, retention), growth, acquisitionCost: inputs.ac,
    margin: orders * orderValue * (inputs.margin - discount) - inputs.serve,
  });
}

/** The answer given in one breath: orders x value x margin x years; null while one of the four is open. */
export function firstGuess({ guessOrders, guessValue, guessMargin, guessYears }: Inputs): number | null {
  if (guessOrders === null || guessValue === null || guessMargin === null || guessYears === null) return null;
  return guessOrders * guessValue * guessMargin * guessYears;
}

/**
 * The retention from which the commitments pay for themselves: the role's value equals the value without them. With the cost of
 * one commitment instead of all, the retention from which that one pays on its own.
 */
export function breakEven(
  agreement: Agreement, { asked, without }: Record<CaseId, Case>, deserveCost = costToDeserve(agreement),
): number {
  const { inputs } = agreement;
  return breakEvenRetention({
    ...relationshipOf(inputs, asked.levels.retention), margin: asked.annual.total, growth: asked.levels.growth, referralValue: asked.referralValue,
    deserveCost, costGrowth: inputs.costGrowth, acquisitionCost: inputs.ac,
    targetValue: without.value.total,
  });
}
