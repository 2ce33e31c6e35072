import type { Agreement, Commitment } from "../agreement";

/** A commitment nothing is known of yet, switched off. */
export const blankCommitment = (id: string): Commitment => ({
  id, on: false, question: 1, label: id, wording: "", unit: "level", committed: 1, worst: 0, capability: null, tier: "all",
  costDriver: "", quantity: 0, unitCost: 0, eligible: 1, budget: 0, owner: "", touchPoints: "", evidence: "", remedy: "",
  competitor: "", show: false, kept: null,
});

/**
 * The agreement with one more commitment that answers a question, in use and without cost; its id is the first free K and number.
 * @example the first one added to K1 to K8 is K9
 */
export function withCommitment(agreement: Agreement, question: number): Agreement {
  const taken = new Set(agreement.commitments.map(({ id }) => id));
  let number = 1;
  while (taken.has(`K${number}`)) number += 1;
  const added = { ...blankCommitment(`K${number}`), on: true, question, label: "Our new commitment", show: question !== 8 };
  return { ...agreement, commitments: [...agreement.commitments, added] };
}

/** The agreement without a commitment, without its links, and without the conditions that waited for it. */
export function withoutCommitment(agreement: Agreement, id: string): Agreement {
  const without = (row: Agreement["links"][string]) => Object.fromEntries(Object.entries(row).filter(([commitment]) => commitment !== id));
  const links = Object.entries(agreement.links).map(([ask, row]) => [ask, without(row)] as const);
  return {
    ...agreement,
    commitments: agreement.commitments.filter((commitment) => commitment.id !== id),
    asks: agreement.asks.map((ask) => (ask.condition === id ? { ...ask, condition: "", conditionLevel: null } : ask)),
    links: Object.fromEntries(links.filter(([, row]) => Object.keys(row).length > 0)),
  };
}
