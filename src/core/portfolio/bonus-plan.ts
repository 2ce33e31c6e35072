import { atLeast, within } from "../fault";
import { bonusPaidOnLoss } from "./bonus";

/** A sale that somebody is paid for. */
export interface Sale {
  readonly id: string;
  readonly customer: string;
  readonly seller: string;
  /** Value of the customer before the bonus, currency, any sign. */
  readonly value: number;
  /** What the plan of today pays at once. */
  readonly bonus: number;
  /** Which stages the customer has come to, in the order of the plan. */
  readonly met: readonly boolean[];
}

/** A plan that pays a share of proven value, stage by stage. */
export interface BonusPlan {
  /** Share of the customer's value that goes to the seller, 0 to 1. */
  readonly pool: number;
  readonly stages: readonly { readonly label: string; readonly test: string; readonly share: number }[];
}

/** Four equal stages: nothing is clawed back, because nothing is paid before it is proven. */
export const usualPlan: BonusPlan = {
  pool: 0.05,
  stages: [
    { label: "Agreed", test: "The charter is signed by both sides", share: 0.25 },
    { label: "First value", test: "The customer confirms the first value success", share: 0.25 },
    { label: "Role played", test: "Fit at the line after a year", share: 0.25 },
    { label: "Renewed", test: "The customer renews at the agreed terms", share: 0.25 },
  ],
};

/** One sale under both plans. */
export interface PaidSale extends Sale {
  /** Today's bonus that no value stands behind. */
  readonly onLoss: number;
  /** What the staged plan pays if all stages are met, has paid so far, and still holds. */
  readonly staged: number;
  readonly paid: number;
  readonly open: number;
}

/** Both plans side by side. */
export interface BonusComparison {
  readonly sales: readonly PaidSale[];
  readonly bonus: number;
  readonly onLoss: number;
  readonly staged: number;
  readonly paid: number;
  /** What the staged plan pays at each stage if it is met, in the order of the plan. */
  readonly byStage: readonly number[];
  readonly bySeller: readonly { readonly seller: string; readonly bonus: number; readonly staged: number; readonly change: number }[];
}

/**
 * What a staged bonus pays for one sale: value x pool x shares met; a customer without value earns nobody a bonus.
 * @example stagedBonus(57320, [true, true, false, false]) is 1433
 */
export function stagedBonus(value: number, met: readonly boolean[], { pool, stages }: BonusPlan = usualPlan): number {
  const shares = stages.reduce((sum, { share }, i) => sum + (met[i] ? within("share", share, 0, 1) : 0), 0);
  return Math.max(0, value) * within("pool", pool, 0, 1) * shares;
}

/** Compares the bonus of today with one on value, sale by sale, stage by stage, seller by seller (winners first). */
export function compareBonuses(sales: readonly Sale[], plan: BonusPlan = usualPlan): BonusComparison {
  const all = plan.stages.map(() => true);
  const rows = sales.map((sale): PaidSale => {
    const [staged, paid] = [stagedBonus(sale.value, all, plan), stagedBonus(sale.value, sale.met, plan)];
    return { ...sale, onLoss: bonusPaidOnLoss(sale.value, atLeast("bonus", sale.bonus, 0)), staged, paid, open: staged - paid };
  });
  const sum = (key: "bonus" | "onLoss" | "staged" | "paid", of: readonly PaidSale[] = rows) =>
    of.reduce((total, row) => total + row[key], 0);
  const sellers = [...new Set(sales.map(({ seller }) => seller))].map((seller) => {
    const own = rows.filter((row) => row.seller === seller);
    const [bonus, staged] = [sum("bonus", own), sum("staged", own)];
    return { seller, bonus, staged, change: staged - bonus };
  });
  return {
    sales: rows, bonus: sum("bonus"), onLoss: sum("onLoss"), staged: sum("staged"), paid: sum("paid"),
    byStage: plan.stages.map((_, stage) => {
      const only = all.map((_each, i) => i === stage);
      return sales.reduce((total, { value }) => total + stagedBonus(value, only, plan), 0);
    }),
    bySeller: sellers.sort((a, b) => b.change - a.change),
  };
}
