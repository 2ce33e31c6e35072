/** @jest-environment jsdom */
import "./setup";
import { screen, waitFor, within } from "@testing-library/react";
import { axe, toHaveNoViolations } from "jest-axe";
import { sample } from "../../src/core/templates";
import { Refusal } from "../../src/workbook";
import { workbook } from "../workbook/audit/workbook";
import { MemoryDoor } from "./memory-door";
import { arrivedAt, openPanel } from "./open-panel";

expect.extend(toHaveNoViolations);

const button = (name: string | RegExp) => screen.getByRole("button", { name });
const row = (words: string) => screen.getByText(words).closest("li")!;

/** Ana's own budget: a hidden sheet (error), whole columns (warning), a name that nothing uses (remark). */
const budget = () => workbook(
  { Budget: [["Sum", "=SUM(C:C)"], ["Rent", "=A2*1.5"]], Old: { visibility: "hidden" } },
  { names: [{ name: "Spare", formula: "=Budget!$A$1", visible: true }] },
);

/** The Problems page over somebody's workbook, checked from the ribbon. */
async function openChecked(door = new MemoryDoor()) {
  door.snapshot = budget();
  const opened = await openPanel(door);
  window.dispatchEvent(new CustomEvent("customer-role:open", { detail: "problems" }));
  await arrivedAt("Problems");
  await waitFor(() => expect(opened.desk.state().check?.result).toBeDefined());
  return opened;
}

test("the ribbon's button checks any workbook, and findings are listed by sheet with severity, place and reason", async () => {
  const { panel } = await openChecked();
  for (const name of ["All 4", "Errors 2", "Warnings 1", "Remarks 1"]) expect(screen.getByRole("tab", { name })).toBeVisible();
  expect(screen.getAllByRole("heading", { level: 2 }).map(({ textContent }) => textContent)).toEqual(["The workbook", "Budget", "Old"]);
  const typed = row("A formula holds the typed number 1.5");
  expect(within(typed).getByLabelText("Error")).toBeVisible();
  expect(typed).toHaveTextContent("F03 · B2 · Rent · A number inside a formula has no name");
  expect(screen.getByText(/^\d+ rules passed on 2 sheets\.$/)).toBeVisible();
  expect(await axe(panel.container)).toHaveNoViolations();
});

test("the score card counts errors, warnings and remarks of every sheet, also of the sound ones", async () => {
  const { user } = await openChecked();
  await user.click(button("Score of each sheet"));
  const lines = screen.getAllByRole<HTMLTableRowElement>("row").map(({ cells }) => [...cells].map(({ textContent }) => textContent));
  expect(lines).toEqual([
    ["Sheet", "Errors", "Warnings", "Remarks"], ["The workbook", "0", "0", "1"], ["Budget", "1", "1", "0"], ["Old", "1", "0", "0"],
  ]);
});

test("a finding leads to its cell", async () => {
  const door = new MemoryDoor();
  await door.build(sample.agreement, sample.id);
  const { user } = await openChecked(door);
  await user.click(within(row("A formula holds the typed number 1.5")).getByRole("button", { name: /^Go to cell B2/ }));
  await waitFor(() => expect(door.visits).toEqual([{ sheet: "Budget", address: "B2" }]));
});

test("while it runs it says what it reads and how far it is; cancelled, it keeps what was known and changes nothing", async () => {
  const { user, door, desk } = await openChecked();
  let goOn: () => void = () => undefined;
  door.beforeCheck = new Promise((resolve) => { goOn = resolve; });
  const before = desk.state().check!.result;
  await user.click(button("Check again"));
  const bar = await screen.findByRole("progressbar", { name: "Check of the workbook" });
  await waitFor(() => expect(bar).toHaveAttribute("aria-valuetext", "Reading Budget"));
  expect(bar).toHaveAttribute("aria-valuenow", "25");
  await user.click(button("Cancel"));
  expect(await screen.findByText("The check was cancelled. Nothing was changed.")).toBeVisible();
  expect(screen.queryByRole("progressbar")).toBeNull();
  goOn();
  await waitFor(() => expect(button("Check again")).toBeVisible());
  expect(desk.state().check!.result).toBe(before);
});

test("the safe fix is one write with its words on the button, and Undo takes it back; each is checked at once", async () => {
  const { user, door } = await openChecked();
  await user.click(button(/^Show the sheet/));
  expect(await screen.findByText("Done: Show the sheet")).toBeVisible();
  expect(door.snapshot.sheets[1]!.visibility).toBe("visible");
  await waitFor(() => expect(screen.queryByText("The sheet “Old” is hidden")).toBeNull());
  await user.click(button("Undo: Show the sheet"));
  expect(await screen.findByText("The sheet “Old” is hidden")).toBeVisible();
  expect(door.snapshot.sheets[1]!.visibility).toBe("hidden");
});

test("beside our sheets a fix, and taking it back, leaves a row in the log with what was there before", async () => {
  const door = new MemoryDoor();
  await door.build(sample.agreement, sample.id);
  const { user } = await openChecked(door);
  await user.click(button(/^Show the sheet/));
  await waitFor(() => expect(door.log.at(-1)).toMatchObject({ what: "Show the sheet: Old", before: "hidden", after: "visible", reason: "Check workbook" }));
  await user.click(await screen.findByRole("button", { name: "Undo: Show the sheet" }));
  await waitFor(() => expect(door.log.at(-1)).toMatchObject({ what: "Taken back: Old", before: "visible", after: "hidden" }));
});

test("a warning is accepted for a reason that stays with the workbook, and can be opened again; an error cannot", async () => {
  const { user, door } = await openChecked();
  expect(screen.getAllByRole("button", { name: /^Accept/ })).toHaveLength(1);
  await user.click(button(/^Accept: A formula reads whole columns/));
  await user.click(button("Accept"));
  expect(screen.getByText("Give a reason. It stays with the workbook.")).toBeVisible();
  await user.type(screen.getByLabelText("Why may it stay as it is?"), "The list below grows{Enter}");
  await waitFor(() => expect(screen.queryByText("Budget", { selector: "h2" })).toBeVisible());
  await waitFor(() => expect(door.accepted).toEqual([
    expect.objectContaining({ rule: "F09", sheet: "Budget", address: "B1", reason: "The list below grows" }),
  ]));
  expect(screen.getByRole("tab", { name: "Warnings 0" })).toBeVisible();
  await user.click(button("1 accepted warning"));
  expect(screen.getByText("“The list below grows”")).toBeVisible();
  await user.click(button(/^Do not accept/));
  expect(await screen.findByRole("tab", { name: "Warnings 1" })).toBeVisible();
  expect(door.accepted).toEqual([]);
});

test("About says the result, on the day of the check, and again when a warning is accepted", async () => {
  const door = new MemoryDoor();
  await door.build(sample.agreement, sample.id);
  const { user } = await openChecked(door);
  await waitFor(() => expect(door.certificate).toMatch(/^Audited \d+ \w{3} \d{4}, 2 errors, 1 warning$/));
  await user.click(button(/^Accept: A formula reads whole columns/));
  await user.type(screen.getByLabelText("Why may it stay as it is?"), "It may{Enter}");
  await waitFor(() => expect(door.certificate).toMatch(/, 2 errors, 1 accepted warning$/));
});

test("a workbook without anything of ours gets no certificate", async () => {
  const { door } = await openChecked();
  expect(door.certificate).toBe("");
});

test("what changes afterwards makes the result old", async () => {
  const door = new MemoryDoor();
  await door.build(sample.agreement, sample.id);
  await openChecked(door);
  door.enter("in_rate", 0.12);
  expect(await screen.findByText("The workbook has changed since the check")).toBeVisible();
});

test("a check that Excel refuses says why, and the way to try again", async () => {
  const { user, door } = await openChecked();
  door.fault = new Refusal("cell-edit", "Press Enter or Esc in the sheet.");
  await user.click(button("Check again"));
  expect(await screen.findByText("Press Enter or Esc in the sheet.")).toBeVisible();
  expect(screen.queryByRole("progressbar")).toBeNull();
});
