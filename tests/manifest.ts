// npm run manifest: checks manifest.xml and the custom functions' metadata without a network. Microsoft's own validator sends
// the file to a server; this one covers what can be known from Microsoft's published rules. It does not speak for the store.
import fs from "node:fs";
import path from "node:path";
import { generateCustomFunctionsMetadata } from "custom-functions-metadata";
import { JSDOM } from "jsdom";

/** The project as the checks see it: the manifest's text, the functions' metadata, and the files that both point to. */
export interface Published {
  xml: string;
  functions: readonly CustomFunctionMetadata[];
  /** Content of a file under the published root, or undefined. */
  file(address: string): Buffer | undefined;
}
export interface CustomFunctionMetadata {
  id: string;
  name: string;
  description?: string;
  helpUrl?: string;
  parameters: readonly { name: string; description?: string }[];
}

type Check = (manifest: Manifest, published: Published) => string[];

/** Every problem as one sentence; an empty list means that nothing was found. */
export function checkManifest(published: Published): string[] {
  const dom = new JSDOM("").window;
  const document = new dom.DOMParser().parseFromString(published.xml, "text/xml");
  const broken = document.querySelector("parsererror");
  if (broken) return [`The file is not well-formed XML: ${broken.textContent.trim()}`];
  const manifest = new Manifest(document);
  return checks.flatMap((check) => check(manifest, published));
}

/** The order that Office insists on, from Microsoft's "manifest element ordering". */
const ORDER: Record<string, readonly string[]> = {
  OfficeApp: [
    "Id", "AlternateId", "Version", "ProviderName", "DefaultLocale", "DisplayName", "Description", "IconUrl", "HighResolutionIconUrl",
    "SupportUrl", "AppDomains", "Hosts", "Requirements", "DefaultSettings", "Permissions", "Dictionary", "VersionOverrides",
    "ExtendedOverrides",
  ],
  VersionOverrides: ["Description", "Requirements", "Hosts", "Resources", "WebApplicationInfo", "EquivalentAddins", "VersionOverrides"],
  DesktopFormFactor: ["GetStarted", "FunctionFile", "ExtensionPoint"],
  GetStarted: ["Title", "Description", "LearnMoreUrl"],
  Group: ["OverriddenByRibbonApi", "Label", "Icon", "Tooltip", "Control"],
  Control: ["OverriddenByRibbonApi", "Label", "Tooltip", "Supertip", "Icon", "Action", "Enabled", "Items"],
  Supertip: ["Title", "Description"],
  Action: ["TaskpaneId", "SourceLocation", "FunctionName", "Title"],
  Resources: ["Images", "Urls", "ShortStrings", "LongStrings"],
};
const HOST_ORDER = ["Runtimes", "AllFormFactors", "DesktopFormFactor", "MobileFormFactor"];
const CUSTOM_FUNCTIONS_ORDER = ["Script", "Page", "Metadata", "Namespace"];
const REQUIRED = ["Id", "Version", "ProviderName", "DefaultLocale", "DisplayName", "Description", "IconUrl", "HighResolutionIconUrl",
  "SupportUrl", "Permissions"];
/** Characters Office takes: resources by kind, and the two texts of the store's card. */
const LONGEST: Record<string, number> = {
  Images: 2048, Urls: 2048, ShortStrings: 125, LongStrings: 250, DisplayName: 125, Description: 250,
};
const RIBBON_ICONS = [16, 32, 80];

const elementOrder: Check = ({ elements }) => elements.flatMap((element) => {
  const order = element.localName === "Host" && element.hasAttribute("xsi:type") ? HOST_ORDER
    : typeOf(element) === "CustomFunctions" ? CUSTOM_FUNCTIONS_ORDER : ORDER[element.localName];
  if (!order) return [];
  const places = [...element.children].map((child) => order.indexOf(child.localName));
  return places.flatMap((place, i) => {
    const name = element.children[i]?.localName;
    if (place < 0) return [`<${name}> is not known inside <${element.localName}>.`];
    return place < Math.max(0, ...places.slice(0, i)) ? [`<${name}> stands too late inside <${element.localName}>.`] : [];
  });
});

const identity: Check = (manifest) => [
  ...REQUIRED.filter((name) => !manifest.parts.includes(name)).map((name) => `<${name}> is missing.`),
  ...problem(!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(manifest.text("Id")), "<Id> is not a GUID."),
  ...problem(!/^\d{1,5}(\.\d{1,5}){3}$/.test(manifest.text("Version")), "<Version> must be four numbers: 1.0.0.0."),
  ...problem(manifest.text("Permissions") !== "ReadWriteDocument", "<Permissions> must be ReadWriteDocument: the add-in writes sheets."),
  ...["DisplayName", "Description"].flatMap((name) => {
    const length = manifest.declared(name).length;
    return problem(length === 0 || length > LONGEST[name]!, `<${name}> holds ${length} characters; allowed are 1 to ${LONGEST[name]}.`);
  }),
];

const secureAddresses: Check = ({ elements }) => elements
  .map((element) => element.getAttribute("DefaultValue") ?? "")
  .filter((value) => /^\w+:\/\//.test(value) && !value.startsWith("https://"))
  .map((value) => `${value} is not https.`);

const resources: Check = (manifest) => {
  const ids = manifest.resources.map((resource) => resource.getAttribute("id")!);
  const used = new Set(manifest.elements.flatMap((element) => element.getAttribute("resid") ?? []));
  return [
    ...ids.filter((id, i) => ids.indexOf(id) !== i).map((id) => `The resource id ${id} stands twice.`),
    ...ids.filter((id) => id.length > 32).map((id) => `The resource id ${id} has more than 32 characters.`),
    ...ids.filter((id) => !used.has(id)).map((id) => `The resource ${id} is never used.`),
    ...[...used].filter((id) => !ids.includes(id)).map((id) => `The resource ${id} is used but not defined.`),
    ...manifest.resources.flatMap((resource) => {
      const length = (resource.getAttribute("DefaultValue") ?? "").length, limit = LONGEST[resource.parentElement!.localName]!;
      const name = resource.getAttribute("id");
      return problem(length === 0 || length > limit, `The resource ${name} holds ${length} characters; allowed are 1 to ${limit}.`);
    }),
  ];
};

const controls: Check = (manifest) => {
  const named = [...manifest.all("Group"), ...manifest.all("Control")];
  const ids = named.map((element) => element.getAttribute("id") ?? "");
  return [
    ...ids.filter((id) => id.length < 3 || id.length > 125).map((id) => `The id "${id}" must hold 3 to 125 characters.`),
    ...ids.filter((id, i) => ids.indexOf(id) !== i).map((id) => `The id ${id} stands twice.`),
    ...manifest.all("Action").filter((action) => typeOf(action) === "ExecuteFunction" && !action.textContent.trim())
      .map(() => "An <Action> names no function."),
  ];
};

const icons: Check = (manifest, { file }) => [
  ...manifest.all("Icon").flatMap((icon) => {
    const sizes = [...icon.children].map((image) => Number(image.getAttribute("size")));
    return [
      ...RIBBON_ICONS.filter((size) => !sizes.includes(size)).map((size) => `An <Icon> lacks the size ${size}.`),
      ...[...icon.children].flatMap((image, i) => pictureIs(file, manifest.value(image), sizes[i]!)),
    ];
  }),
  ...pictureIs(file, manifest.declared("IconUrl"), 32),
  ...pictureIs(file, manifest.declared("HighResolutionIconUrl"), 64),
];

const sharedRuntime: Check = (manifest) => {
  const runtimes = manifest.all("Runtime");
  const page = runtimes[0]?.getAttribute("resid");
  const pages = [...manifest.all("Page").flatMap((element) => [...element.children]), ...manifest.all("FunctionFile"),
    ...manifest.all("Action").flatMap((action) => [...action.children].filter((child) => child.localName === "SourceLocation"))];
  const sets = manifest.all("Set").map((set) => `${set.getAttribute("Name")} ${set.getAttribute("MinVersion")}`).join(", ");
  const hosts = manifest.all("Host").map((host) => host.getAttribute("Name") ?? typeOf(host));
  const isElsewhere = manifest.declared("SourceLocation") !== manifest.valueOf(page);
  return [
    ...problem(runtimes.length !== 1, `There must be one <Runtime>, not ${runtimes.length}.`),
    ...problem(runtimes[0]?.getAttribute("lifetime") !== "long", 'The shared runtime needs lifetime="long".'),
    ...pages.map((element) => [element.parentElement!.localName, element.getAttribute("resid")]).filter(([, id]) => id !== page)
      .map(([place, id]) => `<${place}> uses ${id}, not the shared runtime page ${page}.`),
    ...problem(isElsewhere, "<DefaultSettings> and the shared runtime point to different pages."),
    ...problem(sets !== "SharedRuntime 1.1", `The manifest may ask for SharedRuntime 1.1 only, not for ${sets || "nothing"}.`),
    ...problem(hosts.some((host) => host !== "Workbook"), "The only host is Workbook."),
  ];
};

/** Store policy 1120.5: script, page, metadata and help of custom functions stand on one domain. */
const oneDomain: Check = (manifest, { functions, file }) => {
  const home = origin(manifest.declared("SourceLocation"));
  const addresses = [...manifest.all("Url").map((url) => url.getAttribute("DefaultValue") ?? ""), manifest.declared("SupportUrl")];
  const pages = [manifest.declared("SupportUrl"), manifest.valueOf(manifest.all("LearnMoreUrl")[0]?.getAttribute("resid"))];
  return [
    ...[...addresses, ...functions.map((f) => f.helpUrl ?? "")].filter((address) => address && origin(address) !== home)
      .map((address) => `${address} stands outside ${home}.`),
    ...pages.filter((page) => !file(pathOf(page))).map((page) => `The page ${page} does not exist.`),
  ];
};

const functionNames: Check = (_manifest, { functions }) => {
  const ids = functions.map((f) => f.id);
  return [
    ...problem(functions.length === 0, "There is no custom function."),
    ...ids.filter((id, i) => ids.indexOf(id) !== i).map((id) => `The function ${id} stands twice.`),
    ...functions.flatMap(({ id, name }) => [
      ...problem(!/^[A-Z][A-Z0-9_.]{2,}$/.test(id), `The function id ${id} must be capitals, digits, _ or ., three characters at least.`),
      ...problem(/^[A-Z]{1,3}\d+$|^R\d*C\d*$/.test(id), `The function id ${id} reads as a cell address.`),
      ...problem(name !== id, `The function ${id} is called ${name}: one word for one thing.`),
    ]),
  ];
};

const functionTexts: Check = (_manifest, { functions, file }) => functions.flatMap((f) => [
  ...problem(!f.description, `${f.id} has no description.`),
  ...problem(!f.helpUrl, `${f.id} has no helpUrl.`),
  ...problem(!!f.helpUrl && !hasAnchor(file, f.helpUrl), `The help page lacks ${f.helpUrl}.`),
  ...f.parameters.flatMap((parameter) => [
    ...problem(!parameter.description, `${f.id} does not describe its argument ${parameter.name}.`),
    ...problem(!/^([a-z][A-Za-z0-9_]*|T)$/.test(parameter.name), `${f.id} has the odd argument name ${parameter.name}.`),
  ]),
]);

const checks: readonly Check[] = [
  elementOrder, identity, secureAddresses, resources, controls, icons, sharedRuntime, oneDomain, functionNames, functionTexts,
];

/** The manifest's elements, and its values through resource ids. */
class Manifest {
  /** Names of the manifest's own children. */
  readonly parts: readonly string[];
  readonly elements: readonly Element[];
  readonly resources: readonly Element[];

  constructor(document: Document) {
    const root = document.documentElement;
    this.parts = [...root.children].map((child) => child.localName);
    this.elements = [root, ...root.getElementsByTagName("*")];
    this.resources = this.elements.filter((element) => element.hasAttribute("id") && element.parentElement!.localName in LONGEST);
  }
  all(name: string) {
    return this.elements.filter((element) => element.localName === name);
  }
  text(name: string) {
    return this.all(name)[0]?.textContent.trim() ?? "";
  }
  /** The DefaultValue of the first element of that name. */
  declared(name: string) {
    return this.all(name)[0]?.getAttribute("DefaultValue") ?? "";
  }
  value(element: Element) {
    return this.valueOf(element.getAttribute("resid"));
  }
  valueOf(id: string | null | undefined) {
    return this.resources.find((resource) => resource.getAttribute("id") === id)?.getAttribute("DefaultValue") ?? "";
  }
}

const problem = (found: boolean, sentence: string) => (found ? [sentence] : []);
const typeOf = (element: Element) => element.getAttribute("xsi:type");
const address = (text: string) => (URL.canParse(text) ? new URL(text) : undefined);
const origin = (text: string) => address(text)?.origin ?? "";
const pathOf = (text: string) => address(text)?.pathname ?? "";
const hasAnchor = (file: Published["file"], helpUrl: string) =>
  file(pathOf(helpUrl))?.toString().includes(`id="${address(helpUrl)?.hash.slice(1)}"`) ?? false;

/** A PNG states its width and height in bytes 16 to 23. */
function pictureIs(file: Published["file"], url: string, side: number): string[] {
  const picture = file(pathOf(url));
  if (!picture) return [`The picture ${url} does not exist.`];
  const [width, height] = [picture.readUInt32BE(16), picture.readUInt32BE(20)];
  return problem(width !== side || height !== side, `${url} is ${width} x ${height}, not ${side} x ${side}.`);
}

/** This checkout: metadata generated from the sources, files from assets/ under the addresses that the build gives them. */
export async function readProject(manifest: string, folder = "."): Promise<Published> {
  const home = path.join(folder, "src", "functions");
  const families = fs.readdirSync(home).filter((name) => name.endsWith(".ts") && !["excel.ts", "index.ts"].includes(name));
  const { metadataJson, errors } = await generateCustomFunctionsMetadata(families.map((name) => path.join(home, name)));
  if (errors.length > 0) throw new Error(errors.join("\n"));
  return {
    xml: fs.readFileSync(manifest, "utf8"),
    functions: metadataJson ? JSON.parse(metadataJson).functions : [],
    file: (address) => {
      const name = path.join(folder, "assets", address.replace(/^\/assets\//, "/"));
      return address && fs.existsSync(name) ? fs.readFileSync(name) : undefined;
    },
  };
}

async function report(manifest: string) {
  const project = await readProject(manifest);
  const problems = checkManifest(project);
  process.stdout.write(problems.length === 0
    ? `${manifest}: nothing found, ${project.functions.length} custom functions\n`
    : `${manifest}: ${problems.length} found\n${problems.map((sentence) => `- ${sentence}\n`).join("")}`);
  process.exitCode = problems.length === 0 ? 0 : 1;
}

if (/manifest\.ts$/.test(process.argv[1] ?? "")) void report(process.argv[2] ?? "manifest.xml");
