import { findOrderColumns } from "../../../src/core/history/order-columns";
import { draws } from "./simulate";

const draw = draws(9);
const orders = Array.from({ length: 60 }, (_, i) => ({
  number: 10000 + i, customer: `C${Math.floor(draw.uniform() * 20)}`, id: 500 + Math.floor(draw.uniform() * 20),
  date: 44000 + Math.floor(draw.uniform() * 700),
  amount: Math.round(draw.uniform() * 50000) / 100, quantity: 1 + Math.floor(draw.uniform() * 9), country: ["DE", "FR"][i % 2]!,
}));
type Field = keyof (typeof orders)[number];
const rows = (...fields: Field[]) => orders.map((order) => fields.map((field) => order[field]));

describe("columns are found by their headings", () => {
  test.each([
    ["English", ["Order ID", "Customer", "Order date", "Quantity", "Amount"]],
    ["English, as exports write it", ["order_id", "CustomerID", "InvoiceDate", "qty", "TotalPrice"]],
    ["German", ["Auftrag", "Kundennummer", "Rechnungsdatum", "Menge", "Betrag"]],
    ["German, other words", ["Nr.", "Kunde", "Bestelldatum", "Anzahl", "Umsatz"]],
    ["French", ["N° de commande", "Client", "Date de commande", "Quantité", "Montant"]],
    ["Spanish", ["Pedido", "Cliente", "Fecha del pedido", "Cantidad", "Importe"]],
    ["Portuguese", ["Pedido", "Comprador", "Data do pedido", "Quantidade", "Preço"]],
  ])("%s: %p", (_, headings) => {
    const table = rows("number", "customer", "date", "quantity", "amount");
    expect(findOrderColumns(headings, table)).toEqual({ customer: 1, date: 2, amount: 4, problems: [] });
  });

  test("in any order, with other columns between, and customers by number", () => {
    const table = rows("amount", "country", "date", "quantity", "id", "number");
    const headings = ["Net value", "Country", "Date", "Units", "Client no.", "Invoice"];
    expect(findOrderColumns(headings, table)).toEqual({ customer: 4, date: 2, amount: 0, problems: [] });
  });
});

test("without headings that say anything, columns are found by content", () => {
  expect(findOrderColumns(["A", "B", "C"], rows("customer", "date", "amount"))).toEqual({ customer: 0, date: 1, amount: 2, problems: [] });
  const unnamed = findOrderColumns(["", null, undefined], rows("amount", "customer", "date"));
  expect(unnamed).toEqual({ customer: 1, date: 2, amount: 0, problems: [] });
});

test("the number of the order, which never repeats, is not taken for the customer", () => {
  expect(findOrderColumns(["Order", "Date", "Total"], rows("number", "date", "amount"))).toEqual({
    date: 1, amount: 2, problems: ["Say which column holds the customer: a name or number that repeats."],
  });
});

test("dates stored as text are found by their heading, and the sentence says what to do", () => {
  const table = rows("customer", "date", "amount").map(([customer, , amount], i) => [customer, `2024-05-${1 + (i % 28)}`, amount]);
  const { date, problems } = findOrderColumns(["Customer", "Order date", "Amount"], table);
  expect([date, problems]).toEqual([1, ['The column "Order date" holds dates as text: turn them into dates.']]);
});

test("a table without orders finds nothing and asks for all three", () => {
  const { customer, date, amount, problems } = findOrderColumns(["Note", "Done"], [["call back", true], ["send sample", false]]);
  expect([customer, date, amount, problems.length]).toEqual([undefined, undefined, undefined, 3]);
});
