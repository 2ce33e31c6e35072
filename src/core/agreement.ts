import type { Charter } from "./charter/charter";
import type { AskId } from "./role/asks";
import { askById } from "./role/asks";
import type { DriverId, GroupId } from "./value/drivers";
import type { Inputs } from "./value/inputs";

/** Strength of the link between a commitment and an ask: it earns the ask strongly, somewhat, a little, not at all. */
export type Strength = 9 | 3 | 1 | 0;
export const strengths: readonly Strength[] = [9, 3, 1, 0];

/**
 * The levels of one measure: what we ask for, what is true today, and the level that earns nothing.
 * The order of asked and worst says whether more or less is better. Today's level may be unknown (null).
 */
export interface Levels {
  asked: number;
  actual: number | null;
  worst: number;
}

export type Confidence = "A" | "B" | "C" | "D";

/** One ask of the customer, as this agreement words and measures it. */
export interface Ask {
  id: AskId;
  on: boolean;
  label: string;
  /** What the customer reads in the charter. */
  wording: string;
  unit: string;
  source: string;
  owner: string;
  frequency: string;
  confidence: Confidence;
  /** The level without which the customer fails the role; null for none. */
  must: number | null;
  /** Most an attainment can count, 0 to 1.5. */
  cap: number;
  driver: GroupId;
  /** Share of the driver group's stake that this ask carries, 0 to 1. */
  share: number;
  /** Commitment that we must keep for the ask to count, and the kept attainment it needs. */
  condition: string;
  conditionLevel: number | null;
  /** Hours a year the ask costs the customer. */
  effort: number;
  /** Probability that the customer cooperates, 0 to 1. */
  cooperate: number;
  /** Weight by judgement, used only when the weights are blended. */
  judgement: number;
  note: string;
  /** Why we ask although nothing funded stands behind it, in writing; empty while nobody has said so. */
  accepted: string;
}

/** One commitment of ours: a level, a cost, a budget, an owner. */
export interface Commitment {
  id: string;
  on: boolean;
  /** Number of the question it answers, 1 to 8. */
  question: number;
  label: string;
  wording: string;
  unit: string;
  committed: number;
  worst: number;
  /** Level shown over the last twelve months; null when never measured. */
  capability: number | null;
  tier: "all" | "best";
  costDriver: string;
  quantity: number;
  unitCost: number;
  /** Share of customers entitled to it, 0 to 1. */
  eligible: number;
  budget: number;
  owner: string;
  touchPoints: string;
  evidence: string;
  remedy: string;
  competitor: string;
  /** Printed in the customer's charter. */
  show: boolean;
  /** Level kept in the latest period; null when unknown. */
  kept: number | null;
  /** What it is measured over, such as "a month", and what is not counted. */
  window: string;
  exclusions: string;
  /** Days within which what the customer said is answered. */
  replyDays: number | null;
  channel: string;
  hours: string;
  /** What the first person asked may decide at once, in money. */
  authority: number | null;
  compensation: string;
  /** Widest and present distance between the best and the worst touch point. */
  spreadMost: number | null;
  spreadNow: number | null;
}

/** A business goal of ours that we want to reach with these customers: what, measured how, how far, until when, by which asks. */
export interface Goal {
  readonly id: string;
  label: string;
  /** What it is counted in. */
  unit: string;
  target: number | null;
  /** Day by which it is to be reached, written 2027-03-31. */
  by: string | null;
  /** Ids of the asks it hangs on, such as "A02, A15". */
  asks: string;
}

/** Another product that the customer may buy as well; null is not known yet. */
export interface CrossSellLine {
  product: string;
  /** Share of it that the role asks the customer to take, 0 to 1. */
  takeUp: number | null;
  /** What it sells for in a period when all of it is taken. */
  value: number | null;
  /** Margin on that, as a share. */
  margin: number | null;
}

/**
 * The whole agreement as one plain value: the draft in the panel before the sheets exist, and what reading the sheets returns
 * afterwards. Everything else (money, weights, reciprocity) is worked out from it.
 */
export interface Agreement {
  inputs: Inputs;
  /** Levels of the thirteen drivers; as-asked retention and growth follow the inputs. */
  drivers: Record<DriverId, Levels>;
  /** Own levels of the asks that are not measured by their driver. */
  measures: Partial<Record<AskId, Levels>>;
  /** Other products by the id of their line, X1 to X10; a line that says nothing is absent. */
  crossSell: Record<string, CrossSellLine>;
  asks: Ask[];
  commitments: Commitment[];
  /** Links by ask id, then commitment id; an absent link is 0. */
  links: Record<string, Record<string, Strength>>;
  /** What is signed: version, dates, people, and the answers to the clauses. */
  charter: Charter;
  /** Our business goals and the asks they hang on: always six lines, of which some may be empty. */
  goals: Goal[];
}

/** Retention per period from its basis: itself, 1 - churn, or 1 - 1 / life. */
export function askedRetention({ retBasis, retValue }: Inputs): number {
  if (retBasis === "churn") return 1 - retValue;
  return retBasis === "life" ? 1 - 1 / retValue : retValue;
}

/** The thirteen driver levels with as-asked retention and growth taken from the inputs. */
export function driverLevels({ drivers, inputs }: Agreement): Record<DriverId, Levels> {
  return {
    ...drivers,
    retention: { ...drivers.retention, asked: askedRetention(inputs) },
    growth: { ...drivers.growth, asked: inputs.growth },
  };
}

/** The levels an ask is measured by: its driver's, purchases as orders times order value, or its own. */
export function askLevels(agreement: Agreement, id: AskId): Levels | undefined {
  if (!askById.get(id)?.measured) return agreement.measures[id];
  const levels = driverLevels(agreement);
  const driver = askById.get(id)!.driver;
  if (driver !== "purchases") return levels[driver];
  const { orders, orderValue } = levels;
  return {
    asked: orders.asked * orderValue.asked,
    actual: orders.actual === null || orderValue.actual === null ? null : orders.actual * orderValue.actual,
    worst: orders.worst * orderValue.worst,
  };
}

/** Strength of one link, 0 when none was drawn. */
export function linkOf({ links }: Agreement, askId: string, commitmentId: string): Strength {
  return links[askId]?.[commitmentId] ?? 0;
}
