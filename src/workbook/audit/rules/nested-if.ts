import type { Rule } from "../finding";
import { functionName } from "../formula-text";
import type { Shape } from "../shape";

export const nestedIf: Rule = {
  id: "F06", severity: "error", origin: "FAST 3.03-07", scope: "any",
  demand: "No IF stands inside another IF",
  why: "Each IF in an IF doubles the ways through a formula; flags in rows of their own, or INDEX, show the choice openly.",
  one: "A formula has an IF inside an IF",
  many: "{n} formulas have an IF inside an IF",
  ofFormula: (shape) => (shape.functions.has("IF") && isNested(shape) ? "" : undefined),
};

/** Whether an IF opens before an earlier one has closed. */
function isNested({ pieces }: Shape): boolean {
  let open: number[] = [];
  for (const { token, depth } of pieces) {
    if (token.kind === "close") open = open.filter((each) => each < depth);
    if (token.kind !== "function" || functionName(token.text) !== "IF") continue;
    if (open.length > 0) return true;
    open.push(depth);
  }
  return false;
}
