import { movedText, relativeForm, tokenize } from "../../../src/workbook/audit/formula-text";

/** Kind and text of each token; addresses and signs say their kind themselves. */
const short = (formula: string) => tokenize(formula).filter(({ kind }) => kind !== "space")
  .map(({ kind, text }) => (/^(reference|operator|separator|open|close|arrayOpen|arrayClose)$/.test(kind) ? text : `${kind} ${text}`));
const moved = (formula: string, down: number, right: number) => tokenize(formula).map((token) => movedText(token, down, right)).join("");
const form = (formula: string, row: number, column: number) => relativeForm(tokenize(formula), row, column);

describe("tokenize follows the grammar of [MS-XLSX] and ISO 29500-1, 18.17", () => {
  test.each([
    ["=1+.5*2.5E-3%", "number 1 | + | number .5 | * | number 2.5E-3 | %"],
    ["=A1<>$B$2", "A1 | <> | $B$2"],
    ['="say ""yes"", A1"&A1', 'text "say ""yes"", A1" | & | A1'],
    ["=SUM(A1:B2, C:C, 3:$4)", "function SUM | ( | A1:B2 | , | C:C | , | 3:$4 | )"],
    ["='It''s [new]'!A1+Sheet1!B2:C3", "'It''s [new]'!A1 | + | Sheet1!B2:C3"],
    ["=[1]Rates!A1+'C:\\f\\[Book 2.xlsx]S'!B2", "[1]Rates!A1 | + | 'C:\\f\\[Book 2.xlsx]S'!B2"],
    ["=SUM(Jan:Dec!A1)", "function SUM | ( | Jan:Dec!A1 | )"],
    ["=tblAsks[[#This Row],[Unit '[EUR']]]*[@Cost]", "structured tblAsks[[#This Row],[Unit '[EUR']]] | * | structured [@Cost]"],
    ["={1,-2;\"a\",#N/A}", "{ | number 1 | , | - | number 2 | ; | text \"a\" | , | error #N/A | }"],
    ["=LOG10(x1y)+in_rate+TRUE", "function LOG10 | ( | name x1y | ) | + | name in_rate | + | logical TRUE"],
    ["=_xlfn.XLOOKUP(A1#,@B:B,S!#REF!)", "function _xlfn.XLOOKUP | ( | A1 | # | , | @ | B:B | , | error S!#REF! | )"],
    ["=A1:C3 B2:D4", "A1:C3 | intersection   | B2:D4"],
    ["=A1:INDEX(B:B, 2)", "A1 | : | function INDEX | ( | B:B | , | number 2 | )"],
    ["=XFD1048576+XFE1+A1048577", "XFD1048576 | + | name XFE1 | + | name A1048577"],
    ["=Größe+ÄB!A1", "name Größe | + | ÄB!A1"],
    ["=A1 ? 2", "A1 | unknown ? 2"],
  ])("%s", (formula, expected) => {
    expect(short(formula)).toEqual(expected.split(" | "));
    expect(tokenize(formula).map(({ text }) => text).join("")).toBe(formula.slice(1));
  });
});

describe("the relative form is what R1C1 notation shows", () => {
  test.each([
    ["=B$1*A2", 1, 2, "R1C[-1]*RC[-2]"],
    ["=SUM($A$1:B3) + c4", 2, 1, "SUM(R1C1:RC)+R[1]C[1]"],
    ["=SUM(A:$B,2:$3)", 0, 0, "SUM(C:C2,R[1]:R3)"],
    ["=Inputs!$E5", 4, 9, "Inputs!RC5"],
  ])("%s", (formula, row, column, expected) => expect(form(formula, row, column)).toBe(expected));

  test("copies of one formula share it, others do not", () => {
    expect(form("=A1*$B$1", 0, 2)).toBe(form("=A9*$B$1", 8, 2));
    expect(form("=A1*$B$1", 0, 2)).not.toBe(form("=A9*$B$2", 8, 2));
    expect(form("=sum( A1 )", 0, 1)).toBe(form("=SUM(A1)", 0, 1));
  });
});

test("a moved formula is what Excel writes into a copy", () => {
  expect(moved("=SUM(A$1:B2)*$C3 & \"A1\"", 2, 1)).toBe("SUM(B$1:C4)*$C5 & \"A1\"");
  expect(moved("=Stakes!I41+Z1", 0, 1)).toBe("Stakes!J41+AA1");
  expect(moved("=A:B+1:2", 1, 1)).toBe("B:C+2:3");
  expect(moved("=A1", -1, 0)).toBe("#REF!");
});
