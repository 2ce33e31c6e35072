import type { Agreement } from "../agreement";
import { economicsOf, modelOf, yearAsAsked } from "../value/cases";

/** What an offer adds to: what is sold already, what goes with it, what replaces it by something better, and what comes with time. */
export const offerKinds = ["Core range", "Cross-sell", "Up-sell", "Long-term"] as const;
export type OfferKind = (typeof offerKinds)[number];

/** Periods that a plan for value looks ahead. */
export const planPeriods = 5;

/** What marketing plans to bring to the customers of a role: one offer, and how many take it up, period by period. */
export interface Offer {
  readonly id: string;
  readonly label: string;
  readonly kind: OfferKind;
  /** What the customer gains from it, in words. */
  readonly gain: string;
  /** Contribution of a period at full take-up, currency; not a number while nobody said. */
  readonly contribution: number;
  /** Expected share of customers, or of orders, that take it; one per period, 0 to 1, not a number where nothing is planned. */
  readonly takeUp: readonly number[];
}

/** What the columns of the list of offers are called, wherever it is written. */
export const offerHeadings = {
  id: "Id", label: "Offer", kind: "Kind", gain: "What the customer gains", contribution: "Contribution at full take-up",
  takeUp: Array.from({ length: planPeriods }, (_, period) => `Take-up ${period + 1}`),
} as const;

/** What the role asks of one kind of business, and what the offers of this kind are planned to bring. */
export interface KindCovered { readonly kind: OfferKind; readonly asked: readonly number[]; readonly planned: number; readonly covered: number }

/** The plan against the role, period by period. */
export interface ValuePlan {
  /** Contribution of each offer in each period. */
  readonly offers: readonly (Offer & { readonly planned: readonly number[]; readonly total: number })[];
  readonly kinds: readonly KindCovered[];
  readonly planned: readonly number[];
  /** What the role asks a customer to contribute, growing as asked. */
  readonly asked: readonly number[];
  /** Planned over asked, of each period and of all: how far named offers cover the role. */
  readonly covered: readonly number[];
  readonly coveredInAll: number;
}

/**
 * Holds the offers of a plan against what the role asks.
 * @example the sample's offers cover 92 % of what its role asks over five years
 */
export function planValue(agreement: Agreement, offers: readonly Offer[]): ValuePlan {
  const periods = Math.max(0, ...offers.map(({ takeUp }) => takeUp.length));
  const rows = offers.map((offer) => {
    const planned = Array.from({ length: periods }, (_, period) => known(offer.contribution) * known(offer.takeUp[period]));
    return { ...offer, planned, total: sum(planned) };
  });
  const askedByKind = askedOf(agreement, periods);
  const over = <Of>(value: (period: number) => Of): Of[] => Array.from({ length: periods }, (_, period) => value(period));
  const asked = over((period) => sum(offerKinds.map((kind) => askedByKind[kind][period]!)));
  const planned = over((period) => sum(rows.map((row) => row.planned[period]!)));
  return {
    offers: rows, planned, asked, covered: over((period) => share(planned[period]!, asked[period]!)), coveredInAll: share(sum(planned), sum(asked)),
    kinds: offerKinds.map((kind) => {
      const brought = sum(rows.filter((row) => row.kind === kind).map(({ total }) => total));
      return { kind, asked: askedByKind[kind], planned: brought, covered: share(brought, sum(askedByKind[kind])) };
    }),
  };
}

/** What the role asks of each kind: its lines stay, and all that growth adds to them is long-term selling. */
function askedOf(agreement: Agreement, periods: number): Record<OfferKind, number[]> {
  const { accessories, upgrades, total } = yearAsAsked(agreement);
  const { growth } = modelOf(agreement).asked;
  const every = (amount: number) => Array.from({ length: periods }, () => amount);
  return {
    "Core range": every(total - accessories - upgrades), "Cross-sell": every(accessories), "Up-sell": every(upgrades),
    "Long-term": every(total).map((amount, period) => amount * ((1 + growth) ** period - 1)),
  };
}

const known = (value: number | undefined) => (value === undefined || Number.isNaN(value) ? 0 : value);
const share = (part: number, whole: number) => (whole === 0 ? 0 : part / whole);
const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

/** Offers to start from: the lines of the role, taken up exactly as it asks, with the growth it asks for as long-term selling. */
export function offersOfRole(agreement: Agreement, periods = planPeriods): Offer[] {
  const { accessoryValue, upgradeMargin } = economicsOf(agreement);
  const { asked } = modelOf(agreement);
  const annual = yearAsAsked(agreement);
  const every = (takeUp: number) => Array.from({ length: periods }, () => takeUp);
  const core = annual.total - annual.accessories - annual.upgrades;
  return [
    { id: "O1", label: "What they buy today, as agreed", kind: "Core range", gain: "", contribution: core, takeUp: every(1) },
    { id: "O2", label: "Accessories that match", kind: "Cross-sell", gain: "", contribution: accessoryValue, takeUp: every(asked.accessories) },
    { id: "O3", label: "The new line, when it fits", kind: "Up-sell", gain: "", contribution: upgradeMargin, takeUp: every(asked.upgrades) },
    {
      id: "O4", label: "More of the budget", kind: "Long-term", gain: "", contribution: annual.total,
      takeUp: every(1).map((all, period) => all * (1 + asked.growth) ** period - 1),
    },
  ];
}

/** The same offers with nothing planned yet: their names and what full take-up would bring. */
export const offersToPlan = (agreement: Agreement): Offer[] => offersOfRole(agreement)
  .map((offer) => ({ ...offer, contribution: Math.round(offer.contribution), takeUp: offer.takeUp.map(() => NaN) }));
