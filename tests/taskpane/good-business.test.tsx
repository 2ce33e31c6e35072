/** @jest-environment jsdom */
import "./setup";
import { screen, waitFor, within } from "@testing-library/react";
import { axe, toHaveNoViolations } from "jest-axe";
import { checkQuote } from "../../src/core/portfolio/quote";
import { sample } from "../../src/core/templates";
import { quoteFormula, quoteText } from "../../src/taskpane/deals/quote-text";
import { money } from "../../src/taskpane/numbers";
import { MemoryDoor } from "./memory-door";
import { arrivedAt, openPanel } from "./open-panel";

expect.extend(toHaveNoViolations);

async function openStep(tables: Record<string, { headings: string[]; values: (string | number)[][] }> = {}) {
  const door = new MemoryDoor();
  await door.build(sample.agreement, sample.id);
  for (const [name, { headings, values }] of Object.entries(tables)) {
    await door.addModule(name === "tblLeads" ? "leads" : "bonus");
    door.tables.set(name, { sheet: "S", address: "A1:Z9", headings, rows: values.map((row, i) => ({ address: `A${i + 2}`, values: row })) });
  }
  const opened = await openPanel(door);
  opened.desk.tell({ type: "went", page: "deals", isStep: true });
  await arrivedAt("Is it good business?");
  return opened;
}

/** The quote of the worked example of GOODBUSINESS. */
const quote = { margin: 1200, retention: 0.85, deserveCost: 150, acquisitionCost: 500, fit: 0.8, coverage: 0.9 };
const labels = { margin: "Contribution", retention: "Retention", deserveCost: "Cost to deserve", acquisitionCost: "Acquisition cost", fit: "Fit", coverage: "Known" };
const typedAs = { margin: "1200", retention: "85", deserveCost: "150", acquisitionCost: "500", fit: "80", coverage: "90" };

test("six numbers answer a quote as the core does, and the formula goes to the selected cell", async () => {
  const { user, door } = await openStep();
  door.select("D12");
  for (const key of Object.keys(labels) as (keyof typeof labels)[]) {
    const box = screen.getByLabelText(labels[key]);
    await user.clear(box);
    await user.type(box, typedAs[key]);
  }
  const answer = checkQuote(sample.agreement, quote);
  expect(answer.verdict).toBe("Pursue");
  expect(screen.getByText("Pursue")).toBeVisible();
  expect(screen.getByText(`${money(answer.netValue)} EUR`)).toBeVisible();
  expect(screen.getByText(`${money(answer.maximumAcquisition)} EUR`)).toBeVisible();
  await user.click(screen.getByRole("button", { name: "Insert as formula in D12" }));
  await waitFor(() => expect(door.formulas.get("D12")).toBe("=ROLE.GOODBUSINESS(0.1, 0.85, 1200, 150, 500, 0.8, 0.9, 7, FALSE, 0.75, 0.6)"));
});

test("what is no number says how to mend it, and no answer is given", async () => {
  const { user } = await openStep();
  const box = screen.getByLabelText("Retention");
  await user.clear(box);
  await user.type(box, "185");
  expect(screen.getByText(/Enter .*100/)).toBeVisible();
  expect(screen.queryByText("Net lifetime value")).toBeNull();
});

test("a horizon without end is left out of the formula, which then has no end either", () => {
  const endless = { ...sample.agreement, inputs: { ...sample.agreement.inputs, periods: null } };
  expect(quoteFormula(endless, quote)).toBe("=ROLE.GOODBUSINESS(0.1, 0.85, 1200, 150, 500, 0.8, 0.9, , FALSE, 0.75, 0.6)");
  expect(quoteText(endless, quote, checkQuote(endless, quote))).toContain("Net lifetime value: 3,700 EUR\r\nMost to spend on winning: 1,400 EUR");
});

test("leads are shown as the sheet judges them, and the sheet is added from here when it is not there", async () => {
  const { user, desk } = await openStep();
  await user.click(screen.getByRole("button", { name: "Add the sheet, empty" }));
  await waitFor(() => expect(desk.state().built!.build.modules.map(({ id }) => id)).toEqual(["leads"]));
});

const leadTable = {
  headings: ["Id", "Lead", "Verdict", "Net value expected", "Most to spend on winning", "Fit", "Acquisition cost in use"],
  values: [["L1", "Acorn Creamery", "Pursue", 9000, 3000, 0.9, 600], ["L2", "Wharf", "Drop", -4000, 0, 0.1, 600]],
};
/** Columns of the sheet that the list below fills, with the empty row that the sheet begins with and one lead that is known. */
const leadSheet = {
  headings: ["Id", "Lead", "Unit", "Source", "Verdict", "Mode", "Contribution", "Retention", "Cost to deserve", "Acquisition cost", "Pay on time"],
  values: [
    ["L01", "", "as headed", "", "Find out", "", "", "", "", "", ""], ["N2", "Bachforelle", "as headed", "Web", "Find out", "", 7000, "", "", "", 12],
  ],
};

test("a pasted list of leads is recognised and counted before anything is written; then known ones are brought up to date and new ones added", async () => {
  const { user, door, panel } = await openStep({ tblLeads: leadSheet });
  await user.click(await screen.findByRole("button", { name: "Bring a list in" }));
  await arrivedAt("Bring leads in");
  await user.click(screen.getByRole("tab", { name: "Paste it" }));
  await user.click(screen.getByLabelText("Headings and rows"));
  await user.paste("Lead ID;Firma;Deckungsbeitrag;Bindungsrate;Akquisekosten;Verzugstage\n"
    + "N1;Acht Mühlen;16.000,50;90;4.500;6\nN2;Bachforelle;;88;;?\nN1;Acht;1;1;;");
  await user.click(screen.getByRole("button", { name: "Read what is pasted" }));
  expect(await screen.findByText("What the list holds")).toBeVisible();
  expect(screen.getByText(/^7 columns recognised/)).toBeVisible();
  expect(await axe(panel.container)).toHaveNoViolations();
  expect(door.tables.get("tblLeads")!.rows).toHaveLength(2);
  await user.click(screen.getByRole("button", { name: "Screen 2 leads" }));
  await arrivedAt("Is it good business?");
  expect(door.tables.get("tblLeads")!.rows.map(({ values }) => values)).toEqual([
    ["N2", "Bachforelle", "as headed", "Web", "Find out", "", 7000, 0.88, "", "", 12],
    ["N1", "Acht Mühlen", "as headed", "What you pasted", "", "", 16000.5, 0.9, "", 4500, 6],
  ]);
});

const bonusTable = {
  headings: ["Id", "Customer", "Bonus of today", "Of it on value that is not there", "Bonus on value, all stages met", "Of it proven so far"],
  values: [["C1", "Amber Dairy", 3000, 0, 5214, 2607], ["C2", "Larch Discount", 1000, 1000, 0, 0]],
};

test("the share rejected, the cost avoided and the bonus on value that is not there stand above their tables; axe finds nothing", async () => {
  const { user, panel } = await openStep({ tblLeads: leadTable, tblBonus: bonusTable });
  await screen.findByText("Larch Discount");
  const figure = (name: string) => within(screen.getByText(name).parentElement!).getByRole("definition");
  expect(figure("Rejected")).toHaveTextContent("50%");
  expect(figure("Not spent on winning them")).toHaveTextContent("600 EUR");
  expect(figure("On value that is not there")).toHaveTextContent("1,000 (25%)");
  expect(await axe(panel.container)).toHaveNoViolations();
  await user.click(screen.getByRole("button", { name: "Drop 1" }));
  expect(screen.queryByText("Acorn Creamery")).toBeNull();
});
