import { calc, line, note, total, type CellSpec, type EntrySpec, type RowSpec, type TableColumn } from "../../spec";
import type { FormatName } from "../../workbook-plan";

/** A yellow cell; what nobody said is left blank. */
export const typed = (content: CellSpec["content"], format: FormatName = "general"): CellSpec =>
  ({ content: content === "" || Number.isNaN(content) ? null : content, style: "input", format, ...(format === "general" && { align: "left" as const }) });

/** A column of a table that is worked out, the same in every row. */
export const worked = (key: string, head: string, formula: string, format: FormatName): TableColumn<number> =>
  ({ key, head, width: 12, align: "right", cell: () => calc(formula, format) });
/** The same where a word comes out. */
export const word = (key: string, head: string, formula: string): TableColumn<number> =>
  ({ key, head, width: 12, cell: () => ({ ...calc(formula, "general"), align: "left" }) });
/** What stands in every row alike. */
export const same = (key: "unit" | "source", head: string, words: string): TableColumn<number> => ({ key, head, width: 12, cell: () => note(words) });

/** A result at the head of the sheet, from the lines below. */
export const resultOf = (id: string, label: string, unit: string, formula: string, format: FormatName, name?: string): RowSpec =>
  line(id, { label, unit, source: "Below" }, { E: total(formula, format, name ? { name } : {}) });

/** Rules for what is typed. Nothing has to be. */
export const decimal = (on: string, title: string, message: string, limits: { min?: number; max?: number } = {}): EntrySpec =>
  ({ on, kind: "decimal", title, message, optional: true, ...limits });
export const words = (on: string, title: string): EntrySpec =>
  ({ on, kind: "length", max: 255, title, message: "Text of at most 255 characters.", optional: true });
export const day = (on: string, title: string): EntrySpec =>
  ({ on, kind: "whole", min: 36526, max: 73050, title, message: "A day, such as 2027-03-31.", optional: true });
export const share = { min: 0, max: 1 };
