import type { Rule } from "../finding";
import { lacking } from "../snapshot";

/** A sheet this long cannot be seen at once. */
const longSheet = 20;

export const frozenHeads: Rule = {
  id: "L03", severity: "warning", origin: "FAST 2.01-02", scope: "any",
  demand: `Headings stay in sight on sheets of more than ${longSheet} rows`,
  why: "A number without its heading is easily misread.",
  one: "The headings scroll away",
  lacks: lacking("Whether headings are frozen is not known.", "freeze"),
  *ofSheet(sheet) {
    const { freeze, formulas } = sheet.snapshot;
    if (formulas.length > longSheet && freeze!.rows === 0) yield { sheet };
  },
};
