import fs from "node:fs";
import path from "node:path";
import { chromium, type Browser } from "playwright-core";
import { alone } from "./alone";

const PLACES = [
  "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome", "/usr/bin/google-chrome-stable", "/usr/bin/microsoft-edge",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome", "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe", "C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe",
];
const QUIET = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run"];

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

/** The package unpacks its browser into the temporary folder; here it gets a folder of its own, once, by one process at a time. */
async function unpack(folder: string) {
  const finished = path.join(folder, "finished");
  const before = { ...process.env };
  // Read by the package while it loads: where to unpack, and that the machine may lack the libraries it brings along.
  Object.assign(process.env, { TMPDIR: folder, AWS_LAMBDA_JS_RUNTIME: "nodejs22.x" });
  try {
    const { default: packed } = await import("@sparticuz/chromium");
    const executablePath = await alone("chromium", async () => {
      if (!fs.existsSync(finished)) fs.rmSync(folder, { recursive: true, force: true });
      fs.mkdirSync(folder, { recursive: true });
      const browser = await packed.executablePath();
      // Its own font list names folders of the temporary directory that it was built for.
      fs.writeFileSync(path.join(folder, "fonts", "fonts.conf"), fontList(path.join(folder, "fonts"), folder));
      fs.writeFileSync(finished, "");
      return browser;
    });
    return { executablePath, env: { ...before, LD_LIBRARY_PATH: path.join(folder, "al2023", "lib"), FONTCONFIG_PATH: path.join(folder, "fonts") } };
  } finally {
    process.env = before;
  }
}

const fontList = (fonts: string, cache: string) => `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir>${fonts}</dir><dir>/usr/share/fonts</dir><dir>/usr/local/share/fonts</dir><cachedir>${cache}/fonts-cache</cachedir></fontconfig>
`;
