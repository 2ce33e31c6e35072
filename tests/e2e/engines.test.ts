import * as functions from "../../src/functions";
import { simulateBgNbd, simulateParetoNbd, simulateSpend } from "../core/history/simulate";
import { openPreview, START_LIMIT, type OpenPreview } from "./open-browser";

jest.setTimeout(120_000);

/** The built functions in a browser's engine beside their sources in Node's. */
let preview: OpenPreview;
beforeAll(async () => { preview = await openPreview(); }, START_LIMIT);
afterAll(() => preview?.close());

type Cell = string | number | boolean;
type Rows = Cell[][];

/** Both answers to one call. Names are those of the exports. */
async function both(name: keyof typeof functions, given: unknown[]): Promise<{ here: Rows; there: Rows }> {
  const there = await preview.pane.evaluate(
    ([called, values]) => window.customerRoleFunctions![called as string]!(...values as never[]) as Rows, [name, given] as const);
  return { here: (functions[name] as (...values: unknown[]) => Rows)(...given), there };
}

const column = (values: ArrayLike<number>) => Array.from(values, (value) => [value]);
const customers = { n: 3000, seed: 11, days: true };
const bg = [0.243, 4.414, 0.793, 2.426];
const pareto = [0.5534, 10.5802, 0.6061, 11.6562];
const histories = (simulated: ReturnType<typeof simulateBgNbd>) => [simulated.frequency, simulated.recency, simulated.T].map(column);
const orders = simulateBgNbd(bg, customers);
const spend = column(simulateSpend([6.25, 3.74, 15.44], orders.frequency, 2)).map(([m]) => [Number.isNaN(m) ? "" : m]);
const x = column(orders.frequency);

test.each<[name: keyof typeof functions, given: unknown[]]>([
  ["bgNbdPurchases", [[bg], ...histories(orders), 39]],
  ["bgNbdAlive", [[bg], ...histories(orders)]],
  ["mbgNbdPurchases", [[bg], ...histories(orders), 39]],
  ["paretoNbdPurchases", [[pareto], ...histories(simulateParetoNbd(pareto, customers)), 39]],
  ["paretoNbdAlive", [[pareto], ...histories(simulateParetoNbd(pareto, customers))]],
  ["paretoNbdDert", [[pareto], ...histories(simulateParetoNbd(pareto, customers)), 0.0027]],
  ["gammaGammaSpend", [[[6.25, 3.74, 15.44]], x, spend]],
])("%s gives 3,000 customers the same in Chromium as in Node, to the last digit", async (name, given) => {
  const { here, there } = await both(name, given);
  expect(there).toEqual(here);
});

test.each<[name: keyof typeof functions, given: unknown[]]>([
  ["bgNbdFit", [...histories(orders), true]],
  ["mbgNbdFit", [...histories(orders), true]],
  ["paretoNbdFit", [...histories(simulateParetoNbd(pareto, customers)), true]],
  ["gammaGammaFit", [x, spend, true]],
  ["sbgFit", [[[1000], [869], [743], [653], [593], [551], [517], [491]], true]],
])("%s finds the same maximum, errors, steps and note in Chromium as in Node, to the last digit", async (name, given) => {
  const { here, there } = await both(name, given);
  expect(there).toEqual(here);
});
