import { helpFiles } from "../help/pages";
import { helpPage, shown, syntax } from "./help-page";
import { readMetadata, readReference, type Entry, type Registered } from "./reference";

/** What the panel's catalogue of functions shows; the panel may not look into the functions themselves. */
const catalogue = (entries: readonly Entry[]) => `${JSON.stringify(entries.map((entry) => ({
  id: entry.id,
  name: `ROLE.${entry.id}`,
  family: entry.family,
  description: entry.description,
  purpose: entry.purpose,
  syntax: syntax(entry),
  arguments: entry.arguments,
  returns: entry.returns,
  example: entry.examples[0] && { formula: entry.examples[0].formula, result: shown(entry.examples[0].result) },
})), null, 1)}\n`;

const parameter = ({ name, optional, type = "any", dimensionality, repeating }: Registered["parameters"][number]) =>
  `${optional ? `[${name}]` : name}: ${type}${dimensionality === "matrix" ? "[][]" : ""}${repeating ? "..." : ""}`;

/** One readable block per function as Excel is told about it, for review: what changes here changes for every user. */
const signatures = (functions: readonly Registered[]) => functions.map(({ id, parameters, result, options }) =>
  `${id}: ${result.type ?? "any"}${result.dimensionality === "matrix" ? "[][]" : ""}${options ? ` ${JSON.stringify(options)}` : ""}\n`
  + parameters.map((each) => `    ${parameter(each)}\n`).join("")).join("\n");

/** Everything that is written: from the head comments of the functions, and the other pages of help: path -> content. */
export async function documents(): Promise<Record<string, string>> {
  const entries = readReference();
  const { functions } = await readMetadata();
  return {
    "assets/help/functions.html": helpPage(entries),
    "src/taskpane/catalogue.json": catalogue(entries),
    "tests/functions/functions.txt": signatures(functions),
    ...await helpFiles(),
  };
}
