import type { Rule } from "../finding";
import { aboutSheet } from "./about";
import { accessibility } from "./accessibility";
import { calculationSettings } from "./calculation";
import { bridgeProof, checksPresent, masterCheck, sharesProof, valueProof } from "./checks";
import { circularReferences } from "./circular";
import { columnPurpose } from "./columns";
import { columnConsistency, overwrittenFormulas, rowConsistency } from "./consistent";
import { duplicateInputs } from "./duplicate-inputs";
import { errorValues } from "./error-values";
import { externalLinks } from "./external-links";
import { flow, linkRows } from "./flow";
import { frozenHeads } from "./freeze";
import { functionList, maskedErrors, volatileFunctions } from "./functions";
import { hiddenRowsAndColumns, hiddenSheets } from "./hidden";
import { inputNotes, inputValidation } from "./input-notes";
import { inputStyle, inputsApart } from "./inputs";
import { uniqueLabels } from "./labels";
import { longFormulas } from "./long-formulas";
import { macros } from "./macros";
import { mergedCells } from "./merged";
import { brokenNames, namePrefixPolicy } from "./names";
import { nestedIf } from "./nested-if";
import { numberFormats } from "./number-formats";
import { numbersAsText } from "./numbers-as-text";
import { beyondPrint, charterPages, pageSetup } from "./printed";
import { documentProperties } from "./properties";
import { roundedIngredients } from "./rounding";
import { sheetNames } from "./sheet-names";
import { sampleData, signConvention } from "./statements";
import { tabs } from "./tabs";
import { timeAxis } from "./time-axis";
import { adjustedFormulas, constantsInFormulas } from "./typed-in-formulas";
import { ratePeriods, units } from "./units";
import { versionLog } from "./versions";
import { wholeColumns } from "./whole-columns";
import { columnWidths } from "./widths";

/** The catalogue: workbook, layout, formulas, inputs, standards, checks, print, accessibility, versions. */
export const rules: readonly Rule[] = [
  aboutSheet, hiddenSheets, hiddenRowsAndColumns, sheetNames, tabs, externalLinks, macros, circularReferences, calculationSettings,
  errorValues, brokenNames, namePrefixPolicy, documentProperties, flow,
  columnPurpose, units, frozenHeads, mergedCells, beyondPrint, uniqueLabels, timeAxis, columnWidths,
  rowConsistency, columnConsistency, constantsInFormulas, adjustedFormulas, longFormulas, nestedIf, volatileFunctions, functionList,
  wholeColumns, overwrittenFormulas, duplicateInputs, maskedErrors, roundedIngredients, numbersAsText, linkRows,
  inputsApart, inputNotes, inputValidation, inputStyle, sampleData,
  signConvention, numberFormats, ratePeriods,
  checksPresent, masterCheck, valueProof, sharesProof, bridgeProof,
  pageSetup, charterPages, accessibility, versionLog,
];
