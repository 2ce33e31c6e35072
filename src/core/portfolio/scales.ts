import type { Agreement, Ask } from "../agreement";
import { isOnHold, type Assessment } from "../assessment";
import { askById } from "../role/asks";
import { checkScales, type Scale } from "../role/fit";
import { drivers } from "../value/drivers";

/** How one ask in use is measured for every customer, and whether it counts at all. */
export interface AskScale extends Scale {
  readonly ask: Ask;
  readonly cap: number;
  /** What the role is worth less when this ask alone falls to its worst, currency. */
  readonly swingStake: number;
  /** On hold, not failed: we broke the commitment that it hangs on. */
  readonly suspended: boolean;
  /** Counts also for a single sale. */
  readonly transaction: boolean;
}

/** The asks in use that can be measured, in the order of the role. */
export function scalesOf(agreement: Agreement, { asks, commitments }: Assessment): AskScale[] {
  return checkScales(agreement.asks.flatMap((ask, index) => {
    const { asked, worst, weight, swingStake } = asks[index]!;
    if (!ask.on || asked === null || worst === null || asked === worst) return [];
    return [{
      ask, target: asked, worst, weight, swingStake, must: ask.must, cap: ask.cap,
      suspended: isOnHold(ask, commitments), transaction: askById.get(ask.id)?.transaction === true,
    }];
  }));
}

/** Whether an ask counts for a customer of this mode: nothing on hold, and beyond a single sale only for relationships. */
export const countsIn = ({ suspended, transaction }: AskScale, mode: string) => !suspended && (mode !== "T" || transaction);

/** A driver group at the level its ask is measured in: purchases as so many orders of 1. */
export function driverAt(group: string, level: number): Record<string, number> {
  if (group === "purchases") return { orders: level, orderValue: 1 };
  return Object.fromEntries(drivers.filter((driver) => driver.group === group).map(({ id }) => [id, level]));
}
