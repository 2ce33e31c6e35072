import { customersOf, customerAt } from "../../src/core/portfolio/customers";
import { dayOf } from "../../src/core/portfolio/sample-customers";
import { sample } from "../../src/core/templates";
import type { Headless } from "../../src/preview/headless";
import { createDesk, type Desk } from "../../src/taskpane/desk";
import { createPortfolio, type Portfolio } from "../../src/taskpane/portfolio/portfolio";
import { excelWorkbook, type CustomersFrom } from "../../src/workbook";
import { dump } from "./dump";
import { openAddin } from "./open-preview";

jest.setTimeout(300_000);

let headless: Headless;
beforeAll(async () => { headless = await openAddin(); });
afterAll(() => headless.close());

/** As a German CRM hands it out: decimal commas, per cents without the sign, an id twice, a sum, "?" and blanks. */
const list = (contribution: string) => [
  "Kunden-Nr.;Firma;Deckungsbeitrag;Bindungsrate;Wachstum;Potential Deckungsbeitrag;Jahresumsatz;Rabatt %;Verzugstage;Kontakte;Fax",
  "K1;Alpha;24.500,50;93;3;26.000;66.000;6;6;36;1", `K2;Beta;${contribution};85;2;800,5;30.000;15;44;120;2`, "K1;Alpha;1;93;3;;;;;;3",
  "K3;Gamma;2.900;78;0;5.100;42.000;?;;;4", "Summe;;20.600;;;;;;;;",
].join("\n");

const day = dayOf(2026, 3, 31);
const kept = { override: "Renegotiate", reason: "Until the depot moves", overrideOwner: "Head of sales", until: dayOf(2026, 9, 30) };

/** A workbook without its log, which only grows. */
const unlogged = ({ sheets, names, ...others }: Awaited<ReturnType<typeof dump>>) => ({
  ...others, names: names.map(({ name }) => name), sheets: sheets.filter(({ name }) => name !== "Versions"),
});

describe("a messy list, brought in through the panel's own work", () => {
  const door = excelWorkbook();
  let desk: Desk;
  let portfolio: Portfolio;
  let before: Awaited<ReturnType<typeof dump>>;
  const customer = (id: string) => {
    const { customers } = portfolio.state().judged!;
    return customerAt(customers, customers.texts.id.indexOf(id));
  };
  const verdictOf = (id: string) => {
    const { customers, scored } = portfolio.state().judged!;
    return scored!.scores.verdict[customers.texts.id.indexOf(id)];
  };

  beforeAll(async () => {
    await door.build(sample.agreement, sample.id);
    before = await dump();
    desk = createDesk(door);
    await desk.open();
    portfolio = createPortfolio(desk);
  });
  afterAll(() => desk.close());

  test("is reported with its counts, and nothing is written yet", async () => {
    await portfolio.paste(list("-6.800"));
    const { imported, mapping } = portfolio.state().incoming!;
    expect(imported!.report.left).toMatchObject({ totals: 1, repeated: [expect.stringContaining("K1 stands already")] });
    expect(mapping).toMatchObject({ unused: ["Fax"], missing: [] });
    expect(await dump()).toEqual(before);
  });

  test("is written and judged: numbers in our units, unknown as unknown, each with a proposal", async () => {
    await portfolio.take(day);
    expect(portfolio.state()).toMatchObject({ judged: { place: "sheets", asOf: day }, incoming: undefined, problem: undefined });
    expect(customer("K1")).toMatchObject({ name: "Alpha", contribution: 24500.5, retention: 0.93, growth: 0.03, potContribution: 26000 });
    expect(customer("K3").levels).toMatchObject({ A13: null, A06: null, A02: 42000 });
    expect(["K1", "K2", "K3"].map(verdictOf)).toEqual(["Invest", "Let go", "Find out"]);
  });

  test("the sheet Scores says the same verdicts with formulas of its own", async () => {
    const { headings, rows } = await door.readTable("tblScores");
    const scores = rows.map(({ values }) => Object.fromEntries(headings.map((heading, i) => [heading, values[i]])));
    expect(scores.map(({ Verdict }) => Verdict)).toEqual(["Invest", "Let go", "Find out"]);
  });

  test("a decision stands in the row of its customer, and only there", async () => {
    await portfolio.decide(1, kept);
    expect(customer("K2")).toMatchObject(kept);
    const { headings, rows } = await door.readTable("tblCustomers");
    expect(rows.map(({ values }) => values[headings.indexOf("Override")])).toEqual(["", "Renegotiate", ""]);
  });

  test("it leaves a row in the log: from what to what, why, who answers until when, and its price a year (mission R40)", async () => {
    expect((await desk.history()).rows.at(-1)).toMatchObject({
      what: "Decision about Beta", unit: "verdict", entry: "", before: "Let go", after: "Renegotiate",
      // Contribution -6,800 less 2,340 for the commitments.
      reason: "Until the depot moves · Head of sales · until 2026-09-30 · price 9,140 EUR a year",
    });
    expect((await desk.history()).broken).toEqual([]);
  });

  test("the columns as they were confirmed come back with the workbook, for any panel that opens it", async () => {
    const reading = await excelWorkbook().read();
    const memory = (reading.state === "built" ? reading.build.modules[0]!.memory : undefined) as CustomersFrom;
    expect(memory.mapping.matches.map(({ heading }) => heading)).toContain("Deckungsbeitrag");
  });

  const salesNow = async () => {
    const { headings, rows } = await door.readTable("tblBonus");
    return (heading: string) => rows.map(({ values }) => values[headings.indexOf(heading)]);
  };

  test("Bonus begins with the customers that stand there", async () => {
    await desk.addModule("bonus");
    expect((await salesNow())("Id")).toEqual(["K1", "K2", "K3"]);
    await door.changeTable("tblBonus", {
      set: [{ row: 1, heading: "Agreed?", value: "Y" }, { row: 1, heading: "Seller", value: "Ines" }], remove: [0],
    });
  });

  test("a refresh changes what the list knows and keeps what was decided, and what was ticked on Bonus", async () => {
    await portfolio.paste(`${list("-5.500")}\nK4;Delta;9.000;90;1;;50.000;8;10;40;5`);
    expect(portfolio.state().incoming!.mapping.matches[0]!.reasons).toEqual(["as last time"]);
    expect(portfolio.state().incoming!.refresh).toMatchObject({ added: ["K4"], changed: ["K2"], gone: [] });
    await portfolio.take(day);
    expect(customer("K2")).toMatchObject({ contribution: -5500, ...kept });
    expect(customer("K4").contribution).toBe(9000);
    const at = await salesNow();
    expect([at("Id"), at("Agreed?"), at("Seller")]).toEqual([["K2", "K3", "K4"], ["Y", "N", "N"], ["Ines", "", ""]]);
    expect(at("Value of the customer").every((value) => typeof value === "number")).toBe(true);
  });

  test("a decision can be taken back, and everything goes again without a trace but for what the log says", async () => {
    await portfolio.decide(1, { override: "", reason: "", overrideOwner: "", until: null });
    expect(customer("K2")).toMatchObject({ override: "", until: null });
    await desk.removeModule("portfolio");
    await portfolio.follow();
    expect(portfolio.state().judged).toBeUndefined();
    expect((await desk.history()).rows.slice(-2).map(({ after }) => after)).toEqual(["Renegotiate", "Let go"]);
    expect(unlogged(await dump())).toEqual(unlogged(before));
  });

  test("more than 10,000 customers are judged in the panel and not written", async () => {
    const many = customersOf(Array.from({ length: 10_001 }, (_, i) => ({ id: `C${i}`, contribution: i - 500, retention: 0.8, levels: {} })));
    await portfolio.judge(many, day);
    expect(portfolio.state().judged!.place).toBe("panel");
    expect(portfolio.state().judged!.scored!.scores.count).toBe(10_001);
    expect(unlogged(await dump())).toEqual(unlogged(before));
  });

  test("what cannot be read is said, and what was there stays", async () => {
    await portfolio.paste("only a heading");
    expect(portfolio.state().problem).toBe("Paste the headings and at least one row below them.");
    expect(portfolio.state().judged!.customers.count).toBe(10_001);
  });
});
