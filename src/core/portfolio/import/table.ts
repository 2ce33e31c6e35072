import { isBlank, plain, type Cells } from "../../range";
import { wordsOf } from "./heading";
import { headingWords } from "./words";

/** A table as it stands in a workbook or was pasted: headings, and the rows below them. */
export interface Table {
  readonly headings: readonly string[];
  readonly rows: Cells;
  /** How many rows stood above the headings. */
  readonly above: number;
}

const searched = 12;
const knownWords = new Set(Object.values(headingWords).flat().flatMap((phrase) => phrase.split(" ")));

/** Finds the headings in a block of cells: among its first rows the one with most words that we know; rows above it are titles. */
export function tableOf(cells: Cells): Table {
  const known = (row: readonly unknown[]) => row.reduce<number>((sum, cell) => {
    const text = plain(cell);
    if (typeof text !== "string" || text.trim() === "") return sum;
    return sum + 0.1 + Number(wordsOf(text).some((word) => knownWords.has(word)));
  }, 0);
  const scores = cells.slice(0, searched).map(known);
  const above = Math.max(0, scores.indexOf(Math.max(...scores)));
  // A block that begins with data has no headings: none of its words is ours, and numbers stand among them.
  const first = cells[0] ?? [];
  if (Math.max(...scores) < 1 && first.some((cell) => typeof plain(cell) === "number")) {
    return { headings: first.map((_, i) => `Column ${i + 1}`), rows: cells, above: 0 };
  }
  return { headings: (cells[above] ?? []).map((cell) => String(plain(cell) ?? "").trim()), rows: cells.slice(above + 1), above };
}

/**
 * The cells of pasted text: tabs as a spreadsheet copies them, or semicolons or commas as a file of an ERP or CRM has them.
 * A quote opens a cell only where the cell begins, and only if it is closed where one ends; any other quote is a letter.
 */
export function cellsOf(text: string): string[][] {
  const firstLine = text.slice(0, text.search(/[\r\n]|$/));
  const mark = ["\t", ";", ","].find((each) => firstLine.includes(each)) ?? "\t";
  const [anywhere, inOneLine] = [cellPattern(mark, ""), cellPattern(mark, "\\r\\n")];
  const rows: string[][] = [];
  for (let at = 0; at < text.length;) {
    const width = rows.at(-1)?.length;
    let row = rowAt(text, at, mark, anywhere);
    // A quote that closes some lines below may be two stray ones: then the line alone is as wide as the one above, and this is not.
    if (row.isTall && row.cells.length !== width) {
      const line = rowAt(text, at, mark, inOneLine);
      if (line.cells.length === width) row = line;
    }
    rows.push(row.cells);
    at = row.end;
  }
  return rows.filter((row) => row.some((each) => !isBlank(each)));
}

const cellPattern = (mark: string, barred: string) =>
  new RegExp(`(?:"([^"${barred}]*(?:""[^"${barred}]*)*)"|([^${mark}\\r\\n]*))(${mark}|\\r\\n|\\n|\\r|$)`, "y");

/** One row of a text, where it ends, and whether a cell of it holds more than one line. */
function rowAt(text: string, at: number, mark: string, cell: RegExp): { cells: string[]; end: number; isTall: boolean } {
  const cells: string[] = [];
  cell.lastIndex = at;
  for (let found = cell.exec(text); found; found = cell.exec(text)) {
    const [, quoted, bare, end] = found;
    cells.push(quoted === undefined ? bare! : quoted.replaceAll('""', '"'));
    if (end !== mark) break;
  }
  return { cells, end: cell.lastIndex, isTall: cells.some((each) => /[\r\n]/.test(each)) };
}
