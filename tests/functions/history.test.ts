import { simulateParetoNbd, simulateSpend } from "../core/history/simulate";
import { column, openExcel, row } from "./excel";

let excel: Awaited<ReturnType<typeof openExcel>>;
beforeAll(async () => (excel = await openExcel()));
const call = (id: string, ...given: unknown[]) => excel.call(id, ...given) as (string | number)[][];
const code = (id: string, ...given: unknown[]) => excel.complaint(id, ...given).code;
const message = (id: string, ...given: unknown[]) => excel.complaint(id, ...given).message;

const cdnow = [0.243, 4.414, 0.793, 2.426];
const simulated = simulateParetoNbd([0.6, 9, 0.8, 14], { n: 1500, seed: 3, most: 60, days: true });
const x = column(...simulated.frequency);
const tx = column(...simulated.recency);
const T = column(...simulated.T);
const m = column(...Array.from(simulateSpend([6.25, 3.74, 15.44], simulated.frequency, 4), (spend) => (Number.isNaN(spend) ? "" : spend)));

describe("HISTORY", () => {
  const ids = column("Ann", "Bob", "", "Ann", "Ann", 7);
  const dates = column(45292, 45299.5, "", 45320, 45350, 45351);
  const amounts = column(100, 50, "", 80, 120, -5);

  test("spills headings, one row per customer in weeks, and the number of dropped days; Monetary value is empty at x = 0", () => {
    expect(call("HISTORY", ids, dates, amounts)).toEqual([
      ["Customer", "Frequency", "Recency", "Age", "Monetary value"],
      ["Ann", 2, 58 / 7, 59 / 7, 100], ["Bob", 0, 0, 52 / 7, ""], ["Dropped", 1, "", "", ""],
    ]);
  });
  test("as_of omitted is the latest date of all rows; given, it ends the history", () => {
    const [ann, bob, dropped] = call("HISTORY", ids, dates, amounts, 45330, 1, false);
    expect([ann, bob, dropped]).toEqual([["Ann", 1, 28, 38, 80], ["Bob", 0, 0, 31, ""], ["Dropped", 0, "", "", ""]]);
  });
  test("its columns feed the fits as they are, with empty monetary values", () => {
    const orders = [column(1, 1, 2, 2, 3, 3, 3, 4), column(1, 9, 1, 30, 2, 8, 40, 3), column(5, 6, 7, 8, 9, 8, 7, 5)];
    const spilled = call("HISTORY", ...orders, 50, 7, false).slice(0, -1);
    const part = (k: number) => spilled.map((cells) => [cells[k]!]);
    expect(call("BGNBD.FIT", part(1), part(2), part(3))[0]![0]).toBe("BGNBD");
    expect(call("GAMMAGAMMA.FIT", part(1), part(4))[0]![0]).toBe("GAMMAGAMMA");
  });
  test("a text date is #VALUE! and named; unit_days 0 is #NUM!; nothing positive is #N/A", () => {
    expect(message("HISTORY", column("Ann"), column("1.2.2024"), column(5))).toMatch(/^dates, item 1: "1.2.2024"/);
    expect(code("HISTORY", column("Ann"), column("1.2.2024"), column(5))).toBe("#VALUE!");
    expect(code("HISTORY", ids, dates, amounts, null, 0)).toBe("#NUM!");
    expect(code("HISTORY", column("Ann"), column(5), column(-5))).toBe("#N/A");
  });
});

describe.each([
  ["BGNBD", ["r", "alpha", "a", "b"]], ["MBGNBD", ["r", "alpha", "a", "b"]], ["PARETONBD", ["r", "alpha", "s", "beta"]],
] as const)("%s", (model, names) => {
  const fit = (...detail: unknown[]) => call(`${model}.FIT`, x, tx, T, ...detail);

  test("FIT spills its name and parameters; with detail also log-likelihood, standard errors, iterations and note", () => {
    const [plain, detailed] = [fit(), fit(true)];
    expect(plain).toHaveLength(1);
    expect(plain[0]).toHaveLength(names.length + 1);
    expect(detailed.map((cells) => cells.length)).toEqual([6, 6, 6]);
    expect(detailed[0]!.slice(0, 5)).toEqual(plain[0]);
    expect(detailed.map((cells) => cells[0])).toEqual([model, "SE", "Note"]);
    expect(detailed[0]![5]).toBeLessThan(0);
    expect(detailed[1]!.slice(1, 5).every((error) => typeof error === "number" && error > 0)).toBe(true);
    expect(detailed[1]![5]).toBe("");
    expect(detailed[2]!.slice(2)).toEqual(["converged", "", "", ""]);
  });
  test("predictions take the spilled row, spill one row per customer, and one T serves all", () => {
    const params = fit();
    const [alive, purchases] = [call(`${model}.ALIVE`, params, x, tx, T), call(`${model}.PURCHASES`, params, x, tx, T, 26)];
    expect([alive.length, purchases.length]).toEqual([1500, 1500]);
    expect(call(`${model}.ALIVE`, params, column(0, 2), column(0, 20), 39)).toHaveLength(2);
    expect(call(`${model}.PURCHASES`, params, column(0, 2), column(0, 20), 39, 0)).toEqual([[0], [0]]);
    expect(excel.call(`${model}.NEW`, params, 0)).toBe(0);
  });
  test("another model's row, text or a missing number is #VALUE!; a history that cannot be or a negative horizon is #NUM!", () => {
    expect(code(`${model}.ALIVE`, row("SBG", 1, 2), 2, 20, 39)).toBe("#VALUE!");
    expect(code(`${model}.FIT`, column(1, "two"), column(1, 2), column(3, 3))).toBe("#VALUE!");
    expect(message(`${model}.FIT`, column(1, ""), column(1, 2), column(3, 3))).toBe("x, item 2: a number is missing.");
    expect(code(`${model}.FIT`, column(1, 1, 1), column(1, 2), column(3, 3, 3))).toBe("#VALUE!");
    expect(code(`${model}.FIT`, column(1, 0.5), column(1, 1), column(3, 3))).toBe("#NUM!");
    expect(code(`${model}.ALIVE`, row(...cdnow), 2, 40, 39)).toBe("#NUM!");
    expect(code(`${model}.PURCHASES`, row(...cdnow), 2, 30, 39, -1)).toBe("#NUM!");
    expect(code(`${model}.NEW`, row(...cdnow))).toBe("#VALUE!");
    expect(code(`${model}.NEW`, row(0, 1, 1, 1), 5)).toBe("#NUM!");
  });
  test("nobody watched for any time is #N/A", () => {
    expect(message(`${model}.FIT`, column(0, 0), column(0, 0), column(0, 0))).toContain("no customer was watched for any time");
    expect(code(`${model}.FIT`, column(0, 0), column(0, 0), column(0, 0))).toBe("#N/A");
  });
  test("all one-time buyers are a fit with a note, not an error", () => {
    const [first, , note] = call(`${model}.FIT`, column(0, 0, 0), column(0, 0, 0), column(30, 20, 10), true);
    expect(first!.slice(1).every(Number.isFinite)).toBe(true);
    expect(note![2]).toContain("nobody buys again");
  });
});

test("PARETONBD.DERT needs a rate above 0", () => {
  expect(code("PARETONBD.DERT", row(...cdnow), 2, 20, 39, 0)).toBe("#NUM!");
  expect(code("PARETONBD.DERT", row(...cdnow), 2, 20, 39)).toBe("#VALUE!");
});

describe("BGBB", () => {
  test("one n serves all rows, and count may be left out: one customer each", () => {
    const [counted, listed] = [
      call("BGBB.FIT", column(2, 1, 0), column(3, 1, 0), 4, column(2, 1, 3)),
      call("BGBB.FIT", column(2, 2, 1, 0, 0, 0), column(3, 3, 1, 0, 0, 0), 4),
    ];
    expect(counted).toEqual(listed);
  });
  test("x <= t_x <= n and whole, else #NUM!; a broken horizon too", () => {
    expect(code("BGBB.FIT", column(2), column(1), 4)).toBe("#NUM!");
    expect(code("BGBB.ALIVE", row(1, 1, 1, 1), 2, 5, 4)).toBe("#NUM!");
    expect(code("BGBB.PURCHASES", row(1, 1, 1, 1), 2, 3, 4, 1.5)).toBe("#NUM!");
    expect(code("BGBB.DERT", row(1, 1, 1, 1), 2, 3, 4, -0.1)).toBe("#NUM!");
  });
});

describe("GAMMAGAMMA", () => {
  test("FIT leaves out rows with x = 0 and their empty m; SPEND gives them the population mean", () => {
    const params = call("GAMMAGAMMA.FIT", x, m);
    const [, p, q, gamma] = params[0] as [string, number, number, number];
    expect(call("GAMMAGAMMA.SPEND", params, 0, "")[0]![0]).toBeCloseTo((p * gamma) / (q - 1), 10);
  });
  test("a missing m where there are orders is #VALUE!, m of 0 is #NUM!, no repeat orders #N/A", () => {
    expect(code("GAMMAGAMMA.FIT", column(1, 2), column(5, ""))).toBe("#VALUE!");
    expect(code("GAMMAGAMMA.FIT", column(1, 2), column(5, 0))).toBe("#NUM!");
    expect(code("GAMMAGAMMA.FIT", column(0, 0), column("", ""))).toBe("#N/A");
  });
});

describe("SBG and BDW", () => {
  test("SURVIVAL and RETENTION spill one row per period of a list", () => {
    expect(call("SBG.SURVIVAL", row("SBG", 1, 1), row(0, 1, 2)).flat()).toEqual([1, expect.closeTo(1 / 2, 12), expect.closeTo(1 / 3, 12)]);
    expect(call("BDW.RETENTION", row("BDW", 1, 1, 1), column(1, 2)).flat()).toEqual([expect.closeTo(1 / 2, 12), expect.closeTo(2 / 3, 12)]);
  });
  test("SURVIVAL takes whole periods from 0, RETENTION from 1; DERL a rate above 0", () => {
    expect(code("SBG.SURVIVAL", row(1, 1), 1.5)).toBe("#NUM!");
    expect(code("SBG.SURVIVAL", row(1, 1), -1)).toBe("#NUM!");
    expect(code("SBG.RETENTION", row(1, 1), 0)).toBe("#NUM!");
    expect(code("BDW.DERL", row(1, 1, 1), 0, 0)).toBe("#NUM!");
    expect(code("SBG.DERL", row(1, 1), 0.5, 0.1)).toBe("#NUM!");
  });
  test("too few periods are #N/A, rising survivors #NUM!, a gap #VALUE!", () => {
    expect(code("SBG.FIT", row(100, 80))).toBe("#N/A");
    expect(code("BDW.FIT", row(100, 80, 70))).toBe("#N/A");
    expect(code("SBG.FIT", row(100, 80, 90))).toBe("#NUM!");
    expect(code("SBG.FIT", row(100, "", 70))).toBe("#VALUE!");
  });
});

describe("HISTORYLTV", () => {
  const spend = row("GAMMAGAMMA", 6.25, 3.74, 15.44);
  const customer = [2, 30.43, 38.86, 35] as const;

  test("follows the model named in params; bare numbers are the BG/NBD", () => {
    const value = (...params: unknown[]) => call("HISTORYLTV", row(...params), spend, ...customer, 0.4, 0.002, 52)[0]![0] as number;
    expect(value(...cdnow)).toBe(value("BGNBD", ...cdnow));
    expect(value("MBGNBD", ...cdnow)).not.toBeCloseTo(value(...cdnow), 3);
    expect(value("PARETONBD", 0.5534, 10.5802, 0.6061, 11.6562)).not.toBeCloseTo(value(...cdnow), 3);
  });
  test("a model that does not predict purchases is #VALUE!; horizon must be whole from 1 to 1,000 and rate above -1, else #NUM!", () => {
    expect(code("HISTORYLTV", row("SBG", 1, 2), spend, ...customer, 0.4, 0.002, 52)).toBe("#VALUE!");
    for (const [rate, horizon] of [[0.002, 0], [0.002, 1001], [0.002, 1.5], [-1, 10]]) {
      expect(code("HISTORYLTV", row(...cdnow), spend, ...customer, 0.4, rate, horizon)).toBe("#NUM!");
    }
  });
  test("spills one value per customer, those without repeat orders at the population's spend", () => {
    expect(call("HISTORYLTV", row(...cdnow), spend, x, tx, T, m, 0.4, 0.002, 10)).toHaveLength(1500);
  });
});
