import fs from "node:fs";
import path from "node:path";
import { sample } from "../../src/core/templates";
import { modules } from "../../src/workbook/modules";
import { filledByExample } from "../../src/workbook/modules/module";
import { planWith } from "../../src/workbook/modules/plan";
import { sheetText } from "./sheet-text";

const folder = path.join(__dirname, "__sheets__");
const { sheets } = planWith(sample.agreement, filledByExample(modules, sample.agreement));

/** Every sheet of the worked example, the added ones too, to be read in diffs. After a change on purpose: UPDATE_SHEETS=1 npx jest sheets.test */
test.each(sheets.map((sheet) => [sheet.name, sheet] as const))("%s reads as reviewed", (_, sheet) => {
  const file = path.join(folder, `${sheet.id}.txt`);
  if (process.env.UPDATE_SHEETS === "1") fs.writeFileSync(file, sheetText(sheet));
  expect(sheetText(sheet)).toBe(fs.readFileSync(file, "utf8"));
});

test("no text of a sheet that is gone is left behind", () => {
  expect(fs.readdirSync(folder).sort()).toEqual(sheets.map(({ id }) => `${id}.txt`).sort());
});
