import type { WorkbookSnapshot } from "../../../src/workbook/audit";
import { tabColors } from "../../../src/workbook/style";
import { calc, check, head, input, label, link, note, shows, workbook, type Row, type SheetParts } from "./workbook";

/** For every rule a workbook that breaks it, where, and one that keeps it. Facts that a rule does not look at are left at their best. */
export interface Example {
  readonly breaks: WorkbookSnapshot;
  /** Sheet and cells of the finding: "Data!B2", "Data", or empty for the workbook. */
  readonly at: string;
  readonly keeps: WorkbookSnapshot;
  /** When the catalogue's severity does not hold for this example. */
  readonly severity?: "warning" | "info";
}

const one = (cells: readonly Row[], more: Partial<WorkbookSnapshot> = {}) => workbook({ Data: cells }, more);
const sheet = (parts: SheetParts, more: Partial<WorkbookSnapshot> = {}) => workbook({ Data: parts }, more);
const rows = (count: number, row: (index: number) => Row) => Array.from({ length: count }, (_, index) => row(index));

/** Sheets of ours by id. */
const inputs = (cells: readonly Row[], more: SheetParts = {}): SheetParts =>
  ({ id: "inputs", sheetClass: "input", tabColor: tabColors.input, cells, ...more });
const stakes = (cells: readonly Row[], more: SheetParts = {}): SheetParts =>
  ({ id: "stakes", sheetClass: "calculation", tabColor: tabColors.calculation, cells, ...more });
const line = (name: string, unit: string, source: string, ...cells: Row): Row => [note(1), label(name), note(unit), note(source), ...cells];

const firstCell = { row: 0, column: 0, rows: 1, columns: 1 };
const page = { area: firstCell, titleRows: 4, pagesWide: 1, header: "&F - &A", footer: "Page &P of &N" };
const costs = { name: "tblCosts", box: { row: 0, column: 0, rows: 2, columns: 2 }, hasHeads: true, hasTotals: false };
const named = (name: string, formula: string) => ({ name, formula, visible: true });

const aboutWords = [
  "Who it is for", "Version", "Audit", "Values", "SAMPLE values", "The sheets", "Inputs",
  "How to read a cell", "Costs count negative", "Method",
].map((words) => [words]);
const about = (cells: readonly Row[] = aboutWords): SheetParts =>
  ({ id: "about", sheetClass: "control", tabColor: tabColors.control, cells });
const versions = (number: string): SheetParts =>
  ({ id: "versions", sheetClass: "control", cells: [["Versions"], [], [], ["Version"], [number]] });
const versionName = [named("out_version", "=About!$B$1")];

/** A Checks sheet with the master check in row 1, echoed in row 3, and checks C01 to C12. */
const checkIds = Array.from({ length: 12 }, (_, index) => `C${String(index + 1).padStart(2, "0")}`);
const checks = (results: Readonly<Record<string, number>> = {}, ids = checkIds): SheetParts => ({
  id: "checks", sheetClass: "control", tabColor: tabColors.control,
  cells: [
    [null, "Errors", null, check("=SUM(D4:D15)", { shown: results.master ?? 0 })], [], [check("=$D$1", { shown: 0 })],
    ...ids.map((id) => [id, `Check ${id}`, null, check("=(ABS(C4)>$F$1)*1", { shown: results[id] ?? 0 })]),
  ],
});
const checkNames = [named("chk_master", "=Checks!$D$1"), named("chk_tol", "=Checks!$F$1")];
const withChecks = (parts: SheetParts, names = checkNames) => workbook({ Checks: parts }, { names });

export const examples: Readonly<Record<string, Example>> = {
  W01: { breaks: workbook({ Inputs: inputs([]), About: about() }), at: "About", keeps: workbook({ About: about(), Inputs: inputs([]) }) },
  W02: { breaks: workbook({ Data: { visibility: "veryHidden" } }), at: "Data", keeps: one([]) },
  W03: { breaks: sheet({ hiddenRows: [4, 5, 8] }), at: "Data", keeps: one([]) },
  W04: { breaks: workbook({ "P&L (old)": inputs([]) }), at: "P&L (old)", keeps: workbook({ "Role 2": inputs([]) }) },
  W05: {
    breaks: workbook({ Inputs: inputs([], { tabColor: "" }) }), at: "Inputs",
    keeps: workbook({ About: about(), Inputs: inputs([]) }),
  },
  W06: { breaks: one([["='[Prices.xlsx]2024'!B7"]]), at: "Data!A1", keeps: one([["='2024'!B7"], ["the file [Prices.xlsx]"]]) },
  W07: { breaks: one([], { fileName: "Plan.xlsm" }), at: "", keeps: one([], { fileName: "Plan.xlsx" }) },
  W08: { breaks: one([["=B1", "=SUM(A1:A9)"]]), at: "Data!A1", keeps: one([["=ROW(A1)", "=SUM(A1:A9)"], ["=A1", "=B1"]]) },
  W09: { breaks: one([], { calculation: "manual" }), at: "", keeps: one([]) },
  W10: { breaks: one([[shows("=1/A2", "#DIV/0!")]]), at: "Data!A1", keeps: one([[shows('="#1"', "#1")]]) },
  W11: {
    breaks: one([["=gone"]], { names: [named("gone", "=Data!#REF!")] }), at: "",
    keeps: one([["=here"]], { names: [named("here", "=Data!$A$2"), named("_xlnm.Print_Area", "=#REF!")] }),
  },
  W12: {
    breaks: workbook({ Inputs: inputs([]) }, { names: [named("rate", "=Inputs!$E$5")] }), at: "",
    keeps: workbook({ Inputs: inputs([]) }, { names: [named("in_rate", "=Inputs!$E$5")] }),
  },
  W13: { breaks: one([], { properties: { title: "", author: "Ana", company: "Alder" } }), at: "", keeps: one([]) },
  W14: {
    breaks: workbook({ Inputs: inputs(rows(4, () => ["=Stakes!A1"])), Stakes: stakes([]) }), at: "Inputs!A4",
    keeps: workbook({ Inputs: inputs([]), Stakes: stakes(rows(4, () => ["=Inputs!A1"])) }),
  },
  L01: {
    breaks: workbook({ Stakes: stakes([[head("Id"), head("Unit")]]) }), at: "Stakes!B1",
    keeps: workbook({ Stakes: stakes([[head("Id"), head("Label"), head("Unit"), head("Source")]]) }),
  },
  L02: {
    breaks: workbook({ Inputs: inputs([line("Margin", "", "ERP", input(0.37))]) }), at: "Inputs!C1",
    keeps: workbook({ Inputs: inputs([line("Margin", "% of list value", "ERP", input(0.37)), line("A remark", "", "")]) }),
  },
  L03: {
    breaks: sheet({ cells: rows(21, () => [1]), freeze: { rows: 0, columns: 1 } }), at: "Data",
    keeps: sheet({ cells: rows(20, () => [1]), freeze: { rows: 0, columns: 0 } }),
  },
  L04: { breaks: sheet({ merged: [{ row: 1, column: 0, rows: 1, columns: 3 }] }), at: "Data!A2:C2", keeps: one([]) },
  L05: {
    breaks: workbook({ Stakes: stakes([["in", "out"]], { print: page }) }), at: "Stakes!B1",
    keeps: workbook({ Stakes: stakes([["in"]], { print: page }) }),
  },
  L06: {
    breaks: workbook({ Stakes: stakes([line("Sum", "EUR", ""), line("Sum", "EUR", "")]) }), at: "Stakes!B2",
    keeps: workbook({ Stakes: stakes([line("Sum of A", "EUR", ""), line("Sum of B", "EUR", "")]) }),
  },
  L07: {
    breaks: one([[1, 2, 3, 4, 5, 6], [], [null, 1, 2, 3, 4, 5]]), at: "Data!B3",
    keeps: one([[1, 2, 3, 4, 5, 6], [], [0, "=A3+1", "=B3+1", "=C3+1", "=D3+1", "=E3+1"]]),
  },
  L08: {
    breaks: sheet({ cells: [[input(1234567)]], widths: [7] }), at: "Data!A1",
    keeps: sheet({ cells: [[input(123456), input(-12345)]], widths: [8, 8] }),
  },
  F01: {
    breaks: one([[1, 2, 3, 4, 5], ["=A1*2", "=B1*2", "=C1*2+D1", "=D1*2", "=E1*2"]]), at: "Data!C2",
    keeps: one([[1, 2, 3, 4, 5], ["=A1", "=A2+B1", "=B2+C1", "=C2+D1", "=SUM(A2:D2)"]]),
  },
  F02: {
    breaks: one([["Price"], ...rows(8, (i) => [i + 1, i === 4 ? "=A6*A7" : `=A${i + 2}*$A$2`])]), at: "Data!B6",
    keeps: one([["Price"], ...rows(8, (i) => [i + 1, i === 4 ? "=SUM(B2:B5)" : `=A${i + 2}*$A$2`])]),
  },
  F03: { breaks: one([[5, "=A1*1.19"]]), at: "Data!B1", keeps: one([[5, "=ROUND(A1/12*100,2)^2", '="1.19 times"&A1']]) },
  F04: { breaks: one([[5, "=A1+50"]]), at: "Data!B1", keeps: one([[5, "=1-A1"]]) },
  F05: { breaks: one([["=A2+B2+C2+D2+E2+F2+G2+H2+I2"]]), at: "Data!A1", keeps: one([[`="${"word ".repeat(40)}"&A2`, "=SUM(A2:I2)"]]) },
  F06: { breaks: one([["=IF(A2>1,SUM(IF(B2>1,1,0)),0)"]]), at: "Data!A1", keeps: one([["=IF(A2>1,1,0)+IF((B2>1)*1,1,0)"]]) },
  F07: { breaks: one([["=TODAY()-A2"]]), at: "Data!A1", keeps: one([['="TODAY()"', "=in_today-A2"]]) },
  F08: {
    breaks: workbook({ Stakes: stakes([["=_xlfn.XLOOKUP(A2,B:B,C:C)"]]) }), at: "Stakes!A1",
    keeps: workbook({ Stakes: stakes([["=INDEX(C2:C9,MATCH(A2,B2:B9,0))"]]) }),
  },
  F09: { breaks: one([["=SUM(B:B)"]]), at: "Data!A1", keeps: one([["=SUM(B2:B900)"]]) },
  F10: {
    breaks: one([[1, 2, 3, 4, 5], ["=A1*2", "=B1*2", 6, "=D1*2", "=E1*2"]]), at: "Data!C2",
    keeps: one([[1, 2, 3, 4, 5], [4, 5, "=C1*2", "=D1*2", "=E1*2"]]),
  },
  F11: {
    breaks: workbook({ Inputs: inputs([line("Margin", "%", "", input(0.37)), line("Margin", "%", "", input(0.37))]) }), at: "Inputs!E2",
    keeps: workbook({ Inputs: inputs([line("Margin", "%", "", input(0.37), input(0.37)), line("Growth", "%", "", input(0.37))]) }),
  },
  F12: { breaks: one([["=IFERROR(A2/B2,0)"]]), at: "Data!A1", keeps: sheet({ sheetClass: "output", cells: [["=IFERROR(A2/B2,0)"]] }) },
  F13: { breaks: one([["=ROUND(A2,0)", "=A1*2"]]), at: "Data!A1", keeps: one([["=A2*2", "=ROUND(A1,0)", '=A2 & " of " & ROUND(A1,0) & " pieces"', "=C1"]]) },
  F14: {
    breaks: one([["Amount", "Id"], [120, "007"], ["135", "12345678901234567"], [150, "A1"]]), at: "Data!A3",
    keeps: one([["2023", "Id"], [120, "007"], [135, "12/3"]]),
  },
  F15: {
    breaks: workbook({ Inputs: inputs([]), Stakes: stakes([line("Cost", "EUR", "", calc("=Inputs!E5*E2"))]) }), at: "Stakes!E1",
    keeps: workbook({ Inputs: inputs([]), Stakes: stakes([
      line("Rate", "%", "", link("=Inputs!E5")), line("Periods", "years", "Inputs", calc("=N(Inputs!E6)")),
      line("Cost", "EUR", "", calc("=E1*E2")),
    ]) }),
  },
  I01: {
    breaks: workbook({ Stakes: stakes([line("Cost", "EUR", "", calc(500))]) }), at: "Stakes!E1",
    keeps: workbook({ Stakes: stakes([line("Periods shown on Value", "years", "", calc(15)), line("Cost", "EUR", "", calc("=E1"))]) }),
  },
  I02: {
    breaks: workbook({ Inputs: inputs([line("", "EUR", "", input(5))]) }), at: "Inputs!E1",
    keeps: workbook({ Inputs: inputs([line("Cost", "EUR", "", input(5))]) }),
  },
  I03: {
    breaks: workbook({ Inputs: inputs([line("Cost", "EUR", "", input(5))]) }), at: "Inputs!E1",
    keeps: workbook({ Inputs: inputs([line("Cost", "EUR", "", input(5))], {
      validations: [{ box: { ...firstCell, column: 4 }, title: "Cost", message: "0 or more" }],
    }) }),
  },
  I04: {
    breaks: workbook({ Inputs: inputs([line("Cost", "EUR", "", input("=E2"), calc("=E1"))]) }), at: "Inputs!E1",
    keeps: workbook({ Inputs: inputs([line("Cost", "EUR", "", input(5), calc("=E1"))]) }),
  },
  I05: { breaks: workbook({ About: about([["Who it is for"]]) }), at: "", keeps: workbook({ About: about() }) },
  S01: {
    breaks: workbook({ About: about(), Stakes: stakes([["=-A2*B2"]]) }), at: "Stakes!A1",
    keeps: workbook({ About: about(), Stakes: stakes([["=-1*A2*B2"]]) }),
  },
  S02: {
    breaks: workbook({ Stakes: stakes([[calc("=A2", { format: "0.00 €" })]]) }), at: "Stakes!A1",
    keeps: workbook({ Stakes: stakes([[calc("=A2"), "text"]]) }),
  },
  S03: {
    breaks: workbook({ Inputs: inputs([line("Discount rate", "%", "", input(0.1))]) }), at: "Inputs!C1",
    keeps: workbook({ Inputs: inputs([
      line("Discount rate", "% per year", "", input(0.1)), line("Bad debt", "% of revenue", "", input(0.1)),
    ]) }),
  },
  K01: { breaks: withChecks(checks({}, checkIds.slice(1))), at: "Checks", keeps: withChecks(checks()) },
  K02: { breaks: withChecks(checks({ master: 2 })), at: "Checks!D1", keeps: withChecks(checks()) },
  K03: { breaks: withChecks(checks({ C02: 1 })), at: "Checks!D5", keeps: withChecks(checks()) },
  K04: { breaks: withChecks(checks({ C09: 1 })), at: "Checks!D12", keeps: withChecks(checks()) },
  K05: { breaks: withChecks(checks({ C05: 1 })), at: "Checks!D8", keeps: withChecks(checks()) },
  P01: {
    breaks: workbook({ Stakes: stakes([], { print: { ...page, pagesWide: 3 } }) }), at: "Stakes",
    keeps: workbook({ Stakes: stakes([], { print: page }) }),
  },
  P02: {
    breaks: workbook({ Charter: { id: "charter", sheetClass: "output", cells: rows(90, () => ["We deliver on time"]) } }), at: "Charter",
    keeps: workbook({ Charter: { id: "charter", sheetClass: "output", cells: rows(44, () => ["We deliver on time"]) } }),
  },
  A01a: {
    breaks: sheet({ cells: [["Cost", "Column2"], [1, 2]], tables: [costs] }), at: "Data!B1",
    keeps: sheet({ cells: [["Cost", "Budget"], [1, 2]], tables: [costs], charts: [{ name: "Costs", altText: "Costs by year" }] }),
  },
  V01: {
    breaks: workbook({ About: about([["Version", "1.1"]]), Versions: versions("1.0") }, { names: versionName }), at: "Versions",
    keeps: workbook({ About: about([["Version", "1.1"]]), Versions: versions("1.1") }, { names: versionName }),
  },
};
