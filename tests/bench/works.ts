import { bgNbd } from "../../src/core/history/bg-nbd";
import { expectedSpend, fitSpend } from "../../src/core/history/gamma-gamma";
import { paretoNbd } from "../../src/core/history/pareto-nbd";
import { expectedPurchases, type PurchaseModel } from "../../src/core/history/purchase-model";
import { mapColumns } from "../../src/core/portfolio/import/map-columns";
import { readCustomers } from "../../src/core/portfolio/import/read-customers";
import { tableOf } from "../../src/core/portfolio/import/table";
import { scorePortfolio } from "../../src/core/portfolio/portfolio";
import { sample } from "../../src/core/templates";
import { history } from "../../src/functions/history";
import { scoreTable } from "../../src/functions/role";
import { draws, seeded, simulateBgNbd, simulateParetoNbd, simulateSpend } from "../core/history/simulate";
import { simulateCustomers } from "../core/portfolio/simulate-customers";

/** One thing to measure at one size: `prepare` makes the data, what it returns is run and timed. */
export interface Work {
  readonly bench: string;
  readonly n: number;
  /** Whether the first run in a fresh process is told apart. */
  readonly cold?: boolean;
  /** The design's target: milliseconds for one run, warm, or customers a second. */
  readonly target?: { readonly ms?: number; readonly perSecond?: number };
  /** The bench of the same size whose time this one is told as a multiple of. */
  readonly against?: string;
  readonly prepare: () => () => unknown;
}

const sizes = [2357, 10_000, 100_000, 1_000_000];
const cdnow = { bg: [0.243, 4.414, 0.793, 2.426], pareto: [0.5534, 10.5802, 0.6061, 11.6562], spend: [6.25, 3.74, 15.44] };

function purchaseWorks(
  name: string, model: PurchaseModel, truth: readonly number[], simulate: typeof simulateBgNbd, targets: readonly number[],
): Work[] {
  return sizes.flatMap((n, i): Work[] => [
    {
      bench: `${name} fit`, n, cold: true, target: { ms: targets[i]! },
      prepare: () => {
        const customers = simulate(truth, { n, seed: 1, days: true });
        return () => model.fit(customers);
      },
    },
    {
      bench: `${name} prediction`, n, ...(n === 1e6 && { target: { perSecond: 30e6 } }),
      prepare: () => {
        const customers = simulate(truth, { n, seed: 1, days: true });
        return () => expectedPurchases(model, truth, customers, 39);
      },
    },
  ]);
}

function spendWorks(targets: readonly number[]): Work[] {
  return sizes.flatMap((n, i): Work[] => {
    const simulated = () => {
      const { frequency } = simulateBgNbd(cdnow.bg, { n, seed: 1, days: true });
      return { frequency, monetaryValue: simulateSpend(cdnow.spend, frequency, 2) };
    };
    return [
      {
        bench: "gamma-gamma fit", n, cold: true, target: { ms: targets[i]! },
        prepare: () => {
          const { frequency, monetaryValue } = simulated();
          return () => fitSpend(frequency, monetaryValue);
        },
      },
      {
        bench: "gamma-gamma prediction", n, ...(n === 1e6 && { target: { perSecond: 30e6 } }),
        prepare: () => {
          const { frequency, monetaryValue } = simulated();
          return () => expectedSpend(cdnow.spend, frequency, monetaryValue);
        },
      },
    ];
  });
}

/** A million orders of 200,000 customers as Excel hands them over: an array per row. */
function orderCells(n: number): [unknown[][], unknown[][], unknown[][]] {
  const draw = draws(7);
  const ids = Array.from({ length: n / 5 }, (_, i) => `C${100000 + i}`);
  const column = (cell: () => unknown) => Array.from({ length: n }, () => [cell()]);
  return [
    column(() => ids[Math.floor(draw.uniform() ** 1.5 * ids.length)]), column(() => 44000 + Math.floor(draw.uniform() * 1000)),
    column(() => 5 + draw.exponential(0.02)),
  ];
}

/** n customers on 18 asks; every run has one customer changed, so that the memory of identical calls does not answer. */
function scores(n: number): () => unknown {
  const uniform = seeded(3);
  const asks = 18;
  const list = (value: () => number) => [Array.from({ length: asks }, value)];
  const [targets, worsts, weights] = [list(() => 60 + 40 * uniform()), list(() => 20 * uniform()), list(() => 1 + 9 * uniform())];
  const actuals = Array.from({ length: n }, () => Array.from({ length: asks }, () => (uniform() < 0.05 ? "" : 100 * uniform())));
  return () => scoreTable([...list(() => 100 * uniform()), ...actuals.slice(1)], targets, worsts, weights, null!, null!, null, null);
}

const copying = "copying a customer table";

/** A messy German customer table, three of its columns text: copied, brought in with its report, and scored. */
function portfolioWorks(n: number): Work[] {
  const given = () => {
    const { headings, rows } = simulateCustomers(n, 5);
    return [headings, ...rows];
  };
  const imported = (cells: unknown[][]) => {
    const table = tableOf(cells);
    return readCustomers(table, mapColumns(table, sample.agreement), sample.agreement);
  };
  const prepared = (work: (cells: unknown[][]) => () => unknown) => () => work(given());
  return [
    { bench: copying, n, prepare: prepared((cells) => () => cells.map((row) => row.slice())) },
    { bench: "importing it", n, against: copying, prepare: prepared((cells) => () => imported(cells)) },
    {
      bench: "scoring the portfolio", n, target: { ms: 300 }, against: copying, prepare: prepared((cells) => {
        const { customers } = imported(cells);
        return () => scorePortfolio(sample.agreement, customers);
      }),
    },
  ];
}

export const works: readonly Work[] = [
  ...purchaseWorks("BG/NBD", bgNbd, cdnow.bg, simulateBgNbd, [1.5, 4, 30, 120]),
  ...purchaseWorks("Pareto/NBD", paretoNbd, cdnow.pareto, simulateParetoNbd, [10, 15, 50, 150]),
  ...spendWorks([0.3, 0.6, 8, 120]),
  {
    bench: "HISTORY, orders", n: 1_000_000, cold: true, target: { ms: 600 },
    prepare: () => {
      const [ids, dates, amounts] = orderCells(1_000_000);
      return () => history(ids, dates, amounts, null, null, null);
    },
  },
  { bench: "SCORETABLE, 18 asks", n: 10_000, target: { ms: 20 }, prepare: () => scores(10_000) },
  { bench: "SCORETABLE, 18 asks", n: 100_000, target: { ms: 200 }, prepare: () => scores(100_000) },
  ...portfolioWorks(100_000),
];
