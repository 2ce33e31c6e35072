import type { Agreement } from "../../core/agreement";
import { dayOf } from "../../core/fields";
import { columnsFor, customerAt, type Customers } from "../../core/portfolio/customers";
import type { Mapping } from "../../core/portfolio/import/map-columns";
import { plainWriting } from "../../core/portfolio/import/map-columns";
import { readCustomers } from "../../core/portfolio/import/read-customers";
import type { Scores } from "../../core/portfolio/portfolio";
import type { Refresh } from "../../core/portfolio/import/refresh";
import { sameId } from "../../core/portfolio/check-customers";
import {
  Refusal, type BuiltModule, type CellValue, type CustomersFrom, type Patience, type PortfolioData, type TableChange, type TableNow,
} from "../../workbook";
import type { Desk } from "../desk";
import { dayLookedAt } from "../looked-at";
import { money } from "../numbers";
import { carriedOver, readBonus } from "./bonus-kept";

/** More customers are judged in the panel only: a workbook of their rows would be slow to open and to save. */
export const mostOnSheets = 10_000;

const TABLE = "tblCustomers";

/** What a person decides about one customer, against the proposal or on it; empty text and null take it back. */
export interface Override {
  readonly override: string;
  readonly reason: string;
  readonly overrideOwner: string;
  readonly until: number | null;
}

/** The customers of the workbook as its own sheet tells them, and the day on which they are looked at. */
export async function readSheets(desk: Desk, agreement: Agreement, there: BuiltModule): Promise<Pick<PortfolioData, "customers" | "asOf">> {
  const table = await desk.readTable(TABLE);
  return { customers: customersIn(table, agreement), asOf: await dayLookedAt(desk, there.sheets.find(({ id }) => id === "customers")!.name) };
}

/** Our own headings say surely what is what, in our own units. */
function customersIn({ headings, rows }: TableNow, agreement: Agreement): Customers {
  const matches = columnsFor(agreement).flatMap(({ key, heading }) => {
    const from = headings.indexOf(heading);
    return from < 0 ? [] : [{ key, from, heading, confidence: 1, reasons: [], writing: plainWriting, factor: 1 }];
  });
  const mapping: Mapping = { schema: "customer-columns/1", matches, unused: [], missing: [] };
  return readCustomers({ headings, rows: rows.map(({ values }) => values), above: 0 }, mapping, agreement).customers;
}

/**
 * Writes Customers, Scores and Whale, anew where they are there already, and Bonus with them: what was ticked there is carried over
 * by customer. Only what is written for the first time can be ended halfway; what replaces something comes whole or not at all.
 */
export async function writeSheets(desk: Desk, data: PortfolioData, patience: Patience): Promise<void> {
  const standing = (module: string) => desk.state().built?.build.modules.find(({ id }) => id === module);
  const [there, bonus] = [standing("portfolio"), standing("bonus")];
  if (!there) {
    await desk.addModule("portfolio", data, patience);
  } else {
    const before = { ...await readSheets(desk, desk.state().agreement!, there), ...(isFrom(there.memory) && { from: there.memory }) };
    const sales = bonus && await readBonus(desk, bonus);
    await desk.removeModule("portfolio");
    await desk.addModule("portfolio", data, { ...patience, signal: undefined });
    const now = standing("portfolio") ? data : before;
    if (now === before) await desk.addModule("portfolio", before);
    if (sales) await desk.addModule("bonus", carriedOver(sales, before.customers, now.customers));
  }
  if (standing("portfolio")) await desk.addModule("whale");
}

const isFrom = (memory: unknown): memory is CustomersFrom => memory !== undefined;

/** Writes what a person decides into the row of its customer, in the columns kept for that. */
export async function writeOverride(desk: Desk, id: string, { override, reason, overrideOwner, until }: Override): Promise<void> {
  const { headings, rows } = await desk.readTable(TABLE);
  const row = rows.findIndex(({ values }) => sameId(String(values[headings.indexOf("Id")])) === sameId(id));
  if (row < 0) throw new Refusal("not-found", `${id} is no longer on the sheet Customers.`);
  const cells: [string, CellValue][] = [
    ["Override", override], ["Reason", reason], ["Override owner", overrideOwner], ["Until", until ?? ""],
  ];
  const set: TableChange["set"] = cells.map(([heading, value]) => ({ row, heading, value }));
  await desk.changeTable(TABLE, { set });
}

/** Leaves a row in the log: what holds for the customer now, why, who answers for it until when, and what a period of it costs. */
export async function noteOverride(desk: Desk, customers: Customers, scores: Scores, row: number, decided: Override): Promise<void> {
  const { id, name, override } = customerAt(customers, row);
  const [proposed, profit] = [scores.verdict[row]!, scores.profit[row]!];
  const { currency, period } = desk.state().agreement!.inputs;
  const price = Number.isNaN(profit) ? [] : [`price ${money(0 - profit)} ${currency} a ${period}`];
  const until = decided.until === null ? [] : [`until ${dayOf(decided.until)}`];
  await desk.note({
    what: `Decision about ${name || id}`, unit: "verdict", before: override || proposed, after: decided.override || proposed,
  }, decided.override === "" ? "taken back" : [decided.reason, decided.overrideOwner, ...until, ...price].join(" · "));
}

/** Whether anything is known of what customers would bring if they played the role. */
export const hasPotential = ({ numbers }: Customers): boolean =>
  potentials.some((key) => numbers[key].some((value) => !Number.isNaN(value)));
const potentials = ["potContribution", "potRetention", "potGrowth", "potReferrals"] as const;

/** What follows where nothing is. */
export const noPotential = "The list says nothing of what customers could bring if they played the role, so today counts for it: "
  + "who loses value now is proposed to go, and not to renegotiate. Ask finance for the potential before you decide.";

/** What a refresh changes, in a few words each. */
export const refreshInWords = ({ added, changed, gone }: Refresh): string[] => [
  `${added.length} new`, `${changed.length} with other numbers`, `${gone.length} no longer in your table, kept here`,
];
