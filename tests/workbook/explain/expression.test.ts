import { alone, callsIn, readExpression, valueOf } from "../../../src/workbook/explain/expression";

const nothing = { cells: () => undefined, result: () => undefined };
const worked = (formula: string) => alone(valueOf(readExpression(formula), nothing));

/** Expected: Excel's order of operations, support.microsoft.com "Calculation operators and precedence in Excel". */
test.each<[string, unknown]>([
  ["=1+2*3", 7], ["=(1+2)*3", 9], ["=2^3^2", 64], ["=-2^2", 4], ["=2-1-1", 0], ["=12/2/3", 2], ["=10%*50", 5], ["=2*-3", -6],
  ['="a"&1+1', "a2"], ["=1<2", true], ["=3<>3", false], ["=1+1=2", true], ["=+5", 5],
])("%s is worked out as Excel does", (formula, expected) => expect(worked(formula)).toBe(expected));

test.each(["=A1+1", '="a"+1', "=SUM(1,2)", "=1/0", "=A1:B2 C1:C2", "=(1", "=A1#"])("%s cannot be told here", (formula) => {
  expect(worked(formula)).toBeUndefined();
});

test("arguments are taken apart, left-out ones and arrays included", () => {
  const [call] = callsIn(readExpression('=IF(A1,ROLE.X(1,,{1,-2;"a;b",TRUE}),0)'));
  expect(call).toEqual({ kind: "call", name: "ROLE.X", given: [
    { kind: "constant", value: 1 }, { kind: "omitted" }, { kind: "array", rows: [[1, -2], ["a;b", true]] },
  ] });
});

test("inner calls come before outer ones, and a call may be empty", () => {
  expect(callsIn(readExpression("=F(G(H()),K(1))*L()")).map(({ name }) => name)).toEqual(["H", "G", "K", "F", "L"]);
});
