import { freshNames, renameInFormula } from "../../src/workbook/fresh-names";
import type { SheetPlan, WorkbookPlan } from "../../src/workbook/workbook-plan";

const sheet = (name: string, names: string[], tables: string[] = []): SheetPlan => ({
  id: name, name, purpose: "", sheetClass: "input", cells: [], widths: [], heights: {}, freeze: { rows: 0, columns: 0 },
  validations: [], conditions: [], charts: [], print: { landscape: true, area: { row: 0, column: 0, rows: 1, columns: 1 }, titleRows: 0 },
  names: names.map((each) => ({ name: each, sheet: name, box: { row: 0, column: 0, rows: 1, columns: 1 } })),
  tables: tables.map((each) => ({ name: each, box: { row: 0, column: 0, rows: 2, columns: 2 } })),
});
const plan: WorkbookPlan = { version: "1", sheets: [sheet("Inputs", ["in_rate", "in_ac"]), sheet("Role Definition", [], ["tblAsks"])] };

test("only names that are taken change, whatever their case, to the first free number", () => {
  const renaming = freshNames(plan, { sheets: ["inputs", "Inputs 2"], names: ["IN_RATE", "tblasks"] });
  expect([...renaming.sheets]).toEqual([["inputs", "Inputs 3"]]);
  expect([...renaming.names]).toEqual([["in_rate", "in_rate_2"], ["tblasks", "tblAsks_2"]]);
});

test.each([
  ["=Inputs!E5 * in_rate", "='Inputs 2'!E5 * in_rate_2"],
  ["='Inputs'!$E$5", "='Inputs 2'!$E$5"],
  ["=SUM(INPUTS!A1:B2)", "=SUM('Inputs 2'!A1:B2)"],
  ["='Role Definition'!A1", "='O''Neil 2'!A1"],
  ["=\"Inputs!A1 in_rate\" & in_rates", "=\"Inputs!A1 in_rate\" & in_rates"],
  ["=SUM(tblAsks[Annual cost])", "=SUM(tblAsks_2[Annual cost])"],
  ["=[@[in_rate]] + tblAsks[[#This Row],[in_rate]]", "=[@[in_rate]] + tblAsks_2[[#This Row],[in_rate]]"],
  ["=in_rate(1) + MyInputs!A1 + 'My Inputs'!A1", "=in_rate(1) + MyInputs!A1 + 'My Inputs'!A1"],
  ["=IN_RATE^-(1-in_rate)", "=in_rate_2^-(1-in_rate_2)"],
])("a formula follows new names and nothing else: %s", (before, after) => {
  const renaming = {
    sheets: new Map([["inputs", "Inputs 2"], ["role definition", "O'Neil 2"]]),
    names: new Map([["in_rate", "in_rate_2"], ["tblasks", "tblAsks_2"]]),
  };
  expect(renameInFormula(before, renaming)).toBe(after);
});
