import type { Agreement } from "../agreement";
import { costToDeserve } from "../commitment/cost";
import type { NumberKind } from "../value/drivers";
import { judgeLead, type LeadVerdict } from "./good-business";

/** The six numbers of a quote. */
export interface Quote {
  /** Contribution of the first period. */
  margin: number;
  retention: number;
  deserveCost: number;
  acquisitionCost: number;
  fit: number;
  coverage: number;
}

/** One of the six questions. */
export interface QuoteInput {
  readonly key: keyof Quote;
  readonly label: string;
  readonly unit: string;
  readonly kind: NumberKind;
  readonly hint: string;
}

/** The six questions, in the order they are asked. */
export const quoteInputs: readonly QuoteInput[] = [
  { key: "margin", label: "Contribution", unit: "{currency}/{period}", kind: "money", hint: "Of one {period}, after discount and service" },
  { key: "retention", label: "Retention", unit: "% per {period}", kind: "percent", hint: "How likely the customer stays" },
  { key: "deserveCost", label: "Cost to deserve", unit: "{currency}/{period}", kind: "money", hint: "What our commitments cost" },
  { key: "acquisitionCost", label: "Acquisition cost", unit: "{currency}", kind: "money", hint: "What winning this customer costs" },
  { key: "fit", label: "Fit", unit: "% of fit", kind: "percent", hint: "How well the role would be played" },
  { key: "coverage", label: "Known", unit: "% of weight", kind: "percent", hint: "How much of the fit is known, not guessed" },
];

/** Where a quote starts: the role as asked, with everything known. */
export const startOfQuote = (agreement: Agreement, margin: number, retention: number): Quote =>
  ({ margin, retention, deserveCost: costToDeserve(agreement), acquisitionCost: agreement.inputs.ac, fit: 1, coverage: 1 });

/** The answer to "is this good business?". */
export interface QuoteAnswer {
  readonly verdict: LeadVerdict;
  readonly netValue: number;
  readonly maximumAcquisition: number;
  /** The contribution from which the net value is not negative; below it the deal loses. */
  readonly breakEvenMargin: number;
}

/**
 * Is this good business? The same answer as GOODBUSINESS with the agreement's rate, horizon and lines: no growth, money at the end.
 * @throws out-of-range outside the domain of a number
 * @example a quote of 1,200 a year at 85 %, 150 to deserve, 500 to win, fit 80 %, known 90 %, without end at 10 %: Pursue, 3,700, 1,400
 */
export function checkQuote({ inputs }: Agreement, quote: Quote): QuoteAnswer {
  const { rate, periods, fitInvest, minCov } = inputs;
  const judge = (lead: Quote) =>
    judgeLead({ ...lead, rate, periods: periods ?? undefined }, { fitThreshold: fitInvest, minCoverage: minCov });
  const answer = judge(quote);
  // The value is a straight line in the margin. Its height at 0 and its slope come without the quoted one, however large that is.
  const perUnit = judge({ ...quote, margin: 1, deserveCost: 0, acquisitionCost: 0 }).netValue;
  return { ...answer, breakEvenMargin: -judge({ ...quote, margin: 0 }).netValue / perUnit };
}
