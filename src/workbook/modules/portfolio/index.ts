import { customersOf } from "../../../core/portfolio/customers";
import { dayOf, sampleCustomers } from "../../../core/portfolio/sample-customers";
import type { Module } from "../module";
import { mostNative } from "../most-native";
import { customersSheet, type PortfolioData } from "./customers-sheet";
import { datedScoresSheet } from "./dated-scores-sheet";
import { scoresSheet } from "./scores-sheet";
import { countsInWords } from "./scores-totals";
import { whaleSheet } from "./whale-sheet";

export type { CustomersFrom, PortfolioData } from "./customers-sheet";

/** Customers judged by the role: what each is worth, how well each plays it, and what follows. */
export const portfolio: Module<PortfolioData> = {
  id: "portfolio",
  title: "Customers and Scores",
  purpose: "Each customer's fit, value and verdict, with native formulas",
  needs: [],
  sheets: (agreement, data) =>
    [customersSheet(agreement, data), (data.customers.count > mostNative ? datedScoresSheet : scoresSheet)(agreement, data)],
  blank: () => ({ customers: customersOf([{ id: "C01", levels: {} }]), asOf: dayOf(2026, 1, 1) }),
  remember: ({ from }) => from,
  example: () => ({ customers: sampleCustomers, asOf: dayOf(2026, 3, 31) }),
  sockets: {
    chk_customers: '[scores/twice]',
    chk_verdicts: "[scores/customers] - SUM([scores/counts.E])",
    chk_overrides: "[scores/unfinished]",
    out_verdicts: countsInWords,
    out_recoverable: 'FIXED([scores/recoverable], 0) & " " & [inputs/in_currency]',
  },
};

/** Where the profit comes from, and where it goes again: all it asks is for how many customers. */
export const whale: Module<{ readonly customers: { readonly count: number } }> = {
  id: "whale",
  title: "Whale",
  purpose: "Customers from the most to the least profitable, and what they add up to",
  needs: ["portfolio"],
  sheets: (_, { customers }) => [whaleSheet(customers.count)],
  blank: portfolio.blank,
  starts: { table: "tblCustomers", from: ({ rows }) => ({ customers: { count: rows.length } }) },
  example: portfolio.example,
  sockets: { chk_whale: "[whale/last] - [whale/total]" },
};
