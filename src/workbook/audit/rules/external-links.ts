import type { Rule } from "../finding";
import { tokenize, type Token } from "../formula-text";
import { isExternal } from "../references";

export const externalLinks: Rule = {
  id: "W06", severity: "error", origin: "FAST: no workbook links", scope: "any",
  demand: "No formula or name leads to another workbook",
  why: "The other file moves, changes or is missing, and the number here is old or gone without anybody noticing.",
  one: "A link leads to another workbook: {about}",
  many: "{n} cells link to another workbook: {about}",
  lacks: ({ isFromExcel }) => (isFromExcel
    ? "Excel does not list links to add-ins: formulas and names were read, but not charts, drop-down lists and formats." : undefined),
  partly: true,
  *ofBook({ snapshot }) {
    for (const { name, formula } of snapshot.names) {
      const file = outside(tokenize(formula));
      if (file) yield { about: `${file}, through the name ${name}` };
    }
  },
  ofFormula: ({ pieces }) => outside(pieces.map(({ token }) => token)),
};

/** The file that a formula reads from, as it stands between the brackets. */
function outside(tokens: readonly Token[]): string | undefined {
  const token = tokens.find(isExternal);
  return token && /\[([^\]]+)\]/.exec(token.text)?.[1];
}
