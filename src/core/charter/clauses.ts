import { askLevels, linkOf, type Agreement, type Ask, type Commitment } from "../agreement";
import { detailsOf, remedyOf } from "../commitment/particulars";
import { questions } from "../commitment/questions";
import { unitInWords } from "../fields";
import { insightAsk } from "../role/asks";
import { answerTo, isAgreed } from "./charter";

/** One clause of the charter, as the customer reads it. */
export interface Clause {
  readonly id: string;
  readonly side: "us" | "you";
  /** Number of the commitment, or of the one that an ask faces; 0 for an ask that faces none. */
  readonly number: number;
  readonly wording: string;
  /** What is printed behind the wording: for whom, measured how, when and where; commitments only. */
  readonly details: string;
  /** The level in short: "98%", "4 a year", "up to 5 days late". */
  readonly amount: string;
  readonly source: string;
  readonly frequency: string;
  /** What happens when it is broken; commitments only. */
  readonly remedy: string;
}

/** Whether a commitment may be printed for the customer at all: a surprise is none once it is told. */
export const isPrintable = ({ question }: Commitment): boolean => questions.find(({ number }) => number === question)?.printed !== false;

/** The commitments that the customer sees. */
export const shownCommitments = ({ commitments }: Agreement): Commitment[] =>
  commitments.filter((commitment) => commitment.on && commitment.show && isPrintable(commitment));

/**
 * The clauses as they stand on the charter: our commitments first, numbered through, then the asks in use, each under the number of
 * the commitment that earns it most (of equals the first); asks that face none come last.
 * @example clausesOf(sample.agreement) has 7 commitments and 12 asks; A06 has the number of K7, correct invoices
 */
export function clausesOf(agreement: Agreement): Clause[] {
  const shown = shownCommitments(agreement);
  const ours = shown.map((commitment, index) => ourClause(commitment, index + 1, agreement));
  const theirs = agreement.asks.filter(({ on }) => on).map((ask) => theirClause(ask, faces(agreement, ask, shown), agreement));
  return [...ours, ...theirs.sort((a, b) => (a.number || Infinity) - (b.number || Infinity))];
}

/** Number of the shown commitment that earns an ask most; 0 when none earns it. */
function faces(agreement: Agreement, { id }: Ask, shown: readonly Commitment[]): number {
  const strengths = shown.map((commitment) => linkOf(agreement, id, commitment.id));
  const best = Math.max(0, ...strengths);
  return best === 0 ? 0 : strengths.findIndex((strength) => strength === best) + 1;
}

function ourClause(commitment: Commitment, number: number, agreement: Agreement): Clause {
  const { id, label, wording, committed, worst, unit, evidence } = commitment;
  return {
    id, side: "us", number, wording: wording || label, amount: amountOf(committed, worst, unitInWords(unit, agreement), agreement),
    details: detailsOf(commitment), source: evidence, frequency: "", remedy: remedyOf(commitment),
  };
}

function theirClause({ id, label, wording, unit, source, frequency }: Ask, number: number, agreement: Agreement): Clause {
  const { asked = 0, worst = 0 } = askLevels(agreement, id) ?? {};
  const words = unitInWords(unit, agreement);
  const scale = words.startsWith("%") ? 100 : 1;
  const amount = amountOf(asked * scale, worst * scale, words, agreement);
  const details = id === insightAsk ? agreement.inputs.insightKind ?? "" : "";
  return { id, side: "you", number, wording: wording || label, details, amount, source, frequency, remedy: "" };
}

/** A clause as it is printed: its words, and in brackets what they leave open. */
export const printed = ({ wording, details }: Clause): string => (details === "" ? wording : `${wording} (${details})`);

/** A level in the fewest words: the number, then what it is counted in or per what; what stands behind a comma is left to the wording. */
function amountOf(level: number, worst: number, unit: string, { inputs: { currency } }: Agreement): string {
  const [what = "", per] = unit.split(",")[0]!.split("/");
  const tail = per ? ` a ${per}` : ` ${what}`;
  const after = unit.startsWith("%") ? `%${per ? tail : ""}` : tail;
  return [level < worst && level !== 0 && "up to ", per && what.startsWith(currency) && `${currency} `, inDigits(level), after].filter(Boolean).join("");
}

/** Thousands with a comma; smaller numbers with the decimals they have. */
function inDigits(number: number): string {
  if (Math.abs(number) < 1000) return String(Number(number.toPrecision(12)));
  return String(Math.round(number)).replace(/\B(?=(\d{3})+$)/g, ",");
}

/** The page line by line: a commitment, and beside it the first ask that it earns; further asks and asks without a number follow. */
export function linesOf(clauses: readonly Clause[]): { readonly ours?: Clause; readonly theirs?: Clause }[] {
  const ours = clauses.filter(({ side }) => side === "us");
  const asksOf = (number: number) => clauses.filter((clause) => clause.side === "you" && clause.number === number);
  const group = (clause: Clause) => {
    const asks = asksOf(clause.number);
    return Array.from({ length: Math.max(1, asks.length) }, (_, i) => ({
      ...(i === 0 && { ours: clause }), ...(asks[i] && { theirs: asks[i] }),
    }));
  };
  return [...ours.flatMap(group), ...asksOf(0).map((theirs) => ({ theirs }))];
}

/**
 * How much of the charter is agreed, 0 to 1. Each side counts half: asks by their weight, for a refused main ask is no small matter,
 * and commitments by their count, for our promises carry no price for the customer. A side without clauses leaves all to the other.
 * Asks that weigh nothing together count by their number. Null when there is no clause.
 * @param weights of the asks by id, as `assess` works them out
 */
export function agreementIndex(agreement: Agreement, weights: ReadonlyMap<string, number>): number | null {
  const agreed = clausesOf(agreement).map(({ id, side }) => ({ side, weight: weights.get(id) ?? 0, is: isAgreed(answerTo(agreement.charter, id)) }));
  const asks = agreed.filter(({ side }) => side === "you");
  const isWeighted = asks.some(({ weight }) => weight > 0);
  const sides = [
    shareAgreed(agreed.filter(({ side }) => side === "us").map((each) => ({ ...each, weight: 1 }))),
    shareAgreed(isWeighted ? asks : asks.map((each) => ({ ...each, weight: 1 }))),
  ].filter((share): share is number => share !== undefined);
  return sides.length === 0 ? null : sum(sides) / sides.length;
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);

function shareAgreed(clauses: readonly { weight: number; is: boolean }[]): number | undefined {
  const all = sum(clauses.map(({ weight }) => weight));
  return all === 0 ? undefined : sum(clauses.map(({ weight, is }) => (is ? weight : 0))) / all;
}
