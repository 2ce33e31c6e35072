import fs from "node:fs";
import type { Browser, Frame, Page } from "playwright-core";
import { serve } from "../../src/preview/server";
import { buildSite } from "./build";
import { startBrowser } from "./chromium";

/** Building the site once and starting a browser cold take longer than Jest's five seconds. */
export const START_LIMIT = 240_000;

export interface OpenPreview {
  browser: Browser;
  page: Page;
  /** The add-in's own page, in its frame. */
  pane: Frame;
  url: string;
  /** Addresses outside this machine that anything asked for; every such request was refused. */
  outside: string[];
  /** Errors and warnings of the console, and uncaught exceptions. */
  complaints: string[];
  close(): Promise<void>;
}

/**
 * Opens the preview as `npm start` does, but with the built add-in of dist/, in a real browser, and waits until both the
 * workbook and the pane are ready. Each call has its own server, browser and workbook.
 *
 * @example const { page, pane, close } = await openPreview(); // in beforeAll, with START_LIMIT
 */
export async function openPreview({ width = 1400, height = 860, forcedColors }: {
  width?: number; height?: number; forcedColors?: "active";
} = {}): Promise<OpenPreview> {
  const folders = await buildSite(), browser = await startBrowser(), site = await serve(folders, 0);
  const page = await browser.newPage({ viewport: { width, height }, acceptDownloads: true, ...(forcedColors && { forcedColors }) });
  const outside: string[] = [], complaints: string[] = [];
  page.on("console", (message) => {
    if (["error", "warning"].includes(message.type())) complaints.push(`${message.type()}: ${message.text()}`);
  });
  page.on("pageerror", (error) => complaints.push(`uncaught: ${error.stack ?? error.message}`));
  await page.route("**/*", (route) => {
    const address = route.request().url();
    if (/^(https?:\/\/(127\.0\.0\.1|localhost)[:/]|data:|blob:|about:)/.test(address)) return route.continue();
    outside.push(address);
    return route.abort();
  });
  await page.goto(site.url);
  await page.evaluate(() => window.preview.ready);
  const frame = await (await page.waitForSelector("#pane-frame")).contentFrame();
  const close = async () => {
    await browser.close();
    await site.close();
  };
  return { browser, page, pane: frame!, url: site.url, outside, complaints, close };
}

/** What axe finds in a page or frame, as readable lines; `exclude` names parts that are not looked at. */
export async function accessibilityFaults(within: Page | Frame, exclude: readonly string[] = []): Promise<string[]> {
  await within.evaluate(fs.readFileSync(require.resolve("axe-core"), "utf8"));
  return within.evaluate(async (parts) => {
    const { violations } = await (window as any).axe.run({ exclude: parts.map((part) => [part]) });
    return violations.flatMap((fault: any) => fault.nodes.map((node: any) => `${fault.id}: ${fault.help} (${node.target.join(" ")})`));
  }, [...exclude]);
}
