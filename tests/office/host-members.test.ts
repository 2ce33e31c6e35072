import fs from "node:fs";
import path from "node:path";
import { createHeadlessHost } from "../../src/preview/headless";
import { HostCollection, HostObject, pascal } from "../../src/preview/protocol/host-object";
import { byVersion, officeUses, type OfficeUse } from "./office-members";

// Microsoft's typings know every member of Office.js; the add-in uses some; the preview has some. This test joins the three.

const root = path.resolve(__dirname, "../..");
const filesIn = (folder: string): string[] => (fs.existsSync(folder) ? fs.readdirSync(folder, { withFileTypes: true }) : [])
  .flatMap((entry) => (entry.isDirectory() ? filesIn(path.join(folder, entry.name)) : [path.join(folder, entry.name)]));
const sources = (folder: string, names: RegExp) =>
  filesIn(path.join(root, folder)).filter((file) => names.test(path.relative(path.join(root, folder), file)));

/** The files of the add-in that speak to Office. */
const speakers = [
  ...sources("src/workbook", /^excel[^/]*\.ts$/), ...sources("src/taskpane", /\.tsx?$/), ...sources("src/commands", /\.ts$/),
  ...sources("src/functions", /^excel\.ts$/),
];

/** The preview's classes by the names of the API's; some names are used twice. */
const hostClasses = new Map<string, (typeof HostObject)[]>();
for (const file of sources("src/preview/excel", /\.ts$/)) {
  for (const [name, value] of Object.entries<any>(jest.requireActual(file))) {
    if (value?.prototype instanceof HostObject) hostClasses.set(name, [...(hostClasses.get(name) ?? []), value]);
  }
}

/** What the library does alone, without asking the host. */
const OF_THE_LIBRARY = new Set(["load", "set", "toJSON", "track", "untrack", "context", "isNullObject", "sync", "items"]);
/** Wire names that are not the API's name with a capital. */
const setAs: Record<string, string> = { "Worksheet.showGridlines": "Gridlines", "Worksheet.showHeadings": "Headings" };
/** Workbook.onSelectionChanged needs no registration: the library listens always. */
const ALWAYS_HEARD = new Set(["Workbook.onSelectionChanged"]);

const library = fs.readFileSync(path.join(root, "node_modules/@microsoft/office-js/dist/excel-win32-16.01.debug.js"), "utf8");
/** "_RegisterDataChangedEvent" of Worksheet.onChanged, read from the library itself. */
function registrationOf(owner: string, event: string): string | undefined {
  const start = library.indexOf(`Object.defineProperty(${owner}.prototype, "${event}",`);
  return start < 0 ? undefined : /_Register\w+/.exec(library.slice(start, start + 1500))?.[0];
}

function lacks({ owner, member, isProxy, isCollection, isSet }: OfficeUse): string | undefined {
  if (!isProxy || OF_THE_LIBRARY.has(member)) return undefined;
  const classes = owner === "RequestContext" ? [] : hostClasses.get(owner);
  if (!classes?.length) return `no ${owner}`;
  if (isCollection && !classes.every((one) => one.prototype instanceof HostCollection)) return `${owner} is no collection`;
  if (/^on[A-Z]/.test(member)) {
    const registration = registrationOf(owner, member);
    const isHeard = ALWAYS_HEARD.has(`${owner}.${member}`) || classes.some((one) => registration && one.events.includes(registration));
    return isHeard ? undefined : `no event ${owner}.${member}`;
  }
  const wireName = (isSet && setAs[`${owner}.${member}`]) || pascal(member);
  const missing = classes.some((one) => !(wireName in one.prototype) && !fieldsOf(one).includes(wireName));
  if (missing) return `no ${owner}.${member}`;
  return isSet && classes.some((one) => !isSettable(one, wireName)) ? `no setting of ${owner}.${member}` : undefined;
}

/** Fields such as `readonly Id`, which stand in the constructor and not on the prototype. */
const fieldsOf = (one: typeof HostObject): string[] =>
  [...String(one).matchAll(/this\.([A-Z]\w*) = |^\s+([A-Z]\w*);/gm)].map((match) => (match[1] ?? match[2])!);

function isSettable(one: typeof HostObject, wireName: string): boolean {
  for (let owner = one.prototype; owner; owner = Object.getPrototypeOf(owner)) {
    const property = Object.getOwnPropertyDescriptor(owner, wireName);
    if (property) return !!property.set;
  }
  return false;
}

const { host, dispose } = createHeadlessHost();
const declared: Record<string, string> = host.appContext().requirementMatrix;
afterAll(() => {
  host.close();
  dispose();
});

/** Ribbon events and the like are marked with Outlook's sets, although every Office application has them. */
function isTooNew({ since }: OfficeUse): boolean {
  if (!since || since.startsWith("Mailbox ")) return false;
  const [set, version] = since.split(" ") as [string, string];
  return !declared[set] || byVersion(version, declared[set]) > 0;
}

/** One line per complaint, with the first place. */
function complaints(uses: readonly OfficeUse[]): string[] {
  const lines = new Map<string, string>();
  for (const use of uses) {
    const lack = lacks(use);
    const problems = [lack && `the preview has ${lack}`, isTooNew(use) && `${use.owner}.${use.member} needs ${use.since}`];
    for (const problem of problems.filter((one) => one !== undefined && one !== false)) if (!lines.has(problem)) lines.set(problem, `${problem} (${use.place})`);
  }
  return [...lines.values()];
}

const uses = officeUses(speakers);

test("the preview has every Office.js member that the add-in uses, and none is above ExcelApi 1.14", () => {
  expect(complaints(uses)).toEqual([]);
});

test("the search does find members once the add-in writes workbooks", () => {
  const isWriting = speakers.some((file) => file.endsWith(path.join("workbook", "excel.ts")));
  const found = new Set(uses.filter(({ isProxy }) => isProxy).map(({ owner, member }) => `${owner}.${member}`));
  expect(found.size).toBeGreaterThan(isWriting ? 60 : -1);
  if (isWriting) for (const member of ["Range.values", "WorksheetCollection.add", "Worksheet.charts"]) expect(found).toContain(member);
});

test("a missing member, a member above the ceiling, a missing event and a misread load are each found", () => {
  const file = path.join(root, "src/workbook/excel-mutation.ts");
  const source = `
    export async function mutation() {
      await Excel.run(async (context) => {
        const sheet = context.workbook.worksheets.getFirst();
        sheet.getRange("A1").getPivotTables();
        const { comments } = context.workbook;
        sheet.getRange("A1").load("valuesAsJson, format/fill/tintAndShade");
        sheet.onCalculated.add(async () => undefined);
        Object.assign(sheet.getRange("A1").format, { shrinkToFit: true });
        sheet.enableCalculation = false;
        await context.sync();
        return comments;
      });
    }`;
  expect(complaints(officeUses([], { [file]: source })).map((line) => line.replace(/ \(.*/, "")).sort()).toEqual([
    "Range.valuesAsJson needs ExcelApi 1.16", "the preview has no Range.getPivotTables", "the preview has no Range.valuesAsJson",
    "the preview has no RangeFill.tintAndShade", "the preview has no RangeFormat.shrinkToFit", "the preview has no Workbook.comments",
    "the preview has no event Worksheet.onCalculated", "the preview has no setting of Worksheet.enableCalculation",
  ].sort());
});

test("the preview itself offers no member above ExcelApi 1.14", () => {
  const file = path.join(root, "src/workbook/excel-everything.ts");
  const source = [...hostClasses].filter(([name]) => name !== "Context").map(([name, classes], i) => {
    const members = new Set(classes.flatMap((one) => [...membersOf(one)]));
    return `export const use${i} = (x: Excel.${name}) => [${[...members].map((member) => `(x as Excel.${name}).${member}`).join(", ")}];`;
  }).join("\n");
  const offered = officeUses([], { [file]: source });
  expect(offered.length).toBeGreaterThan(400);
  expect(offered.filter(isTooNew).map(({ owner, member, since }) => `${owner}.${member} ${since}`)).toEqual([]);
});

/** API names of what a host class has. */
function* membersOf(one: typeof HostObject): Generator<string> {
  for (let owner = one.prototype; owner && owner !== HostObject.prototype; owner = Object.getPrototypeOf(owner)) {
    for (const name of Object.getOwnPropertyNames(owner)) if (/^[A-Z]/.test(name)) yield name.charAt(0).toLowerCase() + name.slice(1);
  }
}
