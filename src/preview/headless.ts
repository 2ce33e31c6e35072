import fs from "node:fs";
import path from "node:path";
import { LocaleType } from "@univerjs/core";
import { JSDOM, ResourceLoader } from "jsdom";
import { Book } from "./grid/book";
import { createBlankWorkbook, createUniver } from "./grid/create-univer";
import { repairEngine } from "./grid/engine-fixes";
import { quickenEngine } from "./grid/engine-speed";
import { modelPlugins } from "./grid/model-plugins";
import type { FunctionMetadata } from "./protocol/function-arguments";
import { createHost, type Host, type HostOptions } from "./protocol/host";

export interface HeadlessFunctions {
  /** The add-in's functions.json. */
  metadata: { functions: FunctionMetadata[] };
  /** "ROLE" for ROLE.CUSTOMERLTV. */
  namespace: string;
  /** Associates the functions with the client library of this window. */
  load(window: any): void | Promise<void>;
}

export interface HeadlessOptions extends HostOptions {
  /** The folder that has node_modules; the current one unless told. */
  root?: string;
  functions?: HeadlessFunctions;
}

export interface Headless {
  window: any;
  host: Host;
  Excel: typeof Excel;
  Office: typeof Office;
  CustomFunctions: typeof CustomFunctions;
  /** Addresses that were asked for and are not the page's own; must stay empty. */
  outside: string[];
  close(): void;
}

const ORIGIN = "http://preview.local";

/** The preview without a page: the grid's engine in Node, Microsoft's unmodified client library in jsdom. Ready in about a second. */
export async function openHeadless({ root = process.cwd(), functions, ...options }: HeadlessOptions = {}): Promise<Headless> {
  const { host, dispose } = createHeadlessHost(options);
  const outside: string[] = [];
  const page = `<!doctype html><script src="/native-shim.js"></script><script src="/office/office.js"></script>`;
  const dom = new JSDOM(page, {
    url: `${ORIGIN}/pane.html`, runScripts: "dangerously", pretendToBeVisual: true, resources: new LocalFiles(root, outside),
    beforeParse(window: any) {
      window.__previewHost = host;
      window.Date = Date; // the library asks `instanceof Date`, and the add-in's dates are of this side
    },
  });
  const window: any = dom.window;
  await new Promise((resolve) => window.addEventListener("load", resolve));
  await window.Office.onReady();
  host.functions.window = () => window;
  if (functions) {
    await functions.load(window);
    host.functions.register(functions.metadata, functions.namespace);
  }
  return {
    window, host, Excel: window.Excel, Office: window.Office, CustomFunctions: window.CustomFunctions, outside,
    close() {
      host.close();
      window.close();
      dispose();
    },
  };
}

/** The host alone, over a fresh workbook. */
export function createHeadlessHost(options: HostOptions = {}) {
  const { univer, api, injector } = createUniver({
    locale: LocaleType.EN_US, locales: { [LocaleType.EN_US]: {} }, plugins: modelPlugins,
  });
  const workbook = createBlankWorkbook(api);
  repairEngine(injector);
  quickenEngine(injector);
  return { host: createHost(new Book(api, injector, workbook), options), dispose: () => univer.dispose() };
}

/** Serves the client library and the shim from disk, and nothing else. */
class LocalFiles extends ResourceLoader {
  constructor(private readonly root: string, private readonly outside: string[]) {
    super();
  }
  override fetch(url: string): any {
    const { origin, pathname } = new URL(url);
    if (origin !== ORIGIN) {
      this.outside.push(url);
      return null;
    }
    return Promise.resolve(fs.readFileSync(this.fileOf(pathname)));
  }
  private fileOf(pathname: string) {
    const office = /^\/office\/(.*)$/.exec(pathname)?.[1];
    return office ? path.join(this.root, "node_modules/@microsoft/office-js/dist", office) : path.join(this.root, "src/preview", pathname);
  }
}
