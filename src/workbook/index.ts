/** The only door to the workbook: a plan as pure data, and the open workbook in Excel. */
export { Refusal } from "./door";
export type { Build, BuildReport, Door, Draft, Outputs, Problem, Reading } from "./door";
export { excelWorkbook } from "./excel";
export { planWorkbook } from "./plan";
export type { CellPlan, SheetPlan, WorkbookPlan } from "./workbook-plan";
