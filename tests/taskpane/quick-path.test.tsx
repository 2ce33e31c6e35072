/** @jest-environment jsdom */
import "./setup";
import { screen, waitFor, within } from "@testing-library/react";
import { arrivedAt, cardSays, openPanel, title } from "./open-panel";

const button = (name: string | RegExp) => screen.getByRole("button", { name });
const box = (name: string | RegExp) => screen.getByRole("textbox", { name });

/** Walks with Tab to a control, as a person without a mouse does. */
async function tabTo(user: Awaited<ReturnType<typeof openPanel>>["user"], control: HTMLElement): Promise<void> {
  for (let presses = 0; presses < 120 && document.activeElement !== control; presses++) await user.tab();
  expect(control).toHaveFocus();
}

describe("the quick path (9-look section 2), on the worked example of 2-model section 1.4", () => {
  test("by keyboard alone: six times Next gives a built workbook, and the card tells 52,111, 66,552, 57,320", async () => {
    const { user, door } = await openPanel();
    const press = async (name: string) => {
      await tabTo(user, button(name));
      await user.keyboard("{Enter}");
    };
    await press("Start");
    await arrivedAt("Who is it for?");
    expect(title()).toHaveFocus();
    await press("Next: four questions");
    await arrivedAt("Four questions");
    await cardSays("Net lifetime value 52,111 EUR, from your answers");
    expect(screen.getByText("In one breath").parentElement).toHaveTextContent("134,400 EUR");
    await press("Next: what we ask");
    await arrivedAt("What we ask");
    await cardSays("Net lifetime value 66,552 EUR, up 14,441, since last step");
    await press("Next: what we give");
    await arrivedAt("What we give");
    await cardSays("Net lifetime value 57,320 EUR, down 9,232, the cost to deserve it");
    expect(screen.getByText(/You asked for 72,552 EUR of value/)).toBeVisible();
    expect(screen.getByRole("img", { name: "Without commitments 84% stay. They pay from 89.4%. The role counts on 90%." })).toBeVisible();
    await press("Next: does it balance?");
    await arrivedAt("Does it balance?");
    await cardSays("Net lifetime value 57,320 EUR, no change, since last step");
    expect(screen.getByRole("heading", { name: "87% of what you ask is earned" })).toBeVisible();
    await press("Next: build");
    await arrivedAt("Build the workbook");
    await waitFor(() => expect(button("Build 10 sheets")).toBeEnabled());
    expect(door.build_).toBeNull();
    await press("Build 10 sheets");
    expect(await screen.findByRole("heading", { name: "Your workbook is built" })).toBeVisible();
    expect(door.build_).not.toBeNull();
    expect(door.draft).toBeNull();
    expect(door.cells.get("in_rate")).toBe(0.1);
  });

  test("the card moves with every keystroke", async () => {
    const { user } = await openPanel();
    await user.click(button("Start"));
    await arrivedAt("Who is it for?");
    await user.click(button("Next: four questions"));
    await arrivedAt("Four questions");
    await cardSays("52,111");
    const orders = box("Orders a year");
    await user.clear(orders);
    await user.type(orders, "24");
    // Twice the orders: (52,111 + 6,000 + 4,800 of service a year, 19,371) x 2 less both, by the formula of 2-model section 1.1.
    const perYear = 5000 * 0.32;
    const factor = (52111.1 + 6000) / (12 * perYear - 4800);
    const expected = Math.round((24 * perYear - 4800) * factor - 6000);
    await waitFor(() => {
      const spoken = document.querySelector(".card [aria-live]")!.textContent!;
      expect(Math.abs(Number(/[\d,]+/.exec(spoken)![0].replace(/,/g, "")) - expected)).toBeLessThan(5);
    });
  });

  test("answers survive Back and Next, and another panel goes on where this one was left", async () => {
    const { user, desk, door, panel } = await openPanel();
    await user.click(button("Start"));
    await arrivedAt("Who is it for?");
    await user.clear(box("Kind of customer"));
    await user.type(box("Kind of customer"), "Bakery");
    await user.click(button("Next: four questions"));
    await arrivedAt("Four questions");
    await user.clear(box("Margin"));
    await user.type(box("Margin"), "35");
    await user.click(screen.getByRole("button", { name: "Notice the value" }));
    await user.click(screen.getByText("Back", { selector: ".foot *" }));
    await arrivedAt("Who is it for?");
    expect(box("Kind of customer")).toHaveValue("Bakery");
    await user.click(button("Next: four questions"));
    await arrivedAt("Four questions");
    expect(box("Margin")).toHaveValue("35");
    expect(button("Notice the value")).toHaveAttribute("aria-pressed", "true");
    expect(desk.state().agreement!.inputs.margin).toBe(0.4);
    await desk.save();
    panel.unmount();
    await openPanel(door);
    await arrivedAt("Four questions");
    expect(box("Margin")).toHaveValue("35");
  });

  test("a skipped answer leaves the model its number and makes no first guess", async () => {
    const { user, desk } = await openPanel();
    await user.click(button("Start"));
    await arrivedAt("Who is it for?");
    await user.click(button("Next: four questions"));
    await arrivedAt("Four questions");
    await user.clear(box("Usual order"));
    await user.tab();
    expect(box("Usual order")).toHaveAttribute("placeholder", "we use 5,000");
    expect(screen.queryByText("In one breath")).toBeNull();
    expect(desk.state().agreement).toMatchObject({ inputs: { guessValue: null }, drivers: { orderValue: { asked: 5000 } } });
  });

  test("a wrong entry says what to do; Next goes to it instead of on, and what was typed stays", async () => {
    const { user } = await openPanel();
    await user.click(button("Start"));
    await arrivedAt("Who is it for?");
    await user.click(button("Next: four questions"));
    await arrivedAt("Four questions");
    await user.clear(box(/still here a year later/));
    await user.type(box(/still here a year later/), "150");
    await user.click(button("Next: what we ask"));
    expect(title()).toHaveTextContent("Four questions");
    expect(box(/still here a year later/)).toHaveFocus();
    expect(box(/still here a year later/)).toHaveValue("150");
    expect(screen.getByText("Enter a number from 0 to 100.")).toBeVisible();
    await user.clear(box(/still here a year later/));
    await user.type(box(/still here a year later/), "85");
    await user.click(button("Next: what we ask"));
    await arrivedAt("What we ask");
  });

  test("target and worst may not be the same, and the row with the fault stays open", async () => {
    const { user } = await openPanel();
    await user.click(button("Start"));
    await arrivedAt("Who is it for?");
    await user.click(button("Next: four questions"));
    await arrivedAt("Four questions");
    await user.click(button("Next: what we ask"));
    await arrivedAt("What we ask");
    await user.click(button(/Be a good partner/));
    await user.click(button(/Forgive an honest mistake/));
    expect(screen.getByText("6,537 EUR")).toBeVisible();
    await user.clear(box(/Worst/));
    await user.type(box(/Worst/), "90");
    await user.click(button(/Be a good partner/));
    await user.click(button("Next: what we give"));
    expect(title()).toHaveTextContent("What we ask");
    expect(box(/Worst/)).toHaveFocus();
    expect(screen.getByText("Must differ from the target. Which level earns nothing?")).toBeVisible();
  });

  test("a naked ask can be funded, dropped or kept, kept only for a reason in writing (R50)", async () => {
    const { user, desk } = await openPanel();
    await user.click(button("Start"));
    await arrivedAt("Who is it for?");
    desk.tell({ type: "went", page: "balance", isStep: true });
    await arrivedAt("Does it balance?");
    const naked = () => screen.getByRole("group", { name: "Nothing stands behind Pay on time" });
    expect(naked()).toHaveTextContent("“99% correct invoices, one record” would earn it, but has no budget yet.");
    await user.click(within(naked()).getByRole("button", { name: "Keep" }));
    expect(within(naked()).getByRole("button", { name: "Keep it" })).toBeDisabled();
    await user.type(box("We ask for it all the same, because"), "The contract says so");
    await user.click(within(naked()).getByRole("button", { name: "Keep it" }));
    expect(screen.queryByText(/Nothing stands behind/)).toBeNull();
    expect(desk.state().agreement!.asks.find(({ id }) => id === "A06")!.accepted).toBe("The contract says so");
    await user.clear(box("Pay on time, because"));
    expect(box("Pay on time, because")).toHaveFocus(); // select all, delete, write anew: the box stays while it is typed in
    await user.keyboard("The law says so");
    expect(desk.state().agreement!.asks.find(({ id }) => id === "A06")!.accepted).toBe("The law says so");
    desk.tell({ type: "went", page: "give", isStep: true });
    await arrivedAt("What we give");
    expect(desk.state().typed).toEqual({}); // a control that goes leaves no text of its own behind
    desk.tell({ type: "went", page: "balance", isStep: true });
    await arrivedAt("Does it balance?");
    expect(box("Pay on time, because")).toHaveValue("The law says so");
    await user.clear(box("Pay on time, because"));
    await user.tab();
    expect(desk.state().typed).toEqual({});
    await user.click(within(await screen.findByRole("group", { name: /Pay on time/ })).getByRole("button", { name: "Fund it, 150 EUR" }));
    expect(desk.state().agreement!.commitments.find(({ id }) => id === "K7")!.budget).toBe(150);
    expect(screen.queryByText(/Nothing stands behind/)).toBeNull();
  });

  test("the links of an ask are drawn as 9, 3, 1 or none", async () => {
    const { user, desk } = await openPanel();
    await user.click(button("Start"));
    await arrivedAt("Who is it for?");
    desk.tell({ type: "went", page: "balance", isStep: true });
    await arrivedAt("Does it balance?");
    await user.click(button(/Take some accessories/));
    const link = screen.getByRole("group", { name: "How strongly “Four value reviews a year” earns “Take some accessories”" });
    expect(within(link).getByRole("radio", { name: "somewhat" })).toBeChecked();
    await user.click(within(link).getByRole("radio", { name: "strongly" }));
    expect(desk.state().agreement!.links.A05!.K1).toBe(9);
    expect(button(/Take some accessories/)).toHaveTextContent("100%");
  });

  test("another business asks before it replaces numbers of one's own, and keeps the name", async () => {
    const { user, desk } = await openPanel();
    await user.click(button("Start"));
    await arrivedAt("Who is it for?");
    await user.clear(box("Kind of customer"));
    await user.type(box("Kind of customer"), "Bakery");
    await user.click(screen.getByRole("radio", { name: /Software/ }));
    expect(desk.state()).toMatchObject({ templateId: "software", agreement: { inputs: { segment: "Bakery", company: "" } } });
    desk.tell({ type: "edited", change: (now) => ({ ...now, inputs: { ...now.inputs, margin: 0.5 } }) });
    await user.click(screen.getByRole("radio", { name: /Distribution/ }));
    expect(screen.getByRole("alert")).toHaveTextContent("Replace your numbers by those of Distribution & packaging?");
    await user.click(button("Keep mine"));
    expect(desk.state()).toMatchObject({ templateId: "software", agreement: { inputs: { margin: 0.5 } } });
    await user.click(button("9 more, or start blank"));
    expect(screen.getAllByRole("radio", { name: /./ }).length).toBeGreaterThanOrEqual(14);
  });
});
