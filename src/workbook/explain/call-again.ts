import type { Area } from "../audit/references";
import { callsIn, readExpression, valueOf, type Expression, type Worth } from "./expression";
import type { CallFault, Case, Reason } from "./failure";
import { cellsIn, firstOf, spotInWords, type Spot } from "./sight";
import { spotCalled } from "./words";

type Call = Extract<Expression, { kind: "call" }>;

/** Id of a function of ours, whatever stands before it: files write _xldudf_ROLE.CUSTOMERLTV. */
const ownId = (name: string): string | undefined => /(?:^|_)ROLE\.(.+)$/.exec(name)?.[1];

/** What the parts of a formula are worth with what stands in the cells now. */
export function worthIn({ spot, scene, functions }: Case): Worth {
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
}

const givenTo = ({ given }: Call, worth: Worth): unknown[] => given.map((argument) => valueOf(argument, worth));

/** Runs every call of ours again, inner ones first; the first that refuses says why. */
export function refusedCall(one: Case): Reason | undefined {
  const worth = worthIn(one);
  for (const call of callsIn(readExpression(one.formula))) {
    const id = ownId(call.name);
    const reason = id === undefined ? undefined : refusalOf(id, call, givenTo(call, worth), one);
    if (reason) return reason;
  }
  return undefined;
}

function refusalOf(id: string, { given }: Call, values: readonly unknown[], one: Case): Reason | undefined {
  const { ids, parametersOf, call } = one.functions;
  if (!ids.includes(id)) return misspelt(id, ids);
  const parameters = parametersOf(id);
  if (values.length > parameters.length) {
    return { functionId: id, message: `It takes ${parameters.length} arguments, but ${values.length} are given: ${parameters.join(", ")}.` };
  }
  const unseen = parameters[values.indexOf(undefined)];
  if (unseen !== undefined) {
    return { functionId: id, argument: unseen, message: `What is given for ${unseen} is worked out inside the formula. `
      + "Put that part into a cell of its own to see what it gives." };
  }
  const answer = call(id, parameters.map((_, i) => values[i] ?? null));
  return "fault" in answer ? { functionId: id, ...blamed(answer.fault, parameters, given, one) } : undefined;
}

const camel = (name: string) => name.replace(/_(.)/g, (_, letter: string) => letter.toUpperCase());

/** The complaint with the argument as Excel names it, and the cell that it comes from. */
function blamed({ message, argument }: CallFault, parameters: readonly string[], given: readonly Expression[], { scene, spot }: Case): Reason {
  const place = parameters.findIndex((name) => name === argument || camel(name) === argument);
  const expression = given[place];
  const area = expression?.kind === "area" ? scene.areas(expression.token, spot)[0] : undefined;
  const cause = area && cellMeant(message, area);
  const sentence = message.charAt(0).toUpperCase() + message.slice(1);
  return {
    message: cause ? `${sentence} That is ${spotCalled(cause, scene)} (${spotInWords(cause)}).` : sentence,
    ...(parameters[place] !== undefined && { argument: parameters[place] }), ...(cause && { cause }),
  };
}

/** The cell that a complaint means: "weights, item 3" counts along the range, "actuals, row 2, column 1" within it. */
function cellMeant(message: string, area: Area): Spot {
  const { sheet, row, column } = firstOf(area);
  const [, item = "1", down, right] = /, (?:item (\d+)|row (\d+), column (\d+))/.exec(message) ?? [];
  if (down !== undefined) return { sheet, row: row + Number(down) - 1, column: column + Number(right) - 1 };
  const index = Number(item) - 1;
  return area.top === area.bottom ? { sheet, row, column: column + index } : { sheet, row: row + index, column };
}

// --- names

/** A name that Excel does not know: one of ours misspelt or without its ROLE., or the add-in was not there. */
export function unknownName({ formula, error, functions: { ids } }: Case): Reason | undefined {
  if (error !== "#NAME?") return undefined;
  const names = callsIn(readExpression(formula)).map(({ name }) => name);
  const bare = names.find((name) => ids.includes(name));
  if (bare !== undefined) return { message: `${bare} is a function of this add-in: write ROLE. in front of it.`, nearest: [bare] };
  const ours = names.flatMap((name) => ownId(name) ?? []);
  const wrong = ours.find((id) => !ids.includes(id));
  if (wrong !== undefined) return misspelt(wrong, ids);
  return ours[0] === undefined ? undefined : { functionId: ours[0],
    message: `Excel does not know ROLE.${ours[0]} yet: the add-in was not loaded when this was calculated. `
      + "Recalculate with Ctrl+Alt+F9 while this panel is open." };
}

const misspelt = (id: string, ids: readonly string[]): Reason =>
  ({ message: `There is no function ROLE.${id}. Look for a spelling mistake.`, nearest: nearestTo(id, ids) });

/** The three names that differ least, if any is near. */
function nearestTo(id: string, ids: readonly string[]): string[] {
  const near = ids.map((each) => ({ each, apart: distance(id, each) })).sort((a, b) => a.apart - b.apart);
  return near.filter(({ apart }) => apart <= Math.max(2, id.length / 2)).slice(0, 3).map(({ each }) => each);
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
