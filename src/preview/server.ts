import { spawn } from "node:child_process";
import fs from "node:fs/promises";
import http from "node:http";
import type { AddressInfo } from "node:net";
import path from "node:path";

/** What a local server shows: a built add-in, the preview page around it, and the project that both come from. */
export interface Site {
  /** Folder of the built add-in, as it would be published. */
  addIn: string;
  /** Folder of the built preview page. */
  page: string;
  /** Folder that holds node_modules and src. */
  project: string;
}

const OFFICE_ON_THE_NET = /<script src="?https:\/\/appsforoffice\.microsoft\.com\/[^">]*"?><\/script>/;
const OFFICE_HERE = '<script src="/preview/native-shim.js"></script><script src="/office/office.js"></script>';
const TYPES: Record<string, string> = {
  ".css": "text/css", ".html": "text/html", ".js": "text/javascript", ".json": "application/json", ".map": "application/json",
  ".png": "image/png", ".svg": "image/svg+xml", ".woff2": "font/woff2", ".xml": "application/xml",
};
const PORTS_TO_TRY = 20;

/**
 * The add-in's page as it is served on this machine: the same, but Microsoft's library comes from node_modules, unmodified,
 * and the preview's side of its bridge stands before it. A page without the library comes back as it was.
 *
 * @example withLocalOffice('<script src="https://appsforoffice.microsoft.com/lib/1/hosted/office.js"></script>')
 */
export function withLocalOffice(html: string): string {
  return html.replace(OFFICE_ON_THE_NET, OFFICE_HERE);
}

/**
 * Serves the preview on 127.0.0.1 and answers with its address. Without a port it takes the first free one from 3000 on;
 * port 0 takes any. Fails when the one port that was asked for is taken.
 *
 * @example const { url, close } = await serve({ addIn: "dist", page: "node_modules/.cache/preview/page", project: "." }, 0)
 */
export async function serve(site: Site, port?: number): Promise<{ url: string; close(): Promise<void> }> {
  const server = http.createServer((request, response) => void answer(site, request, response));
  await listenOn(server, port === undefined ? Array.from({ length: PORTS_TO_TRY }, (_, i) => 3000 + i) : [port]);
  return {
    url: `http://localhost:${(server.address() as AddressInfo).port}/`,
    close: () => new Promise((done) => { server.close(() => done()); server.closeAllConnections(); }),
  };
}

/** Opens an address where there is a desktop; elsewhere the printed address has to do, so nothing here ever fails. */
export function openInBrowser(url: string): void {
  const commands: Partial<Record<NodeJS.Platform, [string, ...string[]]>> = {
    win32: ["cmd", "/c", "start", "", url], darwin: ["open", url],
  };
  const hasDesktop = process.env.DISPLAY || process.env.WAYLAND_DISPLAY;
  const command = process.env.CI ? undefined : commands[process.platform] ?? (hasDesktop ? ["xdg-open", url] as const : undefined);
  if (!command) return;
  const [program, ...rest] = command;
  spawn(program, rest, { detached: true, stdio: "ignore" }).on("error", () => undefined).unref();
}

async function listenOn(server: http.Server, ports: readonly number[]): Promise<void> {
  const [port, ...others] = ports;
  const taken = await new Promise<NodeJS.ErrnoException | undefined>((resolve) => {
    server.once("error", resolve).listen(port, "127.0.0.1", () => { server.off("error", resolve); resolve(undefined); });
  });
  if (!taken) return;
  if (taken.code === "EADDRINUSE" && others.length > 0) return listenOn(server, others);
  throw taken;
}

/** First match wins. The add-in stands at the root because that is what its manifest says. */
const fileFor = (site: Site, address: string): [folder: string, file: string] => {
  if (address === "/") return [site.page, "preview.html"];
  if (address === "/preview/native-shim.js") return [path.join(site.project, "src", "preview"), "native-shim.js"];
  if (address.startsWith("/preview/")) return [site.page, address.slice("/preview/".length)];
  if (address.startsWith("/office/")) {
    return [path.join(site.project, "node_modules", "@microsoft", "office-js", "dist"), address.slice("/office/".length)];
  }
  return [site.addIn, address.slice(1)];
};

async function answer(site: Site, request: http.IncomingMessage, response: http.ServerResponse): Promise<void> {
  const { pathname } = new URL(request.url ?? "/", "http://localhost");
  const [folder, name] = fileFor(site, decodeURIComponent(pathname));
  const file = path.resolve(folder, name);
  const content = file.startsWith(path.resolve(folder) + path.sep) ? await fs.readFile(file).catch(() => undefined) : undefined;
  if (!content) {
    response.writeHead(404, { "content-type": "text/plain" }).end(`Not found: ${pathname}`);
    return;
  }
  const extension = path.extname(file);
  response.writeHead(200, { "content-type": TYPES[extension] ?? "application/octet-stream", "cache-control": "no-cache" });
  response.end(extension === ".html" ? withLocalOffice(content.toString()) : content);
}
