import { tabColors } from "../../style";
import { ourSheet, valueAt, type BookSheet } from "../book";
import type { Rule } from "../finding";

/** A sheet says what it is for twice: by the colour of its tab, and in the list on About. */
export const tabs: Rule = {
  id: "W05", severity: "warning", origin: "ICAEW Twenty Principles 10, FAST", scope: "ours",
  demand: "Every sheet's kind shows in its tab colour and in the list on About",
  why: "Inputs, workings and results kept apart are found without searching.",
  one: "{about}",
  lacks: ({ sheets }) => (sheets.some(({ id, tabColor, sheetClass }) => id !== undefined && (tabColor === undefined || sheetClass === undefined))
    ? "The colours of the tabs are not known." : undefined),
  *ofSheet(sheet, book) {
    const { tabColor, sheetClass, id } = sheet.snapshot;
    if (tabColor!.toLowerCase() !== tabColors[sheetClass!].toLowerCase()) yield { sheet, about: `“${sheet.name}” has another tab colour than a sheet of its kind` };
    const about = ourSheet(book, "about");
    if (about && id !== "about" && !lists(about, sheet.name)) yield { sheet, about: `“${sheet.name}” is missing in the list on About` };
  },
};

function lists(about: BookSheet, name: string): boolean {
  const rows = Array.from({ length: about.bottom }, (_, row) => row);
  const columns = Array.from({ length: about.right }, (_, column) => column);
  return rows.some((row) => columns.some((column) => valueAt(about, row, column) === name));
}
