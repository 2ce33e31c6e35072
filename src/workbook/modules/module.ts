import type { Agreement } from "../../core/agreement";
import type { TableNow } from "../door";
import type { SheetSpec } from "../spec";

/**
 * A group of sheets that a person adds when they are wanted and takes away again without a trace: History, Portfolio, Plan. Its
 * sheets are ordinary SheetSpecs, written after the core sheets.
 *
 * The workbook is then somebody's: rows and columns have moved, sheets have other names. So the formulas of a module may point at
 * other sheets only where something of theirs is named, for names move along with their cells:
 *
 * - `[inputs/in_rate]`, `[summary/out_rci]`: any cell with a name, by that name (a single cell needs no column)
 * - `[stakes/asks.weight]`, `[role/asks.id]`: the block that is a table or has an rng_ name, by its id and column
 * - `[stakes/rng_stakes.weight]`: the same by its name
 *
 * Whatever has no name is not found, and planning says so. Every module names at least one cell or block on each of its
 * sheets, by which it is known again when the settings of the document are lost.
 */
export interface Module<Data = unknown> {
  /** One word; kept in the document. */
  readonly id: string;
  readonly title: string;
  /** One sentence: what the person gets. */
  readonly purpose: string;
  /** Ids of modules that must be there before. */
  readonly needs: readonly string[];
  /** Sheets, tables and names are those of `blank` whatever the data; rows differ. */
  sheets(agreement: Agreement, data: Data): readonly SheetSpec[];
  /** What it starts with when nothing was prepared. Its sheets also tell where things stand for modules that need this one. */
  blank(agreement: Agreement): Data;
  /**
   * What it starts with where a table of a module it needs is filled already: that table's rows, by its headings. Refuses in words
   * what is too much.
   */
  readonly starts?: { readonly table: string; from(table: Pick<TableNow, "headings" | "rows">): Data };
  /** What the workbook keeps of the data beside the sheets, as plain JSON: it comes back with every reading and goes with the module. */
  remember?(data: Data): unknown;
  /** What the sample workbook is filled with: the worked example, which tests look at too. */
  example?(agreement: Agreement): Data;
  /**
   * Formulas for cells that the core sheets keep free for this module, by the name of the cell: `{ chk_customers:
   * "[customers/twice]" }`. When the module goes they hold again what the core sheets give them: a typed word or nothing.
   */
  readonly sockets?: Readonly<Record<string, string>>;
}

/** A module with what it is to be filled with. */
export interface Filled { readonly module: Module; readonly data: unknown }

/** All modules that have an example, filled with it: the whole sample. */
export const filledByExample = (all: readonly Module[], agreement: Agreement): Filled[] =>
  all.flatMap((module) => (module.example ? [{ module, data: module.example(agreement) }] : []));

/** The ids that must be there before a module, in the order of adding. */
export function neededBy(id: string, all: readonly Module[]): string[] {
  const needs = all.find((module) => module.id === id)?.needs ?? [];
  return [...new Set(needs.flatMap((need) => [...neededBy(need, all), need]))];
}

/** The ids that cannot stay when a module goes, in the order of removing. */
export function leaningOn(id: string, all: readonly Module[]): string[] {
  return all.filter((module) => neededBy(module.id, all).includes(id)).map((module) => module.id).reverse();
}
