/** @jest-environment jsdom */
import "./setup";
import { screen, waitFor, within } from "@testing-library/react";
import { axe, toHaveNoViolations } from "jest-axe";
import { conversationHeadings, type Conversation } from "../../src/core/portfolio/dialogue";
import { sampleDialogue } from "../../src/core/portfolio/sample-dialogue";
import { sample } from "../../src/core/templates";
import { MemoryDoor } from "./memory-door";
import { arrivedAt, openPanel } from "./open-panel";

expect.extend(toHaveNoViolations);

const keys = Object.keys(conversationHeadings) as (keyof Conversation)[];

/** A workbook with a log that holds these answers and one row that waits to be filled. */
async function openWith(log: readonly Conversation[]) {
  const door = new MemoryDoor();
  await door.build(sample.agreement, sample.id);
  await door.addModule("dialogue");
  door.tables.set("tblDialogue", {
    sheet: "Dialogue", address: "A1:J9", headings: keys.map((key) => conversationHeadings[key]),
    rows: [...log, undefined].map((said, i) => ({ address: `A${i + 2}:J${i + 2}`, values: keys.map((key) => said?.[key] ?? "") })),
  });
  const panel = await openPanel(door);
  panel.desk.tell({ type: "went", page: "dialogue", isStep: true });
  await arrivedAt("Ask customers");
  return panel;
}

test("says what can be expected of the sample: 37,518 of 65,067, 57.7%", async () => {
  await openWith([]);
  expect(await screen.findByText("37,518 of 65,067 can be expected")).toBeInTheDocument();
  expect(screen.getByText(/^57\.7% of the gaps/)).toBeInTheDocument();
  expect(screen.getByText("Nobody was asked yet")).toBeInTheDocument();
});

test("the badge needs three customers, and their answers become the role's on request, undoable", async () => {
  const { desk, user } = await openWith(sampleDialogue);
  expect(await screen.findByText("Validated with 4 customers")).toBeInTheDocument();
  await user.click(screen.getByRole("button", { name: "Use the answers of 4 customers" }));
  const likely = () => desk.state().agreement!.asks.find(({ id }) => id === "A13")!.cooperate;
  expect(likely()).toBeCloseTo((0.4 + 0.6) / 2, 12);
  expect(desk.state().agreement!.asks.find(({ id }) => id === "A14")!.cooperate).toBe(0.3);
  await desk.save();
  await user.click(await screen.findByRole("button", { name: /^Undo/ }));
  await waitFor(() => expect(desk.state().agreement!.asks.find(({ id }) => id === "A14")!.cooperate).toBe(0.6));
});

test("names every level that differs from ours, and closes a loop with the day", async () => {
  const { door, user } = await openWith(sampleDialogue);
  expect(await screen.findByText("Delta Produce expects 8% discount; ours is 5")).toBeInTheDocument();
  await user.click(screen.getByRole("button", { name: "Close the loop with Delta Produce on Not only for the price" }));
  await waitFor(() => expect(door.tables.get("tblDialogue")!.rows[2]!.values[keys.indexOf("closedOn")]).toEqual(expect.any(Number)));
  expect(await screen.findByText("3 loops still open")).toBeInTheDocument();
});

test("an answer needs a customer and a clause; written, it fills the row that waits, then adds rows", async () => {
  const { door, user } = await openWith([]);
  const rows = () => door.tables.get("tblDialogue")!.rows;
  const write = () => user.click(screen.getByRole("button", { name: "Write it to the log" }));
  await screen.findByRole("button", { name: "Write it to the log" });
  await write();
  expect(screen.getByText("Name the customer.")).toBeInTheDocument();
  expect(screen.getByText("Choose what the answer is about.")).toBeInTheDocument();
  await user.type(screen.getByRole("textbox", { name: "Customer" }), "Birch Bakeries");
  await user.selectOptions(screen.getByRole("combobox", { name: "About" }), "Pay on time");
  await user.type(screen.getByRole("textbox", { name: "What does the customer expect?" }), "twelve");
  await write();
  expect(screen.getByText("Enter a number, or leave it empty.")).toBeInTheDocument();
  await user.clear(screen.getByRole("textbox", { name: "What does the customer expect?" }));
  await user.type(screen.getByRole("textbox", { name: "What does the customer expect?" }), "12");
  await write();
  await waitFor(() => expect(rows()[0]!.values).toEqual(expect.arrayContaining(["A06", "Birch Bakeries", "days late", 12])));
  await user.selectOptions(screen.getByRole("combobox", { name: "About" }), "Recommend us");
  await write();
  await waitFor(() => expect(rows()).toHaveLength(2));
});

test("axe finds nothing with everything open", async () => {
  const { panel, user } = await openWith(sampleDialogue);
  for (const closed of await screen.findAllByRole("button", { expanded: false })) {
    if (within(document.querySelector("main")!).queryAllByRole("button").includes(closed)) await user.click(closed);
  }
  expect(await axe(panel.container)).toHaveNoViolations();
});
