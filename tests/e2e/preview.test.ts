import ExcelJS from "exceljs";
import { accessibilityFaults, openPreview, START_LIMIT, type OpenPreview } from "./open-browser";

jest.setTimeout(60_000);

let preview: OpenPreview;
beforeAll(async () => { preview = await openPreview(); }, START_LIMIT);
afterAll(() => preview?.close());

/** A person's way: click the cell, type, press Enter. */
async function type(address: string, text: string) {
  await preview.page.evaluate((cell) => window.preview.select(cell), address);
  await preview.page.keyboard.type(text, { delay: 5 });
  await preview.page.keyboard.press("Enter");
}
const value = (address: string) => preview.page.evaluate((cell) => window.preview.value(cell), address);
/** The grid takes a typed entry a moment after Enter; a value that never comes fails with what stands there instead. */
async function expectValue(address: string, expected: unknown) {
  const isThere = async ([cell, wanted]: unknown[]) => (await window.preview.value(cell as string)) === wanted;
  const comes = preview.page.waitForFunction(isThere, [address, expected], { timeout: 5000 });
  await comes.catch(async () => expect(await value(address)).toBe(expected));
}

test("the page says once that it is a preview, and never again after that", async () => {
  const { page } = preview;
  await expect(page.locator("#notice").innerText()).resolves.toContain("This is a preview");
  await page.click("#notice-close");
  expect(await page.locator("#notice").isVisible()).toBe(false);
});

test("the pane is Microsoft's own client library, and it believes to be in Excel", async () => {
  const info = await preview.pane.evaluate(() => Office.onReady());
  expect(info).toMatchObject({ host: "Excel", platform: "PC" });
});

test("the ribbon shows the manifest's three buttons with their icons", async () => {
  const buttons = preview.page.locator("#add-in-groups button");
  expect(await buttons.allInnerTexts()).toEqual(["Customer Role", "Check workbook", "Share"]);
  const icons = preview.page.locator("#add-in-groups img");
  const widths = await icons.evaluateAll((images) => images.map((image) => (image as HTMLImageElement).naturalWidth));
  expect(widths).toEqual([32, 32, 32]);
});

test("a formula typed on the keyboard is worked out by the add-in's own function", async () => {
  await type("A1", "=ROLE.CUSTOMERLTV(10%,85%,1200)"); // 1200 / (1.10 - 0.85)
  await expectValue("A1", 4800);
  expect(await preview.page.evaluate(() => window.preview.formula("A1"))).toBe("=ROLE.CUSTOMERLTV(10%,85%,1200)");
});

test("undo takes back what was typed, by keyboard and by button, and redo brings it again", async () => {
  const { page } = preview;
  await type("B1", "first");
  await expectValue("B1", "first");
  await type("B1", "second");
  await expectValue("B1", "second");
  await page.evaluate(() => window.preview.select("B1"));
  await page.keyboard.press("Control+z");
  await expectValue("B1", "first");
  await page.click("#undo");
  await expectValue("B1", "");
  await page.click("#redo");
  await expectValue("B1", "first");
});

test("the sentence of a function's error is shown, for the selected cell and for the one under the pointer", async () => {
  const { page } = preview;
  await type("C1", '=ROLE.CUSTOMERLTV(10%,"often",1200)');
  await expectValue("C1", "#VALUE!");
  await page.waitForFunction(() => window.preview.selection() === "Sheet1!C2"); // Enter moves on, a moment after it wrote
  await page.evaluate(() => window.preview.select("C1"));
  const sentence = await page.evaluate(() => window.preview.message("C1"));
  expect(sentence).toMatch(/retention/i);
  const card = page.locator("#message", { hasText: sentence! });
  await card.waitFor({ state: "visible", timeout: 5000 });
  await page.evaluate(() => window.preview.select("A1"));
  await card.waitFor({ state: "hidden", timeout: 5000 });
  const grid = (await page.locator("#grid canvas[id^='univer-sheet-main']").boundingBox())!;
  await page.mouse.move(grid.x + 46 + 2.5 * 64, grid.y + 20 + 10); // row headings, then half of column C; half of row 1
  await card.waitFor({ state: "visible", timeout: 5000 });
});

test("an entry that a validation forbids is refused, and an allowed one is taken", async () => {
  await preview.pane.evaluate(() => Excel.run(async (context) => {
    const cell = context.workbook.worksheets.getActiveWorksheet().getRange("D1");
    cell.values = [[0.5]];
    cell.dataValidation.rule = { decimal: { formula1: 0, formula2: 1, operator: Excel.DataValidationOperator.between } };
    const style = Excel.DataValidationAlertStyle.stop;
    cell.dataValidation.errorAlert = { showAlert: true, style, title: "Share", message: "From 0 to 1" };
    await context.sync();
  }));
  await type("D1", "7");
  await expect(preview.page.getByRole("dialog").innerText()).resolves.toContain("From 0 to 1");
  await preview.page.getByRole("button", { name: "OK" }).click();
  await preview.page.getByRole("dialog").waitFor({ state: "hidden" });
  await expectValue("D1", 0.5);
  await type("D1", "0.7");
  await expectValue("D1", 0.7);
});

test("the cross hides the pane without unloading it, and the ribbon shows it again", async () => {
  const { page, pane } = preview;
  await pane.evaluate(() => { (window as any).stillHere = true; });
  await page.click("#pane-close");
  expect(await page.locator("#pane").isVisible()).toBe(false);
  await page.click("#add-in-groups button >> nth=0");
  expect(await page.locator("#pane").isVisible()).toBe(true);
  expect(await pane.evaluate(() => (window as any).stillHere)).toBe(true);
});

test("a ribbon command runs in the add-in, opens the pane and ends", async () => {
  const { page, pane } = preview;
  await pane.evaluate(() => window.addEventListener("customer-role:open", (event) => {
    (window as any).wish = (event as CustomEvent).detail;
  }));
  await page.click("#pane-close");
  await page.evaluate(() => window.preview.command("Check workbook"));
  expect(await page.locator("#pane").isVisible()).toBe(true);
  expect(await pane.evaluate(() => (window as any).wish)).toBe("problems");
});

test("the download is an .xlsx file that holds the formula, its file spelling and its result", async () => {
  const { page } = preview;
  const waiting = page.waitForEvent("download");
  await page.click("#download");
  const download = await waiting;
  expect(download.suggestedFilename()).toBe("customer-role-preview.xlsx");
  const file = await new ExcelJS.Workbook().xlsx.readFile((await download.path())!);
  expect(file.worksheets.map((sheet) => sheet.name)).toEqual(["Sheet1"]);
  const cell = file.worksheets[0]!.getCell("A1");
  expect(cell.formula).toBe("_xldudf_ROLE_CUSTOMERLTV(10%,85%,1200)");
  expect(cell.result).toBeCloseTo(4800, 6);
});

test("axe finds nothing on the page's own parts, in each theme", async () => {
  for (const theme of ["dark", "contrast", "light"] as const) {
    await preview.page.evaluate((kind) => window.preview.theme(kind), theme);
    expect(await accessibilityFaults(preview.page, ["#grid", "#pane-frame"])).toEqual([]);
  }
});

test("nothing was asked of another machine, and the console stayed silent", () => {
  expect(preview.outside).toEqual([]);
  expect(preview.complaints).toEqual([]);
});
