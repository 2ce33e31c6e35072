import { sample, templates } from "../../../src/core/templates";
import { boxAddress } from "../../../src/workbook/address";
import { audit, snapshotOfPlan } from "../../../src/workbook/audit";
import { modules } from "../../../src/workbook/modules";
import { leaningOn, neededBy } from "../../../src/workbook/modules/module";
import { emptySockets, planModule, planWith } from "../../../src/workbook/modules/plan";
import { drawWorkbook, planWorkbook } from "../../../src/workbook/plan";
import { atlasNow, standingOf, type Standing } from "../../../src/workbook/standing";
import { formulasOf } from "../formula-facts";
import { examples, people, worth } from "./example-modules";

const { agreement } = sample;
const core = drawWorkbook(agreement);
const asBuilt = standingOf(core);
const orders = [{ id: "P1", orders: 1 }, { id: "P2", orders: 2 }];

/** The same workbook after rows and columns were inserted before everything on a sheet, and the sheet was renamed. */
function moved(id: string, by: { rows: number; columns: number }, name: string): Standing {
  const before = asBuilt.sheets.get(id)!;
  return {
    sheets: new Map([...asBuilt.sheets].map(([sheet, present]) => [sheet, sheet === id ? name : present])),
    references: new Map([...asBuilt.references].map(([key, { sheet, box }]) => [key, sheet !== before ? { sheet, box }
      : { sheet: name, box: { ...box, row: box.row + by.rows, column: box.column + by.columns } }])),
    heads: asBuilt.heads,
  };
}

const formulasIn = (standing: Standing) => planModule({ module: people, data: orders }, agreement, core, standing).drawn[0]!.plan.cells
  .flatMap(({ content, row }) => (content.kind === "formula" && row === 4 ? [content.formula] : []));

describe("a module's formulas", () => {
  const stakes = asBuilt.references.get("rng_stakes")!.box;
  const rows = `$${stakes.row + 1}:$R$${stakes.row + stakes.rows}`;

  test("point at named cells, blocks and tables of the core", () => {
    const inputs = core.find(({ plan }) => plan.id === "inputs")!.plan;
    const rate = boxAddress(inputs.names.find(({ name }) => name === "in_rate")!.box).replace("E", "$E$");
    expect(formulasIn(asBuilt)).toEqual(expect.arrayContaining([
      `=Inputs!${rate}`, `=INDEX(Stakes!$R${rows}, MATCH("A02", Stakes!$A${rows.replace("R", "A")}, 0))`,
    ]));
  });

  test("follow what was moved, and name sheets as they are called now", () => {
    const formulas = formulasIn(moved("stakes", { rows: 2, columns: 1 }, "What it's worth"));
    const range = (column: string) => `'What it''s worth'!$${column}$${stakes.row + 3}:$${column}$${stakes.row + 2 + stakes.rows}`;
    expect(formulas).toContain(`=INDEX(${range("S")}, MATCH("A02", ${range("B")}, 0))`);
  });

  test("find a column of a table by its heading, wherever it stands", () => {
    const asks = asBuilt.references.get("tblAsks")!;
    const heads = asBuilt.heads.get("tblAsks")!;
    const swapped = [...heads.slice(0, 1), "A column of my own", ...heads.slice(1)];
    const formulas = formulasIn({
      ...asBuilt, heads: new Map([...asBuilt.heads, ["tblAsks", swapped]]),
      references: new Map([...asBuilt.references, ["tblAsks", { ...asks, box: { ...asks.box, columns: swapped.length } }]]),
    });
    expect(formulas.find((formula) => formula.includes("Role Definition"))).toMatch(/INDEX\('Role Definition'!\$C\$/);
  });

  test("say which cell, sheet or column is gone", () => {
    const without = (name: string) => ({ ...asBuilt, references: new Map([...asBuilt.references].filter(([key]) => key !== name)) });
    expect(() => formulasIn(without("in_rate"))).toThrow("There is no in_rate on Inputs.");
    const noSheet = { ...asBuilt, sheets: new Map([...asBuilt.sheets].filter(([id]) => id !== "stakes")) };
    expect(() => formulasIn(noSheet)).toThrow("There is no sheet stakes.");
    const wider = asBuilt.references.get("rng_stakes")!;
    const torn = { ...asBuilt, references: new Map([...asBuilt.references, ["rng_stakes", { ...wider, box: { ...wider.box, columns: 3 } }]]), heads: new Map() };
    expect(() => formulasIn(torn)).toThrow(/There is no column [A-Z]+ any more/);
  });

  test("may not point at cells without a name: planning refuses what could not be found again", () => {
    const careless = { ...people, sheets: () => [{
      ...people.sheets(agreement, orders)[0]!, blocks: [{ id: "one", rows: [{ cells: { E: { content: { formula: "[inputs/orders.E]" }, style: "calc" as const } } }] }],
    }] };
    expect(() => planModule({ module: careless, data: orders }, agreement, core, asBuilt)).toThrow("There is no orders on Inputs.");
  });
});

test("a named cell needs no column, a block is known by its id and by its name", () => {
  const atlas = atlasNow(core, asBuilt);
  expect(atlas.get("summary")!.spans.get("out_rci")).toMatchObject({ rows: 1, columns: { E: "E" } });
  expect(atlas.get("summary")!.spans.get("out_netltv_role")).toMatchObject({ rows: 1, columns: { E: "A" } });
  expect(atlas.get("stakes")!.spans.get("asks")!.row).toBe(atlas.get("stakes")!.spans.get("rng_stakes")!.row);
  expect(atlas.get("stakes")!.spans.get("rng_stakes")!.columns.weight).toBe("R");
});

test("names of somebody else's are left to them, also where a formula means the other sheet of that name", () => {
  const renamed = moved("stakes", { rows: 0, columns: 0 }, "People");
  const taken = { sheets: [...renamed.sheets.values()], names: ["tblPeople", "out_people"] };
  const { drawn: [drawn], names } = planModule({ module: people, data: orders }, agreement, core, renamed, taken);
  expect(drawn!.plan.name).toBe("People 2");
  expect(names).toEqual({ tblPeople: "tblPeople_2", out_people: "out_people_2", rng_people: "rng_people" });
  const weight = drawn!.plan.cells.find(({ row, column }) => row === 4 && column === 6)!.content;
  expect(weight.kind === "formula" && weight.formula).toMatch(/^=INDEX\(People!\$R\$/);
});

test("what needs what is followed to the end, in the order of adding and of removing", () => {
  const third = { ...worth, id: "third", needs: ["worth"] };
  expect(neededBy("third", [...examples, third])).toEqual(["people", "worth"]);
  expect(leaningOn("people", [...examples, third])).toEqual(["third", "worth"]);
});

describe("a workbook with modules", () => {
  const filled = [{ module: people, data: orders }, { module: worth, data: null }];

  test("is the core with its sockets filled, and the modules behind it", () => {
    const { sheets } = planWith(agreement, filled);
    expect(sheets.slice(core.length).map(({ name }) => name)).toEqual(["People", "Worth"]);
    const written = formulasOf({ version: "", sheets }).map(({ formula }) => formula);
    expect(written).toContainEqual(expect.stringMatching(/^="worth " & FIXED\(Worth!\$E\$5, 0\)$/));
    const about = sheets[0]!.cells.map(({ content }) => (content.kind === "value" ? content.value : ""));
    expect(about).toContain("People, Worth");
  });

  test("passes our own audit without an error", () => {
    const { findings } = audit(snapshotOfPlan(planWith(agreement, filled)), { ours: true });
    expect(findings.filter(({ severity }) => severity === "error")).toEqual([]);
  });

  test("has rules for what is entered on its sheets", () => {
    const { sheets } = planWith(agreement, filled);
    const { validations } = sheets.find(({ id }) => id === "people")!;
    expect(validations).toEqual([expect.objectContaining({ kind: "decimal", min: 0, box: { row: 4, column: 4, rows: 2, columns: 1 } })]);
  });

  test("without any is the workbook itself", () => {
    expect(planWith(agreement, [])).toEqual(planWorkbook(agreement));
  });
});

describe("the modules that ship", () => {
  const named = modules.map((module) => [module.id, module] as const);

  test.each(named)("%s: is planned blank for every template, after what it needs, and names a cell or block on each sheet", (id, module) => {
    for (const template of templates) {
      const ids = [...neededBy(id, modules), id];
      const filled = modules.filter((each) => ids.includes(each.id)).map((each) => ({ module: each, data: each.blank(template.agreement) }));
      const plan = planWith(template.agreement, filled);
      const { findings } = audit(snapshotOfPlan(plan), { ours: true });
      expect(findings.filter(({ severity }) => severity === "error")).toEqual([]);
      const own = module.sheets(template.agreement, module.blank(template.agreement)).map((sheet) => sheet.id);
      for (const sheet of plan.sheets.filter((each) => own.includes(each.id))) expect(sheet.names.length).toBeGreaterThan(0);
    }
  });

  test.each(named)("%s: the cells it fills hold a typed word or nothing while it is away", (_, module) => {
    for (const { content } of emptySockets(module, core, asBuilt)) expect(content.kind).not.toBe("formula");
  });

  test("stand after what they need", () => {
    for (const [i, { needs }] of modules.entries()) {
      for (const need of needs) expect(modules.slice(0, i).map(({ id }) => id)).toContain(need);
    }
  });
});
