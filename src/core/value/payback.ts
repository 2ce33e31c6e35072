import { Fault, atLeast } from "../fault";
import { checkRelationship, firstMargin, flowValue, type Ltv } from "./ltv";

const never = (acquisitionCost: number) =>
  new Fault("not-converged", `The margins never pay back an acquisition cost of ${acquisitionCost}.`, "acquisitionCost");

/**
 * Periods until the margins have paid back the acquisition cost, at present value and with part of the last period.
 * @throws out-of-range if the acquisition cost is negative; not-converged if it is not paid back within 1,000 periods
 * @example payback({ rate: 0.1, retention: 0.85, margin: 1200, acquisitionCost: 2000 }) is 2.1015
 */
export function payback({ margin, growth = 0, acquisitionCost = 0, ...given }: Omit<Ltv, "periods">): number {
  const relationship = checkRelationship(given);
  atLeast("growth", growth, -1);
  if (atLeast("acquisitionCost", acquisitionCost, 0) === 0) return 0;
  const { rate, retention } = relationship;
  const q = (retention * (1 + growth)) / (1 + rate);
  // At the unlimited value itself the sum only creeps up to the cost: rounding must not make it arrive.
  if (q < 1 && acquisitionCost >= flowValue(margin, growth, relationship) * (1 - 1e-12)) throw never(acquisitionCost);
  let presentValue = margin * firstMargin(relationship);
  let before = 0;
  for (let period = 1; period <= 1000; period++) {
    if (before + presentValue >= acquisitionCost) return period - 1 + (acquisitionCost - before) / presentValue;
    before += presentValue;
    presentValue *= q;
  }
  throw never(acquisitionCost);
}
