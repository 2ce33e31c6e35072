import { expectedSpend } from "../../../src/core/history/gamma-gamma";
import { historyLtv, purchaseModels } from "../../../src/core/history/history-ltv";
import { expectedPurchases } from "../../../src/core/history/purchase-model";
import { rows } from "./simulate";

const customers = { ...rows([2, 30.43, 38.86], [0, 0, 20], [7, 33, 35]), monetaryValue: Float64Array.of(35, NaN, 60) };
const spend = [6.25, 3.74, 15.44];
const parameters = {
  BGNBD: [0.243, 4.414, 0.793, 2.426], MBGNBD: [0.525, 6.183, 0.891, 1.614], PARETONBD: [0.5534, 10.5802, 0.6061, 11.6562],
};

describe.each(Object.keys(purchaseModels) as (keyof typeof purchaseModels)[])("value by %s", (name) => {
  const [model, own] = [purchaseModels[name], parameters[name]];
  const value = (rate: number, horizon: number) => historyLtv(model, own, spend, customers, { marginRate: 0.4, rate, horizon });
  const perOrder = expectedSpend(spend, customers.frequency, customers.monetaryValue);

  test("undiscounted it is expected purchases times spend times margin", () => {
    const purchases = expectedPurchases(model, own, customers, 52);
    value(0, 52).forEach((each, i) => expect(each / (purchases[i]! * perOrder[i]! * 0.4)).toBeCloseTo(1, 10));
  });
  test("discounted it is the sum unit by unit, and the value of a window is the difference of two horizons", () => {
    const window = value(0.01, 30).map((each, i) => each - value(0.01, 10)[i]!);
    const sum = new Float64Array(3);
    for (let t = 11; t <= 30; t++) {
      const [until, before] = [expectedPurchases(model, own, customers, t), expectedPurchases(model, own, customers, t - 1)];
      until.forEach((each, i) => (sum[i]! += (each - before[i]!) * perOrder[i]! * 0.4 * 1.01 ** -t));
    }
    window.forEach((each, i) => expect(each / sum[i]!).toBeCloseTo(1, 9));
  });
});
