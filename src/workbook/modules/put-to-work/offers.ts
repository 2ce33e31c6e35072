import { offerHeadings, offerKinds, planPeriods, type Offer, type OfferKind } from "../../../core/portfolio/value-plan";
import { columnLetters } from "../../address";
import {
  across, calc, columnsOf, head, line, link, note, table, total, totalLine, type BlockSpec, type CellSpec, type EntrySpec, type TableColumn,
} from "../../spec";
import { decimal, same, share, typed, worked, words } from "./cells";

const periods = Array.from({ length: planPeriods }, (_, period) => period);
/** Planned contribution stands under what is asked, period by period. */
const years = periods.map((period) => columnLetters(14 + period));
const [first, last] = [years[0]!, years.at(-1)!];

/** A line of the role in one period as it is asked, by the kind of offer that brings it. */
const askedOf: Readonly<Record<OfferKind, string>> = {
  "Core range": "[stakes/out_contribution_role] - [stakes/out_accessories_role] - [stakes/out_upgrades_role]",
  "Cross-sell": "[stakes/out_accessories_role]", "Up-sell": "[stakes/out_upgrades_role]", "Long-term": "[stakes/out_contribution_role]",
};
const meaning: Readonly<Record<OfferKind, string>> = {
  "Core range": "What they buy today, after discount and the cost to serve", "Cross-sell": "What goes with it: accessories as asked",
  "Up-sell": "What replaces it by something better: upgrades as asked", "Long-term": "What growth as asked adds from period to period",
};
const stays = () => "[@$I]";
const grows = () => "[@$I] * ((1 + [$growth]) ^ ([period] - 1) - 1)";
const covered = 'IF([@E] = 0, 0, [@F] / [@E])';

/** What the role asks, kind by kind and period by period, and how much of it the offers cover. */
export const askedByKind: BlockSpec = {
  id: "askedByKind",
  bands: [{ title: "Marketing: does the plan cover what the role asks?", tone: "ask", from: "A" }],
  heads: {
    B: head("Label"), C: head("Unit"), D: head("Source"), E: head("Asked in all", "right"), F: head("Planned", "right"), G: head("Covered", "right"),
    H: head("What it is"), I: head("A {period} as asked", "right"), ...across(years, (_, i) => head(`Asked ${i + 1}`, "right")),
  },
  rows: [
    line("period", { label: "Period", unit: "no.", source: "Counted" }, across(years, () => calc("N([<period]) + 1", "flag"))),
    ...offerKinds.map((kind) => line(`asked${offerKinds.indexOf(kind)}`, { label: kind, unit: "{currency}", source: "Stakes" }, {
      E: calc(`SUM([@${first}:${last}])`, "money"), F: calc("SUMIF([offers.kind], [@B], [offers.total])", "money"), G: calc(covered, "percent"),
      H: note(meaning[kind]), I: link(askedOf[kind], "money"), ...across(years, () => calc((kind === "Long-term" ? grows : stays)(), "money")),
    })),
    totalLine("allKinds", { label: "All that the role asks", unit: "{currency}" }, last, {
      E: total("SUM([asked0]:[asked3])", "money"), F: total("SUM([offers.total])", "money"), G: total(covered, "percent"),
      ...across(years, () => total("SUM([asked0]:[asked3])", "money")),
    }),
    line("plannedAll", { label: "Planned by the offers below", unit: "{currency}", source: "Below" }, across(years, () => calc("SUM([offers])", "money"))),
    line("coveredAll", { label: "Covered in the period", unit: "% of the role", source: "Lines above" },
      across(years, () => calc("IF([allKinds] = 0, 0, [plannedAll] / [allKinds])", "percent"))),
  ],
};

const takeUpColumn = (period: number, of: (row: number) => CellSpec["content"]): TableColumn<number> =>
  ({ key: `takeUp${period + 1}`, head: offerHeadings.takeUp[period]!, width: 12, align: "right", cell: (row) => typed(of(row), "inputPercent") });

function offerColumns(offers: readonly Offer[]): TableColumn<number>[] {
  const text = (key: "id" | "label" | "kind" | "gain"): TableColumn<number> =>
    ({ key, head: offerHeadings[key], width: 12, cell: (row) => typed(offers[row]![key]) });
  return [
    text("id"), text("label"), same("unit", "Unit", "{currency}"), same("source", "Source", "Typed"),
    worked("total", "Planned in all", `SUM([@planned1:planned${planPeriods}])`, "money"), text("kind"),
    worked("part", "Part of the plan", "IF(SUM([offers.total]) = 0, 0, [@total] / SUM([offers.total]))", "percent"), text("gain"),
    { key: "contribution", head: offerHeadings.contribution, width: 12, align: "right", cell: (row) => typed(offers[row]!.contribution, "inputMoney") },
    ...periods.map((period) => takeUpColumn(period, (row) => offers[row]!.takeUp[period] ?? NaN)),
    ...periods.map((period) => worked(`planned${period + 1}`, `Planned ${period + 1}`, `N([@$contribution]) * N([@takeUp${period + 1}])`, "money")),
  ];
}

/** One offer a row: what it brings when all take it up, and how many are expected to, period by period. */
export const offersTable = (offers: readonly Offer[]): BlockSpec => {
  const columns = offerColumns(offers);
  return table("offers", columns, offers.map((_, row) => row), (row) => `offer${row + 1}`, {
    bands: [{ title: "Offer by offer", tone: "ask", from: "A" }], headHeight: 33, table: "tblOffers", columns: columnsOf(columns),
  });
};

export const offerEntries: readonly EntrySpec[] = [
  words("offers.id", "Id"), words("offers.label", "Offer"), words("offers.gain", "What the customer gains"),
  { on: "offers.kind", kind: "list", source: offerKinds, title: "Kind", message: "Choose from the list.", optional: true },
  decimal("offers.contribution", "Contribution", "What the offer contributes in a period when all take it up."),
  decimal(`offers.takeUp1:takeUp${planPeriods}`, "Take-up", "Expected share of customers or orders, 0 to 100 %.", share),
];
