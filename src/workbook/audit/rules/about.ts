import { ourSheet, valueAt } from "../book";
import type { Rule } from "../finding";
import { cellsOf } from "../ours";
import { aboutParts } from "../policy";

export const aboutSheet: Rule = {
  id: "W01", severity: "error", origin: "ICAEW Twenty Principles 7", scope: "ours",
  demand: "The first sheet is About and says what the workbook is, how to read it and where it comes from",
  why: "Whoever opens the file later has only this sheet to ask.",
  one: "{about}",
  *ofBook(book) {
    const about = ourSheet(book, "about");
    if (!about) {
      yield { about: "There is no About sheet" };
      return;
    }
    const first = book.sheets.find(({ ours }) => ours);
    if (first !== about) yield { sheet: about, about: "About is not the first sheet" };
    const words = [...cellsOf(about)].map(({ row, column }) => valueAt(about, row, column)).filter((value) => typeof value === "string");
    for (const { part, words: wanted } of aboutParts) {
      if (!words.some((each) => wanted.test(each))) yield { sheet: about, about: `About does not say ${part}` };
    }
  },
};
