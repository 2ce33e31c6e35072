import { columnLetters } from "../../../src/workbook/address";
import { compareWishes } from "../../../src/core/history/wishes";
import { tallyOrders } from "../../../src/core/history/order-list";
import { realityOf } from "../../../src/core/history/reality";
import type { Orders } from "../../../src/core/history/rfm";
import type { HistoryData } from "../../../src/workbook/modules/history";
import { firstDay, simulateOrders, span } from "../../core/history/simulated-orders";

/** The orders of a seeded simulation as a person keeps them: headings and rows. */
export function orderTable({ customer, date, amount }: Orders): (string | number)[][] {
  return [["Order", "Customer", "Date", "Amount"], ...customer.map((id, i) => [i + 1, String(id), date[i]!, Math.round(amount[i]! * 100) / 100])];
}

/** The orders of such a table. */
export const ordersOf = (rows: readonly (readonly (string | number)[])[]): Orders => ({
  customer: rows.slice(1).map((row) => String(row[1])),
  date: Float64Array.from(rows.slice(1), (row) => Number(row[2])), amount: Float64Array.from(rows.slice(1), (row) => Number(row[3])),
});

/** What the panel makes of it: the data of the History sheet, worked out by the core. */
export function studied(n = 120, seed = 5): { rows: (string | number)[][]; data: HistoryData } {
  const rows = orderTable(simulateOrders(n, seed));
  const orders = ordersOf(rows);
  const asOf = firstDay + span;
  const reality = realityOf(orders, asOf);
  return {
    rows,
    data: {
      source: { sheet: "Order list", address: `A1:${columnLetters(3)}${rows.length}`, firstRow: 2, columns: { customer: 1, date: 2, amount: 3 } },
      tally: tallyOrders(orders, asOf), unreadable: 0, reality, madeOn: asOf + 10,
      sentences: compareWishes(reality, { ordersPerYear: 12, retention: 0.9 }).map(({ sentence }) => sentence),
    },
  };
}
