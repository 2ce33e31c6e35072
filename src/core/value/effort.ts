import type { Agreement } from "../agreement";
import { periodsInYear } from "./inputs";

/** What playing the role costs the customer in a period. */
export interface Effort {
  /** Hours of the asks in use. */
  readonly hours: number;
  /** What these hours cost, at the customer's rate; null while nobody has said what an hour costs. */
  readonly priced: number | null;
  /** The priced hours where they are known, else the amount that was entered. */
  readonly used: number;
}

/**
 * The customer's effort per period of the agreement; hours of asks are told a year.
 * @example 33 hours a year at 40 an hour cost 1320 a year, or 110 a month
 */
export function effortOf({ asks, inputs: { period, effort, effortRate } }: Pick<Agreement, "asks" | "inputs">): Effort {
  const hours = asks.reduce((sum, ask) => sum + (ask.on ? ask.effort : 0), 0) / periodsInYear[period];
  const priced = effortRate === null ? null : hours * effortRate;
  return { hours, priced, used: priced ?? effort };
}
