import { linkOf, type Agreement } from "../agreement";
import { clausesFor, type ClauseChange, type Clauses } from "./clauses";
import type { Customer } from "./customers";

/** A clause of the agenda, with what it adds after those before it. */
export interface AgendaLine extends ClauseChange {
  readonly adds: number;
  /** The least the customer has to move, with all lines moving alike, for the value to reach zero; asks only. */
  readonly walkAway: number | null;
}

/** The talk with one customer: what we ask, what we stop giving, what we offer in return. */
export interface Agenda {
  readonly lines: readonly AgendaLine[];
  /** Commitments of ours that earn what is asked for, and stay. */
  readonly offers: readonly { readonly id: string; readonly label: string }[];
  readonly valueNow: number;
  readonly valueAfter: number;
}

/**
 * The smallest set of clause changes that makes a customer worth keeping: value of at least 0 and every must kept. All sets of one
 * change are tried, then all of two, and so on; of the smallest that are enough, the one of highest value. A commitment is never
 * given up that earns what the same talk asks for, and nothing is asked that we put on hold by breaking our word.
 * @param most the largest set that is still a talk
 * @returns null if no such set exists
 */
export function smallestAgenda(agreement: Agreement, customer: Customer, most = 5): Agenda | null {
  const clauses = clausesFor(agreement, customer);
  for (let size = Math.max(1, clauses.required.size); size <= most; size++) {
    let best: { changes: readonly ClauseChange[]; value: number } | null = null;
    for (const changes of setsOf(clauses.changes, size)) {
      if (![...clauses.required.keys()].every((id) => changes.some((change) => change.id === id)) || !isFair(agreement, changes)) continue;
      const value = clauses.value(changes);
      if (value >= 0 && (!best || value > best.value)) best = { changes, value };
    }
    if (best) return agendaOf(agreement, clauses, best.changes);
  }
  return null;
}

function isFair(agreement: Agreement, changes: readonly ClauseChange[]): boolean {
  const ids = changes.map(({ id }) => id);
  if (new Set(ids).size < ids.length) return false;
  const asked = changes.filter(({ kind }) => kind === "ask");
  return changes.every(({ kind, id }) => kind !== "drop" || asked.every((ask) => linkOf(agreement, ask.id, id) === 0));
}

/** All sets of a size, in the order of the list. */
function* setsOf<Item>(items: readonly Item[], size: number, from = 0): Generator<readonly Item[]> {
  if (size === 0) return yield [];
  for (let i = from; i <= items.length - size; i++) {
    for (const rest of setsOf(items, size - 1, i + 1)) yield [items[i]!, ...rest];
  }
}

function agendaOf(agreement: Agreement, clauses: Clauses, changes: readonly ClauseChange[]): Agenda {
  const ordered = [...changes].sort((a, b) => b.alone - a.alone);
  const part = leastPart(clauses, ordered);
  const lines = ordered.map((change, i): AgendaLine => ({
    ...change, adds: clauses.value(ordered.slice(0, i + 1)) - clauses.value(ordered.slice(0, i)),
    walkAway: change.kind === "ask" ? leastLevel(change, part, clauses.required.get(change.id)) : null,
  }));
  const asked = lines.filter(({ kind }) => kind === "ask");
  const offers = agreement.commitments.filter(({ id, on }) => on && !lines.some((line) => line.id === id)
    && asked.some((ask) => linkOf(agreement, ask.id, id) > 0));
  return {
    lines, offers: offers.map(({ id, label }) => ({ id, label })), valueNow: clauses.value([]), valueAfter: clauses.value(changes),
  };
}

/** How far one ask has to come: its part of the way, and at least to its must. */
function leastLevel({ from, to }: ClauseChange, part: number, must = from): number {
  const level = from + part * (to - from);
  return Math.sign(to - from) * (must - level) > 0 ? must : level;
}

/** The smallest part of the way, for all asks alike, at which the value reaches 0; 0 if it is there already. */
function leastPart(clauses: Clauses, changes: readonly ClauseChange[]): number {
  if (clauses.value(changes, 0) >= 0) return 0;
  let [low, high] = [0, 1];
  for (let step = 0; step < 60; step++) {
    const middle = (low + high) / 2;
    if (clauses.value(changes, middle) >= 0) high = middle;
    else low = middle;
  }
  return high;
}
