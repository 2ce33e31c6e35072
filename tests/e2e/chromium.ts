import { execFile } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { promisify } from "node:util";
import { chromium, type Browser } from "playwright-core";
import { alone } from "./alone";

const PLACES = [
  "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome", "/usr/bin/google-chrome-stable", "/usr/bin/microsoft-edge",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome", "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe", "C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe",
];
const QUIET = [
  "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run",
];

/**
 * Starts a headless browser: the one that CHROMIUM names, else one that this machine has, else the one inside the npm package
 * @sparticuz/chromium (Linux), so that the tests need nothing but `npm ci`.
 */
export async function startBrowser(): Promise<Browser> {
  const installed = [process.env.CHROMIUM ?? "", ...PLACES].find((place) => fs.existsSync(place));
  if (installed) return chromium.launch({ executablePath: installed, args: QUIET });
  const { executablePath, env } = await unpack(path.resolve("node_modules", ".cache", "chromium"));
  return chromium.launch({ executablePath, env, args: QUIET });
}

/**
 * The package unpacks its browser, and the libraries that the machine may lack, into the temporary folder. Here it gets a folder
 * of its own, once: in a process of its own, because where the temporary folder is cannot be changed from inside Jest.
 */
async function unpack(folder: string) {
  const fonts = path.join(folder, "fonts"), finished = path.join(folder, "finished");
  await alone("chromium", async () => {
    if (fs.existsSync(finished)) return;
    fs.rmSync(folder, { recursive: true, force: true });
    fs.mkdirSync(folder, { recursive: true });
    const env = { ...process.env, TMPDIR: folder, AWS_LAMBDA_JS_RUNTIME: "nodejs22.x" }; // the package's sign to bring its libraries
    await promisify(execFile)(process.execPath, ["--input-type=module", "--eval", UNPACK], { env });
    fs.writeFileSync(path.join(fonts, "fonts.conf"), fontList(fonts, folder));
    fs.writeFileSync(finished, "");
  });
  const libraries = [path.join(folder, "al2023", "lib"), process.env.LD_LIBRARY_PATH].filter(Boolean).join(":");
  return { executablePath: path.join(folder, "chromium"), env: { ...process.env, LD_LIBRARY_PATH: libraries, FONTCONFIG_PATH: fonts } };
}

const UNPACK = 'await (await import("@sparticuz/chromium")).default.executablePath()';

/** Its own list names folders of the machine that the package was made for. */
const fontList = (fonts: string, cache: string) => `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${fonts}</dir><dir>/usr/share/fonts</dir><dir>/usr/local/share/fonts</dir>
  <cachedir>${cache}/fonts-cache</cachedir>
</fontconfig>
`;
