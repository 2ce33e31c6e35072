import type { Agreement } from "../../core/agreement";
import { sameId } from "../../core/portfolio/check-customers";
import { columnsFor } from "../../core/portfolio/customers";
import type { LeadRow } from "../../core/portfolio/leads";
import { mostNative, Refusal, type CellValue, type TableChange, type TableNow } from "../../workbook";
import type { Desk } from "../desk";

const TABLE = "tblLeads";

/**
 * Writes leads to the sheet Leads, which is added where it is not there yet: those it knows by id get what the list knows, new ones
 * come at the end, from `title` where the list names no source. What the list does not know stays as it is.
 */
export async function writeLeads(desk: Desk, leads: readonly LeadRow[], title: string, agreement: Agreement): Promise<void> {
  if (leads.length > mostNative) throw new Refusal("failed", `Bring in at most ${mostNative} leads: each has a row of formulas of its own.`);
  const isThere = () => desk.state().built?.build.modules.some(({ id }) => id === "leads") ?? false;
  if (!isThere()) return desk.addModule("leads", { leads: leads.map((lead) => ({ ...lead, source: lead.source || title })) });
  const table = await desk.readTable(TABLE);
  await desk.changeTable(TABLE, changeOf(table, leads.map((lead) => cellsOf(lead, agreement)), title));
  await desk.readAgain();
}

/** A lead by the headings of the sheet; an unknown level is left out. */
function cellsOf(lead: LeadRow, agreement: Agreement): Record<string, CellValue> {
  const { id, name, source, mode, margin, retention, deserveCost, acquisitionCost, levels } = lead;
  const asks = columnsFor(agreement, "leads").flatMap(({ key, heading }) => {
    const level = levels[key as keyof typeof levels];
    return level === undefined || level === null ? [] : [[heading, level] as const];
  });
  const known = Object.entries({
    Id: id, Lead: name, Source: source, Mode: mode, Contribution: margin, Retention: retention,
    "Cost to deserve": deserveCost, "Acquisition cost": acquisitionCost,
  }).filter(([, value]) => value !== "" && value !== null && !Number.isNaN(value));
  return { Unit: "as headed", ...Object.fromEntries(known), ...Object.fromEntries(asks) } as Record<string, CellValue>;
}

/** Rows that hold nothing but an id, as the sheet begins with, make room for the first leads. */
function changeOf({ headings, rows }: TableNow, leads: readonly Record<string, CellValue>[], title: string): TableChange {
  const [id, name, money] = ["Id", "Lead", "Contribution"].map((heading) => headings.indexOf(heading)) as [number, number, number];
  const places = new Map(rows.map(({ values }, row) => [sameId(String(values[id])), row]));
  const placeOf = (lead: Record<string, CellValue>) => places.get(sameId(String(lead.Id)));
  const isEmpty = ({ values }: TableNow["rows"][number]) => values[name] === "" && values[money] === "";
  const known = new Set(leads.map(placeOf));
  const fresh = leads.filter((lead) => placeOf(lead) === undefined);
  return {
    set: leads.flatMap((lead) => {
      const row = placeOf(lead);
      return row === undefined ? [] : Object.entries(lead).filter(([heading]) => heading !== "Id" && heading !== "Unit")
        .map(([heading, value]) => ({ row, heading, value }));
    }),
    append: fresh.map((lead) => ({ Source: title, ...lead })),
    remove: fresh.length === 0 ? [] : rows.flatMap((row, place) => (isEmpty(row) && !known.has(place) ? [place] : [])),
  };
}
