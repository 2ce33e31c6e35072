import type { Agreement } from "../../../core/agreement";
import { levelsUnder, scenarios } from "../../../core/portfolio/scenarios";
import { drivers, type DriverId } from "../../../core/value/drivers";
import { levelFormat } from "../../sheets/inputs";
import {
  across, calc, head, label, line, note, remark, total, type BlockSpec, type CellSpec, type ChartSpec, type EntrySpec, type SheetSpec,
} from "../../spec";
import type { Module } from "../module";
import { caseBlocks } from "./cases";

const futures = scenarios.slice(1);
const columns = futures.map((_, index) => "FGHIJKLM"[index]!);
const last = columns.at(-1)!;

/** Other futures of the role: what each driver becomes, and what the role is worth then. */
export const scenarioModule: Module<null> = {
  id: "scenarios",
  title: "Scenarios",
  purpose: "What the role is worth in a downturn, in a price war, or if we break our word",
  needs: [],
  sheets: (agreement) => [scenariosSheet(agreement)],
  blank: () => null,
  example: () => null,
  sockets: { chk_scenarios: "N([scenarios/net]) - N([summary/out_netltv_role])" },
};

const scenariosSheet = (agreement: Agreement): SheetSpec => ({
  id: "scenarios", name: "Scenarios", sheetClass: "calculation",
  title: "Scenarios", purpose: "The role in other futures: a yellow cell says what a driver becomes; what is blank stays as asked",
  widths: [7, 40, 22, 18, 16, 16, 16, 18, 16],
  heads: {
    A: head("Line"), B: head("Label"), C: head("Unit"), D: head("Source or driver"), E: head("As asked", "right"),
    ...across(columns, (_, i) => head(futures[i]!.label, "right")),
  },
  blocks: [results, chosen, chartArea, changes(agreement), ...caseBlocks({ columns, moved: (id) => (isDriver(id) ? level(id) : "[@$E]") }), remarks],
  entries: [chosenEntry, ...drivers.map(entryOf)],
  charts: [chart],
  names: { rng_scenarios: `net.E:${last}` },
  freeze: { columns: 2 },
  numbered: true,
});

const isDriver = (id: string) => drivers.some((driver) => driver.id === id);
const level = (id: string) => `IF(COUNT([${id}To]) = 0, [@$E], [${id}To])`;

const results: BlockSpec = {
  id: "results",
  bands: [{ title: "What the role is worth then", tone: "ask", from: "A" }],
  rows: [
    line("scenario", { label: "Scenario", unit: "name" }, { E: note("As asked", { align: "right" }), ...across(columns, (_, i) => note(futures[i]!.label, { align: "right" })) }),
    line("worth", { label: "Worth in this future", unit: "{currency}" }, across(["E", ...columns], () => total("[net]", "money"))),
    line("change", { label: "Against the role as asked", unit: "{currency}" },
      across(["E", ...columns], () => calc("N([net]) - N([$net])", "money"))),
  ],
};

const chosen: BlockSpec = {
  id: "chosen",
  bands: [{ title: "One of them", tone: "ask", from: "A" }],
  rows: [
    line("in_scenario", { label: "Scenario to show", unit: "name", source: "Typed" },
      { E: { content: futures[0]!.label, style: "input", format: "general", align: "right", name: "in_scenario" } }),
    line("shown", { label: "Worth in the scenario chosen", unit: "{currency}" }, {
      E: total(`INDEX([worth.E:${last}], MATCH([$in_scenario], [scenario.E:${last}], 0))`, "money", { name: "out_scenario" }),
    }),
  ],
};

const chosenEntry: EntrySpec = {
  on: "chosen.E", kind: "list", source: ["As asked", ...futures.map((each) => each.label)], title: "Scenario to show", message: "Choose from the list.",
  optional: false,
};

const chartArea: BlockSpec = { id: "chartArea", rows: Array.from({ length: 14 }, () => ({ cells: {} })) };
const chart: ChartSpec = {
  name: "Scenarios", kind: "column", gapWidth: 80, dataLabels: true, place: "chartArea.C:I",
  altText: "Columns: what the role is worth as asked and in each scenario. The line above holds the numbers.",
  series: [{ name: "Worth", values: `worth.E:${last}`, categories: `scenario.E:${last}`, look: "ask", labelFormat: "#,##0" }],
};

/** Only what a scenario moves is entered. */
function changes(agreement: Agreement): BlockSpec {
  const to = (id: DriverId) => across(columns, (_, i): CellSpec => ({
    content: id in futures[i]!.moves ? levelsUnder(agreement, futures[i]!)[id] : null, style: "input", format: levelFormat[driverKind(id)],
  }));
  return {
    id: "changes",
    bands: [{ title: "What changes", tone: "ask", from: "A" }],
    rows: drivers.map(({ id, label: words, unit }) => ({
      id: `${id}To`, cells: { B: label(`${words}, becomes`), C: note(unit), D: note("Typed; blank = as asked"), ...to(id) },
    })),
  };
}

const driverKind = (id: DriverId) => drivers.find((driver) => driver.id === id)!.kind;

const entryOf = ({ id, label: words, min, max }: (typeof drivers)[number]): EntrySpec => ({
  on: `${id}To.${columns[0]}:${last}`, kind: "decimal", min, ...(max !== undefined && { max }), title: `${words}, becomes`.slice(0, 32),
  message: "The level in this future. Blank: as asked.", optional: true,
});

const remarks: BlockSpec = {
  id: "remarks",
  rows: [
    remark("Commitments stay paid in every future: what they cost is the price of deserving the role."),
    remark("The first column is the role itself: check C16 says whether it still is."),
  ],
};
