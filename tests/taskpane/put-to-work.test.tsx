/** @jest-environment jsdom */
import "./setup";
import { cleanup, screen, waitFor, within } from "@testing-library/react";
import { axe, toHaveNoViolations } from "jest-axe";
import { handoverCost } from "../../src/core/portfolio/handover";
import { stepHeadings, type Step } from "../../src/core/portfolio/ladder";
import { sampleLadder, sampleOffers } from "../../src/core/portfolio/sample-plan";
import { promptHeadings, prompts } from "../../src/core/portfolio/service";
import { offerHeadings, type Offer } from "../../src/core/portfolio/value-plan";
import { sample } from "../../src/core/templates";
import { money } from "../../src/taskpane/numbers";
import type { CellValue } from "../../src/workbook";
import { MemoryDoor } from "./memory-door";
import { arrivedAt, openPanel } from "./open-panel";

expect.extend(toHaveNoViolations);

const cell = (value: unknown): CellValue => (value === undefined || Number.isNaN(value) ? "" : (value as CellValue));
const tableOf = (rows: readonly Record<string, unknown>[]) => {
  const headings = Object.keys(rows[0]!);
  return {
    sheet: "Plan", address: "A1:Z9", headings,
    rows: rows.map((row, i) => ({ address: `A${i + 2}:Z${i + 2}`, values: headings.map((heading) => cell(row[heading])) })),
  };
};
const { takeUp, ...named } = offerHeadings;
const offerRow = (offer: Offer) => ({
  ...Object.fromEntries(Object.entries(named).map(([key, heading]) => [heading, offer[key as keyof typeof named]])),
  ...Object.fromEntries(takeUp.map((heading, i) => [heading, offer.takeUp[i]])),
});
const stepRow = (step: Step) => Object.fromEntries(Object.entries(stepHeadings).map(([key, heading]) => [heading, step[key as keyof Step]]));
const promptRow = (prompt: (typeof prompts)[number]) => ({
  ...Object.fromEntries(Object.entries(promptHeadings).map(([key, heading]) => [heading, prompt[key as "stage"]])),
  [promptHeadings.onlyIfKept]: prompt.onlyIfKept ? "Y" : "N",
});

/** A day before the sample's own gates are due. */
const early = 46000;

async function openStep({ steps = sampleLadder, isThere = true, day = early }: { steps?: readonly Step[]; isThere?: boolean; day?: number } = {}) {
  const door = new MemoryDoor();
  await door.build(sample.agreement, sample.id);
  if (isThere) await door.addModule("plan");
  door.tables.set("tblOffers", tableOf(sampleOffers.map(offerRow)));
  door.tables.set("tblMilestones", tableOf(steps.map(stepRow)));
  door.tables.set("tblPrompts", tableOf(prompts.map(promptRow)));
  const [sheet] = door.build_!.modules.flatMap(({ sheets }) => sheets.filter(({ id }) => id === "plan"));
  door.ownTables.set(`'${sheet?.name}'!A1:H20`, {
    sheet: "Plan", address: "A1:H20", headings: ["", "Plan"], formats: [], firstRow: 2, rows: [["", "Looked at on", "date", "Typed", day]],
  });
  const opened = await openPanel(door);
  opened.desk.tell({ type: "went", page: "plan", isStep: true });
  await arrivedAt("Put it to work");
  return { ...opened, held: (table: string, row: number, heading: string) => {
    const { headings, rows } = door.tables.get(table)!;
    return rows[row]!.values[headings.indexOf(heading)];
  } };
}

const button = (name: string | RegExp) => screen.getByRole("button", { name });

test("begins where there is no plan, and adds its sheets from here", async () => {
  const { user, desk } = await openStep({ isThere: false });
  expect(await screen.findByText("Who brings the role to life?")).toBeVisible();
  await user.click(button("Start the plan"));
  await waitFor(() => expect(desk.state().built!.build.modules.map(({ id }) => id)).toEqual(["plan"]));
  expect(await screen.findByText(/Named offers cover/)).toBeVisible();
});

test("named offers cover 92 % of the role, kind by kind; what is typed goes to its cell and moves the number (mission R60)", async () => {
  const { user, held } = await openStep();
  expect(await screen.findByText("Named offers cover 92% of what the role asks")).toBeVisible();
  expect(screen.getByText("Cross-sell", { selector: ".bar-label" }).closest("li")).toHaveTextContent("88%7,040 of 8,000"); // 3,200 x 2.2 of 1,600 x 5
  await user.click(button(/^Tape, film and labels/));
  const first = screen.getByRole("textbox", { name: "Take-up 1, of 100" });
  await user.clear(first);
  await user.type(first, "60");
  await user.tab();
  await waitFor(() => expect(held("tblOffers", 1, "Take-up 1")).toBe(0.6));
  expect(screen.getByText("Cross-sell", { selector: ".bar-label" }).closest("li")).toHaveTextContent("100%8,000 of 8,000");
});

test("a share over 100 is refused in words and not written", async () => {
  const { user, held } = await openStep();
  await user.click(await screen.findByRole("button", { name: /^Tape, film and labels/ }));
  await user.clear(screen.getByRole("textbox", { name: "Take-up 1, of 100" }));
  await user.type(screen.getByRole("textbox", { name: "Take-up 1, of 100" }), "300");
  await user.tab();
  expect(await screen.findByText("Enter a number from 0% to 100%.")).toBeVisible();
  expect(held("tblOffers", 1, "Take-up 1")).toBe(0.3);
});

test("says what waits behind which gate, and opens it when the value is realised (mission R62, R67)", async () => {
  const { user, held } = await openStep();
  expect(await screen.findByText("3,820 wait until value is proven")).toBeVisible(); // 2-model section 4: 5,565.89 less the pilot's 1,745.45
  expect(screen.getByText(/the gate is “Roll-out to all lines”/)).toBeVisible();
  await user.click(button(/^Roll-out to all lines/));
  await user.clear(screen.getByRole("textbox", { name: "Realised" }));
  await user.type(screen.getByRole("textbox", { name: "Realised" }), "400");
  await user.tab();
  expect(await screen.findByText("Every gate is open")).toBeVisible();
  expect(held("tblMilestones", 1, "Realised")).toBe(400);
});

test("late is late by the day on the sheet, not by the clock of the machine", async () => {
  const due = sampleLadder.find(({ id }) => id === "M2")!.due;
  await openStep({ day: due });
  expect(await screen.findByText("3,820 wait until value is proven")).toBeVisible();
  expect(screen.queryByText(/^Late: due/)).toBeNull();
  cleanup();
  await openStep({ day: due + 1 });
  expect(await screen.findAllByText(/^Late: due/)).toHaveLength(1);
});

test("the focus goes to the new offer, and after one is removed to the next, or to the button that adds one", async () => {
  const { user, held } = await openStep();
  await user.click(await screen.findByRole("button", { name: "Add an offer" }));
  await waitFor(() => expect(screen.getByRole("textbox", { name: "Offer" })).toHaveFocus());
  await user.click(button("Remove Our new offer"));
  await waitFor(() => expect(button("Add an offer")).toHaveFocus());
  await user.click(button(/^Boxes and trays/));
  await user.click(button(/^Remove Boxes and trays/));
  await waitFor(() => expect(button(/^Tape, film and labels/)).toHaveFocus());
  expect(held("tblOffers", 0, "Offer")).toBe("Tape, film and labels with every order");
});

test("every milestone has a test and a date: one without is named with its row", async () => {
  const { user } = await openStep({ steps: sampleLadder.map((step) => (step.id === "M2" ? { ...step, test: "", due: NaN } : step)) });
  await waitFor(() => expect(screen.getByRole("alert")).toHaveTextContent("M2 “Roll-out to all lines” has no test and no date."));
  await user.click(button("Add a milestone"));
  expect(await screen.findByText("M4 “Our new milestone” has no test and no date.")).toBeVisible();
  await user.click(button("Remove Our new milestone"));
  await waitFor(() => expect(screen.queryByText(/Our new milestone/)).toBeNull());
});

test("a table of two rows keeps them: a removed one waits, empty, and the next new one takes its place", async () => {
  const { user, door, held } = await openStep({ steps: sampleLadder.slice(0, 2) });
  await user.click(await screen.findByRole("button", { name: /^Pilot line/ }));
  await user.click(button("Remove Pilot line"));
  await waitFor(() => expect(held("tblMilestones", 0, "Milestone")).toBe(""));
  await user.click(button("Add a milestone"));
  await waitFor(() => expect(held("tblMilestones", 0, "Milestone")).toBe("Our new milestone"));
  expect(door.tables.get("tblMilestones")!.rows).toHaveLength(2);
});

test("what rests on our word waits while we do not keep it, by the name of the commitment (mission R65)", async () => {
  const { desk } = await openStep();
  expect(await screen.findByText(/all of it may be asked/)).toBeVisible();
  desk.tell({ type: "edited", change: (now) => ({
    ...now, commitments: now.commitments.map((each) => (each.id === "K2" ? { ...each, kept: 95 } : each)),
  }) });
  expect(await screen.findByText("3 asks must wait. First keep our word: 98% on time and in full.")).toBeVisible();
  expect(within(button(/^Referrals/)).getByText("First keep our word")).toBeVisible();
});

test("a touch point with two owners needs care, and a handover costs 5,472 when 4 points go, and more when 5 do (mission R64)", async () => {
  const { user, desk } = await openStep();
  expect(await screen.findByText("1 touch point has no single voice")).toBeVisible();
  expect(screen.getByText("Service and Finance: who answers?")).toBeVisible();
  expect(screen.getByText("5,472 EUR")).toBeVisible();
  const points = screen.getByRole("textbox", { name: /how many more leave/ });
  await user.clear(points);
  await user.type(points, "5");
  expect(desk.state().agreement!.inputs.handoverLoss).toBe(0.05);
  const margin = 16295.72603 - 2340; // 2-model section 1.4: the role's contribution less its commitments
  const cost = handoverCost({ rate: 0.1, retention: 0.9, margin, growth: 0.03, periods: 7 }, 0.85);
  expect(screen.getByText(`${money(cost)} EUR`)).toBeVisible();
});

test("each row leads to its cells, and axe finds nothing with rows open", async () => {
  const { user, door, panel } = await openStep();
  for (const name of [/^Boxes and trays/, /^Second site/, /^Forgiveness/]) await user.click(await screen.findByRole("button", { name }));
  expect(await axe(panel.container)).toHaveNoViolations();
  await user.click(button("Show Second site in the sheet"));
  await waitFor(() => expect(door.visits).toEqual([{ sheet: "Plan", address: "A4:Z4" }]));
});
