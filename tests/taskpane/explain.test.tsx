/** @jest-environment jsdom */
import "./setup";
import { screen, waitFor, within } from "@testing-library/react";
import { sample } from "../../src/core/templates";
import { MemoryDoor } from "./memory-door";
import { arrivedAt, openPanel } from "./open-panel";

async function openExplain(change: (door: MemoryDoor) => void = () => undefined) {
  const door = new MemoryDoor();
  await door.build(sample.agreement, sample.id);
  change(door);
  const panel = await openPanel(door);
  panel.desk.tell({ type: "went", page: "explain", isStep: false });
  await arrivedAt("Explain this cell");
  return panel;
}

test("the selected cell is told in words, with its formula in labels and what it uses", async () => {
  await openExplain();
  expect(await screen.findByRole("heading", { name: "Net revenue" })).toBeVisible();
  expect(screen.getByText("57,000")).toBeVisible();
  expect(screen.getByText("Net revenue · Role: as asked").closest("p")).toHaveTextContent("= List value of orders × (1 − Discount given)");
  const list = screen.getByRole("list");
  expect(within(list).getAllByRole("button").map((each) => each.textContent)).toEqual([
    "List value of ordersStakes I6260,000", "Discount givenStakes I495%",
  ]);
});

test("another selected cell is explained at once", async () => {
  const { door } = await openExplain();
  await screen.findByRole("heading", { name: "Net revenue" });
  door.explanation = { ...door.explanation, title: "Cost to serve", address: "I68" };
  door.select("I68");
  expect(await screen.findByRole("heading", { name: "Cost to serve" })).toBeVisible();
});

test("an ingredient is one key away, and so is the way back", async () => {
  const { door, user } = await openExplain();
  const ingredient = await screen.findByRole("button", { name: /^Discount given/ });
  ingredient.focus();
  await user.keyboard("{Enter}");
  await waitFor(() => expect(door.visits).toContainEqual({ sheet: "Stakes", address: "I49" }));
  await user.click(await screen.findByRole("button", { name: "Back to Stakes I63" }));
  await waitFor(() => expect(door.visits.at(-1)).toEqual({ sheet: "Stakes", address: "I63" }));
  expect(screen.queryByRole("button", { name: /^Back to/ })).toBeNull();
});

test("an error says what it means, names the argument, and leads to the cell to mend", async () => {
  const { door, user } = await openExplain((given) => {
    given.explanation = { ...given.explanation, shown: { value: "#NUM!", isError: true }, functions: ["CUSTOMERLTV"], failure: {
      error: "#NUM!", title: "Not a possible number", message: "Retention must be from 0 to 1, not 1.2.", functionId: "CUSTOMERLTV",
      argument: "retention", at: { sheet: "Mine", address: "B2" },
    } };
  });
  expect(await screen.findByRole("heading", { name: "#NUM!: not a possible number" })).toBeVisible();
  expect(screen.getByText("In ROLE.CUSTOMERLTV, argument retention")).toBeVisible();
  await user.click(screen.getByRole("button", { name: "Go to Mine B2" }));
  await waitFor(() => expect(door.visits).toContainEqual({ sheet: "Mine", address: "B2" }));
  await user.click(screen.getByRole("button", { name: /^ROLE\.CUSTOMERLTV/ }));
  await arrivedAt("Functions");
});
