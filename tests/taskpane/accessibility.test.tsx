/** @jest-environment jsdom */
import "./setup";
import { screen, waitFor } from "@testing-library/react";
import { axe, toHaveNoViolations } from "jest-axe";
import { sample } from "../../src/core/templates";
import { pages } from "../../src/taskpane/pages";
import { steps } from "../../src/taskpane/steps";
import { MemoryDoor } from "./memory-door";
import { arrivedAt, openPanel, title } from "./open-panel";

expect.extend(toHaveNoViolations);

/** A built workbook with something to say on every page. */
async function openBuilt() {
  const door = new MemoryDoor();
  await door.build(sample.agreement, sample.id);
  door.enterUnseen("in_rate", "ten");
  return openPanel(door);
}

async function opened(page: string, isStep: boolean, name: string) {
  const panel = page === "start" || page === "sample" || page === "build" ? await openPanel() : await openBuilt();
  if (page === "build") {
    await panel.user.click(await screen.findByRole("button", { name: "Start" }));
    await arrivedAt("Who is it for?");
  }
  panel.desk.tell({ type: "went", page, isStep });
  await arrivedAt(name);
  return panel;
}

describe("axe finds nothing", () => {
  test.each(pages.map(({ id, title: name }) => [id, name]))("on the page %s", async (id, name) => {
    const { panel } = await opened(id, false, name);
    expect(await axe(panel.container)).toHaveNoViolations();
  });

  test.each(steps.map(({ id, title: name }) => [id, name]))("on the step %s, with every row open", async (id, name) => {
    const { panel, user } = await opened(id, true, name);
    const closed = (kind: "row" | "group") =>
      screen.queryAllByRole("button", { expanded: false }).filter((each) => each.matches(`.${kind} > * > button`));
    for (const group of closed("group")) await user.click(group);
    const [first] = closed("row");
    if (first) await user.click(first);
    expect(await axe(panel.container)).toHaveNoViolations();
  });
});

describe("a new page", () => {
  test.each(steps.slice(0, 5).map(({ id, title: name }) => [id, name]))("%s gives its heading the focus", async (id, name) => {
    await opened(id, true, name);
    await waitFor(() => expect(title()).toHaveFocus());
  });

  test("has one first heading, and its headings leave out no rank", async () => {
    await opened("give", true, "What we give");
    const ranks = screen.getAllByRole("heading").map((heading) => Number(heading.tagName.slice(1)));
    expect(ranks.filter((rank) => rank === 1)).toHaveLength(1);
    ranks.slice(1).forEach((rank, index) => expect(rank - ranks[index]!).toBeLessThanOrEqual(1));
  });

  test("every control on it has a name", async () => {
    await opened("ask", true, "What we ask");
    for (const control of screen.getAllByRole("button")) expect(control).toHaveAccessibleName();
  });
});
