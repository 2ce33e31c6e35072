import { Fault } from "../fault";
import { plain, readCell, wrongShape, type Cells } from "../range";

/** The parameters of each model in the order of its paper: what a FIT function spills and all others read. */
export const parameterNames = {
  BGNBD: ["r", "alpha", "a", "b"],
  MBGNBD: ["r", "alpha", "a", "b"],
  PARETONBD: ["r", "alpha", "s", "beta"],
  BGBB: ["alpha", "beta", "gamma", "delta"],
  GAMMAGAMMA: ["p", "q", "gamma"],
  SBG: ["alpha", "beta"],
  BDW: ["alpha", "beta", "c"],
} as const;

export type ModelName = keyof typeof parameterNames;

/**
 * Reads the row a FIT function spilled: the name of its model, then the parameters; what a detailed fit adds is passed over. The
 * bare parameters will do, and then belong to the first of the models asked for.
 * @throws wrong-shape for another model's name or another number of parameters, out-of-range if one is not above 0
 */
export function readParameters<Model extends ModelName>(
  argument: string, cells: Cells, models: readonly [Model, ...Model[]],
): { model: Model; parameters: number[] } {
  const isColumn = cells.length > 1 && cells.every((row) => row.length === 1);
  const given = (isColumn ? cells.map((row) => row[0]) : cells[0] ?? []).map(plain);
  const name = typeof given[0] === "string" ? given[0].trim().toUpperCase() : undefined;
  const model = name === undefined ? models[0] : models.find((each) => each === name);
  if (!model) throw wrongShape(argument, `"${name}" is given, but ${models.join(" or ")} is due here.`);
  const names = parameterNames[model];
  const values = name === undefined ? given : given.slice(1, names.length + 1);
  if (values.length !== names.length) throw wrongShape(argument, `${names.length} numbers are due here: ${names.join(", ")}.`);
  return { model, parameters: values.map((value, i) => parameter(argument, names[i]!, value)) };
}

function parameter(argument: string, name: string, value: unknown): number {
  const reading = readCell(argument, value, () => `, ${name}`);
  if (typeof reading !== "number") throw wrongShape(argument, "a number is missing.", `, ${name}`);
  if (!(reading > 0)) throw new Fault("out-of-range", `${name} must be above 0, not ${reading}.`, argument);
  return reading;
}
