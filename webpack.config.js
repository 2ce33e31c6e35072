// Two builds. "add-in" is the product: three scripts, one page, functions.json, manifest. "preview" is the page that stands in
// for Excel; it never lands in dist/. `npm run build` makes the first, `npm start` both, and serves them while it watches.
import fs from "node:fs";
import path from "node:path";
import { createRequire } from "node:module";
import CopyWebpackPlugin from "copy-webpack-plugin";
import CustomFunctionsMetadataPlugin from "custom-functions-metadata-plugin";
import HtmlWebpackPlugin from "html-webpack-plugin";
import MiniCssExtractPlugin from "mini-css-extract-plugin";
import { minify } from "@swc/core";
import { tsImport } from "tsx/esm/api";
import webpack from "webpack";

const root = import.meta.dirname;
const from = (...parts) => path.join(root, ...parts);
const { version } = createRequire(import.meta.url)("./package.json");

const MANIFEST_BASE = "https://localhost:3000/";
const CACHE = from("node_modules", ".cache");
/** Where `npm start` and the browser tests look: the watched add-in and the preview page. */
const WATCHED_ADD_IN = path.join(CACHE, "preview", "add-in");
const PREVIEW_PAGE = path.join(CACHE, "preview", "page");

/** Each family of custom functions is one file; excel.ts is their door to Excel and index.ts the list. */
const functionFamilies = fs.readdirSync(from("src", "functions"))
  .filter((file) => file.endsWith(".ts") && !["excel.ts", "index.ts"].includes(file))
  .map((file) => from("src", "functions", file));

/** Scripts from us and from Microsoft, nothing else from anywhere; Griffel and office.js write <style> elements. */
const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self' https://appsforoffice.microsoft.com https://ajax.aspnetcdn.com",
  "worker-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "connect-src 'self' https://appsforoffice.microsoft.com https://*.office.net https://*.events.data.microsoft.com",
  "base-uri 'none'",
  "form-action 'none'",
].join("; ");

const swc = (options) => ({
  test: /\.tsx?$/, exclude: /node_modules/, loader: "swc-loader",
  options: {
    jsc: { parser: { syntax: "typescript", tsx: true }, transform: { react: { runtime: "automatic" } }, target: "es2020", ...options },
  },
});
/** So that the version alone comes along when it is imported by name. */
const packageFields = { test: /package\.json$/, type: "json", parser: { namedExports: true } };
const stylesheet = { test: /\.css$/, use: [MiniCssExtractPlugin.loader, "css-loader"] };
const onDisk = (name) => ({
  type: "filesystem", name, cacheDirectory: path.join(CACHE, "webpack"), buildDependencies: { config: [import.meta.filename] },
});
const quiet = { stats: "errors-warnings", infrastructureLogging: { level: "warn" } };

/** As small as webpack's own minimizer makes them, in a tenth of its time; licences stay. */
const minimizer = {
  apply(compiler) {
    compiler.hooks.compilation.tap("minimizer", (compilation) => {
      const stage = webpack.Compilation.PROCESS_ASSETS_STAGE_OPTIMIZE_SIZE;
      compilation.hooks.processAssets.tapPromise({ name: "minimizer", stage }, (assets) =>
        Promise.all(Object.entries(assets).filter(([file]) => file.endsWith(".js")).map(async ([file, source]) => {
          const { code } = await minify(source.source().toString(), {
            compress: { passes: 2 }, mangle: true, ecma: 2020, toplevel: true, module: false, format: { comments: "some" },
          });
          compilation.updateAsset(file, new webpack.sources.RawSource(code));
        })));
    });
  },
};

/** The manifest and the metadata (its help addresses) name the address where everything will stand. */
const movedTo = (base) => ({
  apply(compiler) {
    compiler.hooks.thisCompilation.tap("moved", (compilation) => {
      const stage = webpack.Compilation.PROCESS_ASSETS_STAGE_OPTIMIZE_TRANSFER;
      compilation.hooks.processAssets.tap({ name: "moved", stage }, () => {
        for (const file of ["manifest.xml", "functions.json"]) {
          compilation.updateAsset(file, (source) => new webpack.sources.RawSource(atBase(source.source().toString(), base)));
        }
      });
    });
  },
});
const atBase = (text, base) => text.replaceAll(MANIFEST_BASE, base).replaceAll(new URL(MANIFEST_BASE).origin, new URL(base).origin);

function addIn({ production, watching }) {
  const base = process.env.ADDIN_BASE_URL?.replace(/\/*$/, "/") ?? MANIFEST_BASE;
  if (production && base === MANIFEST_BASE) {
    process.stderr.write(`ADDIN_BASE_URL is not set: this manifest points to ${MANIFEST_BASE}\n`);
  }
  return {
    ...quiet,
    name: "add-in",
    mode: production ? "production" : "development",
    // Never an eval devtool: the page's Content-Security-Policy forbids eval, as it will in Excel.
    devtool: production ? false : "cheap-module-source-map",
    target: ["web", "es2020"],
    entry: { functions: "./src/functions/index.ts", commands: "./src/commands/index.ts", taskpane: "./src/taskpane/index.tsx" },
    output: {
      path: watching ? WATCHED_ADD_IN : from("dist"), clean: true,
      filename: "[name].js", chunkFilename: "[name].[contenthash:8].js",
      globalObject: "globalThis", // functions.js may run where there is no window
    },
    resolve: { extensions: [".ts", ".tsx", ".js"] },
    module: { rules: [swc(), stylesheet, packageFields] },
    cache: onDisk(production ? "add-in-production" : "add-in-development"),
    performance: { hints: false },
    optimization: { minimizer: [minimizer] },
    plugins: [
      new MiniCssExtractPlugin(),
      ...(functionFamilies.length ? [new CustomFunctionsMetadataPlugin({ output: "functions.json", input: functionFamilies })] : []),
      new HtmlWebpackPlugin({
        filename: "taskpane.html", template: "./src/taskpane/taskpane.html", templateParameters: { version, csp: contentSecurityPolicy },
        // Functions first and blocking: Excel may ask for a cell before the pane has drawn itself.
        chunks: ["functions", "commands", "taskpane"], chunksSortMode: "manual", scriptLoading: "blocking", inject: "body",
      }),
      new CopyWebpackPlugin({ patterns: [
        { from: "assets/icon-*.png", to: "assets/[name][ext]" },
        { from: "assets/help", to: "help" },
        { from: "manifest.xml" },
      ] }),
      ...(base === MANIFEST_BASE ? [] : [movedTo(base)]),
    ],
  };
}

/**
 * Univer's sources are large and already compiled: they are bundled as they are, and kept on disk between starts.
 * `--mode` on the command line wins over the mode in here, and a cache of one mode breaks a build of the other: each has its own.
 */
function preview(mode) {
  return {
    ...quiet,
    name: "preview",
    mode,
    devtool: false,
    target: ["web", "es2022"],
    entry: { page: "./src/preview/index.ts" },
    output: { path: PREVIEW_PAGE, clean: true, publicPath: "/preview/", filename: "[name].js", chunkFilename: "[name].js" },
    resolve: { extensions: [".ts", ".tsx", ".js"] },
    module: {
      rules: [
        swc({ target: "es2022", keepClassNames: true }),
        { test: /\.m?js$/, resolve: { fullySpecified: false } },
        stylesheet,
      ],
    },
    cache: onDisk(`preview-${mode}`),
    performance: { hints: false },
    // Class names stand in the messages about what the host lacks, so nothing is minimised.
    optimization: { minimize: false },
    plugins: [
      new MiniCssExtractPlugin(),
      new HtmlWebpackPlugin({ filename: "preview.html", template: "./src/preview/preview.html", scriptLoading: "defer", minify: false }),
      // Ninety hyphenation dictionaries, of which the grid loads this one.
      new webpack.IgnorePlugin({ resourceRegExp: /^\.\/(?!en-gb)[\w-]+-[\w-]{8}\.js$/, contextRegExp: /@univerjs[\\/]engine-render/ }),
    ],
  };
}

/** Serves both builds as soon as they stand, says where, and opens the page where there is a desktop. */
const awaited = new Set(["add-in", "preview"]);
const served = {
  apply(compiler) {
    compiler.hooks.done.tapPromise("served", async (stats) => {
      if (stats.hasErrors() || !awaited.delete(compiler.name) || awaited.size > 0) return;
      const { serve, openInBrowser } = await tsImport("./src/preview/server.ts", import.meta.url);
      const site = { addIn: WATCHED_ADD_IN, page: PREVIEW_PAGE, project: root };
      const { url } = await serve(site, process.env.PORT ? Number(process.env.PORT) : undefined);
      process.stdout.write(`\nCustomer Role, preview: ${url}\n\n`);
      openInBrowser(url);
    });
  },
};
const alsoServed = (build) => ({ ...build, plugins: [...build.plugins, served] });

/** `--env page` builds the preview page alone, for the browser tests. */
export default ({ page, WEBPACK_WATCH: watching }, { mode }) => {
  if (page) return preview(mode);
  if (!watching) return addIn({ production: mode === "production" });
  return Object.assign([addIn({ watching }), preview(mode)].map(alsoServed), { parallelism: 2 });
};
