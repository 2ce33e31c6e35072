/** What moves the money: thirteen drivers in twelve groups. An ask is worth what its group of drivers is worth. */
export type DriverId =
  | "orders" | "orderValue" | "discount" | "daysLate" | "accessories" | "upgrades" | "referrals" | "insight"
  | "forgiveness" | "contacts" | "abuse" | "retention" | "growth";

/** Drivers that move together when a stake is priced: orders and order value are one group, every other driver is its own. */
export type GroupId = "purchases" | Exclude<DriverId, "orders" | "orderValue">;

/** How a number is written: money without decimals, shares as per cent, counts whole, decimals with one digit. */
export type NumberKind = "money" | "percent" | "count" | "decimal";

export interface Driver {
  readonly id: DriverId;
  readonly label: string;
  /** Unit as printed; `{currency}` and `{period}` are replaced by the agreement's own. */
  readonly unit: string;
  readonly group: GroupId;
  readonly kind: NumberKind;
  /** Legal range of a level; most growth and retention levels are fractions. */
  readonly min: number;
  readonly max?: number;
}

/** The driver table, in the order of the Inputs and Stakes sheets. */
export const drivers: readonly Driver[] = [
  { id: "orders", label: "Orders", unit: "orders/{period}", group: "purchases", kind: "count", min: 0 },
  { id: "orderValue", label: "Value of an order", unit: "{currency}", group: "purchases", kind: "money", min: 0 },
  { id: "discount", label: "Discount given", unit: "% of list value", group: "discount", kind: "percent", min: 0, max: 1 },
  { id: "daysLate", label: "Days late", unit: "days beyond terms", group: "daysLate", kind: "count", min: -365 },
  { id: "accessories", label: "Accessories taken", unit: "% of orders", group: "accessories", kind: "percent", min: 0, max: 1 },
  { id: "upgrades", label: "Upgrades taken", unit: "% of applicable", group: "upgrades", kind: "percent", min: 0, max: 1 },
  { id: "referrals", label: "Referrals", unit: "referrals/{period}", group: "referrals", kind: "decimal", min: 0 },
  { id: "insight", label: "Insight sessions", unit: "sessions/{period}", group: "insight", kind: "count", min: 0 },
  { id: "forgiveness", label: "Mistakes forgiven", unit: "% of incidents", group: "forgiveness", kind: "percent", min: 0, max: 1 },
  { id: "contacts", label: "Service contacts", unit: "contacts/{period}", group: "contacts", kind: "count", min: 0 },
  { id: "abuse", label: "Claims without ground", unit: "% of revenue", group: "abuse", kind: "percent", min: 0, max: 1 },
  { id: "retention", label: "Retention", unit: "% per {period}", group: "retention", kind: "percent", min: 0, max: 1 },
  { id: "growth", label: "Growth of margin", unit: "% per {period}", group: "growth", kind: "percent", min: -1, max: 1 },
];

export const driverById = new Map<string, Driver>(drivers.map((driver) => [driver.id, driver]));

/** The twelve groups in driver order, each with the label an ask uses for its driver. */
export const groups: readonly { readonly id: GroupId; readonly label: string }[] = [
  { id: "purchases", label: "Purchases" },
  ...drivers.slice(2).map(({ id, label }) => ({ id: id as GroupId, label })),
];
