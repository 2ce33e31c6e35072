import { cellAddress, quoted } from "../../address";
import { cyclesOf, type Cycle } from "../cycles";
import type { Rule } from "../finding";
import { resolverOf } from "../references";

/** So many cells of a cycle are named. */
const named = 4;

export const circularReferences: Rule = {
  id: "W08", severity: "error", origin: "ICAEW Financial Modelling Code: avoid circularity", scope: "any",
  demand: "No formula feeds on its own result, and iterative calculation is off",
  why: "A circle has no answer of its own: what it shows depends on where Excel stopped.",
  one: "{about}",
  *ofBook(book) {
    if (book.snapshot.iterative) yield { about: "Iterative calculation is on: it hides circular references" };
    for (const cycle of cyclesOf(book, resolverOf(book))) yield cycle && { ...cycle[0]!, about: inWords(cycle) };
  },
};

function inWords(cycle: Cycle): string {
  const [{ sheet: home }] = cycle as [Cycle[number]];
  const written = cycle.map(({ sheet, row, column }) => (sheet === home ? "" : `${quoted(sheet.name)}!`) + cellAddress(row, column));
  if (written.length === 1) return "A formula refers to its own cell";
  const shown = written.length > named ? [...written.slice(0, named - 1), "..."] : written;
  return `${written.length} formulas refer to each other in a circle: ${[...shown, written[0]].join(" → ")}`;
}
