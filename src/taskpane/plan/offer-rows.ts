import { amount, optionalText, share, text } from "../../core/field";
import { offerHeadings, offerKinds, type Offer } from "../../core/portfolio/value-plan";
import type { TableNow } from "../../workbook";
import { numberIn, rowsNow, textIn, type RowNow, type TypedColumn } from "./typed-rows";

const { label, kind, gain, contribution, takeUp } = offerHeadings;

/** What is said of an offer, in the order of its questions. */
export const offerColumns: Readonly<Record<"label" | "kind" | "gain" | "contribution", TypedColumn>> = {
  label: { ...text, heading: label, label: "Offer" },
  kind: { kind: "list", options: offerKinds, optional: true, heading: kind, label: "What does it add to?" },
  gain: { ...optionalText, heading: gain, label: "What does the customer gain from it?" },
  contribution: { ...amount, optional: true, heading: contribution, label: "Contribution when all take it up" },
};

/** How many take it up, period by period. */
export const takeUpColumns: readonly TypedColumn[] = takeUp.map((heading, i) => ({ ...share, optional: true, heading, label: `${i + 1}` }));

/** An offer with its place in the table. */
export interface OfferNow extends Offer { readonly at: RowNow }

/** A row that nobody has named waits to be filled. */
export const isWaitingOffer = (row: RowNow) => textIn(row, label) === "";

/** The offers that have a name. One of no kind of ours counts as part of the core range. */
export const offersIn = (table: TableNow): OfferNow[] => rowsNow(table).filter((row) => !isWaitingOffer(row)).map((at) => ({
  at, id: textIn(at, "Id"), label: textIn(at, label), gain: textIn(at, gain), contribution: numberIn(at, offerColumns.contribution),
  kind: offerKinds.find((each) => each.toLowerCase() === textIn(at, kind).toLowerCase()) ?? offerKinds[0],
  takeUp: takeUpColumns.map((column) => numberIn(at, column)),
}));
