import fs from "node:fs";
import { JSDOM } from "jsdom";
import { readManifest } from "../../src/preview/manifest";

const xml = fs.readFileSync("manifest.xml", "utf8");
const read = (text: string, base = "http://localhost:3201/") =>
  readManifest(new JSDOM(text, { contentType: "text/xml" }).window.document, base);

test("the addresses of the manifest become those of the server that is asked", () => {
  expect(read(xml)).toMatchObject({
    name: "Customer Role",
    taskPane: "http://localhost:3201/taskpane.html",
    functions: { script: "http://localhost:3201/functions.js", metadata: "http://localhost:3201/functions.json", namespace: "ROLE" },
  });
});

test("a manifest built for a folder of a site is served from the root all the same", () => {
  const published = xml.replaceAll("https://localhost:3000/", "https://example.org/role/");
  expect(read(published).taskPane).toBe("http://localhost:3201/taskpane.html");
  expect(read(published).ribbon[0]?.buttons[0]?.icons.get(32)).toBe("http://localhost:3201/assets/icon-32.png");
});

test("the ribbon holds the three buttons in order, each with its action, tip and four icons", () => {
  const [group] = read(xml).ribbon;
  expect(group?.label).toBe("Customer Role");
  expect(group?.buttons.map(({ label, action }) => [label, action])).toEqual([
    ["Customer Role", { kind: "show-task-pane" }],
    ["Check workbook", { kind: "run-function", name: "checkWorkbook" }],
    ["Share", { kind: "run-function", name: "share" }],
  ]);
  for (const button of group?.buttons ?? []) {
    expect([...button.icons.keys()]).toEqual([16, 32, 64, 80]);
    expect(button.tip.title).not.toBe("");
  }
});

test("a resource that is used but not defined is named", () => {
  expect(() => read(xml.replace(' id="Check.Label"', ' id="Check.Labels"'))).toThrow('"Check.Label"');
});

test("a missing element is named with its place", () => {
  expect(() => read(xml.replace(/<Supertip>[\s\S]*?<\/Supertip>/, ""))).toThrow("<Supertip><Title>");
});
