/** @jest-environment jsdom */
import "./setup";
import { screen, waitFor } from "@testing-library/react";
import { axe, toHaveNoViolations } from "jest-axe";
import { sample } from "../../src/core/templates";
import { loadModules } from "../../src/workbook";
import { MemoryDoor } from "./memory-door";
import { arrivedAt, openPanel } from "./open-panel";

expect.extend(toHaveNoViolations);

async function openMore(added: readonly string[] = []) {
  const door = new MemoryDoor();
  await door.build(sample.agreement, sample.id);
  for (const id of added) await door.addModule(id);
  const opened = await openPanel(door);
  opened.desk.tell({ type: "went", page: "more", isStep: false });
  await arrivedAt("More sheets");
  await screen.findByRole("list");
  return opened;
}

test("every module is listed with its purpose, and one with a step of its own leads there", async () => {
  await openMore();
  for (const { title, purpose } of await loadModules()) {
    expect(screen.getByText(title)).toBeVisible();
    expect(screen.getByText(purpose)).toBeVisible();
  }
  expect(screen.getAllByRole("listitem")).toHaveLength((await loadModules()).length);
});

test("a module that is there can be shown, and is removed after a second look that names its sheets", async () => {
  const [module] = await loadModules();
  const { user, door, panel } = await openMore([module!.id]);
  await user.click(screen.getByRole("button", { name: `Show ${module!.title}` }));
  await waitFor(() => expect(door.visits).toEqual([{ sheet: `Sheet of ${module!.id}`, address: "A1" }]));
  await user.click(screen.getByRole("button", { name: `Remove ${module!.title}` }));
  expect(screen.getByRole("alert")).toHaveTextContent(`Remove Sheet of ${module!.id}?`);
  expect(await axe(panel.container)).toHaveNoViolations();
  await user.click(screen.getByRole("button", { name: "Remove" }));
  await waitFor(() => expect(door.build_!.modules).toEqual([]));
  expect(await screen.findByText(`Removed: Sheet of ${module!.id}.`)).toBeVisible();
});

test("before the build the page says what comes first, and offers nothing to press", async () => {
  const { desk } = await openPanel();
  desk.tell({ type: "started", agreement: sample.agreement, templateId: sample.id, page: "who", at: 0 });
  desk.tell({ type: "went", page: "more", isStep: false });
  await arrivedAt("More sheets");
  expect(await screen.findByText(/Build the workbook first/)).toBeVisible();
  expect(screen.queryByRole("button", { name: /^(Add|Remove|Show)/ })).toBeNull();
});
