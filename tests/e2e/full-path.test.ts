import type { Frame } from "playwright-core";
import { accessibilityFaults, openPreview, START_LIMIT, type OpenPreview } from "./open-browser";

jest.setTimeout(300_000);

/** Every step of the full path as the list names it, by keyboard, in every look and at the narrowest widths. One browser. */
let preview: OpenPreview;
beforeAll(async () => { preview = await openPreview({ width: 1400, height: 900 }); }, START_LIMIT);
afterAll(() => preview?.close());

type Look = { name: string; width: number; dark?: true; forcedColors?: "active" };
const looks: readonly Look[] = [
  { name: "light, at 320 px", width: 320 },
  { name: "light, at 200 % zoom", width: 175 }, // 350 px, each of them two
  { name: "forced colours, at 320 px", width: 320, forcedColors: "active" },
  { name: "dark, at 320 px", width: 320, dark: true },
];

/** The pane in one look; a change of theme opens it anew, with the draft it had. */
async function paneIn({ width, dark, forcedColors }: Look): Promise<Frame> {
  const { page } = preview;
  await page.emulateMedia({ forcedColors: forcedColors ?? "none" });
  if (dark) await page.evaluate(() => window.preview.theme("dark"));
  const frame = await page.waitForSelector("#pane-frame");
  await frame.evaluate((element, wide) => {
    for (const each of [element, element.parentElement] as HTMLElement[]) each.style.cssText += `width: ${wide}px; min-width: ${wide}px`;
  }, width);
  const pane = (await frame.contentFrame())!;
  await pane.locator("h1").waitFor();
  return pane;
}

/** Presses Tab until the focus is on an element of this selector; a step that traps the focus never gets there. */
async function tabTo(pane: Frame, selector: string): Promise<void> {
  for (let presses = 0; presses < 200; presses++) {
    if (await pane.evaluate((wanted) => document.activeElement?.matches(wanted) ?? false, selector)) return;
    await preview.page.keyboard.press("Tab");
  }
  throw new Error(`200 presses of Tab do not reach ${selector}.`);
}

async function openList(pane: Frame): Promise<string[]> {
  await pane.locator(".step-bar button[aria-haspopup]").focus();
  await preview.page.keyboard.press("Enter");
  await pane.getByRole("menuitem", { name: "All steps" }).waitFor();
  await preview.page.keyboard.press("Enter");
  await pane.locator(".step-row").first().waitFor();
  return pane.locator(".step-row .link-text").allTextContents();
}

/** What is wrong on one step: what axe finds, and whether anything is wider than the pane. */
async function faultsOn(pane: Frame, place: number, title: string): Promise<string[]> {
  await tabTo(pane, `.step-row:nth-of-type(1)`);
  await pane.locator(".step-row").nth(place).focus();
  await preview.page.keyboard.press("Enter");
  await pane.locator("h1", { hasText: title }).waitFor();
  await pane.locator("main > *").first().waitFor();
  await pane.waitForFunction(() => document.activeElement?.tagName === "H1" && !document.querySelector(".waiting"));
  await tabTo(pane, ".foot button:last-child");
  const wide = await pane.evaluate(() => document.documentElement.scrollWidth > innerWidth || document.querySelector(".body")!.scrollWidth > innerWidth);
  return [...await accessibilityFaults(pane, ["[data-tabster-dummy]"]), ...(wide ? ["something is wider than the pane"] : [])];
}

test.each(looks)("every step is reached and left by keyboard, axe finds nothing, and nothing is cut off: $name", async (look) => {
  const pane = await paneIn(look);
  const found: Record<string, string[]> = {};
  const titles = await openList(pane);
  for (const [place, title] of titles.entries()) {
    if (place > 0) await openList(pane);
    found[title] = await faultsOn(pane, place, title);
  }
  expect(titles.length).toBeGreaterThanOrEqual(8);
  expect(found).toEqual(Object.fromEntries(titles.map((title) => [title, []])));
});

test("nothing left this machine, and the console stayed silent", () => {
  expect(preview.outside).toEqual([]);
  expect(preview.complaints).toEqual([]);
});
