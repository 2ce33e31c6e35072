import { Fault } from "../fault";
import { ltv, type Ltv } from "./ltv";

/** One bar of a tornado: the value at input x (1 - swing) and at input x (1 + swing). */
export interface Bar {
  driver: string;
  low: number;
  high: number;
  range: number;
}

const drivers = [
  ["rate", "Discount rate"], ["retention", "Retention"], ["margin", "Margin"], ["growth", "Growth"], ["acquisitionCost", "Acquisition cost"],
] as const;

/**
 * How the lifetime value answers to each input alone, widest first; retention stops at 1.
 * @param swing share of each input, above 0 and below 1, default 10 %
 * @throws out-of-range if swing is outside its domain or a swung input has no value
 * @example tornado({ rate: 0.1, retention: 0.85, margin: 1200, growth: 0.03, acquisitionCost: 500 })[0] is Retention, 3345.54 to 8262.32
 */
export function tornado(given: Ltv, swing = 0.1): Bar[] {
  if (!(swing > 0 && swing < 1)) throw new Fault("out-of-range", `swing must lie between 0 and 1, not ${swing}.`, "swing");
  const base = { growth: 0, acquisitionCost: 0, ...given };
  const valueAt = (input: (typeof drivers)[number][0], factor: number) => {
    const swung = base[input] * factor;
    return ltv({ ...base, [input]: input === "retention" ? Math.min(1, swung) : swung });
  };
  return drivers
    .map(([input, driver]) => {
      const [low, high] = [valueAt(input, 1 - swing), valueAt(input, 1 + swing)];
      return { driver, low, high, range: Math.abs(high - low) };
    })
    .sort((a, b) => b.range - a.range);
}
