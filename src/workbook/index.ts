/** The only door to the workbook: a plan as pure data, the open workbook in Excel, and a file. */
export { Refusal } from "./door";
export type { Build, BuildReport, Door, Draft, Outputs, Problem, Reading } from "./door";
export type { BuiltModule, CellValue, ModuleDoor, Patience, Source, TableChange, TableDoor, TableNow } from "./door";
export type { History, Published, VersionDoor, Visit } from "./door";
export type { CopyKind } from "./door";
export { readAnswer, type CustomerAnswer } from "./copy/answer";
export { excelWorkbook } from "./excel";
export type { Explanation, Ingredient, Shown, Where } from "./explain/explain";
export type { CallFault, OwnFunctions } from "./explain/failure";
export { lastChange, undoReason, valuesBack, type Back, type LogRow, type Told } from "./log";
export { loadModules } from "./modules/load";
export { leaningOn, neededBy, type Module } from "./modules/module";
export { planWith } from "./modules/plan";
export type { HistoryData } from "./modules/history";
export { planWorkbook, specVersion } from "./plan";
export type { CellPlan, SheetPlan, WorkbookPlan } from "./workbook-plan";
export { writeXlsx, type FileMeta } from "./xlsx";
