/** @jest-environment jsdom */
import "./setup";
import { screen, waitFor, within } from "@testing-library/react";
import { sample } from "../../src/core/templates";
import { fullPath } from "../../src/taskpane/steps";
import { MemoryDoor } from "./memory-door";
import { arrivedAt, cardSays, openPanel } from "./open-panel";

const button = (name: string | RegExp) => screen.getByRole("button", { name });
const box = (name: string | RegExp) => screen.getByRole("textbox", { name });

/** A step over the built worked example, with one group of it open. */
async function openStep(page: string, group?: RegExp) {
  const door = new MemoryDoor();
  await door.build(sample.agreement, sample.id);
  const opened = await openPanel(door);
  opened.desk.tell({ type: "went", page, isStep: true });
  await arrivedAt(fullPath.find(({ id }) => id === page)!.title);
  // The controls come with the step's own script, which may arrive after its heading.
  await waitFor(() => expect(document.querySelector("main input, main button")).not.toBeNull());
  if (group) await opened.user.click(await screen.findByRole("button", { name: group }));
  const replace = async (name: string | RegExp, text: string) => {
    await opened.user.clear(box(name));
    await opened.user.type(box(name), text);
  };
  return { ...opened, replace, agreement: () => opened.desk.state().agreement! };
}

describe("other products (R28)", () => {
  test("are one figure at first; the list, once chosen, brings what its lines bring and moves the value", async () => {
    const { user, replace, agreement } = await openStep("value", /^Other products/);
    expect(box("Accessories, if every order had one")).toHaveValue("3,200");
    await user.click(screen.getByRole("radio", { name: "A list of products" }));
    const sums = screen.getByText("The list brings a year").closest("dl")!;
    expect(sums).toHaveTextContent("1,600 EUR");
    await cardSays("57,320"); // the list of the sample makes the same 3,200
    await user.click(button(/Printed labels/));
    await replace("It sells for, if all of it is taken", "3,750"); // 2,500 more at 40 % are 1,000 more of full margin
    expect(sums).toHaveTextContent("1,800 EUR"); // 20 % of 3,750 x 40 % are 300, not 100
    expect(agreement().crossSell.X3!.value).toBe(3750);
    expect(screen.getByText("What is a year worth?").closest(".issue")).toHaveTextContent("16,796 EUR"); // 16,296 and the half of 1,000 that is asked for
  });

  test("a take-up of the list that is not the one asked for is said, and asked for at one press", async () => {
    const { user, replace, agreement } = await openStep("value", /^Other products/);
    await user.click(screen.getByRole("radio", { name: "A list of products" }));
    await user.click(button(/Printed labels/));
    await replace("Taken", "80");
    expect(await screen.findByText("The list is taken up by 59%")).toBeVisible(); // (900 + 600 + 400) of 3,200
    await user.click(button("Ask for 59%"));
    expect(agreement().drivers.accessories.asked).toBe(0.59);
    expect(screen.queryByText(/The list is taken up by/)).toBeNull();
  });

  test("a take-up outside 0 to 100 % is not asked for: what is to be looked at is said instead", async () => {
    const { user, replace } = await openStep("value", /^Other products/);
    await user.click(screen.getByRole("radio", { name: "A list of products" }));
    await user.click(button(/Printed labels/));
    await replace("Margin", "-100");
    await replace("Taken", "0");
    expect(await screen.findByText("The list comes to a take-up of 103%")).toBeVisible(); // 1,500 of 1,500 + 1,200 - 1,250
    expect(screen.queryByRole("button", { name: /^Ask for/ })).toBeNull();
    expect(screen.getByText(/Look at the take-up and margin of each/)).toBeVisible();
  });

  test("a line is added and removed; those below it move up, on the sheet too", async () => {
    const { user, replace, agreement, desk } = await openStep("value", /^Other products/);
    await user.click(screen.getByRole("radio", { name: "A list of products" }));
    await user.click(button("Add a product"));
    await replace("Product", "Pallets");
    expect(agreement().crossSell.X4).toMatchObject({ product: "Pallets", value: null });
    await user.click(button(/Stretch film and tape/));
    await user.click(button("Remove “Stretch film and tape”"));
    await desk.save();
    expect(Object.values(agreement().crossSell).map(({ product }) => product)).toEqual(["Fill and edge protection", "Printed labels", "Pallets"]);
    await desk.readAgain();
    expect(agreement().crossSell.X3).toMatchObject({ product: "Pallets" });
  });
});

test("what kind of insight is wanted is chosen from a list, or left open (R27)", async () => {
  const { user, agreement } = await openStep("value", /^Insight/);
  const kind = screen.getByRole("combobox", { name: /What kind/ });
  expect(kind).toHaveValue("product feedback");
  await user.selectOptions(kind, "test site");
  expect(agreement().inputs.insightKind).toBe("test site");
  await user.selectOptions(kind, "not said");
  expect(agreement().inputs.insightKind).toBeNull();
});

test("an hour of the customer has a price: 33 hours at 40 are 1,320 a year, in place of the amount (R32)", async () => {
  const { replace } = await openStep("behaviour");
  const sums = screen.getByText("The customer’s time").closest("dl")!;
  expect(sums).toHaveTextContent("What it costs them1,250 EUR a year");
  await replace("Cost of an hour to the customer", "40");
  expect(sums).toHaveTextContent("What it costs them1,320 EUR a year");
});

test("what others still sell the customer stands beside the stakes, and is unknown while the budget is (R11)", async () => {
  const { user, replace } = await openStep("worth");
  const block = within(screen.getByText("3,786 EUR a year could still be ours").closest("section")!); // 11,240 x 32 / 95
  expect(block.getByText("Our share today").parentElement).toHaveTextContent("48%"); // 45,760 of 95,000
  await user.clear(box("They spend"));
  expect(await screen.findByText("How much do they buy elsewhere?")).toBeVisible();
  await replace("They spend", "70,000"); // 60 % of it are 42,000, and the customer buys for 45,760
  expect(await screen.findByText("They give us the share we ask for")).toBeVisible();
});
