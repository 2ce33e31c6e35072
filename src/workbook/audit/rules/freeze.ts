import type { Rule } from "../finding";
import { lacking } from "../snapshot";

/** A sheet this long cannot be seen at once. */
const longSheet = 20;

export const frozenHeads: Rule = {
  id: "L03", severity: "warning", origin: "FAST 2.01-02", scope: "any",
  demand: `Headings stay in sight on sheets of more than ${longSheet} rows`,
  why: "A number without its heading is easily misread.",
  one: "The headings scroll away",
  fixLabel: "Keep them in sight",
  lacks: lacking("Whether headings are frozen is not known.", "freeze"),
  *ofSheet(sheet) {
    const { freeze, formulas, row } = sheet.snapshot;
    if (formulas.length <= longSheet || freeze!.rows > 0) return;
    const rows = (sheet.ours ? headRows : row) + (sheet.ours ? 0 : 1);
    const isNear = rows <= mostFrozen;
    yield { sheet, ...(isNear && { mends: [{ kind: "freeze", sheet: sheet.name, rows, columns: freeze!.columns }] }) };
  },
};

/** On our sheets the headings end with row 4; on others we take the first used row, unless it leaves too little of the screen. */
const headRows = 4;
const mostFrozen = 8;
