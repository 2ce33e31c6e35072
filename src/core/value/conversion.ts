import { Fault, above, atLeast, finite, within } from "../fault";

/** How a retention is known: as itself, as the share that leaves, or as the expected number of periods. */
export type RetentionBasis = "retention" | "churn" | "life";

/** Periods of one kind in a year, before and after a conversion; both above 0. */
export interface Conversion {
  fromPerYear?: number | undefined;
  toPerYear?: number | undefined;
}

/** Periods of the old length in one period of the new. */
const periodsIn = ({ fromPerYear = 1, toPerYear = 1 }: Conversion) => above("fromPerYear", fromPerYear, 0) / above("toPerYear", toPerYear, 0);

function asRetention(value: number, basis: RetentionBasis): number {
  switch (basis) {
    case "retention": return within("value", value, 0, 1);
    case "churn": return 1 - within("value", value, 0, 1);
    case "life": return 1 - 1 / atLeast("value", value, 1);
  }
}

/**
 * Retention per period of another length: r^(from / to), never r / 12.
 * @param value retention or churn 0 to 1, or life in periods, at least 1
 * @throws wrong-shape if basis is another word; out-of-range outside the domain
 * @example convertRetention(0.85, "retention", { toPerYear: 12 }) is 0.986548
 */
export function convertRetention(value: number, basis: string, conversion: Conversion = {}): number {
  const known = basis.trim().toLowerCase();
  if (known !== "retention" && known !== "churn" && known !== "life") {
    throw new Fault("wrong-shape", `basis must be "retention", "churn" or "life", not "${basis}".`, "basis");
  }
  return asRetention(value, known) ** periodsIn(conversion);
}

/**
 * Discount or growth rate per period of another length: (1 + rate)^(from / to) - 1.
 * @throws out-of-range if rate <= -1 or a number of periods is not positive
 * @example convertRate(0.1, { fromPerYear: 1, toPerYear: 12 }) is 0.00797414
 */
export function convertRate(rate: number, conversion: Conversion): number {
  return finite(Math.expm1(periodsIn(conversion) * Math.log1p(above("rate", rate, -1))));
}
