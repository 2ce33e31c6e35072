import type { Step } from "./ladder";
import { dayOf } from "./sample-customers";
import type { Offer } from "./value-plan";

/** What Alder & Finch plans for its role: four offers over five years, which cover 92 % of what the role asks. */
export const sampleOffers: readonly Offer[] = [
  {
    id: "O1", label: "Boxes and trays under a frame contract", kind: "Core range", gain: "A price that holds for the year, and stock that waits for them",
    contribution: 13900, takeUp: [0.95, 0.95, 0.95, 0.95, 0.95],
  },
  {
    id: "O2", label: "Tape, film and labels with every order", kind: "Cross-sell", gain: "One delivery and one invoice for all that a line needs",
    contribution: 3200, takeUp: [0.3, 0.4, 0.5, 0.5, 0.5],
  },
  {
    id: "O3", label: "Lighter board for the three largest boxes", kind: "Up-sell", gain: "8% less material in each box, tested on their own line",
    contribution: 2500, takeUp: [0, 0.3, 0.3, 0.3, 0.3],
  },
  {
    id: "O4", label: "Packaging for the second site", kind: "Long-term", gain: "The same specification and the same people at both sites",
    contribution: 4000, takeUp: [0, 0, 0.2, 0.3, 0.4],
  },
];

/** The day on which the sample's plan is looked at. */
export const sampleDay = dayOf(2026, 3, 31);

/** The worked ladder: 5,565.89 in all, of which one gate blocks 3,820.44. */
export const sampleLadder: readonly Step[] = [
  {
    id: "M1", label: "Pilot line", test: "Orders of a quarter complete and on time, as the customer counts them", committed: 12, realised: 12, needed: 1,
    due: dayOf(2026, 3, 1), probability: 0.6, value: 3200, years: 1,
  },
  {
    id: "M2", label: "Roll-out to all lines", test: "Waste saved in kg a month, confirmed by the customer", committed: 400, realised: 360, needed: 1,
    due: dayOf(2026, 9, 30), probability: 0.45, value: 9000, years: 2,
  },
  {
    id: "M3", label: "Second site", test: "Hours saved in packing a week, confirmed by the customer", committed: 20, realised: 20, needed: 1,
    due: dayOf(2027, 9, 30), probability: 0.35, value: 1800, years: 3,
  },
];
