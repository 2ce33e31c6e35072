import { mayGiveBlock, toFileFormula } from "../../src/preview/file-formula";

/** Spellings from [MS-XLSX] 2.2.2 and, for custom functions, from workbooks quoted in OfficeDev/office-js issues 3558 and 4811. */
test.each([
  ["=SUM(A1:B2)", "SUM(A1:B2)"],
  ["=XLOOKUP(A1,B:B,C:C)", "_xlfn.XLOOKUP(A1,B:B,C:C)"],
  ["=sort(FILTER(A1:A9,B1:B9>0))", "_xlfn._xlws.SORT(_xlfn._xlws.FILTER(A1:A9,B1:B9>0))"],
  ["=LET(x,A1,y,x*2,x+y)", "_xlfn.LET(_xlpm.x,A1,_xlpm.y,_xlpm.x*2,_xlpm.x+_xlpm.y)"],
  ["=MAP(A1:A3,LAMBDA(v, v*2))", "_xlfn.MAP(A1:A3,_xlfn.LAMBDA(_xlpm.v, _xlpm.v*2))"],
  ["=LET(f,LAMBDA(x,x*2),f(4))", "_xlfn.LET(_xlpm.f,_xlfn.LAMBDA(_xlpm.x,_xlpm.x*2),_xlpm.f(4))"],
  ["=SUM(E1#)+SUM('My sheet'!$B$2#)", "SUM(_xlfn.ANCHORARRAY(E1))+SUM(_xlfn.ANCHORARRAY('My sheet'!$B$2))"],
  ["=ROLE.CUSTOMERLTV(10%,85%,1200)", "_xldudf_ROLE_CUSTOMERLTV(10%,85%,1200)"],
  ["=IFERROR(role.Attainment(A1,2,1),#N/A)", "IFERROR(_xldudf_ROLE_ATTAINMENT(A1,2,1),#N/A)"],
  ['="XLOOKUP(" & "say ""LET(x"" " & A1', '"XLOOKUP(" & "say ""LET(x"" " & A1'],
  ["='LET(x)'!A1+SUM(tblAsks[[#This Row],[SORT(it)]])", "'LET(x)'!A1+SUM(tblAsks[[#This Row],[SORT(it)]])"],
  ["=LET(x,1,x&x!A1&x[x])", "_xlfn.LET(_xlpm.x,1,_xlpm.x&x!A1&x[x])"],
  ["=STDEV.S(A1:A9)+STDEV(A1:A9)", "_xlfn.STDEV.S(A1:A9)+STDEV(A1:A9)"],
  ["=SUM({1,2;3,4})", "SUM({1,2;3,4})"],
])("%s is written as %s", (formula, inFile) => {
  expect(toFileFormula(formula, "ROLE")).toBe(inFile);
});

test("only formulas that may answer with a block are marked as such", () => {
  expect(["=SEQUENCE(3)", "=SUM(E1#)", "=LET(a,1,a)"].map(mayGiveBlock)).toEqual([true, true, true]);
  expect(["=SUM(A1:A3)", '="SEQUENCE(3)"', "=SEQUENCE+1"].map(mayGiveBlock)).toEqual([false, false, false]);
});
