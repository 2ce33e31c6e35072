import type { Book } from "../book";
import type { Rule } from "../finding";
import { tokenize, type Token } from "../formula-text";
import { namePrefixes } from "../policy";
import type { NameSnapshot } from "../snapshot";

/** Names that Excel makes for itself. */
const madeByExcel = /^(_xl|_filterdatabase|print_(area|titles)|criteria|extract)/i;
const byPeople = ({ names }: Book["snapshot"]) =>
  names.filter(({ name, visible }) => visible && !madeByExcel.test(name.replace(/^.*!/, "")));

const isBroken = ({ formula }: NameSnapshot) => tokenize(formula).some(({ kind, text }) => kind === "error" && text.endsWith("#REF!"));

/**
 * Broken names are errors. Unused ones are only pointed out: charts, lists and people who jump may still use them. Ours are there
 * to be jumped to, so for them only breaking counts.
 */
export const brokenNames: Rule = {
  id: "W11", severity: "error", origin: "ICAEW Financial Modelling Code", scope: "any",
  demand: "Every name points to cells, and is used",
  why: "A dead name makes formulas fail and readers wonder.",
  one: "{about}",
  fixLabel: "Remove the name",
  *ofBook(book) {
    const used = namesUsed(book);
    const ourNames = new Set(book.sheets.filter(({ ours }) => ours).map(({ name }) => name.toLowerCase()));
    const names = byPeople(book.snapshot);
    for (const each of names.filter(isBroken)) {
      const mends = [{ kind: "name", name: each.name, ...(each.scope !== undefined && { scope: each.scope }) }] as const;
      yield { about: `The name ${each.name} points to cells that are gone`, mends };
    }
    const unused = names.filter((each) => !isBroken(each) && !used.has(each.name.toLowerCase()) && !ourNames.has(sheetOf(each.formula)));
    if (unused.length > 0) yield { about: `No formula uses ${listed(unused.map(({ name }) => name))}`, severity: "info" };
  },
};

const namesListed = 5;
const listed = (names: readonly string[]) =>
  names.slice(0, namesListed).join(", ") + (names.length > namesListed ? ` and ${names.length - namesListed} more names` : "");

/** The sheet that a name points to, in small letters. */
function sheetOf(formula: string): string {
  const token = tokenize(formula).find(({ kind }) => kind === "reference");
  return token?.kind === "reference" ? token.prefix.slice(0, -1).replace(/^'|'$/g, "").replaceAll("''", "'").toLowerCase() : "";
}

/** In small letters and without sheet. */
function namesUsed({ sheets, snapshot }: Book): Set<string> {
  const used = new Set<string>();
  const add = ({ kind, text }: Token) => {
    if (kind === "name") used.add(text.replace(/^.*!/, "").toLowerCase());
  };
  for (const { shapes } of sheets) for (const { pointers } of shapes.keys()) for (const { token } of pointers) add(token);
  for (const { formula } of snapshot.names) tokenize(formula).forEach(add);
  return used;
}

export const namePrefixPolicy: Rule = {
  id: "W12", severity: "warning", origin: "ICAEW Financial Modelling Code: range names where appropriate", scope: "ours",
  demand: `Names begin with ${[...namePrefixes, "tbl"].join(", ")}`,
  why: "The beginning of a name says what it stands for, and keeps ours apart from those of others.",
  one: "{about}",
  *ofBook(book) {
    const ours = new Set(book.sheets.filter((sheet) => sheet.ours).map(({ name }) => name.toLowerCase()));
    for (const { name, formula } of byPeople(book.snapshot)) {
      const isFitting = !ours.has(sheetOf(formula)) || namePrefixes.some((prefix) => name.startsWith(prefix));
      if (!isFitting) yield { about: `The name ${name} has an unknown beginning` };
    }
    for (const sheet of book.sheets.filter((each) => each.ours)) {
      for (const { name } of sheet.snapshot.tables) {
        if (!name.startsWith("tbl")) yield { sheet, about: `The table ${name} does not begin with tbl` };
      }
    }
  },
};
