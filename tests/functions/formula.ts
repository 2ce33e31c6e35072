import type { Shown } from "./excel";

/** Calls one function of the add-in by its id. */
export type Call = (id: string, ...given: unknown[]) => Shown;

const tokens = /\s*("(?:[^"]|"")*"|\d+(?:\.\d+)?(?:[eE][-+]?\d+)?%?|[A-Za-z_][\w.]*|[-(){},;])/y;

/**
 * Calculates a formula of literals as Excel would: numbers, percentages, text, TRUE and FALSE, {1,2;3,4}, omitted arguments,
 * ROLE functions, and INDEX to look into a spill.
 * @example calculate("=ROLE.CUSTOMERLTV(10%, 85%, 1200)", call) is 4800
 */
export function calculate(formula: string, call: Call): Shown {
  const words: string[] = [];
  for (tokens.lastIndex = 1; tokens.lastIndex < formula.length;) {
    const found = tokens.exec(formula);
    if (!found) throw new Error(`Cannot read ${formula}`);
    words.push(found[1]!);
  }
  const value = expression(words, call);
  if (words.length) throw new Error(`Cannot read ${words.join("")} at the end of ${formula}`);
  return value as Shown;
}

function expression(words: string[], call: Call): unknown {
  const word = words.shift();
  if (word === undefined) throw new Error("The formula ends too early");
  if (word === "-") return -(expression(words, call) as number);
  if (word === "{") return array(words, call);
  if (word.startsWith('"')) return word.slice(1, -1).replaceAll('""', '"');
  if (/^\d/.test(word)) return word.endsWith("%") ? Number(word.slice(0, -1)) / 100 : Number(word);
  if (word === "TRUE" || word === "FALSE") return word === "TRUE";
  const given = callArguments(words, call);
  if (word === "INDEX") {
    const [spill, row, column] = given as [unknown[][], number, number];
    return spill[row - 1]![column - 1];
  }
  return call(word.replace(/^ROLE\./, ""), ...given);
}

function array(words: string[], call: Call): unknown[][] {
  const rows: unknown[][] = [[]];
  for (let separator = ","; separator !== "}"; separator = words.shift()!) {
    if (separator === ";") rows.push([]);
    if (words[0]!.endsWith("%")) throw new Error("Excel takes no percentages inside { }");
    rows.at(-1)!.push(expression(words, call));
  }
  return rows;
}

function callArguments(words: string[], call: Call): unknown[] {
  const given: unknown[] = [];
  if (words.shift() !== "(") throw new Error("A function needs brackets");
  for (let separator = ","; separator !== ")"; separator = words.shift()!) {
    given.push([",", ")"].includes(words[0]!) ? null : expression(words, call));
  }
  return given;
}
