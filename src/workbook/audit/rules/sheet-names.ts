import type { Rule } from "../finding";

/** The names Excel gives by itself, in the languages of the product. */
const givenByExcel = /^(sheet|tabelle|feuil|hoja|planilha|folha|foglio|blad)\s*\d*$/i;

export const sheetNames: Rule = {
  id: "W04", severity: "warning", origin: "ICAEW Financial Modelling Code", scope: "ours",
  demand: "Sheet names are short words of letters, digits and blanks",
  why: "Sheet names stand in formulas: plain ones can be read aloud and never break a link.",
  one: "“{about}” is no plain, telling sheet name",
  *ofSheet(sheet) {
    if (!/^[\p{L}\p{N} ]{1,31}$/u.test(sheet.name) || givenByExcel.test(sheet.name)) yield { sheet, about: sheet.name };
  },
};
