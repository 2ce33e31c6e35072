import { simulateOrders } from "../core/history/simulated-orders";
import { orderTable } from "../workbook/modules/history-data";
import { accessibilityFaults, openPreview, START_LIMIT, type OpenPreview } from "./open-browser";

jest.setTimeout(180_000);

/** The reality check in a real browser: 100,000 orders of a simulation, read, counted and studied beside the pane. */
let preview: OpenPreview;
beforeAll(async () => { preview = await openPreview({ width: 1100, height: 900, forcedColors: "active" }); }, START_LIMIT);
afterAll(() => preview?.close());

const button = (name: string | RegExp) => preview.pane.getByRole("button", { name }).first();
const says = (text: string | RegExp) => preview.pane.getByText(text).first().waitFor({ timeout: 60_000 });
const focusGuards = ["[data-tabster-dummy]"];
/** Puts a list where a person would have it, and makes it a table. */
const putOrders = (rows: readonly (readonly unknown[])[]) => preview.pane.evaluate(async (all) => {
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem("Sheet1");
    for (let i = 0; i < all.length; i += 20_000) {
      const part = all.slice(i, i + 20_000);
      sheet.getRange(`A${i + 1}:D${i + part.length}`).values = part as any[][];
      await context.sync();
    }
    sheet.tables.add(`A1:D${all.length}`, true).name = "tblOrders";
    await context.sync();
  });
}, rows);

const table = orderTable(simulateOrders(12_100, 3));

test("without a table of orders the page says what to point at, and axe finds nothing", async () => {
  await button(/All steps/).click();
  await button(/What history says/).click();
  await says("No table of orders yet");
  expect(await accessibilityFaults(preview.pane, focusGuards)).toEqual([]);
});

test("100,000 orders are found as a table, read, recognised and counted before anything is made of them", async () => {
  expect(table.length).toBeGreaterThan(100_000);
  await putOrders(table);
  await button("Look for tables again").click();
  await says("Your orders are in");
  await button("Read the orders").click();
  await says("What the list comes to");
  const chosen = (name: string) => preview.pane.getByRole("combobox", { name })
    .evaluate((select: HTMLSelectElement) => select.selectedOptions[0]!.text);
  expect([await chosen("Customer"), await chosen("Date"), await chosen("Amount")]).toEqual(["Customer", "Date", "Amount"]);
  await says(/of 12,100 customers/);
  expect(await accessibilityFaults(preview.pane, focusGuards)).toEqual([]);
});

test("the study runs in a worker: another script, whose end is the end of the work", async () => {
  const started = preview.page.waitForEvent("worker", { timeout: 60_000 });
  await button("Show what history says").click();
  const worker = await started;
  expect(worker.url()).toMatch(/history-worker/);
  await says("How many stay, year by year");
  await preview.pane.getByText("did it itself").waitFor({ state: "detached" });
  expect(preview.page.workers()).toEqual([]);
});

test("what it finds stands beside the role, drawn and as tables, and axe finds nothing at 320 px in a contrast theme", async () => {
  await preview.page.evaluate(() => { document.querySelector<HTMLElement>("#pane-frame")!.style.width = "320px"; });
  await says(/You ask more than history shows in \d of 5 places/);
  await button(/Stay another year/).click();
  expect(await preview.pane.getByRole("img").count()).toBeGreaterThanOrEqual(3);
  expect(await accessibilityFaults(preview.pane, focusGuards)).toEqual([]);
  for (const tab of await preview.pane.getByRole("tab", { name: "Table" }).all()) await tab.click();
  expect(await preview.pane.getByRole("table").count()).toBe(3);
  expect(await preview.pane.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);
  await preview.page.emulateMedia({ forcedColors: "none" });
  expect(await accessibilityFaults(preview.pane, focusGuards)).toEqual([]);
});

test("reading can be cancelled, and the page offers to begin again", async () => {
  await button("Another list").click();
  await says("Your orders are in");
  await preview.page.evaluate(() => window.preview.faults.latency(1500));
  await button("Read the orders").click();
  await says("Reading the orders");
  await preview.pane.getByRole("progressbar", { name: "Reading the orders" }).waitFor();
  await button("Cancel").click();
  await preview.page.evaluate(() => window.preview.faults.latency(0));
  await says("Your orders are in");
  expect(await preview.pane.getByText("What the list comes to").count()).toBe(0);
});

test("nothing left this machine, and the console stayed silent", () => {
  expect(preview.outside).toEqual([]);
  expect(preview.complaints).toEqual([]);
});
