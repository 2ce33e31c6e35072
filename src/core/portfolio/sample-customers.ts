import type { AskId } from "../role/asks";
import { customersOf, type Customer, type Customers, type Stage } from "./customers";

/** Excel's number of a day. */
export const dayOf = (year: number, month: number, day: number) => Date.UTC(year, month - 1, day) / 86_400_000 + 25_569;

/** Contribution, retention, growth and referrals a year now, the same if the role is played, and the bonus paid for winning. */
type Money = readonly [number, number, number, number, number, number, number, number, number];
type Start = readonly [id: string, name: string, stage: Stage, tier: "all" | "best", money: Money];

const starts: readonly Start[] = [
  ["C01", "Amber Dairy", "Evangelizing", "best", [24500, 0.93, 0.03, 1, 26000, 0.94, 0.03, 1.2, 3000]],
  ["C02", "Birch Bakeries", "Referrals", "best", [18200, 0.9, 0.02, 0.8, 20300, 0.92, 0.03, 1, 2500]],
  ["C03", "Cedar Meats", "Referrals", "best", [15900, 0.88, 0.02, 0.6, 17300, 0.9, 0.02, 1, 2000]],
  ["C04", "Delta Produce", "Upgrade", "all", [12400, 0.86, 0.02, 0.5, 17900, 0.9, 0.03, 1, 2000]],
  ["C05", "Elm Snacks", "Upgrade", "all", [9800, 0.85, 0.01, 0.3, 14600, 0.9, 0.02, 0.8, 1500]],
  ["C06", "Fern Foods", "Repeat purchase", "all", [5269.301, 0.82, 0.01, 0.5, 16295.726, 0.9, 0.03, 1, 1500]],
  ["C07", "Grove Drinks", "Repeat purchase", "all", [4300, 0.8, 0.01, 0.2, 9400, 0.88, 0.02, 0.5, 1200]],
  ["C08", "Hazel Catering", "Purchase", "all", [2900, 0.78, 0, 0, 5100, 0.82, 0.01, 0.3, 2000]],
  ["C09", "Iris Wholesale", "Repeat purchase", "all", [1200, 0.75, 0, 0, 7000, 0.85, 0.01, 0.3, 1500]],
  ["C10", "Juniper Deli", "Repeat purchase", "all", [3600, 0.76, 0, 0.2, 6200, 0.82, 0.01, 0.4, 900]],
  ["C11", "Kestrel Retail", "Repeat purchase", "all", [-2500, 0.78, 0, 0, 1000, 0.85, 0, 0.1, 2500]],
  ["C12", "Larch Discount", "Repeat purchase", "all", [-6800, 0.85, 0, 0, 800, 0.85, 0, 0, 3500]],
];

const observedAsks: readonly AskId[] = ["A02", "A13", "A18", "A14", "A15", "A07", "A09", "A05", "A17", "A06", "A04", "A10"];

/** What is observed of each, in the order of the asks above; null where nobody measured. */
const observed: readonly (readonly (number | null)[])[] = [
  [66000, 0.06, 0.93, 36, 0.03, 1, 0.9, 0.45, 0.003, 6, 0.25, 3],
  [58000, 0.07, 0.9, 42, 0.02, 0.8, 0.8, 0.45, 0.004, 9, 0.25, null],
  [54000, 0.07, 0.88, 45, 0.02, 0.6, 0.8, 0.4, 0.005, 12, null, 2],
  [48000, 0.08, 0.86, 60, 0.02, 0.5, 0.7, 0.3, 0.006, 15, 0.15, 1],
  [46000, 0.09, 0.85, 66, 0.01, 0.3, 0.6, 0.25, null, 20, 0.1, 1],
  [52000, 0.12, 0.82, 85, 0.01, 0.5, 0.5, 0.2, 0.01, 18, 0.1, 0],
  [40000, 0.1, 0.8, 80, 0.01, 0.2, 0.5, 0.2, 0.01, 25, null, null],
  [42000, null, null, null, 0, null, null, 0.25, null, 15, null, null],
  [44000, 0.13, 0.75, 100, 0, 0, 0.4, 0.1, 0.014, 35, 0.05, 0],
  [36000, 0.1, 0.76, 75, 0, 0.2, 0.5, 0.15, 0.01, 52, 0.05, 0],
  [34000, 0.14, 0.78, 110, 0, 0, 0.3, 0.05, 0.018, 40, 0, 0],
  [30000, 0.15, 0.85, 120, 0, 0, 0.3, 0, 0.02, 44, 0, 0],
];

/** Owner, owner since, agreed on (null: nothing agreed) and first order. */
const history: readonly (readonly [string, number, number | null, number])[] = [
  ["Marta Lind", dayOf(2019, 3, 4), dayOf(2019, 2, 18), dayOf(2019, 3, 4)],
  ["Marta Lind", dayOf(2020, 9, 1), dayOf(2020, 8, 24), dayOf(2020, 9, 7)],
  ["Owen Price", dayOf(2021, 1, 11), dayOf(2021, 2, 15), dayOf(2021, 1, 18)],
  ["Owen Price", dayOf(2021, 6, 1), dayOf(2021, 5, 20), dayOf(2021, 6, 8)],
  ["Ines Rocha", dayOf(2024, 1, 8), dayOf(2022, 4, 4), dayOf(2022, 3, 14)],
  ["Ines Rocha", dayOf(2022, 10, 3), dayOf(2022, 9, 26), dayOf(2022, 10, 3)],
  ["Owen Price", dayOf(2024, 1, 8), null, dayOf(2023, 2, 6)],
  ["Ines Rocha", dayOf(2025, 5, 12), null, dayOf(2025, 5, 19)],
  ["Ines Rocha", dayOf(2024, 7, 1), null, dayOf(2022, 7, 11)],
  ["Owen Price", dayOf(2023, 11, 6), null, dayOf(2023, 11, 13)],
  ["Marta Lind", dayOf(2025, 2, 3), null, dayOf(2020, 5, 25)],
  ["Owen Price", dayOf(2022, 1, 10), null, dayOf(2018, 10, 1)],
];

const kept: Partial<Customer> = {
  override: "Renegotiate", reason: "Shares the delivery run of Delta Produce until the depot moves", overrideOwner: "Head of sales",
  until: dayOf(2026, 6, 30),
};

/**
 * The twelve customers of the worked example, fictional like the company: one for each verdict, a customer nobody has measured
 * (Hazel Catering), one who breaks a must (Juniper Deli), a loyal loss-maker (Larch Discount) and one override (Kestrel Retail).
 */
export const sampleCustomers: Customers = customersOf(starts.map(([id, name, stage, tier, money], row): Customer => {
  const [contribution, retention, growth, referrals, potContribution, potRetention, potGrowth, potReferrals, bonus] = money;
  const [owner, ownerSince, agreedOn, firstOrder] = history[row]!;
  return {
    id, name, mode: "R", stage, tier, owner, ownerSince, agreedOn, firstOrder,
    contribution, retention, growth, referrals, potContribution, potRetention, potGrowth, potReferrals, bonus,
    levels: Object.fromEntries(observedAsks.map((ask, i) => [ask, observed[row]![i]!])),
    ...(name === "Kestrel Retail" && kept),
  };
}));
