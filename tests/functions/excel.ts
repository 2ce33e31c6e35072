import { readFileSync } from "node:fs";
import { JSDOM } from "jsdom";
import * as functions from "../../src/functions";
import { readMetadata, type Registered } from "./reference";

/**
 * Microsoft's own custom-functions runtime, out of @microsoft/office-js: the genuine CustomFunctions.Error and associate.
 * It looks for its own script tag, so the page has one; closing the window stops its wait for a host that is not here.
 */
function loadRuntime(): typeof CustomFunctions {
  const page = new JSDOM('<script src="custom-functions-runtime.js"></script>', { runScripts: "outside-only", url: "https://localhost:3000/" });
  page.window.eval(readFileSync("node_modules/@microsoft/office-js/dist/custom-functions-runtime.js", "utf8"));
  const { CustomFunctions: runtime } = page.window as unknown as { CustomFunctions: typeof CustomFunctions };
  page.window.close();
  return runtime;
}

type Associated = { _association: { mappings: Record<string, (...given: unknown[]) => unknown> } };

/** What a cell shows: a value, or rows of values that spill, or an error such as #NUM!. */
export type Shown = number | string | boolean | (number | string | boolean)[][];

/** An error in a cell, with the sentence behind it. */
export interface CellError {
  code: string;
  message: string;
}

/** Registers all custom functions with the genuine runtime and calls them the way Excel does. */
export async function openExcel() {
  const runtime = loadRuntime();
  globalThis.CustomFunctions = runtime;
  const { functions: metadata, associate } = await readMetadata();
  for (const { id, functionName } of associate) runtime.associate(id, functions[functionName as keyof typeof functions]);
  const { mappings } = (runtime as unknown as Associated)._association;

  /** Calls a function with values as Excel hands them over: null for what is left out, rows of cells for a range. */
  function attempt(id: string, ...given: unknown[]): Shown | CellError {
    const { parameters } = metadata.find((entry) => entry.id === id) as Registered;
    const values = parameters.map((parameter, i) => handedOver(parameter, given[i]));
    try {
      return mappings[id]!(...values) as Shown;
    } catch (error) {
      if (error instanceof runtime.Error) return { code: error.code, message: error.message ?? "" };
      throw error;
    }
  }
  const isError = (result: Shown | CellError): result is CellError => typeof result === "object" && "code" in result;

  return {
    metadata,
    /** What the cell shows. */
    call(id: string, ...given: unknown[]): Shown {
      const result = attempt(id, ...given);
      return isError(result) ? result.code : result;
    },
    /** The error of a call that must fail. */
    complaint(id: string, ...given: unknown[]): CellError {
      const result = attempt(id, ...given);
      if (isError(result)) return result;
      throw new Error(`${id} gave ${JSON.stringify(result)} where an error was expected`);
    },
  };
}

/** One call's values as they reach the function: nothing is null, and a lone value for a range is a range of one cell. */
function handedOver({ dimensionality }: Registered["parameters"][number], value: unknown): unknown {
  if (value === undefined || value === null) return null;
  return dimensionality === "matrix" && !Array.isArray(value) ? [[value]] : value;
}

/** Cells side by side. */
export const row = (...cells: unknown[]): unknown[][] => [cells];
/** Cells one below the other. */
export const column = (...cells: unknown[]): unknown[][] => cells.map((cell) => [cell]);
