import { boxAddress, covers } from "../../address";
import { ourSheet, valueAt, type BookSheet } from "../book";
import type { Rule } from "../finding";
import type { PageMend } from "../mend";
import { cellsOf } from "../ours";
import { letters, unprintedColumns } from "../policy";
import { lackingOnOurs } from "../snapshot";

const lacksPrint = lackingOnOurs("The page set-up is not known.", "print");

/** Columns of a table may follow to the right of the first printed page; other cells may not. */
export const beyondPrint: Rule = {
  id: "L05", severity: "info", origin: "House rule", scope: "ours",
  demand: "Nothing but further table columns lies outside the printed page",
  why: "What is not printed is missed by everyone who reads on paper.",
  one: "A cell lies outside the printed page",
  many: "{n} cells lie outside the printed page",
  lacks: lacksPrint,
  *ofSheet(sheet) {
    const area = sheet.snapshot.print?.area;
    if (!area || unprintedColumns.some(({ sheet: id }) => id === sheet.snapshot.id)) return;
    for (const { row, column } of cellsOf(sheet)) {
      const isOutside = row >= area.row + area.rows || column >= area.column + area.columns;
      if (isOutside && valueAt(sheet, row, column) !== undefined && !continuesTable(sheet, row, column)) yield { sheet, row, column };
    }
  },
};

/** In the table, or in the row of sums right below it. */
const continuesTable = ({ snapshot: { tables } }: BookSheet, row: number, column: number) =>
  tables.some(({ box }) => covers({ ...box, rows: box.rows + 1 }, row, column));

export const pageSetup: Rule = {
  id: "P01", severity: "warning", origin: "SMART: presentation", scope: "ours",
  demand: "Every sheet prints one page wide, with its headings, file name, sheet name and page numbers",
  why: "A printed page that has lost its file and its headings is a riddle.",
  one: "{about}",
  fixLabel: "Set up the page",
  lacks: lacksPrint,
  *ofSheet(sheet) {
    const { area, titleRows, pagesWide, header, footer } = sheet.snapshot.print!;
    const used = { row: 0, column: 0, rows: sheet.bottom, columns: sheet.right };
    const hit = (about: string, page: PageMend) => ({ sheet, about, mends: [{ kind: "page" as const, sheet: sheet.name, ...page }] });
    if (!area) yield hit("No print area is set", { area: boxAddress(used) });
    if (pagesWide !== 1) yield hit("The print is more than one page wide", { zoom: { horizontalFitToPages: 1 } });
    if (!footer.includes("&P")) yield hit("The footer does not number the pages", { footer: "Page &P of &N" });
    if (letters.has(sheet.snapshot.id!)) return;
    if (titleRows === 0) yield hit("The headings are not repeated on every page", { titles: "$1:$4" });
    if (!header.includes("&F") || !header.includes("&A")) yield hit("The header does not name file and sheet", { header: "&F - &A" });
  },
};

/** Rows of 17 points on A4 or Letter within 20 mm margins. */
const rowsPerPage = 40;
const mostPages = 2;

export const charterPages: Rule = {
  id: "P02", severity: "warning", origin: "House rule", scope: "ours",
  demand: `The charter prints on at most ${mostPages} pages`,
  why: "A charter that a customer reads has two pages at most.",
  one: "The charter is longer than two pages: {about}",
  lacks: ({ sheets }) => (sheets.some(({ id }) => id === "charter") ? undefined : "There is no Charter sheet."),
  *ofBook(book) {
    const charter = ourSheet(book, "charter")!;
    const area = charter.snapshot.print?.area ?? { row: 0, column: 0, rows: charter.bottom, columns: charter.right };
    if (area.rows > mostPages * rowsPerPage) yield { sheet: charter, about: boxAddress(area) };
  },
};
