import { promptHeadings, prompts } from "../../../core/portfolio/service";
import { calc, line, link, note, table, total, type SheetSpec, type TableColumn } from "../../spec";
import { typed, words } from "./cells";

/** What service looks for at each stage, and whether we may ask for it today. */
export function serviceSheet(): SheetSpec {
  return {
    id: "service", name: "Service", sheetClass: "calculation",
    title: "Service", purpose: "What to check, offer and ask for at each stage; what rests on our word waits until we keep it",
    widths: promptColumns.map(({ width }) => width),
    blocks: [
      {
        id: "word",
        bands: [{ title: "Do we keep our word?", tone: "give", from: "A" }],
        rows: [
          line("deserve", { label: "Deserve score", unit: "% of weight", source: "Summary" }, { E: link("[summary/out_deserve]", "percent", { align: "right" }) }),
          line("least", { label: "Least that allows to ask for more", unit: "% of weight", source: "Inputs" }, { E: link("[inputs/in_deserve_min]", "percent", { align: "right" }) }),
          line("onHold", { label: "Asks on hold: we broke our word", unit: "asks", source: "Stakes" }, { E: link("SUM([stakes/asks.hold])", "flag") }),
          line("may", { label: "What rests on our word may be asked", unit: "flag", source: "Lines above" },
            { E: total("([$onHold] = 0) * (N([$deserve]) >= [$least])", "flag", { name: "out_may_ask" }) }),
        ],
      },
      table("prompts", promptColumns, prompts.map((_, row) => row), (row) => `prompt${row + 1}`, {
        bands: [{ title: "Stage by stage", tone: "give", from: "A" }], table: "tblPrompts",
      }),
    ],
    conditions: [{ on: "prompts.today", when: '[@today] <> "May be asked"', look: "warning" }],
    entries: [
      ...promptColumns.filter(({ key }) => ["stage", "check", "offer", "ask"].includes(key)).map(({ key, head }) => words(`prompts.${key}`, head)),
      { on: "prompts.kept", kind: "list", source: "[lists/lst_yes_no.B]", title: "Only if kept", message: "Y: waits until we keep our word.", optional: true },
    ],
    freeze: { columns: 2 },
  };
}

const promptColumns: readonly TableColumn<number>[] = [
  { key: "id", head: "Id", width: 7, cell: (row) => note(`P${String(row + 1).padStart(2, "0")}`) },
  { key: "stage", head: promptHeadings.stage, width: 36, cell: (row) => typed(prompts[row]!.stage) },
  { key: "unit", head: "Unit", width: 14, cell: () => note("text") },
  { key: "source", head: "Source", width: 12, cell: () => note("Typed") },
  { key: "check", head: promptHeadings.check, width: 52, cell: (row) => typed(prompts[row]!.check) },
  { key: "offer", head: promptHeadings.offer, width: 52, cell: (row) => typed(prompts[row]!.offer) },
  { key: "ask", head: promptHeadings.ask, width: 48, cell: (row) => typed(prompts[row]!.ask) },
  { key: "kept", head: promptHeadings.onlyIfKept, width: 11, cell: (row) => typed(prompts[row]!.onlyIfKept ? "Y" : "N") },
  { key: "today", head: "Today", width: 24, cell: () => ({ ...calc('IF(([@kept] = "Y") * (1 - [$may]) = 1, "First keep our word", "May be asked")', "general"), align: "left" }) },
];
