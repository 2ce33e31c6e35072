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
const headings = ["Period", "What happened", ...clauses.map(({ id, label }) => clauseHeading(id, label))];

/** A workbook whose table of reviews holds these rows, and a list of levels that is the person's own. */
async function openWith(rows: readonly ReviewRow[], without: readonly string[] = []) {
  const door = new MemoryDoor();
  await door.build(sample.agreement, sample.id);
  await door.addModule("review");
  const periods = [...new Set(rows.map(({ period }) => period)), ""];
  const there = clauses.filter(({ id }) => !without.includes(id));
  door.tables.set("tblReview", {
    sheet: "Review", address: "A1:U9", headings: headings.filter((heading) => !without.includes(heading.split(" ")[0]!)),
    rows: periods.map((period, i) => ({ address: `A${i + 2}:U${i + 2}`, values: [period, period && `Remark on ${period}`, ...there.map(({ id }) =>
      rows.find((row) => row.period === period && row.clause === id)?.level ?? "")] })),
  });
  door.ownTables.set("Levels", {
    sheet: "Mine", address: "A1:B3", headings: ["Clause", "Level"], formats: [], firstRow: 2, rows: [["A13", 0.07], ["Pay on time", 9]],
  });
  door.ownTables.set("tblMine", {
    sheet: "Quarters", address: "A1:D3", headings: ["Quarter", "A13 Not only for the price", "Pay on time", "k2"], formats: ["General", "0.0%", "0", "0.0"],
    firstRow: 2, rows: [["2025 Q4", 0.115, 16, 97], ["2026 Q1", 1, 14, ""], ["", 0.1, 1, 1]],
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
  const cell = (id: string) => door.tables.get("tblReview")!.rows[0]!.values[clauses.findIndex((each) => each.id === id) + 2];
  await waitFor(() => expect([cell("A13"), cell("A06"), cell("K1")]).toEqual([expect.closeTo(0.07, 12), 9, ""]));
});

test("a level that is no number is told beside the button, by its clause, and nothing is written", async () => {
  const { door, user } = await openWith([]);
  await user.type(await screen.findByRole("textbox", { name: /^Period/ }), "2026 Q1");
  await user.type(screen.getByRole("textbox", { name: "Not only for the price, measured" }), "often");
  expect(screen.queryByText(/^Not written/)).toBeNull();
  await user.click(screen.getByRole("button", { name: "Write the period" }));
  expect(screen.getByText("Not written: no number at “Not only for the price”.")).toBeVisible();
  expect(door.tables.get("tblReview")!.rows[0]!.values[0]).toBe("");
});

test("rows that give no level are told by their numbers, and levels of another period are named before they are written", async () => {
  const { door, user } = await openWith(sampleReviews);
  door.ownTables.set("Levels", {
    sheet: "Mine", address: "A4:B8", headings: ["Clause", "2025 Q4"], formats: [], firstRow: 5,
    rows: [["A13", 0.07], ["Smile", 3], ["", ""], ["Pay on time", "late"]],
  });
  await user.click(await screen.findByRole("button", { name: "Add or correct a period" }));
  await user.type(screen.getByRole("textbox", { name: /^Period/ }), "2026 Q1");
  await user.click(screen.getByRole("button", { name: "Fill from the selected cells" }));
  expect(await screen.findByText("1 level taken from Mine, A4:B8. Not taken, no clause: row 6. Not taken, no number: row 8.")).toBeVisible();
  expect(screen.getByText("The levels are of “2025 Q4”, and would be written as “2026 Q1”.")).toBeVisible();
  await user.clear(screen.getByRole("textbox", { name: /^Period/ }));
  await user.type(screen.getByRole("textbox", { name: /^Period/ }), "2025 q4");
  expect(screen.queryByText(/^The levels are of/)).toBeNull();
  expect(screen.getByText("“2025 q4” is there already: what stands above replaces its levels.")).toBeVisible();
});

test("periods are taken from a table with a column for each clause, looked at, and written each to its row", async () => {
  const { door, user } = await openWith(sampleReviews);
  await user.click(await screen.findByRole("button", { name: "Add or correct a period" }));
  await user.selectOptions(await screen.findByRole("combobox", { name: "Take levels from" }), "tblMine on Quarters");
  await user.click(screen.getByRole("button", { name: "Fill from this table" }));
  expect(await screen.findByText("5 levels taken from Quarters, A1:D3. Not taken, no period: row 4.")).toBeInTheDocument();
  await user.click(screen.getByRole("button", { name: "Write 2 periods" }));
  const row = (period: string) => door.tables.get("tblReview")!.rows.find(({ values }) => values[0] === period)?.values;
  const at = (id: string) => clauses.findIndex((each) => each.id === id) + 2;
  await waitFor(() => expect(["A13", "A06", "K2", "K1"].map((id) => row("2026 Q1")?.[at(id)])).toEqual([expect.closeTo(1, 12), 14, "", ""]));
  expect(["A13", "A06", "K2", "K1"].map((id) => row("2025 Q4")?.[at(id)])).toEqual([expect.closeTo(0.115, 12), 16, 97, 4]);
});

test("a clause that came into use later gets its column, and everything that was entered stays", async () => {
  const { door, user } = await openWith(sampleReviews, ["K2", "A13"]);
  const added = jest.spyOn(door, "addModule");
  expect(await screen.findByText("2 clauses without a column: 98% on time and in full, Not only for the price")).toBeInTheDocument();
  await user.click(screen.getByRole("button", { name: "Add the columns" }));
  await waitFor(() => expect(added).toHaveBeenCalled());
  const [id, rows] = added.mock.calls[0] as unknown as [string, ReviewRow[]];
  const before = sampleReviews.filter(({ clause }) => clause !== "K2" && clause !== "A13");
  const order = (all: readonly ReviewRow[]) => [...all].sort((a, b) => `${a.period} ${a.clause}`.localeCompare(`${b.period} ${b.clause}`));
  expect(id).toBe("review");
  expect(order(rows)).toEqual(order(before.map((row) => ({ ...row, remark: `Remark on ${row.period}` }))));
});

test("the memo for the renewal names our side first", async () => {
  const { user } = await openWith(sampleReviews);
  await user.click(await screen.findByRole("button", { name: /^Memo for the renewal/ }));
  const parts = screen.getAllByRole("heading", { level: 3 }).map(({ textContent }) => textContent);
  expect(parts).toEqual(["Our side", "Your side", "Value", "Next"]);
});
