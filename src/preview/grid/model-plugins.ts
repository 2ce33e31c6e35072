import { UniverDocsPlugin } from "@univerjs/docs";
import { UniverFormulaEnginePlugin } from "@univerjs/engine-formula";
import { UniverSheetsPlugin } from "@univerjs/sheets";
import { UniverSheetsConditionalFormattingPlugin } from "@univerjs/sheets-conditional-formatting";
import { UniverSheetsDataValidationPlugin } from "@univerjs/sheets-data-validation";
import { UniverSheetsFormulaPlugin } from "@univerjs/sheets-formula";
import { UniverSheetsNumfmtPlugin } from "@univerjs/sheets-numfmt";
import { UniverSheetsTablePlugin } from "@univerjs/sheets-table";
import "@univerjs/engine-formula/facade";
import "@univerjs/sheets/facade";
import "@univerjs/sheets-conditional-formatting/facade";
import "@univerjs/sheets-data-validation/facade";
import "@univerjs/sheets-formula/facade";
import "@univerjs/sheets-numfmt/facade";
import { repairedFunctions } from "./engine-fixes";

/** Everything of the grid that calculates and keeps, nothing that draws. */
export const modelPlugins: any[] = [
  UniverDocsPlugin, [UniverFormulaEnginePlugin, { function: repairedFunctions }], UniverSheetsPlugin, UniverSheetsFormulaPlugin,
  UniverSheetsNumfmtPlugin, UniverSheetsDataValidationPlugin, UniverSheetsConditionalFormattingPlugin, UniverSheetsTablePlugin,
];
