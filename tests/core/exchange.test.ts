import { Readable } from "node:stream";
import ExcelJS from "exceljs";
import fc from "fast-check";
import { driverLevels, type Agreement } from "../../src/core/agreement";
import { newCharter, withAnswer } from "../../src/core/charter/charter";
import { asksToCsv, commitmentsToCsv, fromJson, schema, toJson } from "../../src/core/exchange";
import { withCommitment, withLines, written } from "../../src/core/commitment/rows";
import { askColumns, commitmentColumns, faultOf, fieldsOf } from "../../src/core/fields";
import { goalsWith } from "../../src/core/role/goals";
import { sample, templates } from "../../src/core/templates";
import { anyText, edited, legalEdits } from "../workbook/legal-edits";

type File = Record<string, any>;
const { agreement } = sample;
const fileOf = (of: Agreement = agreement): File => JSON.parse(toJson(of, sample.id));
const problemsOf = (file: unknown) => {
  const read = fromJson(JSON.stringify(file));
  return "problems" in read ? read.problems : [];
};
/** What a file holds of an agreement: all but its free lines. */
const saidOf = (its: Agreement): Agreement => ({ ...its, commitments: written(its) });
/** The file with one entry changed by its path; undefined takes it away. */
const withEntry = (path: string, value: unknown): File => {
  const file = fileOf();
  const keys = path.split(".");
  const last = keys.pop()!;
  const group = keys.reduce((parent, key) => (parent[key] ??= {}), file);
  if (value === undefined) delete group[last];
  else group[last] = value;
  return file;
};

describe("the role as JSON", () => {
  test.each(templates.map(({ id, agreement: its }) => [id, its] as const))("gives %s back exactly", (id, its) => {
    expect(fromJson(toJson(its, id))).toEqual({ agreement: its, templateId: id });
  });

  test("gives any legal agreement back exactly, its asks and commitments in their order", () => {
    const inAnyOrder = <Row>(rows: readonly Row[]) => fc.shuffledSubarray([...rows], { minLength: rows.length });
    fc.assert(fc.property(legalEdits(agreement, 40), inAnyOrder(agreement.asks), inAnyOrder(agreement.commitments), (edits, asks, commitments) => {
      const its = edited({ ...agreement, asks, commitments }, edits);
      const back = fromJson(toJson(its, sample.id));
      // Free lines are not written, so they come back as the last ones.
      const { commitments: lines } = withLines({ ...its, commitments: written(its) });
      expect(back).toEqual({ agreement: { ...its, commitments: lines, drivers: driverLevels(its) }, templateId: sample.id });
    }), { numRuns: 100 });
  });

  test("gives back fewer commitments, and more, than a template has", () => {
    const one = { ...agreement, commitments: agreement.commitments.slice(1, 2), links: { A02: { K2: 9 as const } } };
    const nine = withCommitment(agreement, 4);
    const thirteen = { ...agreement, commitments: Array.from({ length: 13 }, (_, i) => ({ ...agreement.commitments[0]!, id: `K${i + 1}` })) };
    for (const its of [one, nine, thirteen]) expect(fromJson(toJson(its, ""))).toEqual({ agreement: withLines(its), templateId: "" });
  });

  test("holds the commitments that were worded and the goals that were named, and a file without goals has none", () => {
    expect(Object.keys(fileOf().commitments)).toEqual(["K1", "K2", "K3", "K4", "K5", "K6", "K7", "K8"]);
    expect(fileOf().goals.G1).toEqual({ label: "Grow with regional food producers", unit: "% a year", target: 8, by: "2027-12-31", asks: "A02, A13, A15" });
    const { goals: _, ...old } = fileOf();
    expect(fromJson(JSON.stringify(old))).toEqual({ agreement: { ...agreement, goals: goalsWith([]) }, templateId: sample.id });
  });

  test("reads a file from before there were charters: its charter is a new one", () => {
    const { charter: _, ...old } = fileOf();
    expect(fromJson(JSON.stringify(old))).toEqual({ agreement: { ...agreement, charter: newCharter }, templateId: sample.id });
  });

  test("reads a file from before other products were listed: there are none, one figure counts, and the rest is unknown", () => {
    const { crossSell: _, ...old } = fileOf();
    for (const later of ["accFrom", "insightKind", "wallet", "walletTarget", "effortRate"]) delete old.inputs[later];
    const inputs = { ...agreement.inputs, accFrom: null, insightKind: null, wallet: null, walletTarget: null, effortRate: null };
    expect(fromJson(JSON.stringify(old))).toEqual({ agreement: { ...agreement, crossSell: {}, inputs }, templateId: sample.id });
  });

  test("holds only the lines of other products that say something", () => {
    expect(fileOf().crossSell.X3).toEqual({ product: "Printed labels", takeUp: 0.2, value: 1250, margin: 0.4 });
    expect(Object.keys(fileOf().crossSell)).toEqual(["X1", "X2", "X3"]);
  });

  test("holds only what was said to a clause", () => {
    const its = { ...agreement, charter: withAnswer(agreement.charter, "A06", { status: "declined", on: "2027-01-15" }) };
    expect(fileOf(its).clauses).toEqual({ A06: { status: "declined", on: "2027-01-15" } });
    expect(fromJson(toJson(its, ""))).toEqual({ agreement: its, templateId: "" });
  });

  test("is written for people: named entries, no formula, each number once", () => {
    const file = fileOf();
    expect(Object.keys(file)).toEqual(["schema", "template", "inputs", "drivers", "measures", "crossSell", "charter", "goals", "asks", "commitments", "links"]);
    expect(file.schema).toBe("customer-role/1");
    expect(file.inputs.rate).toBe(0.1);
    expect(file.drivers.retention).toEqual({ actual: 0.82, worst: 0.7 });
    expect(file.asks.A06).toMatchObject({ label: "Pay on time", must: 45 });
    expect(file.links.A02).toEqual({ K1: 3, K2: 9 });
    expect(toJson(agreement, sample.id)).not.toContain('"=');
  });
});

describe("reading a file that is not as it should be", () => {
  test("never throws, and never hands out half an agreement", () => {
    fc.assert(fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
      expect(fromJson(text)).toEqual({ problems: [expect.anything()] });
    }));
  });

  test.each([
    ["no JSON", "customer role", ""], ["a list", "[]", ""], ["nothing", "null", ""],
    ["another program's file", '{ "schema": "x/1" }', "schema"], ["a later version", '{ "schema": "customer-role/2" }', "schema"], ["no version", "{}", "schema"],
  ])("refuses %s in one sentence", (_, text, path) => {
    expect(fromJson(text)).toEqual({ problems: [{ path, message: expect.stringMatching(/\.$/) }] });
  });

  test("names the version it cannot read and the one it can", () => {
    expect(problemsOf({ ...fileOf(), schema: "customer-role/2" })[0]!.message).toBe("This file is of version customer-role/2, and this add-in reads customer-role/1: use a newer add-in.");
  });

  const required = fieldsOf(saidOf(agreement)).filter(({ id, optional }) => !optional && !/^(links|charter|clauses)\./.test(id)).map(({ id }) => id);
  test("says of every entry that must be there when it is missing", () => {
    fc.assert(fc.property(fc.constantFrom(...required.filter((id) => id.includes("."))), (id) => {
      expect(problemsOf(withEntry(id, undefined))).toEqual([{ path: id, message: "This is missing." }]);
    }), { numRuns: 200 });
  });

  test("says what is wrong with an entry in the words of the sheet", () => {
    fc.assert(fc.property(fc.constantFrom(...fieldsOf(saidOf(agreement))), fc.constantFrom<unknown>("x".repeat(300), -1e9, 1e9, [], {}, 2.5), (field, value) => {
      const path = field.id.includes(".") ? field.id : undefined;
      const message = faultOf(field, value);
      fc.pre(path !== undefined && !path.startsWith("links.") && field.kind !== "flag" && message !== undefined);
      expect(problemsOf(withEntry(path!, value))).toEqual([{ path, message }]);
    }), { numRuns: 300 });
  });

  test.each<[string, unknown, string]>([
    ["inputs.rate", "ten", "Enter a number, without text around it."],
    ["inputs.rate", null, "Enter a value; this cell may not be empty."],
    ["inputs.currency", "XYZ", expect.stringMatching(/^Choose one of: EUR/) as unknown as string],
    ["asks.A06.on", "Y", "Write true or false."],
    ["drivers.orders", 12, "Entries in braces should stand here."],
    ["links.A02.K1", 5, "Choose one of: 9, 3, 1, 0."],
    ["asks", undefined, "This is missing."],
    ["asks.A07", undefined, "This is missing."],
    ["asks.A99", {}, "There is no ask A99."],
    ["commitments.K 9", {}, "“K 9” cannot be the id of a commitment: take a letter and digits, such as K9."],
    ["commitments.constructor", {}, "“constructor” cannot be the id of a commitment: take a letter and digits, such as K9."],
    ["inputs.ratee", 0.1, "Nothing of this name is entered here."],
    ["drivers.retention.asked", 0.9, "Nothing of this name is entered here."],
    ["links.A02.K99", 3, "Nothing of this name is entered here."],
    ["notes", "mine", "Nothing of this name is entered here."],
    ["template", 5, "Write the name of a template in quotes."],
  ])("%s as %j: %s", (path, value, message) => {
    expect(problemsOf(withEntry(path, value))).toContainEqual({ path, message });
  });

  test("lists all problems at once, in the order of the file", () => {
    const file = withEntry("inputs.rate", 7);
    file.inputs.periods = 99;
    file.commitments.K2.eligible = 2;
    expect(problemsOf(file).map(({ path }) => path)).toEqual(["inputs.rate", "inputs.periods", "commitments.K2.eligible"]);
  });

  test("takes an optional entry that is left out, and links that are not drawn", () => {
    for (const path of ["inputs.company", "asks.A06.must", "measures.A01.actual", "links"]) expect(problemsOf(withEntry(path, undefined))).toEqual([]);
    const read = fromJson(JSON.stringify(withEntry("inputs.periods", undefined)));
    expect("agreement" in read && read.agreement.inputs.periods).toBeNull();
  });

  test("is not taken in by keys that every object has", () => {
    const text = toJson(agreement, sample.id).replace('"commitments": {', '"commitments": { "__proto__": {},');
    expect(fromJson(text)).toEqual({ problems: [expect.objectContaining({ path: "commitments.__proto__" })] });
    expect(fromJson(`{ "__proto__": { "schema": "${schema}" } }`)).toEqual({ problems: [expect.objectContaining({ path: "schema" })] });
  });
});

/** Read by another program's parser: the one of ExcelJS. */
async function readCsv(text: string): Promise<string[][]> {
  const sheet = await new ExcelJS.Workbook().csv.read(Readable.from([text]), { map: (value) => value });
  const width = sheet.columnCount;
  return Array.from({ length: sheet.rowCount }, (_, row) => Array.from({ length: width }, (_unused, column) => String(sheet.getCell(row + 1, column + 1).value ?? "")));
}

describe("the role as CSV", () => {
  test("lists every ask with its levels, units in words", async () => {
    const [head, first, ...rest] = await readCsv(asksToCsv(agreement));
    expect(head!.slice(0, 8)).toEqual(["Id", "Ask", "Unit", "Target", "As is", "Worst", "Source", "Must"]);
    expect(head).toHaveLength(askColumns.length + 4);
    expect(first!.slice(0, 8)).toEqual(["A02", "Buy regularly", "EUR bought/year", "60000", "52000", "24000", "ERP", ""]);
    expect(rest).toHaveLength(17);
    expect(rest.find(([id]) => id === "A06")!.slice(3, 8)).toEqual(["5", "18", "60", "Receivables", "45"]);
  });

  test("lists every commitment with all that is entered", async () => {
    const [head, ...rows] = await readCsv(commitmentsToCsv(agreement));
    expect(head).toEqual(["Id", ...commitmentColumns.map(({ label }) => label)]);
    expect(rows.map(([id]) => id)).toEqual(["K1", "K2", "K3", "K4", "K5", "K6", "K7", "K8"]);
    expect(rows[5]![head!.indexOf("Share entitled")]).toBe("0.25");
    expect(rows[7]![head!.indexOf("Show to customer")]).toBe("N");
  });

  test("ends every line with CR LF and quotes what needs it (RFC 4180, 2.1 and 2.5 to 2.7)", () => {
    const its = edited(agreement, [{ id: "commitments.K1.label", value: 'Say "four", twice\nand mean it' }]);
    const text = commitmentsToCsv(its);
    expect(text).toContain('K1,"Say ""four"", twice\nand mean it",');
    expect(text.replaceAll(/"(?:[^"]|"")*"/g, "").split("\r\n")).toHaveLength(10);
    expect(text.endsWith("\r\n")).toBe(true);
  });

  test("carries any text, and none of it as a formula", async () => {
    await fc.assert(fc.asyncProperty(anyText(), async (text) => {
      fc.pre(!/[\r\0]/.test(text)); // the parser turns a lone CR into a line end
      const csv = commitmentsToCsv(edited(agreement, [{ id: "commitments.K1.owner", value: text }]));
      const [head, first] = await readCsv(csv);
      const shown = first![head!.indexOf("Owner")]!;
      expect(shown.replace(/^'(?=\s*[=+\-@]|[\t\n])/, "")).toBe(text);
      expect(shown).not.toMatch(/^\s*[=+\-@]|^[\t\r\n]/);
    }), { numRuns: 60 });
  });

  test("keeps a negative number a number", () => {
    const its = edited(agreement, [{ id: "drivers.daysLate.actual", value: -10 }]);
    expect(asksToCsv(its)).toContain("days late,5,-10,60,");
  });
});
