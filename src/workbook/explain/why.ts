import { tokenize, type Token } from "../audit/formula-text";
import type { Area } from "../audit/references";
import { alone, callsIn, operationsIn, readExpression, valueOf, type Expression, type Worth } from "./expression";
import { cellsIn, firstOf, isOneCell, spotInWords, type Scene, type Spot } from "./sight";
import { areaInWords } from "./words";

/** Our custom functions as the panel knows them: their names and parameters, and a way to run one again with the same values. */
export interface OwnFunctions {
  /** Without the ROLE. in front. */
  readonly ids: readonly string[];
  parametersOf(id: string): readonly string[];
  call(id: string, given: readonly unknown[]): { readonly value: unknown } | { readonly fault: CallFault };
}

/** Why a call of ours gives no value; the argument by the name it has in the core. */
export interface CallFault { readonly message: string; readonly argument?: string }

/** Why a cell shows an error, and where to mend it. */
export interface Failure {
  /** As the cell shows it: "#NUM!". */
  readonly error: string;
  /** What it means in a word or two. */
  readonly title: string;
  readonly message: string;
  /** The function of ours that refused, and the argument it named. */
  readonly functionId?: string;
  readonly argument?: string;
  /** The cell to look at first. */
  readonly cause?: Spot;
  /** Functions that may have been meant. */
  readonly nearest?: readonly string[];
}

type Reason = Omit<Failure, "error" | "title">;
type Call = Extract<Expression, { kind: "call" }>;

/** The error's own meaning, and what to do when nothing more can be told from the cells. */
const meanings: Readonly<Record<string, readonly [title: string, otherwise: string]>> = {
  "#DIV/0!": ["Divided by zero", "A number is divided by 0 or by an empty cell."],
  "#N/A": ["Not available", "A value is missing, or a lookup did not find what it sought in its list."],
  "#VALUE!": ["Wrong kind of value", "Text stands where a number is due, or a range where one cell is due."],
  "#REF!": ["A cell is gone", "The formula points at cells that were deleted. Undo the deletion, or point it at other cells."],
  "#NUM!": ["Not a possible number", "The numbers given have no result, or one too large to be shown."],
  "#NAME?": ["Unknown name", "The formula uses a name that this workbook does not know. Look for a spelling mistake or missing quotes."],
  "#NULL!": ["No common cell", "A blank between two ranges asks for the cells they share, and they share none. Put a comma there."],
  "#SPILL!": ["No room for the result", "The result fills several cells, and not all of them are empty. Empty the cells below and to the right."],
  "#CALC!": ["Nothing to show", "The calculation gives an empty list, or a kind of list that Excel cannot show."],
  "#BUSY!": ["Still calculating", "The result is not there yet. Wait; if it stays, open this panel again and recalculate with F9."],
  "#GETTING_DATA": ["Still calculating", "The result is not there yet. Wait a moment."],
  "#CONNECT!": ["Add-in not reached", "Excel could not reach the add-in. Open this panel again and recalculate with F9."],
  "#BLOCKED!": ["Not allowed here", "Excel may not run this function in this workbook. Trust the workbook, or ask who looks after your Office."],
  "#FIELD!": ["No such field", "The formula asks for a field that its cell does not have."],
};

/** Errors that say all themselves: looking further would only repeat them. */
const final: ReadonlySet<string> = new Set(["#SPILL!", "#CALC!", "#BUSY!", "#GETTING_DATA", "#CONNECT!", "#BLOCKED!", "#NULL!"]);

/** Why the cell shows an error: deleted cells and names first, then an error it passes on, then calls of ours, then Excel's own. */
export function whyError(spot: Spot, scene: Scene, functions: OwnFunctions): Failure | undefined {
  const { value, isError, formula } = scene.now(spot);
  const error = String(value);
  if (!isError) return undefined;
  const [title, otherwise] = meanings[error] ?? ["An error", "Excel cannot work this out."];
  const reasons = [deletedCells, unknownNames, passedOn, refusedCall, zeroDivisor, textAsNumber];
  const reason = formula === undefined || final.has(error) ? undefined
    : reasons.reduce<Reason | undefined>((found, find) => found ?? find({ formula, error, spot, scene, functions }), undefined);
  return { error, title, message: otherwise, ...reason };
}

interface Case { readonly formula: string; readonly error: string; readonly spot: Spot; readonly scene: Scene; readonly functions: OwnFunctions }

function deletedCells({ formula, error }: Case): Reason | undefined {
  return error === "#REF!" && formula.includes("#REF!") ? { message: meanings["#REF!"]![1] } : undefined;
}

// --- names

/** Id of a function of ours, whatever stands before it: files write _xldudf_ROLE.CUSTOMERLTV. */
const ownId = (name: string): string | undefined => /(?:^|_)ROLE\.(.+)$/.exec(name)?.[1];

function unknownNames({ formula, error, functions: { ids } }: Case): Reason | undefined {
  if (error !== "#NAME?") return undefined;
  const names = callsIn(readExpression(formula)).map(({ name }) => name);
  const bare = names.find((name) => ids.includes(name));
  if (bare) return { message: `${bare} is a function of this add-in: write ROLE. in front of it.`, nearest: [bare] };
  const misspelt = names.map(ownId).find((id) => id !== undefined && !ids.includes(id));
  if (misspelt !== undefined) {
    return { message: `There is no function ROLE.${misspelt}. Look for a spelling mistake.`, nearest: nearestTo(misspelt, ids) };
  }
  const ours = names.map(ownId).find(Boolean);
  if (!ours) return undefined;
  return { functionId: ours, message: `Excel does not know ROLE.${ours} yet. The add-in was not loaded when this was calculated: `
    + "recalculate with Ctrl+Alt+F9 while this panel is open." };
}

/** The three names that differ least, if any is near. */
function nearestTo(id: string, ids: readonly string[]): string[] {
  const near = ids.map((each) => ({ each, distance: distance(id, each) })).sort((a, b) => a.distance - b.distance);
  return near.filter((one) => one.distance <= Math.max(2, id.length / 2)).slice(0, 3).map(({ each }) => each);
}

/** How many letters must be put in, taken out or changed to make one word of another. */
function distance(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, i) => i);
  for (let i = 1; i <= one.length; i++) {
    const next = [i];
    for (let j = 1; j <= other.length; j++) {
      next[j] = Math.min(row[j]! + 1, next[j - 1]! + 1, row[j - 1]! + Number(one[i - 1] !== other[j - 1]));
    }
    row = next;
  }
  return row[other.length]!;
}

// --- what stands in the cells it refers to

/** What a word of the formula points at, and what is there. */
const pointed = ({ formula, spot, scene }: Case): Area[] => tokenize(formula).flatMap((token) => scene.areas(token, spot));

function findCell(area: Area, scene: Scene, isIt: (value: unknown, isError: boolean) => boolean): Spot | undefined {
  for (const [r, row] of cellsIn(scene, area).entries()) {
    const c = row.findIndex(({ value, isError }) => isIt(value, isError));
    if (c >= 0) return { sheet: area.sheet.name, row: area.top + r, column: area.left + c };
  }
  return undefined;
}

/** An error comes from an ingredient, and that may have it from another: the first of them all is the one to mend. */
function passedOn(given: Case): Reason | undefined {
  const { spot, scene, functions } = given;
  let origin = spot;
  const seen = new Set([spotInWords(spot)]);
  for (let next: Spot | undefined = errorIn(given); next && !seen.has(spotInWords(next));) {
    seen.add(spotInWords(next));
    origin = next;
    const { formula, value } = scene.now(next);
    next = formula === undefined ? undefined : errorIn({ formula, error: String(value), spot: next, scene, functions });
  }
  if (origin === spot) return undefined;
  const there = `${String(scene.now(origin).value)} stands in ${nameOf(origin, scene)} (${spotInWords(origin)}) and is passed on to this cell.`;
  const { formula, value } = scene.now(origin);
  const root = formula === undefined ? undefined : whyError(origin, scene, functions);
  const because = root ? `${root.functionId ? `ROLE.${root.functionId}: ` : ""}${root.message}` : `Somebody entered ${String(value)} there.`;
  return { message: `${there} ${because}`, cause: origin, ...(root?.argument && { argument: root.argument }),
    ...(root?.functionId && { functionId: root.functionId }) };
}

const errorIn = (given: Case): Spot | undefined =>
  pointed(given).map((area) => findCell(area, given.scene, (_, isError) => isError)).find(Boolean);

/** What one cell is called, or its place if it has no words around it. */
function nameOf(spot: Spot, scene: Scene): string {
  const { label, heading } = scene.named(spot);
  return [label, heading].filter(Boolean).join(" · ") || "a cell";
}

const worthIn = ({ spot, scene, functions }: Case): Worth => {
  const worth: Worth = {
    cells: (token) => {
      const [area, ...others] = scene.areas(token, spot);
      return area && others.length === 0 ? cellsIn(scene, area).map((row) => row.map(({ value }) => value)) : undefined;
    },
    result: (call) => {
      const given = givenTo(call, worth);
      const id = ownId(call.name);
      if (id === undefined || !functions.ids.includes(id) || given.includes(undefined)) return undefined;
      const answer = functions.call(id, given);
      return "value" in answer ? answer.value : undefined;
    },
  };
  return worth;
};

const givenTo = ({ given }: Call, worth: Worth): unknown[] => given.map((argument) => valueOf(argument, worth));

/** Runs every call of ours again with what its arguments are worth now; the first that refuses says why. */
function refusedCall(given: Case): Reason | undefined {
  const worth = worthIn(given);
  for (const call of callsIn(readExpression(given.formula))) {
    const id = ownId(call.name);
    if (id === undefined) continue;
    if (!given.functions.ids.includes(id)) return { message: `There is no function ROLE.${id}.`, nearest: nearestTo(id, given.functions.ids) };
    const reason = refusalOf(id, call, givenTo(call, worth), given);
    if (reason) return reason;
  }
  return undefined;
}

function refusalOf(id: string, { given: expressions }: Call, values: readonly unknown[], { functions, scene, spot }: Case): Reason | undefined {
  const parameters = functions.parametersOf(id);
  if (values.length > parameters.length) {
    return { functionId: id, message: `${values.length} arguments are given, but there are only ${parameters.length}: ${parameters.join(", ")}.` };
  }
  const unseen = values.indexOf(undefined);
  if (unseen >= 0) {
    return { functionId: id, argument: parameters[unseen]!,
      message: `What stands for ${parameters[unseen]} is worked out inside the formula. Put that part into a cell of its own to see what it gives.` };
  }
  const answer = functions.call(id, parameters.map((_, i) => values[i] ?? null));
  if (!("fault" in answer)) return undefined;
  const { message, argument } = answer.fault;
  const place = parameters.findIndex((name) => camel(name) === argument || name === argument);
  const expression = expressions[place];
  const area = expression?.kind === "area" ? scene.areas(expression.token, spot)[0] : undefined;
  const cause = area && cellMeant(message, area);
  const called = area && cause ? ` That is ${isOneCell(area) ? areaInWords(area, spot, scene) : nameOf(cause, scene)} (${spotInWords(cause)}).` : "";
  return { functionId: id, message: capital(message) + called, ...(parameters[place] && { argument: parameters[place] }), ...(cause && { cause }) };
}

const camel = (name: string) => name.replace(/_(.)/g, (_, letter: string) => letter.toUpperCase());
const capital = (sentence: string) => sentence.charAt(0).toUpperCase() + sentence.slice(1);

/** The cell that a complaint means: "weights, item 3" counts along the range, "actuals, row 2, column 1" within it. */
function cellMeant(message: string, area: Area): Spot {
  const { sheet, row, column } = firstOf(area);
  const [, item, down, right] = /, (?:item (\d+)|row (\d+), column (\d+))/.exec(message) ?? [];
  const at = (r: number, c: number) => ({ sheet, row: row + r, column: column + c });
  if (down !== undefined) return at(Number(down) - 1, Number(right) - 1);
  const index = Number(item ?? 1) - 1;
  return area.top === area.bottom ? at(0, index) : at(index, 0);
}

// --- Excel's own errors

function zeroDivisor(given: Case): Reason | undefined {
  if (given.error !== "#DIV/0!") return undefined;
  const worth = worthIn(given);
  const division = operationsIn(readExpression(given.formula))
    .find(({ operator, operands }) => operator === "/" && alone(valueOf(operands[1]!, worth)) === 0);
  const divisor = division?.operands[1];
  if (divisor?.kind !== "area") return division && { message: "What the formula divides by comes to 0." };
  return atCell(divisor.token, given, (words, isEmpty) => `The formula divides by ${words}, and that is ${isEmpty ? "empty" : "0"}.`);
}

function textAsNumber(given: Case): Reason | undefined {
  if (given.error !== "#VALUE!") return undefined;
  const worth = worthIn(given);
  const text = operationsIn(readExpression(given.formula)).filter(({ operator }) => "+-*/^%negative".includes(operator))
    .flatMap(({ operands }) => operands)
    .find((operand) => operand.kind === "area" && typeof alone(valueOf(operand, worth)) === "string");
  return text?.kind === "area"
    ? atCell(text.token, given, (words) => `A number is due, but ${words} holds text.`)
    : undefined;
}

function atCell(token: Token, { spot, scene }: Case, message: (words: string, isEmpty: boolean) => string): Reason | undefined {
  const [area] = scene.areas(token, spot);
  if (!area) return undefined;
  const cause = firstOf(area);
  return { cause, message: message(`${areaInWords(area, spot, scene)} (${spotInWords(cause)})`, scene.now(cause).value === "") };
}
