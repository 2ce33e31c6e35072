import type { Fit } from "./fit";
import { multiplyByPair, timelineOf, type Histories, type Timeline } from "./groups";

/** A model of how often a customer buys and when he silently stops. Parameters stand in the order of the paper. */
export interface PurchaseModel {
  readonly name: "BGNBD" | "MBGNBD" | "PARETONBD";
  /** The parameters as the paper calls them. */
  readonly parameters: readonly string[];
  /** Maximum likelihood; the same for any order of the customers and any unit of time (alpha and beta scale with the unit). */
  fit(histories: Histories): Fit;
  /** P(alive at T | x, t_x, T) of every customer, 0 to 1. */
  probabilityAlive(parameters: readonly number[], histories: Histories, timeline?: Timeline): Float64Array;
  /** Expected purchases in (T, T + horizon] of a customer who is alive at T after x repeat purchases. */
  purchasesIfAlive(parameters: readonly number[], x: number, T: number, horizon: number): number;
  /** Expected repeat purchases of a new customer in (0, horizon]. */
  purchasesOfNew(parameters: readonly number[], horizon: number): number;
}

/** Expected purchases of every customer in (T, T + horizon]: P(alive) times the purchases of one who is alive. */
export function expectedPurchases(
  model: PurchaseModel, parameters: readonly number[], histories: Histories, horizon: number,
): Float64Array {
  return timesAlive(model, parameters, histories, (x, T) => model.purchasesIfAlive(parameters, x, T, horizon));
}

/** P(alive) of every customer times a value that x and T alone decide, 0 or more. */
export function timesAlive(
  model: PurchaseModel, parameters: readonly number[], histories: Histories, ifAlive: (x: number, T: number) => number,
): Float64Array {
  const timeline = timelineOf(histories);
  const values = model.probabilityAlive(parameters, histories, timeline);
  multiplyByPair(values, histories, timeline, ifAlive);
  return values;
}
