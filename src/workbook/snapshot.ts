import type { Reference } from "./address";

/** The used cells of one sheet, as Excel gave them: `row` and `column` are where the first one stands. */
export interface SheetCells {
  /** The sheet's id in the plan. */
  readonly id: string;
  readonly name: string;
  readonly row: number;
  readonly column: number;
  readonly values: readonly (readonly unknown[])[];
  readonly types: readonly (readonly string[])[];
  readonly formulas: readonly (readonly unknown[])[];
}

/** Our sheets as they are at one moment, as plain data: reading them needs no Excel. */
export interface Snapshot {
  readonly sheets: readonly SheetCells[];
  /** Where our names and tables stand, by the name the plan gave them; what was deleted is absent. */
  readonly references: ReadonlyMap<string, Reference>;
}

export interface CellNow {
  /** Empty text for a cell that holds nothing. */
  readonly value: string | number | boolean;
  readonly isError: boolean;
  /** The formula with its equals sign, when the cell holds one. */
  readonly formula?: string;
}

const nothing: CellNow = { value: "", isError: false };

/** What one cell holds; a cell outside the used range holds nothing. */
export function cellAt({ values, types, formulas, row: top, column: left }: SheetCells, row: number, column: number): CellNow {
  const value = values[row - top]?.[column - left];
  if (value === undefined) return nothing;
  const formula = formulas[row - top]![column - left];
  return {
    value: value as CellNow["value"],
    isError: types[row - top]![column - left] === "Error",
    // A text that begins with an equals sign is its own formula; a real formula differs from its value.
    ...(typeof formula === "string" && formula.startsWith("=") && formula !== value && { formula }),
  };
}

/** One of our sheets by its present name. */
export function sheetNamed({ sheets }: Snapshot, name: string): SheetCells | undefined {
  return sheets.find((sheet) => sheet.name.toLowerCase() === name.toLowerCase());
}
