import type { Agreement, Commitment } from "../agreement";
import { noParticulars } from "./particulars";

/** Lines that an agreement keeps for commitments, as it keeps 18 for asks: what nobody uses is free, and ready on every sheet. */
export const lines = 12;

/** A free line: a commitment nothing is known of yet, switched off. */
export const blankCommitment = (id: string): Commitment => ({
  id, on: false, question: 1, label: `Free line ${id}`, wording: "", unit: "level", committed: 1, worst: 0, capability: null, tier: "all",
  costDriver: "", quantity: 0, unitCost: 0, eligible: 1, budget: 0, owner: "", touchPoints: "", evidence: "", remedy: "",
  competitor: "", show: false, kept: null, ...noParticulars,
});

/** Whether a line is free: it says nothing that a new one would not say, and nothing is linked to it or answered. */
export function isFree({ links, charter }: Agreement, commitment: Commitment): boolean {
  const { id } = commitment;
  const known = (value: unknown) => value ?? "";
  return !(id in charter.clauses) && Object.values(links).every((row) => !(id in row))
    && Object.entries(blankCommitment(id)).every(([key, value]) => known(commitment[key as keyof Commitment]) === known(value));
}

/** The commitments of which somebody has said something, in use or not. */
export const written = (agreement: Agreement): Commitment[] => agreement.commitments.filter((each) => !isFree(agreement, each));

/**
 * The agreement with free lines after its commitments, as many as it keeps in all.
 * @example withLines(eight).commitments.at(-1) is the free line K12
 */
export function withLines<Part extends Pick<Agreement, "commitments">>(agreement: Part): Part {
  const { commitments } = agreement;
  const missing = Math.max(0, lines - commitments.length);
  return missing === 0 ? agreement : { ...agreement, commitments: [...commitments, ...freeIds(commitments, missing).map(blankCommitment)] };
}

/** The first ids of K and a number that nobody has taken. */
function freeIds(commitments: readonly Commitment[], count: number): string[] {
  const taken = new Set(commitments.map(({ id }) => id));
  return Array.from({ length: commitments.length + count }, (_, i) => `K${i + 1}`).filter((id) => !taken.has(id)).slice(0, count);
}

/**
 * The agreement with one more commitment that answers a question, in use and without cost, on its first free line; unchanged when
 * every line is taken.
 * @example the first one added to K1 to K8 is K9
 */
export function withCommitment(agreement: Agreement, question: number): Agreement {
  const free = agreement.commitments.find((each) => isFree(agreement, each));
  return free ? withRow(agreement, { ...free, on: true, question, label: "Our new commitment", show: question !== 8 }) : agreement;
}

/** The agreement with the line of a commitment free again: without its links, its answers, and the conditions that waited for it. */
export function withoutCommitment(agreement: Agreement, id: string): Agreement {
  const without = <Row extends object>(row: Row) => Object.fromEntries(Object.entries(row).filter(([key]) => key !== id));
  const links = Object.entries(agreement.links).map(([ask, row]) => [ask, without(row)] as const);
  return {
    ...withRow(agreement, blankCommitment(id)),
    asks: agreement.asks.map((ask) => (ask.condition === id ? { ...ask, condition: "", conditionLevel: null } : ask)),
    links: Object.fromEntries(links.filter(([, row]) => Object.keys(row).length > 0)) as Agreement["links"],
    charter: { ...agreement.charter, clauses: without(agreement.charter.clauses) as Agreement["charter"]["clauses"] },
  };
}

/** What the commitments were called whose lines these changes make free, by id. */
export function removedBy(changes: readonly { readonly id: string; readonly value: unknown; readonly before: unknown }[]): ReadonlyMap<string, string> {
  return new Map(changes.flatMap(({ id, value, before }): [string, string][] => {
    const [store, row = "", key] = id.split(".");
    return store === "commitments" && key === "label" && value === blankCommitment(row).label && typeof before === "string" ? [[row, before]] : [];
  }));
}

const withRow = (agreement: Agreement, row: Commitment): Agreement =>
  ({ ...agreement, commitments: agreement.commitments.map((each) => (each.id === row.id ? row : each)) });
