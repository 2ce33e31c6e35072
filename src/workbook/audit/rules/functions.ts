import type { Rule } from "../finding";
import { callingOurFunctions, plainFunctions } from "../policy";
import type { Shape } from "../shape";

const used = ({ functions }: Shape, wanted: (name: string) => boolean): string | undefined => {
  const found = [...functions].filter(wanted);
  return found.length > 0 ? found.join(", ") : undefined;
};

const volatile = new Set(["NOW", "TODAY", "RAND", "RANDBETWEEN", "RANDARRAY", "OFFSET", "INDIRECT", "CELL", "INFO"]);

export const volatileFunctions: Rule = {
  id: "F07", severity: "error", origin: "FAST: no OFFSET, no INDIRECT", scope: "any",
  demand: "No formula recalculates without a reason",
  why: "Such a function makes everything that follows from it calculate on every keystroke, and its result is another one tomorrow.",
  one: "A formula uses {about}",
  many: "{n} formulas use {about}",
  ofFormula: (shape) => used(shape, (name) => volatile.has(name)),
};

export const functionList: Rule = {
  id: "F08", severity: "warning", origin: "FAST 3.03-04", scope: "ours",
  demand: `Formulas use only ${plainFunctions.size} plain functions that every Excel since 2010 knows`,
  why: "A recipient with an older Excel, or without the add-in, would see #NAME?.",
  one: "A formula uses {about}",
  many: "{n} formulas use {about}",
  ofFormula: (shape, { snapshot: { id } }) => used(shape, (name) => !plainFunctions.has(name) && !isOurs(name, id)),
};

const isOurs = (name: string, sheet: string | undefined) =>
  name.startsWith("ROLE.") && callingOurFunctions.some((each) => each.sheet === sheet);

const masking = new Set(["IFERROR", "IFNA"]);

export const maskedErrors: Rule = {
  id: "F12", severity: "warning", origin: "House rule", scope: "any",
  demand: "Calculations do not hide errors; only results may",
  why: "A caught error looks like a number: the fault stays, unseen.",
  one: "{about} may hide an error",
  many: "{about} may hide errors in {n} cells",
  ofFormula: (shape, { snapshot: { sheetClass } }) => (sheetClass === "output" ? undefined : used(shape, (name) => masking.has(name))),
};
