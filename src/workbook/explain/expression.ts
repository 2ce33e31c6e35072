import { functionName, tokenize, type Token } from "../audit/formula-text";

/** What a typed constant of a formula is. */
export type Constant = string | number | boolean;

/** A formula as a tree. What cannot be read, such as a spill or a union of areas, is "unreadable"; what is left out is "omitted". */
export type Expression =
  | { readonly kind: "constant"; readonly value: Constant }
  | { readonly kind: "array"; readonly rows: readonly (readonly Constant[])[] }
  | { readonly kind: "area"; readonly token: Token }
  | { readonly kind: "call"; readonly name: string; readonly given: readonly Expression[] }
  | { readonly kind: "operation"; readonly operator: string; readonly operands: readonly Expression[] }
  | { readonly kind: "omitted" | "unreadable" };

/** Operators between two operands, the loosest first; each level binds from left to right. */
const levels: readonly (readonly string[])[] = [["=", "<>", "<", ">", "<=", ">="], ["&"], ["+", "-"], ["*", "/"], ["^"]];
const unreadable: Expression = { kind: "unreadable" };

/**
 * Reads a formula, with or without its equals sign, in English with commas.
 * @example readExpression("=2*(A1-1)") is the operation * of 2 and the operation - of A1 and 1
 */
export function readExpression(formula: string): Expression {
  const tokens = tokenize(formula).filter(({ kind }) => kind !== "space");
  const expression = operation(tokens, 0);
  return tokens.length === 0 ? expression : unreadable;
}

function operation(tokens: Token[], level: number): Expression {
  const operators = levels[level];
  if (!operators) return operand(tokens);
  let left = operation(tokens, level + 1);
  while (tokens[0]?.kind === "operator" && operators.includes(tokens[0].text)) {
    const operator = tokens.shift()!.text;
    left = { kind: "operation", operator, operands: [left, operation(tokens, level + 1)] };
  }
  return left;
}

/** Excel's minus before a number binds more tightly than its power: -2^2 is 4. */
function operand(tokens: Token[]): Expression {
  const [first] = tokens;
  if (first?.kind === "operator" && "+-@".includes(first.text)) {
    tokens.shift();
    const inner = operand(tokens);
    return first.text === "-" ? { kind: "operation", operator: "negative", operands: [inner] } : inner;
  }
  let found = simple(tokens);
  while (tokens[0]?.kind === "operator" && tokens[0].text === "%") {
    tokens.shift();
    found = { kind: "operation", operator: "%", operands: [found] };
  }
  return found;
}

function simple(tokens: Token[]): Expression {
  const token = tokens.shift();
  switch (token?.kind) {
    case "number": case "text": case "logical": return { kind: "constant", value: constantOf(token) };
    case "reference": case "name": case "structured": return { kind: "area", token };
    case "function": return { kind: "call", name: functionName(token.text), given: callArguments(tokens) };
    case "arrayOpen": return array(tokens);
    case "open": {
      const inner = operation(tokens, 0);
      return tokens.shift()?.kind === "close" ? inner : unreadable;
    }
    default: return unreadable;
  }
}

function constantOf({ kind, text }: Token): Constant {
  if (kind === "text") return text.slice(1, -1).replaceAll('""', '"');
  return kind === "logical" ? text.toUpperCase() === "TRUE" : Number(text);
}

function callArguments(tokens: Token[]): Expression[] {
  const given: Expression[] = [];
  tokens.shift();
  if (tokens[0]?.kind === "close") {
    tokens.shift();
    return given;
  }
  do given.push(isEnd(tokens[0]) ? { kind: "omitted" } : operation(tokens, 0));
  while (tokens.shift()?.kind === "separator");
  return given;
}

const isEnd = (token: Token | undefined) => token?.kind === "separator" || token?.kind === "close";

/** {1,2;3,4}: constants only, a minus sign allowed. */
function array(tokens: Token[]): Expression {
  const rows: Constant[][] = [[]];
  for (let token = tokens.shift(); token && token.kind !== "arrayClose"; token = tokens.shift()) {
    if (token.text === ";") rows.push([]);
    else if (token.text === "-") rows.at(-1)!.push(-Number(tokens.shift()?.text));
    else if (token.kind !== "separator") rows.at(-1)!.push(constantOf(token));
  }
  return { kind: "array", rows };
}

/** Every call in a formula, inner ones first, as Excel works them out. */
export function callsIn(expression: Expression): Extract<Expression, { kind: "call" }>[] {
  if (expression.kind === "operation") return expression.operands.flatMap(callsIn);
  return expression.kind === "call" ? [...expression.given.flatMap(callsIn), expression] : [];
}

/** Every operation in a formula, inner ones first. */
export function operationsIn(expression: Expression): Extract<Expression, { kind: "operation" }>[] {
  if (expression.kind === "call") return expression.given.flatMap(operationsIn);
  return expression.kind === "operation" ? [...expression.operands.flatMap(operationsIn), expression] : [];
}

/** What a formula's parts are worth now: the cells of an area, the result of a call; undefined when that cannot be told here. */
export interface Worth {
  cells(token: Token): readonly (readonly unknown[])[] | undefined;
  result(call: Extract<Expression, { kind: "call" }>): unknown;
}

/** The value of an expression: a constant, rows of cells, null for what is left out; undefined when that cannot be told here. */
export function valueOf(expression: Expression, worth: Worth): unknown {
  switch (expression.kind) {
    case "constant": return expression.value;
    case "array": return expression.rows;
    case "area": return worth.cells(expression.token);
    case "call": return worth.result(expression);
    case "operation": return worked(expression.operator, expression.operands.map((each) => alone(valueOf(each, worth))));
    case "omitted": return null;
    case "unreadable": return undefined;
  }
}

/** The one value of a cell or constant; undefined for several. An empty cell counts as 0 in arithmetic. */
export function alone(value: unknown): Constant | undefined {
  const single = Array.isArray(value) ? (value.length === 1 && value[0].length === 1 ? value[0][0] : undefined) : value;
  return single === "" || single === null ? 0 : single as Constant | undefined;
}

const arithmetic: Readonly<Record<string, (a: number, b: number) => number>> = {
  "+": (a, b) => a + b, "-": (a, b) => a - b, "*": (a, b) => a * b, "/": (a, b) => a / b, "^": (a, b) => a ** b,
  "%": (a) => a / 100, negative: (a) => -a,
};
const comparisons: Readonly<Record<string, (a: Constant, b: Constant) => boolean>> = {
  "=": (a, b) => a === b, "<>": (a, b) => a !== b, "<": (a, b) => a < b, ">": (a, b) => a > b,
  "<=": (a, b) => a <= b, ">=": (a, b) => a >= b,
};

function worked(operator: string, values: readonly (Constant | undefined)[]): Constant | undefined {
  const [a, b] = values;
  if (values.includes(undefined)) return undefined;
  if (operator === "&") return `${a}${b}`;
  const compare = comparisons[operator];
  if (compare) return typeof a === typeof b ? compare(a!, b!) : undefined;
  if (values.some((value) => typeof value === "string")) return undefined;
  const result = arithmetic[operator]!(Number(a), Number(b));
  return Number.isFinite(result) ? result : undefined;
}
