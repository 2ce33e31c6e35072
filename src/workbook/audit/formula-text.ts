import { columnLetters } from "../address";

/** One end of an area. Rows and columns count from 0; a fixed one carries the dollar sign. */
export interface Corner { readonly row: number; readonly column: number; readonly rowFixed: boolean; readonly columnFixed: boolean }

interface Word {
  readonly kind: "number" | "text" | "logical" | "error" | "name" | "structured" | "function" | "open" | "close" | "separator"
    | "operator" | "intersection" | "arrayOpen" | "arrayClose" | "space" | "unknown";
  /** As it stands in the formula. */
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
  /** A single cell, written as one. */
  readonly isOne: boolean;
}

export type Token = Word | ReferenceWord;

/** Excel's last row and column, counted from 0. */
export const lastRow = 1_048_575;
export const lastColumn = 16_383;

// Sticky patterns, each tried only where its first character can begin it: a sheet may hold a hundred thousand formulas.
const word = String.raw`A-Za-z_\\\u00c0-\uffff`;
const cell = String.raw`\$?[A-Za-z]{1,3}\$?[1-9]\d{0,6}`;
const columnsOrRows = String.raw`\$?[A-Za-z]{1,3}:\$?[A-Za-z]{1,3}|\$?\d+:\$?\d+`;
const areaPattern = new RegExp(String.raw`(?:${cell}(?::${cell})?|${columnsOrRows})(?![${word}0-9.(\[!])`, "y");
const functionPattern = new RegExp(String.raw`[${word}][${word}0-9.]*(?=\()`, "y");
const book = String.raw`\[[^\[\]]+\]`;
const sheetWord = String.raw`[${word}0-9][${word}0-9.]*`;
const sheetPattern = new RegExp(String.raw`'(?:[^']|'')+'!|(?:${book})?${sheetWord}(?::${sheetWord})?!|${book}!`, "y");
const structuredPattern = new RegExp(String.raw`(?:[${word}][${word}0-9.]*)?\[(?:[^\[\]']|'.|\[(?:[^\[\]']|'.)*\])*\]`, "y");
const namePattern = new RegExp(String.raw`[${word}][${word}0-9.?]*`, "y");
const errorPattern = /#(?:REF!|N\/A|VALUE!|DIV\/0!|NAME\?|NUM!|NULL!|[A-Z_]+[!?])/y;
const numberPattern = /(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?/y;
const textPattern = /"(?:[^"]|"")*"/y;
const spacePattern = /\s+/y;
const operatorPattern = /<=|>=|<>|./y;
const operators = "+-*/^&=<>%:#@";

/** Tokens that are always the same are one object each: most of a large workbook's tokens are. */
const marks: ReadonlyMap<string, Word> = new Map(Object.entries({
  "(": "open", ")": "close", "{": "arrayOpen", "}": "arrayClose", ",": "separator", ";": "separator",
} as const).map(([text, kind]) => [text, { kind, text }]));
const operatorWords: ReadonlyMap<string, Word> =
  new Map(["<=", ">=", "<>", ...operators].map((text) => [text, { kind: "operator", text }]));
const blank: Word = { kind: "space", text: " " };

function matchAt(pattern: RegExp, formula: string, at: number): string | undefined {
  pattern.lastIndex = at;
  return pattern.exec(formula)?.[0];
}

/**
 * Takes a formula apart, with or without its equals sign, in English with commas as Office.js and .xlsx files have it. Nothing is
 * lost: the texts of the tokens joined are the formula. What is no formula ends in an "unknown".
 * @example tokenize("=SUM(A1:B2)*10").map(({ kind }) => kind) is ["function", "open", "reference", "close", "operator", "number"]
 */
export function tokenize(formula: string): Token[] {
  const tokens: Token[] = [];
  let at = formula.startsWith("=") ? 1 : 0;
  while (at < formula.length) {
    const token = tokenAt(formula, at) ?? { kind: "unknown", text: formula.slice(at) };
    if (opensOperand.has(token.kind)) markIntersection(tokens);
    tokens.push(token);
    at += token.text.length;
  }
  return tokens;
}

function tokenAt(formula: string, at: number): Token | undefined {
  const character = formula[at]!;
  const mark = marks.get(character);
  if (mark) return mark;
  if (operators.includes(character)) {
    const error = character === "#" ? matchAt(errorPattern, formula, at) : undefined;
    return error ? { kind: "error", text: error } : operatorWords.get(matchAt(operatorPattern, formula, at)!);
  }
  let text: string | undefined;
  if (character === '"') return (text = matchAt(textPattern, formula, at)) ? { kind: "text", text } : undefined;
  if ((text = matchAt(areaPattern, formula, at))) return referenceOf(text, "");
  if ((text = matchAt(functionPattern, formula, at))) return { kind: "function", text };
  if ((text = matchAt(spacePattern, formula, at))) return text === " " ? blank : { kind: "space", text };
  if ((text = matchAt(sheetPattern, formula, at))) return elsewhere(formula, at, text);
  return (text = matchAt(numberPattern, formula, at)) ? { kind: "number", text } : nameAt(formula, at, "");
}

/** What follows a sheet and its exclamation mark. */
function elsewhere(formula: string, at: number, sheet: string): Token | undefined {
  const start = at + sheet.length;
  const area = matchAt(areaPattern, formula, start);
  if (area) return referenceOf(area, sheet);
  const error = matchAt(errorPattern, formula, start);
  return error ? { kind: "error", text: sheet + error } : nameAt(formula, start, sheet);
}

function nameAt(formula: string, at: number, sheet: string): Token | undefined {
  const structured = matchAt(structuredPattern, formula, at);
  if (structured) return { kind: "structured", text: sheet + structured };
  const name = matchAt(namePattern, formula, at);
  if (name === undefined) return undefined;
  return { kind: /^(true|false)$/i.test(name) ? "logical" : "name", text: sheet + name };
}

const opensOperand: ReadonlySet<string> = new Set(["reference", "name", "function", "structured", "open"]);
const closesOperand: ReadonlySet<string> = new Set(["reference", "name", "structured", "close"]);

/** A blank between two areas is an operator of its own: what both have in common. */
function markIntersection(tokens: Token[]): void {
  const [before, last] = tokens.slice(-2);
  if (last?.kind === "space" && closesOperand.has(before!.kind)) tokens[tokens.length - 1] = { kind: "intersection", text: last.text };
}

function referenceOf(area: string, prefix: string): Token {
  const colon = area.indexOf(":");
  const first = colon < 0 ? area : area.slice(0, colon);
  const from = cornerOf(first, 0, 0);
  const to = colon < 0 ? from : cornerOf(area.slice(colon + 1), lastRow, lastColumn);
  const text = prefix + area;
  // XYZ1 and A1048577 look like cells but lie outside the sheet: then they are names.
  if (from.row > lastRow || to.row > lastRow || from.column > lastColumn || to.column > lastColumn) return { kind: "name", text };
  const shape = colon < 0 || /[A-Za-z]\$?\d/.test(first) ? "cells" : /\d/.test(first) ? "rows" : "columns";
  return { kind: "reference", text, prefix, from, to, shape, isOne: colon < 0 };
}

const dollar = 36, zero = 48, nine = 57;

/** One end of an area; what a whole column or row leaves out is its edge of the sheet. */
function cornerOf(text: string, edgeRow: number, edgeColumn: number): Corner {
  let [row, column, fixBefore, rowFixed, columnFixed] = [0, 0, false, false, false];
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === dollar) {
      fixBefore = true;
      continue;
    }
    if (code >= zero && code <= nine) {
      row = row * 10 + code - zero;
      rowFixed ||= fixBefore;
    } else {
      // The low five bits of a letter are its number in the alphabet, capital or not.
      column = column * 26 + (code & 31);
      columnFixed ||= fixBefore;
    }
    fixBefore = false;
  }
  return {
    row: row === 0 ? edgeRow : row - 1, rowFixed: rowFixed || row === 0,
    column: column === 0 ? edgeColumn : column - 1, columnFixed: columnFixed || column === 0,
  };
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

function relativeReference({ prefix, from, to, shape, isOne }: ReferenceWord, row: number, column: number): string {
  const first = prefix + relativeCorner(from, shape, row, column);
  return isOne ? first : `${first}:${relativeCorner(to, shape, row, column)}`;
}

function relativeCorner(corner: Corner, shape: ReferenceWord["shape"], row: number, column: number): string {
  const rowPart = shape === "columns" ? "" : corner.rowFixed ? `R${corner.row + 1}` : `R${offset(corner.row - row)}`;
  return rowPart + (shape === "rows" ? "" : corner.columnFixed ? `C${corner.column + 1}` : `C${offset(corner.column - column)}`);
}

const offset = (distance: number): string => (distance === 0 ? "" : `[${distance}]`);

/** A token's text if its formula were copied `down` rows and `right` columns. Off the sheet it is #REF!, as in Excel. */
export function movedText(token: Token, down: number, right: number): string {
  if (token.kind !== "reference" || (down === 0 && right === 0)) return token.text;
  const { prefix, from, to, shape, isOne } = token;
  const first = movedCorner(from, shape, down, right);
  const second = isOne ? first : movedCorner(to, shape, down, right);
  if (first === undefined || second === undefined) return `${prefix}#REF!`;
  return isOne ? prefix + first : `${prefix}${first}:${second}`;
}

function movedCorner(corner: Corner, shape: ReferenceWord["shape"], down: number, right: number): string | undefined {
  const { row, column, rowFixed, columnFixed } = corner;
  const [r, c] = [rowFixed ? row : row + down, columnFixed ? column : column + right];
  if (r < 0 || r > lastRow || c < 0 || c > lastColumn) return undefined;
  const columnPart = shape === "rows" ? "" : (columnFixed ? "$" : "") + columnLetters(c);
  return columnPart + (shape === "columns" ? "" : (rowFixed ? "$" : "") + (r + 1));
}
