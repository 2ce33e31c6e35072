import fs from "node:fs";
import path from "node:path";
import vm from "node:vm";
import { gzipSync } from "node:zlib";
import { buildSite } from "./build";
import { START_LIMIT } from "./open-browser";

let folder: string;
beforeAll(async () => { folder = (await buildSite()).addIn; }, START_LIMIT);
const read = (name: string) => fs.readFileSync(path.join(folder, name), "utf8");

/** What the library offers to functions.js, and nothing else: no window, no document, no timers. */
function runBare() {
  const functions = new Map<string, (...args: unknown[]) => unknown>();
  class CustomFunctionsError extends Error {
    constructor(readonly code: string, message: string) { super(message); }
  }
  const CustomFunctions = {
    associate: (id: string, body: (...args: unknown[]) => unknown) => functions.set(id, body),
    Error: CustomFunctionsError,
    ErrorCode: { invalidValue: "#VALUE!", notAvailable: "#N/A", divisionByZero: "#DIV/0!", invalidNumber: "#NUM!" },
  };
  vm.runInNewContext(read("functions.js"), { CustomFunctions });
  return functions;
}

test("functions.js asks of the world for nothing but CustomFunctions, and associates every function of functions.json", () => {
  const ids = JSON.parse(read("functions.json")).functions.map(({ id }: { id: string }) => id);
  expect([...runBare().keys()].sort()).toEqual([...ids].sort());
  expect(ids.length).toBeGreaterThan(0);
});

test("a function called there gives its number, and its error with a code", () => {
  const customerLtv = runBare().get("CUSTOMERLTV")!;
  expect(customerLtv(0.1, 0.85, 1200, null, null, null, null)).toBeCloseTo(4800, 9);
  expect(() => customerLtv(0.1, 1.5, 1200, null, null, null, null)).toThrow(expect.objectContaining({ code: "#NUM!" }));
});

test("the page takes scripts from itself and from Microsoft alone, and none of its own is inline", () => {
  const page = read("taskpane.html");
  expect(page).toContain("default-src 'none'; script-src 'self' https://appsforoffice.microsoft.com https://ajax.aspnetcdn.com;");
  const scripts = [...page.matchAll(/<script([^>]*)>(.*?)<\/script>/gs)];
  expect(scripts.map(([, attributes]) => /src="?([^" ]+)/.exec(attributes!)?.[1])).toEqual([
    "https://appsforoffice.microsoft.com/lib/1/hosted/office.js", "functions.js", "commands.js", "taskpane.js",
  ]);
  expect(scripts.map(([, , inline]) => inline)).toEqual(["", "", "", ""]);
});

test("the pane's own script for its first screen stays within 220 kB gzipped", () => {
  expect(gzipSync(read("taskpane.js"), { level: 9 }).length).toBeLessThanOrEqual(220_000);
});

test("nothing of Microsoft's library or of the preview is published", () => {
  const files = fs.readdirSync(folder, { recursive: true }).map(String);
  expect(files.filter((file) => /office\.js|excel-win32|univer|preview/i.test(file))).toEqual([]);
  expect(read("taskpane.js")).not.toMatch(/__previewHost|@univerjs/);
});
