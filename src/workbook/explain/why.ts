import { tokenize, type Token } from "../audit/formula-text";
import type { Area } from "../audit/references";
import { refusedCall, unknownName, worthIn } from "./call-again";
import { alone, operationsIn, readExpression, valueOf } from "./expression";
import type { Case, Failure, OwnFunctions, Reason } from "./failure";
import { cellsIn, firstOf, spotInWords, type Scene, type Spot } from "./sight";
import { spotCalled } from "./words";

/** The error's own meaning, and what to do when nothing more can be told from the cells. */
const meanings: Readonly<Record<string, readonly [title: string, otherwise: string]>> = {
  "#DIV/0!": ["Divided by zero", "A number is divided by 0 or by an empty cell."],
  "#N/A": ["Not available", "A value is missing, or a lookup did not find what it sought in its list."],
  "#VALUE!": ["Wrong kind of value", "Text stands where a number is due, or a range where one cell is due."],
  "#REF!": ["A cell is gone", "The formula points at cells that were deleted. Undo the deletion, or point it at other cells."],
  "#NUM!": ["Not a possible number", "The numbers given have no result, or one too large to be shown."],
  "#NAME?": ["Unknown name", "The formula uses a name that this workbook does not know. Look for a spelling mistake or missing quotes."],
  "#NULL!": ["No common cell", "A blank between two ranges asks for the cells they share, and they share none. Put a comma there."],
  "#SPILL!": ["No room for the result", "The result fills several cells, and not all are empty. Empty the cells below and to the right."],
  "#CALC!": ["Nothing to show", "The calculation gives an empty list, or a kind of list that Excel cannot show."],
  "#BUSY!": ["Still calculating", "The result is not there yet. Wait; if it stays, open this panel again and recalculate with F9."],
  "#GETTING_DATA": ["Still calculating", "The result is not there yet. Wait a moment."],
  "#CONNECT!": ["Add-in not reached", "Excel could not reach the add-in. Open this panel again and recalculate with F9."],
  "#BLOCKED!": ["Not allowed here", "Excel may not run this function in this workbook. Trust the workbook, or ask your administrator."],
  "#FIELD!": ["No such field", "The formula asks for a field that its cell does not have."],
};

/** Errors that say all themselves: looking further would only repeat them. */
const final: ReadonlySet<string> = new Set(["#SPILL!", "#CALC!", "#BUSY!", "#GETTING_DATA", "#CONNECT!", "#BLOCKED!", "#NULL!"]);

type Search = (one: Case) => Reason | undefined;

/** Where reasons are sought in the formula itself, in this order; the first that is found is told. */
const inFormula: readonly Search[] = [deletedCells, unknownName, refusedCall, zeroDivisor, textAsNumber];

/** Why a cell shows an error; undefined if it shows none. An error that another cell had before comes from there. */
export const whyError = (spot: Spot, scene: Scene, functions: OwnFunctions): Failure | undefined =>
  (scene.now(spot).isError ? failureAt(spot, scene, functions, [deletedCells, unknownName, passedOn, ...inFormula]) : undefined);

function failureAt(spot: Spot, scene: Scene, functions: OwnFunctions, searches: readonly Search[]): Failure {
  const { value, formula } = scene.now(spot);
  const error = String(value);
  const [title, otherwise] = meanings[error] ?? ["An error", "Excel cannot work this out."];
  const one = formula === undefined || final.has(error) ? undefined : { formula, error, spot, scene, functions };
  return { error, title, message: otherwise, ...(one && firstReason(one, searches)) };
}

function firstReason(one: Case, searches: readonly Search[]): Reason | undefined {
  for (const search of searches) {
    const reason = search(one);
    if (reason) return reason;
  }
  return undefined;
}

function deletedCells({ formula, error }: Case): Reason | undefined {
  return error === "#REF!" && formula.includes("#REF!") ? { message: meanings["#REF!"]![1] } : undefined;
}

// --- an error that another cell has already

/** An error comes from an ingredient, and that may have it from another: the first of them all is the one to mend. */
function passedOn(one: Case): Reason | undefined {
  const { spot, scene, functions } = one;
  const origin = originOf(one);
  if (origin === spot) return undefined;
  const { error, title: _, message, cause = origin, ...root } = failureAt(origin, scene, functions, inFormula);
  const place = `${error} stands in ${spotCalled(origin, scene)} (${spotInWords(origin)}) and is passed on to this cell.`;
  return { ...root, cause, message: `${place} ${root.functionId ? `ROLE.${root.functionId}: ` : ""}${message}` };
}

/** The cell where an error begins; a chain that bites its own tail ends where it was entered. */
function originOf(one: Case): Spot {
  const seen = new Set<string>();
  let origin = one.spot;
  for (let next: Spot | undefined = origin; next && !seen.has(spotInWords(next)); next = errorBefore(next, one)) {
    seen.add(spotInWords(next));
    origin = next;
  }
  return origin;
}

function errorBefore(spot: Spot, { scene }: Case): Spot | undefined {
  const { formula = "" } = scene.now(spot);
  const areas = tokenize(formula).flatMap((token) => scene.areas(token, spot));
  return areas.map((area) => errorIn(area, scene)).find(Boolean);
}

function errorIn(area: Area, scene: Scene): Spot | undefined {
  for (const [r, row] of cellsIn(scene, area).entries()) {
    const c = row.findIndex(({ isError }) => isError);
    if (c >= 0) return { sheet: area.sheet.name, row: area.top + r, column: area.left + c };
  }
  return undefined;
}

// --- Excel's own errors

function zeroDivisor(one: Case): Reason | undefined {
  if (one.error !== "#DIV/0!") return undefined;
  const worth = worthIn(one);
  const division = operationsIn(readExpression(one.formula))
    .find(({ operator, operands }) => operator === "/" && alone(valueOf(operands[1]!, worth)) === 0);
  const divisor = division?.operands[1];
  if (divisor?.kind !== "area") return division && { message: "What the formula divides by comes to 0." };
  return atCell(divisor.token, one, (words, isEmpty) => `The formula divides by ${words}, and that is ${isEmpty ? "empty" : "0"}.`);
}

const arithmetic: ReadonlySet<string> = new Set(["+", "-", "*", "/", "^", "%", "negative"]);

function textAsNumber(one: Case): Reason | undefined {
  if (one.error !== "#VALUE!") return undefined;
  const worth = worthIn(one);
  const text = operationsIn(readExpression(one.formula)).filter(({ operator }) => arithmetic.has(operator))
    .flatMap(({ operands }) => operands)
    .find((operand) => operand.kind === "area" && typeof alone(valueOf(operand, worth)) === "string");
  return text?.kind === "area" ? atCell(text.token, one, (words) => `A number is due, but ${words} holds text.`) : undefined;
}

function atCell(token: Token, { spot, scene }: Case, message: (words: string, isEmpty: boolean) => string): Reason | undefined {
  const [area] = scene.areas(token, spot);
  if (!area) return undefined;
  const cause = firstOf(area);
  return { cause, message: message(`${spotCalled(cause, scene)} (${spotInWords(cause)})`, scene.now(cause).value === "") };
}
