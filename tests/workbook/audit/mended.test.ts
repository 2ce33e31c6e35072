import { mendedInWords } from "../../../src/workbook/audit/mended";
import type { Mend } from "../../../src/workbook/audit";

const cells = (address: string, formula: string): Mend => ({ kind: "cells", sheet: "Value", address, contents: [[{ kind: "formula", formula }]] });

test("a fix of several cells is told with the first of them, and what stood there before", () => {
  const back: Mend[] = [cells("K30", "=9"), { kind: "cells", sheet: "Value", address: "K29", contents: [[{ kind: "value", value: 12_400 }]] }];
  expect(mendedInWords("Put the formula back", [cells("K29", "=$E$29"), cells("K30", "=$E$30")], back))
    .toEqual({ what: "Put the formula back: Value!K29 and 1 more", unit: "check", before: 12_400, after: "=$E$29" });
});

test("what is no cell is told in words; what cannot be undone has nothing before it", () => {
  const name: Mend = { kind: "name", name: "Spare" };
  expect(mendedInWords("Delete the name", [name], [{ ...name, formula: "=Budget!$A$1" }])).toMatchObject({ what: "Delete the name: Spare", before: "=Budget!$A$1", after: "none" });
  expect(mendedInWords("Set up the page", [{ kind: "page", sheet: "Plan", area: "A1:C9" }], [])).toMatchObject({ before: null, after: "A1:C9" });
  expect(mendedInWords("Show the rows", [{ kind: "stretch", sheet: "Plan", address: "5:9", hidden: false }], [{ kind: "stretch", sheet: "Plan", address: "5:9", hidden: true }]))
    .toMatchObject({ what: "Show the rows: Plan!5:9", before: "hidden", after: "shown" });
});
