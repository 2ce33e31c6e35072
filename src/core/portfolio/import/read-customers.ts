import type { Agreement } from "../../agreement";
import { isBlank, plain } from "../../range";
import type { AskId } from "../../role/asks";
import { checkCustomers, sameId, type CustomerCheck } from "../check-customers";
import {
  columnsBy, columnsFor, notApplicable, numberKeys, textKeys, unknown, type CustomerColumn, type Customers, type Whom,
} from "../customers";
import { isInThousands, readDay, readNumber, type CellReading } from "./cells";
import { plainText } from "./heading";
import type { ColumnMatch, Mapping } from "./map-columns";
import type { Table } from "./table";
import { saysThousands, scaled } from "./units";
import { totalWords } from "./words";

/** A cell that says something we cannot read; its customer is kept, the cell is unknown. */
export interface Unread { readonly row: number; readonly heading: string; readonly message: string }

/** What reading a table would bring, before anything is written. Rows are those of the source, from 1 below its headings. */
export interface ImportReport extends CustomerCheck {
  readonly rows: number;
  /** Rows left out: empty, adding others up, without an id, or with an id that stood above. */
  readonly left: {
    readonly blank: number;
    readonly totals: number;
    readonly withoutId: readonly number[];
    readonly repeated: readonly string[];
  };
  readonly unread: readonly Unread[];
}

/** Customers read from a table, and everything there is to know before they are written. */
export interface Imported { readonly customers: Customers; readonly report: ImportReport }

/**
 * Reads customers as a confirmed mapping says. Empty and `?` are unknown, `n/a` is not applicable, the source is never changed.
 * Of rows with the same id the first is kept; the others are reported.
 * @param is1904 whether the workbook counts its days from 1904
 */
export function readCustomers(
  table: Table, mapping: Mapping, agreement: Agreement, is1904 = false, whom: Whom = "customers",
): Imported {
  const match = new Map(mapping.matches.map((each) => [each.key, each]));
  const { kept, ids, left } = sift(table, match.get("id") ?? match.get("name"));
  const unread: Unread[] = [];
  const columns = columnsFor(agreement, whom);
  const numbersOf = (key: CustomerColumn["key"]) => {
    const column = columns.find((each) => each.key === key);
    return numberColumn(table, kept, column, match.get(key), is1904, unread);
  };
  const observed = columns.filter(({ key }) => match.has(key) && /^A\d\d$/.test(key)).map(({ key }) => key as AskId);
  const customers: Customers = {
    count: kept.length,
    texts: { ...columnsBy(textKeys, (key) => textColumn(table, kept, match.get(key))), id: ids },
    numbers: columnsBy(numberKeys, numbersOf), levels: columnsBy(observed, numbersOf),
  };
  const check = checkCustomers(agreement, customers, (row) => kept[row]! + 1, whom);
  return { customers, report: { ...check, rows: table.rows.length, left, unread } };
}

const textOf = (cell: unknown) => {
  const value = plain(cell);
  return value === null || value === undefined ? "" : String(value).trim();
};

/** The rows that are customers. Without a column of ids a name is one; without either, the number of the row. */
function sift({ rows }: Table, id: ColumnMatch | undefined) {
  const kept: number[] = [];
  const ids: string[] = [];
  const left = { blank: 0, totals: 0, withoutId: [] as number[], repeated: [] as string[] };
  const seen = new Map<string, number>();
  for (let row = 0; row < rows.length; row++) {
    const cells = rows[row]!;
    const name = id ? textOf(cells[id.from]) : `Row ${row + 1}`;
    const same = sameId(name);
    if (name === "" && cells.every((cell) => isBlank(plain(cell)))) left.blank++;
    else if (isTotal(name === "" ? textOf(cells.find((cell) => !isBlank(plain(cell)))) : name)) left.totals++;
    else if (name === "") left.withoutId.push(row + 1);
    else if (seen.has(same)) left.repeated.push(`Row ${row + 1}: ${name} stands already in row ${seen.get(same)! + 1}.`);
    else {
      seen.set(same, row);
      kept.push(row);
      ids.push(name);
    }
  }
  return { kept, ids, left };
}

const isTotal = (text: string) => text.length < 24 && totalWords.has(plainText(text).replace(/[:.]$/, ""));

const textColumn = ({ rows }: Table, kept: readonly number[], match: ColumnMatch | undefined) =>
  kept.map((row) => (match ? textOf(rows[row]![match.from]) : ""));

function numberColumn(
  { rows }: Table, kept: readonly number[], column: CustomerColumn | undefined, match: ColumnMatch | undefined, is1904: boolean,
  unread: Unread[],
): Float64Array {
  const values = new Float64Array(kept.length).fill(unknown);
  if (!match || !column) return values;
  const { from, writing, factor, heading } = match;
  const isDate = column.kind === "date";
  const isShare = column.kind === "percent";
  const inThousands = column.kind === "money" && saysThousands(heading);
  // "12 k€" below "Sales (k€)" is 12,000 all the same.
  const isToldTwice = (cell: unknown) => inThousands && typeof cell === "string" && isInThousands(cell);
  for (let i = 0; i < kept.length; i++) {
    const cell = rows[kept[i]!]![from];
    // Most cells are plain numbers in our unit.
    if (factor === 1 && !isDate && typeof cell === "number" && cell < Infinity) {
      values[i] = cell;
      continue;
    }
    const reading: CellReading = isDate ? readDay(cell, writing, is1904) : readNumber(cell, writing);
    const isTold = isShare && typeof cell === "string" && cell.includes("%");
    if (typeof reading === "number") values[i] = isTold ? reading : scaled(reading, isToldTwice(cell) ? factor / 1000 : factor);
    else if (reading === "n/a") values[i] = /^A\d\d$/.test(column.key) ? notApplicable : unknown;
    else if (reading === "text") unread.push(unreadable(kept[i]! + 1, heading, cell, isDate ? "a date" : "a number"));
  }
  return values;
}

function unreadable(row: number, heading: string, cell: unknown, wanted: string): Unread {
  return { row, heading, message: `Row ${row}, ${heading}: “${textOf(cell).slice(0, 40)}” is not ${wanted}. It counts as unknown.` };
}
