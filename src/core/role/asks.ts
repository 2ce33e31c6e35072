import type { GroupId, NumberKind } from "../value/drivers";

/** Where an ask comes from: 11 lifecycle aspects, 11 responsibilities and 9 issues, merged into 18 asks without repetition. */
export type AskId =
  | "A01" | "A02" | "A03" | "A04" | "A05" | "A06" | "A07" | "A08" | "A09"
  | "A10" | "A11" | "A12" | "A13" | "A14" | "A15" | "A16" | "A17" | "A18";

/** The four groups an ask is shown under, in the order of the panel. */
export const families = ["Buy", "Pay a fair price", "Be a good partner", "Speak for us"] as const;
export type Family = (typeof families)[number];

export interface AskDefinition {
  readonly id: AskId;
  readonly label: string;
  readonly family: Family;
  readonly aspect?: string;
  readonly responsibility?: string;
  /** The driver group the ask moves; its stake is that group's stake times its driver share. */
  readonly driver: GroupId;
  /** Set when the ask is measured by the driver itself: target and worst are then the driver's own levels. */
  readonly measured?: "driver";
  readonly unit: string;
  readonly kind: NumberKind;
  readonly hint: string;
  readonly source: string;
  readonly frequency: string;
  /** Counts only when we kept our own word (for instance "recommend us, if we did a great job"). */
  readonly conditional?: true;
  /** Counts also for a customer who is a single transaction. */
  readonly transaction?: true;
}

/** The 18 asks. The twelve measured by their driver come first, in the order of their weight in the worked example. */
export const asks: readonly AskDefinition[] = [
  { id: "A02", label: "Buy regularly", family: "Buy", aspect: "Purchase", responsibility: "Purchase and pay on time", driver: "purchases", measured: "driver", unit: "{currency} bought/{period}", kind: "money", hint: "Orders times the value of an order", source: "ERP", frequency: "month", transaction: true },
  { id: "A13", label: "Not only for the price", family: "Pay a fair price", responsibility: "Not focus just on price", driver: "discount", measured: "driver", unit: "% discount", kind: "percent", hint: "Discount realised, weighted by value", source: "Quotes", frequency: "quote" },
  { id: "A18", label: "Stay with us", family: "Be a good partner", responsibility: "Not rush to competitors", driver: "retention", measured: "driver", unit: "% per {period}", kind: "percent", hint: "Of 100 customers, how many still buy a {period} later", source: "Master data", frequency: "year" },
  { id: "A14", label: "Expect what is reasonable", family: "Be a good partner", responsibility: "Reasonable expectations", driver: "contacts", measured: "driver", unit: "contacts/{period}", kind: "count", hint: "Service contacts, against the agreed standard", source: "Service desk", frequency: "month" },
  { id: "A15", label: "More of the budget", family: "Buy", responsibility: "Give us a large part of the budget", driver: "growth", measured: "driver", unit: "% growth/{period}", kind: "percent", hint: "Growth of the margin we earn", source: "Interview", frequency: "year" },
  { id: "A07", label: "Recommend us", family: "Speak for us", aspect: "Referrals", responsibility: "Recommend us, if we do a great job", driver: "referrals", measured: "driver", unit: "referrals/{period}", kind: "decimal", hint: "New customers introduced", source: "CRM", frequency: "quarter", conditional: true },
  { id: "A09", label: "Forgive an honest mistake", family: "Be a good partner", aspect: "Forgiveness", responsibility: "Forgive when we make a mistake", driver: "forgiveness", measured: "driver", unit: "% of incidents", kind: "percent", hint: "Incidents settled without escalation, penalty or lost order", source: "Service desk", frequency: "quarter", conditional: true },
  { id: "A05", label: "Take some accessories", family: "Buy", responsibility: "Accept some accessories", driver: "accessories", measured: "driver", unit: "% of orders", kind: "percent", hint: "Orders with a matching accessory", source: "ERP", frequency: "month" },
  { id: "A17", label: "Be honest", family: "Pay a fair price", responsibility: "Be honest, not take advantage", driver: "abuse", measured: "driver", unit: "% of revenue", kind: "percent", hint: "Claims and returns without ground", source: "Credit notes", frequency: "quarter" },
  { id: "A06", label: "Pay on time", family: "Pay a fair price", aspect: "On-time payment", responsibility: "Purchase and pay on time", driver: "daysLate", measured: "driver", unit: "days late", kind: "count", hint: "Days beyond terms, weighted by amount", source: "Receivables", frequency: "month", transaction: true },
  { id: "A04", label: "Upgrade when it fits", family: "Buy", aspect: "Upgrade", responsibility: "Upgrade when applicable", driver: "upgrades", measured: "driver", unit: "% taken", kind: "percent", hint: "Applicable upgrades taken", source: "ERP", frequency: "year" },
  { id: "A10", label: "Give feedback", family: "Speak for us", aspect: "Feedback", driver: "insight", measured: "driver", unit: "sessions/{period}", kind: "count", hint: "Feedback or council sessions", source: "CRM", frequency: "quarter" },
  { id: "A01", label: "Know our offer", family: "Buy", aspect: "Awareness", driver: "accessories", unit: "% of offer lines known", kind: "percent", hint: "Lines the customer can name, of those relevant", source: "Account review", frequency: "year" },
  { id: "A03", label: "Come back for more", family: "Buy", aspect: "Repeat purchase", driver: "purchases", unit: "% of months with an order", kind: "percent", hint: "Months with at least one order", source: "ERP", frequency: "quarter" },
  { id: "A08", label: "Speak in public", family: "Speak for us", aspect: "Evangelizing", responsibility: "Evangelize, if we do a great job", driver: "referrals", unit: "public acts/{period}", kind: "count", hint: "Cases, talks, reviews and reference calls", source: "Marketing log", frequency: "year", conditional: true },
  { id: "A11", label: "Commit for the long term", family: "Be a good partner", aspect: "Long-term relationships", driver: "retention", unit: "contract years", kind: "decimal", hint: "Years agreed or already spent together", source: "Master data", frequency: "year" },
  { id: "A12", label: "Leave us a fair margin", family: "Pay a fair price", aspect: "High margins", driver: "discount", unit: "% contribution", kind: "percent", hint: "Contribution of the customer's revenue", source: "ERP", frequency: "quarter" },
  { id: "A16", label: "Notice the value", family: "Be a good partner", responsibility: "Notice the value, not take it for granted", driver: "retention", unit: "% of value reviews", kind: "percent", hint: "Reviews in which the customer confirms our value figure", source: "Review minutes", frequency: "year" },
];

/** The ask by which the customer teaches us something: its kind is chosen among the inputs. */
export const insightAsk: AskId = "A10";

export const askById = new Map<string, AskDefinition>(asks.map((ask) => [ask.id, ask]));
