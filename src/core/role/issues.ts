import type { DriverId } from "../value/drivers";

/**
 * The nine issues that define a role, in source order (Lior Arussy, "Defining the role of the customer", 23 March 2004).
 * An issue is either a driver, the horizon, or worked out from the rest.
 */
export interface Issue {
  readonly number: number;
  readonly label: string;
  readonly question: string;
  readonly hint: string;
  readonly from: { readonly driver: DriverId } | { readonly input: "periods" } | { readonly worked: "lifetime" | "annual" };
  readonly source: string;
}

export const issues: readonly Issue[] = [
  { number: 1, label: "How long", question: "How long?", hint: "Years counted", from: { input: "periods" }, source: "Contract" },
  { number: 2, label: "How many purchases", question: "How many?", hint: "Purchases", from: { driver: "orders" }, source: "ERP" },
  { number: 3, label: "Value of a purchase", question: "How big is one?", hint: "List value of an order", from: { driver: "orderValue" }, source: "ERP" },
  { number: 4, label: "Value over the whole life", question: "What is the whole relationship worth?", hint: "Net lifetime value", from: { worked: "lifetime" }, source: "Value" },
  { number: 5, label: "Value of a year", question: "What is a year worth?", hint: "After discount and service", from: { worked: "annual" }, source: "Value" },
  { number: 6, label: "Growth of the yearly value", question: "Will it grow?", hint: "The yearly value", from: { driver: "growth" }, source: "Interview" },
  { number: 7, label: "Referrals", question: "How many referrals?", hint: "New customers introduced", from: { driver: "referrals" }, source: "CRM" },
  { number: 8, label: "Insight: kind and frequency", question: "What insight?", hint: "Product council sessions", from: { driver: "insight" }, source: "CRM" },
  { number: 9, label: "Cross-sell: accessories", question: "Other products?", hint: "Accessories, share of orders", from: { driver: "accessories" }, source: "ERP" },
];
