import { askedRetention, type Agreement } from "../agreement";

/**
 * Share of the contribution without an end that lies beyond the horizon: q^N with q = retention (1 + growth) / (1 + rate).
 * Null where there is no horizon, or no end to the value beyond it.
 * @example 0.9 retention, 3 % growth, 10 % and 7 years leave 30 % beyond
 */
export function shareBeyond({ inputs }: Agreement): number | null {
  const q = (askedRetention(inputs) * (1 + inputs.growth)) / (1 + inputs.rate);
  return inputs.periods === null || q >= 1 ? null : q ** inputs.periods;
}

/** Periods a customer stays if nothing ends the count: 1 / (1 - retention); Infinity if all stay. */
export const wholeLife = ({ inputs }: Agreement): number => 1 / (1 - askedRetention(inputs));

/**
 * Whether the horizon fits the life the retention implies: "long" above twice of it, "short" below half.
 * @example a horizon of 7 at retention 0.85 (life 6.67) is "fitting"
 */
export function horizonFit({ inputs }: Agreement): "long" | "short" | "fitting" {
  if (inputs.periods === null) return "fitting";
  const lives = inputs.periods * (1 - askedRetention(inputs));
  // On the line is fitting, also where binary fractions put it beside: 5 periods at 0.9 are half a life.
  if (lives > 2 + onTheLine) return "long";
  return lives < 0.5 - onTheLine ? "short" : "fitting";
}

const onTheLine = 1e-9;
