import { sampleReviews } from "../../../src/core/portfolio/sample-reviews";
import { sample } from "../../../src/core/templates";
import { audit, snapshotOfPlan } from "../../../src/workbook/audit";
import { planWith } from "../../../src/workbook/modules/plan";
import { review } from "../../../src/workbook/modules/review";

const { agreement } = sample;
const headsOf = (plan: ReturnType<typeof planWith>) => {
  const { cells, tables } = plan.sheets.find(({ id }) => id === "review")!;
  const { row } = tables.find(({ name }) => name === "tblReview")!.box;
  return cells.flatMap((cell) => (cell.row === row && cell.content.kind === "value" ? [String(cell.content.value)] : []));
};

describe("the sheet Review written anew", () => {
  const off = { ...agreement, asks: agreement.asks.map((ask) => (ask.id === "A13" ? { ...ask, on: false } : ask)) };

  test("keeps a column for a clause that is not in use any more, when it was measured once", () => {
    const plan = planWith(off, [{ module: review, data: sampleReviews }]);
    expect(headsOf(plan)).toContain("A13 Not only for the price");
    expect(audit(snapshotOfPlan(plan), { ours: true }).findings.filter(({ severity }) => severity === "error")).toEqual([]);
    const unmeasured = planWith(off, [{ module: review, data: sampleReviews.filter(({ clause }) => clause !== "A13") }]);
    expect(headsOf(unmeasured)).not.toContain("A13 Not only for the price");
  });

  test("keeps what was said to have happened in a period", () => {
    const plan = planWith(agreement, [{ module: review, data: sampleReviews.map((row) => ({ ...row, remark: `In ${row.period}` })) }]);
    const said = plan.sheets.find(({ id }) => id === "review")!.cells.flatMap(({ content }) => (content.kind === "value" ? [content.value] : []));
    expect(said.filter((value) => /^In \d{4} Q\d$/.test(String(value)))).toHaveLength(6);
  });
});
