import { sample } from "../../../src/core/templates";
import catalogue from "../../../src/taskpane/catalogue.json";
import { calculatedAs } from "../../../src/workbook/explain/counterparts";
import { specVersion } from "../../../src/workbook/plan";
import { sheetsOf } from "../../../src/workbook/sheets";

const lines = new Set(sheetsOf(sample.agreement, specVersion).flatMap(({ id, blocks }) =>
  blocks.flatMap(({ rows }) => rows.map((row) => `${id}.${row.id}`))));

test.each(Object.entries(calculatedAs))("%s is a line of ours, and %s a function", (line, id) => {
  expect([...lines]).toContain(line);
  expect(catalogue.map((entry) => entry.id)).toContain(id);
});
