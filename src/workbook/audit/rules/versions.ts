import { parseReference } from "../../address";
import { ourSheet, sheetCalled, valueAt } from "../book";
import type { Rule } from "../finding";
import { cellsOf, wordsAt } from "../ours";

export const versionLog: Rule = {
  id: "V01", severity: "warning", origin: "ICAEW Twenty Principles 17", scope: "ours",
  demand: "The version that About names has a row in Versions",
  why: "Without a log nobody can say what changed, when, and who wanted it.",
  one: "Version {about} has no row in Versions",
  lacks: ({ sheets }) => (sheets.some(({ id }) => id === "versions") ? undefined : "There is no Versions sheet."),
  *ofBook(book) {
    const name = book.snapshot.names.find((each) => /^out_version(_\d+)?$/i.test(each.name));
    const reference = name && parseReference(name.formula);
    const sheet = reference && sheetCalled(book, reference.sheet);
    const version = sheet ? valueAt(sheet, reference.box.row, reference.box.column) : undefined;
    const log = ourSheet(book, "versions")!;
    const isLogged = [...cellsOf(log)].some(({ row, column }) => row > 2 && wordsAt(log, row, column) === String(version));
    if (version !== undefined && !isLogged) yield { sheet: log, about: String(version) };
  },
};
