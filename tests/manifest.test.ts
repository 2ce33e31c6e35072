import fs from "node:fs";
import { checkManifest, readProject, type CustomFunctionMetadata, type Published } from "./manifest";

const fit: CustomFunctionMetadata = {
  id: "ROLEFIT", name: "ROLEFIT", description: "How well a customer fills the role.", helpUrl: "https://localhost:3000/help/functions.html#ROLEFIT",
  parameters: [{ name: "actual", description: "What the customer does" }],
};
const helpPage = Buffer.from('<h2 id="ROLEFIT">');
const ours = readProject("manifest.xml");
/** Our manifest with one function whose help page exists, so that each mutant has exactly one thing wrong. */
const sound = async (): Promise<Published> => {
  const project = await ours;
  return { ...project, functions: [fit], file: (address) => (address === "/help/functions.html" ? helpPage : project.file(address)) };
};
const withXml = async (from: string | RegExp, to: string): Promise<Published> => {
  const project = await sound(), xml = project.xml.replace(from, to);
  expect(xml).not.toBe(project.xml); // a mutation that changes nothing would prove nothing
  return { ...project, xml };
};
const withFunction = async (change: Partial<CustomFunctionMetadata>): Promise<Published> =>
  ({ ...await sound(), functions: [{ ...fit, ...change }] });

test("our manifest has no fault", async () => {
  expect(checkManifest(await sound())).toEqual([]);
});

test.each<[title: string, from: string | RegExp, to: string, complaint: string]>([
  ["text that is no XML", "</OfficeApp>", "", "not well-formed"],
  ["an unknown element", "<Permissions>", "<Surprise /><Permissions>", "<Surprise> is not known inside <OfficeApp>"],
  ["Requirements before Hosts", /(<Hosts>[\s\S]*?<\/Hosts>)\s*(<Requirements>[\s\S]*?<\/Requirements>)/, "$2$1", "<Hosts> stands too late inside <OfficeApp>"],
  ["DesktopFormFactor before AllFormFactors", /(<AllFormFactors>[\s\S]*<\/AllFormFactors>)\s*(<DesktopFormFactor>[\s\S]*<\/DesktopFormFactor>)/, "$2$1", "<AllFormFactors> stands too late inside <Host>"],
  ["an action before the icon", /(<Icon>(?:(?!<Icon>)[\s\S])*?<\/Icon>)\s*(<Action xsi:type="ShowTaskpane">[\s\S]*?<\/Action>)/, "$2$1", "<Icon> stands too late inside <Control>"],
  ["an id that is no GUID", /<Id>.*<\/Id>/, "<Id>customer-role</Id>", "<Id> is not a GUID"],
  ["a version of three numbers", /<Version>.*<\/Version>/, "<Version>1.0.0</Version>", "<Version> must be four numbers"],
  ["fewer permissions than it needs", "ReadWriteDocument", "ReadDocument", "<Permissions> must be"],
  ["no support page", /<SupportUrl.*\/>/, "", "<SupportUrl> is missing"],
  ["a description of 251 characters", /(<Description DefaultValue=")[^"]*/, `$1${"x".repeat(251)}`, "<Description> holds 251 characters"],
  ["an address without TLS", 'id="Functions.Script.Url" DefaultValue="https', 'id="Functions.Script.Url" DefaultValue="http', "is not https"],
  ["a resource that nobody uses", "</bt:ShortStrings>", '<bt:String id="Idle" DefaultValue="x" /></bt:ShortStrings>', "Idle is never used"],
  ["a resource that nobody defines", 'resid="Check.Tip"', 'resid="Check.Hint"', "Check.Hint is used but not defined"],
  ["a resource defined twice", "</bt:ShortStrings>", '<bt:String id="Check.Label" DefaultValue="x" /></bt:ShortStrings>', "Check.Label stands twice"],
  ["a resource id of 33 characters", /Share\.Tip/g, "S".repeat(33), "more than 32 characters"],
  ["a label of 126 characters", /(id="Share.Label" DefaultValue=")[^"]*/, `$1${"x".repeat(126)}`, "Share.Label holds 126 characters"],
  ["two controls of one id", 'id="CustomerRole.Share"', 'id="CustomerRole.Check"', "CustomerRole.Check stands twice"],
  ["a control id of two letters", 'id="CustomerRole.Share"', 'id="CR"', '"CR" must hold 3'],
  ["a button that runs nothing", "<FunctionName>share</FunctionName>", "<FunctionName></FunctionName>", "names no function"],
  ["no icon of 80 pixels", '<bt:Image size="80" resid="Icon.80" />', "", "lacks the size 80"],
  ["a picture of another size", '"https://localhost:3000/assets/icon-64.png" />\n  <SupportUrl', '"https://localhost:3000/assets/icon-128.png" />\n  <SupportUrl', "is 128 x 128, not 64 x 64"],
  ["a picture that does not exist", "assets/icon-80.png", "assets/icon-81.png", "does not exist"],
  ["a second runtime page", '<FunctionFile resid="Taskpane.Url" />', '<FunctionFile resid="Functions.Script.Url" />', "not the shared runtime page"],
  ["a runtime that ends with the pane", 'lifetime="long"', 'lifetime="short"', 'needs lifetime="long"'],
  ["a requirement beyond SharedRuntime 1.1", '<Set Name="SharedRuntime" MinVersion="1.1" />', '<Set Name="ExcelApi" MinVersion="1.14" />', "may ask for SharedRuntime 1.1 only"],
  ["a second host", '<Host Name="Workbook" />', '<Host Name="Workbook" /><Host Name="Document" />', "The only host is Workbook"],
  ["functions from another domain", "https://localhost:3000/functions.json", "https://example.org/functions.json", "stands outside"],
  ["a help page that does not exist", /https:\/\/localhost:3000\/help\/support\.html/g, "https://localhost:3000/help/nowhere.html", "does not exist"],
])("refused: %s", async (_title, from, to, complaint) => {
  expect(checkManifest(await withXml(from, to)).join("\n")).toContain(complaint);
});

test.each<[title: string, change: Partial<CustomFunctionMetadata>, complaint: string]>([
  ["an id of two letters", { id: "AB", name: "AB" }, "three characters at least"],
  ["an id that is a cell", { id: "LTV1", name: "LTV1" }, "reads as a cell address"],
  ["an id in R1C1 notation", { id: "R1C1", name: "R1C1" }, "reads as a cell address"],
  ["a name unlike the id", { name: "FIT" }, "is called FIT"],
  ["no description", { description: "" }, "has no description"],
  ["no help", { helpUrl: undefined }, "has no helpUrl"],
  ["help that the page lacks", { helpUrl: "https://localhost:3000/help/functions.html#FITNESS" }, "The help page lacks"],
  ["help on another domain", { helpUrl: "https://example.org/help/functions.html#ROLEFIT" }, "stands outside"],
  ["an argument without a word", { parameters: [{ name: "actual" }] }, "does not describe its argument actual"],
  ["an argument with an odd name", { parameters: [{ name: "Actual value", description: "x" }] }, "odd argument name"],
])("a function is refused for %s", async (_title, change, complaint) => {
  expect(checkManifest(await withFunction(change)).join("\n")).toContain(complaint);
});

test("a manifest without custom functions, and two functions of one id, are refused", async () => {
  const project = await sound();
  expect(checkManifest({ ...project, functions: [] })).toEqual(["There is no custom function."]);
  expect(checkManifest({ ...project, functions: [fit, fit] })).toEqual(["The function ROLEFIT stands twice."]);
});

test("the icons in assets are drawn in the five sizes that the manifest and the store ask for", () => {
  for (const side of [16, 32, 64, 80, 128]) {
    const picture = fs.readFileSync(`assets/icon-${side}.png`);
    expect([picture.readUInt32BE(16), picture.readUInt32BE(20)]).toEqual([side, side]);
  }
});
