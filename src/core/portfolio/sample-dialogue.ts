import type { Consent, Conversation } from "./dialogue";
import { dayOf } from "./sample-customers";

type Said = readonly [
  customer: string, who: string, on: number, clause: string, level: number | null, unit: string, accepts: Consent | "", probability: number | null,
  words: string, closedOn: number | null,
];

const said: readonly Said[] = [
  ["Amber Dairy", "Buyer", dayOf(2026, 2, 3), "A02", 60000, "EUR bought/year", "yes", 0.8, "Monthly orders suit us, we plan that way anyhow.", dayOf(2026, 2, 20)],
  ["Amber Dairy", "Buyer", dayOf(2026, 2, 3), "A07", 1, "referrals/year", "yes", 0.7, "We do that when you deliver. Ask us in autumn.", dayOf(2026, 2, 20)],
  ["Delta Produce", "Plant manager", dayOf(2026, 2, 10), "A13", 8, "% discount", "with changes", 0.4, "5% is not what others ask. Make it 8%.", null],
  ["Delta Produce", "Plant manager", dayOf(2026, 2, 10), "K2", 98, "% on time in full", "yes", 0.9, "On time matters more to us than price.", dayOf(2026, 2, 27)],
  ["Elm Snacks", "Owner", dayOf(2026, 2, 12), "A13", 5, "% discount", "yes", 0.6, "Fair, as long as the price holds for a year.", dayOf(2026, 2, 27)],
  ["Elm Snacks", "Owner", dayOf(2026, 2, 12), "A10", 2, "sessions/year", "with changes", 0.5, "Twice a year is what I have time for.", null],
  ["Fern Foods", "Head of purchasing", dayOf(2026, 2, 17), "A06", 14, "days late", "with changes", 0.7, "Our payment run is every two weeks.", null],
  ["Fern Foods", "Head of purchasing", dayOf(2026, 2, 17), "A18", 90, "% per year", "yes", 0.5, "We stay when the quarter of late trucks is behind us.", dayOf(2026, 3, 6)],
  ["Fern Foods", "Head of purchasing", dayOf(2026, 2, 17), "A14", 60, "contacts/year", "no", 0.3, "30 contacts? We call when labels are wrong.", null],
];

/** Nine answers of four customers of the worked example. */
export const sampleDialogue: readonly Conversation[] = said.map(
  ([customer, who, on, clause, level, unit, accepts, probability, words, closedOn]) =>
    ({ customer, who, on, clause, level, unit, accepts, probability, words, closedOn }));
