import "../../src/functions";
import { sample } from "../../src/core/templates";
import type { Headless } from "../../src/preview/headless";
import { ownFunctions } from "../../src/taskpane/own-functions";
import { excelWorkbook } from "../../src/workbook";
import { cellAddress } from "../../src/workbook/address";
import { tokenize } from "../../src/workbook/audit/formula-text";
import { explain } from "../../src/workbook/explain/explain";
import { openScene, type Scene } from "../../src/workbook/explain/sight";
import { layOut } from "../../src/workbook/layout";
import { specVersion } from "../../src/workbook/plan";
import { sheetsOf } from "../../src/workbook/sheets";
import { onWorkbook } from "./dump";
import { openAddin } from "./open-preview";

jest.setTimeout(120_000);

let addin: Headless;
beforeAll(async () => {
  addin = await openAddin();
  await excelWorkbook().build(sample.agreement, sample.id);
});
afterAll(() => addin.close());

const specs = sheetsOf(sample.agreement, specVersion);
const look = (sheet: string, address: string) => excelWorkbook().look(ownFunctions, { sheet, address });

/** All our sheets as they stand, read once, so that every cell can be explained. */
async function wholeScene(): Promise<Scene> {
  return Excel.run(async (context) => {
    const used = specs.map(({ name }) =>
      context.workbook.worksheets.getItem(name).getUsedRange(true).load("rowIndex, columnIndex, values, valueTypes, formulas"));
    const names = context.workbook.names.load("items/name, items/formula");
    await context.sync();
    const sheets = used.map(({ rowIndex: row, columnIndex: column, values, valueTypes: types, formulas }, index) =>
      ({ id: specs[index]!.id, name: specs[index]!.name, row, column, values, types, formulas, tables: [] }));
    return openScene({
      sheets, names: names.items.map(({ name, formula }) => ({ name, formula: String(formula) })), agreement: sample.agreement,
      layouts: new Map(specs.map((spec) => [spec.id, layOut(spec)])),
    });
  });
}

/** Every cell of ours that holds a formula, explained. */
function explained(scene: Scene) {
  return scene.sight.sheets.flatMap(({ name, row, column, formulas }) => formulas.flatMap((line, r) => line.flatMap((_, c) => {
    const spot = { sheet: name, row: row + r, column: column + c };
    const { formula } = scene.now(spot);
    const place = `${name}!${cellAddress(spot.row, spot.column)}`;
    return formula === undefined ? [] : [{ place, formula, said: explain(spot, scene, ownFunctions) }];
  })));
}

/** What a formula points at, as it stands there. */
const pointers = (formula: string) => tokenize(formula).filter(({ kind }) => kind === "reference").map(({ text }) => text);

describe("every calculated cell of the worked example", () => {
  let cells: ReturnType<typeof explained>;
  beforeAll(async () => {
    cells = explained(await wholeScene());
    expect(cells.length).toBeGreaterThan(4000);
  });

  test("has a name that is not its place", () => {
    expect(cells.filter(({ said: { title } }) => title === "" || /^Cell [A-Z]+\d+$/.test(title)).map(({ place }) => place)).toEqual([]);
  });
  test("has a sentence that says where it comes from", () => {
    const opening = /^(Words put together from|Fetched from|Worked out here|A check:|Entered here)/;
    expect(cells.filter(({ said: { sentence } }) => !opening.test(sentence)).map(({ place, said }) => `${place} ${said.sentence}`)).toEqual([]);
  });
  test("shows its formula in labels, with no address left", () => {
    const left = cells.filter(({ formula, said }) => {
      const words = said.formula!.split(/[^\w$!:'.]+/);
      return pointers(formula).some((pointer) => words.includes(pointer));
    });
    expect(left.map(({ place, said }) => `${place}: ${said.formula}`)).toEqual([]);
  });
  test("lists what it uses, with where that stands", () => {
    const using = cells.filter(({ formula }) => pointers(formula).length > 0);
    expect(using.filter(({ said }) => said.ingredients.length === 0).map(({ place, formula }) => `${place} ${formula}`)).toEqual([]);
    expect(using.flatMap(({ said }) => said.ingredients).filter(({ label, address }) => label === "" || address === "")).toEqual([]);
  });
});

describe("one cell", () => {
  test("takes two requests and tells the formula, the ingredients with their values, and the function that does the same", async () => {
    addin.host.roundTrips = 0;
    const said = await look("Stakes", "I63");
    expect(addin.host.roundTrips).toBe(2);
    expect(said).toMatchObject({
      title: "Net revenue", subtitle: "Role: as asked", origin: "worked out", unit: "EUR/year", shown: { value: 57000 },
      formula: "List value of orders × (1 − Discount given)",
      ingredients: [
        { label: "List value of orders", sheet: "Stakes", address: "I62", shown: { value: 60000 } },
        { label: "Discount given", sheet: "Stakes", address: "I49", shown: { value: 0.05, format: "inputPercent" } },
      ],
    });
    expect((await look("Stakes", "I70")).functions).toEqual(["RECOVERYCOST"]);
  });

  test("that is selected is the one explained", async () => {
    await onWorkbook(({ worksheets }) => worksheets.getItem("Inputs").getRange("E23").select());
    expect(await excelWorkbook().look(ownFunctions)).toMatchObject({
      sheet: "Inputs", address: "E23", title: "Discount rate", origin: "entered", unit: "% per year",
      sentence: "Entered here: a number from -50% to 100%. Money later is worth less.",
    });
  });

  test("on a sheet that is gone is refused in words", async () => {
    await expect(look("Nowhere", "A1")).rejects.toMatchObject({ code: "not-found" });
  });
});

describe("a formula on somebody's own sheet", () => {
  beforeAll(async () => {
    await onWorkbook(({ worksheets }) => {
      const sheet = worksheets.add("Mine");
      sheet.getRange("A1:B7").values = [["What", "Now"], ["Retention", 1.2], ["Margin", 100], ["", ""], ["Customer", ""], ["More", ""], ["Share", ""]];
      sheet.getRange("B5").formulas = [["=2*ROLE.CUSTOMERLTV(in_rate,B2,B3)"]];
      sheet.getRange("B6").formulas = [["=B5+1"]];
      sheet.getRange("B7").formulas = [["=Inputs!E23*B3"]];
    });
  });

  test("names what it uses by the words beside it, ours by theirs", async () => {
    expect(await look("Mine", "B7")).toMatchObject({ formula: "Discount rate × Margin", ingredients: [
      { label: "Discount rate", sheet: "Inputs", address: "E23" }, { label: "Margin", sheet: "Mine", address: "B3", shown: { value: 100 } },
    ] });
  });

  test("with a call that fails says which argument is to blame, and where it stands", async () => {
    const said = await look("Mine", "B5");
    expect(said).toMatchObject({ title: "Customer", functions: ["CUSTOMERLTV"], failure: {
      error: "#NUM!", functionId: "CUSTOMERLTV", argument: "retention", at: { sheet: "Mine", address: "B2" },
      message: "Retention must be from 0 to 1, not 1.2. That is Retention · Now (Mine!B2).",
    } });
  });

  test("that passes an error on is followed to the cell to mend", async () => {
    expect((await look("Mine", "B6")).failure).toMatchObject({ functionId: "CUSTOMERLTV", at: { sheet: "Mine", address: "B2" } });
  });
});

/** The row of the first ask, as Excel counts, and the names of all in the order of the sheet. */
const rowsOfAsks = () => Excel.run(async (context) => {
  const body = context.workbook.tables.getItem("tblAsks").getDataBodyRange().load("values, rowIndex");
  await context.sync();
  return { first: body.rowIndex + 1, labels: body.values.map(([, label]) => label as string | undefined) };
});

test("what a cell is called stays when rows, columns and whole tables have moved, and when its sheet has another name", async () => {
  const fourthAsk = `H${(await rowsOfAsks()).first + 3}`;
  const before = { revenue: await look("Stakes", "K63"), weight: await look("Role Definition", fourthAsk), expected: await look("Value", "K31") };
  await onWorkbook(({ worksheets, tables }) => {
    tables.getItem("tblAsks").getDataBodyRange().sort.apply([{ key: 0, ascending: false }]);
    worksheets.getItem("Stakes").getRange("40:41").insert("Down");
    worksheets.getItem("Stakes").getRange("B:B").insert("Right");
    worksheets.getItem("Value").name = "What it is worth";
  });
  const after = { revenue: await look("Stakes", "L65"), expected: await look("What it is worth", "K31") };
  for (const key of ["revenue", "expected"] as const) {
    const { title, subtitle, sentence, formula, unit } = before[key];
    expect(after[key]).toMatchObject({ title, subtitle, sentence, formula, unit });
  }
  const { first, labels } = await rowsOfAsks();
  const row = first + labels.indexOf(before.weight.title);
  expect(await look("Role Definition", `H${row}`)).toMatchObject({ title: before.weight.title, subtitle: "Weight", formula: before.weight.formula });
});
