import { tokenize, type Token } from "../audit/formula-text";
import type { Area } from "../audit/references";
import type { Named } from "./lines";
import { addressOf, firstOf, isOneCell, lastOf, type Scene, type Spot } from "./sight";

/** Operators as people write them. */
const signs: Readonly<Record<string, string>> = {
  "*": " × ", "/": " / ", "+": " + ", "-": " − ", "=": " = ", "<>": " ≠ ", "<": " < ", ">": " > ", "<=": " ≤ ", ">=": " ≥ ", "&": " & ",
};
const opens: ReadonlySet<string> = new Set(["open", "separator", "operator", "arrayOpen"]);

/**
 * A formula with what its cells are called in place of their addresses.
 * @example "List value of orders × (1 − Discount given)" for "=I61*(1-I43)"
 */
export function formulaInWords(formula: string, spot: Spot, scene: Scene): string {
  const tokens = tokenize(formula).filter(({ kind }) => kind !== "space");
  const words = tokens.map((token, index) => {
    if (token.kind === "separator") return `${token.text} `;
    if (token.kind !== "operator") return pointerInWords(token, spot, scene) ?? token.text;
    const before = tokens[index - 1];
    const isSign = "+-".includes(token.text) && (!before || opens.has(before.kind));
    return isSign ? token.text.replace("-", "−") : signs[token.text] ?? token.text;
  });
  return words.join("");
}

/** What a word of a formula points at, as it is called; undefined for a word that points at nothing we can see. */
export function pointerInWords(token: Token, spot: Spot, scene: Scene): string | undefined {
  const areas = scene.areas(token, spot);
  return areas.length === 0 ? undefined : areas.map((area) => areaInWords(area, spot, scene)).join(", ");
}

/** What an area is called beside the cell that is explained: only the words that tell the two apart. */
export function areaInWords(area: Area, spot: Spot, scene: Scene): string {
  const [own, first, last] = [scene.named(spot), scene.named(firstOf(area)), scene.named(lastOf(area))];
  if (isOneCell(area)) return oneInWords(first, own) || placeInWords(area, first);
  const labels = first.label === last.label ? first.label : `${first.label} … ${last.label}`;
  const headings = first.heading === last.heading ? first.heading : `${first.heading} … ${last.heading}`;
  const isColumn = area.left === area.right;
  if (isColumn && (labels === "" || labels === headings) && headings !== "") return `all ${headings}`;
  const isBeside = isColumn && headings === own.heading && area.sheet.name === spot.sheet;
  return joinedWords(isBeside ? [labels] : isColumn ? [headings, labels] : [labels, headings]) || placeInWords(area, first);
}

function oneInWords({ label, heading, isSeries }: Named, own: Named): string {
  if (label === own.label && heading !== own.heading && heading !== "" && !isSeries) return heading;
  return joinedWords(heading === own.heading ? [label] : [label, heading]);
}

/** Words that tell something, once each. */
const joinedWords = (words: readonly string[]) => [...new Set(words.filter((each) => each.replace(" … ", "") !== ""))].join(" · ");

/** A cell with no words around it is known by its place, on a sheet of ours by the band above it. */
const placeInWords = (area: Area, { block, planned }: Named): string =>
  block || (planned ? `a cell of ${area.sheet.name}` : `${area.sheet.name} ${addressOf(area)}`);

/** What one cell is called, far from any other. */
export function spotCalled(spot: Spot, { named }: Scene): string {
  const { label, heading, block } = named(spot);
  return joinedWords([label, heading]) || block || "a cell";
}
