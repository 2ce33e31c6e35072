/** @jest-environment jsdom */
import "./setup";
import { screen, waitFor, within } from "@testing-library/react";
import { sample } from "../../src/core/templates";
import { MemoryDoor } from "./memory-door";
import { arrivedAt, openPanel } from "./open-panel";

async function openStep(change: (door: MemoryDoor) => void = () => undefined) {
  const door = new MemoryDoor();
  await door.build(sample.agreement, sample.id);
  door.enterUnseen("asks.A06.accepted", "The contract says so");
  change(door);
  const opened = await openPanel(door);
  opened.desk.tell({ type: "went", page: "publish", isStep: true });
  await arrivedAt("Agree and publish");
  return { ...opened, door };
}

const charterOf = async (door: MemoryDoor) => {
  const reading = await door.read();
  if (reading.state !== "built") throw new Error("Nothing is built.");
  return reading.agreement.charter;
};

describe("Agree and publish (4-panel, step 13)", () => {
  test("shows the page both sides sign, our side first, with a sentence for those who cannot see it", async () => {
    await openStep();
    const paper = screen.getByRole("img", { name: "The charter of Alder & Finch Packaging and Fern Foods: 7 promises of ours, 12 asks of the customer." });
    expect(paper.textContent).toMatch(/How we work together.*You can expect from us.*We count on you/);
  });

  test("writes an answer to a clause, and the agreement index follows: each side counts half", async () => {
    const { user, door } = await openStep();
    await user.click(screen.getByRole("button", { name: /What we promise/ }));
    await user.click(screen.getByRole("button", { name: /98% on time and in full/ }));
    await user.selectOptions(screen.getByLabelText("Answer"), "accepted");
    await screen.findByText("7%"); // one of seven commitments is half of 1/7
    await user.type(screen.getByLabelText("Said by"), "Rui");
    await waitFor(async () => expect((await charterOf(door)).clauses.K2).toMatchObject({ status: "accepted", by: "Rui" }));
  });

  test("writes a day as a day", async () => {
    const { user, door } = await openStep();
    await user.click(screen.getByRole("button", { name: /Version and dates/ }));
    const review = screen.getByLabelText("Next review");
    expect(review).toHaveAttribute("type", "date");
    await user.clear(review);
    await user.type(review, "2027-06-30");
    await waitFor(async () => expect((await charterOf(door)).review).toBe("2027-06-30"));
  });

  test("looks at each wording while it is written (R12)", async () => {
    const { user } = await openStep();
    await user.click(screen.getByRole("button", { name: /What we promise/ }));
    await user.click(screen.getByRole("button", { name: /Answer within 4 hours/ }));
    const words = screen.getByLabelText("In the customer’s words");
    await user.clear(words);
    await user.type(words, "We answer promptly");
    expect(await screen.findByText("“promptly” has no number. Say how many, how much or how soon.")).toBeInTheDocument();
  });

  test("makes the copy that was chosen; its button names the outcome", async () => {
    const { user, door } = await openStep();
    await user.click(screen.getByRole("button", { name: "Create the customer’s copy" }));
    await waitFor(() => expect(door.copies).toEqual(["customer"]));
    expect(await screen.findByText(/The customer’s copy is open/)).toBeInTheDocument();
    await user.click(screen.getByRole("radio", { name: /The archive/ }));
    await user.click(screen.getByRole("button", { name: "Create the archive" }));
    await waitFor(() => expect(door.copies).toEqual(["customer", "archive"]));
    await user.click(screen.getByRole("radio", { name: /Colleagues/ }));
    expect(screen.getByText("Your costs go with it")).toBeInTheDocument();
    await user.click(screen.getByRole("button", { name: "See what colleagues get" }));
    await arrivedAt("Share");
  });

  test("makes none while something is wrong, and says what", async () => {
    const { user, door } = await openStep((each) => each.enterUnseen("asks.A06.owner", ""));
    expect(screen.getByText("Pay on time: Complete this ask; still missing: owner.")).toBeInTheDocument();
    await user.click(screen.getByRole("button", { name: "Show what to mend" }));
    await arrivedAt("Problems");
    expect(door.copies).toEqual([]);
  });

  test("makes none while a naked ask is neither funded, dropped nor kept in writing (R50)", async () => {
    const { user, desk } = await openStep((each) => each.enterUnseen("asks.A06.accepted", ""));
    expect(screen.getByText(/^Pay on time: Nothing funded stands behind this ask: fund it, drop it, or write down why/)).toBeInTheDocument();
    expect(screen.queryByRole("button", { name: "Create the customer’s copy" })).toBeNull();
    await user.click(screen.getByRole("button", { name: "Show what to mend" }));
    await arrivedAt("Is what we ask earned?");
    expect(screen.getByRole("group", { name: "Nothing stands behind Pay on time" })).toBeInTheDocument();
    desk.tell({ type: "went", page: "problems", isStep: false });
    await arrivedAt("Problems");
    await user.click(screen.getByRole("button", { name: "Go to step: Pay on time" }));
    await arrivedAt("Is what we ask earned?");
  });

  test("before there are sheets only the customer can have a copy", async () => {
    const opened = await openPanel(new MemoryDoor());
    await opened.user.click(await screen.findByRole("button", { name: "Start" }));
    await arrivedAt("Who is it for?");
    opened.desk.tell({ type: "went", page: "publish", isStep: true });
    await arrivedAt("Agree and publish");
    const group = within(screen.getByRole("radiogroup", { name: "Who is the copy for?" }));
    expect(group.getAllByRole("radio").map((radio) => (radio as HTMLInputElement).disabled)).toEqual([false, true, true]);
  });
});
