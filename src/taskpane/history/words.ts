import type { Comparison, Measure } from "../../core/history/wishes";
import type { Source } from "../../workbook";
import { counted as plural, formatNumber, percent } from "../numbers";
import { dayText } from "./days";
import type { Columns } from "./study";
import type { Counted } from "./work";

const number = (value: number) => formatNumber(value);
const many = (count: number, noun: string, nouns?: string) => plural(count, noun, nouns).replace(/^\d+/, number(count));

/** What a list of orders comes to, one sentence for each thing that was done to its rows. */
export function countedInWords(counted: Counted, source: Source, columns: Columns): string[] {
  const { blank, unreadable, tally: { customers, repeatCustomers, days, merged, dropped, later, firstDay, lastDay } } = counted;
  return [
    `${many(days, "purchase day")} of ${many(customers, "customer")}, ${dayText(firstDay)} to ${dayText(lastDay)}.`,
    `${many(repeatCustomers, "customer")} bought more than once.`,
    merged > 0 && `${many(merged, "order was", "orders were")} added to another of the same customer on the same day.`,
    dropped > 0 && `${many(dropped, "day was", "days were")} left out because refunds took back what was bought.`,
    later > 0 && `${many(later, "order")} after the last day left out.`,
    unreadable > 0 && `${many(unreadable, "row")} left out, the first because of ${firstUnreadable(counted, source, columns)}.`,
    blank > 0 && `${many(blank, "blank row")} skipped.`,
  ].filter((line) => line !== false);
}

const due = { customer: "a customer", date: "a date", amount: "an amount" };

/** "cell B17: "soon" is not a date". */
function firstUnreadable({ first }: Counted, { address, firstRow }: Source, columns: Columns): string {
  const { row, part, text } = first!;
  const cell = `${lettersAfter(/[A-Z]+/.exec(address)![0], columns[part]!)}${firstRow + row}`;
  return `cell ${cell}: ${text === "" ? "it is empty" : `“${text}” is not ${due[part]}`}`;
}

/** The letters of the column so many to the right of another. */
function lettersAfter(letters: string, steps: number): string {
  let index = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) + steps;
  let name = "";
  for (; index > 0; index = Math.floor((index - 1) / 26)) name = String.fromCharCode(65 + ((index - 1) % 26)) + name;
  return name;
}

/** How each measure is called and shown, in the order of the page. */
export const measures: readonly {
  readonly id: Measure; readonly title: string; readonly unit: string; readonly show: (value: number) => string;
}[] = [
  { id: "ordersPerYear", title: "Orders a year", unit: "a year", show: (value) => formatNumber(value, value < 100 ? 1 : 0) },
  { id: "orderValue", title: "Value of an order", unit: "{currency}", show: (value) => formatNumber(value, value < 100 ? 2 : 0) },
  { id: "retention", title: "Stay another year", unit: "", show: (value) => percent(value, value > 0.99 || value < 0.1 ? 1 : 0) },
  { id: "growth", title: "Growth of an order", unit: "a year", show: (value) => percent(value, 1) },
  { id: "lifetime", title: "Years as a customer", unit: "of the first ten", show: (value) => formatNumber(value, 1) },
];

/** A comparison as a sentence of its own: "You ask 90% retention; your customers show 82%, 78 to 86%." */
export const inPaneWords = ({ sentence }: Comparison) => `${sentence[0]!.toUpperCase()}${sentence.slice(1)}.`.replaceAll(" %", "%");
