import type { Agreement } from "../../core/agreement";
import { asks, type AskId } from "../../core/role/asks";
import { drivers, type Driver, type NumberKind } from "../../core/value/drivers";
import { inputBlocks, inputs, type InputBlock, type InputDefinition } from "../../core/value/inputs";
import { calc, entry, head, line, note, total, totalLine, type BlockSpec, type RowSpec, type SheetSpec } from "../spec";
import type { FormatName } from "../workbook-plan";
import { crossSellBlocks } from "./inputs-cross-sell";

/** How a level of a kind is shown where it is not entered, with zero visible. */
export const levelFormat: Readonly<Record<NumberKind, FormatName>> = {
  money: "inputMoney", count: "inputMoney", percent: "inputPercent", decimal: "inputDecimal",
};

/** Every number once: who it is for, time and risk, prices and costs, and the levels of every measure. */
export function inputsSheet(agreement: Agreement): SheetSpec {
  return {
    id: "inputs", name: "Inputs", sheetClass: "input",
    title: "Inputs", purpose: "Every number is entered once. The yellow cells are yours to change.",
    widths: [7, 38, 26, 46, 24, 13, 13, 13],
    heads: { A: head("Line"), B: head("Label"), C: head("Unit"), D: head("Note"), E: head("Value", "right") },
    blocks: [...inputBlocks.flatMap((title) => scalars(agreement, title)), measures(agreement), missing],
    names: { rng_measures: "measures.A:H", rng_cross_sell: "crossSell.A:H" },
    numbered: true,
  };
}

function scalars(agreement: Agreement, title: InputBlock): BlockSpec[] {
  const block: BlockSpec = {
    id: `inputs${inputBlocks.indexOf(title)}`,
    bands: [{ title, tone: title.startsWith("The customer's") ? "give" : "ask", from: "A" }],
    rows: [...inputs.filter((input) => input.block === title).map((input) => scalar(agreement, input)),
      ...(title === "First guess" ? [firstGuess] : [])],
  };
  if (title === "One period") return [block, ...crossSellBlocks(agreement)];
  return title === "Time and risk" ? [block, retention] : [block];
}

function scalar(agreement: Agreement, { name, label, unit, hint }: InputDefinition): RowSpec {
  return line(name, { label, unit, ...(hint && { source: hint }) }, { E: entry(agreement, name, formatOf(name, agreement)) });
}

/** Retention reads as per cent unless it is entered as a life; the tolerances need all their digits. */
function formatOf(name: string, { inputs: { retBasis } }: Agreement): FormatName | undefined {
  if (name === "in_ret_value") return retBasis === "life" ? "inputDecimal" : "inputPercent";
  if (name === "in_type") return "inputDecimal";
  if (name === "in_days") return "inputMoney";
  return name.startsWith("chk_") ? "level" : undefined;
}

/** The answer people give before any model: orders times value times margin times years. */
const firstGuess = line("firstGuess", { label: "First guess, before the model", unit: "{currency}",
  source: "Orders x value x margin x time" }, {
  E: calc("IF(COUNT([in_guess_orders]:[in_guess_years]) = ROWS([in_guess_orders]:[in_guess_years]), "
    + "[in_guess_orders] * [in_guess_value] * [in_guess_margin] * [in_guess_years], \"\")", "money"),
});

/** Three readings of the one number entered; the basis chooses. Their labels are the words of the basis. */
const retention: BlockSpec = {
  id: "retentionUsed",
  bands: [{ title: "Retention, worked out from its basis", tone: "ask", from: "A" }],
  rows: [
    line("byRetention", { label: "retention", unit: "% per {period}", source: "As entered" }, { E: calc("[in_ret_value]", "percent") }),
    line("byChurn", { label: "churn", unit: "% per {period}", source: "1 - churn" }, { E: calc("1 - [in_ret_value]", "percent") }),
    line("byLife", { label: "life", unit: "% per {period}", source: "1 - 1 / life" },
      { E: calc("1 - 1 / MAX(1, [in_ret_value])", "percent") }),
    line("in_retention", { label: "Retention used", unit: "% per {period}" }, {
      E: calc("INDEX([byRetention]:[byLife], MATCH([in_ret_basis], [byRetention.B]:[byLife.B], 0))", "percent", { name: "in_retention" }),
    }),
  ],
};

/** As asked, as is, worst and without commitments; the id in column A is the ask that a line measures. */
function measures(agreement: Agreement): BlockSpec {
  return {
    id: "measures",
    bands: [{ title: "What the customer does: as asked, as is, and the level that earns nothing", tone: "ask", from: "A" }],
    heads: {
      A: head("Ask"), B: head("Measure"), C: head("Unit"), D: head("Note"),
      E: head("As asked", "right"), F: head("As is", "right"), G: head("Worst", "right"), H: head("Without", "right"),
    },
    rows: [
      ...drivers.map((driver) => driverLine(agreement, driver)),
      purchases,
      ...asks.filter(({ measured }) => !measured).map(({ id, kind }) => ownMeasure(agreement, id, kind)),
    ],
  };
}

const askOf = (driver: string) => asks.find((ask) => ask.measured && ask.driver === driver)?.id ?? "";

function driverLine(agreement: Agreement, { id, label, unit, kind }: Driver): RowSpec {
  const level = (key: string) => entry(agreement, `drivers.${id}.${key}`, levelFormat[kind]);
  const byInput: Readonly<Record<string, string>> = { retention: "[$in_retention]", growth: "[$in_growth]" };
  const asked = byInput[id];
  return line(id, { label, unit, source: asked ? "As asked: entered above" : "" }, {
    A: note(askOf(id)),
    E: asked ? calc(asked, levelFormat[kind]) : level("asked"),
    F: level("actual"),
    G: level("worst"),
    H: calc(id === "retention" ? "[$in_ret_without]" : "[@E]", levelFormat[kind]),
  });
}

const purchasesOf = (column: string) =>
  calc(`IF(COUNT([orders]:[orderValue]) = ROWS([orders]:[orderValue]), [orders] * [orderValue], "")`, "money",
  { id: `purchases.${column}` });

const purchases = line("purchases", { label: "Purchases", unit: "{currency}/{period}", source: "Orders x value of an order" }, {
  A: note(askOf("purchases")), E: purchasesOf("asked"), F: purchasesOf("actual"), G: purchasesOf("worst"), H: purchasesOf("without"),
});

function ownMeasure(agreement: Agreement, id: AskId, kind: NumberKind): RowSpec {
  const ask = agreement.asks.find((each) => each.id === id);
  const level = (key: string) => entry(agreement, `measures.${id}.${key}`, levelFormat[kind]);
  return line(`measure${id}`, { label: ask?.label ?? id, unit: ask?.unit ?? "", source: "Own measure of this ask" }, {
    A: note(id), E: level("asked"), F: level("actual"), G: level("worst"),
  });
}

/** Inputs that stand below one another and may not be empty, from the first to the last of each run. */
const runs = inputs.reduce<{ first: InputDefinition; last: InputDefinition }[]>((found, input, i) => {
  if (input.optional) return found;
  const goesOn = found.length > 0 && inputs[i - 1] === found.at(-1)!.last && input.block === found.at(-1)!.last.block;
  return goesOn ? [...found.slice(0, -1), { first: found.at(-1)!.first, last: input }] : [...found, { first: input, last: input }];
}, []);

const emptyAmong = (labels: string, cells: string) => calc(`SUMPRODUCT((${labels} <> "") * (LEN(${cells}) = 0))`, "flag");

/** To a formula an empty cell is 0: what is missing is counted here, and Checks calls it an error. A row a person put in has no label. */
const missing: BlockSpec = {
  id: "missing",
  bands: [{ title: "Yellow cells that may not be empty, and are", tone: "ask", from: "A" }],
  rows: [
    ...runs.map(({ first, last }) => line(`missing_${first.name}`, { label: `Empty from ${first.label}`, unit: "cells", source: `To ${last.label}` },
      { E: emptyAmong(`[${first.name}.B]:[${last.name}.B]`, `[${first.name}]:[${last.name}]`) })),
    line("missingAsked", { label: "Empty in what we ask of the customer", unit: "cells", source: "Retention and growth are asked above" },
      { E: emptyAmong("[orders.B]:[abuse.B]", "[orders.E]:[abuse.E]") }),
    line("missingLevels", { label: "Empty in what the customer does", unit: "cells", source: "As is and worst" },
      { E: emptyAmong("[orders.B]:[growth.B]", "[orders.F]:[growth.G]") }),
    totalLine("emptyCells", { label: "Cells to fill in", unit: "cells" }, "E",
      { E: total(`SUM([missing_${runs[0]!.first.name}]:[missingLevels])`, "flag") }),
  ],
};
