import type { BookSheet } from "../book";
import type { Rule } from "../finding";
import { lacksStyles, sourceColumn, statusRow, styleOf, unitColumn, wordsAt } from "../ours";
import { backwardLinks, seesEverything } from "../policy";
import { resolverOf, type Resolver } from "../references";
import type { Shape } from "../shape";

/** Other sheets that a formula reads. */
const sheetsRead = (shape: Shape, sheet: BookSheet, resolver: Resolver): BookSheet[] =>
  shape.pieces.flatMap(({ token }) => (token.kind === "reference" && token.prefix !== "" ? resolver.sheetsOf(token.prefix, sheet) : []))
    .filter((other) => other !== sheet);

/** Which sheets may read which is one list for the whole design: our policy file. */
export const flow: Rule = {
  id: "W14", severity: "warning", origin: "FAST 2.01-04", scope: "ours",
  demand: "Sheets read only sheets to their left",
  why: "A model that flows one way can be followed like a text.",
  one: "A formula reads “{about}”, further right",
  many: "{n} formulas read “{about}”, further right",
  *ofSheet(sheet, book) {
    const resolver = resolverOf(book);
    const id = sheet.snapshot.id!;
    if (seesEverything.some((each) => each.sheet === id)) return;
    for (const [shape, cells] of sheet.shapes) {
      const right = sheetsRead(shape, sheet, resolver).find(({ tab, snapshot }) => tab > sheet.tab && !isMeant(id, snapshot.id));
      if (right) for (const { row, column } of cells) if (row > statusRow) yield { sheet, row, column, about: right.name };
    }
  },
};

const isMeant = (reader: string, read: string | undefined) =>
  backwardLinks.some(({ from, to }) => to === read && (from === reader || from === "*"));

/** Only INDEX and MATCH, and nothing worked out: a link that finds its cell by an id. */
const isLookup = ({ functions, pieces }: Shape) =>
  functions.size > 0 && [...functions].every((name) => name === "INDEX" || name === "MATCH")
  && pieces.every(({ token: { kind } }) => kind !== "operator");

/** Numbers come from another sheet only through cells that show it: green, or with the sheet's name in the column Source. */
export const linkRows: Rule = {
  id: "F15", severity: "warning", origin: "FAST 2.02: calculation blocks", scope: "ours",
  demand: "On calculation sheets only link cells read other sheets",
  why: "A calculation whose ingredients stand beside it can be checked without turning pages.",
  one: "A calculation reads “{about}” directly",
  many: "{n} calculations read “{about}” directly",
  lacks: lacksStyles,
  *ofSheet(sheet, book) {
    if (sheet.snapshot.sheetClass !== "calculation") return;
    const resolver = resolverOf(book);
    for (const [shape, cells] of sheet.shapes) {
      const [other] = sheetsRead(shape, sheet, resolver);
      if (!other || isLookup(shape)) continue;
      for (const { row, column } of cells) {
        const isDeclared = wordsAt(sheet, row, sourceColumn) === other.name || column === unitColumn;
        if (!isDeclared && /^(calc|total)$/.test(styleOf(sheet, row, column))) yield { sheet, row, column, about: other.name };
      }
    }
  },
};
