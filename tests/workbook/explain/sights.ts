import type { OwnFunctions } from "../../../src/workbook/explain/failure";
import { openScene, type Sight, type Spot } from "../../../src/workbook/explain/sight";
import { parseReference } from "../../../src/workbook/address";
import { joinPieces, type Piece } from "../../../src/workbook/explain/pieces";

/** What one cell holds: a formula with the value it shows, or the value alone. */
export type Content = string | number | boolean | { readonly formula: string; readonly shows: string | number };

const isError = (value: unknown) => typeof value === "string" && /^#[A-Z/0_]+[!?A]?$/.test(value);

/** A workbook of somebody's own by its cells, as in { "Sheet1!B2": 3, "Sheet1!B3": { formula: "=B2/0", shows: "#DIV/0!" } }. */
export function sightOf(cells: Readonly<Record<string, Content>>, names: Sight["names"] = []): Sight {
  const pieces = Object.entries(cells).map(([address, content]): Piece => {
    const { sheet: name, row, column } = spotAt(address);
    const [formula, value] = typeof content === "object" ? [content.formula, content.shows] : [content, content];
    return { name, row, column, values: [[value]], formulas: [[formula]], types: [[isError(value) ? "Error" : "String"]] };
  });
  return { sheets: joinPieces(pieces).map((sheet) => ({ ...sheet, tables: [] })), names, layouts: new Map() };
}

export function spotAt(address: string): Spot {
  const { sheet, box: { row, column } } = parseReference(address)!;
  return { sheet, row, column };
}

export const sceneOf = (...given: Parameters<typeof sightOf>) => openScene(sightOf(...given));

/** Where no function of ours is called. */
export const noFunctions: OwnFunctions = { ids: [], parametersOf: () => [], call: () => ({ value: 0 }) };
