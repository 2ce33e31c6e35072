import { driverLevels, type Agreement, type CrossSellLine } from "../agreement";
import { optionalText, type Field, type Rule } from "../field";

/** The lines there is room for. */
export const crossSellIds: readonly string[] = Array.from({ length: 10 }, (_, index) => `X${index + 1}`);

/** A line that says nothing yet. */
export const emptyLine: CrossSellLine = { product: "", takeUp: null, value: null, margin: null };

/** One line of the list. */
export const lineOf = ({ crossSell }: Pick<Agreement, "crossSell">, id: string): CrossSellLine => crossSell[id] ?? emptyLine;

/** The agreement with one line changed; a line that says nothing is left out, so that equal agreements are equal values. */
export function withLine(agreement: Agreement, id: string, part: Partial<CrossSellLine>): Agreement {
  const { [id]: old = emptyLine, ...others } = agreement.crossSell;
  const line = { ...old, ...part };
  return { ...agreement, crossSell: isEmpty(line) ? others : { ...others, [id]: line } };
}

const isEmpty = (line: CrossSellLine) => (Object.keys(emptyLine) as (keyof CrossSellLine)[]).every((key) => line[key] === emptyLine[key]);

/** The agreement without one line; those below it move up, so that no gap is left between them. */
export function withoutLine(agreement: Agreement, id: string): Agreement {
  return crossSellIds.slice(crossSellIds.indexOf(id))
    .reduce((now, each, index, below) => withLine(now, each, below[index + 1] ? lineOf(agreement, below[index + 1]!) : emptyLine), agreement);
}

/** What the list comes to in a period, in the currency of the agreement. */
export interface CrossSell {
  /** Margin at the take-up of each line: the sum of take-up x value x margin. */
  readonly brings: number;
  /** Margin if all of it were taken. */
  readonly full: number;
  /** Share of the full margin that the list brings; null for a list that is worth nothing. */
  readonly takeUp: number | null;
}

/**
 * Adds up the list; what is missing in a line counts as 0, as an empty cell does.
 * @example lines of 5,000 at 30 % taken by 60 %, 4,000 at 30 % by 50 % and 1,250 at 40 % by 20 % bring 1600 of 3200, a take-up of 0.5
 */
export function crossSellOf({ crossSell }: Pick<Agreement, "crossSell">): CrossSell {
  const lines = Object.values(crossSell);
  const sum = (worth: (line: CrossSellLine) => number) => lines.reduce((total, line) => total + worth(line), 0);
  const full = sum(fullMargin);
  const brings = sum((line) => (line.takeUp ?? 0) * fullMargin(line));
  return { brings, full, takeUp: full === 0 ? null : brings / full };
}

const fullMargin = ({ value, margin }: CrossSellLine) => (value ?? 0) * (margin ?? 0);

/** Margin of accessories at full take-up, from where the person chose to take it. */
export const accessoryMargin = ({ inputs, crossSell }: Pick<Agreement, "inputs" | "crossSell">): number =>
  (inputs.accFrom === "the list" ? crossSellOf({ crossSell }).full : inputs.accValue);

/** The take-up of a list in use, where the accessories asked for say another; null where both agree. */
export function otherTakeUp(agreement: Agreement): number | null {
  const { takeUp } = crossSellOf(agreement);
  if (agreement.inputs.accFrom !== "the list" || takeUp === null) return null;
  return Math.abs(100 * (takeUp - driverLevels(agreement).accessories.asked)) > onePoint ? takeUp : null;
}

/** Whether a take-up can be asked for; one line that loses and one that earns can make a share outside 0 to 100 %. */
export const canBeAsked = (takeUp: number): boolean => takeUp > -halfPoint && takeUp < 1 + halfPoint;

/** People say a take-up in whole per cent. */
const onePoint = 1;
const halfPoint = 0.005;

const later: Pick<Rule, "optional" | "since"> = { optional: true, since: "1.1" };

/** What a person enters for each line. */
export const crossSellColumns: readonly (Rule & { readonly key: keyof CrossSellLine; readonly label: string; readonly unit: string })[] = [
  { key: "product", label: "Product", unit: "text", ...optionalText, longest: 60, ...later },
  { key: "takeUp", label: "Take-up", unit: "% of its value", kind: "percent", min: 0, max: 1, ...later },
  { key: "value", label: "Value if all is taken", unit: "{currency}/{period}", kind: "money", min: 0, ...later },
  { key: "margin", label: "Margin", unit: "% of its value", kind: "percent", min: -1, max: 1, ...later },
];

/** The fields of all lines. */
export const crossSellFields: readonly Field[] = crossSellIds.flatMap((id) => crossSellColumns.map(({ key, label, ...rule }): Field => ({
  ...rule, id: `crossSell.${id}.${key}`, label: `Cross-sell line ${id}, ${label.toLowerCase()}`,
  get: (agreement) => lineOf(agreement, id)[key],
  set: (agreement, value) => withLine(agreement, id, { [key]: key === "product" ? value ?? "" : value }),
})));

/** What a line lacks to bring anything; an empty line lacks nothing. */
export const missingInLine = (line: CrossSellLine) =>
  (isEmpty(line) ? [] : crossSellColumns.filter(({ key }) => line[key] === emptyLine[key]));
