import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import fs from "node:fs";
import path from "node:path";
import { promisify } from "node:util";
import type { Site } from "../../src/preview/server";
import { alone } from "./alone";

const TOOLS = ["webpack.config.js", "package-lock.json", "tsconfig.json"];
const BUILDS = {
  addIn: {
    folder: "dist", result: "taskpane.html", options: [],
    sources: [...TOOLS, "manifest.xml", "assets", "src/core", "src/functions", "src/workbook", "src/taskpane", "src/commands"],
  },
  page: {
    folder: path.join("node_modules", ".cache", "preview", "page"), result: "preview.html", options: ["--env", "page"],
    sources: [...TOOLS, "src/preview"],
  },
} as const;

/**
 * Builds what the browser tests look at: the add-in as it would be published, and the preview page around it.
 * Each is built only when its sources changed since the last time, and never by two test processes at once.
 */
export async function buildSite(): Promise<Site> {
  await alone("build", async () => {
    await buildIfChanged("addIn");
    await buildIfChanged("page");
  });
  return { addIn: path.resolve(BUILDS.addIn.folder), page: path.resolve(BUILDS.page.folder), project: path.resolve(".") };
}

async function buildIfChanged(name: keyof typeof BUILDS): Promise<void> {
  const { folder, result, options, sources } = BUILDS[name];
  const stamp = path.join("node_modules", ".cache", "e2e", `${name}.sources`), now = fingerprint(sources);
  const isCurrent = fs.existsSync(path.join(folder, result)) && fs.existsSync(stamp) && fs.readFileSync(stamp, "utf8") === now;
  if (isCurrent) return;
  const webpack = path.join("node_modules", "webpack", "bin", "webpack.js");
  const env = { ...process.env, NODE_ENV: "production" };
  await promisify(execFile)(process.execPath, [webpack, "--mode", "production", ...options], { env })
    .catch((error: { stdout?: string; message: string }) => {
      throw new Error(`The ${name} build failed.\n${error.stdout || error.message}`);
    });
  fs.writeFileSync(stamp, now);
}

function fingerprint(places: readonly string[]): string {
  const hash = createHash("sha256");
  for (const file of places.filter((place) => fs.existsSync(place)).flatMap(filesUnder)) hash.update(file).update(fs.readFileSync(file));
  return hash.digest("hex");
}

function filesUnder(place: string): string[] {
  if (fs.statSync(place).isFile()) return [place];
  const entries = fs.readdirSync(place, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map((file) => path.join(file.parentPath, file.name)).sort();
}
