import type { FunctionMetadata, FunctionParameter } from "../../src/preview/protocol/function-arguments";
import { openBefore } from "./open";

const number = (name: string, more: Partial<FunctionParameter> = {}): FunctionParameter =>
  ({ name, type: "number", dimensionality: "scalar", ...more });
const block = (name: string, more: Partial<FunctionParameter> = {}): FunctionParameter =>
  ({ name, type: "any", dimensionality: "matrix", ...more });
const fn = (name: string, parameters: FunctionParameter[], options = {}): FunctionMetadata =>
  ({ id: name, name, parameters, result: {}, options });

const metadata = { functions: [
  fn("ADD", [number("price"), number("rate")]), fn("SUMBLOCK", [block("cells"), number("factor", { optional: true })]),
  fn("DESCRIBE", [block("cells")]), fn("OMITTED", [number("first"), number("second", { optional: true })]),
  fn("COUNT", [block("ranges", { repeating: true })]), fn("SPILL", [number("rows")]), fn("MISSING", []), fn("BROKEN", []),
  fn("MIXED", []), fn("LATER", [number("value")]), fn("LATERNO", []), fn("WHERE", [], { requiresAddress: true }),
  fn("CLOCK", [], { stream: true, cancelable: true }),
] };

let cancelled = 0;
function load({ CustomFunctions }: any) {
  const { Error: CellError, ErrorCode } = CustomFunctions;
  const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
  const bodies: Record<string, (...args: any[]) => unknown> = {
    ADD: (price, rate) => price + rate,
    SUMBLOCK: (cells, factor) => cells.flat().reduce((sum: number, v: unknown) => sum + (Number(v) || 0), 0) * (factor ?? 1),
    DESCRIBE: (cells) => JSON.stringify(cells),
    OMITTED: (_first, second) => (second === null ? "null" : typeof second),
    COUNT: (ranges) => ranges.length,
    SPILL: (rows) => Array.from({ length: rows }, (_, i) => [i + 1, (i + 1) * 10]),
    MISSING: () => { throw new CellError(ErrorCode.notAvailable, "no such role"); },
    BROKEN: () => { throw new Error("bug"); },
    MIXED: () => [[1, new CellError(ErrorCode.invalidNumber)]],
    LATER: async (value) => { await pause(20); return value * 2; },
    LATERNO: async () => { await pause(5); throw new CellError(ErrorCode.invalidValue, "too late"); },
    WHERE: (invocation) => invocation.address,
    CLOCK: (invocation) => {
      let n = 0;
      const timer = setInterval(() => invocation.setResult(++n), 20);
      invocation.onCanceled = () => { clearInterval(timer); cancelled++; };
    },
  };
  for (const [id, body] of Object.entries(bodies)) CustomFunctions.associate(id, body);
}

const use = openBefore({ functions: { metadata, namespace: "TEST", load } });

/** Writes the formulas into C1 down and gives their values. */
async function results(...formulas: string[]): Promise<unknown[]> {
  return use.run(async (context) => {
    const sheet = context.workbook.worksheets.getFirst();
    sheet.getRange("A1:A4").values = [[1], [2], [""], [0]];
    const range = sheet.getRange(`C1:C${formulas.length}`);
    range.formulas = formulas.map((formula) => [formula]);
    range.load("values");
    await context.sync();
    return range.values.flat();
  });
}

describe.each(["direct", "runtime"] as const)("custom functions, %s", (mode) => {
  beforeEach(() => { use.preview.host.functions.mode = mode; });

  test("single values, ranges, omitted and repeated arguments, nesting and dependants", async () => {
    expect(await results(
      "=TEST.ADD(A1,0.5)", "=TEST.SUMBLOCK(A1:A4)", "=TEST.SUMBLOCK(A1:A4,10)", "=TEST.OMITTED(1)", "=TEST.OMITTED(1,2)",
      "=TEST.ADD(TEST.ADD(A1,A2),C1)+1", "=TEST.COUNT(A1:A2,A3,A1:A4)", "=test.add(A2,A2)",
    )).toEqual([1.5, 3, 30, "null", "number", 5.5, 3, 4]);
  });

  test("an empty cell of an any[][] range arrives as \"\", and as 0 for a number", async () => {
    expect(await results("=TEST.DESCRIBE(A1:A4)", "=TEST.ADD(A1,A3)", "=TEST.DESCRIBE(A3)")).toEqual(['[[1],[2],[""],[0]]', 1, '[[""]]']);
  });

  test("text for a number is #VALUE!, an error among the arguments is the answer", async () => {
    expect(await results('=TEST.ADD("x",1)', '=TEST.ADD("2",1)', "=TEST.ADD(NA(),1)", "=TEST.SUMBLOCK(C3:C4)", "=1/0"))
      .toEqual(["#VALUE!", 3, "#N/A", "#N/A", "#DIV/0!"]);
  });

  test("errors come with their message, IFERROR catches them, an ordinary throw is #VALUE! without one", async () => {
    expect(await results("=TEST.MISSING()", "=TEST.BROKEN()", '=IFERROR(TEST.MISSING(),"caught")', "=TEST.LATERNO()"))
      .toEqual(["#N/A", "#VALUE!", "caught", "#VALUE!"]);
    const { functions } = use.preview.host;
    expect(["C1", "C2", "C3", "C4"].map((cell) => functions.messageOf(`Sheet1!${cell}`))).toEqual([
      "no such role", undefined, undefined, "too late",
    ]);
  });

  test("blocks spill, are read as A1#, and may hold errors", async () => {
    expect(await results("=TEST.SPILL(3)", "", "", "=SUM(C1#)", "=TEST.MIXED()")).toEqual([1, 2, 3, 66, 1]);
    expect(await use.values("Sheet1!D3:D5")).toEqual([[30], [""], ["#NUM!"]]);
  });

  test("a block spills beyond the rows that a new sheet has", async () => {
    await results("=TEST.SPILL(900)");
    const last = await use.run(async (context) => {
      const range = context.workbook.worksheets.getFirst().getRange("C899:D900").load("values");
      await context.sync();
      return range.values;
    });
    expect(last).toEqual([[899, 8990], [900, 9000]]);
  });

  test("promises are awaited before values are read, nested ones too", async () => {
    expect(await results("=TEST.LATER(A2)", "=TEST.LATER(TEST.LATER(A2))+1", "=C1+1")).toEqual([4, 9, 5]);
  });

  test("a changed cell recalculates, two hundred calls at once", async () => {
    await use.run(async (context) => {
      const sheet = context.workbook.worksheets.getFirst();
      const inputs = sheet.getRange("E1:E200");
      inputs.values = Array.from({ length: 200 }, (_, i) => [i]);
      const range = sheet.getRange("F1:F200");
      range.formulas = Array.from({ length: 200 }, (_, i) => [`=TEST.ADD(E${i + 1},1)`]);
      await context.sync();
      inputs.values = Array.from({ length: 200 }, (_, i) => [i * 2]);
      range.load("values");
      await context.sync();
      expect(range.values.flat()).toEqual(Array.from({ length: 200 }, (_, i) => i * 2 + 1));
    });
  });

  test("a function that asks for its address gets it", async () => {
    expect(await results("=TEST.WHERE()")).toEqual(["Sheet1!C1"]);
  });
});

test("a stream goes on until its formula is gone", async () => {
  const [first] = await results("=TEST.CLOCK()");
  expect(first).toBeGreaterThanOrEqual(1);
  await new Promise((resolve) => setTimeout(resolve, 1200)); // the runtime hands on results every half second
  const [[second]] = await use.values("Sheet1!C1") as [[number]];
  expect(second).toBeGreaterThan(first as number);
  const before = cancelled;
  await use.preview.host.enter("Sheet1!C1", "");
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(cancelled).toBe(before + 1);
});

test("a function that is declared but not associated is #NAME?", async () => {
  const { host } = use.preview;
  host.functions.mode = "direct";
  host.functions.register({ functions: [fn("NOWHERE", [])] }, "TEST");
  expect(await results("=TEST.NOWHERE()", "=TEST.UNKNOWN()")).toEqual(["#NAME?", "#NAME?"]);
});
