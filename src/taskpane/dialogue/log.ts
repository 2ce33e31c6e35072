import { consents, conversationHeadings, type Consent, type Conversation } from "../../core/portfolio/dialogue";
import type { CellValue, TableChange, TableNow } from "../../workbook";

/** A conversation with its row in the table, from 0. */
export interface Logged extends Conversation { readonly row: number }

/** What the log holds; rows without a clause and a customer wait to be filled. */
export function conversationsIn({ headings, rows }: TableNow): Logged[] {
  const cell = (values: readonly CellValue[], key: keyof Conversation) => values[headings.indexOf(conversationHeadings[key])] ?? "";
  return rows.flatMap(({ values }, row): Logged[] => {
    const text = (key: keyof Conversation) => String(cell(values, key)).trim();
    const number = (key: keyof Conversation) => (typeof cell(values, key) === "number" ? cell(values, key) as number : null);
    if (text("clause") === "" && text("customer") === "") return [];
    return [{
      row, clause: text("clause").toUpperCase(), customer: text("customer"), who: text("who"), unit: text("unit"), words: text("words"),
      accepts: consentOf(text("accepts")), on: number("on"), level: number("level"), probability: number("probability"), closedOn: number("closedOn"),
    }];
  });
}

const consentOf = (text: string): Consent | "" => consents.find((each) => each === text.toLowerCase()) ?? "";

/** How a conversation comes into the table: into the first row that waits, else as a new one. */
export function entering(table: TableNow, conversation: Conversation): TableChange {
  const taken = new Set(conversationsIn(table).map(({ row }) => row));
  const free = table.rows.findIndex((_, row) => !taken.has(row));
  const cells = (Object.keys(conversationHeadings) as (keyof Conversation)[])
    .map((key) => ({ heading: conversationHeadings[key], value: conversation[key] ?? "" }));
  if (free >= 0) return { set: cells.map((cell) => ({ row: free, ...cell })) };
  return { append: [Object.fromEntries(cells.map(({ heading, value }) => [heading, value]))] };
}

/** The customer was told on this day what became of the answer. */
export const closing = (row: number, day: number): TableChange => ({ set: [{ row, heading: conversationHeadings.closedOn, value: day, before: "" }] });
