import fs from "node:fs";
import http from "node:http";
import type { AddressInfo } from "node:net";
import os from "node:os";
import path from "node:path";
import { serve, withLocalOffice, type Site } from "../../src/preview/server";

let site: Site;
const open: { close(): Promise<void> }[] = [];
const started = async (port?: number) => {
  const server = await serve(site, port);
  open.push(server);
  return server.url;
};

beforeAll(() => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "preview-server-"));
  site = { addIn: path.join(folder, "add-in"), page: path.join(folder, "page"), project: "." };
  for (const place of [site.addIn, site.page]) fs.mkdirSync(place);
  const library = "https://appsforoffice.microsoft.com/lib/1/hosted/office.js";
  fs.writeFileSync(path.join(site.addIn, "taskpane.html"), `<script src="${library}"></script>`);
  fs.writeFileSync(path.join(site.addIn, "functions.json"), "{}");
  fs.writeFileSync(path.join(site.page, "preview.html"), "<h1>Preview</h1>");
  fs.writeFileSync(path.join(folder, "secret.txt"), "not to be served");
});
afterEach(() => Promise.all(open.splice(0).map((server) => server.close())));
afterAll(() => fs.rmSync(path.dirname(site.addIn), { recursive: true }));

test("Microsoft's library comes from this machine, with our side of its bridge before it, quoted or minified", () => {
  const here = '<script src="/preview/native-shim.js"></script><script src="/office/office.js"></script>';
  expect(withLocalOffice('a<script src="https://appsforoffice.microsoft.com/lib/1/hosted/office.js"></script>b')).toBe(`a${here}b`);
  expect(withLocalOffice("a<script src=https://appsforoffice.microsoft.com/lib/1/hosted/office.js></script>b")).toBe(`a${here}b`);
  expect(withLocalOffice("<p>a page without it</p>")).toBe("<p>a page without it</p>");
});

test("the preview stands at the root, the add-in beside it, the library under /office/, each with its kind", async () => {
  const url = await started(0);
  const read = async (address: string) => {
    const response = await fetch(url + address);
    return [response.status, response.headers.get("content-type"), await response.text()];
  };
  expect(await read("")).toEqual([200, "text/html", "<h1>Preview</h1>"]);
  expect(await read("functions.json")).toEqual([200, "application/json", "{}"]);
  expect(await read("taskpane.html")).toEqual([200, "text/html", expect.stringContaining("/office/office.js")]);
  const library = await read("office/office.js");
  expect(library[2]).toBe(fs.readFileSync("node_modules/@microsoft/office-js/dist/office.js", "utf8"));
});

test("nothing outside the served folders is given out", async () => {
  const url = new URL(await started(0));
  const status = (rawPath: string) => new Promise((resolve) => {
    http.get({ port: url.port, path: rawPath }, (response) => resolve(response.statusCode));
  });
  const paths = ["/../secret.txt", "/%2e%2e/secret.txt", "/preview/..%2f..%2fsecret.txt", "/missing.js"];
  expect(await Promise.all(paths.map(status))).toEqual([404, 404, 404, 404]);
});

test("a taken port is an error when it was asked for", async () => {
  const other = http.createServer().listen(0, "127.0.0.1");
  await new Promise((listening) => other.once("listening", listening));
  await expect(serve(site, (other.address() as AddressInfo).port)).rejects.toMatchObject({ code: "EADDRINUSE" });
  other.close();
});

test("two previews started without a port stand side by side", async () => {
  expect(await started()).not.toBe(await started());
});
