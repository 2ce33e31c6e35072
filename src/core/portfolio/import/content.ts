import { isBlank, plain, type Cells } from "../../range";
import { isDay, readDay, readNumber, type Writing } from "./cells";
import { writingOf } from "./writing";

/** What stands in a column, seen in up to `seen` of its cells. */
export interface Content {
  readonly writing: Writing;
  /** Shares of the filled cells that are numbers, days, texts; of numbers written with a per cent sign; of different ones. */
  readonly numeric: number;
  readonly days: number;
  readonly texts: number;
  readonly percents: number;
  readonly distinct: number;
  readonly filled: number;
  /** Empty cells of rows in which something stands. */
  readonly blanks: number;
  /** Share of the filled cells that could be codes: whole numbers, or one short word with a digit in it. */
  readonly codes: number;
  /** The numbers without a per cent sign, in the column's own unit. */
  readonly numbers: readonly number[];
}

const seen = 1000;
const oneWord = /^(?=.*\d)\S{1,24}$/;

/** How the texts of a whole table write: what one column leaves open, another may settle. */
export function tableWriting(rows: Cells, usual: Writing): Writing {
  const isWritten = (cell: unknown): cell is string => typeof cell === "string" && /\d/.test(cell);
  return writingOf(rows.slice(0, seen).flatMap((row) => row.map(plain).filter(isWritten)), usual);
}

/** Looks at one column, evenly from top to bottom. */
export function contentOf(rows: Cells, column: number, usual: Writing): Content {
  const step = Math.max(1, Math.floor(rows.length / seen));
  const cells: unknown[] = [];
  let blanks = 0;
  for (let row = 0; row < rows.length; row += step) {
    const cell = plain(rows[row]![column]);
    if (!isBlank(cell)) cells.push(cell);
    else if (rows[row]!.some((other) => !isBlank(plain(other)))) blanks++;
  }
  const texts = cells.filter((cell): cell is string => typeof cell === "string");
  const writing = writingOf(texts, usual);
  const share = (counts: (cell: unknown) => boolean) => cells.filter(counts).length / Math.max(1, cells.length);
  const isPercent = (cell: unknown) => typeof cell === "string" && cell.includes("%");
  const readings = cells.map((cell) => readNumber(cell, writing));
  const isCode = (cell: unknown, i: number) =>
    (typeof readings[i] === "number" ? Number.isInteger(readings[i]) : typeof cell === "string" && oneWord.test(cell.trim()));
  return {
    writing, filled: cells.length, blanks, codes: cells.filter(isCode).length / Math.max(1, cells.length),
    numeric: readings.filter((reading) => reading !== "text").length / Math.max(1, cells.length),
    days: share((cell) => (typeof cell === "number" ? isDay(cell) && Number.isInteger(cell) : typeof readDay(cell, writing) === "number")),
    texts: readings.filter((reading) => reading === "text").length / Math.max(1, cells.length),
    percents: share(isPercent), distinct: new Set(cells).size / Math.max(1, cells.length),
    numbers: readings.filter((reading, i): reading is number => typeof reading === "number" && !isPercent(cells[i])),
  };
}
