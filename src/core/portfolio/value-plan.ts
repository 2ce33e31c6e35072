import type { Agreement } from "../agreement";
import { modelOf } from "../value/cases";

/** What marketing plans to bring to the customers of a role: one offer, and how many take it up, year by year. */
export interface Offer {
  readonly id: string;
  readonly label: string;
  readonly kind: "core" | "cross-sell" | "up-sell" | "long-term";
  /** Contribution of a period at full take-up, currency. */
  readonly contribution: number;
  /** Expected share of customers, or of orders, that take it; one per period, 0 to 1. */
  readonly takeUp: readonly number[];
}

/** The plan against the role, period by period. */
export interface ValuePlan {
  /** Contribution of each offer in each period. */
  readonly offers: readonly (Offer & { readonly planned: readonly number[]; readonly total: number })[];
  readonly planned: readonly number[];
  /** What the role asks a customer to contribute, growing as asked. */
  readonly asked: readonly number[];
  /** Planned over asked, of each period and of all: how far named offers cover the role. */
  readonly covered: readonly number[];
  readonly coveredInAll: number;
}

/** Holds the offers of a plan against what the role asks. */
export function planValue(agreement: Agreement, offers: readonly Offer[]): ValuePlan {
  const periods = Math.max(0, ...offers.map(({ takeUp }) => takeUp.length));
  const { asked: role, price } = modelOf(agreement);
  const first = price(role, true).annual.total;
  const asked = Array.from({ length: periods }, (_, period) => first * (1 + role.growth) ** period);
  const rows = offers.map((offer) => {
    const planned = asked.map((_, period) => offer.contribution * (offer.takeUp[period] ?? 0));
    return { ...offer, planned, total: sum(planned) };
  });
  const planned = asked.map((_, period) => sum(rows.map((row) => row.planned[period]!)));
  const share = (part: number, whole: number) => (whole === 0 ? 0 : part / whole);
  return {
    offers: rows, planned, asked, covered: planned.map((part, period) => share(part, asked[period]!)),
    coveredInAll: share(sum(planned), sum(asked)),
  };
}

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

/** Offers to start from: the lines of the role as asked, over some periods, with the growth it asks for as long-term selling. */
export function offersOfRole(agreement: Agreement, periods = 3): Offer[] {
  const { asked, price } = modelOf(agreement);
  const { annual } = price(asked, true);
  const steady = Array.from({ length: periods }, () => 1);
  const core = annual.total - annual.accessories - annual.upgrades;
  return [
    { id: "core", label: "The core range, as agreed", kind: "core", contribution: core, takeUp: steady },
    { id: "accessories", label: "Accessories that match", kind: "cross-sell", contribution: annual.accessories, takeUp: steady },
    { id: "upgrades", label: "The new line, when it fits", kind: "up-sell", contribution: annual.upgrades, takeUp: steady },
    {
      id: "growth", label: "More of the budget", kind: "long-term", contribution: annual.total,
      takeUp: steady.map((_, period) => (1 + asked.growth) ** period - 1),
    },
  ];
}
