import { functionName, movedText, relativeForm, tokenize, type Token } from "./formula-text";

/** A token with the place it has in the formula: the innermost function around it, which argument, and how many functions deep. */
export interface Piece {
  readonly token: Token;
  /** Name of the function in capitals; empty outside of all. */
  readonly inside: string;
  /** From 0; within array braces that of the array. */
  readonly argument: number;
  readonly depth: number;
}

/** A formula in relative terms: all cells into which one formula was copied share it, so that rules read it once. */
export interface Shape {
  readonly form: string;
  /** The first such formula and where it stands; rows and columns count from 0. */
  readonly formula: string;
  readonly row: number;
  readonly column: number;
  readonly tokens: readonly Token[];
  /** The tokens without blanks. */
  readonly pieces: readonly Piece[];
  /** Those that can name cells. */
  readonly pointers: readonly Piece[];
  readonly functions: ReadonlySet<string>;
}

/** The shape of a formula in a cell, from a list that grows: equal formulas get the very same shape. */
export function shapeOf(formula: string, row: number, column: number, known: Map<string, Shape>): Shape {
  const tokens = tokenize(formula);
  const form = relativeForm(tokens, row, column);
  const shape = known.get(form);
  if (shape) return shape;
  const pieces = piecesOf(tokens);
  const pointers = pieces.filter(({ token: { kind } }) => kind === "reference" || kind === "structured" || kind === "name");
  const functions = functionsIn(tokens);
  const fresh = { form, formula, row, column, tokens, pieces, pointers, functions };
  known.set(form, fresh);
  return fresh;
}

/** Formulas have few different sets of functions: each is kept once. */
const functionSets = new Map<string, ReadonlySet<string>>([["", new Set()]]);

function functionsIn(tokens: readonly Token[]): ReadonlySet<string> {
  let key = "";
  for (const { kind, text } of tokens) if (kind === "function") key += ` ${text}`;
  let found = functionSets.get(key);
  if (!found) functionSets.set(key, found = new Set(key.slice(1).split(" ").map(functionName)));
  return found;
}

/** A bracket that is open: a function's own, or one for grouping, which belongs to the argument it stands in. */
interface Opening { readonly isCall: boolean; readonly inside: string; argument: number }

function piecesOf(tokens: readonly Token[]): Piece[] {
  const pieces: Piece[] = [];
  const open: Opening[] = [{ isCall: false, inside: "", argument: 0 }];
  let depth = 0;
  let arrays = 0;
  tokens.forEach((token, index) => {
    const { kind } = token;
    if (kind === "space") return;
    if (kind === "close" && open.length > 1 && open.pop()!.isCall) depth--;
    const around = open.at(-1)!;
    pieces.push({ token, inside: around.inside, argument: around.argument, depth });
    if (kind === "open") {
      const before = tokens[index - 1];
      const isCall = before?.kind === "function";
      open.push(isCall ? { isCall, inside: functionName(before.text), argument: 0 } : { ...around, isCall });
      if (isCall) depth++;
    } else if (kind === "arrayOpen") arrays++;
    else if (kind === "arrayClose") arrays--;
    else if (kind === "separator" && arrays === 0) around.argument++;
  });
  return pieces;
}

/** The shape written out for a cell, as if copied there, with its equals sign. */
export function formulaAt({ tokens, row, column }: Shape, atRow: number, atColumn: number): string {
  let formula = "=";
  for (const token of tokens) formula += movedText(token, atRow - row, atColumn - column);
  return formula;
}

/** Whether a formula in a cell is the shape copied there, letter by letter; it mostly differs soon if it does. */
export function isCopy(formula: string, atRow: number, atColumn: number, { tokens, row, column }: Shape): boolean {
  let at = 1;
  for (const token of tokens) {
    const text = movedText(token, atRow - row, atColumn - column);
    if (!formula.startsWith(text, at)) return false;
    at += text.length;
  }
  return at === formula.length;
}
