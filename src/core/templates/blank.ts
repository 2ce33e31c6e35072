import { asksWith, onlyCommitments, usualInputs, type Start } from "./template";

const notAsked = { asked: 0, actual: 0, worst: 0 } as const;
const notMeasured = { asked: 0, actual: null, worst: 0 } as const;

/** Nothing answered yet: one order of 1,000 a year, paid on time, so that every sheet has something to work out. */
export const blank: Start = {
  id: "blank",
  label: "Blank",
  hint: "Only purchase and payment, everything else at 0: for a business that is like none of these",
  agreement: {
    inputs: {
      ...usualInputs, segment: "Our customers", period: "year",
      guessOrders: null, guessValue: null, guessMargin: null, guessYears: null,
      rate: 0.1, retBasis: "retention", retValue: 0.8, retWithout: 0.8, periods: 5, growth: 0, costGrowth: 0, type: 0, ac: 0,
      margin: 0.3, serve: 0, accValue: 0, upgMargin: 0, insightValue: 0, wacc: 0.09,
      incidents: 0, recovery: 0, loss: 0, contactsStd: 0, contactCost: 0,
      refConv: 0, refIncr: 0, refValue: 0,
      benefit: 0, worth: 0, price: 0, effort: 0,
    },
    drivers: {
      orders: { asked: 1, actual: 1, worst: 0 },
      orderValue: { asked: 1000, actual: 1000, worst: 0 },
      discount: notAsked,
      daysLate: { asked: 0, actual: 0, worst: 60 },
      accessories: notAsked, upgrades: notAsked, referrals: notAsked, insight: notAsked, forgiveness: notAsked, contacts: notAsked,
      abuse: notAsked,
      retention: { asked: 0.8, actual: 0.8, worst: 0.5 },
      growth: notAsked,
    },
    measures: { A01: notMeasured, A03: notMeasured, A08: notMeasured, A11: notMeasured, A12: notMeasured, A16: notMeasured },
    asks: asksWith({
      A02: { wording: "1 order a year", owner: "Sales" },
      A06: { wording: "Payment on the due date, 0 days late", owner: "Finance" },
    }),
    commitments: onlyCommitments("not answered yet"),
    links: {},
  },
};
