import { ownFunctions } from "../../../src/taskpane/own-functions";
import { spotInWords } from "../../../src/workbook/explain/sight";
import { whyError } from "../../../src/workbook/explain/why";
import { openExcel } from "../../functions/excel";
import { noFunctions, sceneOf, spotAt, type Content } from "./sights";

beforeAll(openExcel);

const at = "Sheet1!C9";
const why = (formula: string, shows: string, cells: Record<string, Content> = {}, functions = ownFunctions) => {
  const { cause, ...failure } = whyError(spotAt(at), sceneOf({ ...cells, [at]: { formula, shows } }), functions)!;
  return { ...failure, ...(cause && { cause: spotInWords(cause) }) };
};

describe("a call of ours that fails is run again with what its arguments hold, and the argument is named", () => {
  const orders = { "Sheet1!A1": "Rate", "Sheet1!B1": 0.1, "Sheet1!A2": "Retention", "Sheet1!B2": 1.2, "Sheet1!A3": "Margin", "Sheet1!B3": "ten" };
  /** Expected: the five kinds of core/fault.ts with the errors that the catalogue gives them. */
  test.each<[kind: string, formula: string, shows: string, cells: Record<string, Content>, expected: object]>([
    ["out-of-range", "=ROLE.CUSTOMERLTV(B1,B2,100)", "#NUM!", orders,
      { functionId: "CUSTOMERLTV", argument: "retention", cause: "Sheet1!B2", message: "Retention must be from 0 to 1, not 1.2. That is Retention (Sheet1!B2)." }],
    ["wrong-shape", "=ROLE.CUSTOMERLTV(B1,0.8,B3)", "#VALUE!", orders,
      { functionId: "CUSTOMERLTV", argument: "margin", cause: "Sheet1!B3", message: 'Margin: "ten" is not a number. That is Margin (Sheet1!B3).' }],
    ["wrong-shape, left out", "=ROLE.CUSTOMERLTV(B1,,100)", "#VALUE!", orders, { argument: "retention", message: "Retention: a number is missing." }],
    ["wrong-shape, in a range", "=ROLE.WHALECURVE(A5:A7)", "#VALUE!", { "Sheet1!A5": 3, "Sheet1!A6": "?", "Sheet1!A7": "x" },
      { functionId: "WHALECURVE", argument: "profits", cause: expect.stringMatching(/^Sheet1!A[67]$/) }],
    ["undefined-here", "=ROLE.ATTAINMENT(3,B5,B6)", "#DIV/0!", { "Sheet1!B5": 10, "Sheet1!B6": 10 }, { functionId: "ATTAINMENT", message: expect.stringMatching(/target|worst/i) }],
    ["missing", "=ROLE.ROLEFIT(A5:A6,B5:B6,C5:C6,D5:D6)", "#N/A",
      { "Sheet1!A5": "?", "Sheet1!A6": "?", "Sheet1!B5": 5, "Sheet1!B6": 5, "Sheet1!C5": 1, "Sheet1!C6": 1, "Sheet1!D5": 1, "Sheet1!D6": 1 },
      { functionId: "ROLEFIT", argument: "actuals", cause: "Sheet1!A5", message: expect.stringContaining("None of the actuals is known.") }],
    ["nested in a larger formula", "=IF(B1>0,ROUND(2*ROLE.CUSTOMERLTV(B1,B2+1%,100),0),0)", "#NUM!", orders,
      { functionId: "CUSTOMERLTV", argument: "retention", message: "Retention must be from 0 to 1, not 1.21." }],
    ["inside another call of ours", "=ROLE.CUSTOMERLTV(B1,0.8,ROLE.ANNUALVALUE(-1))", "#NUM!", orders, { functionId: "ANNUALVALUE" }],
    ["more arguments than there are", "=ROLE.PERIODRATE(1,2,3,4,5,6)", "#VALUE!", {}, { functionId: "PERIODRATE", message: expect.stringContaining("6 are given") }],
    ["an argument that only Excel can work out", "=ROLE.CUSTOMERLTV(B1,MAX(B2,2),100)", "#NUM!", orders,
      { functionId: "CUSTOMERLTV", argument: "retention", message: expect.stringContaining("a cell of its own") }],
  ])("%s: %s", (_, formula, shows, cells, expected) => expect(why(formula, shows, cells)).toMatchObject({ error: shows, ...expected }));

  test("not converged: the search says what became of it", () => {
    const functions = { ...noFunctions, ids: ["SBG.FIT"], parametersOf: () => ["survivors"],
      call: () => ({ fault: { message: "The search did not settle in 100 steps." } }) };
    expect(why("=ROLE.SBG.FIT(A1:A9)", "#N/A", { "Sheet1!A1": 1 }, functions)).toMatchObject({ message: "The search did not settle in 100 steps." });
  });
});

describe("#NAME? of our functions", () => {
  test("a misspelt name gets the nearest ones", () => {
    const { message, nearest } = why("=ROLE.CUSTOMERLTW(1)", "#NAME?");
    expect(message).toContain("There is no function ROLE.CUSTOMERLTW");
    expect(nearest![0]).toBe("CUSTOMERLTV");
  });
  test("a name without ROLE. is told to have one", () => expect(why("=customerltv(1)", "#NAME?").message).toContain("write ROLE. in front"));
  test("a right name means that the add-in was not there", () =>
    expect(why("=ROLE.CUSTOMERLTV(1,1,1)", "#NAME?")).toMatchObject({ functionId: "CUSTOMERLTV", message: expect.stringContaining("not loaded") }));
});

describe("Excel's own errors", () => {
  test("a zero divisor is named, empty or not", () => {
    expect(why("=10/B5", "#DIV/0!", { "Sheet1!A5": "Visits", "Sheet1!B5": 0 }).message).toBe("The formula divides by Visits (Sheet1!B5), and that is 0.");
    expect(why("=10/B5", "#DIV/0!", { "Sheet1!A5": "Visits" }).message).toBe("The formula divides by Visits (Sheet1!B5), and that is empty.");
    expect(why("=10/(B5-3)", "#DIV/0!", { "Sheet1!B5": 3 }).message).toBe("What the formula divides by comes to 0.");
  });
  test("text in a sum is named", () => expect(why("=B5*2", "#VALUE!", { "Sheet1!A5": "Visits", "Sheet1!B5": "many" }))
    .toMatchObject({ message: "A number is due, but Visits (Sheet1!B5) holds text.", cause: "Sheet1!B5" }));
  test("an error that is passed on is followed to where it begins, over sheets and names", () => {
    const cells: Record<string, Content> = {
      "Other!A1": "Divisor", "Other!B1": 0, "Other!A2": "Price", "Other!B2": { formula: "=5/B1", shows: "#DIV/0!" },
      "Sheet1!B2": { formula: "=Other!B2+1", shows: "#DIV/0!" },
    };
    const { message, cause } = why("=SUM(B1:B3)", "#DIV/0!", cells);
    expect(message).toBe("#DIV/0! stands in Price (Other!B2) and is passed on to this cell. The formula divides by Divisor (Other!B1), and that is 0.");
    expect(cause).toBe("Other!B1");
  });
  test("a call of ours that another cell makes is explained there", () => {
    const cells: Record<string, Content> = { "Sheet1!A2": "Value", "Sheet1!B2": { formula: "=ROLE.CUSTOMERLTV(0.1,2,1)", shows: "#NUM!" } };
    expect(why("=B2*2", "#NUM!", cells)).toMatchObject({ functionId: "CUSTOMERLTV", argument: "retention", cause: "Sheet1!B2" });
  });
  test("cells that need each other do not hold us up", () => {
    const cells: Record<string, Content> = { "Sheet1!B2": { formula: "=C9", shows: "#VALUE!" } };
    expect(why("=B2", "#VALUE!", cells)).toMatchObject({ error: "#VALUE!" });
  });
  test.each(["#N/A", "#REF!", "#NUM!", "#NAME?", "#NULL!", "#SPILL!", "#CALC!", "#BUSY!", "#GETTING_DATA", "#CONNECT!", "#BLOCKED!", "#FIELD!"])(
    "%s alone is put in words", (error) => {
      const { title, message } = why(error === "#REF!" ? "=#REF!+1" : "=SOMETHING(1)", error);
      expect(title.length).toBeGreaterThan(5);
      expect(message).toMatch(/^[A-Z].*\.$/);
    });
});

test("a cell without an error has nothing to explain", () => {
  expect(whyError(spotAt("Sheet1!A1"), sceneOf({ "Sheet1!A1": 1 }), noFunctions)).toBeUndefined();
});
