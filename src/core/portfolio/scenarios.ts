import { driverLevels, type Agreement } from "../agreement";
import { orNull } from "../fault";
import { modelOf, type Case } from "../value/cases";
import type { Drivers } from "../value/contribution";
import { driverById, drivers, type DriverId } from "../value/drivers";

/** What happens to one driver: it goes to a level, by a factor, or so far up or down. */
export type Move = { readonly to: number } | { readonly by: number } | { readonly plus: number };

/** A future of the role: the drivers not named stay as asked, and commitments stay paid. */
export interface Scenario {
  readonly id: string;
  readonly label: string;
  readonly moves: Readonly<Partial<Record<DriverId, Move>>>;
}

/** The five scenarios every role starts from; a person may change each level. */
export const scenarios: readonly Scenario[] = [
  { id: "base", label: "As asked", moves: {} },
  {
    id: "downturn", label: "Downturn",
    moves: { orders: { by: 0.85 }, retention: { plus: -0.04 }, growth: { to: 0 }, daysLate: { plus: 15 } },
  },
  { id: "price-war", label: "Price war", moves: { discount: { plus: 0.05 }, retention: { plus: -0.05 } } },
  { id: "broken", label: "Broken commitments", moves: { retention: { plus: -0.1 }, forgiveness: { plus: -0.3 }, referrals: { by: 0.2 } } },
  { id: "delight", label: "Delight", moves: { retention: { plus: 0.03 }, referrals: { by: 1.5 }, accessories: { plus: 0.15 } } },
];

/** A level after a move, kept inside the legal range of its driver. */
export function moved(id: DriverId, level: number, move: Move | undefined): number {
  if (!move) return level;
  const { min, max = Infinity } = driverById.get(id)!;
  const free = "to" in move ? move.to : "by" in move ? level * move.by : level + move.plus;
  // Tenths and hundredths are meant: 0.05 + 0.05 is to be 0.1.
  return Math.min(max, Math.max(min, Math.round(free * 1e10) / 1e10));
}

/** The thirteen levels of the role under a scenario. */
export function levelsUnder(agreement: Agreement, { moves }: Scenario): Drivers {
  const levels = driverLevels(agreement);
  return Object.fromEntries(drivers.map(({ id }) => [id, moved(id, levels[id].asked, moves[id])])) as unknown as Drivers;
}

/**
 * What the role is worth under a scenario.
 * @throws out-of-range where the value would be endless
 * @example the worked example under "Broken commitments" is worth 36,532: less than in a price war
 */
export const valueScenario = (agreement: Agreement, scenario: Scenario): Case =>
  modelOf(agreement).price(levelsUnder(agreement, scenario), true);

/** A scenario with what the role is worth in it, and how far that is from the role as asked; null where it has no finite value. */
export interface Future extends Scenario { readonly value: number | null; readonly change: number | null }

/**
 * Scenarios beside the role as asked.
 * @example of the five of the worked example "Broken commitments" costs most: 20,788
 */
export function futuresOf(agreement: Agreement, list: readonly Scenario[] = scenarios): Future[] {
  const worth = (scenario: Scenario) => orNull(() => valueScenario(agreement, scenario).value.total);
  const base = worth({ id: "base", label: "", moves: {} });
  return list.map((scenario) => {
    const value = worth(scenario);
    return { ...scenario, value, change: value === null || base === null ? null : value - base };
  });
}
