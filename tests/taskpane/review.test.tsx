/** @jest-environment jsdom */
import "./setup";
import { screen, waitFor } from "@testing-library/react";
import { axe, toHaveNoViolations } from "jest-axe";
import { clauseHeading, type ReviewRow } from "../../src/core/portfolio/review";
import { sampleReviews } from "../../src/core/portfolio/sample-reviews";
import { sample } from "../../src/core/templates";
import { MemoryDoor } from "./memory-door";
import { arrivedAt, openPanel } from "./open-panel";

expect.extend(toHaveNoViolations);

const { asks, commitments } = sample.agreement;
const clauses = [...commitments, ...asks].filter(({ on }) => on);
const headings = ["Period", ...clauses.map(({ id, label }) => clauseHeading(id, label))];

/** A workbook whose table of reviews holds these rows, and a list of levels that is the person's own. */
async function openWith(rows: readonly ReviewRow[]) {
  const door = new MemoryDoor();
  await door.build(sample.agreement, sample.id);
  await door.addModule("review");
  const periods = [...new Set(rows.map(({ period }) => period)), ""];
  door.tables.set("tblReview", {
    sheet: "Review", address: "A1:U9", headings,
    rows: periods.map((period, i) => ({ address: `A${i + 2}:U${i + 2}`, values: [period, ...clauses.map(({ id }) =>
      rows.find((row) => row.period === period && row.clause === id)?.level ?? "")] })),
  });
  door.ownTables.set("Levels", {
    sheet: "Mine", address: "A1:B3", headings: ["Clause", "Level"], formats: [], firstRow: 2, rows: [["A13", 0.07], ["Pay on time", 9]],
  });
  const panel = await openPanel(door);
  panel.desk.tell({ type: "went", page: "review", isStep: true });
  await arrivedAt("Review");
  return panel;
}

test("says how both sides did, ours first, with what it did to the value", async () => {
  const { panel } = await openWith(sampleReviews);
  expect(await screen.findByText("We kept 85%, they met 55%")).toBeInTheDocument();
  expect(screen.getByRole("row", { name: /^2025 Q4 85% 55% 5,958/ })).toBeInTheDocument();
  expect(screen.getAllByRole("row")).toHaveLength(7);
  expect(await axe(panel.container)).toHaveNoViolations();
});

test("asks that we put on hold are told as ours to mend", async () => {
  await openWith(sampleReviews.filter(({ period }) => period <= "2025 Q1"));
  expect(await screen.findByText("2 asks on hold: Recommend us, Forgive an honest mistake")).toBeInTheDocument();
});

test("what we kept in the latest period becomes today's level on request, and can be taken back", async () => {
  const { desk, user } = await openWith(sampleReviews.filter(({ period }) => period <= "2025 Q1"));
  const kept = () => desk.state().agreement!.commitments.find(({ id }) => id === "K2")!.kept;
  const before = kept();
  await user.click(await screen.findByRole("button", { name: "Use what we kept in 2025 Q1 as today’s levels" }));
  expect(kept()).toBe(95.9);
  await desk.save();
  await user.click(await screen.findByRole("button", { name: /^Undo/ }));
  await waitFor(() => expect(kept()).toBe(before));
});

test("a period is filled from the person's own cells, in the unit of each clause, and written to the row that waits", async () => {
  const { door, user } = await openWith([]);
  await user.click(await screen.findByRole("button", { name: "Fill from the selected cells" }));
  expect(await screen.findByText("2 levels taken from Mine, A1:B3.")).toBeInTheDocument();
  expect(screen.getByRole("textbox", { name: "Not only for the price, measured" })).toHaveValue("7");
  await user.click(screen.getByRole("button", { name: "Write the period" }));
  expect(screen.getByText("Name the period, such as 2026 Q1.")).toBeInTheDocument();
  await user.type(screen.getByRole("textbox", { name: /^Period/ }), "2026 Q1");
  await user.click(screen.getByRole("button", { name: "Write the period" }));
  const cell = (id: string) => door.tables.get("tblReview")!.rows[0]!.values[clauses.findIndex((each) => each.id === id) + 1];
  await waitFor(() => expect([cell("A13"), cell("A06"), cell("K1")]).toEqual([expect.closeTo(0.07, 12), 9, ""]));
});

test("the memo for the renewal names our side first", async () => {
  const { user } = await openWith(sampleReviews);
  await user.click(await screen.findByRole("button", { name: /^Memo for the renewal/ }));
  const parts = screen.getAllByRole("heading", { level: 3 }).map(({ textContent }) => textContent);
  expect(parts).toEqual(["Our side", "Your side", "Value", "Next"]);
});
