import { covers } from "../../address";
import type { BookSheet } from "../book";
import type { Rule } from "../finding";
import { cellsOf, isInLegend, labelColumn, lacksStyles, styleOf, unitColumn, wordsAt } from "../ours";
import { lackingOnOurs } from "../snapshot";

const isInputSheet = ({ snapshot: { sheetClass } }: BookSheet) => sheetClass === "input";

/** Owner, date and confidence belong to asks and commitments, which have columns for them; a scalar needs its label and its unit. */
export const inputNotes: Rule = {
  id: "I02", severity: "warning", origin: "ICAEW Financial Modelling Code", scope: "ours",
  demand: "Every input has a label and a unit",
  why: "Who enters a number must know exactly which one is asked for.",
  one: "An input has no {about}",
  many: "{n} inputs have no {about}",
  lacks: lacksStyles,
  *ofSheet(sheet) {
    if (!isInputSheet(sheet)) return;
    for (const { row, column } of cellsOf(sheet)) {
      if (styleOf(sheet, row, column) !== "input" || typeof sheet.typedAt(row, column) !== "number") continue;
      if (wordsAt(sheet, row, labelColumn) === "") yield { sheet, row, column, about: "label" };
      if (wordsAt(sheet, row, unitColumn) === "") yield { sheet, row, column, about: "unit" };
    }
  },
};

export const inputValidation: Rule = {
  id: "I03", severity: "warning", origin: "ICAEW Financial Modelling Code: restrictions", scope: "ours",
  demand: "Every input refuses what cannot be right, and says what it wants",
  why: "A slip is best caught while it is typed.",
  one: "An input takes anything",
  many: "{n} inputs take anything",
  lacks: lackingOnOurs("The rules for entering or the cell styles are not known.", "validations", "styles"),
  *ofSheet(sheet) {
    const rules = sheet.snapshot.validations!.filter(({ title, message }) => title !== "" && message !== "");
    for (const { row, column } of cellsOf(sheet)) {
      if (styleOf(sheet, row, column) !== "input" || isInLegend(sheet, row, column)) continue;
      if (!rules.some(({ box }) => covers(box, row, column))) yield { sheet, row, column };
    }
  },
};
