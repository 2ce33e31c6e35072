import { readOrderList, tallyOrders, type OrderCells } from "../../../src/core/history/order-list";

const cells = (...rows: readonly (readonly unknown[])[]): OrderCells =>
  ({ customer: rows.map((row) => row[0]), date: rows.map((row) => row[1]), amount: rows.map((row) => row[2]) });

describe("the rows of an order table", () => {
  test("are read as they stand; ids may be numbers, and a number with a format counts as its number", () => {
    const { orders, blank, unreadable } = readOrderList(cells(["Ann", 45292, 120], [7, 45293.75, -5], ["Bob", { basicValue: 45300 }, 0]));
    expect(orders.customer).toEqual(["Ann", 7, "Bob"]);
    expect([[...orders.date], [...orders.amount]]).toEqual([[45292, 45293.75, 45300], [120, -5, 0]]);
    expect([blank, unreadable]).toEqual([0, 0]);
  });

  test("that cannot be read are left out and counted, and the first is named", () => {
    const list = readOrderList(cells(
      ["Ann", 45292, 120], ["", "", " "], ["Bob", "2024-05-01", 80], ["", 45293, 80], ["Cem", 45294, ""], ["#N/A", 45294, 10], ["Dan", 45295, 9],
    ));
    expect(list.orders.customer).toEqual(["Ann", "Dan"]);
    expect([list.blank, list.unreadable]).toEqual([1, 4]);
    expect(list.first).toEqual({ row: 2, part: "date", text: "2024-05-01" });
  });

  test("may all be unreadable", () => {
    const { orders, unreadable } = readOrderList(cells(["Ann", "today", 1]));
    expect([orders.customer.length, orders.date.length, unreadable]).toEqual([0, 0, 1]);
  });
});

describe("the tally of an order list", () => {
  const { orders } = readOrderList(cells(
    ["Ann", 100, 50], ["Ann", 100.5, 20], ["Ann", 110, 30], ["Bob", 105, 40], ["Bob", 105, -40], ["Cem", 120, 10], ["Ann", 130, 5],
  ));

  test("counts every order once: merged, dropped, later, or a purchase day (data rules of the models)", () => {
    // Ann: days 100 (two orders) and 110; Bob's refund leaves nothing of day 105; Cem once; Ann's order on 130 is later.
    const tally = tallyOrders(orders, 125);
    expect(tally).toEqual({
      orders: 7, later: 1, merged: 2, dropped: 1, days: 3, customers: 2, repeatCustomers: 1, firstDay: 100, lastDay: 120,
    });
    expect(tally.later + tally.merged + tally.dropped + tally.days).toBe(tally.orders);
  });

  test("of nothing up to that day is nothing", () => {
    expect(tallyOrders(orders, 50)).toMatchObject({ orders: 7, later: 7, merged: 0, dropped: 0, days: 0, customers: 0, firstDay: 50, lastDay: 50 });
  });
});
