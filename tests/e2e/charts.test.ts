import { openPreview, START_LIMIT, type OpenPreview } from "./open-browser";

jest.setTimeout(60_000);

let preview: OpenPreview;
beforeAll(async () => {
  preview = await openPreview();
  await preview.pane.evaluate(() => Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getActiveWorksheet();
    sheet.getRange("A1:B4").values = [["Step", "Value"], ["As asked", 57320], ["Lost", 51362], ["As is", 5958]];
    const chart = sheet.charts.add("ColumnClustered" as Excel.ChartType, sheet.getRange("A1:B4"), "Columns" as Excel.ChartSeriesBy);
    Object.assign(chart, { name: "From the customer we asked for to the one we have", left: 200, top: 100, width: 300, height: 200 });
    chart.title.visible = false;
    await context.sync();
  }));
}, START_LIMIT);
afterAll(() => preview?.close());

const chart = () => preview.page.locator("#charts canvas");
const place = async () => (await chart().boundingBox())!;
/** A fingerprint of what is drawn. */
const ink = () => chart().evaluate((canvas) => {
  const picture = (canvas as HTMLCanvasElement).toDataURL();
  return picture.length + picture.slice(-400);
});

test("a chart of the add-in is drawn at its place, in its size, and named for those who cannot see it", async () => {
  await chart().waitFor({ timeout: 5000 });
  const box = await place();
  const cells = (await preview.page.locator("#grid canvas[id^='univer-sheet-main']").boundingBox())!;
  expect([box.width, box.height].map(Math.round)).toEqual([400, 267]); // 300 x 200 points
  expect(box.x - cells.x).toBeGreaterThan(266); // 200 points right of the first column, after the row headings
  expect(await chart().getAttribute("aria-label")).toBe("From the customer we asked for to the one we have");
  expect(await chart().getAttribute("role")).toBe("img");
});

test("it moves with the cells, and gives way to the headings", async () => {
  const before = await place();
  await preview.page.mouse.move(300, 600);
  await preview.page.mouse.wheel(0, 120);
  await preview.page.waitForFunction((y) => document.querySelector("#charts canvas")!.getBoundingClientRect().y < y - 20, before.y);
  const layer = await preview.page.locator("#charts").boundingBox();
  const grid = await preview.page.locator("#grid canvas[id^='univer-sheet-main']").boundingBox();
  expect(layer!.y).toBeGreaterThan(grid!.y); // the layer that clips it begins below the column headings
  await preview.page.mouse.wheel(0, -120);
});

test("it is drawn anew when a number under it changes", async () => {
  const before = await ink();
  await preview.page.evaluate(() => window.preview.enter("B4", "60000"));
  await preview.page.waitForFunction((old) => {
    const url = document.querySelector<HTMLCanvasElement>("#charts canvas")!.toDataURL();
    return url.length + url.slice(-400) !== old;
  }, before, { timeout: 5000 });
});

test("it belongs to its sheet", async () => {
  await preview.pane.evaluate(() => Excel.run(async (context) => {
    context.workbook.worksheets.add("Other").activate();
    await context.sync();
  }));
  await chart().waitFor({ state: "detached", timeout: 5000 });
  await preview.page.evaluate(() => window.preview.select("Sheet1!A1"));
  await chart().waitFor({ timeout: 5000 });
});

test("whoever downloads is told that the file has no charts", async () => {
  const waiting = preview.page.waitForEvent("download");
  await preview.page.click("#download");
  await waiting;
  await preview.page.locator("#toast", { hasText: "but the charts" }).waitFor({ timeout: 5000 });
});

test("what the add-in wrote leaves nothing to undo", async () => {
  await preview.page.evaluate(() => window.preview.enter("D1", "typed"));
  expect(await preview.page.locator("#undo").isEnabled()).toBe(true);
  await preview.pane.evaluate(() => Excel.run(async (context) => {
    context.workbook.worksheets.getActiveWorksheet().getRange("D2").values = [["written"]];
    await context.sync();
  }));
  await preview.page.waitForFunction(() => document.querySelector<HTMLButtonElement>("#undo")!.disabled, null, { timeout: 5000 });
});
