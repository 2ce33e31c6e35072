import { tabColors } from "../../style";
import { ourSheet, valueAt, type BookSheet } from "../book";
import type { Rule } from "../finding";
import { cellsOf } from "../ours";
import { lackingOnOurs } from "../snapshot";

/** A sheet says what it is for twice: by the colour of its tab, and in the list on About. */
export const tabs: Rule = {
  id: "W05", severity: "warning", origin: "ICAEW Twenty Principles 10, FAST", scope: "ours",
  demand: "Every sheet's kind shows in its tab colour and in the list on About",
  why: "Inputs, workings and results kept apart are found without searching.",
  one: "{about}",
  fixLabel: "Colour the tab",
  lacks: lackingOnOurs("The colours of the tabs are not known.", "tabColor", "sheetClass"),
  *ofSheet(sheet, book) {
    const { tabColor, sheetClass, id } = sheet.snapshot;
    const color = tabColors[sheetClass!];
    const isColoured = tabColor!.toLowerCase() === color.toLowerCase();
    const mends = [{ kind: "tab", sheet: sheet.name, color }] as const;
    if (!isColoured) yield { sheet, mends, about: `“${sheet.name}” has another tab colour than a sheet of its kind` };
    const about = ourSheet(book, "about");
    const isListed = !about || id === "about" || lists(about, sheet.name);
    if (!isListed) yield { sheet, about: `“${sheet.name}” is missing in the list on About` };
  },
};

/** Sheets that were added later share one cell. */
const lists = (about: BookSheet, name: string): boolean =>
  [...cellsOf(about)].some(({ row, column }) => String(valueAt(about, row, column)).split(", ").includes(name));
