import { goalsWith } from "../role/goals";
import { asksWith, onlyCommitments, usualInputs, type Start } from "./template";

const singleSale = "a single sale";
const nothing = { asked: 0, actual: 0, worst: 0 } as const;
const notAsked = { asked: 1, actual: null, worst: 0 } as const;

/** One sale and no promise of a second: only purchase and payment count, and retention cannot pay for what we give. */
export const singleTransaction: Start = {
  id: "single-transaction",
  label: "Single transaction",
  hint: "One sale: purchase and payment only. Nothing renews, so what we give is simply part of the price",
  agreement: {
    inputs: {
      ...usualInputs, segment: "One-off buyer", period: "year", mode: "T",
      guessOrders: 1, guessValue: 1800, guessMargin: 0.32, guessYears: 1,
      rate: 0.1, retBasis: "retention", retValue: 0, retWithout: 0, periods: 1, growth: 0, costGrowth: 0, type: 0, ac: 110,
      margin: 0.35, serve: 60, accValue: 0, upgMargin: 0, insightValue: 0, wacc: 0.09, badDebt: 0.01,
      incidents: 0.1, recovery: 40, loss: 0, contactsStd: 2, contactCost: 12,
      refConv: 0, refIncr: 0, refValue: 0,
      benefit: 2100, worth: 60, price: 1746, effort: 40,
      noneExperience: singleSale, noneListening: singleSale, noneResponse: singleSale, noneBest: singleSale, noneFace: singleSale,
      noneSurprises: singleSale,
    },
    drivers: {
      orders: { asked: 1, actual: 1, worst: 0 },
      orderValue: { asked: 1800, actual: 1650, worst: 0 },
      discount: { asked: 0.03, actual: 0.03, worst: 0.15 },
      daysLate: { asked: 0, actual: 12, worst: 60 },
      accessories: nothing, upgrades: nothing, referrals: nothing, insight: nothing, forgiveness: nothing,
      contacts: { asked: 2, actual: 2, worst: 8 },
      abuse: { asked: 0.002, actual: 0.002, worst: 0.04 },
      retention: nothing, growth: nothing,
    },
    measures: { A01: notAsked, A03: notAsked, A08: notAsked, A11: notAsked, A12: notAsked, A16: notAsked },
    asks: asksWith({
      A02: { label: "Buy", wording: "1 order, as offered, accepted within 30 days",
        unit: "{currency} bought", frequency: "order", owner: "Sales", effort: 1, cooperate: 0.8, confidence: "A" },
      A06: { wording: "Payment on the due date, 0 days late",
        frequency: "order", owner: "Finance", effort: 1, cooperate: 0.8, must: 45, confidence: "A" },
    }),
    commitments: onlyCommitments(`none, ${singleSale}`, {
      2: { label: "Delivered within 5 days", wording: "Delivery within 5 working days of the order",
        unit: "working days", committed: 5, worst: 15, capability: 4, kept: 5, costDriver: "per order", quantity: 1, unitCost: 18,
        budget: 16, owner: "Logistics", evidence: "ERP", touchPoints: "Delivery", remedy: "Delivery fee returned",
        window: "a month", exclusions: "islands, abroad" },
      5: { label: "Money back within 14 days", wording: "Money back within 14 days of a return, no questions",
        unit: "days", committed: 14, worst: 30, capability: 10, kept: 12, costDriver: "per return", quantity: 0.05, unitCost: 120,
        owner: "Finance", evidence: "Refunds", touchPoints: "Phone, mail", remedy: "Interest for every day over",
        authority: 100, compensation: "10% voucher" },
    }),
    goals: goalsWith([
      { label: "Orders of one-off buyers", unit: "orders a year", target: 1200, by: "2027-12-31", asks: "A02" },
      { label: "Paid before delivery", unit: "% of orders", target: 95, by: "2027-12-31", asks: "A06" },
    ]),
    links: {
      A02: { K2: 9 },
      A06: { K2: 3, K5: 3 },
    },
  },
};
