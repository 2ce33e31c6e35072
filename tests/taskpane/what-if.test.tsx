/** @jest-environment jsdom */
import "./setup";
import { screen, waitFor } from "@testing-library/react";
import { axe, toHaveNoViolations } from "jest-axe";
import { sample } from "../../src/core/templates";
import { money } from "../../src/taskpane/numbers";
import { MemoryDoor } from "./memory-door";
import { arrivedAt, openPanel } from "./open-panel";

expect.extend(toHaveNoViolations);

async function openPage(agreement = sample.agreement) {
  const door = new MemoryDoor();
  await door.build(agreement, sample.id);
  const opened = await openPanel(door);
  opened.desk.tell({ type: "went", page: "what-if", isStep: false });
  await arrivedAt("What if");
  await screen.findByText("Worth then");
  return opened;
}

const row = (label: string) => screen.getByText(label, { selector: ".bar-label" }).closest("li")!;
const worth = () => screen.getByText("Worth then").parentElement!;

test("breaking our commitments costs more than a price war: the page says which future costs most, and by how much (4-panel section 2)", async () => {
  await openPage();
  expect(screen.getByText("“Broken commitments” costs the most: −20,788")).toBeVisible();
  expect(screen.getByText("680 more than “Downturn”, 2,614 more than “Price war”.")).toBeVisible();
  const printed = { "As asked": "57,320", "Broken commitments": "36,532−20,788", Downturn: "37,212−20,108", "Price war": "39,146−18,173", Delight: "68,229+10,909" };
  for (const [label, text] of Object.entries(printed)) expect(row(label)).toHaveTextContent(`${label}${text}`);
});

test("what is asked reads right for one of something too", async () => {
  const { drivers } = sample.agreement;
  await openPage({ ...sample.agreement, drivers: { ...drivers, referrals: { ...drivers.referrals, asked: 1 }, orders: { ...drivers.orders, asked: 26 } } });
  for (const text of ["Asked: 1 referral a year", "Asked: 26 orders a year"]) expect(screen.getByText(text)).toBeVisible();
});

test("another role says another thing: what breaks it is worked out, not written down", async () => {
  const { drivers } = sample.agreement;
  await openPage({ ...sample.agreement, drivers: { ...drivers, orders: { ...drivers.orders, asked: 40 } } });
  expect(screen.queryByText(/“Broken commitments” costs the most/)).toBeNull();
  expect(screen.getByText(/costs the most/)).toBeVisible();
});

test("a level that is changed moves the value at once, from where a scenario begins, and nothing is written", async () => {
  const { user, door, desk } = await openPage();
  expect(worth()).toHaveTextContent("57,320 EUR");
  await user.selectOptions(screen.getByRole("combobox", { name: "Begin with" }), "Broken commitments");
  expect(worth()).toHaveTextContent("36,532 EUR");
  const retention = screen.getByRole("textbox", { name: "Retention, then" });
  expect(retention).toHaveValue("80");
  for (const name of ["Retention, then", "Referrals, then", "Mistakes forgiven, then"]) await user.clear(screen.getByRole("textbox", { name }));
  expect(worth()).toHaveTextContent("57,320 EUR");
  await user.type(retention, "85");
  expect(worth()).toHaveTextContent("49,771 EUR"); // the lower end of the tornado's bar Retention
  expect(screen.getByRole("combobox", { name: "Begin with" })).toHaveDisplayValue("Your own");
  expect([door.writes, desk.state().agreement]).toEqual([0, desk.state().built!.agreement]);
});

test("a level outside its range is refused in words, and one without an end has no finite value", async () => {
  const endless = { ...sample.agreement, inputs: { ...sample.agreement.inputs, periods: null } };
  const { user } = await openPage(endless);
  await user.type(screen.getByRole("textbox", { name: "Discount given, then" }), "130");
  expect(screen.getByText("Enter a number from 0% to 100%.")).toBeVisible();
  await user.type(screen.getByRole("textbox", { name: "Growth of margin, then" }), "50");
  expect(worth()).toHaveTextContent("no finite value");
});

/** Low and high of each bar, as printed for the worked example. */
const bars = [
  ["Horizon", 46206, 65190], ["Margin at list", 48361, 66279], ["Retention", 49771, 66199], ["Orders or their value", 49646, 64994],
  ["Discount rate", 53673, 61346], ["Growth", 54426, 60383], ["Cost to serve", 55383, 59257], ["Cost to deserve", 56397, 58243],
  ["Days late", 56185, 57603], ["Acquisition cost", 56720, 57920],
] as const;

test("the ten bars of the tornado stand with their ends, the widest first (4-panel section 2)", async () => {
  const { panel } = await openPage();
  expect(screen.getByText("Horizon moves the value most")).toBeVisible();
  const found = [...panel.container.querySelectorAll("section .spans li")].map((each) => each.querySelector("b")!.textContent);
  expect(found).toEqual(bars.map(([, low, high]) => `${money(low)} to ${money(high)}`));
});

test("both sheets are added from here, and opened once they are there; axe finds nothing", async () => {
  const { user, door, desk, panel } = await openPage();
  expect(await axe(panel.container)).toHaveNoViolations();
  for (const name of ["Scenarios", "Sensitivity"]) await user.click(await screen.findByRole("button", { name: `Add the sheet ${name}` }));
  await waitFor(() => expect(desk.state().built!.build.modules.map(({ id }) => id)).toEqual(["scenarios", "sensitivity"]));
  await user.click(screen.getByRole("button", { name: "Open Sheet of scenarios" }));
  await waitFor(() => expect(door.visits).toEqual([{ sheet: "Sheet of scenarios", address: "A1" }]));
});

test("without a role there is nothing to change yet", async () => {
  const { desk } = await openPanel();
  desk.tell({ type: "went", page: "what-if", isStep: false });
  await arrivedAt("What if");
  expect(await screen.findByText("Begin a role first: the futures are its own.")).toBeVisible();
});
