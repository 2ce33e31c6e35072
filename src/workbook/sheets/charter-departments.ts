import type { Agreement } from "../../core/agreement";
import { calc, note, type BlockSpec, type CellSpec, type RowSpec } from "../spec";
import type { FormatName, StyleName } from "../workbook-plan";

/** Free lines in every list, and in a list for an owner who comes later. */
const SPARE = { clauses: 2, later: 4 };

/** For us only: what each department keeps and watches, surprises included, with level and source. */
export function departments({ commitments, asks }: Agreement): BlockSpec {
  const owners = [...commitments, ...asks].filter(({ on, owner }) => on && owner !== "").map(({ owner }) => owner);
  const sizes = [...new Set(owners)].map((owner) => owners.filter((other) => other === owner).length + SPARE.clauses);
  return {
    id: "departments",
    bands: [{ title: "Who keeps what, by department: not for the customer", tone: "give", from: "A", to: "G" }],
    columns: { key: "I", line: "J", owner: "K" },
    rows: [...sizes, SPARE.later].flatMap((size, i) => [{ cells: {} }, heading(i + 1), ...Array.from({ length: size }, clause)]),
  };
}

const words = (formula: string, style: StyleName, align: CellSpec["align"] = "left", format: FormatName = "general"): CellSpec =>
  ({ content: { formula }, style, align, format });
const of = (column: string) => `IF([@line] = 0, "", INDEX([lines.${column}], [@line]))`;
const empty: CellSpec = { content: null, style: "head" };

/** The key of a list is its number times 100; its clauses have the numbers that follow. */
function heading(number: number): RowSpec {
  return { height: 22, cells: {
    A: empty, B: words('IF([@owner] = 0, "", INDEX([lines.owner], [@owner]))', "head"), C: empty, D: empty, E: empty,
    F: words('IF([@owner] = 0, "", "Where it is seen, and the remedy")', "head"),
    G: words('IF([@owner] = 0, "", "Level")', "head", "right", "words"),
    key: note(100 * number), owner: calc("SUMIF([lines.place], [@key] + 1, [lines.line])", "flag"),
  } };
}

function clause(): RowSpec {
  return { cells: {
    A: words(of("id"), "note"), B: words(of("text"), "calc"), E: words(of("side"), "note"), F: words(of("source"), "note"),
    G: words(of("amount"), "calc", "right", "words"),
    key: calc("[^key] + 1", "flag"), line: calc("SUMIF([lines.place], [@key], [lines.line])", "flag"),
  } };
}
