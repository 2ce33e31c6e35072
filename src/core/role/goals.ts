import type { Agreement, Ask, Goal } from "../agreement";

/** An agreement has as many goals at most; more are no goals but wishes. */
export const goalIds = ["G1", "G2", "G3", "G4", "G5", "G6"] as const;

type GoalStart = Omit<Goal, "id">;
const empty: GoalStart = { label: "", unit: "", target: null, by: null, asks: "" };

/**
 * Six lines, the given goals first.
 * @example goalsWith([]) is six empty lines, G1 to G6
 */
export const goalsWith = (starts: readonly Partial<GoalStart>[]): Goal[] => goalIds.map((id, i) => ({ id, ...empty, ...starts[i] }));

/** The goals that somebody has named. */
export const named = ({ goals }: Pick<Agreement, "goals">): Goal[] => goals.filter(({ label }) => label.trim() !== "");

/** The ids in a goal's list of asks, as they stand there; letters may be small. */
export const idsIn = ({ asks }: Pick<Goal, "asks">): string[] => asks.toUpperCase().split(/[^A-Z0-9]+/).filter(Boolean);

/** The asks in use on which a goal hangs. */
export function asksOf(goal: Goal, { asks }: Pick<Agreement, "asks">): Ask[] {
  const ids = new Set(idsIn(goal));
  return asks.filter(({ id, on }) => on && ids.has(id));
}

/** Share of the named goals that hang on at least one ask in use, 0 to 1; null when none is named. */
export function shareLinked(agreement: Pick<Agreement, "goals" | "asks">): number | null {
  const goals = named(agreement);
  return goals.length === 0 ? null : goals.filter((goal) => asksOf(goal, agreement).length > 0).length / goals.length;
}
