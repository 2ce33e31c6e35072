import fc from "fast-check";
import { lines } from "../../src/core/commitment/rows";
import { sample } from "../../src/core/templates";
import { planWorkbook } from "../../src/workbook/plan";
import { readSheets } from "../../src/workbook/read";
import { cellAt } from "../../src/workbook/snapshot";
import { edited, entriesOf, legalEdits } from "./legal-edits";
import { onPaper, recordOf, withCell } from "./on-paper";

const { agreement } = sample;
const plan = planWorkbook(agreement);
const snapshot = onPaper(plan);
const record = recordOf(plan, agreement.commitments.map(({ id }) => id));
const read = (shown = snapshot, standIn = agreement) => readSheets(shown, record, standIn);

test("every field of the agreement has a place on the sheets", () => {
  const { places } = read();
  expect(Object.keys(entriesOf(agreement)).filter((id) => !places.has(id))).toEqual([]);
});

test("the sheets of an agreement read back as that agreement, with no error", () => {
  const reading = read(snapshot, edited(agreement, [{ id: "in_rate", value: 0.5 }, { id: "asks.A06.must", value: null }]));
  expect(entriesOf(reading.agreement)).toEqual(entriesOf(agreement));
  expect(reading.problems.filter(({ severity }) => severity === "error")).toEqual([]);
});

test("any legal entry is read back as it was meant", () => {
  fc.assert(fc.property(legalEdits(agreement), (edits) => {
    const wanted = edited(agreement, edits);
    const reading = readSheets(onPaper(planWorkbook(wanted)), record, agreement);
    expect(entriesOf(reading.agreement)).toEqual(entriesOf(wanted));
  }), { numRuns: 60 });
});

/** Puts a value in the cell of a field. */
function broken(id: string, value: unknown, type?: string) {
  const { cells, row, column } = read().places.get(id)!;
  return readSheets(withCell(snapshot, cells.name, row, column, value, type), record, agreement);
}

test.each([
  ["in_rate", "ten", "Enter a number, without text around it."],
  ["in_rate", 1.2, "Enter a number from -50% to 100%."],
  ["in_rate", "0.1", "This number is stored as text. Enter it again, as a number."],
  ["in_rate", "", "Enter a value; this cell may not be empty."],
  ["in_periods", 2.5, "Enter a whole number."],
  ["in_currency", "Euro", "Choose one of:"],
  ["asks.A06.on", "Yep", "Enter yes or no."],
  ["drivers.discount.worst", 15, "Enter a number from 0% to 100%."],
  ["links.A02.K1", 4, "Choose one of: 9, 3, 1, 0."],
  ["commitments.K2.label", "", "Enter a value; this cell may not be empty."],
])("a wrong entry is a problem with its cell and a sentence, and the last legal value stands in: %s = %p", (id, value, sentence) => {
  const { cells, row, column } = read().places.get(id)!;
  const reading = broken(id, value);
  const [problem] = reading.problems.filter((each) => each.id === id);
  expect(problem).toMatchObject({ severity: "error", sheet: cells.name, message: expect.stringContaining(sentence) });
  expect(problem!.address).toMatch(new RegExp(`^[A-Z]+${row + 1}$`));
  expect(cellAt(cells, row, column).value).not.toBe(value);
  expect(entriesOf(reading.agreement)).toEqual(entriesOf(agreement));
});

test("an error in an entry is named, with what to do", () => {
  expect(broken("in_rate", "#DIV/0!", "Error").problems[0]).toMatchObject({
    id: "in_rate", message: "This cell shows #DIV/0!. Mend its formula or enter a value.",
  });
});

test.each([
  ["asks.A06.on", "no", false], ["asks.A06.on", true, true], ["in_currency", "usd", "USD"], ["asks.A06.note", 2026, "2026"],
])("what a person means is understood: %s = %p is %p", (id, shown, meant) => {
  const reading = broken(id, shown);
  expect(reading.problems.filter((each) => each.id === id && each.severity === "error")).toEqual([]);
  expect(entriesOf(reading.agreement)[id]).toBe(meant);
});

test("what the core finds doubtful is a problem at its cell", () => {
  expect(broken("asks.A06.owner", "").problems).toContainEqual(expect.objectContaining({
    id: "asks.A06.owner", severity: "warning", sheet: "Role Definition", message: "Name an owner: someone must watch the number.",
  }));
});

/** The sheets with another row at the end of the commitments, which begins with this id. */
function withCommitment(id: string, label: string) {
  const { sheet, box } = snapshot.references.get("tblCommitments")!;
  const row = box.row + box.rows;
  const grown = [[0, id], [1, label], [2, "visits"], [18, 1], [19, "Y"], [20, "all"], [24, "N"]] as const;
  const cleared = Array.from({ length: box.columns }, (_, column) => [column, ""] as const);
  const cells = [...cleared, ...grown].reduce((shown, [column, value]) => withCell(shown, sheet, row, box.column + column, value), snapshot);
  return { ...cells, references: new Map([...snapshot.references, ["tblCommitments", { sheet, box: { ...box, rows: box.rows + 1 } }]]) };
}

test("a commitment that was added on the sheet is read, and its row says what it cannot do yet", () => {
  const reading = read(withCommitment("K13", "A yearly visit"));
  expect(reading.agreement.commitments.map(({ id, label }) => [id, label]).at(-1)).toEqual(["K13", "A yearly visit"]);
  expect(reading.problems[0]).toMatchObject({ severity: "warning", sheet: "Commitments", message: expect.stringMatching(/^K13 is new/) });
});

test("an id that stands twice is an error at its second row, and the first row counts", () => {
  const reading = read(withCommitment("K2", "Another"));
  expect(reading.agreement.commitments[1]!.label).toBe("98% on time and in full");
  expect(reading.problems[0]).toMatchObject({ severity: "error", message: "K2 stands here a second time. Give one of the rows an id of its own." });
});

test("a row with a word that is no id is pointed out and not counted", () => {
  const reading = read(withCommitment("new one", "Another"));
  expect(reading.agreement.commitments).toHaveLength(lines);
  expect(reading.problems[0]).toMatchObject({ severity: "warning", message: "“new one” is no id we know, so this row is not counted." });
});
