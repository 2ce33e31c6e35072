import ExcelJS from "exceljs";
import { accessibilityFaults, openPreview, START_LIMIT, type OpenPreview } from "./open-browser";

jest.setTimeout(120_000);

/** A person's way from nothing to a built workbook, in a real browser, through Microsoft's own client library. */
let preview: OpenPreview;
beforeAll(async () => { preview = await openPreview({ width: 1400, height: 900 }); }, START_LIMIT);
afterAll(() => preview?.close());

const button = (name: string | RegExp) => preview.pane.getByRole("button", { name }).first();
const cardShows = (value: string) => preview.pane.locator(".card", { hasText: value }).waitFor({ timeout: 15_000 });
/** Waits until the pane has asked nothing of the workbook for a second: its draft is then saved. */
const quiet = () => preview.page.evaluate(async () => {
  for (let before = -1; before !== window.preview.roundTrips;) {
    before = window.preview.roundTrips;
    await new Promise((resolve) => setTimeout(resolve, 1000));
  }
});
const number = (address: string) => preview.page.evaluate((cell) => window.preview.value(cell), address);
const typed = async (address: string, text: string) => {
  await preview.page.evaluate((cell) => window.preview.select(cell), address);
  await preview.page.keyboard.type(text, { delay: 5 });
  await preview.page.keyboard.press("Enter");
};
const becomes = (address: string, expected: unknown) => preview.page.waitForFunction(
  async ([cell, wanted]) => (await window.preview.value(cell as string)) === wanted, [address, expected] as const, { timeout: 15_000 });

test("a fault in the middle of a build leaves nothing behind, says so, and the build can be tried again", async () => {
  await button("Start").click();
  for (let step = 1; step <= 5; step++) {
    await button(/^Next/).click();
    if (step === 1) await cardShows("52,111");
  }
  await cardShows("57,320");
  await quiet();
  await preview.page.evaluate(() => window.preview.faults.failRequest(2)); // the first looks, the second writes
  await button(/^Build/).click();
  await button(/^Try again/).waitFor({ timeout: 30_000 });
  await quiet();
  expect(await preview.page.evaluate(() => window.preview.sheets())).toEqual(["Sheet1"]);
});

test("six steps build twelve sheets whose cells hold the worked example, calculated by the grid", async () => {
  await button(/^(Build|Try again)/).click();
  await preview.pane.getByText("Your workbook is built").waitFor({ timeout: 60_000 });
  expect(await preview.page.evaluate(() => window.preview.sheets())).toEqual([
    "Sheet1", "About", "Summary", "Inputs", "Role Definition", "Commitments", "Stakes", "Reciprocity", "Value", "Charter",
    "Checks", "Versions", "Lists",
  ]);
  expect(await number("Summary!A6")).toBeCloseTo(57319.7804, 4); // model 4: net LTV as asked, as is, reciprocity, Deserve, break-even
  expect(await number("Summary!B6")).toBeCloseTo(5958.2343, 4);
  expect(await number("Summary!E6")).toBeCloseTo(0.865121, 6);
  expect(await number("Summary!F6")).toBeCloseTo(0.853089, 6);
  expect(await number("Summary!G6")).toBeCloseTo(0.894027, 6);
});

test("a cell changed on the sheet moves the number in the panel, and undo brings it back", async () => {
  const rate = await preview.page.evaluate(async () => {
    for (let row = 5; row < 60; row++) if ((await window.preview.value(`Inputs!B${row}`)) === "Discount rate") return `Inputs!E${row}`;
    throw new Error("Inputs has no line Discount rate.");
  });
  await typed(rate, "0.12");
  await becomes(rate, 0.12);
  await cardShows("53,673"); // model, tornado of the role customer: discount rate +2 points
  await preview.page.evaluate(() => window.preview.undo());
  await becomes(rate, 0.1);
  await cardShows("57,320");
});

test("functions calculate beside the model: a range, a spill and an error", async () => {
  await typed("Sheet1!A1", "=ROLE.RECIPROCITY({20;15},{9,0;0,9},{1,0})"); // 20 of 35 earned
  await preview.page.waitForFunction(async () => Math.abs(Number(await window.preview.value("Sheet1!A1")) - 20 / 35) < 1e-12, null, { timeout: 15_000 });
  await typed("Sheet1!C1", "=ROLE.LTVSCHEDULE(10%,85%,1200,5,3%,500)"); // model 1.1: last cumulative 3,138.02
  await becomes("Sheet1!C1", "Period");
  expect(await number("Sheet1!I7")).toBeCloseTo(3138.020131, 6);
  await typed("Sheet1!A2", "=ROLE.CUSTOMERLTV(10%,101%,1200)");
  await becomes("Sheet1!A2", "#NUM!");
});

test("the download opens as a workbook with the same sheets and native formulas only", async () => {
  await preview.page.evaluate(async () => { for (const cell of ["A1", "A2", "C1"]) await window.preview.enter(`Sheet1!${cell}`, ""); });
  const bytes = await preview.page.evaluate(async () => [...new Uint8Array(await (await window.preview.download()).arrayBuffer())]);
  const file = new ExcelJS.Workbook();
  await file.xlsx.load(Uint8Array.from(bytes).buffer as never);
  expect(file.worksheets.map(({ name }) => name)).toContain("Role Definition");
  const formulas: string[] = [];
  file.eachSheet((sheet) => sheet.eachRow((row) => row.eachCell((cell) => { if (cell.formula) formulas.push(cell.formula); })));
  expect(formulas.length).toBeGreaterThan(1000);
  expect(formulas.filter((formula) => /ROLE|_xl/.test(formula))).toEqual([]);
});

test("axe finds nothing in the pane; nothing left this machine, and the console stayed silent", async () => {
  expect(await accessibilityFaults(preview.pane, ["[data-tabster-dummy]"])).toEqual([]); // the focus guards of the component library
  expect(preview.outside).toEqual([]);
  expect(preview.complaints).toEqual([]);
});
