/** @jest-environment jsdom */
import "./setup";
import { fireEvent, screen, waitFor } from "@testing-library/react";
import { toJson } from "../../src/core/exchange";
import { withoutCommitment } from "../../src/core/commitment/rows";
import { fieldOf } from "../../src/core/fields";
import { sample } from "../../src/core/templates";
import type { Desk } from "../../src/taskpane/desk";
import { arrivedAt, openPanel } from "./open-panel";

const { agreement } = sample;
const edit = (desk: Desk, id: string, value: number) => desk.tell({ type: "edited", change: (now) => fieldOf(now, id)!.set(now, value) });
const page = (desk: Desk, id: string) => desk.tell({ type: "went", page: id, isStep: false });

async function built() {
  const opened = await openPanel();
  await opened.desk.build(agreement, sample.id);
  return opened;
}

async function paste(desk: Desk, text: string) {
  page(desk, "import");
  await arrivedAt("Bring in a role");
  const box = screen.getByRole("textbox", { name: "Or paste its text" });
  fireEvent.change(box, { target: { value: text } });
}

describe("a role from a text", () => {
  test("that is wrong is told entry by entry, and nothing is taken over", async () => {
    const { desk } = await openPanel();
    await paste(desk, toJson(agreement, sample.id).replace('"rate": 0.1,', '"rate": 3,'));
    expect(await screen.findByRole("heading", { name: "1 thing to mend first" })).toBeVisible();
    expect(screen.getByRole("alert")).toHaveTextContent("inputs.rateEnter a number from -50% to 100%.");
    expect(screen.getByRole("button", { name: "Use this role" })).toBeDisabled();
    expect(desk.state().phase).toBe("empty");
  });

  test("that is right becomes the draft, with every entry", async () => {
    const { desk, user } = await openPanel();
    await paste(desk, toJson(agreement, sample.id));
    await user.click(await screen.findByRole("button", { name: "Use this role" }));
    expect(desk.state()).toMatchObject({ phase: "draft", page: "who", templateId: sample.id });
    expect(desk.state().agreement).toEqual(agreement);
  });

  test("shows beside built sheets what it would change and what that does, and writes only that", async () => {
    const { desk, door, user } = await built();
    await paste(desk, toJson({ ...agreement, inputs: { ...agreement.inputs, rate: 0.12 } }, sample.id));
    // 57,320 to 53,673: the tornado of 4-panel section 2, discount rate + 2 points.
    expect(await screen.findByText("−3,647")).toBeVisible();
    await user.click(screen.getByRole("button", { name: "Write 1 change" }));
    await waitFor(() => expect(door.cells.get("in_rate")).toBe(0.12));
    expect(door.writes).toBe(1);
  });
});

test("the last change is taken back from the list, by its label and values", async () => {
  const { desk, door, user } = await built();
  edit(desk, "commitments.K7.budget", 150);
  await desk.save();
  page(desk, "versions");
  await arrivedAt("Versions");
  await user.click(await screen.findByRole("button", { name: /^Undo: 99% correct invoices, one record, budget, 0 to 150$/ }));
  await waitFor(() => expect(door.cells.get("commitments.K7.budget")).toBe(0));
  await waitFor(() => expect(screen.queryByRole("button", { name: /^Undo: 99% correct invoices, one record, budget, 0 to 150$/ })).toBeNull());
});

test("a removed commitment is named below and in the list, with how many more entries went with it", async () => {
  const { desk } = await built();
  desk.tell({ type: "edited", change: (now) => withoutCommitment(now, "K7") });
  await desk.save();
  expect(await screen.findByText("Removed: “99% correct invoices, one record”")).toBeVisible();
  page(desk, "versions");
  await arrivedAt("Versions");
  expect(await screen.findByRole("button", { name: /^Undo: 99% correct invoices, one record, .* and \d+ more$/ })).toBeVisible();
  expect(screen.queryByText(/^Free line K7,/)).toBeNull();
});

test("a version is published under the number proposed, and later changes are held against it", async () => {
  const { desk, door, user } = await built();
  page(desk, "versions");
  await arrivedAt("Versions");
  await user.click(await screen.findByRole("tab", { name: /^Published/ }));
  await user.click(await screen.findByRole("button", { name: "Publish version 1.0" }));
  expect(await screen.findByText("Version 1.0", { selector: "b" })).toBeVisible();
  expect(screen.getByText("Nothing differs.")).toBeVisible();
  edit(desk, "in_rate", 0.12);
  await desk.save();
  expect(await screen.findByText("−3,647")).toBeVisible();
  expect(await screen.findByRole("button", { name: "Publish version 1.1" })).toBeEnabled();
  expect(door.parts).toHaveLength(1);
});
