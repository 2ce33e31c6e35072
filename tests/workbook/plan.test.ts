import type { Agreement } from "../../src/core/agreement";
import { dayOf, fieldsOf, faultOf } from "../../src/core/fields";
import { sample, templates } from "../../src/core/templates";
import { boxAddress, cellAddress, covers } from "../../src/workbook/address";
import { planWorkbook } from "../../src/workbook/plan";
import type { CellPlan, SheetPlan, WorkbookPlan } from "../../src/workbook/workbook-plan";
import { counted, cycleIn, formulasOf, functionsIn, nestingOfIf, numbersIn, referencesIn } from "./formula-facts";

const plan = planWorkbook(sample.agreement);
const { sheets } = plan;
const sheetNamed = (name: string) => sheets.find((sheet) => sheet.name === name);
const formulas = formulasOf(plan);
const breaking = (isBroken: (formula: string) => boolean) => formulas.filter(({ formula }) => isBroken(formula)).map(({ place, formula }) => `${place} ${formula}`);
const yellow = (sheet: SheetPlan) => sheet.cells.filter(({ style }) => style === "input");
const inputsOf = (sheet: SheetPlan) => yellow(sheet).filter(({ id }) => id !== undefined);
const textOf = ({ content }: CellPlan) => (content.kind === "value" ? String(content.value) : "");

describe("the sheets", () => {
  test("stand in the order of the design: About, Summary, inputs, calculations, Checks, Lists (3-workbook section 1)", () => {
    expect(sheets.map(({ name }) => name)).toEqual([
      "About", "Summary", "Inputs", "Role Definition", "Commitments", "Stakes", "Reciprocity", "Value", "Charter",
      "Checks", "Versions", "Lists",
    ]);
  });

  test.each(sheets.map((sheet) => [sheet.name, sheet] as const))("%s: title, purpose and check echo stand in rows 1 to 3 (9-look section 10)", (_, sheet) => {
    const [title, purpose, status] = [0, 1, 2].map((row) => sheet.cells.find((cell) => cell.row === row && cell.column === 0)!);
    expect([title!.style, purpose!.style, status!.style]).toEqual(["title", "purpose", "check"]);
    expect(status!.content).toEqual({ kind: "formula", formula: sheet.id === "checks" ? "=$G$6" : "=Checks!$G$6" });
    expect(sheet.purpose).toBe(textOf(purpose!));
    expect(sheet.freeze.rows).toBeGreaterThanOrEqual(4);
  });

  test.each(sheets.filter(({ id }) => id !== "lists").map((sheet) => [sheet.name, sheet] as const))("%s: no label stands twice (rule L06)", (_, sheet) => {
    const labels = sheet.cells.filter(({ style, column }) => style === "label" && column === 1).map(textOf).filter(Boolean);
    expect(labels.filter((label, i) => labels.indexOf(label) !== i)).toEqual([]);
  });

  test.each(["Inputs", "Stakes", "Reciprocity", "Value"])("%s: every line with a number has a unit (rule L02)", (name) => {
    const { cells } = sheetNamed(name)!;
    const numbers = new Set(cells.filter(({ style, column, content }) => column >= 4 && content.kind !== "empty" && ["input", "calc", "link", "total"].includes(style!))
      .map(({ row }) => row));
    const withUnit = new Set(cells.filter(({ column, content, style }) => column === 2 && content.kind !== "empty" && style !== "head").map(({ row }) => row));
    expect([...numbers].filter((row) => !withUnit.has(row)).map((row) => row + 1)).toEqual([]);
  });
});

describe("what a person enters", () => {
  const whole = templates.map(({ id, agreement }): [string, Agreement, WorkbookPlan] => [id, agreement, planWorkbook(agreement)]);

  test.each(whole)("%s: every field has exactly one yellow cell with its id", (_, agreement, built) => {
    const ids = built.sheets.flatMap(inputsOf).map(({ id }) => id);
    expect(ids.sort()).toEqual(fieldsOf(agreement).map(({ id }) => id).sort());
  });

  test("I04: nothing else is yellow but the samples of the two legends", () => {
    const samples = sheets.flatMap((sheet) => yellow(sheet).filter(({ id }) => id === undefined).map((cell) => `${sheet.name} ${textOf(cell)}`));
    expect(samples).toEqual(["About 1234", "Role Definition 1234"]);
  });

  test.each(whole)("%s: every yellow cell has one rule with a title and a message that Excel can show", (_, __, built) => {
    for (const sheet of built.sheets) {
      for (const { row, column } of inputsOf(sheet)) {
        const rules = sheet.validations.filter(({ box }) => covers(box, row, column));
        expect(`${cellAddress(row, column)} ${rules.length}`).toBe(`${cellAddress(row, column)} 1`);
      }
      for (const { title, message } of sheet.validations) {
        expect(title.length).toBeGreaterThan(0);
        expect(title.length).toBeLessThanOrEqual(32);
        expect(message.length).toBeGreaterThan(10);
        expect(message.length).toBeLessThanOrEqual(255);
      }
    }
  });

  test.each(whole)("%s: what stands in a cell that is chosen from a list is on that list", (_, __, built) => {
    for (const sheet of built.sheets) {
      for (const rule of sheet.validations) {
        if (rule.kind !== "list") continue;
        const items = itemsOf(rule.source as string, built.sheets);
        for (const cell of inputsOf(sheet).filter(({ row, column, content }) => covers(rule.box, row, column) && content.kind === "value")) {
          expect(items).toContain((cell.content as { value: unknown }).value);
        }
      }
    }
  });

  test.each(whole)("%s: a rule lets through what the fields let through", (_, agreement, built) => {
    const rules = new Map(built.sheets.flatMap((sheet) => inputsOf(sheet).map(({ id, row, column }) =>
      [id, sheet.validations.find(({ box }) => covers(box, row, column))!] as const)));
    for (const field of fieldsOf(agreement)) {
      const rule = rules.get(field.id)!;
      if (rule.kind !== "decimal" && rule.kind !== "whole") continue;
      const isDay = field.kind === "date";
      for (const bound of [rule.min, rule.max]) if (bound !== undefined) expect(faultOf(field, isDay ? dayOf(bound) : bound)).toBeUndefined();
      if (isDay) continue;
      expect([rule.min, rule.max, rule.optional]).toEqual([field.min, field.max, field.optional ?? false]);
    }
  });

  test("text that starts like a formula stays text (issue 2)", () => {
    const label = '=HYPERLINK("http://example.com", "click")';
    const asks = sample.agreement.asks.map((ask) => (ask.id === "A06" ? { ...ask, label } : ask));
    const cells = planWorkbook({ ...sample.agreement, asks }).sheets.flatMap((sheet) => sheet.cells);
    expect(cells.find(({ id }) => id === "asks.A06.label")!.content).toEqual({ kind: "value", value: label });
  });

  test("an unknown level and a horizon without end are blank cells, never 0 (2-model, conventions)", () => {
    const agreement = { ...sample.agreement, inputs: { ...sample.agreement.inputs, periods: null } };
    const cells = planWorkbook(agreement).sheets.flatMap((sheet) => sheet.cells);
    for (const id of ["in_periods", "measures.A01.actual", "asks.A02.must"]) {
      expect(cells.find((cell) => cell.id === id)!.content).toEqual({ kind: "empty" });
    }
  });
});

function itemsOf(source: string, all: readonly SheetPlan[]): unknown[] {
  const [{ sheet, cells }] = referencesIn(source, "") as [{ sheet: string; cells: string[] }];
  const home = all.find(({ name }) => name === sheet)!;
  return cells.map((address) => home.cells.find((cell) => cellAddress(cell.row, cell.column) === address)!.content)
    .map((content) => (content.kind === "value" ? content.value : undefined));
}

describe("formulas (3-workbook section 2.3)", () => {
  test("F03: hold no constants besides 0, 1, 12, 365, 100 and 1000", () => {
    expect(breaking((formula) => numbersIn(formula).some((number) => ![0, 1, 12, 365, 100, 1000].includes(number)))).toEqual([]);
  });

  test("F05: are at most 120 characters long", () => {
    expect(breaking((formula) => formula.length > 120)).toEqual([]);
  });

  test("F06: nest no IF in another", () => {
    expect(breaking((formula) => nestingOfIf(formula) > 1)).toEqual([]);
  });

  test("F07, F08: use only these functions, all of Excel 2010 or before and none volatile", () => {
    const used = new Set(formulas.flatMap(({ formula }) => functionsIn(formula)));
    expect([...used].sort()).toEqual([
      "ABS", "AVERAGE", "CHOOSE", "COLUMNS", "COUNT", "COUNTBLANK", "COUNTIF", "COUNTIFS", "FIND", "FIXED", "IF", "INDEX", "ISNUMBER",
      "LEFT", "LEN", "MATCH", "MAX", "MEDIAN", "MID", "MIN", "MOD", "N", "NORMSINV", "PROPER", "ROWS", "SEARCH", "SIGN", "SUM", "SUMIF", "SUMIFS", "SUMPRODUCT",
    ]);
  });

  test("F09: use no whole columns, no names, no tables and no array constants", () => {
    expect(breaking((formula) => /\$?[A-Z]+:\$?[A-Z]+(?!\d)|[[\]{}]|\b(in|out|chk|lst|rng)_|\btbl[A-Z]/.test(formula.replace(/"[^"]*"/g, '""')))).toEqual([]);
  });

  test("F12, F13: mask no error and round nothing", () => {
    expect(breaking((formula) => /\b(IFERROR|IFNA|ISERROR|ROUND\w*)\(/.test(formula))).toEqual([]);
  });

  test("FAST 4.02: put a space after every comma", () => {
    expect(breaking((formula) => /,\S/.test(formula.replace(/"[^"]*"/g, '""')))).toEqual([]);
  });

  test("FAST 4.04: switch a sign by -1 *, never by a bare minus", () => {
    expect(breaking((formula) => /[=(,]\s*-(?!1 \*)/.test(formula.replace(/"[^"]*"/g, '""')))).toEqual([]);
  });

  test("refer only to sheets of this workbook, and to cells inside what is planned there", () => {
    const last = new Map(sheets.map(({ name, cells, heights }) => [name, { cells: new Set(cells.map((cell) => cellAddress(cell.row, cell.column))), heights }]));
    const lost = formulas.flatMap(({ place, sheet, formula }) => referencesIn(counted(formula), sheet)
      .filter((reference) => !reference.cells.some((cell) => last.get(reference.sheet)?.cells.has(cell)))
      .map(({ sheet: on, cells }) => `${place} looks at empty ${on}!${cells[0]}`));
    expect(lost).toEqual([]);
  });

  test.each(templates.map(({ id, agreement }) => [id, agreement] as const))("W08: %s has no circular reference", (_, agreement) => {
    expect(cycleIn(planWorkbook(agreement))).toEqual([]);
  });

  /** About, Summary and Checks look everywhere; these look right only to show a result, and nothing is worked out from it. */
  test("W14: look to the left, except to show what later sheets found", () => {
    const order = sheets.map(({ name }) => name);
    const right = formulas.filter(({ sheet, row }) => !["About", "Summary", "Checks"].includes(sheet) && row > 2)
      .flatMap(({ sheet, formula }) => referencesIn(formula, sheet).filter((reference) => order.indexOf(reference.sheet) > order.indexOf(sheet))
        .map((reference) => `${sheet} > ${reference.sheet}`));
    expect([...new Set(right)].sort()).toEqual([
      "Charter > Lists", "Charter > Versions", "Commitments > Lists", "Commitments > Stakes", "Commitments > Value",
      "Role Definition > Lists", "Role Definition > Stakes", "Role Definition > Value", "Value > Lists",
    ]);
  });
});

describe("names, tables and charts", () => {
  const names = sheets.flatMap((sheet) => [...sheet.names, ...sheet.tables].map(({ name }) => name));

  test("W12: every name is legal, told by its prefix, and stands once", () => {
    expect(names.filter((name) => !/^((in|out|chk|lst|rng)_[a-z_]+|tbl[A-Z][a-z]+)$/.test(name))).toEqual([]);
    expect(names.filter((name, i) => names.indexOf(name) !== i)).toEqual([]);
  });

  test("the headline results and every scalar input can be jumped to", () => {
    for (const name of ["out_netltv_role", "out_netltv_actual", "out_netltv_without", "out_rci", "out_deserve", "out_deserve_cost", "chk_master",
      "rng_stakes", "rng_links", "out_version", "out_audit", "in_retention", "in_rate", "chk_tol"]) expect(names).toContain(name);
  });

  test("a table's headings are typed, all different, and stand directly above its rows", () => {
    for (const { tables, cells } of sheets) {
      for (const { box } of tables) {
        const heads = cells.filter(({ row, column }) => row === box.row && column >= box.column && column < box.column + box.columns);
        expect(heads.map(({ content }) => content.kind)).toEqual(Array(box.columns).fill("value"));
        expect(new Set(heads.map(textOf)).size).toBe(box.columns);
      }
    }
  });

  test("F02: a worked-out column of a table holds one formula", () => {
    for (const { tables, cells } of sheets) {
      for (const { box } of tables) {
        for (let column = box.column; column < box.column + box.columns; column++) {
          const inColumn = cells.filter((cell) => cell.column === column && cell.row > box.row && cell.row < box.row + box.rows);
          const written = new Set(inColumn.flatMap(({ content, row }) =>
            (content.kind === "formula" ? [content.formula.replace(/(?<=[A-Z])\d+/g, (number) => `[${Number(number) - row}]`)] : [])));
          expect(written.size).toBeLessThanOrEqual(1);
        }
      }
    }
  });

  test("A01a: every chart is told in words, and its series have one value per category", () => {
    const charts = sheets.flatMap((sheet) => sheet.charts);
    expect(charts.map(({ name }) => name)).toEqual(["Bridge", "Gaps by size", "Running total", "Cost of perfection"]);
    for (const { altText, series } of charts) {
      expect(altText.length).toBeGreaterThan(40);
      for (const { values, categories } of series) expect(boxAddress({ ...values, row: 0, column: 0 })).toBe(boxAddress({ ...categories, row: 0, column: 0 }));
    }
  });

  test("every planned value is in sight: a width for each column that is used, a height for each row", () => {
    for (const { cells, widths, heights } of sheets) {
      expect(widths.length).toBeGreaterThan(Math.max(...cells.map(({ column }) => column)));
      expect(cells.filter(({ row }) => heights[row] === undefined)).toEqual([]);
    }
  });
});

test("planning twice gives the same plan, and leaves the agreement as it was", () => {
  const before = JSON.stringify(sample.agreement);
  expect(planWorkbook(sample.agreement)).toEqual(plan);
  expect(JSON.stringify(sample.agreement)).toBe(before);
});
