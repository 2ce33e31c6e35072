import { checkAgreement } from "../../../src/core/check";
import { isFree, lines, withCommitment, withoutCommitment, written } from "../../../src/core/commitment/rows";
import { fromJson, toJson } from "../../../src/core/exchange";
import { sample, templates } from "../../../src/core/templates";

const { agreement } = sample;
const of = (its: typeof agreement, id: string) => its.commitments.find((each) => each.id === id)!;
const errorsOf = (its: typeof agreement) => checkAgreement(its).filter(({ severity }) => severity === "error");

describe("commitments as lines of the agreement (panel step 6)", () => {
  test("every template keeps twelve lines, of which those that nobody used are free, off and without a fault", () => {
    for (const { agreement: its } of templates) {
      expect(its.commitments).toHaveLength(lines);
      expect(its.commitments.filter((each) => isFree(its, each)).some(({ on, show }) => on || show)).toBe(false);
      expect(errorsOf(its)).toEqual([]);
    }
    expect(written(agreement).map(({ id }) => id)).toEqual(["K1", "K2", "K3", "K4", "K5", "K6", "K7", "K8"]);
  });

  test("a new one takes the first free line, answers its question, and costs nothing yet", () => {
    expect(of(withCommitment(agreement, 4), "K9")).toMatchObject({ question: 4, on: true, quantity: 0, show: true });
    expect(of(withCommitment(withoutCommitment(agreement, "K3"), 8), "K3")).toMatchObject({ on: true, question: 8, show: false });
  });

  test("there are no more than the lines hold", () => {
    const full = [1, 2, 3, 4].reduce(withCommitment, agreement);
    expect(written(full)).toHaveLength(lines);
    expect(withCommitment(full, 1)).toBe(full);
  });

  test("a line with a link or an answer is somebody's, though it says nothing else", () => {
    const linked = { ...agreement, links: { ...agreement.links, A02: { ...agreement.links.A02, K9: 3 as const } } };
    expect(of(withCommitment(linked, 1), "K9").on).toBe(false);
    expect(of(withCommitment(linked, 1), "K10").on).toBe(true);
  });

  test("an agreement with one more is without errors and survives a file", () => {
    const more = withCommitment(agreement, 1);
    expect(errorsOf(more)).toEqual([]);
    expect(fromJson(toJson(more, "distribution"))).toMatchObject({ agreement: { commitments: more.commitments } });
  });

  test("one that goes leaves a free line and takes its links, answers and the conditions that waited for it along, and nothing else", () => {
    const answered = { ...agreement, charter: { ...agreement.charter, clauses: { K5: { status: "accepted" as const, by: "Rui", on: null, remark: "" } } } };
    const less = withoutCommitment(answered, "K5");
    expect(isFree(less, of(less, "K5"))).toBe(true);
    expect(JSON.stringify([less.links, less.charter.clauses, less.asks.map(({ condition }) => condition)])).not.toContain("K5");
    expect(less.asks.find(({ id }) => id === "A09")).toMatchObject({ condition: "", conditionLevel: null });
    expect(less.asks.find(({ id }) => id === "A07")).toBe(agreement.asks.find(({ id }) => id === "A07"));
    expect(less.links.A02).toEqual(agreement.links.A02);
    expect(errorsOf(less)).toEqual([]);
  });
});
