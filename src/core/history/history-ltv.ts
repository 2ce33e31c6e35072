import { bgNbd } from "./bg-nbd";
import { expectedSpend } from "./gamma-gamma";
import type { Histories } from "./groups";
import { mbgNbd } from "./mbg-nbd";
import { paretoNbd } from "./pareto-nbd";
import { timesAlive, type PurchaseModel } from "./purchase-model";

/** How expected purchases become money: margin as a share of spend, discount rate per unit of time, whole units ahead. */
export interface Terms { readonly marginRate: number; readonly rate: number; readonly horizon: number }

/**
 * Value of every customer's future purchases, in the currency of the spend: the purchases expected in each unit of time ahead,
 * times expected spend and margin, discounted to the end of that unit. Spend does not depend on how often somebody buys.
 */
export function historyLtv(
  model: PurchaseModel, parameters: readonly number[], spendParameters: readonly number[],
  histories: Histories & { readonly monetaryValue: Float64Array }, { marginRate, rate, horizon }: Terms,
): Float64Array {
  const spend = expectedSpend(spendParameters, histories.frequency, histories.monetaryValue);
  const values = timesAlive(model, parameters, histories, (x, T) => {
    let [sum, before] = [0, 0];
    for (let t = 1; t <= horizon; t++) {
      const until = model.purchasesIfAlive(parameters, x, T, t);
      sum += (until - before) * (1 + rate) ** -t;
      before = until;
    }
    return sum;
  });
  return values.map((discounted, i) => discounted * spend[i]! * marginRate);
}

/** The models a lifetime value can be based on, by the name in the row of their parameters. */
export const purchaseModels = { BGNBD: bgNbd, MBGNBD: mbgNbd, PARETONBD: paretoNbd } as const satisfies Record<string, PurchaseModel>;
