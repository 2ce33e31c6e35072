import type { Agreement } from "../../core/agreement";
import { unitInWords, type Field } from "../../core/fields";
import { Fault } from "../../core/fault";
import { checkQuote, quoteInputs, type Quote, type QuoteAnswer } from "../../core/portfolio/quote";
import { entryText, money, readEntry } from "../numbers";

/** What is typed for each of the six questions. */
export type Typed = Readonly<Record<keyof Quote, string>>;

const limits: Partial<Record<keyof Quote, Pick<Field, "min" | "max">>> = {
  retention: { min: 0, max: 1 }, coverage: { min: 0, max: 1 }, deserveCost: { min: 0 }, acquisitionCost: { min: 0 }, fit: { min: 0 },
};

/** A question of the quote, read and checked like every other entry; it stands in no cell. */
const entryOf = (input: (typeof quoteInputs)[number]): Field =>
  ({ ...input, id: input.key, ...limits[input.key], get: () => null, set: (agreement) => agreement });

/** A quote as it stands in the six controls. */
export const typedOf = (quote: Quote): Typed =>
  Object.fromEntries(quoteInputs.map((input) => [input.key, entryText(input, quote[input.key])])) as Record<keyof Quote, string>;

/** The six answers, or what is wrong with them by question. */
export function readQuote(typed: Typed): { readonly quote?: Quote; readonly problems: Partial<Record<keyof Quote, string>> } {
  const read = quoteInputs.map((input) => [input.key, readEntry(entryOf(input), typed[input.key])] as const);
  const problems = Object.fromEntries(read.flatMap(([key, { problem }]) => (problem === undefined ? [] : [[key, problem]])));
  if (Object.keys(problems).length > 0) return { problems };
  return { problems, quote: Object.fromEntries(read.map(([key, entry]) => [key, "value" in entry ? entry.value : null])) as unknown as Quote };
}

/** The answer to a quote; a sentence where the numbers have no finite value. */
export function answerTo(agreement: Agreement, quote: Quote): QuoteAnswer | string {
  try {
    return checkQuote(agreement, quote);
  } catch (error) {
    if (error instanceof Fault) return "Without an end this has no finite value: lower the retention, or give the horizon an end.";
    throw error;
  }
}

/** The same question as a formula for a sheet of quotes. */
export function quoteFormula({ inputs }: Agreement, { margin, retention, deserveCost, acquisitionCost, fit, coverage }: Quote): string {
  const { rate, periods, fitInvest, minCov } = inputs;
  return `=ROLE.GOODBUSINESS(${[rate, retention, margin, deserveCost, acquisitionCost, fit, coverage, periods ?? "", "FALSE", fitInvest, minCov].join(", ")})`;
}

/** Question and answer as text for a mail or a note. */
export function quoteText(agreement: Agreement, quote: Quote, { verdict, netValue, maximumAcquisition }: QuoteAnswer): string {
  const { currency } = agreement.inputs;
  return [
    `Is this good business? ${verdict}`,
    ...quoteInputs.map((input) => {
      const isShare = input.kind === "percent";
      return `${input.label}: ${isShare ? `${entryText(input, quote[input.key])}%` : `${money(quote[input.key])} ${unitInWords(input.unit, agreement)}`}`;
    }),
    `Net lifetime value: ${money(netValue)} ${currency}`, `Most to spend on winning: ${money(maximumAcquisition)} ${currency}`,
    quoteFormula(agreement, quote), "A proposal for a person to decide on.",
  ].join("\r\n");
}
