import { parseReference } from "../../address";
import { ourSheet, sheetCalled, valueAt, type Book, type BookSheet } from "../book";
import type { Hit, Rule } from "../finding";
import { cellsOf, labelColumn, statusRow, styleOf, wordsAt } from "../ours";
import { resolverOf } from "../references";
import type { WorkbookSnapshot } from "../snapshot";

const origin = "ICAEW Twenty Principles 19, Financial Modelling Code: master check";
const fewestChecks = 12;

/** The cell that a name of ours points to, also when it had to be numbered. */
function cellNamed(book: Book, name: string): { sheet: BookSheet; row: number; column: number } | undefined {
  for (const each of book.snapshot.names.filter((one) => new RegExp(`^${name}(_\\d+)?$`, "i").test(one.name))) {
    const reference = parseReference(each.formula);
    const sheet = reference && sheetCalled(book, reference.sheet);
    if (sheet?.ours) return { sheet, row: reference!.box.row, column: reference!.box.column };
  }
  return undefined;
}

export const checksPresent: Rule = {
  id: "K01", severity: "error", origin, scope: "ours",
  demand: `A Checks sheet holds at least ${fewestChecks} checks with tolerances, and every page shows the master check`,
  why: "A model that does not check itself is believed until somebody is embarrassed.",
  one: "{about}",
  *ofBook(book) {
    const checks = ourSheet(book, "checks");
    const master = cellNamed(book, "chk_master");
    if (!checks || !master) {
      yield { about: checks ? "There is no master check" : "There is no Checks sheet" };
      return;
    }
    if (checkRows(checks).length < fewestChecks) yield { sheet: checks, about: `There are fewer than ${fewestChecks} checks` };
    if (!cellNamed(book, "chk_tol")) yield { sheet: checks, about: "There is no tolerance for the checks" };
    const resolver = resolverOf(book);
    for (const sheet of book.sheets.filter(({ ours, snapshot }) => ours && snapshot.id !== "charter")) {
      const shape = sheet.shapeAt(statusRow, 0);
      const reads = shape?.pieces.flatMap(({ token }) => resolver.areasOf(token, shape, sheet, statusRow, 0)) ?? [];
      const isEcho = reads.some((area) => area.sheet === master.sheet && area.top === master.row && area.left === master.column);
      if (!isEcho) yield { sheet, row: statusRow, column: 0, about: "The master check is not repeated in row 3" };
    }
  },
};

/** Rows of Checks that have an id such as C07, by that id. */
function checkRows(checks: BookSheet): { id: string; row: number }[] {
  return [...cellsOf(checks)].filter(({ column }) => column === 0)
    .map(({ row }) => ({ id: wordsAt(checks, row, 0), row })).filter(({ id }) => /^C\d\d$/.test(id));
}

const lacksResults = ({ calculated, sheets }: WorkbookSnapshot) => {
  if (!calculated) return "The workbook has not been calculated.";
  return sheets.some(({ id }) => id === "checks") ? undefined : "There is no Checks sheet.";
};

export const masterCheck: Rule = {
  id: "K02", severity: "error", origin, scope: "ours",
  demand: "The master check is 0",
  why: "As long as a check fails, no number may be believed.",
  one: "{about} in error",
  lacks: lacksResults,
  *ofBook(book) {
    const master = cellNamed(book, "chk_master");
    const errors = master && valueAt(master.sheet, master.row, master.column);
    if (master && errors !== 0) yield { ...master, about: errors === 1 ? "1 check is" : `${String(errors)} checks are` };
  },
};

/** The result of a check stands in the cell of its row that is styled as a check. */
function* failed(book: Book, ids: readonly string[]): Generator<Hit> {
  const checks = ourSheet(book, "checks")!;
  for (const id of ids) {
    const row = checkRows(checks).find((each) => each.id === id)?.row;
    if (row === undefined) {
      yield { sheet: checks, about: `The check ${id} is missing` };
      continue;
    }
    for (let column = 0; column < checks.right; column++) {
      if (styleOf(checks, row, column) === "check" && valueAt(checks, row, column) !== 0) {
        yield { sheet: checks, row, column, about: `The check ${id} fails: ${wordsAt(checks, row, labelColumn)}` };
      }
    }
  }
}

const proof = (id: string, ids: readonly string[], demand: string, why: string): Rule => ({
  id, severity: "error", origin: "House rule", scope: "ours", demand, why, one: "{about}", lacks: lacksResults,
  ofBook: (book) => failed(book, ids),
});

export const valueProof = proof("K03", ["C01", "C02", "C03", "C04"], "Schedule and closed form agree in every case",
  "Two ways of calculating that agree are the best proof that neither was broken.");

export const sharesProof = proof("K04", ["C08", "C09"], "Weights sum to 100 %, and no driver is shared out more than once",
  "Money that is counted twice makes every ask look better than it is.");

export const bridgeProof = proof("K05", ["C05"], "Value as asked, less stakes, less interaction, is the value as is",
  "A bridge that does not arrive tells a wrong story with right numbers.");
