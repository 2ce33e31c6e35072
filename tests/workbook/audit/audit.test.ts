import { audit, auditSteps, certificate, scoreCard, type Finding, type WorkbookSnapshot } from "../../../src/workbook/audit";
import { head, input, shows, workbook } from "./workbook";

const told = (snapshot: WorkbookSnapshot, rule: string): readonly Finding[] =>
  audit(snapshot, { ours: false }).findings.filter((finding) => finding.rule === rule);
const words = (snapshot: WorkbookSnapshot, rule: string) => told(snapshot, rule).map(({ title }) => title);
const column = (count: number, cell: (row: number) => string) => Array.from({ length: count }, (_, index) => [cell(index + 1)]);

describe("findings", () => {
  test("what repeats over a block is one finding with its range and its count", () => {
    const [finding, ...others] = told(workbook({ Data: column(10_000, (row) => `=C${row}*1.19`) }), "F03");
    expect(others).toEqual([]);
    const title = "10,000 formulas hold the typed number 1.19";
    expect(finding).toMatchObject({ sheet: "Data", address: "A1:A10000", count: 10_000, title });
  });

  test("of many different ones on a sheet the most frequent are told apart and the others together", () => {
    const found = told(workbook({ Data: [...column(50, (row) => `=C${row}*${row + 1}.5`), ["=C51*2.5"]] }), "F03");
    expect(found).toHaveLength(6);
    expect(found[0]).toMatchObject({ count: 2, address: "A1,A51" });
    const title = "The same rule is broken in 45 more places: Formulas hold no typed numbers that might change";
    expect(found[5]).toMatchObject({ count: 45, title });
  });

  test("errors come first, then sheets in the order of their tabs, with the words of the line", () => {
    const book = workbook({ One: [["Sum", "=SUM(C:C)"]], Two: [["Rent of the hall", "=A2*1.5"]] });
    const found = audit(book, { ours: false }).findings.map(({ rule, sheet, label }) => [rule, sheet, label]);
    expect(found).toEqual([["F03", "Two", "Rent of the hall"], ["F09", "One", "Sum"]]);
  });

  test("a fix is the contents of its cells", () => {
    const [text] = told(workbook({ Data: [[1], ["1,250.5"], ["12%"]] }), "F14");
    const value = (number: number) => [{ kind: "value", value: number }];
    expect(text!.fix).toEqual({ label: "Turn into a number", mends: [
      { kind: "cells", sheet: "Data", address: "A2:A3", contents: [value(1250.5), value(0.12)], before: [["1,250.5"], ["12%"]] },
    ] });
    const [row] = told(workbook({ Data: [[1, 2, 3, 4], ["=A1*$A$1", "=B1*$A$1", 7, "=D1*$A$1"]] }), "F10");
    const content = { kind: "formula", formula: "=C1*$A$1" };
    expect(row!.fix!.mends).toEqual([{ kind: "cells", sheet: "Data", address: "C2", contents: [[content]], before: [[7]] }]);
  });
});

describe("the certificate", () => {
  const { findings } = audit(workbook({ One: [["=A2*1.5", "=SUM(C:C)"]], Two: [["=NOW()"]] }), { ours: false });

  test("counts what is open and what was accepted", () => {
    const day = "2026-11-22";
    expect(certificate([], day)).toBe("Audited 22 Nov 2026, 0 errors, 0 warnings");
    expect(certificate(findings, day)).toBe("Audited 22 Nov 2026, 2 errors, 1 warning");
    expect(certificate(findings, day, { accepted: ({ rule }) => rule === "F09" })).toBe("Audited 22 Nov 2026, 2 errors, 1 accepted warning");
    expect(certificate([...findings, ...structuredClone(findings)], day, { accepted: (finding) => finding === findings[2] }))
      .toBe("Audited 22 Nov 2026, 4 errors, 1 warning, 1 accepted warning");
  });

  test("has a score for every sheet with findings", () => {
    expect(scoreCard(findings)).toEqual([{ sheet: "One", error: 1, warning: 1, info: 0 }, { sheet: "Two", error: 1, warning: 0, info: 0 }]);
  });
});

describe("a fact that is not known", () => {
  test("is said, and the rule does not pass", () => {
    const book = workbook({ Data: { merged: undefined, hiddenRows: undefined } }, { fileName: undefined, calculated: false });
    const { notChecked, passed } = audit(book, { ours: false });
    expect(notChecked.map(({ rule }) => rule)).toEqual(["W03", "W07", "W10", "L04", "L08"]);
    for (const { rule, reason } of notChecked) {
      expect(passed).not.toContain(rule);
      expect(reason).toMatch(/^[A-Z].*\.$/);
    }
  });

  test("does not hide what can be seen without it", () => {
    const table = { name: "tblCosts", box: { row: 0, column: 0, rows: 2, columns: 1 }, hasHeads: true, hasTotals: false };
    const book = workbook({ Data: { cells: [["Column1"], [1]], tables: [table], charts: undefined } });
    const { findings, notChecked } = audit(book, { ours: false });
    expect(findings.map(({ rule }) => rule)).toEqual(["A01a"]);
    expect(notChecked.map(({ rule }) => rule)).toEqual(["A01a"]);
  });

  test("no rule fails on a workbook of which only cells are known", () => {
    const cells = { name: "A", row: 2, column: 1, formulas: [["=B1", 2]], values: [[1, 2]], types: [["Double", "Double"]] };
    const bare: WorkbookSnapshot = { names: [], calculated: true, sheets: [{ ...cells, visibility: "visible", tables: [] }] };
    const known = new Set(["W03", "W07", "W09", "L03", "L04", "L08", "A01a"]);
    expect(audit(bare, { ours: false }).notChecked.map(({ rule }) => rule).filter((rule) => !known.has(rule))).toEqual([]);
    expect(() => audit({ ...bare, sheets: bare.sheets.map((sheet) => ({ ...sheet, id: "inputs" })) }, { ours: true })).not.toThrow();
  });
});

describe("our own policy", () => {
  const ours = workbook({ Rates: { id: "inputs", sheetClass: "input", cells: [[head("Unit")], [null, "Rate", "", null, input(0.1)]] } });

  test("holds for the sheets that we built", () => {
    expect(audit(ours, { ours: true }).findings.map(({ rule }) => rule)).toEqual(expect.arrayContaining(["L01", "L02", "W01", "K01"]));
  });

  test("does not hold for other people's workbooks", () => {
    expect(audit(ours, { ours: false }).findings).toEqual([]);
    const theirs = workbook({ Mine: [[head("Unit")], [null, "Rate", "", null, input(0.1)]] });
    expect(audit(theirs, { ours: true }).findings.filter(({ sheet }) => sheet === "Mine")).toEqual([]);
  });
});

describe("an audit in steps", () => {
  const book = workbook({ Data: column(20_000, (row) => `=B${row}+C${row}`) });

  test("says how far it is, ever further, and ends with the same report", () => {
    const steps = auditSteps(book, { ours: false });
    const shares: number[] = [];
    for (;;) {
      const step = steps.next();
      if (step.done) {
        expect(step.value).toEqual(audit(book, { ours: false }));
        break;
      }
      expect(step.value.doing).toMatch(/^[A-Z]/);
      shares.push(step.value.share);
    }
    expect(shares.length).toBeGreaterThan(40);
    expect(shares).toEqual([...shares].sort((a, b) => a - b));
    expect(shares[0]).toBeGreaterThanOrEqual(0);
    expect(shares.at(-1)).toBeLessThanOrEqual(1);
  });

  test("is cancelled by not going on", () => {
    const steps = auditSteps(book, { ours: false });
    steps.next();
    steps.return(undefined as never);
    expect(steps.next()).toEqual({ done: true, value: undefined });
  });
});

describe("circular references", () => {
  const table = { name: "tblCost", box: { row: 0, column: 0, rows: 3, columns: 2 }, hasHeads: true, hasTotals: false };

  test.each([
    ["of one cell", { Data: [["=A1+1"]] }, {}, "A formula refers to its own cell"],
    ["of a range", { Data: [[1], [2], ["=SUM(A1:A3)"]] }, {}, "A formula refers to its own cell"],
    ["over sheets", { One: [["=Two!A1"]], "The other": [["=One!A1"]], Two: [["='The other'!A1"]] }, {},
      "3 formulas refer to each other in a circle: A1 → Two!A1 → 'The other'!A1 → A1"],
    ["through a name", { Data: [["=total"], ["=A1*2"]] }, { names: [{ name: "Total", formula: "=Data!$A$2", visible: true }] },
      "2 formulas refer to each other in a circle: A1 → A2 → A1"],
    ["through a table", { Data: { cells: [["Cost", "Sum"], [1, "=SUM(tblCost[[Cost]:[Sum]])"], [2, "=[@Cost]"]], tables: [table] } }, {},
      "A formula refers to its own cell"],
    ["of more than four", { Data: [["=F1", "=A1", "=B1", "=C1", "=D1", "=E1"]] }, {},
      "6 formulas refer to each other in a circle: A1 → F1 → E1 → ... → A1"],
  ])("%s", (_, sheets, more, title) => expect(words(workbook(sheets as never, more), "W08")).toEqual([title]));

  test.each([
    ["a running total", { Data: column(300, (row) => (row === 1 ? "=B1" : `=SUM(A$1:A${row - 1})`)) }],
    ["the cell's own row number", { Data: [["=ROW(A1)+COLUMNS(A1:B1)"]] }],
    ["another column of the same table row", { Data: { cells: [["Cost", "Sum"], ["=[@Sum]", 2], [1, 2]], tables: [table] } }],
    ["a name that means another sheet's cell", { Data: [["=here"]], Other: [["=1*1"]] }],
  ])("%s is none", (_, sheets) => {
    const names = [
      { name: "here", formula: "=Data!$A$1", visible: true, scope: "Other" },
      { name: "here", formula: "=Other!$A$1", visible: true },
    ];
    expect(words(workbook(sheets as never, { names }), "W08")).toEqual([]);
  });
});

describe("what is no fault", () => {
  test.each([
    ["F01", "a subtotal among equal formulas", [[1, 2, 3, 4, 5], ["=A1*2", "=B1*2", "=SUM(A2:B2)", "=D1*2", "=E1*2"]]],
    ["F01", "a column of its own in the middle of rows", [["=F1", "=G1", "=J1*A1", "=I1", "=J1"], ["=F2", "=G2", "=J2*A2", "=I2", "=J2"]]],
    ["F10", "a column of typed numbers between formulas",
      [["=F1", "=G1", 5, "=I1", "=J1"], ["=F2", "=G2", 6, "=I2", "=J2"], ["=F3", "=G3", 7, "=I3", "=J3"]]],
    ["F10", "actual figures before the forecast", [[10, 11, "=B1*$F$1", "=C1*$F$1", "=D1*$F$1"]]],
    ["F14", "numbers of parts and cards, headings and versions",
      [["2024", "0012", "Version"], [1, "12345678901234567890", "1.0"], [2, "0034", "final"]]],
    ["F03", "directions for a function and exponents",
      [["=VLOOKUP(A2,C2:F9,3,FALSE)+INDEX(C2:F9,MATCH(A2,C2:C9,0),2)+ROUND(A2,2)+A2^2+A2^-2"]]],
    ["W06", "a text that looks like a link", [["[Plan.xlsx]", '="[Plan.xlsx]Sheet1!A1"']]],
  ] as const)("%s: %s", (rule, _, cells) => expect(words(workbook({ Data: cells }), rule)).toEqual([]));

  test("a sound account of twelve months and four quarters", () => {
    const columns = ["B", "C", "D", "E", "F", "G", "H", "I", "J", "K", "L", "M", "N", "O", "P", "Q"];
    const isQuarter = (index: number) => index % 4 === 3;
    const monthsOf = (index: number, row: number) => `=SUM(${columns[index - 3]}${row}:${columns[index - 1]}${row})`;
    const line = (name: string, row: number, month: (column: string, before: string, index: number) => string | number) =>
      [name, ...columns.map((each, i) => (isQuarter(i) ? monthsOf(i, row) : month(each, columns[i - (isQuarter(i - 1) ? 2 : 1)]!, i)))];
    const account = [
      ["Account", ...columns.map((_, i) => (isQuarter(i) ? `Q${(i + 1) / 4}` : `Month ${i}`))],
      line("Revenue", 2, (_, before, i) => (i < 3 ? 100 + i : `=${before}2*(1+$B$9)`)),
      line("Cost", 3, (each) => `=-1*${each}2*$B$10`),
      line("Rent", 4, (_, before, i) => (i === 0 ? 20 : `=${before}4`)),
      ["Profit", ...columns.map((each) => `=${each}2+${each}3-${each}4`)],
      ["Margin", ...columns.map((each) => `=${each}5/${each}2`)],
      [], ["Assumptions"], ["Growth a month", 0.01], ["Cost share", 0.6],
    ];
    expect(audit(workbook({ Account: account }), { ours: false }).findings).toEqual([]);
  });

  test("a text that begins with an equals sign is no formula", () => {
    expect(audit(workbook({ Data: [[shows("=1+1.19*5", "=1+1.19*5")]] }), { ours: false }).findings).toEqual([]);
  });
});

describe("faults that hide", () => {
  test.each([
    ["F03", "inside an array", [["=SUM(A2:A4*{1,0.5,0.25})"]], ["A formula holds the typed number 0.5, 0.25"]],
    ["F03", "as per cent", [["=A2*(1+19%)"]], ["A formula holds the typed number 19%"]],
    ["F04", "in front", [["=-50+A2*B2"]], ["A formula is corrected by a typed 50"]],
    ["F10", "near the end of a long column", [...column(8, (row) => `=C${row}*2`), [5], ["=C10*2"]],
      ["A formula was replaced by a number"]],
    ["F02", "copied without moving", column(9, (row) => `=C${row === 5 ? 4 : row}*$D$1`),
      ["A formula differs from the others in its column"]],
    ["W10", "caught by IFERROR", [["=IFERROR(Sheet9!#REF!,0)"]], ["A formula has lost what it referred to (#REF!)"]],
    ["F06", "behind brackets and other functions", [["=IF((A2>1),MAX(1,(IF(A3>1,2,3))),0)"]], ["A formula has an IF inside an IF"]],
    ["F07", "in small letters", [["=now()"]], ["A formula uses NOW"]],
  ] as const)("%s: %s", (rule, _, cells, expected) => expect(words(workbook({ Data: cells }), rule)).toEqual(expected));
});
