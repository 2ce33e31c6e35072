import type { Module } from "../../../src/workbook/modules/module";
import {
  calc, head, label, line, link, note, table, total, totalLine, type CellSpec, type SheetSpec, type TableColumn,
} from "../../../src/workbook/spec";

/** Two small modules that ship with nothing: people with their orders, and what those are worth, which reads the first. */
export interface Person { readonly id: string; readonly orders: number }

const columns: readonly TableColumn<Person>[] = [
  { key: "id", head: "Id", width: 10, cell: ({ id }) => note(id) },
  { key: "ask", head: "Ask", width: 20, cell: () => link("INDEX([role/asks.label], 1)", "general", { align: "left" }) },
  { key: "unit", head: "Unit", width: 12, cell: () => note("{currency}") },
  { key: "source", head: "Source", width: 16, cell: () => note("Stakes") },
  { key: "orders", head: "Orders", width: 12, align: "right", cell: ({ orders }) => number(orders) },
  { key: "rate", head: "Discount rate", width: 12, align: "right", cell: () => link("[inputs/in_rate]", "percent") },
  { key: "weight", head: "Weight of A02", width: 12, align: "right",
    cell: () => link('INDEX([stakes/asks.weight], MATCH("A02", [stakes/asks.id], 0))', "percent") },
  { key: "worth", head: "Worth", width: 12, align: "right", cell: () => calc("[@orders] * (1 + [@rate])", "money") },
];

const number = (content: number): CellSpec => ({ content, style: "input", format: "inputMoney" });

const peopleSheet = (people: readonly Person[]): SheetSpec => ({
  id: "people", name: "People", sheetClass: "input", title: "People", purpose: "Who orders how much",
  widths: columns.map(({ width }) => width), firstRow: 3,
  blocks: [
    table("people", columns, people, ({ id }) => id, { table: "tblPeople", close: true }),
    { id: "sums", columns: { worth: "H" }, rows: [totalLine("total", { label: "Worth of all", unit: "{currency}" }, "H", {
      worth: total("SUM([people.worth])", "money", { name: "out_people" }),
    })] },
  ],
  names: { rng_people: "people.id:worth" },
  entries: [{
    on: "people.orders", kind: "decimal", min: 0, title: "Orders", message: "Enter a number from 0. Unit: orders a year.", optional: true,
  }],
});

export const people: Module<readonly Person[]> = {
  id: "people", title: "People", purpose: "Who orders how much.", needs: [],
  blank: () => [{ id: "P1", orders: 0 }, { id: "P2", orders: 0 }],
  sheets: (_, data) => [peopleSheet(data)],
  sockets: { chk_customers: "ROWS([people/people.id]) - ROWS([people/people.orders])" },
};

export const worth: Module<null> = {
  id: "worth", title: "Worth", purpose: "What the orders are worth.", needs: ["people"],
  blank: () => null,
  sheets: () => [{
    id: "worth", name: "Worth", sheetClass: "output", title: "Worth", purpose: "What the orders are worth", widths: [7, 30, 12, 16, 12],
    heads: { A: head("Line"), B: head("Label"), C: head("Unit"), D: head("Source"), E: head("Value", "right") },
    blocks: [{ id: "all", rows: [
      line("sum", { label: "Sum by table", unit: "{currency}", source: "People" },
        { E: link("SUM([people/people.worth])", "money", { name: "out_worth" }) }),
      line("again", { label: "Sum by name", unit: "{currency}", source: "People" }, { E: link("[people/out_people]", "money") }),
      { cells: { B: label("Earned"), C: note("%"), D: note("Summary"), E: link("[summary/out_rci]", "percent") } },
    ] }],
  }],
  sockets: { out_verdicts: '"worth " & FIXED([worth/sum], 0)' },
};

export const examples: readonly Module[] = [people, worth];
export const loadExamples = async () => examples;
