import { useEffect, useState } from "react";
import { Refusal, type CellValue, type TableNow } from "../../workbook";
import { useDesk } from "../use-desk";

/** One row of a table of ours, by heading. */
export type SheetRow = Readonly<Record<string, CellValue>>;

/** What a table that belongs to a module says now; nothing while the module is not there. */
export interface SheetRows {
  readonly isThere: boolean;
  readonly rows?: readonly SheetRow[];
  readonly problem?: string;
  /** Selects the beginning of its sheet. */
  readonly show: () => void;
}

/** Reads a module's table, and again whenever the workbook was read. */
export function useSheetRows(module: string, table: string): SheetRows {
  const { desk, state: { built } } = useDesk();
  const there = built?.build.modules.find(({ id }) => id === module);
  const [said, setSaid] = useState<Pick<SheetRows, "rows" | "problem">>({});
  useEffect(() => {
    let isHere = true;
    const tell = (now: Pick<SheetRows, "rows" | "problem">) => { if (isHere) setSaid(now); };
    if (!there) tell({});
    else desk.readTable(table).then((now) => tell({ rows: rowsOf(now) }), (error: unknown) => tell({ problem: reasonOf(error) }));
    return () => { isHere = false; };
  }, [desk, there, built, table]);
  const sheet = there?.sheets.at(-1);
  return { isThere: there !== undefined, ...said, show: () => { if (sheet) void desk.goTo({ sheet: sheet.name, address: "A1" }); } };
}

const rowsOf = ({ headings, rows }: TableNow): SheetRow[] =>
  rows.map(({ values }) => Object.fromEntries(headings.map((heading, i) => [heading, values[i]!])));

const reasonOf = (error: unknown) => (error instanceof Refusal ? error.message : "The sheet could not be read. Try again.");

/** The number in a cell; 0 where none stands. */
export const numberIn = (row: SheetRow, heading: string): number => (typeof row[heading] === "number" ? row[heading] : 0);

/** What a column adds up to. */
export const sumOf = (rows: readonly SheetRow[], heading: string) => rows.reduce((sum, row) => sum + numberIn(row, heading), 0);
