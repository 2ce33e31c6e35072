import type { ReviewRow } from "./review";

const periods = ["2024 Q3", "2024 Q4", "2025 Q1", "2025 Q2", "2025 Q3", "2025 Q4"] as const;

/**
 * How Fern Foods and we did, quarter by quarter, up to the levels of today: late deliveries in the first quarter of 2025 put
 * "Recommend us" on hold, and discount crept up until the two sides talked. Levels are told per year; null: nobody measured.
 */
const levels: Readonly<Record<string, readonly (number | null)[]>> = {
  A02: [50000, 50400, 49200, 50800, 51500, 52000],
  A13: [0.1, 0.11, 0.13, 0.13, 0.12, 0.12],
  A18: [0.84, 0.84, 0.8, 0.81, 0.82, 0.82],
  A14: [70, 74, 98, 92, 88, 85],
  A15: [0.02, 0.02, 0, 0.01, 0.01, 0.01],
  A07: [0.6, 0.6, 0.3, 0.4, 0.5, 0.5],
  A09: [0.6, 0.6, 0.4, 0.45, 0.5, 0.5],
  A05: [0.15, 0.15, 0.15, 0.2, 0.2, 0.2],
  A17: [0.008, 0.009, 0.012, 0.011, 0.01, 0.01],
  A06: [12, 14, 24, 22, 20, 18],
  A04: [0.1, null, 0.1, null, 0.1, 0.1],
  A10: [1, 1, 0, 0, 0, 0],
  K1: [4, 4, 3, 4, 4, 4],
  K2: [98, 97.6, 95.9, 96.7, 97.3, 97.5],
  K3: [2, 2, 1, 2, 2, 2],
  K4: [4, 4.2, 6, 5, 4.6, 4.5],
  K5: [92, 88, 70, 76, 79, 80],
  K6: [1, 1, 1, 1, 1, 1],
  K7: [98.6, 98, 96.5, 96.8, 97, 97],
  K8: [1, 1, 0, 0, 0, 0],
};

/** Six quarters of the worked example, both sides. */
export const sampleReviews: readonly ReviewRow[] = periods.flatMap((period, i) =>
  Object.entries(levels).map(([clause, of]) => ({ period, clause, level: of[i]! })));
