import { sameId } from "../../core/portfolio/check-customers";
import type { BonusPlan } from "../../core/portfolio/bonus-plan";
import type { Customers } from "../../core/portfolio/customers";
import { mostNative, type BonusData, type BuiltModule, type CellValue, type TableNow } from "../../workbook";
import type { Desk } from "../desk";

/** The sheet Bonus as a person has filled it: the plan, and who made each sale and which stages it has come to. */
export async function readBonus(desk: Desk, { sheets }: BuiltModule): Promise<BonusData> {
  const { headings, rows } = await desk.readTable("tblBonus");
  const name = sheets[0]!.name.replaceAll("'", "''");
  const { headings: first, rows: others } = await desk.readSource(`'${name}'!A1:L80`);
  const stages = headings.flatMap((heading, place) => (heading.endsWith("?") ? [place] : []));
  return { plan: planIn([first, ...others], stages.length), sales: rows.map(({ values }) => saleIn({ headings, values, stages })) };
}

function saleIn({ headings, values, stages }: Pick<TableNow, "headings"> & { values: readonly CellValue[]; stages: readonly number[] }) {
  const text = (heading: string) => String(values[headings.indexOf(heading)] ?? "");
  return { id: text("Id"), seller: text("Seller"), met: stages.map((place) => values[place] === "Y") };
}

/** Below the heading stands the pool, then a line for each stage; lines that somebody put between them hold no share. */
function planIn(lines: readonly (readonly CellValue[])[], count: number): BonusPlan {
  const at = lines.findIndex((line) => line.includes("Stage and its test"));
  const [words, shares] = ["Stage and its test", "Share"].map((heading) => lines[at]?.indexOf(heading) ?? -1) as [number, number];
  const [pool, ...stages] = lines.slice(at + 1).filter((line) => typeof line[shares] === "number");
  return {
    pool: Number(pool?.[shares]),
    stages: stages.slice(0, count).map((line) => {
      const [label = "", ...test] = String(line[words]).split(": ");
      return { label, test: test.join(": "), share: Number(line[shares]) };
    }),
  };
}

/**
 * The same sales for the customers as they are now: those of customers who are gone go, new customers are sales nobody has proven,
 * as far as there is room.
 */
export function carriedOver({ plan, sales }: BonusData, before: Customers, now: Customers): BonusData {
  const ids = (customers: Customers) => new Set(customers.texts.id.map(sameId));
  const [known, present] = [ids(before), ids(now)];
  const kept = sales.filter(({ id }) => present.has(sameId(id)));
  const added = now.texts.id.flatMap((id, row) => (known.has(sameId(id)) ? [] : [{ id, seller: now.texts.owner[row] ?? "", met: [] }]));
  return { plan, sales: [...kept, ...added].slice(0, Math.max(kept.length, mostNative)) };
}
