import fs from "node:fs";
import path from "node:path";
import { sample } from "../../src/core/templates";
import { modules } from "../../src/workbook/modules";
import { history } from "../../src/workbook/modules/history";
import { filledByExample } from "../../src/workbook/modules/module";
import { planWith } from "../../src/workbook/modules/plan";
import { sheetText } from "./sheet-text";

const folder = path.join(__dirname, "__sheets__");

/** Order History calls functions over somebody's list of orders and has no example: its text shows them with nothing studied yet. */
const overOrders = { module: history, data: {
  ...history.blank(sample.agreement), source: { sheet: "Orders", address: "A1:D900", firstRow: 2, columns: { customer: 1, date: 2, amount: 3 } },
} };
const sheets = [
  ...planWith(sample.agreement, filledByExample(modules, sample.agreement)).sheets,
  ...planWith(sample.agreement, [overOrders]).sheets.filter(({ id }) => id === "history"),
];

/** Every sheet of the worked example, the added ones too, to be read in diffs. After a change on purpose: UPDATE_SHEETS=1 npx jest sheets.test */
test.each(sheets.map((sheet) => [sheet.name, sheet] as const))("%s reads as reviewed", (_, sheet) => {
  const file = path.join(folder, `${sheet.id}.txt`);
  if (process.env.UPDATE_SHEETS === "1") fs.writeFileSync(file, sheetText(sheet));
  expect(sheetText(sheet)).toBe(fs.readFileSync(file, "utf8"));
});

test("no text of a sheet that is gone is left behind", () => {
  expect(fs.readdirSync(folder).sort()).toEqual(sheets.map(({ id }) => `${id}.txt`).sort());
});
