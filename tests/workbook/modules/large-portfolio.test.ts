import { customersOf, type Customer } from "../../../src/core/portfolio/customers";
import { scorePortfolio } from "../../../src/core/portfolio/portfolio";
import { sample } from "../../../src/core/templates";
import { assess } from "../../../src/core/assessment";
import { audit, snapshotOfPlan } from "../../../src/workbook/audit";
import { portfolio, whale } from "../../../src/workbook/modules/portfolio";
import { planWith } from "../../../src/workbook/modules/plan";
import type { Module } from "../../../src/workbook/modules/module";

/** One more than have formulas of their own: levels and money run through their ranges, some unknown, one set aside, one broken must. */
const people = Array.from({ length: 2001 }, (_, i): Customer => ({
  id: `C${i}`, contribution: i % 17 === 0 ? null : (i * 7919) % 30_000 - 3000, retention: 0.6 + (i % 39) / 100,
  agreedOn: 44_000, firstOrder: 43_000 + i,
  levels: { A02: 24_000 + i * 10, A13: (i % 16) / 100, A06: i % 60, A18: 0.7 + (i % 20) / 100 },
  ...(i === 5 && { override: "Renegotiate", reason: "=1+1", overrideOwner: "Head of sales", until: 47_000 }),
}));
const customers = customersOf(people);
const data = { customers, asOf: 46_000 };
const plan = planWith(sample.agreement, [portfolio, whale].map((module) => ({ module: module as Module, data })));
const sheet = (id: string) => plan.sheets.find((each) => each.id === id)!;
const native = planWith(sample.agreement, [{ module: portfolio as Module, data: portfolio.example!(sample.agreement) }])
  .sheets.find(({ id }) => id === "scores")!;

function tableOf(id: string) {
  const { tables: [table], cells, bulks } = id === "scores native" ? native : sheet(id);
  const at = (row: number) => cells.filter((cell) => cell.row === row && cell.column < table!.box.columns)
    .map(({ content }) => (content.kind === "value" ? content.value : ""));
  return { box: table!.box, headings: at(table!.box.row), first: at(table!.box.row + 1), bulk: bulks?.[0] };
}

describe("2,001 customers on sheets", () => {
  test("are one planned row and the values of 2,000 more, inside one table each", () => {
    for (const id of ["customers", "scores"]) {
      const { box, bulk } = tableOf(id);
      expect([box.rows, bulk!.box]).toEqual([2002, { row: box.row + 2, column: 0, rows: 2000, columns: box.columns }]);
      expect(bulk!.valuesOf(1999)).toHaveLength(box.columns);
    }
    expect(sheet("customers").cells.length + sheet("scores").cells.length).toBeLessThan(1000);
  });

  test("have scores under the headings of the formulas, in their order, so that other sheets find them", () => {
    const { headings } = tableOf("scores");
    const known = tableOf("scores native").headings;
    const places = headings.slice(0, -1).map((heading) => known.indexOf(heading));
    expect(places).not.toContain(-1);
    expect(places).toEqual([...places].sort((a, b) => a - b));
  });

  test("are scored as the core scores them; what is unknown stays empty", () => {
    const scores = scorePortfolio(sample.agreement, customers);
    const { headings, first, bulk } = tableOf("scores");
    const row = (place: number) => {
      const values = place === 0 ? first : bulk!.valuesOf(place - 1);
      return Object.fromEntries(headings.map((heading, i) => [heading, values[i]]));
    };
    for (const place of [1, 5, 700, 2000]) {
      expect(row(place)).toMatchObject({
        Id: `C${place}`, Verdict: scores.verdict[place], Fit: scores.fit[place],
        "Net value now": scores.net[place], "Rank by profit": scores.rank[place],
      });
    }
    expect(row(17)).toMatchObject({ "Net value now": "", "Profit a period": "", Verdict: "Find out", "Has a value, now": 0 });
    expect(row(5)).toMatchObject({ Decision: "Renegotiate", Override: "Renegotiate", "Override stands": 1 });
  });

  test("remember what they were worked out from, so that a check can ask for them anew", () => {
    const typed = sheet("scores").cells.flatMap(({ content, style }) => (style === "note" && content.kind === "value" ? [content.value] : []));
    const sum = people.reduce((total, { contribution }) => total + (contribution ?? 0), 0);
    expect(typed).toEqual(expect.arrayContaining([46_000, sum, assess(sample.agreement).cases!.asked.value.total]));
  });

  test("have a whale curve of a hundred lines, and pass our own audit without an error", () => {
    expect(sheet("whale").names.find(({ name }) => name === "rng_whale")!.box.rows).toBe(100);
    expect(audit(snapshotOfPlan(plan), { ours: true }).findings.filter(({ severity, sheet: name }) =>
      severity === "error" && ["Customers", "Scores", "Whale"].includes(name))).toEqual([]);
  });
});
