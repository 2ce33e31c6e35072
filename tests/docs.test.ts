import { readFileSync, readdirSync } from "node:fs";
import * as engine from "@univerjs/engine-formula";
import * as functions from "../src/functions";
import { documents } from "./functions/documents";
import { openExcel, type Shown } from "./functions/excel";
import { calculate } from "./functions/formula";
import { families, readMetadata, readReference } from "./functions/reference";

const reference = readReference();
let metadata: Awaited<ReturnType<typeof readMetadata>>;
let excel: Awaited<ReturnType<typeof openExcel>>;
beforeAll(async () => [metadata, excel] = await Promise.all([readMetadata(), openExcel()]));

/** Whether a cell shows what an example says: decimals as many as it writes, a whole number exactly. */
function agrees(cell: Shown, expected: string): boolean {
  const value = Array.isArray(cell) && cell.length === 1 && cell[0]!.length === 1 ? cell[0]![0] : cell;
  if (/^-?\d/.test(expected)) {
    const decimals = expected.split(".")[1]?.length ?? 0;
    const tolerance = decimals ? 0.5 * 10 ** -decimals : 1e-9 * Math.abs(Number(expected));
    return typeof value === "number" && Math.abs(value - Number(expected)) <= tolerance * (1 + 1e-9);
  }
  if (expected === "TRUE" || expected === "FALSE") return value === (expected === "TRUE");
  return value === (expected.startsWith('"') ? expected.slice(1, -1) : expected);
}

describe("every custom function", () => {
  test("stands in a family file that the reference knows", () => {
    const files = readdirSync("src/functions").map((file) => file.replace(/\.ts$/, "")).filter((name) => !["excel", "index"].includes(name));
    expect(families.map(([name]) => name as string)).toEqual(expect.arrayContaining(files));
  });

  test("is accepted by Microsoft's generator and registered under its id", () => {
    expect(metadata.errors).toEqual([]);
    expect(metadata.associate.map(({ functionName }) => functionName).sort()).toEqual(Object.keys(functions).sort());
    expect(metadata.functions.map(({ id }) => id)).toEqual(reference.map(({ id }) => id));
  });

  test("has a name Excel takes: capitals, digits and dots, no cell address, no built-in function", () => {
    const lists = Object.entries(engine).filter(([key]) => key.startsWith("FUNCTION_NAMES_"));
    const builtIn = new Set(lists.flatMap(([, names]) => Object.values(names as object)));
    expect(builtIn.size).toBeGreaterThan(400);
    const ids = metadata.functions.map(({ id }) => id);
    expect(ids.filter((id) => !/^[A-Z][A-Z0-9.]{2,}$/.test(id))).toEqual([]);
    expect(ids.filter((id) => /^[A-Z]{1,3}\d+$|^R\d*C\d*$/.test(id))).toEqual([]);
    expect(ids.filter((id) => builtIn.has(id))).toEqual([]);
    expect(metadata.functions.filter(({ id, name }) => name !== id)).toEqual([]);
  });

  test("links to its place on the help page", () => {
    expect(metadata.functions.map(({ helpUrl }) => helpUrl))
      .toEqual(reference.map(({ id }) => `https://localhost:3000/help/functions.html#${id}`));
    const page = readFileSync("assets/help/functions.html", "utf8");
    expect(reference.filter(({ id }) => !page.includes(`<article id="${id}">`))).toEqual([]);
  });

  test("is never volatile, streaming or bound to a cell", () => {
    expect(metadata.functions.filter(({ options }) => options)).toEqual([]);
  });

  test("describes each argument that Excel knows, in a length Excel's dialog shows", () => {
    for (const [i, { id, parameters, description }] of metadata.functions.entries()) {
      const told = reference[i]!.arguments;
      expect([id, ...parameters.map(({ name, optional }) => [name, optional ?? false])])
        .toEqual([id, ...told.map(({ name, isOptional }) => [name, isOptional])]);
      expect([id, ...parameters.filter((each) => !each.description || each.description.length > 255)]).toEqual([id]);
      expect([id, description.length > 0 && description.length <= 255]).toEqual([id, true]);
    }
  });

  test.each(reference)("$id says what it is for, its result, formula, errors and source, and has an example", (entry) => {
    const { purpose, returns, formula, errors, source } = entry;
    expect(Object.entries({ purpose, returns, formula, errors, source }).filter(([, text]) => text === "")).toEqual([]);
    expect(errors).toMatch(/^#(VALUE!|NUM!|DIV\/0!|N\/A) /);
    expect(entry.examples.length).toBeGreaterThan(0);
  });
});

test.each(reference.flatMap(({ examples }) => examples))("$formula is $result", ({ formula, result }) => {
  const cell = calculate(formula, excel.call);
  expect(agrees(cell, result) ? result : cell).toEqual(result);
});

test("help page, panel catalogue and list of signatures are fresh (npm run docs writes them)", async () => {
  for (const [path, content] of Object.entries(await documents())) expect(`${path}\n${readFileSync(path, "utf8")}`).toBe(`${path}\n${content}`);
});
