import { usualPlan, type BonusPlan } from "../../core/portfolio/bonus-plan";
import type { Customers } from "../../core/portfolio/customers";
import { Refusal, type CellValue, type TableNow } from "../door";
import {
  calc, head, line, link, note, table, total, type BlockSpec, type CellSpec, type ChartSpec, type EntrySpec, type RowSpec,
  type SheetSpec, type TableColumn,
} from "../spec";
import type { FormatName } from "../workbook-plan";
import type { Module } from "./module";
import { mostNative } from "./most-native";
import { portfolio } from "./portfolio";

/** The plan that pays for value, and the sales it is held against: who made each, and which stages it has come to. */
export interface BonusData {
  readonly plan: BonusPlan;
  readonly sales: readonly { readonly id: string; readonly seller: string; readonly met: readonly boolean[] }[];
}

/** What sales is paid today, beside what a plan on value would pay, stage by stage. */
export const bonus: Module<BonusData> = {
  id: "bonus",
  title: "Bonus",
  purpose: "What is paid on value that is not there, and a plan that pays when value is proven",
  needs: ["portfolio"],
  sheets: (_, data) => [bonusSheet(data)],
  blank: (agreement) => salesOf(portfolio.blank(agreement).customers),
  starts: { table: "tblCustomers", from: salesFrom },
  example: (agreement) => salesOf(portfolio.example!(agreement).customers,
    (row) => usualPlan.stages.map((_, stage) => stage < 3 - Math.floor(row / 4))),
};

/** A sale for each customer that stands on the sheet. */
function salesFrom({ headings, rows }: Pick<TableNow, "headings" | "rows">): BonusData {
  if (rows.length > mostNative) {
    throw new Refusal("failed", `Bonus has a row of formulas for each sale, and ${rows.length} are too many. Add it while there are at most `
      + `${mostNative} customers.`);
  }
  const [id, owner] = ["Id", "Owner"].map((heading) => headings.indexOf(heading)) as [number, number];
  const text = (value: CellValue | undefined) => String(value ?? "");
  return { plan: usualPlan, sales: rows.map(({ values }) => ({ id: text(values[id]), seller: text(values[owner]), met: [] })) };
}

/** One sale for each customer; nothing is proven until somebody says so. */
export const salesOf = ({ texts }: Customers, met: (row: number) => readonly boolean[] = () => []): BonusData => ({
  plan: usualPlan, sales: texts.id.map((id, row) => ({ id, seller: texts.owner[row] ?? "", met: met(row) })),
});

function bonusSheet({ plan, sales }: BonusData): SheetSpec {
  const columns = columnsHere({ plan, sales });
  return {
    id: "bonus", name: "Bonus", sheetClass: "calculation",
    title: "Bonus", purpose: "Today's bonus beside one that is a share of value, paid stage by stage when it is proven: nothing to claw back",
    widths: columns.map(({ width }) => width),
    blocks: [
      results, stagesBlock(plan), sellersBlock(sales), chartArea,
      table("sales", columns, sales.map((_, row) => row), (row) => `sale${row + 1}`, {
        bands: [{ title: "Sale by sale", tone: "ask", from: "A" }], headHeight: 33, table: "tblBonus",
      }),
    ],
    charts: [chart],
    conditions: [
      { on: "sales.onLoss", when: "N([@onLoss]) > 0", look: "warning" },
      { on: "shares.E", when: "ROUND([$shares], 6) <> 1", look: "warning" },
    ],
    entries: entries(plan),
    freeze: { columns: 2 },
  };
}

// --- sale by sale

const typed = (content: CellSpec["content"]): CellSpec => ({ content, style: "input", format: "general", align: "left" });
const amount = (key: string, title: string, cell: CellSpec): TableColumn<number> => ({ key, head: title, width: 13, align: "right", cell: () => cell });
const worked = (key: string, title: string, formula: string) => amount(key, title, calc(formula, "money"));
const ofCustomer = (column: string) => `INDEX([scores/scores.${column}], [@place])`;

const columnsHere = ({ plan, sales }: BonusData): TableColumn<number>[] => [
  { key: "id", head: "Id", width: 9, cell: (row) => typed(sales[row]!.id) },
  { key: "name", head: "Customer", width: 52, cell: () => ({ ...link(`${ofCustomer("name")} & ""`, "general"), align: "left" }) },
  { key: "unit", head: "Unit", width: 14, cell: () => note("{currency}") },
  { key: "source", head: "Source", width: 12, cell: () => note("Scores") },
  amount("value", "Value of the customer", link(ofCustomer("net"), "money")),
  amount("bonus", "Bonus of today", link(ofCustomer("bonus"), "money")),
  worked("onLoss", "Of it on value that is not there", 'IF(ISNUMBER([@value]), MAX(0, MIN([@bonus], [@bonus] - [@value])), "")'),
  worked("staged", "Bonus on value, all stages met", "MAX(0, N([@value])) * [$pool]"),
  worked("paid", "Of it proven so far", "[@staged] * [@proven]"),
  worked("open", "Of it still open", "[@staged] - [@paid]"),
  worked("change", "Change against today", "[@staged] - [@bonus]"),
  { key: "seller", head: "Seller", width: 16, cell: (row) => typed(sales[row]!.seller || null) },
  ...plan.stages.map(({ label }, stage): TableColumn<number> => ({
    key: `met${stage + 1}`, head: `${label}?`, width: 11, cell: (row) => typed(sales[row]!.met[stage] ? "Y" : "N"),
  })),
  amount("proven", "Share of the stages met", calc(plan.stages.map((_, i) => `([@met${i + 1}] = "Y") * [$stage${i + 1}]`).join(" + "), "percent")),
  amount("place", "Line in Scores", link("MATCH([@id], [scores/scores.id], 0)", "flag")),
];

// --- above

const result = (id: string, label: string, unit: string, formula: string, format: FormatName, name: string): RowSpec =>
  line(id, { label, unit, source: "Below" }, { E: total(formula, format, { name }) });

const results: BlockSpec = {
  id: "results",
  bands: [{ title: "Both plans side by side", tone: "ask", from: "A" }],
  rows: [
    result("today", "Bonus of today", "{currency}", "SUM([sales.bonus])", "money", "out_bonus"),
    result("onLoss", "Of it on value that is not there", "{currency}", "SUM([sales.onLoss])", "money", "out_bonus_lost"),
    result("lossShare", "As a share of the bonus of today", "% of bonus", "IF([$today] = 0, 0, [$onLoss] / [$today])", "percent",
      "out_bonus_lost_share"),
    result("staged", "Bonus on value, if every stage is met", "{currency}", "SUM([sales.staged])", "money", "out_bonus_staged"),
    result("paid", "Of it proven so far", "{currency}", "SUM([sales.paid])", "money", "out_bonus_proven"),
    line("open", { label: "Of it still open", unit: "{currency}", source: "Below" }, { E: total("SUM([sales.open])", "money") }),
  ],
};

/** A stage says in one cell what it is called and how it is told that it is met. */
const stagesBlock = ({ pool, stages }: BonusPlan): BlockSpec => ({
  id: "plan",
  bands: [{ title: "The plan on value", tone: "give", from: "A" }],
  heads: { B: head("Stage and its test"), C: head("Unit"), D: head("Source"), E: head("Share", "right"), F: head("Pays if met", "right") },
  rows: [
    line("pool", { label: "Share of a customer's value that goes to the seller", unit: "% of value", source: "Typed" },
      { E: { content: pool, style: "input", format: "inputPercent", name: "in_bonus_pool" }, F: calc("SUM([sales.staged])", "money") }),
    ...stages.map(({ label, test, share }, i): RowSpec => line(`stage${i + 1}`, { label: `${label}: ${test}`, unit: "% of bonus", source: "Typed" }, {
      E: { content: share, style: "input", format: "inputPercent", ...(i === 0 && { name: "in_bonus_first" }) },
      F: calc("[@E] * [$staged]", "money"),
    })),
    line("shares", { label: "All stages", unit: "% of bonus", source: "Lines above" },
      { E: total(`SUM([$stage1], ${stages.slice(1).map((_, i) => `[$stage${i + 2}]`).join(", ")})`, "percent") }),
  ],
});

function sellersBlock(sales: BonusData["sales"]): BlockSpec {
  const names = [...new Set(sales.map(({ seller }) => seller))].filter(Boolean);
  const by = (column: string): string => `SUMIF([sales.seller], [@B], [sales.${column}])`;
  const of = (formula: (column: string) => string) =>
    ({ E: calc(formula("bonus"), "money"), F: calc(formula("staged"), "money"), G: calc("[@F] - [@E]", "money") });
  const rest = (column: string) => `SUMPRODUCT((COUNTIF([sellers.B], [sales.seller]) = 0) * [sales.${column}])`;
  return {
    id: "sellers",
    bands: [{ title: "Seller by seller", tone: "ask", from: "A" }],
    heads: { B: head("Seller"), C: head("Unit"), D: head("Source"), E: head("Today", "right"), F: head("On value", "right"), G: head("Change", "right") },
    rows: [
      ...names.map((name, i): RowSpec => line(`seller${i + 1}`, { label: name, unit: "{currency}", source: "Below" }, of(by))),
      line("others", { label: names.length > 0 ? "Others" : "Everybody", unit: "{currency}", source: "Below" }, of(rest)),
    ],
  };
}

const chartArea: BlockSpec = {
  id: "chartArea", bands: [{ title: "Bonus of today (ink) against bonus on value (teal), customer by customer", tone: "ask", from: "A" }],
  rows: Array.from({ length: 15 }, () => ({ cells: {} })),
};

const chart: ChartSpec = {
  name: "Bonus against value", kind: "column", place: "chartArea.C:L", gapWidth: 60,
  altText: "Two columns for each customer: the bonus of today, and the bonus that a share of the customer's value would pay. The table below holds the numbers.",
  series: [
    { name: "Bonus of today", values: "sales.bonus", categories: "sales.name", look: "ink" },
    { name: "Bonus on value", values: "sales.staged", categories: "sales.name", look: "give" },
  ],
};

const entries = ({ stages }: BonusPlan): EntrySpec[] => [
  { on: "pool.E", kind: "decimal", min: 0, max: 1, title: "Pool", message: "Share of a customer's value, 0 to 100 %.", optional: false },
  ...stages.map(({ label }, i): EntrySpec =>
    ({ on: `stage${i + 1}.E`, kind: "decimal", min: 0, max: 1, title: label, message: "Share of the bonus, 0 to 100 %.", optional: false })),
  ...stages.map(({ label, test }, i): EntrySpec =>
    ({ on: `sales.met${i + 1}`, kind: "list", source: "[lists/lst_yes_no.B]", title: label, message: `${test}: Y or N.`, optional: true })),
  { on: "sales.id", kind: "length", max: 255, title: "Id", message: "The id of a customer on Scores.", optional: false },
  { on: "sales.seller", kind: "length", max: 255, title: "Seller", message: "Who made the sale.", optional: true },
];
