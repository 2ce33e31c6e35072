import type { Frame } from "playwright-core";
import { accessibilityFaults, openPreview, START_LIMIT, type OpenPreview } from "./open-browser";

jest.setTimeout(300_000);

/** From a messy list to verdicts, one decision against the proposal, and the sheets removed again, as a person does it. */
let preview: OpenPreview;
let pane: Frame;
beforeAll(async () => {
  preview = await openPreview({ width: 1400, height: 900 });
  pane = preview.pane;
  await pane.getByRole("button", { name: "Start", exact: true }).click();
  await openPage("build");
  await pane.locator(".foot button").last().click();
  await pane.getByText("What now?").waitFor({ timeout: 120_000 });
}, START_LIMIT);
afterAll(() => preview?.close());

/** German headings, a decimal comma as text, 18 for 18 %, an id twice, a sum, "?" and blanks. */
const list: readonly (readonly (string | number)[])[] = [
  ["Kunden-Nr.", "Firma", "Deckungsbeitrag", "Bindungsrate", "Wachstum", "Potential Deckungsbeitrag", "Jahresumsatz", "Rabatt %", "Verzugstage"],
  ["K1", "Alpha", "24.500,50", 93, 3, "26.000,00", 66000, 6, 6],
  ["K2", "Beta", "-6.800,00", 85, 0, "800,00", 30000, 18, 44],
  ["K3", "Gamma", "2.900,00", 78, 0, "5.100,00", 42000, "?", 30],
  ["K1", "Alpha", "1,00", 93, 3, "1,00", 66000, 6, 6],
  ["K4", "Delta", "1.200,00", 75, 0, "17.000,00", 44000, 13, 35],
  ["Summe", "", "21.801,50", "", "", "", "", "", ""],
];

const openPage = (page: string) =>
  pane.evaluate((detail) => { window.dispatchEvent(new CustomEvent("customer-role:open", { detail })); }, page);

async function typeList(): Promise<void> {
  await preview.page.evaluate(async (rows) => {
    for (const [r, row] of rows.entries()) {
      for (const [c, cell] of row.entries()) {
        if (cell !== "") await window.preview.enter(`Sheet1!${"ABCDEFGHI"[c]}${r + 3}`, typeof cell === "string" ? `'${cell}` : String(cell));
      }
    }
    window.preview.select("Sheet1!B4");
  }, list);
}

const rowsShown = () => pane.locator("table.customers tbody tr").allTextContents();
const sheets = () => preview.page.evaluate(() => window.preview.sheets());

async function setWidth(width: number): Promise<void> {
  const frame = await preview.page.waitForSelector("#pane-frame");
  await frame.evaluate((element, wide) => {
    for (const each of [element, element.parentElement] as HTMLElement[]) each.style.cssText += `width: ${wide}px; min-width: ${wide}px`;
  }, width);
}

/** What axe finds on the page in light and in forced colours at 320 px, and whether anything is wider than the pane. */
async function faults(): Promise<string[]> {
  await setWidth(320);
  const found: string[] = [];
  for (const forcedColors of ["none", "active"] as const) {
    await preview.page.emulateMedia({ forcedColors });
    const wide = await pane.evaluate(() => document.querySelector(".body")!.scrollWidth > innerWidth);
    found.push(...await accessibilityFaults(pane, ["[data-tabster-dummy]"]), ...(wide ? ["something is wider than the pane"] : []));
  }
  await preview.page.emulateMedia({ forcedColors: "none" });
  await setWidth(350);
  return found;
}

let before: string[];

test("a messy list is recognised, and what it holds is counted before anything is written", async () => {
  await typeList();
  before = await sheets();
  await openPage("portfolio");
  await pane.getByRole("button", { name: "Bring your customers in" }).click();
  await pane.getByRole("button", { name: "Read the customers" }).click();
  await pane.getByText("What the list holds").waitFor();
  const sums = await pane.locator(".sums > div").allTextContents();
  expect(sums).toEqual(expect.arrayContaining(["Customers4", "Left out: the same id again1", "Left out: sums, empty or without id1"]));
  expect(await pane.getByText("18 is read as 18%").count()).toBe(1);
  expect(await faults()).toEqual([]);
  expect(await sheets()).toEqual(before);
});

test("each customer gets a proposal, the worst first; the list itself is as it was", async () => {
  await pane.getByRole("button", { name: "Score 4 customers" }).click();
  await pane.getByText("Value of 4 customers").waitFor({ timeout: 120_000 });
  await pane.getByRole("button", { name: "Show all 4" }).click();
  const proposals = (await rowsShown()).map((row) => row.replace(/[−\d,?]+/g, " "));
  expect(proposals).toEqual(["Beta Let go", "Delta Renegotiate", "Gamma Find out", "Alpha Invest"]);
  expect(await sheets()).toEqual([...before, "Customers", "Scores", "Whale"]);
  expect(await preview.page.evaluate(() => window.preview.value("Sheet1!C4"))).toBe("24.500,50");
  expect(await faults()).toEqual([]);
});

test("a decision against the proposal needs a reason, an owner and an end, and stands on the sheet", async () => {
  await pane.getByRole("button", { name: "Beta" }).click();
  await pane.getByRole("combobox", { name: /Holds instead/ }).selectOption("Renegotiate");
  await pane.getByRole("button", { name: "Write the decision" }).click();
  expect(await pane.getByText("Give the reason.").count()).toBe(1);
  await pane.getByRole("textbox", { name: /Reason/ }).fill("Until the depot moves");
  await pane.getByRole("textbox", { name: /Who answers/ }).fill("Head of sales");
  await pane.getByLabel(/Until/).fill("2099-06-30");
  await pane.getByRole("button", { name: "Write the decision" }).click();
  await pane.getByRole("button", { name: "Take it back" }).waitFor({ timeout: 60_000 });
  expect(await faults()).toEqual([]);
  await openPage("portfolio");
  await pane.getByText("decided: Renegotiate").waitFor();
});

test("the sheets are removed again, and nothing of them is left", async () => {
  await openPage("more");
  await pane.getByRole("button", { name: "Remove Customers and Scores" }).click();
  await pane.getByRole("button", { name: "Remove", exact: true }).click();
  await pane.getByText(/^Removed: /).waitFor({ timeout: 60_000 });
  expect(await sheets()).toEqual(before);
  await openPage("portfolio");
  await pane.getByText("Which customers play the role?").waitFor();
});

test("nothing left this machine, and the console stayed silent", () => {
  expect(preview.outside).toEqual([]);
  expect(preview.complaints).toEqual([]);
});
