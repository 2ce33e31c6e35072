import { columnLetters } from "../address";

/** One end of an area. Rows and columns count from 0; a fixed one carries the dollar sign. */
export interface Corner { readonly row: number; readonly column: number; readonly rowFixed: boolean; readonly columnFixed: boolean }

interface Word {
  readonly kind: "number" | "text" | "logical" | "error" | "name" | "structured" | "function" | "open" | "close" | "separator"
    | "operator" | "intersection" | "arrayOpen" | "arrayClose" | "space" | "unknown";
  /** As it stands in the formula; of a function its name in capitals, without bracket. */
  readonly text: string;
}

/** Cells that a formula names by address: "Inputs!$E$5", "A1:B9", "C:C", "3:3", with whatever stands before the exclamation mark. */
export interface ReferenceWord {
  readonly kind: "reference";
  readonly text: string;
  /** With its quotes and exclamation mark; empty for the formula's own sheet. */
  readonly prefix: string;
  readonly from: Corner;
  readonly to: Corner;
  readonly shape: "cells" | "columns" | "rows";
}

export type Token = Word | ReferenceWord;

/** Excel's last row and column, counted from 0. */
export const lastRow = 1_048_575;
export const lastColumn = 16_383;

const word = String.raw`A-Za-z_\\\u00c0-\uffff`;
const prefix = String.raw`'(?:[^']|'')+'!|(?:\[[^\[\]]+\])?[${word}0-9][${word}0-9.]*(?::[${word}][${word}0-9.]*)?!|\[[^\[\]]+\]!|#REF!(?=\$?[A-Za-z]{1,3}\$?\d)`;
const cell = String.raw`\$?[A-Za-z]{1,3}\$?[1-9]\d{0,6}`;
const area = String.raw`(?:${cell}(?::${cell})?|\$?[A-Za-z]{1,3}:\$?[A-Za-z]{1,3}|\$?\d+:\$?\d+)(?![${word}0-9.(\[!])`;
const brackets = String.raw`\[(?:[^\[\]']|'.|\[(?:[^\[\]']|'.)*\])*\]`;

/** What may stand at one place of a formula, in the order in which Excel's grammar must be tried. */
const grammar = new RegExp([
  String.raw`(?<space>\s+)`,
  String.raw`(?<text>"(?:[^"]|"")*")`,
  String.raw`(?<prefix>${prefix})?(?:(?<area>${area})|(?<error>#(?:REF!|N/A|VALUE!|DIV/0!|NAME\?|NUM!|NULL!|[A-Z_]+[!?]))`
  + String.raw`|(?<function>[${word}][${word}0-9.]*)\(|(?<structured>(?:[${word}][${word}0-9.]*)?${brackets})|(?<name>[${word}][${word}0-9.?]*))`,
  String.raw`(?<number>(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?)`,
  String.raw`(?<operator><=|>=|<>|[-+*/^&=<>%:#@])`,
  String.raw`(?<mark>[(){},;])`,
].join("|"), "y");

const marks = { "(": "open", ")": "close", "{": "arrayOpen", "}": "arrayClose", ",": "separator", ";": "separator" } as const;

/**
 * Takes a formula apart, with or without its equals sign, in English with commas as Office.js and .xlsx files have it. Nothing is
 * lost: the texts of the tokens (a function's with its bracket) joined are the formula. What is no formula ends in an "unknown".
 * @example tokenize("=SUM(A1:B2)*10%").map(({ kind }) => kind) is ["function", "open", "reference", "close", "operator", "number", "operator"]
 */
export function tokenize(formula: string): Token[] {
  const tokens: Token[] = [];
  let at = formula.startsWith("=") ? 1 : 0;
  while (at < formula.length) {
    grammar.lastIndex = at;
    const match = grammar.exec(formula);
    if (!match) return [...tokens, { kind: "unknown", text: formula.slice(at) }];
    push(tokens, match.groups!, match[0]);
    at = grammar.lastIndex;
  }
  return tokens.some(({ kind }) => kind === "space") ? withIntersections(tokens) : tokens;
}

function push(tokens: Token[], found: Record<string, string | undefined>, text: string): void {
  if (found.area !== undefined) tokens.push(referenceOf(found.area, found.prefix ?? "", text));
  else if (found.function !== undefined) tokens.push({ kind: "function", text: text.slice(0, -1) }, { kind: "open", text: "(" });
  else if (found.mark !== undefined) tokens.push({ kind: marks[found.mark as keyof typeof marks], text });
  else if (found.operator !== undefined) tokens.push({ kind: "operator", text });
  else if (found.number !== undefined) tokens.push({ kind: "number", text });
  else if (found.space !== undefined) tokens.push({ kind: "space", text });
  else if (found.text !== undefined) tokens.push({ kind: "text", text });
  else if (found.error !== undefined) tokens.push({ kind: "error", text });
  else if (found.structured !== undefined) tokens.push({ kind: "structured", text });
  else tokens.push({ kind: /^(true|false)$/i.test(text) ? "logical" : "name", text });
}

const columnOf = (letters: string): number => {
  let column = 0;
  for (let i = 0; i < letters.length; i++) column = column * 26 + (letters.charCodeAt(i) & 31);
  return column - 1;
};

function referenceOf(areaText: string, sheetPrefix: string, text: string): Token {
  const [first, second = first] = areaText.split(":") as [string, string?];
  const [from, to] = [cornerOf(first, 0, 0), cornerOf(second, lastRow, lastColumn)];
  // DEAF1234567 looks like a cell but lies outside the sheet: then it is a name.
  if (from.row > lastRow || to.row > lastRow || from.column > lastColumn || to.column > lastColumn) return { kind: "name", text };
  const shape = /\d/.test(first) ? (/[A-Za-z]/.test(first) ? "cells" : "rows") : "columns";
  return { kind: "reference", text, prefix: sheetPrefix, from, to, shape };
}

/** Part of an area; what a whole column or row leaves out runs to the sheet's edge. */
function cornerOf(text: string, row: number, column: number): Corner {
  const [, columnFix, letters, rowFix, digits] = /^(\$?)([A-Za-z]*)(\$?)(\d*)$/.exec(text)!;
  if (letters === "") return { row: Number(digits) - 1, column, rowFixed: (columnFix || rowFix) === "$", columnFixed: true };
  return {
    row: digits === "" ? row : Number(digits) - 1, column: columnOf(letters!), rowFixed: digits === "" || rowFix === "$", columnFixed: columnFix === "$",
  };
}

const opensOperand = new Set(["reference", "name", "function", "structured", "open"]);
const closesOperand = new Set(["reference", "name", "structured", "close"]);

/** A blank between two areas is an operator of its own: what both have in common. */
function withIntersections(tokens: readonly Token[]): Token[] {
  return tokens.map((token, index) => {
    const [before, after] = [tokens[index - 1], tokens[index + 1]];
    const joins = token.kind === "space" && before && after && closesOperand.has(before.kind) && opensOperand.has(after.kind);
    return joins ? { kind: "intersection", text: token.text } : token;
  });
}

/** Name of a function as people know it: capitals, without the marks that files put before newer ones. */
export const functionName = (text: string): string => text.toUpperCase().replace(/^(_XLFN\.|_XLWS\.|_XLUDF\.)+/, "");

/**
 * The formula in relative terms: equal for all cells into which one formula was copied.
 * @example relativeForm(tokenize("=B$1*A2"), 1, 2) is "R1C[-1]*RC[-2]"
 */
export function relativeForm(tokens: readonly Token[], row: number, column: number): string {
  let form = "";
  for (const token of tokens) {
    if (token.kind === "reference") form += relativeReference(token, row, column);
    else if (token.kind === "function") form += functionName(token.text);
    else if (token.kind !== "space") form += token.text;
  }
  return form;
}

function relativeReference({ prefix: sheet, from, to, shape, text }: ReferenceWord, row: number, column: number): string {
  const rowPart = (corner: Corner) => (shape === "columns" ? "" : corner.rowFixed ? `R${corner.row + 1}` : `R${offset(corner.row - row)}`);
  const columnPart = (corner: Corner) => (shape === "rows" ? "" : corner.columnFixed ? `C${corner.column + 1}` : `C${offset(corner.column - column)}`);
  const first = sheet + rowPart(from) + columnPart(from);
  return shape === "cells" && !text.includes(":", sheet.length) ? first : `${first}:${rowPart(to)}${columnPart(to)}`;
}

const offset = (distance: number): string => (distance === 0 ? "" : `[${distance}]`);

/** A token's text if its formula were copied `down` rows and `right` columns. Off the sheet it is #REF!, as in Excel. */
export function movedText(token: Token, down: number, right: number): string {
  if (token.kind !== "reference") return token.text;
  const moved = (corner: Corner) => ({
    ...corner, row: corner.row + (corner.rowFixed ? 0 : down), column: corner.column + (corner.columnFixed ? 0 : right),
  });
  const { prefix: sheet, shape, text } = token;
  const [from, to] = [moved(token.from), moved(token.to)];
  const outside = [from, to].some((corner) => corner.row < 0 || corner.row > lastRow || corner.column < 0 || corner.column > lastColumn);
  if (outside) return `${sheet}#REF!`;
  const first = sheet + cornerText(from, shape);
  return shape === "cells" && !text.includes(":", sheet.length) ? first : `${first}:${cornerText(to, shape)}`;
}

function cornerText({ row, column, rowFixed, columnFixed }: Corner, shape: ReferenceWord["shape"]): string {
  const columnText = shape === "rows" ? "" : `${columnFixed ? "$" : ""}${columnLetters(column)}`;
  return columnText + (shape === "columns" ? "" : `${rowFixed ? "$" : ""}${row + 1}`);
}
