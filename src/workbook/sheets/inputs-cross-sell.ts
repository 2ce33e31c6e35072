import type { Agreement } from "../../core/agreement";
import { crossSellIds, type crossSellColumns } from "../../core/value/cross-sell";
import { calc, check, entry, head, line, note, total, totalLine, type BlockSpec, type RowSpec } from "../spec";

const perPeriod = "{currency}/{period}";

/** The cross-selling list of Inputs: what else the customer may buy, what it brings, and the accessory margin that follows. */
export const crossSellBlocks = (agreement: Agreement): BlockSpec[] => [
  {
    id: "crossSell",
    bands: [{ title: "Cross-sell: what else the customer may buy", tone: "ask", from: "A" }],
    heads: {
      A: head("Line"), B: head("Product"), C: head("Unit of money"), D: head("Note"), E: head("Value if all is taken", "right"),
      F: head("Take-up", "right"), G: head("Margin", "right"), H: head("Brings", "right"),
    },
    rows: crossSellIds.map((id) => listLine(agreement, id)),
    close: true,
  },
  results,
];

function listLine(agreement: Agreement, id: string): RowSpec {
  const entered = (key: (typeof crossSellColumns)[number]["key"]) => entry(agreement, `crossSell.${id}.${key}`);
  return {
    id: `cross${id}`,
    cells: {
      A: note(id), B: entered("product"), C: note(perPeriod), E: entered("value"), F: entered("takeUp"), G: entered("margin"),
      H: calc("[@F] * [@E] * [@G]", "money"),
    },
  };
}

/** The two sources of the margin are labelled by the words of the choice. */
const results: BlockSpec = {
  id: "crossSellResults",
  rows: [
    totalLine("crossSellBrings", { label: "The list brings", unit: perPeriod }, "H", { H: total("SUM([crossSell.H])", "money") }),
    line("crossSellTakeUp", { label: "Take-up of the list", unit: "% of its margin", source: "What it brings, of all it could bring" },
      { E: calc('IF([$byList] = 0, "", [crossSellBrings.H] / [$byList])', "percent") }),
    line("byFigure", { label: "one figure", unit: perPeriod, source: "As entered" }, { E: calc("[in_acc_value]", "money") }),
    line("byList", { label: "the list", unit: perPeriod, source: "Value x margin, all of it taken" },
      { E: calc("SUMPRODUCT([crossSell.E], [crossSell.G])", "money") }),
    line("in_acc_used", { label: "Accessory margin used", unit: perPeriod, source: "By the choice above" }, {
      E: calc("INDEX([byFigure]:[byList], 1 + ([in_acc_from] = [byList.B]))", "money", { name: "in_acc_used" }),
    }),
    line("otherTakeUp", { label: "The list is taken up as the role asks", unit: "0/1", source: "Within one point" }, {
      E: check("([in_acc_from] = [byList.B]) * (ABS(100 * (N([$crossSellTakeUp]) - [accessories.E])) > 1)", "look"),
    }),
  ],
};
