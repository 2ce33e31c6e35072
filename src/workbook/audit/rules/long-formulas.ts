import type { Rule } from "../finding";
import { callingOurFunctions } from "../policy";
import type { Shape } from "../shape";

/** A formula no longer than a thumb, explained in half a minute. */
const most = { characters: 120, references: 8, levels: 3 };

export const longFormulas: Rule = {
  id: "F05", severity: "warning", origin: "FAST 3.03-01, 3.03-02", scope: "any",
  demand: `Formulas have at most ${most.characters} characters, read ${most.references} areas and stack ${most.levels} functions`,
  why: "A formula that cannot be explained in half a minute is not checked by anybody.",
  one: "A formula is hard to follow: {about}",
  many: "{n} formulas are hard to follow: {about}",
  ofFormula(shape, { snapshot: { id } }) {
    if (callingOurFunctions.some(({ sheet }) => sheet === id)) return undefined;
    if (lengthOf(shape) > most.characters) return `more than ${most.characters} characters`;
    if (new Set(shape.pointers.map(({ token }) => token.text)).size > most.references) return `it reads more than ${most.references} areas`;
    return shape.pieces.some(({ depth }) => depth > most.levels) ? `more than ${most.levels} functions inside each other` : undefined;
  },
};

/** Without the words it writes: those are for reading, not for following. */
const lengthOf = ({ formula, pieces }: Shape) =>
  pieces.reduce((length, { token: { kind, text } }) => (kind === "text" ? length - text.length : length), formula.length - 1);
