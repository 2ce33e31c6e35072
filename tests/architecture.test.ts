import { execFileSync, spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

const root = process.cwd();

/** Rules of tests/walls.cjs broken below `house`/src, as "rule: from -> to". */
function violations(house: string): string[] {
  const cruiser = path.join(root, "node_modules/dependency-cruiser/bin/dependency-cruise.mjs");
  const args = [cruiser, "--config", path.join(root, "tests/walls.cjs"), "--output-type", "json", "src"];
  const { stdout } = spawnSync(process.execPath, args, { cwd: house, encoding: "utf8", maxBuffer: 1e9 });
  const { summary } = JSON.parse(stdout) as { summary: { violations: { rule: { name: string }; from: string; to: string }[]; totalCruised: number } };
  if (summary.totalCruised === 0) throw new Error("nothing was cruised");
  return summary.violations.map((v) => `${v.rule.name}: ${v.from} -> ${v.to}`);
}

test("the walls hold", () => {
  expect(violations(root)).toEqual([]);
}, 60_000);

/** A small house in which each file breaks the wall named beside it. */
const brokenWalls: readonly [wall: string, file: string, text: string][] = [
  ["core-looks-only-down", "core/up.ts", 'import "../workbook/index";'],
  ["functions-looks-only-down", "functions/aside.ts", 'import "../workbook/index";'],
  ["workbook-looks-only-down", "workbook/up.ts", 'import "../taskpane/state";'],
  ["preview-looks-only-down", "preview/in.ts", 'import "../core/one";'],
  ["workbook-has-one-door", "taskpane/state.ts", 'import "../workbook/plan";'],
  ["steps-do-not-know-each-other", "taskpane/steps/One.ts", 'import "./Two";'],
  ["no-circular", "core/one.ts", 'import "./other";'],
];
const rest: Record<string, string> = {
  "workbook/index.ts": "export {};", "workbook/plan.ts": "export {};", "taskpane/steps/Two.ts": "export {};", "core/other.ts": 'import "./one";',
};

describe("a broken wall goes red", () => {
  let house: string;
  const build = (files: Record<string, string>) => {
    for (const [file, text] of Object.entries(files)) {
      mkdirSync(path.join(house, "src", path.dirname(file)), { recursive: true });
      writeFileSync(path.join(house, "src", file), text);
    }
  };
  beforeEach(() => { house = mkdtempSync(path.join(tmpdir(), "house-")); });
  afterEach(() => rmSync(house, { recursive: true }));

  test("each of them", () => {
    build({ ...rest, ...Object.fromEntries(brokenWalls.map(([, file, text]) => [file, text])) });
    const found = violations(house);
    for (const [wall, file] of brokenWalls) expect(found.filter((each) => each.startsWith(`${wall}: src/${file}`))).toHaveLength(1);
  });

  test.each([
    ["the document", "export const a = document.title;"],
    ["Office", "export const a = Excel.run;"],
    ["Node", 'export const a = process.env["HOME"];'],
  ])("core does not compile when it touches %s", (_, text) => {
    build({ "core/a.ts": text });
    const settings = { extends: path.join(root, "src/core/tsconfig.json"), compilerOptions: { rootDir: house }, include: ["src/core"] };
    writeFileSync(path.join(house, "tsconfig.json"), JSON.stringify(settings));
    expect(() => execFileSync(process.execPath, [path.join(root, "node_modules/typescript/bin/tsc"), "-p", house], { stdio: "pipe" })).toThrow();
  });
});

test("core compiles alone, without DOM, Office or Node", () => {
  execFileSync(process.execPath, ["node_modules/typescript/bin/tsc", "-p", "src/core"], { stdio: "pipe" });
}, 60_000);
