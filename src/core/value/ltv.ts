import { Fault, above, atLeast, finite, whole, within } from "../fault";

/** How long a relationship lasts and when its money arrives; shared by every flow of money in it. */
export interface Relationship {
  /** Discount rate per period, above -1. */
  rate: number;
  /** Probability that the relationship survives into the next period, 0 to 1. */
  retention: number;
  /** Number of periods, whole, 1 to 1,000; undefined = unlimited. */
  periods?: number | undefined;
  /** When in the period the money arrives: 0 end (as Excel's PV), 0.5 middle, 1 beginning. Default 0. */
  type?: number | undefined;
  /** Whether even the first margin needs a renewal. Default false. */
  atRisk?: boolean | undefined;
}

/** A relationship with one flow of margin. */
export interface Ltv extends Relationship {
  /** Contribution margin of the first period, any sign. */
  margin: number;
  /** Growth of the margin per period, at least -1. Default 0. */
  growth?: number | undefined;
  /** Money spent to win the customer, any sign. Default 0. */
  acquisitionCost?: number | undefined;
}

/** Refuses a relationship outside its domain; gives it back with its defaults and a truly whole number of periods. */
export function checkRelationship({ rate, retention, periods, type = 0, atRisk = false }: Relationship) {
  return {
    rate: above("rate", rate, -1),
    retention: within("retention", retention, 0, 1),
    periods: periods === undefined ? undefined : whole("periods", periods, 1, 1000),
    type: within("type", type, 0, 1),
    atRisk,
  };
}

/**
 * Sum of q^0 + q^1 + ... with q = retention (1 + growth) / (1 + rate): what one currency unit of first margin is worth
 * at the time of the first margin.
 * @throws out-of-range if unlimited and q >= 1
 * @example annuity({ rate: 0.1, retention: 0.85 }) is 4.4
 */
export function annuity({ rate, retention, growth = 0, periods }: Pick<Ltv, "rate" | "retention" | "growth" | "periods">): number {
  // q - 1 is formed from small differences: near q = 1 the difference of a rounded q would keep no digits.
  const delta = Math.max(-1, (retention - 1 + (retention * growth - rate)) / (1 + rate));
  if (periods !== undefined) return delta === 0 ? periods : Math.expm1(periods * Math.log1p(delta)) / delta;
  if (delta < 0) return -1 / delta;
  throw new Fault("out-of-range",
    "Without a number of periods the value is endless: retention x (1 + growth) must be below 1 + rate.", "periods");
}

/** What the first margin of 1 is worth today: it arrives inside period 1 and, at risk, only if the customer renews. */
export function firstMargin({ rate, retention, type = 0, atRisk = false }: Relationship): number {
  return (atRisk ? retention : 1) * (1 + rate) ** (type - 1);
}

/** Present value of a flow that starts at `amount` and grows; 0 is worth 0 however long it flows. */
export function flowValue(amount: number, growth: number, relationship: Relationship): number {
  atLeast("growth", growth, -1);
  return amount === 0 ? 0 : amount * firstMargin(relationship) * annuity({ ...relationship, growth });
}

/**
 * Value today of a customer relationship under constant retention: margin x first-margin factor x annuity - acquisition cost.
 * One kernel for the textbook formulas that Fader & Hardie compare: m/(1+d-r), m(1+d)/(1+d-r), mr/(1+d-r).
 * @throws out-of-range outside the domain of the arguments, or if unlimited with q >= 1
 * @example ltv({ rate: 0.1, retention: 0.85, margin: 1200 }) is 4800
 */
export function ltv({ margin, growth = 0, acquisitionCost = 0, ...relationship }: Ltv): number {
  return finite(flowValue(margin, growth, checkRelationship(relationship)) - acquisitionCost);
}

/** One period of the proof behind a lifetime value; period 0 holds only the acquisition cost. */
export interface Period {
  period: number;
  survival: number;
  margin: number;
  expected: number;
  discountFactor: number;
  presentValue: number;
  cumulative: number;
}

/**
 * Period by period proof of a lifetime value; the last cumulative equals ltv of the same arguments.
 * @throws out-of-range outside the domain; periods 1 to 200
 */
export function schedule({ margin, growth = 0, acquisitionCost = 0, ...relationship }: Ltv & { periods: number }): Period[] {
  const { rate, retention, type, atRisk } = checkRelationship(relationship);
  const periods = whole("periods", relationship.periods, 1, 200);
  atLeast("growth", growth, -1);
  const proof: Period[] = [];
  let cumulative = 0 - acquisitionCost;
  for (let period = 1; period <= periods; period++) {
    const survival = retention ** (atRisk ? period : period - 1);
    const marginThen = margin * (1 + growth) ** (period - 1);
    const discountFactor = (1 + rate) ** (type - period);
    const expected = survival * marginThen;
    cumulative += expected * discountFactor;
    proof.push({ period, survival, margin: marginThen, expected, discountFactor, presentValue: expected * discountFactor, cumulative });
  }
  return proof;
}

/**
 * Number of margins to expect from a customer: (1 - r^N) / (1 - r).
 * @throws out-of-range if retention is 1 and the horizon unlimited
 * @example expectedLife(0.85, 5) is 3.7086
 */
export function expectedLife(retention: number, periods?: number): number {
  return annuity(checkRelationship({ rate: 0, retention, periods }));
}
