import { CellError, type Argument, type CellValue } from "../grid/engine-function";

export interface FunctionParameter {
  name: string;
  description?: string;
  type?: string;
  dimensionality?: "scalar" | "matrix";
  optional?: boolean;
  repeating?: boolean;
}

/** One entry of the add-in's functions.json. */
export interface FunctionMetadata {
  id: string;
  name: string;
  description?: string;
  parameters: FunctionParameter[];
  result: { type?: string; dimensionality?: string };
  options?: { stream?: boolean; cancelable?: boolean; requiresAddress?: boolean };
}

export const VALUE = new CellError("#VALUE!");

/** Belief: an error in any argument is the answer, and the function is not called. */
export function readArguments(fn: FunctionMetadata, given: Argument[]): unknown[] | CellError {
  const error = given.flatMap((arg) => (Array.isArray(arg) ? arg.flat() : [arg])).find((value) => value instanceof CellError);
  if (error) return error as CellError;
  const last = fn.parameters.at(-1);
  const single = last?.repeating ? fn.parameters.slice(0, -1) : fn.parameters;
  if (given.length > single.length && !last?.repeating) return VALUE; // Belief: Excel refuses such a formula already when it is typed
  const args: unknown[] = single.map((parameter, i) => readArgument(parameter, given[i]));
  if (last?.repeating) args.push(given.slice(single.length).map((arg) => readArgument(last, arg)));
  return args.flat(4).includes(VALUE) ? VALUE : args;
}

function readArgument(parameter: FunctionParameter, arg: Argument | undefined): unknown {
  if (arg === undefined || arg === null) return parameter.optional ? null : parameter.repeating ? null : VALUE;
  if (parameter.dimensionality !== "matrix") return coerce(Array.isArray(arg) ? arg[0]?.[0] ?? null : arg, parameter.type);
  const block = Array.isArray(arg) ? arg : [[arg]];
  return block.map((row) => row.map((value) => coerce(value, parameter.type)));
}

/** Belief: an empty cell arrives as 0, FALSE or "" by the parameter's type; text that is no number is refused with #VALUE!. */
function coerce(value: CellValue, type = "any"): unknown {
  switch (type) {
    case "number": {
      if (value === null) return 0;
      const number = typeof value === "string" && value.trim() === "" ? NaN : Number(value);
      return Number.isNaN(number) ? VALUE : number;
    }
    case "boolean": return value === null ? false : typeof value === "string" ? VALUE : !!value;
    case "string": return value === null ? "" : typeof value === "boolean" ? String(value).toUpperCase() : String(value);
    default: return value ?? "";
  }
}

